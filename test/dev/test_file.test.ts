// How one test file is evaluated, with throw-away files: what uvu lets pass with exit code 0 must fail here.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checkout } from '../../dev/server/layout.ts';
import { isAlive } from '../../dev/server/processes.ts';
import { leftOutMark, wholeFile } from '../support/needs.ts';
import { type FileResult, readTotals, runFile } from '../support/test_file.ts';
import { head, throwAwayFolder } from '../support/throw_away.ts';

const runner = suite('running a test file');
const { write: fixture, remove } = throwAwayFolder();
runner.after(remove);

const resultOf = (name: string, text: string, timeoutMs = 60_000): Promise<FileResult> =>
  runFile(fixture(name, text), checkout, { ...process.env, FORCE_COLOR: '0' }, timeoutMs);

const complaintsAbout = async (name: string, text: string, timeoutMs?: number): Promise<string> => {
  const { failed, complaints } = await resultOf(name, text, timeoutMs);
  assert.is(failed > 0, complaints.length > 0);
  return complaints.join('; ');
};

runner('counts the tests of a file in which all is well, over several suites', async () => {
  const text = `${head}const t = suite('t');
s('one', () => assert.ok(1)); s('two', async () => assert.ok(2)); s.run();
await new Promise((done) => setTimeout(done, 50));
t('three', () => assert.ok(3)); t.run();`;
  const { passed, failed, complaints } = await resultOf('well', text);
  assert.equal({ passed, failed, complaints }, { passed: 3, failed: 0, complaints: [] });
});

runner('fails a file with a failing test and keeps its output', async () => {
  const { passed, failed, output } = await resultOf(
    'wrong',
    `${head}s('a', () => {}); s('b', () => assert.is(1, 2)); s.run();`,
  );
  assert.equal({ passed, failed }, { passed: 1, failed: 1 });
  assert.match(output, /Expected values to be strictly equal/);
});

runner('fails a file without any test', async () => {
  assert.match(await complaintsAbout('empty', 'export {};'), 'no test ran');
  assert.match(await complaintsAbout('bare', `${head}s.run();`), 'no test ran');
});

runner('fails a file that forgets .run(), also for one of two suites', async () => {
  assert.match(await complaintsAbout('unrun', `${head}s('a', () => {});`), 's.run() is missing');
  const two = `${head}const t = suite('t'); s('a', () => {}); t('b', () => {}); s.run();`;
  assert.match(await complaintsAbout('halfrun', two), 't.run() is missing');
});

runner('fails a file with a stray .only and one with a .skip', async () => {
  const only = `${head}s.only('a', () => {}); s('b', () => {}); s.run();`;
  assert.match(await complaintsAbout('only', only), '1 skipped');
  assert.match(
    await complaintsAbout('skip', `${head}s('a', () => {}); s.skip('b', () => {}); s.run();`),
    '1 skipped',
  );
});

runner('fails a file whose before or after throws', async () => {
  const before = `${head}s.before(() => { throw new Error('no'); }); s('a', () => {}); s.run();`;
  assert.match(await complaintsAbout('before', before), '0 of 1 passed');
  const after = `${head}s.after(() => { throw new Error('no'); }); s('a', () => {}); s.run();`;
  assert.match(await complaintsAbout('after', after), 'exit code 1');
});

runner('fails a file that throws while loading, that ends itself early, that does not compile', async () => {
  assert.match(
    await complaintsAbout('throws', `${head}s('a', () => {}); s.run(); throw new Error('no');`),
    'exit code 1',
  );
  assert.match(
    await complaintsAbout('exits', `${head}s('a', () => process.exit(0)); s.run();`),
    'no test ran',
  );
  assert.match(await complaintsAbout('syntax', 'const = 1;'), 'exit code 1');
});

runner('ends a file that does not end, and fails it', async () => {
  const text = `${head}s('a', () => {}); s.run(); setInterval(() => {}, 1000);`;
  assert.match(await complaintsAbout('endless', text, 1_500), 'no end after 1.5 s');
});

runner('ends the processes that a file leaves behind, and fails it', async () => {
  const text = `import { spawn } from 'node:child_process';
${head}s('a', () => { spawn('sleep', ['600'], { stdio: 'ignore' }).unref(); }); s.run();`;
  const complaints = await complaintsAbout('leaves', text);
  assert.match(complaints, /left processes behind: \d+/);
  assert.not.ok(isAlive(Number(/behind: (\d+)/.exec(complaints)?.[1])));
});

const leavesOut = (what: string): string =>
  `console.log(${JSON.stringify(`\n${leftOutMark}${what}: it needs luck`)});`;

runner(
  'passes a file that says why it is left out, and lists what it leaves out besides its tests',
  async () => {
    const whole = await resultOf('whole', leavesOut(wholeFile));
    assert.equal([whole.passed, whole.failed], [0, 0]);
    assert.equal(whole.leftOut, ['the whole file: it needs luck']);
    const part = await resultOf('part', `${head}s('a', () => {}); ${leavesOut('"b"')} s.run();`);
    assert.equal([part.passed, part.failed, part.leftOut], [1, 0, ['"b": it needs luck']]);
  },
);

runner('fails a file that leaves out one test and has no other, or that is left out and runs', async () => {
  assert.match(await complaintsAbout('nothing', leavesOut('"b"')), 'no test ran');
  const both = `${head}s('a', () => {}); ${leavesOut(wholeFile)} s.run();`;
  assert.match(await complaintsAbout('both', both), 'left out as a whole, and yet tests ran');
  assert.match(await complaintsAbout('dies', `${leavesOut(wholeFile)} process.exit(3);`), 'exit code 3');
});

runner('does not take a printed word for a total', () => {
  assert.equal(readTotals('Total: 5\nPassed: 5\nSkipped: 0\n'), { total: 0, passed: 0, skipped: 0 });
});

runner.run();
