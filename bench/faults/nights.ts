// Night after night a run is disturbed somewhere in the middle and then called again; in the end everything must be as
// in a twin to which nothing happened. Knows no disturbance.
import type pg from 'pg';
import type { Outcome } from './outcome.ts';
import { compare, contradictions, feed, nightAfter, query, stateOf, type World } from './world.ts';

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

type Twin = { readonly state: string[]; readonly nightMs: number };

/** The same nights without a disturbance: what must come out, and how long a night takes. */
const undisturbed = async (world: World, nights: number): Promise<Twin> => {
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

const twins = new WeakMap<World, Map<number, Promise<Twin>>>();

/** Once for a world and a number of nights. */
const twinOf = (world: World, nights: number): Promise<Twin> => {
  const known = twins.get(world) ?? new Map<number, Promise<Twin>>();
  twins.set(world, known);
  const twin = known.get(nights) ?? undisturbed(world, nights);
  known.set(nights, twin);
  return twin;
};

type Story = { readonly fault: string; readonly promised: string; readonly seen?: () => string };

type Counts = {
  readonly hits: number;
  readonly halfway: number;
  readonly broken: number;
  readonly failed: number;
  readonly rows: number;
  readonly lost: number;
  readonly extra: number;
};

const fewNights = 3;

const tellStory = async (world: World, nights: number, disturb: Disturb): Promise<Counts> => {
  const { state, nightMs } = await twinOf(world, nights);
  await world.copy('faults_disturbed');
  let place: Place = { connect: () => world.connect('faults_disturbed') };
  let [hits, halfway, broken] = [0, 0, 0];
  for (let n = 0; n < nights; n += 1) {
    await inSession(place, (client) => feed(client, n));
    // From the first statement to a little before the end of the night; early where few nights must hit a run at work,
    // which may be faster than its twin was on a busy machine.
    const latest = nights > fewNights ? 0.7 : 0.3;
    const disturbed = await disturb(place, n, Math.random() * nightMs * latest);
    place = disturbed.place ?? place;
    hits += Number(disturbed.hit);
    broken += disturbed.broken ?? 0;
    await inSession(place, async (client) => {
      halfway += await contradictions(client);
      await runNight(client, n);
    });
  }
  return inSession(place, async (client) => {
    const { lost, extra } = compare(state, await stateOf(client));
    const [row] = await query<{ n: number }>(
      client,
      `select count(*)::int as n from lh_engine.events where kind = 'failed'`,
    );
    return { hits, halfway, broken, failed: row?.n ?? 0, rows: state.length, lost, extra };
  });
};

/** The data of a story grows, and its nights with it: many nights are several stories. */
const longestStory = 40;

/** So many nights are disturbed, each once. */
export const disturbedNights = async (
  world: World,
  nights: number,
  story: Story,
  disturb: Disturb,
): Promise<Outcome> => {
  const all: Counts[] = [];
  for (let left = nights; left > 0; left -= longestStory)
    all.push(await tellStory(world, Math.min(left, longestStory), disturb));
  const sum = (key: keyof Counts): number => all.reduce((total, counts) => total + counts[key], 0);
  const twin = all.length === 1 ? 'the undisturbed twin' : `the undisturbed twins of ${all.length} stories`;
  return {
    fault: story.fault,
    promised: story.promised,
    observed: `${sum('hits')} hit a run at work, ${sum('failed')} recorded as failed, ${sum('halfway')} half-done nights${story.seen?.() ?? ''}; in the end the same rows as ${twin} (${sum('rows')})`,
    attempts: nights,
    bypassed: sum('broken') + sum('halfway') + Number(sum('hits') === 0),
    lost: sum('lost'),
    duplicated: sum('extra'),
  };
};
