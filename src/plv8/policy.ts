// The spawning policy: what to do about each bottleneck. One skill of a type at a time, one test for a metric, a pause
// after a failure, and a reason for every decision. Knows how a skill and its test are described, not where they are kept.
import * as v from 'valibot';
import type { Operations } from './entry.ts';
import { count, finite, parse, probability } from './parse.ts';
import { plannedSample } from './sample.ts';

const localTime = v.pipe(
  v.string(),
  v.regex(/^\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d/, 'expected a local time such as 2026-03-01T00:00:00'),
);

const bottleneckSchema = v.object({
  type: v.string(),
  severity: v.string(),
  metric: v.string(),
  current_value: finite,
  target_value: finite,
  suggested_skill: v.string(),
  segment: v.nullable(v.string()),
  trigger: v.string(),
  evidence: v.record(v.string(), v.unknown()),
  explanation: v.string(),
});

const skillHistory = v.object({
  skill_type: v.string(),
  spawned_count: count,
  testing_skill_id: v.nullable(v.string()),
  testing_test_id: v.nullable(v.string()),
  testing_since: v.nullable(localTime),
  last_killed_at: v.nullable(localTime),
  last_kept_at: v.nullable(localTime),
});

const runningTest = v.object({
  ab_test_id: v.string(),
  skill_id: v.nullable(v.string()),
  metric: v.nullable(v.string()),
  started_at: v.nullable(localTime),
});

const pause = v.object({
  skill_type: v.string(),
  paused_at: localTime,
  paused_by: v.string(),
  why: v.string(),
});

const planInput = v.object({
  until: localTime,
  settings: v.object({
    'spawning.cooling_off_days': count,
    'spawning.recently_kept_days': count,
    'spawning.max_running_tests': v.nullable(count),
    'spawning.traffic_allocation_pct': finite,
    'spawning.min_sample_size': count,
    'spawning.confidence_level': probability,
    'decisions.planned_lift': finite,
  }),
  bottlenecks: v.array(bottleneckSchema),
  skills: v.array(skillHistory),
  running_tests: v.array(runningTest),
  pauses: v.array(pause),
  baseline: v.object({ leads: count, conversions: count }),
});

type PlanInput = v.InferOutput<typeof planInput>;
type Bottleneck = v.InferOutput<typeof bottleneckSchema>;
type History = v.InferOutput<typeof skillHistory>;
type RunningTest = v.InferOutput<typeof runningTest>;

/** Why no skill is spawned now. `since` and `until` are local times of the engine's time zone. */
type Skip = {
  readonly reason: string;
  readonly explanation: string;
  readonly skill_id: string | null;
  readonly ab_test_id: string | null;
  readonly since: string | null;
  readonly until: string | null;
};

const millisecondsPerDay = 86_400_000;
const instant = (local: string): number => Date.parse(`${local.slice(0, 19)}Z`);
const dayOf = (local: string): string => local.slice(0, local.indexOf('T'));
const plusDays = (local: string, days: number): string =>
  new Date(instant(local) + days * millisecondsPerDay).toISOString().slice(0, 19);

/** A number as a person reads it: at most four significant digits, no trailing zeros. */
const shown = (x: number): string => String(Number(x.toPrecision(4)));

const skip = (reason: string, explanation: string, more: Partial<Skip> = {}): Skip => ({
  reason,
  explanation,
  skill_id: null,
  ab_test_id: null,
  since: null,
  until: null,
  ...more,
});

const paused = (bottleneck: Bottleneck, input: PlanInput): Skip | null => {
  const found = input.pauses.find((p) => p.skill_type === '*' || p.skill_type === bottleneck.suggested_skill);
  if (found === undefined) return null;
  const what = found.skill_type === '*' ? 'The engine' : `Spawning of ${found.skill_type}`;
  return skip(
    'paused',
    `${what} was paused by ${found.paused_by} on ${dayOf(found.paused_at)}: ${found.why}.`,
    {
      since: found.paused_at,
    },
  );
};

const alreadyTesting = (bottleneck: Bottleneck, history: History | undefined): Skip | null =>
  history?.testing_skill_id == null
    ? null
    : skip(
        'already_testing',
        `A ${bottleneck.suggested_skill} is being tested${history.testing_since === null ? '' : ` since ${dayOf(history.testing_since)}`}; its test goes on.`,
        {
          skill_id: history.testing_skill_id,
          ab_test_id: history.testing_test_id,
          since: history.testing_since,
        },
      );

const resting = (
  reason: string,
  verb: string,
  at: string | null,
  days: number,
  bottleneck: Bottleneck,
  until: string,
): Skip | null => {
  if (at === null || instant(until) - instant(at) >= days * millisecondsPerDay) return null;
  const end = plusDays(at, days);
  return skip(
    reason,
    `A ${bottleneck.suggested_skill} was ${verb} on ${dayOf(at)}; the next one may come on ${dayOf(end)}, ${days} days later.`,
    { since: at, until: end },
  );
};

