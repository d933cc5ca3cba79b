// Tests by lead source, the outlook of running tests, and the history of a test, against a real database.
import * as assert from 'uvu/assert';
import { errorOf, one } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { addArms, addLeads, analyze, createTest, type Json, now } from './testing_host.ts';

engineSuite('segments and stories', { now }, (segments, db) => {
  const report = async (test: string): Promise<Json[]> =>
    (await db.client.query('select * from lh_engine.test_segments where ab_test_id = $1', [test])).rows;

  segments(
    'the report shows each source of running and finished tests, adjusted for looking at many',
    async () => {
      const running = await createTest(db.client);
      await addArms(db.client, running.test, [300, 1000], [450, 1000], { source: 'Zillow' });
      await addArms(db.client, running.test, [400, 1000], [300, 1000], { source: 'referral' });
      await addArms(db.client, running.test, [3, 10], [3, 10]);
      const finished = await createTest(db.client, { metric: 'f1_score' });
      await addArms(db.client, finished.test, [30, 100], [45, 100], { source: 'Zillow' });
      await db.client.query(`update lh_ab_tests set status = 'completed' where id::text = $1`, [
        finished.test,
      ]);
      const rows = await report(running.test);
      assert.equal(
        rows.map((r) => [r.source, r.effect, r.control_leads, r.treatment_conversions]),
        [
          ['Zillow', 'helped', '1000', '450'],
          ['referral', 'hurt', '1000', '300'],
          [null, 'open', '10', '3'],
        ],
      );
      assert.is(rows[0].lift_pct, 50);
      assert.ok(rows[0].lift_low_pct < 50 && rows[0].lift_high_pct > 50);
      assert.ok(Math.abs(rows[1].holm_p_value / rows[1].p_value - 2) < 1e-12);
      assert.match(rows[0].note, 'the sources disagree (Cochran Q');
      assert.match(rows[0].note, 'recommended for Zillow only');
      const done = await report(finished.test);
      assert.equal(
        done.map((r) => [r.status, r.source, r.note]),
        [['completed', 'Zillow', null]],
      );
      assert.is(done[0].p_value, done[0].holm_p_value);
    },
  );

  segments('the record of a decision carries its sources and whom the skill is for', async () => {
    const { test } = await createTest(db.client);
    await addArms(db.client, test, [300, 1000], [450, 1000], { source: 'Zillow' });
    await addArms(db.client, test, [400, 1000], [300, 1000], { source: 'referral' });
    await analyze(db.client);
    const record = await one<Json>(
      db.client,
      `select data from lh_engine.events where kind = 'look' and ab_test_id = $1`,
      [test],
    );
    assert.equal(record.recommended_sources, ['Zillow']);
    assert.is(record.segments.length, 2);
  });

  segments('a host without sources has one segment', async () => {
    const { test } = await createTest(db.client);
    await addArms(db.client, test);
    assert.equal(
      (await report(test)).map((r) => [r.source, r.note]),
      [[null, null]],
    );
    assert.is((await db.client.query('select * from lh_engine.segment_report')).rows.length, 1);
  });

  segments(
    'running tests show the counts, the pace, the day of the decision and what could be seen today',
    async () => {
      const { test } = await createTest(db.client, { startedAt: '2026-02-20 12:00+00' });
      await addArms(db.client, test, [15, 50], [20, 50]);
      const { rows } = await db.client.query('select * from lh_engine.running_tests');
      assert.is(rows.length, 1);
      const [row] = rows;
      assert.equal(
        [
          row.ab_test_id,
          row.control_leads,
          row.control_rate,
          row.treatment_rate,
          row.rule,
          row.leads_per_day,
        ],
        [test, '50', 0.3, 0.4, 'fixed_thresholds', 10],
      );
      // 10 days brought half of the sample; the other half is there on Thursday the 12th, analysed on Monday the 16th.
      assert.is(
        await one(db.client, 'select estimated_verdict_on::text from lh_engine.running_tests'),
        '2026-03-16',
      );
      const detectable = await one<number>(
        db.client,
        'select lift_pct from lh_engine.minimum_detectable_lift(0.3, 50)',
      );
      assert.is(row.detectable_lift_pct, detectable);
      assert.match(row.note, 'the minimum sample is 100');
    },
  );

  segments('a test without leads is listed and has no day for its decision', async () => {
    await createTest(db.client);
    const { rows } = await db.client.query('select * from lh_engine.running_tests');
    assert.equal(
      [rows.length, rows[0].estimated_verdict_on, rows[0].control_rate, rows[0].detectable_lift_pct],
      [1, null, null, null],
    );
  });

  segments('a test is explained from its spawn to its decision', async () => {
    await addLeads(db.client, {
      test: null,
      group: null,
      leads: 20,
      createdAt: '2026-03-02 01:00+00',
      hoursToContact: 9,
    });
    const cycle = await one<Json>(db.client, 'select lh_run_improvement_cycle()');
    const spawned = cycle.decisions.find((d: Json) => d.action === 'spawn');
    // No sooner than the test started.
    const since = { createdAt: now };
    await addArms(db.client, spawned.ab_test_id, [30, 100], [42, 100], since);
    await analyze(db.client);
    await addArms(db.client, spawned.ab_test_id, [30, 100], [50, 100], since);
    await analyze(db.client);
    const text = await one<string>(db.client, 'select lh_engine.explain_test($1)', [spawned.ab_test_id]);
    for (const part of [
      'was started on 2026-03-02',
      'Why: ',
      'The plan is 963 leads in each arm',
      'a minimum sample of 100 leads in each arm',
      'Look 2, 2026-03-02: 30 of 100 (30 %) converted in control and 42 of 100 (42 %) in treatment. CONTINUE',
      'Look 3, 2026-03-02: 60 of 200 (30 %)',
      'It ended on 2026-03-02 with KEEP. The skill is now active.',
      'At 95 % confidence the true lift lies between',
    ])
      assert.ok(text.includes(part), `${part} is missing from:\n${text}`);
  });

  const heldKeep = async (switchOn: string) => {
    const { test, skill } = await createTest(db.client);
    await addArms(db.client, test, [60, 200], [90, 200]);
    await db.client.query(switchOn);
    assert.is((await analyze(db.client)).tests[0].recommendation, 'KEEP');
    return {
      test,
      skill,
      explain: () => one<string>(db.client, 'select lh_engine.explain_test($1)', [test]),
    };
  };

  segments('a test that was stopped while its KEEP was suspended ended without a decision', async () => {
    const { test, explain } = await heldKeep(`select lh_engine.pause(why => 'freeze')`);
    assert.match(await explain(), 'It is still running. The recommendation KEEP is suspended (paused).');
    await db.client.query('select lh_engine.stop_test($1, $2)', [test, 'wrong audience']);
    const text = await explain();
    assert.match(text, '2026-03-02: postgres paused the whole engine: freeze.');
    assert.match(text, 'The recommendation was suspended and not applied: a pause was on.');
    assert.match(text, '2026-03-02: postgres stopped the test: wrong audience.');
    assert.match(text, 'It ended on 2026-03-02 without a decision of the engine. The skill is now killed.');
  });

  segments('an approval and a revert are reported with who and why', async () => {
    const { skill, explain } = await heldKeep(`select lh_engine.set_setting('engine.approval', 'true')`);
    await db.client.query(`select lh_engine.approve(p.proposal_id, 'agreed') from lh_engine.proposals as p`);
    const approved = await explain();
    assert.match(approved, /2026-03-02: postgres had the engine propose to keep the skill \(number \d+\): /);
    assert.match(approved, 'it needed the approval of a person');
    assert.match(approved, /postgres approved the proposal to keep the skill \(number \d+\): agreed\./);
    assert.match(approved, 'It ended on 2026-03-02 with KEEP. The skill is now active.');
    await db.client.query('select lh_engine.revert_skill($1, $2)', [skill, 'complaints']);
    const reverted = await explain();
    assert.match(reverted, '2026-03-02: postgres took the skill back: complaints.');
    assert.match(reverted, 'It ended on 2026-03-02 with KEEP. The skill is now killed.');
  });

  segments('an unknown test is a named error', async () => {
    const error = await errorOf(() => db.client.query(`select lh_engine.explain_test('nobody')`));
    assert.is(error.code, 'LH007');
    assert.match(error.message, `no test 'nobody'`);
  });
});
