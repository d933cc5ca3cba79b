// The cells of a metric over time, of all sources or some. Knows no window, no rule and no particular metric.
import type { DetectionDocument } from '../document.ts';
import type { Metric } from '../metrics/list.ts';
import type { Trend } from '../metrics/metric.ts';
import type { Cell } from './days.ts';

/** A metric that is compared over time. */
export type TrendMetric = Metric & { readonly trend: Trend };

export type Series = {
  readonly metric: TrendMetric;
  readonly last: number;
  readonly cells: readonly Cell[];
};

export const hasTrend = (metric: Metric): metric is TrendMetric => metric.trend !== null;

export const everySource = (): boolean => true;

export const seriesOf = (
  document: DetectionDocument,
  metric: TrendMetric,
  keep: (source: string | null) => boolean,
): Series => ({
  metric,
  last: document.mature[metric.trend.mature],
  cells: metric.trend.cells(document, keep),
});

export const sourcesOf = (document: DetectionDocument): readonly string[] =>
  [...new Set(document.leads.map((r) => r.source))].filter((s) => s !== null).sort();
