// One effect looked at source by source: the Mantel–Haenszel lift, Cochran's test whether sources agree, and Holm's
// correction for looking at many. Knows no decision rule.
import gammainc from '@stdlib/math-base-special-gammainc';
import { type Arm, effectSign, logRatio, logRatioVariance } from './proportions.ts';

export type Stratum = { readonly control: Arm; readonly treatment: Arm };

/**
 * Rate ratio over strata: Mantel and Haenszel 1959 as given for rates by Rothman; strata with an empty arm say nothing.
 */
export const mantelHaenszel = (
  strata: readonly Stratum[],
): { readonly liftPct: number | null; readonly sign: number } => {
  let untreated = 0;
  let effect = 0;
  for (const { control, treatment } of strata) {
    if (control.leads === 0 || treatment.leads === 0) continue;
    const total = control.leads + treatment.leads;
    untreated += (control.conversions * treatment.leads) / total;
    effect += effectSign(control, treatment) / total;
  }
  return { liftPct: untreated === 0 ? null : (100 * effect) / untreated, sign: Math.sign(effect) };
};

/** P(X > x) for a chi-square variable. */
export const chiSquareUpperTail = (x: number, degreesOfFreedom: number): number =>
  gammainc(x / 2, degreesOfFreedom / 2, true, true);

export type Heterogeneity = {
  readonly q: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
};

/**
 * Cochran's Q (Cochran 1954) on the log rate ratios, weighted by inverse variance: large where the strata disagree.
 * Strata without a conversion in both arms have no log ratio; null with fewer than two others, or where every lead
 * of a stratum converted (variance 0).
 */
export const cochranTest = (strata: readonly Stratum[]): Heterogeneity | null => {
  const usable = strata
    .filter(({ control, treatment }) => control.conversions > 0 && treatment.conversions > 0)
    .map(({ control, treatment }) => ({
      effect: logRatio(control, treatment),
      weight: 1 / logRatioVariance(control, treatment),
    }))
    .filter(({ weight }) => Number.isFinite(weight));
  if (usable.length < 2) return null;
  const total = usable.reduce((sum, stratum) => sum + stratum.weight, 0);
  const mean = usable.reduce((sum, stratum) => sum + stratum.weight * stratum.effect, 0) / total;
  const q = usable.reduce((sum, { weight, effect }) => sum + weight * (effect - mean) * (effect - mean), 0);
  const degreesOfFreedom = usable.length - 1;
  return { q, degreesOfFreedom, p: chiSquareUpperTail(q, degreesOfFreedom) };
};

/** Holm 1979, step-down: adjusted p-values in the order given; null stays null and does not count. */
export const holmAdjust = (ps: readonly (number | null)[]): readonly (number | null)[] => {
  const known = ps.flatMap((p, position) => (p === null ? [] : [{ p, position }])).sort((a, b) => a.p - b.p);
  const adjusted: (number | null)[] = ps.map(() => null);
  let floor = 0;
  known.forEach(({ p, position }, rank) => {
    floor = Math.min(1, Math.max(floor, (known.length - rank) * p));
    adjusted[position] = floor;
  });
  return adjusted;
};
