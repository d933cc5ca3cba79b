// The short form of `npm run faults`: the same faults, fewer moments, on a server of its own.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { runFaults, shortForm } from '../../bench/faults/bench.ts';
import { requireForFile } from '../support/needs.ts';

await requireForFile('debian');

const faults = suite('faults');

faults('whatever happens to a cycle, nothing is lost, half done or there twice', async () => {
  const outcomes = await runFaults(`faults-${process.pid}`, shortForm);
  assert.ok(outcomes.length >= 16, `${outcomes.length} faults`);
  for (const outcome of outcomes) assert.ok(outcome.ok, JSON.stringify(outcome, null, 2));
});

faults.run();
