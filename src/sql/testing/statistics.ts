// The statistics for a person in psql: named arguments in, rows out. Every function hands its arguments to the operation
// of the same name; what is computed, checked and refused stands in src/plv8/statistics.
import {
  type Fragment,
  ident,
  join,
  literal,
  routine,
  type SqlModule,
  type SqlObject,
  sql,
} from '../kit/sql.ts';

type Argument = { readonly name: string; readonly type: ArgumentType; readonly default?: string };
type ArgumentType = 'numeric' | 'double precision' | 'double precision[]' | 'text';
type Column = {
  readonly name: string;
  readonly type: 'double precision' | 'numeric' | 'integer' | 'boolean' | 'text';
};

const raw = (text: string): Fragment => ({ sqlText: text });
const counts = (...names: readonly string[]): readonly Argument[] =>
  names.map((name) => ({ name, type: 'numeric' }));
const float = (name: string, byDefault?: string): Argument =>
  byDefault === undefined
    ? { name, type: 'double precision' }
    : { name, type: 'double precision', default: byDefault };
const floats = (...names: readonly string[]): readonly Column[] =>
  names.map((name) => ({ name, type: 'double precision' }));
const reason: Column = { name: 'reason', type: 'text' };

type Described = {
  readonly name: string;
  readonly arguments: readonly Argument[];
  readonly columns: readonly Column[];
  readonly many?: boolean;
  readonly comment: string;
};

const declaration = (a: Argument): Fragment =>
  raw(`  ${a.name} ${a.type}${a.default === undefined ? '' : ` default ${a.default}`}`);

/** A function that returns rows; `many` where the operation answers with an array. */
const rowsFunction = (d: Described): SqlObject =>
  routine({
    signature: `lh_engine.${d.name}(${d.arguments.map((a) => a.type).join(', ')})`,
    grants: ['operator', 'reader'],
    comment: d.comment,
    sql: sql`
create or replace function lh_engine.${ident(d.name)}(
${join(d.arguments.map(declaration), ',\n')}
)
returns table (${raw(d.columns.map((c) => `${c.name} ${c.type}`).join(', '))})
language plpgsql
stable
parallel restricted
set search_path to 'pg_catalog', 'pg_temp'
set extra_float_digits to 1
as $$
declare
  v_result json;
begin
  select lh_engine.call_js(
    ${literal(d.name)},
    json_build_object(
${join(
  d.arguments.map((a) => sql`      ${literal(a.name)}, ${ident(d.name)}.${ident(a.name)}`),
  ',\n',
)}
    )
  )
  into v_result;
  return query
  select r.*
  from ${raw(d.many === true ? 'json_to_recordset' : 'json_to_record')}(v_result) as r (${raw(d.columns.map((c) => `${c.name} ${c.type}`).join(', '))});
end
$$`,
  });

/** A function of one number that returns one number. */
const numberFunction = (name: string, argument: string, comment: string): SqlObject =>
  routine({
    signature: `lh_engine.${name}(double precision)`,
    grants: ['operator', 'reader'],
    comment,
    sql: sql`
create or replace function lh_engine.${ident(name)}(${ident(argument)} double precision)
returns double precision
language plpgsql
stable
parallel restricted
set search_path to 'pg_catalog', 'pg_temp'
set extra_float_digits to 1
as $$
declare
  v_result json;
begin
  select lh_engine.call_js(${literal(name)}, json_build_object(${literal(argument)}, ${ident(name)}.${ident(argument)}))
  into v_result;
  return (v_result ->> 'value')::double precision;
end
$$`,
  });

const confidence = float('confidence_level', '0.95');
const fourCounts = counts('control_conversions', 'control_leads', 'treatment_conversions', 'treatment_leads');

