// The analysis of running tests, and the replay of a record. Knows no rule: what is recommended is made in
// src/plv8/testing.
import type { Answer } from '../../plv8/entry.ts';
import { routine, type SqlModule } from '../kit/objects.ts';
import { callJs, fieldsOf } from '../kit/rows.ts';
import { sql } from '../kit/sql.ts';

type AnalysedTest = Answer<'analyze'>['tests'][number];

const event = fieldsOf<AnalysedTest>('v_event.data');
const replayed = fieldsOf<Answer<'replay'>>('v_replay');

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
  objects: [analyzeAbTests, replayDecision],
};
