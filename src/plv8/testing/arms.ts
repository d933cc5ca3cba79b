// Sums the groups of leads that SQL counted into arms and sources. Knows no rule.
import type { Arm } from '../statistics/proportions.ts';
import type { Stratum } from '../statistics/strata.ts';
import type { Sample } from '../statistics/welch.ts';
import type { Group } from './document.ts';

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

const sampleOf = (group: Group): Sample => ({
  n: group.response_mean_hours === null ? 0 : group.response_n,
  mean: group.response_mean_hours ?? 0,
  variance: group.response_variance ?? 0,
});

const armOf = (groups: readonly Group[], name: string): ArmData => {
  const own = groups.filter((group) => group.group === name);
  const sum = (key: 'leads' | 'conversions' | 'dead'): number =>
    own.reduce((total, group) => total + group[key], 0);
  return {
    leads: sum('leads'),
    conversions: sum('conversions'),
    dead: sum('dead'),
    response: own.map(sampleOf).reduce(merge, emptySample),
  };
};

export const armsOf = (groups: readonly Group[]): Arms => ({
  control: armOf(groups, 'control'),
  treatment: armOf(groups, 'treatment'),
});

/** Leads of the test whose group is neither control nor treatment. */
export const unknownLeads = (groups: readonly Group[]): number =>
  groups
    .filter((group) => group.group !== 'control' && group.group !== 'treatment')
    .reduce((total, group) => total + group.leads, 0);

/** One entry per lead source, the largest first. */
export const sourcesOf = (groups: readonly Group[]): readonly SourceCounts[] => {
  const bySource = new Map<string | null, Group[]>();
  for (const group of groups)
    if (group.group === 'control' || group.group === 'treatment')
      bySource.set(group.source, [...(bySource.get(group.source) ?? []), group]);
  return [...bySource]
    .map(([source, own]) => ({ source, ...armsOf(own) }))
    .map(({ source, control, treatment }) => ({
      source,
      control: { leads: control.leads, conversions: control.conversions },
      treatment: { leads: treatment.leads, conversions: treatment.conversions },
    }))
    .sort(
      (a, b) =>
        b.control.leads + b.treatment.leads - (a.control.leads + a.treatment.leads) ||
        ((a.source ?? '') < (b.source ?? '') ? -1 : 1),
    );
};
