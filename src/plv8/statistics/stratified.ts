// One effect estimated and tested within strata (sources) and put together: the Mantel–Haenszel rate ratio with its
// interval, the Cochran–Mantel–Haenszel test, and Gail and Simon's test whether some stratum is harmed. A stratum with
// an empty arm says nothing. Knows no decision rule.
import { twoSidedP } from './normal.ts';
import { effectSign, type Interval, zTest } from './proportions.ts';
import { expm1, log1p } from './special.ts';
import { chiSquareUpperTail, type Stratum } from './strata.ts';

/** `logRatio` is log(treatment rate / control rate); `variance` is that of logRatio. */
export type StratifiedRatio = { readonly logRatio: number; readonly variance: number };

/**
 * Mantel and Haenszel's rate ratio with the variance of Greenland and Robins 1985, which holds for few large strata and
 * for many small ones. Cells of 0 need no correction; null where no lead converted in one of the arms.
 */
export const stratifiedRatio = (strata: readonly Stratum[]): StratifiedRatio | null => {
  let treated = 0;
  let untreated = 0;
  let effect = 0;
  let spread = 0;
  for (const { control, treatment } of strata) {
    if (control.leads === 0 || treatment.leads === 0) continue;
    const total = control.leads + treatment.leads;
    const converted = control.conversions + treatment.conversions;
    treated += (treatment.conversions * control.leads) / total;
    untreated += (control.conversions * treatment.leads) / total;
    effect += effectSign(control, treatment) / total;
    const product = treatment.leads * control.leads * converted;
    spread += (product - treatment.conversions * control.conversions * total) / (total * total);
  }
  // The sum of the effects does not cancel near equality.
  return treated === 0 || untreated === 0
    ? null
    : { logRatio: log1p(effect / untreated), variance: spread / (treated * untreated) };
};

/** Interval of the lift in percent, `z` standard errors of the log ratio to both sides. */
export const stratifiedInterval = ({ logRatio, variance }: StratifiedRatio, z: number): Interval => {
  const reach = z * Math.sqrt(variance);
  return { low: 100 * expm1(logRatio - reach), high: 100 * expm1(logRatio + reach) };
};

export type StratifiedTest = {
  readonly z: number;
  readonly p: number;
  /**
   * Sum over strata of n_c·n_t/(n_c + n_t)·P·(1 − P), P the pooled rate: the variance under the null hypothesis, and what
   * information fractions are taken of.
   */
  readonly information: number;
};

/**
 * Cochran 1954, Mantel and Haenszel 1959, without continuity correction: z (treatment minus control) with the
 * hypergeometric variance, and its two-sided p. Null where no stratum has both arms, a conversion and a lead without.
 * One stratum alone gives the pooled z of two proportions times sqrt((N − 1)/N).
 */
export const stratifiedTest = (strata: readonly Stratum[]): StratifiedTest | null => {
  let effect = 0;
  let variance = 0;
  let information = 0;
  for (const { control, treatment } of strata) {
    if (control.leads === 0 || treatment.leads === 0) continue;
    const total = control.leads + treatment.leads;
    const converted = control.conversions + treatment.conversions;
    const share = (converted / total) * ((total - converted) / total);
    effect += effectSign(control, treatment) / total;
    variance += (control.leads / (total - 1)) * treatment.leads * share;
    information += (control.leads / total) * treatment.leads * share;
  }
  if (variance === 0) return null;
  const z = effect / Math.sqrt(variance);
  return { z, p: twoSidedP(z), information };
};

/**
 * P(Q > q) where each of `count` strata adds a squared standard normal with probability one half: the mixture of
 * chi-squares, weighted by the binomial, that Gail and Simon 1985 take their critical values from.
 */
export const halfChiSquareUpperTail = (q: number, count: number): number => {
  if (q <= 0) return 1;
  let weight = 1;
  for (let k = 0; k < count; k += 1) weight /= 2;
  let tail = 0;
  for (let harmed = 1; harmed <= count; harmed += 1) {
    weight *= (count - harmed + 1) / harmed;
    tail += weight * chiSquareUpperTail(q, harmed);
  }
  return tail;
};

export type HarmedStrata = {
  /** Sum of the squared z of the strata whose z is below 0. */
  readonly q: number;
  readonly p: number;
  /** Strata that say something. */
  readonly compared: number;
  /** Position of the stratum with the lowest z; null where none is below 0. */
  readonly worst: number | null;
};

const isLarge = ({ control, treatment }: Stratum, fewestLeads: number): boolean =>
  control.leads >= fewestLeads && treatment.leads >= fewestLeads;

/**
 * Gail and Simon 1985, one-sided: is some stratum harmed, whatever the others gain? p holds for all strata together.
 * Strata below `fewestLeads` in an arm, or without both outcomes, are left out; null where none remains. The z of a
 * stratum is the pooled one, which needs no correction for cells of 0.
 */
export const harmedStrataTest = (strata: readonly Stratum[], fewestLeads: number): HarmedStrata | null => {
  let q = 0;
  let compared = 0;
  let lowest = 0;
  let worst: number | null = null;
  for (let i = 0; i < strata.length; i += 1) {
    const stratum = strata[i] as Stratum;
    const z = isLarge(stratum, fewestLeads) ? (zTest(stratum.control, stratum.treatment)?.z ?? null) : null;
    if (z === null) continue;
    compared += 1;
    if (z < 0) q += z * z;
    if (z < lowest) {
      lowest = z;
      worst = i;
    }
  }
  return compared === 0 ? null : { q, p: halfChiSquareUpperTail(q, compared), compared, worst };
};
