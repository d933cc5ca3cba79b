// The statistics for a person in psql: named arguments in, rows out. Every function hands its arguments to the
// operation of the same name; src/plv8/statistics computes, checks and refuses.
import type { Answer, OperationName } from '../../plv8/entry.ts';
import { defaultsOf } from '../../plv8/settings/catalog.ts';
import { mismatchP, plannedPower } from '../../plv8/settings/fixed.ts';
import { firstProfile, ruleNames } from '../../plv8/settings/names.ts';
import { type Columns, columnDefinitions, routine, type SqlModule, type SqlObject } from '../kit/objects.ts';
import { callJs, columnsOf, fieldsOf, type RowOf } from '../kit/rows.ts';
import { type Fragment, ident, join, literal, sql } from '../kit/sql.ts';

type ArgumentType = 'numeric' | 'double precision' | 'double precision[]' | 'text';
type Arguments = Readonly<Record<string, ArgumentType | `${ArgumentType} default ${string}`>>;

type Described = {
  readonly args: Arguments;
  /** One for each key of the operation's answer. */
  readonly columns: Columns;
  readonly comment: string;
};

const call = (name: OperationName, args: Arguments): Fragment =>
  callJs(
    name,
    sql`json_build_object(
    ${join(
      Object.keys(args).map((arg) => sql`${literal(arg)}, ${ident(name)}.${ident(arg)}`),
      ',\n    ',
    )}
  )`,
  );

const options = {
  language: 'plpgsql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
} as const;

/** A function of the name of the operation that returns its rows; where it answers with a list, one for each entry. */
const rowsFunction = (
  name: OperationName,
  source: 'json_to_record' | 'json_to_recordset',
  d: Described,
): SqlObject =>
  routine({
    name: `lh_engine.${name}`,
    args: d.args,
    returns: { rows: d.columns },
    ...options,
    comment: d.comment,
    body: sql`
declare
  v_result json;
begin
  select ${call(name, d.args)} into v_result;
  return query
  select r.*
  from ${ident(source)}(v_result) as r (${columnDefinitions(d.columns)});
end`,
  });

type NumberName = 'normal_upper_tail' | 'normal_quantile';

const numberAnswer = fieldsOf<Pick<Answer<NumberName>, 'value'>>('v_result');

/** A function of one number that returns one number. */
const numberFunction = (name: NumberName, argument: string, comment: string): SqlObject =>
  routine({
    name: `lh_engine.${name}`,
    args: { [argument]: 'double precision' },
    returns: 'double precision',
    ...options,
    comment,
    body: sql`
declare
  v_result json;
begin
  select ${call(name, { [argument]: 'double precision' })} into v_result;
  return (${numberAnswer.text('value')})::double precision;
end`,
  });

const number = 'double precision';
/** The defaults of arguments that are settings too. */
const defaults = defaultsOf(firstProfile);
const confidence = {
  confidence_level: `double precision default ${defaults['spawning.confidence_level']}`,
} as const;
const fourCounts = {
  control_conversions: 'numeric',
  control_leads: 'numeric',
  treatment_conversions: 'numeric',
  treatment_leads: 'numeric',
} as const;

const twoProportionTest = rowsFunction('two_proportion_test', 'json_to_record', {
  args: { ...fourCounts, ...confidence },
  columns: columnsOf<RowOf<'two_proportion_test'>>()({
    z: number,
    p_value: number,
    control_rate: number,
    treatment_rate: number,
    lift_pct: number,
    lift_low_pct: number,
    lift_high_pct: number,
    difference: number,
    difference_low: number,
    difference_high: number,
    reason: 'text',
  }),
  comment:
    'Compares two conversion rates: pooled z-test (two-sided p), relative lift in percent with its Katz interval, difference of the rates with its Newcombe interval. Undefined values are null and reason says why.',
});

const requiredSampleSize = rowsFunction('required_sample_size', 'json_to_record', {
  args: {
    baseline_rate: number,
    relative_lift: number,
    power: `double precision default ${plannedPower}`,
    ...confidence,
  },
  columns: columnsOf<RowOf<'required_sample_size'>>()({ leads_per_group: 'numeric', exact: number }),
  comment:
    'Leads per arm that show a relative lift (0.2 for 20 %) of a baseline rate with the given power: the formula of power.prop.test in R.',
});

