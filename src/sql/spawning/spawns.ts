// Spawning: shows what a cycle would do, and writes skills with their tests.
// Knows no rule: why something is spawned or skipped is decided in src/plv8/spawning.
import type { Answer } from '../../plv8/entry.ts';
import { columnDefinitions, routine, type SqlModule } from '../kit/objects.ts';
import { type ColumnsFor, callJs, fieldsOf } from '../kit/rows.ts';
import { sql } from '../kit/sql.ts';

const planColumns = {
  bottleneck: 'text',
  action: 'text',
  reason: 'text',
  skill_type: 'text',
  skill_name: 'text',
  until: 'date',
  explanation: 'text',
} satisfies Partial<ColumnsFor<Answer<'plan'>['decisions'][number]>>;

type SpawnDecision = Extract<Answer<'plan'>['decisions'][number], { readonly action: 'spawn' }>;

const detection = fieldsOf<Answer<'detect'>>('v_detection');
const plan = fieldsOf<Answer<'plan'>>('v_plan');
const decision = fieldsOf<SpawnDecision>('d.decision');
const spawned = fieldsOf<SpawnDecision>('p_decision');

const planImprovements = routine({
  name: 'public.lh_plan_improvements',
  args: { p_as_of: 'date default null' },
  returns: { rows: planColumns },
  language: 'plpgsql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'What a cycle would do about each bottleneck of a day (null: today): spawn or skip, why, and until when a skip lasts (a day in engine.time_zone). Reads only.',
  body: sql`
declare
  v_detection json;
  v_plan json;
  v_held json;
begin
  perform lh_engine.require_all_rows();
  select ${callJs('detect', sql`lh_engine.collect_detection(p_as_of)`)} into v_detection;
  select ${callJs('plan', sql`lh_engine.collect_policy(p_as_of, ${detection.json('bottlenecks')})`)} into v_plan;
  select lh_engine.hold_spawns(p_as_of, ${plan.json('decisions')}) into v_held;
  return query
  select d.bottleneck, d.action, d.reason, d.skill_type, d.skill_name, d.until, d.explanation
  from json_array_elements(v_held) with ordinality as e (decision, n)
  cross join lateral json_to_record(e.decision) as d (${columnDefinitions(planColumns)})
  order by e.n;
end`,
});

const releaseClaims = routine({
  name: 'lh_engine.release_claims',
  returns: 'void',
  language: 'sql',
  grants: ['operator'],
  comment: 'Frees the claims of tests that no longer run, whoever ended them.',
  body: sql`
  delete from lh_engine.spawn_claims as c
  where not exists (
    select from public.lh_ab_tests as t
    where t.id::text = c.ab_test_id and t.status::text = 'running'
  );`,
});

const isTaken = routine({
  name: 'lh_engine.is_spawned_elsewhere',
  args: { p_decision: 'json' },
  returns: 'boolean',
  language: 'sql',
  volatility: 'stable',
  grants: ['operator'],
  comment:
    'Whether another transaction can have spawned what a decision spawns: its skill type, metric or names are taken now, or this transaction cannot see what others wrote since it began.',
  body: sql`
  select current_setting('transaction_isolation') <> 'read committed'
    or exists (
      select from lh_engine.spawn_claims as c
      where c.skill_type = ${spawned.text('skill_type')} or c.metric = ${spawned.text('metric')}
    )
    or exists (
      select from public.lh_spawned_skills as s
      where lower(s.skill_name::text) = lower(${spawned.text('skill', 'skill_name')})
        or (s.skill_type::text = ${spawned.text('skill_type')} and s.status::text = 'testing')
    )
    or exists (
      select from public.lh_ab_tests as t
      where lower(t.test_name::text) = lower(${spawned.text('test', 'test_name')})
        or (t.metric_tracked::text = ${spawned.text('metric')} and t.status::text = 'running')
    );`,
});

