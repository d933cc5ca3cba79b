// One test judged: which rule, on which numbers, behind which gates, and the reasons in words. The result depends on
// the inputs and the settings alone, so that any record can be replayed.

import { plannedSample } from '../sample.ts';
import { twoSidedZ } from '../statistics/normal.ts';
import { difference, katzInterval, liftPct, newcombeInterval, zTest } from '../statistics/proportions.ts';
import { type Arms, armsOf, sourcesOf, unknownLeads } from './arms.ts';
import { briefRule } from './brief.ts';
import type { Inputs, Settings } from './document.ts';
import { blockingGates, evaluateGates, type Gate } from './gates.ts';
import type { Judgement, Look, Reason, Recommendation, Rule } from './rules.ts';
import { describeSegments, withRate } from './segments.ts';
import { progressOf, sequentialRule } from './sequential.ts';
import { plural, shown } from './words.ts';

export const rules: Readonly<Record<Settings['decisions.rule'], Rule>> = {
  brief: briefRule,
  sequential: sequentialRule,
};

export type Outcome =
  | 'waiting'
  | 'judged'
  | 'confounded'
  | 'skill_missing'
  | 'skill_not_testing'
  | 'empty_arm'
  | 'invalid_test';

type Terms = {
  readonly minSampleSize: number;
  readonly confidenceLevel: number;
  readonly treatmentPct: number;
};

/** The test's own terms; what the host left null comes from the settings. */
const termsOf = (inputs: Inputs, settings: Settings): Terms => ({
  minSampleSize: inputs.min_sample_size ?? settings['spawning.min_sample_size'],
  confidenceLevel: inputs.confidence_level ?? settings['spawning.confidence_level'],
  treatmentPct: inputs.traffic_allocation_pct ?? settings['spawning.traffic_allocation_pct'],
});

/** What keeps a test from being judged at all, before its numbers are looked at. */
const obstacle = (inputs: Inputs, terms: Terms, arms: Arms): readonly [Outcome, Reason] | null => {
  const stop = (outcome: Outcome, text: string): readonly [Outcome, Reason] => [
    outcome,
    { code: outcome, text },
  ];
  if (inputs.confounded_with !== null)
    return stop(
      'confounded',
      `confounded: the older test ${inputs.confounded_with} runs on the same metric and is analysed instead`,
    );
  if (!inputs.skill_exists) return stop('skill_missing', 'the skill of this test does not exist any more');
  if (inputs.skill_status === 'active' || inputs.skill_status === 'killed')
    return stop('skill_not_testing', `the skill of this test is ${inputs.skill_status} already`);
  if (!(terms.confidenceLevel > 0 && terms.confidenceLevel < 1))
    return stop(
      'invalid_test',
      `the confidence_level of this test is ${shown(terms.confidenceLevel)}, not between 0 and 1`,
    );
  if (!(terms.treatmentPct >= 0 && terms.treatmentPct <= 100))
    return stop(
      'invalid_test',
      `the traffic_allocation_pct of this test is ${shown(terms.treatmentPct)}, not from 0 to 100`,
    );
  const empty = [
    ...(arms.control.leads === 0 ? ['control'] : []),
    ...(arms.treatment.leads === 0 ? ['treatment'] : []),
  ];
  return empty.length === 0 ? null : stop('empty_arm', `no lead in ${empty.join(' and ')} yet`);
};

/**
 * The plan kept from the creation of the test, else one made now: from the metrics, or from the control arm once it
 * has the minimum sample. Null while there is nothing to plan from.
 */
const planOf = (inputs: Inputs, settings: Settings, terms: Terms, arms: Arms) => {
  const kept = inputs.planned_leads_per_group;
  if (kept !== null && kept > 0)
    return {
      made: false,
      planned_leads_per_group: kept,
      planned_lift: inputs.planned_lift,
      baseline_rate: null,
    };
  const fromMetrics = inputs.baseline.conversions > 0;
  if (!fromMetrics && Math.min(arms.control.leads, arms.treatment.leads) < terms.minSampleSize) return null;
  const base = fromMetrics ? inputs.baseline : arms.control;
  return {
    made: true,
    ...plannedSample({
      leads: base.leads,
      conversions: Math.min(base.conversions, base.leads),
      relativeLift: settings['decisions.planned_lift'],
      confidenceLevel: terms.confidenceLevel,
      minimum: Math.max(1, Math.ceil(terms.minSampleSize)),
    }),
  };
};

/** The rule's answer behind the gates: a blocked verdict becomes CONTINUE with the gate's reason in front. */
const gated = (judgement: Judgement, gates: readonly Gate[]) => {
  const blocking = blockingGates(gates, judgement.recommendation);
  const blocked = blocking.length > 0;
  const withheld = {
    code: 'withheld',
    text: `the verdict would be ${judgement.recommendation} (${judgement.reason.text})`,
  };
  return {
    recommendation: blocked ? ('CONTINUE' as const) : judgement.recommendation,
    needs_person: judgement.needsPerson || blocked,
    reasons: blocked
      ? [...blocking.map((gate) => ({ code: gate.gate, text: gate.text })), withheld]
      : [judgement.reason],
    before_gates: judgement.recommendation,
  };
};

