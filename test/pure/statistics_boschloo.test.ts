// Boschloo's exact test against brute force over every table, against scipy, and against its own promise: that chance
// gives a p below alpha no more often than alpha.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { boschlooTest } from '../../src/plv8/statistics/boschloo.ts';
import { normalUpperTail } from '../../src/plv8/statistics/normal.ts';
import type { Arm } from '../../src/plv8/statistics/proportions.ts';

type Case = {
  readonly control_leads: number;
  readonly control_conversions: number;
  readonly treatment_leads: number;
  readonly treatment_conversions: number;
  readonly p: number;
  readonly p_over_all_rates: number;
};

const { cases }: { readonly cases: readonly Case[] } = JSON.parse(
  readFileSync(new URL('../data/statistics/boschloo.json', import.meta.url), 'utf8'),
);

const arm = (conversions: number, leads: number): Arm => ({ leads, conversions });

const pOf = (control: Arm, treatment: Arm): number => {
  const found = boschlooTest(control, treatment);
  if (found === null) throw new Error('no p');
  return found.p;
};

/** What the set of rates costs, twice: once for each side. */
const costOfSet = 2e-6;

test('p is that of brute force over every table, and never above the p over all rates by more than the set costs', () => {
  assert.ok(cases.length > 20);
  for (const c of cases) {
    const p = pOf(
      arm(c.control_conversions, c.control_leads),
      arm(c.treatment_conversions, c.treatment_leads),
    );
    const what = JSON.stringify({ ...c, found: p });
    assert.ok(Math.abs(p / c.p - 1) < 1e-6, what);
    assert.ok(p <= c.p_over_all_rates + costOfSet + 1e-9, what);
  }
});

test('swapping the arms, or conversions and failures, turns the sign of z and leaves p as it is', () => {
  const small = fc.integer({ min: 1, max: 40 }).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)));
  fc.assert(
    fc.property(small, small, ([xc, nc], [xt, nt]) => {
      const found = boschlooTest(arm(xc, nc), arm(xt, nt));
      const swapped = boschlooTest(arm(xt, nt), arm(xc, nc));
      const failures = boschlooTest(arm(nc - xc, nc), arm(nt - xt, nt));
      if (found === null) {
        assert.ok(xc + xt === 0 || xc + xt === nc + nt);
        assert.equal([swapped, failures], [null, null]);
        return;
      }
      for (const other of [swapped, failures]) {
        assert.ok(Math.abs((other?.p ?? 2) / found.p - 1) < 1e-9);
        assert.ok(Math.abs((other?.z ?? 9) + found.z) < 1e-8);
      }
      assert.ok(Math.abs(Math.min(1, 2 * normalUpperTail(Math.abs(found.z))) / found.p - 1) < 1e-9);
    }),
    { numRuns: 300 },
  );
});

const logChoose = (n: number, k: number): number => {
  let sum = 0;
  for (let i = 1; i <= k; i += 1) sum += Math.log((n - k + i) / i);
  return sum;
};
const chanceOf = (n: number, k: number, rate: number): number =>
  Math.exp(logChoose(n, k) + k * Math.log(rate) + (n - k) * Math.log1p(-rate));

test('chance gives a p below alpha no more often than alpha, whatever the common rate', () => {
  for (const [nc, nt] of [
    [6, 6],
    [9, 14],
    [20, 20],
    [4, 30],
  ] as const)
    for (const alpha of [0.05, 0.1]) {
      const passing: [number, number][] = [];
      for (let xc = 0; xc <= nc; xc += 1)
        for (let xt = 0; xt <= nt; xt += 1)
          if ((boschlooTest(arm(xc, nc), arm(xt, nt))?.p ?? 1) <= alpha) passing.push([xc, xt]);
      for (let rate = 0.02; rate < 1; rate += 0.02) {
        const chance = passing.reduce(
          (sum, [xc, xt]) => sum + chanceOf(nc, xc, rate) * chanceOf(nt, xt, rate),
          0,
        );
        assert.ok(chance <= alpha, `${nc}, ${nt}: ${chance} at a rate of ${rate}`);
      }
    }
});

test('a table far beyond what the common rate lets expect has its p, and equal rates have none against them', () => {
  // The smallest p there is: twice what the set may miss.
  assert.ok(Math.abs(pOf(arm(0, 1000), arm(40, 40)) - costOfSet) < 1e-12);
  assert.equal(boschlooTest(arm(3, 50), arm(3, 50)), { z: 0, p: 1 });
  assert.is(boschlooTest(arm(0, 0), arm(3, 50)), null);
  assert.is(boschlooTest(arm(0, 10), arm(0, 50)), null);
  assert.is(boschlooTest(arm(10, 10), arm(50, 50)), null);
});

test.run();
