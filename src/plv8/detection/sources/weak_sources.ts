// Weak lead sources: one that converts almost nothing while all others do well, and one whose conversion
// fell while that of the others did not. Knows no other metric.

import { dayText } from '../../calendar.ts';
import { zTest } from '../../statistics/proportions.ts';
import { type DetectionDocument, missingFor, type Options } from '../document.ts';
import { found, notAvailable, notEnough, nothing, type Outcome, together, warned } from '../findings.ts';
import { isTwicePast, pastBy } from '../metrics/metric.ts';
import { sourceConversion as metric } from '../metrics/source_conversion.ts';
import { type Comparison, compare, compareRates } from '../trends/compare.ts';
import { type Series, seriesOf, sourcesOf } from '../trends/series.ts';
import { isTrend, lacks, oneSidedP, trendFinding, windowOf } from '../trends/trend_rule.ts';
import { causesOf } from './causes.ts';

const about = { rule: metric.bottleneck, metric: metric.name };

type Counts = { readonly leads: number; readonly converted: number };
type EvaluatedSource = Counts & {
  readonly source: string;
  readonly rate: number;
  readonly others: Counts;
  readonly othersRate: number;
};

/** Counts per source, and the window they cover; the null source only ever counts among the others. */
const countSources = (document: DetectionDocument, options: Options) => {
  const to = options.matureCohorts ? document.mature.qualification : document.as_of;
  const from = to - options.number('source_window_days') + 1;
  const rows = document.leads.filter((r) => r.day >= from && r.day <= to);
  const count = (keep: (source: string | null) => boolean): Counts =>
    rows
      .filter((r) => keep(r.source))
      .reduce(
        (s, r) => ({ leads: s.leads + r.leads, converted: s.converted + Math.min(r.converted, r.leads) }),
        { leads: 0, converted: 0 },
      );
  return { from: dayText(from), to: dayText(to), count };
};

const evaluatedSources = (
  document: DetectionDocument,
  options: Options,
  count: (keep: (source: string | null) => boolean) => Counts,
): readonly EvaluatedSource[] =>
  sourcesOf(document).flatMap((source) => {
    const own = count((s) => s === source);
    const others = count((s) => s !== source);
    if (own.leads < options.number('source_min_leads') || others.leads < options.number('min_evidence'))
      return [];
    return [
      {
        ...own,
        source,
        rate: own.converted / own.leads,
        others,
        othersRate: others.converted / others.leads,
      },
    ];
  });

/** The weakest first; among equals the one with more leads, then by name. */
const weakestFirst = (a: EvaluatedSource, b: EvaluatedSource): number =>
  a.rate - b.rate || b.leads - a.leads || (a.source < b.source ? -1 : 1);

const tooFewLeads = (
  document: DetectionDocument,
  options: Options,
  count: (keep: (source: string | null) => boolean) => Counts,
): Outcome => {
  const largest = Math.max(0, ...sourcesOf(document).map((source) => count((s) => s === source).leads));
  return warned(
    notEnough(
      { ...about, trigger: 'threshold' },
      largest,
      options.number('source_min_leads'),
      'leads of the largest source that has others beside it',
    ),
  );
};

const isTwiceBelow = (source: EvaluatedSource, options: Options): boolean =>
  isTwicePast(metric, source.rate, options.number(metric.threshold.setting)) &&
  source.leads >= options.number('escalation_min_leads');

/** What every source below the threshold shows, with its causes. */
const shownSources = (document: DetectionDocument, options: Options, below: readonly EvaluatedSource[]) =>
  below.map((s) => ({
    source: s.source,
    leads: s.leads,
    converted: s.converted,
    rate: s.rate,
    others_rate: s.othersRate,
    ...causesOf(document, options, s.source),
  }));

const sourceThreshold = (document: DetectionDocument, options: Options): Outcome => {
  const { from, to, count } = countSources(document, options);
  const evaluated = evaluatedSources(document, options, count);
  if (evaluated.length === 0) return tooFewLeads(document, options, count);
  const threshold = options.number(metric.threshold.setting);
  const target = options.number(metric.threshold.target);
  const below = evaluated.filter((s) => s.rate < threshold && s.othersRate >= target).sort(weakestFirst);
  const weakest = below[0];
  if (weakest === undefined) return nothing;
  return found({
    type: metric.bottleneck,
    metric: metric.name,
    trigger: 'threshold',
    value: weakest.rate,
    n: weakest.leads,
    unit: 'leads',
    from,
    to,
    segment: weakest.source,
    threshold,
    target,
    past_by: pastBy(metric, weakest.rate, threshold),
    twice_past: isTwiceBelow(weakest, options),
    baseline: null,
    relative_change: null,
    p_value: null,
    began_on: null,
    detail: {
      others_rate: weakest.othersRate,
      weak_sources: shownSources(document, options, below),
    },
  });
};

