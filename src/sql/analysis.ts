// The analysis of running tests: collects the counts in one pass over their leads, writes the verdicts in one statement
// per table, and replays a recorded verdict. Knows no rule: what is decided stands in src/plv8/verdict.
import { routine, type SqlModule, sql } from './sql.ts';

const finiteNumber = routine({
  signature: 'lh_engine.finite_number(double precision)',
  grants: ['operator', 'reader'],
  comment: 'The number itself, or null for NaN and the infinities, which JSON cannot carry.',
  sql: sql`
create or replace function lh_engine.finite_number(p_value double precision)
returns double precision
language sql
immutable
parallel safe
set search_path to 'pg_catalog', 'pg_temp'
as $$
  select case when p_value not in ('NaN', 'Infinity', '-Infinity') then p_value end;
$$`,
});

const fitNumeric = routine({
  signature: 'lh_engine.fit_numeric(double precision, regclass, text)',
  grants: ['operator'],
  comment:
    'The number itself where it fits the type of a column of the host, or null where the column would overflow (a lift of 1500 % in numeric(5,2)).',
  sql: sql`
create or replace function lh_engine.fit_numeric(p_value double precision, p_table regclass, p_column text)
returns double precision
language sql
stable
set search_path to 'pg_catalog', 'pg_temp'
as $$
  with recursive base (type, modifier) as (
    select a.atttypid, a.atttypmod
    from pg_attribute as a
    where a.attrelid = p_table and a.attname = p_column
    union all
    select t.typbasetype, coalesce(nullif(base.modifier, -1), t.typtypmod)
    from base
    join pg_type as t on t.oid = base.type
    where t.typtype = 'd'
  )
  select case
    when t.oid = 'int2'::regtype and round(p_value) not between -32768 and 32767 then null
    when t.oid = 'int4'::regtype and round(p_value) not between -2147483648 and 2147483647 then null
    when t.oid = 'int8'::regtype and abs(p_value) >= 9.2e18 then null
    when t.oid = 'float4'::regtype and p_value <> 0 and abs(p_value) not between 1.2e-38 and 3.4e38 then null
    when t.oid = 'numeric'::regtype and b.modifier >= 4
      and abs(round(p_value::numeric, s.scale)) >= 10::numeric ^ (s."precision" - s.scale)::numeric then null
    else p_value
  end
  from base as b
  join pg_type as t on t.oid = b.type and t.typtype <> 'd'
  -- How numeric keeps precision and scale in its modifier (numeric.c).
  cross join lateral (
    select ((b.modifier - 4) >> 16) & 65535, ((((b.modifier - 4) & 2047) # 1024) - 1024)
  ) as s ("precision", scale);
$$`,
});

const countTestLeads = routine({
  signature: 'lh_engine.count_test_leads(text[], date)',
  grants: ['operator', 'reader'],
  comment:
    'The leads of the given tests, and those with a group but no test (ab_test_id null), as of a day (null: today) counted by test, group and source in one pass: conversions, dead leads, and mean and variance of the hours to first contact. Leads younger than decisions.maturity_days are not counted.',
  sql: sql`
create or replace function lh_engine.count_test_leads(p_ab_test_ids text[], p_as_of date)
returns table (
  ab_test_id text,
  arm text,
  source text,
  leads bigint,
  conversions bigint,
  dead bigint,
  response_n bigint,
  response_mean_hours double precision,
  response_variance double precision
)
language plpgsql
stable
set search_path to 'pg_catalog', 'pg_temp'
as $$
#variable_conflict use_column
declare
  v_moment record;
  v_day_end timestamptz;
  v_matured timestamptz;
begin
  perform lh_engine.require_all_rows();
  select * into v_moment from lh_engine.moment(p_as_of);
  v_day_end := (v_moment.as_of + 1)::timestamp at time zone lh_engine.time_zone();
  v_matured := v_moment.until - make_interval(days => (select lh_engine.setting('decisions.maturity_days') #>> '{}')::integer);
  return query
  select
    l.ab_test_id::text,
    l.ab_test_group::text,
    case when l.ab_test_id is not null then l.source end,
    count(*),
    count(*) filter (where l.status in ('qualified', 'closed')),
    count(*) filter (where l.status = 'dead'),
    count(r.hours),
    avg(r.hours),
    var_samp(r.hours)
  from lh_engine.host_leads as l
  cross join lateral (
    select case
      when l.contacted_at between l.created_at and v_moment.until and isfinite(l.created_at)
        then extract(epoch from l.contacted_at - l.created_at)::double precision / 3600
    end as hours
  ) as r
  where (
      l.ab_test_id = any (array(select t.id from public.lh_ab_tests as t where t.id::text = any (p_ab_test_ids)))
      or (l.ab_test_id is null and l.ab_test_group is not null)
    )
    and l.created_at <= v_matured
    and l.created_at < v_day_end
  group by l.ab_test_id, l.ab_test_group, 3;
end
$$`,
});

