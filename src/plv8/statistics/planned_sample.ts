// How many leads per arm a new test plans for. Knows the power calculation, not what is spawned.
import { plannedPower } from '../settings/fixed.ts';
import { exactSampleSize } from './power.ts';

export type SampleRequest = {
  /** Leads and conversions from which the baseline rate is taken. */
  readonly leads: number;
  readonly conversions: number;
  /** The lift to be detected, as a fraction of the baseline: 0.2 for 20 %. */
  readonly relativeLift: number;
  readonly confidenceLevel: number;
  /** Smallest plan, in leads per arm. */
  readonly minimum: number;
};

// What an integer column holds; a plan beyond it means a baseline near 0, for which no test is practical.
const largestPlan = 2_147_483_647;

/** The planned sample of a test at 80 % power; the minimum where there is no usable baseline (baseline_rate null). */
export const plannedSample = (request: SampleRequest) => {
  const rate = request.leads > 0 ? request.conversions / request.leads : 0;
  const treated = rate * (1 + request.relativeLift);
  const usable = rate > 0 && treated > 0 && treated < 1;
  const exact = usable
    ? exactSampleSize(
        { baselineRate: rate, power: plannedPower, confidenceLevel: request.confidenceLevel },
        request.relativeLift,
      )
    : null;
  return {
    baseline_rate: usable ? rate : null,
    planned_lift: request.relativeLift,
    planned_leads_per_group: Math.min(largestPlan, Math.max(request.minimum, Math.ceil(exact ?? 0))),
  };
};
