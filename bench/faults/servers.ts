// What becomes of the loop when it changes its place: the disk is full, the standby takes over, a dump is restored, each
// in the middle of a run.
import { chownSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { binaries, findProgram, serverAccount, stateDirectory } from '../../dev/server/layout.ts';
import { platform } from '../../dev/server/platform.ts';
import { run } from '../../dev/server/processes.ts';
import { crashServer, databaseUrl, runningServer } from '../../dev/server/server.ts';
import { type Disturb, disturbedNights, type Place, runNight, sleep } from './nights.ts';
import type { Fault, Outcome } from './outcome.ts';
import { query, reach, type World } from './world.ts';

const program = async (name: string, args: readonly string[], env: Record<string, string> = {}) => {
  const { code, output } = await run(findProgram(name) ?? join(binaries, name), args, {
    as: serverAccount(),
    env,
  });
  if (code !== 0) throw new Error(`${name} failed:\n${output}`);
};

/** How the run ended, and whether it was still at work after `delayMs`, when the work began. */
const during = async (night: Promise<void>, delayMs: number, work: () => Promise<void>) => {
  let ended = false;
  const outcome = night.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? 'lost',
  );
  void outcome.then(() => {
    ended = true;
  });
  await sleep(delayMs);
  const hit = !ended;
  await work();
  return { hit, code: await outcome };
};

const folderFor = (name: string): string => {
  const folder = join(stateDirectory(), name);
  const { uid, gid } = serverAccount();
  mkdirSync(folder, { mode: 0o700 });
  if (platform.isRoot) chownSync(folder, uid, gid);
  return folder;
};

const diskBytes = 96 * 1024 * 1024;

/** A small disk of its own, with a tablespace on it. */
const mountSmallDisk = async (folder: string): Promise<void> => {
  const { uid, gid } = serverAccount();
  const { code, output } = await run('mount', [
    '-t',
    'tmpfs',
    '-o',
    `size=${diskBytes},uid=${uid},gid=${gid},mode=0700`,
    'tmpfs',
    folder,
  ]);
  if (code !== 0) throw new Error(`mount failed: ${output}`);
};

const mayMount = async (): Promise<string | undefined> => {
  const { code } = await run('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).catch(() => ({
    code: 1,
  }));
  return platform.isRoot && code === 0 ? undefined : 'the right to mount a small disk';
};

/** Fills the disk: in the first night to the last page, then but for a few, so that a run meets its end anywhere. */
const fill = (folder: string, n: number): string => {
  const { bavail, bsize } = statfsSync(folder);
  const file = join(folder, 'filler');
  const left = n === 0 ? 0 : Math.floor(Math.random() * 6) * 8192;
  writeFileSync(file, Buffer.alloc(Math.max(0, bavail * bsize - left)));
  return file;
};

const fullDisks = async (world: World, times: number): Promise<Outcome> => {
  const folder = folderFor(`small-${process.pid}`);
  await mountSmallDisk(folder);
  try {
    await world.admin((client) => client.query(`create tablespace faults_small location '${folder}'`));
    const codes = new Map<string, number>();
    const fillAtNight: Disturb = async (place, n) => {
      const client = await place.connect();
      // Without free space in its files, a table must grow.
      await client.query('vacuum (analyze, truncate off)');
      const file = fill(folder, n);
      const code = await runNight(client, n).then(
        () => 'done',
        (error: { code?: string }) => error.code ?? 'lost',
      );
      rmSync(file);
      codes.set(code, (codes.get(code) ?? 0) + 1);
      await client.end().catch(() => undefined);
      return { hit: code !== 'done', broken: Number(!['done', '53100'].includes(code)) };
    };
    return await disturbedNights(
      { ...world, copy: (name, template) => world.copy(name, template, 'faults_small') },
      times,
      {
        fault: `the disk is full in ${times} nights, but for 0 to 40 KB`,
        promised:
          'the error of Postgres (53100), the night is done whole or not at all; with space again the next call does it',
        seen: () => `, the runs ended with ${[...codes].map(([code, n]) => `${code}: ${n}`).join(', ')}`,
      },
      fillAtNight,
    );
  } finally {
    await world.admin(async (client) => {
      for (const name of ['faults_disturbed', 'faults_twin'])
        await client.query(`drop database if exists ${name} with (force)`);
      await client.query('drop tablespace if exists faults_small');
    });
    await run('umount', [folder]);
    rmSync(folder, { recursive: true });
  }
};

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

