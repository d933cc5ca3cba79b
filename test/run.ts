// npm test: the generated files must be what the sources render; then a Postgres of its own, the template databases,
// and every test file in a process of its own, two at a time. Says how long each folder took, ends with the line
// "N passed, N failed" and leaves neither process nor file behind, however it ends.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { checkout } from '../dev/server/layout.ts';
import { provide } from '../dev/server/packages.ts';
import { descendantsOf, endProcesses, parentOf } from '../dev/server/processes.ts';
import { failure, main, say, step } from '../dev/server/progress.ts';
import { startServer } from '../dev/server/server.ts';
import { budgetSeconds, describeDuration } from './support/duration.ts';
import { requireRendered } from './support/rendered.ts';
import { makeScratch, sweep } from './support/scratch.ts';
import { endRunningFiles, type FileResult, runFile } from './support/test_file.ts';

const atOnce = 2;
const timeoutMs = Number(process.env.LH_TEST_TIMEOUT_S ?? 600) * 1000;
const budget = Number(process.env.LH_TEST_BUDGET_S ?? budgetSeconds);

const filesUnder = (path: string): string[] => {
  if (!existsSync(path)) throw failure(`there is no "${path}"`, 'name a test file or a folder of tests');
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(path, name));
};

const isPure = (file: string): boolean => file.includes('/pure/');

/** Roughly how long a file takes: servers of its own first, then databases, then Node alone; then by its length. */
const weight = (file: string): number => {
  const text = readFileSync(file, 'utf8');
  const ownServer = /startServer|\/bench\//.test(text);
  return text.length + (ownServer ? 2_000_000 : 0) + (isPure(file) ? 0 : 1_000_000);
};

/** The files to run, what takes longest first, so that two at a time end together. */
const chooseFiles = (args: readonly string[]): string[] => {
  const paths = args.length > 0 ? args : [join(checkout, 'test')];
  const files = [...new Set(paths.flatMap((path) => filesUnder(resolve(checkout, path))))];
  if (files.length === 0)
    throw failure(`no test file (*.test.ts) in ${paths.join(', ')}`, 'name another folder');
  return files.sort((a, b) => weight(b) - weight(a));
};

/** The tests' environment: nothing of the caller's that could lead them to another database. */
const environment = (extra: Record<string, string>): NodeJS.ProcessEnv => {
  const own = Object.entries(process.env).filter(
    ([key]) => !/^(PG|DATABASE_URL$|SHADOW_DATABASE_URL$)/.test(key),
  );
  return { ...Object.fromEntries(own), FORCE_COLOR: '0', NO_COLOR: '1', ...extra };
};

const startTestServer = async (): Promise<Record<string, string>> => {
  await provide();
  const server = await step('starting a Postgres for the tests', () =>
    startServer({ name: 'tests', durable: false }),
  );
  process.env.LH_TEST_SERVER_URL = server.url;
  const { buildTemplates } = await import('./support/database.ts');
  await step('building the template databases', async () => buildTemplates(server.url));
  return { LH_TEST_SERVER_URL: server.url };
};

const report = (result: FileResult): void => {
  const name = relative(checkout, result.file);
  const time = `${result.seconds.toFixed(1)} s`.padStart(8);
  if (result.failed === 0) {
    say(`  ok   ${time}  ${name} (${result.passed} passed)`);
    return;
  }
  say(`  FAIL ${time}  ${name}: ${result.complaints.join('; ')}`);
  say(result.output.trimEnd().replace(/^/gm, '       │ '));
};

const runFiles = async (files: readonly string[], env: NodeJS.ProcessEnv): Promise<FileResult[]> => {
  const results: FileResult[] = [];
  const waiting = [...files];
  const worker = async (): Promise<void> => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      const result = await runFile(file, checkout, env, timeoutMs);
      report(result);
      results.push(result);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
};

/** On Ctrl-C, SIGTERM or the end of npm: end the tests and their servers by id, then go with the usual exit code. */
const cleanUpWhenEnded = (scratch: string): void => {
  let leaving = false;
  const leave = async (why: string, code: number): Promise<void> => {
    if (leaving) return;
    leaving = true;
    say(`\n${why}: ending the tests and their servers`);
    await endRunningFiles();
    await endProcesses(() => descendantsOf(process.pid));
    await sweep(scratch);
    process.exit(code);
  };
  process.on('SIGINT', () => leave('SIGINT', 130));
  process.on('SIGTERM', () => leave('SIGTERM', 143));
  process.on('SIGHUP', () => leave('SIGHUP', 129));
  // npm, killed, leaves its shell and us behind.
  const ancestors = (): string => `${process.ppid} ${parentOf(process.ppid)}`;
  const before = ancestors();
  const orphaned = (): boolean => process.env.npm_lifecycle_event !== undefined && ancestors() !== before;
  setInterval(() => orphaned() && leave('npm has ended', 143), 500).unref();
};

await main(async () => {
  const files = chooseFiles(process.argv.slice(2));
  if (!files.every(isPure)) await step('comparing the generated files with the sources', requireRendered);
  const scratch = await makeScratch();
  process.env.LH_STATE_DIRECTORY = scratch;
  cleanUpWhenEnded(scratch);
  try {
    const found = files.every(isPure) ? {} : await startTestServer();
    say(`▸ running ${files.length} test files, ${atOnce} at a time`);
    const results = await runFiles(files, environment(found));
    const sum = (key: 'passed' | 'failed'): number => results.reduce((all, result) => all + result[key], 0);
    for (const result of results.filter(({ failed }) => failed > 0))
      say(`  FAIL ${relative(checkout, result.file)}`);
    // Since the process began: what is started before the tests counts too.
    for (const line of describeDuration(results, checkout, performance.now() / 1000, budget)) say(line);
    if (sum('failed') > 0) process.exitCode = 1;
    process.once('exit', () => process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed\n`));
  } finally {
    await sweep(scratch);
  }
});
