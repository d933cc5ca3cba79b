// `npm run bench:detection`: what the engine finds and misses in labelled pipelines, under both profiles, written into
// docs/detection.md. With a number (`-- 2`) it draws other pipelines of the same kinds and only prints.
import { readFileSync, writeFileSync } from 'node:fs';
import { failure, main, say, step } from '../../dev/server/progress.ts';
import { collectAll, evaluate } from './collect.ts';
import { days, firstTargetDay, pipelinesOf } from './pipelines.ts';
import type { Run } from './score.ts';
import { renderTables } from './tables.ts';

const page = new URL('../../docs/detection.md', import.meta.url);
const begin = '<!-- written by npm run bench:detection -->';
const end = '<!-- end of what npm run bench:detection writes -->';

const writePage = (tables: string): void => {
  const text = readFileSync(page, 'utf8');
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from)
    throw failure(
      'docs/detection.md has no place for the tables',
      `put the lines "${begin}" and "${end}" into it`,
    );
  writeFileSync(page, `${text.slice(0, from)}${begin}\n\n${tables}\n${text.slice(to)}`);
};

await main(async () => {
  const draw = Number(process.argv[2] ?? 1);
  if (!Number.isInteger(draw) || draw < 1)
    throw failure(`"${process.argv[2]}" is no draw`, 'give a whole number from 1 on, or nothing');
  const pipelines = pipelinesOf(draw);
  const basic: Run[] = [];
  const rigorous: Run[] = [];
  await step(`evaluating ${days - firstTargetDay} days of ${pipelines.length} pipelines`, () =>
    collectAll(pipelines, (collected, n) => {
      basic.push(evaluate(collected, 'basic'));
      rigorous.push(evaluate(collected, 'rigorous'));
      if (n % 10 === 0) say(`  ${n} of ${pipelines.length}`);
    }),
  );
  const tables = renderTables({ basic, rigorous });
  if (draw === 1) writePage(tables);
  process.stdout.write(`${tables}\n`);
});
