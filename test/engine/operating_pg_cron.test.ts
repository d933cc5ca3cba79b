// The schedule on the real pg_cron, on a server of its own: who may enable it, a tick that fires, a tick that fails,
// and a crash of the server between two. pg_cron counts in minutes, so the three ticks are one story.
import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { renderHostSchema } from '../../dev/host/schema.ts';
import { crashServer, databaseUrl, destroyServer, startServer } from '../../dev/server/server.ts';
import { connect, errorOf, one } from '../support/database.ts';
import { requireForFile } from '../support/needs.ts';
import { needsCron, sqlExamples } from '../support/operations_page.ts';

await requireForFile('debian');

const file = (name: string): string => readFileSync(new URL(`../../dist/${name}`, import.meta.url), 'utf8');
const name = `cron-${process.pid}`;
const database = 'pipeline';

const start = async (): Promise<pg.Client> => {
  const server = await startServer({ name, cronDatabase: database, durable: true });
  const client = await connect(databaseUrl(server, database));
  client.on('error', () => undefined);
  return client;
};

const until = async (what: string, check: () => Promise<boolean>): Promise<void> => {
  const deadline = Date.now() + 75_000;
  while (!(await check())) {
    if (Date.now() > deadline) throw new Error(`waited 75 s in vain for ${what}`);
    await new Promise((done) => setTimeout(done, 500));
  }
};

/** Every session that begins from now on, those of pg_cron too, has this present. */
const setClock = (client: pg.Client, at: string) =>
  client.query(`alter database ${database} set lh_engine.now = '${at}'`);

const everyMinute = (client: pg.Client) =>
  client.query(
    `select cron.schedule(job, '* * * * *', command) from lh_engine.wanted_jobs() where job = 'lh_engine_cycle'`,
  );

const runs = async (client: pg.Client): Promise<{ status: string; return_message: string }[]> =>
  (
    await client.query(
      `select status, return_message from cron.job_run_details where command ~ 'run_due_cycle' and end_time is not null order by runid`,
    )
  ).rows;

const cyclesOf = (client: pg.Client): Promise<string[]> =>
  one(
    client,
    `select coalesce(array_agg(as_of::text order by event_id), '{}') from lh_engine.events where kind = 'cycle'`,
  );

const cron = suite('pg_cron');
let client: pg.Client;

cron.before(async () => {
  // The language comes to template1 first, the database of the jobs after it.
  await startServer({ name, durable: true });
  client = await start();
  await client.query(renderHostSchema({ ids: 'uuid' }));
  await client.query(file('install.sql'));
  await client.query(file('roles.sql'));
  await client.query('create role loop_runner bypassrls in role lh_engine_operator');
  const { rows } = await client.query(
    `select remedy from lh_engine.check_host_for('loop_runner') where kind = 'right' and not found`,
  );
  for (const { remedy } of rows) await client.query(remedy);
});
cron.after(async () => {
  await client.end().catch(() => undefined);
  await destroyServer(name);
});

cron('a role without rights on pg_cron, or without login, gets the exact statement', async () => {
  await client.query('set role loop_runner');
  const first = await errorOf(() => client.query('select lh_engine.enable_schedule()'));
  assert.equal(
    [first.code, first.hint],
    ['LH010', 'Let a DBA run: grant usage on schema cron to loop_runner;'],
  );
  await client.query('reset role; grant usage on schema cron to loop_runner; set role loop_runner');
  const second = await errorOf(() => client.query('select lh_engine.enable_schedule()'));
  assert.is(second.code, 'LH010');
  assert.match(String(second.hint), 'alter role loop_runner login;');
  await client.query(`reset role; alter role loop_runner login password 'only on loopback'`);
});

cron(
  'enabling twice makes one pair of jobs, enabling as another role is refused, disabling removes them',
  async () => {
    await client.query('set role loop_runner');
    for (const _ of [1, 2]) {
      const { rows } = await client.query('select * from lh_engine.enable_schedule()');
      assert.equal(rows, [
        { job: 'lh_engine_cycle', schedule: '1,16,31,46 * * * *', command: 'call lh_engine.run_due_cycle()' },
        { job: 'lh_engine_purge', schedule: '7 3 * * *', command: 'select lh_engine.purge_events()' },
      ]);
    }
    await client.query('reset role');
    assert.is(await one(client, 'select count(*)::int from cron.job'), 2);
    const error = await errorOf(() => client.query('select lh_engine.enable_schedule()'));
    assert.is(error.code, 'LH010');
    assert.match(error.message, 'loop_runner');
    await client.query(`update cron.job set active = false where jobname = 'lh_engine_purge'`);
    assert.match((await one<string[]>(client, 'select reasons from lh_engine.health')).join(), 'not active');
    await client.query('set role loop_runner; select lh_engine.enable_schedule(); reset role');
    assert.is(await one(client, 'select jobs_active from lh_engine.health'), true);
    await client.query('set role loop_runner');
    assert.is((await client.query('select lh_engine.disable_schedule()')).rowCount, 2);
    assert.is((await client.query('select lh_engine.disable_schedule()')).rowCount, 0);
    await client.query('reset role');
    assert.is(await one(client, 'select jobs_present from lh_engine.health'), false);
  },
);

