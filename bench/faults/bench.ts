// `npm run faults`: every fault against a server of its own, as a table on the screen and in docs/operations.md, under an
// hour; `npm run faults -- --short` under two minutes, no page; `npm run faults -- NAME …` some of them. A fault fails when
// a row was lost or is there twice, or when something else happened than was promised; the last line counts them.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { failure, say, step } from '../../dev/server/progress.ts';
import { badInputFaults } from './bad_inputs.ts';
import { crashes } from './crashes.ts';
import { crowds } from './crowds.ts';
import { hostFaults } from './host_faults.ts';
import { type Fault, isAsPromised, type Row, type Size, tableOf, totalsOf } from './outcome.ts';
import { pooled } from './pooled.ts';
import { servers } from './servers.ts';
import { sessions } from './sessions.ts';
import { createWorld } from './world.ts';

export const longForm: Size = {
  kills: 200,
  crashes: 36,
  crowd: 32,
  timeouts: 40,
  cancels: 40,
  upgrades: 12,
  fullDisks: 25,
  failovers: 5,
  restores: 5,
  pooledNights: 10,
  badInputs: 1000,
};
export const shortForm: Size = {
  kills: 3,
  crashes: 1,
  crowd: 8,
  timeouts: 5,
  cancels: 3,
  upgrades: 1,
  fullDisks: 2,
  failovers: 1,
  restores: 1,
  pooledNights: 2,
  badInputs: 12,
};

export const faults: readonly Fault[] = [
  ...crowds,
  ...hostFaults,
  ...badInputFaults,
  ...sessions,
  ...pooled,
  ...servers,
  ...crashes,
];
export const faultNames: readonly string[] = faults.map(({ name }) => name);

/** The faults of these names, all without one. */
const chosen = (names: readonly string[]): readonly Fault[] => {
  for (const name of names)
    if (!faultNames.includes(name))
      throw failure(`there is no fault "${name}"`, `take one of ${faultNames.join(', ')}`);
  return names.length === 0 ? faults : faults.filter(({ name }) => names.includes(name));
};

export type Found = {
  readonly rows: readonly Row[];
  readonly leftOut: readonly { readonly name: string; readonly lacks: string }[];
};

export const runFaults = async (
  server: string,
  size: Size,
  names: readonly string[] = [],
  each: (row: Row) => void = () => undefined,
): Promise<Found> => {
  const wanted = chosen(names);
  const world = await createWorld(server);
  const rows: Row[] = [];
  const leftOut: { name: string; lacks: string }[] = [];
  try {
    for (const { name, run, lacks } of wanted) {
      const missing = await lacks?.();
      if (missing !== undefined) {
        leftOut.push({ name, lacks: missing });
        continue;
      }
      const row = { name, ...(await step(name, () => run(world, size))) };
      rows.push(row);
      each(row);
    }
    return { rows, leftOut };
  } finally {
    await world.end();
  }
};

const page = new URL('../../docs/operations.md', import.meta.url);
const marked = /(<!-- faults: npm run faults -->\n)([\s\S]*?)(<!-- end -->)/;

/** The table on the page. */
export const tableOnPage = (): string => {
  const [, , table] = marked.exec(readFileSync(page, 'utf8')) ?? [];
  if (table === undefined) throw new Error('docs/operations.md lacks the markers of the table of faults');
  return table;
};

/** Puts the row into the table on the page. */
const writeRow = (row: Row): void => {
  const table = tableOf([row], faultNames, tableOnPage());
  const text = readFileSync(page, 'utf8');
  writeFileSync(
    page,
    text.replace(
      marked,
      (_, open: string, _former: string, close: string) => `${open}\n${table}\n\n${close}`,
    ),
  );
};

const main = async (): Promise<void> => {
  const [options, names] = [true, false].map((isOption) =>
    process.argv.slice(2).filter((arg) => arg.startsWith('--') === isOption && !arg.endsWith('bench.ts')),
  );
  const short = options?.includes('--short') === true;
  const since = performance.now();
  const { rows, leftOut } = await runFaults(
    `faults-${process.pid}`,
    short ? shortForm : longForm,
    names,
    short ? undefined : writeRow,
  );
  console.log(tableOf(rows, faultNames));
  say(`${rows.length} faults in ${((performance.now() - since) / 60_000).toFixed(1)} minutes`);
  for (const { name, lacks } of leftOut) console.error(`left out: ${name}: it needs ${lacks}`);
  for (const { name } of rows.filter((row) => !isAsPromised(row))) console.error(`not as promised: ${name}`);
  const { passed, failed } = totalsOf(rows, leftOut.length, process.env.LH_TEST_COMPLETE === '1');
  if (failed > 0 || passed === 0) process.exitCode = 1;
  console.log(`${passed} passed, ${failed} failed`);
};

if (process.argv.some((arg) => import.meta.url === pathToFileURL(arg).href)) await main();
