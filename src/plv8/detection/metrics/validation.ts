// How well the validator distinguishes businesses from owners, by what agents found out.
import { dayText } from '../../calendar.ts';
import type { DetectionDocument, Options } from '../document.ts';
import { type Measured, type MetricShape, ones } from './metric.ts';

/** A score without counts stands for at least one contact; mature cohorts want the count where there is one. */
const labelledContacts = (labelled: number | null, options: Options): number =>
  options.matureCohorts ? (labelled ?? 1) : Math.max(1, labelled ?? 1);

const newestScore = (document: DetectionDocument, options: Options): Measured => {
  const row = document.performance;
  const stale =
    row !== null && options.matureCohorts && row.age_days > options.number('feedback_window_days');
  const score = row === null || stale ? null : row.f1_score;
  const on = dayText(row === null ? document.as_of : row.day);
  return {
    value: score !== null && score >= 0 && score <= 1 ? score : null,
    n: row === null || score === null ? 0 : labelledContacts(row.labelled, options),
    from: on,
    to: on,
    detail: { input: 'lh_pattern_performance', age_days: row === null ? null : row.age_days },
    what: stale
      ? `labelled contacts (the newest overall row of lh_pattern_performance is ${row.age_days} days old)`
      : 'labelled contacts',
  };
};

export const f1Score = {
  name: 'f1_score',
  bottleneck: 'validation_accuracy_drop',
  worse: 'lower',
  countedOn: 'labelled contacts',
  threshold: { setting: 'f1_score_min', target: 'f1_score_target', needs: [], measure: newestScore },
  trend: {
    kind: 'rate',
    mature: 'feedback',
    needs: [
      { view: 'host_feedback', columns: ['contact_id', 'feedback_type', 'created_at'] },
      { view: 'host_validations', columns: ['contact_id', 'pattern_type', 'created_at'] },
    ],
    scope: 'whole',
    cells: (document) =>
      document.labelled.map((r) =>
        ones(r.day, r.true_positives + r.false_positives + r.false_negatives, r.true_positives),
      ),
    // F1 = 2J/(1 + J) of the Jaccard index J = tp/(tp + fp + fn): the same order, so a test of J is a test of F1.
    asShown: (jaccard) => (2 * jaccard) / (1 + jaccard),
  },
  display: { unit: 'score', words: 'F1 score of business detection' },
} as const satisfies MetricShape;
