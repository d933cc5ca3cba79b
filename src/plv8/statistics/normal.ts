// The standard normal distribution: tails and quantiles at full relative precision, by @stdlib's erfc and erfcinv.
import erfc from '@stdlib/math-base-special-erfc';
import erfcinv from '@stdlib/math-base-special-erfcinv';
import { complement } from './decimal.ts';

/** P(Z > z). Never 1 − cdf, which is 0 from z = 9 on. */
export const normalUpperTail = (z: number): number => 0.5 * erfc(z * Math.SQRT1_2);

/** P(|Z| > |z|). */
export const twoSidedP = (z: number): number => erfc(Math.abs(z) * Math.SQRT1_2);

/** The z with P(Z ≤ z) = q. (@stdlib's own normal quantile returns −Infinity below about 1e-17.) */
export const normalQuantile = (q: number): number => (q === 0.5 ? 0 : -Math.SQRT2 * erfcinv(2 * q));

/** The z beyond which both tails together hold 1 − confidenceLevel: 1.959963984540054 for 0.95. */
export const twoSidedZ = (confidenceLevel: number): number =>
  -normalQuantile(complement(confidenceLevel) / 2);
