// What the decision rules share: what they look at, what they answer, and that none recommends on too few leads.
import type { RuleName } from '../../settings/names.ts';
import { compareRates, type RatesTest } from '../../statistics/compare_rates.ts';
import type { Arm } from '../../statistics/proportions.ts';
import type { Standing } from '../../statistics/sequential/boundaries.ts';
import type { PastLook, Settings } from '../document.ts';

export type Recommendation = 'KEEP' | 'KILL' | 'CONTINUE';
export type Reason = { readonly code: string; readonly text: string };

/** What a rule looks at: the counts, what was planned, and the looks before. */
export type Look = {
  readonly control: Arm;
  readonly treatment: Arm;
  readonly minSampleSize: number;
  readonly confidenceLevel: number;
  /** Leads in each arm of the plan; null where nothing could be planned yet. */
  readonly plannedLeads: number | null;
  readonly history: readonly PastLook[];
  /** Where the sequence stood at an earlier look: it saves time and changes nothing. */
  readonly standing: Standing | null;
};

/** Where a look stands in the sequence of looks, for a rule that follows one. */
export type Progress = {
  readonly look: number;
  readonly information: number;
  readonly alphaSpent: number | null;
  readonly zBoundary: number | null;
  /** null where this look adds nothing to the sequence. */
  readonly standing: Standing | null;
};

/** What a rule answers to a look. */
export type RuleAnswer = {
  readonly recommendation: Recommendation;
  readonly needsPerson: boolean;
  readonly reason: Reason;
  /** null where the rule follows no plan, or there is none yet. */
  readonly progress: Progress | null;
};

export type Thresholds = Pick<
  Settings,
  | 'decisions.keep_lift_pct'
  | 'decisions.kill_lift_pct'
  | 'decisions.kill_p_value'
  | 'decisions.exact_test_below'
>;

export type SampleTerms = Pick<Look, 'minSampleSize' | 'plannedLeads'>;

export type Rule = {
  readonly name: RuleName;
  /** The rule whose recommendation is shown beside its own. */
  readonly comparedWith: RuleName;
  readonly recommend: (look: Look, thresholds: Thresholds) => RuleAnswer;
  /** Whether with so many leads it recommends something at the latest, or asks a person. */
  readonly suffices: (controlLeads: number, treatmentLeads: number, terms: SampleTerms) => boolean;
};

/** z and p of the arms by the test that their counts allow. */
export const testArms = ({ control, treatment }: Look, thresholds: Thresholds): RatesTest | null =>
  compareRates(control, treatment, thresholds['decisions.exact_test_below']);

/** Said behind a value that is not of the z-test. */
export const methodText = (test: RatesTest | null): string =>
  test?.exact === true ? " (Boschloo's exact test)" : '';

export const hasMinimum = (controlLeads: number, treatmentLeads: number, minSampleSize: number): boolean =>
  Math.min(controlLeads, treatmentLeads) >= minSampleSize;

export const belowMinimum = (look: Look): Reason | null =>
  hasMinimum(look.control.leads, look.treatment.leads, look.minSampleSize)
    ? null
    : {
        code: 'below_minimum_sample',
        text: `${look.control.leads} leads in control and ${look.treatment.leads} in treatment: the minimum sample is ${look.minSampleSize} in each`,
      };
