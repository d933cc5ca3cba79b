// `npm run faults`: every fault against a server of its own, as a table on the screen and in docs/operations.md. Takes
// some ten minutes; `npm run faults -- --short` a minute. Fails when a row was lost or is there twice.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { step } from '../../dev/server/progress.ts';
import { crashes } from './crashes.ts';
import { crowds } from './crowds.ts';
import { hostFaults } from './host_faults.ts';
import { type Outcome, tableOf } from './outcome.ts';
import { createWorld } from './world.ts';

export type Size = {
  readonly kills: number;
  readonly crashes: number;
  readonly crowd: number;
  readonly timeouts: number;
};

export const longForm: Size = { kills: 72, crashes: 36, crowd: 32, timeouts: 40 };
export const shortForm: Size = { kills: 4, crashes: 1, crowd: 8, timeouts: 5 };

export const runFaults = async (name: string, size: Size): Promise<Outcome[]> => {
  const world = await createWorld(name);
  try {
    return [
      ...(await step('cycles at once', () => crowds(world, size.crowd))),
      ...(await step('what a host can do', () => hostFaults(world, size.timeouts))),
      await step('kill -9', () => crashes(world, 'kill -9 of the backend', size.kills)),
      await step('crashes', () => crashes(world, 'crash of the server', size.crashes)),
    ];
  } finally {
    await world.end();
  }
};

const page = new URL('../../docs/operations.md', import.meta.url);

const writeTable = (table: string): void => {
  const text = readFileSync(page, 'utf8');
  const marked = /(<!-- faults: npm run faults -->\n)[\s\S]*?(<!-- end -->)/;
  if (!marked.test(text)) throw new Error('docs/operations.md lacks the markers of the table of faults');
  writeFileSync(
    page,
    text.replace(marked, (_, open: string, close: string) => `${open}\n${table}\n\n${close}`),
  );
};

const main = async (): Promise<void> => {
  const short = process.argv.includes('--short');
  const outcomes = await runFaults(`faults-${process.pid}`, short ? shortForm : longForm);
  const table = tableOf(outcomes);
  console.log(table);
  if (!short) writeTable(table);
  const failed = outcomes.filter(({ ok }) => !ok);
  for (const { fault } of failed) console.error(`not as promised: ${fault}`);
  if (failed.length > 0) process.exitCode = 1;
};

if (process.argv.some((arg) => import.meta.url === pathToFileURL(arg).href)) await main();
