-- What callers use: begin a history, let a day's leads arrive, let time pass, start over.

-- The rates that the present pipeline's leads were drawn from: the labels. A function and a view, because only a
-- function can switch off compilation, which takes seconds here.
create function lh_demo.true_rates()
returns setof record
language plpgsql
stable
set jit to off
set search_path to 'pg_catalog', 'pg_temp'
as $$
begin
  return query
  select r.*
  from lh_demo.pipeline as p
  cross join lateral lh_demo.daily_rates(
    p.parameters, (p.parameters ->> 'first_day')::date, p.last_day
  ) as r;
end
$$;

create view lh_demo.truth as
select *
from lh_demo.true_rates() as r (
  day date, day_number integer, leads integer, source text, share_from float8, share_to float8, contact_rate float8,
  qualification_rate float8, response_median_hours float8, follow_up_factor float8, wrong_number_share float8,
  "precision" float8, recall float8, labelled_share float8
);

-- Calls the host's own function for each day, days as the pipeline's time zone sees them.
create function lh_demo.fill_daily_metrics(p_from date, p_to date, p_time_zone text)
returns void
language plpgsql
set search_path to 'public', 'pg_temp'
as $$
declare
  v_before text := current_setting('TimeZone');
begin
  perform set_config('TimeZone', p_time_zone, true);
  perform public.lh_update_daily_metrics(d::date) from generate_series(p_from::timestamp, p_to, '1 day') as d;
  perform set_config('TimeZone', v_before, true);
end
$$;

-- Empties the host's tables, the engine's decisions in them too, and forgets the pipeline.
create function lh_demo.reset()
returns void
language plpgsql
set search_path to 'pg_catalog', 'pg_temp'
as $$
begin
  truncate public.lh_properties, public.lh_contacts, public.lh_lead_status, public.lh_validation_history,
    public.lh_feedback_log, public.lh_daily_metrics, public.lh_pattern_performance, public.lh_spawned_skills,
    public.lh_ab_tests, lh_demo.outcomes, lh_demo.contact_outcomes, lh_demo.pipeline
  restart identity cascade;
end
$$;

-- Every lead of the pipeline's days, as the host's tables hold them at p_present (null: the end of the last day).
create function lh_demo.generate_history(p_parameters jsonb default '{}', p_present timestamptz default null)
returns jsonb
language plpgsql
set search_path to 'pg_catalog', 'pg_temp'
as $$
declare
  v_all jsonb := lh_demo.complete_parameters(p_parameters);
  v_first_day date := v_all ->> 'first_day';
  v_last_day date := v_first_day + (v_all ->> 'days')::integer - 1;
  v_present timestamptz := coalesce(p_present, (v_last_day + 1)::timestamp at time zone (v_all ->> 'time_zone'));
  v_role text := current_setting('session_replication_role');
  v_leads bigint;
  v_late bigint;
  v_contacts bigint;
  v_feedback bigint;
begin
  if exists (select from lh_demo.pipeline) then
    raise exception 'a pipeline is already there' using hint = 'Call lh_demo.reset() first; it empties the host.';
  end if;
  insert into lh_demo.pipeline (parameters, last_day) values (v_all, v_last_day);
  v_leads := lh_demo.draw_outcomes(v_all, v_first_day, v_last_day);
  delete from lh_demo.outcomes where created_at > v_present;
  get diagnostics v_late = row_count;
  v_contacts := lh_demo.draw_contact_outcomes(v_all, v_first_day, v_last_day);
  -- the rows fit each other by construction, and checking foreign keys would take half of the time
  if (select r.rolsuper from pg_roles as r where r.rolname = current_user) then
    perform set_config('session_replication_role', 'replica', true);
  end if;
  perform lh_demo.insert_host_rows(v_first_day, v_last_day, v_present);
  v_feedback := lh_demo.insert_feedback(v_present);
  if v_role <> current_setting('session_replication_role') then
    perform set_config('session_replication_role', v_role, true);
  end if;
  perform lh_demo.keep_open_outcomes(v_present);
  analyze public.lh_properties, public.lh_contacts, public.lh_lead_status, public.lh_validation_history,
    public.lh_feedback_log;
  perform lh_demo.fill_daily_metrics(
    v_first_day, least(v_last_day, (v_present at time zone (v_all ->> 'time_zone'))::date), v_all ->> 'time_zone'
  );
  return jsonb_build_object('leads', v_leads - v_late, 'contacts', v_contacts, 'feedback', v_feedback,
    'first_day', v_first_day, 'last_day', v_last_day, 'present', v_present);
