-- Outcomes: what would become of each lead, drawn from the seed, the day and the lead's number alone, so that treatment
-- changes a probability and never the luck. Holds the open ones; finished leads are forgotten.

-- Without autovacuum: it would find a table that a transaction is filling empty, and the planner would believe it.
create unlogged table lh_demo.outcomes with (autovacuum_enabled = off) as
select
  l.id as lead_id,
  l.property_id,
  null::text as name,
  null::date as day,
  null::bigint as ordinal,
  l.source,
  null::text as county,
  null::text as distress_type,
  l.assigned_to as agent,
  l.created_at,
  null::timestamptz as assigned_at,
  null::timestamptz as answer_from,
  null::float8 as response_hours,
  null::float8 as response_factor,
  null::float8 as qualify_draw,
  null::float8 as qualify_probability,
  null::float8 as lift,
  null::float8 as follow_up_hours,
  null::float8 as close_hours,
  null::float8 as dead_hours,
  l.ab_test_id,
  l.ab_test_group
from public.lh_lead_status as l
with no data;

-- Ids of the host's own type: numbers after the last one taken, or uuids made from the row's name.
do $$
begin
  if (select a.atttypid = 'uuid'::regtype from pg_attribute as a
    where a.attrelid = 'public.lh_lead_status'::regclass and a.attname = 'id') then
    create function lh_demo.make_id(p_table text, p_last bigint, p_ordinal bigint, p_name text)
    returns uuid language sql stable
    as 'select encode(substr(lh_demo.digest(p_table || ''|'' || p_name), 1, 16), ''hex'')::uuid';
    create function lh_demo.native_id(p_id text) returns uuid language sql immutable as 'select p_id::uuid';
  else
    create function lh_demo.make_id(p_table text, p_last bigint, p_ordinal bigint, p_name text)
    returns bigint language sql immutable as 'select p_last + p_ordinal';
    create function lh_demo.native_id(p_id text) returns bigint language sql immutable as 'select p_id::bigint';
  end if;
end
$$;

create function lh_demo.last_id(p_table text)
returns bigint
language plpgsql
set search_path to 'pg_catalog', 'pg_temp'
as $$
declare
  v_sequence text := pg_get_serial_sequence(p_table, 'id');
  v_last bigint := 0;
begin
  if v_sequence is not null then
    execute format('select case when is_called then last_value else last_value - 1 end from %s', v_sequence)
    into v_last;
  end if;
  return v_last;
end
$$;

create function lh_demo.take_ids(p_table text, p_count bigint)
returns void
language plpgsql
set search_path to 'pg_catalog', 'pg_temp'
as $$
begin
  if p_count > 0 and pg_get_serial_sequence(p_table, 'id') is not null then
    perform setval(pg_get_serial_sequence(p_table, 'id'), lh_demo.last_id(p_table) + p_count);
  end if;
end
$$;

create function lh_demo.hours(p_hours float8)
returns interval
language sql
immutable
as $$
select make_interval(secs => round(p_hours * 3600))
$$;

-- The given tests of each day, for histories whose leads are already in tests.
create function lh_demo.tests_of_days(p_parameters jsonb, p_from integer, p_to integer)
returns table (day_number integer, tests jsonb[])
language sql
immutable
as $$
select d.day_number, array_agg(t.test order by t.n)
from generate_series(p_from, p_to) as d (day_number)
join jsonb_array_elements(p_parameters -> 'tests') with ordinality as t (test, n)
  on d.day_number >= coalesce((t.test ->> 'first_day')::integer, 0)
  and d.day_number < coalesce((t.test ->> 'end_day')::integer, d.day_number + 1)
group by d.day_number
$$;

create function lh_demo.texts(p_list jsonb)
returns text[]
language sql
immutable
as $$
select array(select t from jsonb_array_elements_text(p_list) with ordinality as l (t, n) order by n)
$$;

create function lh_demo.draw_outcomes(p_parameters jsonb, p_from date, p_to date)
returns bigint
language plpgsql
set jit to off
set enable_memoize to off
set enable_mergejoin to off
set work_mem to '256MB'
set search_path to 'pg_catalog', 'pg_temp'
as $$
declare
  v_first_day date := p_parameters ->> 'first_day';
  v_last_property bigint := lh_demo.last_id('public.lh_properties');
  v_last_lead bigint := lh_demo.last_id('public.lh_lead_status');
  v_count bigint;
