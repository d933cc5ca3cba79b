// Two means compared without assuming equal variances: Welch 1947. The tail is @stdlib's t distribution;
// its incomplete beta alone misses by 7e-11 at 8.6 million degrees of freedom, its t-cdf by 2e-16.
import tCdf from '@stdlib/stats-base-dists-t-cdf';
import type { Interval } from './proportions.ts';
import { tQuantile } from './student.ts';

/** `variance` is the sample variance, divided by n − 1. */
export type Sample = { readonly mean: number; readonly variance: number; readonly n: number };
export type Welch = {
  readonly t: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
  /** P(T > t): small when the treatment mean is the larger one. */
  readonly upperTail: number;
  readonly difference: Interval;
};

/** Why the test is undefined; null when it is defined. */
export const welchUndefined = (control: Sample, treatment: Sample): string | null => {
  if (control.n < 2 || treatment.n < 2) return 'an arm has fewer than 2 values';
  if (control.variance === 0 && treatment.variance === 0) return 'both variances are 0';
  return null;
};

/** t, treatment minus control, with Welch–Satterthwaite degrees of freedom and a 95 % interval of the difference. */
export const welchTest = (control: Sample, treatment: Sample): Welch | null => {
  if (welchUndefined(control, treatment) !== null) return null;
  const controlSquare = control.variance / control.n;
  const treatmentSquare = treatment.variance / treatment.n;
  const controlShare = controlSquare / (controlSquare + treatmentSquare);
  const treatmentShare = treatmentSquare / (controlSquare + treatmentSquare);
  const degreesOfFreedom =
    1 / (controlShare ** 2 / (control.n - 1) + treatmentShare ** 2 / (treatment.n - 1));
  const standardError = Math.sqrt(controlSquare + treatmentSquare);
  const gap = treatment.mean - control.mean;
  const t = gap / standardError;
  const reach = -tQuantile(0.025, degreesOfFreedom) * standardError;
  return {
    t,
    degreesOfFreedom,
    p: 2 * tCdf(-Math.abs(t), degreesOfFreedom),
    upperTail: tCdf(-t, degreesOfFreedom),
    difference: { low: gap - reach, high: gap + reach },
  };
};
