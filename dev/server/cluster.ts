// One cluster on disk: make it, find its processes, start and end its postmaster. Everything here runs the
// server's programs as the server's account; it must not know about extensions, languages or databases.
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import type { Installation } from './installation.ts';
import type { Places } from './layout.ts';
import { platform } from './platform.ts';
import { endProcesses, postgresIn, run, signal, waitUntilGone } from './processes.ts';
import { failure, say } from './progress.ts';
import { configuration, hostBasedAuthentication, type Remembered, readIfThere } from './settings.ts';

const leastFreeBytes = 300 * 1024 * 1024;

/** Where a cluster lives, and the programs and the account that run it. */
export type Cluster = Places & { readonly installation: Installation };

const asAccount = async ({ programs, account }: Installation, program: string, args: readonly string[]) =>
  run(platform.program(join(programs, program)), args, { as: account });

/** Writes a file that the server reads; it belongs to the server's account and to nobody else. */
const writeForServer = ({ account: { uid, gid } }: Installation, file: string, text: string): void => {
  writeFileSync(file, text, { mode: 0o600 });
  chownSync(file, uid, gid);
};

const lastLines = (text: string, count: number): string =>
  text.trimEnd().split('\n').slice(-count).join('\n');

/** Turns what Postgres wrote into a failure whose remedy fits. */
export const explained = (what: string, places: Cluster, output: string): Error => {
  const written = lastLines(output, 12);
  const [, number] = /could not look up (?:effective )?user ID (\d+)/i.exec(output) ?? [];
  if (number !== undefined)
    return failure(
      `${what}: it asks for the name of the account, and number ${number} has none`,
      `let root run: echo 'lead:x:${number}:${number}::/tmp:/bin/sh' >> /etc/passwd; or call as an account that has a name (root of a container will do)`,
    );
  if (/No space left on device|Disk quota exceeded/i.test(output))
    return failure(
      `${what}: the disk that holds ${places.home} is full`,
      'free some space, then repeat the command',
    );
  if (/could not access file|could not load library|error while loading shared/i.test(output))
    return failure(`${what}: a library is missing or broken:\n${written}`, places.installation.remedy);
  return failure(
    `${what}:\n${written}`,
    `read ${places.log}; "npm run db:reset" throws the local server away, the next start makes a new one`,
  );
};

const requireSpace = (places: Places): void => {
  const { bavail, bsize } = statfsSync(dirname(places.home));
  if (bavail * bsize < leastFreeBytes)
    throw failure(
      `${dirname(places.home)} has ${Math.floor((bavail * bsize) / 2 ** 20)} MB left, a new server needs 300 MB`,
      'free some space there, or set LH_STATE_DIRECTORY to a folder on another disk',
    );
};

export const isCluster = (places: Places): boolean => existsSync(join(places.data, 'PG_VERSION'));

const passwordOnce = async <T>(
  cluster: Cluster,
  password: string,
  work: (file: string) => Promise<T>,
): Promise<T> => {
  const file = join(cluster.home, 'password');
  writeForServer(cluster.installation, file, `${password}\n`);
  try {
    return await work(file);
  } finally {
    rmSync(file);
  }
};

/** Makes the cluster unless it is there. It appears under its name only when complete. */
export const createCluster = async (cluster: Cluster, password: string, durable: boolean): Promise<void> => {
  if (isCluster(cluster)) return;
  const { installation, home, data, unfinished } = cluster;
  const { programs, account, locale, remedy } = installation;
  if (!existsSync(platform.program(join(programs, 'initdb'))))
    throw failure(`there is no ${programs}/initdb`, remedy);
  requireSpace(cluster);
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(home, { recursive: true, mode: 0o700 });
  chownSync(home, account.uid, account.gid);
  const { code, output } = await passwordOnce(cluster, password, (passwordFile) =>
    asAccount(installation, 'initdb', [
      `--pgdata=${unfinished}`,
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      ...locale,
      '--username=postgres',
      '--auth=scram-sha-256',
      ...(durable ? [] : ['--no-sync']),
    ]),
  );
  if (code !== 0) throw explained('initdb failed', cluster, output);
  const main = join(unfinished, 'postgresql.conf');
  writeForServer(installation, main, `${readFileSync(main, 'utf8')}\ninclude = 'lead_hunter.conf'\n`);
  writeForServer(installation, join(unfinished, 'pg_hba.conf'), hostBasedAuthentication);
  rmSync(data, { recursive: true, force: true });
  renameSync(unfinished, data);
};

