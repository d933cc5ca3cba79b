// npm test as a command, on throw-away test files: its totals, its seconds, its gate, and that nothing is left behind,
// however a run ends.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checkout } from '../../dev/server/layout.ts';
import { isAlive, postgresIn } from '../../dev/server/processes.ts';
import { describeDuration } from '../support/duration.ts';
import { missing, unless } from '../support/needs.ts';
import { copyProject, runNode } from '../support/project_copy.ts';
import { jobsOnBoth, runsAgain } from '../support/test_servers.ts';
import { head, throwAwayFolder } from '../support/throw_away.ts';

const noGit = await missing('git');
const runner = suite('the test runner');
const { folder, write: fixture, remove } = throwAwayFolder();
runner.after(remove);

type Ended = {
  readonly code: number | null;
  readonly stdout: string;
  readonly all: string;
  readonly pid: number;
};

// A run inside a run: its state goes where a run of its own puts it, for the paths of sockets are short.
const env = { ...process.env };
delete env.LH_STATE_DIRECTORY;
delete env.LH_TEST_SERVER_URL;
delete env.LH_TEST_RENDERED;
delete env.LH_TEST_COMPLETE;

type Run = {
  /** When `during` is called with the process id of the run. */
  readonly ready?: () => boolean;
  readonly during?: (pid: number) => void;
  readonly project?: string;
  readonly more?: Readonly<Record<string, string>>;
};

/** npm test itself, on a path. */
const npmTest = async (
  path: string,
  { ready, during, project = checkout, more = {} }: Run = {},
): Promise<Ended> => {
  const child = spawn(process.execPath, [join(project, 'dev/bootstrap.mjs'), 'test', path], {
    cwd: project,
    env: { ...env, ...more },
  });
  let stdout = '';
  let all = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
    all += chunk;
  });
  child.stderr.on('data', (chunk) => {
    all += chunk;
  });
  const pid = child.pid ?? 0;
  const ended = once(child, 'close');
  while (ready && !ready() && child.exitCode === null) await sleep(20);
  if (ready && child.exitCode !== null) throw new Error(`it ended too early:\n${all}`);
  during?.(pid);
  const [code] = await ended;
  return { code, stdout, all, pid };
};

runner('ends with the line of totals, and with exit code 0 only when nothing failed', async () => {
  const good = fixture('good', `${head}s('a', () => {}); s.run();`);
  const bad = fixture('bad', `${head}s('a', () => {}); s('b', () => assert.ok(0)); s.run();`);
  const one = await npmTest(good);
  assert.equal([one.code, one.stdout], [0, '1 passed, 0 failed\n']);
  const two = await npmTest(bad);
  assert.equal([two.code, two.stdout], [1, '1 passed, 1 failed\n']);
  const none = await npmTest(join(folder, 'nothing'));
  assert.is(none.code, 1);
  assert.match(none.all, 'nothing');
  const option = await npmTest('--watch');
  assert.is(option.code, 1);
  assert.match(option.all, 'npm test knows no "--watch"');
});

runner('says the seconds of each folder, the longest first, and the whole', () => {
  const files = [
    { file: '/p/test/pure/a.test.ts', seconds: 1.4 },
    { file: '/p/test/engine/b.test.ts', seconds: 100 },
    { file: '/p/test/engine/c.test.ts', seconds: 42.2 },
    { file: '/p/test/pure/d.test.ts', seconds: 1.5 },
  ];
  assert.equal(describeDuration(files, '/p', 81.6), [
    '  seconds of one worker: test/engine 142 s, test/pure 3 s',
    '  the whole: 82 s',
  ]);
  assert.is(describeDuration(files, '/p', 600).length, 2);
  const [, , word, ...more] = describeDuration(files, '/p', 601);
  assert.match(String(word), 'above the budget: 601 s where two idle cores may take 600 s');
  assert.equal(more, []);
});

runner(
  'runs all files on the first server and those that fit on the second, both types of ids in all',
  () => {
    const on = (name: string): string => join(checkout, 'test', name);
    const [either, plv8, ownServer, dev] = [
      on('engine/detection.test.ts'),
      on('engine/testing_freeze.test.ts'),
      on('engine/faults.test.ts'),
      on('dev/host.test.ts'),
    ];
    const files = [either, plv8, ownServer, dev];
    assert.equal(files.filter(runsAgain), [either]);
    const servers = [
      { url: 'one', label: '' },
      { url: 'two', label: ', again' },
    ] as const;
    const planned = (complete: boolean): string[] =>
      jobsOnBoth(servers, files, files.filter(runsAgain), complete)
        .map(({ file, server, ids = 'both' }) => `${relative(checkout, file)} ${server?.url} ${ids}`)
        .sort();
    const alone = [plv8, ownServer, dev].map((file) => `${relative(checkout, file)} one both`);
    const name = relative(checkout, either);
    assert.equal(planned(false), [...alone, `${name} one bigint`, `${name} two uuid`].sort());
    assert.equal(planned(true), [...alone, `${name} one both`, `${name} two uuid`].sort());
  },
);

runner('says so when the whole is above the budget, and passes all the same', async () => {
  const file = fixture('long', `${head}s('a', () => {}); s.run();`);
  const above = await npmTest(file, { more: { LH_TEST_BUDGET_S: '0' } });
  assert.equal([above.code, above.stdout], [0, '1 passed, 0 failed\n']);
  assert.match(
    above.all,
    /seconds of one worker: .*pure \d+ s\n {2}the whole: \d+ s\n {2}above the budget: \d+ s/,
  );
  const within = await npmTest(file);
  assert.match(within.all, /the whole: \d+ s\n/);
  assert.not.match(within.all, 'above the budget');
});