const applySpawn = routine({
  name: 'lh_engine.apply_spawn',
  args: { p_cycle_id: 'bigint', p_as_of: 'date', p_decision: 'json' },
  returns: 'json',
  language: 'plpgsql',
  grants: ['operator'],
  comment:
    'Writes one skill and its test with claim, plan and event, and notifies channel lh_improvement. Returns skill_type, skill_id, ab_test_id.',
  body: sql`
declare
  v_until timestamptz := (select m.until from lh_engine.moment(p_as_of) as m);
  v_created json;
begin
  -- Texts take the type of their column, which may be an enum or a domain.
  with new_skill as (
    insert into public.lh_spawned_skills (
      skill_type, skill_name, problem_detected, target_metric, baseline_value, target_value, status, spawned_at
    )
    select
      k.skill_type,
      k.skill_name,
      k.problem_detected,
      k.target_metric,
      -- A number that the host's column cannot hold is null there, a text is cut; the spawn event has both.
      lh_engine.fit_numeric((${spawned.text('skill', 'baseline_value')})::double precision, 'public.lh_spawned_skills', 'baseline_value'),
      lh_engine.fit_numeric((${spawned.text('skill', 'target_value')})::double precision, 'public.lh_spawned_skills', 'target_value'),
      'testing',
      v_until
    from jsonb_populate_record(
      null::public.lh_spawned_skills,
      jsonb_build_object(
        'skill_type', ${spawned.text('skill', 'skill_type')},
        'skill_name', lh_engine.fit_text(${spawned.text('skill', 'skill_name')}, 'public.lh_spawned_skills', 'skill_name'),
        'problem_detected', lh_engine.fit_text(${spawned.text('skill', 'problem_detected')}, 'public.lh_spawned_skills', 'problem_detected'),
        'target_metric', ${spawned.text('skill', 'target_metric')}
      )
    ) as k
    returning id
  ),
  new_test as (
    insert into public.lh_ab_tests (
      test_name, skill_id, hypothesis, control_description, treatment_description, metric_tracked,
      traffic_allocation_pct, min_sample_size, confidence_level, status, started_at
    )
    select
      k.test_name,
      n.id,
      k.hypothesis,
      k.control_description,
      k.treatment_description,
      k.metric_tracked,
      (${spawned.text('test', 'traffic_allocation_pct')})::double precision,
      (${spawned.text('test', 'min_sample_size')})::integer,
      (${spawned.text('test', 'confidence_level')})::double precision,
      'running',
      v_until
    from new_skill as n
    cross join jsonb_populate_record(
      null::public.lh_ab_tests,
      jsonb_build_object(
        'test_name', lh_engine.fit_text(${spawned.text('test', 'test_name')}, 'public.lh_ab_tests', 'test_name'),
        'hypothesis', lh_engine.fit_text(${spawned.text('test', 'hypothesis')}, 'public.lh_ab_tests', 'hypothesis'),
        'control_description', lh_engine.fit_text(${spawned.text('test', 'control_description')}, 'public.lh_ab_tests', 'control_description'),
        'treatment_description', lh_engine.fit_text(${spawned.text('test', 'treatment_description')}, 'public.lh_ab_tests', 'treatment_description'),
        'metric_tracked', ${spawned.text('test', 'metric_tracked')}
      )
    ) as k
    returning id, skill_id
  ),
  created as (
    select t.skill_id::text as skill_id, t.id::text as ab_test_id
    from new_test as t
  ),
  claim as (
    insert into lh_engine.spawn_claims (skill_type, metric, skill_id, ab_test_id, claimed_at)
    select ${spawned.text('skill_type')}, ${spawned.text('test', 'metric_tracked')}, c.skill_id, c.ab_test_id, lh_engine.clock()
    from created as c
  ),
  plan as (
    insert into lh_engine.test_plans (
      ab_test_id, skill_id, skill_type, metric, baseline_rate, planned_lift, planned_leads_per_group, created_at
    )
    select
      c.ab_test_id,
      c.skill_id,
      ${spawned.text('skill_type')},
      ${spawned.text('test', 'metric_tracked')},
      (${spawned.text('plan', 'baseline_rate')})::double precision,
      (${spawned.text('plan', 'planned_lift')})::double precision,
      (${spawned.text('plan', 'planned_leads_per_group')})::integer,
      v_until
    from created as c
  ),
  logged as (
    insert into lh_engine.events (happened_at, kind, cycle_id, as_of, skill_id, ab_test_id, bundle, data)
    select lh_engine.clock(), 'spawn', p_cycle_id, p_as_of, c.skill_id, c.ab_test_id, lh_engine.bundle(), p_decision::jsonb
    from created as c
  )
  select json_build_object('skill_type', ${spawned.json('skill_type')}, 'skill_id', c.skill_id, 'ab_test_id', c.ab_test_id)
  into v_created
  from created as c;

  perform pg_notify('lh_improvement', json_build_object('event', 'spawn', 'as_of', p_as_of, 'skill', v_created)::text);
  return v_created;
end`,
});

const applySpawns = routine({
  name: 'lh_engine.apply_spawns',
  args: { p_cycle_id: 'bigint', p_as_of: 'date', p_decisions: 'json' },
  returns: 'json',
  language: 'plpgsql',
  grants: ['operator'],
  comment:
    'Writes the skills and tests that a plan spawns, each by itself, so that the one that the host refuses takes no other along. Returns a JSON array of skill_type with skill_id and ab_test_id, or with the error (refused) that the constraints and types of the host gave that one. A skill that another transaction spawned first: serialization_failure (40001), to be tried again.',
  body: sql`
declare
  v_decision json;
  v_created jsonb := '[]'::jsonb;
begin
  perform lh_engine.release_claims();
  for v_decision in
    select d.decision
    from json_array_elements(p_decisions) with ordinality as d (decision, n)
    where ${decision.text('action')} = 'spawn'
    order by d.n
  loop
    begin
      v_created := v_created || (select lh_engine.apply_spawn(p_cycle_id, p_as_of, v_decision))::jsonb;
    exception
      when data_exception or integrity_constraint_violation then
        if sqlstate = '23505' and (select lh_engine.is_spawned_elsewhere(v_decision)) then
          raise exception using
            errcode = 'serialization_failure',
            message = 'another cycle has spawned this skill, or a test of this metric, first',
            detail = sqlerrm,
            hint = 'Nothing was written. Run the cycle again: it will see the other one.';
        end if;
        v_created := v_created || jsonb_build_object(
          'skill_type', ${fieldsOf<SpawnDecision>('v_decision').json('skill_type')},
          'refused', format('%s: %s', sqlstate, left(sqlerrm, 200))
        );
    end;
  end loop;
  return v_created::json;
end`,
});

export const spawns: SqlModule = {
  name: 'spawning/spawns',
  objects: [planImprovements, releaseClaims, isTaken, applySpawn, applySpawns],
};
