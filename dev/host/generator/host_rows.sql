-- From outcomes to the host's rows: what has happened to each lead by a given moment. ("offset 0" makes the planner
-- compute a moment once and not for each use.)

create view lh_demo.timeline as
select
  k.*,
  greatest(
    k.created_at, k.contacted_at + interval '2 hours', k.qualified_at, k.closed_at, k.dead_at
  ) as settled_at
from (
  select
    q.*,
    case when q.qualifies then q.contacted_at + lh_demo.hours(q.follow_up_hours) end as qualified_at,
    case when q.qualifies then q.contacted_at + lh_demo.hours(q.follow_up_hours) + lh_demo.hours(q.close_hours) end
      as closed_at,
    case
      when q.response_hours is null then q.created_at + lh_demo.hours(q.dead_hours)
      when not q.qualifies then q.contacted_at + lh_demo.hours(q.dead_hours)
    end as dead_at
  from (
    select
      o.*,
      o.answer_from + lh_demo.hours(o.response_hours * o.response_factor) as contacted_at,
      o.response_hours is not null and o.qualify_draw < o.qualify_probability * (1 + o.lift) as qualifies
    from lh_demo.outcomes as o
    offset 0
  ) as q
  offset 0
) as k;

create function lh_demo.status_at(
  p_until timestamptz, p_assigned timestamptz, p_contacted timestamptz, p_qualified timestamptz, p_closed timestamptz,
  p_dead timestamptz
)
returns text
language sql
immutable
as $$
select case
  when p_closed <= p_until then 'closed'
  when p_qualified <= p_until then 'qualified'
  when p_dead <= p_until then 'dead'
  when p_contacted <= p_until then 'contacted'
  when p_assigned <= p_until then 'assigned'
  else 'unassigned'
end
$$;

-- The rows of the leads of these days as they are at p_present; null: as they arrive, with nothing done yet.
create function lh_demo.insert_host_rows(p_from date, p_to date, p_present timestamptz)
returns void
language plpgsql
set jit to off
set enable_memoize to off
set enable_mergejoin to off
set work_mem to '256MB'
set search_path to 'pg_catalog', 'pg_temp'
as $$
declare
  v_last_validation bigint := lh_demo.last_id('public.lh_validation_history');
  v_count bigint;
begin
  insert into public.lh_properties (id, address, county, distress_type, created_at)
  select o.property_id, o.ordinal || ' Main Street', o.county, o.distress_type, o.created_at - interval '20 seconds'
  from lh_demo.outcomes as o
  where o.day between p_from and p_to;
  get diagnostics v_count = row_count;
  perform lh_demo.take_ids('public.lh_properties', v_count);

  insert into public.lh_lead_status (
    id, property_id, status, assigned_to, source, contacted_at, qualified_at, closed_at, ab_test_id, ab_test_group,
    created_at
  )
  select
    t.lead_id,
    t.property_id,
    lh_demo.status_at(p_present, t.assigned_at, t.contacted_at, t.qualified_at, t.closed_at, t.dead_at),
    case when t.assigned_at <= p_present then t.agent end,
    t.source,
    case when t.contacted_at <= p_present then t.contacted_at end,
    case when t.qualified_at <= p_present then t.qualified_at end,
    case when t.closed_at <= p_present then t.closed_at end,
    t.ab_test_id,
    t.ab_test_group,
    t.created_at
  from lh_demo.timeline as t
  where t.day between p_from and p_to;
  perform lh_demo.take_ids('public.lh_lead_status', v_count);

  insert into public.lh_contacts (id, property_id, full_name, phone, validation_status, created_at)
  select
    c.contact_id,
    c.property_id,
    'Contact ' || c.ordinal,
    '+1555' || lpad(floor(c.doubt * 1e7)::text, 7, '0'),
    case when c.pattern_type is not null or c.is_dead_number and c.doubt < 0.5 then 'invalid' else 'valid' end,
    c.arrived_at - interval '20 seconds'
  from lh_demo.contact_outcomes as c
  where c.day between p_from and p_to;
  get diagnostics v_count = row_count;
  perform lh_demo.take_ids('public.lh_contacts', v_count);

  insert into public.lh_validation_history (
    id, contact_id, valid, confidence, points, reason, pattern_type, created_at
  )
  select
    lh_demo.make_id('validation', v_last_validation, c.ordinal, c.name),
    c.contact_id,
    c.pattern_type is null and not (c.is_dead_number and c.doubt < 0.5),
    case when c.doubt < 0.5 then 'HIGH' when c.doubt < 0.85 then 'MEDIUM' else 'LOW' end,
    100 - floor(c.doubt * 60)::integer,
    case
      when c.pattern_type is not null then 'name matches the pattern ' || c.pattern_type
      when c.is_dead_number and c.doubt < 0.5 then 'number not in service'
      else 'no pattern matches'
    end,
    c.pattern_type,
    c.arrived_at - interval '10 seconds'
  from lh_demo.contact_outcomes as c
  where c.day between p_from and p_to;
  perform lh_demo.take_ids('public.lh_validation_history', v_count);
end
$$;

-- The feedback that agents have given by p_present, each contact's once.
create function lh_demo.insert_feedback(p_present timestamptz)
returns bigint
language plpgsql
set jit to off
set enable_nestloop to off
set enable_mergejoin to off
set work_mem to '256MB'
set search_path to 'pg_catalog', 'pg_temp'
as $$
declare
  v_last_feedback bigint := lh_demo.last_id('public.lh_feedback_log');
  v_count bigint;
begin
  insert into public.lh_feedback_log (id, lead_id, contact_id, agent_id, feedback_type, created_at)
  select
    lh_demo.make_id('feedback', v_last_feedback, row_number() over (order by t.day, c.ordinal), c.name),
    t.lead_id,
    c.contact_id,
    t.agent,
    c.feedback_type,
    t.contacted_at + lh_demo.hours(c.feedback_minutes / 60)
  from lh_demo.contact_outcomes as c
  join lh_demo.timeline as t on t.lead_id = c.lead_id
  where c.feedback_type is not null
    and t.contacted_at + lh_demo.hours(c.feedback_minutes / 60) <= p_present;
  get diagnostics v_count = row_count;
  perform lh_demo.take_ids('public.lh_feedback_log', v_count);
  return v_count;
end
$$;

-- Forgets what cannot change any more after p_present: most leads, so the few others are written anew.
create function lh_demo.keep_open_outcomes(p_present timestamptz)
returns void
language plpgsql
set jit to off
set enable_nestloop to off
set enable_mergejoin to off
set work_mem to '256MB'
set search_path to 'pg_catalog', 'pg_temp'
as $$
begin
  create temporary table open_contacts on commit drop as
    select c.*
    from lh_demo.contact_outcomes as c
    join lh_demo.timeline as t on t.lead_id = c.lead_id
    where c.feedback_type is not null
      and t.contacted_at + lh_demo.hours(c.feedback_minutes / 60) > p_present;
  create temporary table open_outcomes on commit drop as
    select o.*
    from lh_demo.outcomes as o
    join lh_demo.timeline as t on t.lead_id = o.lead_id
    where t.settled_at > p_present;
  truncate lh_demo.outcomes, lh_demo.contact_outcomes;
  insert into lh_demo.outcomes select * from pg_temp.open_outcomes;
  insert into lh_demo.contact_outcomes select * from pg_temp.open_contacts;
  drop table pg_temp.open_outcomes, pg_temp.open_contacts;
end
$$;
