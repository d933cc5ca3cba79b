// Properties of detection over arbitrary well-typed documents: it never throws, never yields NaN, does not mind the
// order of rows, and a bottleneck never disappears because what it is about got worse.
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { detect } from '../../src/plv8/detection/operations.ts';
import { anyDocument, type Plausible, plausible } from './detection_arbitraries.ts';
import { before, type LabelledRow, type LeadRow } from './detection_documents.ts';

const properties = suite('detection: properties');

const runs = { numRuns: 300 };
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

properties('the order of the rows does not matter, not to the last digit', () => {
  const shuffled = plausible.chain((document) =>
    fc.record({
      document: fc.constant(document),
      leads: fc.shuffledSubarray(document.leads, { minLength: document.leads.length }),
      labelled: fc.shuffledSubarray(document.labelled, { minLength: document.labelled.length }),
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
      daily: { ...d.daily, avg_response_time_hours: (d.daily.avg_response_time_hours ?? 0) + 10 * share },
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
      daily: { ...d.daily, qualified_count: less(d.daily.qualified_count ?? 0, share) },
    }),
  },
  {
    name: 'slower follow-up',
    type: 'slow_follow_up',
    apply: (d, share) => ({
      ...d,
      follow_up: { ...d.follow_up, sum: d.follow_up.sum + 500 * share },
      contact_days: d.contact_days.map((r) =>
        recently(r, 14) ? { ...r, ...later(r.n, r.sum, r.squares, 5 * share) } : r,
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
      performance: { ...d.performance, f1_score: Number(d.performance.f1_score) * (1 - share) },
      labelled: d.labelled.map((r: LabelledRow) => {
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
