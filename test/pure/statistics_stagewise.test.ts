// Estimates during and after a sequential test against a recursion that is run anew for every drift, and by simulation.
import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { normalQuantile, twoSidedZ } from '../../src/plv8/statistics/normal.ts';
import { katzInterval, logRatio, logRatioVariance } from '../../src/plv8/statistics/proportions.ts';
import {
  finalEstimate,
  type PassedLook,
  repeatedInterval,
} from '../../src/plv8/statistics/sequential/estimate.ts';
import { seeded } from '../parity/schema_documents.ts';

type Case = {
  readonly name: string;
  readonly looks: readonly PassedLook[];
  readonly time: number;
  readonly log_ratio: number;
  readonly variance: number;
  readonly confidence: number;
  readonly p: number;
  readonly median: number;
  readonly low: number;
  readonly high: number;
  readonly lift_pct: number;
  readonly naive: number;
};
const file = new URL('../data/statistics/stagewise.json', import.meta.url);
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { readonly cases: readonly Case[] };

const estimateOf = ({ looks, time, log_ratio, variance, confidence }: Case) =>
  finalEstimate(looks, time, { logRatio: log_ratio, variance }, confidence);

test('median and interval are those of a recursion for every drift, at every kind of stop', () => {
  assert.is(cases.length, 13);
  for (const c of cases) {
    const { p, liftPct, interval } = estimateOf(c);
    const drift = (pct: number): number => Math.log1p(pct / 100) / Math.sqrt(c.time * c.variance);
    const near = (pct: number, expected: number, what: string): void =>
      assert.ok(Math.abs(drift(pct) - expected) < 2e-5, `${c.name}: ${what} ${drift(pct)}, not ${expected}`);
    near(liftPct, c.median, 'median');
    near(interval.low, c.low, 'low');
    near(interval.high, c.high, 'high');
    assert.ok(Math.abs(p - c.p) < 1e-6, `${c.name}: p ${p}, not ${c.p}`);
    assert.ok(Math.abs(liftPct - c.lift_pct) < 1e-3, `${c.name}: lift ${liftPct}`);
  }
});

test('the estimate lies nearer to no lift than what was seen where the test stopped for it', () => {
  for (const c of cases.filter(({ name }) => name.startsWith('efficacy')))
    assert.ok(Math.log1p(estimateOf(c).liftPct / 100) < c.log_ratio, c.name);
});

test('without looks before the stop it is what was seen with its ordinary interval', () => {
  const control = { leads: 100, conversions: 30 };
  const treatment = { leads: 100, conversions: 45 };
  const seen = {
    logRatio: logRatio(control, treatment),
    variance: logRatioVariance(control, treatment),
  };
  const { liftPct, interval } = finalEstimate([], 0.37, seen, 0.95);
  const katz = katzInterval(control, treatment, twoSidedZ(0.95));
  assert.ok(Math.abs(liftPct - 50) < 1e-5, String(liftPct));
  assert.ok(Math.abs(interval.low - (katz?.low ?? 0)) < 1e-5);
  assert.ok(Math.abs(interval.high - (katz?.high ?? 0)) < 1e-5);
});

test('repeated intervals are as wide as the boundary, and there is none without one', () => {
  const seen = { logRatio: 0.2, variance: 0.01 };
  const found = repeatedInterval(seen, 2.5);
  assert.ok(Math.abs((found?.low ?? 0) - 100 * (Math.exp(-0.05) - 1)) < 1e-10);
  assert.ok(Math.abs((found?.high ?? 0) - 100 * (Math.exp(0.45) - 1)) < 1e-10);
  assert.is(repeatedInterval(seen, null), null);
});

/** Weekly looks with boundaries of both kinds, as a plan of five has them. */
const looks: readonly PassedLook[] = [
  { time: 0.2, lowZ: -1.4, highZ: 4.877 },
  { time: 0.4, lowZ: -0.4, highZ: 3.357 },
  { time: 0.6, lowZ: 0.4, highZ: 2.68 },
  { time: 0.8, lowZ: 1.2, highZ: 2.29 },
];

/** Of simulated tests under a drift, how many intervals cover it and how many medians lie above. */
const simulate = (random: () => number, truth: number, overrun: number, runs: number) => {
  let covered = 0;
  let above = 0;
  for (let run = 0; run < runs; run += 1) {
    let s = 0;
    let time = 0;
    const go = (at: number): void => {
      s += truth * (at - time) + Math.sqrt(at - time) * normalQuantile(random() || 0.5);
      time = at;
    };
    let passed = 0;
    for (const at of [...looks.map((look) => look.time), 1]) {
      go(at);
      const look = looks[passed];
      const z = s / Math.sqrt(time);
      if (look === undefined || z >= (look.highZ ?? 0) || z < (look.lowZ ?? 0)) break;
      passed += 1;
    }
    if (overrun > 0) go(time + overrun);
    // A variance of 1/time makes the log ratio the drift.
    const seen = { logRatio: s / time, variance: 1 / time };
    const found = finalEstimate(looks.slice(0, passed), time, seen, 0.95);
    const drift = (pct: number): number => Math.log1p(pct / 100);
    if (drift(found.interval.low) <= truth && truth <= drift(found.interval.high)) covered += 1;
    if (drift(found.liftPct) > truth) above += 1;
  }
  return { covered: covered / runs, above: above / runs };
};

test('in simulated tests the interval covers the truth in 95 % and half of the estimates lie above it', () => {
  const random = seeded(9);
  for (const truth of [0, 1.7, 3.3]) {
    const { covered, above } = simulate(random, truth, 0, 700);
    // Three standard errors of 700 runs.
    assert.ok(Math.abs(covered - 0.95) < 0.025, `truth ${truth}: covered ${covered}`);
    assert.ok(Math.abs(above - 0.5) < 0.057, `truth ${truth}: above ${above}`);
  }
});

test('with the leads that mature after the stop the interval still covers the truth', () => {
  const random = seeded(12);
  for (const truth of [0, 1.7, 3.3]) {
    const { covered, above } = simulate(random, truth, 0.15, 700);
    assert.ok(Math.abs(covered - 0.95) < 0.025, `truth ${truth}: covered ${covered}`);
    assert.ok(Math.abs(above - 0.5) < 0.057, `truth ${truth}: above ${above}`);
  }
});

test.run();
