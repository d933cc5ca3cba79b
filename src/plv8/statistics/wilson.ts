// A share with its interval: Wilson 1927, the score interval without continuity correction. Knows no use of it.
import { twoSidedZ } from './normal.ts';
import { distanceAbove, distanceBelow, type Interval } from './proportions.ts';

/** Null for an empty group; stays within 0 and 1 even for no or all successes. */
export const wilsonInterval = (successes: number, n: number, z: number): Interval | null => {
  if (n === 0) return null;
  const rate = successes / n;
  return {
    low: successes === 0 ? 0 : Math.max(0, rate - distanceBelow(successes, n, z)),
    high: successes === n ? 1 : Math.min(1, rate + distanceAbove(successes, n, z)),
  };
};

/** The level of every interval that reports show. */
export const reportConfidence = 0.95;

/** part / whole, at most 1; null where there is no whole. */
export const share = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.min(part, whole) / whole;

export type ShareColumns<Name extends string> = Readonly<
  Record<Name | `${Name}_low` | `${Name}_high`, number | null>
>;

/** A share and the ends of its Wilson interval, as columns of a report. */
export const shareColumns = <Name extends string>(
  name: Name,
  part: number,
  whole: number,
): ShareColumns<Name> => {
  const interval = wilsonInterval(Math.min(part, whole), whole, twoSidedZ(reportConfidence));
  return {
    [name]: share(part, whole),
    [`${name}_low`]: interval?.low ?? null,
    [`${name}_high`]: interval?.high ?? null,
  } as ShareColumns<Name>;
};
