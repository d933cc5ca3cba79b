// The front door: one cycle of the loop, in the order measure, learn from feedback, detect, plan, spawn, analyse,
// record. Knows no rule and no table of the host.
import { dayText, weeklyAnalysisDay } from '../../plv8/calendar.ts';
import type { Answer } from '../../plv8/entry.ts';
import { routine, type SqlModule } from '../kit/objects.ts';
import { callJs, fieldsOf } from '../kit/rows.ts';
import { settingIn } from '../kit/settings.ts';
import { literal, sql } from '../kit/sql.ts';

const detection = fieldsOf<Answer<'detect'>>('v_detection');
const plan = fieldsOf<Answer<'plan'>>('v_plan');
const decision = fieldsOf<Answer<'plan'>['decisions'][number]>('d.decision');
const logged = fieldsOf<Answer<'plan'>['decisions'][number]>('l.data');

const analysisDue = routine({
  name: 'lh_engine.analysis_due',
  args: { p_as_of: 'date' },
  returns: 'boolean',
  language: 'sql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'Whether the weekly analysis is due in a cycle for this day: the latest Sunday up to the day has not been analysed by a cycle for that Sunday or a later day (a dry run does not count).',
  body: sql`
  select not exists (
    select from lh_engine.events as e
    where e.kind = 'cycle'
      and e.as_of >= p_as_of - (p_as_of - date ${literal(dayText(weeklyAnalysisDay))}) % 7
      and jsonb_typeof(e.data -> 'analysis') = 'object'
      and ${settingIn(sql`e.data -> 'settings'`, 'engine.dry_run')} is distinct from true
  );`,
});

const withIds = routine({
  name: 'lh_engine.with_ids',
  args: { p_decisions: 'json', p_created: 'json' },
  returns: 'jsonb',
  language: 'sql',
  volatility: 'immutable',
  grants: ['operator'],
  comment:
    'The decisions of a plan with the ids of the skills and tests that were created for them; what the host refused is a skip (host_refused).',
  body: sql`
  select coalesce(
    jsonb_agg(
      case
        when ${decision.text('action')} = 'spawn' and c.created ->> 'refused' is not null
          then d.decision::jsonb - array['skill', 'test', 'plan'] || jsonb_build_object(
            'action', 'skip',
            'reason', 'host_refused',
            'skill_name', null,
            'explanation', format('The host did not take the skill or its test: %s.', c.created ->> 'refused')
          )
        when ${decision.text('action')} = 'spawn' and c.created is not null then d.decision::jsonb || c.created::jsonb
        else d.decision::jsonb
      end
      order by d.n
    ),
    '[]'::jsonb
  )
  from json_array_elements(p_decisions) with ordinality as d (decision, n)
  left join json_array_elements(p_created) as c (created) on c.created ->> 'skill_type' = ${decision.text('skill_type')};`,
});

const recordPlan = routine({
  name: 'lh_engine.record_plan',
  args: {
    p_cycle_id: 'bigint',
    p_as_of: 'date',
    p_detection: 'jsonb',
    p_decisions: 'jsonb',
    p_settings: 'jsonb',
  },
  returns: 'void',
  language: 'plpgsql',
  grants: ['operator'],
  comment:
    'Records a detection, the plan made of it and each skip, unless an earlier cycle has recorded the same bottlenecks for this day and nothing is spawned now.',
  body: sql`
declare
  v_last jsonb := (
    select e.data
    from lh_engine.events as e
    where e.kind = 'detection' and e.as_of = p_as_of
    order by e.event_id desc
    limit 1
  );
begin
  if v_last -> 'bottlenecks' is not distinct from ${fieldsOf<Answer<'detect'>>('p_detection').json('bottlenecks')}
    and not p_decisions @? '$[*] ? (@.action == "spawn")' then
    return;
  end if;
  insert into lh_engine.events (happened_at, kind, cycle_id, as_of, skill_id, ab_test_id, bundle, data)
  select lh_engine.clock(), l.kind, p_cycle_id, p_as_of, ${logged.text('skill_id')}, ${logged.text('ab_test_id')}, lh_engine.bundle(), l.data
  from (
    select 1, 'detection', p_detection || jsonb_build_object('settings', p_settings)
    union all
    select 2, 'plan', jsonb_build_object('decisions', p_decisions)
    union all
    select 2 + d.n, 'skip', d.decision
    from jsonb_array_elements(p_decisions) with ordinality as d (decision, n)
    where ${decision.text('action')} = 'skip'
  ) as l (n, kind, data)
  order by l.n;
end`,
});

