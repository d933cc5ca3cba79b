// What a host can do to a cycle: hold locks, end it by a timeout, break its function, change its tables, hide rows.
// After each fault nothing may be written; when it is over, the cycle must come out as that of an undisturbed twin.
import type pg from 'pg';
import { dayOnce, isOfDay } from './day.ts';
import { pidOf, sleep } from './nights.ts';
import type { Fault, Outcome, Size } from './outcome.ts';
import { compare, contradictions, dayOf, firstDay, nightAfter, query, stateOf, type World } from './world.ts';

type Scenario = {
  readonly name: string;
  readonly fault: string;
  readonly promised: string;
  /** Brings the fault about and calls the cycle; returns what was observed. */
  readonly run: (client: pg.Client, other: pg.Client) => Promise<string>;
  /** What the error or the answer must be. */
  readonly expected: RegExp;
  readonly heal?: (client: pg.Client) => Promise<unknown>;
  /** true: the cycle succeeds in spite of the fault. */
  readonly goesOn?: boolean;
};

const cycle = `select lh_run_improvement_cycle('${firstDay}') as answer`;

/** A message that fits a cell of the table, cut between two words. */
const shortened = (message: string): string =>
  message.length <= 110 ? message : `${message.slice(0, message.lastIndexOf(' ', 110))} …`;

/** The error of the cycle, or its answer. */
const attempt = async (client: pg.Client, call = cycle): Promise<string> => {
  try {
    const answer = (await query<{ answer: { success: boolean; reason?: string } }>(client, call))[0]?.answer;
    return answer?.success === true ? 'success' : `answer ${answer?.reason}`;
  } catch (error) {
    const { code, message } = error as pg.DatabaseError;
    return `${code}: ${shortened(message)}`;
  }
};

/** The function of the host works and then takes its time. */
const slowDown = (client: pg.Client): Promise<unknown> =>
  client.query(`alter function lh_update_daily_metrics(date) rename to real_metrics;
    create function lh_update_daily_metrics(target_date date default current_date) returns void language plpgsql
    as $f$ begin perform public.real_metrics(target_date); perform pg_sleep(1); end $f$`);

/** Waits until the session sleeps in the function of the host. */
const asleep = async (client: pg.Client, pid: number): Promise<void> => {
  const question = `select pg_stat_clear_snapshot(), wait_event = 'PgSleep' as sleeps from pg_stat_activity where pid = $1`;
  while ((await query(client, question, [pid]))[0]?.sleeps !== true) await sleep(5);
};

const speedUp = (client: pg.Client): Promise<unknown> =>
  client.query(
    'drop function lh_update_daily_metrics(date); alter function real_metrics(date) rename to lh_update_daily_metrics',
  );

const brokenFunction = (
  name: string,
  fault: string,
  promised: string,
  body: string,
  expected: RegExp,
  goesOn = false,
): Scenario => ({
  name,
  fault,
  promised,
  run: async (client) => {
    await client.query(
      `create function kept_metrics(date) returns void language plpgsql as $f$ begin perform 1; end $f$`,
    );
    await client.query(`alter function lh_update_daily_metrics(date) rename to real_metrics`);
    await client.query(
      `create function lh_update_daily_metrics(target_date date default current_date) ${body}`,
    );
    return attempt(client);
  },
  expected,
  heal: (client) =>
    client.query(
      'drop function if exists lh_update_daily_metrics(date); drop function kept_metrics(date); alter function real_metrics(date) rename to lh_update_daily_metrics',
    ),
  goesOn,
});

