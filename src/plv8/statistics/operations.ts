// The statistics as SQL sees them: argument names and columns of the functions for people, checked input, and null with
// a reason wherever a quantity is undefined.
import * as v from 'valibot';
import { refuse } from '../errors.ts';
import type { Operations } from '../operation.ts';
import { count, finite, numbers, parse, probability } from '../parse.ts';
import { mismatchP } from '../settings/fixed.ts';
import { normalQuantile, normalUpperTail, twoSidedZ } from './normal.ts';
import { exactSampleSize, minimumDetectableLift } from './power.ts';
import {
  type Arm,
  difference,
  katzInterval,
  liftPct,
  newcombeInterval,
  rate,
  undefinedReason,
  zTest,
} from './proportions.ts';
import { leaksIntoEmptyArm, sampleRatioTest } from './sample_ratio.ts';
import { sequentialBoundaries } from './sequential/boundaries.ts';
import { welchTest, welchUndefined } from './welch.ts';

/** A share of leads in percent; closer to 0 or 100 than a billionth is taken for a slip. */
const percentText = 'expected a percentage from 0 to 100';
const percent = v.pipe(
  v.number(percentText),
  v.check((x) => x === 0 || x === 100 || (x >= 1e-9 && x <= 100 - 1e-9), percentText),
);

/** The arm, unless more leads converted than there were. */
const arm = (name: 'control' | 'treatment', leads: number, conversions: number): Arm =>
  conversions <= leads
    ? { leads, conversions }
    : refuse(
        'bad_input',
        `${name}_conversions: expected at most the ${leads} leads of the arm, got ${conversions}`,
        'Conversions are counted among the leads of the same arm.',
      );

export const twoProportionInput = v.object({
  control_conversions: count,
  control_leads: count,
  treatment_conversions: count,
  treatment_leads: count,
  confidence_level: probability,
});

const twoProportionTest = (input: unknown) => {
  const given = parse(twoProportionInput, input);
  const control = arm('control', given.control_leads, given.control_conversions);
  const treatment = arm('treatment', given.treatment_leads, given.treatment_conversions);
  const z = twoSidedZ(given.confidence_level);
  const test = zTest(control, treatment);
  const katz = katzInterval(control, treatment, z);
  const newcombe = newcombeInterval(control, treatment, z);
  return {
    z: test?.z ?? null,
    p_value: test?.p ?? null,
    control_rate: rate(control),
    treatment_rate: rate(treatment),
    lift_pct: liftPct(control, treatment),
    lift_low_pct: katz?.low ?? null,
    lift_high_pct: katz?.high ?? null,
    difference: difference(control, treatment),
    difference_low: newcombe?.low ?? null,
    difference_high: newcombe?.high ?? null,
    reason: undefinedReason(control, treatment),
  };
};

export const sampleSizeInput = v.object({
  baseline_rate: probability,
  relative_lift: finite,
  power: probability,
  confidence_level: probability,
});

const requiredSampleSize = (input: unknown) => {
  const given = parse(sampleSizeInput, input);
  const exact = exactSampleSize(
    { baselineRate: given.baseline_rate, power: given.power, confidenceLevel: given.confidence_level },
    given.relative_lift,
  );
  return { leads_per_group: exact === null ? null : Math.ceil(exact), exact };
};

export const detectableLiftInput = v.object({
  baseline_rate: probability,
  leads_per_group: count,
  power: probability,
  confidence_level: probability,
});

const detectableLift = (input: unknown) => {
  const given = parse(detectableLiftInput, input);
  const power = {
    baselineRate: given.baseline_rate,
    power: given.power,
    confidenceLevel: given.confidence_level,
  };
  return { lift_pct: minimumDetectableLift(power, given.leads_per_group) };
};

export const sampleRatioInput = v.object({
  control_leads: count,
  treatment_leads: count,
  treatment_pct: percent,
});

const sampleRatio = (input: unknown) => {
  const given = parse(sampleRatioInput, input);
  const { control_leads: control, treatment_leads: treatment, treatment_pct: share } = given;
  const test = sampleRatioTest(control, treatment, share);
  const leaks = leaksIntoEmptyArm(control, treatment, share);
  return {
    chi_square: test?.chiSquare ?? null,
    p_value: test?.p ?? null,
    mismatch: leaks ? true : test === null ? null : test.p < mismatchP,
  };
};

const variance = v.pipe(
  finite,
  v.check((x) => x >= 0, 'expected a variance ≥ 0'),
);
export const welchInput = v.object({
  control_mean: finite,
  control_variance: variance,
  control_n: count,
  treatment_mean: finite,
  treatment_variance: variance,
  treatment_n: count,
});

const finiteOrNull = (x: number | undefined): number | null =>
  x !== undefined && Number.isFinite(x) ? x : null;

const welch = (input: unknown) => {
  const given = parse(welchInput, input);
  const control = { mean: given.control_mean, variance: given.control_variance, n: given.control_n };
  const treatment = { mean: given.treatment_mean, variance: given.treatment_variance, n: given.treatment_n };
  const test = welchTest(control, treatment);
  const representable =
    test === null || [test.t, test.difference.low, test.difference.high].every(Number.isFinite);
  return {
    t: finiteOrNull(test?.t),
    degrees_of_freedom: finiteOrNull(test?.degreesOfFreedom),
    p_value: finiteOrNull(test?.p),
    difference_low: finiteOrNull(test?.difference.low),
    difference_high: finiteOrNull(test?.difference.high),
    reason: representable ? welchUndefined(control, treatment) : 'the values are too large for a double',
  };
};

/** Closer looks cost seconds of integration and add nothing. */
export const smallestStep = 1e-6;
const fractionText = 'expected a number above 0 and at most 1';
export const boundariesInput = v.object({
  information_fractions: v.pipe(
    numbers(
      v.pipe(
        v.number(fractionText),
        v.check((x) => x >= smallestStep && x <= 1, fractionText),
      ),
    ),
    v.check((list) => list.length >= 1 && list.length <= 1000, 'expected from 1 to 1000 fractions'),
    v.check(
      (list) => list.every((t, i) => i === 0 || t - (list[i - 1] as number) >= smallestStep),
      'expected fractions that increase by at least 0.000001 from look to look',
    ),
  ),
  confidence_level: probability,
});

const boundaries = (input: unknown) => {
  const given = parse(boundariesInput, input);
  const looks = sequentialBoundaries(given.information_fractions, given.confidence_level);
  return given.information_fractions.map((fraction, i) => ({
    look: i + 1,
    information_fraction: fraction,
    alpha_spent: looks[i]?.alphaSpent ?? null,
    z_boundary: looks[i]?.zBoundary ?? null,
  }));
};

export const upperTailInput = v.object({ z: finite });
export const quantileInput = v.object({ q: probability });

export const statisticsOperations = {
  two_proportion_test: twoProportionTest,
  required_sample_size: requiredSampleSize,
  minimum_detectable_lift: detectableLift,
  sample_ratio_test: sampleRatio,
  welch_test: welch,
  sequential_boundaries: boundaries,
  normal_upper_tail: (input) => ({ value: normalUpperTail(parse(upperTailInput, input).z) }),
  normal_quantile: (input) => ({ value: normalQuantile(parse(quantileInput, input).q) }),
} satisfies Operations;
