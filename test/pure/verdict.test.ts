// The decision rules and their gates on counts: every threshold from both sides, every stated outcome, and the replay.
import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { settingsCatalog } from '../../src/plv8/settings/catalog.ts';
import { compareLift } from '../../src/plv8/verdict/lift.ts';
import { verdictOperations } from '../../src/plv8/verdict/operations.ts';
import { progressOf } from '../../src/plv8/verdict/sequential.ts';

// biome-ignore lint/suspicious/noExplicitAny: records are read by key
type Json = any;
const run = (operation: string, input: unknown): Json => verdictOperations[operation]?.(input);

const settings = Object.fromEntries(settingsCatalog.map((s) => [s.key, s.default]));
const sequential = { 'decisions.rule': 'sequential' };

const group = (name: string | null, conversions: number, leads: number, more: object = {}) => ({
  group: name,
  source: null,
  leads,
  conversions,
  dead: 0,
  response_n: 0,
  response_mean_hours: null,
  response_variance: null,
  ...more,
});

const testOf = (groups: object[], inputs: object = {}, more: object = {}) => ({
  ab_test_id: '7',
  skill_id: '3',
  test_name: 'Test #4',
  metric: 'contact_rate',
  inputs: {
    min_sample_size: 100,
    confidence_level: 0.95,
    traffic_allocation_pct: 50,
    skill_status: 'testing',
    skill_exists: true,
    running_days: 8,
    planned_leads_per_group: 2000,
    planned_lift: 0.2,
    planned_baseline_rate: 0.3,
    baseline: { leads: 0, conversions: 0 },
    history: [],
    groups,
    ...inputs,
  },
  ...more,
});

const analyze = (tests: object[], changes: object = {}, stray = 0): Json =>
  run('analyze', {
    as_of: '2026-03-01',
    settings: { ...settings, ...changes },
    tests,
    leads_without_test: stray,
  });

const judge = (
  [xc, nc]: [number, number],
  [xt, nt]: [number, number],
  changes: object = {},
  inputs: object = {},
): Json =>
  analyze([testOf([group('control', xc, nc), group('treatment', xt, nt)], inputs)], changes).tests[0];

test('the rule of the brief decides as the brief says, on both sides of every threshold', () => {
  const cases: [[number, number], [number, number], string, string][] = [
    [[30, 100], [45, 100], 'KEEP', 'the test of the brief'],
    [[30, 99], [45, 100], 'CONTINUE', 'one lead short of the minimum'],
    [[300, 1000], [330, 1000], 'KILL', 'a lift of exactly 10 % is not above 10 %, and p is 0.15'],
    [[3000, 10000], [3300, 10000], 'CONTINUE', 'a lift of exactly 10 % with tiny p neither keeps nor kills'],
    [[3000, 10000], [3301, 10000], 'KEEP', 'one conversion more'],
    [[3000, 10000], [3150, 10000], 'CONTINUE', 'a lift of exactly 5 % with p 0.02 does not kill'],
    [[3000, 10000], [3149, 10000], 'KILL', 'one conversion less'],
    [[30, 100], [41, 100], 'KILL', 'p just above 0.10'],
    [[30, 100], [42, 100], 'CONTINUE', 'p between 0.05 and 0.10 with a lift of 40 %'],
    [[45, 100], [30, 100], 'KILL', 'a treatment that is significantly worse'],
    [[0, 100], [0, 100], 'KILL', 'no conversions at all'],
    [[0, 100], [6, 100], 'KEEP', 'conversions in the treatment only, p 0.013'],
    [[0, 100], [3, 100], 'CONTINUE', 'conversions in the treatment only, p 0.08'],
    [[0, 100], [1, 100], 'KILL', 'conversions in the treatment only, p 0.32'],
    [[100, 100], [100, 100], 'KILL', 'every lead converted in both arms'],
  ];
  for (const [control, treatment, expected, why] of cases)
    assert.is(judge(control, treatment).recommendation, expected, why);
});

test('the winner follows the verdict', () => {
  assert.is(judge([30, 100], [45, 100]).winner, 'treatment');
  assert.is(judge([45, 100], [30, 100]).winner, 'control');
  assert.is(judge([30, 100], [42, 100]).winner, null);
});

