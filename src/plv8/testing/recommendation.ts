// The analysis of one test: what its rule recommends, on which numbers, past which gates, and the reasons in words. The
// result depends on the inputs and the settings alone, so that any record can be replayed.

import type { RuleName } from '../settings/names.ts';
import { compareRates } from '../statistics/compare_rates.ts';
import { twoSidedZ } from '../statistics/normal.ts';
import { difference, katzInterval, liftPct, newcombeInterval } from '../statistics/proportions.ts';
import type { Standing } from '../statistics/sequential/boundaries.ts';
import { plural } from '../words.ts';
import { type Arms, armsOf, leadsOfNoArm, sourcesOf } from './arms.ts';
import type { Inputs, Settings } from './document.ts';
import { blockingGates, evaluateGates, type Gate } from './gates.ts';
import { recordVersion, ruleVersionIn } from './record.ts';
import { fixedThresholdsRule } from './rules/fixed_thresholds.ts';
import type { Look, Progress, Reason, Recommendation, Rule, RuleAnswer } from './rules/rule.ts';
import { progressOf, sequentialRule } from './rules/sequential.ts';
import { describeSegments, withRate } from './segments.ts';
import { type Outcome, obstacle, planOf, termsOf } from './terms.ts';

export const rules: Readonly<Record<RuleName, Rule>> = {
  fixed_thresholds: fixedThresholdsRule,
  sequential: sequentialRule,
};

/** The rule's answer past the gates: what a gate blocks becomes CONTINUE with the gate's reason in front. */
const gated = (answer: RuleAnswer, gates: readonly Gate[], version: number) => {
  const blocking = blockingGates(gates, answer.recommendation);
  const blocked = blocking.length > 0;
  // Version 1 called a recommendation a verdict.
  const noun = version === 1 ? 'verdict' : 'recommendation';
  const withheld = {
    code: 'withheld',
    text: `the ${noun} would be ${answer.recommendation} (${answer.reason.text})`,
  };
  return {
    recommendation: blocked ? ('CONTINUE' as const) : answer.recommendation,
    needs_person: answer.needsPerson || blocked,
    reasons: blocked
      ? [...blocking.map((gate) => ({ code: gate.gate, text: gate.text })), withheld]
      : [answer.reason],
    before_gates: answer.recommendation,
  };
};

/** The level for intervals that are only shown: the usual one where a test's own is impossible. */
export const validLevel = (confidenceLevel: number): number =>
  confidenceLevel > 0 && confidenceLevel < 1 ? confidenceLevel : 0.95;

const statisticsOf = (arms: Arms, confidenceLevel: number, exactBelow: number) => {
  const z = twoSidedZ(validLevel(confidenceLevel));
  const test = compareRates(arms.control, arms.treatment, exactBelow);
  const katz = katzInterval(arms.control, arms.treatment, z);
  const newcombe = newcombeInterval(arms.control, arms.treatment, z);
  return {
    lift_pct: liftPct(arms.control, arms.treatment),
    lift_low_pct: katz?.low ?? null,
    lift_high_pct: katz?.high ?? null,
    difference: difference(arms.control, arms.treatment),
    difference_low: newcombe?.low ?? null,
    difference_high: newcombe?.high ?? null,
    z: test?.z ?? null,
    p_value: test?.p ?? null,
    /** Which test z and p are of. */
    test: test === null ? null : test.exact ? 'boschloo' : 'z',
  };
};

const progressColumns = (progress: Progress | null) => ({
  look: progress?.look ?? null,
  information: progress?.information ?? null,
  alpha_spent: progress?.alphaSpent ?? null,
  z_boundary: progress?.zBoundary ?? null,
});

const winnerOf = (recommendation: Recommendation): 'treatment' | 'control' | null =>
  recommendation === 'KEEP' ? 'treatment' : recommendation === 'KILL' ? 'control' : null;

/** One arm has its minimum sample while the other has no lead at all. */
const isStarved = (look: Look): boolean =>
  Math.max(look.control.leads, look.treatment.leads) >= look.minSampleSize;