const described: readonly Described[] = [
  {
    name: 'two_proportion_test',
    arguments: [...fourCounts, confidence],
    columns: [
      ...floats(
        'z',
        'p_value',
        'control_rate',
        'treatment_rate',
        'lift_pct',
        'lift_low_pct',
        'lift_high_pct',
      ),
      ...floats('difference', 'difference_low', 'difference_high'),
      reason,
    ],
    comment:
      'Compares two conversion rates: pooled z-test (two-sided p), relative lift in percent with its Katz interval, difference of the rates with its Newcombe interval. Undefined values are null and reason says why.',
  },
  {
    name: 'required_sample_size',
    arguments: [float('baseline_rate'), float('relative_lift'), float('power', '0.8'), confidence],
    columns: [{ name: 'leads_per_group', type: 'numeric' }, ...floats('exact')],
    comment:
      'Leads per group that show a relative lift (0.2 for 20 %) of a baseline rate with the given power: the formula of power.prop.test in R.',
  },
  {
    name: 'minimum_detectable_lift',
    arguments: [float('baseline_rate'), ...counts('leads_per_group'), float('power', '0.8'), confidence],
    columns: floats('lift_pct'),
    comment:
      'The relative lift in percent that a test with so many leads per group detects with the given power; null where even a rate of 1 would not be detected.',
  },
  {
    name: 'sample_ratio_test',
    arguments: [...counts('control_leads', 'treatment_leads'), float('treatment_pct', '50')],
    columns: [...floats('chi_square', 'p_value'), { name: 'mismatch', type: 'boolean' }],
    comment:
      'Whether the arms got the share of leads they should have: chi-square with one degree of freedom; mismatch where p is below 0.001. Null without leads or with a share of 0 or 100 %, where mismatch is true as soon as the arm that should be empty has a lead.',
  },
  {
    name: 'welch_test',
    arguments: [
      float('control_mean'),
      float('control_variance'),
      ...counts('control_n'),
      float('treatment_mean'),
      float('treatment_variance'),
      ...counts('treatment_n'),
    ],
    columns: [...floats('t', 'degrees_of_freedom', 'p_value', 'difference_low', 'difference_high'), reason],
    comment:
      'Compares two means without assuming equal variances (Welch): t, two-sided p and the 95 % interval of the difference, treatment minus control. Variances are divided by n - 1. Undefined values are null and reason says why.',
  },
  {
    name: 'sequential_boundaries',
    arguments: [{ name: 'information_fractions', type: 'double precision[]' }, confidence],
    columns: [
      { name: 'look', type: 'integer' },
      ...floats('information_fraction', 'alpha_spent', 'z_boundary'),
    ],
    many: true,
    comment:
      'How far z must lie from 0 at each look so that all looks together keep the error rate: Lan and DeMets, O Brien-Fleming type, two-sided. The fractions of the planned information increase strictly, from above 0 up to 1. z_boundary is null where a look is so early that no z can pass.',
  },
  {
    name: 'decide_test',
    arguments: [
      ...fourCounts,
      { name: 'rule', type: 'text', default: `'brief'` },
      { name: 'min_sample_size', type: 'numeric', default: '100' },
      confidence,
      { name: 'planned_leads_per_group', type: 'numeric', default: 'null' },
      { name: 'information_fractions', type: 'double precision[]', default: `'{}'` },
    ],
    columns: [
      { name: 'recommendation', type: 'text' },
      { name: 'needs_person', type: 'boolean' },
      ...floats('lift_pct', 'z', 'p_value', 'information', 'z_boundary'),
      reason,
    ],
    comment:
      'The verdict of a rule (brief or sequential) on bare counts, with the default thresholds and without gates. Rule sequential needs planned_leads_per_group and the information fractions of the looks before this one.',
  },
];

export const statistics: SqlModule = {
  name: 'statistics',
  objects: [
    ...described.map(rowsFunction),
    numberFunction('normal_upper_tail', 'z', 'The probability that a standard normal variable exceeds z.'),
    numberFunction(
      'normal_quantile',
      'q',
      'The z below which a standard normal variable lies with probability q, 0 < q < 1.',
    ),
  ],
};
