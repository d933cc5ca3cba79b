// The statistics against reference values and against properties that hold for any input.
import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { refusalOf } from '../../src/plv8/errors.ts';
import { complement, crossDifference, quotient, toDecimal } from '../../src/plv8/statistics/decimal.ts';
import {
  lastBoundary,
  type Standing,
  sequentialBoundaries,
} from '../../src/plv8/statistics/sequential/boundaries.ts';
import { cochranTest, holmAdjust, mantelHaenszel } from '../../src/plv8/statistics/strata.ts';
import { misses, statisticsCases } from '../parity/statistics_cases.ts';
import { type InputOf, run, runUntyped, type StatisticsName } from '../support/operations.ts';

const refusalFrom = (operation: StatisticsName, input: unknown) => {
  try {
    runUntyped(operation, input);
  } catch (error) {
    return refusalOf(error);
  }
  return null;
};

const example = {
  control_conversions: 30,
  control_leads: 100,
  treatment_conversions: 45,
  treatment_leads: 100,
  confidence_level: 0.95,
};

test('every reference value is met at the tolerance its file states', () => {
  assert.ok(statisticsCases.length > 700, `only ${statisticsCases.length} cases`);
  const failures = statisticsCases.flatMap((c) => {
    const result = runUntyped(c.operation, c.input);
    return misses(c, Array.isArray(result) ? result : [result]);
  });
  assert.equal(failures, []);
});

test('the 30 % against 45 % of the specification gives lift 50, p 0.02846 and both intervals', () => {
  const result = run('two_proportion_test', example);
  assert.is(result.lift_pct, 50);
  assert.is(result.p_value?.toFixed(5), '0.02846');
  assert.is(result.lift_low_pct?.toFixed(3), '3.654');
  assert.is(result.difference_high?.toFixed(5), '0.27683');
  assert.is(result.reason, null);
});

test('an undefined quantity is null and its reason says why', () => {
  const reasonFor = (changes: Partial<InputOf<'two_proportion_test'>>): string =>
    String(run('two_proportion_test', { ...example, ...changes }).reason);
  assert.match(reasonFor({ control_leads: 0, control_conversions: 0 }), 'control arm is empty');
  assert.match(reasonFor({ treatment_leads: 0, treatment_conversions: 0 }), 'treatment arm is empty');
  assert.match(
    reasonFor({ control_conversions: 0, treatment_conversions: 0 }),
    'no lead converted in either',
  );
  assert.match(reasonFor({ control_conversions: 100, treatment_conversions: 100 }), 'every lead converted');
  assert.match(reasonFor({ control_conversions: 0 }), 'lift is undefined');
  assert.match(reasonFor({ treatment_conversions: 0 }), 'interval of the lift');
});

test('bad counts, probabilities and fractions are refused with the argument and the value', () => {
  const cases: [StatisticsName, object, RegExp][] = [
    ['two_proportion_test', { ...example, control_leads: 1.5 }, /control_leads: .*integer ≥ 0, got 1.5/],
    [
      'two_proportion_test',
      { ...example, control_leads: -1 },
      /control_leads: expected an integer ≥ 0, got -1/,
    ],
    [
      'two_proportion_test',
      { ...example, control_leads: 1e16 },
      /control_leads: expected an integer up to 9007199254740991, got 10000000000000000$/,
    ],
    [
      'two_proportion_test',
      { ...example, control_leads: Infinity },
      /control_leads: expected an integer up to 9007199254740991, got Infinity$/,
    ],
    ['two_proportion_test', { ...example, control_leads: null }, /control_leads: .*got null/],
    ['two_proportion_test', { ...example, control_leads: 'NaN' }, /control_leads: .*got "NaN"/],
    [
      'two_proportion_test',
      { ...example, control_conversions: 101 },
      /control_conversions: .*at most the 100/,
    ],
    ['two_proportion_test', { ...example, confidence_level: 1 }, /confidence_level: .*got 1/],
    ['normal_quantile', { q: 0 }, /q: .*got 0/],
    ['normal_upper_tail', { z: 'Infinity' }, /z: .*got "Infinity"/],
    [
      'sample_ratio_test',
      { control_leads: 1, treatment_leads: 1, treatment_pct: 101 },
      /treatment_pct: .*101/,
    ],
    ['sequential_boundaries', { information_fractions: [], confidence_level: 0.95 }, /fractions/],
    [
      'sequential_boundaries',
      { information_fractions: null, confidence_level: 0.95 },
      /expected a list of numbers, got null/,
    ],
    ['sequential_boundaries', { information_fractions: [0.5, 0.5], confidence_level: 0.95 }, /increase/],
    ['sequential_boundaries', { information_fractions: [0.5, 1.1], confidence_level: 0.95 }, /\[1\]: .*1.1/],
    [
      'required_sample_size',
      { baseline_rate: 0.3, relative_lift: 0, power: 0.8, confidence_level: 0.95 },
      /lift/,
    ],
    [
      'required_sample_size',
      { baseline_rate: 0.8, relative_lift: 0.5, power: 0.8, confidence_level: 0.95 },
      /1.2/,
    ],
  ];
  for (const [operation, input, message] of cases) {
    const refusal = refusalFrom(operation, input);
    assert.is(refusal?.sqlstate, 'LH001', `${operation} ${JSON.stringify(input)}`);
    assert.match(refusal?.message ?? '', message);
    assert.match(refusal?.hint ?? '', /\.$/);
  }
});

