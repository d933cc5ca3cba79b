// Why a skill is not spawned: a pause, thin evidence, a test that runs, a rest after a decision, a metric that is
// taken. Knows the order of the reasons, and nothing of what a skill or a test looks like.
import { article } from '../words.ts';
import type { Bottleneck, History, PlanInput, RunningTest } from './document.ts';

/** Why no skill is spawned now. `since` and `until` are days of the engine's time zone. */
export type Skip = {
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

const skip = (reason: string, explanation: string, more: Partial<Skip> = {}): Skip => ({
  reason,
  explanation,
  skill_id: null,
  ab_test_id: null,
  ...more,
  since: more.since == null ? null : dayOf(more.since),
  until: more.until == null ? null : dayOf(more.until),
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
        `${article(bottleneck.suggested_skill)} ${bottleneck.suggested_skill} is being tested${history.testing_since === null ? '' : ` since ${dayOf(history.testing_since)}`}; its test goes on.`,
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
    `${article(bottleneck.suggested_skill)} ${bottleneck.suggested_skill} was ${verb} on ${dayOf(at)}; the next one may come on ${dayOf(end)}, ${days} days later.`,
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

/** "Measure first": evidence that detection reports but that is too thin to start a test on. */
const notEnoughData = (bottleneck: Bottleneck, needed: number): Skip | null => {
  const n = bottleneck.evidence.n;
  return typeof n !== 'number' || n >= needed
    ? null
    : skip(
        'not_enough_data',
        `${bottleneck.metric} was evaluated on ${n}, and spawning.min_evidence asks for ${needed} before a skill is spawned.`,
      );
};

/** The first reason that holds against spawning, or null; `running` includes what this plan has spawned already. */
export const reasonToSkip = (
  bottleneck: Bottleneck,
  input: PlanInput,
  running: readonly RunningTest[],
): Skip | null => {
  const history = input.skills.find((s) => s.skill_type === bottleneck.suggested_skill);
  const s = input.settings;
  return (
    paused(bottleneck, input) ??
    notEnoughData(bottleneck, s['spawning.min_evidence']) ??
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
