// Drops against a baseline: which cells each metric compares, and whether a drop is confined to one source. All of it
// on mature days, where old and young leads had the same time. Knows no threshold.

import { type MetricName, metrics } from '../bottlenecks.ts';
import { type DetectionDocument, isMissing, type Options } from '../document.ts';
import { found, notAvailable, notEnough, nothing, type Outcome, together, warned } from '../findings.ts';
import { type Comparison, compare } from './compare.ts';
import { f1Series, followUpSeries, type LeadMetric, leadMetrics, leadSeries, sourcesOf } from './series.ts';
import {
  isTrend,
  lacks,
  oneSidedP,
  relativeChange,
  type Series,
  trendFinding,
  windowOf,
} from './trend_rule.ts';

type Part = { readonly source: string; readonly series: Series; readonly comparison: Comparison };

/** The sources with enough leads to be compared by themselves. */
const partsOf = (document: DetectionDocument, m: LeadMetric, options: Options): readonly Part[] =>
  sourcesOf(document).flatMap((source) => {
    const series = leadSeries(document, m, (s) => s === source);
    const comparison = compare(series.cells, series.kind, windowOf(series.last, options));
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
  m: LeadMetric,
  options: Options,
  source: string,
): boolean => {
  const rest = leadSeries(document, m, (s) => s !== source);
  const c = compare(rest.cells, rest.kind, windowOf(rest.last, options));
  return c !== null && isTrend(m.metric, c, options, restAlpha);
};

const summary = (metric: MetricName, parts: readonly Part[]) =>
  parts.map((p) => ({
    source: p.source,
    value: p.comparison.recent.value,
    n: p.comparison.recent.n,
    baseline: p.comparison.baseline.value,
    relative_change: relativeChange(metric, p.comparison),
    p_value: oneSidedP(metric, p.comparison),
  }));

/** The whole pipeline first, then each source at a Bonferroni share of alpha; confined to a source when the rest is well. */
const leadTrend = (document: DetectionDocument, m: LeadMetric, options: Options): Outcome => {
  const rule = metrics[m.metric].type;
  const alpha = options.number('trend_alpha');
  const whole = leadSeries(document, m, () => true);
  const comparison = compare(whole.cells, whole.kind, windowOf(whole.last, options));
  const lack = lacks(whole, comparison, options);
  if (comparison === null || lack !== null)
    return warned(
      notEnough(
        { rule, metric: m.metric, trigger: 'trend' },
        lack?.n ?? 0,
        lack?.needed ?? 1,
        lack?.what ?? 'days',
      ),
    );
  const parts = partsOf(document, m, options);
  const worse = parts
    .filter((p) => isTrend(m.metric, p.comparison, options, alpha / parts.length))
    .sort(byStrength);
  const first = worse[0];
  const detail = { sources: summary(m.metric, parts) };
  const overall = isTrend(m.metric, comparison, options, alpha);
  if (first !== undefined && !restIsWorse(document, m, options, first.source))
    return found(trendFinding(first.series, first.comparison, options, first.source, detail));
  if (overall) return found(trendFinding(whole, comparison, options, null, detail));
  return first === undefined
    ? nothing
    : found(trendFinding(first.series, first.comparison, options, first.source, detail));
};

const plainTrend = (series: Series, options: Options): Outcome => {
  const comparison = compare(series.cells, series.kind, windowOf(series.last, options));
  const lack = lacks(series, comparison, options);
  const about = { rule: metrics[series.metric].type, metric: series.metric, trigger: 'trend' as const };
  if (comparison === null || lack !== null)
    return warned(notEnough(about, lack?.n ?? 0, lack?.needed ?? 1, lack?.what ?? 'days'));
  return isTrend(series.metric, comparison, options, options.number('trend_alpha'))
    ? found(trendFinding(series, comparison, options, null, {}))
    : nothing;
};

const unless = (missing: readonly string[], metric: MetricName, judge: () => Outcome): Outcome =>
  missing.length === 0
    ? judge()
    : warned(notAvailable({ rule: metrics[metric].type, metric, trigger: 'trend' }, missing));

/** Every trend but that of the sources. */
export const judgeTrends = (document: DetectionDocument, options: Options): Outcome => {
  const noQualifiedAt = isMissing(document, 'host_leads', ['qualified_at']);
  const noFeedback = [
    ...isMissing(document, 'host_feedback', ['contact_id', 'feedback_type', 'created_at']),
    ...isMissing(document, 'host_validations', ['contact_id', 'pattern_type', 'created_at']),
  ];
  return together([
    ...leadMetrics.map((m) =>
      unless(m.mature === 'qualification' ? noQualifiedAt : [], m.metric, () =>
        leadTrend(document, m, options),
      ),
    ),
    unless(noQualifiedAt, 'follow_up_days', () => plainTrend(followUpSeries(document), options)),
    unless(noFeedback, 'f1_score', () => plainTrend(f1Series(document), options)),
  ]);
};
