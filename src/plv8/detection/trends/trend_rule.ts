// When a comparison counts as a trend: enough data, a change for the worse of at least the least size, significance.
// Turns it into a finding. Knows neither which cells a metric compares nor any source.

import { dayText } from '../../calendar.ts';
import { type MetricName, metrics, targetOf } from '../bottlenecks.ts';
import type { Options } from '../document.ts';
import type { Baseline, Finding } from '../findings.ts';
import { type Comparison, compare } from './compare.ts';
import { type Cell, changeDay, type Kind } from './days.ts';

export type Series = {
  readonly metric: MetricName;
  readonly kind: Kind;
  readonly last: number;
  readonly unit: 'leads' | 'judged contacts';
  readonly cells: readonly Cell[];
};

const fewestSuccesses = 5;

export const windowOf = (last: number, options: Options) => {
  const recentDays = options.number('trend_days');
  const baselineDays = options.number('baseline_days');
  const split = last - recentDays;
  return { last, recentDays, baselineDays, split, from: split - baselineDays + 1 };
};

/** F1 = 2J/(1 + J) of the Jaccard index J = tp/(tp + fp + fn): the same order, so a test of J is a test of F1. */
const shown = (metric: MetricName, value: number): number =>
  metric === 'f1_score' ? (2 * value) / (1 + value) : value;

export const relativeChange = (metric: MetricName, c: Comparison): number | null => {
  const then = shown(metric, c.baseline.value);
  const change = shown(metric, c.recent.value) / then - 1;
  return then > 0 && Number.isFinite(change) ? change : null;
};

/** The change for the worse, as a positive fraction of the baseline. */
const worsening = (metric: MetricName, c: Comparison): number => {
  const change = relativeChange(metric, c) ?? 0;
  return metrics[metric].worse === 'higher' ? change : -change;
};

/** Tolerance for sums of decimals: a change of exactly the least size counts. */
const rounding = 1e-9;

/** Of a change for the worse at least as large by chance; the tests give two-sided p-values. */
export const oneSidedP = (metric: MetricName, c: Comparison): number | null =>
  c.p === null ? null : worsening(metric, c) > 0 ? c.p / 2 : 1 - c.p / 2;

export const isTrend = (metric: MetricName, c: Comparison, options: Options, alpha: number): boolean =>
  worsening(metric, c) > 0 &&
  worsening(metric, c) + rounding >= options.number('min_relative_change') &&
  (oneSidedP(metric, c) ?? 1) < alpha;

/** What a comparison still needs before it is judged; null when nothing. The compared days never shrink the baseline. */
export const lacks = (series: Series, c: Comparison | null, options: Options) => {
  const needed = options.number('trend_min_leads');
  const days = Math.ceil(options.number('baseline_days') / 2);
  if (c === null || c.baseline.n < needed)
    return { n: c === null ? 0 : c.baseline.n, needed, what: `${series.unit} in the baseline` };
  if (c.daysInBaseline < days)
    return { n: c.daysInBaseline, needed: days, what: 'days with data in the baseline' };
  if (c.recent.n < needed) return { n: c.recent.n, needed, what: `${series.unit} in the compared days` };
  if (series.kind === 'rate' && c.successes < fewestSuccesses)
    return { n: c.successes, needed: fewestSuccesses, what: 'successes in the baseline' };
  return null;
};

export const trendFinding = (
  series: Series,
  c: Comparison,
  options: Options,
  segment: string | null,
  detail: Readonly<Record<string, unknown>>,
): Finding => {
  const w = windowOf(series.last, options);
  const sign = metrics[series.metric].worse === 'higher' ? 1 : -1;
  const began = changeDay(series.cells, series.kind, w.from, w.last, sign);
  return {
    type: metrics[series.metric].type,
    metric: series.metric,
    trigger: 'trend',
    value: shown(series.metric, c.recent.value),
    n: c.recent.n,
    unit: series.unit,
    from: dayText(w.split + 1),
    to: dayText(series.last),
    segment,
    threshold: null,
    target: targetOf(options, series.metric),
    past_by: null,
    twice_past: false,
    baseline: {
      value: shown(series.metric, c.baseline.value),
      n: c.baseline.n,
      from: dayText(w.from),
      to: dayText(w.split),
    },
    relative_change: relativeChange(series.metric, c),
    p_value: oneSidedP(series.metric, c),
    began_on: began === null ? null : dayText(began),
    detail: {
      ...detail,
      statistic: c.statistic,
      test: series.kind === 'rate' ? 'two-proportion z' : 'Welch t',
      dispersion: c.dispersion,
    },
  };
};

/** The level of the baseline, where there is data enough to compare with it; whether it is worse now or not. */
export const baselineOf = (series: Series, options: Options): Baseline | null => {
  const w = windowOf(series.last, options);
  const c = compare(series.cells, series.kind, w);
  return c === null || lacks(series, c, options) !== null
    ? null
    : {
        value: shown(series.metric, c.baseline.value),
        n: c.baseline.n,
        from: dayText(w.from),
        to: dayText(w.split),
      };
};
