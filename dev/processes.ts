// Child processes: run one to its end (as another account where asked), find the processes that live in a
// directory, end processes by id. It must not know what the programs are for.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

export type Account = { readonly name: string; readonly uid: number; readonly gid: number };
export type Outcome = { readonly code: number; readonly output: string };
export type RunOptions = {
  readonly as?: Account;
  readonly env?: Record<string, string>;
  readonly input?: string;
  readonly echo?: boolean;
};

// The minimal environment keeps PGDATA, PGOPTIONS, LD_PRELOAD and the like away from the server's programs.
const bareEnvironment = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  LANG: 'C.UTF-8',
};

const pipesCloseWithinMs = 1_000;

/**
 * Runs a program to its end and returns its exit code and everything it wrote. The working directory is `/`:
 * the account may be unable to enter the checkout.
 */
export const run = (command: string, args: readonly string[], options: RunOptions = {}): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const { as, env = {}, input = '', echo = false } = options;
    const other = as && as.uid !== process.getuid?.() ? { uid: as.uid, gid: as.gid } : {};
    const child = spawn(command, args, { cwd: '/', env: { ...bareEnvironment, ...env }, ...other });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk;
      if (echo) process.stderr.write(chunk);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    const finish = (code: number | null): void => resolve({ code: code ?? 1, output });
    child.on('close', finish);
    // A daemon that the program started may keep the pipes open for ever.
    child.on('exit', (code) => setTimeout(finish, pipesCloseWithinMs, code).unref());
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });

/** Attempts something that fails when a process vanished meanwhile or belongs to somebody else. */
const attempt = <T>(look: () => T): T | undefined => {
  try {
    return look();
  } catch {
    return undefined;
  }
};

export const processIds = (): number[] =>
  readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number);

export const commandLine = (pid: number): string[] =>
  (attempt(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8')) ?? '').split('\0').filter(Boolean);

/** A zombie has ended; only its parent has not yet asked for its exit code. */
export const isAlive = (pid: number): boolean => {
  const status = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  return status !== undefined && !/\) [ZX] /.test(status);
};

/** The processes whose working directory is this directory, as a Postgres server and all its children have it. */
export const processesIn = (directory: string): number[] =>
  processIds().filter((pid) => {
    const at = attempt(() => readlinkSync(`/proc/${pid}/cwd`));
    return at?.replace(/ \(deleted\)$/, '') === directory && isAlive(pid);
  });

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
  for (const pid of pids) attempt(() => process.kill(pid, name));
};
