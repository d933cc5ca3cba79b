// Does a lift last? The lift of the earlier leads of a test against that of the later ones. Knows no threshold and not
// where the halves part.
import { normalUpperTail } from './normal.ts';
import { expm1 } from './special.ts';
import type { Stratum } from './strata.ts';
import { stratifiedRatio } from './stratified.ts';

export type Halves = {
  readonly earlierLiftPct: number;
  readonly laterLiftPct: number;
  /** Difference of the log ratios, later minus earlier, in standard errors. */
  readonly z: number;
  /** P(as deep a fall by chance): small where the lift fell. */
  readonly fallP: number;
};

/**
 * Both lifts (Mantel–Haenszel over the strata; one stratum is the plain ratio) and the one-sided test that the later is
 * smaller; the halves have no lead in common. Null where a half has no conversion in an arm or no variance.
 */
export const compareHalves = (earlier: readonly Stratum[], later: readonly Stratum[]): Halves | null => {
  const before = stratifiedRatio(earlier);
  const after = stratifiedRatio(later);
  if (before === null || after === null || before.variance + after.variance === 0) return null;
  const z = (after.logRatio - before.logRatio) / Math.sqrt(before.variance + after.variance);
  return {
    earlierLiftPct: 100 * expm1(before.logRatio),
    laterLiftPct: 100 * expm1(after.logRatio),
    z,
    fallP: normalUpperTail(-z),
  };
};
