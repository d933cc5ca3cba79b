// Stratified estimates and tests against exact fractions, known results and simulation.
import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { twoSidedP, twoSidedZ } from '../../src/plv8/statistics/normal.ts';
import { katzInterval, zTest } from '../../src/plv8/statistics/proportions.ts';
import { mantelHaenszel, type Stratum } from '../../src/plv8/statistics/strata.ts';
import {
  halfChiSquareUpperTail,
  harmedStrataTest,
  stratifiedInterval,
  stratifiedRatio,
  stratifiedTest,
} from '../../src/plv8/statistics/stratified.ts';
import { seeded } from '../parity/schema_documents.ts';

type Case = {
  readonly name: string;
  readonly strata: readonly Stratum[];
  readonly log_ratio: number | null;
  readonly variance: number | null;
  readonly chi_square: number | null;
  readonly sign: number | null;
  readonly p: number | null;
};
type Critical = { readonly alpha: number; readonly strata: number; readonly critical: number };
const file = new URL('../data/statistics/stratified.json', import.meta.url);
const { cases, critical } = JSON.parse(readFileSync(file, 'utf8')) as {
  readonly cases: readonly Case[];
  readonly critical: readonly Critical[];
};

const near = (actual: number | null, expected: number | null, what: string, tolerance = 1e-11): void => {
  if (actual === null || expected === null) assert.is(actual, expected, what);
  else
    assert.ok(
      Math.abs(actual - expected) <= tolerance * Math.max(Math.abs(expected), 1e-3),
      `${what}: ${actual}, not ${expected}`,
    );
};

const stratum = (xc: number, nc: number, xt: number, nt: number): Stratum => ({
  control: { leads: nc, conversions: xc },
  treatment: { leads: nt, conversions: xt },
});

test('the ratio, its variance and the test are those of exact fractions, with cells of 0 and empty strata', () => {
  assert.is(cases.length, 37);
  for (const { name, strata, log_ratio, variance, chi_square, sign, p } of cases) {
    const ratio = stratifiedRatio(strata);
    near(ratio?.logRatio ?? null, log_ratio, `log ratio, ${name}`);
    near(ratio?.variance ?? null, variance, `variance, ${name}`);
    const found = stratifiedTest(strata);
    near(found === null ? null : found.z * found.z, chi_square, `chi-square, ${name}`);
    if (sign !== 0) assert.is(found === null ? null : Math.sign(found.z), sign, `sign, ${name}`);
    near(found?.p ?? null, p, `p, ${name}`, 1e-9);
  }
});

test('the admissions to Berkeley give what R prints', () => {
  const found = stratifiedTest(cases[0]?.strata ?? []);
  assert.is(((found?.z ?? 0) ** 2).toFixed(4), '1.5246');
  assert.is(found?.p.toFixed(4), '0.2169');
});

test('one stratum is the unstratified ratio with the interval of Katz, and nearly its z', () => {
  const one = stratum(30, 100, 45, 100);
  const ratio = stratifiedRatio([one]);
  assert.ok(ratio !== null);
  const interval = stratifiedInterval(ratio, twoSidedZ(0.95));
  const katz = katzInterval(one.control, one.treatment, twoSidedZ(0.95));
  near(interval.low, katz?.low ?? null, 'low');
  near(interval.high, katz?.high ?? null, 'high');
  const pooled = zTest(one.control, one.treatment)?.z ?? 0;
  near(stratifiedTest([one])?.z ?? null, pooled * Math.sqrt(199 / 200), 'z');
  near(stratifiedTest([one])?.information ?? null, 50 * 0.375 * 0.625, 'information');
});

test('the ratio is the lift that the gates know, and swapping the arms turns every sign', () => {
  for (const { strata, name } of cases) {
    const ratio = stratifiedRatio(strata);
    if (ratio === null) continue;
    near(100 * Math.expm1(ratio.logRatio), mantelHaenszel(strata).liftPct, name, 1e-10);
    const swapped = strata.map(({ control, treatment }) => ({ control: treatment, treatment: control }));
    near(stratifiedRatio(swapped)?.logRatio ?? null, -ratio.logRatio, `swapped, ${name}`);
    near(stratifiedRatio(swapped)?.variance ?? null, ratio.variance, `swapped, ${name}`);
    const found = stratifiedTest(strata);
    near(stratifiedTest(swapped)?.z ?? null, found === null ? null : -found.z, `swapped, ${name}`);
  }
});

test('the critical values of Gail and Simon lead back to their error rate', () => {
  for (const { alpha, strata, critical: q } of critical)
    near(halfChiSquareUpperTail(q, strata), alpha, `${strata} strata`, 1e-10);
  // Their table 1 at 0.05, for a two-sided test with one stratum more.
  [2.71, 4.23, 5.43, 6.5].forEach((q, i) => {
    assert.ok(Math.abs(halfChiSquareUpperTail(q, i + 1) - 0.05) < 2e-4);
  });
  assert.is(halfChiSquareUpperTail(0, 3), 1);
});

test('a harmed stratum shows although all together gain, and is named', () => {
  const strata = [stratum(100, 400, 160, 400), stratum(120, 400, 60, 400), stratum(90, 300, 91, 300)];
  const found = harmedStrataTest(strata, 30);
  assert.is(found?.worst, 1);
  assert.is(found?.compared, 3);
  assert.ok((found?.p ?? 1) < 1e-5, String(found?.p));
  const gain = harmedStrataTest([stratum(10, 50, 20, 50)], 30);
  assert.equal(gain, { q: 0, p: 1, compared: 1, worst: null });
  const alone = harmedStrataTest([stratum(20, 50, 10, 50)], 30);
  near(alone?.p ?? null, twoSidedP(Math.sqrt(alone?.q ?? 0)) / 2, 'one stratum is a one-sided z');
});

test('small strata, and those that say nothing, are left out of the test for harm', () => {
  assert.is(harmedStrataTest([stratum(20, 29, 1, 100), stratum(0, 50, 0, 50)], 30), null);
  assert.is(harmedStrataTest([], 30), null);
  const found = harmedStrataTest([stratum(20, 29, 1, 100), stratum(20, 50, 10, 50)], 30);
  assert.is(found?.worst, 1);
  assert.is(found?.compared, 1);
});

test('in 20,000 tests without effect both tests keep their error rates', () => {
  const random = seeded(3);
  const draw = (n: number, rate: number): number => {
    let x = 0;
    for (let i = 0; i < n; i += 1) if (random() < rate) x += 1;
    return x;
  };
  const rates = [0.25, 0.43, 0.54, 0.39];
  let rejected = 0;
  let harmed = 0;
  for (let run = 0; run < 20_000; run += 1) {
    const strata = rates.map((rate, i) => {
      const nc = 40 + 10 * i;
      const nt = 60 - 5 * i;
      return stratum(draw(nc, rate), nc, draw(nt, rate), nt);
    });
    if ((stratifiedTest(strata)?.p ?? 1) < 0.05) rejected += 1;
    if ((harmedStrataTest(strata, 30)?.p ?? 1) < 0.01) harmed += 1;
  }
  assert.ok(rejected > 850 && rejected < 1150, `two-sided 5 %: ${rejected} of 20,000`);
  assert.ok(harmed > 140 && harmed < 270, `harm 1 %: ${harmed} of 20,000`);
});

test.run();
