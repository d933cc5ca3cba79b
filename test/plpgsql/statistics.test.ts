// The statistics that no operation reaches yet, compiled in one piece: the same bits as in Node.
import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import { closeDatabase, compare } from './snippets.ts';

/** The cases of a file of reference values. */
// biome-ignore lint/suspicious/noExplicitAny: each file has a shape of its own, which the test of its module types
const reference = (name: string): any =>
  JSON.parse(readFileSync(new URL(`../data/statistics/${name}.json`, import.meta.url), 'utf8'));

const piece = `
  import * as v from 'valibot';
  import { parse } from './parse.ts';
  import { alphaOfLook, balanceOfAll, testsBalance } from './statistics/balance.ts';
  import { clusteredRatio } from './statistics/clusters.ts';
  import { holdoutPower, smallestHoldout } from './statistics/holdout.ts';
  import { compareHalves } from './statistics/novelty.ts';
  import { characteristicsOf, inflation, interleave } from './statistics/sequential/design.ts';
  import { futilityLooks } from './statistics/sequential/futility.ts';
  import { finalEstimate, repeatedInterval } from './statistics/sequential/estimate.ts';
  import { harmLooks } from './statistics/sequential/harm.ts';
  import { harmedStrataTest, stratifiedInterval, stratifiedRatio, stratifiedTest } from './statistics/stratified.ts';
  import { compareRestrictedMeans, compareShares, restrictedMean, shareReached } from './statistics/waiting.ts';

  const arm = v.object({ leads: v.number(), conversions: v.number() });
  const strata = v.array(v.object({ control: arm, treatment: arm }));
  export const ratio = (given: unknown) => {
    const found = stratifiedRatio(parse(strata, given));
    return { found, interval: found === null ? null : stratifiedInterval(found, 1.96) };
  };
  export const tested = (given: unknown) => ({ z: stratifiedTest(parse(strata, given)) });
  export const harmed = (given: unknown) => ({ harm: harmedStrataTest(parse(strata, given), 10) });
  export const halves = (earlier: unknown, later: unknown) => ({
    found: compareHalves(parse(strata, earlier), parse(strata, later)),
  });

  const planned = v.object({ drift: v.number(), beta: v.number(), gamma: v.number(), keepShare: v.number() });
  const looks = v.array(
    v.object({ time: v.number(), efficacyZ: v.nullable(v.number()), futility: v.boolean() }),
  );
  const zs = v.array(v.nullable(v.number()));
  export const futility = (plan: unknown, given: unknown) =>
    futilityLooks(parse(planned, plan), parse(looks, given));
  export const characteristics = (plan: unknown, given: unknown, z: unknown) =>
    characteristicsOf(parse(planned, plan), parse(looks, given), parse(zs, z), 1.5);
  export const inflated = (plan: unknown, given: unknown) => ({
    factor: inflation(parse(planned, plan), parse(looks, given), 0.8, 0.95),
  });
  const times = v.array(v.number());
  const efficacyLooks = v.array(v.object({ time: v.number(), z: v.nullable(v.number()) }));
  export const together = (efficacy: unknown, given: unknown) =>
    interleave(parse(efficacyLooks, efficacy), parse(times, given));
  export const harm = (given: unknown) => harmLooks(0.01, parse(times, given));

  const passed = v.array(
    v.object({ time: v.number(), lowZ: v.nullable(v.number()), highZ: v.nullable(v.number()) }),
  );
  const seenSchema = v.object({ logRatio: v.number(), variance: v.number() });
  const stopSchema = v.object({ time: v.number(), confidence: v.number() });
  export const estimated = (before: unknown, stop: unknown, seen: unknown) => {
    const { time, confidence } = parse(stopSchema, stop);
    return finalEstimate(parse(passed, before), time, parse(seenSchema, seen), confidence);
  };
  export const repeated = (seen: unknown) => ({ interval: repeatedInterval(parse(seenSchema, seen), 2.5) });

  const covariates = v.array(
    v.array(v.object({ name: v.string(), control: v.number(), treatment: v.number() })),
  );
  export const balance = (given: unknown) => balanceOfAll(parse(covariates, given));
  export const spending = () => ({ alpha: alphaOfLook(0.001, 7), tests: testsBalance(100, 124) });

  const request = v.object({
    leadsPerDay: v.number(),
    baseRate: v.number(),
    liftPct: v.number(),
    days: v.number(),
    horizonDays: v.number(),
    power: v.number(),
    alpha: v.number(),
  });
  export const holdout = (given: unknown) => smallestHoldout(parse(request, given));
  export const holdoutPowers = (given: unknown) => ({ power: holdoutPower(parse(request, given), 0.05) });

  const cluster = v.object({
    leads: v.number(),
    conversions: v.number(),
    leadsSquared: v.number(),
    leadsTimesConversions: v.number(),
    conversionsSquared: v.number(),
  });
  const shared = v.object({
    leadsLeads: v.number(),
    leadsConversions: v.number(),
    conversionsLeads: v.number(),
    conversionsConversions: v.number(),
  });
  export const clustered = (control: unknown, treatment: unknown, both: unknown) => ({
    found: clusteredRatio(parse(cluster, control), parse(cluster, treatment), parse(shared, both), 120),
  });

  const sums = v.object({ leads: v.number(), seconds: v.string(), squares: v.string() });
  const waitingOf = (given: unknown) => {
    const { leads, seconds, squares } = parse(sums, given);
    return { leads, seconds: BigInt(seconds), squares: BigInt(squares) };
  };
  export const mean = (given: unknown) => ({ found: restrictedMean(waitingOf(given)) });
  export const means = (control: unknown, treatment: unknown) => ({
    found: compareRestrictedMeans(waitingOf(control), waitingOf(treatment)),
  });
  const reachedSchema = v.object({ leads: v.number(), reached: v.number() });
  export const shares = (control: unknown, treatment: unknown) => ({
    own: shareReached(parse(reachedSchema, control), 1.96),
    both: compareShares(parse(reachedSchema, control), parse(reachedSchema, treatment), 1.96),
  });`;

