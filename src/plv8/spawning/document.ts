// What the spawning policy is asked: bottlenecks, the history of each skill type, running tests, pauses and settings.
// Knows the shape of the document only.
import * as v from 'valibot';
import { count, finite } from '../parse.ts';
import { settingsSchema } from '../settings/schemas.ts';

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

export const planInput = v.object({
  until: localTime,
  settings: settingsSchema([
    'spawning.cooling_off_days',
    'spawning.recently_kept_days',
    'spawning.max_running_tests',
    'spawning.min_evidence',
    'spawning.traffic_allocation_pct',
    'spawning.min_sample_size',
    'spawning.confidence_level',
    'decisions.planned_lift',
  ]),
  bottlenecks: v.array(bottleneckSchema),
  skills: v.array(skillHistory),
  running_tests: v.array(runningTest),
  pauses: v.array(pause),
  baseline: v.object({ leads: count, conversions: count }),
  /** The names of all skills and tests in lower case, and how many letters their columns hold (null: any). */
  taken_names: v.optional(v.array(v.string())),
  name_limits: v.optional(v.object({ skill_name: v.nullable(count), test_name: v.nullable(count) })),
});

export type PlanInput = v.InferOutput<typeof planInput>;
export type Bottleneck = v.InferOutput<typeof bottleneckSchema>;
export type History = v.InferOutput<typeof skillHistory>;
export type RunningTest = v.InferOutput<typeof runningTest>;
