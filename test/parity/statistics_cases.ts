// The reference values in test/data/statistics as cases: operation, input, and what each output must be, at the
// tolerance that the file states. Used in Node and, through the installed functions, inside Postgres.
import { readFileSync } from 'node:fs';
import type { InputOf, StatisticsName } from '../support/operations.ts';

/** `scale` is what a relative tolerance refers to; by default the expected value itself. */
export type Expectation = {
  readonly key: string;
  readonly expected: number | boolean | null;
  readonly tolerance: number;
  readonly scale?: number;
};
type CaseOf<Name extends StatisticsName> = {
  readonly name: string;
  readonly operation: Name;
  readonly input: InputOf<Name>;
  /** One list of expectations per row of the result. */
  readonly rows: readonly (readonly Expectation[])[];
};
export type Case = { [Name in StatisticsName]: CaseOf<Name> }[StatisticsName];

const load = (file: string) =>
  JSON.parse(readFileSync(new URL(`../data/statistics/${file}.json`, import.meta.url), 'utf8'));

const near = (key: string, expected: number | null, tolerance: number): Expectation => ({
  key,
  expected,
  tolerance,
});

const interval = (low: string, high: string, expected: readonly [number, number] | null): Expectation[] => {
  const scale = expected === null ? 0 : Math.max(Math.abs(expected[0]), Math.abs(expected[1]));
  return [
    { key: low, expected: expected?.[0] ?? null, tolerance: 1e-12, scale },
    { key: high, expected: expected?.[1] ?? null, tolerance: 1e-12, scale },
  ];
};

// biome-ignore lint/suspicious/noExplicitAny: the shape of a reference file is what the file says
type Row = any;

const twoProportion = (): Case[] =>
  load('two_proportion').cases.map(
    (c: Row): Case => ({
      name: `two proportions ${c.id}`,
      operation: 'two_proportion_test',
      input: {
        control_conversions: c.control_x,
        control_leads: c.control_n,
        treatment_conversions: c.treatment_x,
        treatment_leads: c.treatment_n,
        confidence_level: 0.95,
      },
      rows: [
        [
          near('z', c.z, 1e-12),
          near('p_value', c.p_two_sided, 1e-12),
          near('control_rate', c.control_rate, 1e-12),
          near('treatment_rate', c.treatment_rate, 1e-12),
          near('lift_pct', c.lift_pct, 1e-12),
          near('difference', c.diff, 1e-12),
          ...interval('difference_low', 'difference_high', c.ci95_diff),
          ...interval('lift_low_pct', 'lift_high_pct', c.ci95_lift),
        ],
      ],
    }),
  );

const power = (): Case[] =>
  load('power').cases.map(
    (c: Row): Case => ({
      name: `power ${c.baseline_rate} ${c.relative_lift}`,
      operation: 'required_sample_size',
      input: {
        baseline_rate: c.baseline_rate,
        relative_lift: c.relative_lift,
        power: c.power,
        confidence_level: Number((1 - c.alpha_two_sided).toFixed(6)),
      },
      rows: [[near('exact', c.n_per_group_exact, 1e-11), near('leads_per_group', c.n_per_group, 0)]],
    }),
  );

// The file leaves a share of 0 or 100 % null and wants any lead in the arm that should be empty flagged besides.
const leaks = (c: Row): boolean => c.expected_treatment_pct === 100 && c.n_control > 0;

const sampleRatio = (): Case[] =>
  load('srm').cases.map(
    (c: Row): Case => ({
      name: `sample ratio ${c.n_control}:${c.n_treatment} at ${c.expected_treatment_pct} %`,
      operation: 'sample_ratio_test',
      input: {
        control_leads: c.n_control,
        treatment_leads: c.n_treatment,
        treatment_pct: c.expected_treatment_pct,
      },
      rows: [
        [
          near('chi_square', c.chi2, 1e-11),
          near('p_value', c.p, 1e-11),
          { key: 'mismatch', expected: leaks(c) || c.srm_at_0_001, tolerance: 0 },
        ],
      ],
    }),
  );

const welch = (): Case[] =>
  load('welch').cases.map(
    (c: Row): Case => ({
      name: `Welch ${c.tag} ${c.control.mean}`,
      operation: 'welch_test',
      input: {
        control_mean: c.control.mean,
        control_variance: c.control.var,
        control_n: c.control.n,
        treatment_mean: c.treatment.mean,
        treatment_variance: c.treatment.var,
        treatment_n: c.treatment.n,
      },
      rows: [
        [
          near('t', c.t, 1e-12),
          near('degrees_of_freedom', c.df, 1e-12),
          near('p_value', c.p_two_sided, 1e-10),
          ...interval('difference_low', 'difference_high', c.ci95_diff),
        ],
      ],
    }),
  );

const boundaries = (): Case[] =>
  Object.entries<Row>(load('group_sequential').by_K).map(
    ([looks, c]): Case => ({
      name: `boundaries of ${looks} looks`,
      operation: 'sequential_boundaries',
      input: { information_fractions: c.information_fractions, confidence_level: 0.95 },
      rows: c.information_fractions.map((fraction: number, i: number) => [
        near('look', i + 1, 0),
        near('information_fraction', fraction, 0),
        near('alpha_spent', c.cumulative_alpha_spent[i], 1e-6),
        { key: 'z_boundary', expected: c.z_lan_demets_obf[i], tolerance: 1e-6, scale: 1 },
      ]),
    }),
  );

const normal = (): Case[] => [
  ...load('normal_cdf').points.flatMap((p: Row): Case[] => [
    {
      name: `upper tail of ${p.z}`,
      operation: 'normal_upper_tail',
      input: { z: p.z },
      rows: [[near('value', p.upper, 1e-12)]],
    },
    {
      name: `lower tail of ${p.z}`,
      operation: 'normal_upper_tail',
      input: { z: -p.z },
      rows: [[near('value', p.phi, 1e-12)]],
    },
  ]),
  ...load('normal_quantile').points.map(
    (p: Row): Case => ({
      name: `quantile of ${p.q}`,
      operation: 'normal_quantile',
      input: { q: p.q },
      rows: [[near('value', p.z, 1e-12)]],
    }),
  ),
];

export const statisticsCases: readonly Case[] = [
  ...twoProportion(),
  ...power(),
  ...sampleRatio(),
  ...welch(),
  ...boundaries(),
  ...normal(),
];

/** 1e-322 covers doubles so small that they have no 12 digits; 1e-15 covers an exact 0. */
const meets = ({ expected, tolerance, scale }: Expectation, actual: unknown): boolean => {
  if (typeof expected !== 'number' || typeof actual !== 'number') return actual === expected;
  if (expected === 0 && Math.abs(actual) <= 1e-15) return true;
  return Math.abs(actual - expected) <= Math.max(tolerance * (scale ?? Math.abs(expected)), 1e-322);
};

/** Every output that misses its reference value, in words; empty when all meet it. */
export const misses = (c: Case, rows: readonly Readonly<Record<string, unknown>>[]): readonly string[] => {
  if (rows.length !== c.rows.length) return [`${c.name}: ${rows.length} rows instead of ${c.rows.length}`];
  return c.rows.flatMap((expectations, i) =>
    expectations
      .filter((e) => !meets(e, rows[i]?.[e.key]))
      .map((e) => `${c.name} row ${i + 1}: ${e.key} is ${rows[i]?.[e.key]}, expected ${e.expected}`),
  );
};
