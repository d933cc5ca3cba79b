// The report by source, county or distress type: rates with intervals and the change against the baseline. Evaluates
// nothing and spawns nothing.
import * as v from 'valibot';
import { count, finite, parse } from '../../parse.ts';
import { tQuantile } from '../../statistics/student.ts';
import { reportConfidence, type ShareColumns, share, shareColumns } from '../../statistics/wilson.ts';

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
export const segmentsInput = v.object({
  segments: v.array(
    v.object({ segment: v.nullable(v.string()), recent: periodCounts, baseline: periodCounts }),
  ),
});

type Period = v.InferOutput<typeof periodCounts>;

const change = (now: number | null, then: number | null): number | null => {
  if (now === null || then === null || then === 0) return null;
  const relative = now / then - 1;
  return Number.isFinite(relative) ? relative : null;
};

type RateColumns<Name extends string> = ShareColumns<Name> &
  Readonly<Record<`${Name}_change`, number | null>>;

const rateColumns = <Name extends string>(
  name: Name,
  part: keyof Period,
  whole: keyof Period,
  recent: Period,
  baseline: Period,
): RateColumns<Name> =>
  ({
    ...shareColumns(name, recent[part], recent[whole]),
    [`${name}_change`]: change(share(recent[part], recent[whole]), share(baseline[part], baseline[whole])),
  }) as RateColumns<Name>;

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
    variance === null ? null : -tQuantile((1 - reportConfidence) / 2, n - 1) * Math.sqrt(variance / n);
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
