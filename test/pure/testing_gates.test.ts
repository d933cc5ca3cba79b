// What a recommendation has to pass and what is said beside it: gates, sources, and every stated outcome of a test.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import {
  analyze,
  type Changes,
  firstOf,
  group,
  type LeadCounts,
  recommend,
  simpson,
  testOf,
} from './testing_documents.ts';

test('impossible terms of a test are a stated outcome and stop nothing else', () => {
  const broken = testOf([group('control', 30, 100), group('treatment', 45, 100)], { confidence_level: 95 });
  const fine = testOf(
    [group('control', 30, 100), group('treatment', 45, 100)],
    {},
    { ab_test_id: '8', metric: 'other' },
  );
  const result = analyze([broken, fine]);
  assert.is(result.tests[0]?.outcome, 'invalid_test');
  assert.match(String(result.tests[0]?.reason), 'confidence_level of this test is 95');
  assert.is(result.tests[1]?.recommendation, 'KEEP');
  assert.is(result.warnings[0]?.code, 'invalid_test');
});

test('a broken split blocks any decision, and can be switched off', () => {
  const blocked = recommend([30, 100], [90, 200]);
  assert.is(blocked.recommendation, 'CONTINUE');
  assert.is(blocked.before_gates, 'KEEP');
  assert.is(blocked.needs_person, true);
  assert.match(blocked.reason, 'sample ratio mismatch');
  assert.match(blocked.reason, 'the recommendation would be KEEP');
  assert.is(recommend([30, 100], [90, 200], { 'decisions.gate_sample_ratio': false }).recommendation, 'KEEP');
  assert.is(recommend([90, 300], [60, 200]).before_gates, 'KILL');
  assert.is(recommend([90, 300], [60, 200]).recommendation, 'CONTINUE');
});

test('an arm that should get no lead at all and gets one is a leak', () => {
  const leak = recommend([30, 100], [45, 100], {}, { traffic_allocation_pct: 0 });
  assert.is(leak.recommendation, 'CONTINUE');
  assert.match(leak.reason, 'sample ratio mismatch: 100 of 200 leads are in treatment, 0 % are expected');
});

test('a split is tested only from 8 expected leads per arm on', () => {
  const gate = (n: number) => recommend([0, n], [0, 0]).gates;
  assert.equal(gate(100), [], 'an empty arm is its own outcome');
  assert.is(recommend([1, 14], [1, 1], {}, { min_sample_size: 1 }).gates[0]?.passed, null);
  assert.is(recommend([1, 15], [1, 1], {}, { min_sample_size: 1 }).gates[0]?.passed, false);
});

const timed = (name: string, mean: number, variance: number, n: number, conversions: number) =>
  group(name, conversions, 100, { response_n: n, response_mean_hours: mean, response_variance: variance });

test('a slower first contact or more dead leads block a KEEP, never a KILL', () => {
  const analysed = (groups: LeadCounts[], changes: Changes = {}) =>
    firstOf(analyze([testOf(groups)], changes));
  const slower = [timed('control', 2, 1, 60, 30), timed('treatment', 3, 1, 60, 45)];
  assert.is(analysed(slower).recommendation, 'CONTINUE');
  assert.match(analysed(slower).reason, 'time to first contact is significantly worse');
  assert.is(analysed(slower, { 'decisions.gate_guardrails': false }).recommendation, 'KEEP');
  const few = [timed('control', 2, 1, 29, 30), timed('treatment', 3, 1, 60, 45)];
  assert.is(analysed(few).recommendation, 'KEEP');
  const faster = [timed('control', 3, 1, 60, 30), timed('treatment', 2, 1, 60, 45)];
  assert.is(analysed(faster).recommendation, 'KEEP');
  const dying = [group('control', 30, 100, { dead: 5 }), group('treatment', 45, 100, { dead: 25 })];
  assert.match(analysed(dying).reason, 'share of dead leads is significantly worse');
  const worseAndDying = [group('control', 45, 100, { dead: 5 }), group('treatment', 30, 100, { dead: 25 })];
  assert.is(analysed(worseAndDying).recommendation, 'KILL');
});