begin
  insert into lh_demo.outcomes
  with settings as materialized (
    select
      s.*,
      lh_demo.texts(p_parameters -> 'agents') as agents,
      lh_demo.texts(p_parameters -> 'counties') as counties,
      lh_demo.texts(p_parameters -> 'distress_types') as distress_types
    from jsonb_to_record(p_parameters) as s (
      seed text, time_zone text, answered text,
      opening_hour float8, closing_hour float8, earliest_hour float8, latest_hour float8, business_hours_share float8,
      response_sigma float8, follow_up_median_days float8, follow_up_sigma float8,
      dead_median_days float8, dead_sigma float8, dead_share float8, give_up_days float8,
      closed_share float8, close_median_days float8
    )
  ),
  rates as materialized (
    select * from lh_demo.daily_rates(p_parameters, p_from, p_to)
  ),
  days as materialized (
    select d.day, d.day_number, d.leads, coalesce(sum(d.leads) over earlier, 0)::bigint as leads_before, t.tests
    from (select distinct r.day, r.day_number, r.leads from rates as r) as d
    left join lh_demo.tests_of_days(p_parameters, p_from - v_first_day, p_to - v_first_day) as t using (day_number)
    window earlier as (order by d.day rows between unbounded preceding and 1 preceding)
  ),
  -- "offset 0" keeps the planner from computing a digest anew for each number taken from it, and a number for each use
  numbered as (
    select
      c.*,
      d.day,
      d.tests,
      d.leads_before + i as ordinal,
      k.name,
      g.a,
      g.b,
      u.source_draw,
      u.hour_draw
    from days as d
    cross join settings as c
    cross join lateral generate_series(1, d.leads) as i
    cross join lateral (select c.seed || '|' || d.day_number || '|' || i as name offset 0) as k
    cross join lateral (
      select lh_demo.digest('lead|' || k.name) as a, lh_demo.digest('luck|' || k.name) as b offset 0
    ) as g
    cross join lateral (
      select lh_demo.uniform(g.a, 0) as source_draw, lh_demo.uniform(g.a, 1) as hour_draw offset 0
    ) as u
  ),
  arriving as (
    select
      n.*,
      case
        when n.hour_draw < n.business_hours_share
          then n.opening_hour + n.hour_draw / n.business_hours_share * (n.closing_hour - n.opening_hour)
        when o.hours < n.opening_hour - n.earliest_hour then n.earliest_hour + o.hours
        else n.closing_hour + o.hours - (n.opening_hour - n.earliest_hour)
      end as hour,
      n.tests[1 + floor(lh_demo.uniform(n.b, 6) * cardinality(n.tests))::integer] as test
    from numbered as n
    cross join lateral (
      select (n.hour_draw - n.business_hours_share) / nullif(1 - n.business_hours_share, 0)
        * (n.opening_hour - n.earliest_hour + n.latest_hour - n.closing_hour) as hours
    ) as o
  ),
  timed as (
    select
      a.*,
      (a.day + lh_demo.hours(a.hour)) at time zone a.time_zone as created_at,
      case
        when a.answered = 'always' or (a.hour >= a.opening_hour and a.hour < a.closing_hour and w.arrived < 6)
          then (a.day + lh_demo.hours(a.hour)) at time zone a.time_zone
        else (w.next_day + case extract(isodow from w.next_day) when 6 then 2 when 7 then 1 else 0 end
          + lh_demo.hours(a.opening_hour)) at time zone a.time_zone
      end as answer_from,
      case when lh_demo.uniform(a.b, 7) * 100 < coalesce((a.test ->> 'treatment_pct')::float8, 50)
        then 'treatment' else 'control' end as arm
    from arriving as a
    cross join lateral (
      select
        extract(isodow from a.day) as arrived,
        case when a.hour < a.opening_hour then a.day else a.day + 1 end as next_day
    ) as w
  )
  select
    lh_demo.make_id('lead', v_last_lead, t.ordinal, t.name),
    lh_demo.make_id('property', v_last_property, t.ordinal, t.name),
    t.name,
    t.day,
    t.ordinal,
    r.source,
    t.counties[1 + floor(lh_demo.uniform(t.b, 0) * cardinality(t.counties))::integer],
    t.distress_types[1 + floor(lh_demo.uniform(t.b, 1) * cardinality(t.distress_types))::integer],
    t.agents[1 + floor(lh_demo.uniform(t.a, 6) * cardinality(t.agents))::integer],
    t.created_at,
    case when f.is_contacted or lh_demo.uniform(t.b, 2) < 0.7 then t.created_at + interval '1 minute' end,
    t.answer_from,
    -- nobody answers within two minutes: validation and assignment come first
    case when f.is_contacted then greatest(2.0 / 60, r.response_median_hours * exp(t.response_sigma
      * lh_demo.normal(lh_demo.uniform(t.a, 3), lh_demo.uniform(t.a, 4)))) end,
    case when t.arm = 'treatment' then coalesce((t.test ->> 'response_factor')::float8, 1) else 1 end,
    lh_demo.uniform(t.a, 5),
    r.qualification_rate,
    case when t.arm = 'treatment' then coalesce((t.test ->> 'lift_pct')::float8 / 100, 0) else 0 end,
    24 * r.follow_up_factor * t.follow_up_median_days * exp(t.follow_up_sigma
      * lh_demo.normal(lh_demo.uniform(t.b, 3), lh_demo.uniform(t.b, 4))),
    case when lh_demo.uniform(t.a, 7) < t.closed_share
      then 24 * t.close_median_days * (0.5 + lh_demo.uniform(t.b, 5)) end,
    case
      when not f.is_contacted then 24 * t.give_up_days * (0.5 + lh_demo.uniform(t.b, 5))
      when lh_demo.uniform(t.b, 5) < t.dead_share then 24 * r.follow_up_factor * t.dead_median_days * exp(t.dead_sigma
        * lh_demo.normal(lh_demo.uniform(t.b, 3), lh_demo.uniform(t.b, 4)))
    end,
    lh_demo.native_id(t.test ->> 'id'),
    case when t.test is not null then t.arm end
  from timed as t
  join rates as r
    on r.day = t.day
    and t.source_draw >= r.share_from
    and t.source_draw < r.share_to
  cross join lateral (select lh_demo.uniform(t.a, 2) < r.contact_rate as is_contacted) as f;
  get diagnostics v_count = row_count;
  return v_count;
end
$$;
