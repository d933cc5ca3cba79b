// The short form of `npm run faults`: the same faults, fewer moments, on a server of its own; and that the table of the
// long form has every row, as promised.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { faultNames, runFaults, shortForm, tableOnPage } from '../../bench/faults/bench.ts';
import { isAsPromised, linesOf, type Row, totalsOf } from '../../bench/faults/outcome.ts';
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

faults(
  'a fault that bypassed, lost or doubled anything counts as failed, and one left out where none may be',
  () => {
    const kept: Row = {
      name: 'kept',
      fault: '',
      promised: '',
      observed: '',
      attempts: 9,
      bypassed: 0,
      lost: 0,
      duplicated: 0,
    };
    const rows = [kept, { ...kept, bypassed: 1 }, { ...kept, lost: 2 }, { ...kept, duplicated: 3 }, kept];
    assert.equal(totalsOf(rows, 1, false), { passed: 2, failed: 3 });
    assert.equal(totalsOf(rows, 1, true), { passed: 2, failed: 4 });
    assert.equal(totalsOf([kept], 0, true), { passed: 1, failed: 0 });
  },
);

faults.run();
