-- The truth of a pipeline: for each day and source, the rates that the day's leads are drawn from, after weekdays,
-- noise and all injected incidents. Tests and benchmarks read it as the label.

-- The sources with their base rates and the stretch of (0, 1) that each takes.
create function lh_demo.sources(p_parameters jsonb)
returns table (
  source text,
  share float8,
  share_from float8,
  share_to float8,
  contact_rate float8,
  qualification_rate float8,
  response_median_hours float8,
  wrong_number_share float8
)
language sql
immutable
as $$
select
  s ->> 'name',
  (s ->> 'share')::float8 / total.share,
  coalesce(sum((s ->> 'share')::float8) over before, 0) / total.share,
  case when lead(s) over in_order is null then 1
    else (coalesce(sum((s ->> 'share')::float8) over before, 0) + (s ->> 'share')::float8) / total.share end,
  coalesce(s -> 'contact_rate', p_parameters -> 'contact_rate')::float8,
  coalesce(s -> 'qualification_rate', p_parameters -> 'qualification_rate')::float8,
  coalesce(s -> 'response_median_hours', p_parameters -> 'response_median_hours')::float8,
  coalesce(s -> 'wrong_number_share', p_parameters -> 'wrong_number_share')::float8
from jsonb_array_elements(p_parameters -> 'sources') with ordinality as listed (s, n)
cross join (
  select sum((t ->> 'share')::float8) as share from jsonb_array_elements(p_parameters -> 'sources') as t
) as total
window
  in_order as (order by n),
  before as (order by n rows between unbounded preceding and 1 preceding)
$$;

-- The injected incidents, each as a factor to the level before. "to" is a level of the incident's sources taken together.
create function lh_demo.incidents(p_parameters jsonb)
returns table (what text, source text, start_day integer, end_day integer, ramp_days integer, factor float8)
language sql
immutable
as $$
select
  p ->> 'what',
  p ->> 'source',
  coalesce((p ->> 'start_day')::integer, 0),
  (p ->> 'end_day')::integer,
  coalesce((p ->> 'ramp_days')::integer, 0),
  coalesce((p ->> 'factor')::float8, (p ->> 'to')::float8 / case p ->> 'what'
    when 'contact_rate' then base.contact_rate
    when 'qualification_rate' then base.qualification_rate
    when 'response_hours' then
      base.response_median_hours * exp(((p_parameters ->> 'response_sigma')::float8) ^ 2 / 2)
    when 'follow_up_days' then
      (p_parameters ->> 'follow_up_median_days')::float8
      * exp(((p_parameters ->> 'follow_up_sigma')::float8) ^ 2 / 2)
    when 'wrong_number_share' then base.wrong_number_share
    when 'precision' then (p_parameters ->> 'precision')::float8
    when 'recall' then (p_parameters ->> 'recall')::float8
  end)
from jsonb_array_elements(p_parameters -> 'incidents') as p
cross join lateral (
  select
    sum(s.share * s.contact_rate) / sum(s.share) as contact_rate,
    sum(s.share * s.contact_rate * s.qualification_rate) / sum(s.share * s.contact_rate) as qualification_rate,
    sum(s.share * s.contact_rate * s.response_median_hours) / sum(s.share * s.contact_rate)
      as response_median_hours,
    sum(s.share * s.wrong_number_share) / sum(s.share) as wrong_number_share
  from lh_demo.sources(p_parameters) as s
  where p ->> 'source' is null or s.source = p ->> 'source'
) as base
$$;

-- The factors at work on each day, by source: 1 + (factor - 1) * weight, the weight growing over the ramp. The
-- logarithm multiplies them; its floor keeps a factor of 0 possible.
create function lh_demo.incident_factors(p_parameters jsonb, p_from integer, p_to integer)
returns table (
  day_number integer,
  source text,
  volume float8,
  contact_rate float8,
  qualification_rate float8,
  response_hours float8,
  follow_up_days float8,
  wrong_number_share float8,
  "precision" float8,
  recall float8
)
language sql
immutable
as $$
with at_work as (
  select
    d.day_number,
    s.source,
    p.what,
    ln(greatest(
      1 + (p.factor - 1) * least(1, (d.day_number - p.start_day + 1)::float8 / (p.ramp_days + 1)), 1e-12
    )) as ln_factor
  from generate_series(p_from, p_to) as d (day_number)
  cross join lh_demo.sources(p_parameters) as s
  left join lh_demo.incidents(p_parameters) as p
    on (p.source is null or p.source = s.source)
    and d.day_number >= p.start_day
    and (p.end_day is null or d.day_number < p.end_day)
)
select
  w.day_number,
  w.source,
  exp(coalesce(sum(w.ln_factor) filter (where w.what = 'volume'), 0)),
  exp(coalesce(sum(w.ln_factor) filter (where w.what = 'contact_rate'), 0)),
  exp(coalesce(sum(w.ln_factor) filter (where w.what = 'qualification_rate'), 0)),
  exp(coalesce(sum(w.ln_factor) filter (where w.what = 'response_hours'), 0)),
  exp(coalesce(sum(w.ln_factor) filter (where w.what = 'follow_up_days'), 0)),
  exp(coalesce(sum(w.ln_factor) filter (where w.what = 'wrong_number_share'), 0)),
  exp(coalesce(sum(w.ln_factor) filter (where w.what = 'precision'), 0)),
  exp(coalesce(sum(w.ln_factor) filter (where w.what = 'recall'), 0))
