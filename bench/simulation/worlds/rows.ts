// What the tally of a cell says: shares and means with their 95 % limits. Knows no goal and no page.
import { twoSidedZ } from '../../../src/plv8/statistics/normal.ts';
import { wilsonInterval } from '../../../src/plv8/statistics/wilson.ts';
import type { Quantity } from '../goals.ts';
import type { Tally } from './cells.ts';

export type Figure = { readonly value: number; readonly low: number; readonly high: number };

const z = twoSidedZ(0.95);

export const shareOf = (part: number, whole: number): Figure => {
  const interval = wilsonInterval(part, whole, z);
  return { value: part / whole, low: interval?.low ?? 0, high: interval?.high ?? 1 };
};

const meanOf = (sum: number, squares: number, n: number): Figure => {
  const value = sum / n;
  const reach = z * Math.sqrt(Math.max(0, squares / n - value ** 2) / n);
  return { value, low: value - reach, high: value + reach };
};

export const figureOf = (tally: Tally, quantity: Quantity): Figure =>
  quantity === 'shareOfPlan'
    ? meanOf(tally.shareOfPlan, tally.shareOfPlanSquared, tally.runs)
    : shareOf(tally[quantity], tally.runs);

/** Mean lift of the kept in percent; null where none was kept. */
export const keptLiftOf = (tally: Tally): number | null =>
  tally.kept === 0 ? null : tally.keptLift / tally.kept;
