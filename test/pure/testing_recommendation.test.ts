// The decision rules on counts: every threshold from both sides, the plan, and the sequence of looks.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { compareLift } from '../../src/plv8/testing/rules/lift.ts';
import { progressOf } from '../../src/plv8/testing/rules/sequential.ts';
import { type InputOf, run } from '../support/operations.ts';
import { analyze, group, recommend, sequential, testOf } from './testing_documents.ts';

test('the rule of fixed thresholds decides as the specification says, on both sides of every threshold', () => {
  const cases: [[number, number], [number, number], string, string][] = [
    [[30, 100], [45, 100], 'KEEP', 'the test of the specification'],
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
    [[0, 100], [4, 100], 'CONTINUE', 'conversions in the treatment only, p 0.08 by the exact test'],
    [[0, 100], [3, 100], 'KILL', 'conversions in the treatment only, p 0.16 by the exact test, 0.08 by z'],
    [[0, 100], [1, 100], 'KILL', 'conversions in the treatment only'],
    [[100, 100], [100, 100], 'KILL', 'every lead converted in both arms'],
  ];
  for (const [control, treatment, expected, why] of cases)
    assert.is(recommend(control, treatment).recommendation, expected, why);
});

test('where less than 5 conversions or failures are expected in an arm, both rules take the exact test', () => {
  const exact = recommend([2, 100], [7, 100]);
  assert.is(exact.statistics.test, 'boschloo');
  assert.ok(Math.abs(Number(exact.statistics.p_value) - 0.12040564188652) < 1e-9, 'z has a p of 0.088');
  assert.is(exact.recommendation, 'KILL');
  assert.match(exact.reason, "p = 0.1204 (Boschloo's exact test): p above 0.1");
  const byZ = recommend([2, 100], [7, 100], { 'decisions.exact_test_below': 0 });
  assert.is(byZ.statistics.test, 'z');
  assert.is(byZ.recommendation, 'CONTINUE');
  const failures = recommend([98, 100], [93, 100], sequential);
  assert.is(failures.statistics.p_value?.toFixed(6), exact.statistics.p_value?.toFixed(6));
  assert.match(
    recommend([2, 100], [7, 100], sequential).reason,
    "z = 1.553 (Boschloo's exact test) lies within the boundaries",
  );
  // Five are expected in each arm: enough for z.
  assert.is(recommend([3, 100], [7, 100]).statistics.test, 'z');
  assert.is(recommend([2, 100], [7, 101], { 'decisions.exact_test_below': 4.4 }).statistics.test, 'z');
  assert.is(recommend([0, 100], [0, 100]).statistics.test, null);
  const specified = recommend([30, 100], [45, 100]);
  assert.is(specified.statistics.test, 'z');
  assert.is(specified.statistics.z?.toPrecision(15), '2.19089023002066');
  assert.is(specified.statistics.p_value?.toPrecision(15), '0.0284597369163106');
});

test('where one arm has nearly all leads and hundreds convert, z stays although little is expected in the other', () => {
  const terms = { min_sample_size: 10, traffic_allocation_pct: 1 };
  assert.is(recommend([498, 4980], [3, 15], {}, terms).statistics.test, 'z');
  assert.is(recommend([497, 4970], [3, 15], {}, terms).statistics.test, 'boschloo');
});

test('bare counts are tested like the counts of a test', () => {
  const answer = run('decide_test', {
    control_conversions: 2,
    control_leads: 100,
    treatment_conversions: 7,
    treatment_leads: 100,
    rule: 'fixed_thresholds',
    min_sample_size: 100,
    confidence_level: 0.95,
    planned_leads_per_group: null,
    information_fractions: [],
  });
  assert.is(answer.p_value, recommend([2, 100], [7, 100]).statistics.p_value);
  assert.match(answer.reason, "Boschloo's exact test");
});