const compared = (series: Series, options: Options): Comparison | null =>
  compare(series.cells, metric.trend.kind, windowOf(series.last, options));

/**
 * The fall of a source is its own when it is still a fall against the baseline moved as all others together moved. The
 * uncertainty of that movement is left out, so the source must also lie below the others now.
 */
const isItsOwn = (own: Comparison, others: Comparison, options: Options, alpha: number): boolean => {
  const moved = others.baseline.value > 0 ? Math.min(1, others.recent.value / others.baseline.value) : 1;
  const expected = compareRates({ ...own.baseline, value: own.baseline.value * moved }, own);
  return isTrend(metric, expected, options, alpha);
};

const liesBelow = (own: Comparison, others: Comparison, alpha: number): boolean => {
  const arm = (c: Comparison) => ({
    leads: c.recent.n,
    conversions: Math.round(c.recent.value * c.recent.n),
  });
  const test = zTest(arm(others), arm(own));
  return test !== null && test.z < 0 && test.p < alpha;
};

type ComparedSource = {
  readonly source: string;
  readonly series: Series;
  readonly comparison: Comparison;
};
type FallenSource = ComparedSource & { readonly others: Comparison };

/** The sources with data enough before and now. */
const comparedSources = (document: DetectionDocument, options: Options): readonly ComparedSource[] =>
  sourcesOf(document).flatMap((source) => {
    const series = seriesOf(document, metric, (s) => s === source);
    const comparison = compared(series, options);
    return comparison === null || lacks(series, comparison, options) !== null
      ? []
      : [{ source, series, comparison }];
  });

/** Those whose own fall it is, the deepest first; alpha is shared by all that were compared. */
const fallenSources = (
  document: DetectionDocument,
  options: Options,
  sources: readonly ComparedSource[],
): readonly FallenSource[] => {
  const alpha = options.number('trend_alpha') / sources.length;
  return sources
    .filter((s) => isTrend(metric, s.comparison, options, alpha))
    .flatMap((s) => {
      const others = compared(
        seriesOf(document, metric, (source) => source !== s.source),
        options,
      );
      return others !== null &&
        isItsOwn(s.comparison, others, options, alpha) &&
        liesBelow(s.comparison, others, alpha)
        ? [{ ...s, others }]
        : [];
    })
    .sort(
      (a, b) =>
        (a.comparison.statistic ?? 0) - (b.comparison.statistic ?? 0) || (a.source < b.source ? -1 : 1),
    );
};

const sourceTrend = (document: DetectionDocument, options: Options): Outcome => {
  const evaluated = comparedSources(document, options);
  if (evaluated.length === 0)
    return warned(
      notEnough(
        { ...about, trigger: 'trend' },
        0,
        options.number('trend_min_leads'),
        'leads of one source in baseline and compared days',
      ),
    );
  const fallen = fallenSources(document, options, evaluated);
  const first = fallen[0];
  if (first === undefined) return nothing;
  return found(
    trendFinding(first.series, first.comparison, options, first.source, {
      others_rate: first.others.recent.value,
      weak_sources: fallen.map((s) => ({
        source: s.source,
        leads: s.comparison.recent.n,
        rate: s.comparison.recent.value,
        baseline: s.comparison.baseline.value,
        p_value: oneSidedP(metric, s.comparison),
        ...causesOf(document, options, s.source),
      })),
    }),
  );
};

export const evaluateSources = (document: DetectionDocument, options: Options): Outcome => {
  const unless = (trigger: 'threshold' | 'trend', evaluate: typeof sourceTrend): Outcome => {
    const missing = missingFor(document, metric[trigger].needs);
    return missing.length > 0
      ? warned(notAvailable({ ...about, trigger }, missing))
      : evaluate(document, options);
  };
  return together([unless('threshold', sourceThreshold), unless('trend', sourceTrend)]);
};