const statisticsOf = (arms: Arms, confidenceLevel: number) => {
  const valid = confidenceLevel > 0 && confidenceLevel < 1;
  const z = valid ? twoSidedZ(confidenceLevel) : null;
  const test = zTest(arms.control, arms.treatment);
  const katz = z === null ? null : katzInterval(arms.control, arms.treatment, z);
  const newcombe = z === null ? null : newcombeInterval(arms.control, arms.treatment, z);
  return {
    lift_pct: liftPct(arms.control, arms.treatment),
    lift_low_pct: katz?.low ?? null,
    lift_high_pct: katz?.high ?? null,
    difference: difference(arms.control, arms.treatment),
    difference_low: newcombe?.low ?? null,
    difference_high: newcombe?.high ?? null,
    z: test?.z ?? null,
    p_value: test?.p ?? null,
  };
};

const winnerOf = (recommendation: Recommendation): 'treatment' | 'control' | null =>
  recommendation === 'KEEP' ? 'treatment' : recommendation === 'KILL' ? 'control' : null;

const verdictOf = (
  stop: readonly [Outcome, Reason] | null,
  look: Look,
  gates: readonly Gate[],
  settings: Settings,
) => {
  const rule = rules[settings['decisions.rule']];
  const other = rule.name === 'brief' ? sequentialRule : briefRule;
  if (stop !== null) {
    const blocked = {
      recommendation: 'CONTINUE' as const,
      needs_person: stop[0] !== 'confounded' && stop[0] !== 'empty_arm',
      reasons: [stop[1]],
      before_gates: 'CONTINUE' as const,
    };
    return { outcome: stop[0], rule, ...blocked, other_rule: null, progress: null };
  }
  const judgement = rule.judge(look, settings);
  const alternative = gated(other.judge(look, settings), gates);
  return {
    outcome: judgement.reason.code === 'below_minimum_sample' ? ('waiting' as const) : ('judged' as const),
    rule,
    ...gated(judgement, gates),
    other_rule: {
      rule: other.name,
      recommendation: alternative.recommendation,
      reason: alternative.reasons.map((reason) => reason.text).join('; '),
    },
    progress: progressOf(look),
  };
};

/** Too old to be still undecided: reported, with the verdict unchanged. */
const overdue = (inputs: Inputs, settings: Settings, recommendation: Recommendation): Reason | null => {
  const days = inputs.running_days;
  const limit = settings['decisions.max_test_days'];
  return recommendation === 'CONTINUE' && days !== null && days > limit
    ? { code: 'overdue', text: `undecided after ${plural(Math.floor(days), 'day')}, more than ${limit}` }
    : null;
};

/** Everything that follows from the inputs and the settings: verdict, statistics, gates, segments, reasons. */
export const judgeTest = (inputs: Inputs, settings: Settings) => {
  const arms = armsOf(inputs.groups);
  const sources = sourcesOf(inputs.groups);
  const terms = termsOf(inputs, settings);
  const stop = obstacle(inputs, terms, arms);
  const plan = stop === null ? planOf(inputs, settings, terms, arms) : null;
  const gates = stop === null ? evaluateGates(arms, sources, terms.treatmentPct, settings) : [];
  const look: Look = {
    control: arms.control,
    treatment: arms.treatment,
    minSampleSize: terms.minSampleSize,
    confidenceLevel: terms.confidenceLevel,
    plannedLeads: plan?.planned_leads_per_group ?? null,
    history: inputs.history,
  };
  const verdict = verdictOf(stop, look, gates, settings);
  const late = overdue(inputs, settings, verdict.recommendation);
  const reasons = late === null ? verdict.reasons : [...verdict.reasons, late];
  const confidence =
    stop?.[0] === 'invalid_test' ? settings['spawning.confidence_level'] : terms.confidenceLevel;
  return {
    outcome: verdict.outcome,
    recommendation: verdict.recommendation,
    winner: winnerOf(verdict.recommendation),
    needs_person: verdict.needs_person || late !== null,
    reason: reasons.map((reason) => reason.text).join('; '),
    reasons,
    rule: verdict.rule.name,
    rule_version: verdict.rule.version,
    control: withRate(arms.control),
    treatment: withRate(arms.treatment),
    statistics: {
      ...statisticsOf(arms, terms.confidenceLevel),
      look: verdict.progress?.look ?? null,
      information: verdict.progress?.information ?? null,
      alpha_spent: verdict.progress?.alphaSpent ?? null,
      z_boundary: verdict.progress?.zBoundary ?? null,
    },
    plan,
    gates,
    before_gates: verdict.before_gates,
    other_rule: verdict.other_rule,
    ...describeSegments(sources, confidence, settings['decisions.segment_p_value']),
    leads_with_unknown_group: unknownLeads(inputs.groups),
  };
};

export type Judged = ReturnType<typeof judgeTest>;
