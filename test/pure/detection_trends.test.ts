// Drops against a baseline: the examples of the specification are found, on the right day and in the right source;
// small, insignificant or weekly changes are not.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { dayNumber } from '../../src/plv8/calendar.ts';
import {
  bareDocument,
  before,
  type Document,
  feedback,
  followUps,
  found,
  healthy,
  history,
  leadRow,
  settingsOf,
  typesOf,
  warningsOf,
} from './detection_documents.ts';

const trends = suite('detection: trends');

const first = (document: Document) => {
  const b = found(document)[0];
  if (b === undefined) throw new Error('expected a bottleneck, found none');
  return b;
};

/** Qualification is evaluated up to 7 days ago, so the compared days are 7 to 13 days ago. */
const since13 = (ago: number): boolean => ago <= 13;

trends('a steady pipeline has no trend', () => {
  assert.equal(typesOf(bareDocument({ leads: history(), labelled: feedback(() => 0.87) })), []);
});

trends('qualification 60 % to 40 % is found, with baseline, n, p and the day it began', () => {
  const leads = history((ago, _s, d) => (since13(ago) ? { ...d, qualification: 0.4 } : d));
  const b = first(bareDocument({ leads }));
  assert.is(b.type, 'poor_qualification');
  assert.is(b.severity, 'medium');
  assert.is(b.trigger, 'trend');
  assert.is(b.segment, null);
  assert.ok(Math.abs(b.current_value - 0.4) < 0.01 && Math.abs((b.evidence.baseline ?? 0) - 0.6) < 0.01);
  assert.is(b.evidence.n, 7 * 96);
  assert.is(b.evidence.baseline_n, 28 * 96);
  assert.ok(b.evidence.p_value !== null && b.evidence.p_value < 1e-6);
  assert.is(b.evidence.began_on, before(13));
  assert.match(
    b.explanation,
    `fell from 60.4 % to 39.6 %, since about Tuesday ${before(13)} (672 leads against 2688, p < 0.0001)`,
  );
});

trends('response 2 h to 8 h is found by its hours, and the sentence says so', () => {
  const leads = history((ago, _s, d) => (ago <= 3 ? { ...d, hours: 8 } : d));
  const b = first(bareDocument({ leads }));
  assert.is(b.metric, 'avg_response_time_hours');
  assert.is(b.evidence.began_on, before(3));
  assert.match(b.explanation, 'The mean time to first contact rose from 2 h to');
});

trends('hours that do not vary at all still make a trend when they change', () => {
  const constant = history((ago, _s, d) => (ago <= 5 ? { ...d, hours: 8 } : d)).map((r) => ({
    ...r,
    answer_squares: r.answer_sum ** 2 / r.answer_n,
  }));
  const b = first(bareDocument({ leads: constant }));
  assert.is(b.metric, 'avg_response_time_hours');
  assert.ok(b.evidence.p_value !== null && b.evidence.p_value < 1e-12);
});

trends('business detection 87 % to 75 % is found', () => {
  const b = first(bareDocument({ labelled: feedback((ago) => (ago < 7 ? 0.75 : 0.87)) }));
  assert.is(b.type, 'validation_accuracy_drop');
  assert.ok(Math.abs(b.current_value - 0.75) < 0.005 && Math.abs((b.evidence.baseline ?? 0) - 0.875) < 0.005);
});

trends('follow-up 3 days to 7 days is found over leads that had the same time', () => {
  const b = first(bareDocument({ contact_days: followUps((ago) => (ago <= 13 ? 7 : 3)) }));
  assert.is(b.type, 'slow_follow_up');
  assert.is(b.evidence.began_on, before(13));
});

trends('a change for the better is no bottleneck', () => {
  const leads = history((ago, _s, d) =>
    since13(ago) ? { ...d, qualification: 0.9, contact: 1, hours: 0.5 } : d,
  );
  assert.equal(typesOf(bareDocument({ leads, labelled: feedback((ago) => (ago < 7 ? 0.99 : 0.8)) })), []);
});

trends('a change below the least size is not reported, however significant', () => {
  const large = { ...healthy, leads: 60000 };
  const to = (qualification: number) =>
    bareDocument({ leads: history((ago) => (since13(ago) ? { ...large, qualification } : large)) });
  assert.equal(typesOf(to(0.545)), []);
  assert.equal(typesOf(to(0.535)), ['poor_qualification']);
  assert.equal(
    typesOf({ ...to(0.545), settings: settingsOf('basic', { 'detection.min_relative_change': 0.05 }) }),
    ['poor_qualification'],
  );
});

trends('a change that chance can make is not reported, however large', () => {
  const few = { ...healthy, leads: 5 };
  const leads = history((ago) => ({ ...few, qualification: ago <= 10 ? 0.5 : 0.75 }));
  assert.equal(typesOf(bareDocument({ leads })), []);
  assert.equal(
    typesOf(bareDocument({ leads, settings: settingsOf('basic', { 'detection.trend_alpha': 0.1 }) })),
    ['poor_qualification'],
  );
});

