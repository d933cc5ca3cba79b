// The entry of the continuous integration, with npm and timeout replaced by ones that do what the test says.
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
const program = (name: string, text: string): void => {
  writeFileSync(join(folder, name), `#!/bin/bash\n${text}`);
  chmodSync(join(folder, name), 0o755);
};
program(
  'npm',
  `[ "$LH_TEST_COMPLETE" = 1 ] || { echo "something may be left out: npm $*"; exit 9; }
case "$*" in
  "run check") echo checked; exit "$CHECK" ;;
  "test") [ "$TEST" = 9 ] && exit 9; echo "3 passed, $TEST failed"; exit "$TEST" ;;
  "run test:matrix") echo "20 passed, $MATRIX failed"; exit "$MATRIX" ;;
  "run faults") echo "100 passed, $FAULTS failed"; exit "$FAULTS" ;;
  *) echo "unexpected: npm $*"; exit 9 ;;
esac
`,
);
// Of the options it is told, and the minutes; a command that hangs is one that is ended at once.
program('timeout', `shift; echo "$1" >&2; shift; [ "$HANGS" = "$*" ] && exit 124; exec "$@"\n`);

type Failures = {
  readonly check?: number;
  readonly test?: number;
  readonly matrix?: number;
  readonly faults?: number;
};

const run = ({ check = 0, test = 0, matrix = 0, faults = 0 }: Failures, hangs = '') =>
  spawnSync(join(checkout, '.ci/run'), {
    cwd: tmpdir(),
    env: {
      ...process.env,
      PATH: `${folder}:${process.env.PATH}`,
      CHECK: String(check),
      TEST: String(test),
      MATRIX: String(matrix),
      FAULTS: String(faults),
      HANGS: hangs,
    },
    encoding: 'utf8',
  });

for (const failures of [
  {},
  { test: 1 },
  { matrix: 1 },
  { faults: 1 },
  { test: 1, matrix: 2, faults: 4 },
] as readonly Failures[])
  ci(`sums up and fails when one fails: ${JSON.stringify(failures)}`, () => {
    const { test = 0, matrix = 0, faults = 0 } = failures;
    const { status, stdout } = run(failures);
    assert.is(status, test + matrix + faults > 0 ? 1 : 0);
    assert.equal(stdout.split('\n'), [
      'checked',
      `3 passed, ${test} failed`,
      `20 passed, ${matrix} failed`,
      `100 passed, ${faults} failed`,
      `123 passed, ${test + matrix + faults} failed`,
      '',
    ]);
  });

ci('counts checks that fail and tests that end without a line of totals as a failure each', () => {
  const { status, stdout } = run({ check: 1, test: 9 });
  assert.is(status, 1);
  assert.equal(stdout.split('\n'), [
    'checked',
    '20 passed, 0 failed',
    '100 passed, 0 failed',
    '120 passed, 2 failed',
    '',
  ]);
});

for (const [command, totals] of [
  ['npm run check', '123 passed, 1 failed'],
  ['npm test', '120 passed, 1 failed'],
  ['npm run test:matrix', '103 passed, 1 failed'],
  ['npm run faults', '23 passed, 1 failed'],
] as const)
  ci(`goes on with the rest when ${command} hangs, and counts it as a failure`, () => {
    const { status, stdout } = run({}, command);
    assert.is(status, 1);
    assert.match(stdout, new RegExp(`^ended after \\d+ minutes: ${command}$`, 'm'));
    assert.is(stdout.trimEnd().split('\n').at(-1), totals);
  });

ci('ends within 90 minutes, whatever hangs', () => {
  const { stderr } = run({});
  const minutes = [...stderr.matchAll(/^(\d+)m$/gm)].map(([, each]) => Number(each));
  assert.is(minutes.length, 4);
  assert.ok(minutes.reduce((all, each) => all + each, 0) < 90, `${minutes}`);
});

ci.run();
