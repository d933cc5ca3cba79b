// What other sessions do to a run: a connection that is kept when its call is cancelled, an upgrade that begins in the
// middle of it, a table of the host that somebody has locked.
import { readFileSync } from 'node:fs';
import { dayOnce } from './day.ts';
import { type Disturb, disturbedNights, pidOf, runNight, setClock, sleep } from './nights.ts';
import type { Fault, Outcome } from './outcome.ts';
import { compare, dayOf, feed, nightAfter, query, stateOf, type World } from './world.ts';

type Ended = { readonly hit: boolean; readonly code: string };

/** Runs night n in the session and does something after `delayMs`; says how the run ended. */
const meanwhile = async (
  run: Promise<unknown>,
  delayMs: number,
  work: () => Promise<unknown>,
): Promise<Ended> => {
  let ended = false;
  const night = run.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? 'error',
  );
  void night.then(() => {
    ended = true;
  });
  await sleep(delayMs);
  const hit = !ended;
  await work();
  return { hit, code: await night };
};

const cancelAtNight =
  (kept: { end: () => Promise<void> }[]): Disturb =>
  async (place, n, delayMs) => {
    const [client, other] = [await place.connect(), await place.connect()];
    kept.push(client);
    const pid = await pidOf(client);
    const { hit, code } = await meanwhile(runNight(client, n), delayMs, () =>
      other.query('select pg_cancel_backend($1)', [pid]),
    );
    // The error reaches the client before the transaction has ended; the next answer comes after that.
    await client.query('select');
    const left = await query(other, 'select from pg_locks where pid = $1 and locktype <> $2', [
      pid,
      'virtualxid',
    ]);
    await other.end();
    return { hit, broken: left.length + Number(!['done', '57014'].includes(code)) };
  };

const keptConnections = async (world: World, cancels: number): Promise<Outcome> => {
  const kept: { end: () => Promise<void> }[] = [];
  try {
    return await disturbedNights(
      world,
      cancels,
      {
        fault: `the call is cancelled at ${cancels} random moments and its connection kept`,
        promised: 'nothing stays locked in the connection; the next call, in another one, does the night',
        seen: () => `, ${kept.length} connections kept open`,
      },
      cancelAtNight(kept),
    );
  } finally {
    await Promise.all(kept.map((client) => client.end()));
  }
};

const install = new URL('../../dist/install.sql', import.meta.url);

const upgradeAtNight =
  (codes: Set<string>): Disturb =>
  async (place, n, delayMs) => {
    const [client, upgrader] = [await place.connect(), await place.connect()];
    let broken = 0;
    const { hit, code } = await meanwhile(runNight(client, n), delayMs, () =>
      upgrader.query(readFileSync(install, 'utf8')).catch(() => {
        broken += 1;
      }),
    );
    codes.add(code);
    await client.end();
    await upgrader.end();
    return { hit, broken: broken + Number(code !== 'done') };
  };

const upgrades = (world: World, times: number): Promise<Outcome> => {
  const codes = new Set<string>();
  return disturbedNights(
    world,
    times,
    {
      fault: `dist/install.sql is run again at ${times} random moments of a run`,
      promised: 'no deadlock: the upgrade waits for the cycle, or the run for the upgrade, and both end well',
      seen: () => `, the runs ended with: ${[...codes].sort().join(', ')}`,
    },
    upgradeAtNight(codes),
  );
};

