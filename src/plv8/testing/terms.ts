// On what terms a test is analysed: its own or those of the settings, the sample it plans for, and what keeps it from
// being analysed at all. Knows no decision rule.
import { plannedSample } from '../statistics/planned_sample.ts';
import { shown } from '../words.ts';
import type { Arms } from './arms.ts';
import type { Inputs, Settings } from './document.ts';
import type { Reason } from './rules/rule.ts';

/** What records hold: "judged" is a test for which a rule recommended something. */
export type Outcome =
  | 'waiting'
  | 'judged'
  | 'confounded'
  | 'skill_not_testing'
  | 'empty_arm'
  | 'invalid_test';

export type Terms = {
  readonly minSampleSize: number;
  readonly confidenceLevel: number;
  readonly treatmentPct: number;
};

/** The test's own terms; what the host left null comes from the settings. */
export const termsOf = (inputs: Inputs, settings: Settings): Terms => ({
  minSampleSize: inputs.min_sample_size ?? settings['spawning.min_sample_size'],
  confidenceLevel: inputs.confidence_level ?? settings['spawning.confidence_level'],
  treatmentPct: inputs.traffic_allocation_pct ?? settings['spawning.traffic_allocation_pct'],
});

/**
 * What of the terms makes any decision meaningless, said with the value. A confidence below a half is an error rate by
 * mistake. Versions before 3 asked for the confidence to lie between 0 and 1, and for the share.
 */
const invalidTerm = (inputs: Inputs, terms: Terms, version: number): string | null => {
  const { confidenceLevel, minSampleSize, treatmentPct } = terms;
  const odd = inputs.unreadable?.[0];
  if (odd !== undefined) return `the ${odd.column} of this test is ${odd.value}, which is no number`;
  if (version < 3 && !(confidenceLevel > 0 && confidenceLevel < 1))
    return `the confidence_level of this test is ${shown(confidenceLevel)}, not between 0 and 1`;
  if (version >= 3 && !(confidenceLevel >= 0.5 && confidenceLevel < 1))
    return `the confidence_level of this test is ${shown(confidenceLevel)}, not from 0.5 to below 1 (0.95 is usual)`;
  if (version >= 3 && !(minSampleSize >= 1))
    return `the min_sample_size of this test is ${shown(minSampleSize)}, not at least 1`;
  if (!(treatmentPct >= 0 && treatmentPct <= 100))
    return `the traffic_allocation_pct of this test is ${shown(treatmentPct)}, not from 0 to 100`;
  if (inputs.has_started === false)
    return `the started_at of this test is ${inputs.started_at ?? 'null'}, no moment in the past: which leads are its own is not known`;
  return null;
};

/** What keeps a test from being analysed at all, before its numbers are looked at. */
export const obstacle = (
  inputs: Inputs,
  terms: Terms,
  arms: Arms,
  version: number,
): readonly [Outcome, Reason] | null => {
  const stop = (outcome: Outcome, text: string): readonly [Outcome, Reason] => [
    outcome,
    { code: outcome, text },
  ];
  if (inputs.confounded_with !== null)
    return stop(
      'confounded',
      `confounded: the older test ${inputs.confounded_with} runs on the same metric and is analysed instead`,
    );
  if (inputs.skill_status === 'active' || inputs.skill_status === 'killed')
    return stop('skill_not_testing', `the skill of this test is ${inputs.skill_status} already`);
  const invalid = invalidTerm(inputs, terms, version);
  if (invalid !== null) return stop('invalid_test', invalid);
  const empty = [
    ...(arms.control.leads === 0 ? ['control'] : []),
    ...(arms.treatment.leads === 0 ? ['treatment'] : []),
  ];
  return empty.length === 0 ? null : stop('empty_arm', `no lead in ${empty.join(' and ')} yet`);
};

/**
 * The plan kept from the creation of the test. Where none was made, or no conversion rate was known then, one made now:
 * from the metrics, or from the control arm once both arms have the minimum sample. Null while there is none.
 */
export const planOf = (inputs: Inputs, settings: Settings, terms: Terms, arms: Arms) => {
  const kept = inputs.planned_leads_per_group;
  if (kept !== null && kept > 0 && inputs.planned_baseline_rate !== null)
    return {
      made: false,
      planned_leads_per_group: kept,
      planned_lift: inputs.planned_lift,
      baseline_rate: inputs.planned_baseline_rate,
    };
  const fromMetrics = inputs.baseline.conversions > 0;
  if (!fromMetrics && Math.min(arms.control.leads, arms.treatment.leads) < terms.minSampleSize) return null;
  const base = fromMetrics ? inputs.baseline : arms.control;
  const plan = plannedSample({
    leads: base.leads,
    conversions: Math.min(base.conversions, base.leads),
    relativeLift: settings['decisions.planned_lift'],
    confidenceLevel: terms.confidenceLevel,
    minimum: Math.max(1, Math.ceil(terms.minSampleSize)),
  });
  return plan.baseline_rate === null ? null : { made: true, ...plan };
};
