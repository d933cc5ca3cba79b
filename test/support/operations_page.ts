// What docs/operations.md has for tests: its examples in SQL, in YAML, for Node and for Deno, and the sentences of health that it explains.
import { readFileSync } from 'node:fs';

const page = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8');

const blocks = (language: string): string[] =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    ([, block = '']) => block,
  );

const onlyBlock = (language: string): string => {
  const [block, ...others] = blocks(language);
  if (block === undefined || others.length > 0)
    throw new Error(`docs/operations.md has not one block of ${language}`);
  return block;
};

/** The loop in Node, as a module. */
export const nodeLoop = (): string => onlyBlock('js');

/** The scheduled function, as a module for Deno. */
export const scheduledFunction = (): string => onlyBlock('ts');

/** The blocks of SQL, without the transaction that one of them opens and takes back. */
export const sqlExamples = (): string[] =>
  blocks('sql').map((block) => block.replace(/^(begin|rollback);$/gm, ''));

export const needsCron = (example: string): boolean => /cron\.|enable_schedule/.test(example);

/** The queries of the alert rules, and that of the line for cron. */
export const alertQueries = (): string[] => [
  ...blocks('yaml').flatMap((block) =>
    [...block.matchAll(/query: (?:>-)?([\s\S]*?)(?=\n {2}- |$)/g)].map(([, query = '']) => query),
  ),
  ...blocks('sh').flatMap((block) =>
    [...block.matchAll(/-c "(select [^"]*)"/g)].map(([, query = '']) => query),
  ),
];

/** The sentences in the first column of the table of reasons; … stands for a value. */
export const documentedReasons = (): string[] =>
  (page.split('<!-- generated: reasons -->')[1]?.split('<!-- end: reasons -->')[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (`health`|---)/.test(line))
    .map((line) => line.slice(2).split(' | ')[0] ?? '');
