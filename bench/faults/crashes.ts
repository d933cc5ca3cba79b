// Kills and crashes at random moments: the process of the run, or the whole server, is ended somewhere in a night.
import type pg from 'pg';
import { crashServer, runningServer } from '../../dev/server/server.ts';
import { type Disturb, disturbedNights, type Place, pidOf, runNight, sleep } from './nights.ts';
import type { Fault } from './outcome.ts';
import { query, type World } from './world.ts';

const promised =
  'a night is done whole or not at all; the next call does it; the run that was cut off is recorded';

const lives = async (pid: number, client: pg.Client): Promise<boolean> =>
  (await query(client, 'select from pg_stat_activity where pid = $1', [pid])).length > 0;

type Kill = (world: World, pid: number) => Promise<void>;

/** SIGKILL to the backend; the postmaster then ends all sessions and recovers. */
const killBackend: Kill = async (_world, pid) => {
  process.kill(pid, 'SIGKILL');
};

/** SIGKILL to the postmaster and to the backend at the same moment, then to all that is left. */
const crash: Kill = async (world, pid) => {
  const server = runningServer(world.server);
  if (server === undefined) return;
  for (const each of [server.pid, pid]) process.kill(each, 'SIGKILL');
  await crashServer(world.server, 'kill');
};

/** A session that was let in before the postmaster noticed the kill is ended with the others: then once more. */
const recovered = async (place: Place, pid: number): Promise<void> => {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const client = await place.connect();
    try {
      while (await lives(pid, client)) await sleep(20);
      return;
    } catch {
      await sleep(100);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  throw new Error(`the server did not recover after process ${pid} was killed`);
};

const killAtNight =
  (world: World, kill: Kill): Disturb =>
  async (place, n, delayMs) => {
    const client = await place.connect();
    const pid = await pidOf(client);
    let ended = false;
    const night = runNight(client, n).then(
      () => {
        ended = true;
      },
      () => undefined,
    );
    await sleep(delayMs);
    const hit = !ended;
    if (runningServer(world.server) !== undefined) await kill(world, pid).catch(() => undefined);
    await night;
    await client.end().catch(() => undefined);
    await recovered(place, pid);
    return { hit };
  };

export const crashes: readonly Fault[] = [
  {
    name: 'kills',
    run: (world, { kills }) =>
      disturbedNights(
        world,
        kills,
        { fault: `kill -9 of the backend at ${kills} random moments`, promised },
        killAtNight(world, killBackend),
      ),
  },
  {
    name: 'crashes',
    run: (world, size) =>
      disturbedNights(
        world,
        size.crashes,
        { fault: `crash of the server at ${size.crashes} random moments`, promised },
        killAtNight(world, crash),
      ),
  },
];
