// How far the running tests are: when a decision may come at the present pace, and what they could see today. Decides
// nothing.
import * as v from 'valibot';
import { dayNumber, dayText, weekday, weeklyAnalysisDay } from '../../calendar.ts';
import { count, finite, id, parse } from '../../parse.ts';
import { plannedPower } from '../../settings/fixed.ts';
import { complement } from '../../statistics/decimal.ts';
import { minimumDetectableLift } from '../../statistics/power.ts';
import { armsOf } from '../arms.ts';
import { confounders } from '../confounders.ts';
import { analysisSchema, type Settings, type Test } from '../document.ts';
import { analyseFrom, rules } from '../recommendation.ts';
import { planOf, termsOf } from '../terms.ts';

/** Leads that came to each arm in the last `days` days. */
const paceSchema = v.object({ ab_test_id: id, days: finite, control: count, treatment: count });
export const outlookSchema = v.object({
  ...analysisSchema.entries,
  pace: v.array(paceSchema),
});
type Pace = v.InferOutput<typeof paceSchema>;

/** A decision that is a century away is none in sight. */
const farthestDays = 36_500;

/** The weekly analysis counts up to a Sunday, in the cycle of the day after. */
const analysisAfter = (asOf: string, days: number | null): string | null => {
  if (days === null) return null;
  const enough = dayNumber(asOf) + days;
  return dayText(enough + weekday(weeklyAnalysisDay - enough) + 1);
};

type Enough = (controlLeads: number, treatmentLeads: number) => boolean;

/** Days at the present pace until there are enough leads, by bisection; null where that is out of sight. */
const daysTo = (
  enough: Enough,
  [control, treatment]: readonly [number, number],
  pace: Pace | undefined,
): number | null => {
  const perDay = (n: number): number => (pace === undefined || pace.days <= 0 ? 0 : n / pace.days);
  const after = (d: number): boolean =>
    enough(control + perDay(pace?.control ?? 0) * d, treatment + perDay(pace?.treatment ?? 0) * d);
  if (!after(farthestDays)) return null;
  let low = -1;
  let high = farthestDays;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (after(middle)) high = middle;
    else low = middle;
  }
  return high;
};

const detectable = (arms: ReturnType<typeof armsOf>, confidenceLevel: number): number | null => {
  const { control, treatment } = arms;
  const baseline = control.leads === 0 ? 0 : control.conversions / control.leads;
  const total = control.leads + treatment.leads;
  // Two arms of unequal size see as much as two equal ones of their harmonic mean.
  const leads = total === 0 ? 0 : (2 * control.leads * treatment.leads) / total;
  if (
    !(baseline > 0 && baseline < 1) ||
    leads === 0 ||
    !(complement(confidenceLevel) > 0 && confidenceLevel > 0)
  )
    return null;
  return minimumDetectableLift({ baselineRate: baseline, power: plannedPower, confidenceLevel }, leads);
};

const outlookOf = (
  test: Test,
  confoundedWith: string | null,
  pace: Pace | undefined,
  { as_of, settings }: { readonly as_of: string; readonly settings: Settings },
) => {
  const inputs = { ...test.inputs, confounded_with: confoundedWith };
  const arms = armsOf(inputs.groups);
  const terms = termsOf(inputs, settings);
  const plan = planOf(inputs, settings, terms, arms);
  const analysed = analyseFrom(test.standing ?? null, inputs, settings).result;
  const planned = plan?.planned_leads_per_group ?? null;
  const sample = { minSampleSize: terms.minSampleSize, plannedLeads: planned };
  const enough: Enough = (control, treatment) => rules[analysed.rule].suffices(control, treatment, sample);
  const open =
    analysed.outcome === 'waiting' || analysed.outcome === 'judged' || analysed.outcome === 'empty_arm';
  const leads = [arms.control.leads, arms.treatment.leads] as const;
  const leadsPerDay =
    pace === undefined || pace.days <= 0 ? null : (pace.control + pace.treatment) / pace.days;
  return {
    ab_test_id: test.ab_test_id,
    rule: analysed.rule,
    control_leads: leads[0],
    control_conversions: arms.control.conversions,
    treatment_leads: leads[1],
    treatment_conversions: arms.treatment.conversions,
    min_sample_size: terms.minSampleSize,
    planned_leads_per_group: planned,
    information: analysed.statistics.information,
    looks: inputs.history.length,
    leads_per_day: leadsPerDay,
    estimated_verdict_on: analysisAfter(
      as_of,
      open && !analysed.needs_person ? daysTo(enough, leads, pace) : null,
    ),
    detectable_lift_pct: detectable(arms, terms.confidenceLevel),
    note: analysed.reason,
  };
};

/** Input: the document of `analyze` and the pace of each test. One entry per running test. */
export const outlook = (input: unknown) => {
  const document = parse(outlookSchema, input);
  const confounded = confounders(document.tests);
  return document.tests.map((test) =>
    outlookOf(
      test,
      confounded.get(test.ab_test_id) ?? null,
      document.pace.find((pace) => pace.ab_test_id === test.ab_test_id),
      document,
    ),
  );
};
