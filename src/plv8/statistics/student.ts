// The quantile of Student's t: Newton's method on @stdlib's distribution function, whose tails are exact to the last
// digits. (@stdlib's own quantile cannot be compiled for databases without JavaScript.)
import tCdf from '@stdlib/stats-base-dists-t-cdf';
import { normalQuantile } from './normal.ts';
import { exp, log1p } from './special.ts';

/** The density of t to about 3 %, all that a step needs: Stirling's series for the ratio of gamma functions. */
const roughDensity = (t: number, v: number): number => {
  const u = 1 / v;
  const constant = 0.3989422804014327 * (1 - u / 4 + (u * u) / 32 + (5 * u * u * u) / 128);
  return constant * exp(-0.5 * (v + 1) * log1p((t * t) / v));
};

/** Where Newton's method begins: the normal quantile stretched as Fisher and Cornish 1960 have it. */
const firstGuess = (z: number, v: number): number => {
  const square = z * z;
  const linear = (z * (square + 1)) / 4;
  const quadratic = (z * ((5 * square + 16) * square + 3)) / 96;
  return z + (linear + quadratic / v) / v;
};

/**
 * The t below which a share p (at most one half) of the distribution with v degrees of freedom lies; v is at least 1.
 */
export const tQuantile = (p: number, v: number): number => {
  if (!(v >= 1) || !(p > 0 && p <= 0.5)) return NaN;
  if (p === 0.5) return 0;
  let t = firstGuess(normalQuantile(p), v);
  for (let round = 0; round < 100; round += 1) {
    const step = (tCdf(t, v) - p) / roughDensity(t, v);
    // A step that leaves the lower half was too long; half of the way is not.
    const next = t - step < 0 ? t - step : t / 2;
    if (Math.abs(next - t) <= 2e-16 * Math.abs(t)) return next;
    t = next;
  }
  return t;
};
