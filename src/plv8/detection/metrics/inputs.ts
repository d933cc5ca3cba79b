// What the thresholds on contact and qualification are compared with: the row of the day, or mature cohorts, whichever
// the settings say. Knows no metric.
import { dayText } from '../../calendar.ts';
import type { DetectionDocument, LeadDay, Options } from '../document.ts';

/** Counts as the row gives them: null and negative numbers are no evidence (data_quality.ts reports them). */
export const usable = (x: number | null | undefined): number => (x == null || x < 0 ? 0 : Math.floor(x));

export const dailyRow = (document: DetectionDocument) => {
  const on = dayText(document.as_of);
  const row = document.daily;
  return {
    row,
    span: { from: on, to: on },
    inputs: { input: 'lh_daily_metrics', day: on },
    created: usable(row?.new_leads_count),
    contacted: usable(row?.contacted_count),
    /** What is missing where there are no leads. */
    lacking: (what: string): string => (row === null ? 'leads (no row of the day)' : what),
  };
};

type Counted = 'leads' | 'contacted' | 'hours_n' | 'hours_sum' | 'qualified';

/** Sums of the leads of the newest mature days, added in a fixed order so that the order of rows cannot matter. */
export const matureCohort = (
  document: DetectionDocument,
  options: Options,
  mature: keyof DetectionDocument['mature'],
) => {
  const to = document.mature[mature];
  const from = to - options.number('window_days') + 1;
  const rows = document.leads.filter((r) => r.day >= from && r.day <= to);
  const total = (key: Counted): number =>
    rows
      .map((r: LeadDay) => r[key])
      .sort((a, b) => a - b)
      .reduce((sum, x) => sum + x, 0);
  return { span: { from: dayText(from), to: dayText(to) }, total };
};
