// The simulated worlds as tasks for threads, and their results held against goals and against what is known of the
// present rules. Knows no file and no page.
import { type Goal, goals, notYetMeasurable } from './goals.ts';
import { runInThreads } from './pool.ts';
import { addTallies } from './tally.ts';
import { asShipped, emptyTally, type Tally, tasksFor, type WorldsTask } from './worlds/cells.ts';
import type { Simulated } from './worlds/page.ts';
import { type Figure, figureOf } from './worlds/rows.ts';
import type { Cell } from './worlds/run.ts';

export const runWorlds = async (
  cells: readonly Cell[],
  runs: number,
  seed: number,
  threads?: number,
): Promise<readonly Simulated[]> => {
  const tasks = tasksFor(cells, runs, seed);
  const parts = await runInThreads<WorldsTask, readonly Tally[]>({
    tasks,
    size: (task) => task.cells.length * task.runs,
    unit: 'tests',
    ...(threads === undefined ? {} : { threads }),
  });
  const tallies: Tally[] = cells.map(() => emptyTally);
  for (const [i, { positions }] of tasks.entries())
    for (const [k, position] of positions.entries())
      tallies[position] = addTallies(tallies[position] as Tally, (parts[i] as readonly Tally[])[k] as Tally);
  return cells.map((cell, i) => ({ cell, tally: tallies[i] as Tally }));
};

const isMet = ({ atMost, atLeast }: Goal, { value, low, high }: Figure): boolean => {
  // None and all are meant as they stand: an interval never ends there.
  if (atMost === 0 || atLeast === 1) return value === (atMost ?? atLeast);
  return (atMost === undefined || high <= atMost) && (atLeast === undefined || low >= atLeast);
};

const percent = (x: number): string => (100 * x).toFixed(1);

/** One line for each goal and each cell it speaks of, as shipped. */
export const goalLines = (results: readonly Simulated[]): readonly string[] => {
  const shipped = results.filter(({ cell }) =>
    Object.entries(asShipped).every(([key, value]) => cell[key as keyof Cell] === value),
  );
  return goals.flatMap((goal) =>
    shipped
      .filter(({ cell }) => cell.truth.name === goal.truth)
      .map(({ cell, tally }) => {
        const figure = figureOf(tally, goal.quantity);
        const bound =
          goal.atMost === undefined ? `≥ ${percent(goal.atLeast ?? 0)}` : `≤ ${percent(goal.atMost)}`;
        const where = `${cell.baseRate.toFixed(2).slice(1)}, ${cell.leadsPerDay} a day`;
        return `${isMet(goal, figure) ? 'met   ' : 'missed'} ${goal.truth} (${where}): ${goal.quantity} ${bound} %, is ${percent(figure.value)} % (${percent(figure.low)}–${percent(figure.high)})`;
      }),
  );
};

export const goalReport = (results: readonly Simulated[]): readonly string[] => [
  ...goalLines(results),
  ...notYetMeasurable.map((text) => `missed ${text}`),
];
