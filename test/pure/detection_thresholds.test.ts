// The thresholds, on the row of the day and on mature cohorts: strict, ordered, and silent where there is too
// little to evaluate.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { detect } from '../../src/plv8/detection/operations.ts';
import {
  bareDocument,
  before,
  type Document,
  found,
  labelledRow,
  leadRow,
  settingsOf,
  typesOf,
  warningsOf,
} from './detection_documents.ts';

const thresholds = suite('detection: thresholds');

type DailyRow = NonNullable<Document['daily']>;

const row = (more: Partial<DailyRow>): Document =>
  bareDocument({
    daily: {
      new_leads_count: 100,
      contacted_count: 80,
      qualified_count: 40,
      avg_response_time_hours: 2,
      ...more,
    },
  });

const oneOf = (document: Document, type: string) => {
  const b = found(document).find((x) => x.type === type);
  if (b === undefined)
    throw new Error(`expected ${type}, found ${typesOf(document).join(', ') || 'nothing'}`);
  return b;
};

thresholds('a healthy day has no bottleneck', () => {
  assert.equal(typesOf(row({})), []);
});

thresholds('every threshold is strict: on the line is fine, past it is not', () => {
  assert.equal(typesOf(row({ avg_response_time_hours: 4 })), []);
  assert.equal(typesOf(row({ avg_response_time_hours: 4.01 })), ['low_response_rate']);
  assert.equal(typesOf(row({ contacted_count: 60, qualified_count: 30 })), []);
  assert.equal(typesOf(row({ contacted_count: 59, qualified_count: 30 })), ['low_response_rate']);
  assert.equal(typesOf(row({ qualified_count: 24 })), []);
  assert.equal(typesOf(row({ qualified_count: 23 })), ['poor_qualification']);
  const performance = (f1_score: number) => ({
    performance: { day: before(0), f1_score, labelled: 50, age_days: 0 },
  });
  assert.equal(typesOf(bareDocument(performance(0.8))), []);
  assert.equal(typesOf(bareDocument(performance(0.79))), ['validation_accuracy_drop']);
  assert.equal(typesOf(bareDocument({ follow_up: { n: 10, sum: 50 } })), []);
  assert.equal(typesOf(bareDocument({ follow_up: { n: 10, sum: 50.1 } })), ['slow_follow_up']);
});

thresholds('severity, metric, target and skill are those of the table', () => {
  const document = bareDocument({
    daily: { new_leads_count: 100, contacted_count: 50, qualified_count: 14, avg_response_time_hours: 2 },
    performance: { day: before(0), f1_score: 0.75, labelled: 50, age_days: 0 },
    follow_up: { n: 40, sum: 240 },
    leads: [
      leadRow(before(3), 'good', { leads: 100, contact: 1, qualification: 0.4, hours: 1 }),
      leadRow(before(3), 'bad', { leads: 100, contact: 1, qualification: 0.06, hours: 1 }),
    ],
  });
  assert.equal(
    found(document).map((b) => [
      b.type,
      b.severity,
      b.metric,
      b.current_value,
      b.target_value,
      b.suggested_skill,
    ]),
    [
      ['low_response_rate', 'high', 'contact_rate', 0.5, 0.8, 'instant-responder'],
      ['poor_qualification', 'medium', 'qualification_rate', 0.28, 0.5, 'lead-scorer'],
      ['slow_follow_up', 'medium', 'follow_up_days', 6, 3, 'follow-up-sequencer'],
      ['weak_lead_source', 'medium', 'source_conversion_rate', 0.06, 0.3, 'source-optimizer'],
      ['validation_accuracy_drop', 'high', 'f1_score', 0.75, 0.87, 'pattern-optimizer'],
    ],
  );
  assert.is(oneOf(document, 'weak_lead_source').segment, 'bad');
  assert.ok(found(document).every((b) => b.trigger === 'threshold' && b.explanation.endsWith('.')));
});

thresholds('a type fires once, with all its triggers in the evidence, the response time first', () => {
  const [b, ...others] = found(row({ contacted_count: 50, qualified_count: 25, avg_response_time_hours: 6 }));
  assert.is(others.length, 0);
  assert.is(b?.metric, 'avg_response_time_hours');
  assert.equal(
    b?.evidence.triggers.map((t) => [t.metric, t.value, t.threshold, t.n]),
    [
      ['avg_response_time_hours', 6, 4, 50],
      ['contact_rate', 0.5, 0.6, 100],
    ],
  );
  assert.is(b?.evidence.past_by, 0.5);
});