const runAnalysis = routine({
  name: 'lh_engine.run_analysis',
  args: { p_cycle_id: 'bigint', p_as_of: 'date' },
  returns: 'json',
  language: 'plpgsql',
  grants: ['operator'],
  comment:
    'Analyses all running tests as of a day and applies the decisions; returns what lh_analyze_ab_tests returns.',
  body: sql`
declare
  v_result json;
begin
  select ${callJs('analyze', sql`lh_engine.collect_tests(p_as_of)`)} into v_result;
  select lh_engine.hold_verdicts(v_result) into v_result;
  perform lh_engine.propose_keeps(p_cycle_id, p_as_of, v_result);
  select lh_engine.apply_verdicts(p_cycle_id, p_as_of, v_result) into v_result;
  return v_result;
end`,
});

const runCycle = routine({
  name: 'public.lh_run_improvement_cycle',
  args: { p_as_of: 'date default null' },
  returns: 'jsonb',
  language: 'plpgsql',
  grants: ['operator'],
  comment:
    'One cycle of the improvement loop for a day (null: today in engine.time_zone): measures, detects, plans, spawns, analyses once a week, records. One transaction; a second one at the same time returns at once with reason already_running. Keys: success, as_of, cycle_id, metrics, bottlenecks, decisions, analysis, warnings.',
  body: sql`
declare
  v_as_of date;
  v_cycle_id bigint;
  v_measured json;
  v_patterns jsonb;
  v_detection json;
  v_plan json;
  v_held json;
  v_created json;
  v_decisions jsonb;
  v_analysis json;
  v_unstored jsonb;
  v_result jsonb;
begin
  if not (select lh_engine.take_turn()) then
    return jsonb_build_object('success', false, 'reason', 'already_running');
  end if;
  perform lh_engine.require_host();
  select m.as_of into v_as_of from lh_engine.moment(p_as_of) as m;
  v_cycle_id := nextval(pg_get_serial_sequence('lh_engine.events', 'event_id'));

  select lh_engine.refresh_metrics(v_as_of) into v_measured;
  select public.lh_update_pattern_performance(v_as_of) into v_patterns;
  select ${callJs('detect', sql`case when (v_measured ->> 'recount')::boolean then lh_engine.recount_detection(v_as_of) else lh_engine.collect_detection(v_as_of) end`)} into v_detection;
  select ${callJs('plan', sql`lh_engine.collect_policy(v_as_of, ${detection.json('bottlenecks')})`)} into v_plan;
  select lh_engine.hold_spawns(v_as_of, ${plan.json('decisions')}) into v_held;
  select lh_engine.propose_spawns(v_cycle_id, v_as_of, ${plan.json('decisions')}, v_held, ${detection.json('bottlenecks')}) into v_held;
  select lh_engine.apply_spawns(v_cycle_id, v_as_of, v_held) into v_created;
  v_decisions := (select lh_engine.with_ids(v_held, v_created));
  perform lh_engine.record_plan(v_cycle_id, v_as_of, v_detection::jsonb, v_decisions, lh_engine.settings_json()::jsonb);
  if (select lh_engine.analysis_due(v_as_of)) then
    select lh_engine.run_analysis(v_cycle_id, v_as_of) into v_analysis;
  end if;
  select lh_engine.store_reports() into v_unstored;

  v_result := jsonb_build_object(
    'success', true,
    'as_of', v_as_of,
    'cycle_id', v_cycle_id,
    'metrics', v_measured -> 'metrics',
    'bottlenecks', ${detection.json('bottlenecks')},
    'decisions', v_decisions,
    'analysis', v_analysis,
    'warnings', (select lh_engine.shaped_warnings(
      coalesce((v_measured -> 'warnings')::jsonb, '[]'::jsonb)
        || coalesce(v_patterns -> 'warnings', '[]'::jsonb)
        || coalesce((${detection.json('warnings')})::jsonb, '[]'::jsonb)
        || lh_engine.skill_warnings()
        || lh_engine.refused_spawns(v_created)
        || coalesce((v_analysis -> 'warnings')::jsonb, '[]'::jsonb)
        || v_unstored
    ))
  );
  insert into lh_engine.events (event_id, happened_at, kind, cycle_id, as_of, bundle, data)
  values (
    v_cycle_id,
    lh_engine.clock(),
    'cycle',
    v_cycle_id,
    v_as_of,
    lh_engine.bundle(),
    v_result || jsonb_build_object('settings', lh_engine.settings_json(), 'measured', v_measured, 'patterns', v_patterns)
  );
  return v_result;
end`,
});

export const cycle: SqlModule = {
  name: 'operating/cycle',
  objects: [analysisDue, withIds, recordPlan, runAnalysis, runCycle],
};
