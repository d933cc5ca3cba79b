// Which cells are simulated: truths crossed with rates, volumes, looks and terms of the test; and sums over the tests of
// a cell. Knows no thread and no page.
import type { Profile, RuleName } from '../../../src/plv8/settings/names.ts';
import { addTallies } from '../tally.ts';
import { type Cell, type End, simulateTest, type Terms } from './run.ts';
import { mainTruths, otherTruths, type Truth, truths } from './truths.ts';

/** Sums over the tests of a cell, so that the results of threads can be added. */
export type Tally = {
  readonly runs: number;
  readonly kept: number;
  readonly killed: number;
  readonly asked: number;
  readonly running: number;
  /** Killed before the planned sample was there. */
  readonly killedEarly: number;
  readonly days: number;
  readonly leads: number;
  readonly shareOfPlan: number;
  readonly shareOfPlanSquared: number;
  readonly plannedLeads: number;
  readonly keptLift: number;
};

export const emptyTally: Tally = {
  runs: 0,
  kept: 0,
  killed: 0,
  asked: 0,
  running: 0,
  killedEarly: 0,
  days: 0,
  leads: 0,
  shareOfPlan: 0,
  shareOfPlanSquared: 0,
  plannedLeads: 0,
  keptLift: 0,
};

const is = (end: End, what: End['ended']): number => (end.ended === what ? 1 : 0);

const tallyOf = (end: End): Tally => ({
  runs: 1,
  kept: is(end, 'kept'),
  killed: is(end, 'killed'),
  asked: is(end, 'asked'),
  running: is(end, 'running'),
  killedEarly: is(end, 'killed') * (end.shareOfPlan < 1 ? 1 : 0),
  days: end.days,
  leads: end.leads,
  shareOfPlan: end.shareOfPlan,
  shareOfPlanSquared: end.shareOfPlan ** 2,
  plannedLeads: end.plannedLeads,
  keptLift: is(end, 'kept') * (end.liftPct ?? 0),
});

/** What a thread takes at once: the same runs of cells that share arrivals, and with them the boundaries of looks. */
export type WorldsTask = {
  readonly kind: 'worlds';
  readonly cells: readonly (Omit<Cell, 'truth'> & { readonly truth: string })[];
  /** Where the cells stand in the list of all. */
  readonly positions: readonly number[];
  readonly first: number;
  readonly runs: number;
  readonly seed: number;
};

/** One tally per cell of the task. The runs come first, so that boundaries are remembered from truth to truth. */
export const simulateWorlds = ({ cells, first, runs, seed }: WorldsTask): readonly Tally[] => {
  const tallies: Tally[] = cells.map(() => emptyTally);
  const named = cells.map((cell) => ({ ...cell, truth: truthNamed(cell.truth) }));
  for (let index = first; index < first + runs; index += 1)
    for (const [i, cell] of named.entries())
      tallies[i] = addTallies(tallies[i] as Tally, tallyOf(simulateTest(cell, seed, index)));
  return tallies;
};

const runsPerTask = 50;

/** The positions of cells that differ by their truth alone. */
const groupsOf = (cells: readonly Cell[]): readonly (readonly number[])[] => {
  const groups = new Map<string, number[]>();
  for (const [position, { truth: _, ...terms }] of cells.entries()) {
    const key = JSON.stringify(terms);
    groups.set(key, [...(groups.get(key) ?? []), position]);
  }
  return [...groups.values()];
};

export const tasksFor = (cells: readonly Cell[], runs: number, seed: number): readonly WorldsTask[] =>
  groupsOf(cells).flatMap((positions) =>
    Array.from({ length: Math.ceil(runs / runsPerTask) }, (_, k) => ({
      kind: 'worlds' as const,
      cells: positions.map((position) => {
        const cell = cells[position] as Cell;
        return { ...cell, truth: cell.truth.name };
      }),
      positions,
      first: k * runsPerTask,
      runs: Math.min(runsPerTask, runs - k * runsPerTask),
      seed,
    })),
  );

export const truthNamed = (name: string): Truth => {
  const found = truths.find((truth) => truth.name === name);
  if (found === undefined) throw new Error(`there is no truth "${name}"`);
  return found;
};

export const baseRates = [0.22, 0.3] as const;
export const volumes = [50, 100, 400] as const;

const crossed = (
  chosen: readonly Truth[],
  rates: readonly number[],
  perDay: readonly number[],
  terms: Terms,
): readonly Cell[] =>
  rates.flatMap((baseRate) =>
    perDay.flatMap((leadsPerDay) => chosen.map((truth) => ({ ...terms, truth, baseRate, leadsPerDay }))),
  );

export const asShipped: Terms = { profile: 'rigorous', rule: null, power: null, looks: 'weekly' };

/** The cells that the goals speak of. */
export const goalCells: readonly Cell[] = crossed(mainTruths, baseRates, volumes, asShipped);

/** Parts of the page that can be simulated by themselves; together they are all of it. */
export const sections = {
  main: crossed(mainTruths, [0.3], [100], asShipped),
  others: crossed(otherTruths, [0.3], [100], asShipped),
  volumes: goalCells.filter(({ baseRate, leadsPerDay }) => baseRate === 0.3 && leadsPerDay !== 100),
  rates: goalCells.filter(({ baseRate }) => baseRate !== 0.3),
  daily: crossed(mainTruths, [0.3], [100], { ...asShipped, looks: 'daily' }),
  power: [0.9, 0.95].flatMap((power) => crossed(mainTruths, [0.3], [100], { ...asShipped, power })),
  basic: crossed(mainTruths, [0.3], [100], { ...asShipped, profile: 'basic' }),
} as const satisfies Readonly<Record<string, readonly Cell[]>>;
export type Section = keyof typeof sections;
export const sectionNames = Object.keys(sections) as readonly Section[];

export type Choice = {
  readonly truths: readonly string[];
  readonly rates: readonly number[];
  readonly volumes: readonly number[];
  readonly looks: readonly Terms['looks'][];
  readonly powers: readonly (number | null)[];
  readonly profile: Profile;
  readonly rule: RuleName | null;
};

/** Any other cells that somebody asks for. */
export const chosenCells = (choice: Choice): readonly Cell[] =>
  choice.looks.flatMap((looks) =>
    choice.powers.flatMap((power) =>
      crossed(choice.truths.map(truthNamed), choice.rates, choice.volumes, {
        profile: choice.profile,
        rule: choice.rule,
        power,
        looks,
      }),
    ),
  );
