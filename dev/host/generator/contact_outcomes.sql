-- Outcomes of contacts: what each truly is, what the validator says of it, and the feedback that an agent would give.

create unlogged table lh_demo.contact_outcomes with (autovacuum_enabled = off) as
select
  c.id as contact_id,
  c.property_id,
  l.id as lead_id,
  null::text as name,
  null::date as day,
  null::bigint as ordinal,
  l.created_at as arrived_at,
  null::boolean as is_business,
  null::text as pattern_type,
  null::boolean as is_dead_number,
  null::float8 as doubt,
  null::text as feedback_type,
  null::float8 as feedback_minutes
from public.lh_contacts as c, public.lh_lead_status as l
with no data;

-- For each day and source, the stretches of (0, 1) in which a business is caught by a pattern, and in which an owner
-- is taken for one. An owner's feedback labels less often than a business's does, so the second is widened by
-- labelled_share: precision and recall come out as given among the contacts that feedback labels.
create function lh_demo.pattern_stretches(p_parameters jsonb, p_from date, p_to date)
returns table (
  day date, source text, pattern_type text,
  caught_from float8, caught_to float8, mistaken_from float8, mistaken_to float8
)
language sql
stable
as $$
with patterns as (
  select
    r.day,
    r.source,
    p ->> 'type' as pattern_type,
    n,
    r.recall * (p ->> 'share')::float8 / sum((p ->> 'share')::float8) over whole as caught,
    least(1, coalesce((p ->> 'precision')::float8 / (p_parameters ->> 'precision')::float8, 1) * r."precision")
      as pattern_precision,
    (p_parameters ->> 'business_share')::float8 as business_share,
    r.labelled_share
  from lh_demo.daily_rates(p_parameters, p_from, p_to) as r
  cross join jsonb_array_elements(p_parameters -> 'patterns') with ordinality as l (p, n)
  window whole as (partition by r.day, r.source)
),
sized as (
  select
    p.*,
    p.caught * (1 - p.pattern_precision) / p.pattern_precision
      * p.business_share / nullif((1 - p.business_share) * p.labelled_share, 0) as mistaken
  from patterns as p
)
select
  s.day,
  s.source,
  s.pattern_type,
  sum(s.caught) over up_to_here - s.caught,
  sum(s.caught) over up_to_here,
  sum(s.mistaken) over up_to_here - s.mistaken,
  sum(s.mistaken) over up_to_here
from sized as s
window up_to_here as (partition by s.day, s.source order by s.n)
$$;

-- Whether a contact is a business or its number dead is independent of whether the lead qualifies, so that an injected
-- incident moves one quantity alone.
create function lh_demo.draw_contact_outcomes(p_parameters jsonb, p_from date, p_to date)
returns bigint
language plpgsql
set jit to off
set enable_memoize to off
set enable_mergejoin to off
set work_mem to '256MB'
set search_path to 'pg_catalog', 'pg_temp'
as $$
declare
  v_last_contact bigint := lh_demo.last_id('public.lh_contacts');
  v_count bigint;
begin
  insert into lh_demo.contact_outcomes
  with settings as materialized (
    select s.*
    from jsonb_to_record(p_parameters) as s (
      contacts_per_lead integer, business_share float8, feedback_share float8, correct_owner_share float8
    )
  ),
  rates as materialized (
    select r.day, r.source, r.wrong_number_share from lh_demo.daily_rates(p_parameters, p_from, p_to) as r
  ),
  stretches as materialized (
    select * from lh_demo.pattern_stretches(p_parameters, p_from, p_to)
  ),
  drawn as (
    select
      c.*,
      o.lead_id,
      o.property_id,
      o.day,
      o.source,
      o.created_at,
      o.qualify_draw < o.qualify_probability as is_good,
      r.wrong_number_share,
      k.name,
      (o.ordinal - 1) * c.contacts_per_lead + i as ordinal,
      k.g,
      u.business_draw < c.business_share as is_business,
      u.pattern_draw,
      u.number_draw
    from lh_demo.outcomes as o
    cross join settings as c
    join rates as r on r.day = o.day and r.source = o.source
    cross join lateral generate_series(1, c.contacts_per_lead) as i
    cross join lateral (
      select o.name || '|' || i as name, lh_demo.digest('contact|' || o.name || '|' || i) as g
      offset 0
    ) as k
    cross join lateral (
      select
        lh_demo.uniform(k.g, 0) as business_draw,
        lh_demo.uniform(k.g, 1) as pattern_draw,
        lh_demo.uniform(k.g, 2) as number_draw
      offset 0
    ) as u
    where o.day between p_from and p_to
  )
  select
    lh_demo.make_id('contact', v_last_contact, d.ordinal, d.name),
    d.property_id,
    d.lead_id,
    d.name,
    d.day,
    d.ordinal,
    d.created_at,
    d.is_business,
    s.pattern_type,
    not d.is_business and d.number_draw < d.wrong_number_share,
    lh_demo.uniform(d.g, 7),
    case
      when lh_demo.uniform(d.g, 3) >= d.feedback_share then null
      when d.is_business then 'business_number'
      when d.number_draw < d.wrong_number_share * 0.7 then 'wrong_number'
      when d.number_draw < d.wrong_number_share then 'disconnected'
      when d.is_good then 'good_lead'
      when lh_demo.uniform(d.g, 4) < d.correct_owner_share then 'correct_owner'
      else 'bad_lead'
    end,
    5 + 60 * lh_demo.uniform(d.g, 5)
  from drawn as d
  left join stretches as s
    on s.day = d.day
    and s.source = d.source
    and d.pattern_draw >= case when d.is_business then s.caught_from else s.mistaken_from end
    and d.pattern_draw < case when d.is_business then s.caught_to else s.mistaken_to end;
  get diagnostics v_count = row_count;
  return v_count;
end
$$;