trends('the weekly rhythm is no trend, even when the compared days are a weekend', () => {
  const weekend = (ago: number): boolean => [2, 3].includes(((dayNumber(before(ago)) % 7) + 7) % 7);
  const leads = history((ago, _s, d) =>
    weekend(ago) ? { ...d, qualification: 0.35, hours: 6, contact: 0.6, leads: 30 } : d,
  );
  for (const days of [2, 3, 5, 7]) {
    const settings = settingsOf('basic', { 'detection.trend_days': days });
    assert.equal(typesOf(bareDocument({ leads, settings })), [], `${days} days`);
  }
});

trends('days that scatter more than chance allows count for less', () => {
  const wild = history((ago, _s, d) => ({ ...d, qualification: ago % 2 === 0 ? 0.85 : 0.35 }));
  const dip = history((ago, _s, d) => ({
    ...d,
    qualification: since13(ago) ? 0.5 : ago % 2 === 0 ? 0.85 : 0.35,
  }));
  assert.equal(typesOf(bareDocument({ leads: wild })), []);
  assert.equal(typesOf(bareDocument({ leads: dip })), []);
});

trends('a drop that has reached the baseline is still seen', () => {
  const leads = history((ago, _s, d) => (ago <= 24 ? { ...d, qualification: 0.3 } : d));
  const b = first(bareDocument({ leads }));
  assert.is(b.type, 'poor_qualification');
  assert.is(b.evidence.began_on, before(24));
});

trends('a drop in one source names the source', () => {
  const leads = history((ago, source, d) =>
    source === 'zillow' && since13(ago) ? { ...d, qualification: 0.3 } : d,
  );
  const [b, other] = found(bareDocument({ leads }));
  assert.is(b?.type, 'poor_qualification');
  assert.is(b?.segment, 'zillow');
  assert.match(b?.explanation ?? '', 'in zillow leads fell from 60.4 % to 29.2 %');
  assert.is(other?.type, 'weak_lead_source');
  assert.is(other?.segment, 'zillow');
});

trends('a drop in all sources names none, and makes none of them weak', () => {
  const leads = history((ago, _s, d) => (since13(ago) ? { ...d, qualification: 0.3 } : d));
  assert.equal(
    found(bareDocument({ leads })).map((b) => [b.type, b.segment]),
    [['poor_qualification', null]],
  );
});

trends('measure first: without a baseline there is a warning and no trend', () => {
  const leads = history((ago, _s, d) => (since13(ago) ? { ...d, qualification: 0.1 } : d)).filter(
    (r) => dayNumber(r.day) > dayNumber(before(20)),
  );
  const document = bareDocument({ leads });
  assert.equal(typesOf(document), []);
  const warning = warningsOf(document).find(
    (w) => w.metric === 'qualification_rate' && w.trigger === 'trend',
  );
  assert.is(warning?.code, 'not_enough_data');
  assert.is(warning?.n, 6);
  assert.is(warning?.needed, 14);
});

trends('young leads take no part: yesterday may be as bad as it likes', () => {
  const leads = history((ago, _s, d) => (ago < 7 ? { ...d, qualification: 0 } : d));
  assert.equal(typesOf(bareDocument({ leads })), []);
});

trends('a threshold and a trend that agree raise the severity one step', () => {
  const leads = history((ago, _s, d) => (since13(ago) ? { ...d, qualification: 0.25 } : d));
  const daily = {
    new_leads_count: 100,
    contacted_count: 80,
    qualified_count: 20,
    avg_response_time_hours: 2,
  };
  const b = first(bareDocument({ leads, daily }));
  assert.is(b.trigger, 'threshold');
  assert.is(b.severity, 'high');
  assert.is(b.evidence.severity_raised, 'threshold and trend agree');
  assert.ok(Math.abs((b.evidence.baseline ?? 0) - 0.604) < 0.001);
  assert.is(first(bareDocument({ leads })).severity, 'medium');
  assert.match(
    b.explanation,
    /^The share of contacted leads qualified was 25 % on .*; the share of contacted leads qualified fell from .*[.]$/,
  );
});

trends('trends need no row of the day and work in both profiles', () => {
  const leads = history((ago, _s, d) => (since13(ago) ? { ...d, qualification: 0.4 } : d));
  for (const profile of ['basic', 'rigorous'] as const)
    assert.equal(typesOf(bareDocument({ leads, daily: null, settings: settingsOf(profile) })), [
      'poor_qualification',
    ]);
});

trends('a whole pipeline of zeros or of ones is evaluated without a division by zero', () => {
  for (const qualification of [0, 1])
    for (const contact of [0, 1]) {
      const leads = history((_a, _s, d) => ({ ...d, contact, qualification, hours: 0 }));
      const text = JSON.stringify(found(bareDocument({ leads })));
      assert.not.match(text, 'NaN');
    }
});

trends('rows that say more qualified than reached are cut to what is possible', () => {
  const leads = history().map((r) => ({ ...r, reached_qualified: r.reached * 3, answered: r.leads + 5 }));
  assert.equal(typesOf(bareDocument({ leads })), []);
  assert.ok(leadRow(before(0), null, healthy).reached_qualified <= 60);
});

trends.run();
