// The fragments of the detection document that do not come from leads by day: the row of the day and the newest score,
// stored or as they would have been, and feedback per day. Windows come from the settings.
import { confusionCounts } from '../feedback/labelled_contacts.ts';
import { convertedBy, inUnit } from '../host/lead_facts.ts';
import { type Fragment, sql } from '../kit/sql.ts';

export const storedRow: Fragment = sql`
      select case
        when p_reconstruct then (
          select json_build_object(
            'new_leads_count', count(*),
            'contacted_count', count(*) filter (where l.contacted_at <= d.until),
            'qualified_count', count(*) filter (where ${convertedBy(sql`l`, sql`d.until`)}),
            'avg_response_time_hours', ${inUnit('hours', sql`avg(l.contact_seconds) filter (where l.contacted_at <= d.until)`)}
          )
          from leads as l
          where l.created_on = d.as_of
            and l.created_at < d.until
        )
        else (
          select json_build_object(
            'new_leads_count', lh_engine.finite_or_null(m.new_leads_count::float8),
            'contacted_count', lh_engine.finite_or_null(m.contacted_count::float8),
            'qualified_count', lh_engine.finite_or_null(m.qualified_count::float8),
            'avg_response_time_hours', lh_engine.finite_or_null(m.avg_response_time_hours::float8)
          )
          from lh_engine.host_daily_metrics as m
          where m.metric_date = d.as_of
        )
      end`;

export const storedPerformance: Fragment = sql`
      select case
        when p_reconstruct then (
          select json_build_object(
            'day', d.as_of,
            'f1_score', 2.0 * r.true_positives / nullif(2 * r.true_positives + r.false_positives + r.false_negatives, 0),
            'labelled', r.labelled,
            'age_days', 0
          )
          from (
            select${confusionCounts},
              count(*) as labelled
            from labelled as j
            where j.judged_at >= (d.as_of - s.feedback_days + 1)::timestamp at time zone s.time_zone
              and j.judged_at <= d.until
              and coalesce(j.replaced_at > d.until, true)
          ) as r
          where r.labelled > 0
        )
        else (
          select json_build_object(
            'day', p.performance_date,
            'f1_score', lh_engine.finite_or_null(p.avg_f1_score::float8),
            'labelled', coalesce(
              nullif(p.true_positives + p.false_positives + p.true_negatives + p.false_negatives, 0),
              p.total_validations
            ),
            'age_days', d.as_of - p.performance_date
          )
          from lh_engine.host_pattern_performance as p
          where p.pattern_type is null
            and p.performance_date <= d.as_of
            and lh_engine.finite_or_null(p.avg_f1_score::float8) is not null
          order by p.performance_date desc, p.total_validations desc nulls last
          limit 1
        )
      end`;

export const labelledDays: Fragment = sql`
      select coalesce(json_agg(r order by r.day), '[]'::json)
      from (
        select
          (j.validated_at at time zone s.time_zone)::date as day,${confusionCounts}
        from labelled as j
        where j.validated_at >= (d.as_of - s.trend_span - 1)::timestamp at time zone s.time_zone
          and j.judged_at <= d.until
          and coalesce(j.replaced_at > d.until, true)
        group by 1
      ) as r`;

export const reportDays: Fragment = sql`
      select coalesce(json_agg(f order by f.day, f.source), '[]'::json)
      from reports as f
      where f.day between d.as_of - s.trend_span - 1 and d.as_of`;
