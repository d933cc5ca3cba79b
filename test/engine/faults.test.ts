// The short form of `npm run faults`: the same faults, fewer moments, on a server of its own.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { faultNames, runFaults, shortForm } from '../../bench/faults/bench.ts';
import { isAsPromised } from '../../bench/faults/outcome.ts';
import { leaveOut, requireForFile } from '../support/needs.ts';

await requireForFile('debian');

const faults = suite('faults');

faults('whatever happens to a cycle, nothing is lost, half done or there twice', async () => {
  const { rows, leftOut } = await runFaults(`faults-${process.pid}`, shortForm);
  for (const { name, lacks } of leftOut) leaveOut(`the fault "${name}"`, lacks);
  assert.equal(
    [...rows, ...leftOut].map(({ name }) => name).sort(),
    [...faultNames].sort(),
    'every fault was tried or says what it lacks',
  );
  for (const row of rows) assert.ok(isAsPromised(row), JSON.stringify(row, null, 2));
});

faults.run();
