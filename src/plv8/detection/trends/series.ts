// Which counts of the document each metric compares over time, all of them on leads that had the same time. Knows no
// window and no rule.

import type { MetricName } from '../bottlenecks.ts';
import type { DetectionDocument, LeadDay } from '../document.ts';
import type { Cell } from './days.ts';
import type { Series } from './trend_rule.ts';

export type LeadMetric = Pick<Series, 'metric' | 'kind'> & {
  readonly mature: 'contact' | 'qualification';
  readonly cell: (row: LeadDay) => Omit<Cell, 'day'>;
};

const ones = (n: number, sum: number) => ({ n, sum, squares: sum });

export const leadMetrics: readonly LeadMetric[] = [
  {
    metric: 'avg_response_time_hours',
    kind: 'mean',
    mature: 'contact',
    cell: (r) => ({ n: r.answer_n, sum: r.answer_sum, squares: r.answer_squares }),
  },
  { metric: 'contact_rate', kind: 'rate', mature: 'contact', cell: (r) => ones(r.leads, r.answered) },
  {
    metric: 'qualification_rate',
    kind: 'rate',
    mature: 'qualification',
    cell: (r) => ones(r.reached, r.reached_qualified),
  },
];

export const leadSeries = (
  document: DetectionDocument,
  m: LeadMetric,
  keep: (source: string | null) => boolean,
): Series => ({
  metric: m.metric,
  kind: m.kind,
  last: document.mature[m.mature],
  unit: 'leads',
  cells: document.leads.filter((r) => keep(r.source)).map((r) => ({ day: r.day, ...m.cell(r) })),
});

export const sourcesOf = (document: DetectionDocument): readonly string[] =>
  [...new Set(document.leads.map((r) => r.source))].filter((s) => s !== null).sort();

export const f1Series = (document: DetectionDocument): Series => ({
  metric: 'f1_score',
  kind: 'rate',
  last: document.mature.feedback,
  unit: 'judged contacts',
  cells: document.judged.map((r) => ({
    day: r.day,
    ...ones(r.true_positives + r.false_positives + r.false_negatives, r.true_positives),
  })),
});

export const followUpSeries = (document: DetectionDocument): Series => ({
  metric: 'follow_up_days',
  kind: 'mean',
  last: document.mature.follow_up,
  unit: 'leads',
  cells: document.contact_days.map((r) => ({
    day: r.day,
    n: r.n,
    sum: r.sum,
    squares: r.squares,
  })),
});

export const conversionSeries = (
  document: DetectionDocument,
  keep: (source: string | null) => boolean,
): Series => ({
  metric: 'source_conversion_rate',
  kind: 'rate',
  last: document.mature.qualification,
  unit: 'leads',
  cells: document.leads
    .filter((r) => keep(r.source))
    .map((r) => ({
      day: r.day,
      n: r.leads,
      sum: r.converted_in_time,
      squares: r.converted_in_time,
    })),
});

/** The series of a metric, of one source or of all; null for a metric that is not compared over time. */
export const seriesOf = (
  document: DetectionDocument,
  metric: MetricName,
  segment: string | null,
): Series | null => {
  const keep = (source: string | null): boolean => segment === null || source === segment;
  const leadMetric = leadMetrics.find((m) => m.metric === metric);
  if (leadMetric !== undefined) return leadSeries(document, leadMetric, keep);
  if (metric === 'follow_up_days') return followUpSeries(document);
  if (metric === 'source_conversion_rate') return conversionSeries(document, keep);
  return metric === 'f1_score' ? f1Series(document) : null;
};
