// Scores and advice for patterns, and the reports, over arbitrary counts: shares lie between 0 and 1, intervals contain
// them, undefined is null, and the advice follows the interval.
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { wilsonInterval } from '../../src/plv8/statistics/wilson.ts';
import { type InputOf, run, runUntyped } from '../support/operations.ts';
import { settingsOf } from './detection_documents.ts';

const patterns = suite('patterns and reports');

type Counts = InputOf<'score_patterns'>['overall'];
type PatternCounts = InputOf<'score_patterns'>['patterns'][number];

const counts = (tp: number, fp: number, tn: number, fn: number): Counts => ({
  true_positives: tp,
  false_positives: fp,
  true_negatives: tn,
  false_negatives: fn,
});
const count = fc.oneof(fc.nat(30), fc.nat(1000000));
const anyCounts: fc.Arbitrary<Counts> = fc.record({
  true_positives: count,
  false_positives: count,
  true_negatives: count,
  false_negatives: count,
});
const patternRows: fc.Arbitrary<PatternCounts[]> = fc.array(
  fc.record({ pattern_type: fc.string(), true_positives: count, false_positives: count }),
  { maxLength: 8 },
);
const isShare = (x: unknown): boolean => x === null || (typeof x === 'number' && x >= 0 && x <= 1);

patterns('precision, recall and F1 are null where they are undefined', () => {
  const of = (...c: [number, number, number, number]) => {
    const [row] = run('score_patterns', { overall: counts(...c), patterns: [] }).rows;
    return row === undefined ? null : [row.avg_precision, row.avg_recall, row.avg_f1_score];
  };
  assert.is(of(0, 0, 0, 0), null);
  assert.equal(of(0, 0, 5, 0), [null, null, null]);
  assert.equal(of(0, 0, 0, 5), [null, 0, 0]);
  assert.equal(of(0, 5, 0, 0), [0, null, 0]);
  assert.equal(of(6, 2, 0, 2), [0.75, 0.75, 0.75]);
});

patterns('scores of any counts are shares', () => {
  fc.assert(
    fc.property(anyCounts, patternRows, (overall, rows) => {
      const result = run('score_patterns', { overall, patterns: rows });
      for (const row of result.rows)
        assert.ok([row.avg_precision, row.avg_recall, row.avg_f1_score].every(isShare));
    }),
  );
});

patterns(
  'advice on any counts: the interval contains the share, and retire means it lies below the line',
  () => {
    fc.assert(
      fc.property(anyCounts, patternRows, (overall, rows) => {
        const input = { settings: settingsOf('basic'), overall, patterns: rows, missed: [] };
        for (const a of run('recommend_patterns', input).recommendations) {
          const { share, share_low: low, share_high: high } = a;
          if (share === null || low === null || high === null) {
            assert.is(a.judged, 0);
            continue;
          }
          assert.ok(low <= share + 1e-12 && share <= high + 1e-12);
          if (a.recommendation === 'retire') assert.ok(high < 0.5 && a.judged >= 10);
          if (a.recommendation === 'tighten') assert.ok(share < 0.8 && a.judged >= 10);
        }
      }),
    );
  },
);

patterns('more false positives never turn retire or tighten into keep', () => {
  const rank = ['keep', 'tighten', 'retire'];
  fc.assert(
    fc.property(fc.nat(200), fc.nat(200), fc.nat(200), (tp, fp, more) => {
      const of = (falsePositives: number): number => {
        const input = {
          settings: settingsOf('basic'),
          overall: counts(0, 0, 0, 0),
          patterns: [{ pattern_type: 'bank', true_positives: tp, false_positives: falsePositives }],
          missed: [],
        };
        return rank.indexOf(run('recommend_patterns', input).recommendations[0]?.recommendation ?? 'keep');
      };
      assert.ok(of(fp + more) >= of(fp));
    }),
  );
});

patterns('Wilson’s interval meets published values and stays within 0 and 1', () => {
  // Newcombe 1998, Statistics in Medicine 17:857, table I, method 3.
  const published: readonly (readonly [number, number, number, number])[] = [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ];
  for (const [x, n, low, high] of published) {
    const interval = wilsonInterval(x, n, 1.959963984540054);
    assert.ok(Math.abs((interval?.low ?? 9) - low) < 6e-5, `${x}/${n} low ${interval?.low}`);
    assert.ok(Math.abs((interval?.high ?? 9) - high) < 6e-5, `${x}/${n} high ${interval?.high}`);
  }
  assert.is(wilsonInterval(0, 0, 2), null);
});

const period: fc.Arbitrary<InputOf<'report_segments'>['segments'][number]['recent']> = fc.record({
  leads: count,
  answered: count,
  reached: count,
  qualified: count,
  converted: count,
  hours_n: count,
  hours_sum: fc.double({ noNaN: true, noDefaultInfinity: true }),
  hours_squares: fc.double({ noNaN: true, noDefaultInfinity: true }),
  feedback: count,
  wrong_numbers: count,
});

patterns('reports of any counts hold finite numbers or null', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ segment: fc.option(fc.string(), { nil: null }), recent: period, baseline: period }),
      ),
      (segments) => {
        for (const row of run('report_segments', { segments }).rows)
          for (const value of Object.values(row))
            assert.ok(typeof value !== 'number' || Number.isFinite(value));
      },
    ),
  );
});

patterns('counts that are none are refused with their path', () => {
  assert.throws(
    () => run('score_patterns', { overall: counts(0, 0, 0, -1), patterns: [] }),
    /^overall\.false_negatives: expected an integer ≥ 0, got -1$/,
  );
  assert.throws(
    () => runUntyped('report_feedback', { rows: [{ dimension: 'source' }] }),
    /^rows\[0\]\.name: /,
  );
});

patterns.run();
