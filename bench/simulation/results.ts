// What a tally says, and whether it agrees with the reference table. Knows the arithmetic of proportions and means.
import { readFileSync } from 'node:fs';
import type { Tally } from './cell.ts';

export type Row = {
  readonly keep: number;
  readonly kill: number;
  readonly undecided: number;
  /** Leads per arm at the end, on average. */
  readonly leads: number;
  /** Mean observed lift of the kept skills in percent; null where none was kept. */
  readonly keptLiftPct: number | null;
};

export const rowOf = (tally: Tally): Row => ({
  keep: tally.keep / tally.experiments,
  kill: tally.kill / tally.experiments,
  undecided: 1 - (tally.keep + tally.kill) / tally.experiments,
  leads: tally.leads / tally.experiments,
  keptLiftPct: tally.keep === 0 ? null : tally.keptLift / tally.keep,
});

export type ReferenceRow = {
  readonly lift: number;
  readonly keep: number;
  readonly kill: number;
  readonly undecided: number;
  readonly leads: number;
  readonly kept_lift_pct: number;
};

/** Plan name to its rows: 200,000 replicates each, rounded as printed. */
export const reference: {
  readonly replicates: number;
  readonly plans: Readonly<Record<string, readonly ReferenceRow[]>>;
} = JSON.parse(
  readFileSync(new URL('../../test/data/statistics/operating_characteristics.json', import.meta.url), 'utf8'),
);

/** Standard deviation of a mean of n values, given their sum and sum of squares. */
const spread = (sum: number, squares: number, n: number): number =>
  Math.sqrt(Math.max(0, squares / n - (sum / n) ** 2));

/** Shares are printed with four decimals, so that 0.0000 stands for anything up to this. */
const shareRounding = 0.00005;

type Comparison = {
  readonly what: string;
  readonly got: number;
  readonly expected: number;
  readonly errors: number;
};

/**
 * Every figure that lies more than `limit` standard errors from the reference, beyond the rounding of the printed
 * figure. The standard error is that of both simulations together.
 */
export const disagreements = (tally: Tally, expected: ReferenceRow, limit = 4): readonly Comparison[] => {
  const n = tally.experiments;
  const m = reference.replicates;
  const row = rowOf(tally);
  const share = (what: string, got: number, p: number): Comparison => {
    const inside = Math.min(Math.max(p, shareRounding), 1 - shareRounding);
    const error = Math.sqrt(inside * (1 - inside) * (1 / n + 1 / m));
    return { what, got, expected: p, errors: Math.max(0, Math.abs(got - p) - shareRounding) / error };
  };
  const mean = (
    what: string,
    got: number,
    value: number,
    deviation: number,
    k: number,
    rounding: number,
  ): Comparison => ({
    what,
    got,
    expected: value,
    errors: Math.max(0, Math.abs(got - value) - rounding) / (deviation * Math.sqrt(1 / k + 1 / m)),
  });
  const comparisons = [
    share('P(KEEP)', row.keep, expected.keep),
    share('P(KILL)', row.kill, expected.kill),
    share('P(undecided)', row.undecided, expected.undecided),
    mean('leads per arm', row.leads, expected.leads, spread(tally.leads, tally.leadsSquared, n), n, 0.5),
    // The reference kept a share of its own replicates only, so its mean is as uncertain as that share allows.
    mean(
      'kept lift',
      row.keptLiftPct ?? 0,
      expected.kept_lift_pct,
      spread(tally.keptLift, tally.keptLiftSquared, tally.keep),
      1 / (1 / tally.keep + 1 / (m * expected.keep)),
      0.05,
    ),
  ];
  return comparisons.filter((comparison) => comparison.errors > limit);
};
