// What detection collects from a real host: young leads, defects, time zones and missing columns, and the façade that
// people and the cycle call. The rules themselves are tested in test/pure.
import * as assert from 'uvu/assert';
import { detect } from '../../src/plv8/detection/operations.ts';
import { one, setClock } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { collect, insert, lead, onDay } from './detection_host.ts';

engineSuite('detection in the database', { now: '2026-03-03 00:01+00' }, (detection, db) => {
  detection('an empty host gives an empty document, warnings and no bottleneck', async () => {
    const document = await collect(db.client, '2026-03-02');
    assert.equal(
      [document.leads, document.labelled, document.daily, document.performance],
      [[], [], null, null],
    );
    const { rows } = await db.client.query(`select * from lh_detect_bottlenecks('2026-03-02')`);
    assert.equal(rows, []);
    assert.ok(detect(document).warnings.length >= 6);
  });

  detection(
    'a score or hours beside counts that are 0 by default are evaluated by fixed thresholds',
    async () => {
      await db.client.query(`
      alter table lh_pattern_performance
        alter column total_validations set default 0, alter column true_positives set default 0, alter column false_positives set default 0,
        alter column true_negatives set default 0, alter column false_negatives set default 0;
      insert into lh_pattern_performance (performance_date, avg_f1_score) values ('2026-03-01', 0.75);
      insert into lh_daily_metrics (metric_date, avg_response_time_hours) values ('2026-03-02', 6);`);
      const { rows } = await db.client.query(`select type, metric from lh_detect_bottlenecks('2026-03-02')`);
      assert.equal(rows, [
        { type: 'low_response_rate', metric: 'avg_response_time_hours' },
        { type: 'validation_accuracy_drop', metric: 'f1_score' },
      ]);
    },
  );

  detection('an overall row without a score does not hide the one before it', async () => {
    await db.client.query(`
      insert into lh_pattern_performance (performance_date, total_validations, avg_f1_score)
      values ('2026-02-27', 50, 0.9), ('2026-02-28', 50, 0.75), ('2026-03-01', 60, null), ('2026-03-02', 60, 'NaN')`);
    const { performance } = await collect(db.client, '2026-03-02');
    assert.equal(performance, { day: '2026-02-28', f1_score: 0.75, labelled: 50, age_days: 2 });
  });

  detection(
    'test 2 of the specification, corrected: answers after 10 and 8 hours are a low response rate',
    async () => {
      await insert(db.client, [lead(0, 10), lead(0, 8)]);
      await one(db.client, `select lh_engine.refresh_metrics('2026-03-02')`);
      const { rows } = await db.client.query(`select * from lh_detect_bottlenecks('2026-03-02')`);
      const [b] = rows;
      assert.equal(
        [
          b.type,
          b.severity,
          b.metric,
          b.current_value,
          b.target_value,
          b.suggested_skill,
          b.segment,
          b.trigger,
        ],
        [
          'low_response_rate',
          'high',
          'avg_response_time_hours',
          9,
          2,
          'instant-responder',
          null,
          'threshold',
        ],
      );
      assert.is(b.evidence.n, 2);
    },
  );

  detection('the façade returns exactly what the operation says, and only reads', async () => {
    await insert(db.client, [lead(0, 10, null, { source: 'zillow' }), lead(3, 20)]);
    await one(db.client, `select lh_engine.refresh_metrics('2026-03-02')`);
    await db.client.query('set local transaction_read_only = on');
    const { rows } = await db.client.query(`select * from lh_detect_bottlenecks('2026-03-02')`);
    const document = await collect(db.client, '2026-03-02');
    assert.equal(rows, JSON.parse(JSON.stringify(detect(document).bottlenecks)));
    assert.ok(rows.length > 0);
  });

  detection('what happened after the target day is not seen; what happened before is', async () => {
    await setClock(db.client, '2026-03-20 00:00+00');
    await insert(db.client, [lead(0, 2, 5), lead(0, 20), lead(9, 2, 3), lead(-1, 1)]);
    const then = await collect(db.client, '2026-03-02');
    assert.equal(
      then.leads.map((r) => r.day),
      ['2026-02-21', '2026-03-02'],
    );
    const day = onDay(then, '2026-03-02');
    assert.equal([day.leads, day.contacted, day.qualified, day.hours_sum], [2, 1, 0, 2]);
    assert.equal([onDay(then, '2026-02-21').qualified, then.follow_up.n], [1, 1]);
    const later = onDay(await collect(db.client, '2026-03-10'), '2026-03-02');
    assert.equal([later.contacted, later.answered, later.qualified, later.reached_qualified], [2, 2, 1, 1]);
  });

  detection('in time means within the grace, so that old and young leads had the same time', async () => {
    await setClock(db.client, '2026-04-20 00:00+00');
    await insert(db.client, [lead(0, 24, 7), lead(0, 24.1, 7.1), lead(0, 24 * 8, 9), lead(0, null)]);
    const day = onDay(await collect(db.client, '2026-03-25'), '2026-03-02');
    assert.equal([day.leads, day.contacted, day.answered, day.reached], [4, 3, 1, 2]);
    assert.equal([day.qualified, day.reached_qualified, day.converted, day.converted_in_time], [3, 1, 3, 1]);
  });

  detection('the mature days end where the youngest lead has had its grace', async () => {
    const { mature } = await collect(db.client, '2026-03-02');
    assert.equal(mature, {
      contact: '2026-03-01',
      qualification: '2026-02-23',
      follow_up: '2026-02-23',
      feedback: '2026-03-02',
    });
    await setClock(db.client, '2026-03-02 15:00+00');
    assert.equal((await collect(db.client, '2026-03-02')).mature.contact, '2026-02-28');
    assert.equal((await collect(db.client, null)).mature.feedback, '2026-03-01');
  });

  detection('days are those of engine.time_zone, through a change to summer time', async () => {
    await db.client.query(`select lh_engine.set_setting('engine.time_zone', '"America/New_York"')`);
    await setClock(db.client, '2026-03-20 00:00+00');
    await insert(db.client, [
      { created: '2026-03-08T04:59:00Z' },
      { created: '2026-03-08T05:00:00Z' },
      { created: '2026-03-09T03:59:00Z' },
      { created: '2026-03-09T04:00:00Z' },
    ]);
    const { leads } = await collect(db.client, '2026-03-10');
    assert.equal(
      leads.map((r) => [r.day, r.leads]),
      [
        ['2026-03-07', 1],
        ['2026-03-08', 2],
        ['2026-03-09', 1],
      ],
    );
  });
});