end
$$;

-- A day's leads arrive, untouched so far. p_assign is a query that gives the test and group of lead.id, such as
-- 'select * from public.lh_assign_ab_test(lead.id)'; ingestion stores what it returns. What treatment and the skills
-- active when the lead arrives do to it is fixed here: each skill type counts once.
create function lh_demo.generate_day(p_day date, p_assign text default null)
returns bigint
language plpgsql
set jit to off
set enable_memoize to off
set enable_mergejoin to off
set work_mem to '256MB'
set search_path to 'pg_catalog', 'pg_temp'
as $$
declare
  v_all jsonb;
  v_last_day date;
  v_count bigint;
begin
  select p.parameters, p.last_day into v_all, v_last_day from lh_demo.pipeline as p;
  if not found then
    raise exception 'no pipeline' using hint = 'Call lh_demo.generate_history(parameters) first.';
  end if;
  if p_day is null or p_day <= v_last_day then
    raise exception 'the leads of % have arrived already', p_day
      using hint = 'Days go forward from ' || v_last_day || '.';
  end if;
  update lh_demo.pipeline set last_day = p_day;
  v_count := lh_demo.draw_outcomes(v_all, p_day, p_day);
  perform lh_demo.draw_contact_outcomes(v_all, p_day, p_day);
  perform lh_demo.insert_host_rows(p_day, p_day, null);
  if p_assign is not null then
    execute format($q$
      update public.lh_lead_status as l
      set ab_test_id = given.ab_test_id, ab_test_group = given.ab_test_group
      from (
        select lead.id, assigned.ab_test_id, assigned.ab_test_group
        from (select o.lead_id as id from lh_demo.outcomes as o where o.day = $1) as lead
        cross join lateral (%s) as assigned (ab_test_id, ab_test_group)
      ) as given
      where l.id = given.id and given.ab_test_id is not null
    $q$, p_assign) using p_day;
  end if;
  update lh_demo.outcomes as o
  set
    ab_test_id = treated.ab_test_id,
    ab_test_group = treated.ab_test_group,
    lift = treated.lift,
    response_factor = treated.response_factor
  from (
    select
      l.id,
      l.ab_test_id,
      l.ab_test_group,
      -- greatest() ignores nulls, so a lead without a skill needs its 0 inside
      exp(sum(ln(greatest(1 + coalesce((k.value ->> 'lift_pct')::float8, 0) / 100, 1e-12)))) - 1 as lift,
      exp(sum(ln(coalesce((k.value ->> 'response_factor')::float8, 1)))) as response_factor
    from public.lh_lead_status as l
    join lh_demo.outcomes as g on g.lead_id = l.id and g.day = p_day
    left join jsonb_each(v_all -> 'skills') as k
      on exists (
        select
        from public.lh_spawned_skills as s
        where s.skill_type = k.key
          and (
            s.status = 'active' and s.decision_made_at <= l.created_at
            or l.ab_test_group = 'treatment'
              and s.id = (select t.skill_id from public.lh_ab_tests as t where t.id = l.ab_test_id)
          )
      )
    group by l.id
  ) as treated
  where o.lead_id = treated.id;
  return v_count;
end
$$;

-- Time passes: leads are assigned, contacted, qualified, closed or given up as their outcomes say, and agents give
-- feedback. Only rows that change are written.
create function lh_demo.advance_to(p_present timestamptz)
returns jsonb
language plpgsql
set jit to off
set enable_memoize to off
set enable_mergejoin to off
set work_mem to '256MB'
set search_path to 'pg_catalog', 'pg_temp'
as $$
declare
  v_changed bigint;
  v_feedback bigint;
begin
  update public.lh_lead_status as l
  set
    status = n.status,
    assigned_to = case when t.assigned_at <= p_present then t.agent end,
    contacted_at = case when t.contacted_at <= p_present then t.contacted_at end,
    qualified_at = case when t.qualified_at <= p_present then t.qualified_at end,
    closed_at = case when t.closed_at <= p_present then t.closed_at end
  from lh_demo.timeline as t
  cross join lateral (
    select lh_demo.status_at(p_present, t.assigned_at, t.contacted_at, t.qualified_at, t.closed_at, t.dead_at)
      as status
  ) as n
  where l.id = t.lead_id and l.status <> n.status;
  get diagnostics v_changed = row_count;
  v_feedback := lh_demo.insert_feedback(p_present);
  perform lh_demo.keep_open_outcomes(p_present);
  return jsonb_build_object('present', p_present, 'changed', v_changed, 'feedback', v_feedback);
end
$$;
