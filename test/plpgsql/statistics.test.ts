// The statistics that no operation reaches yet, compiled by themselves: the same bits as in Node.
import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import { closeDatabase, compare } from './snippets.ts';

const reference = (name: string) =>
  JSON.parse(readFileSync(new URL(`../data/statistics/${name}.json`, import.meta.url), 'utf8'));

test('stratified estimates and tests', () => {
  const strata: readonly (readonly unknown[])[] = reference('stratified').cases.map(
    (c: { readonly strata: unknown }) => [c.strata],
  );
  return compare(
    `import * as v from 'valibot';
     import { harmedStrataTest, stratifiedInterval, stratifiedRatio, stratifiedTest } from './statistics/stratified.ts';
     const arm = v.object({ leads: v.number(), conversions: v.number() });
     const schema = v.array(v.object({ control: arm, treatment: arm }));
     import { parse } from './parse.ts';
     export const ratio = (given: unknown) => {
       const found = stratifiedRatio(parse(schema, given));
       return { found, interval: found === null ? null : stratifiedInterval(found, 1.96) };
     };
     export const tested = (given: unknown) => ({ z: stratifiedTest(parse(schema, given)) });
     export const harmed = (given: unknown) => ({ harm: harmedStrataTest(parse(schema, given), 10) });`,
    { ratio: strata, tested: strata, harmed: strata },
  );
});

const planSchemas = `import * as v from 'valibot';
     import { parse } from './parse.ts';
     const planned = v.object({ drift: v.number(), beta: v.number(), gamma: v.number(), keepShare: v.number() });
     const list = v.array(
       v.object({ time: v.number(), efficacyZ: v.nullable(v.number()), futility: v.boolean() }),
     );`;
type Design = {
  readonly drift: number;
  readonly beta: number;
  readonly gamma: number;
  readonly keep_share: number;
  readonly looks: readonly unknown[];
  readonly futility_z: readonly (number | null)[];
};

test('futility, characteristics and inflation of a design', () => {
  const designs: readonly Design[] = reference('futility').designs.slice(0, 5);
  const planOf = ({ drift, beta, gamma, keep_share: keepShare }: Design) => ({
    drift,
    beta,
    gamma,
    keepShare,
  });
  return compare(
    `${planSchemas}
     import { characteristicsOf, futilityLooks, inflation } from './statistics/sequential/design.ts';
     export const futility = (plan: unknown, looks: unknown) =>
       futilityLooks(parse(planned, plan), parse(list, looks));
     const zs = v.array(v.nullable(v.number()));
     export const characteristics = (plan: unknown, looks: unknown, z: unknown) =>
       characteristicsOf(parse(planned, plan), parse(list, looks), parse(zs, z), 1.5);
     export const inflated = (plan: unknown, looks: unknown) => ({
       factor: inflation(parse(planned, plan), parse(list, looks), 0.8, 0.95),
     });`,
    {
      futility: designs.map((d) => [planOf(d), d.looks]),
      characteristics: designs.map((d) => [planOf(d), d.looks, d.futility_z]),
      inflated: designs.slice(1, 3).map((d) => [planOf(d), d.looks]),
    },
  );
});

test('the boundary of harm, and estimates at the end of a test', () => {
  type Case = {
    readonly looks: readonly unknown[];
    readonly time: number;
    readonly log_ratio: number;
    readonly variance: number;
    readonly confidence: number;
  };
  const cases: readonly Case[] = reference('stagewise').cases.slice(0, 12);
  return compare(
    `import * as v from 'valibot';
     import { parse } from './parse.ts';
     import { finalEstimate, repeatedInterval } from './statistics/sequential/estimate.ts';
     import { harmLooks } from './statistics/sequential/harm.ts';
     const passed = v.array(
       v.object({ time: v.number(), lowZ: v.nullable(v.number()), highZ: v.nullable(v.number()) }),
     );
     const ratio = v.object({ logRatio: v.number(), variance: v.number() });
     const times = v.array(v.number());
     const atStop = v.object({ time: v.number(), confidence: v.number() });
     export const estimated = (looks: unknown, stop: unknown, seen: unknown) => {
       const { time, confidence } = parse(atStop, stop);
       return finalEstimate(parse(passed, looks), time, parse(ratio, seen), confidence);
     };
     export const repeated = (seen: unknown) => ({ interval: repeatedInterval(parse(ratio, seen), 2.5) });
     export const harm = (given: unknown) => harmLooks(0.01, parse(times, given));`,
    {
      estimated: cases.map(({ looks, time, log_ratio: logRatio, variance, confidence }) => [
        looks,
        { time, confidence },
        { logRatio, variance },
      ]),
      repeated: [[{ logRatio: 0.2, variance: 0.01 }]],
      harm: [[[0.1, 0.15, 0.2, 0.5, 0.51, 1]]],
    },
  );
});

test('balance of the arms and the share of a holdout', () => {
  const levels: readonly unknown[] = reference('balance')
    .cases.slice(0, 12)
    .map((c: { readonly levels: unknown }) => c.levels);
  const few = [
    { name: 'a', control: 100, treatment: 90 },
    { name: 'b', control: 50, treatment: 60 },
    { name: 'c', control: 3, treatment: 1 },
  ];
  const requests: readonly (readonly unknown[])[] = reference('holdout').cases.map(
    (c: { readonly request: unknown }) => [c.request],
  );
  return compare(
    `import * as v from 'valibot';
     import { parse } from './parse.ts';
     import { alphaOfLook, balanceOfAll, testsBalance } from './statistics/balance.ts';
     import { holdoutPower, smallestHoldout } from './statistics/holdout.ts';
     const schema = v.array(
       v.array(v.object({ name: v.string(), control: v.number(), treatment: v.number() })),
     );
     const request = v.object({
       leadsPerDay: v.number(),
       baseRate: v.number(),
       liftPct: v.number(),
       days: v.number(),
       horizonDays: v.number(),
       power: v.number(),
       alpha: v.number(),
     });
     export const balance = (given: unknown) => balanceOfAll(parse(schema, given));
     export const spending = () => ({ alpha: alphaOfLook(0.001, 7), tests: testsBalance(100, 124) });
     export const holdout = (given: unknown) => smallestHoldout(parse(request, given));
     export const power = (given: unknown) => ({ power: holdoutPower(parse(request, given), 0.05) });`,
    {
      balance: [[[...levels, few, []]], [[few]], [[]]],
      spending: [[]],
      holdout: requests,
      power: requests,
    },
  );
});

test.after(closeDatabase);
test.run();
