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
  /** Ask and answer on the terminal instead of collecting the output. */
  readonly terminal?: boolean;
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
    const { as, env = {}, input = '', terminal = false } = options;
    const other = as && as.uid !== process.getuid?.() ? { uid: as.uid, gid: as.gid } : {};
    const stdio = terminal ? 'inherit' : 'pipe';
    const child = spawn(command, args, { cwd: '/', env: { ...bareEnvironment, ...env }, ...other, stdio });
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

/** Parent and group of a process, from the fields after its name in parentheses; undefined once it has ended. */
const kinship = (pid: number): { readonly parent: number; readonly group: number } | undefined => {
  const status = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  const [state = 'X', parent, group] = status?.slice(status.lastIndexOf(')') + 2).split(' ') ?? [];
  return 'XZ'.includes(state) ? undefined : { parent: Number(parent), group: Number(group) };
};

export const parentOf = (pid: number): number | undefined => kinship(pid)?.parent;

/** A zombie has ended; only its parent has not yet asked for its exit code. */
export const isAlive = (pid: number): boolean => kinship(pid) !== undefined;

const isPostgres = (pid: number): boolean => /^postgres:|(^|\/)postgres$/.test(commandLine(pid)[0] ?? '');

/** The Postgres processes that work in this folder or below it, as a server and all its children do in its data. */
export const postgresIn = (directory: string): number[] =>
  processIds().filter((pid) => {
    const at = attempt(() => readlinkSync(`/proc/${pid}/cwd`))?.replace(/ \(deleted\)$/, '') ?? '';
    return `${at}/`.startsWith(`${directory}/`) && isPostgres(pid) && isAlive(pid);
  });

/** The processes that were started with this variable in their environment. */
export const processesWith = (key: string, value: string): number[] =>
  processIds().filter((pid) => {
    const environment = attempt(() => readFileSync(`/proc/${pid}/environ`, 'utf8')) ?? '';
    return environment.split('\0').includes(`${key}=${value}`) && isAlive(pid);
  });

/** The living members of a process group. */
export const processesOfGroup = (group: number): number[] =>
  processIds().filter((pid) => kinship(pid)?.group === group);

/** The living children of a process, their children, and so on. */
export const descendantsOf = (ancestor: number): number[] => {
  const children = processIds().filter((pid) => kinship(pid)?.parent === ancestor);
  return [...children, ...children.flatMap(descendantsOf)];
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
  for (const pid of pids) attempt(() => process.kill(pid, name));
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
