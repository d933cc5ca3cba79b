// What SQL reads of an operation's answer: the text that is written, and what the compiler refuses. Each line below
// `@ts-expect-error` is a mistake that must not compile, so `npm run check` fails where one does.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Answer } from '../../src/plv8/entry.ts';
import { fieldsOf } from '../../src/sql/kit/rows.ts';

const fields = suite('fields of an answer');

fields('a key is read as text or as JSON', () => {
  const replayed = fieldsOf<Answer<'replay'>>('v_replay');
  assert.is(replayed.text('reason').sqlText, "v_replay ->> 'reason'");
  assert.is(replayed.json('differences').sqlText, "v_replay -> 'differences'");
  assert.is(replayed.key('same').sqlText, "'same'");
  // @ts-expect-error no key of the answer
  assert.is(replayed.text('why').sqlText, "v_replay ->> 'why'");
  // @ts-expect-error no key of the answer
  assert.is(replayed.key('why').sqlText, "'why'");
});

fields('a path goes through objects and, by an index, through lists', () => {
  const plan = fieldsOf<Answer<'plan'>>('v_plan');
  assert.is(plan.text('decisions', 0, 'action').sqlText, "v_plan #>> '{decisions,0,action}'");
  assert.is(plan.json('decisions', 0).sqlText, "v_plan #> '{decisions,0}'");
  const decisions = fieldsOf<Answer<'plan'>['decisions']>('v_decisions');
  assert.is(decisions.json(0).sqlText, 'v_decisions -> 0');
  // @ts-expect-error no key of a decision
  assert.is(plan.text('decisions', 0, 'actoin').sqlText, "v_plan #>> '{decisions,0,actoin}'");
  // @ts-expect-error a list has no named keys
  assert.is(plan.text('decisions', 'action').sqlText, "v_plan #>> '{decisions,action}'");
});

fields('an object that may have any key is read by those that it names', () => {
  const suspended = fieldsOf<Answer<'suspend_recommendations'>['tests'][number]>('t.test');
  assert.is(suspended.text('held').sqlText, "t.test ->> 'held'");
  const spawn = fieldsOf<Answer<'suspend_spawns'>[number]>('h.decision');
  assert.is(spawn.text('reason').sqlText, "h.decision ->> 'reason'");
  // @ts-expect-error it may be there, but the operation does not say so
  assert.is(suspended.text('suspended_by').sqlText, "t.test ->> 'suspended_by'");
  // @ts-expect-error it may be there, but the operation does not say so
  assert.is(spawn.text('why').sqlText, "h.decision ->> 'why'");
});

fields.run();
