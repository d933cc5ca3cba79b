// The rendered plain library as a file that git does not track: made anew only where the sources, the compiler or what is
// installed have changed. Knows no construct of either language.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const checkout = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const plainFile = join(checkout, 'dist/plain.sql');

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(join(checkout, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))
    .sort();

const sourceHash = (): string => {
  const hash = createHash('sha256');
  for (const file of [...filesUnder('src/plv8'), ...filesUnder('build/plpgsql'), 'package-lock.json'])
    hash.update(`${file}\0`).update(readFileSync(join(checkout, file)));
  return hash.digest('hex').slice(0, 16);
};

/** The plain library; throws with file, line and remedy where the sources cannot be compiled. */
export const plainLibrary = async (): Promise<string> => {
  const head = `-- The plain library of the engine, generated from src/plv8 (${sourceHash()}).\n`;
  if (existsSync(plainFile)) {
    const known = readFileSync(plainFile, 'utf8');
    if (known.startsWith(head)) return known.slice(head.length);
  }
  // TypeScript's checker takes longer to load than all else takes.
  const { compileLibrary, notCompiled } = await import('./library.ts');
  const { sql, failures } = compileLibrary();
  const unexpected = failures.filter(({ operation }) => !notCompiled.includes(operation));
  if (unexpected.length > 0)
    throw new Error(
      `src/plv8 cannot be compiled to PL/pgSQL:\n${unexpected.map((f) => `  ${f.operation}: ${f.error}`).join('\n')}`,
    );
  mkdirSync(dirname(plainFile), { recursive: true });
  writeFileSync(plainFile, `${head}${sql}\n`);
  return `${sql}\n`;
};
