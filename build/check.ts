// `npm run check`: types, lint and format, src/plv8 within what compiles, generated files up to date, what was
// released untouched. Runs everything, then fails if anything did, so that one run shows all. What is not released
// yet is a note, no failure.
import { spawnSync } from 'node:child_process';
import { isReleased, staleFiles } from './generate.ts';
import { plainLibrary } from './plpgsql/output.ts';
import { committedChanges } from './release/committed.ts';

type Outcome = { readonly ok: boolean; readonly detail: string };

const run = (...command: readonly string[]): Outcome => {
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  return { ok: status === 0, detail: `${stdout}${stderr}`.trim() };
};

const generated = async (): Promise<Outcome> => {
  const stale = await staleFiles();
  return {
    ok: stale.length === 0,
    detail: `not what the sources render: ${stale.join(', ')}; run npm run build`,
  };
};

const compiles = async (): Promise<Outcome> => {
  try {
    await plainLibrary();
    return { ok: true, detail: '' };
  } catch (error) {
    return { ok: false, detail: (error as Error).message };
  }
};

const committed = (): Outcome => {
  const { changes, hasGit } = committedChanges();
  if (!hasGit)
    console.log('note git does not know migrations/released.json here: compared with its hashes alone');
  return {
    ok: changes.length === 0,
    detail: `sites have run or hold them, so they stay as they are: ${changes.join('; ')}; put the old files back`,
  };
};

const checks: readonly (readonly [string, () => Outcome | Promise<Outcome>])[] = [
  ['types', () => run('node_modules/typescript/bin/tsc', '-p', '.')],
  ['types of src/plv8 (ES2021, no Node)', () => run('node_modules/typescript/bin/tsc', '-p', 'src/plv8')],
  ['lint and format', () => run('node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off')],
  ['src/plv8 compiles to PL/pgSQL', compiles],
  ['generated files', generated],
  ['committed migrations and released records', committed],
];

const main = async (): Promise<void> => {
  let failed = 0;
  for (const [name, check] of checks) {
    const { ok, detail } = await check();
    console.log(`${ok ? 'ok  ' : 'FAIL'} ${name}`);
    if (!ok) console.log(detail.replace(/^/gm, '     '));
    failed += ok ? 0 : 1;
  }
  if (!(await isReleased())) console.log('note the sources are newer than the newest release');
  if (failed > 0) process.exit(1);
};

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
