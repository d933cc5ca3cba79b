// The cluster-robust variance against a sandwich computed lead by lead, and its error rate by simulation.
import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type ClusterSums, clusteredRatio, type SharedSums } from '../../src/plv8/statistics/clusters.ts';
import { logRatioVariance } from '../../src/plv8/statistics/proportions.ts';
import { seeded } from '../parity/schema_documents.ts';

type Case = {
  readonly name: string;
  readonly control: ClusterSums;
  readonly treatment: ClusterSums;
  readonly shared: SharedSums;
  readonly clusters: number;
  readonly log_ratio: number;
  readonly variance: number;
};
const file = new URL('../data/statistics/clusters.json', import.meta.url);
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { readonly cases: readonly Case[] };
const none: SharedSums = {
  leadsLeads: 0,
  leadsConversions: 0,
  conversionsLeads: 0,
  conversionsConversions: 0,
};

test('ratio and variance are those of a sandwich over single leads', () => {
  assert.is(cases.length, 21);
  for (const { name, control, treatment, shared, clusters, log_ratio, variance } of cases) {
    const found = clusteredRatio(control, treatment, shared, clusters);
    assert.ok(found !== null);
    assert.ok(Math.abs(found.logRatio - log_ratio) < 1e-12, `${name}: ${found.logRatio}, not ${log_ratio}`);
    assert.ok(
      Math.abs(found.variance - variance) < 1e-9 * variance,
      `${name}: ${found.variance}, not ${variance}`,
    );
  }
});

test('leads that are clusters of their own have the simple variance times G/(G − 1)', () => {
  const arm = (leads: number, conversions: number): ClusterSums => ({
    ...{ leads, conversions, leadsSquared: leads },
    ...{ leadsTimesConversions: conversions, conversionsSquared: conversions },
  });
  const found = clusteredRatio(arm(100, 30), arm(100, 45), none, 200);
  const simple = logRatioVariance({ leads: 100, conversions: 30 }, { leads: 100, conversions: 45 });
  assert.ok(Math.abs((found?.variance ?? 0) - (simple * 200) / 199) < 1e-15);
  assert.ok(Math.abs((found?.designEffect ?? 0) - 200 / 199) < 1e-12);
});

test('where all leads of a property do the same, ten to a property count like one', () => {
  const arm = (properties: number, converted: number): ClusterSums => ({
    ...{ leads: 10 * properties, conversions: 10 * converted, leadsSquared: 100 * properties },
    ...{ leadsTimesConversions: 100 * converted, conversionsSquared: 100 * converted },
  });
  const found = clusteredRatio(arm(100, 30), arm(100, 45), none, 200);
  assert.ok(Math.abs((found?.designEffect ?? 0) - (10 * 200) / 199) < 1e-9, String(found?.designEffect));
});

test('an arm without conversions, and a single cluster, have no ratio', () => {
  const [first] = cases;
  assert.ok(first !== undefined);
  const { control, treatment, shared } = first;
  const empty = { ...control, conversions: 0, leadsTimesConversions: 0, conversionsSquared: 0 };
  assert.is(clusteredRatio(empty, treatment, shared, 50), null);
  assert.is(clusteredRatio(control, empty, shared, 50), null);
  assert.is(clusteredRatio(control, treatment, shared, 1), null);
});

/** How often |z| passes 1.96 without an effect: with the robust variance, and with the simple one. */
const errorRates = (random: () => number, byProperty: boolean): readonly [number, number] => {
  const runs = 4000;
  let robust = 0;
  let simple = 0;
  for (let run = 0; run < runs; run += 1) {
    const sums = [0, 1].map(() => ({
      ...{ leads: 0, conversions: 0, leadsSquared: 0, leadsTimesConversions: 0, conversionsSquared: 0 },
    }));
    const shared = { ...none };
    for (let property = 0; property < 150; property += 1) {
      const rate = random() < 0.5 ? 0.1 : 0.5;
      const n = [0, 0];
      const x = [0, 0];
      const whole = random() < 0.5 ? 0 : 1;
      const size = 1 + Math.floor(random() * 6);
      for (let lead = 0; lead < size; lead += 1) {
        const arm = byProperty ? whole : random() < 0.5 ? 0 : 1;
        n[arm] = (n[arm] ?? 0) + 1;
        if (random() < rate) x[arm] = (x[arm] ?? 0) + 1;
      }
      const [nc = 0, nt = 0] = n;
      const [xc = 0, xt = 0] = x;
      sums.forEach((sum, arm) => {
        const leads = n[arm] ?? 0;
        const conversions = x[arm] ?? 0;
        sum.leads += leads;
        sum.conversions += conversions;
        sum.leadsSquared += leads * leads;
        sum.leadsTimesConversions += leads * conversions;
        sum.conversionsSquared += conversions * conversions;
      });
      shared.leadsLeads += nc * nt;
      shared.leadsConversions += nc * xt;
      shared.conversionsLeads += xc * nt;
      shared.conversionsConversions += xc * xt;
    }
    const [control, treatment] = sums as [ClusterSums, ClusterSums];
    const found = clusteredRatio(control, treatment, shared, 150);
    if (found === null) continue;
    if (Math.abs(found.logRatio) > 1.96 * Math.sqrt(found.variance)) robust += 1;
    if (Math.abs(found.logRatio) > 1.96 * Math.sqrt(logRatioVariance(control, treatment))) simple += 1;
  }
  return [robust / runs, simple / runs];
};

test('without an effect the robust z errs in 5 %, assigned by property or by lead, where the simple one does not', () => {
  const random = seeded(8);
  const [byProperty, simple] = errorRates(random, true);
  const [byLead] = errorRates(random, false);
  // Three standard errors of 4,000 runs are one point; z takes the place of t with 149 degrees of freedom.
  assert.ok(byProperty > 0.04 && byProperty < 0.065, `by property ${byProperty}`);
  assert.ok(byLead > 0.04 && byLead < 0.065, `by lead ${byLead}`);
  assert.ok(simple > 0.1, `the simple variance by property ${simple}`);
});

test.run();
