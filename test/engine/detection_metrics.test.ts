// The first step of a cycle: the host's own function is called for the right days, in the surroundings it was written
// for, and the session is left as it was.
import type pg from 'pg';
import * as assert from 'uvu/assert';
import { errorOf, one } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';

type Refreshed = {
  metrics: Record<string, unknown> | null;
  days_filled: string[];
  days_refreshed: string[];
  warnings: { code: string }[];
};

const refresh = (client: pg.Client, day: string | null): Promise<Refreshed> =>
  one(client, 'select lh_engine.refresh_metrics($1)', [day]);

const surroundings = async (client: pg.Client): Promise<readonly string[]> => [
  await one<string>(client, `select current_setting('search_path')`),
  await one<string>(client, `select current_setting('TimeZone')`),
];

const ranCycle = (client: pg.Client, day: string) =>
  client.query(
    `insert into lh_engine.events (happened_at, kind, as_of) values (lh_engine.clock(), 'cycle', $1)`,
    [day],
  );

engineSuite('refreshing the daily metrics', { now: '2026-03-03 00:01+00' }, (metrics, db) => {
  metrics('a first run computes its day alone and returns the row', async () => {
    await db.client.query(
      `insert into lh_lead_status (status, created_at, contacted_at) values ('contacted', '2026-03-02 10:00+00', '2026-03-02 13:00+00')`,
    );
    const result = await refresh(db.client, '2026-03-02');
    assert.equal([result.days_filled, result.days_refreshed, result.warnings], [[], [], []]);
    assert.equal([result.metrics?.new_leads_count, result.metrics?.avg_response_time_hours], [1, 3]);
    assert.is(await one(db.client, 'select count(*)::int from lh_daily_metrics'), 1);
  });

  metrics('days missing since the last run are filled, the newest 31 of them', async () => {
    await ranCycle(db.client, '2026-02-26');
    assert.equal((await refresh(db.client, '2026-03-02')).days_filled, [
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
    ]);
    await db.client.query('truncate lh_daily_metrics');
    await db.client.query(
      `alter table lh_engine.events disable trigger user; delete from lh_engine.events where kind = 'cycle'; alter table lh_engine.events enable trigger user`,
    );
    await ranCycle(db.client, '2025-12-01');
    const { days_filled } = await refresh(db.client, '2026-03-02');
    assert.equal([days_filled.length, days_filled[0], days_filled[30]], [31, '2026-01-30', '2026-03-01']);
  });

  metrics('a day that has a row is not filled but refreshed, while it is recent', async () => {
    await ranCycle(db.client, '2026-02-20');
    for (const day of ['2026-02-22', '2026-02-24', '2026-02-28'])
      await db.client.query(`insert into lh_daily_metrics (metric_date, new_leads_count) values ($1, 77)`, [
        day,
      ]);
    const result = await refresh(db.client, '2026-03-02');
    assert.equal(result.days_refreshed, ['2026-02-24', '2026-02-28']);
    assert.equal(result.days_filled, [
      '2026-02-21',
      '2026-02-23',
      '2026-02-25',
      '2026-02-26',
      '2026-02-27',
      '2026-03-01',
    ]);
    assert.is(
      await one(db.client, `select new_leads_count from lh_daily_metrics where metric_date = '2026-02-22'`),
      77,
    );
    assert.is(
      await one(db.client, `select new_leads_count from lh_daily_metrics where metric_date = '2026-02-24'`),
      0,
    );
  });

  metrics('metrics.refresh_days says how many days are recent', async () => {
    for (const day of ['2026-02-28', '2026-03-01'])
      await db.client.query(`insert into lh_daily_metrics (metric_date) values ($1)`, [day]);
    await one(db.client, `select lh_engine.set_setting('metrics.refresh_days', '2')`);
    assert.equal((await refresh(db.client, '2026-03-02')).days_refreshed, ['2026-03-01']);
    await one(db.client, `select lh_engine.set_setting('metrics.refresh_days', '1')`);
    assert.equal((await refresh(db.client, '2026-03-02')).days_refreshed, []);
  });

  metrics('a run for an earlier day looks back from that day', async () => {
    await ranCycle(db.client, '2026-02-10');
    await ranCycle(db.client, '2026-03-01');
    assert.equal((await refresh(db.client, '2026-02-12')).days_filled, ['2026-02-11']);
  });

  metrics('days are those of engine.time_zone, and the session keeps its own settings', async () => {
    await one(db.client, `select lh_engine.set_setting('engine.time_zone', '"America/New_York"')`);
    await db.client.query(
      `insert into lh_lead_status (status, created_at) values ('assigned', '2026-03-02 04:30+00')`,
    );
    await db.client.query(`set search_path to pg_catalog; set timezone to 'Asia/Kathmandu'`);
    const result = await refresh(db.client, '2026-03-01');
    assert.is(result.metrics?.new_leads_count, 1);
    assert.equal(await surroundings(db.client), ['pg_catalog', 'Asia/Kathmandu']);
  });

  metrics('the session keeps its settings when the host’s function fails, caught or not', async () => {
    await db.client.query(
      `create or replace function lh_update_daily_metrics(target_date date default current_date) returns void language plpgsql as
       $f$ begin raise exception 'the host is broken on % in %', target_date, current_setting('TimeZone'); end $f$`,
    );
    await db.client.query(`set search_path to pg_catalog; set timezone to 'Asia/Kathmandu'`);
    await db.client.query('savepoint before_failure');
    const error = await errorOf(() => refresh(db.client, '2026-03-02'));
    await db.client.query('rollback to before_failure');
    assert.match(error.message, 'the host is broken on 2026-03-02 in UTC');
    assert.equal(await surroundings(db.client), ['pg_catalog', 'Asia/Kathmandu']);
    await db.client.query(
      `do $f$ begin perform lh_engine.refresh_metrics('2026-03-02'); exception when raise_exception then null; end $f$`,
    );
    assert.equal(await surroundings(db.client), ['pg_catalog', 'Asia/Kathmandu']);
  });

  metrics('a host function that returns rows, or leaves none, is no error', async () => {
    await db.client.query(`drop function lh_update_daily_metrics(date)`);
    await db.client.query(
      `create function lh_update_daily_metrics(target_date date default current_date) returns setof lh_daily_metrics language sql as
       $f$ select * from lh_daily_metrics $f$`,
    );
    const result = await refresh(db.client, '2026-03-02');
    assert.is(result.metrics, null);
    assert.equal(
      result.warnings.map((w) => w.code),
      ['no_daily_row'],
    );
  });

  metrics('a cycle fills, refreshes and updates pattern performance before it detects', async () => {
    await ranCycle(db.client, '2026-02-27');
    await db.client.query(
      `with c as (insert into lh_contacts (validation_status) select 'valid' from generate_series(1, 40) returning id),
       v as (insert into lh_validation_history (contact_id, pattern_type, created_at) select id, 'bank', '2026-03-01 10:00+00' from c)
       insert into lh_feedback_log (contact_id, feedback_type, created_at) select id, 'correct_owner', '2026-03-02 10:00+00' from c`,
    );
    const result = await one<{ bottlenecks: { type: string; current_value: number }[] }>(
      db.client,
      `select lh_run_improvement_cycle('2026-03-02')`,
    );
    assert.equal(
      result.bottlenecks.map((b) => [b.type, b.current_value]),
      [['validation_accuracy_drop', 0]],
    );
    assert.equal(
      (await db.client.query('select metric_date::text from lh_daily_metrics order by 1')).rows.length,
      3,
    );
  });
});
