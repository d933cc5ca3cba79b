// The analysis of running tests: collects the document that is analysed, and replays a record. Knows no rule: what is
// recommended is made in src/plv8/testing.
import type { Answer } from '../../plv8/entry.ts';
import { isWithinReach, namedRows, shortened } from '../host/readable.ts';
import { routine, type SqlModule } from '../kit/objects.ts';
import { callJs, fieldsOf } from '../kit/rows.ts';
import { type Fragment, sql } from '../kit/sql.ts';
import { planningBaseline } from '../spawning/planning_baseline.ts';

type AnalysedTest = Answer<'analyze'>['tests'][number];

const recorded = fieldsOf<AnalysedTest>('e.data');
const event = fieldsOf<AnalysedTest>('v_event.data');
const replayed = fieldsOf<Answer<'replay'>>('v_replay');

/** The first leads that are in no arm of a test, or in no test; they are only looked for where some were counted. */
const oddIds = (counted: Fragment, among: Fragment): Fragment => sql`case
      when exists (select from counted as c where ${counted}) then (
        select array_agg(i.id)
        from (
          select l.id::text as id
          from lh_engine.host_leads as l
          where ${among}
            and l.created_at <= v_moment.until
          order by l.id
          limit ${namedRows}
        ) as i
      )
    end`;

/** Unlike what an arm is called, and unlike null, whose comparison is null. */
const isNoArm = (arm: Fragment): Fragment => sql`coalesce(${arm} not in ('control', 'treatment'), true)`;

const collectTests = routine({
  name: 'lh_engine.collect_tests',
  args: { p_as_of: 'date' },
  returns: 'json',
  language: 'plpgsql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'The document of the operation analyze for a day (null: today): every running test with its terms, its earlier looks and its leads counted by arm and source, in one pass over the leads of running tests.',
  body: sql`
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
  arms as (
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
          'information', ${recorded.json('statistics', 'information')},
          'planned_leads_per_group', ${recorded.json('plan', 'planned_leads_per_group')},
          'control_leads', ${recorded.json('control', 'leads')},
          'control_conversions', ${recorded.json('control', 'conversions')},
          'treatment_leads', ${recorded.json('treatment', 'leads')},
          'treatment_conversions', ${recorded.json('treatment', 'conversions')}
        )
        order by e.event_id
      ) as history
    from lh_engine.events as e
    join running as r on r.id::text = e.ab_test_id
    where e.kind = 'look'
      and jsonb_typeof(${recorded.json('inputs')}) = 'object'
    group by e.ab_test_id
  )
  select json_build_object(
    'as_of', v_moment.as_of,
    'settings', lh_engine.settings_json(),
    'leads_without_test', (select coalesce(sum(c.leads), 0) from counted as c where c.ab_test_id is null),
    'stray_ids', ${oddIds(sql`c.ab_test_id is null`, sql`l.ab_test_id is null and l.ab_test_group is not null`)},
    'tests', coalesce(
      json_agg(
        json_build_object(
          'ab_test_id', r.id::text,
          'skill_id', r.skill_id::text,
          'test_name', ${shortened(sql`r.test_name::text`)},
          'metric', ${shortened(sql`r.metric_tracked::text`)},
          'inputs', json_build_object(
            'min_sample_size', lh_engine.finite_or_null(r.min_sample_size),
            'confidence_level', lh_engine.finite_or_null(r.confidence_level),
            'traffic_allocation_pct', lh_engine.finite_or_null(r.traffic_allocation_pct),
            'skill_status', ${shortened(sql`s.status::text`)},
            'skill_exists', s.id is not null,
            'running_days', case
              when ${isWithinReach(sql`r.started_at`)} then extract(epoch from v_moment.until - r.started_at)::double precision / 86400
            end,
            'planned_leads_per_group', p.planned_leads_per_group,
            'planned_lift', p.planned_lift,
            'planned_baseline_rate', p.baseline_rate,
            'baseline', b.baseline,
            'history', coalesce(h.history, '[]'::json),
            'groups', coalesce(g.groups, '[]'::json)
          ),
          'standing', w.standing,
          'unknown_group_ids', ${oddIds(
            sql`c.ab_test_id = r.id::text and ${isNoArm(sql`c.arm`)}`,
            sql`l.ab_test_id = r.id and ${isNoArm(sql`l.ab_test_group::text`)}`,
          )}
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
  left join lh_engine.test_standings as w on w.ab_test_id = r.id::text
  left join looks as h on h.ab_test_id = r.id::text
  left join arms as g on g.ab_test_id = r.id::text
  cross join lateral (
    select case
      when ${isWithinReach(sql`r.started_at`)} then (r.started_at at time zone lh_engine.time_zone())::date
      else v_moment.as_of
    end as started_on
  ) as d
  -- For tests that came without a plan.
  cross join lateral (${planningBaseline(sql`d.started_on`, sql`p.baseline_rate is null`)}
  ) as b;
  return v_document;
end`,
});

const analyzeAbTests = routine({
  name: 'public.lh_analyze_ab_tests',
  args: { p_as_of: 'date default null' },
  returns: 'jsonb',
  language: 'plpgsql',
  grants: ['operator'],
  comment:
    'Analyses all running tests as of a day (null: today in engine.time_zone), applies the recommendations, and records a look of each test. Below the minimum sample only the two sample sizes are written. Keys: success, as_of, tests (ab_test_id, skill_id, test_name, control, treatment, lift_pct, z, p_value, recommendation KEEP/KILL/CONTINUE, winner, reason), warnings.',
  body: sql`
declare
  v_answer json;
begin
  if not (select lh_engine.take_turn()) then
    return jsonb_build_object('success', false, 'reason', 'already_running');
  end if;
  perform lh_engine.require_host();
  select lh_engine.run_analysis(null, p_as_of) into v_answer;
  return v_answer::jsonb;
end`,
});

const replayDecision = routine({
  name: 'lh_engine.replay_decision',
  args: { event_id: 'bigint' },
  returns: {
    rows: {
      same: 'boolean',
      ab_test_id: 'text',
      recorded_recommendation: 'text',
      replayed_recommendation: 'text',
      reason: 'text',
      differences: 'jsonb',
      recorded_bundle: 'text',
      present_bundle: 'text',
    },
  },
  language: 'plpgsql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'Analyses the recorded inputs of a look or decision event again, by the settings recorded with them and the library installed now, and says whether everything comes out the same; differences lists each part that does not. Events of every earlier release can be replayed. No such event: LH007; an event of a later release: LH008.',
  body: sql`
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
  select ${callJs('replay', sql`v_event.data::json`)} into v_replay;
  return query
  select
    (${replayed.text('same')})::boolean,
    v_event.ab_test_id,
    ${event.text('recommendation')},
    ${replayed.text('recommendation')},
    ${replayed.text('reason')},
    (${replayed.json('differences')})::jsonb,
    v_event.bundle,
    lh_engine.bundle();
end`,
});

export const analysis: SqlModule = {
  name: 'testing/analysis',
  objects: [collectTests, analyzeAbTests, replayDecision],
};
