// What becomes of a proposal: a person approves it, and it is done now if the policy still allows it, or rejects it.
// What is proposed is decided in src/plv8/operating.
import type { Answer } from '../../plv8/entry.ts';
import { routine, type SqlModule } from '../kit/objects.ts';
import { callJs, fieldsOf } from '../kit/rows.ts';
import { sql } from '../kit/sql.ts';
import type { Proposed } from './proposals.ts';

const plan = fieldsOf<Answer<'plan'>>('v_plan');
const record = fieldsOf<Answer<'analyze'>['tests'][number]>('v_record');
const proposed = fieldsOf<Proposed>('p_proposal.data');
const rejected = fieldsOf<Proposed>('v_proposal.data');

const closeProposal = routine({
  name: 'lh_engine.close_proposal',
  args: { p_id: 'bigint', p_status: 'text', p_why: 'text' },
  returns: 'lh_engine.all_proposals',
  language: 'plpgsql',
  grants: ['operator'],
  comment:
    'Closes a waiting proposal as approved or rejected and returns it; none of that id: LH007; closed already: LH008.',
  body: sql`
declare
  v_proposal lh_engine.all_proposals;
begin
  select p.* into v_proposal from lh_engine.all_proposals as p where p.proposal_id = p_id for update;
  if v_proposal.proposal_id is null then
    raise exception using
      errcode = 'LH007',
      message = format('no proposal %s', coalesce(p_id::text, 'null')),
      hint = 'select proposal_id, kind, subject, explanation from lh_engine.proposals; shows what waits.';
  elsif v_proposal.status <> 'waiting' then
    raise exception using
      errcode = 'LH008',
      message = format('proposal %s was %s by %s on %s', p_id, v_proposal.status, v_proposal.closed_by, v_proposal.closed_at),
      hint = 'select proposal_id, kind, subject, explanation from lh_engine.proposals; shows what waits.';
  end if;
  update lh_engine.all_proposals as p
  set status = p_status, closed_at = lh_engine.clock(), closed_by = session_user, why = p_why
  where p.proposal_id = p_id
  returning p.* into v_proposal;
  return v_proposal;
end`,
});

const approveSpawn = routine({
  name: 'lh_engine.approve_spawn',
  args: { p_proposal: 'lh_engine.all_proposals' },
  returns: 'jsonb',
  language: 'plpgsql',
  grants: ['operator'],
  comment:
    'Spawns what a proposal asks for, if the policy still allows it now (else LH008 with the reason). Returns skill_type, skill_id, ab_test_id.',
  body: sql`
declare
  v_today date := (select m.as_of from lh_engine.moment(null) as m);
  v_plan json;
  v_created json;
begin
  select ${callJs('plan', sql`lh_engine.collect_policy(v_today, json_build_array(${proposed.json('bottleneck')}))`)}
  into v_plan;
  if ${plan.text('decisions', 0, 'action')} <> 'spawn' then
    raise exception using
      errcode = 'LH008',
      message = format('proposal %s cannot be done now: %s', p_proposal.proposal_id, ${plan.text('decisions', 0, 'reason')}),
      detail = ${plan.text('decisions', 0, 'explanation')},
      hint = 'It goes on waiting; approve it again when the reason is gone, or reject it.';
  end if;
  select lh_engine.apply_spawns(null, v_today, ${plan.json('decisions')}) into v_created;
  return (v_created -> 0)::jsonb;
end`,
});

const approveKeep = routine({
  name: 'lh_engine.approve_keep',
  args: { p_proposal: 'lh_engine.all_proposals' },
  returns: 'jsonb',
  language: 'plpgsql',
  grants: ['operator'],
  comment:
    'Keeps the skill of a proposal, by the record on which it was proposed; LH008 when its test no longer runs. Returns skill_id, ab_test_id.',
  body: sql`
declare
  v_record jsonb := (${proposed.json('record')}) || jsonb_build_object('approved', p_proposal.proposal_id);
  v_applied json;
begin
  select lh_engine.apply_verdicts(null, null, json_build_object('tests', json_build_array(v_record), 'warnings', '[]'::json))
  into v_applied;
  if json_array_length(v_applied -> 'tests') = 0 then
    raise exception using
      errcode = 'LH008',
      message = format('proposal %s cannot be done now: test %s no longer runs', p_proposal.proposal_id, p_proposal.subject),
      hint = 'Reject it.';
  end if;
  return jsonb_build_object('skill_id', ${record.json('skill_id')}, 'ab_test_id', ${record.json('ab_test_id')});
end`,
});

const approve = routine({
  name: 'lh_engine.approve',
  args: { id: 'bigint', why: 'text default null' },
  returns: 'jsonb',
  language: 'plpgsql',
  grants: ['operator'],
  comment:
    'Does what a waiting proposal asks for, now: spawns the skill with its test, or keeps the skill. Returns the ids. What the policy no longer allows: LH008 with the reason, and the proposal goes on waiting.',
  body: sql`
#variable_conflict use_variable
declare
  v_proposal lh_engine.all_proposals;
  v_done jsonb;
begin
  perform lh_engine.require_turn();
  perform lh_engine.require_host();
  select * into v_proposal from lh_engine.close_proposal(id, 'approved', why);
  if v_proposal.kind = 'spawn' then
    select lh_engine.approve_spawn(v_proposal) into v_done;
  else
    select lh_engine.approve_keep(v_proposal) into v_done;
  end if;
  perform lh_engine.record_switch(
    'approve',
    v_done ->> 'skill_id',
    v_done ->> 'ab_test_id',
    why,
    jsonb_build_object('proposal_id', id, 'proposes', v_proposal.kind, 'subject', v_proposal.subject)
  );
  return v_done;
end`,
});

const reject = routine({
  name: 'lh_engine.reject',
  args: { id: 'bigint', why: 'text' },
  returns: 'void',
  language: 'plpgsql',
  grants: ['operator'],
  comment:
    'Closes a waiting proposal. A rejected spawn is not proposed again for spawning.cooling_off_days; the test of a rejected KEEP goes on, and a later look may propose it again (lh_engine.stop_test ends it).',
  body: sql`
#variable_conflict use_variable
declare
  v_proposal lh_engine.all_proposals;
begin
  perform lh_engine.require_why('reject', why);
  select * into v_proposal from lh_engine.close_proposal(id, 'rejected', why);
  perform lh_engine.record_switch(
    'reject',
    ${rejected.text('record', 'skill_id')},
    ${rejected.text('record', 'ab_test_id')},
    why,
    jsonb_build_object('proposal_id', id, 'proposes', v_proposal.kind, 'subject', v_proposal.subject)
  );
end`,
});

export const approvals: SqlModule = {
  name: 'operating/approvals',
  objects: [closeProposal, approveSpawn, approveKeep, approve, reject],
};
