// A lead pipeline for the fault tests: a server of its own that may be crashed, days of leads that make the loop spawn,
// test and decide, and the state to compare with that of an undisturbed twin. Knows no fault.
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { renderHostSchema } from '../../dev/host/schema.ts';
import { databaseUrl, destroyServer, runningServer, startServer } from '../../dev/server/server.ts';

export type World = {
  readonly server: string;
  /** Starts the server again where it was crashed; returns the URL of a database. */
  readonly url: (database: string) => Promise<string>;
  readonly connect: (database: string) => Promise<pg.Client>;
  readonly admin: <T>(work: (client: pg.Client) => Promise<T>) => Promise<T>;
  readonly copy: (name: string, template?: string, tablespace?: string) => Promise<void>;
  readonly end: () => Promise<void>;
};

const install = new URL('../../dist/install.sql', import.meta.url);
export const firstDay = '2026-03-01';

/** Day n (from 0) of the story. */
export const dayOf = (n: number): string =>
  new Date(Date.parse(firstDay) + n * 86_400_000).toISOString().slice(0, 10);

/** 00:01 of the day after. */
export const nightAfter = (n: number): string => `${dayOf(n + 1)} 00:01+00`;

export const query = async <T = Record<string, unknown>>(
  client: pg.Client,
  text: string,
  values: unknown[] = [],
): Promise<T[]> => (await client.query(text, values)).rows as T[];

const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** A recovery after a crash may take longer than seconds on a machine that is busy. */
const reachWithinMs = 120_000;

export const reach = async (url: string): Promise<pg.Client> => {
  const until = performance.now() + reachWithinMs;
  for (;;) {
    const client = new pg.Client({ connectionString: url, ssl: false });
    // A crash of the server reaches a waiting client as an event.
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (performance.now() > until) throw error;
      await sleep(50);
    }
  }
};

export const createWorld = async (name: string): Promise<World> => {
  // What a process has written survives its end by any signal: only the operating system, which nothing here crashes,
  // could lose it before it is on the disk. A commit must still have been written.
  const start = () =>
    startServer({
      name,
      durable: false,
      settings: { synchronous_commit: 'on', restart_after_crash: 'on' },
    });
  const url = async (database: string): Promise<string> =>
    databaseUrl(runningServer(name) ?? (await start()), database);
  const connect = async (database: string): Promise<pg.Client> => reach(await url(database));
  const admin = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = await connect('postgres');
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  };
  const copy = (database: string, template = 'faults_empty', tablespace = 'pg_default'): Promise<void> =>
    admin(async (client) => {
      await client.query(`drop database if exists ${database} with (force)`);
      // Strategy wal_log, the default, copies sequences with values that count as logged and are not: after a crash
      // they would be handed out again (PostgreSQL 15).
      await client.query(
        `create database ${database} template ${template} strategy file_copy tablespace ${tablespace}`,
      );
    });
  await copy('faults_empty', 'template1');
  const client = await connect('faults_empty');
  await client.query(renderHostSchema({ ids: 'bigint' }));
  await client.query(readFileSync(install, 'utf8'));
  await client.query(`select lh_engine.set_setting('spawning.min_sample_size', '20')`);
  await client.end();
  return { server: name, url, connect, admin, copy, end: () => destroyServer(name) };
};

/**
 * The leads of day n: slow answers make a bottleneck; half of them are in the running tests, and of those the treated
 * convert three times as often, so that decisions come. Twice the same n is the same day.
 */