/** Every table of the host is locked in turn; a cycle with a limit fails, health answers, and afterwards all is well. */
const lockedTables = async (world: World): Promise<Outcome> => {
  const database = 'faults_scenario';
  await world.copy('faults_twin');
  await world.copy(database);
  for (const name of ['faults_twin', database]) {
    const client = await world.connect(name);
    await feed(client, 0);
    if (name === 'faults_twin') await runNight(client, 0);
    await client.end();
  }
  const [client, locker, monitor] = [
    await world.connect(database),
    await world.connect(database),
    await world.connect(database),
  ];
  const pid = await pidOf(locker);
  await setClock(monitor, nightAfter(0));
  const tables = await query<{ name: string }>(
    client,
    `select oid::regclass::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  );
  let [slowestMs, named, failed, bypassed] = [0, 0, 0, 0];
  for (const { name } of tables) {
    await locker.query(`begin; lock table ${name} in access exclusive mode`);
    await client.query(`set lock_timeout = '100ms'`);
    const code = await runNight(client, 0).then(
      () => 'done',
      (error: { code?: string }) => error.code,
    );
    if (code === '55P03') failed += 1;
    else if (code !== 'done') bypassed += 1;
    const since = performance.now();
    const [row] = await query<{ reasons: string[] }>(monitor, 'select reasons from lh_engine.health');
    slowestMs = Math.max(slowestMs, performance.now() - since);
    if (row?.reasons.some((reason) => reason.includes(`select pg_terminate_backend(${pid});`))) named += 1;
    await locker.query('rollback');
  }
  if (slowestMs > 1000 || named < tables.length - 2 || failed === 0) bypassed += 1;
  await client.query('reset lock_timeout');
  await runNight(client, 0);
  const found = await stateOf(client);
  const twinClient = await world.connect('faults_twin');
  const { lost, extra } = compare(await stateOf(twinClient), found);
  await Promise.all([client, locker, monitor, twinClient].map((each) => each.end()));
  return {
    fault: `each of the ${tables.length} tables of the host is locked while a run begins`,
    promised:
      'with lock_timeout the run fails with the error of Postgres (55P03); health answers within a second and names who has locked what it reads; then the next call does the night',
    observed: `${failed} runs failed; health took ${slowestMs.toFixed(0)} ms at most and named the locker ${named} times; after ${dayOf(0)} the same rows as the undisturbed twin (${found.length})`,
    attempts: tables.length,
    bypassed,
    lost,
    duplicated: extra,
  };
};

/** The turn is held by a transaction that has no session any more, only a name. */
const preparedTransaction = async (world: World): Promise<Outcome> => {
  const { twin } = await dayOnce(world);
  const database = 'faults_scenario';
  await world.copy(database, 'faults_day');
  const [holder, client] = [await world.connect(database), await world.connect(database)];
  await setClock(client, nightAfter(0));
  await holder.query(`begin; select lh_engine.require_turn(); prepare transaction 'faults'`);
  await holder.end();
  await runNight(client, 0);
  const started = await query(client, `select from lh_engine.events where kind = 'started'`);
  const [row] = await query<{ end_it: string; who: string }>(
    client,
    'select who, end_it from lh_engine.turn_locks() where is_held',
  );
  await client.query(row?.end_it ?? 'select');
  await runNight(client, 0);
  const isRun = (text: string): boolean => text.startsWith('event cycle');
  const { lost, extra } = compare(
    twin.filter((text) => !isRun(text)),
    (await stateOf(client)).filter((text) => !isRun(text)),
  );
  const cycles = await query(client, `select from lh_engine.events where kind = 'cycle'`);
  await client.end();
  return {
    fault: 'a prepared transaction holds the turn',
    promised:
      'a tick does nothing; health names the transaction and the statement that ends it; then the next tick does the night',
    observed: `${started.length} runs meanwhile; named: ${row?.who}: ${row?.end_it} then ${cycles.length} cycle`,
    attempts: 1,
    bypassed:
      started.length + Number(row?.end_it !== `rollback prepared 'faults';`) + Math.abs(cycles.length - 1),
    lost,
    duplicated: extra,
  };
};

export const sessions: readonly Fault[] = [
  { name: 'kept-connection', run: (world, { cancels }) => keptConnections(world, cancels) },
  { name: 'upgrade', run: (world, size) => upgrades(world, size.upgrades) },
  { name: 'locked-table', run: lockedTables },
  { name: 'prepared', run: preparedTransaction },
];
