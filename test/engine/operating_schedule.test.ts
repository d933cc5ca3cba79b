// When the daily run is due, with the clock set: every quarter of an hour through a year, changes of the clock
// included, and what a run leaves that failed, was interrupted or met another.
import type pg from 'pg';
import * as assert from 'uvu/assert';
import { errorOf, one, setClock } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { isComplete, missing, unless } from '../support/needs.ts';

const noCron = await missing('pg_cron');
const again = await missing('once');

const events = async (client: pg.Client, kind: string): Promise<Record<string, unknown>[]> =>
  (
    await client.query('select as_of::text, data from lh_engine.events where kind = $1 order by event_id', [
      kind,
    ])
  ).rows;

engineSuite(
  'schedule',
  { ids: ['bigint'], isolation: 'database', now: '2026-03-04 00:01+00' },
  (schedule, db) => {
    const health = async (
      client: pg.Client,
    ): Promise<Record<string, unknown> & { ok: boolean; reasons: string[] }> =>
      (await client.query('select * from lh_engine.health')).rows[0];

    schedule('a run is due at 00:01 for the day just ended, once', async () => {
      for (const [now, day] of [
        ['2026-03-03 23:46+00', '2026-03-02'],
        ['2026-03-04 00:00:59+00', '2026-03-02'],
        ['2026-03-04 00:01+00', '2026-03-03'],
      ]) {
        await setClock(db.client, String(now));
        assert.is(await one(db.client, 'select lh_engine.due_day()::text'), day, now);
      }
      await db.client.query('call lh_engine.run_due_cycle()');
      assert.is(await one(db.client, 'select lh_engine.due_day()'), null);
      await db.client.query('call lh_engine.run_due_cycle()');
      assert.equal(
        (await events(db.client, 'started')).map(({ as_of }) => as_of),
        ['2026-03-03'],
      );
      assert.equal(
        (await events(db.client, 'cycle')).map(({ as_of }) => as_of),
        ['2026-03-03'],
      );
      assert.equal(await health(db.client).then(({ ok, days_behind }) => [ok, days_behind]), [true, 0]);
    });

    schedule(
      'a run by hand during the day does not count as the run of that day, one after it does',
      async () => {
        await setClock(db.client, '2026-03-03 18:00+00');
        await db.client.query('select lh_run_improvement_cycle()');
        await setClock(db.client, '2026-03-04 00:01+00');
        assert.is(await one(db.client, 'select lh_engine.due_day()::text'), '2026-03-03');
        await db.client.query(`select lh_run_improvement_cycle('2026-03-03')`);
        assert.is(await one(db.client, 'select lh_engine.due_day()'), null);
      },
    );

    // The engine's days: on Lord Howe Island the clock changes by half an hour, in Cairo, Havana and on the Azores at midnight,
    // Apia left out a whole day, Kathmandu lies 5:45 from Greenwich.
    for (const [zone, year] of [
      ['America/New_York', 2026],
      ['Australia/Lord_Howe', 2026],
      ['Asia/Kathmandu', 2026],
      ['Africa/Cairo', 2026],
      ['America/Havana', 2026],
      ['Atlantic/Azores', 2026],
      ['Pacific/Apia', 2011],
    ] as const)
      schedule(
        `through ${year} in ${zone} each day is due once, at its first tick from 00:01 on`,
        async () => {
          const { rows } = await db.client.query(
            `with ticks as materialized (
         select t
         from generate_series(make_timestamptz($2, 1, 1, 0, 1, 0, 'UTC'), make_timestamptz($2 + 1, 1, 1, 0, 1, 0, 'UTC'), interval '15 min') as t
       ),
       due as (select t, lh_engine.ended_day(t, $1) as day from ticks),
       first as (select day, min(t) as t from due group by day)
       select f.day::text,
         extract(epoch from f.t - (
           select min(c.m)
           from generate_series(0, 3) as n
           cross join lateral (select (f.day + 1)::timestamp at time zone $1 - n * interval '30 min') as c (m)
           where (c.m at time zone $1)::date > f.day
         )) / 60 as minutes,
         to_char(f.t at time zone $1, 'HH24:MI') as local,
         f.day - lag(f.day) over (order by f.t) as step
       from first as f order by f.t offset 1`,
            [zone, year],
          );
          assert.ok(rows.length >= 364);
          for (const row of rows) {
            assert.is(row.step, row.day === '2011-12-31' ? 2 : 1, `${row.day} follows the day before it`);
            assert.is(Number(row.minutes), 1, `${row.day}: ${row.minutes} minutes after its end`);
          }
          const usual = rows.filter(({ local }) => local === '00:01').length;
          assert.ok(usual >= 360, `${usual} days are run at 00:01`);
        },
      );

    // The hour from midnight to one o'clock comes twice; Postgres takes the second for what was meant.
    for (const [zone, first, day] of [
      ['America/Havana', '2026-11-01 04:00+00', '2026-11-01'],
      ['Atlantic/Azores', '2026-10-25 00:00+00', '2026-10-25'],
    ] as const)
      schedule(`in ${zone} a day that begins twice begins the first time`, async () => {
        await db.client.query(`select lh_engine.set_setting('engine.time_zone', to_jsonb($1::text))`, [zone]);
        for (const minutes of [-1, 0, 30, 59, 60, 90]) {
          const now = '($1::timestamptz + make_interval(mins => $2))::text';
          await setClock(db.client, await one<string>(db.client, `select ${now}`, [first, minutes]));
          const before = minutes < 0;
          const moment = await db.client.query(
            `select as_of::text = $2 as is_of_the_day, day_start = $1::timestamptz as begins, lh_engine.clock() = until as now from lh_engine.moment(null)`,
            [first, day],
          );
          assert.equal(moment.rows, [{ is_of_the_day: !before, begins: !before, now: true }], `${minutes}`);
          for (const call of [
            'lh_run_improvement_cycle()',
            'lh_analyze_ab_tests()',
            'lh_detect_bottlenecks()',
            'lh_engine.source_report',
            'lh_engine.feedback_report',
          ])
            await db.client.query(`select * from ${call}`);
        }
        await setClock(db.client, '2026-12-01 12:00+00');
        assert.is(
          await one(
            db.client,
            `select extract(epoch from until - day_start) / 3600 from lh_engine.moment($1)`,
            [day],
          ).then(Number),
          25,
        );
      });

    // A night takes a cycle, so a year is for the continuous integration; else the weeks around each change of the clock.
    for (const [from, to, nights, sundays] of isComplete
      ? ([['2026-01-02', '2026-12-31', 364, 52]] as const)
      : ([
          ['2026-02-22', '2026-03-21', 28, 4],
          ['2026-10-18', '2026-11-14', 28, 4],
        ] as const))
      unless(again, schedule)(
        `ticks from ${from} to ${to} in New York run every day once and look at the tests every Sunday`,
        async () => {
          const daysBefore = (day: string, n: number): string =>
            new Date(Date.parse(day) - n * 86_400_000).toISOString().slice(0, 10);
          // The first tick comes before the midnight that ends the day before the first night.
          const [first, last] = [daysBefore(from, 2), daysBefore(to, 1)];
          await db.client.query(`select lh_engine.set_setting('engine.time_zone', '"America/New_York"')`);
          // Less work a night: what is counted here is the nights.
          await db.client.query(`select lh_engine.set_setting('metrics.refresh_days', '1')`);
          // The ticks around midnight, where something can happen; the whole day is covered above.
          await db.client.query(`
    do $$
    declare v_day date; v_tick int;
    begin
      for v_day in select generate_series(date '${from}', date '${to}', interval '1 day')::date loop
        foreach v_tick in array array[-14, 1, 16] loop
          perform set_config('lh_engine.now', ((v_day::timestamp at time zone 'America/New_York') + make_interval(mins => v_tick))::text, false);
          call lh_engine.run_due_cycle();
        end loop;
      end loop;
    end $$`);
          const summary = (
            await db.client.query(
              `select count(*)::int as cycles, count(distinct as_of)::int as days, min(as_of)::text as first, max(as_of)::text as last,
         count(*) filter (where data -> 'analysis' <> 'null')::int as analyses,
         bool_and(extract(dow from as_of) = 0) filter (where data -> 'analysis' <> 'null' and as_of > $1) as on_sundays
       from lh_engine.events where kind = 'cycle'`,
              [first],
            )
          ).rows[0];
          // The very first run finds the Sunday before not analysed.
          assert.equal(summary, {
            cycles: nights + 1,
            days: nights + 1,
            first,
            last,
            analyses: sundays + 1,
            on_sundays: true,
          });
          assert.is((await events(db.client, 'failed')).length, 0);
          const filled = await one(
            db.client,
            `select count(*)::int from lh_daily_metrics where metric_date between $1 and $2`,
            [first, last],
          );
          assert.is(filled, nights + 1);
        },
      );

    schedule('after an outage one run makes up for the missed days', async () => {
      await db.client.query('call lh_engine.run_due_cycle()');
      await setClock(db.client, '2026-03-14 09:31+00');
      assert.is((await health(db.client)).days_behind, 10);
      await db.client
        .query('call lh_engine.run_due_cycle(); call lh_engine.run_due_cycle()')
        .catch(() => undefined);
      await db.client.query('call lh_engine.run_due_cycle()');
      assert.equal(
        (await events(db.client, 'cycle')).map(({ as_of }) => as_of),
        ['2026-03-03', '2026-03-13'],
      );
      assert.is(
        await one(
          db.client,
          `select count(*)::int from lh_daily_metrics where metric_date between '2026-03-03' and '2026-03-13'`,
        ),
        11,
      );
      assert.is(
        await one(
          db.client,
          `select data -> 'analysis' ->> 'success' from lh_engine.events where kind = 'cycle' and as_of = '2026-03-13'`,
        ),
        'true',
      );
    });

    schedule(
      'a failing run leaves started and failed events, raises its error, and the next one makes up for it',
      async () => {
        await db.client.query(
          `create or replace function lh_update_daily_metrics(target_date date default current_date) returns void language plpgsql
     as $$ begin raise exception 'the host is broken' using errcode = 'P0042', hint = 'mend it'; end $$`,
        );
        const error = await errorOf(() => db.client.query('call lh_engine.run_due_cycle()'));
        assert.equal([error.code, error.message, error.hint], ['P0042', 'the host is broken', 'mend it']);
        const failed = await events(db.client, 'failed');
        assert.equal([failed.length, failed[0]?.as_of], [1, '2026-03-03']);
        assert.match(JSON.stringify(failed[0]?.data), 'the host is broken');
        const sick = await health(db.client);
        assert.is(sick.ok, false);
        assert.match(sick.reasons.join(), 'the host is broken');
        assert.is(sick.last_error, 'the host is broken');
        assert.is(
          await one(
            db.client,
            `select count(*)::int from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()`,
          ),
          0,
        );
        await db.client.query(
          'create or replace function lh_update_daily_metrics(target_date date default current_date) returns void language sql as $$ select $$',
        );
        await db.client.query('call lh_engine.run_due_cycle()');
        assert.is((await health(db.client)).ok, true);
      },
    );

    schedule('a run that a timeout ends is recorded as failed too', async () => {
      await db.client.query(
        `create or replace function lh_update_daily_metrics(target_date date default current_date) returns void language sql as $$ select pg_sleep(30) $$`,
      );
      await db.client.query(`set statement_timeout = '300ms'`);
      const error = await errorOf(() => db.client.query('call lh_engine.run_due_cycle()'));
      await db.client.query('reset statement_timeout');
      assert.is(error.code, '57014');
      assert.match(JSON.stringify((await events(db.client, 'failed'))[0]?.data), 'statement timeout');
    });

    schedule(
      'a run whose session was ended without a word is found by health and closed by the next run',
      async () => {
        await db.client.query(
          `create or replace function lh_update_daily_metrics(target_date date default current_date) returns void language sql as $$ select pg_sleep(30) $$`,
        );
        const other = await db.connect();
        other.on('error', () => undefined);
        await setClock(other, '2026-03-04 00:01+00');
        const pid = await one<number>(other, 'select pg_backend_pid()');
        const ended = errorOf(() => other.query('call lh_engine.run_due_cycle()'));
        while ((await events(db.client, 'started')).length === 0)
          await new Promise((done) => setTimeout(done, 20));
        assert.equal(
          (await health(db.client)).reasons.filter((reason) => reason.includes('without a word')),
          [],
        );
        await db.client.query('call lh_engine.run_due_cycle()');
        assert.is(
          (await events(db.client, 'started')).length,
          1,
          'a second run returns while the first one works',
        );
        await db.client.query('select pg_terminate_backend($1)', [pid]);
        await ended;
        await other.end().catch(() => undefined);
        while (
          (await one(db.client, 'select count(*)::int from pg_stat_activity where pid = $1', [pid])) !== 0
        )
          await new Promise((done) => setTimeout(done, 20));
        assert.match((await health(db.client)).reasons.join(), 'ended without a word');
        await db.client.query(
          'create or replace function lh_update_daily_metrics(target_date date default current_date) returns void language sql as $$ select $$',
        );
        await db.client.query('call lh_engine.run_due_cycle()');
        assert.match(JSON.stringify((await events(db.client, 'failed'))[0]?.data), 'never ended');
        const healthy = await health(db.client);
        assert.equal([healthy.ok, healthy.reasons], [true, []]);
      },
    );

    schedule(
      'the purge removes old events of the kinds that may go, and what the schedule reads stays',
      async () => {
        await db.client.query('call lh_engine.run_due_cycle()');
        await setClock(db.client, '2026-03-05 00:01+00');
        await db.client.query('call lh_engine.run_due_cycle()');
        await db.client.query(`select lh_engine.set_setting('log.retention_days', '30')`);
        await setClock(db.client, '2026-05-01 00:00+00');
        const purged = await one<{ events: number }>(db.client, 'select lh_engine.purge_events()');
        assert.ok(purged.events > 4);
        const left = (
          await db.client.query(
            'select kind, count(*)::int as n from lh_engine.events group by kind order by kind',
          )
        ).rows;
        assert.equal(left, [
          { kind: 'cycle', n: 2 },
          { kind: 'purge', n: 1 },
          { kind: 'setting', n: 1 },
        ]);
        const error = await errorOf(() =>
          db.client.query(`delete from lh_engine.events where kind = 'setting'`),
        );
        assert.is(error.code, 'LH008');
      },
    );

    unless(noCron, schedule)(
      'where pg_cron lives in another database the error shows the exact statements',
      async () => {
        for (const call of ['enable_schedule', 'disable_schedule']) {
          const error = await errorOf(() => db.client.query(`select lh_engine.${call}()`));
          assert.is(error.code, 'LH010');
          assert.match(error.message, db.name);
        }
        const error = await errorOf(() => db.client.query('select lh_engine.enable_schedule()'));
        assert.match(
          String(error.hint),
          `select cron.schedule_in_database('lh_engine_cycle_${db.name}', '1,16,31,46 * * * *', 'call lh_engine.run_due_cycle()', '${db.name}', 'postgres');`,
        );
      },
    );
  },
);
