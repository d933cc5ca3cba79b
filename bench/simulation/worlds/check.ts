// What the present rules do in a few worlds, so that a rule that changes is noticed: shares of tests of other seeds than
// those that are checked. A change of the rules on purpose changes this table, by the command that the failure names.
import { asShipped, type Choice, chosenCells } from './cells.ts';
import type { Simulated } from './page.ts';
import type { Cell } from './run.ts';

type Expected = {
  readonly cell: Cell;
  /** How many tests the shares are of. */
  readonly runs: number;
  readonly kept: number;
  readonly killed: number;
  readonly asked: number;
};

const cellOf = (truth: string, changes: Partial<Choice> = {}): Cell =>
  chosenCells({
    truths: [truth],
    rates: [0.3],
    volumes: [100],
    looks: [asShipped.looks],
    powers: [asShipped.power],
    profile: asShipped.profile,
    rule: asShipped.rule,
    ...changes,
  })[0] as Cell;

export const expected: readonly Expected[] = [
  { cell: cellOf('null'), runs: 4000, kept: 0.0315, killed: 0.524, asked: 0.4445 },
  { cell: cellOf('better-20'), runs: 4000, kept: 0.8833, killed: 0.0163, asked: 0.1005 },
  { cell: cellOf('sooner-10', { volumes: [400] }), runs: 4000, kept: 0.996, killed: 0, asked: 0.004 },
  { cell: cellOf('better-20-slower'), runs: 4000, kept: 0.0105, killed: 0.924, asked: 0.0655 },
  { cell: cellOf('more-dead'), runs: 4000, kept: 0.4008, killed: 0.0183, asked: 0.581 },
  { cell: cellOf('null', { profile: 'basic' }), runs: 16_000, kept: 0.0254, killed: 0.9746, asked: 0 },
];

const ends = ['kept', 'killed', 'asked'] as const;

/** A sentence for every share that lies more than `limit` standard errors of both simulations from the expected one. */
export const changed = (
  results: readonly Simulated[],
  from: readonly Expected[] = expected,
  limit = 3,
): readonly string[] =>
  results.flatMap(({ cell, tally }, i) =>
    ends.flatMap((end) => {
      const { [end]: share, runs } = from[i] as Expected;
      const inside = Math.min(Math.max(share, 1 / runs), 1 - 1 / runs);
      const error = Math.sqrt(inside * (1 - inside) * (1 / tally.runs + 1 / runs));
      const got = tally[end] / tally.runs;
      return Math.abs(got - share) <= limit * error
        ? []
        : [
            `${cell.truth.name}, ${cell.leadsPerDay} a day, ${cell.profile}: ${(100 * got).toFixed(1)} % ${end}, expected ${(100 * share).toFixed(1)} ± ${(100 * limit * error).toFixed(1)} %`,
          ];
    }),
  );