const collectTests = routine({
  signature: 'lh_engine.collect_tests(date)',
  grants: ['operator', 'reader'],
  comment:
    'The document of the operation analyze for a day (null: today): every running test with its terms, its earlier looks and its leads counted by group and source, in one pass over the leads of running tests.',
  sql: sql`
create or replace function lh_engine.collect_tests(p_as_of date)
returns json
language plpgsql
stable
set search_path to 'pg_catalog', 'pg_temp'
set extra_float_digits to 1
as $$
declare
  v_moment record;
  v_document json;
begin
  select * into v_moment from lh_engine.moment(p_as_of);

  with running as (
    select t.*
    from public.lh_ab_tests as t
    where t.status::text = 'running'
  ),
  counted as materialized (
    select c.*
    from lh_engine.count_test_leads(array(select r.id::text from running as r), v_moment.as_of) as c
  ),
  groups as (
    select c.ab_test_id, json_agg(
      to_jsonb(c) - array['ab_test_id', 'arm'] || jsonb_build_object('group', c.arm)
      order by c.arm, c.source
    ) as groups
    from counted as c
    where c.ab_test_id is not null
    group by c.ab_test_id
  ),
  looks as (
    select
      e.ab_test_id,
      json_agg(
        json_build_object(
          'information', e.data -> 'statistics' -> 'information',
          'control_leads', e.data -> 'control' -> 'leads',
          'control_conversions', e.data -> 'control' -> 'conversions',
          'treatment_leads', e.data -> 'treatment' -> 'leads',
          'treatment_conversions', e.data -> 'treatment' -> 'conversions'
        )
        order by e.event_id
      ) as history
    from lh_engine.events as e
    join running as r on r.id::text = e.ab_test_id
    where e.kind = 'look'
      and jsonb_typeof(e.data -> 'inputs') = 'object'
    group by e.ab_test_id
  )
  select json_build_object(
    'as_of', v_moment.as_of,
    'settings', lh_engine.settings_json(),
    'leads_without_test', (select coalesce(sum(c.leads), 0) from counted as c where c.ab_test_id is null),
    'tests', coalesce(
      json_agg(
        json_build_object(
          'ab_test_id', r.id::text,
          'skill_id', r.skill_id::text,
          'test_name', r.test_name::text,
          'metric', r.metric_tracked::text,
          'inputs', json_build_object(
            'min_sample_size', lh_engine.finite_number(r.min_sample_size::double precision),
            'confidence_level', lh_engine.finite_number(r.confidence_level::double precision),
            'traffic_allocation_pct', lh_engine.finite_number(r.traffic_allocation_pct::double precision),
            'skill_status', s.status::text,
            'skill_exists', s.id is not null,
            'running_days', case
              when isfinite(r.started_at) then extract(epoch from v_moment.until - r.started_at)::double precision / 86400
            end,
            'planned_leads_per_group', p.planned_leads_per_group,
            'planned_lift', p.planned_lift,
            'planned_baseline_rate', p.baseline_rate,
            'baseline', b.baseline,
            'history', coalesce(h.history, '[]'::json),
            'groups', coalesce(g.groups, '[]'::json)
          )
        )
        order by r.started_at nulls last, r.id
      ),
      '[]'::json
    )
  )
  into v_document
  from running as r
  left join public.lh_spawned_skills as s on s.id = r.skill_id
  left join lh_engine.test_plans as p on p.ab_test_id = r.id::text
  left join looks as h on h.ab_test_id = r.id::text
  left join groups as g on g.ab_test_id = r.id::text
  cross join lateral (
    select case
      when isfinite(r.started_at) then (r.started_at at time zone lh_engine.time_zone())::date
      else v_moment.as_of
    end as started_on
  ) as d
  -- The days from which a plan is made at spawn, for tests that came without one.
  cross join lateral (
    select json_build_object(
      'leads', coalesce(sum(greatest(m.new_leads_count, 0)), 0)::bigint,
      'conversions', coalesce(sum(least(greatest(m.qualified_count, 0), greatest(m.new_leads_count, 0))), 0)::bigint
    ) as baseline
    from lh_engine.host_daily_metrics as m
    where p.baseline_rate is null
      and m.metric_date > d.started_on - 35
      and m.metric_date <= d.started_on - 7
  ) as b;
  return v_document;
end
$$`,
});

