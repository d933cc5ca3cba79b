// What needs approval, written down as proposals that wait for a person. src/sql/operating/approvals.ts
// says what becomes of them.
import type { Answer } from '../../plv8/entry.ts';
import { routine, type SqlModule, view } from '../kit/objects.ts';
import { fieldsOf } from '../kit/rows.ts';
import { sql } from '../kit/sql.ts';

type AnalysedTest = Answer<'analyze'>['tests'][number];
type PlannedDecision = Answer<'plan'>['decisions'][number];
type Bottleneck = Answer<'detect'>['bottlenecks'][number];

/** What a proposal keeps of what it proposes: a spawn with what it is for, or the record of a look. */
export type Proposed =
  | { readonly decision: PlannedDecision; readonly bottleneck: Bottleneck }
  | { readonly record: AnalysedTest };

const planned = fieldsOf<PlannedDecision>('d.decision');
const suspendedDecision = fieldsOf<PlannedDecision>('h.decision');
const suspendedSpawn = fieldsOf<Answer<'suspend_spawns'>[number]>('h.decision');
const bottleneck = fieldsOf<Bottleneck>('b.bottleneck');
const result = fieldsOf<Answer<'analyze'>>('p_result');
const test = fieldsOf<AnalysedTest>('t.test');
const suspendedTest = fieldsOf<Answer<'suspend_recommendations'>['tests'][number]>('t.test');
const written = fieldsOf<Proposed>('w.data');
const waiting = fieldsOf<Proposed>('p.data');

const propose = routine({
  name: 'lh_engine.propose',
  args: { p_cycle_id: 'bigint', p_as_of: 'date', p_kind: 'text', p_proposals: 'json' },
  returns: 'jsonb',
  language: 'plpgsql',
  grants: ['operator'],
  comment:
    'Writes proposals of one kind (spawn or keep), given as an array of {subject, ...}: one that waits already gets the new numbers, a new one an event and a notification on lh_improvement. Returns {subject: proposal_id}.',
  body: sql`
declare
  v_as_of date := (select m.as_of from lh_engine.moment(p_as_of) as m);
  v_ids jsonb;
begin
  with written as (
    insert into lh_engine.all_proposals as a (kind, subject, cycle_id, as_of, proposed_at, data)
    select p_kind, e.proposal ->> 'subject', p_cycle_id, v_as_of, lh_engine.clock(), e.proposal::jsonb - 'subject'
    from json_array_elements(p_proposals) as e (proposal)
    on conflict (kind, subject) where (status = 'waiting') do update
      set cycle_id = excluded.cycle_id, as_of = excluded.as_of, data = excluded.data
    returning a.proposal_id, a.subject, a.data, a.xmax = '0' as is_new
  ),
  logged as (
    insert into lh_engine.events (happened_at, kind, cycle_id, as_of, skill_id, ab_test_id, bundle, data)
    select
      lh_engine.clock(),
      'proposal',
      p_cycle_id,
      v_as_of,
      ${written.text('record', 'skill_id')},
      ${written.text('record', 'ab_test_id')},
      lh_engine.bundle(),
      w.data || jsonb_build_object('proposal_id', w.proposal_id, 'proposes', p_kind, 'subject', w.subject)
    from written as w
    where w.is_new
    returning data
  ),
  notified as (
    select pg_notify(
      'lh_improvement',
      json_build_object('event', 'proposal', 'proposes', p_kind, 'subject', l.data -> 'subject', 'proposal_id', l.data -> 'proposal_id')::text
    )
    from logged as l
  )
  select coalesce(jsonb_object_agg(w.subject, w.proposal_id), '{}')
  into v_ids
  from written as w
  cross join (select count(*) from notified) as t;
  return v_ids;
end`,
});

