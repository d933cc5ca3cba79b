// Whether a value fits a column of the host, whatever its type, and the warning where it does not. Knows the catalog of
// Postgres and the columns that the analysis and the learning from feedback write.
import type { Answer } from '../../plv8/entry.ts';
import { routine, type SqlModule } from '../kit/objects.ts';
import { fieldsOf } from '../kit/rows.ts';
import { sql } from '../kit/sql.ts';

const fitNumeric = routine({
  name: 'lh_engine.fit_numeric',
  args: { p_value: 'double precision', p_table: 'regclass', p_column: 'text' },
  returns: 'double precision',
  language: 'sql',
  volatility: 'stable',
  grants: ['operator'],
  comment:
    'The number itself where it fits the type of a column of the host, or null where the column would overflow (a lift of 1500 % in numeric(5,2)).',
  body: sql`
  with recursive base (type, modifier) as (
    select a.atttypid, a.atttypmod
    from pg_attribute as a
    where a.attrelid = p_table and a.attname = p_column
    union all
    select t.typbasetype, coalesce(nullif(base.modifier, -1), t.typtypmod)
    from base
    join pg_type as t on t.oid = base.type
    where t.typtype = 'd'
  )
  select case
    when t.oid = 'int2'::regtype and round(p_value) not between -32768 and 32767 then null
    when t.oid = 'int4'::regtype and round(p_value) not between -2147483648 and 2147483647 then null
    when t.oid = 'int8'::regtype and abs(p_value) >= 9.2e18 then null
    when t.oid = 'float4'::regtype and p_value <> 0 and abs(p_value) not between 1.2e-38 and 3.4e38 then null
    when t.oid = 'numeric'::regtype and b.modifier >= 4
      and abs(round(p_value::numeric, s.scale)) >= 10::numeric ^ (s."precision" - s.scale)::numeric then null
    else p_value
  end
  from base as b
  join pg_type as t on t.oid = b.type and t.typtype <> 'd'
  -- How numeric keeps precision and scale in its modifier (numeric.c).
  cross join lateral (
    select ((b.modifier - 4) >> 16) & 65535, ((((b.modifier - 4) & 2047) # 1024) - 1024)
  ) as s ("precision", scale);`,
});

const fitText = routine({
  name: 'lh_engine.fit_text',
  args: { p_value: 'text', p_table: 'regclass', p_column: 'text' },
  returns: 'text',
  language: 'sql',
  volatility: 'stable',
  grants: ['operator'],
  comment:
    'A text for people, cut to what a column of the host holds (varchar(100), say); the event has the whole text.',
  body: sql`
  -- varchar and char keep their length plus four in their modifier.
  select case
    when a.atttypid in ('varchar'::regtype, 'bpchar'::regtype) and a.atttypmod > 4 then left(p_value, a.atttypmod - 4)
    else p_value
  end
  from pg_attribute as a
  where a.attrelid = p_table and a.attname = p_column;`,
});

const entry = fieldsOf<Answer<'analyze'>['tests'][number]>('e.record');

const unfitWarnings = routine({
  name: 'lh_engine.unfit_warnings',
  args: { p_result: 'json', p_written: 'text[]' },
  returns: 'jsonb',
  language: 'sql',
  volatility: 'stable',
  grants: ['operator'],
  comment:
    'A warning for each value of the written tests that does not fit its column of the host: null there, whole in the event.',
  body: sql`
  select coalesce(
    jsonb_agg(
      jsonb_build_object(
        'code', 'value_does_not_fit',
        'ab_test_id', ${entry.text('ab_test_id')},
        'message', format(
          'test %s: %s does not fit the type of %s.%s and is null there; the event has it',
          ${entry.text('ab_test_id')}, f.value, f.table_name, f.column_name
        ),
        'n', null
      )
    ),
    '[]'::jsonb
  )
  from json_array_elements(p_result -> 'tests') as e (record)
  cross join lateral (
    select
      ${entry.text('outcome')} = 'judged' as is_analysed,
      ${entry.text('recommendation')} in ('KEEP', 'KILL') and e.record ->> 'held' is null as is_final
  ) as v
  cross join lateral (
    values
      ('public.lh_ab_tests', 'control_sample_size', ${entry.text('control', 'leads')}, true),
      ('public.lh_ab_tests', 'treatment_sample_size', ${entry.text('treatment', 'leads')}, true),
      ('public.lh_ab_tests', 'control_conversion_rate', ${entry.text('control', 'rate')}, v.is_analysed),
      ('public.lh_ab_tests', 'treatment_conversion_rate', ${entry.text('treatment', 'rate')}, v.is_analysed),
      ('public.lh_ab_tests', 'lift_pct', ${entry.text('statistics', 'lift_pct')}, v.is_analysed),
      ('public.lh_ab_tests', 'p_value', ${entry.text('statistics', 'p_value')}, v.is_analysed),
      ('public.lh_spawned_skills', 'actual_lift_pct', ${entry.text('statistics', 'lift_pct')}, v.is_final)
  ) as f (table_name, column_name, value, is_written)
  where ${entry.text('ab_test_id')} = any (p_written)
    and f.is_written
    and f.value is not null
    and lh_engine.fit_numeric(f.value::double precision, f.table_name::regclass, f.column_name) is null;`,
});

const unwrittenWarnings = routine({
  name: 'lh_engine.unwritten_warnings',
  args: { p_as_of: 'date', p_rows: 'json' },
  returns: 'jsonb',
  language: 'sql',
  volatility: 'stable',
  grants: ['operator'],
  comment:
    'A warning when rows have no F1 score and public.lh_pattern_performance admits none without; else an empty array.',
  body: sql`
  select coalesce(
    jsonb_agg(
      jsonb_build_object(
        'code', 'pattern_rows_not_written',
        'message', format(
          '%s row(s) of lh_pattern_performance for %s were not written, because they have no F1 score and the column avg_f1_score is not null: %s',
          r.n, p_as_of, r.names
        ),
        'n', r.n
      )
    ),
    '[]'::jsonb
  )
  from (
    select count(*) as n, string_agg(coalesce(e.value ->> 'pattern_type', 'overall'), ', ' order by e.value ->> 'pattern_type' nulls first) as names
    from json_array_elements(p_rows) as e
    cross join lh_engine.pattern_columns() as c
    where not c.optional_score
      and e.value ->> 'avg_f1_score' is null
      and (c.per_pattern or e.value ->> 'pattern_type' is null)
  ) as r
  where r.n > 0;`,
});

export const columnFit: SqlModule = {
  name: 'host/column_fit',
  objects: [fitNumeric, fitText, unfitWarnings, unwrittenWarnings],
};