test('ties with a threshold are exact in integers, for whole and decimal thresholds and any counts', () => {
  let floatWrong = 0;
  for (let leads = 100; leads <= 30000; leads += 100) {
    const control = { leads, conversions: (3 * leads) / 10 };
    const treatment = { leads, conversions: (33 * leads) / 100 };
    assert.is(compareLift(control, treatment, 10), 0);
    if ((treatment.conversions / leads / (control.conversions / leads) - 1) * 100 > 10) floatWrong += 1;
  }
  assert.ok(floatWrong > 0, 'the plain arithmetic would have been right');
  const huge = { leads: 2 ** 52, conversions: 2 ** 50 };
  assert.is(compareLift(huge, { leads: 2 ** 52, conversions: 2 ** 50 + 1 }, 0), 1);
  assert.is(compareLift({ leads: 1000, conversions: 1000 - 1 }, { leads: 1000, conversions: 1000 }, 0.1), 1);
  assert.is(compareLift({ leads: 2000, conversions: 1000 }, { leads: 2000, conversions: 1001 }, 0.1), 0);
  assert.is(compareLift({ leads: 10, conversions: 0 }, { leads: 10, conversions: 0 }, 10), null);
});

test("the test's own minimum sample, confidence level and share are respected, and nulls come from the settings", () => {
  assert.is(judge([30, 100], [45, 100], {}, { min_sample_size: 101 }).outcome, 'waiting');
  assert.is(judge([30, 100], [45, 100], {}, { confidence_level: 0.99 }).recommendation, 'CONTINUE');
  assert.is(
    judge(
      [30, 100],
      [45, 100],
      {},
      { min_sample_size: null, confidence_level: null, traffic_allocation_pct: null },
    ).recommendation,
    'KEEP',
  );
  const unequal = judge([90, 300], [45, 100], {}, { traffic_allocation_pct: 25 });
  assert.is(unequal.gates[0].passed, true);
  assert.is(judge([90, 300], [45, 100]).gates[0].passed, false);
});

test('impossible terms of a test are a stated outcome and stop nothing else', () => {
  const broken = testOf([group('control', 30, 100), group('treatment', 45, 100)], { confidence_level: 95 });
  const fine = testOf(
    [group('control', 30, 100), group('treatment', 45, 100)],
    {},
    { ab_test_id: '8', metric: 'other' },
  );
  const result = analyze([broken, fine]);
  assert.is(result.tests[0].outcome, 'invalid_test');
  assert.match(result.tests[0].reason, 'confidence_level of this test is 95');
  assert.is(result.tests[1].recommendation, 'KEEP');
  assert.is(result.warnings[0].code, 'invalid_test');
});

test('the sequential rule keeps only beyond its boundary, and remembers earlier looks', () => {
  const early = judge([30, 100], [45, 100], sequential);
  assert.is(early.recommendation, 'CONTINUE');
  assert.is(early.statistics.information, 0.05);
  assert.ok(Math.abs(early.statistics.z_boundary - 9.955145577) < 1e-6);
  assert.is(early.other_rule.recommendation, 'KEEP');
  const history = [0.25, 0.5, 0.75].map((information) => ({
    information,
    control_leads: 1,
    control_conversions: 0,
    treatment_leads: 1,
    treatment_conversions: 0,
  }));
  const last = judge([600, 2000], [690, 2000], sequential, { history });
  assert.is(last.statistics.look, 4);
  assert.ok(Math.abs(last.statistics.z_boundary - 2.0141) < 1e-3);
  assert.is(last.recommendation, 'KEEP');
});

test('the sequential rule kills only what is ruled out, and never silently at the end', () => {
  assert.is(judge([300, 1000], [280, 1000], sequential).recommendation, 'KILL');
  assert.match(judge([300, 1000], [280, 1000], sequential).reason, 'is ruled out');
  assert.is(judge([300, 1000], [310, 1000], sequential).recommendation, 'CONTINUE');
  const open = judge([600, 2000], [640, 2000], sequential);
  assert.is(open.recommendation, 'CONTINUE');
  assert.is(open.needs_person, true);
  assert.match(open.reason, 'a person has to');
  const worse = judge([300, 600], [200, 600], { ...sequential, 'decisions.keep_lift_pct': 10 });
  assert.is(worse.recommendation, 'KILL');
});

