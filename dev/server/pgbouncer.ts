// A pgbouncer before a server, in transaction mode: Debian's program out of its package, unpacked into the folder of this
// checkout, so that nothing is installed and no service starts. Knows nothing of the engine.
import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findProgram, serverAccount, stateDirectory } from './layout.ts';
import { platform } from './platform.ts';
import { run } from './processes.ts';
import { failure } from './progress.ts';

const unpacked = (): string => join(stateDirectory(), 'pgbouncer');

/** The program: that of the machine, or the one of the package, fetched once; undefined where neither can be had. */
export const findPgbouncer = async (): Promise<string | undefined> => {
  const program = join(unpacked(), 'usr/sbin/pgbouncer');
  const present = findProgram('pgbouncer') ?? (existsSync(program) ? program : undefined);
  if (present !== undefined) return present;
  if (!existsSync('/usr/bin/apt-get')) return undefined;
  const folder = unpacked();
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const fetch = `cd '${folder}' && apt-get -qq download pgbouncer && dpkg -x pgbouncer_*.deb . && usr/sbin/pgbouncer --version`;
  const { code } = await run('bash', ['-c', fetch]);
  if (code === 0) return program;
  rmSync(folder, { recursive: true, force: true });
  return undefined;
};

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(socket.destroy() !== undefined));
    socket.once('error', () => resolve(false));
  });

export type Pooler = {
  /** The URL of a database through the pooler. */
  readonly url: (database: string) => string;
  readonly stop: () => Promise<void>;
};

const configuration = (server: URL, port: number, users: string, poolSize: number): string => `[databases]
* = host=${server.hostname} port=${server.port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${users}
pool_mode = transaction
default_pool_size = ${poolSize}
ignore_startup_parameters = extra_float_digits,options
`;

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });

/** Starts one before the server of the URL, with so many connections to each of its databases. */
export const startPgbouncer = async (serverUrl: string, poolSize: number): Promise<Pooler> => {
  const program = await findPgbouncer();
  if (program === undefined) throw failure('there is no pgbouncer', 'apt-get download pgbouncer must work');
  const [server, port, account] = [new URL(serverUrl), await freePort(), serverAccount()];
  const home = join(stateDirectory(), `pgbouncer-${process.pid}-${port}`);
  mkdirSync(home, { mode: 0o700 });
  const [file, users] = [join(home, 'pgbouncer.ini'), join(home, 'users.txt')];
  writeFileSync(users, `"${server.username}" "${decodeURIComponent(server.password)}"\n`, { mode: 0o600 });
  writeFileSync(file, configuration(server, port, users, poolSize), { mode: 0o600 });
  if (platform.isRoot) for (const path of [home, file, users]) chownSync(path, account.uid, account.gid);
  const as = platform.isRoot ? { uid: account.uid, gid: account.gid } : {};
  const child = spawn(program, ['-q', file], { cwd: '/', stdio: ['ignore', 'ignore', 'pipe'], ...as });
  let said = '';
  child.stderr?.on('data', (text: Buffer) => {
    said += text;
  });
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) await ended(child);
    rmSync(home, { recursive: true, force: true });
  };
  for (let attempt = 0; !(await answers(port)); attempt += 1) {
    if (attempt === 100 || child.exitCode !== null) {
      await stop();
      throw failure(`pgbouncer did not start: ${said.trim()}`, `try it by hand: ${program} ${file}`);
    }
    await sleep(50);
  }
  const url = (database: string): string =>
    `postgresql://${server.username}:${server.password}@127.0.0.1:${port}/${database}`;
  return { url, stop };
};
