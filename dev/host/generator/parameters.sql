-- Parameters of a pipeline: their defaults, the check that nothing unknown is asked for, and the source of all
-- chance. The default pipeline is healthy: it stays clear of every line that a detector may draw.
create schema lh_demo;

-- One row: the pipeline that generate_history began and generate_day continues.
create table lh_demo.pipeline (
  only_one boolean primary key default true check (only_one),
  parameters jsonb not null,
  last_day date not null
);

create function lh_demo.default_parameters()
returns jsonb
language sql
immutable
as $$
select '{
  "seed": "demo",
  "first_day": "2026-01-05",
  "days": 60,
  "time_zone": "UTC",
  "leads_per_day": 100,
  "volume_by_weekday": [1.1, 1.1, 1.05, 1.05, 1.0, 0.9, 0.8],
  "volume_noise": 1,
  "season_amplitude": 0,
  "season_days": 28,
  "rate_noise": 0,
  "response_noise": 0,
  "response_by_weekday": [1, 1, 1, 1, 1, 1.1, 1.1],
  "qualification_by_weekday": [1, 1, 1, 1, 1, 1, 1],
  "opening_hour": 9,
  "closing_hour": 18,
  "business_hours_share": 0.8,
  "earliest_hour": 7,
  "latest_hour": 22,
  "answered": "always",
  "sources": [
    {"name": "zillow", "share": 0.30},
    {"name": "facebook", "share": 0.20, "qualification_rate": 0.45},
    {"name": "direct_mail", "share": 0.20, "qualification_rate": 0.48},
    {"name": "referral", "share": 0.15, "qualification_rate": 0.60},
    {"name": "driving_for_dollars", "share": 0.15}
  ],
  "contact_rate": 0.85,
  "qualification_rate": 0.5,
  "wrong_number_share": 0.06,
  "response_median_hours": 1.1,
  "response_sigma": 0.9,
  "follow_up_median_days": 2.0,
  "follow_up_sigma": 0.65,
  "dead_median_days": 2.0,
  "dead_sigma": 0.6,
  "dead_share": 0.95,
  "give_up_days": 6,
  "closed_share": 0.3,
  "close_median_days": 12,
  "agents": ["agent-1", "agent-2", "agent-3", "agent-4", "agent-5", "agent-6"],
  "counties": ["Cook", "Harris", "Maricopa", "Orange", "Wayne"],
  "distress_types": ["foreclosure", "probate", "tax_lien", "divorce", "vacant"],
  "contacts_per_lead": 1,
  "business_share": 0.25,
  "precision": 0.92,
  "recall": 0.90,
  "patterns": [
    {"type": "bank", "share": 0.35},
    {"type": "attorney", "share": 0.30},
    {"type": "agent", "share": 0.20},
    {"type": "property_management", "share": 0.15}
  ],
  "feedback_share": 0.85,
  "correct_owner_share": 0.6,
  "incidents": [],
  "tests": [],
  "skills": {}
}'::jsonb
$$;

create function lh_demo.check_keys(p_where text, p_given jsonb, p_known text[])
returns void
language plpgsql
immutable
set search_path to 'pg_catalog', 'pg_temp'
as $$
declare
  v_unknown text;
begin
  select k into v_unknown from jsonb_object_keys(p_given) k where k <> all (p_known) order by k limit 1;
  if found then
    raise exception 'unknown key "%" in %', v_unknown, p_where
      using hint = 'Known keys are: ' || array_to_string(p_known, ', ') || '.';
  end if;
end
$$;

create function lh_demo.complete_parameters(p_parameters jsonb)
returns jsonb
language plpgsql
immutable
set search_path to 'pg_catalog', 'pg_temp'
as $$
declare
  v_all jsonb := lh_demo.default_parameters() || coalesce(p_parameters, '{}');
  v_item jsonb;
begin
  perform lh_demo.check_keys('parameters', v_all,
    array(select jsonb_object_keys(lh_demo.default_parameters()) order by 1));
  for v_item in select s from jsonb_array_elements(v_all -> 'sources') s loop
    perform lh_demo.check_keys('sources', v_item, array['name', 'share', 'contact_rate', 'qualification_rate',
      'response_median_hours', 'wrong_number_share']);
  end loop;
  for v_item in select t from jsonb_array_elements(v_all -> 'tests') t loop
    perform lh_demo.check_keys('tests', v_item, array['id', 'treatment_pct', 'lift_pct', 'response_factor',
      'first_day', 'end_day']);
  end loop;
  for v_item in select k.value from jsonb_each(v_all -> 'skills') k loop
    perform lh_demo.check_keys('skills', v_item, array['lift_pct', 'response_factor']);
  end loop;
  for v_item in select p from jsonb_array_elements(v_all -> 'patterns') p loop
    perform lh_demo.check_keys('patterns', v_item, array['type', 'share', 'precision']);
  end loop;
  for v_item in select p from jsonb_array_elements(v_all -> 'incidents') p loop
    perform lh_demo.check_keys('incidents', v_item, array['what', 'source', 'start_day', 'end_day', 'ramp_days', 'to',
      'factor']);
    if v_item ->> 'what' is null or v_item ->> 'what' not in ('volume', 'contact_rate', 'qualification_rate',
      'response_hours', 'follow_up_days', 'wrong_number_share', 'precision', 'recall') then
      raise exception 'cannot inject an incident of "%"', v_item ->> 'what'
        using hint = 'Inject volume, contact_rate, qualification_rate, response_hours, follow_up_days, '
          'wrong_number_share, precision or recall.';
    end if;
    if (v_item ? 'to') = (v_item ? 'factor') then
      raise exception 'incident % needs exactly one of "to" and "factor"', v_item
        using hint = 'Give the level to reach, or the factor to the level before.';
    end if;
    if v_item ->> 'what' = 'volume' and (v_item ? 'to' or v_item ? 'source') then
      raise exception 'incident % of volume has "to" or "source"', v_item
        using hint = 'Volume changes by a factor, for all sources together.';
    end if;
    if v_item ? 'source' and not exists (
      select from jsonb_array_elements(v_all -> 'sources') s where s ->> 'name' = v_item ->> 'source'
    ) then
      raise exception 'incident names the unknown source "%"', v_item ->> 'source'
        using hint = 'Use the name of one of the sources of the same parameters.';
    end if;
  end loop;
  return v_all;
end
$$;

-- All chance comes from here: 8 uniform numbers from the SHA-256 of a name, the same on every machine and version.
-- (Stable and not immutable, as convert_to is: else it would not be inlined.)
create function lh_demo.digest(p_name text)
returns bytea
language sql
stable
as $$
select sha256(convert_to(p_name, 'UTF8'))
$$;

-- The k-th (0 to 7) uniform number in (0, 1) of a digest: four of its bytes.
create function lh_demo.uniform(p_digest bytea, p_k integer)
returns float8
language sql
immutable
as $$
select (
    ((get_byte(p_digest, 4 * p_k)::float8 * 256 + get_byte(p_digest, 4 * p_k + 1)) * 256
      + get_byte(p_digest, 4 * p_k + 2)) * 256
    + get_byte(p_digest, 4 * p_k + 3) + 0.5::float8
  ) / 4294967296::float8
$$;

-- Box-Muller: a standard normal number from two uniform ones.
create function lh_demo.normal(p_u float8, p_v float8)
returns float8
language sql
immutable
as $$
select sqrt(-2 * ln(p_u)) * cos(2 * pi() * p_v)
$$;
