// The windows and limits by which SQL collects are settings: each is read where it counts.
import type pg from 'pg';
import * as assert from 'uvu/assert';
import { one } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { collect, insert, lead } from './detection_host.ts';
import { label } from './feedback_host.ts';
import { addLeads, createTest, now } from './testing_host.ts';

const set = (client: pg.Client, key: string, value: number) =>
  client.query('select lh_engine.set_setting($1, to_jsonb($2::integer))', [key, value]);

engineSuite('settings of what is collected', { now }, (settings, db) => {
  settings(
    'a plan is made of spawning.baseline_days that end spawning.baseline_lag_days before',
    async () => {
      await db.client.query(
        `insert into lh_daily_metrics (metric_date, new_leads_count, qualified_count)
       select d, 1, 0 from generate_series(date '2025-12-01', date '2026-03-02', interval '1 day') as d`,
      );
      await createTest(db.client, { startedAt: '2026-02-20' });
      const leads = async (): Promise<readonly number[]> => [
        await one<number>(
          db.client,
          `select (lh_engine.collect_policy(null, '[]') #>> '{baseline,leads}')::integer`,
        ),
        await one<number>(
          db.client,
          `select (lh_engine.collect_tests(null) #>> '{tests,0,inputs,baseline,leads}')::integer`,
        ),
      ];
      assert.equal(await leads(), [28, 28]);
      await set(db.client, 'spawning.baseline_days', 10);
      assert.equal(await leads(), [10, 10]);
      await db.client.query(
        `delete from lh_daily_metrics where metric_date > '2026-02-24' or metric_date between '2026-02-12' and '2026-02-13'`,
      );
      await set(db.client, 'spawning.baseline_lag_days', 3);
      // 02-18 to 02-27 before today, 02-08 to 02-17 before the start of the test.
      assert.equal(await leads(), [7, 8]);
    },
  );

  settings('only the detection.max_sources largest sources are distinguished', async () => {
    await insert(db.client, [
      ...Array.from({ length: 3 }, () => lead(2, 1, null, { source: 'zillow' })),
      lead(2, 1, null, { source: 'probate' }),
    ]);
    const sources = async () =>
      (await collect(db.client, '2026-03-01')).leads.map((r) => [r.source, r.leads]);
    assert.equal(await sources(), [
      ['probate', 1],
      ['zillow', 3],
    ]);
    await set(db.client, 'detection.max_sources', 1);
    assert.equal(await sources(), [
      ['zillow', 3],
      [null, 1],
    ]);
  });

  settings('the pace is that of the last decisions.pace_days', async () => {
    const { test } = await createTest(db.client, { startedAt: '2026-01-01' });
    await addLeads(db.client, { test, group: 'control', leads: 14, createdAt: '2026-02-20' });
    await addLeads(db.client, { test, group: 'treatment', leads: 14, createdAt: '2026-03-01' });
    const pace = () => one<number>(db.client, 'select leads_per_day from lh_engine.running_tests');
    assert.is(await pace(), 2);
    await set(db.client, 'decisions.pace_days', 28);
    assert.is(await pace(), 1);
  });

  settings('missing daily rows are filled over metrics.max_filled_days', async () => {
    await db.client.query(
      `insert into lh_engine.events (happened_at, kind, as_of) values ('2025-12-02', 'cycle', '2025-12-01')`,
    );
    const filled = () =>
      one<string>(
        db.client,
        `select count(*) filter (where d.reason = 'filled') || ' from ' || min(d.day) from lh_engine.metric_days('2026-03-01') as d`,
      );
    assert.is(await filled(), '31 from 2026-01-29');
    await set(db.client, 'metrics.max_filled_days', 40);
    assert.is(await filled(), '40 from 2026-01-20');
  });

  settings('a day is late after engine.late_after_minutes', async () => {
    await db.client.query(
      `insert into lh_engine.events (happened_at, kind, as_of) values ('2026-03-01 00:05+00', 'cycle', '2026-02-28')`,
    );
    const isLate = async (at: string): Promise<boolean> => {
      await db.client.query(`select set_config('lh_engine.now', $1, true)`, [at]);
      return one<boolean>(db.client, 'select is_late from lh_engine.run_history()');
    };
    assert.equal([await isLate('2026-03-02 01:00+00'), await isLate('2026-03-02 01:01+00')], [false, true]);
    await set(db.client, 'engine.late_after_minutes', 90);
    assert.equal([await isLate('2026-03-02 01:30+00'), await isLate('2026-03-02 01:31+00')], [false, true]);
  });

  settings('detection.missed_examples says how much of the missed businesses is shown', async () => {
    await label(db.client, [{ said: 'business_number', n: 9 }]);
    const shown = () =>
      one<number>(
        db.client,
        `select json_array_length(lh_engine.count_judged(null) #> '{missed,0,contact_ids}')`,
      );
    assert.is(await shown(), 5);
    await set(db.client, 'detection.missed_examples', 8);
    assert.is(await shown(), 8);
  });
});
