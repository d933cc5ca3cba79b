// The interval of one rate: Wilson 1927, the score interval without continuity correction. Knows no use of it.
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