test('once the planned information is reached and looked at, no later look decides', () => {
  const past = {
    information: 1,
    control_leads: 2000,
    control_conversions: 600,
    treatment_leads: 2000,
    treatment_conversions: 640,
  };
  const again = judge([630, 2100], [760, 2100], sequential, { history: [past] });
  assert.is(again.recommendation, 'CONTINUE');
  assert.is(again.needs_person, true);
  assert.is(again.statistics.z_boundary, null);
});

test('a look at the very same counts is the same look, and one without new information has nothing to spend', () => {
  const counts = {
    control_leads: 500,
    control_conversions: 150,
    treatment_leads: 500,
    treatment_conversions: 160,
  };
  const look = {
    control: { leads: 500, conversions: 150 },
    treatment: { leads: 500, conversions: 160 },
    minSampleSize: 100,
    confidenceLevel: 0.95,
    plannedLeads: 2000,
  };
  const first = progressOf({ ...look, history: [] });
  assert.equal(progressOf({ ...look, history: [{ information: 0.25, ...counts }] }), first);
  const changed = progressOf({
    ...look,
    history: [{ information: 0.25, ...counts, treatment_conversions: 159 }],
  });
  assert.is(changed?.zBoundary, null);
  assert.is(changed?.look, 2);
  const nearly = {
    ...look,
    control: { leads: 2000, conversions: 600 },
    treatment: { leads: 2000, conversions: 640 },
  };
  const beforeLast = { information: 0.9995, ...counts };
  assert.ok(progressOf({ ...nearly, history: [beforeLast] })?.zBoundary, 'the last step always counts');
});

test('a test without a plan gets one from the metrics, or from the control arm once it has the minimum sample', () => {
  const noPlan = { planned_leads_per_group: null, planned_lift: null, planned_baseline_rate: null };
  const fromMetrics = judge([3, 10], [4, 10], sequential, {
    ...noPlan,
    baseline: { leads: 1000, conversions: 300 },
  });
  assert.is(fromMetrics.plan.made, true);
  assert.is(fromMetrics.plan.planned_leads_per_group, 963);
  assert.is(judge([3, 10], [4, 10], sequential, noPlan).plan, null);
  assert.is(judge([30, 100], [31, 100], sequential, noPlan).plan.planned_leads_per_group, 963);
  const nothing = judge([0, 100], [0, 100], sequential, noPlan);
  assert.is(nothing.plan, null);
  assert.match(nothing.reason, 'no sample could be planned yet');
  const provisional = { planned_leads_per_group: 100, planned_lift: 0.2, planned_baseline_rate: null };
  assert.is(judge([30, 100], [31, 100], sequential, provisional).plan.planned_leads_per_group, 963);
});

test('a broken split withholds any verdict, and can be switched off', () => {
  const blocked = judge([30, 100], [90, 200]);
  assert.is(blocked.recommendation, 'CONTINUE');
  assert.is(blocked.before_gates, 'KEEP');
  assert.is(blocked.needs_person, true);
  assert.match(blocked.reason, 'sample ratio mismatch');
  assert.match(blocked.reason, 'the verdict would be KEEP');
  assert.is(judge([30, 100], [90, 200], { 'decisions.gate_sample_ratio': false }).recommendation, 'KEEP');
  assert.is(judge([90, 300], [60, 200]).before_gates, 'KILL');
  assert.is(judge([90, 300], [60, 200]).recommendation, 'CONTINUE');
});

test('an arm that should get no lead at all and gets one is a leak', () => {
  const leak = judge([30, 100], [45, 100], {}, { traffic_allocation_pct: 0 });
  assert.is(leak.recommendation, 'CONTINUE');
  assert.match(leak.reason, 'sample ratio mismatch: 100 of 200 leads are in treatment, 0 % are expected');
});

test('a split is judged only from 8 expected leads per arm on', () => {
  const gate = (n: number): Json => judge([0, n], [0, 0]).gates;
  assert.equal(gate(100), [], 'an empty arm is its own outcome');
  assert.is(judge([1, 14], [1, 1], {}, { min_sample_size: 1 }).gates[0].passed, null);
  assert.is(judge([1, 15], [1, 1], {}, { min_sample_size: 1 }).gates[0].passed, false);
});

