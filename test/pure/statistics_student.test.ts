// The quantile of t against reference values (60-digit arithmetic where a closed form exists) and against @stdlib's.
import tCdf from '@stdlib/stats-base-dists-t-cdf';
import reference from '@stdlib/stats-base-dists-t-quantile';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { tQuantile } from '../../src/plv8/statistics/student.ts';

const near = (actual: number, expected: number, tolerance: number, what: string): void => {
  assert.ok(
    Math.abs(actual - expected) <= tolerance * Math.abs(expected),
    `${what}: ${actual}, not ${expected}`,
  );
};

test('closed forms: Cauchy for 1 degree of freedom, an algebraic one for 2', () => {
  near(tQuantile(0.025, 1), -12.706204736174707, 1e-14, '1 degree');
  for (const p of [0.4, 0.1, 0.025, 0.001])
    near(tQuantile(p, 2), (2 * p - 1) / Math.sqrt(2 * p * (1 - p)), 1e-13, `2 degrees at ${p}`);
});

test('@stdlib gives the same to 12 digits, from 1 to a billion degrees of freedom', () => {
  for (const v of [1, 1.3, 2.5, 3, 7.7, 19, 20, 30.1, 100, 1000, 12345.6, 1e6, 8.6e6, 1e9])
    for (const p of [0.025, 0.1, 0.3, 0.001]) near(tQuantile(p, v), reference(p, v), 1e-12, `${v} at ${p}`);
});

test('the distribution function leads back', () => {
  for (const v of [1, 4, 17.5, 400, 1e5])
    for (const p of [0.025, 0.2, 0.45]) near(tCdf(tQuantile(p, v), v), p, 1e-14, `${v} at ${p}`);
});

test('what is no probability of the lower half, or no degrees of freedom, has no quantile', () => {
  for (const [p, v] of [
    [0, 5],
    [0.6, 5],
    [-1, 5],
    [0.1, 0.5],
    [0.1, Number.NaN],
  ] as const)
    assert.ok(Number.isNaN(tQuantile(p, v)), `${p} with ${v}`);
  assert.is(tQuantile(0.5, 5), 0);
});

test.run();
