// The bottleneck types of the brief: order, severity, skill, and for each metric which direction is worse, its
// threshold and target. Knows nothing of windows or evidence.
import type { OptionName, Options } from './document.ts';

export type BottleneckType =
  | 'low_response_rate'
  | 'poor_qualification'
  | 'slow_follow_up'
  | 'weak_lead_source'
  | 'validation_accuracy_drop';
export type Severity = 'low' | 'medium' | 'high' | 'critical';
export type MetricName =
  | 'avg_response_time_hours'
  | 'contact_rate'
  | 'qualification_rate'
  | 'follow_up_days'
  | 'follow_up_backlog_share'
  | 'source_conversion_rate'
  | 'f1_score';

export type Rule = {
  readonly type: BottleneckType;
  readonly severity: Severity;
  readonly skill: string;
  /** In the order in which they lead when several fire. */
  readonly metrics: readonly MetricName[];
};

/** In the order in which bottlenecks are reported. */
export const rules: readonly Rule[] = [
  {
    type: 'low_response_rate',
    severity: 'high',
    skill: 'instant-responder',
    metrics: ['avg_response_time_hours', 'contact_rate'],
  },
  { type: 'poor_qualification', severity: 'medium', skill: 'lead-scorer', metrics: ['qualification_rate'] },
  {
    type: 'slow_follow_up',
    severity: 'medium',
    skill: 'follow-up-sequencer',
    metrics: ['follow_up_days', 'follow_up_backlog_share'],
  },
  {
    type: 'weak_lead_source',
    severity: 'medium',
    skill: 'source-optimizer',
    metrics: ['source_conversion_rate'],
  },
  { type: 'validation_accuracy_drop', severity: 'high', skill: 'pattern-optimizer', metrics: ['f1_score'] },
];

export type Metric = {
  readonly type: BottleneckType;
  readonly worse: 'higher' | 'lower';
  readonly threshold: OptionName;
  readonly target: OptionName;
  readonly unit: 'hours' | 'days' | 'share' | 'score';
  /** The subject and verb of a sentence about it. */
  readonly words: string;
};

export const metrics: Readonly<Record<MetricName, Metric>> = {
  avg_response_time_hours: {
    type: 'low_response_rate',
    worse: 'higher',
    threshold: 'response_time_hours_max',
    target: 'response_time_hours_target',
    unit: 'hours',
    words: 'mean time to first contact',
  },
  contact_rate: {
    type: 'low_response_rate',
    worse: 'lower',
    threshold: 'contact_rate_min',
    target: 'contact_rate_target',
    unit: 'share',
    words: 'share of new leads contacted',
  },
  qualification_rate: {
    type: 'poor_qualification',
    worse: 'lower',
    threshold: 'qualification_rate_min',
    target: 'qualification_rate_target',
    unit: 'share',
    words: 'share of contacted leads qualified',
  },
  follow_up_days: {
    type: 'slow_follow_up',
    worse: 'higher',
    threshold: 'follow_up_days_max',
    target: 'follow_up_days_target',
    unit: 'days',
    words: 'mean time from contact to qualification',
  },
  follow_up_backlog_share: {
    type: 'slow_follow_up',
    worse: 'higher',
    threshold: 'backlog_share_max',
    target: 'backlog_share_max',
    unit: 'share',
    words: 'share of contacted leads left waiting',
  },
  source_conversion_rate: {
    type: 'weak_lead_source',
    worse: 'lower',
    threshold: 'source_conversion_rate_min',
    target: 'source_conversion_rate_target',
    unit: 'share',
    words: 'conversion rate',
  },
  f1_score: {
    type: 'validation_accuracy_drop',
    worse: 'lower',
    threshold: 'f1_score_min',
    target: 'f1_score_target',
    unit: 'score',
    words: 'F1 score of business detection',
  },
};

/** Past the threshold, by the strict comparison of the brief. */
export const isPast = (name: MetricName, value: number, threshold: number): boolean =>
  metrics[name].worse === 'higher' ? value > threshold : value < threshold;

/** Twice the threshold, or half of it where less is worse. */
export const isTwicePast = (name: MetricName, value: number, threshold: number): boolean =>
  metrics[name].worse === 'higher' ? value >= 2 * threshold : value <= threshold / 2;

/** How far past the threshold, as a fraction of the threshold; null for a threshold of zero. */
export const pastBy = (name: MetricName, value: number, threshold: number): number | null => {
  if (threshold === 0) return null;
  const share = value / threshold - 1;
  const past = metrics[name].worse === 'higher' ? share : -share;
  return Number.isFinite(past) ? past : null;
};

export const thresholdOf = (options: Options, name: MetricName): number =>
  options.number(metrics[name].threshold);
export const targetOf = (options: Options, name: MetricName): number => options.number(metrics[name].target);

const steps: readonly Severity[] = ['low', 'medium', 'high', 'critical'];
export const oneStepUp = (severity: Severity): Severity =>
  steps[Math.min(steps.indexOf(severity) + 1, steps.length - 1)] as Severity;
