// The terms of a test that make any decision meaningless, and what older records said of them.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { run } from '../support/operations.ts';
import { type Inputs, recommend } from './testing_documents.ts';

test('impossible terms are said with their value, and a record of version 2 keeps what it said', () => {
  const reasonOf = (inputs: Partial<Inputs>) => recommend([30, 100], [45, 100], {}, inputs);
  const cases: readonly (readonly [Partial<Inputs>, string])[] = [
    [{ confidence_level: 0.05 }, 'the confidence_level of this test is 0.05, not from 0.5 to below 1'],
    [{ confidence_level: 0.4999 }, 'the confidence_level of this test is 0.4999'],
    [{ min_sample_size: 0 }, 'the min_sample_size of this test is 0, not at least 1'],
    [{ min_sample_size: 0.5 }, 'the min_sample_size of this test is 0.5, not at least 1'],
    [{ has_started: false, started_at: null }, 'the started_at of this test is null'],
    [{ has_started: false, started_at: 'infinity' }, 'the started_at of this test is infinity'],
    [
      { confidence_level: null, unreadable: [{ column: 'confidence_level', value: 'NaN' }] },
      'the confidence_level of this test is NaN, which is no number',
    ],
  ];
  for (const [inputs, words] of cases) {
    const analysed = reasonOf(inputs);
    assert.equal(
      [analysed.outcome, analysed.recommendation, analysed.needs_person],
      ['invalid_test', 'CONTINUE', true],
    );
    assert.match(analysed.reason, words);
  }
  assert.is(reasonOf({ confidence_level: 0.5 }).recommendation, 'KEEP');
  assert.is(
    reasonOf({ min_sample_size: 1, has_started: true, started_at: '2026-02-20 00:00:00' }).recommendation,
    'KEEP',
  );
  const former = { ...reasonOf({ confidence_level: 0.05 }), record_version: 2 };
  const replayed = run('replay', former);
  assert.is(replayed.recommendation, 'KEEP', 'p is below 0.95');
});

test.run();
