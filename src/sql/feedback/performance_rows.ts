// Writes rows of public.lh_pattern_performance, whatever columns, types and constraints the host has for them, and says
// what could not be written. Knows no score.
import type { Answer } from '../../plv8/entry.ts';
import { namedRows } from '../host/readable.ts';
import { routine, type SqlModule } from '../kit/objects.ts';
import { fieldsOf } from '../kit/rows.ts';
import { literal, sql } from '../kit/sql.ts';

type PatternRow = Answer<'score_patterns'>['rows'][number];

const given = fieldsOf<PatternRow>('e.value');
const { key } = fieldsOf<PatternRow>('r.value');
/** The limit is asked for once, not for each row. */
const fitted = sql`left(
            ${given.text('pattern_type')},
            coalesce((select lh_engine.text_limit('public.lh_pattern_performance', 'pattern_type')), 2147483647)
          )`;
const samePattern = sql`t.pattern_type::text is not distinct from r.name`;

const writable = routine({
  name: 'lh_engine.pattern_columns',
  returns: { row: { columns: 'text[]', types: 'text[]', per_pattern: 'boolean', optional_score: 'boolean' } },
  language: 'sql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'The columns of public.lh_pattern_performance that the engine writes and the host has, with their types; per_pattern is false where the table can hold one row a day only, optional_score where avg_f1_score may stay null.',
  body: sql`
  select
    array_agg(a.attname::text order by a.attnum),
    array_agg(format_type(a.atttypid, a.atttypmod) order by a.attnum),
    bool_or(a.attname = 'pattern_type') and not exists (
      select
      from pg_index as i
      join pg_attribute as k on k.attrelid = i.indrelid and k.attnum = i.indkey[0]
      where i.indrelid = 'public.lh_pattern_performance'::regclass
        and i.indisunique
        and i.indnkeyatts = 1
        and i.indpred is null
        and k.attname = 'performance_date'
    ),
    not bool_or(a.attname = 'avg_f1_score' and a.attnotnull)
  from pg_attribute as a
  where a.attrelid = 'public.lh_pattern_performance'::regclass
    and a.attnum > 0
    and not a.attisdropped
    and a.attname in (
      'performance_date', ${key('pattern_type')}, ${key('total_validations')}, ${key('true_positives')}, ${key('false_positives')},
      ${key('true_negatives')}, ${key('false_negatives')}, ${key('avg_precision')}, ${key('avg_recall')}, ${key('avg_f1_score')}
    );`,
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
        'table', 'lh_pattern_performance',
        'days', jsonb_build_array(p_as_of),
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
    select count(*) as n, string_agg(coalesce(${given.text('pattern_type')}, 'overall'), ', ' order by ${given.text('pattern_type')} nulls first) as names
    from json_array_elements(p_rows) as e
    cross join lh_engine.pattern_columns() as c
    where not c.optional_score
      and ${given.text('avg_f1_score')} is null
      and (c.per_pattern or ${given.text('pattern_type')} is null)
  ) as r
  where r.n > 0;`,
});

const writePerformance = routine({
  name: 'lh_engine.write_pattern_performance',
  args: { p_as_of: 'date', p_rows: 'json' },
  returns: { row: { updated: 'bigint', inserted: 'bigint' } },
  language: 'plpgsql',
  grants: ['operator'],
  comment:
    'Writes the given rows for a day, updating a row of the same day and pattern and inserting the others; returns how many were updated and inserted.',
  body: sql`
declare
  v_target record;
  v_same text;
  v_values text;
begin
  select c.* into v_target from lh_engine.pattern_columns() as c;
  v_same := case
    when 'pattern_type' = any (v_target.columns) then ${literal(samePattern.sqlText)}
    else 'true'
  end;
  select string_agg(
    case c.name
      when 'performance_date' then format('$1::%s', c.type)
      when ${key('pattern_type')} then format('r.name::%s', c.type)
      else format('(r.value ->> %L)::%s', c.name, c.type)
    end,
    ', ' order by c.n
  )
  into v_values
  from unnest(v_target.columns, v_target.types) with ordinality as c (name, type, n);
  execute format(
    $f$
      with r as (
        -- Of patterns that are cut to one name the first is written.
        select distinct on (f.name) e.value, f.name
        from json_array_elements($2) with ordinality as e (value, n)
        cross join lateral (
          select ${fitted} as name
        ) as f
        where (${given.text('pattern_type')} is null or $3)
          and (${given.text('avg_f1_score')} is not null or $4)
        order by f.name, e.n
      ),
      changed as (
        update public.lh_pattern_performance as t
        set (%1$s) = row (%2$s)
        from r
        where t.performance_date = $1
          and %3$s
        returning t.performance_date
      ),
      added as (
        insert into public.lh_pattern_performance (%1$s)
        select %2$s
        from r
        where not exists (
          select from public.lh_pattern_performance as t where t.performance_date = $1 and %3$s
        )
        returning performance_date
      )
      select (select count(*) from changed), (select count(*) from added)
    $f$,
    (select string_agg(format('%I', c), ', ') from unnest(v_target.columns) as c),
    v_values,
    v_same
  )
  into updated, inserted
  using p_as_of, p_rows, v_target.per_pattern, v_target.optional_score;
end`,
});

const writeWhatFits = routine({
  name: 'lh_engine.write_patterns',
  args: { p_as_of: 'date', p_rows: 'json' },
  returns: { row: { updated: 'bigint', inserted: 'bigint', warnings: 'jsonb' } },
  language: 'plpgsql',
  grants: ['operator'],
  comment:
    'Writes the given rows for a day all at once, or each by itself where the constraints and types of the host refuse one; returns how many were updated and inserted, and a warning with the patterns that were not.',
  body: sql`
declare
  v_row json;
  v_written record;
  v_refused text[] := array(
    select format('%s (its column cuts it to the name of another)', p.pattern)
    from (
      select
        ${given.text('pattern_type')} as pattern,
        row_number() over (
          partition by ${fitted}
          order by e.n
        ) as nth
      from json_array_elements(p_rows) with ordinality as e (value, n)
      where ${given.text('pattern_type')} is not null
    ) as p
    where p.nth > 1
  );
begin
  begin
    select w.* into v_written from lh_engine.write_pattern_performance(p_as_of, p_rows) as w;
    updated := v_written.updated;
    inserted := v_written.inserted;
  exception
    when data_exception or integrity_constraint_violation then
      updated := 0;
      inserted := 0;
      for v_row in
        select e.value from json_array_elements(p_rows) as e
      loop
        begin
          select w.* into v_written from lh_engine.write_pattern_performance(p_as_of, json_build_array(v_row)) as w;
          updated := updated + v_written.updated;
          inserted := inserted + v_written.inserted;
        exception
          when data_exception or integrity_constraint_violation then
            v_refused := v_refused || format(
              '%s (%s: %s)', coalesce(${fieldsOf<PatternRow>('v_row').text('pattern_type')}, 'overall'), sqlstate, left(sqlerrm, 200)
            );
        end;
      end loop;
  end;
  warnings := case
    when v_refused = '{}' then '[]'::jsonb
    else jsonb_build_array(jsonb_build_object(
      'code', 'pattern_rows_refused_by_host',
      'table', 'lh_pattern_performance',
      'days', jsonb_build_array(p_as_of),
      'n', cardinality(v_refused),
      'message', format(
        '%s row(s) of lh_pattern_performance were not written: %s',
        cardinality(v_refused),
        array_to_string(v_refused[1:${namedRows}], ', ')
      )
    ))
  end;
end`,
});

export const performanceRows: SqlModule = {
  name: 'feedback/performance_rows',
  objects: [writable, unwrittenWarnings, writePerformance, writeWhatFits],
};
