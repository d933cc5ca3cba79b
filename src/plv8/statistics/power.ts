// How many leads a test needs, and what a test of a given size can see. The formula of R's power.prop.test
// (strict = FALSE): pooled variance under the null hypothesis, unpooled under the alternative, no continuity
// correction.
import { refuse } from '../errors.ts';
import { normalQuantile, twoSidedZ } from './normal.ts';

export type PowerInput = {
  readonly baselineRate: number;
  readonly power: number;
  readonly confidenceLevel: number;
};

/** sqrt(n)·|p2 − p1| must reach this value. */
const neededDistance = (p1: number, p2: number, zAlpha: number, zPower: number): number => {
  const mean = (p1 + p2) / 2;
  return zAlpha * Math.sqrt(2 * mean * (1 - mean)) + zPower * Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2));
};

/** Leads per arm, before rounding up; null where the power asked for is below what chance alone gives. */
export const exactSampleSize = (input: PowerInput, relativeLift: number): number | null => {
  const gap = input.baselineRate * relativeLift;
  const treated = input.baselineRate + gap;
  if (gap === 0)
    return refuse(
      'bad_input',
      `relative_lift: expected a lift other than 0, got ${relativeLift}`,
      'No number of leads shows a lift of 0; give the smallest lift that matters, 0.2 for 20 %.',
    );
  if (!(treated > 0 && treated < 1))
    return refuse(
      'bad_input',
      `relative_lift: expected a treatment rate between 0 and 1, got ${treated} (${input.baselineRate} lifted by ${relativeLift})`,
      'Give the lift as a fraction, 0.2 for 20 %, that leaves the treatment rate between 0 and 1.',
    );
  const distance = neededDistance(
    input.baselineRate,
    treated,
    twoSidedZ(input.confidenceLevel),
    normalQuantile(input.power),
  );
  return distance <= 0 ? null : (distance / gap) ** 2;
};

/**
 * Relative lift in percent that a test of this size detects with the given power; null where none below a rate of 1.
 */
export const minimumDetectableLift = (input: PowerInput, leadsPerGroup: number): number | null => {
  const zAlpha = twoSidedZ(input.confidenceLevel);
  const zPower = normalQuantile(input.power);
  const surplus = (gap: number): number =>
    Math.sqrt(leadsPerGroup) * gap -
    neededDistance(input.baselineRate, input.baselineRate + gap, zAlpha, zPower);
  let low = 0;
  let high = 1 - input.baselineRate;
  if (surplus(high) < 0 || surplus(low) >= 0) return null;
  // Bisection to the last bit: at most about 1100 halvings for the smallest double, some 60 in practice.
  for (let middle = high / 2; middle > low && middle < high; middle = low + (high - low) / 2) {
    if (surplus(middle) < 0) low = middle;
    else high = middle;
  }
  return (100 * high) / input.baselineRate;
};