cron(
  'a tick runs the day, a failing one is failed in both logs, and after a crash the next one makes up',
  async () => {
    await setClock(client, '2026-03-04 00:01+00');
    await client.query('select lh_engine.enable_schedule()');
    await everyMinute(client);
    await until(
      'the first tick',
      async () => (await cyclesOf(client)).length > 0 && (await runs(client)).length > 0,
    );
    assert.equal(await cyclesOf(client), ['2026-03-03']);
    assert.is((await runs(client)).at(-1)?.status, 'succeeded');

    await client.query(`
    create function broken() returns void language plpgsql as $$ begin raise 'the pipeline is down'; end $$;
    alter function lh_update_daily_metrics(date) rename to lh_update_daily_metrics_later;
    create function lh_update_daily_metrics(target_date date default current_date) returns void language sql as 'select broken()';`);
    await setClock(client, '2026-03-05 00:01+00');
    await until('the failing tick', async () =>
      (await runs(client)).some(({ status }) => status === 'failed'),
    );
    assert.match(
      String((await runs(client)).find(({ status }) => status === 'failed')?.return_message),
      'the pipeline is down',
    );
    const failed = await one<string>(
      client,
      `select data ->> 'message' from lh_engine.events where kind = 'failed' limit 1`,
    );
    assert.is(failed, 'the pipeline is down');
    const counts = await one<number[]>(
      client,
      `select array[count(*) filter (where kind = 'started'), count(*) filter (where kind in ('cycle', 'failed'))] from lh_engine.events where kind in ('started', 'cycle', 'failed')`,
    );
    assert.equal(counts[0], counts[1], 'each start has its end');

    await client.query(`
    drop function lh_update_daily_metrics(date);
    alter function lh_update_daily_metrics_later(date) rename to lh_update_daily_metrics;`);
    await setClock(client, '2026-03-07 00:01+00');
    await crashServer(name, 'kill');
    await client.end().catch(() => undefined);
    client = await start();
    await until('the tick after the crash', async () => (await cyclesOf(client)).length > 1);
    assert.equal(await cyclesOf(client), ['2026-03-03', '2026-03-06']);
    assert.is(
      await one(
        client,
        `select count(*)::int from lh_daily_metrics where metric_date between '2026-03-03' and '2026-03-06'`,
      ),
      4,
    );
    assert.is(await one(client, 'select jobs_active from lh_engine.health'), true);
  },
);

cron('the examples of docs/operations.md that need pg_cron run as they stand', async () => {
  const examples = sqlExamples().filter(needsCron);
  assert.ok(examples.length >= 4, `${examples.length} examples`);
  for (const example of examples) {
    await client.query('begin');
    await client.query(example).catch((error: Error) => {
      throw new Error(`${error.message} in:\n${example}`);
    });
    await client.query('rollback');
  }
});

cron('the purge removes the old runs of these jobs from pg_cron and no others', async () => {
  await client.query(`
    insert into cron.job_run_details (jobid, runid, database, username, command, status, start_time, end_time)
    select 0, -n, '${database}', 'postgres', case n when 1 then 'call lh_engine.run_due_cycle()' else 'vacuum' end,
      'succeeded', '2020-01-01', '2020-01-01' from generate_series(1, 2) as n`);
  const purged = await one<{ job_runs: number }>(client, 'select lh_engine.purge_events()');
  assert.is(purged.job_runs, 1);
  assert.equal(
    (await client.query(`select command from cron.job_run_details where end_time = '2020-01-01'`)).rows,
    [{ command: 'vacuum' }],
  );
  await client.query('select lh_engine.uninstall(confirm => true)');
  assert.is(await one(client, 'select count(*)::int from cron.job'), 0);
});

cron.run();
