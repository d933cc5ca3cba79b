// Kills and crashes at random moments: day after day, the run of the night is ended somewhere in the middle, then
// called again, and in the end everything must be as if nothing had happened.
import type pg from 'pg';
import { crashServer, runningServer } from '../../dev/server/server.ts';
import type { Outcome } from './outcome.ts';
import { compare, contradictions, dayOf, feed, nightAfter, query, stateOf, type World } from './world.ts';

const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

const setClock = (client: pg.Client, at: string) =>
  client.query(`select set_config('lh_engine.now', $1, false)`, [at]);

/** The run of the night after day n. */
const runNight = async (client: pg.Client, n: number): Promise<void> => {
  await setClock(client, nightAfter(n));
  await client.query('call lh_engine.run_due_cycle()');
};

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
const recovered = async (world: World, database: string, pid: number): Promise<void> => {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const client = await world.connect(database);
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

/** One night with a kill after `delayMs`; says whether the run was still at work. */
const killAtNight = async (
  world: World,
  database: string,
  n: number,
  delayMs: number,
  kill: Kill,
): Promise<boolean> => {
  const client = await world.connect(database);
  const pid = Number((await query(client, 'select pg_backend_pid() as pid'))[0]?.pid);
  let ended = false;
  const night = runNight(client, n).then(
    () => {
      ended = true;
    },
    () => undefined,
  );
  await sleep(delayMs);
  const atWork = !ended;
  if (runningServer(world.server) !== undefined) await kill(world, pid).catch(() => undefined);
  await night;
  await client.end().catch(() => undefined);
  await recovered(world, database, pid);
  return atWork;
};

/** The same nights without a kill: what must come out, and how long a night takes. */
const undisturbed = async (world: World, nights: number): Promise<{ state: string[]; nightMs: number }> => {
  await world.copy('faults_twin');
  let spentMs = 0;
  for (let n = 0; n < nights; n += 1) {
    const client = await world.connect('faults_twin');
    await feed(client, n);
    await client.end();
    const session = await world.connect('faults_twin');
    const since = performance.now();
    await runNight(session, n);
    spentMs += performance.now() - since;
    await session.end();
  }
  const client = await world.connect('faults_twin');
  const state = await stateOf(client);
  await client.end();
  return { state, nightMs: spentMs / nights };
};

export const crashes = async (
  world: World,
  how: 'kill -9 of the backend' | 'crash of the server',
  nights: number,
): Promise<Outcome> => {
  const kill = how === 'crash of the server' ? crash : killBackend;
  const { state, nightMs } = await undisturbed(world, nights);
  const database = 'faults_killed';
  await world.copy(database);
  let atWork = 0;
  let halfway = 0;
  for (let n = 0; n < nights; n += 1) {
    const before = await world.connect(database);
    await feed(before, n);
    await before.end();
    // From the first statement to a little after the end of the night.
    if (await killAtNight(world, database, n, Math.random() * nightMs * 0.7, kill)) atWork += 1;
    const after = await world.connect(database);
    halfway += await contradictions(after);
    await runNight(after, n);
    await after.end();
  }
  const client = await world.connect(database);
  const { lost, extra } = compare(state, await stateOf(client));
  const interrupted = (
    await query(client, `select count(*)::int as n from lh_engine.events where kind = 'failed'`)
  )[0]?.n;
  await client.end();
  return {
    fault: `${how} at ${nights} random moments`,
    promised:
      'a night is done whole or not at all; the next call does it; the run that was cut off is recorded',
    observed: `${atWork} kills hit a run at work, ${interrupted} found and recorded as failed by the next run, ${halfway} half-done nights; after ${dayOf(nights - 1)} the same rows as the undisturbed twin (${state.length})`,
    lost,
    duplicated: extra,
    ok: lost === 0 && extra === 0 && halfway === 0 && atWork > 0,
  };
};
