// A site that was installed as 1.0.0 and upgraded replays and explains what 1.0.0 recorded, and goes on with the tests
// that were running.
import type pg from 'pg';
import * as assert from 'uvu/assert';
import { one, setClock } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { type Frozen, frozenRecords, type Json, recordFolders } from '../support/frozen_records.ts';
import { requireForFile } from '../support/needs.ts';
import { install } from '../support/release.ts';
import { addArms, analyze, createTest, now } from './testing_host.ts';

await requireForFile('plv8');

const frozen = recordFolders.flatMap(frozenRecords);

/** Stores a record as an event of a test of its own, whose name says where the record comes from. */
const store = (client: pg.Client, { where, record }: Frozen): Promise<unknown> =>
  client.query(
    `with test as (
       insert into lh_ab_tests (test_name, metric_tracked, status, started_at)
       values ($1, 'contact_rate', 'completed', '2026-02-20')
       returning id
     )
     insert into lh_engine.events (happened_at, kind, as_of, ab_test_id, data)
     select '2026-03-02 12:00+00', 'look', '2026-03-02', test.id::text, $2::jsonb
     from test`,
    [where, JSON.stringify(record)],
  );

/** A running test with a plan and 100 leads in each arm, of which 30 and so many convert. */
const startTest = async (client: pg.Client, metric: string, treated = 42): Promise<string> => {
  const { test } = await createTest(client, { metric });
  await client.query(
    `insert into lh_engine.test_plans
       (ab_test_id, skill_id, skill_type, metric, baseline_rate, planned_lift, planned_leads_per_group, created_at)
     values ($1, '', '', $2, 0.3, 0.2, 963, lh_engine.clock())`,
    [test, metric],
  );
  await addArms(client, test, [30, 100], [treated, 100]);
  return test;
};

/**
 * 1.0.0 with its records, a running test that it has looked at and one whose KEEP it proposed; then the engine of now.
 */
const upgrade = async (client: pg.Client): Promise<void> => {
  await install(client, '1.0.0');
  await setClock(client, now);
  await startTest(client, 'contact_rate');
  await client.query(`select lh_engine.set_setting('engine.approval', 'true')`);
  await startTest(client, 'conversion_rate', 50);
  await client.query('select lh_run_improvement_cycle()');
  for (const row of frozen) if (row.record.record_version === undefined) await store(client, row);
  await install(client);
  for (const row of frozen) if (row.record.record_version !== undefined) await store(client, row);
};

const running = (client: pg.Client, metric: string): Promise<string> =>
  one(client, `select id::text from lh_ab_tests where status = 'running' and metric_tracked = $1`, [metric]);

const lastLook = (client: pg.Client, test: string): Promise<Json> =>
  one(
    client,
    `select data from lh_engine.events where ab_test_id = $1 and kind = 'look' order by event_id desc limit 1`,
    [test],
  );

/** The second of two looks, the first of which was made under rule brief of 1.0.0, now fixed_thresholds. */
const frozenSecondLook = (): Json => {
  const found = frozenRecords('sequential-1').filter(
    ({ scenario, record }) => scenario === 'rule_changed_between_looks' && record.inputs.history.length === 1,
  );
  assert.is(found.length, 1);
  return found[0]?.record;
};

