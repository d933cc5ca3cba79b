// The two rules on bare counts: every plan at every lift, as tasks for threads and as results; and the comparison with
// the reference table. Knows no file and no page.
import { type CountsTask, emptyTally, lifts, plans, type Tally } from './cell.ts';
import type { Result } from './page.ts';
import { runInThreads } from './pool.ts';
import { disagreements, reference, rowOf } from './results.ts';
import { addTallies } from './tally.ts';

/** Small parts, the long cells first, so that no thread ends long before the others. */
const tasksFor = (experiments: number, seed: number): CountsTask[] => {
  const part = 1000;
  const parts = Math.ceil(experiments / part);
  return plans
    .flatMap((_plan, plan) => lifts.map((lift, i) => ({ plan, lift, cell: plan * lifts.length + i })))
    .flatMap((cell) =>
      Array.from({ length: parts }, (_, k) => ({
        kind: 'counts' as const,
        ...cell,
        experiments: Math.min(part, experiments - k * part),
        seed: seed * 1_000_003 + cell.cell * parts + k,
      })),
    )
    .sort((a, b) => b.plan - a.plan);
};

/** One tally per plan and lift, the lifts of a plan together. */
export const runCounts = async (experiments: number, seed: number): Promise<readonly Tally[]> => {
  const tasks = tasksFor(experiments, seed);
  const parts = await runInThreads<CountsTask, Tally>({
    tasks,
    size: (task) => task.experiments,
    unit: 'experiments',
  });
  const tallies: Tally[] = Array.from({ length: plans.length * lifts.length }, () => emptyTally);
  for (const [i, { cell }] of tasks.entries())
    tallies[cell] = addTallies(tallies[cell] as Tally, parts[i] as Tally);
  return tallies;
};

export const resultsOf = (tallies: readonly Tally[]): readonly Result[] =>
  plans.map((plan, p) => ({
    plan,
    rows: lifts.map((_lift, i) => rowOf(tallies[p * lifts.length + i] ?? emptyTally)),
  }));

/** A sentence for every figure that lies more than 4 standard errors from the reference. */
export const disagreementsWithReference = (tallies: readonly Tally[]): readonly string[] =>
  plans.flatMap((plan, p) =>
    lifts.flatMap((lift, i) => {
      const expected = reference.plans[plan.name]?.find((row) => row.lift === lift);
      const tally = tallies[p * lifts.length + i];
      if (expected === undefined || tally === undefined) return [];
      return disagreements(tally, expected).map(
        (d) =>
          `${plan.name} at ${100 * lift} %: ${d.what} is ${d.got}, reference ${d.expected} (${d.errors.toFixed(1)} standard errors)`,
      );
    }),
  );
