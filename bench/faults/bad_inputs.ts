// The fault of bad data: each bad input through a whole cycle, beside a bottleneck and a test that must come out as
// without it. Knows no input by name.
import { readFileSync } from 'node:fs';
import { renderHostSchema } from '../../dev/host/schema.ts';
import { clock, fill, loosen } from './bad_inputs/host.ts';
import { badInputs } from './bad_inputs/inputs.ts';
import { judgeOf } from './bad_inputs/judge.ts';
import type { Fault, Outcome, Size } from './outcome.ts';
import type { World } from './world.ts';

const install = new URL('../../dist/install.sql', import.meta.url);
const ids = 'bigint';

/** So many of them, from all parts of the list. */
const spread = <T>(all: readonly T[], n: number): readonly T[] =>
  n >= all.length ? all : Array.from({ length: n }, (_, i) => all[Math.floor((i * all.length) / n)] as T);

const tryBadInputs = async (world: World, size: Size): Promise<Outcome> => {
  await world.copy('faults_bad_inputs', 'template1');
  const client = await world.connect('faults_bad_inputs');
  await client.query(renderHostSchema({ ids }));
  await client.query(loosen);
  await client.query(readFileSync(install, 'utf8'));
  await client.query(`select set_config('lh_engine.now', $1, false)`, [clock]);
  await client.query('begin');
  await fill(client);
  const judge = await judgeOf(client, ids);
  const inputs = spread(badInputs, size.badInputs);
  const wrong: string[] = [];
  for (const input of inputs) {
    const problems = await judge([input]);
    if (problems.length > 0) wrong.push(`${input.name}: ${problems.join('; ')}`);
  }
  await client.query('rollback');
  await client.end();
  const named = inputs.filter(({ codes }) => codes.length > 0).length;
  return {
    fault:
      'bad inputs: the extremes of each column that the contract names, rows of one day, orphans, infinite times',
    promised:
      'the cycle goes on, names each row that is skipped or repaired, and evaluates the rest as without it',
    observed:
      wrong.length === 0
        ? `all were evaluated on, ${named} of them named`
        : `${wrong.length} were not: ${wrong.slice(0, 3).join(' / ')}`,
    attempts: inputs.length,
    bypassed: wrong.length,
    lost: 0,
    duplicated: 0,
  };
};

export const badInputFaults: readonly Fault[] = [{ name: 'bad-inputs', run: tryBadInputs }];