runner('says what was left out, and fails where nothing may be, or where nothing passed', async () => {
  const leaving = `console.log('\\nleft out: "b": it needs luck');`;
  const part = fixture('part', `${head}s('a', () => {}); ${leaving} s.run();`);
  const allowed = await npmTest(part);
  assert.equal([allowed.code, allowed.stdout], [0, '1 passed, 0 failed\n']);
  assert.match(allowed.all, /left out: .*part\.test\.ts: "b": it needs luck/);
  const strict = await npmTest(part, { more: { LH_TEST_COMPLETE: '1' } });
  assert.equal([strict.code, strict.stdout], [1, '1 passed, 1 failed\n']);
  assert.match(strict.all, 'LH_TEST_COMPLETE=1 says that everything is here');
  const whole = fixture('whole', `console.log('\\nleft out: the whole file: it needs luck');`);
  const none = await npmTest(whole);
  assert.equal([none.code, none.stdout], [1, '0 passed, 0 failed\n']);
  assert.match(none.all, 'no test passed');
});

unless(noGit, runner)(
  'refuses to test what was not rendered, naming the files, also for a file alone, but for pure tests',
  async () => {
    const copy = join(folder, 'copy');
    copyProject(copy);
    const unchanged = await runNode(copy, ['dev/bootstrap.mjs', 'build'], env);
    assert.is(unchanged.stdout, 'generated files: all up to date\n');
    const source = join(copy, 'src/sql/engine/clock.ts');
    const broken = readFileSync(source, 'utf8').replace('The present moment', 'No moment');
    assert.match(broken, 'No moment');
    writeFileSync(source, broken);
    const since = performance.now();
    const refused = await npmTest('test/engine/lint.test.ts', { project: copy });
    assert.ok(performance.now() - since < 10_000);
    assert.equal([refused.code, refused.stdout], [1, '']);
    assert.match(refused.all, /not what the sources render: .*dist\/install\.sql/);
    assert.match(refused.all, 'npm run build');
    // Refused before a server is asked, so that it does not matter that there is none.
    for (const server of [{}, { LH_TEST_SERVER_URL: 'postgresql://localhost:1/none' }]) {
      const alone = await runNode(copy, ['--import', 'tsx', 'test/engine/lint.test.ts'], {
        ...env,
        ...server,
      });
      assert.is(alone.code, 1);
      assert.match(alone.all, /not what the sources render: .*dist\/install\.sql/);
    }
    const pure = fixture('unrendered', `${head}s('a', () => {}); s.run();`);
    const ran = await npmTest(relative(copy, pure), { project: copy });
    assert.equal([ran.code, ran.stdout], [0, '1 passed, 0 failed\n']);
  },
);

const stateOf = (pid: number): string | undefined => {
  const parent = '/var/tmp';
  const found = readdirSync(parent).find((entry) => entry.includes(`-test-${process.getuid?.()}-${pid}-`));
  return found && join(parent, found);
};

/** A test that says that it has begun and then takes a minute. */
const sleeper = (marker: string): string => `import { writeFileSync } from 'node:fs';
${head}s('a', async () => {
  writeFileSync(${JSON.stringify(marker)}, String(process.pid));
  await new Promise((done) => setTimeout(done, 60_000));
});
s.run();`;

for (const name of ['SIGINT', 'SIGTERM'] as const)
  runner(`leaves neither server nor process nor file when ended by ${name}`, async () => {
    // Two run at a time; of the others none may begin.
    const files = join(folder, name);
    mkdirSync(files);
    const marker = (n: number): string => join(folder, `pid-${name}-${n}`);
    const began = (): number[] => [1, 2, 3, 4].filter((n) => existsSync(marker(n)));
    for (const n of [1, 2, 3, 4]) writeFileSync(join(files, `${n}.test.ts`), sleeper(marker(n)));
    let state: string | undefined;
    let servers: number[] = [];
    const ended = await npmTest(files, {
      ready: () => began().length === 2,
      during: (pid) => {
        state = stateOf(pid);
        servers = postgresIn(state ?? '');
        process.kill(pid, name);
      },
    });
    assert.is(ended.code, name === 'SIGINT' ? 130 : 143);
    assert.ok(state && servers.length > 3);
    assert.equal(servers.filter(isAlive), []);
    assert.not.ok(existsSync(state));
    assert.is(began().length, 2);
    for (const n of began()) assert.not.ok(isAlive(Number(readFileSync(marker(n), 'utf8'))));
  });

runner('clears up in the next run after one that was killed', async () => {
  const marker = join(folder, 'pid-killed');
  const file = join(folder, 'killed.test.ts');
  writeFileSync(file, sleeper(marker));
  let state: string | undefined;
  const killed = await npmTest(file, {
    ready: () => existsSync(marker),
    during: (pid) => {
      state = stateOf(pid);
      process.kill(pid, 'SIGKILL');
    },
  });
  assert.is(killed.code, null);
  assert.ok(state && existsSync(state));
  await npmTest(fixture('next', `${head}s('a', () => {}); s.run();`));
  assert.not.ok(existsSync(state));
  assert.not.ok(isAlive(Number(readFileSync(marker, 'utf8'))));
});

runner.run();
