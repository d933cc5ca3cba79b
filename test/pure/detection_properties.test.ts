// Properties of detection over arbitrary well-typed documents: it never throws, never yields NaN, does not mind the
// order of rows, and a bottleneck never disappears because what it judges got worse.
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { detect } from '../../src/plv8/detection/operations.ts';
import {
  bareDocument,
  before,
  feedback,
  followUps,
  type JudgedRow,
  type LeadRow,
  settingsOf,
} from './detection_documents.ts';

const properties = suite('detection: properties');

const runs = { numRuns: 300 };
const count = fc.oneof(fc.nat(200), fc.maxSafeNat());
const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: -10, max: 1000, noNaN: true }),
);
const orNull = <T>(a: fc.Arbitrary<T>) => fc.option(a, { nil: null });
const day = fc.integer({ min: -3, max: 70 }).map(before);
const source = orNull(fc.oneof(fc.constantFrom('zillow', 'referral', 'mail'), fc.string()));
const rows = <T>(row: fc.Arbitrary<T>) => fc.array(row, { maxLength: 40 });

const leadRow = fc.record({
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
const judged = fc.record({
  day,
  true_positives: count,
  false_positives: count,
  true_negatives: count,
  false_negatives: count,
});
const anyDocument = fc.record({
  as_of: fc.constant(before(0)),
  until: fc.string(),
  settings: fc.constantFrom(settingsOf('brief'), settingsOf('rigorous'), {}),
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
  performance: orNull(fc.record({ day, f1_score: orNull(number), judged: orNull(count), age_days: count })),
  leads: rows(leadRow),
  follow_up: fc.record({ n: count, sum: number }),
  backlog: fc.record({ contacted: count, waiting: count }),
  contact_days: rows(fc.record({ day, contacted: count, n: count, sum: number, squares: number })),
  judged: rows(judged),
  reports: rows(fc.record({ day, source, feedback: count, wrong_numbers: count })),
  contacts: rows(fc.record({ day, source, contacts: count, invalid: count })),
  anomalies: fc.dictionary(fc.string(), count),
});

const numbersIn = (value: unknown): readonly number[] =>
  typeof value === 'number'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(numbersIn)
      : [];

properties('it never throws, and every number that leaves is finite', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const result = detect(document);
      assert.ok(numbersIn(result).every(Number.isFinite));
      assert.not.match(result.bottlenecks.map((b) => b.explanation).join(), /NaN|Infinity|undefined/);
    }),
    runs,
  );
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

