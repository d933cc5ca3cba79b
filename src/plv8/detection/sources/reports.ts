// The reports for people: rates of each source, county or distress type with intervals and the change against the
// baseline, and what agents said by source, agent and pattern. Judges nothing and spawns nothing.
import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import * as v from 'valibot';
import { count, finite, parse } from '../../parse.ts';
import { twoSidedZ } from '../../statistics/normal.ts';
import { wilsonInterval } from '../../statistics/wilson.ts';

const periodCounts = v.object({
  leads: count,
  answered: count,
  reached: count,
  qualified: count,
  converted: count,
  hours_n: count,
  hours_sum: finite,
  hours_squares: finite,
  feedback: count,
  wrong_numbers: count,
});
const segmentsInput = v.object({
  segments: v.array(
    v.object({ segment: v.nullable(v.string()), recent: periodCounts, baseline: periodCounts }),
  ),
});

type Period = v.InferOutput<typeof periodCounts>;

const confidenceLevel = 0.95;

const share = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.min(part, whole) / whole;

const change = (now: number | null, then: number | null): number | null => {
  if (now === null || then === null || then === 0) return null;
  const relative = now / then - 1;
  return Number.isFinite(relative) ? relative : null;
};

const rateColumns = (
  name: string,
  part: keyof Period,
  whole: keyof Period,
  recent: Period,
  baseline: Period,
) => {
  const interval = wilsonInterval(
    Math.min(recent[part], recent[whole]),
    recent[whole],
    twoSidedZ(confidenceLevel),
  );
  const now = share(recent[part], recent[whole]);
  return {
    [name]: now,
    [`${name}_low`]: interval?.low ?? null,
    [`${name}_high`]: interval?.high ?? null,
    [`${name}_change`]: change(now, share(baseline[part], baseline[whole])),
  };
};

const meanOf = (p: Period): number | null => {
  const mean = p.hours_sum / p.hours_n;
  return Number.isFinite(mean) ? mean : null;
};

/** Mean with its t interval; null where fewer than two times are known. */
const hoursColumns = (recent: Period, baseline: Period) => {
  const mean = meanOf(recent);
  const n = recent.hours_n;
  const variance =
    mean === null || n < 2 ? null : Math.max(0, (recent.hours_squares - n * mean * mean) / (n - 1));
  const reach =
    variance === null ? null : -tQuantile((1 - confidenceLevel) / 2, n - 1) * Math.sqrt(variance / n);
  const known = reach !== null && Number.isFinite(reach) && mean !== null;
  return {
    response_hours: mean,
    response_hours_low: known ? Math.max(0, mean - reach) : null,
    response_hours_high: known ? mean + reach : null,
    response_hours_change: change(mean, meanOf(baseline)),
  };
};

/** One row per segment: shares with Wilson intervals, hours with t intervals, relative changes. */
export const reportSegments = (input: unknown) => ({
  rows: parse(segmentsInput, input).segments.map(({ segment, recent, baseline }) => ({
    segment,
    leads: recent.leads,
    baseline_leads: baseline.leads,
    ...rateColumns('contact_rate', 'answered', 'leads', recent, baseline),
    ...rateColumns('qualification_rate', 'qualified', 'reached', recent, baseline),
    ...rateColumns('conversion_rate', 'converted', 'leads', recent, baseline),
    ...hoursColumns(recent, baseline),
    ...rateColumns('wrong_number_share', 'wrong_numbers', 'feedback', recent, baseline),
  })),
});

const feedbackRow = v.object({
  dimension: v.string(),
  name: v.nullable(v.string()),
  feedback: count,
  correct_owner: count,
  wrong_number: count,
  business_number: count,
  disconnected: count,
  good_lead: count,
  bad_lead: count,
});
const feedbackInput = v.object({ rows: v.array(feedbackRow) });

const withInterval = (name: string, part: number, whole: number) => {
  const interval = wilsonInterval(Math.min(part, whole), whole, twoSidedZ(confidenceLevel));
  return {
    [name]: share(part, whole),
    [`${name}_low`]: interval?.low ?? null,
    [`${name}_high`]: interval?.high ?? null,
  };
};

/** Good: the owner was reached or the lead is good. Unreachable: wrong or disconnected number. */
export const reportFeedback = (input: unknown) => ({
  rows: parse(feedbackInput, input).rows.map((row) => ({
    ...row,
    ...withInterval('good_share', row.correct_owner + row.good_lead, row.feedback),
    ...withInterval('unreachable_share', row.wrong_number + row.disconnected, row.feedback),
    ...withInterval('business_share', row.business_number, row.feedback),
  })),
});