/** Writes the configuration; true when it differs from what the server last started with. */
export const writeConfiguration = (cluster: Cluster, remembered: Remembered): boolean => {
  const file = join(cluster.data, 'lead_hunter.conf');
  const text = configuration(remembered, cluster.home, cluster.installation);
  if (readIfThere(file) === text) return false;
  writeForServer(cluster.installation, file, text);
  return true;
};

/** The postmaster's process id, where the pid file is right: it names a server of this very cluster. */
export const postmasterOf = (places: Places): number | undefined => {
  const pid = Number(readIfThere(join(places.data, 'postmaster.pid'))?.split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return platform.isPostmasterOf(pid, places.data) ? pid : undefined;
};

export const startedAt = (places: Places): Date => statSync(join(places.data, 'postmaster.pid')).mtime;

export const isPortFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });

/** Clears what a crash, a kill or a reboot left behind: processes without a postmaster, files of a dead one. */
const clearRemains = async (places: Places, port: number): Promise<void> => {
  const orphans = postgresIn(places.data);
  if (orphans.length > 0) {
    say(`  ending ${orphans.length} process(es) left by a killed server: ${orphans.join(', ')}`);
    await endProcesses(() => postgresIn(places.data));
  }
  // The pid in these files may by now be somebody else's, and Postgres would then refuse to start.
  for (const file of [join(places.data, 'postmaster.pid'), join(places.home, `.s.PGSQL.${port}.lock`)])
    rmSync(file, { force: true });
};

/** Starts the postmaster; false when its port was taken meanwhile. */
export const startPostmaster = async (places: Cluster, port: number): Promise<boolean> => {
  await clearRemains(places, port);
  const logged = readIfThere(places.log)?.length ?? 0;
  const { code, output } = await asAccount(places.installation, 'pg_ctl', [
    'start',
    '--silent',
    '--wait',
    '--timeout=120',
    `--pgdata=${places.data}`,
    `--log=${places.log}`,
  ]);
  if (code === 0) return true;
  const log = readIfThere(places.log)?.slice(logged) ?? '';
  if (/could not bind|could not create any TCP\/IP sockets/i.test(log)) return false;
  throw explained('the server does not start', places, `${output}\n${log}`);
};

export type StopMode = 'fast' | 'immediate' | 'kill';
const stopSignals = { fast: 'SIGINT', immediate: 'SIGQUIT', kill: 'SIGKILL' } as const;

/** Where there are no signals, the pg_ctl beside the running postgres does it; postmaster.opts begins with its path. */
const signalPostmaster = async (places: Places, pid: number, name: NodeJS.Signals): Promise<void> => {
  if (platform.hasSignals) return signal([pid], name);
  const started = readIfThere(join(places.data, 'postmaster.opts')) ?? '';
  const programs = dirname(started.slice(0, started.indexOf(' "')));
  await run(platform.program(join(programs, 'pg_ctl')), ['kill', name.slice(3), String(pid)]);
};

/** Ends the postmaster and waits until no process of the cluster is left, helping by force where it must. */
export const stopPostmaster = async (places: Places, mode: StopMode): Promise<void> => {
  const pid = postmasterOf(places);
  if (pid) await signalPostmaster(places, pid, stopSignals[mode]);
  const left = (): number[] => postgresIn(places.data);
  if (await waitUntilGone(left, mode === 'fast' ? 20_000 : 5_000)) return;
  signal(pid && mode === 'fast' ? [pid] : left(), 'SIGQUIT');
  if (await waitUntilGone(left, 5_000)) return;
  signal(left(), 'SIGKILL');
  if (!(await waitUntilGone(left, 5_000)))
    throw failure(
      `processes ${left().join(', ')} of ${places.data} do not end`,
      'look at them with ps; restart the machine',
    );
};
