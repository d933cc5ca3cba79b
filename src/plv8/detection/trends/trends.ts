// Drops against a baseline: which cells each metric compares, and whether a drop is confined to one source. All of it
// on mature days, where old and young leads had the same time. Knows no threshold.

import { type DetectionDocument, missingFor, type Options } from '../document.ts';
import { found, notAvailable, notEnough, nothing, type Outcome, together, warned } from '../findings.ts';
import { metrics } from '../metrics/list.ts';
import { type Comparison, compare } from './compare.ts';
import { everySource, hasTrend, type Series, seriesOf, sourcesOf, type TrendMetric } from './series.ts';
import { isTrend, lacks, oneSidedP, relativeChange, trendFinding, windowOf } from './trend_rule.ts';

type Part = { readonly source: string; readonly series: Series; readonly comparison: Comparison };

/** The sources with enough leads to be compared by themselves. */
const partsOf = (document: DetectionDocument, metric: TrendMetric, options: Options): readonly Part[] =>
  sourcesOf(document).flatMap((source) => {
    const series = seriesOf(document, metric, (s) => s === source);
    const comparison = compare(series.cells, series.metric.trend.kind, windowOf(series.last, options));
    return comparison === null || lacks(series, comparison, options) !== null
      ? []
      : [{ source, series, comparison }];
  });

const byStrength = (a: Part, b: Part): number =>
  Math.abs(b.comparison.statistic ?? 0) - Math.abs(a.comparison.statistic ?? 0) ||
  (a.source < b.source ? -1 : 1);

/** The rest of the pipeline counts as unharmed unless it is worse at this conventional level. */
const restAlpha = 0.05;

const restIsWorse = (
  document: DetectionDocument,
  metric: TrendMetric,
  options: Options,
  source: string,
): boolean => {
  const rest = seriesOf(document, metric, (s) => s !== source);
  const c = compare(rest.cells, metric.trend.kind, windowOf(rest.last, options));
  return c !== null && isTrend(metric, c, options, restAlpha);
};

const summary = (metric: TrendMetric, parts: readonly Part[]) =>
  parts.map((p) => ({
    source: p.source,
    value: p.comparison.recent.value,
    n: p.comparison.recent.n,
    baseline: p.comparison.baseline.value,
    relative_change: relativeChange(metric, p.comparison),
    p_value: oneSidedP(metric, p.comparison),
  }));

const lacking = (metric: TrendMetric, lack: ReturnType<typeof lacks>): Outcome =>
  warned(
    notEnough(
      { rule: metric.bottleneck, metric: metric.name, trigger: 'trend' },
      lack?.n ?? 0,
      lack?.needed ?? 1,
      lack?.what ?? 'days',
    ),
  );

/** The whole pipeline first, then each source at a Bonferroni share of alpha; confined to one when the rest is well. */
const trendInSources = (document: DetectionDocument, metric: TrendMetric, options: Options): Outcome => {
  const alpha = options.number('trend_alpha');
  const whole = seriesOf(document, metric, everySource);
  const comparison = compare(whole.cells, metric.trend.kind, windowOf(whole.last, options));
  const lack = lacks(whole, comparison, options);
  if (comparison === null || lack !== null) return lacking(metric, lack);
  const parts = partsOf(document, metric, options);
  const worse = parts
    .filter((p) => isTrend(metric, p.comparison, options, alpha / parts.length))
    .sort(byStrength);
  const first = worse[0];
  const detail = { sources: summary(metric, parts) };
  const overall = isTrend(metric, comparison, options, alpha);
  if (first !== undefined && !restIsWorse(document, metric, options, first.source))
    return found(trendFinding(first.series, first.comparison, options, first.source, detail));
  if (overall) return found(trendFinding(whole, comparison, options, null, detail));
  return first === undefined
    ? nothing
    : found(trendFinding(first.series, first.comparison, options, first.source, detail));
};

const trendOfWhole = (document: DetectionDocument, metric: TrendMetric, options: Options): Outcome => {
  const series = seriesOf(document, metric, everySource);
  const comparison = compare(series.cells, metric.trend.kind, windowOf(series.last, options));
  const lack = lacks(series, comparison, options);
  if (comparison === null || lack !== null) return lacking(metric, lack);
  return isTrend(metric, comparison, options, options.number('trend_alpha'))
    ? found(trendFinding(series, comparison, options, null, {}))
    : nothing;
};

const outcomeOf = (document: DetectionDocument, metric: TrendMetric, options: Options): Outcome => {
  const missing = missingFor(document, metric.trend.needs);
  switch (metric.trend.scope) {
    case 'between sources':
      return nothing;
    case 'whole':
    case 'whole and sources':
      if (missing.length > 0)
        return warned(
          notAvailable({ rule: metric.bottleneck, metric: metric.name, trigger: 'trend' }, missing),
        );
      return metric.trend.scope === 'whole'
        ? trendOfWhole(document, metric, options)
        : trendInSources(document, metric, options);
  }
};

/** Every trend but that of the sources. */
export const evaluateTrends = (document: DetectionDocument, options: Options): Outcome =>
  together(metrics.filter(hasTrend).map((metric) => outcomeOf(document, metric, options)));
