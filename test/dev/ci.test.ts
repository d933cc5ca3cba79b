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
  "test") echo "3 passed, $TEST failed"; exit "$TEST" ;;
  *) echo "unexpected: npm $*"; exit 9 ;;
esac
`,
);
chmodSync(join(folder, 'npm'), 0o755);

const run = (check: number, test: number) =>
  spawnSync(join(checkout, '.ci/run'), {
    cwd: tmpdir(),
    env: { ...process.env, PATH: `${folder}:${process.env.PATH}`, CHECK: String(check), TEST: String(test) },
    encoding: 'utf8',
  });

for (const [check, test, code] of [
  [0, 0, 0],
  [1, 0, 1],
  [0, 1, 1],
  [1, 1, 1],
] as const)
  ci(`ends with ${code} and the totals when check ends with ${check} and the tests with ${test}`, () => {
    const { status, stdout } = run(check, test);
    assert.equal([status, stdout], [code, `checked\n3 passed, ${test} failed\n`]);
  });

ci.run();
