// When a comparison counts as a trend: enough data, a change for the worse of at least the least size, significance.
// Turns it into a finding. Knows neither which cells a metric compares nor any source.

import { dayText } from '../../calendar.ts';
import type { Options } from '../document.ts';
import type { Baseline, Finding } from '../findings.ts';
import { type Comparison, compare } from './compare.ts';
import { changeDay } from './days.ts';
import type { Series, TrendMetric } from './series.ts';

const fewestSuccesses = 5;

export const windowOf = (last: number, options: Options) => {
  const recentDays = options.number('trend_days');
  const baselineDays = options.number('baseline_days');
  const split = last - recentDays;
  return { last, recentDays, baselineDays, split, from: split - baselineDays + 1 };
};

const shown = ({ trend }: TrendMetric, mean: number): number =>
  trend.asShown === undefined ? mean : trend.asShown(mean);

export const relativeChange = (metric: TrendMetric, c: Comparison): number | null => {
  const then = shown(metric, c.baseline.value);
  const change = shown(metric, c.recent.value) / then - 1;
  return then > 0 && Number.isFinite(change) ? change : null;
};

/** The change for the worse, as a positive fraction of the baseline. */
const worsening = (metric: TrendMetric, c: Comparison): number => {
  const change = relativeChange(metric, c) ?? 0;
  return metric.worse === 'higher' ? change : -change;
};

/** Tolerance for sums of decimals: a change of exactly the least size counts. */
const rounding = 1e-9;

/** Of a change for the worse at least as large by chance; the tests give two-sided p-values. */
export const oneSidedP = (metric: TrendMetric, c: Comparison): number | null =>
  c.p === null ? null : worsening(metric, c) > 0 ? c.p / 2 : 1 - c.p / 2;

export const isTrend = (metric: TrendMetric, c: Comparison, options: Options, alpha: number): boolean =>
  worsening(metric, c) > 0 &&
  worsening(metric, c) + rounding >= options.number('min_relative_change') &&
  (oneSidedP(metric, c) ?? 1) < alpha;

/**
 * What a comparison still needs before it is evaluated; null when nothing. The compared days never shrink the baseline.
 */
export const lacks = (series: Series, c: Comparison | null, options: Options) => {
  const needed = options.number('trend_min_leads');
  const days = Math.ceil(options.number('baseline_days') / 2);
  if (c === null || c.baseline.n < needed)
    return { n: c === null ? 0 : c.baseline.n, needed, what: `${series.metric.countedOn} in the baseline` };
  if (c.daysInBaseline < days)
    return { n: c.daysInBaseline, needed: days, what: 'days with data in the baseline' };
  if (c.recent.n < needed)
    return { n: c.recent.n, needed, what: `${series.metric.countedOn} in the compared days` };
  if (series.metric.trend.kind === 'rate' && c.successes < fewestSuccesses)
    return { n: c.successes, needed: fewestSuccesses, what: 'successes in the baseline' };
  return null;
};

/** The days before the compared ones, as people see them. */
const daysBefore = (series: Series, c: Comparison, w: ReturnType<typeof windowOf>): Baseline => ({
  value: shown(series.metric, c.baseline.value),
  n: c.baseline.n,
  from: dayText(w.from),
  to: dayText(w.split),
});

export const trendFinding = (
  series: Series,
  c: Comparison,
  options: Options,
  segment: string | null,
  detail: Readonly<Record<string, unknown>>,
): Finding => {
  const w = windowOf(series.last, options);
  const sign = series.metric.worse === 'higher' ? 1 : -1;
  const began = changeDay(series.cells, series.metric.trend.kind, w.from, w.last, sign);
  return {
    type: series.metric.bottleneck,
    metric: series.metric.name,
    trigger: 'trend',
    value: shown(series.metric, c.recent.value),
    n: c.recent.n,
    unit: series.metric.countedOn,
    from: dayText(w.split + 1),
    to: dayText(series.last),
    segment,
    threshold: null,
    target: options.number(series.metric.threshold.target),
    past_by: null,
    twice_past: false,
    baseline: daysBefore(series, c, w),
    relative_change: relativeChange(series.metric, c),
    p_value: oneSidedP(series.metric, c),
    began_on: began === null ? null : dayText(began),
    detail: {
      ...detail,
      statistic: c.statistic,
      test: series.metric.trend.kind === 'rate' ? 'two-proportion z' : 'Welch t',
      dispersion: c.dispersion,
    },
  };
};

/** The level of the baseline, where there is data enough to compare with it; whether it is worse now or not. */
export const baselineOf = (series: Series, options: Options): Baseline | null => {
  const w = windowOf(series.last, options);
  const c = compare(series.cells, series.metric.trend.kind, w);
  return c === null || lacks(series, c, options) !== null ? null : daysBefore(series, c, w);
};
