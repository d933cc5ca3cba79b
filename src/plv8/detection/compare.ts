// Compares the newest mature days with the baseline before them, fairly to weekdays: each weekday of the compared days
// is set against the same weekday of the baseline (direct standardisation), and days that scatter more than chance
// allows count for fewer leads (quasi-likelihood, Wedderburn 1974). A rate is a mean of zeros and ones, so one set of
// sufficient statistics serves both. Knows no rule, no metric and no setting.
import { zTest } from '../statistics/proportions.ts';
import { welchTest } from '../statistics/welch.ts';
import { weekday } from './document.ts';

/** n values on one day with their sum and sum of squares; for a rate both sums are the number of ones. */
export type Cell = {
  readonly day: number;
  readonly n: number;
  readonly sum: number;
  readonly squares: number;
};
export type Kind = 'rate' | 'mean';
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

type Sums = { n: number; sum: number; squares: number };

const clean = (cell: Cell, kind: Kind): Cell => {
  if (kind === 'mean') return cell;
  const sum = Math.min(Math.max(cell.sum, 0), cell.n);
  return { ...cell, sum, squares: sum };
};

/** One cell per day, in the order of days, so that the order of rows cannot matter, not even to the last digit. */
export const byDay = (cells: readonly Cell[], kind: Kind, from: number, to: number): readonly Cell[] => {
  const days = new Map<number, Sums>();
  const ordered = cells
    .filter((c) => c.day >= from && c.day <= to && c.n > 0)
    .map((c) => clean(c, kind))
    .sort((a, b) => a.day - b.day || a.n - b.n || a.sum - b.sum || a.squares - b.squares);
  for (const cell of ordered) {
    const known = days.get(cell.day) ?? { n: 0, sum: 0, squares: 0 };
    days.set(cell.day, {
      n: known.n + cell.n,
      sum: known.sum + cell.sum,
      squares: known.squares + cell.squares,
    });
  }
  return [...days].map(([day, sums]) => ({ day, ...sums }));
};

const add = (cells: readonly Cell[]): Sums =>
  cells.reduce((s, c) => ({ n: s.n + c.n, sum: s.sum + c.sum, squares: s.squares + c.squares }), {
    n: 0,
    sum: 0,
    squares: 0,
  });

/** Mean and the variance divided by n, never below 0 whatever rounding did to the squares. */
const spread = (s: Sums): { readonly mean: number; readonly variance: number } => {
  const mean = s.n === 0 ? 0 : s.sum / s.n;
  return { mean, variance: s.n === 0 ? 0 : Math.max(0, s.squares / s.n - mean * mean) };
};

const unbiased = (variance: number, n: number): number => (n < 2 ? 0 : (variance * n) / (n - 1));

const weekdays = [0, 1, 2, 3, 4, 5, 6] as const;
const ofWeekday = (cells: readonly Cell[], w: number): readonly Cell[] =>
  cells.filter((c) => weekday(c.day) === w);

/** Fewest degrees of freedom on which the scatter of days is estimated at all. */
const dispersionNeeds = 7;

/** Pearson's chi-square of the baseline days around their weekday means, per degree of freedom, at least 1. */
export const dispersionOf = (baseline: readonly Cell[]): number => {
  let chiSquare = 0;
  let freedom = 0;
  for (const w of weekdays) {
    const cells = ofWeekday(baseline, w);
    const { mean, variance } = spread(add(cells));
    if (cells.length < 2 || variance === 0) continue;
    for (const c of cells) chiSquare += (c.n * (c.sum / c.n - mean) ** 2) / variance;
    freedom += cells.length - 1;
  }
  const ratio = chiSquare / freedom;
  return freedom >= dispersionNeeds && Number.isFinite(ratio) ? Math.max(1, ratio) : 1;
};

type Standardised = Side & { readonly effective: number };

/** The baseline as it would be with the weekdays of the compared days. */
const standardise = (baseline: readonly Cell[], recent: readonly Cell[]): Standardised => {
  const total = add(recent).n;
  const strata = weekdays
    .map((w) => ({ now: add(ofWeekday(recent, w)).n, before: add(ofWeekday(baseline, w)) }))
    .filter((s) => s.now > 0 && s.before.n > 0)
    .map((s) => ({ share: s.now / total, n: s.before.n, ...spread(s.before) }));
  const value = strata.reduce((sum, s) => sum + s.share * s.mean, 0);
  const variance = strata.reduce((sum, s) => sum + s.share * (s.variance + (s.mean - value) ** 2), 0);
  const square = strata.reduce((sum, s) => sum + s.share ** 2 / s.n, 0);
  const n = strata.reduce((sum, s) => sum + s.n, 0);
  return { n, value, variance, effective: square > 0 ? 1 / square : 0 };
};

const rateTest = (base: Standardised, now: Side, dispersion: number) => {
  const control = Math.floor(base.effective / dispersion + 1e-9);
  const treatment = Math.floor(now.n / dispersion + 1e-9);
  const test = zTest(
    { leads: control, conversions: Math.round(base.value * control) },
    { leads: treatment, conversions: Math.round(now.value * treatment) },
  );
  return test === null ? null : { statistic: test.z, p: test.p };
};

const meanTest = (base: Standardised, now: Side, dispersion: number) => {
  const control = base.effective / dispersion;
  const treatment = now.n / dispersion;
  const test = welchTest(
    { mean: base.value, variance: unbiased(base.variance, base.n), n: control },
    { mean: now.value, variance: unbiased(now.variance, now.n), n: treatment },
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
  const sums = add(recent);
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
    successes: add(before).sum,
  };
};

/**
 * The day on which a change for the worse seems to have begun: the split of all days into before and after that
 * explains most of the variation, the two-segment least-squares estimate (Hinkley 1970), weekdays taken out first.
 */
export const changeDay = (
  cells: readonly Cell[],
  kind: Kind,
  from: number,
  to: number,
  sign: 1 | -1,
): number | null => {
  const days = byDay(cells, kind, from, to);
  const means = weekdays.map((w) => spread(add(ofWeekday(days, w))).mean);
  const residuals = days.map((c) => ({ ...c, rest: c.sum - c.n * (means[weekday(c.day)] as number) }));
  const total = residuals.reduce((s, c) => ({ n: s.n + c.n, rest: s.rest + c.rest }), { n: 0, rest: 0 });
  let after = { n: 0, rest: 0 };
  let best: { day: number; gain: number } | null = null;
  for (const c of [...residuals].reverse()) {
    after = { n: after.n + c.n, rest: after.rest + c.rest };
    const beforeN = total.n - after.n;
    if (beforeN <= 0) break;
    const gap = after.rest / after.n - (total.rest - after.rest) / beforeN;
    const gain = (gap * gap * after.n * beforeN) / total.n;
    if (gap * sign > 0 && Number.isFinite(gain) && (best === null || gain > best.gain))
      best = { day: c.day, gain };
  }
  return best === null ? null : best.day;
};
