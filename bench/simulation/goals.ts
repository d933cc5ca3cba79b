// What the decisions are to achieve under the profile `rigorous` as shipped, as a list that a program can hold against
// simulated cells. It knows no simulation: a goal that today's rules miss stays here until they meet it.

/** What of a cell is looked at: a share of its tests, or the mean share of the planned leads at the end. */
export type Quantity = 'kept' | 'killed' | 'killedEarly' | 'shareOfPlan';

export type Goal = {
  readonly truth: string;
  readonly quantity: Quantity;
  /** The interval's end on this side has to be within it; 0 or 1 of a share: no test or every test of the cell. */
  readonly atMost?: number;
  readonly atLeast?: number;
};

export const goals: readonly Goal[] = [
  { truth: 'null', quantity: 'kept', atMost: 0.03 },
  { truth: 'null', quantity: 'killed', atLeast: 0.96 },
  { truth: 'sooner-3', quantity: 'kept', atMost: 0.035 },
  { truth: 'sooner-10', quantity: 'kept', atMost: 0.035 },
  { truth: 'better-20', quantity: 'kept', atLeast: 0.87 },
  { truth: 'better-20', quantity: 'killed', atMost: 0.13 },
  { truth: 'better-20-slower', quantity: 'killedEarly', atMost: 0 },
  { truth: 'better-30', quantity: 'kept', atLeast: 0.97 },
  { truth: 'worse-20', quantity: 'killed', atLeast: 0.995 },
  { truth: 'worse-20', quantity: 'shareOfPlan', atMost: 0.25 },
  { truth: 'worse-40', quantity: 'killed', atLeast: 0.995 },
  { truth: 'worse-40', quantity: 'shareOfPlan', atMost: 0.15 },
  { truth: 'novelty-60', quantity: 'kept', atMost: 0.3 },
];

/** Goals that no cell can show before the rules have what they speak of. */
export const notYetMeasurable: readonly string[] = [
  'null: mean sample at least 20 % below the same plan without futility (no rule has futility)',
  'worse-20, worse-40: early ends cost at most 1.5 points of power for +20 % (there is no early end for harm to leave out)',
  'novelty-60: its check costs at most 4 points of power for +20 % (there is no such check)',
  'fading-40: found by the watch within 90 days in at least 80 % (there is no watch)',
];