const recommendationOf = (
  stop: readonly [Outcome, Reason] | null,
  look: Look,
  gates: readonly Gate[],
  settings: Settings,
  version: number,
) => {
  const rule = rules[settings['decisions.rule']];
  const other = rules[rule.comparedWith];
  if (stop !== null) {
    const stopped = {
      recommendation: 'CONTINUE' as const,
      needs_person: stop[0] !== 'confounded' && (stop[0] !== 'empty_arm' || isStarved(look)),
      reasons: [stop[1]],
      before_gates: 'CONTINUE' as const,
    };
    return { outcome: stop[0], rule, ...stopped, other_rule: null, progress: null, standing: null };
  }
  const answer = rule.recommend(look, settings);
  const otherAnswer = other.recommend(look, settings);
  const alternative = gated(otherAnswer, gates, version);
  return {
    outcome: answer.reason.code === 'below_minimum_sample' ? ('waiting' as const) : ('judged' as const),
    rule,
    ...gated(answer, gates, version),
    other_rule: {
      rule: other.name,
      recommendation: alternative.recommendation,
      reason: alternative.reasons.map((reason) => reason.text).join('; '),
    },
    // Version 1 recorded the boundaries of rule sequential under every rule.
    progress: version === 1 ? progressOf(look) : answer.progress,
    standing: answer.progress?.standing ?? otherAnswer.progress?.standing ?? null,
  };
};

/** What is said beside the recommendation: an undecided test that is too old, a skill that is gone. */
const notesOf = (inputs: Inputs, settings: Settings, recommendation: Recommendation): readonly Reason[] => {
  const days = inputs.running_days;
  const limit = settings['decisions.max_test_days'];
  const late = recommendation === 'CONTINUE' && days !== null && days > limit;
  return [
    ...(late
      ? [{ code: 'overdue', text: `undecided after ${plural(Math.floor(days), 'day')}, more than ${limit}` }]
      : []),
    ...(inputs.skill_exists
      ? []
      : [{ code: 'skill_missing', text: 'its skill does not exist any more, so only the test is written' }]),
  ];
};

/** Everything that follows from the inputs and the settings, and beside it where the sequence of looks stands then. */
export const analyseFrom = (
  standing: Standing | null,
  inputs: Inputs,
  settings: Settings,
  version: number = recordVersion,
) => {
  const arms = armsOf(inputs.groups);
  const sources = sourcesOf(inputs.groups);
  const terms = termsOf(inputs, settings);
  const stop = obstacle(inputs, terms, arms, version);
  const plan = stop === null ? planOf(inputs, settings, terms, arms) : null;
  const gates = stop === null ? evaluateGates(inputs, arms, sources, terms.treatmentPct, settings) : [];
  const plannedLeads = plan?.planned_leads_per_group ?? null;
  const look: Look = { ...arms, ...terms, plannedLeads, history: inputs.history, standing };
  const recommended = recommendationOf(stop, look, gates, settings, version);
  const notes = notesOf(inputs, settings, recommended.recommendation);
  const reasons = [...recommended.reasons, ...notes];
  const result = {
    outcome: recommended.outcome,
    recommendation: recommended.recommendation,
    winner: winnerOf(recommended.recommendation),
    needs_person: recommended.needs_person || notes.length > 0,
    reason: reasons.map((reason) => reason.text).join('; '),
    reasons,
    rule: recommended.rule.name,
    rule_version: ruleVersionIn(recommended.rule.name, version),
    control: withRate(arms.control),
    treatment: withRate(arms.treatment),
    statistics: {
      ...statisticsOf(arms, terms.confidenceLevel, settings['decisions.exact_test_below']),
      ...progressColumns(recommended.progress),
    },
    plan,
    gates,
    before_gates: recommended.before_gates,
    other_rule: recommended.other_rule,
    ...describeSegments(sources, validLevel(terms.confidenceLevel), settings['decisions.segment_p_value']),
    leads_with_unknown_group: leadsOfNoArm(inputs.groups),
  };
  return { result, standing: recommended.standing };
};

/** Everything that follows from the inputs and the settings, as a record of the version holds it. */
export const analyseTest = (inputs: Inputs, settings: Settings, version: number = recordVersion) =>
  analyseFrom(null, inputs, settings, version).result;

export type Analysed = ReturnType<typeof analyseTest>;
