// The fragments of the detection document that do not come from leads by day: the row of the day and the newest score,
// stored or as they would have been, and feedback per day. Windows come from the settings.
import { confusionCounts } from '../feedback/labelled_contacts.ts';
import { convertedBy, inUnit, timedBy } from '../host/lead_facts.ts';
import { isWithinReach } from '../host/readable.ts';
import { type Fragment, sql } from '../kit/sql.ts';

export const storedRow: Fragment = sql`
      select case
        when p_reconstruct then (
          select json_build_object(
            'new_leads_count', count(*),
            'contacted_count', count(*) filter (where l.contacted_at <= d.until),
            'qualified_count', count(*) filter (where ${convertedBy(sql`l`, sql`d.until`)}),
            'avg_response_time_hours', ${inUnit('hours', sql`avg(l.contact_seconds) filter (where ${timedBy(sql`l`, sql`d.until`)})`)}
          )
          from leads as l
          where l.created_on = d.as_of
            and l.created_at < d.until
        )
        else (
          select json_build_object(
            'new_leads_count', m.new_leads_count,
            'contacted_count', m.contacted_count,
            'qualified_count', m.qualified_count,
            'avg_response_time_hours', m.avg_response_time_hours
          )
          from lh_engine.daily_rows(d.as_of, d.as_of) as m
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
            where j.judged_at >= d.feedback_since
              and j.judged_at <= d.until
              and coalesce(j.replaced_at > d.until, true)
          ) as r
          where r.labelled > 0
        )
        else (
          select json_build_object(
            'day', p.performance_date,
            'f1_score', lh_engine.finite_or_null(p.avg_f1_score),
            'labelled', coalesce(
              nullif(floor(greatest(c.true_positives + c.false_positives + c.true_negatives + c.false_negatives, 0)), 0),
              floor(greatest(c.total_validations, 0))
            ),
            'age_days', d.as_of - p.performance_date
          )
          from lh_engine.host_pattern_performance as p
          cross join lateral (
            select
              lh_engine.countable(p.total_validations::numeric) as total_validations,
              lh_engine.countable(p.true_positives::numeric) as true_positives,
              lh_engine.countable(p.false_positives::numeric) as false_positives,
              lh_engine.countable(p.true_negatives::numeric) as true_negatives,
              lh_engine.countable(p.false_negatives::numeric) as false_negatives
          ) as c
          where p.pattern_type is null
            and p.performance_date <= d.as_of
            and ${isWithinReach(sql`p.performance_date`)}
            and lh_engine.finite_or_null(p.avg_f1_score) is not null
          order by p.performance_date desc, c.total_validations desc nulls last
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