test('samples of several sources are merged exactly', () => {
  const parts = [
    group('control', 30, 100, {
      source: 'a',
      response_n: 2,
      response_mean_hours: 1.5,
      response_variance: 0.5,
    }),
    group('control', 0, 0, { source: 'b', response_n: 1, response_mean_hours: 6, response_variance: null }),
    group('treatment', 45, 100, {
      source: 'a',
      response_n: 40,
      response_mean_hours: 1,
      response_variance: 1,
    }),
  ];
  const analysed = firstOf(analyze([testOf(parts)], { 'decisions.guardrail_min_leads': 2 }));
  // Hours 1, 2 and 6 (mean 3, variance 7) against a mean of 1 and a variance of 1 in 40 leads: t = 2/sqrt(7/3 + 1/40)
  // with 2.04 degrees of freedom; the tail by 30-digit arithmetic.
  assert.ok(Math.abs(Number(analysed.gates[1]?.p_value) - 0.839873645971647) < 1e-12);
  assert.is(analysed.gates[1]?.passed, true);
  assert.match(String(analysed.gates[1]?.text), '1 hours in treatment, 3 in control');
});

test("Simpson's paradox blocks the decision", () => {
  const analysed = firstOf(analyze([testOf(simpson)]));
  assert.is(analysed.before_gates, 'KILL');
  assert.is(analysed.recommendation, 'CONTINUE');
  assert.match(analysed.reason, 'paradox');
  assert.is(analyze([testOf(simpson)], { 'decisions.gate_simpson': false }).tests[0]?.recommendation, 'KILL');
});

test('a skill that helps one source and hurts another names the sources it is for', () => {
  const mixed = [
    group('control', 300, 1000, { source: 'Zillow' }),
    group('treatment', 450, 1000, { source: 'Zillow' }),
    group('control', 400, 1000, { source: 'referral' }),
    group('treatment', 300, 1000, { source: 'referral' }),
  ];
  const analysed = firstOf(analyze([testOf(mixed)]));
  assert.equal(analysed.recommended_sources, ['Zillow']);
  assert.match(String(analysed.heterogeneity?.note), 'the sources disagree');
  assert.equal(
    analysed.segments.map((s) => [s.source, s.effect]),
    [
      ['Zillow', 'helped'],
      ['referral', 'hurt'],
    ],
  );
  assert.ok(analysed.segments.every((s) => s.p_value !== null && (s.holm_p_value ?? -1) >= s.p_value));
});

test('of two running tests on one metric the older is analysed and the newer is confounded', () => {
  const older = testOf([group('control', 30, 100), group('treatment', 45, 100)]);
  const newer = testOf([group('control', 30, 100), group('treatment', 45, 100)], {}, { ab_test_id: '8' });
  const result = analyze([older, newer]);
  assert.equal(
    result.tests.map((t) => [t.outcome, t.recommendation]),
    [
      ['judged', 'KEEP'],
      ['confounded', 'CONTINUE'],
    ],
  );
  assert.match(String(result.tests[1]?.reason), 'the older test 7');
  assert.is(result.warnings[0]?.code, 'confounded');
});

test('a missing skill, a decided skill, an empty arm and an old test are stated outcomes', () => {
  const gone = recommend([30, 100], [45, 100], {}, { skill_exists: false, skill_status: null });
  assert.is(gone.recommendation, 'KEEP');
  assert.match(gone.reason, 'its skill does not exist any more');
  const killed = recommend([30, 100], [45, 100], {}, { skill_status: 'killed' });
  assert.is(killed.outcome, 'skill_not_testing');
  assert.is(killed.recommendation, 'CONTINUE');
  const empty = recommend([0, 0], [45, 100]);
  assert.is(empty.outcome, 'empty_arm');
  assert.is(empty.needs_person, true);
  assert.is(recommend([0, 0], [0, 0]).needs_person, false);
  const old = recommend([30, 100], [42, 100], {}, { running_days: 180.5 });
  assert.match(old.reason, 'undecided after 180 days');
  assert.is(old.needs_person, true);
  assert.is(recommend([30, 100], [42, 100], {}, { running_days: 180 }).needs_person, false);
});

test('leads that belong nowhere are counted and reported', () => {
  const groups = [
    group('control', 30, 100),
    group('treatment', 45, 100),
    group('Control', 1, 3),
    group(null, 1, 2),
  ];
  const result = analyze([testOf(groups)], {}, 12);
  assert.is(result.tests[0]?.leads_with_unknown_group, 5);
  assert.equal(
    result.warnings.map((w) => [w.code, w.n]),
    [
      ['unknown_group', 5],
      ['leads_without_test', 12],
    ],
  );
});

test.run();
