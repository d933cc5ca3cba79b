// What persons did about a test and its skill, in sentences: the switches they used and the proposals they were asked
// about. Tells who, when and why as the event log has it; knows no numbers of the test.
import * as v from 'valibot';
import { id } from '../../parse.ts';

const common = {
  /** The day on which it happened, in the time zone of the engine. */
  on: v.string(),
  actor: v.string(),
  ab_test_id: v.nullable(id),
  why: v.nullish(v.string()),
  proposal_id: v.nullish(v.number()),
  proposes: v.nullish(v.string()),
  skill_type: v.nullish(v.string()),
};

export const switchSchema = v.object({ kind: v.literal('switch'), ...common, switch: v.string() });
export const proposalSchema = v.object({ kind: v.literal('proposal'), ...common });

type Act = v.InferOutput<typeof switchSchema> | v.InferOutput<typeof proposalSchema>;

/** Whether a person ended this test without a verdict. */
export const stops = (act: Act, testId: string): boolean =>
  act.kind === 'switch' && act.switch === 'stop_test' && act.ab_test_id === testId;

/** Whether a verdict that is held may not be held any more: it was rejected, or a pause has ended. */
export const releases = (act: Act): boolean =>
  act.kind === 'switch' && ['reject', 'resume'].includes(act.switch);

const deed = (act: Act, testId: string): string => {
  const aim = act.proposes === 'spawn' ? 'to spawn the skill' : 'to keep the skill';
  const test =
    act.ab_test_id === null || act.ab_test_id === testId ? '' : ` on the results of test ${act.ab_test_id}`;
  const proposal = `${aim}${test} (number ${act.proposal_id ?? 'without a number'})`;
  if (act.kind === 'proposal') return `had the engine propose ${proposal}`;
  const type = act.skill_type === '*' ? 'the whole engine' : (act.skill_type ?? 'a skill type');
  switch (act.switch) {
    case 'approve':
      return `approved the proposal ${proposal}`;
    case 'reject':
      return `rejected the proposal ${proposal}`;
    case 'stop_test':
      return stops(act, testId)
        ? 'stopped the test'
        : `stopped test ${act.ab_test_id ?? ''} of the same skill`;
    case 'revert_skill':
      return 'took the skill back';
    case 'pause':
      return `paused ${type}`;
    case 'resume':
      return `ended the pause of ${type}`;
    default:
      return `used the switch ${act.switch}`;
  }
};

/** One sentence, without its end. */
export const actText = (act: Act, testId: string): string =>
  `${act.on}: ${act.actor} ${deed(act, testId)}${act.why == null ? '' : `: ${act.why}`}`;
