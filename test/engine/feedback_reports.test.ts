// What is made of labelled feedback: detection reads the score, people read recommendations and the report.
import * as assert from 'uvu/assert';
import { operations } from '../../src/plv8/entry.ts';
import { one } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { label, update } from './feedback_host.ts';

engineSuite('feedback reports', { now: '2026-03-03 00:01+00' }, (feedback, db) => {
  feedback('detection reads the row back', async () => {
    await label(db.client, [
      { pattern: 'bank', said: 'business_number', n: 30 },
      { said: 'business_number', n: 30 },
    ]);
    await update(db.client);
    const { rows } = await db.client.query(
      `select type, current_value, evidence from lh_detect_bottlenecks('2026-03-02')`,
    );
    assert.equal(
      [rows[0].type, rows[0].current_value, rows[0].evidence.n],
      ['validation_accuracy_drop', 0.6667, 60],
    );
  });

  feedback('detection counts labelled contacts on the day they were validated', async () => {
    await label(db.client, [
      { pattern: 'bank', said: 'business_number', n: 3 },
      { pattern: 'bank', said: 'correct_owner', n: 2 },
      { said: 'wrong_number', n: 4 },
    ]);
    const labelled = await one(db.client, `select lh_engine.collect_detection('2026-03-02') -> 'labelled'`);
    assert.equal(labelled, [
      { day: '2026-02-20', true_positives: 3, false_positives: 2, true_negatives: 0, false_negatives: 0 },
    ]);
    assert.equal(await one(db.client, `select lh_engine.collect_detection('2026-02-24') -> 'labelled'`), []);
  });

  feedback('recommends to retire, tighten, add and keep, each with its interval', async () => {
    await label(db.client, [
      { pattern: 'bank', said: 'business_number', n: 19 },
      { pattern: 'bank', said: 'correct_owner', n: 1 },
      { pattern: 'attorney', said: 'business_number', n: 14 },
      { pattern: 'attorney', said: 'correct_owner', n: 6 },
      { pattern: 'agent', said: 'business_number', n: 4 },
      { pattern: 'agent', said: 'good_lead', n: 16 },
      { pattern: 'rare', said: 'good_lead', n: 3 },
      { said: 'business_number', n: 7 },
    ]);
    const { rows } = await db.client.query('select * from lh_engine.pattern_recommendations');
    assert.equal(
      rows.map((r) => [r.recommendation, r.pattern_type, Number(r.judged), Number(r.correct)]),
      [
        ['retire', 'agent', 20, 4],
        ['tighten', 'attorney', 20, 14],
        ['add', null, 44, 7],
        ['keep', 'bank', 20, 19],
        ['keep', 'rare', 3, 0],
      ],
    );
    // Wilson 95 % of 4 of 20: 0.0807 to 0.4160 (Newcombe 1998, formula of method 3).
    assert.ok(Math.abs(rows[0].share_low - 0.0807) < 1e-4 && Math.abs(rows[0].share_high - 0.416) < 1e-4);
    assert.match(rows[2].explanation, 'no pattern matches (7)');
    assert.is(rows[2].evidence.missed[0].contact_ids.length, 5);
    assert.match(rows[4].explanation, 'too few to change it');
  });

  feedback('the report counts every feedback by source, agent and pattern', async () => {
    await label(db.client, [
      { pattern: 'bank', said: 'business_number', n: 2 },
      { said: 'correct_owner', n: 3 },
    ]);
    await db.client.query(
      `with l as (insert into lh_lead_status (source, created_at) values ('zillow', '2026-02-20') returning id)
       update lh_feedback_log set lead_id = (select id from l) where feedback_type = 'correct_owner'`,
    );
    const { rows } = await db.client.query(
      'select dimension, name, feedback::int, correct_owner::int, business_number::int, good_share, good_share_low from lh_engine.feedback_report',
    );
    assert.equal(
      rows.map((r) => [r.dimension, r.name, r.feedback, r.correct_owner, r.business_number, r.good_share]),
      [
        ['source', 'zillow', 3, 3, 0, 1],
        ['source', null, 2, 0, 2, 0],
        ['pattern', null, 3, 3, 0, 1],
        ['pattern', 'bank', 2, 0, 2, 0],
        ['agent', 'agent-1', 5, 3, 2, 0.6],
      ],
    );
    assert.ok(rows.every((r) => r.good_share_low >= 0 && r.good_share_low <= r.good_share));
  });

  feedback('Postgres scores and advises to the last digit like Node', async () => {
    await label(db.client, [
      { pattern: 'bank', said: 'business_number', n: 7 },
      { pattern: 'bank', said: 'correct_owner', n: 4 },
      { said: 'business_number', n: 3 },
    ]);
    const input = await one(db.client, `select lh_engine.count_judged('2026-03-02')`);
    for (const operation of ['score_patterns', 'recommend_patterns'])
      assert.is(
        await one(db.client, 'select lh_engine.call_js($1, $2)::text', [operation, JSON.stringify(input)]),
        JSON.stringify(operations[operation]?.(input)),
        operation,
      );
  });
});