const plausible = fc
  .record({
    settings: fc.constantFrom(settingsOf('brief'), settingsOf('rigorous')),
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
  .map(({ accuracy, follow, f1_score, ...d }) =>
    bareDocument({
      ...d,
      judged: feedback((ago) => (ago < 7 ? accuracy[1] : accuracy[0])),
      contact_days: followUps((ago) => (ago < 21 ? follow[1] : follow[0])),
      follow_up: { n: 100, sum: 100 * follow[1] },
      performance: { day: before(0), f1_score, judged: 60, age_days: 0 },
    }),
  );
type Plausible = ReturnType<typeof bareDocument>;

properties('the order of the rows does not matter, not to the last digit', () => {
  const shuffled = plausible.chain((document) =>
    fc.record({
      document: fc.constant(document),
      leads: fc.shuffledSubarray(document.leads, { minLength: document.leads.length }),
      judged: fc.shuffledSubarray(document.judged, { minLength: document.judged.length }),
      contact_days: fc.shuffledSubarray(document.contact_days, { minLength: document.contact_days.length }),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ document, ...rows }) => {
      assert.equal(JSON.stringify(detect({ ...document, ...rows })), JSON.stringify(detect(document)));
    }),
    { numRuns: 100 },
  );
});

/** Worse by a share between 0 and 1, with every n as it was. */
type Worsening = {
  readonly name: string;
  readonly type: string;
  readonly apply: (document: Plausible, share: number) => Plausible;
};

const recently = (r: { readonly day: string }, days: number): boolean => r.day > before(days);
const less = (x: number, share: number): number => Math.floor(x * (1 - share));

const worseLeads = (document: Plausible, days: number, change: (r: LeadRow) => LeadRow): Plausible => ({
  ...document,
  leads: document.leads.map((r) => (recently(r, days) ? change(r) : r)),
});

/** Every time longer by the same amount: the mean moves, the variance and n stay. */
const later = (n: number, sum: number, squares: number, by: number) => ({
  sum: sum + n * by,
  squares: squares + 2 * by * sum + n * by * by,
});

const worsenings: readonly Worsening[] = [
  {
    name: 'slower answers',
    type: 'low_response_rate',
    apply: (d, share) => ({
      ...worseLeads(d, 8, (r) => {
        const { sum, squares } = later(r.answer_n, r.answer_sum, r.answer_squares, 10 * share);
        return {
          ...r,
          answer_sum: sum,
          answer_squares: squares,
          hours_sum: r.hours_sum + r.hours_n * 10 * share,
        };
      }),
      daily: { ...d.daily, avg_response_time_hours: (d.daily?.avg_response_time_hours ?? 0) + 10 * share },
    }),
  },
  {
    name: 'fewer contacts',
    type: 'low_response_rate',
    apply: (d, share) =>
      worseLeads(d, 8, (r) => ({
        ...r,
        answered: less(r.answered, share),
        contacted: less(r.contacted, share),
      })),
  },
  {
    name: 'fewer qualifications',
    type: 'poor_qualification',
    apply: (d, share) => ({
      ...worseLeads(d, 14, (r) => ({
        ...r,
        reached_qualified: less(r.reached_qualified, share),
        qualified: less(r.qualified, share),
      })),
      daily: { ...d.daily, qualified_count: less(d.daily?.qualified_count ?? 0, share) },
    }),
  },
  {
    name: 'slower follow-up',
    type: 'slow_follow_up',
    apply: (d, share) => ({
      ...d,
      follow_up: { ...d.follow_up, sum: d.follow_up.sum + 500 * share },
      contact_days: d.contact_days.map((r) =>
        recently(r, 21) ? { ...r, ...later(r.n, r.sum, r.squares, 5 * share) } : r,
      ),
    }),
  },
  {
    name: 'a larger backlog',
    type: 'slow_follow_up',
    apply: (d, share) => ({
      ...d,
      backlog: { contacted: 100, waiting: 100 - less(100 - d.backlog.waiting, share) },
    }),
  },
  {
    name: 'a lower score',
    type: 'validation_accuracy_drop',
    apply: (d, share) => ({
      ...d,
      performance: { ...d.performance, f1_score: Number(d.performance?.f1_score) * (1 - share) },
      judged: d.judged.map((r: JudgedRow) => {
        const lost = r.true_positives - less(r.true_positives, share);
        return recently(r, 7)
          ? { ...r, true_positives: r.true_positives - lost, false_negatives: r.false_negatives + lost }
          : r;
      }),
    }),
  },
  {
    name: 'a source that converts less',
    type: 'weak_lead_source',
    apply: (d, share) => {
      const weak = detect(d).bottlenecks.find((b) => b.type === 'weak_lead_source')?.segment ?? 'zillow';
      return worseLeads(d, 14, (r) =>
        r.source === weak
          ? { ...r, converted: less(r.converted, share), converted_in_time: less(r.converted_in_time, share) }
          : r,
      );
    },
  },
];

for (const { name, type, apply } of worsenings)
  properties(`with n fixed, ${name} never make ${type} disappear`, () => {
    let present = 0;
    fc.assert(
      fc.property(plausible, fc.double({ min: 0, max: 1, noNaN: true }), (document, share) => {
        const has = (d: Plausible): boolean => detect(d).bottlenecks.some((b) => b.type === type);
        if (!has(document)) return;
        present += 1;
        assert.ok(has(apply(document, share)));
      }),
      { numRuns: 120 },
    );
    assert.ok(present >= 5, `only ${present} documents had the bottleneck`);
  });

properties.run();