test('the winner follows the recommendation', () => {
  assert.is(recommend([30, 100], [45, 100]).winner, 'treatment');
  assert.is(recommend([45, 100], [30, 100]).winner, 'control');
  assert.is(recommend([30, 100], [42, 100]).winner, null);
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
  assert.is(recommend([30, 100], [45, 100], {}, { min_sample_size: 101 }).outcome, 'waiting');
  assert.is(recommend([30, 100], [45, 100], {}, { confidence_level: 0.99 }).recommendation, 'CONTINUE');
  assert.is(
    recommend(
      [30, 100],
      [45, 100],
      {},
      { min_sample_size: null, confidence_level: null, traffic_allocation_pct: null },
    ).recommendation,
    'KEEP',
  );
  const unequal = recommend([90, 300], [45, 100], {}, { traffic_allocation_pct: 25 });
  assert.is(unequal.gates[0]?.passed, true);
  assert.is(recommend([90, 300], [45, 100]).gates[0]?.passed, false);
});

test('the sequential rule keeps only beyond its boundary, and remembers earlier looks', () => {
  const early = recommend([30, 100], [45, 100], sequential);
  assert.is(early.recommendation, 'CONTINUE');
  assert.is(early.statistics.information, 0.05);
  assert.ok(Math.abs(Number(early.statistics.z_boundary) - 9.955145577) < 1e-6);
  assert.is(early.other_rule?.recommendation, 'KEEP');
  const history = [0.25, 0.5, 0.75].map((information) => ({
    information,
    control_leads: 1,
    control_conversions: 0,
    treatment_leads: 1,
    treatment_conversions: 0,
  }));
  const last = recommend([600, 2000], [690, 2000], sequential, { history });
  assert.is(last.statistics.look, 4);
  assert.ok(Math.abs(Number(last.statistics.z_boundary) - 2.0141) < 1e-3);
  assert.is(last.recommendation, 'KEEP');
});

test('the sequential rule kills only what is ruled out, and never silently at the end', () => {
  assert.is(recommend([300, 1000], [280, 1000], sequential).recommendation, 'KILL');
  assert.match(recommend([300, 1000], [280, 1000], sequential).reason, 'is ruled out');
  assert.is(recommend([300, 1000], [310, 1000], sequential).recommendation, 'CONTINUE');
  const open = recommend([600, 2000], [640, 2000], sequential);
  assert.is(open.recommendation, 'CONTINUE');
  assert.is(open.needs_person, true);
  assert.match(open.reason, 'a person has to');
  const worse = recommend([300, 600], [200, 600], { ...sequential, 'decisions.keep_lift_pct': 10 });
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
  const again = recommend([630, 2100], [760, 2100], sequential, { history: [past] });
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
    standing: null,
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
  const fromMetrics = recommend([3, 10], [4, 10], sequential, {
    ...noPlan,
    baseline: { leads: 1000, conversions: 300 },
  });
  assert.is(fromMetrics.plan?.made, true);
  assert.is(fromMetrics.plan?.planned_leads_per_group, 963);
  assert.is(recommend([3, 10], [4, 10], sequential, noPlan).plan, null);
  assert.is(recommend([30, 100], [31, 100], sequential, noPlan).plan?.planned_leads_per_group, 963);
  const nothing = recommend([0, 100], [0, 100], sequential, noPlan);
  assert.is(nothing.plan, null);
  assert.match(nothing.reason, 'no sample could be planned yet');
  const tooHigh = recommend([90, 100], [95, 100], sequential, noPlan);
  for (const stuck of [nothing, tooHigh])
    assert.equal([stuck.recommendation, stuck.needs_person], ['CONTINUE', true]);
  const groups = [group('control', 0, 100), group('treatment', 0, 100)];
  assert.is(analyze([testOf(groups, noPlan)], sequential).warnings[0]?.code, 'no_plan');
  const early = recommend([0, 99], [0, 100], sequential, noPlan);
  assert.equal([early.reasons[0]?.code, early.needs_person], ['below_minimum_sample', false]);
  const provisional = { planned_leads_per_group: 100, planned_lift: 0.2, planned_baseline_rate: null };
  assert.is(recommend([30, 100], [31, 100], sequential, provisional).plan?.planned_leads_per_group, 963);
});

test('a recommendation on bare counts is the one that the record would have', () => {
  const decide = (more: Partial<InputOf<'decide_test'>>) =>
    run('decide_test', {
      control_conversions: 30,
      control_leads: 100,
      treatment_conversions: 45,
      treatment_leads: 100,
      rule: 'fixed_thresholds',
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

test.run();
