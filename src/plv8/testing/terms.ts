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

/** What keeps a test from being analysed at all, before its numbers are looked at. */
export const obstacle = (inputs: Inputs, terms: Terms, arms: Arms): readonly [Outcome, Reason] | null => {
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
