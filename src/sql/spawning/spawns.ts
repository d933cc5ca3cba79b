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
const spawnedSkill = fieldsOf<SpawnDecision['skill']>('s.skill');
const spawnedTest = fieldsOf<SpawnDecision['test']>('s.test');
const createdTest = fieldsOf<SpawnDecision['test']>('c.test');
const createdPlan = fieldsOf<SpawnDecision['plan']>('c.plan');

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

const applySpawns = routine({
  name: 'lh_engine.apply_spawns',
  args: { p_cycle_id: 'bigint', p_as_of: 'date', p_decisions: 'json' },
  returns: 'json',
  language: 'plpgsql',
  grants: ['operator'],
  comment:
    'Writes the skills and tests that a plan spawns, each with its claim, its plan and its event, and notifies channel lh_improvement. Returns a JSON array of skill_type, skill_id, ab_test_id. A skill that another transaction spawned first: serialization_failure (40001), to be tried again.',
  body: sql`
declare
  v_until timestamptz := (select m.until from lh_engine.moment(p_as_of) as m);
  v_created json;
begin
  perform lh_engine.release_claims();
  with spawned as (
    select
      d.decision,
      ${decision.text('skill_type')} as skill_type,
      ${decision.json('skill')} as skill,
      ${decision.json('test')} as test,
      ${decision.json('plan')} as plan
    from json_array_elements(p_decisions) as d (decision)
    where ${decision.text('action')} = 'spawn'
  ),
  new_skills as (
    insert into public.lh_spawned_skills (
      skill_type, skill_name, problem_detected, target_metric, baseline_value, target_value, status, spawned_at
    )
    select
      ${spawnedSkill.text('skill_type')},
      lh_engine.fit_text(${spawnedSkill.text('skill_name')}, 'public.lh_spawned_skills', 'skill_name'),
      ${spawnedSkill.text('problem_detected')},
      ${spawnedSkill.text('target_metric')},
      -- A number that the host's column cannot hold is null there, a text is cut; the spawn event has both.
      lh_engine.fit_numeric((${spawnedSkill.text('baseline_value')})::double precision, 'public.lh_spawned_skills', 'baseline_value'),
      lh_engine.fit_numeric((${spawnedSkill.text('target_value')})::double precision, 'public.lh_spawned_skills', 'target_value'),
      'testing',
      v_until
    from spawned as s
    returning id, skill_type::text as skill_type
  ),
  new_tests as (
    insert into public.lh_ab_tests (
      test_name, skill_id, hypothesis, control_description, treatment_description, metric_tracked,
      traffic_allocation_pct, min_sample_size, confidence_level, status, started_at
    )
    select
      lh_engine.fit_text(${spawnedTest.text('test_name')}, 'public.lh_ab_tests', 'test_name'),
      n.id,
      lh_engine.fit_text(${spawnedTest.text('hypothesis')}, 'public.lh_ab_tests', 'hypothesis'),
      lh_engine.fit_text(${spawnedTest.text('control_description')}, 'public.lh_ab_tests', 'control_description'),
      lh_engine.fit_text(${spawnedTest.text('treatment_description')}, 'public.lh_ab_tests', 'treatment_description'),
      ${spawnedTest.text('metric_tracked')},
      (${spawnedTest.text('traffic_allocation_pct')})::double precision,
      (${spawnedTest.text('min_sample_size')})::integer,
      (${spawnedTest.text('confidence_level')})::double precision,
      'running',
      v_until
    from spawned as s
    join new_skills as n on n.skill_type = s.skill_type
    returning id, skill_id
  ),
  created as (
    select s.*, n.id::text as skill_id, t.id::text as ab_test_id
    from spawned as s
    join new_skills as n on n.skill_type = s.skill_type
    join new_tests as t on t.skill_id = n.id
  ),
  claims as (
    insert into lh_engine.spawn_claims (skill_type, metric, skill_id, ab_test_id, claimed_at)
    select c.skill_type, ${createdTest.text('metric_tracked')}, c.skill_id, c.ab_test_id, lh_engine.clock()
    from created as c
  ),
  plans as (
    insert into lh_engine.test_plans (
      ab_test_id, skill_id, skill_type, metric, baseline_rate, planned_lift, planned_leads_per_group, created_at
    )
    select
      c.ab_test_id,
      c.skill_id,
      c.skill_type,
      ${createdTest.text('metric_tracked')},
      (${createdPlan.text('baseline_rate')})::double precision,
      (${createdPlan.text('planned_lift')})::double precision,
      (${createdPlan.text('planned_leads_per_group')})::integer,
      v_until
    from created as c
  ),
  logged as (
    insert into lh_engine.events (happened_at, kind, cycle_id, as_of, skill_id, ab_test_id, bundle, data)
    select lh_engine.clock(), 'spawn', p_cycle_id, p_as_of, c.skill_id, c.ab_test_id, lh_engine.bundle(), c.decision::jsonb
    from created as c
  )
  select coalesce(
    json_agg(json_build_object('skill_type', c.skill_type, 'skill_id', c.skill_id, 'ab_test_id', c.ab_test_id)),
    '[]'::json
  )
  into v_created
  from created as c;

  perform pg_notify('lh_improvement', json_build_object('event', 'spawn', 'as_of', p_as_of, 'skill', n.created)::text)
  from json_array_elements(v_created) as n (created);
  return v_created;
exception
  when unique_violation then
    raise exception using
      errcode = 'serialization_failure',
      message = 'another cycle has spawned this skill, or a test of this metric, first',
      detail = sqlerrm,
      hint = 'Nothing was written. Run the cycle again: it will see the other one.';
end`,
});

export const spawns: SqlModule = {
  name: 'spawning/spawns',
  objects: [planImprovements, releaseClaims, applySpawns],
};