const timed = (name: string, mean: number, variance: number, n: number, conversions: number) =>
  group(name, conversions, 100, { response_n: n, response_mean_hours: mean, response_variance: variance });

test('a slower first contact or more dead leads block a KEEP, never a KILL', () => {
  const verdict = (groups: object[], changes: object = {}): Json =>
    analyze([testOf(groups)], changes).tests[0];
  const slower = [timed('control', 2, 1, 60, 30), timed('treatment', 3, 1, 60, 45)];
  assert.is(verdict(slower).recommendation, 'CONTINUE');
  assert.match(verdict(slower).reason, 'time to first contact is significantly worse');
  assert.is(verdict(slower, { 'decisions.gate_guardrails': false }).recommendation, 'KEEP');
  const few = [timed('control', 2, 1, 29, 30), timed('treatment', 3, 1, 60, 45)];
  assert.is(verdict(few).recommendation, 'KEEP');
  const faster = [timed('control', 3, 1, 60, 30), timed('treatment', 2, 1, 60, 45)];
  assert.is(verdict(faster).recommendation, 'KEEP');
  const dying = [group('control', 30, 100, { dead: 5 }), group('treatment', 45, 100, { dead: 25 })];
  assert.match(verdict(dying).reason, 'share of dead leads is significantly worse');
  const worseAndDying = [group('control', 45, 100, { dead: 5 }), group('treatment', 30, 100, { dead: 25 })];
  assert.is(verdict(worseAndDying).recommendation, 'KILL');
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
  const verdict = analyze([testOf(parts)], { 'decisions.guardrail_min_leads': 2 }).tests[0];
  // Hours 1, 2 and 6: mean 3, variance 7; against 1 ± 1 in 40: Welch t = 2/sqrt(7/3 + 1/40), one-sided p by R's t.test.
  assert.is(verdict.gates[1].passed, true);
  assert.match(verdict.gates[1].text, '1 hours in treatment, 3 in control');
});

const simpson = [
  group('control', 234, 270, { source: 'small' }),
  group('treatment', 81, 87, { source: 'small' }),
  group('control', 55, 80, { source: 'large' }),
  group('treatment', 192, 263, { source: 'large' }),
];

test("Simpson's paradox withholds the verdict", () => {
  const verdict = analyze([testOf(simpson)]).tests[0];
  assert.is(verdict.before_gates, 'KILL');
  assert.is(verdict.recommendation, 'CONTINUE');
  assert.match(verdict.reason, 'paradox');
  assert.is(analyze([testOf(simpson)], { 'decisions.gate_simpson': false }).tests[0].recommendation, 'KILL');
});

test('a skill that helps one source and hurts another names the sources it is for', () => {
  const mixed = [
    group('control', 300, 1000, { source: 'Zillow' }),
    group('treatment', 450, 1000, { source: 'Zillow' }),
    group('control', 400, 1000, { source: 'referral' }),
    group('treatment', 300, 1000, { source: 'referral' }),
  ];
  const verdict = analyze([testOf(mixed)]).tests[0];
  assert.equal(verdict.recommended_sources, ['Zillow']);
  assert.match(verdict.heterogeneity.note, 'the sources disagree');
  assert.equal(
    verdict.segments.map((s: Json) => [s.source, s.effect]),
    [
      ['Zillow', 'helped'],
      ['referral', 'hurt'],
    ],
  );
  assert.ok(verdict.segments.every((s: Json) => s.holm_p_value >= s.p_value));
});

test('of two running tests on one metric the older is analysed and the newer is confounded', () => {
  const older = testOf([group('control', 30, 100), group('treatment', 45, 100)]);
  const newer = testOf([group('control', 30, 100), group('treatment', 45, 100)], {}, { ab_test_id: '8' });
  const result = analyze([older, newer]);
  assert.equal(
    result.tests.map((t: Json) => [t.outcome, t.recommendation]),
    [
      ['judged', 'KEEP'],
      ['confounded', 'CONTINUE'],
    ],
  );
  assert.match(result.tests[1].reason, 'the older test 7');
  assert.is(result.warnings[0].code, 'confounded');
});

