// Night after night a run is disturbed somewhere in the middle and then called again; in the end everything must be as
// in a twin to which nothing happened. Knows no disturbance.
import type pg from 'pg';
import type { Outcome } from './outcome.ts';
import { compare, contradictions, dayOf, feed, nightAfter, query, stateOf, type World } from './world.ts';

export const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

export const setClock = (client: pg.Client, at: string) =>
  client.query(`select set_config('lh_engine.now', $1, false)`, [at]);

/** The run of the night after day n. */
export const runNight = async (client: pg.Client, n: number): Promise<void> => {
  await setClock(client, nightAfter(n));
  await client.query('call lh_engine.run_due_cycle()');
};

export const pidOf = async (client: pg.Client): Promise<number> =>
  Number((await query(client, 'select pg_backend_pid() as pid'))[0]?.pid);

/** Where the loop lives now: a failover or a restore takes it to another database. */
export type Place = { readonly connect: () => Promise<pg.Client> };

export type Disturbed = {
  /** Whether the run was still at work. */
  readonly hit: boolean;
  readonly place?: Place;
  /** What happened besides what was promised. */
  readonly broken?: number;
};

/** Calls the run of night n and disturbs it after `delayMs`. */
export type Disturb = (place: Place, n: number, delayMs: number) => Promise<Disturbed>;

const inSession = async <T>(place: Place, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = await place.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
};

/** The same nights without a disturbance: what must come out, and how long a night takes. */
const undisturbed = async (world: World, nights: number): Promise<{ state: string[]; nightMs: number }> => {
  await world.copy('faults_twin');
  const place = { connect: () => world.connect('faults_twin') };
  let spentMs = 0;
  for (let n = 0; n < nights; n += 1) {
    await inSession(place, (client) => feed(client, n));
    await inSession(place, async (client) => {
      const since = performance.now();
      await runNight(client, n);
      spentMs += performance.now() - since;
    });
  }
  return { state: await inSession(place, stateOf), nightMs: spentMs / nights };
};

type Story = { readonly fault: string; readonly promised: string; readonly seen?: () => string };

export const disturbedNights = async (
  world: World,
  nights: number,
  story: Story,
  disturb: Disturb,
): Promise<Outcome> => {
  const { state, nightMs } = await undisturbed(world, nights);
  await world.copy('faults_disturbed');
  let place: Place = { connect: () => world.connect('faults_disturbed') };
  let [hits, halfway, broken] = [0, 0, 0];
  for (let n = 0; n < nights; n += 1) {
    await inSession(place, (client) => feed(client, n));
    // From the first statement to a little before the end of the night.
    const disturbed = await disturb(place, n, Math.random() * nightMs * 0.7);
    place = disturbed.place ?? place;
    hits += Number(disturbed.hit);
    broken += disturbed.broken ?? 0;
    await inSession(place, async (client) => {
      halfway += await contradictions(client);
      await runNight(client, n);
    });
  }
  const [found, failed] = await inSession(place, async (client) => [
    await stateOf(client),
    (await query(client, `select count(*)::int as n from lh_engine.events where kind = 'failed'`))[0]?.n,
  ]);
  const { lost, extra } = compare(state, found as string[]);
  return {
    fault: story.fault,
    promised: story.promised,
    observed: `${hits} hit a run at work, ${failed} recorded as failed, ${halfway} half-done nights${story.seen?.() ?? ''}; after ${dayOf(nights - 1)} the same rows as the undisturbed twin (${state.length})`,
    attempts: nights,
    bypassed: broken + halfway + Number(hits === 0),
    lost,
    duplicated: extra,
  };
};