const scenarios: readonly Scenario[] = [
  {
    name: 'lock-timeout',
    fault: 'lock_timeout: a host transaction locks lh_spawned_skills',
    promised: 'the error of Postgres, nothing written',
    run: async (client, other) => {
      await other.query('begin; lock table lh_spawned_skills in access exclusive mode');
      await client.query(`set lock_timeout = '200ms'`);
      const seen = await attempt(client);
      await client.query('reset lock_timeout');
      await other.query('rollback');
      return seen;
    },
    expected: /^55P03/,
  },
  {
    name: 'deadlock',
    fault: 'deadlock with a host transaction',
    promised: 'Postgres ends one of the two; here the cycle: its error, nothing written, the host goes on',
    run: async (client, other) => {
      await client.query('select lh_update_daily_metrics($1)', [dayOf(0)]);
      await slowDown(client);
      await other.query(`set deadlock_timeout = '10s'`);
      // Whoever waits last and looks first is the one that is ended.
      await client.query(`set deadlock_timeout = '100ms'`);
      await other.query('begin; lock table lh_spawned_skills in share mode');
      const pid = await pidOf(client);
      const running = attempt(client);
      await asleep(other, pid);
      const theirs = other
        .query('update lh_daily_metrics set closed_count = closed_count where metric_date = $1', [dayOf(0)])
        .then(
          () => 'the host went on',
          (error: pg.DatabaseError) => `the host got ${error.code}`,
        );
      const seen = await running;
      const theirAnswer = await theirs;
      await other.query('rollback');
      await client.query('reset deadlock_timeout');
      return `${seen}; ${theirAnswer}`;
    },
    expected: /^40P01.*the host went on/,
    heal: speedUp,
  },
  brokenFunction(
    'function-raises',
    'the function of the host raises',
    'its error, nothing written',
    `returns void language plpgsql as $f$ begin raise 'metrics are down' using errcode = 'P0042'; end $f$`,
    /^P0042: metrics are down/,
  ),
  brokenFunction(
    'function-returns',
    'the function of the host returns something else',
    'the cycle does not read what it returns',
    `returns table (a int, b text) language plpgsql as $f$ begin perform public.real_metrics(target_date); return query select 1, 'x'; end $f$`,
    /^success/,
    true,
  ),
  {
    name: 'function-missing',
    fault: 'the function of the host is missing',
    promised: 'LH004 with its name, nothing written',
    run: async (client) => {
      await client.query('alter function lh_update_daily_metrics(date) rename to gone');
      return attempt(client);
    },
    expected: /^LH004.*lh_update_daily_metrics/,
    heal: (client) => client.query('alter function gone(date) rename to lh_update_daily_metrics'),
  },
  {
    name: 'function-slow',
    fault: 'the function of the host is slow, another cycle and a writer of leads come in between',
    promised: 'the other gets already_running at once; writers of lh_lead_status never wait',
    run: async (client, other) => {
      await slowDown(client);
      const pid = await pidOf(client);
      const running = attempt(client);
      await asleep(other, pid);
      const since = performance.now();
      const second = await attempt(other);
      const answeredMs = performance.now() - since;
      const writing = performance.now();
      await other.query(`set lock_timeout = '100ms'`);
      await other.query(
        `update lh_lead_status set status = status where id in (select id from lh_lead_status limit 5)`,
      );
      await other.query(`begin; insert into lh_lead_status (status) values ('unassigned'); rollback`);
      const wrote = performance.now() - writing;
      await other.query('reset lock_timeout');
      return `${await running}; the other: ${second} after ${answeredMs.toFixed(0)} ms; leads written in ${wrote.toFixed(0)} ms`;
    },
    expected: /^success; the other: answer already_running/,
    heal: speedUp,
    goesOn: true,
  },
  {
    name: 'column-missing',
    fault: 'a column is missing (lh_ab_tests.p_value)',
    promised: 'LH004 with its name, nothing written',
    run: async (client) => {
      await client.query('alter table lh_ab_tests rename column p_value to p');
      return attempt(client);
    },
    expected: /^LH004.*p_value/,
    heal: (client) => client.query('alter table lh_ab_tests rename column p to p_value'),
  },
  {
    name: 'column-type',
    fault: 'a column has another type (lh_ab_tests.ended_at is text)',
    promised: 'LH004 with column and type, nothing written',
    run: async (client) => {
      await client.query('alter table lh_ab_tests alter column ended_at type text');
      return attempt(client);
    },
    expected: /^LH004.*ended_at is text/,
    heal: (client) =>
      client.query(
        'alter table lh_ab_tests alter column ended_at type timestamptz using ended_at::timestamptz',
      ),
  },
  {
    name: 'row-security',
    fault: 'the role is subject to row-level security',
    promised: 'LH005 with tables and remedy, nothing read or written',
    run: async (client) => {
      await client.query(`alter table lh_lead_status force row level security`);
      await client.query(`create role faults_bound in role lh_broker`);
      await client.query(`grant usage on schema lh_engine to faults_bound;
        grant all on all tables in schema public, lh_engine to faults_bound;
        grant execute on all functions in schema public, lh_engine to faults_bound;
        grant usage on all sequences in schema lh_engine, public to faults_bound; set role faults_bound`);
      const seen = await attempt(client);
      await client.query('reset role');
      return seen;
    },
    expected: /^LH005.*lh_lead_status/,
    heal: (client) =>
      client.query(
        'drop owned by faults_bound; drop role faults_bound; alter table lh_lead_status no force row level security',
      ),
  },
  {
    name: 'read-only',
    fault: 'a read-only transaction',
    promised: 'the error of Postgres, nothing written',
    run: async (client) => {
      await client.query('begin read only');
      const seen = await attempt(client);
      await client.query('rollback');
      return seen;
    },
    expected: /^25006/,
  },
  {
    name: 'clock-back',
    fault: 'the clock is set back by three days after a cycle',
    promised:
      'the day is evaluated again as it was then, nothing is spawned twice; a day in the future is refused (LH006)',
    run: async (client) => {
      const first = await attempt(client);
      await client.query(`select set_config('lh_engine.now', $1, false)`, [`${dayOf(-2)} 12:00+00`]);
      const before = (await query(client, 'select count(*)::int as n from lh_ab_tests'))[0]?.n;
      const again = await attempt(client, 'select lh_run_improvement_cycle() as answer');
      const after = (await query(client, 'select count(*)::int as n from lh_ab_tests'))[0]?.n;
      const future = await attempt(client, `select lh_run_improvement_cycle('${dayOf(0)}') as answer`);
      await query(client, `delete from lh_engine.events where as_of = $1`, [dayOf(-2)]);
      await query(client, `delete from lh_daily_metrics where metric_date < $1`, [dayOf(0)]);
      return `${first}; set back: ${again}, ${Number(after) - Number(before)} spawned; ${future}`;
    },
    expected: /^success; set back: success, 0 spawned; LH006/,
    goesOn: true,
  },
];

