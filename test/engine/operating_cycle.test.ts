// The cycle as a whole: order, records, the host's function in its own surroundings, and what a repetition does.
import type pg from 'pg';
import * as assert from 'uvu/assert';
import { errorOf, installFile, one, setClock } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';

type Json = Record<string, unknown>;

const slowDay = (client: pg.Client, leads = 20) =>
  client.query(
    `insert into lh_lead_status (status, assigned_to, created_at, contacted_at)
     select 'contacted', 'agent-1', '2026-03-04 08:00+00', '2026-03-04 17:00+00' from generate_series(1, $1::int)`,
    [leads],
  );

const kinds = (client: pg.Client): Promise<Record<string, number>> =>
  one(
    client,
    `select coalesce(json_object_agg(kind, n), '{}') from (select kind, count(*) as n from lh_engine.events group by kind) as k`,
  );

engineSuite('cycle', { isolation: 'database', now: '2026-03-04 18:00+00' }, (cycle, db) => {
  cycle('records what it saw, what it decided and with which settings and library', async () => {
    await slowDay(db.client);
    const result = await one<Json & { bottlenecks: Json[] }>(db.client, 'select lh_run_improvement_cycle()');
    const { rows } = await db.client.query('select * from lh_engine.events order by event_id');
    const event = rows.find((r) => r.kind === 'cycle');
    assert.is(event.event_id, String(result.cycle_id));
    assert.is(event.data.settings.profile, 'basic');
    assert.is(event.bundle, await one(db.client, 'select bundle from lh_engine.version()'));
    assert.equal(event.data.bottlenecks, result.bottlenecks);
    const spawned = rows.filter((r) => r.kind === 'spawn');
    assert.ok(spawned.length >= 1);
    for (const r of spawned) assert.ok(r.skill_id && r.ab_test_id && r.data.explanation.length > 20);
    assert.ok(rows.every((r) => r.cycle_id === event.event_id && r.actor !== null));
    assert.is(rows.filter((r) => r.kind === 'detection').length, 1);
    assert.is(rows.filter((r) => r.kind === 'plan').length, 1);
  });

  cycle('a second run on unchanged data adds only its own event', async () => {
    await slowDay(db.client);
    await one(db.client, 'select lh_run_improvement_cycle()');
    const before = await kinds(db.client);
    await one(db.client, 'select lh_run_improvement_cycle()');
    assert.equal(await kinds(db.client), { ...before, cycle: (before.cycle ?? 0) + 1 });
  });

  cycle('a second run on changed data evaluates again, and still spawns no duplicate', async () => {
    await slowDay(db.client);
    await one(db.client, 'select lh_run_improvement_cycle()');
    const skills = await one<number>(db.client, 'select count(*)::int from lh_spawned_skills');
    await slowDay(db.client, 7);
    const again = await one<Json & { metrics: Json }>(db.client, 'select lh_run_improvement_cycle()');
    assert.is(Number(again.metrics.new_leads_count), 27);
    assert.is(await one(db.client, 'select count(*)::int from lh_spawned_skills'), skills);
    assert.is((await kinds(db.client)).detection, 2);
  });

  cycle('what does not fit the host column is null or cut there, and the event has it', async () => {
    const narrow = await db.open({ engine: false });
    await narrow.client.query('alter table lh_spawned_skills alter column baseline_value type numeric(3, 2)');
    await narrow.client.query('alter table lh_ab_tests alter column hypothesis type varchar(40)');
    await narrow.client.query(installFile);
    await narrow.client.query(
      `insert into lh_lead_status (status, created_at, contacted_at) values ('contacted', '2026-03-04 01:00+00', '2026-03-04 15:00+00')`,
    );
    await one(narrow.client, 'select lh_run_improvement_cycle()');
    const skill = `select baseline_value from lh_spawned_skills where skill_type = 'instant-responder'`;
    assert.is(await one(narrow.client, skill), null);
    const event = `select data -> 'skill' ->> 'baseline_value' from lh_engine.events where kind = 'spawn' and data ->> 'skill_type' = 'instant-responder'`;
    assert.is(await one(narrow.client, event), '14');
    const hypothesis = `where metric_tracked = 'avg_response_time_hours'`;
    assert.is(await one(narrow.client, `select length(hypothesis) from lh_ab_tests ${hypothesis}`), 40);
    const whole = `select data -> 'test' ->> 'hypothesis' from lh_engine.events where kind = 'spawn' and data ->> 'skill_type' = 'instant-responder'`;
    assert.match(await one<string>(narrow.client, whole), /share of leads that convert\.$/);
  });

  cycle('what would be done is what is done', async () => {
    await slowDay(db.client);
    await db.client.query(`select lh_update_daily_metrics('2026-03-04')`);
    const planned = (
      await db.client.query('select bottleneck, action, reason, skill_name from lh_plan_improvements()')
    ).rows;
    assert.is(await one(db.client, 'select count(*)::int from lh_spawned_skills'), 0);
    assert.is(await one(db.client, 'select count(*)::int from lh_engine.events'), 0);
    const result = await one<Json & { decisions: Json[] }>(db.client, 'select lh_run_improvement_cycle()');
    assert.ok(planned.length > 0);
    assert.equal(
      result.decisions.map(({ bottleneck, action, reason, skill_name }) => ({
        bottleneck,
        action,
        reason,
        skill_name,
      })),
      planned,
    );
  });

  cycle(
    'calls the host function with its search_path and the engine time zone, and restores both',
    async () => {
      await db.client.query(`create table seen (path text, zone text)`);
      await db.client.query(`create or replace function lh_update_daily_metrics(target_date date default current_date) returns void language plpgsql as
      $$ begin insert into seen values (current_setting('search_path'), current_setting('TimeZone')); end $$`);
      await db.client.query(`set time zone 'Asia/Tokyo'`);
      await db.client.query(`set search_path = pg_catalog`);
      await db.client.query(`select lh_engine.set_setting('engine.time_zone', '"America/New_York"')`);
      await one(db.client, 'select public.lh_run_improvement_cycle()');
      const { rows } = await db.client.query('select distinct * from public.seen');
      assert.equal(rows, [{ path: 'public, pg_temp', zone: 'America/New_York' }]);
      assert.is(await one(db.client, 'show timezone'), 'Asia/Tokyo');
      assert.is(await one(db.client, 'show search_path'), 'pg_catalog');
    },
  );

  cycle(
    'an error of the host function leaves nothing behind, not even a setting of the session',
    async () => {
      await db.client.query(`create or replace function lh_update_daily_metrics(target_date date default current_date) returns void language plpgsql as
      $$ begin raise exception 'host is unwell'; end $$`);
      await db.client.query(`set time zone 'Asia/Tokyo'`);
      const error = await errorOf(() => one(db.client, 'select lh_run_improvement_cycle()'));
      assert.match(error.message, /host is unwell/);
      assert.is(await one(db.client, 'show timezone'), 'Asia/Tokyo');
      assert.is(await one(db.client, 'select count(*)::int from lh_engine.events'), 0);
    },
  );

  cycle('a day is a day of the engine time zone', async () => {
    await setClock(db.client, '2026-03-04 03:00+00');
    await db.client.query(`select lh_engine.set_setting('engine.time_zone', '"America/New_York"')`);
    const result = await one<Json>(db.client, 'select lh_run_improvement_cycle()');
    assert.is(result.as_of, '2026-03-03');
  });

  cycle('two at once: one runs, the other says so at once', async () => {
    const other = await db.connect();
    await db.client.query('begin');
    await one(db.client, 'select lh_run_improvement_cycle()');
    assert.equal(await one(other, 'select lh_run_improvement_cycle()'), {
      success: false,
      reason: 'already_running',
    });
    await db.client.query('commit');
    assert.is((await one<Json>(other, 'select lh_run_improvement_cycle()')).success, true);
  });

  cycle('under REPEATABLE READ a cycle that did not see the other spawn gets a retryable error', async () => {
    await slowDay(db.client);
    const other = await db.connect();
    await other.query('begin isolation level repeatable read');
    await one(other, 'select count(*) from lh_engine.events');
    await one(db.client, 'select lh_run_improvement_cycle()');
    const error = await errorOf(() => one(other, 'select lh_run_improvement_cycle()'));
    assert.is(error.code, '40001');
    await other.query('rollback');
    const retried = await one<Json & { decisions: Json[] }>(other, 'select lh_run_improvement_cycle()');
    assert.ok(retried.decisions.every((d) => d.action === 'skip'));
    assert.is(
      await one(
        db.client,
        `select max(n)::int from (select count(*) as n from lh_spawned_skills group by skill_type) as s`,
      ),
      1,
    );
  });

  cycle('events are never changed, and only what may be purged can be deleted', async () => {
    await slowDay(db.client);
    await one(db.client, 'select lh_run_improvement_cycle()');
    for (const statement of [
      `update lh_engine.events set data = '{}'`,
      `delete from lh_engine.events where kind = 'spawn'`,
      'truncate lh_engine.events',
    ])
      assert.is((await errorOf(() => db.client.query(statement))).code, 'LH008', statement);
    await db.client.query(`delete from lh_engine.events where kind = 'cycle'`);
    assert.is((await kinds(db.client)).cycle, undefined);
  });
});
