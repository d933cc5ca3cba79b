// The short form of `npm run faults`: the same faults, fewer moments, on a server of its own; and that the table of the
// long form has every row, as promised.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { faultNames, runFaults, shortForm, tableOnPage } from '../../bench/faults/bench.ts';
import { isAsPromised, linesOf } from '../../bench/faults/outcome.ts';
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

faults('the table in docs/operations.md has a row for each fault, and none broke its promise', () => {
  const lines = linesOf(tableOnPage());
  assert.equal([...lines.keys()], faultNames);
  for (const [name, line] of lines) assert.match(line, /\| 0 \| 0 \| 0 \|$/, name);
});

faults.run();