const timeouts = (moments: number, cycleMs: number): Scenario => ({
  name: 'timeouts',
  fault: `statement_timeout at ${moments} moments of a cycle`,
  promised: 'the error of Postgres (57014), nothing written',
  run: async (client) => {
    const seen = new Set<string>();
    for (let i = 0; i < moments; i += 1) {
      const ms = Math.max(1, Math.round((cycleMs * 0.7 * i) / moments));
      await client.query(`set statement_timeout = ${ms}`);
      await client.query('begin').catch(() => undefined);
      seen.add((await attempt(client)).replace(/:.*/, ''));
      await client.query('set statement_timeout = 0').catch(() => undefined);
      await client.query('rollback; set statement_timeout = 0');
    }
    return [...seen].sort().join(', ');
  },
  expected: /57014/,
});

const runScenario = async (world: World, scenario: Scenario, attempts = 1): Promise<Outcome> => {
  const { twin, untouched } = await dayOnce(world);
  const database = 'faults_scenario';
  await world.copy(database, 'faults_day');
  const [client, other] = [await world.connect(database), await world.connect(database)];
  for (const each of [client, other])
    await each.query(`select set_config('lh_engine.now', $1, false)`, [nightAfter(0)]);
  const observed = await scenario.run(client, other);
  const goesOn = scenario.goesOn === true;
  const after = (await stateOf(client)).filter((row) => !isOfDay(row));
  const written = goesOn ? 0 : compare(untouched, after).extra;
  await scenario.heal?.(client);
  await client.query(`select set_config('lh_engine.now', $1, false)`, [nightAfter(0)]);
  const healed = await attempt(client);
  const once = (rows: readonly string[]): string[] => [
    ...new Set(rows.filter((row) => !row.startsWith('lead '))),
  ];
  const { lost, extra } = compare(once(twin), once(await stateOf(client)));
  const wrong = await contradictions(client);
  await client.end();
  await other.end();
  return {
    fault: scenario.fault,
    promised: scenario.promised,
    observed: `${observed}; written by it: ${goesOn ? 'what it should' : written}; afterwards: ${healed}`,
    attempts,
    bypassed: written + Number(!scenario.expected.test(observed)) + Number(healed !== 'success'),
    lost,
    duplicated: extra + wrong,
  };
};

const timeoutFault: Fault = {
  name: 'timeouts',
  run: async (world: World, size: Size) =>
    runScenario(world, timeouts(size.timeouts, (await dayOnce(world)).cycleMs), size.timeouts),
};

/** What happens to the cycle of one day. */
export const hostFaults: readonly Fault[] = [
  timeoutFault,
  ...scenarios.map(
    (scenario): Fault => ({
      name: scenario.name,
      run: (world) => runScenario(world, scenario),
    }),
  ),
];
