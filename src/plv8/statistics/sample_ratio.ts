// Sample ratio mismatch: did the arms get the share of leads they were meant to get? Pearson's chi-square with one
// degree of freedom, in integers, so that a share like 33.3 % is exactly what it says.
import { quotient, toDecimal } from './decimal.ts';
import { twoSidedP } from './normal.ts';

/** An arm that should get no lead at all has no chi-square: any lead in it is a leak. */
export const leaksIntoEmptyArm = (
  controlLeads: number,
  treatmentLeads: number,
  treatmentPct: number,
): boolean => (treatmentPct === 0 && treatmentLeads > 0) || (treatmentPct === 100 && controlLeads > 0);

export type SampleRatio = { readonly chiSquare: number; readonly p: number };

/**
 * (100·nt − N·w)² / (N·w·(100 − w)) for a treatment share of w percent; null without leads or with a share of 0 or 100.
 */
export const sampleRatioTest = (
  controlLeads: number,
  treatmentLeads: number,
  treatmentPct: number,
): SampleRatio | null => {
  const total = BigInt(controlLeads) + BigInt(treatmentLeads);
  const { digits, scale } = toDecimal(treatmentPct);
  const hundred = 100n * 10n ** BigInt(scale);
  if (total === 0n || digits <= 0n || digits >= hundred) return null;
  const gap = hundred * BigInt(treatmentLeads) - total * digits;
  const chiSquare = quotient(gap * gap, total * digits * (hundred - digits));
  return { chiSquare, p: twoSidedP(Math.sqrt(chiSquare)) };
};
