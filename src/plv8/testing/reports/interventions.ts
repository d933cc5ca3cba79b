// What persons did about a test and its skill, in sentences: the switches they used and the proposals they were asked
// about. It says who, when and why as the event log has it; it knows no numbers of the test.
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

export type Intervention = v.InferOutput<typeof switchSchema> | v.InferOutput<typeof proposalSchema>;

/** Whether a person ended this test without a decision of the engine. */
export const stops = (intervention: Intervention, testId: string): boolean =>
  intervention.kind === 'switch' && intervention.switch === 'stop_test' && intervention.ab_test_id === testId;

/** Whether a suspended recommendation may be suspended no more: it was rejected, or a pause has ended. */
export const releases = (intervention: Intervention): boolean =>
  intervention.kind === 'switch' && ['reject', 'resume'].includes(intervention.switch);

const actionText = (intervention: Intervention, testId: string): string => {
  const aim = intervention.proposes === 'spawn' ? 'to spawn the skill' : 'to keep the skill';
  const test =
    intervention.ab_test_id === null || intervention.ab_test_id === testId
      ? ''
      : ` on the results of test ${intervention.ab_test_id}`;
  const proposal = `${aim}${test} (number ${intervention.proposal_id ?? 'without a number'})`;
  if (intervention.kind === 'proposal') return `had the engine propose ${proposal}`;
  const type =
    intervention.skill_type === '*' ? 'the whole engine' : (intervention.skill_type ?? 'a skill type');
  switch (intervention.switch) {
    case 'approve':
      return `approved the proposal ${proposal}`;
    case 'reject':
      return `rejected the proposal ${proposal}`;
    case 'stop_test':
      return stops(intervention, testId)
        ? 'stopped the test'
        : `stopped test ${intervention.ab_test_id ?? ''} of the same skill`;
    case 'revert_skill':
      return 'took the skill back';
    case 'pause':
      return `paused ${type}`;
    case 'resume':
      return `ended the pause of ${type}`;
    default:
      return `used the switch ${intervention.switch}`;
  }
};

/** One sentence, without its end. */
export const interventionText = (intervention: Intervention, testId: string): string =>
  `${intervention.on}: ${intervention.actor} ${actionText(intervention, testId)}${intervention.why == null ? '' : `: ${intervention.why}`}`;
