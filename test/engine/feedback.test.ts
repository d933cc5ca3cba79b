// Learning from the agents: what counts as labelled, what is written, and what is recommended.
import * as assert from 'uvu/assert';
import { errorOf, one, setClock } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { answered, label, oneContact, overall, update, validated } from './feedback_host.ts';

engineSuite('feedback', { now: '2026-03-03 00:01+00' }, (feedback, db) => {
  feedback('writes the overall row and one per pattern, with precision, recall and F1', async () => {
    await label(db.client, [
      { pattern: 'bank', said: 'business_number', n: 6 },
      { pattern: 'bank', said: 'correct_owner', n: 2 },
      { pattern: 'attorney', said: 'business_number', n: 3 },
      { said: 'business_number', n: 1 },
      { said: 'good_lead', n: 5 },
      { said: 'correct_owner', n: 3 },
      { said: 'wrong_number', n: 9 },
      { pattern: 'agent', said: 'disconnected', n: 4 },
      { pattern: 'agent', said: 'bad_lead', n: 4 },
    ]);
    const result = await update(db.client);
    assert.equal([result.inserted, result.updated, result.reason], [3, 0, null]);
    const { rows } = await db.client.query(
      `select performance_date::text as day, pattern_type, total_validations as n, true_positives as tp, false_positives as fp,
         true_negatives as tn, false_negatives as fn, avg_precision::float8 as p, avg_recall::float8 as r, avg_f1_score::float8 as f
       from lh_pattern_performance order by pattern_type nulls first`,
    );
    assert.equal(rows, [
      {
        day: '2026-03-02',
        pattern_type: null,
        n: 20,
        tp: 9,
        fp: 2,
        tn: 8,
        fn: 1,
        p: 0.8182,
        r: 0.9,
        f: 0.8571,
      },
      {
        day: '2026-03-02',
        pattern_type: 'attorney',
        n: 3,
        tp: 3,
        fp: 0,
        tn: null,
        fn: null,
        p: 1,
        r: null,
        f: null,
      },
      {
        day: '2026-03-02',
        pattern_type: 'bank',
        n: 8,
        tp: 6,
        fp: 2,
        tn: null,
        fn: null,
        p: 0.75,
        r: null,
        f: null,
      },
    ]);
  });

  feedback('a second run leaves one row each, with the new numbers', async () => {
    await label(db.client, [{ pattern: 'bank', said: 'business_number', n: 4 }]);
    await update(db.client);
    await label(db.client, [
      { pattern: 'bank', said: 'correct_owner', n: 4 },
      { pattern: 'agent', said: 'good_lead' },
    ]);
    const second = await update(db.client);
    assert.equal([second.updated, second.inserted], [2, 1]);
    assert.equal(await overall(db.client), [4, 5, 0, 0]);
    assert.is(await one(db.client, 'select count(*)::int from lh_pattern_performance'), 3);
    assert.is((await update(db.client)).inserted, 0);
  });

  feedback('another column of the host in the row survives a second run', async () => {
    await db.client.query('alter table lh_pattern_performance add column note text');
    await label(db.client, [{ pattern: 'bank', said: 'business_number', n: 4 }]);
    await update(db.client);
    await db.client.query(`update lh_pattern_performance set note = 'seen'`);
    await update(db.client);
    assert.is(
      await one(db.client, `select count(*)::int from lh_pattern_performance where note = 'seen'`),
      2,
    );
  });

  feedback('nothing is written without labelled feedback', async () => {
    assert.match((await update(db.client)).reason ?? '', 'no labelled contact');
    await label(db.client, [{ pattern: 'bank', said: 'wrong_number', n: 5 }, { said: 'disconnected' }]);
    assert.match((await update(db.client)).reason ?? '', 'no labelled contact');
    assert.is(await one(db.client, 'select count(*)::int from lh_pattern_performance'), 0);
  });

  feedback('the latest feedback on a contact counts', async () => {
    await oneContact(
      db.client,
      [['bank', validated]],
      [
        ['correct_owner', answered],
        ['business_number', '2026-02-26 10:00+00'],
      ],
    );
    await update(db.client);
    assert.equal(await overall(db.client), [1, 0, 0, 0]);
  });

  feedback('feedback that says nothing about it takes nothing back that was said before', async () => {
    await oneContact(
      db.client,
      [['bank', validated]],
      [
        ['business_number', answered],
        ['wrong_number', '2026-02-26 10:00+00'],
      ],
    );
    await update(db.client);
    assert.equal(await overall(db.client), [1, 0, 0, 0]);
  });

  feedback('feedback older than the validation is ignored', async () => {
    await oneContact(db.client, [['bank', '2026-02-26 10:00+00']], [['business_number', answered]]);
    assert.match((await update(db.client)).reason ?? '', 'no labelled contact');
    await oneContact(
      db.client,
      [
        ['bank', validated],
        [null, '2026-02-26 10:00+00'],
      ],
      [['business_number', answered]],
    );
    await oneContact(
      db.client,
      [
        ['bank', validated],
        [null, '2026-02-24 10:00+00'],
      ],
      [['business_number', answered]],
    );
    await update(db.client);
    assert.equal(await overall(db.client), [1, 0, 0, 1]);
  });

  feedback('a contact that was never validated, and feedback on no contact, say nothing', async () => {
    await oneContact(db.client, [], [['business_number', answered]]);
    await db.client.query(
      `insert into lh_feedback_log (feedback_type, created_at) values ('business_number', $1)`,
      [answered],
    );
    assert.match((await update(db.client)).reason ?? '', 'no labelled contact');
  });

  feedback('the window is the 28 days that end with the day', async () => {
    await label(db.client, [{ pattern: 'bank', said: 'business_number' }]);
    assert.is((await update(db.client, '2026-02-24')).inserted, 0);
    await setClock(db.client, '2026-04-30 00:00+00');
    assert.is((await update(db.client, '2026-03-24')).inserted, 2);
    assert.is((await update(db.client, '2026-03-25')).inserted, 0);
  });

  feedback('a host with fewer columns, or one row a day, gets what fits', async () => {
    await label(db.client, [{ pattern: 'bank', said: 'business_number', n: 4 }, { said: 'business_number' }]);
    await db.client.query(
      `alter table lh_pattern_performance drop constraint lh_pattern_performance_performance_date_pattern_type_key;
       alter table lh_pattern_performance add unique (performance_date)`,
    );
    assert.is((await update(db.client)).inserted, 1);
    await db.client.query('drop view lh_engine.host_pattern_performance');
    await db.client.query(
      `drop table lh_pattern_performance;
       create table lh_pattern_performance (performance_date date, avg_f1_score float8 not null)`,
    );
    await db.client.query('select lh_engine.create_adapter_views()');
    assert.is((await update(db.client)).inserted, 1);
    assert.is((await update(db.client)).updated, 1);
    assert.equal(
      (await db.client.query('select performance_date::text, avg_f1_score from lh_pattern_performance')).rows,
      [{ performance_date: '2026-03-02', avg_f1_score: 8 / 9 }],
    );
  });

  feedback(
    'a pattern column that is an enum, and a column that must have a score, are respected',
    async () => {
      await label(db.client, [{ pattern: 'bank', said: 'business_number', n: 4 }]);
      await db.client.query('drop view lh_engine.host_pattern_performance');
      await db.client.query(
        `create type pattern as enum ('bank', 'attorney');
       alter table lh_pattern_performance alter column pattern_type type pattern using pattern_type::pattern, alter column avg_f1_score set not null`,
      );
      await db.client.query('select lh_engine.create_adapter_views()');
      const first = await update(db.client);
      assert.equal([first.inserted, (await update(db.client)).updated], [1, 1]);
      const explanation =
        '1 row(s) of lh_pattern_performance for 2026-03-02 were not written, because they have no F1 score and the column avg_f1_score is not null: bank';
      assert.is(first.reason, explanation);
      const cycle = await one<{ warnings: Record<string, unknown>[] }>(
        db.client,
        `select lh_run_improvement_cycle('2026-03-02')`,
      );
      assert.equal(
        cycle.warnings.filter(({ code }) => code === 'pattern_rows_not_written'),
        [
          {
            code: 'pattern_rows_not_written',
            table: 'lh_pattern_performance',
            ids: null,
            days: ['2026-03-02'],
            n: 1,
            message: explanation,
          },
        ],
      );
    },
  );

  feedback('a day in the future is refused', async () => {
    assert.is((await errorOf(() => update(db.client, '2026-03-04'))).code, 'LH006');
  });
});