type Standby = {
  readonly place: Place;
  readonly promote: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

const startStandby = async (world: World, database: string): Promise<Standby> => {
  const server = new URL(await world.url(database));
  const home = folderFor(`standby-${process.pid}`);
  const [data, port] = [join(home, 'data'), await freePort()];
  const password = decodeURIComponent(server.password);
  const socket = runningServer(world.server)?.socketDirectory ?? '';
  await program(
    'pg_basebackup',
    ['-D', data, '-R', '-X', 'stream', '-c', 'fast', '-h', socket, '-p', server.port, '-U', 'postgres', '-w'],
    { PGPASSWORD: password },
  );
  const settings = `-p ${port} -c unix_socket_directories=${home} -c cron.database_name=postgres`;
  await program('pg_ctl', ['-D', data, '-w', '-l', join(home, 'log'), '-o', settings, 'start']);
  const url = new URL(server.href);
  url.port = String(port);
  return {
    place: { connect: () => reach(url.href) },
    promote: () => program('pg_ctl', ['-D', data, '-w', 'promote']),
    stop: async () => {
      await program('pg_ctl', ['-D', data, '-w', '-m', 'immediate', 'stop']);
      rmSync(home, { recursive: true });
    },
  };
};

const caughtUp = async (primary: Place, standby: Place): Promise<void> => {
  const [from, to] = [await primary.connect(), await standby.connect()];
  const [row] = await query<{ at: string }>(from, 'select pg_current_wal_flush_lsn() as at');
  while (
    !(await query<{ done: boolean }>(to, 'select pg_last_wal_replay_lsn() >= $1 as done', [row?.at]))[0]?.done
  )
    await sleep(20);
  await Promise.all([from.end(), to.end()]);
};

/** The primary is killed in the middle of a run; its standby is promoted and goes on. */
const failover = async (world: World): Promise<Outcome> => {
  let standby: Standby | undefined;
  let standbyHealth = 'not asked';
  const failAtNight: Disturb = async (place, n, delayMs) => {
    const here = await startStandby(world, 'faults_disturbed');
    standby = here;
    await caughtUp(place, here.place);
    const reader = await here.place.connect();
    standbyHealth = await query(reader, 'select reasons from lh_engine.health').then(
      () => 'health answers on the standby',
      (error: Error) => `health fails on the standby: ${error.message}`,
    );
    await reader.end();
    const client = await place.connect();
    const { hit } = await during(runNight(client, n), delayMs, () => crashServer(world.server, 'kill'));
    await client.end().catch(() => undefined);
    await here.promote();
    return { hit, place: here.place, broken: Number(standbyHealth !== 'health answers on the standby') };
  };
  const onlyOnce: Disturb = (place, n, delayMs) =>
    standby === undefined ? failAtNight(place, n, delayMs) : Promise.resolve({ hit: false });
  try {
    return await disturbedNights(
      world,
      3,
      {
        fault: 'the primary is killed in the middle of a run and its standby promoted; two more nights there',
        promised:
          'the standby has the night whole or not at all; the next call there does it, and the nights after it',
        seen: () => `, ${standbyHealth}`,
      },
      onlyOnce,
    );
  } finally {
    await standby?.stop();
  }
};

const failovers = async (world: World, times: number): Promise<Outcome> => {
  const outcomes: Outcome[] = [];
  for (let i = 0; i < times; i += 1) outcomes.push(await failover(world));
  const sum = (of: (outcome: Outcome) => number): number => outcomes.reduce((n, each) => n + of(each), 0);
  const [first] = outcomes as [Outcome];
  return {
    ...first,
    observed: times === 1 ? first.observed : `${times} times; the first: ${first.observed}`,
    attempts: times,
    bypassed: sum(({ bypassed }) => bypassed),
    lost: sum(({ lost }) => lost),
    duplicated: sum(({ duplicated }) => duplicated),
  };
};

/** A dump is taken in the middle of a run, and the loop goes on in what is restored of it. */
const restores = async (world: World, times: number): Promise<Outcome> => {
  const folder = folderFor(`dump-${process.pid}`);
  const restoreAtNight: Disturb = async (place, n, delayMs) => {
    const client = await place.connect();
    const [row] = await query<{ name: string }>(client, 'select current_database() as name');
    const [from, to] = [String(row?.name), `faults_restored_${n}`];
    const server = runningServer(world.server);
    if (server === undefined) throw new Error('the server does not run');
    const dump = join(folder, `${n}.dump`);
    const { hit, code } = await during(runNight(client, n), delayMs, () =>
      program('pg_dump', ['-Fc', '-f', dump, databaseUrl(server, from)]),
    );
    await client.end();
    await world.admin((admin) => admin.query(`create database ${to} template template0`));
    await program('pg_restore', ['--exit-on-error', '-d', databaseUrl(server, to), dump]);
    return { hit, place: { connect: () => world.connect(to) }, broken: Number(code !== 'done') };
  };
  try {
    return await disturbedNights(
      world,
      times,
      {
        fault: `a dump is taken in the middle of a run and restored, and the loop goes on there, ${times} times`,
        promised:
          'the dump has the night whole or not at all; the next call in the restored database does it',
      },
      restoreAtNight,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
};

export const servers: readonly Fault[] = [
  { name: 'disk-full', run: (world, size) => fullDisks(world, size.fullDisks), lacks: mayMount },
  { name: 'standby', run: (world, size) => failovers(world, size.failovers) },
  { name: 'restore', run: (world, size) => restores(world, size.restores) },
];
