// What a person's switches suspend: the decisions of a plan and the results of an analysis come in, and go out with
// what may not be done now turned into a reason. Knows no table and does not know who switched.
import * as v from 'valibot';
import type { Operations } from '../operation.ts';
import { parse } from '../parse.ts';

const decision = v.looseObject({
  action: v.string(),
  skill_type: v.optional(v.nullable(v.string())),
  explanation: v.optional(v.nullable(v.string())),
});

/** The newest rejection of a type of skill within the days of rest; its days are those of the site's time zone. */
const rejection = v.object({
  skill_type: v.string(),
  rejected_by: v.nullable(v.string()),
  why: v.nullable(v.string()),
  since: v.string(),
  until: v.string(),
});

export const spawnsInput = v.object({
  dry_run: v.boolean(),
  approval: v.boolean(),
  rejections: v.array(rejection),
  decisions: v.array(decision),
});

type Decision = v.InferOutput<typeof decision>;
type SpawnsInput = v.InferOutput<typeof spawnsInput>;

const reasonOf = ({ explanation = null, skill_type }: Decision, input: SpawnsInput) => {
  const planned = explanation ?? '';
  if (input.dry_run)
    return { reason: 'dry_run', explanation: `${planned} Nothing is spawned: engine.dry_run is on.` };
  const rejected = input.rejections.find((r) => r.skill_type === skill_type);
  return rejected === undefined
    ? {
        reason: 'awaiting_approval',
        explanation: `${planned} It waits for lh_engine.approve: engine.approval is on.`,
      }
    : {
        reason: 'rejected',
        explanation: `${rejected.rejected_by ?? ''} rejected the spawning of ${rejected.skill_type} on ${rejected.since}: ${rejected.why ?? ''}`,
        since: rejected.since,
        until: rejected.until,
      };
};

const suspendSpawn = (planned: Decision, input: SpawnsInput) => {
  const { skill = null, test = null, plan = null, ...rest } = planned;
  return {
    ...rest,
    action: 'skip',
    skill_name: null,
    would_spawn: { skill, test, plan },
    ...reasonOf(planned, input),
  };
};

type SuspendedSpawn = ReturnType<typeof suspendSpawn>;

/** The decisions of a plan, each spawn that a switch suspends turned into a skip that keeps what it would have been. */
const suspendSpawns = (input: unknown): readonly (Decision | SuspendedSpawn)[] => {
  const given = parse(spawnsInput, input);
  if (!given.dry_run && !given.approval) return given.decisions;
  return given.decisions.map((d) => (d.action === 'spawn' ? suspendSpawn(d, given) : d));
};

const analysed = v.looseObject({
  skill_id: v.optional(v.nullable(v.string())),
  recommendation: v.optional(v.nullable(v.string())),
});

export const recommendationsInput = v.object({
  dry_run: v.boolean(),
  approval: v.boolean(),
  /** Types of skills; * is every one. */
  paused: v.array(v.string()),
  skills: v.array(v.object({ skill_id: v.string(), skill_type: v.nullable(v.string()) })),
  result: v.looseObject({ tests: v.array(analysed) }),
});

type Analysed = v.InferOutput<typeof analysed>;
type RecommendationsInput = v.InferOutput<typeof recommendationsInput>;

const isPaused = (test: Analysed, { paused, skills }: RecommendationsInput): boolean => {
  const type = skills.find((s) => s.skill_id === test.skill_id)?.skill_type ?? null;
  return paused.includes('*') || (type !== null && paused.includes(type));
};

/** In a dry run nothing is written; a pause suspends what would end a test, approval what would keep a skill. */
const suspendedBy = (test: Analysed, input: RecommendationsInput): string | null => {
  if (input.dry_run) return 'dry_run';
  if (test.recommendation !== 'KEEP' && test.recommendation !== 'KILL') return null;
  if (isPaused(test, input)) return 'paused';
  return input.approval && test.recommendation === 'KEEP' ? 'awaiting_approval' : null;
};

const suspendTest = (held: string, test: Analysed) => ({ held, ...test });

type SuspendedTest = ReturnType<typeof suspendTest>;

/** The result of an analysis, with `held` on each test whose recommendation a switch suspends. */
const suspendRecommendations = (input: unknown) => {
  const given = parse(recommendationsInput, input);
  return {
    ...given.result,
    tests: given.result.tests.map((test): Analysed | SuspendedTest => {
      const held = suspendedBy(test, given);
      return held === null ? test : suspendTest(held, test);
    }),
  };
};

export const suspensionOperations = {
  suspend_spawns: suspendSpawns,
  suspend_recommendations: suspendRecommendations,
} satisfies Operations;
