// The success criteria of the specification and its tests 1 to 4 (with the corrections of the host's contract), on
// fixed dates, for both types of ids.
import type pg from 'pg';
import * as assert from 'uvu/assert';
import { errorOf, one } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';

type Json = Record<string, unknown>;
type Cycle = Json & {
  success: boolean;
  bottlenecks: Json[];
  decisions: Json[];
  analysis: (Json & { tests: Json[] }) | null;
  warnings: Json[];
  metrics: Json;
};

const runCycle = (client: pg.Client, day: string | null = null): Promise<Cycle> =>
  one<Cycle>(client, 'select lh_run_improvement_cycle($1)', [day]);

/** Leads created at noon of a day and first contacted some hours later. */
const insertContacted = (client: pg.Client, day: string, hoursToContact: readonly number[]) =>
  client.query(
    `insert into lh_lead_status (status, assigned_to, created_at, contacted_at)
     select 'contacted', 'agent-1', $1::timestamptz, $1::timestamptz + make_interval(mins => (h * 60)::int)
     from unnest($2::float8[]) as h`,
    [`${day} 08:00+00`, hoursToContact],
  );

const insertTest = async (client: pg.Client): Promise<string> => {
  await client.query(`insert into lh_spawned_skills (skill_type, skill_name, problem_detected, target_metric, baseline_value, target_value, status, spawned_at)
    values ('lead-scorer', 'Auto-spawned lead-scorer v1', 'poor_qualification', 'qualification_rate', 0.25, 0.5, 'testing', '2026-02-01 00:00+00')`);
  return one<string>(
    client,
    `insert into lh_ab_tests (test_name, skill_id, hypothesis, control_description, treatment_description, metric_tracked, traffic_allocation_pct, min_sample_size, confidence_level, status, started_at)
     select 'Test: Auto-spawned lead-scorer v1', id, 'h', 'c', 't', 'qualification_rate', 50, 100, 0.95, 'running', '2026-02-01 00:00+00' from lh_spawned_skills
     returning id::text`,
  );
};

const insertArm = (client: pg.Client, test: string, group: string, leads: number, conversions: number) =>
  client.query(
    `insert into lh_lead_status (status, assigned_to, created_at, contacted_at, qualified_at, ab_test_id, ab_test_group, source)
     select case when i <= $4 then 'qualified' else 'contacted' end, 'agent-1', '2026-02-10 10:00+00', '2026-02-10 11:00+00',
       case when i <= $4 then timestamptz '2026-02-12 10:00+00' end, t.id, $2, 'zillow'
     from lh_ab_tests as t, generate_series(1, $3::int) as i
     where t.id::text = $1`,
    [test, group, leads, conversions],
  );

