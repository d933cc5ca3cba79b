// Arbitrary documents for the properties of detection: any that are well-typed, and plausible ones in which bottlenecks
// are common.
import fc from 'fast-check';
import {
  bareDocument,
  before,
  type Document,
  feedback,
  followUps,
  type LabelledRow,
  type LeadRow,
  settingsOf,
} from './detection_documents.ts';

const count = fc.oneof(fc.nat(200), fc.maxSafeNat());
const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: -10, max: 1000, noNaN: true }),
);
const orNull = <T>(a: fc.Arbitrary<T>) => fc.option(a, { nil: null });
const day = fc.integer({ min: -3, max: 70 }).map(before);
const source = orNull(fc.oneof(fc.constantFrom('zillow', 'referral', 'mail'), fc.string()));
const rows = <T>(row: fc.Arbitrary<T>) => fc.array(row, { maxLength: 40 });

const leadRow: fc.Arbitrary<LeadRow> = fc.record({
  day,
  source,
  leads: count,
  contacted: count,
  hours_n: count,
  hours_sum: number,
  answered: count,
  answer_n: count,
  answer_sum: number,
  answer_squares: number,
  reached: count,
  reached_qualified: count,
  qualified: count,
  converted: count,
  converted_in_time: count,
});
const labelled: fc.Arbitrary<LabelledRow> = fc.record({
  day,
  true_positives: count,
  false_positives: count,
  true_negatives: count,
  false_negatives: count,
});
export const anyDocument: fc.Arbitrary<Document> = fc.record({
  as_of: fc.constant(before(0)),
  until: fc.string(),
  settings: fc.constantFrom(settingsOf('basic'), settingsOf('rigorous'), {}),
  missing_columns: fc.constantFrom([], [{ view_name: 'host_leads', column_name: 'qualified_at' }]),
  mature: fc.record({ contact: day, qualification: day, follow_up: day, feedback: day }),
  daily: orNull(
    fc.record({
      new_leads_count: orNull(number),
      contacted_count: orNull(number),
      qualified_count: orNull(number),
      avg_response_time_hours: orNull(number),
    }),
  ),
  performance: orNull(fc.record({ day, f1_score: orNull(number), labelled: orNull(count), age_days: count })),
  leads: rows(leadRow),
  follow_up: fc.record({ n: count, sum: number }),
  backlog: fc.record({ contacted: count, waiting: count }),
  contact_days: rows(fc.record({ day, contacted: count, n: count, sum: number, squares: number })),
  labelled: rows(labelled),
  reports: rows(fc.record({ day, source, feedback: count, wrong_numbers: count })),
  contacts: rows(fc.record({ day, source, contacts: count, invalid: count })),
  anomalies: fc.dictionary(fc.string(), count),
});

/** Documents of plausible sizes, in which bottlenecks are common: the comparisons below would be empty otherwise. */
const plausibleLeads = fc
  .array(
    fc.record({
      leads: fc.integer({ min: 20, max: 60 }),
      contact: fc.double({ min: 0.3, max: 0.95, noNaN: true }),
      qualification: fc.double({ min: 0.02, max: 0.8, noNaN: true }),
      hours: fc.double({ min: 0.5, max: 12, noNaN: true }),
    }),
    { minLength: 4, maxLength: 4 },
  )
  .map(([zillowBefore, zillowNow, mailBefore, mailNow]) =>
    Array.from({ length: 50 }, (_, ago) => ago).flatMap((ago) => [
      plausibleRow(before(ago), 'zillow', ago < 14 ? zillowNow : zillowBefore),
      plausibleRow(before(ago), 'mail', ago < 14 ? mailNow : mailBefore),
    ]),
  );

type Level = { leads: number; contact: number; qualification: number; hours: number };
function plausibleRow(on: string, name: string, level: Level | undefined): LeadRow {
  const { leads, contact, qualification, hours } = level as Level;
  const contacted = Math.floor(leads * contact);
  const qualified = Math.floor(contacted * qualification);
  return {
    day: on,
    source: name,
    leads,
    contacted,
    hours_n: contacted,
    hours_sum: contacted * hours,
    answered: contacted,
    answer_n: contacted,
    answer_sum: contacted * hours,
    answer_squares: contacted * hours * hours * 1.5,
    reached: contacted,
    reached_qualified: qualified,
    qualified,
    converted: qualified,
    converted_in_time: qualified,
  };
}

/** A document with a row of the day and a score. */
export type Plausible = Document & {
  readonly [Key in 'daily' | 'performance']: NonNullable<Document[Key]>;
};

export const plausible: fc.Arbitrary<Plausible> = fc
  .record({
    settings: fc.constantFrom(settingsOf('basic'), settingsOf('rigorous')),
    leads: plausibleLeads,
    daily: fc.record({
      new_leads_count: fc.constant(60),
      contacted_count: fc.integer({ min: 20, max: 60 }),
      qualified_count: fc.integer({ min: 0, max: 20 }),
      avg_response_time_hours: fc.double({ min: 0, max: 12, noNaN: true }),
    }),
    accuracy: fc.tuple(
      fc.double({ min: 0.5, max: 0.95, noNaN: true }),
      fc.double({ min: 0.5, max: 0.95, noNaN: true }),
    ),
    follow: fc.tuple(
      fc.double({ min: 1, max: 12, noNaN: true }),
      fc.double({ min: 1, max: 12, noNaN: true }),
    ),
    f1_score: fc.double({ min: 0.5, max: 1, noNaN: true }),
    backlog: fc.record({ contacted: fc.constant(100), waiting: fc.nat(100) }),
  })
  .map(({ accuracy, follow, f1_score, ...d }) => ({
    ...bareDocument(),
    ...d,
    labelled: feedback((ago) => (ago < 7 ? accuracy[1] : accuracy[0])),
    contact_days: followUps((ago) => (ago < 14 ? follow[1] : follow[0])),
    follow_up: { n: 100, sum: 100 * follow[1] },
    performance: { day: before(0), f1_score, labelled: 60, age_days: 0 },
  }));