engineSuite('frozen records', { now, engine: false, prepare: upgrade }, (test, db) => {
  test('every frozen record is replayed and comes out the same', async () => {
    assert.ok(frozen.length > 100);
    const { rows } = await db.client.query(
      `select t.test_name, r.*
       from lh_ab_tests as t
       join lh_engine.events as e on e.ab_test_id = t.id::text and e.kind in ('look', 'decision')
       cross join lateral lh_engine.replay_decision(e.event_id) as r`,
    );
    for (const { where, record } of frozen) {
      const replayed = rows.find((row) => row.test_name === where);
      assert.equal([replayed.same, replayed.differences], [true, []], where);
      assert.is(replayed.replayed_recommendation, record.recommendation, where);
    }
  });

  test('every frozen record is explained', async () => {
    const { rows } = await db.client.query(
      'select t.test_name, lh_engine.explain_test(t.id::text) as text from lh_ab_tests as t',
    );
    for (const { where, record } of frozen) {
      const { text } = rows.find((row) => row.test_name === where);
      const { control, recommendation, reason } = record;
      for (const part of [
        `Look 1, 2026-03-02: ${control.conversions} of ${control.leads} `,
        recommendation,
        reason,
      ])
        assert.ok(text.includes(part), `${where}: ${part} is missing in:\n${text}`);
    }
  });

  test('a look that 1.0.0 made itself is replayed and explained after the upgrade', async () => {
    const id = await running(db.client, 'contact_rate');
    const [look] = (
      await db.client.query(
        `select r.*, e.data from lh_engine.events as e, lh_engine.replay_decision(e.event_id) as r where e.ab_test_id = $1`,
        [id],
      )
    ).rows;
    assert.is(look.data.record_version, undefined);
    assert.equal([look.same, look.differences], [true, []]);
    assert.is.not(look.recorded_bundle, look.present_bundle);
    const text = await one<string>(db.client, 'select lh_engine.explain_test($1)', [id]);
    assert.match(text, 'Look 1, 2026-03-02: 30 of 100 (30 %) converted in control');
  });

  test('rule sequential counts the looks of another rule before it, before and after the upgrade', async () => {
    const before = await running(db.client, 'contact_rate');
    const after = await startTest(db.client, 'qualification_rate');
    await analyze(db.client);
    const { statistics } = await lastLook(db.client, after);
    for (const key of ['look', 'information', 'alpha_spent', 'z_boundary'])
      assert.is(statistics[key], null, key);
    await db.client.query(`select lh_engine.set_setting('decisions.rule', '"sequential"')`);
    await setClock(db.client, '2026-03-09 12:00+00');
    for (const id of [before, after]) await addArms(db.client, id, [60, 200], [79, 200]);
    await analyze(db.client);
    const wanted = frozenSecondLook();
    for (const id of [before, after]) {
      const look = await lastLook(db.client, id);
      const { test: _since3, ...statistics } = look.statistics;
      assert.equal(statistics, wanted.statistics);
      assert.equal([look.recommendation, look.reasons], [wanted.recommendation, wanted.reasons]);
    }
  });

  test('a KEEP that 1.0.0 proposed is applied on its record, and replayed', async () => {
    const id = await running(db.client, 'conversion_rate');
    const proposal = await one(db.client, 'select proposal_id from lh_engine.proposals where subject = $1', [
      id,
    ]);
    await db.client.query('select lh_engine.approve($1)', [proposal]);
    const { rows } = await db.client.query(
      `select e.kind, e.data -> 'record_version' as version, r.same, r.replayed_recommendation
       from lh_engine.events as e
       cross join lateral lh_engine.replay_decision(e.event_id) as r
       where e.kind in ('look', 'decision') and e.ab_test_id = $1
       order by e.event_id`,
      [id],
    );
    assert.equal(rows, [
      { kind: 'look', version: null, same: true, replayed_recommendation: 'KEEP' },
      { kind: 'decision', version: null, same: true, replayed_recommendation: 'KEEP' },
    ]);
    const text = await one<string>(db.client, 'select lh_engine.explain_test($1)', [id]);
    assert.match(text, 'with KEEP. The skill is now active.');
  });

  test('the outlook of a running test says no information under a rule that follows no plan', async () => {
    const ask = async () =>
      (
        await db.client.query(
          `select information, looks from lh_engine.running_tests where metric = 'contact_rate'`,
        )
      ).rows[0];
    const fixed = await ask();
    assert.equal([fixed.information, fixed.looks], [null, 1]);
    await db.client.query(`select lh_engine.set_setting('decisions.rule', '"sequential"')`);
    assert.is((await ask()).information, 100 / 963);
  });
});