const minimumDetectableLift = rowsFunction('minimum_detectable_lift', 'json_to_record', {
  args: {
    baseline_rate: number,
    leads_per_group: 'numeric',
    power: `double precision default ${plannedPower}`,
    ...confidence,
  },
  columns: columnsOf<RowOf<'minimum_detectable_lift'>>()({ lift_pct: number }),
  comment:
    'The relative lift in percent that a test with so many leads per arm detects with the given power; null where even a rate of 1 would not be detected.',
});

const sampleRatioTest = rowsFunction('sample_ratio_test', 'json_to_record', {
  args: {
    control_leads: 'numeric',
    treatment_leads: 'numeric',
    treatment_pct: `double precision default ${defaults['spawning.traffic_allocation_pct']}`,
  },
  columns: columnsOf<RowOf<'sample_ratio_test'>>()({
    chi_square: number,
    p_value: number,
    mismatch: 'boolean',
  }),
  comment: `Whether the arms got the share of leads they should have: chi-square with one degree of freedom; mismatch where p is below ${mismatchP}. Null without leads or with a share of 0 or 100 %, where mismatch is true as soon as the arm that should be empty has a lead.`,
});

const welchTest = rowsFunction('welch_test', 'json_to_record', {
  args: {
    control_mean: number,
    control_variance: number,
    control_n: 'numeric',
    treatment_mean: number,
    treatment_variance: number,
    treatment_n: 'numeric',
  },
  columns: columnsOf<RowOf<'welch_test'>>()({
    t: number,
    degrees_of_freedom: number,
    p_value: number,
    difference_low: number,
    difference_high: number,
    reason: 'text',
  }),
  comment:
    'Compares two means without assuming equal variances (Welch): t, two-sided p and the 95 % interval of the difference, treatment minus control. Variances are divided by n - 1. Undefined values are null and reason says why.',
});

const sequentialBoundaries = rowsFunction('sequential_boundaries', 'json_to_recordset', {
  args: { information_fractions: 'double precision[]', ...confidence },
  columns: columnsOf<RowOf<'sequential_boundaries'>>()({
    look: 'integer',
    information_fraction: number,
    alpha_spent: number,
    z_boundary: number,
  }),
  comment:
    'How far z must lie from 0 at each look so that all looks together keep the error rate: Lan and DeMets, O Brien-Fleming type, two-sided. The fractions of the planned information increase strictly, from above 0 up to 1. z_boundary is null where a look is so early that no z can pass.',
});

const decideTest = rowsFunction('decide_test', 'json_to_record', {
  args: {
    ...fourCounts,
    rule: `text default ${literal(defaults['decisions.rule']).sqlText}`,
    min_sample_size: `numeric default ${defaults['spawning.min_sample_size']}`,
    ...confidence,
    planned_leads_per_group: 'numeric default null',
    information_fractions: "double precision[] default '{}'",
  },
  columns: columnsOf<RowOf<'decide_test'>>()({
    recommendation: 'text',
    needs_person: 'boolean',
    lift_pct: number,
    z: number,
    p_value: number,
    information: number,
    z_boundary: number,
    reason: 'text',
  }),
  comment: `What a rule (${ruleNames.join(' or ')}) recommends on bare counts, with the default thresholds and without gates. Rule sequential needs planned_leads_per_group and the information fractions of the looks before this one.`,
});

export const statistics: SqlModule = {
  name: 'testing/statistics',
  objects: [
    twoProportionTest,
    requiredSampleSize,
    minimumDetectableLift,
    sampleRatioTest,
    welchTest,
    sequentialBoundaries,
    decideTest,
    numberFunction('normal_upper_tail', 'z', 'The probability that a standard normal variable exceeds z.'),
    numberFunction(
      'normal_quantile',
      'q',
      'The z below which a standard normal variable lies with probability q, 0 < q < 1.',
    ),
  ],
};
