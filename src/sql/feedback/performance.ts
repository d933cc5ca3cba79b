// Learning from the agents: evaluates the validator by their feedback and writes public.lh_pattern_performance, nothing
// else. Reads through adapter views. What a count is worth is decided in src/plv8.
import type { Answer } from '../../plv8/entry.ts';
import { isWithinReach, namedRows } from '../host/readable.ts';
import { routine, type SqlModule } from '../kit/objects.ts';
import { callJs, fieldsOf } from '../kit/rows.ts';
import { settingOf } from '../kit/settings.ts';
import { literal, sql } from '../kit/sql.ts';

type PatternRow = Answer<'score_patterns'>['rows'][number];

const scored = fieldsOf<Answer<'score_patterns'>>('v_scored');
const given = fieldsOf<PatternRow>('e.value');
const written = fieldsOf<PatternRow>('r.value');
const { key } = written;
const samePattern = sql`t.pattern_type::text is not distinct from ${written.text('pattern_type')}`;

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

const oddPerformance = routine({
  name: 'lh_engine.performance_warnings',
  args: { p_as_of: 'date' },
  returns: 'jsonb',
  language: 'sql',
  volatility: 'stable',
  grants: ['operator'],
  comment:
    'A warning for the overall rows of lh_pattern_performance of the last detection.feedback_window_days with numbers that are none, and one for days that are none, with the first of the days.',
  body: sql`
  select coalesce(jsonb_agg(w.warning order by w.code), '[]'::jsonb)
  from (
    select
      o.code,
      jsonb_build_object(
        'code', o.code,
        'table', 'lh_pattern_performance',
        'days', (array_agg(o.day order by o.day desc))[1:${namedRows}],
        'n', count(*),
        'message', format('%s row(s) of lh_pattern_performance %s', count(*), o.treatment)
      ) as warning
    from (
      select
        'performance_number_impossible' as code,
        p.performance_date::text as day,
        'have an F1 score or a count that is no number; it is not read' as treatment
      from lh_engine.host_pattern_performance as p
      where p.pattern_type is null
        and p.performance_date between p_as_of - ${settingOf('detection.feedback_window_days')} and p_as_of
        and (
          (p.avg_f1_score is not null and lh_engine.finite_or_null(p.avg_f1_score) is null)
          or exists (
            select
            from (
              values (p.total_validations::numeric), (p.true_positives::numeric), (p.false_positives::numeric),
                (p.true_negatives::numeric), (p.false_negatives::numeric)
            ) as c (n)
            where c.n is not null and lh_engine.countable(c.n) is null
          )
        )
      union all
      select
        'performance_date_impossible',
        coalesce(p.performance_date::text, 'null'),
        'have a day that no cycle reads'
      from lh_engine.host_pattern_performance as p
      where (${isWithinReach(sql`p.performance_date`)}) is not true
    ) as o
    group by o.code, o.treatment
  ) as w;`,
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
      else format('(r.value ->> %L)::%s', c.name, c.type)
    end,
    ', ' order by c.n
  )
  into v_values
  from unnest(v_target.columns, v_target.types) with ordinality as c (name, type, n);
  execute format(
    $f$
      with r as (
        select e.value
        from json_array_elements($2) as e
        where (${given.text('pattern_type')} is null or $3)
          and (${given.text('avg_f1_score')} is not null or $4)
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

const update = routine({
  name: 'public.lh_update_pattern_performance',
  args: { p_as_of: 'date default null' },
  returns: 'jsonb',
  language: 'plpgsql',
  grants: ['operator'],
  comment:
    'Evaluates the validator by the feedback of detection.feedback_window_days ending with a day (null: today) and writes that day into lh_pattern_performance: one overall row (pattern null) and one per pattern. Nothing without labelled feedback; a second run leaves one row each. Returns as_of, rows, updated, inserted, reason (why rows were not written), warnings.',
  body: sql`
declare
  v_as_of date := (select m.as_of from lh_engine.moment(p_as_of) as m);
  v_scored json;
  v_written record;
  v_unwritten jsonb;
begin
  perform lh_engine.require_all_rows();
  select ${callJs('score_patterns', sql`lh_engine.count_judged(v_as_of)`)} into v_scored;
  if json_array_length(${scored.json('rows')}) = 0 then
    return jsonb_build_object(
      'as_of', v_as_of,
      'rows', '[]'::jsonb,
      'updated', 0,
      'inserted', 0,
      'reason', 'no labelled contact in the window',
      'warnings', (select lh_engine.performance_warnings(v_as_of))
    );
  end if;
  v_unwritten := (select lh_engine.unwritten_warnings(v_as_of, ${scored.json('rows')}));
  select w.* into v_written from lh_engine.write_pattern_performance(v_as_of, ${scored.json('rows')}) as w;
  return jsonb_build_object(
    'as_of', v_as_of,
    'rows', ${scored.json('rows')},
    'updated', v_written.updated,
    'inserted', v_written.inserted,
    'reason', v_unwritten -> 0 -> 'message',
    'warnings', v_unwritten || (select lh_engine.performance_warnings(v_as_of))
  );
end`,
});

export const patternPerformance: SqlModule = {
  name: 'feedback/performance',
  objects: [writable, unwrittenWarnings, oddPerformance, writePerformance, update],
};