export const feed = (client: pg.Client, n: number): Promise<unknown> =>
  client.query(
    `insert into lh_lead_status (status, assigned_to, created_at, contacted_at, qualified_at, source, ab_test_id, ab_test_group)
     select
       case when i % 10 < (case when t.id is not null and i % 2 = 0 then 6 else 2 end) then 'qualified' else 'contacted' end,
       'agent', $1::timestamptz + i * interval '10 min', $1::timestamptz + i * interval '10 min' + interval '9 hours',
       case when i % 10 < 6 then $1::timestamptz + interval '1 day' end, 'web', t.id,
       case when t.id is not null then case when i % 2 = 0 then 'treatment' else 'control' end end
     from generate_series(1, 60) as i
     left join (
       select r.id, row_number() over (order by r.test_name) - 1 as k, count(*) over () as n
       from lh_ab_tests as r where r.status = 'running'
     ) as t on (i / 2) % t.n = t.k`,
    [`${dayOf(n)} 08:00+00`],
  );

/** What the engine has made of it, without ids and without what only says that a run was tried again. */
export const stateOf = async (client: pg.Client): Promise<string[]> => {
  const rows = await query<{ row: string }>(
    client,
    `select 'skill ' || (to_jsonb(s) - 'id')::text as row from lh_spawned_skills as s
     union all
     select 'test ' || (to_jsonb(t) - array['id', 'skill_id'])::text from lh_ab_tests as t
     union all
     select 'day ' || (to_jsonb(m) - array['id', 'created_at'])::text from lh_daily_metrics as m
     union all
     select 'lead ' || (to_jsonb(l) - array['id', 'ab_test_id'])::text || coalesce(t.test_name, '')
     from lh_lead_status as l left join lh_ab_tests as t on t.id = l.ab_test_id
     union all
     select 'claim ' || c.skill_type || ' ' || c.metric from lh_engine.spawn_claims as c
     union all
     select 'plan ' || p.skill_type || ' ' || p.metric || ' ' || p.created_at from lh_engine.test_plans as p
     union all
     select 'event ' || concat_ws(' ', e.kind, e.as_of, e.data ->> 'recommendation', e.data ->> 'skill_type', e.data #>> '{control,leads}')
     from lh_engine.events as e
     where e.kind in ('spawn', 'skip', 'look', 'decision', 'cycle', 'detection', 'plan')`,
  );
  return rows.map(({ row }) => row).sort();
};

/** Rows of the twin that are missing, and rows that the twin does not have. */
export const compare = (
  twin: readonly string[],
  found: readonly string[],
): { lost: number; extra: number } => {
  const left = new Map<string, number>();
  for (const row of twin) left.set(row, (left.get(row) ?? 0) + 1);
  let extra = 0;
  for (const row of found) {
    const n = left.get(row) ?? 0;
    if (n === 0) extra += 1;
    else left.set(row, n - 1);
  }
  return { lost: [...left.values()].reduce((a, b) => a + b, 0), extra };
};

/** What must never be there twice or halfway, whatever happened. */
export const contradictions = async (client: pg.Client): Promise<number> =>
  Number(
    (
      await query(
        client,
        `select count(*) as n from (
           select skill_type from lh_spawned_skills where status = 'testing' group by 1 having count(*) > 1
           union all select metric_tracked from lh_ab_tests where status = 'running' group by 1 having count(*) > 1
           union all select skill_id::text from lh_ab_tests group by 1 having count(*) > 1
           union all select s.id::text from lh_spawned_skills as s left join lh_ab_tests as t on t.skill_id = s.id where t.id is null
           union all select t.id::text from lh_ab_tests as t where t.status = 'running'
             and not exists (select from lh_engine.spawn_claims as c where c.ab_test_id = t.id::text)
           union all select t.id::text from lh_ab_tests as t
             where not exists (select from lh_engine.test_plans as p where p.ab_test_id = t.id::text)
             or not exists (select from lh_engine.events as e where e.kind = 'spawn' and e.ab_test_id = t.id::text)
           union all select ab_test_id from lh_engine.events where kind = 'decision' group by 1 having count(*) > 1
           union all select t.id::text from lh_ab_tests as t join lh_spawned_skills as s on s.id = t.skill_id
             where (t.status = 'completed') <> (s.status in ('active', 'killed'))
         ) as c`,
      )
    )[0]?.n,
  );
