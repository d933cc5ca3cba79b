// The analysis against a real database: what is counted, what is written, and what is written nowhere.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { connect, createDatabase, errorOf, idTypes, one, type TestDatabase } from '../support/database.ts';
import {
  addArms,
  addLeads,
  analyze,
  createTest,
  type Json,
  setNow,
  skillRow,
  testRow,
} from './analysis_support.ts';

const databases: [string, TestDatabase][] = [];
for (const ids of idTypes) databases.push([ids, await createDatabase({ ids })]);

for (const [ids, db] of databases) {
  const analysis = suite(`analysis (${ids} ids)`);

  // Each test in a transaction that is rolled back: a database of its own would cost a second.
  analysis.before.each(async () => {
    await db.client.query('begin');
    await setNow(db.client);
  });
  analysis.after.each(async () => {
    await db.client.query('rollback');
  });
  analysis.after(() => db.drop());

  analysis(
    'the test #4 of the brief is kept with lift 50.00 and p 0.02846, and its skill becomes active',
    async () => {
      const { test, skill } = await createTest(db.client);
      await addArms(db.client, test);
      const result = await analyze(db.client);
      assert.equal(Object.keys(result).sort(), ['as_of', 'success', 'tests', 'warnings']);
      const [judged] = result.tests;
      assert.equal(Object.keys(judged).sort(), [
        'ab_test_id',
        'control',
        'lift_pct',
        'p_value',
        'reason',
        'recommendation',
        'skill_id',
        'test_name',
        'treatment',
        'winner',
        'z',
      ]);
      assert.equal(judged.control, { leads: 100, conversions: 30, rate: 0.3 });
      assert.is(judged.ab_test_id, test);
      assert.is(judged.skill_id, skill);
      assert.is(judged.p_value.toFixed(5), '0.02846');
      const row = await testRow(db.client, test);
      assert.is(row.recommendation, 'KEEP');
      assert.is(row.winner, 'treatment');
      assert.is(row.status, 'completed');
      assert.is(row.lift_pct, '50.00');
      assert.is(row.p_value, '0.028460');
      assert.is(row.ended_at.toISOString(), '2026-03-02T12:00:00.000Z');
      const kept = await skillRow(db.client, skill);
      assert.is(kept.status, 'active');
      assert.is(kept.actual_lift_pct, '50.00');
      assert.is(kept.decision_made_at.toISOString(), '2026-03-02T12:00:00.000Z');
    },
  );

  analysis('a skill without effect is killed', async () => {
    const { test, skill } = await createTest(db.client);
    await addArms(db.client, test, [30, 100], [30, 100]);
    await analyze(db.client);
    assert.is((await testRow(db.client, test)).winner, 'control');
    assert.is((await skillRow(db.client, skill)).status, 'killed');
  });

  analysis('below the minimum sample only the two sample sizes are written', async () => {
    const { test, skill } = await createTest(db.client);
    await addArms(db.client, test, [30, 99], [60, 120]);
    const before = await testRow(db.client, test);
    const result = await analyze(db.client);
    assert.is(result.tests[0].recommendation, 'CONTINUE');
    assert.match(result.tests[0].reason, 'the minimum sample is 100');
    assert.equal(await testRow(db.client, test), {
      ...before,
      control_sample_size: 99,
      treatment_sample_size: 120,
    });
    assert.is((await skillRow(db.client, skill)).status, 'testing');
  });

  analysis('a promising test goes on, with what is known so far on its row', async () => {
    const { test } = await createTest(db.client);
    await addArms(db.client, test, [30, 100], [42, 100]);
    await analyze(db.client);
    const row = await testRow(db.client, test);
    assert.equal(
      [row.recommendation, row.status, row.winner, row.ended_at, row.lift_pct],
      ['CONTINUE', 'running', null, null, '40.00'],
    );
  });

  analysis(
    'each analysis of a test is one look, each verdict one decision, and a completed test is left alone',
    async () => {
      const { test } = await createTest(db.client);
      await addArms(db.client, test, [30, 100], [42, 100]);
      await analyze(db.client);
      await addArms(db.client, test, [0, 0], [10, 10]);
      await analyze(db.client);
      assert.equal((await analyze(db.client)).tests, []);
      const { rows } = await db.client.query(
        'select kind, ab_test_id, bundle, data from lh_engine.events order by event_id',
      );
      assert.equal(
        rows.map((r) => [r.kind, r.data.recommendation]),
        [
          ['look', 'CONTINUE'],
          ['look', 'KEEP'],
          ['decision', 'KEEP'],
        ],
      );
      assert.equal(rows[1]?.data, rows[2]?.data);
      assert.is(rows[1]?.data.inputs.history.length, 1);
      assert.ok(rows.every((r) => r.ab_test_id === test && r.bundle !== null));
    },
  );

  analysis('only leads up to the day and the present are counted, and immature ones are not', async () => {
    const { test } = await createTest(db.client);
    await addArms(db.client, test, [3, 10], [4, 10], { createdAt: '2026-02-25 10:00+00' });
    await addArms(db.client, test, [3, 10], [4, 10], { createdAt: '2026-03-01 23:59+00' });
    await addArms(db.client, test, [3, 10], [4, 10], { createdAt: '2026-03-02 12:00+00' });
    await addArms(db.client, test, [3, 10], [4, 10], { createdAt: '2026-03-02 12:01+00' });
    const leads = async (asOf: string | null) => (await analyze(db.client, asOf)).tests[0].control.leads;
    assert.is(await leads('2026-02-28'), 10);
    assert.is(await leads('2026-03-01'), 20);
    assert.is(await leads(null), 30);
    await db.client.query(`select lh_engine.set_setting('decisions.maturity_days', '1')`);
    assert.is(await leads('2026-03-01'), 10);
    const error = await errorOf(() => analyze(db.client, '2026-03-03'));
    assert.is(error.code, 'LH006');
  });

  analysis(
    'a value that does not fit a column is null there, whole in the event, and the run goes on',
    async () => {
      const first = await createTest(db.client);
      const second = await createTest(db.client, { metric: 'f1_score' });
      await addArms(db.client, first.test, [1, 1000], [400, 1000]);
      await addArms(db.client, second.test);
      await db.client.query('alter table lh_ab_tests alter column lift_pct type numeric(5,2)');
      const result = await analyze(db.client);
      const row = await testRow(db.client, first.test);
      assert.equal([row.lift_pct, row.recommendation, row.status], [null, 'KEEP', 'completed']);
      assert.is((await skillRow(db.client, first.skill)).actual_lift_pct, null);
      assert.equal(
        result.warnings.map((w: Json) => [w.code, w.ab_test_id]),
        [
          ['value_does_not_fit', first.test],
          ['value_does_not_fit', first.test],
        ],
      );
      const lift = await one(
        db.client,
        `select data #>> '{statistics,lift_pct}' from lh_engine.events where kind = 'decision' and ab_test_id = $1`,
        [first.test],
      );
      assert.is(lift, '39900');
      assert.is((await testRow(db.client, second.test)).lift_pct, '50.00');
    },
  );

  analysis(
    'every type of column is known to the fit: integers, short decimals, domains and floats',
    async () => {
      await db.client.query(`
      create domain pct as numeric(4,1);
      create table odd (a smallint, b integer, c bigint, d numeric(3,2), e numeric, f real, g double precision, h pct, i numeric(2,-3));
    `);
      const fit = (value: number, column: string) =>
        one<number | null>(db.client, `select lh_engine.fit_numeric($1, 'odd', $2)`, [value, column]);
      const cases: [number, string, boolean][] = [
        [32767.4, 'a', true],
        [32767.5, 'a', false],
        [-2147483648.4, 'b', true],
        [2147483648, 'b', false],
        [1e19, 'c', false],
        [9.994, 'd', true],
        [9.995, 'd', false],
        [1e300, 'e', true],
        [1e-300, 'f', false],
        [1e39, 'f', false],
        [1e300, 'g', true],
        [999.94, 'h', true],
        [999.95, 'h', false],
        [99400, 'i', true],
        [99500, 'i', false],
      ];
      for (const [value, column, fits] of cases)
        assert.is(await fit(value, column), fits ? value : null, `${value} in ${column}`);
    },
  );

  analysis('leads without a known group or without a test are counted and reported', async () => {
    const { test } = await createTest(db.client);
    await addArms(db.client, test);
    await addLeads(db.client, { test, group: 'Treatment', leads: 4 });
    await addLeads(db.client, { test, group: null, leads: 1 });
    await addLeads(db.client, { test: null, group: 'treatment', leads: 7, conversions: 7 });
    await addLeads(db.client, { test: null, group: null, leads: 50 });
    const result = await analyze(db.client);
    assert.is(result.tests[0].treatment.leads, 100);
    assert.equal(
      result.warnings.map((w: Json) => [w.code, w.n]),
      [
        ['unknown_group', 5],
        ['leads_without_test', 7],
      ],
    );
  });

  analysis(
    'the newer of two tests on one metric is confounded, a test without its skill is still judged',
    async () => {
      const older = await createTest(db.client);
      const newer = await createTest(db.client, { startedAt: '2026-02-21' });
      const orphan = await createTest(db.client, { metric: 'f1_score', skillStatus: null });
      for (const { test } of [older, newer, orphan]) await addArms(db.client, test);
      const result = await analyze(db.client);
      const byId = new Map<string, Json>(result.tests.map((t: Json) => [t.ab_test_id, t]));
      assert.is(byId.get(older.test).recommendation, 'KEEP');
      assert.match(byId.get(newer.test).reason, /^confounded/);
      assert.is((await testRow(db.client, newer.test)).status, 'running');
      assert.is((await testRow(db.client, orphan.test)).status, 'completed');
      assert.equal(result.warnings.map((w: Json) => w.code).sort(), ['confounded', 'skill_missing']);
    },
  );

  analysis('a slower first contact in the treatment withholds the KEEP', async () => {
    const { test } = await createTest(db.client);
    await addLeads(db.client, { test, group: 'control', leads: 100, conversions: 30, hoursToContact: 2 });
    await addLeads(db.client, { test, group: 'treatment', leads: 100, conversions: 45, hoursToContact: 4 });
    const result = await analyze(db.client);
    assert.is(result.tests[0].recommendation, 'CONTINUE');
    assert.match(result.tests[0].reason, 'time to first contact is significantly worse');
    await db.client.query(`select lh_engine.set_setting('decisions.gate_guardrails', 'false')`);
    assert.is((await analyze(db.client)).tests[0].recommendation, 'KEEP');
  });

  analysis('no tests, no leads and null terms are no errors', async () => {
    assert.equal((await analyze(db.client)).tests, []);
    const { test } = await createTest(db.client);
    assert.match((await analyze(db.client)).tests[0].reason, 'no lead in control and treatment yet');
    await db.client.query(`
      alter table lh_ab_tests alter column min_sample_size drop not null, alter column confidence_level drop not null,
        alter column traffic_allocation_pct drop not null, alter column started_at drop not null;
      update lh_ab_tests set min_sample_size = null, confidence_level = null, traffic_allocation_pct = null, started_at = null, metric_tracked = null;
    `);
    await addArms(db.client, test);
    assert.is((await analyze(db.client)).tests[0].recommendation, 'KEEP');
  });

  analysis('dates without an end and numbers that are none stop nothing', async () => {
    const { test } = await createTest(db.client);
    await addArms(db.client, test, [30, 100], [45, 100], { hoursToContact: 2 });
    await addLeads(db.client, {
      test,
      group: 'control',
      leads: 1,
      createdAt: '-infinity',
      hoursToContact: 2,
    });
    await addLeads(db.client, { test, group: 'treatment', leads: 1, createdAt: 'infinity' });
    await db.client.query(`
      alter table lh_ab_tests alter column confidence_level type numeric;
      update lh_ab_tests set started_at = '-infinity', confidence_level = 'NaN';
    `);
    assert.is((await db.client.query('select * from lh_engine.running_tests')).rows.length, 1);
    const [judged] = (await analyze(db.client)).tests;
    assert.equal([judged.control.leads, judged.treatment.leads, judged.recommendation], [101, 100, 'KEEP']);
  });

  analysis('under profile rigorous the plan holds the verdict back, and the looks follow it', async () => {
    await db.client.query(`select lh_engine.set_setting('profile', '"rigorous"')`);
    const { test } = await createTest(db.client);
    await addArms(db.client, test);
    await analyze(db.client);
    assert.is(
      await one(db.client, 'select planned_leads_per_group from lh_engine.test_plans where ab_test_id = $1', [
        test,
      ]),
      963,
    );
    await addArms(db.client, test, [120, 400], [170, 400]);
    const second = (await analyze(db.client)).tests[0];
    assert.is(second.recommendation, 'KEEP');
    const look = await one<Json>(db.client, `select data from lh_engine.events where kind = 'decision'`);
    assert.is(look.statistics.look, 2);
    const boundary = await one<number>(
      db.client,
      'select z_boundary from lh_engine.sequential_boundaries(array[100 / 963.0, 500 / 963.0]) where look = 2',
    );
    assert.is(look.statistics.z_boundary, boundary);
    assert.is(look.other_rule.rule, 'brief');
  });

  analysis('a second analysis at the same time says so at once, and a test is completed once', async () => {
    const { test } = await createTest(db.client);
    await addArms(db.client, test);
    await db.client.query('commit');
    const other = await connect(db.url);
    try {
      await setNow(other);
      await db.client.query('begin');
      await analyze(db.client);
      assert.equal(await analyze(other), { success: false, reason: 'already_running' });
      await db.client.query('commit');
      assert.equal((await analyze(other)).tests, []);
      assert.is(
        await one(db.client, `select count(*)::int from lh_engine.events where kind = 'decision'`),
        1,
      );
    } finally {
      await other.end();
    }
  });

  analysis('columns that are enums are written too', async () => {
    await db.client.query(`
      do $$
      declare
        v_policy record;
      begin
        for v_policy in select polname from pg_policy where polrelid = 'lh_ab_tests'::regclass loop
          execute format('drop policy %I on lh_ab_tests', v_policy.polname);
        end loop;
      end
      $$;
      create type test_status as enum ('running', 'completed');
      create type verdict as enum ('KEEP', 'KILL', 'CONTINUE');
      create type arm as enum ('control', 'treatment');
      drop view lh_engine.running_tests, lh_engine.segment_report, lh_engine.assignable_tests cascade;
      alter table lh_ab_tests drop constraint lh_ab_tests_status_check, drop constraint lh_ab_tests_winner_check;
      alter table lh_ab_tests alter column status drop default, alter column status type test_status using status::test_status,
        alter column recommendation type verdict using recommendation::verdict, alter column winner type arm using winner::arm;
    `);
    await db.client.query('commit');
    // A session of its own: this one has compiled the functions for the old types.
    const other = await connect(db.url);
    try {
      await setNow(other);
      const { test } = await createTest(other);
      await addArms(other, test);
      const judged = (await analyze(other)).tests.find((t: Json) => t.ab_test_id === test);
      assert.is(judged.recommendation, 'KEEP');
      assert.is((await testRow(other, test)).winner, 'treatment');
    } finally {
      await other.end();
    }
  });

  analysis.run();
}
