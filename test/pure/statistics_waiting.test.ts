// Restricted means and shares over all leads of an arm against scipy's results from single values.
import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { twoSidedZ } from '../../src/plv8/statistics/normal.ts';
import {
  compareRestrictedMeans,
  compareShares,
  restrictedMean,
  shareReached,
  type WaitingSums,
  waitingSample,
} from '../../src/plv8/statistics/waiting.ts';

type Sums = { readonly leads: number; readonly seconds: string; readonly squares: string };
type Mean = { readonly mean: number; readonly low: number; readonly high: number };
type Case = {
  readonly control: Sums;
  readonly treatment: Sums;
  readonly control_mean: Mean;
  readonly treatment_mean: Mean;
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
  readonly longer_p: number;
};
const file = new URL('../data/statistics/waiting.json', import.meta.url);
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { readonly cases: readonly Case[] };

const read = ({ leads, seconds, squares }: Sums): WaitingSums => ({
  leads,
  seconds: BigInt(seconds),
  squares: BigInt(squares),
});
/** Sums of single values, in seconds. */
const sumsOf = (values: readonly number[]): WaitingSums => ({
  leads: values.length,
  seconds: values.reduce((sum, s) => sum + BigInt(s), 0n),
  squares: values.reduce((sum, s) => sum + BigInt(s) * BigInt(s), 0n),
});
const near = (actual: number | undefined, expected: number, what: string): void =>
  assert.ok(
    Math.abs((actual ?? NaN) - expected) <= 1e-9 * Math.max(1, Math.abs(expected)),
    `${what}: ${actual}, not ${expected}`,
  );

test('means, differences and their intervals are those of scipy', () => {
  assert.is(cases.length, 8);
  cases.forEach((c, i) => {
    for (const [sums, expected] of [
      [c.control, c.control_mean],
      [c.treatment, c.treatment_mean],
    ] as const) {
      const found = restrictedMean(read(sums));
      near(found?.hours, expected.mean, `mean, case ${i}`);
      near(found?.interval.low, expected.low, `low, case ${i}`);
      near(found?.interval.high, expected.high, `high, case ${i}`);
    }
    const found = compareRestrictedMeans(read(c.control), read(c.treatment));
    near(found?.hours, c.difference, `difference, case ${i}`);
    near(found?.interval.low, c.low, `low of the difference, case ${i}`);
    near(found?.interval.high, c.high, `high of the difference, case ${i}`);
    near(found?.p, c.p, `p, case ${i}`);
    near(found?.longerP, c.longer_p, `one-sided p, case ${i}`);
  });
});

test('more contacts at a late hour do not make the wait longer, as they do among the contacted alone', () => {
  // The same 500 leads at 2 h, and 150 more at 20 h, of 1,000 leads; the restriction is 72 h.
  const hours = (n: number, h: number): number[] => Array.from({ length: n }, () => h * 3600);
  const control = [...hours(500, 2), ...hours(500, 72)];
  const treatment = [...hours(500, 2), ...hours(150, 20), ...hours(350, 72)];
  const found = compareRestrictedMeans(sumsOf(control), sumsOf(treatment));
  near(found?.hours, -7.8, 'difference');
  assert.ok((found?.interval.high ?? 1) < 0);
  assert.ok((found?.longerP ?? 0) > 0.99);
});

test('sums beyond 2^53 lose nothing: a million leads of 14 days but one', () => {
  const most = 14n * 86_400n;
  const n = 1_000_000n;
  const sums = {
    leads: 1_000_000,
    seconds: (n - 1n) * most + most - 1n,
    squares: (n - 1n) * most * most + (most - 1n) * (most - 1n),
  };
  // One value lies a second below the others: the variance is 1/n square seconds.
  near((waitingSample(sums)?.variance ?? 0) * 3600 * 3600 * 1e6, 1, 'variance');
});

test('a single lead has no interval, and equal waits have no test', () => {
  assert.is(restrictedMean(sumsOf([60])), null);
  assert.is(restrictedMean(sumsOf([])), null);
  assert.is(compareRestrictedMeans(sumsOf([60]), sumsOf([60, 70])), null);
  assert.is(compareRestrictedMeans(sumsOf([60, 60]), sumsOf([60, 60])), null);
  assert.equal(restrictedMean(sumsOf([3600, 3600])), { hours: 1, interval: { low: 1, high: 1 } });
});

test('shares in time have the intervals of the conversion rates', () => {
  const z = twoSidedZ(0.95);
  const found = compareShares({ leads: 100, reached: 30 }, { leads: 100, reached: 45 }, z);
  assert.is(found?.difference, 0.15);
  assert.is(found?.interval.low.toFixed(5), '0.01585');
  assert.is(found?.interval.high.toFixed(5), '0.27683');
  assert.is(shareReached({ leads: 100, reached: 30 }, z)?.share, 0.3);
  assert.is(shareReached({ leads: 100, reached: 0 }, z)?.interval.low, 0);
  assert.is(shareReached({ leads: 0, reached: 0 }, z), null);
  assert.is(compareShares({ leads: 0, reached: 0 }, { leads: 100, reached: 45 }, z), null);
});

test.run();
