// The terms of a test that make any decision meaningless: said with their value, to a person, and nothing is decided.
import * as assert from 'uvu/assert';
import { one } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { addArms, analyze, createTest, type Json, now } from './testing_host.ts';

engineSuite('terms', { now }, (terms, db) => {
  const isSaid = async (test: string, words: string): Promise<void> => {
    const result = await analyze(db.client);
    assert.equal([result.tests[0].recommendation, result.tests[0].reason], ['CONTINUE', words]);
    const [warning] = result.warnings;
    assert.equal([warning.code, warning.message], ['invalid_test', `test ${test}: ${words}`]);
    const look = await one<Json>(db.client, `select data from lh_engine.events where kind = 'look'`);
    assert.equal([look.outcome, look.needs_person], ['invalid_test', true]);
    assert.match(await one<string>(db.client, 'select lh_engine.explain_test($1)', [test]), words);
  };

  for (const [value, shown] of [
    ['null', 'null'],
    [`'infinity'`, 'infinity'],
    [`'-infinity'`, '-infinity'],
    [`'2026-03-02 12:00:01+00'`, '2026-03-02 12:00:01'],
  ] as const)
    terms(`a test that started at ${shown} is decided neither way`, async () => {
      const { test } = await createTest(db.client);
      await db.client.query(`alter table lh_ab_tests alter column started_at drop not null`);
      await db.client.query(`update lh_ab_tests set started_at = ${value}`);
      await addArms(db.client, test);
      await isSaid(
        test,
        `the started_at of this test is ${shown}, no moment in the past: which leads are its own is not known`,
      );
    });

  for (const [column, value, words] of [
    ['confidence_level', '0.05', 'is 0.05, not from 0.5 to below 1 (0.95 is usual)'],
    ['confidence_level', '1', 'is 1, not from 0.5 to below 1 (0.95 is usual)'],
    ['confidence_level', `'NaN'`, 'is NaN, which is no number'],
    ['min_sample_size', '0', 'is 0, not at least 1'],
    ['min_sample_size', '-5', 'is -5, not at least 1'],
  ] as const)
    terms(`a ${column} of ${value} is said, and nothing is decided by it`, async () => {
      const { test } = await createTest(db.client);
      if (value === `'NaN'`)
        await db.client.query('alter table lh_ab_tests alter column confidence_level type numeric');
      await db.client.query(`update lh_ab_tests set ${column} = ${value}`);
      await addArms(
        db.client,
        test,
        ...(column === 'min_sample_size'
          ? ([
              [0, 2],
              [2, 2],
            ] as const)
          : []),
      );
      await isSaid(test, `the ${column} of this test ${words}`);
    });
});
