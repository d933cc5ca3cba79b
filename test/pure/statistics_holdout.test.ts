// The share of a holdout against scipy's multivariate normal and against simulated leads.
import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import {
  fadedBoundaries,
  type HoldoutRequest,
  holdoutPower,
  monthlyFractions,
  smallestHoldout,
} from '../../src/plv8/statistics/holdout.ts';
import { normalUpperTail } from '../../src/plv8/statistics/normal.ts';
import { seeded } from '../parity/schema_documents.ts';

type Case = {
  readonly request: HoldoutRequest;
  readonly boundaries: readonly number[];
  readonly power_at_5_pct: number;
  readonly share_pct: number | null;
};
const file = new URL('../data/statistics/holdout.json', import.meta.url);
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { readonly cases: readonly Case[] };
const usual: HoldoutRequest = {
  leadsPerDay: 100,
  baseRate: 0.22,
  liftPct: 20,
  days: 90,
  horizonDays: 14,
  power: 0.8,
  alpha: 0.05,
};

const near = (actual: number, expected: number, tolerance: number, what: string): void =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${what}: ${actual}, not ${expected}`);

test('boundaries, power and share are those of the multivariate normal', () => {
  assert.is(cases.length, 7);
  for (const { request, boundaries, power_at_5_pct, share_pct } of cases) {
    const what = JSON.stringify(request);
    const found = fadedBoundaries(monthlyFractions(request.days, request.horizonDays), request.alpha);
    assert.is(found.length, boundaries.length, what);
    found.forEach((z, k) => {
      near(z ?? 0, boundaries[k] ?? 0, 1e-5, what);
    });
    near(holdoutPower(request, 0.05), power_at_5_pct, 1e-5, what);
    assert.is(smallestHoldout(request).sharePct, share_pct, what);
  }
});

test('at 100 leads a day 5 % has a power of 0.57, and 0.58 with one look at the end', () => {
  // A base rate of 0.22 and a lift of 20 %, leads mature after 14 days; the single look is the textbook's 0.577.
  assert.is(holdoutPower(usual, 0.05).toFixed(2), '0.57');
  const single = fadedBoundaries([1], 0.05)[0] ?? 0;
  near(single, -1.6448536269514722, 1e-7, 'one look');
  const distance = Math.sqrt((7600 * 0.05 * 0.95 * Math.log(1.2) ** 2 * 0.22) / 0.78);
  assert.is(normalUpperTail(-single - distance).toFixed(2), '0.58');
});

test('the share just below has too little power, and the days just fit', () => {
  for (const { request } of cases) {
    const { sharePct, neededDays } = smallestHoldout(request);
    if (sharePct === null) continue;
    assert.ok(holdoutPower(request, sharePct / 100) >= request.power - 1e-6, JSON.stringify(request));
    if (sharePct > 5)
      assert.ok(holdoutPower(request, (sharePct - 1) / 100) < request.power, JSON.stringify(request));
    assert.ok(neededDays !== null && neededDays <= request.days);
  }
});

test('where 20 % cannot, the days it would take have the power, and 97 % of them have not', () => {
  for (const leadsPerDay of [50, 20, 3]) {
    const request = { ...usual, leadsPerDay };
    const { sharePct, neededDays } = smallestHoldout(request);
    assert.is(sharePct, null);
    const days = neededDays ?? 0;
    near(holdoutPower({ ...request, days }, 0.2), 0.8, 0.004, `${leadsPerDay} a day, ${days} days`);
    assert.ok(holdoutPower({ ...request, days: 0.97 * days }, 0.2) < 0.8);
  }
});

test('without leads, conversions or a lift, and before the first lead is mature, there is no holdout', () => {
  for (const nothing of [
    { leadsPerDay: 0 },
    { baseRate: 0 },
    { baseRate: 1 },
    { liftPct: 0 },
    { liftPct: -5 },
  ])
    assert.equal(smallestHoldout({ ...usual, ...nothing }), { sharePct: null, neededDays: null });
  const early = smallestHoldout({ ...usual, leadsPerDay: 1000, days: 10 });
  assert.is(early.sharePct, null);
  assert.ok((early.neededDays ?? 0) > 14 && (early.neededDays ?? 0) < 30, String(early.neededDays));
  assert.is(holdoutPower({ ...usual, days: 14 }, 0.2), 0);
});

test('simulated leads: a lift that fell to nothing is found as planned, one that stayed hardly ever', () => {
  const random = seeded(6);
  const fractions = monthlyFractions(usual.days, usual.horizonDays);
  const boundaries = fadedBoundaries(fractions, usual.alpha);
  const converted = (leads: number, rate: number): number => {
    let x = 0;
    for (let i = 0; i < leads; i += 1) if (random() < rate) x += 1;
    return x;
  };
  const saysFaded = (share: number, treatedRate: number): boolean => {
    const spared = { leads: 0, conversions: 0 };
    const treated = { leads: 0, conversions: 0 };
    let mature = 0;
    for (let k = 0; k < fractions.length; k += 1) {
      const leads = Math.round((fractions[k] as number) * 76 * usual.leadsPerDay);
      const held = Math.round(share * leads) - spared.leads;
      const rest = leads - mature - held;
      mature = leads;
      spared.leads += held;
      spared.conversions += converted(held, usual.baseRate);
      treated.leads += rest;
      treated.conversions += converted(rest, treatedRate);
      const ratio =
        Math.log(treated.conversions / treated.leads) - Math.log(spared.conversions / spared.leads);
      const variance =
        1 / treated.conversions - 1 / treated.leads + 1 / spared.conversions - 1 / spared.leads;
      if ((ratio - Math.log(1.2)) / Math.sqrt(variance) < (boundaries[k] ?? -99)) return true;
    }
    return false;
  };
  const runs = 1500;
  let faded = 0;
  let wrong = 0;
  for (let run = 0; run < runs; run += 1) {
    if (saysFaded(0.1, usual.baseRate)) faded += 1;
    if (saysFaded(0.1, usual.baseRate * 1.2)) wrong += 1;
  }
  // Three standard errors and what the normal approximation misses.
  near(faded / runs, holdoutPower(usual, 0.1), 0.04, 'found');
  near(wrong / runs, usual.alpha, 0.022, 'wrongly found');
});

test.run();