thresholds('twice past a threshold raises the severity one step, on enough leads only', () => {
  assert.is(oneOf(row({ avg_response_time_hours: 7.9 }), 'low_response_rate').severity, 'high');
  assert.is(oneOf(row({ avg_response_time_hours: 8 }), 'low_response_rate').severity, 'critical');
  assert.is(oneOf(row({ qualified_count: 13 }), 'poor_qualification').severity, 'medium');
  assert.is(oneOf(row({ qualified_count: 12 }), 'poor_qualification').severity, 'high');
  const two = { new_leads_count: 2, contacted_count: 2, qualified_count: 1, avg_response_time_hours: 9 };
  assert.is(oneOf(row(two), 'low_response_rate').severity, 'high');
});

thresholds('no data is no bottleneck but a warning with n and what is needed', () => {
  const empty = bareDocument({ daily: null });
  assert.equal(typesOf(empty), []);
  const metrics = warningsOf(empty).filter((w) => w.code === 'not_enough_data' && w.trigger === 'threshold');
  assert.equal(
    metrics.map((w) => [w.metric, w.n, w.needed]),
    [
      ['avg_response_time_hours', 0, 1],
      ['contact_rate', 0, 1],
      ['qualification_rate', 0, 1],
      ['follow_up_days', 0, 1],
      ['f1_score', 0, 1],
      ['source_conversion_rate', 0, 20],
    ],
  );
  assert.match(metrics[0]?.message ?? '', 'no row of the day');
});

thresholds('one lead is evidence enough for basic, none is not', () => {
  assert.equal(
    typesOf(
      row({ new_leads_count: 1, contacted_count: 0, qualified_count: 0, avg_response_time_hours: null }),
    ),
    ['low_response_rate'],
  );
  assert.equal(
    typesOf(
      row({ new_leads_count: 0, contacted_count: 0, qualified_count: 0, avg_response_time_hours: null }),
    ),
    [],
  );
});

thresholds('basic evaluates hours by themselves, whatever the count beside them says', () => {
  const hours = (avg_response_time_hours: number, contacted_count: number | null) =>
    row({ new_leads_count: 0, contacted_count, qualified_count: 0, avg_response_time_hours });
  for (const contacted of [0, null]) {
    assert.equal(typesOf(hours(6, contacted)), ['low_response_rate']);
    assert.equal(typesOf(hours(4, contacted)), []);
  }
  assert.is(warningsOf(hours(6, 0)).find((w) => w.code === 'daily_hours_without_contacts')?.n, 1);
});

thresholds('basic evaluates a score by itself, rigorous wants its evidence', () => {
  const scored = (labelled: number | null, f1_score: number | null = 0.75) => ({
    performance: { day: before(0), f1_score, labelled, age_days: 0 },
  });
  for (const labelled of [0, null]) {
    assert.equal(typesOf(bareDocument(scored(labelled))), ['validation_accuracy_drop']);
    assert.equal(typesOf(rigorous(scored(labelled))), []);
  }
  assert.equal(typesOf(bareDocument(scored(0, null))), []);
});

thresholds('defects of the row are warnings with a count, never a bottleneck', () => {
  const defects: readonly (readonly [Partial<DailyRow>, string])[] = [
    [{ contacted_count: 120, qualified_count: 60 }, 'daily_more_contacted_than_new'],
    [{ qualified_count: 90 }, 'daily_more_qualified_than_contacted'],
    [{ avg_response_time_hours: -3 }, 'daily_hours_negative'],
    [{ new_leads_count: -5 }, 'daily_counts_negative'],
    [{ qualified_count: null }, 'daily_counts_null'],
  ];
  for (const [defect, code] of defects) {
    assert.equal(typesOf(row(defect)), [], code);
    assert.is(warningsOf(row(defect)).find((w) => w.code === code)?.n, 1, code);
  }
  const counted = warningsOf(
    bareDocument({ anomalies: { contacted_before_created: 3, created_in_future: 0 } }),
  );
  assert.equal(
    counted.filter((w) => w.code.includes('created')).map((w) => [w.code, w.n]),
    [['contacted_before_created', 3]],
  );
});