test('a lead in an arm that should get none is a mismatch, though no chi-square exists', () => {
  const ratio = (control_leads: number, treatment_leads: number, treatment_pct: number) =>
    run('sample_ratio_test', { control_leads, treatment_leads, treatment_pct });
  assert.equal(ratio(800, 200, 0), { chi_square: null, p_value: null, mismatch: true });
  assert.is(ratio(800, 200, 100).mismatch, true);
  assert.is(ratio(800, 0, 0).mismatch, null);
  assert.is(ratio(0, 200, 100).mismatch, null);
  assert.is(ratio(0, 0, 0).mismatch, null);
});

const arms = fc.tuple(
  fc.nat(1e7),
  fc.nat(1e7),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: 0, max: 1, noNaN: true }),
);

test('swapping the arms negates z and mirrors the difference, and no number is NaN or infinite', () => {
  fc.assert(
    fc.property(arms, ([nc, nt, a, b]) => {
      const xc = Math.floor(nc * a);
      const xt = Math.floor(nt * b);
      const forth = run('two_proportion_test', {
        control_conversions: xc,
        control_leads: nc,
        treatment_conversions: xt,
        treatment_leads: nt,
        confidence_level: 0.95,
      });
      const back = run('two_proportion_test', {
        control_conversions: xt,
        control_leads: nt,
        treatment_conversions: xc,
        treatment_leads: nc,
        confidence_level: 0.95,
      });
      for (const value of Object.values(forth))
        assert.ok(typeof value !== 'number' || Number.isFinite(value));
      assert.is(forth.z === null, back.z === null);
      assert.ok(forth.z === null || forth.z + (back.z ?? Number.NaN) === 0);
      assert.is(forth.p_value, back.p_value);
      assert.ok(
        forth.difference_low === null ||
          Math.abs(forth.difference_low + (back.difference_high ?? Number.NaN)) < 1e-14,
      );
    }),
    { numRuns: 500 },
  );
});

test('the detectable lift is the lift whose required sample is the given one', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 0.6, noNaN: true }),
      fc.integer({ min: 50, max: 1e6 }),
      (baseline_rate, leads) => {
        const common = { baseline_rate, power: 0.8, confidence_level: 0.95 };
        const { lift_pct } = run('minimum_detectable_lift', { ...common, leads_per_group: leads });
        if (lift_pct === null) return;
        const { exact } = run('required_sample_size', { ...common, relative_lift: lift_pct / 100 });
        assert.ok(Math.abs((exact ?? Number.NaN) / leads - 1) < 1e-9, `${exact} for ${leads}`);
      },
    ),
    { numRuns: 200 },
  );
  assert.is(
    run('minimum_detectable_lift', {
      baseline_rate: 0.9,
      leads_per_group: 3,
      power: 0.8,
      confidence_level: 0.95,
    }).lift_pct,
    null,
  );
});

