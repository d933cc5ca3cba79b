// The entry of the continuous integration, with npm replaced by one that does what the test says.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checkout } from '../../dev/server/layout.ts';

const ci = suite('the continuous integration');
const folder = mkdtempSync(join(tmpdir(), 'lead-hunter-ci-'));
ci.after(() => rmSync(folder, { recursive: true }));
writeFileSync(
  join(folder, 'npm'),
  `#!/bin/bash
case "$*" in
  "run check") echo checked; exit "$CHECK" ;;
  "test") [ "$TEST" = 9 ] && exit 9; echo "3 passed, $TEST failed"; [ "$LH_TEST_COMPLETE" = 1 ] && exit "$TEST" ;;
  "run test:matrix") echo "20 passed, $MATRIX failed"; exit "$MATRIX" ;;
  *) echo "unexpected: npm $*"; exit 9 ;;
esac
`,
);
chmodSync(join(folder, 'npm'), 0o755);

const run = (check: number, test: number, matrix: number) =>
  spawnSync(join(checkout, '.ci/run'), {
    cwd: tmpdir(),
    env: {
      ...process.env,
      PATH: `${folder}:${process.env.PATH}`,
      CHECK: String(check),
      TEST: String(test),
      MATRIX: String(matrix),
    },
    encoding: 'utf8',
  });

for (const [check, test, matrix] of [
  [0, 0, 0],
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
  [1, 1, 1],
] as const)
  ci(`sums up and fails when one fails: check ${check}, tests ${test}, matrix ${matrix}`, () => {
    const { status, stdout } = run(check, test, matrix);
    assert.is(status, check + test + matrix > 0 ? 1 : 0);
    assert.equal(stdout.split('\n'), [
      'checked',
      `3 passed, ${test} failed`,
      `20 passed, ${matrix} failed`,
      `23 passed, ${test + matrix} failed`,
      '',
    ]);
  });

ci('counts tests that end without a line of totals as a failure', () => {
  const { status, stdout } = run(0, 9, 0);
  assert.is(status, 1);
  assert.equal(stdout.split('\n'), ['checked', '20 passed, 0 failed', '20 passed, 1 failed', '']);
});

ci.run();