// biome-ignore lint/suspicious/noExplicitAny: as above
const casesOf = (name: string, arguments_: (c: any) => readonly unknown[], most = 100) =>
  reference(name).cases.slice(0, most).map(arguments_);

test('every statistic that waits for its rule gives the same bits in PL/pgSQL', () => {
  const strata = casesOf('stratified', ({ strata }) => [strata]);
  const designs = reference('futility').designs.slice(0, 4);
  // biome-ignore lint/suspicious/noExplicitAny: as above
  const planOf = ({ drift, beta, gamma, keep_share: keepShare }: any) => ({ drift, beta, gamma, keepShare });
  const levels = casesOf('balance', (c) => c.levels, 12);
  const rare = [
    { name: 'a', control: 100, treatment: 90 },
    { name: 'b', control: 50, treatment: 60 },
    { name: 'c', control: 3, treatment: 1 },
  ];
  return compare(piece, {
    ...{ ratio: strata, tested: strata, harmed: strata },
    halves: strata.slice(1).map(([later]: readonly unknown[], i: number) => [strata[i][0], later]),
    futility: designs.map((d: { readonly looks: unknown }) => [planOf(d), d.looks]),
    characteristics: designs.map((d: { readonly looks: unknown; readonly futility_z: unknown }) => [
      ...[planOf(d), d.looks, d.futility_z],
    ]),
    inflated: designs.slice(1, 2).map((d: { readonly looks: unknown }) => [planOf(d), d.looks]),
    together: [
      [
        [
          { time: 0.5, z: 3 },
          { time: 0.8, z: null },
        ],
        [0.25, 0.5, 0.75, 0.9],
      ],
      [[], []],
    ],
    harm: [[[0.1, 0.15, 0.2, 0.5, 0.51, 1]]],
    estimated: casesOf(
      'stagewise',
      ({ looks, time, log_ratio: logRatio, variance, confidence }) => [
        ...[looks, { time, confidence }, { logRatio, variance }],
      ],
      12,
    ),
    repeated: [[{ logRatio: 0.2, variance: 0.01 }]],
    balance: [[[...levels, rare, []]], [[rare]], [[]]],
    spending: [[]],
    // The fifth has no share that does: the days are sought.
    holdout: casesOf('holdout', (c) => [c.request], 5).slice(3),
    holdoutPowers: casesOf('holdout', (c) => [c.request], 2),
    clustered: casesOf('clusters', (c) => [c.control, c.treatment, c.shared]),
    mean: casesOf('waiting', (c) => [c.control]),
    means: casesOf('waiting', (c) => [c.control, c.treatment]),
    shares: [
      [
        { leads: 100, reached: 30 },
        { leads: 100, reached: 45 },
      ],
      [
        { leads: 0, reached: 0 },
        { leads: 10, reached: 10 },
      ],
    ],
  });
});

test.after(closeDatabase);
test.run();
