// npm test: the generated files must be what the sources render; then Postgres servers of its own, or the one of
// LH_TEST_SERVER_URL, the template databases, and every test file in a process of its own, two at a time. Says how long
// each folder took and what was left out, ends with the line "N passed, N failed" and leaves neither process nor file
// behind, however it ends.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { checkout } from '../dev/server/layout.ts';
import { descendantsOf, endProcesses, parentOf } from '../dev/server/processes.ts';
import { failure, main, say, step } from '../dev/server/progress.ts';
import { leadsElsewhere } from './support/database.ts';
import { budgetSeconds, describeDuration } from './support/duration.ts';
import { isComplete } from './support/needs.ts';
import { requireRendered } from './support/rendered.ts';
import { makeScratch, sweep } from './support/scratch.ts';
import { endRunningFiles, type FileResult, runFile } from './support/test_file.ts';
import { isPure, type Job, leaveServer, planJobs } from './support/test_servers.ts';

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

/** Roughly how long a file takes: servers of its own first, then databases, then Node alone; then by its length. */
const weight = (file: string): number => {
  const text = readFileSync(file, 'utf8');
  const ownServer = /startServer|\/bench\//.test(text);
  return text.length + (ownServer ? 2_000_000 : 0) + (isPure(file) ? 0 : 1_000_000);
};

/** The files to run. */
const chooseFiles = (args: readonly string[]): string[] => {
  const option = args.find((arg) => arg.startsWith('-'));
  if (option !== undefined)
    throw failure(
      `npm test knows no "${option}"`,
      'name test files or folders of tests: npm test -- test/pure',
    );
  const paths = args.length > 0 ? args : [join(checkout, 'test')];
  const files = [...new Set(paths.flatMap((path) => filesUnder(resolve(checkout, path))))];
  if (files.length === 0)
    throw failure(`no test file (*.test.ts) in ${paths.join(', ')}`, 'name another folder');
  return files;
};

/** The tests' environment: nothing of the caller's that could lead them to another database. */
const environment = (extra: Record<string, string>): NodeJS.ProcessEnv => {
  const own = Object.entries(process.env).filter(([key]) => !leadsElsewhere(key));
  return { ...Object.fromEntries(own), FORCE_COLOR: '0', NO_COLOR: '1', ...extra };
};

type Ran = FileResult & { readonly label: string };

const nameOf = ({ file, label }: Ran): string => `${relative(checkout, file)}${label}`;

const report = (result: Ran): void => {
  const name = nameOf(result);
  const time = `${result.seconds.toFixed(1)} s`.padStart(8);
  if (result.failed === 0) {
    const out = result.leftOut.length > 0 ? `, ${result.leftOut.length} left out` : '';
    say(`  ok   ${time}  ${name} (${result.passed} passed${out})`);
    return;
  }
  say(`  FAIL ${time}  ${name}: ${result.complaints.join('; ')}`);
  say(result.output.trimEnd().replace(/^/gm, '       │ '));
};

/** A file that waits for the minutes of pg_cron, and leaves the processors to others. */
const mostlyWaits = ({ file }: Job): boolean => file.endsWith('_pg_cron.test.ts');

let leaving = false;

/** What the tests of a file see: its server, and whether another one has run all of it. */
const serverOf = ({ server, ids }: Job): Record<string, string> =>
  server === undefined
    ? {}
    : {
        LH_TEST_SERVER_URL: server.url,
        LH_TEST_RENDERED: 'checked',
        LH_TEST_AGAIN: server.label === '' ? '' : '1',
        LH_TEST_IDS: ids ?? '',
      };

/** Runs them all, what takes longest first, so that two at a time end together; what only waits runs beside those. */
const runJobs = async (jobs: readonly Job[]): Promise<Ran[]> => {
  const results: Ran[] = [];
  const sorted = [...jobs].sort((a, b) => weight(b.file) - weight(a.file));
  const worker = async (queue: Job[]): Promise<void> => {
    for (let job = queue.shift(); job && !leaving; job = queue.shift()) {
      const result = await runFile(job.file, checkout, environment(serverOf(job)), timeoutMs);
      const ran = { ...result, label: job.server?.label ?? '' };
      report(ran);
      results.push(ran);
    }
  };
  const working = sorted.filter((job) => !mostlyWaits(job));
  const workers = Array.from({ length: atOnce }, () => worker(working));
  await Promise.all([...workers, worker(sorted.filter(mostlyWaits))]);
  return results;
};

/** What was left out on the first server, and why; of a second one only that it was: the first has run it. */
const describeLeftOut = (results: readonly Ran[]): string[] => {
  const first = results.filter(({ label, leftOut }) => label === '' && leftOut.length > 0);
  const second = results.filter(({ label }) => label !== '').flatMap(({ leftOut }) => leftOut);
  const lines = first.flatMap((result) =>
    result.leftOut.map((what) => `  left out: ${nameOf(result)}: ${what}`),
  );
  if (second.length > 0)
    lines.push(`  left out in PL/pgSQL on 18 and run on the first server: ${second.length}`);
  return lines;
};

/** On Ctrl-C, SIGTERM or the end of npm: end the tests and their servers by id, then go with the usual exit code. */
const cleanUpWhenEnded = (scratch: string): void => {
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

const conclude = (results: readonly Ran[]): void => {
  const sum = (key: 'passed' | 'failed'): number => results.reduce((all, result) => all + result[key], 0);
  for (const result of results.filter(({ failed }) => failed > 0)) say(`  FAIL ${nameOf(result)}`);
  const leftOut = describeLeftOut(results);
  for (const line of leftOut) say(line);
  if (!isComplete && results.some(({ label }) => label !== ''))
    say(
      '  shorter than in .ci/run (LH_TEST_COMPLETE=1): one type of ids on each of two servers, eight weeks of a year',
    );
  const incomplete = isComplete && results.some((ran) => ran.label === '' && ran.leftOut.length > 0) ? 1 : 0;
  if (incomplete) say('  FAIL tests were left out, and LH_TEST_COMPLETE=1 says that everything is here');
  if (sum('passed') === 0) say('  FAIL no test passed');
  // Since the process began: what is started before the tests counts too.
  for (const line of describeDuration(results, checkout, performance.now() / 1000, budget)) say(line);
  const failed = sum('failed') + incomplete;
  if (failed > 0 || sum('passed') === 0) process.exitCode = 1;
  process.once('exit', () => process.stdout.write(`${sum('passed')} passed, ${failed} failed\n`));
};

await main(async () => {
  const files = chooseFiles(process.argv.slice(2));
  if (!files.every(isPure)) await step('comparing the generated files with the sources', requireRendered);
  const scratch = await makeScratch();
  const given = process.env.LH_TEST_SERVER_URL;
  process.env.LH_STATE_DIRECTORY = scratch;
  cleanUpWhenEnded(scratch);
  try {
    const jobs = await planJobs(files, given);
    say(`▸ running ${jobs.length} test files, ${atOnce} at a time`);
    conclude(await runJobs(jobs));
    await leaveServer(given);
  } finally {
    await sweep(scratch);
  }
});
