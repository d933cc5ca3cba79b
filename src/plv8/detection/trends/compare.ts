// Compares the newest mature days with the baseline before them, fairly to weekdays: each weekday of the compared days
// is set against the same weekday of the baseline (direct standardisation), and days that scatter more than chance
// allows count for fewer leads (quasi-likelihood, Wedderburn 1974). Knows no rule, no metric and no setting.

import { weekday } from '../../calendar.ts';
import { zTest } from '../../statistics/proportions.ts';
import { welchTest } from '../../statistics/welch.ts';
import { byDay, type Cell, dispersionOf, type Kind, ofWeekday, spread, sumsOf, weekdays } from './days.ts';

export type Side = { readonly n: number; readonly value: number; readonly variance: number };
export type Comparison = {
  readonly baseline: Side;
  readonly recent: Side;
  /** Leads the baseline is worth after weighting its weekdays like those of the compared days (Kish 1965). */
  readonly baselineEffective: number;
  /** How many times more than chance the baseline days scatter; at least 1. */
  readonly dispersion: number;
  /** Positive when the recent value is higher; null where undefined. */
  readonly statistic: number | null;
  readonly p: number | null;
  readonly daysInBaseline: number;
  readonly successes: number;
};

const unbiased = (variance: number, n: number): number => (n < 2 ? 0 : (variance * n) / (n - 1));

type Standardised = Side & { readonly effective: number };

/** The baseline as it would be with the weekdays of the compared days. */
const standardise = (baseline: readonly Cell[], recent: readonly Cell[]): Standardised => {
  const total = sumsOf(recent).n;
  const strata = weekdays
    .map((w) => ({ now: sumsOf(ofWeekday(recent, w)).n, before: sumsOf(ofWeekday(baseline, w)) }))
    .filter((s) => s.now > 0 && s.before.n > 0)
    .map((s) => ({ share: s.now / total, n: s.before.n, ...spread(s.before) }));
  const value = strata.reduce((sum, s) => sum + s.share * s.mean, 0);
  const variance = strata.reduce((sum, s) => sum + s.share * (s.variance + (s.mean - value) ** 2), 0);
  const square = strata.reduce((sum, s) => sum + s.share ** 2 / s.n, 0);
  const n = strata.reduce((sum, s) => sum + s.n, 0);
  return { n, value, variance, effective: square > 0 ? 1 / square : 0 };
};

const rateTest = (
  base: { readonly value: number; readonly effective: number },
  now: Side,
  dispersion: number,
) => {
  const control = Math.floor(base.effective / dispersion + 1e-9);
  const treatment = Math.floor(now.n / dispersion + 1e-9);
  const test = zTest(
    { leads: control, conversions: Math.round(base.value * control) },
    { leads: treatment, conversions: Math.round(now.value * treatment) },
  );
  return test === null ? null : { statistic: test.z, p: test.p };
};

/**
 * Times are recorded to the second at best, 1/3600 hour, whose rounding has this variance (Sheppard: width squared /
 * 12). It keeps a change defined where every lead took exactly as long.
 */
const leastVariance = 1 / 3600 ** 2 / 12;

const meanTest = (base: Standardised, now: Side, dispersion: number) => {
  const control = base.effective / dispersion;
  const treatment = now.n / dispersion;
  const test = welchTest(
    { mean: base.value, variance: Math.max(leastVariance, unbiased(base.variance, base.n)), n: control },
    { mean: now.value, variance: Math.max(leastVariance, unbiased(now.variance, now.n)), n: treatment },
  );
  return test === null ? null : { statistic: test.t, p: test.p };
};

const finiteOrNull = (x: number | undefined): number | null =>
  x !== undefined && Number.isFinite(x) ? x : null;

/**
 * The two-proportion z-test for rates, Welch's t for means, on weekday-standardised values and effective sample sizes.
 * Null without a day on either side that has the same weekday on the other.
 */
export const compare = (
  cells: readonly Cell[],
  kind: Kind,
  window: { readonly last: number; readonly recentDays: number; readonly baselineDays: number },
): Comparison | null => {
  const split = window.last - window.recentDays;
  const before = byDay(cells, kind, split - window.baselineDays + 1, split);
  const known = new Set(before.map((c) => weekday(c.day)));
  const recent = byDay(cells, kind, split + 1, window.last).filter((c) => known.has(weekday(c.day)));
  if (before.length === 0 || recent.length === 0) return null;
  const base = standardise(before, recent);
  const sums = sumsOf(recent);
  const { mean, variance } = spread(sums);
  const now: Side = { n: sums.n, value: mean, variance };
  if (![base.value, base.variance, mean, variance].every(Number.isFinite)) return null;
  const dispersion = dispersionOf(before);
  const test = kind === 'rate' ? rateTest(base, now, dispersion) : meanTest(base, now, dispersion);
  const p = finiteOrNull(test?.p);
  return {
    baseline: { n: base.n, value: base.value, variance: base.variance },
    recent: now,
    baselineEffective: base.effective,
    dispersion,
    statistic: p === null ? null : finiteOrNull(test?.statistic),
    p,
    daysInBaseline: before.length,
    successes: sumsOf(before).sum,
  };
};

/** The same comparison of rates against another baseline value. */
export const compareRates = (baseline: Side, c: Comparison): Comparison => {
  const test = rateTest({ value: baseline.value, effective: c.baselineEffective }, c.recent, c.dispersion);
  const p = finiteOrNull(test?.p);
  return { ...c, baseline, p, statistic: p === null ? null : finiteOrNull(test?.statistic) };
};