engineSuite('acceptance', { isolation: 'database', now: '2026-03-04 18:00+00' }, (acceptance, db) => {
  acceptance('test 1: a cycle calls lh_update_daily_metrics and returns the row it wrote', async () => {
    await insertContacted(db.client, '2026-03-04', [1, 3]);
    const cycle = await runCycle(db.client);
    assert.is(cycle.success, true);
    assert.is(cycle.as_of, '2026-03-04');
    assert.is(
      await one(db.client, 'select new_leads_count from lh_daily_metrics where metric_date = $1', [
        '2026-03-04',
      ]),
      2,
    );
    assert.is(Number(cycle.metrics.new_leads_count), 2);
    assert.is(Number(cycle.metrics.avg_response_time_hours), 2);
  });

  acceptance('test 2: leads answered after 10 and 8 hours are a response bottleneck', async () => {
    await insertContacted(db.client, '2026-03-04', [10, 8]);
    await db.client.query(`select lh_update_daily_metrics('2026-03-04')`);
    const { rows } = await db.client.query('select * from lh_detect_bottlenecks()');
    const found = rows.find((r) => r.type === 'low_response_rate');
    assert.is(found?.metric, 'avg_response_time_hours');
    assert.is(found?.severity, 'high');
    assert.is(found?.suggested_skill, 'instant-responder');
    assert.is(Number(found?.current_value), 9);
    assert.is(Number(found?.target_value), 2);
    assert.is(found?.trigger, 'threshold');
  });

  acceptance(
    'test 2, as the specification has it: leads answered after 2 hours are no bottleneck',
    async () => {
      await insertContacted(db.client, '2026-03-04', [2, 2]);
      await db.client.query(`select lh_update_daily_metrics('2026-03-04')`);
      const types = await one<string[]>(
        db.client,
        `select coalesce(array_agg(type), '{}') from lh_detect_bottlenecks()`,
      );
      assert.not(types.includes('low_response_rate'));
    },
  );

  acceptance(
    'test 3: a bottleneck becomes a skill under test, with every column of the specification',
    async () => {
      await insertContacted(db.client, '2026-03-04', [10, 8]);
      const cycle = await runCycle(db.client);
      const decision = cycle.decisions.find((d) => d.bottleneck === 'low_response_rate');
      assert.is(decision?.action, 'spawn');
      const skill = (
        await db.client.query('select *, id::text as id_text from lh_spawned_skills where skill_type = $1', [
          'instant-responder',
        ])
      ).rows[0];
      assert.is(skill.status, 'testing');
      assert.is(skill.skill_name, 'Auto-spawned instant-responder v1');
      assert.is(skill.problem_detected, 'low_response_rate');
      assert.is(skill.target_metric, 'avg_response_time_hours');
      assert.is(Number(skill.baseline_value), 9);
      assert.is(Number(skill.target_value), 2);
      assert.is(decision?.skill_id, skill.id_text);
      const test = (
        await db.client.query(
          'select *, id::text as id_text, skill_id::text as skill from lh_ab_tests where skill_id = $1',
          [skill.id],
        )
      ).rows[0];
      assert.is(decision?.ab_test_id, test.id_text);
      assert.is(test.skill, skill.id_text);
      assert.is(test.status, 'running');
      assert.is(Number(test.traffic_allocation_pct), 50);
      assert.is(Number(test.min_sample_size), 100);
      assert.is(Number(test.confidence_level), 0.95);
      assert.is(test.metric_tracked, 'avg_response_time_hours');
      assert.ok(
        [test.hypothesis, test.control_description, test.treatment_description, test.test_name].every(
          (t) => t.length > 20,
        ),
      );
      assert.is(test.winner, null);
      assert.is(test.started_at.toISOString(), '2026-03-04T18:00:00.000Z');
    },
  );

  acceptance('test 3: the next cycle spawns no duplicate and says why', async () => {
    await insertContacted(db.client, '2026-03-04', [10, 8]);
    await runCycle(db.client);
    const again = await runCycle(db.client);
    const decision = again.decisions.find((d) => d.bottleneck === 'low_response_rate');
    assert.is(decision?.reason, 'already_testing');
    assert.is(
      await one(
        db.client,
        `select count(*)::int from lh_spawned_skills where skill_type = 'instant-responder'`,
      ),
      1,
    );
    assert.is(
      await one(
        db.client,
        `select count(*)::int from lh_ab_tests where metric_tracked = 'avg_response_time_hours'`,
      ),
      1,
    );
  });

  acceptance('test 4: 30 of 100 against 45 of 100 is kept, lift 50.00, p 0.02846', async () => {
    const test = await insertTest(db.client);
    await insertArm(db.client, test, 'control', 100, 30);
    await insertArm(db.client, test, 'treatment', 100, 45);
    const analysis = await one<Json & { tests: Json[] }>(db.client, 'select lh_analyze_ab_tests()');
    const analysed = analysis.tests[0] as Json;
    assert.is(analysed.recommendation, 'KEEP');
    assert.is(analysed.winner, 'treatment');
    assert.ok(Math.abs(Number(analysed.lift_pct) - 50) < 1e-9);
    assert.ok(Math.abs(Number(analysed.p_value) - 0.0284597369163106) < 1e-13);
    assert.ok(Math.abs(Number(analysed.z) - 2.19089023002066) < 1e-12);
    const row = (await db.client.query('select * from lh_ab_tests')).rows[0];
    assert.is(row.status, 'completed');
    assert.is(row.recommendation, 'KEEP');
    assert.is(Number(row.lift_pct), 50);
    assert.is(Number(row.control_sample_size), 100);
    assert.is(Number(Number(row.p_value).toFixed(5)), 0.02846);
    const skill = (await db.client.query('select * from lh_spawned_skills')).rows[0];
    assert.is(skill.status, 'active');
    assert.is(Number(skill.actual_lift_pct), 50);
    assert.is(skill.decision_made_at.toISOString(), '2026-03-04T18:00:00.000Z');
  });

  acceptance(
    'test 4: no recommendation but CONTINUE before 100 leads in each arm, only the sample sizes',
    async () => {
      const test = await insertTest(db.client);
      await insertArm(db.client, test, 'control', 99, 10);
      await insertArm(db.client, test, 'treatment', 120, 60);
      const analysis = await one<Json & { tests: Json[] }>(db.client, 'select lh_analyze_ab_tests()');
      assert.is((analysis.tests[0] as Json).recommendation, 'CONTINUE');
      const row = (await db.client.query('select * from lh_ab_tests')).rows[0];
      assert.is(row.status, 'running');
      assert.is(Number(row.control_sample_size), 99);
      assert.is(Number(row.treatment_sample_size), 120);
      assert.equal(
        [row.lift_pct, row.p_value, row.winner, row.control_conversion_rate],
        [null, null, null, null],
      );
    },
  );

  acceptance('test 4: a skill without effect is killed, and rests for 30 days', async () => {
    const test = await insertTest(db.client);
    await insertArm(db.client, test, 'control', 150, 45);
    await insertArm(db.client, test, 'treatment', 150, 45);
    await one(db.client, 'select lh_analyze_ab_tests()');
    assert.is(await one(db.client, 'select status from lh_spawned_skills'), 'killed');
    assert.is(await one(db.client, 'select recommendation from lh_ab_tests'), 'KILL');
    await db.client.query(
      `insert into lh_lead_status (status, created_at, contacted_at)
       select 'contacted', '2026-03-04 09:00+00', '2026-03-04 10:00+00' from generate_series(1, 20)`,
    );
    const cycle = await runCycle(db.client);
    const decision = cycle.decisions.find((d) => d.bottleneck === 'poor_qualification');
    assert.is(decision?.reason, 'cooling_off');
    assert.is(decision?.until, '2026-04-03');
  });

  acceptance('an empty host is no bottleneck, and the warnings say what is missing', async () => {
    const cycle = await runCycle(db.client);
    assert.is(cycle.success, true);
    assert.equal(cycle.bottlenecks, []);
    assert.ok(cycle.warnings.some((w) => w.code === 'not_enough_data'));
  });

  acceptance('a whole week: one analysis, in the run of Monday 00:01 for Sunday', async () => {
    const due: string[] = [];
    for (const day of ['2026-02-26', '2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02', '2026-03-03'])
      if ((await runCycle(db.client, day)).analysis !== null) due.push(day);
    // The first cycle ever finds the Sunday before not analysed; then Sunday 1 March.
    assert.equal(due, ['2026-02-26', '2026-03-01']);
  });

  acceptance('a day in the future is refused with what to do', async () => {
    const error = await errorOf(() => runCycle(db.client, '2026-03-05'));
    assert.is(error.code, 'LH006');
    assert.match(error.message, /2026-03-05 lies in the future/);
    assert.match(error.hint ?? '', /null for today/);
  });
});