const proposeSpawns = routine({
  name: 'lh_engine.propose_spawns',
  args: { p_cycle_id: 'bigint', p_as_of: 'date', p_plan: 'json', p_held: 'json', p_bottlenecks: 'json' },
  returns: 'json',
  language: 'plpgsql',
  grants: ['operator'],
  comment:
    'Writes a proposal for each spawn that needs approval, with its bottleneck, and withdraws the proposals whose skill is being spawned without. Returns the decisions with their proposal_id.',
  body: sql`
declare
  v_proposals json;
  v_ids jsonb;
  v_decisions json;
begin
  update lh_engine.all_proposals as p
  set status = 'withdrawn', closed_at = lh_engine.clock(), closed_by = session_user, why = 'spawned without approval'
  where p.kind = 'spawn'
    and p.status = 'waiting'
    and p.subject in (
      select ${suspendedDecision.text('skill_type')}
      from json_array_elements(p_held) as h (decision)
      where ${suspendedSpawn.text('action')} = 'spawn'
    );
  select json_agg(json_build_object('subject', ${suspendedDecision.json('skill_type')}, 'decision', d.decision, 'bottleneck', b.bottleneck))
  into v_proposals
  from json_array_elements(p_held) as h (decision)
  join json_array_elements(p_plan) as d (decision) on ${planned.text('skill_type')} = ${suspendedDecision.text('skill_type')}
  join json_array_elements(p_bottlenecks) as b (bottleneck) on ${bottleneck.text('type')} = ${suspendedDecision.text('bottleneck')}
  where ${suspendedSpawn.text('reason')} = 'awaiting_approval';
  if v_proposals is null then
    return p_held;
  end if;
  select lh_engine.propose(p_cycle_id, p_as_of, 'spawn', v_proposals) into v_ids;
  select json_agg(
    case
      when v_ids ? (${suspendedDecision.text('skill_type')}) and ${suspendedSpawn.text('reason')} = 'awaiting_approval'
        then h.decision::jsonb || jsonb_build_object('proposal_id', v_ids -> (${suspendedDecision.text('skill_type')}))
      else h.decision::jsonb
    end
    order by h.n
  )
  into v_decisions
  from json_array_elements(p_held) with ordinality as h (decision, n);
  return v_decisions;
end`,
});

const proposeKeeps = routine({
  name: 'lh_engine.propose_keeps',
  args: { p_cycle_id: 'bigint', p_as_of: 'date', p_result: 'json' },
  returns: 'void',
  language: 'plpgsql',
  grants: ['operator'],
  comment:
    'Writes a proposal for each KEEP that needs approval, and withdraws those of tests that are no longer recommended to KEEP or no longer run.',
  body: sql`
declare
  v_proposals json;
begin
  update lh_engine.all_proposals as p
  set
    status = 'withdrawn',
    closed_at = lh_engine.clock(),
    closed_by = session_user,
    why = coalesce(format('the test is evaluated %s now', ${test.text('recommendation')}), 'the test no longer runs')
  from lh_engine.all_proposals as w
  left join json_array_elements(${result.json('tests')}) as t (test) on ${test.text('ab_test_id')} = w.subject
  where w.proposal_id = p.proposal_id
    and p.kind = 'keep'
    and p.status = 'waiting'
    and ${suspendedTest.text('held')} is distinct from 'awaiting_approval'
    and ${suspendedTest.text('held')} is distinct from 'dry_run';
  select json_agg(json_build_object('subject', ${test.json('ab_test_id')}, 'record', t.test::jsonb - ${suspendedTest.key('held')}))
  into v_proposals
  from json_array_elements(${result.json('tests')}) as t (test)
  where ${suspendedTest.text('held')} = 'awaiting_approval';
  if v_proposals is not null then
    perform lh_engine.propose(p_cycle_id, p_as_of, 'keep', v_proposals);
  end if;
end`,
});

const waitingProposals = view({
  name: 'lh_engine.proposals',
  grants: ['operator', 'agent', 'reader'],
  comment:
    'What waits for a person: proposal_id for lh_engine.approve(id) and lh_engine.reject(id, why), kind spawn or keep, its subject (a skill type or the id of a test), why, and everything in data.',
  query: sql`
select
  p.proposal_id,
  p.kind,
  p.subject,
  p.proposed_at,
  p.as_of,
  coalesce(${waiting.text('decision', 'explanation')}, ${waiting.text('record', 'reason')}) as explanation,
  p.data
from lh_engine.all_proposals as p
where p.status = 'waiting'`,
});

export const proposals: SqlModule = {
  name: 'operating/proposals',
  objects: [propose, proposeSpawns, proposeKeeps, waitingProposals],
};
