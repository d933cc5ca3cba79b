// Applies what the analysis recommended: the columns of the host in one statement per table, and the events. Knows no
// rule: src/plv8/testing decides.
import type { Answer } from '../../plv8/entry.ts';
import { routine, type SqlModule } from '../kit/objects.ts';
import { fieldsOf } from '../kit/rows.ts';
import { sql } from '../kit/sql.ts';

type AnalysedTest = Answer<'analyze'>['tests'][number];
type SuspendedTest = Answer<'suspend_recommendations'>['tests'][number];

const result = fieldsOf<Answer<'analyze'>>('p_result');
const entry = fieldsOf<AnalysedTest>('e.record');
const suspended = fieldsOf<SuspendedTest>('e.record');
const standing = fieldsOf<Answer<'analyze'>['standings'][number]>('s.standing');
const recommended = fieldsOf<AnalysedTest>('r.record');

const applyRecommendations = routine({
  name: 'lh_engine.apply_verdicts',
  args: { p_cycle_id: 'bigint', p_as_of: 'date', p_result: 'json' },
  returns: 'json',
  language: 'plpgsql',
  grants: ['operator'],
  comment:
    'Applies what the operation analyze recommended: writes the columns of tests that still run, the status of their skills, a look and, for KEEP and KILL, a decision in the event log; below the minimum sample only the two sample sizes. Returns what lh_analyze_ab_tests returns.',
  body: sql`
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
begin
  select * into v_moment from lh_engine.moment(p_as_of);

  with recommendations as materialized (
    select
      e.n,
      e.record,
      ${entry.text('ab_test_id')} as ab_test_id,
      ${entry.text('skill_id')} as skill_id,
      ${entry.text('recommendation')} as recommendation,
      ${entry.text('outcome')} = 'judged' as is_analysed,
      -- held: what a person's switch keeps from being applied (src/sql/operating/suspensions.ts).
      ${entry.text('recommendation')} in ('KEEP', 'KILL') and ${suspended.text('held')} is null as is_decision,
      lh_engine.fit_numeric((${entry.text('control', 'leads')})::double precision, 'public.lh_ab_tests', 'control_sample_size') as control_leads,
      lh_engine.fit_numeric((${entry.text('treatment', 'leads')})::double precision, 'public.lh_ab_tests', 'treatment_sample_size') as treatment_leads,
      lh_engine.fit_numeric((${entry.text('control', 'rate')})::double precision, 'public.lh_ab_tests', 'control_conversion_rate') as control_rate,
      lh_engine.fit_numeric((${entry.text('treatment', 'rate')})::double precision, 'public.lh_ab_tests', 'treatment_conversion_rate') as treatment_rate,
      lh_engine.fit_numeric((${entry.text('statistics', 'lift_pct')})::double precision, 'public.lh_ab_tests', 'lift_pct') as lift_pct,
      lh_engine.fit_numeric((${entry.text('statistics', 'p_value')})::double precision, 'public.lh_ab_tests', 'p_value') as p_value,
      lh_engine.fit_numeric((${entry.text('statistics', 'lift_pct')})::double precision, 'public.lh_spawned_skills', 'actual_lift_pct') as actual_lift_pct
    from json_array_elements(${result.json('tests')}) with ordinality as e (record, n)
  ),
  -- Rows are locked in the order of their ids, so that two analyses cannot wait for each other.
  locked_tests as (
    select t.id
    from public.lh_ab_tests as t
    where t.status::text = 'running'
      and t.id::text in (select r.ab_test_id from recommendations as r where ${fieldsOf<SuspendedTest>('r.record').text('held')} is distinct from 'dry_run')
    order by t.id
    for no key update
  ),
  -- Below the minimum sample the other columns stay as they are, whatever is in them.
  counted as (
    update public.lh_ab_tests as t
    set control_sample_size = r.control_leads, treatment_sample_size = r.treatment_leads
    from locked_tests as l, recommendations as r
    where t.id = l.id and r.ab_test_id = t.id::text and not r.is_analysed
    returning t.id::text as ab_test_id
  ),
  analysed as (
    update public.lh_ab_tests as t
    set
      control_sample_size = r.control_leads,
      treatment_sample_size = r.treatment_leads,
      control_conversion_rate = r.control_rate,
      treatment_conversion_rate = r.treatment_rate,
      lift_pct = r.lift_pct,
      p_value = r.p_value,
      winner = case
        when r.is_decision and r.recommendation = 'KEEP' then v_treatment
        when r.is_decision and r.recommendation = 'KILL' then v_control
      end,
      recommendation = case
        when r.is_decision and r.recommendation = 'KEEP' then v_keep
        when r.is_decision and r.recommendation = 'KILL' then v_kill
        else v_continue
      end,
      status = case when r.is_decision then v_completed else t.status end,
      ended_at = case when r.is_decision then v_moment.until else t.ended_at end
    from locked_tests as l, recommendations as r
    where t.id = l.id and r.ab_test_id = t.id::text and r.is_analysed
    returning t.id::text as ab_test_id
  ),
  written as (
    select c.ab_test_id from counted as c
    union all
    select a.ab_test_id from analysed as a
  ),
  locked_skills as (
    select s.id, r.recommendation, r.actual_lift_pct
    from public.lh_spawned_skills as s
    join recommendations as r on r.skill_id = s.id::text and r.is_decision
    join written as w on w.ab_test_id = r.ab_test_id
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
      r.ab_test_id,
      coalesce(r.skill_id, ''),
      coalesce(s.skill_type::text, ''),
      coalesce(${recommended.text('metric')}, ''),
      (${recommended.text('plan', 'baseline_rate')})::double precision,
      (${recommended.text('plan', 'planned_lift')})::double precision,
      (${recommended.text('plan', 'planned_leads_per_group')})::integer,
      v_moment.until
    from recommendations as r
    join written as w on w.ab_test_id = r.ab_test_id
    left join public.lh_spawned_skills as s on s.id::text = r.skill_id
    where (${recommended.text('plan', 'made')})::boolean
    on conflict (ab_test_id) do update
      set
        baseline_rate = excluded.baseline_rate,
        planned_lift = excluded.planned_lift,
        planned_leads_per_group = excluded.planned_leads_per_group
      where test_plans.baseline_rate is null
  ),
  standings as (
    insert into lh_engine.test_standings (ab_test_id, standing)
    select w.ab_test_id, ${standing.json('standing')}
    from json_array_elements(coalesce(${result.json('standings')}, '[]'::json)) as s (standing)
    join written as w on w.ab_test_id = ${standing.text('ab_test_id')}
    join recommendations as r on r.ab_test_id = w.ab_test_id and not r.is_decision
    on conflict (ab_test_id) do update
      set standing = excluded.standing
  ),
  logged as (
    insert into lh_engine.events (happened_at, kind, cycle_id, as_of, skill_id, ab_test_id, bundle, data)
    select lh_engine.clock(), k.kind, p_cycle_id, v_moment.as_of, r.skill_id, r.ab_test_id, lh_engine.bundle(), r.record::jsonb
    from recommendations as r
    join written as w on w.ab_test_id = r.ab_test_id
    cross join lateral (
      values ('look', 1), ('decision', 2)
    ) as k (kind, n)
    -- An approval applies the record of an earlier look.
    where (k.kind = 'look' and r.record -> 'approved' is null) or (k.kind = 'decision' and r.is_decision)
    order by r.n, k.n
  )
  select array_agg(w.ab_test_id)
  into v_written
  from written as w;

  -- A test may also have been ended in the host's table.
  delete from lh_engine.test_standings as f
  where not exists (
    select from public.lh_ab_tests as t
    where t.id::text = f.ab_test_id and t.status::text = 'running'
  );

  perform pg_notify(
    'lh_improvement',
    json_build_object(
      'event', 'decision',
      'as_of', v_moment.as_of,
      'ab_test_id', ${entry.text('ab_test_id')},
      'skill_id', ${entry.text('skill_id')},
      'recommendation', ${entry.text('recommendation')}
    )::text
  )
  from json_array_elements(${result.json('tests')}) as e (record)
  where ${entry.text('recommendation')} in ('KEEP', 'KILL')
    and ${suspended.text('held')} is null
    and ${entry.text('ab_test_id')} = any (v_written);

  return lh_engine.analysis_answer(v_moment.as_of, p_result, v_written);
end`,
});

export const decisions: SqlModule = {
  name: 'testing/decisions',
  objects: [applyRecommendations],
};