test('a missing skill, a decided skill, an empty arm and an old test are stated outcomes', () => {
  const gone = judge([30, 100], [45, 100], {}, { skill_exists: false, skill_status: null });
  assert.is(gone.recommendation, 'KEEP');
  assert.match(gone.reason, 'its skill does not exist any more');
  const killed = judge([30, 100], [45, 100], {}, { skill_status: 'killed' });
  assert.is(killed.outcome, 'skill_not_testing');
  assert.is(killed.recommendation, 'CONTINUE');
  const empty = judge([0, 0], [45, 100]);
  assert.is(empty.outcome, 'empty_arm');
  assert.is(empty.needs_person, true);
  assert.is(judge([0, 0], [0, 0]).needs_person, false);
  const old = judge([30, 100], [42, 100], {}, { running_days: 180.5 });
  assert.match(old.reason, 'undecided after 180 days');
  assert.is(old.needs_person, true);
  assert.is(judge([30, 100], [42, 100], {}, { running_days: 180 }).needs_person, false);
});

test('leads that belong nowhere are counted and reported', () => {
  const groups = [
    group('control', 30, 100),
    group('treatment', 45, 100),
    group('Control', 1, 3),
    group(null, 1, 2),
  ];
  const result = analyze([testOf(groups)], {}, 12);
  assert.is(result.tests[0].leads_with_unknown_group, 5);
  assert.equal(
    result.warnings.map((w: Json) => [w.code, w.n]),
    [
      ['unknown_group', 5],
      ['leads_without_test', 12],
    ],
  );
});

test('a record replays to itself, and a changed input is noticed', () => {
  for (const changes of [{}, sequential]) {
    const record = analyze([testOf(simpson)], changes).tests[0];
    const stored = JSON.parse(JSON.stringify(record));
    assert.equal(run('replay', stored).differences, []);
    stored.inputs.groups[0].conversions = 100;
    const replayed = run('replay', stored);
    assert.is(replayed.same, false);
    assert.ok(replayed.differences.some((d: Json) => d.part === 'statistics'));
  }
});

test('a verdict on bare counts is the one that the record would have', () => {
  const decide = (more: object): Json =>
    run('decide_test', {
      control_conversions: 30,
      control_leads: 100,
      treatment_conversions: 45,
      treatment_leads: 100,
      rule: 'brief',
      min_sample_size: 100,
      confidence_level: 0.95,
      planned_leads_per_group: null,
      information_fractions: [],
      ...more,
    });
  assert.is(decide({}).recommendation, 'KEEP');
  assert.is(decide({ rule: 'sequential', planned_leads_per_group: 2000 }).recommendation, 'CONTINUE');
  assert.is(decide({ rule: 'sequential', planned_leads_per_group: 100 }).recommendation, 'KEEP');
  assert.throws(() => decide({ rule: 'sequential', control_conversions: 101 }), /control_conversions/);
});

const counted = fc
  .record({
    group: fc.constantFrom('control', 'treatment', 'other', null),
    source: fc.constantFrom('a', 'b', null),
    leads: fc.oneof(fc.nat(300), fc.nat(1e9)),
    converted: fc.double({ min: 0, max: 1, noNaN: true }),
    dead: fc.double({ min: 0, max: 1, noNaN: true }),
    response_n: fc.nat(100),
    response_mean_hours: fc.option(fc.double({ min: 0, max: 1e6, noNaN: true })),
    response_variance: fc.option(fc.double({ min: 0, max: 1e9, noNaN: true })),
  })
  .map(({ converted, dead, ...counts }) => {
    const conversions = Math.floor(counts.leads * converted);
    return { ...counts, conversions, dead: Math.floor((counts.leads - conversions) * dead) };
  });
const anyTest = fc
  .record({
    min_sample_size: fc.option(fc.integer({ min: -5, max: 500 })),
    confidence_level: fc.option(fc.constantFrom(0.9, 0.95, 0.999, 1, 95, -1, 0)),
    traffic_allocation_pct: fc.option(fc.constantFrom(0, 20, 50, 100, 101)),
    skill_status: fc.option(fc.constantFrom('testing', 'active')),
    skill_exists: fc.boolean(),
    running_days: fc.option(fc.double({ min: -5, max: 1000, noNaN: true })),
    planned_leads_per_group: fc.option(fc.nat(5000)),
    planned_baseline_rate: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    baseline: fc.record({ leads: fc.nat(100), conversions: fc.nat(200) }),
    groups: fc.array(counted, { maxLength: 8 }),
  })
  .map((inputs) => testOf([], inputs));

