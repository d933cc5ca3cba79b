// The spawning policy: what to do about each bottleneck. One skill of a type at a time, one test for a metric, a pause
// after a failure, and a reason for every decision. Knows how a skill and its test are described, not where they are
// kept.
import type { Operations } from '../operation.ts';
import { parse } from '../parse.ts';
import { plannedSample } from '../statistics/planned_sample.ts';
import { shown } from '../words.ts';
import { type Bottleneck, type PlanInput, planInput, type RunningTest } from './document.ts';
import { freeNames } from './names.ts';
import { reasonToSkip, type Skip } from './reasons.ts';

/** The level before and after, where the bottleneck is a drop against a baseline; else the level now. */
const levels = (bottleneck: Bottleneck): string => {
  const baseline = bottleneck.evidence.baseline;
  return bottleneck.trigger === 'trend' && typeof baseline === 'number'
    ? `${shown(bottleneck.current_value)} (it was ${shown(baseline)})`
    : shown(bottleneck.current_value);
};

const testOf = (bottleneck: Bottleneck, testName: string, input: PlanInput) => {
  const s = input.settings;
  const treated = s['spawning.traffic_allocation_pct'];
  const where = bottleneck.segment === null ? '' : ` for ${bottleneck.segment}`;
  return {
    test_name: testName,
    hypothesis: `${bottleneck.suggested_skill} will improve ${bottleneck.metric}${where} from ${levels(bottleneck)} to ${shown(bottleneck.target_value)}, and with it the share of leads that convert.`,
    control_description: `Existing process, no intervention (${shown(100 - treated)} % of new leads).`,
    treatment_description: `Apply ${bottleneck.suggested_skill} (${shown(treated)} % of new leads).`,
    metric_tracked: bottleneck.metric,
    traffic_allocation_pct: treated,
    min_sample_size: s['spawning.min_sample_size'],
    confidence_level: s['spawning.confidence_level'],
  };
};

const spawn = (bottleneck: Bottleneck, input: PlanInput, taken: readonly string[]) => {
  const history = input.skills.find((s) => s.skill_type === bottleneck.suggested_skill);
  const names = freeNames(
    bottleneck.suggested_skill,
    (history?.spawned_count ?? 0) + 1,
    taken,
    input.name_limits,
  );
  const s = input.settings;
  const plan = plannedSample({
    leads: input.baseline.leads,
    conversions: input.baseline.conversions,
    relativeLift: s['decisions.planned_lift'],
    confidenceLevel: s['spawning.confidence_level'],
    minimum: s['spawning.min_sample_size'],
  });
  return {
    reason: 'bottleneck_detected',
    explanation: `${bottleneck.explanation} No ${bottleneck.suggested_skill} is being tested or resting, and no running test tracks ${bottleneck.metric}.`,
    skill_name: names.skill,
    skill: {
      skill_type: bottleneck.suggested_skill,
      skill_name: names.skill,
      problem_detected: bottleneck.type,
      target_metric: bottleneck.metric,
      baseline_value: bottleneck.current_value,
      target_value: bottleneck.target_value,
    },
    test: testOf(bottleneck, names.test, input),
    plan,
  };
};

const subject = (bottleneck: Bottleneck) => ({
  bottleneck: bottleneck.type,
  skill_type: bottleneck.suggested_skill,
  metric: bottleneck.metric,
});

const skipDecision = (bottleneck: Bottleneck, reason: Skip) => ({
  ...subject(bottleneck),
  action: 'skip' as const,
  skill_name: null,
  ...reason,
});

const spawnDecision = (bottleneck: Bottleneck, input: PlanInput, taken: readonly string[]) => ({
  ...subject(bottleneck),
  action: 'spawn' as const,
  skill_id: null,
  ab_test_id: null,
  since: null,
  until: null,
  ...spawn(bottleneck, input, taken),
});

type SpawnDecision = ReturnType<typeof spawnDecision>;
type Decision = ReturnType<typeof skipDecision> | SpawnDecision;
/**
 * One decision for each bottleneck, in order. Input: bottlenecks (from `detect`), the history of each skill type, the
 * running tests, the pauses, the baseline of conversions, settings; times are local to the engine's time zone.
 */
const planImprovements = (input: unknown) => {
  const parsed = parse(planInput, input);
  const decisions: Decision[] = [];
  const running: RunningTest[] = [...parsed.running_tests];
  const taken: string[] = [...(parsed.taken_names ?? [])];
  for (const bottleneck of parsed.bottlenecks) {
    const reason = reasonToSkip(bottleneck, parsed, running);
    if (reason !== null) {
      decisions.push(skipDecision(bottleneck, reason));
      continue;
    }
    const decision = spawnDecision(bottleneck, parsed, taken);
    decisions.push(decision);
    running.push({ ab_test_id: '', skill_id: null, metric: bottleneck.metric, started_at: parsed.until });
    taken.push(decision.skill.skill_name.toLowerCase(), decision.test.test_name.toLowerCase());
  }
  return { decisions };
};

export const spawningOperations = { plan: planImprovements } satisfies Operations;
