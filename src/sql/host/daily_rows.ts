// The rows of the daily metrics as the engine reads them, and what is odd in the table. Knows no threshold.
import { routine, type SqlModule } from '../kit/objects.ts';
import { settingOf } from '../kit/settings.ts';
import { sql } from '../kit/sql.ts';
import { isWithinReach, namedRows } from './readable.ts';

const dailyRows = routine({
  name: 'lh_engine.daily_rows',
  args: { p_from: 'date', p_to: 'date' },
  returns: {
    rows: {
      metric_date: 'date',
      new_leads_count: 'double precision',
      contacted_count: 'double precision',
      qualified_count: 'double precision',
      avg_response_time_hours: 'double precision',
      row_count: 'bigint',
      is_odd: 'boolean',
    },
  },
  language: 'sql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'The rows of the daily metrics from one day to another as the engine reads them, one for each day: of several that with most leads, and null for a number that no count can be. row_count says how many rows the day has, is_odd whether a count is missing, negative or none.',
  body: sql`
  select distinct on (m.metric_date)
    m.metric_date,
    c.created,
    c.contacted,
    c.qualified,
    c.hours,
    count(*) over (partition by m.metric_date),
    coalesce(least(c.created, c.contacted, c.qualified) < 0, false)
      or c.created is null
      or c.contacted is null
      or c.qualified is null
      or (m.avg_response_time_hours is not null and c.hours is null)
  from lh_engine.host_daily_metrics as m
  cross join lateral (
    select
      lh_engine.countable(m.new_leads_count::numeric) as created,
      lh_engine.countable(m.contacted_count::numeric) as contacted,
      lh_engine.countable(m.qualified_count::numeric) as qualified,
      lh_engine.finite_or_null(m.avg_response_time_hours) as hours
  ) as c
  where m.metric_date between p_from and p_to
  order by
    m.metric_date,
    c.created desc nulls last,
    c.contacted desc nulls last,
    c.qualified desc nulls last,
    c.hours desc nulls last;`,
});

const dailyWarnings = routine({
  name: 'lh_engine.daily_warnings',
  args: { p_as_of: 'date' },
  returns: 'jsonb',
  language: 'sql',
  volatility: 'stable',
  grants: ['operator'],
  comment:
    'A warning for each kind of odd row of lh_daily_metrics, with the first of their days: counts that are missing, negative or none and several rows of one day, among the days from which a test of this day is planned and the day itself; days that are none.',
  body: sql`
  with days as (
    select r.*
    from lh_engine.daily_rows(
      p_as_of - ${settingOf('spawning.baseline_lag_days')} - ${settingOf('spawning.baseline_days')} + 1,
      p_as_of
    ) as r
  ),
  odd (code, day, treatment) as (
    select 'daily_number_unusable', to_json(d.metric_date) #>> '{}', 'have a count that is null, negative or no number; tests are not planned from them'
    from days as d
    where d.is_odd
    union all
    select 'daily_row_repeated', to_json(d.metric_date) #>> '{}', 'have more than one row; that with most leads is read'
    from days as d
    where d.row_count > 1
    union all
    select 'daily_date_impossible', coalesce(m.metric_date::text, 'null'), 'are no days that a cycle reads'
    from lh_engine.host_daily_metrics as m
    where (${isWithinReach(sql`m.metric_date`)}) is not true
  )
  select coalesce(jsonb_agg(w.warning order by w.code), '[]'::jsonb)
  from (
    select
      o.code,
      jsonb_build_object(
        'code', o.code,
        'table', 'lh_daily_metrics',
        'days', (array_agg(o.day order by o.day desc))[1:${namedRows}],
        'n', count(*),
        'message', format(
          '%s day(s) of lh_daily_metrics %s: %s',
          count(*),
          o.treatment,
          array_to_string((array_agg(o.day order by o.day desc))[1:${namedRows}], ', ')
        )
      ) as warning
    from odd as o
    group by o.code, o.treatment
  ) as w;`,
});

export const readableDays: SqlModule = { name: 'host/daily_rows', objects: [dailyRows, dailyWarnings] };
