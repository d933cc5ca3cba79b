// What becomes of a proposal: a person approves it, and it is done now if the policy still allows it, or rejects it.
// What is proposed is decided in src/plv8/operating.
import type { Answer } from '../../plv8/entry.ts';
import { routine, type SqlModule, statement } from '../kit/objects.ts';
import { callJs, fieldsOf } from '../kit/rows.ts';
import { sql } from '../kit/sql.ts';
import type { Proposed } from './proposals.ts';

const plan = fieldsOf<Answer<'plan'>>('v_plan');
const record = fieldsOf<Answer<'analyze'>['tests'][number]>('v_record');
const proposed = fieldsOf<Proposed>('p_proposal.data');
/** What an approval adds to what it proposed. */
type Closed = Proposed | { readonly done: { readonly skill_id: string; readonly ab_test_id: string } };
const closed = fieldsOf<Closed>('new.data');

const waitingProposal = routine({
  name: 'lh_engine.waiting_proposal',
  args: { p_id: 'bigint' },
  returns: 'lh_engine.all_proposals',
  language: 'plpgsql',
  grants: ['operator'],
  comment: 'A proposal that waits, locked; none of that id: LH007; closed already: LH008.',
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
  return v_proposal;
end`,
});

const guardProposal = routine({
  name: 'lh_engine.guard_proposal',
  returns: 'trigger',
  language: 'plpgsql',
  comment:
    'Trigger of lh_engine.all_proposals: who closes a proposal, and when, is the session user, now; a closed one stays closed; and whoever may not propose may only reject, with a reason (LH008, LH001).',
  body: sql`
begin
  if old.status <> 'waiting' then
    raise exception using
      errcode = 'LH008',
      message = format('proposal %s was %s by %s on %s', old.proposal_id, old.status, old.closed_by, old.closed_at),
      hint = 'A closed proposal stays as it is; the next cycle may propose the same again.';
  end if;
  if new.status = 'rejected' then
    perform lh_engine.require_why('reject', new.why);
  end if;
  if not has_table_privilege(current_user, tg_relid, 'insert')
    and (
      new.status <> 'rejected'
      or (new.proposal_id, new.kind, new.subject, new.cycle_id, new.as_of, new.proposed_at, new.data)
        is distinct from (old.proposal_id, old.kind, old.subject, old.cycle_id, old.as_of, old.proposed_at, old.data)
    )
  then
    raise exception using
      errcode = 'LH008',
      message = format('role %I may only reject proposal %s', current_user, old.proposal_id),
      hint = format('An approval does what the loop does: let a DBA follow select remedy from lh_engine.check_host_for(%L);', current_user);
  end if;
  new.closed_at := case when new.status <> 'waiting' then (select lh_engine.clock()) end;
  new.closed_by := case when new.status <> 'waiting' then session_user end;
  return new;
end`,
});

const recordClosing = routine({
  name: 'lh_engine.record_closing',
  returns: 'trigger',
  language: 'plpgsql',
  asOwner: true,
  comment: 'Records what a person made of a proposal, an approval with what it has done, as an event.',
  body: sql`
begin
  perform lh_engine.record_switch(
    case new.status when 'approved' then 'approve' else 'reject' end,
    coalesce(${closed.text('done', 'skill_id')}, ${closed.text('record', 'skill_id')}),
    coalesce(${closed.text('done', 'ab_test_id')}, ${closed.text('record', 'ab_test_id')}),
    new.why,
    jsonb_build_object('proposal_id', new.proposal_id, 'proposes', new.kind, 'subject', new.subject)
  );
  return null;
end`,
});

const proposalTriggers = statement(sql`
create or replace trigger guard_proposal
before update on lh_engine.all_proposals
for each row execute function lh_engine.guard_proposal();
create or replace trigger record_closing
after update on lh_engine.all_proposals
for each row when (new.status in ('approved', 'rejected'))
execute function lh_engine.record_closing()`);

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
  perform lh_engine.waiting_proposal(p_id);
  update lh_engine.all_proposals as p
  set status = p_status, why = p_why
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
  if v_created -> 0 ->> 'refused' is not null then
    raise exception using
      errcode = 'LH008',
      message = format('proposal %s cannot be done now: the host did not take the skill or its test: %s', p_proposal.proposal_id, v_created -> 0 ->> 'refused'),
      hint = 'It goes on waiting; approve it again when the host takes such rows, or reject it.';
  end if;
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
  select * into v_proposal from lh_engine.waiting_proposal(id);
  if v_proposal.kind = 'spawn' then
    select lh_engine.approve_spawn(v_proposal) into v_done;
  else
    select lh_engine.approve_keep(v_proposal) into v_done;
  end if;
  update lh_engine.all_proposals as p
  set data = p.data || jsonb_build_object(${closed.key('done')}, v_done)
  where p.proposal_id = id;
  perform lh_engine.close_proposal(id, 'approved', why);
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
begin
  perform lh_engine.require_why('reject', why);
  perform lh_engine.close_proposal(id, 'rejected', why);
end`,
});

export const approvals: SqlModule = {
  name: 'operating/approvals',
  objects: [
    waitingProposal,
    guardProposal,
    recordClosing,
    proposalTriggers,
    closeProposal,
    approveSpawn,
    approveKeep,
    approve,
    reject,
  ],
};
