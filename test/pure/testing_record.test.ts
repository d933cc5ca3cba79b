// The record of a look: it replays to itself whatever the host holds, and the history of a test is reported from it.
import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type InputOf, run } from '../support/operations.ts';
import {
  analyze,
  type Changes,
  group,
  type LeadCounts,
  recommend,
  sequential,
  settings,
  simpson,
  type Test,
  testOf,
} from './testing_documents.ts';

test('a record replays to itself, and a changed input is noticed', () => {
  for (const changes of [{}, sequential]) {
    const record = analyze([testOf(simpson)], changes).tests[0];
    const stored = JSON.parse(JSON.stringify(record));
    assert.equal(run('replay', stored).differences, []);
    stored.inputs.groups[0].conversions = 100;
    const replayed = run('replay', stored);
    assert.is(replayed.same, false);
    assert.ok(replayed.differences.some((d) => d.part === 'statistics'));
  }
});

const counted: fc.Arbitrary<LeadCounts> = fc
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

const anyTest: fc.Arbitrary<Test> = fc
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
  const rule = fc.constantFrom('fixed_thresholds', 'sequential');
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

type History = InputOf<'explain_test'>;
type Event = History['events'][number];

const kept = recommend([30, 100], [45, 100]);
const look = {
  ...kept,
  gates: [...kept.gates],
  kind: 'look' as const,
  as_of: '2026-03-01',
  confidence_level: 0.95,
};
const suspended = { ...look, held: 'awaiting_approval' };
const intervention = (name: string, more: Partial<Extract<Event, { kind: 'switch' }>> = {}): Event => ({
  kind: 'switch',
  switch: name,
  on: '2026-03-04',
  actor: 'ann',
  ab_test_id: '7',
  why: 'complaints',
  ...more,
});

const report = (more: Partial<History> = {}): string =>
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
    events: [look, { ...look, kind: 'decision' as const }],
    ...more,
  }).sentences.join('\n');

test('the report says why, what was seen, how it ended and what the interval means', () => {
  const text = report();
  for (const part of [
    'was started on 2026-02-01',
    'Why: The contact rate was 0.4, below 0.6.',
    'The plan is 963 leads in each arm',
    'Look 1, 2026-03-01: 30 of 100 (30 %) converted in control and 45 of 100 (45 %) in treatment. KEEP',
    'The rule "sequential" would have said CONTINUE',
    'It ended on 2026-03-01 with KEEP. The skill is now active.',
    'the true lift lies between 3.65 % and 117.07 %, so the treatment helps',
  ])
    assert.ok(text.includes(part), `${part} is missing from:\n${text}`);
});

test('a recommendation that a switch suspends is reported as suspended', () => {
  const text = report({ status: 'running', events: [suspended] });
  assert.match(text, 'The recommendation was suspended and not applied: it needed the approval of a person.');
  assert.match(text, 'It is still running. The recommendation KEEP is suspended (awaiting approval).');
  const rejected = report({
    status: 'running',
    events: [suspended, intervention('reject', { proposal_id: 3, proposes: 'keep' })],
  });
  assert.match(rejected, '2026-03-04: ann rejected the proposal to keep the skill (number 3): complaints.');
  assert.not.match(rejected, 'is suspended');
});

test('the decision on a test is the recommendation that was applied, not the one that was suspended', () => {
  const stopped = report({ events: [suspended, intervention('stop_test')] });
  assert.match(stopped, '2026-03-04: ann stopped the test: complaints.');
  assert.match(stopped, 'It ended on 2026-03-01 without a decision of the engine.');
  assert.not.match(stopped, 'ended on 2026-03-01 with KEEP');
  const reverted = report({
    events: [
      look,
      { ...look, kind: 'decision' as const },
      intervention('revert_skill', { ab_test_id: null }),
    ],
    skill: { skill_name: 'v1', status: 'killed' },
  });
  assert.match(reverted, '2026-03-04: ann took the skill back: complaints.');
  assert.match(reverted, 'It ended on 2026-03-01 with KEEP. The skill is now killed.');
});

test('what was done about another test of the same skill is reported as that', () => {
  const text = report({
    events: [
      look,
      intervention('stop_test', { ab_test_id: '8' }),
      intervention('pause', { skill_type: '*', ab_test_id: null }),
    ],
  });
  assert.match(text, 'ann stopped test 8 of the same skill');
  assert.match(text, 'ann paused the whole engine: complaints.');
});

test('a share of the planned information is reported under the rule that follows a plan, and no other', () => {
  const running = (rule: string) => {
    const statistics = { ...look.statistics, information: 0.4 };
    return report({ status: 'running', events: [{ ...look, rule, statistics }] });
  };
  assert.match(running('sequential'), 'It has gathered 40 % of the information that it plans for.');
  // 1.0.0 recorded a share under every rule.
  for (const rule of ['brief', 'fixed_thresholds']) assert.not.match(running(rule), /has gathered/);
});

test('a test that was not analysed yet has a report too', () => {
  const text = report({
    events: [],
    status: 'running',
    ended_on: null,
    skill: null,
    spawn: null,
    plan: null,
  });
  assert.match(text, 'It has not been analysed yet.');
  assert.match(text, 'Its skill does not exist any more.');
  assert.match(text, 'It is still running.');
});

test('the outlook estimates the day of a decision and the lift that could be seen today', () => {
  const outlook = (changes: Changes, asOf = '2026-03-01') =>
    run('outlook', {
      as_of: asOf,
      settings: { ...settings, ...changes },
      tests: [
        testOf([group('control', 15, 50), group('treatment', 20, 60)], { planned_leads_per_group: 500 }),
      ],
      leads_without_test: 0,
      pace: [{ ab_test_id: '7', days: 10, control: 50, treatment: 60 }],
    })[0];
  // Ten days later both arms have 100 leads; the analysis of that week's Sunday runs on the Monday after.
  assert.is(outlook({}, '2026-02-26')?.estimated_verdict_on, '2026-03-09');
  assert.is(outlook({}, '2026-02-27')?.estimated_verdict_on, '2026-03-16');
  assert.is(outlook({})?.estimated_verdict_on, '2026-03-16');
  // 460 and 552 leads, 82 days later, hold as much information as two groups of 502.
  assert.is(outlook(sequential, '2026-03-03')?.estimated_verdict_on, '2026-05-25');
  assert.is(outlook(sequential, '2026-03-04')?.estimated_verdict_on, '2026-06-01');
  assert.ok(Number(outlook({})?.detectable_lift_pct) > 50 && Number(outlook({})?.detectable_lift_pct) < 120);
  assert.is(outlook({})?.leads_per_day, 11);
  assert.is(
    outlook({ 'spawning.min_sample_size': 1 })?.estimated_verdict_on,
    '2026-03-16',
    'the minimum of the test itself counts',
  );
});

test.run();
