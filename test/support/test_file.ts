// Runs one uvu test file in a process of its own and checks what it printed. uvu ends with exit code 0 after an error
// in `before`, a forgotten .run() or a stray .only, so the outcome rests on its totals, on the file's own text and on
// the processes it leaves, not on the exit code alone. It knows nothing of databases.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { endProcesses, processesOfGroup, signal, waitUntilGone } from '../../dev/server/processes.ts';
import { leftOutMark, wholeFile } from './needs.ts';

export type Totals = { readonly total: number; readonly passed: number; readonly skipped: number };
export type FileResult = {
  readonly file: string;
  readonly passed: number;
  readonly failed: number;
  /** What was left out because this machine lacks something, and what it lacks. */
  readonly leftOut: readonly string[];
  /** Why the file counts as failed; empty when all is well. */
  readonly complaints: readonly string[];
  readonly seconds: number;
  readonly output: string;
};

/** What uvu printed in sum: it prints its totals again when a suite is started after an await. */
export const readTotals = (output: string): Totals => {
  const totals = { total: 0, passed: 0, skipped: 0 };
  const pattern = /^ {2}Total: +(\d+)\n {2}Passed: +(\d+)\n {2}Skipped: +(\d+)$/gm;
  for (const [, total, passed, skipped] of output.matchAll(pattern)) {
    totals.total += Number(total);
    totals.passed += Number(passed);
    totals.skipped += Number(skipped);
  }
  return totals;
};

/** What the file says that it left out. */
export const readLeftOut = (output: string): string[] =>
  output
    .split('\n')
    .filter((line) => line.startsWith(leftOutMark))
    .map((line) => line.slice(leftOutMark.length));

/** The suites that the file makes and never runs: they leave no trace in the output. */
export const suitesNeverRun = (text: string): string[] => {
  const made = [...text.matchAll(/\b(?:const|let|var)\s+(\w+)(?:\s*:[^=]+)?\s*=\s*suite\b/g)].map(
    ([, name]) => String(name),
  );
  if (/\bimport\s*\{[^}]*\btest\b[^}]*\}\s*from\s*'uvu'/.test(text)) made.push('test');
  return made.filter((name) => !new RegExp(`\\b${name}\\.run\\(\\)`).test(text));
};

/** Every reason to count the file as failed. */
export const complaintsOf = (
  totals: Totals,
  code: number | string,
  text: string,
  left: readonly number[],
  leftOut: readonly string[] = [],
): string[] => {
  const complaints: string[] = [];
  const { total, passed, skipped } = totals;
  const whole = leftOut.some((line) => line.startsWith(`${wholeFile}: `));
  for (const name of suitesNeverRun(text))
    complaints.push(`"${name}" is never run: ${name}.run() is missing`);
  if (total === 0 && !whole) complaints.push('no test ran');
  if (total > 0 && whole) complaints.push('left out as a whole, and yet tests ran');
  if (passed !== total) complaints.push(`${passed} of ${total} passed`);
  if (skipped > 0) complaints.push(`${skipped} skipped (.skip or a stray .only)`);
  if (code !== 0) complaints.push(typeof code === 'number' ? `exit code ${code}` : code);
  if (left.length > 0) complaints.push(`left processes behind: ${left.join(', ')}`);
  return complaints;
};

const running = new Set<number>();

/** Ends the files that run now, with everything they started. */
export const endRunningFiles = async (): Promise<void> => {
  await endProcesses(() => [...running].flatMap(processesOfGroup));
};

// esbuild's service, which tsx starts, ends a moment after its parent.
const stragglersEndWithinMs = 3_000;

/** Ends what the file left in its process group; returns the ids of what would not have ended by itself. */
const clearGroup = async (group: number): Promise<number[]> => {
  const left = (): number[] => processesOfGroup(group);
  if (await waitUntilGone(left, stragglersEndWithinMs)) return [];
  const stubborn = left();
  signal(stubborn, 'SIGKILL');
  await waitUntilGone(left, stragglersEndWithinMs);
  return stubborn;
};

type Ended = { readonly code: number | string; readonly output: string; readonly left: readonly number[] };

const execute = (file: string, cwd: string, env: NodeJS.ProcessEnv, timeoutMs: number): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const args = ['--import', 'tsx', file];
    const child = spawn(process.execPath, args, {
      cwd,
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const group = child.pid;
    if (!group) {
      child.once('error', reject);
      return;
    }
    running.add(group);
    let output = '';
    let late = false;
    const collect = (chunk: Buffer): void => {
      output += chunk;
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    const limit = setTimeout(() => {
      late = true;
      signal(processesOfGroup(group), 'SIGKILL');
    }, timeoutMs);
    child.on('exit', async (status, by) => {
      clearTimeout(limit);
      const left = await clearGroup(group);
      running.delete(group);
      const code = status ?? `ended by ${by}`;
      resolve({ code: late ? `no end after ${timeoutMs / 1000} s` : code, output, left });
    });
  });

/** Runs one file to its end, at most `timeoutMs`, and checks what it printed. */
export const runFile = async (
  file: string,
  cwd: string,
  env: NodeJS.ProcessEnv,
  timeoutMs: number,
): Promise<FileResult> => {
  const since = performance.now();
  const { code, output, left } = await execute(file, cwd, env, timeoutMs);
  const totals = readTotals(output);
  const leftOut = readLeftOut(output);
  const complaints = complaintsOf(totals, code, readFileSync(file, 'utf8'), left, leftOut);
  const missed = Math.max(totals.total - totals.passed, complaints.length > 0 ? 1 : 0);
  return {
    file,
    passed: totals.passed,
    failed: missed,
    leftOut,
    complaints,
    seconds: (performance.now() - since) / 1000,
    output,
  };
};
