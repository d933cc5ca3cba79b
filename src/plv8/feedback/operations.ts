// What agents' feedback says about the validator: precision, recall and F1 of a day, and what to do with each pattern.
// Reads counts of labelled contacts; knows neither the tables they come from nor the patterns' text.
import * as v from 'valibot';
import type { Operations } from '../operation.ts';
import { count, parse } from '../parse.ts';
import { settingsSchema } from '../settings/schemas.ts';
import { twoSidedZ } from '../statistics/normal.ts';
import { reportConfidence, share, wilsonInterval } from '../statistics/wilson.ts';
import { shareText } from '../words.ts';
import { reportFeedback } from './report.ts';

const counts = v.object({
  true_positives: count,
  false_positives: count,
  true_negatives: count,
  false_negatives: count,
});
const patternCounts = v.object({ pattern_type: v.string(), true_positives: count, false_positives: count });
export const labelledCounts = v.object({ overall: counts, patterns: v.array(patternCounts) });

type Counts = v.InferOutput<typeof counts>;
type PatternCounts = v.InferOutput<typeof patternCounts>;

const overallRow = (c: Counts) => ({
  pattern_type: null,
  total_validations: c.true_positives + c.false_positives + c.true_negatives + c.false_negatives,
  ...c,
  avg_precision: share(c.true_positives, c.true_positives + c.false_positives),
  avg_recall: share(c.true_positives, c.true_positives + c.false_negatives),
  avg_f1_score: share(2 * c.true_positives, 2 * c.true_positives + c.false_positives + c.false_negatives),
});

/** A pattern says "business" or nothing, so it has no negatives of its own and no recall. */
const patternRow = (p: PatternCounts) => ({
  pattern_type: p.pattern_type,
  total_validations: p.true_positives + p.false_positives,
  true_positives: p.true_positives,
  false_positives: p.false_positives,
  true_negatives: null,
  false_negatives: null,
  avg_precision: share(p.true_positives, p.true_positives + p.false_positives),
  avg_recall: null,
  avg_f1_score: null,
});

/** The rows of lh_pattern_performance for one day; none without a labelled contact. */
const scorePatterns = (input: unknown) => {
  const { overall, patterns } = parse(labelledCounts, input);
  const row = overallRow(overall);
  const labelled = patterns.filter((p) => p.true_positives + p.false_positives > 0);
  return { rows: row.total_validations === 0 ? [] : [row, ...labelled.map(patternRow)] };
};

export const recommendInput = v.object({
  settings: settingsSchema([
    'detection.pattern_retire_below',
    'detection.pattern_keep_from',
    'detection.pattern_min_evidence',
  ]),
  overall: counts,
  patterns: v.array(patternCounts),
  missed: v.array(v.object({ reason: v.nullable(v.string()), n: count, contact_ids: v.array(v.string()) })),
});

type RecommendInput = v.InferOutput<typeof recommendInput>;

const adviceOn = (p: PatternCounts, s: RecommendInput['settings']): readonly [string, string] => {
  const n = p.true_positives + p.false_positives;
  const interval = wilsonInterval(p.true_positives, n, twoSidedZ(reportConfidence));
  const precision = share(p.true_positives, n) ?? 0;
  const facts = `${p.true_positives} of ${n} contacts it called a business were one (${shareText(precision)})`;
  if (n < s['detection.pattern_min_evidence'])
    return ['keep', `${facts}; too few to change it, ${s['detection.pattern_min_evidence']} are needed.`];
  if (interval !== null && interval.high < s['detection.pattern_retire_below'])
    return [
      'retire',
      `${facts}; even the upper end of its interval, ${shareText(interval.high)}, is below ${shareText(s['detection.pattern_retire_below'])}.`,
    ];
  return precision < s['detection.pattern_keep_from']
    ? [
        'tighten',
        `${facts}, below ${shareText(s['detection.pattern_keep_from'])}: it catches too many owners.`,
      ]
    : ['keep', `${facts}.`];
};

const patternAdvice = (p: PatternCounts, s: RecommendInput['settings']) => {
  const n = p.true_positives + p.false_positives;
  const interval = wilsonInterval(p.true_positives, n, twoSidedZ(reportConfidence));
  const [recommendation, explanation] = adviceOn(p, s);
  return {
    recommendation,
    pattern_type: p.pattern_type,
    judged: n,
    correct: p.true_positives,
    share: share(p.true_positives, n),
    share_low: interval?.low ?? null,
    share_high: interval?.high ?? null,
    evidence: { true_positives: p.true_positives, false_positives: p.false_positives, measures: 'precision' },
    explanation,
  };
};

/** One row for the businesses that no pattern caught: what they have in common is the material for a new pattern. */
const addAdvice = (overall: Counts, missed: RecommendInput['missed']) => {
  const businesses = overall.true_positives + overall.false_negatives;
  const interval = wilsonInterval(overall.false_negatives, businesses, twoSidedZ(reportConfidence));
  const commonest = missed.filter((m) => m.reason !== null)[0];
  const hint =
    commonest === undefined ? '' : `; the validator said most often: ${commonest.reason} (${commonest.n})`;
  return {
    recommendation: 'add',
    pattern_type: null,
    judged: businesses,
    correct: overall.false_negatives,
    share: share(overall.false_negatives, businesses),
    share_low: interval?.low ?? null,
    share_high: interval?.high ?? null,
    evidence: {
      missed_businesses: overall.false_negatives,
      businesses,
      measures: 'share of businesses missed',
      missed,
    },
    explanation: `${overall.false_negatives} of ${businesses} businesses were caught by no pattern${hint}.`,
  };
};

const urgency: readonly string[] = ['retire', 'tighten', 'add', 'keep'];

/** Retire, tighten, add, keep, in this order, each with its evidence and the Wilson interval of its share. */
const recommendPatterns = (input: unknown) => {
  const { settings, overall, patterns, missed } = parse(recommendInput, input);
  const rows = [
    ...patterns
      .filter((p) => p.true_positives + p.false_positives > 0)
      .map((p) => patternAdvice(p, settings)),
    ...(overall.false_negatives > 0 ? [addAdvice(overall, missed)] : []),
  ];
  return {
    recommendations: rows.sort(
      (a, b) =>
        urgency.indexOf(a.recommendation) - urgency.indexOf(b.recommendation) ||
        b.judged - a.judged ||
        ((a.pattern_type ?? '') < (b.pattern_type ?? '') ? -1 : 1),
    ),
  };
};

export const feedbackOperations = {
  score_patterns: scorePatterns,
  recommend_patterns: recommendPatterns,
  report_feedback: reportFeedback,
} satisfies Operations;
