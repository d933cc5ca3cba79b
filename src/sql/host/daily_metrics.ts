// The first step of a cycle: lets the host's own function compute its daily metrics, for the day and for the days that
// are missing or still grow. Knows no threshold, and of the host's function only its name.
import { routine, type SqlModule } from '../kit/objects.ts';
import { settingOf } from '../kit/settings.ts';
import { sql } from '../kit/sql.ts';

const callHost = routine({
  name: 'lh_engine.call_host_metrics',
  args: { p_day: 'date' },
  returns: 'void',
  language: 'plpgsql',
  searchPath: "'public', 'pg_temp'",
  set: { timezone: "'UTC'" },
  grants: ['operator'],
  comment:
    'Calls public.lh_update_daily_metrics for one day the way it was written for: search_path public, days in engine.time_zone. Both settings are back when it returns or fails, because they belong to this function.',
  body: sql`
begin
  perform pg_catalog.set_config('TimeZone', lh_engine.time_zone(), true);
  perform public.lh_update_daily_metrics(p_day);
end`,
});

const daysToRefresh = routine({
  name: 'lh_engine.metric_days',
  args: { p_as_of: 'date' },
  returns: { rows: { day: 'date', reason: 'text' } },
  language: 'sql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'The days whose row of lh_daily_metrics a cycle for p_as_of computes: the day itself; the days without a row since the last cycle before it (of the newest metrics.max_filled_days); the days with a row within metrics.refresh_days, because their counts still grow.',
  body: sql`
  with last_run as (
    select max(e.as_of) as as_of
    from lh_engine.events as e
    where e.kind = 'cycle'
      and e.as_of < p_as_of
  ),
  s as (
    select
      ${settingOf('metrics.max_filled_days')} as filled_days,
      ${settingOf('metrics.refresh_days')} as refresh_days
  ),
  candidates as (
    select
      c.day,
      c.day = p_as_of as is_target,
      c.day > l.as_of and c.day >= p_as_of - s.filled_days as is_filled,
      c.day > p_as_of - s.refresh_days as is_refreshed,
      exists (select from lh_engine.host_daily_metrics as m where m.metric_date = c.day) as has_row
    from last_run as l
    cross join s
    cross join lateral (
      select p_as_of - n as day from generate_series(0, greatest(s.filled_days, s.refresh_days)) as n
    ) as c
  )
  select
    c.day,
    case
      when c.is_target then 'target'
      when c.has_row then 'refreshed'
      else 'filled'
    end
  from candidates as c
  where c.is_target
    or (not c.has_row and c.is_filled)
    or (c.has_row and c.is_refreshed)
  order by c.day;`,
});

const tryHost = routine({
  name: 'lh_engine.try_host_metrics',
  args: { p_day: 'date' },
  returns: 'text',
  language: 'plpgsql',
  grants: ['operator'],
  comment:
    'Calls the function of the host for one day. Null, or the error that the data of the day gave it, such as a subtraction of infinite times; what it did is taken back then. Every other error is raised.',
  body: sql`
begin
  perform lh_engine.call_host_metrics(p_day);
  return null;
exception
  -- A data_exception, integrity_constraint_violation or program_limit_exceeded is a class of errors.
  when data_exception or integrity_constraint_violation or program_limit_exceeded or cardinality_violation or no_data_found or too_many_rows then
    return format('%s: %s', sqlstate, sqlerrm);
end`,
});

const refreshMetrics = routine({
  name: 'lh_engine.refresh_metrics',
  args: { p_as_of: 'date' },
  returns: 'json',
  language: 'plpgsql',
  grants: ['operator'],
  comment:
    'Has the host compute lh_daily_metrics for the day, for the missing days since the last cycle and for recent days whose counts still grow. Returns the row of the day (metrics), the days filled and refreshed, whether the day itself must be counted from its leads because its data ended the function of the host or made its mean endless (recount), and warnings.',
  body: sql`
declare
  v_as_of date := (select m.as_of from lh_engine.moment(p_as_of) as m);
  v_day record;
  v_filled date[] := '{}'::date[];
  v_refreshed date[] := '{}'::date[];
  v_error text;
  v_errors jsonb := '{}'::jsonb;
  v_row json;
  v_endless boolean;
  v_warnings jsonb := '[]'::jsonb;
begin
  for v_day in
    select d.day, d.reason from lh_engine.metric_days(v_as_of) as d
  loop
    v_error := (select lh_engine.try_host_metrics(v_day.day));
    if v_error is not null then
      v_errors := v_errors || jsonb_build_object(v_day.day, left(v_error, 200));
    elsif v_day.reason = 'filled' then
      v_filled := v_filled || v_day.day;
    elsif v_day.reason = 'refreshed' then
      v_refreshed := v_refreshed || v_day.day;
    end if;
  end loop;
  -- From 17 on the function of the host subtracts an infinite time without an error: its mean is of no lead then.
  select row_to_json(m), m.avg_response_time_hours is not null and lh_engine.finite_or_null(m.avg_response_time_hours::numeric) is null
  into v_row, v_endless
  from lh_engine.host_daily_metrics as m
  where m.metric_date = v_as_of
  order by lh_engine.countable(m.new_leads_count::numeric) desc nulls last
  limit 1;
  if v_errors <> '{}' then
    v_warnings := v_warnings || jsonb_build_object(
      'code', 'host_metrics_failed',
      'table', 'lh_daily_metrics',
      'days', (select jsonb_agg(e.key order by e.key desc) from jsonb_each_text(v_errors) as e),
      'n', (select count(*) from jsonb_each_text(v_errors)),
      'message', format(
        'the data of these days end public.lh_update_daily_metrics, so their rows stay as they were and the day itself is counted from its leads: %s',
        (select string_agg(format('%s (%s)', e.key, e.value), '; ' order by e.key desc) from jsonb_each_text(v_errors) as e)
      )
    );
  end if;
  if v_row is null and not v_errors ? v_as_of::text then
    v_warnings := v_warnings || jsonb_build_object(
      'code', 'no_daily_row',
      'table', 'lh_daily_metrics',
      'days', jsonb_build_array(v_as_of),
      'n', 1,
      'message', format('public.lh_update_daily_metrics(%L) left no row for that day', v_as_of)
    );
  end if;
  v_warnings := v_warnings || (select lh_engine.daily_warnings(v_as_of));
  return json_build_object(
    'metrics', v_row,
    'days_filled', v_filled,
    'days_refreshed', v_refreshed,
    'recount', v_errors ? v_as_of::text or coalesce(v_endless, false),
    'warnings', v_warnings
  );
end`,
});

export const dailyMetrics: SqlModule = {
  name: 'host/daily_metrics',
  objects: [callHost, daysToRefresh, tryHost, refreshMetrics],
};