const applyVerdicts = routine({
  signature: 'lh_engine.apply_verdicts(bigint, date, json)',
  grants: ['operator'],
  comment:
    'Writes what the operation analyze decided: the columns of the brief on tests that still run, the verdict on their skills, a look and, for KEEP and KILL, a decision in the event log; below the minimum sample only the two sample sizes. Returns what lh_analyze_ab_tests returns.',
  sql: sql`
create or replace function lh_engine.apply_verdicts(p_cycle_id bigint, p_as_of date, p_result json)
returns json
language plpgsql
set search_path to 'pg_catalog', 'pg_temp'
set extra_float_digits to 1
as $$
declare
  v_moment record;
  -- Typed like the columns, which may be enums.
  v_completed public.lh_ab_tests.status%type := 'completed';
  v_control public.lh_ab_tests.winner%type := 'control';
  v_treatment public.lh_ab_tests.winner%type := 'treatment';
  v_keep public.lh_ab_tests.recommendation%type := 'KEEP';
  v_kill public.lh_ab_tests.recommendation%type := 'KILL';
  v_continue public.lh_ab_tests.recommendation%type := 'CONTINUE';
  v_active public.lh_spawned_skills.status%type := 'active';
  v_killed public.lh_spawned_skills.status%type := 'killed';
  v_written text[];
  v_unfit json;
  v_answer json;
begin
  select * into v_moment from lh_engine.moment(p_as_of);

  with verdicts as materialized (
    select
      e.n,
      e.record,
      e.record ->> 'ab_test_id' as ab_test_id,
      e.record ->> 'skill_id' as skill_id,
      e.record ->> 'recommendation' as recommendation,
      e.record ->> 'outcome' = 'judged' as is_judged,
      -- held: what a person's switch keeps from being applied (src/sql/holds.ts).
      e.record ->> 'recommendation' in ('KEEP', 'KILL') and e.record ->> 'held' is null as is_final,
      lh_engine.fit_numeric((e.record #>> '{control,leads}')::double precision, 'public.lh_ab_tests', 'control_sample_size') as control_leads,
      lh_engine.fit_numeric((e.record #>> '{treatment,leads}')::double precision, 'public.lh_ab_tests', 'treatment_sample_size') as treatment_leads,
      lh_engine.fit_numeric((e.record #>> '{control,rate}')::double precision, 'public.lh_ab_tests', 'control_conversion_rate') as control_rate,
      lh_engine.fit_numeric((e.record #>> '{treatment,rate}')::double precision, 'public.lh_ab_tests', 'treatment_conversion_rate') as treatment_rate,
      lh_engine.fit_numeric((e.record #>> '{statistics,lift_pct}')::double precision, 'public.lh_ab_tests', 'lift_pct') as lift_pct,
      lh_engine.fit_numeric((e.record #>> '{statistics,p_value}')::double precision, 'public.lh_ab_tests', 'p_value') as p_value,
      lh_engine.fit_numeric((e.record #>> '{statistics,lift_pct}')::double precision, 'public.lh_spawned_skills', 'actual_lift_pct') as actual_lift_pct
    from json_array_elements(p_result -> 'tests') with ordinality as e (record, n)
  ),
  -- Rows are locked in the order of their ids, so that two analyses cannot wait for each other.
  locked_tests as (
    select t.id
    from public.lh_ab_tests as t
    where t.status::text = 'running'
      and t.id::text in (select v.ab_test_id from verdicts as v where v.record ->> 'held' is distinct from 'dry_run')
    order by t.id
    for no key update
  ),
  written as (
    update public.lh_ab_tests as t
    set
      control_sample_size = v.control_leads,
      treatment_sample_size = v.treatment_leads,
      control_conversion_rate = case when v.is_judged then v.control_rate else t.control_conversion_rate end,
      treatment_conversion_rate = case when v.is_judged then v.treatment_rate else t.treatment_conversion_rate end,
      lift_pct = case when v.is_judged then v.lift_pct else t.lift_pct end,
      p_value = case when v.is_judged then v.p_value else t.p_value end,
      winner = case
        when not v.is_judged then t.winner
        when v.is_final and v.recommendation = 'KEEP' then v_treatment
        when v.is_final and v.recommendation = 'KILL' then v_control
      end,
      recommendation = case
        when not v.is_judged then t.recommendation
        when v.is_final and v.recommendation = 'KEEP' then v_keep
        when v.is_final and v.recommendation = 'KILL' then v_kill
        else v_continue
      end,
      status = case when v.is_final then v_completed else t.status end,
      ended_at = case when v.is_final then v_moment.until else t.ended_at end
    from locked_tests as l, verdicts as v
    where t.id = l.id and v.ab_test_id = t.id::text
    returning t.id::text as ab_test_id
  ),
  locked_skills as (
    select s.id, v.recommendation, v.actual_lift_pct
    from public.lh_spawned_skills as s
    join verdicts as v on v.skill_id = s.id::text and v.is_final
    join written as w on w.ab_test_id = v.ab_test_id
    where s.status::text is distinct from 'active' and s.status::text is distinct from 'killed'
    order by s.id
    for no key update of s
  ),
  written_skills as (
    update public.lh_spawned_skills as s
    set
      status = case l.recommendation when 'KEEP' then v_active else v_killed end,
      actual_lift_pct = l.actual_lift_pct,
      decision_made_at = v_moment.until
    from locked_skills as l
    where s.id = l.id
    returning s.id
  ),
  plans as (
    insert into lh_engine.test_plans (
      ab_test_id, skill_id, skill_type, metric, baseline_rate, planned_lift, planned_leads_per_group, created_at
    )
    select
      v.ab_test_id,
      coalesce(v.skill_id, ''),
      coalesce(s.skill_type::text, ''),
      coalesce(v.record ->> 'metric', ''),
      (v.record #>> '{plan,baseline_rate}')::double precision,
      (v.record #>> '{plan,planned_lift}')::double precision,
      (v.record #>> '{plan,planned_leads_per_group}')::integer,
      v_moment.until
    from verdicts as v
    join written as w on w.ab_test_id = v.ab_test_id
    left join public.lh_spawned_skills as s on s.id::text = v.skill_id
    where (v.record #>> '{plan,made}')::boolean
    on conflict (ab_test_id) do update
      set
        baseline_rate = excluded.baseline_rate,
        planned_lift = excluded.planned_lift,
        planned_leads_per_group = excluded.planned_leads_per_group
      where test_plans.baseline_rate is null
  ),
  logged as (
    insert into lh_engine.events (happened_at, kind, cycle_id, as_of, skill_id, ab_test_id, bundle, data)
    select lh_engine.clock(), k.kind, p_cycle_id, v_moment.as_of, v.skill_id, v.ab_test_id, lh_engine.bundle(), v.record::jsonb
    from verdicts as v
    join written as w on w.ab_test_id = v.ab_test_id
    cross join lateral (
      values ('look', 1), ('decision', 2)
    ) as k (kind, n)
    -- An approval applies the record of an earlier look.
    where (k.kind = 'look' and v.record -> 'approved' is null) or (k.kind = 'decision' and v.is_final)
    order by v.n, k.n
  )
  select
    (select array_agg(w.ab_test_id) from written as w),
    (
      select coalesce(
        json_agg(
          json_build_object(
            'code', 'value_does_not_fit',
            'ab_test_id', v.ab_test_id,
            'message', format('test %s: %s does not fit the type of %s and is null there; the event has it', v.ab_test_id, f.value, f.column_name),
            'n', null
          )
        ),
        '[]'::json
      )
      from verdicts as v
      join written as w on w.ab_test_id = v.ab_test_id
      cross join lateral (
        values
          ('public.lh_ab_tests.control_sample_size', v.record #>> '{control,leads}', v.control_leads, true),
          ('public.lh_ab_tests.treatment_sample_size', v.record #>> '{treatment,leads}', v.treatment_leads, true),
          ('public.lh_ab_tests.control_conversion_rate', v.record #>> '{control,rate}', v.control_rate, v.is_judged),
          ('public.lh_ab_tests.treatment_conversion_rate', v.record #>> '{treatment,rate}', v.treatment_rate, v.is_judged),
          ('public.lh_ab_tests.lift_pct', v.record #>> '{statistics,lift_pct}', v.lift_pct, v.is_judged),
          ('public.lh_ab_tests.p_value', v.record #>> '{statistics,p_value}', v.p_value, v.is_judged),
          ('public.lh_spawned_skills.actual_lift_pct', v.record #>> '{statistics,lift_pct}', v.actual_lift_pct, v.is_final)
      ) as f (column_name, value, fitted, is_written)
      where f.is_written and f.value is not null and f.fitted is null
    )
  into v_written, v_unfit;

  perform pg_notify(
    'lh_improvement',
    json_build_object(
      'event', 'decision',
      'as_of', v_moment.as_of,
      'ab_test_id', e.record ->> 'ab_test_id',
      'skill_id', e.record ->> 'skill_id',
      'recommendation', e.record ->> 'recommendation'
    )::text
  )
  from json_array_elements(p_result -> 'tests') as e (record)
  where e.record ->> 'recommendation' in ('KEEP', 'KILL')
    and e.record ->> 'held' is null
    and e.record ->> 'ab_test_id' = any (v_written);

  select json_build_object(
    'success', true,
    'as_of', v_moment.as_of,
    'tests', coalesce(
      json_agg(
        json_build_object(
          'ab_test_id', e.record -> 'ab_test_id',
          'skill_id', e.record -> 'skill_id',
          'test_name', e.record -> 'test_name',
          'control', e.record -> 'control',
          'treatment', e.record -> 'treatment',
          'lift_pct', e.record #> '{statistics,lift_pct}',
          'z', e.record #> '{statistics,z}',
          'p_value', e.record #> '{statistics,p_value}',
          'recommendation', e.record -> 'recommendation',
          'winner', e.record -> 'winner',
          'reason', e.record -> 'reason'
        )::jsonb || case when e.record ->> 'held' is null then '{}' else jsonb_build_object('held', e.record -> 'held') end
        order by e.n
      ) filter (where e.record ->> 'ab_test_id' = any (v_written) or e.record ->> 'held' = 'dry_run'),
      '[]'::json
    ),
    'warnings', coalesce((p_result -> 'warnings')::jsonb, '[]'::jsonb) || v_unfit::jsonb
  )
  into v_answer
  from json_array_elements(p_result -> 'tests') with ordinality as e (record, n);
  return v_answer;
end
$$`,
});

