// Learning from the agents: evaluates the validator by their feedback, has the rows written and says which rows of the
// host are odd. Reads through adapter views. What a count is worth is decided in src/plv8.
import type { Answer } from '../../plv8/entry.ts';
import { isWithinReach, namedRows } from '../host/readable.ts';
import { routine, type SqlModule } from '../kit/objects.ts';
import { callJs, fieldsOf } from '../kit/rows.ts';
import { settingOf } from '../kit/settings.ts';
import { sql } from '../kit/sql.ts';

const scored = fieldsOf<Answer<'score_patterns'>>('v_scored');

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
  select w.* into v_written from lh_engine.write_patterns(v_as_of, ${scored.json('rows')}) as w;
  return jsonb_build_object(
    'as_of', v_as_of,
    'rows', ${scored.json('rows')},
    'updated', v_written.updated,
    'inserted', v_written.inserted,
    'reason', v_unwritten -> 0 -> 'message',
    'warnings', v_unwritten || v_written.warnings || (select lh_engine.performance_warnings(v_as_of))
  );
end`,
});

export const patternPerformance: SqlModule = {
  name: 'feedback/performance',
  objects: [oddPerformance, update],
};
