// Sums what SQL counted into arms and sources. `group` is the value of the host's column; it names an arm, or none.
// Knows no rule.
import type { Arm } from '../statistics/proportions.ts';
import type { Stratum } from '../statistics/strata.ts';
import type { Sample } from '../statistics/welch.ts';
import type { LeadCounts } from './document.ts';

export type ArmData = Arm & { readonly dead: number; readonly response: Sample };
export type Arms = { readonly control: ArmData; readonly treatment: ArmData };
export type SourceCounts = Stratum & { readonly source: string | null };

const emptySample: Sample = { n: 0, mean: 0, variance: 0 };

/** Two samples as one: Chan, Golub and LeVeque 1979. */
const merge = (a: Sample, b: Sample): Sample => {
  if (a.n === 0) return b;
  if (b.n === 0) return a;
  const n = a.n + b.n;
  const gap = b.mean - a.mean;
  const squares = a.variance * (a.n - 1) + b.variance * (b.n - 1) + (gap * gap * a.n * b.n) / n;
  return { n, mean: a.mean + (gap * b.n) / n, variance: squares / (n - 1) };
};

const sampleOf = (counts: LeadCounts): Sample => ({
  n: counts.response_mean_hours === null ? 0 : counts.response_n,
  mean: counts.response_mean_hours ?? 0,
  variance: counts.response_variance ?? 0,
});

const armOf = (counted: readonly LeadCounts[], name: string): ArmData => {
  const own = counted.filter((counts) => counts.group === name);
  const sum = (key: 'leads' | 'conversions' | 'dead'): number =>
    own.reduce((total, counts) => total + counts[key], 0);
  return {
    leads: sum('leads'),
    conversions: sum('conversions'),
    dead: sum('dead'),
    response: own.map(sampleOf).reduce(merge, emptySample),
  };
};

export const armsOf = (counted: readonly LeadCounts[]): Arms => ({
  control: armOf(counted, 'control'),
  treatment: armOf(counted, 'treatment'),
});

const isInArm = ({ group }: LeadCounts): boolean => group === 'control' || group === 'treatment';

/** Leads of the test that are in neither arm. */
export const leadsOfNoArm = (counted: readonly LeadCounts[]): number =>
  counted.filter((counts) => !isInArm(counts)).reduce((total, counts) => total + counts.leads, 0);

const emptyArm: Arm = { leads: 0, conversions: 0 };
const plus = (arm: Arm, counts: LeadCounts): Arm => ({
  leads: arm.leads + counts.leads,
  conversions: arm.conversions + counts.conversions,
});

/** One entry per lead source, the largest first. */
export const sourcesOf = (counted: readonly LeadCounts[]): readonly SourceCounts[] => {
  const bySource = new Map<string | null, Stratum>();
  for (const counts of counted) {
    if (!isInArm(counts)) continue;
    const { control, treatment } = bySource.get(counts.source) ?? { control: emptyArm, treatment: emptyArm };
    bySource.set(
      counts.source,
      counts.group === 'control'
        ? { control: plus(control, counts), treatment }
        : { control, treatment: plus(treatment, counts) },
    );
  }
  return [...bySource]
    .map(([source, { control, treatment }]) => ({ source, control, treatment }))
    .sort(
      (a, b) =>
        b.control.leads + b.treatment.leads - (a.control.leads + a.treatment.leads) ||
        ((a.source ?? '') < (b.source ?? '') ? -1 : 1),
    );
};
