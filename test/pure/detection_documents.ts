// Documents for the tests of detection: a healthy pipeline, day by day, that a test makes worse where it wants.
import { dayNumber, dayText } from '../../src/plv8/calendar.ts';
import { defaultsOf, type SettingValues } from '../../src/plv8/settings/catalog.ts';
import type { Profile } from '../../src/plv8/settings/names.ts';
import { type InputOf, run } from '../support/operations.ts';

export const asOf = '2026-03-02';

export type Document = InputOf<'detect'>;
export type LeadRow = Document['leads'][number];
export type LabelledRow = Document['labelled'][number];
type ContactDay = Document['contact_days'][number];

export const settingsOf = (profile: Profile, more: Partial<SettingValues> = {}): SettingValues => ({
  ...defaultsOf(profile),
  ...more,
});

const daily = { new_leads_count: 100, contacted_count: 80, qualified_count: 40, avg_response_time_hours: 2 };

/** Nothing but a healthy row of the day. */
export const bareDocument = (more: Partial<Document> = {}): Document => ({
  as_of: asOf,
  until: `${asOf}T24:00:00+00:00`,
  settings: settingsOf('basic'),
  missing_columns: [],
  mature: {
    contact: before(1),
    qualification: before(7),
    follow_up: before(7),
    feedback: asOf,
  },
  daily,
  performance: null,
  leads: [],
  follow_up: { n: 0, sum: 0 },
  backlog: { contacted: 0, waiting: 0 },
  contact_days: [],
  labelled: [],
  reports: [],
  contacts: [],
  anomalies: {},
  ...more,
});

/** The day n days before the labelled one. */
export function before(n: number): string {
  return dayText(dayNumber(asOf) - n);
}

type Day = {
  readonly leads: number;
  readonly contact: number;
  readonly qualification: number;
  readonly hours: number;
};

/** A row in which everything happens in time; hours scatter by half their mean. */
export const leadRow = (day: string, source: string | null, d: Day): LeadRow => {
  const contacted = Math.round(d.leads * d.contact);
  const qualified = Math.round(contacted * d.qualification);
  return {
    day,
    source,
    leads: d.leads,
    contacted,
    hours_n: contacted,
    hours_sum: contacted * d.hours,
    answered: contacted,
    answer_n: contacted,
    answer_sum: contacted * d.hours,
    answer_squares: contacted * d.hours * d.hours * 1.25,
    reached: contacted,
    reached_qualified: qualified,
    qualified,
    converted: qualified,
    converted_in_time: qualified,
  };
};

export const labelledRow = (day: string, accuracy: number, n = 40): LabelledRow => {
  const right = Math.round(n * accuracy);
  return {
    day,
    true_positives: right,
    false_positives: n - right,
    true_negatives: n,
    false_negatives: n - right,
  };
};

export const healthy: Day = { leads: 60, contact: 0.8, qualification: 0.6, hours: 2 };

/** 60 days of leads of two sources; `change` may make a day of a source worse. */
export const history = (
  change: (ago: number, source: string, day: Day) => Day = (_a, _s, d) => d,
): LeadRow[] =>
  Array.from({ length: 60 }, (_, ago) => ago).flatMap((ago) =>
    ['zillow', 'referral'].map((source) => leadRow(before(ago), source, change(ago, source, healthy))),
  );

export const feedback = (accuracy: (ago: number) => number): LabelledRow[] =>
  Array.from({ length: 40 }, (_, ago) => labelledRow(before(ago), accuracy(ago)));

/** The leads contacted on each day, with the mean days to qualification; they scatter by half their mean. */
export const followUps = (mean: (ago: number) => number): ContactDay[] =>
  Array.from({ length: 60 }, (_, ago) => ago).map((ago) => ({
    day: before(ago),
    contacted: 90,
    n: 40,
    sum: 40 * mean(ago),
    squares: 40 * mean(ago) ** 2 * 1.25,
  }));

export const found = (document: Document) => run('detect', document).bottlenecks;
export const typesOf = (document: Document): string[] => found(document).map((b) => b.type);
export const warningsOf = (document: Document) => run('detect', document).warnings;
