// Times until something happens (the first contact), over all leads of an arm whether it happened or not: the restricted
// mean, and the share to which it happened in time. Whoever looks at the contacted alone compares other leads in each
// arm. Knows no metric.
import { quotient } from './decimal.ts';
import { difference, type Interval, newcombeInterval } from './proportions.ts';
import { tQuantile } from './student.ts';
import { type Sample, welchTest } from './welch.ts';
import { wilsonInterval } from './wilson.ts';

/**
 * Sums over the leads of an arm that are at least as old as the restriction, in whole seconds: what SQL has to deliver is
 * count(*), sum(s) and sum(s·s) of s = least(seconds until it happened, restriction), the restriction where it has not
 * happened. As bigints: the squares of 14 days pass 2^53 at 6,000 leads.
 */
export type WaitingSums = { readonly leads: number; readonly seconds: bigint; readonly squares: bigint };

const secondsPerHour = 3600n;

/** Mean and variance in hours, exact before the one rounding of each. Fewer than two leads have no variance: null. */
export const waitingSample = ({ leads, seconds, squares }: WaitingSums): Sample | null => {
  if (leads < 2) return null;
  const n = BigInt(leads);
  return {
    mean: quotient(seconds, n * secondsPerHour),
    variance: quotient(n * squares - seconds * seconds, n * (n - 1n) * secondsPerHour * secondsPerHour),
    n: leads,
  };
};

/** The restricted mean in hours with its 95 % interval by Student's t. */
export const restrictedMean = (
  sums: WaitingSums,
): { readonly hours: number; readonly interval: Interval } | null => {
  const sample = waitingSample(sums);
  if (sample === null) return null;
  const reach = -tQuantile(0.025, sample.n - 1) * Math.sqrt(sample.variance / sample.n);
  return { hours: sample.mean, interval: { low: sample.mean - reach, high: sample.mean + reach } };
};

export type MeanDifference = {
  readonly hours: number;
  readonly interval: Interval;
  /** P(a longer mean of the treatment by chance): small where the treatment waits longer. */
  readonly longerP: number;
  readonly p: number;
};

/**
 * Difference of the restricted means, treatment minus control, with its 95 % interval (Welch). Null with fewer than two
 * leads in an arm, or where all leads of both waited equally long.
 */
export const compareRestrictedMeans = (
  control: WaitingSums,
  treatment: WaitingSums,
): MeanDifference | null => {
  const untreated = waitingSample(control);
  const treated = waitingSample(treatment);
  if (untreated === null || treated === null) return null;
  const test = welchTest(untreated, treated);
  return test === null
    ? null
    : {
        hours: treated.mean - untreated.mean,
        interval: test.difference,
        longerP: test.upperTail,
        p: test.p,
      };
};

/** Of `leads` old enough to tell, `reached` are those to which it happened in time. */
export type Reached = { readonly leads: number; readonly reached: number };

/** The share with Wilson's interval, `z` standard errors to both sides; null without leads. */
export const shareReached = (
  { leads, reached }: Reached,
  z: number,
): { readonly share: number; readonly interval: Interval } | null => {
  const interval = wilsonInterval(reached, leads, z);
  return interval === null ? null : { share: reached / leads, interval };
};

/** Difference of the shares, treatment minus control, with Newcombe's interval; null for an empty arm. */
export const compareShares = (
  control: Reached,
  treatment: Reached,
  z: number,
): { readonly difference: number; readonly interval: Interval } | null => {
  const untreated = { leads: control.leads, conversions: control.reached };
  const treated = { leads: treatment.leads, conversions: treatment.reached };
  const gap = difference(untreated, treated);
  const interval = newcombeInterval(untreated, treated, z);
  return gap === null || interval === null ? null : { difference: gap, interval };
};