test('unequal, close and very early looks have boundaries too, and the last look ends at the full error rate', () => {
  const looks = sequentialBoundaries([0.001, 0.02, 0.3, 0.31, 0.310001, 0.9, 1], 0.95);
  assert.is(looks[0]?.zBoundary, null);
  assert.ok(looks.slice(1).every((look) => look.zBoundary !== null && look.zBoundary > 1.9));
  assert.ok(Math.abs((looks[6]?.alphaSpent ?? 0) - 0.05) < 1e-15);
  // The look at 0.31 spends the share of its hundredth alone: between the bound for it alone and none.
  const without = sequentialBoundaries([0.02, 0.3, 0.9, 1], 0.95);
  assert.ok(Math.abs((looks[6]?.zBoundary ?? 0) - (without[3]?.zBoundary ?? 0)) < 2e-3);
});

test('decimals are read as people write them and products beyond 2^53 stay exact', () => {
  assert.equal(toDecimal(33.3), { digits: 333n, scale: 1 });
  assert.equal(toDecimal(1e-7), { digits: 1n, scale: 7 });
  assert.equal(toDecimal(1.5e21), { digits: 1500000000000000000000n, scale: 0 });
  assert.is(complement(0.95), 0.05);
  assert.ok(Math.abs(quotient(10n ** 400n, 4n * 10n ** 399n) - 2.5) < 1e-15);
  const big = 2 ** 52 + 1;
  assert.is(crossDifference(big, big, big + 1, big - 1), 1);
});

test('sources that all show one effect agree, and opposite ones do not', () => {
  const arm = (conversions: number, leads: number) => ({ conversions, leads });
  const same = [
    { control: arm(30, 100), treatment: arm(36, 100) },
    { control: arm(60, 200), treatment: arm(72, 200) },
  ];
  assert.ok((cochranTest(same)?.p ?? 0) > 0.99);
  const opposite = [
    { control: arm(300, 1000), treatment: arm(400, 1000) },
    { control: arm(400, 1000), treatment: arm(300, 1000) },
  ];
  assert.ok((cochranTest(opposite)?.p ?? 1) < 1e-6);
  assert.is(cochranTest([{ control: arm(0, 10), treatment: arm(1, 10) }]), null);
  // Simpson's classic, kidney stones (Charig et al. 1986): worse pooled, better in both strata.
  const stones = [
    { control: arm(234, 270), treatment: arm(81, 87) },
    { control: arm(55, 80), treatment: arm(192, 263) },
  ];
  assert.is(mantelHaenszel(stones).sign, 1);
});

test('Holm multiplies the smallest p by the number of looks and never lets a later one fall below it', () => {
  assert.equal(holmAdjust([0.01, 0.04, null, 0.03]), [0.03, 0.06, null, 0.06]);
  assert.equal(holmAdjust([0.9, 0.8]), [1, 1]);
});

test('a look that goes on from where an earlier one stood has the boundary of the whole sequence, to the last bit', () => {
  const steps = fc.array(fc.double({ min: 1e-4, max: 0.3, noNaN: true }), { minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(steps, fc.constantFrom(0.8, 0.95, 0.99), (list, confidence) => {
      const fractions: number[] = [];
      for (const step of list) fractions.push(Math.min(1, (fractions.at(-1) ?? 0) + step));
      const whole = sequentialBoundaries(fractions, confidence);
      let standing: Standing | null = null;
      fractions.forEach((_, k) => {
        const last = lastBoundary(fractions.slice(0, k + 1), confidence, standing);
        assert.equal(last.look, whole[k]);
        standing = JSON.parse(JSON.stringify(last.standing));
      });
    }),
    { numRuns: 20, seed: 4 },
  );
});

test('a standing is used where it is one of the same looks, and only there', () => {
  const { standing } = lastBoundary([0.21, 0.42], 0.95, null);
  const lighter = { ...standing, masses: standing.masses.map((mass) => mass / 2) };
  const whole = sequentialBoundaries([0.21, 0.42, 0.83], 0.95).at(-1);
  assert.not.equal(lastBoundary([0.21, 0.42, 0.83], 0.95, lighter).look, whole);
  assert.equal(
    lastBoundary([0.21, 0.43, 0.84], 0.95, lighter).look,
    sequentialBoundaries([0.21, 0.43, 0.84], 0.95).at(-1),
  );
  assert.equal(
    lastBoundary([0.21, 0.42, 0.83], 0.9, lighter).look,
    sequentialBoundaries([0.21, 0.42, 0.83], 0.9).at(-1),
  );
});

test.run();
