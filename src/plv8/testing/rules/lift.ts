// Compares a lift with a threshold in integers: `(pt/pc − 1)·100 > 10` is wrong for half of the exact ties.
import { toDecimal } from '../../statistics/decimal.ts';
import { type Arm, effectSign } from '../../statistics/proportions.ts';

/**
 * The sign of (lift − threshold %). Conversions in the treatment alone lie above every threshold; with none in either
 * arm there is no lift (null).
 */
export const compareLift = (control: Arm, treatment: Arm, thresholdPct: number): number | null => {
  if (control.conversions === 0) return treatment.conversions === 0 ? null : 1;
  const gain = 100 * effectSign(control, treatment);
  const asked = thresholdPct * control.conversions * treatment.leads;
  const exact = Number.isInteger(thresholdPct) && Math.max(Math.abs(gain), Math.abs(asked)) <= 2 ** 53;
  return exact ? Math.sign(gain - asked) : compareExactly(control, treatment, thresholdPct);
};

const compareExactly = (control: Arm, treatment: Arm, thresholdPct: number): number => {
  const { digits, scale } = toDecimal(thresholdPct);
  const untreated = BigInt(control.conversions) * BigInt(treatment.leads);
  const treated = BigInt(treatment.conversions) * BigInt(control.leads);
  const gap = 100n * 10n ** BigInt(scale) * (treated - untreated) - digits * untreated;
  return gap > 0n ? 1 : gap < 0n ? -1 : 0;
};