const analyzeAbTests = routine({
  signature: 'public.lh_analyze_ab_tests(date)',
  grants: ['operator'],
  comment:
    'Analyses all running tests as of a day (null: today in engine.time_zone), writes the columns of the brief and the verdicts, and records a look of each test. Below the minimum sample only the two sample sizes are written. Keys: success, as_of, tests (ab_test_id, skill_id, test_name, control, treatment, lift_pct, z, p_value, recommendation KEEP/KILL/CONTINUE, winner, reason), warnings.',
  sql: sql`
create or replace function public.lh_analyze_ab_tests(p_as_of date default null)
returns jsonb
language plpgsql
set search_path to 'pg_catalog', 'pg_temp'
as $$
declare
  v_answer json;
begin
  if not (select lh_engine.take_turn()) then
    return jsonb_build_object('success', false, 'reason', 'already_running');
  end if;
  perform lh_engine.require_host();
  select lh_engine.run_analysis(null, p_as_of) into v_answer;
  return v_answer::jsonb;
end
$$`,
});

const replayDecision = routine({
  signature: 'lh_engine.replay_decision(bigint)',
  grants: ['operator', 'reader'],
  comment:
    'Judges the recorded inputs of a look or decision event again, by the settings recorded with them and the library installed now, and says whether everything comes out the same; differences lists each part that does not. No such event: LH007.',
  sql: sql`
create or replace function lh_engine.replay_decision(event_id bigint)
returns table (
  same boolean,
  ab_test_id text,
  recorded_recommendation text,
  replayed_recommendation text,
  reason text,
  differences jsonb,
  recorded_bundle text,
  present_bundle text
)
language plpgsql
stable
set search_path to 'pg_catalog', 'pg_temp'
as $$
#variable_conflict use_column
declare
  v_event lh_engine.events;
  v_replay json;
begin
  select e.* into v_event
  from lh_engine.events as e
  where e.event_id = replay_decision.event_id and e.kind in ('look', 'decision');
  if v_event.event_id is null then
    raise exception using
      errcode = 'LH007',
      message = format('no look or decision event %s', coalesce(replay_decision.event_id::text, 'null')),
      hint = 'Find one with: select event_id, kind, ab_test_id from lh_engine.events where kind in (''look'', ''decision'');';
  end if;
  select lh_engine.call_js('replay', v_event.data::json) into v_replay;
  return query
  select
    (v_replay ->> 'same')::boolean,
    v_event.ab_test_id,
    v_event.data ->> 'recommendation',
    v_replay ->> 'recommendation',
    v_replay ->> 'reason',
    (v_replay -> 'differences')::jsonb,
    v_event.bundle,
    lh_engine.bundle();
end
$$`,
});

export const analysis: SqlModule = {
  name: 'analysis',
  objects: [
    finiteNumber,
    fitNumeric,
    countTestLeads,
    collectTests,
    applyVerdicts,
    analyzeAbTests,
    replayDecision,
  ],
};
