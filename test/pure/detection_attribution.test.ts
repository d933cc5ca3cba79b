// Which bottleneck is the real one when several numbers fall together.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  bareDocument,
  type Document,
  followUps,
  found,
  history,
  typesOf,
  warningsOf,
} from './detection_documents.ts';

const attribution = suite('detection: attribution');

const since = (ago: number): boolean => ago <= 13;
const fewerQualify = history((ago, _s, d) => (since(ago) ? { ...d, qualification: 0.4 } : d));
const slower = followUps((ago) => (since(ago) ? 5 : 2));
const explained = (document: Document): number =>
  warningsOf(document).filter((w) => w.code === 'explained_by_slow_follow_up').length;

attribution(
  'fewer qualifications in time beside a slower follow-up are the follow-up, with a warning',
  () => {
    const document = bareDocument({ leads: fewerQualify, contact_days: slower });
    assert.equal(typesOf(document), ['slow_follow_up']);
    assert.is(explained(document), 1);
  },
);

attribution('each alone is reported as itself', () => {
  assert.equal(typesOf(bareDocument({ leads: fewerQualify })), ['poor_qualification']);
  assert.equal(typesOf(bareDocument({ leads: history(), contact_days: slower })), ['slow_follow_up']);
  assert.is(explained(bareDocument({ leads: fewerQualify })), 0);
});

attribution('a threshold stands by itself, and so does a fall in one source', () => {
  const daily = {
    new_leads_count: 100,
    contacted_count: 80,
    qualified_count: 20,
    avg_response_time_hours: 2,
  };
  assert.equal(typesOf(bareDocument({ leads: fewerQualify, contact_days: slower, daily })), [
    'poor_qualification',
    'slow_follow_up',
  ]);
  const zillow = history((ago, source, d) =>
    source === 'zillow' && since(ago) ? { ...d, qualification: 0.2 } : d,
  );
  const document = bareDocument({ leads: zillow, contact_days: slower });
  assert.equal(
    found(document).map((b) => [b.type, b.segment]),
    [
      ['poor_qualification', 'zillow'],
      ['slow_follow_up', null],
      ['weak_lead_source', 'zillow'],
    ],
  );
});

attribution('a source that falls further than all others is weak, one that falls with them is not', () => {
  const leads = (zillow: number) =>
    history((ago, source, d) =>
      since(ago) ? { ...d, qualification: source === 'zillow' ? zillow : 0.45 } : d,
    );
  assert.equal(
    found(bareDocument({ leads: leads(0.1) })).map((b) => [b.type, b.segment]),
    [
      ['poor_qualification', null],
      ['weak_lead_source', 'zillow'],
    ],
  );
  assert.equal(typesOf(bareDocument({ leads: leads(0.4) })), ['poor_qualification']);
});

attribution(
  'a threshold without a trend still says what the level was before, where there is a baseline',
  () => {
    const daily = {
      new_leads_count: 100,
      contacted_count: 80,
      qualified_count: 40,
      avg_response_time_hours: 6,
    };
    const [b] = found(bareDocument({ leads: history(), daily }));
    assert.equal([b?.trigger, b?.severity, b?.evidence.baseline_n], ['threshold', 'high', 2688]);
    assert.is(b?.evidence.baseline?.toFixed(9), '2.000000000');
    assert.is(found(bareDocument({ daily }))[0]?.evidence.baseline, null);
  },
);

attribution.run();
