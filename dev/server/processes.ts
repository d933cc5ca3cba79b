// Child processes: run one to its end (as another account where asked), find the processes that live in a
// directory, end processes by id. It must not know what the programs are for, nor how a platform lists its processes.
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Account, platform } from './platform.ts';

export type Outcome = { readonly code: number; readonly output: string };
export type RunOptions = {
  readonly as?: Account;
  readonly env?: Record<string, string>;
  readonly input?: string;
  /** Ask and answer on the terminal instead of collecting the output. */
  readonly terminal?: boolean;
};

const pipesCloseWithinMs = 1_000;

/**
 * Runs a program to its end and returns its exit code and everything it wrote. The working directory is `/`:
 * the account may be unable to enter the checkout.
 */
export const run = (command: string, args: readonly string[], options: RunOptions = {}): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const { as, env = {}, input = '', terminal = false } = options;
    const other = as && as.uid !== platform.uid ? { uid: as.uid, gid: as.gid } : {};
    const stdio = terminal ? 'inherit' : 'pipe';
    const child = spawn(command, args, {
      cwd: '/',
      env: { ...platform.bareEnvironment, ...env },
      ...other,
      stdio,
    });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk;
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('error', reject);
    const finish = (code: number | null): void => resolve({ code: code ?? 1, output });
    child.on('close', finish);
    // A daemon that the program started may keep the pipes open for ever.
    child.on('exit', (code) => setTimeout(finish, pipesCloseWithinMs, code).unref());
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });

export const { commandLine } = platform;

export const processIds = (): number[] => platform.living().map(({ pid }) => pid);

export const parentOf = (pid: number): number | undefined => platform.find(pid)?.parent;

export const isAlive = (pid: number): boolean => platform.find(pid) !== undefined;

/** The Postgres processes that work in this folder or below it, as a server and all its children do in its data. */
export const postgresIn = (directory: string): number[] => [...platform.postgresIn(directory)];

/** The processes that were started with this variable in their environment. */
export const processesWith = (key: string, value: string): number[] => [...platform.startedWith(key, value)];

/** The living members of a process group. */
export const processesOfGroup = (group: number): number[] =>
  platform.living().flatMap((each) => (each.group === group ? [each.pid] : []));

/** The living children of a process, their children, and so on. */
export const descendantsOf = (ancestor: number): number[] => {
  const living = platform.living();
  const below = (parent: number): number[] => {
    const children = living.flatMap((each) => (each.parent === parent ? [each.pid] : []));
    return [...children, ...children.flatMap(below)];
  };
  return below(ancestor);
};

/** Waits until nothing is left of what `remaining` lists; false when the time is up. */
export const waitUntilGone = async (remaining: () => number[], withinMs: number): Promise<boolean> => {
  const until = Date.now() + withinMs;
  while (remaining().length > 0) {
    if (Date.now() > until) return false;
    await sleep(20);
  }
  return true;
};

export const signal = (pids: readonly number[], name: NodeJS.Signals): void => {
  for (const pid of pids)
    try {
      process.kill(pid, name);
    } catch {
      // It vanished meanwhile, or belongs to somebody else.
    }
};

/** Ends processes by id: politely, then by force; true when none is left. */
export const endProcesses = async (
  left: () => number[],
  polite: NodeJS.Signals = 'SIGTERM',
): Promise<boolean> => {
  signal(left(), polite);
  if (await waitUntilGone(left, 5_000)) return true;
  signal(left(), 'SIGKILL');
  return waitUntilGone(left, 5_000);
};
