// Which test compares two conversion rates: z where the counts are large enough for it, else Boschloo's exact test.
// Knows no decision rule.
import { boschlooTest } from './boschloo.ts';
import { type Arm, zTest } from './proportions.ts';

export type RatesTest = {
  /** Treatment minus control; of the exact test the z that has its p. */
  readonly z: number;
  /** Two-sided. */
  readonly p: number;
  readonly exact: boolean;
};

/**
 * With more conversions (or failures) in all the exact test takes too long in PL/pgSQL: half a second at 400, 24 at 1,000.
 * They are only that many beside an expected count below 5 where one arm has less than a hundredth of the leads.
 */
const mostForExact = 500;

/** The smallest of the four counts that are expected where both arms convert alike: Cochran's condition for z. */
export const leastExpected = (control: Arm, treatment: Arm): number => {
  const leads = control.leads + treatment.leads;
  const conversions = control.conversions + treatment.conversions;
  return (
    (Math.min(control.leads, treatment.leads) * Math.min(conversions, leads - conversions)) /
    Math.max(leads, 1)
  );
};

/** null for an empty arm or a pooled rate of 0 or 1. The exact test counts where less than `exactBelow` is expected. */
export const compareRates = (control: Arm, treatment: Arm, exactBelow: number): RatesTest | null => {
  const conversions = control.conversions + treatment.conversions;
  const rarer = Math.min(conversions, control.leads + treatment.leads - conversions);
  const exact = leastExpected(control, treatment) < exactBelow && rarer <= mostForExact;
  const test = exact ? boschlooTest(control, treatment) : zTest(control, treatment);
  return test === null ? null : { z: test.z, p: test.p, exact };
};