thresholds('a rule whose column the host lacks says not_available', () => {
  const document = bareDocument({
    missing_columns: [
      { view_name: 'host_leads', column_name: 'qualified_at' },
      { view_name: 'host_leads', column_name: 'source' },
      { view_name: 'host_feedback', column_name: 'contact_id' },
    ],
    follow_up: { n: 10, sum: 900 },
  });
  assert.equal(typesOf(document), []);
  const missing = warningsOf(document).filter((w) => w.code === 'not_available');
  assert.equal(
    missing.map((w) => [w.rule, w.trigger, w.columns?.join()]),
    [
      ['slow_follow_up', 'threshold', 'host_leads.qualified_at'],
      ['poor_qualification', 'trend', 'host_leads.qualified_at'],
      ['slow_follow_up', 'trend', 'host_leads.qualified_at'],
      ['validation_accuracy_drop', 'trend', 'host_feedback.contact_id'],
      ['weak_lead_source', 'threshold', 'host_leads.source'],
      ['weak_lead_source', 'trend', 'host_leads.source,host_leads.qualified_at'],
    ],
  );
});

const rigorous = (more: Partial<Document>): Document =>
  bareDocument({ settings: settingsOf('rigorous'), ...more });
const week = (d: Parameters<typeof leadRow>[2], last: number) =>
  Array.from({ length: 7 }, (_, i) => leadRow(before(last + i), 'a', d));

thresholds('mature cohorts are evaluated instead of the row of the day', () => {
  const young = [leadRow(before(0), 'a', { leads: 500, contact: 0.1, qualification: 0, hours: 20 })];
  const mature = [...week({ leads: 10, contact: 0.8, qualification: 0.5, hours: 2 }, 7)];
  const bad = { new_leads_count: 10, contacted_count: 1, qualified_count: 0, avg_response_time_hours: 20 };
  assert.equal(typesOf(rigorous({ daily: bad, leads: [...young, ...mature] })), []);
});

thresholds('mature cohorts need 30 leads: 29 are a warning', () => {
  const d = { contact: 0.5, qualification: 0.5, hours: 2 };
  const of = (n: number) => rigorous({ leads: [leadRow(before(2), null, { ...d, leads: n })] });
  assert.equal(typesOf(of(30)), ['low_response_rate']);
  assert.equal(typesOf(of(29)), []);
  assert.ok(warningsOf(of(29)).some((w) => w.metric === 'contact_rate' && w.n === 29 && w.needed === 30));
});

thresholds('late answers count in a mature cohort: a response of 40 hours is slow, not absent', () => {
  const leads = week({ leads: 10, contact: 1, qualification: 0.5, hours: 40 }, 1).map((r) => ({
    ...r,
    answered: 0,
    answer_n: 0,
    answer_sum: 0,
    answer_squares: 0,
  }));
  const b = oneOf(rigorous({ leads }), 'low_response_rate');
  assert.is(b.metric, 'avg_response_time_hours');
  assert.is(b.current_value, 40);
});

thresholds('the backlog is slow follow-up in rigorous and ignored in basic', () => {
  const backlog = { contacted: 100, waiting: 51 };
  assert.equal(typesOf(bareDocument({ backlog })), []);
  assert.equal(typesOf(rigorous({ backlog })), ['slow_follow_up']);
  assert.equal(typesOf(rigorous({ backlog: { contacted: 100, waiting: 50 } })), []);
  assert.is(oneOf(rigorous({ backlog }), 'slow_follow_up').metric, 'follow_up_backlog_share');
});

thresholds('rigorous does not evaluate a score that is older than its window', () => {
  const performance = (age_days: number) => ({
    performance: { day: before(age_days), f1_score: 0.5, labelled: 100, age_days },
  });
  assert.equal(typesOf(rigorous(performance(28))), ['validation_accuracy_drop']);
  assert.equal(typesOf(rigorous(performance(29))), []);
  assert.equal(typesOf(bareDocument(performance(90))), ['validation_accuracy_drop']);
});

thresholds('a document that does not fit is refused with the path of the value', () => {
  const refusal = (document: Document): string => {
    try {
      detect(document);
    } catch (error) {
      return (error as Error).message;
    }
    return 'accepted';
  };
  assert.match(refusal(bareDocument({ as_of: '2026-02-30' })), 'as_of: expected a day of the calendar');
  assert.match(
    refusal(bareDocument({ labelled: [{ ...labelledRow(before(1), 1), true_positives: -1 }] })),
    'labelled[0].true_positives: expected an integer ≥ 0, got -1',
  );
  assert.match(refusal(bareDocument({ settings: { 'detection.trend_days': 'x' } })), 'detection.trend_days');
});

thresholds.run();
