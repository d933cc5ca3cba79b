// The analysis against a real database: what is counted, what is written, and what is written nowhere.
import * as assert from 'uvu/assert';
import { errorOf, one, rows } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { addArms, addLeads, analyze, createTest, type Json, now, skillRow, testRow } from './testing_host.ts';

engineSuite('analysis', { now }, (analysis, db) => {
  // Each test in a transaction that is rolled back: a database of its own would cost a second.

  analysis(
    'the test #4 of the specification is kept with lift 50.00 and p 0.02846, and its skill becomes active',
    async () => {
      const { test, skill } = await createTest(db.client);
      await addArms(db.client, test);
      const result = await analyze(db.client);
      assert.equal(Object.keys(result).sort(), ['as_of', 'success', 'tests', 'warnings']);
      const [analysed] = result.tests;
      assert.equal(Object.keys(analysed).sort(), [
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
      assert.equal(analysed.control, { leads: 100, conversions: 30, rate: 0.3 });
      assert.is(analysed.ab_test_id, test);
      assert.is(analysed.skill_id, skill);
      assert.is(analysed.p_value.toFixed(5), '0.02846');
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
    'each analysis of a test is one look, each KEEP or KILL one decision, and a completed test is left alone',
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

  analysis('a slower first contact in the treatment blocks the KEEP', async () => {
    const { test } = await createTest(db.client);
    await addLeads(db.client, { test, group: 'control', leads: 100, conversions: 30, hoursToContact: 2 });
    await addLeads(db.client, { test, group: 'treatment', leads: 100, conversions: 45, hoursToContact: 4 });
    const result = await analyze(db.client);
    assert.is(result.tests[0].recommendation, 'CONTINUE');
    assert.match(result.tests[0].reason, 'time to first contact is significantly worse');
    await db.client.query(`select lh_engine.set_setting('decisions.gate_guardrails', 'false')`);
    assert.is((await analyze(db.client)).tests[0].recommendation, 'KEEP');
  });

  analysis('under profile rigorous the decision waits for the plan, and the looks follow it', async () => {
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
    assert.is(look.other_rule.rule, 'fixed_thresholds');
  });

  analysis(
    'a look goes on from where the one before stood, and comes out the same without that',
    async () => {
      await db.client.query(`select lh_engine.set_setting('profile', '"rigorous"')`);
      const { test } = await createTest(db.client);
      const standings = () =>
        one<Json>(db.client, `select json_object_agg(ab_test_id, standing) from lh_engine.test_standings`);
      await addArms(db.client, test, [30, 100], [33, 100]);
      await analyze(db.client);
      const { fractions } = (await standings())[test];
      assert.equal(fractions, [100 / 963]);
      await addArms(db.client, test, [30, 100], [33, 100]);
      const secondLook = async (): Promise<Json> => {
        await db.client.query('savepoint s');
        await analyze(db.client);
        const look = `select data from lh_engine.events where kind = 'look' order by event_id desc limit 1`;
        const result = [(await one<Json>(db.client, look)).statistics, (await standings())[test]];
        await db.client.query('rollback to savepoint s');
        return result;
      };
      const [statistics, standing] = await secondLook();
      assert.equal(standing.fractions, [100 / 963, 200 / 963]);
      const whole = 'select z_boundary from lh_engine.sequential_boundaries($1) where look = 2';
      assert.is(statistics.z_boundary, await one(db.client, whole, [standing.fractions]));
      await db.client.query('delete from lh_engine.test_standings');
      assert.equal(await secondLook(), [statistics, standing]);
    },
  );

  analysis('what is kept of the looks goes with the test, and a dry run leaves it as it is', async () => {
    await db.client.query(`select lh_engine.set_setting('profile', '"rigorous"')`);
    const { test } = await createTest(db.client);
    const kept = () => one<number>(db.client, 'select count(*)::int from lh_engine.test_standings');
    await addArms(db.client, test, [30, 100], [33, 100]);
    await db.client.query(`select lh_engine.set_setting('engine.dry_run', 'true')`);
    await analyze(db.client);
    assert.is(await kept(), 0);
    await db.client.query(`select lh_engine.set_setting('engine.dry_run', 'false')`);
    await analyze(db.client);
    assert.is(await kept(), 1);
    await addArms(db.client, test, [120, 400], [170, 400]);
    assert.is((await analyze(db.client)).tests[0].recommendation, 'KEEP');
    assert.is(await kept(), 0);
  });

  for (const [who, end] of [
    ['lh_engine.stop_test', `select lh_engine.stop_test($1, 'wrong audience')`],
    ['the host', `update lh_ab_tests set status = 'completed' where id::text = $1::text`],
  ] as const)
    analysis(
      `what is kept of the looks also goes when ${who} ends the test, and that of others stays`,
      async () => {
        await db.client.query(`select lh_engine.set_setting('profile', '"rigorous"')`);
        const { test } = await createTest(db.client);
        const { test: other } = await createTest(db.client, { metric: 'qualification_rate' });
        const kept = () =>
          rows(db.client, 'select ab_test_id from lh_engine.test_standings order by ab_test_id = $1', [
            other,
          ]);
        await addArms(db.client, test, [30, 100], [33, 100]);
        await addArms(db.client, other, [30, 100], [33, 100]);
        await analyze(db.client);
        assert.equal(await kept(), [{ ab_test_id: test }, { ab_test_id: other }]);
        await db.client.query(end, [test]);
        if (who === 'the host') await analyze(db.client);
        assert.equal(await kept(), [{ ab_test_id: other }]);
      },
    );

  analysis('a second analysis at the same time says so at once, and a test is completed once', async () => {
    const { test } = await createTest(db.client);
    await addArms(db.client, test);
    await db.client.query('commit');
    const other = await db.connect();
    await db.client.query('begin');
    await analyze(db.client);
    assert.equal(await analyze(other), { success: false, reason: 'already_running' });
    await db.client.query('commit');
    assert.equal((await analyze(other)).tests, []);
    assert.is(await one(db.client, `select count(*)::int from lh_engine.events where kind = 'decision'`), 1);
  });
});
