// The analysis on hosts as they are: odd types, odd dates, stray leads, missing skills. One odd row stops nothing.
import * as assert from 'uvu/assert';
import { one } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { addArms, addLeads, analyze, createTest, type Json, now, skillRow, testRow } from './testing_host.ts';

engineSuite('analysis of odd hosts', { now }, (analysis, db) => {
  // Each test in a transaction that is rolled back: a database of its own would cost a second.

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
        ['units', null],
        ['unknown_group', 5],
        ['leads_without_test', 7],
      ],
    );
  });

  analysis(
    'the newer of two tests on one metric is confounded, a test without its skill is still analysed',
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

  analysis(
    'no tests, no leads and null terms are no errors; without a start nothing is decided',
    async () => {
      assert.equal((await analyze(db.client)).tests, []);
      const { test } = await createTest(db.client);
      assert.match((await analyze(db.client)).tests[0].reason, 'no lead in control and treatment yet');
      await db.client.query(`
      alter table lh_ab_tests alter column min_sample_size drop not null, alter column confidence_level drop not null,
        alter column traffic_allocation_pct drop not null, alter column started_at drop not null;
      update lh_ab_tests set min_sample_size = null, confidence_level = null, traffic_allocation_pct = null, started_at = null, metric_tracked = null;
    `);
      await addArms(db.client, test);
      const [unstarted] = (await analyze(db.client)).tests;
      assert.equal(
        [unstarted.recommendation, unstarted.reason],
        [
          'CONTINUE',
          'the started_at of this test is null, no moment in the past: which leads are its own is not known',
        ],
      );
      await db.client.query(`update lh_ab_tests set started_at = '2026-02-20'`);
      assert.is((await analyze(db.client)).tests[0].recommendation, 'KEEP');
    },
  );

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
    const [analysed] = (await analyze(db.client)).tests;
    assert.equal(
      [analysed.control.leads, analysed.treatment.leads, analysed.recommendation],
      [101, 100, 'CONTINUE'],
    );
    assert.is(analysed.reason, 'the confidence_level of this test is NaN, which is no number');
    await db.client.query(`update lh_ab_tests set started_at = '2026-02-20', confidence_level = 0.95`);
    const [mended] = (await analyze(db.client)).tests;
    assert.equal([mended.control.leads, mended.treatment.leads, mended.recommendation], [100, 100, 'KEEP']);
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
      create type advice as enum ('KEEP', 'KILL', 'CONTINUE');
      create type arm as enum ('control', 'treatment');
      drop view lh_engine.running_tests, lh_engine.test_segments, lh_engine.assignable_tests cascade;
      alter table lh_ab_tests drop constraint lh_ab_tests_status_check, drop constraint lh_ab_tests_winner_check;
      alter table lh_ab_tests alter column status drop default, alter column status type test_status using status::test_status,
        alter column recommendation type advice using recommendation::advice, alter column winner type arm using winner::arm;
    `);
    await db.client.query('commit');
    // A session of its own: this one has compiled the functions for the old types.
    const other = await db.connect();
    const { test } = await createTest(other);
    await addArms(other, test);
    const analysed = (await analyze(other)).tests.find((t: Json) => t.ab_test_id === test);
    assert.is(analysed.recommendation, 'KEEP');
    assert.is((await testRow(other, test)).winner, 'treatment');
  });
});
