// Simulated experiments through the engine's own decision rules: two arms of leads, a look every 100 leads per arm, a
// decision or the end. Knows no file and no thread; the same seed gives the same numbers.
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { defaultsOf } from '../../src/plv8/settings/catalog.ts';
import { exactSampleSize } from '../../src/plv8/statistics/power.ts';
import { liftPct } from '../../src/plv8/statistics/proportions.ts';
import type { PastLook, Settings } from '../../src/plv8/testing/document.ts';
import { rules } from '../../src/plv8/testing/recommendation.ts';
import type { RuleAnswer } from '../../src/plv8/testing/rules/rule.ts';

export const baselineRate = 0.3;
export const leadsPerLook = 100;
export const maxLooks = 20;
export const lifts = [0, 0.05, 0.1, 0.2, 0.3, 0.5] as const;

/** What the power calculation plans for a lift of 20 % over 30 %, with 80 % power. */
export const poweredLeads = Math.ceil(
  exactSampleSize({ baselineRate, power: 0.8, confidenceLevel: 0.95 }, 0.2) ?? Number.NaN,
);

export type Plan = {
  readonly name: string;
  readonly rule: Settings['decisions.rule'];
  readonly plannedLeads: number;
};
export const plans: readonly Plan[] = [
  { name: 'fixed_thresholds', rule: 'fixed_thresholds', plannedLeads: 2000 },
  { name: 'sequential-2000', rule: 'sequential', plannedLeads: 2000 },
  { name: 'sequential-powered', rule: 'sequential', plannedLeads: poweredLeads },
];

/** Sums over experiments, so that the results of workers can be added. */
export type Tally = {
  readonly experiments: number;
  readonly keep: number;
  readonly kill: number;
  readonly leads: number;
  readonly leadsSquared: number;
  readonly keptLift: number;
  readonly keptLiftSquared: number;
};

export const emptyTally: Tally = {
  experiments: 0,
  keep: 0,
  kill: 0,
  leads: 0,
  leadsSquared: 0,
  keptLift: 0,
  keptLiftSquared: 0,
};

const thresholds = defaultsOf('basic');

/** P(X ≤ k) of a binomial with n leads, for k from 0 to n. */
const binomialCdf = (n: number, p: number): Float64Array => {
  const cdf = new Float64Array(n + 1);
  let mass = (1 - p) ** n;
  let sum = mass;
  cdf[0] = sum;
  for (let k = 1; k <= n; k += 1) {
    mass *= ((n - k + 1) / k) * (p / (1 - p));
    sum += mass;
    cdf[k] = sum;
  }
  return cdf;
};

/** Inversion: the smallest k whose distribution function exceeds a uniform number. */
const draw = (cdf: Float64Array, random: RandomGenerator): number => {
  const u = uniformFloat64(random);
  let low = 0;
  let high = cdf.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cdf[middle] as number) > u) high = middle;
    else low = middle + 1;
  }
  return low;
};

type End = { readonly answer: RuleAnswer; readonly leads: number; readonly lift: number | null };

/** One experiment: looks until KEEP or KILL, until the plan asks for a person, or until the last look. */
const experiment = (
  plan: Plan,
  [controlCdf, treatmentCdf]: readonly [Float64Array, Float64Array],
  random: RandomGenerator,
): End => {
  const history: PastLook[] = [];
  let controlConversions = 0;
  let treatmentConversions = 0;
  for (let look = 1; ; look += 1) {
    controlConversions += draw(controlCdf, random);
    treatmentConversions += draw(treatmentCdf, random);
    const leads = look * leadsPerLook;
    const control = { leads, conversions: controlConversions };
    const treatment = { leads, conversions: treatmentConversions };
    const answer = rules[plan.rule].recommend(
      {
        control,
        treatment,
        minSampleSize: 100,
        confidenceLevel: 0.95,
        plannedLeads: plan.plannedLeads,
        standing: null,
        history,
      },
      thresholds,
    );
    if (answer.recommendation !== 'CONTINUE' || answer.needsPerson || look === maxLooks)
      return { answer, leads, lift: liftPct(control, treatment) };
    history.push({
      information: answer.progress?.information ?? null,
      control_leads: leads,
      control_conversions: controlConversions,
      treatment_leads: leads,
      treatment_conversions: treatmentConversions,
    });
  }
};

/** `experiments` simulated experiments of one plan at one true lift. */
export const simulate = (plan: Plan, lift: number, experiments: number, seed: number): Tally => {
  const random = xoroshiro128plus(seed);
  const cdfs = [
    binomialCdf(leadsPerLook, baselineRate),
    binomialCdf(leadsPerLook, baselineRate * (1 + lift)),
  ] as const;
  let tally = emptyTally;
  for (let i = 0; i < experiments; i += 1) {
    const { answer, leads, lift: observed } = experiment(plan, cdfs, random);
    const kept = answer.recommendation === 'KEEP';
    const keptLift = kept ? (observed ?? 0) : 0;
    tally = {
      experiments: tally.experiments + 1,
      keep: tally.keep + (kept ? 1 : 0),
      kill: tally.kill + (answer.recommendation === 'KILL' ? 1 : 0),
      leads: tally.leads + leads,
      leadsSquared: tally.leadsSquared + leads * leads,
      keptLift: tally.keptLift + keptLift,
      keptLiftSquared: tally.keptLiftSquared + keptLift * keptLift,
    };
  }
  return tally;
};

/** A part of a cell: the index of its plan and lift, how many experiments, and their seed. */
export type CountsTask = {
  readonly kind: 'counts';
  readonly cell: number;
  readonly plan: number;
  readonly lift: number;
  readonly experiments: number;
  readonly seed: number;
};

export const simulateCounts = (task: CountsTask): Tally => {
  const plan = plans[task.plan];
  if (plan === undefined) throw new Error(`simulate: no plan ${task.plan}`);
  return simulate(plan, task.lift, task.experiments, task.seed);
};
