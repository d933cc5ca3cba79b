// Two conversion rates compared: the pooled two-proportion z-test, the relative lift with its Katz interval, the
// difference with its Newcombe interval. Every quantity that is undefined is null. Knows no decision rule.
import { crossDifference } from './decimal.ts';
import { twoSidedP } from './normal.ts';
import { expm1, log1p } from './special.ts';

export type Arm = { readonly leads: number; readonly conversions: number };
export type Interval = { readonly low: number; readonly high: number };

export const rate = (arm: Arm): number | null => (arm.leads === 0 ? null : arm.conversions / arm.leads);

/** xt·nc − xc·nt: its sign is that of the effect. */
export const effectSign = (control: Arm, treatment: Arm): number =>
  crossDifference(treatment.conversions, control.leads, control.conversions, treatment.leads);

/**
 * Pooled z, treatment minus control, and its two-sided p; null for an empty arm or a pooled rate of 0 or 1.
 * z = (xt·nc − xc·nt)·sqrt(N / (X·(N − X)·nt·nc)): the difference of the rates would lose 6 digits.
 */
export const zTest = (control: Arm, treatment: Arm): { readonly z: number; readonly p: number } | null => {
  const converted = control.conversions + treatment.conversions;
  const notConverted = control.leads - control.conversions + (treatment.leads - treatment.conversions);
  if (control.leads === 0 || treatment.leads === 0 || converted === 0 || notConverted === 0) return null;
  // In pairs, so that swapping the arms changes the sign of z and nothing else.
  const spread = converted * notConverted * (treatment.leads * control.leads);
  const z = effectSign(control, treatment) * Math.sqrt((control.leads + treatment.leads) / spread);
  return { z, p: twoSidedP(z) };
};

/** 100·(treatment rate / control rate − 1); null without conversions in the control arm. */
export const liftPct = (control: Arm, treatment: Arm): number | null =>
  control.conversions === 0 || treatment.leads === 0
    ? null
    : (100 * effectSign(control, treatment)) / (control.conversions * treatment.leads);

const logRateVariance = (arm: Arm): number => (arm.leads - arm.conversions) / (arm.conversions * arm.leads);

/** Variance of the log of the rate ratio: 1/xt − 1/nt + 1/xc − 1/nc. Both arms need a conversion. */
export const logRatioVariance = (control: Arm, treatment: Arm): number =>
  logRateVariance(control) + logRateVariance(treatment);

/** log(treatment rate / control rate), without cancellation near equality. Both arms need a conversion. */
export const logRatio = (control: Arm, treatment: Arm): number =>
  log1p(effectSign(control, treatment) / (control.conversions * treatment.leads));

/** Interval of the lift in percent: Katz, Baptista, Azen and Pike 1978. Null unless both arms have a conversion. */
export const katzInterval = (control: Arm, treatment: Arm, z: number): Interval | null => {
  if (control.conversions === 0 || treatment.conversions === 0) return null;
  const centre = logRatio(control, treatment);
  const reach = z * Math.sqrt(logRatioVariance(control, treatment));
  return { low: 100 * expm1(centre - reach), high: 100 * expm1(centre + reach) };
};

/** How far Wilson's lower limit lies below x/n, in the form that does not cancel. */
export const distanceBelow = (conversions: number, leads: number, z: number): number => {
  const p = conversions / leads;
  const q = (leads - conversions) / leads;
  const root = Math.sqrt(z * z + 4 * leads * p * q);
  const tilt = (2 * conversions - leads) / leads;
  return tilt <= 0 ? (2 * z * p * q) / (root - z * tilt) : (z * z * tilt + z * root) / (2 * (leads + z * z));
};

export const distanceAbove = (conversions: number, leads: number, z: number): number =>
  distanceBelow(leads - conversions, leads, z);

const length = ([x, y]: readonly [number, number]): number => Math.sqrt(x * x + y * y);

/** Difference of the rates, treatment minus control; null for an empty arm. */
export const difference = (control: Arm, treatment: Arm): number | null =>
  control.leads === 0 || treatment.leads === 0
    ? null
    : effectSign(control, treatment) / (control.leads * treatment.leads);

/** Interval of the difference: Newcombe 1998, method 10 (hybrid score, no continuity correction). */
export const newcombeInterval = (control: Arm, treatment: Arm, z: number): Interval | null => {
  const d = difference(control, treatment);
  if (d === null) return null;
  const down = [
    distanceBelow(treatment.conversions, treatment.leads, z),
    distanceAbove(control.conversions, control.leads, z),
  ] as const;
  const up = [
    distanceAbove(treatment.conversions, treatment.leads, z),
    distanceBelow(control.conversions, control.leads, z),
  ] as const;
  return { low: d - length(down), high: d + length(up) };
};

/** Why z, p, the lift or an interval is null; null when all are defined. */
export const undefinedReason = (control: Arm, treatment: Arm): string | null => {
  if (control.leads === 0 && treatment.leads === 0) return 'both arms are empty';
  if (control.leads === 0) return 'the control arm is empty';
  if (treatment.leads === 0) return 'the treatment arm is empty';
  const converted = control.conversions + treatment.conversions;
  if (converted === 0) return 'no lead converted in either arm: z, p and the lift are undefined';
  if (converted === control.leads + treatment.leads)
    return 'every lead converted in both arms: z and p are undefined';
  if (control.conversions === 0) return 'no lead converted in the control arm: the lift is undefined';
  if (treatment.conversions === 0)
    return 'no lead converted in the treatment arm: the interval of the lift is undefined';
  return null;
};