from at_work as w
group by w.day_number, w.source
$$;

create function lh_demo.daily_rates(p_parameters jsonb, p_from date, p_to date)
returns table (
  day date,
  day_number integer,
  leads integer,
  source text,
  share_from float8,
  share_to float8,
  contact_rate float8,
  qualification_rate float8,
  response_median_hours float8,
  follow_up_factor float8,
  wrong_number_share float8,
  "precision" float8,
  recall float8,
  labelled_share float8
)
language sql
stable
as $$
with days as (
  select
    f.*,
    (p_parameters ->> 'first_day')::date + f.day_number as day,
    extract(isodow from (p_parameters ->> 'first_day')::date + f.day_number)::integer - 1 as weekday,
    lh_demo.digest((p_parameters ->> 'seed') || '|day|' || f.day_number) as digest
  from lh_demo.incident_factors(
    p_parameters, p_from - (p_parameters ->> 'first_day')::date, p_to - (p_parameters ->> 'first_day')::date
  ) as f
  offset 0
),
moods as (
  select
    d.*,
    (p_parameters ->> 'leads_per_day')::float8
      * (p_parameters -> 'volume_by_weekday' ->> d.weekday)::float8
      * (1 + (p_parameters ->> 'season_amplitude')::float8
        * sin(2 * pi() * d.day_number / (p_parameters ->> 'season_days')::float8))
      * d.volume as mean_leads,
    lh_demo.normal(lh_demo.uniform(d.digest, 0), lh_demo.uniform(d.digest, 1)) as volume_z,
    1 + (p_parameters ->> 'rate_noise')::float8
      * lh_demo.normal(lh_demo.uniform(d.digest, 2), lh_demo.uniform(d.digest, 3)) as rate_mood,
    exp((p_parameters ->> 'response_noise')::float8
      * lh_demo.normal(lh_demo.uniform(d.digest, 4), lh_demo.uniform(d.digest, 5))) as response_mood
  from days as d
  offset 0
),
rates as (
  select
    m.*,
    s.share_from,
    s.share_to,
    least(1, s.contact_rate * m.contact_rate) as todays_contact_rate,
    least(1, greatest(0, s.qualification_rate * m.qualification_rate * m.rate_mood
      * (p_parameters -> 'qualification_by_weekday' ->> m.weekday)::float8)) as todays_qualification_rate,
    s.response_median_hours * m.response_hours * m.response_mood
      * (p_parameters -> 'response_by_weekday' ->> m.weekday)::float8 as todays_response_median_hours,
    least(1, s.wrong_number_share * m.wrong_number_share) as todays_wrong_number_share
  from moods as m
  join lh_demo.sources(p_parameters) as s using (source)
)
select
  r.day,
  r.day_number,
  greatest(0, round(r.mean_leads + (p_parameters ->> 'volume_noise')::float8 * sqrt(r.mean_leads) * r.volume_z))
    ::integer,
  r.source,
  r.share_from,
  r.share_to,
  r.todays_contact_rate,
  r.todays_qualification_rate,
  r.todays_response_median_hours,
  r.follow_up_days,
  r.todays_wrong_number_share,
  least(1, (p_parameters ->> 'precision')::float8 * r."precision"),
  least(1, (p_parameters ->> 'recall')::float8 * r.recall),
  (1 - r.todays_wrong_number_share) * (r.todays_qualification_rate
    + (1 - r.todays_qualification_rate) * (p_parameters ->> 'correct_owner_share')::float8)
from rates as r
$$;