const metricBusy = (bottleneck: Bottleneck, running: readonly RunningTest[]): Skip | null => {
  const test = running.find((t) => t.metric === bottleneck.metric);
  return test === undefined
    ? null
    : skip(
        'metric_busy',
        `Another running test tracks ${bottleneck.metric}; one test for a metric at a time.`,
        {
          skill_id: test.skill_id,
          ab_test_id: test.ab_test_id === '' ? null : test.ab_test_id,
          since: test.started_at,
        },
      );
};

const atCapacity = (running: readonly RunningTest[], limit: number | null): Skip | null =>
  limit === null || running.length < limit
    ? null
    : skip('at_capacity', `${running.length} tests are running and spawning.max_running_tests is ${limit}.`);

const reasonToSkip = (
  bottleneck: Bottleneck,
  input: PlanInput,
  running: readonly RunningTest[],
): Skip | null => {
  const history = input.skills.find((s) => s.skill_type === bottleneck.suggested_skill);
  const s = input.settings;
  return (
    paused(bottleneck, input) ??
    alreadyTesting(bottleneck, history) ??
    resting(
      'cooling_off',
      'killed',
      history?.last_killed_at ?? null,
      s['spawning.cooling_off_days'],
      bottleneck,
      input.until,
    ) ??
    resting(
      'recently_kept',
      'kept',
      history?.last_kept_at ?? null,
      s['spawning.recently_kept_days'],
      bottleneck,
      input.until,
    ) ??
    metricBusy(bottleneck, running) ??
    atCapacity(running, s['spawning.max_running_tests'])
  );
};

/** The level before and after, where the bottleneck is a drop against a baseline; else the level now. */
const levels = (bottleneck: Bottleneck): string => {
  const baseline = bottleneck.evidence.baseline;
  return bottleneck.trigger === 'trend' && typeof baseline === 'number'
    ? `${shown(bottleneck.current_value)} (it was ${shown(baseline)})`
    : shown(bottleneck.current_value);
};

const testOf = (bottleneck: Bottleneck, skillName: string, input: PlanInput) => {
  const s = input.settings;
  const treated = s['spawning.traffic_allocation_pct'];
  const where = bottleneck.segment === null ? '' : ` for ${bottleneck.segment}`;
  return {
    test_name: `Test: ${skillName}`,
    hypothesis: `${bottleneck.suggested_skill} will improve ${bottleneck.metric}${where} from ${levels(bottleneck)} to ${shown(bottleneck.target_value)}, and with it the share of leads that convert.`,
    control_description: `Existing process, no intervention (${shown(100 - treated)} % of new leads).`,
    treatment_description: `Apply ${bottleneck.suggested_skill} (${shown(treated)} % of new leads).`,
    metric_tracked: bottleneck.metric,
    traffic_allocation_pct: treated,
    min_sample_size: s['spawning.min_sample_size'],
    confidence_level: s['spawning.confidence_level'],
  };
};

const spawn = (bottleneck: Bottleneck, input: PlanInput) => {
  const history = input.skills.find((s) => s.skill_type === bottleneck.suggested_skill);
  const skillName = `Auto-spawned ${bottleneck.suggested_skill} v${(history?.spawned_count ?? 0) + 1}`;
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
    skill_name: skillName,
    skill: {
      skill_type: bottleneck.suggested_skill,
      skill_name: skillName,
      problem_detected: bottleneck.type,
      target_metric: bottleneck.metric,
      baseline_value: bottleneck.current_value,
      target_value: bottleneck.target_value,
    },
    test: testOf(bottleneck, skillName, input),
    plan,
  };
};

type Decided = { readonly decisions: readonly unknown[]; readonly running: readonly RunningTest[] };

const decide = (input: PlanInput, { decisions, running }: Decided, bottleneck: Bottleneck): Decided => {
  const common = {
    bottleneck: bottleneck.type,
    skill_type: bottleneck.suggested_skill,
    metric: bottleneck.metric,
  };
  const skipped = reasonToSkip(bottleneck, input, running);
  if (skipped !== null)
    return {
      decisions: [...decisions, { ...common, action: 'skip', skill_name: null, ...skipped }],
      running,
    };
  const planned = { ab_test_id: '', skill_id: null, metric: bottleneck.metric, started_at: input.until };
  const nothing = { skill_id: null, ab_test_id: null, since: null, until: null };
  return {
    decisions: [...decisions, { ...common, action: 'spawn', ...nothing, ...spawn(bottleneck, input) }],
    running: [...running, planned],
  };
};

/**
 * One decision for each bottleneck, in order. Input: bottlenecks (from `detect`), the history of each skill type, the
 * running tests, the pauses, the baseline of conversions, settings; times are local to the engine's time zone.
 */
const planImprovements = (input: unknown) => {
  const parsed = parse(planInput, input);
  const start: Decided = { decisions: [], running: parsed.running_tests };
  return {
    decisions: parsed.bottlenecks.reduce((decided, b) => decide(parsed, decided, b), start).decisions,
  };
};

export const policyOperations: Operations = { plan: planImprovements };
