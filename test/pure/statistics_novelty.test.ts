// The fall between the halves of a test: against the plain formula, and its error rate and power by simulation.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { normalUpperTail } from '../../src/plv8/statistics/normal.ts';
import { compareHalves } from '../../src/plv8/statistics/novelty.ts';
import { logRatio, logRatioVariance } from '../../src/plv8/statistics/proportions.ts';
import type { Stratum } from '../../src/plv8/statistics/strata.ts';
import { seeded } from '../parity/schema_documents.ts';

const stratum = (xc: number, nc: number, xt: number, nt: number): Stratum => ({
  control: { leads: nc, conversions: xc },
  treatment: { leads: nt, conversions: xt },
});

test('two plain halves are the difference of their log ratios in standard errors', () => {
  const earlier = stratum(150, 500, 240, 500);
  const later = stratum(150, 500, 155, 500);
  const gap = logRatio(later.control, later.treatment) - logRatio(earlier.control, earlier.treatment);
  const variance =
    logRatioVariance(later.control, later.treatment) + logRatioVariance(earlier.control, earlier.treatment);
  const found = compareHalves([earlier], [later]);
  assert.ok(Math.abs((found?.z ?? 0) - gap / Math.sqrt(variance)) < 1e-12);
  assert.ok(Math.abs((found?.fallP ?? 1) - normalUpperTail(-gap / Math.sqrt(variance))) < 1e-12);
  assert.ok(Math.abs((found?.earlierLiftPct ?? 0) - 60) < 1e-9);
  assert.ok(Math.abs((found?.laterLiftPct ?? 0) - 10 / 3) < 1e-9);
  assert.ok((found?.fallP ?? 1) < 0.001);
});

test('a rise is no fall, and a mix that shifts between sources with the same lift is none either', () => {
  const rise = compareHalves([stratum(150, 500, 155, 500)], [stratum(150, 500, 240, 500)]);
  assert.ok((rise?.fallP ?? 0) > 0.999);
  // Source a converts at 60 % and b at 10 %, both lifted by 20 %; b is rare earlier and frequent later.
  const mix = compareHalves(
    [stratum(300, 500, 360, 500), stratum(10, 100, 12, 100)],
    [stratum(60, 100, 72, 100), stratum(50, 500, 60, 500)],
  );
  assert.ok(Math.abs(mix?.z ?? 1) < 1e-9, String(mix?.z));
});

test('a half without a conversion in an arm says nothing', () => {
  assert.is(compareHalves([stratum(0, 50, 5, 50)], [stratum(5, 50, 5, 50)]), null);
  assert.is(compareHalves([stratum(5, 50, 5, 50)], []), null);
  assert.is(compareHalves([stratum(5, 5, 5, 5)], [stratum(5, 5, 5, 5)]), null);
});

const draw = (random: () => number, n: number, rate: number): number => {
  let x = 0;
  for (let i = 0; i < n; i += 1) if (random() < rate) x += 1;
  return x;
};

test('a steady lift is said to fall in 5 %, one of 60 % that is gone in the later half nearly always', () => {
  const random = seeded(10);
  const half = 700;
  const runs = 3000;
  let wrong = 0;
  let found = 0;
  for (let run = 0; run < runs; run += 1) {
    const control = [draw(random, half, 0.3), draw(random, half, 0.3)] as const;
    const steady = [draw(random, half, 0.36), draw(random, half, 0.36)] as const;
    const novel = draw(random, half, 0.48);
    const gone = draw(random, half, 0.3);
    const fallOf = (first: number, second: number): number =>
      compareHalves([stratum(control[0], half, first, half)], [stratum(control[1], half, second, half)])
        ?.fallP ?? 1;
    if (fallOf(...steady) < 0.05) wrong += 1;
    if (fallOf(novel, gone) < 0.05) found += 1;
  }
  assert.ok(wrong / runs > 0.038 && wrong / runs < 0.062, `steady: ${wrong} of ${runs}`);
  assert.ok(found / runs > 0.99, `gone: ${found} of ${runs}`);
});

test.run();
