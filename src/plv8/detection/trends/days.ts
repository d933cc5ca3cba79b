// Sufficient statistics per day: n, sum and sum of squares. A rate is a mean of zeros and ones, so one shape serves
// both. How much days scatter beyond chance, and on which day a level changed. Knows no rule and no setting.
import { weekday } from '../../calendar.ts';

/** n values on one day with their sum and sum of squares; for a rate both sums are the number of ones. */
export type Cell = {
  readonly day: number;
  readonly n: number;
  readonly sum: number;
  readonly squares: number;
};
export type Kind = 'rate' | 'mean';
export type Sums = { n: number; sum: number; squares: number };

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

export const sumsOf = (cells: readonly Cell[]): Sums =>
  cells.reduce((s, c) => ({ n: s.n + c.n, sum: s.sum + c.sum, squares: s.squares + c.squares }), {
    n: 0,
    sum: 0,
    squares: 0,
  });

/** Mean and the variance divided by n, never below 0 whatever rounding did to the squares. */
export const spread = (s: Sums): { readonly mean: number; readonly variance: number } => {
  const mean = s.n === 0 ? 0 : s.sum / s.n;
  return { mean, variance: s.n === 0 ? 0 : Math.max(0, s.squares / s.n - mean * mean) };
};

export const weekdays = [0, 1, 2, 3, 4, 5, 6] as const;
export const ofWeekday = (cells: readonly Cell[], w: number): readonly Cell[] =>
  cells.filter((c) => weekday(c.day) === w);

type Step = { readonly day: number; readonly gap: number; readonly gain: number };

/**
 * The split of all days into before and after that explains most of the variation, weekdays taken out first: the
 * two-segment least-squares estimate of a change (Hinkley 1970). sign keeps only rises (1) or falls (-1).
 */
const bestStep = (days: readonly Cell[], sign: 1 | -1 | 0): Step | null => {
  const means = weekdays.map((w) => spread(sumsOf(ofWeekday(days, w))).mean);
  const residuals = days.map((c) => ({
    day: c.day,
    n: c.n,
    rest: c.sum - c.n * (means[weekday(c.day)] as number),
  }));
  const total = residuals.reduce((s, c) => ({ n: s.n + c.n, rest: s.rest + c.rest }), { n: 0, rest: 0 });
  let after = { n: 0, rest: 0 };
  let best: Step | null = null;
  for (const c of [...residuals].reverse()) {
    after = { n: after.n + c.n, rest: after.rest + c.rest };
    const beforeN = total.n - after.n;
    if (beforeN <= 0) break;
    const gap = after.rest / after.n - (total.rest - after.rest) / beforeN;
    const gain = (gap * gap * after.n * beforeN) / total.n;
    if (gap * (sign || gap) > 0 && Number.isFinite(gain) && (best === null || gain > best.gain))
      best = { day: c.day, gap, gain };
  }
  return best;
};

/** The day on which a change in the direction of sign seems to have begun; null where nothing points that way. */
export const changeDay = (
  cells: readonly Cell[],
  kind: Kind,
  from: number,
  to: number,
  sign: 1 | -1,
): number | null => bestStep(byDay(cells, kind, from, to), sign)?.day ?? null;

/** Pearson's chi-square of the days around the means of their weekdays, with its degrees of freedom. */
const scatter = (cells: readonly Cell[], variances: readonly number[]) => {
  let chiSquare = 0;
  let freedom = 0;
  for (const w of weekdays) {
    const same = ofWeekday(cells, w);
    const variance = variances[w] as number;
    if (same.length < 2 || variance === 0) continue;
    const { mean } = spread(sumsOf(same));
    for (const c of same) chiSquare += (c.n * (c.sum / c.n - mean) ** 2) / variance;
    freedom += same.length - 1;
  }
  return { chiSquare, freedom };
};

/** Fewest degrees of freedom on which the scatter of days is estimated at all. */
const fewestDegrees = 7;
/** A step inside the baseline is taken out when it explains this many times the scatter that remains. */
const clearStep = 15;

/**
 * How many times more than chance the days of a baseline scatter; at least 1. A clear step inside the baseline, the
 * beginning of what is to be found, is no scatter and is taken out first.
 */
export const dispersionOf = (baseline: readonly Cell[]): number => {
  const variances = weekdays.map((w) => spread(sumsOf(ofWeekday(baseline, w))).variance);
  const whole = scatter(baseline, variances);
  if (whole.freedom < fewestDegrees) return 1;
  const step = bestStep(baseline, 0);
  const levelled = baseline.map((c) =>
    step !== null && c.day >= step.day ? { ...c, sum: c.sum - c.n * step.gap } : c,
  );
  const rest = scatter(levelled, variances).chiSquare / (whole.freedom - 1);
  const isClear = step !== null && whole.chiSquare - rest * (whole.freedom - 1) > clearStep * rest;
  const ratio = isClear ? rest : whole.chiSquare / whole.freedom;
  return Number.isFinite(ratio) ? Math.max(1, ratio) : 1;
};