test('whatever a host holds, every test gets an answer of finite numbers that replays to itself', () => {
  const rule = fc.constantFrom('brief', 'sequential');
  fc.assert(
    fc.property(fc.array(anyTest, { maxLength: 3 }), rule, (tests, name) => {
      const result = analyze(tests, { 'decisions.rule': name });
      for (const record of result.tests) {
        // NaN and the infinities would turn into null on the way and differ afterwards.
        assert.equal(JSON.parse(JSON.stringify(record)), record);
        assert.is(run('replay', JSON.parse(JSON.stringify(record))).same, true);
        assert.ok(record.reason.length > 0);
        assert.is(record.winner === null, record.recommendation === 'CONTINUE');
      }
    }),
    { numRuns: 400 },
  );
});

const story = (more: object = {}): Json =>
  run('explain_test', {
    ab_test_id: '7',
    test_name: 'Test #4',
    metric: 'contact_rate',
    status: 'completed',
    started_on: '2026-02-01',
    ended_on: '2026-03-01',
    min_sample_size: 100,
    traffic_allocation_pct: 50,
    skill: { skill_name: 'Auto-spawned instant-responder v1', status: 'active' },
    spawn: { as_of: '2026-02-01', explanation: 'The contact rate was 0.4, below 0.6.' },
    plan: { planned_leads_per_group: 963, planned_lift: 0.2, baseline_rate: 0.3 },
    looks: [{ ...judge([30, 100], [45, 100]), as_of: '2026-03-01', confidence_level: 0.95 }],
    ...more,
  }).sentences.join('\n');

test('the story says why, what was seen, how it ended and what the interval means', () => {
  const told = story();
  for (const part of [
    'was started on 2026-02-01',
    'Why: The contact rate was 0.4, below 0.6.',
    'The plan is 963 leads in each group',
    'Look 1, 2026-03-01: 30 of 100 (30 %) converted in control and 45 of 100 (45 %) in treatment. KEEP',
    'The rule "sequential" would have said CONTINUE',
    'It ended on 2026-03-01 with KEEP. The skill is now active.',
    'the true lift lies between 3.65 % and 117.07 %, so the treatment helps',
  ])
    assert.ok(told.includes(part), `${part} is missing from:\n${told}`);
});

test('a verdict that a switch holds back is told as held', () => {
  const look = { ...judge([30, 100], [45, 100]), as_of: '2026-03-01', confidence_level: 0.95 };
  const told = story({ status: 'running', looks: [{ ...look, held: 'awaiting_approval' }] });
  assert.match(told, 'It is still running. The verdict KEEP is held (awaiting approval).');
});

test('a test that nobody has looked at has a story too', () => {
  const told = story({ looks: [], status: 'running', ended_on: null, skill: null, spawn: null, plan: null });
  assert.match(told, 'Nobody has looked at its results yet.');
  assert.match(told, 'Its skill does not exist any more.');
  assert.match(told, 'It is still running.');
});

test('the outlook estimates the days to a verdict and the lift that could be seen today', () => {
  const outlook = (changes: object): Json =>
    run('outlook', {
      as_of: '2026-03-01',
      settings: { ...settings, ...changes },
      tests: [
        testOf([group('control', 15, 50), group('treatment', 20, 60)], { planned_leads_per_group: 500 }),
      ],
      leads_without_test: 0,
      pace: [{ ab_test_id: '7', days: 10, control: 50, treatment: 60 }],
    })[0];
  assert.is(outlook({}).days_to_verdict, 10);
  // 460 and 552 leads hold as much information as two groups of 502.
  assert.is(outlook(sequential).days_to_verdict, 82);
  assert.ok(outlook({}).detectable_lift_pct > 50 && outlook({}).detectable_lift_pct < 120);
  assert.is(outlook({}).leads_per_day, 11);
  assert.is(
    outlook({ 'spawning.min_sample_size': 1 }).days_to_verdict,
    10,
    'the minimum of the test itself counts',
  );
});

test.run();
