// The operation `backtest`: one day of history detected and planned as a cycle would have done, with the skills that
// the days before would have spawned. Pure: the state of the walk comes in and goes out. A decision cannot be known for
// a test that never ran, so a spawned skill stays in test to the end of the walk.
import * as v from 'valibot';
import { detect } from './detection/operations.ts';
import type { Operations } from './operation.ts';
import { parse } from './parse.ts';
import { spawningOperations } from './spawning/operations.ts';

const skill = v.object({ skill_type: v.string(), metric: v.string(), since: v.string() });
const backtestInput = v.object({
  document: v.unknown(),
  until: v.string(),
  settings: v.record(v.string(), v.unknown()),
  spawned: v.array(skill),
});

type Skill = v.InferOutput<typeof skill>;

const history = (s: Skill) => ({
  skill_type: s.skill_type,
  spawned_count: 1,
  testing_skill_id: `backtest ${s.skill_type}`,
  testing_test_id: `backtest ${s.skill_type}`,
  testing_since: s.since,
  last_killed_at: null,
  last_kept_at: null,
});

const runningTest = (s: Skill) => ({
  ab_test_id: `backtest ${s.skill_type}`,
  skill_id: `backtest ${s.skill_type}`,
  metric: s.metric,
  started_at: s.since,
});

/** What a cycle of that day would have found and done, and the skills in test after it. */
const backtestDay = (input: unknown) => {
  const { document, until, settings, spawned } = parse(backtestInput, input);
  const { bottlenecks } = detect(document);
  const { decisions } = spawningOperations.plan({
    until,
    settings,
    bottlenecks,
    skills: spawned.map(history),
    running_tests: spawned.map(runningTest),
    pauses: [],
    baseline: { leads: 0, conversions: 0 },
  });
  return {
    rows: bottlenecks.map((b) => {
      const d = decisions.find((x) => x.bottleneck === b.type);
      return {
        type: b.type,
        severity: b.severity,
        metric: b.metric,
        current_value: b.current_value,
        target_value: b.target_value,
        segment: b.segment,
        trigger: b.trigger,
        explanation: b.explanation,
        action: d?.action ?? null,
        reason: d?.reason ?? null,
        skill_type: b.suggested_skill,
        skill_name: d?.skill_name ?? null,
      };
    }),
    spawned: [
      ...spawned,
      ...decisions
        .filter((d) => d.action === 'spawn')
        .map((d) => ({ skill_type: d.skill_type, metric: d.metric, since: until })),
    ],
  };
};

export const backtestOperations = { backtest: backtestDay } satisfies Operations;
