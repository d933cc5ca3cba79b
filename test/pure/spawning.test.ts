// The spawning policy: when a skill is spawned, when not and why. Cases are documents, as SQL hands them over.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Answer, answer } from '../../src/plv8/entry.ts';
import { type InputOf, run } from '../support/operations.ts';

type Document = InputOf<'plan'>;
type Decision = Answer<'plan'>['decisions'][number];

const bottleneck = (
  over: Partial<Document['bottlenecks'][number]> = {},
): Document['bottlenecks'][number] => ({
  type: 'low_response_rate',
  severity: 'high',
  metric: 'avg_response_time_hours',
  current_value: 9,
  target_value: 2,
  suggested_skill: 'instant-responder',
  segment: null,
  trigger: 'threshold',
  evidence: {},
  explanation: 'Leads wait 9 hours on average; more than 4 is too slow.',
  ...over,
});

const history = (over: Partial<Document['skills'][number]> = {}): Document['skills'][number] => ({
  skill_type: 'instant-responder',
  spawned_count: 1,
  testing_skill_id: null,
  testing_test_id: null,
  testing_since: null,
  last_killed_at: null,
  last_kept_at: null,
  ...over,
});

const document = (over: Partial<Document> = {}): Document => ({
  until: '2026-03-02T00:00:00',
  settings: {
    'spawning.cooling_off_days': 30,
    'spawning.recently_kept_days': 30,
    'spawning.max_running_tests': null,
    'spawning.min_evidence': 1,
    'spawning.traffic_allocation_pct': 50,
    'spawning.min_sample_size': 100,
    'spawning.confidence_level': 0.95,
    'decisions.planned_lift': 0.2,
  },
  bottlenecks: [bottleneck()],
  skills: [],
  running_tests: [],
  pauses: [],
  baseline: { leads: 1000, conversions: 300 },
  ...over,
});

const plan = (over: Partial<Document> = {}): readonly Decision[] => run('plan', document(over)).decisions;

const first = (over: Partial<Document> = {}): Decision => plan(over)[0] as Decision;

/** The first decision, which is to spawn. */
const spawned = (over: Partial<Document> = {}): Extract<Decision, { action: 'spawn' }> => {
  const decision = first(over);
  if (decision.action !== 'spawn') throw new Error(`expected a spawn, got ${JSON.stringify(decision)}`);
  return decision;
};

const policy = suite('policy');

policy(
  'spawns the first skill of a type as v1, with a test that fills every column of the specification',
  () => {
    const d = spawned();
    assert.is(d.action, 'spawn');
    assert.is(d.skill_name, 'Auto-spawned instant-responder v1');
    assert.equal(d.skill, {
      skill_type: 'instant-responder',
      skill_name: 'Auto-spawned instant-responder v1',
      problem_detected: 'low_response_rate',
      target_metric: 'avg_response_time_hours',
      baseline_value: 9,
      target_value: 2,
    });
    assert.is(d.test.test_name, 'Test: Auto-spawned instant-responder v1');
    assert.is(d.test.metric_tracked, 'avg_response_time_hours');
    assert.is(d.test.traffic_allocation_pct, 50);
    assert.is(d.test.min_sample_size, 100);
    assert.is(d.test.confidence_level, 0.95);
    assert.match(d.test.hypothesis, /avg_response_time_hours from 9 to 2/);
  },
);

policy('counts versions per type', () => {
  assert.is(
    first({ skills: [history({ spawned_count: 4 })] }).skill_name,
    'Auto-spawned instant-responder v5',
  );
  assert.is(
    first({ skills: [history({ skill_type: 'lead-scorer', spawned_count: 4 })] }).skill_name,
    'Auto-spawned instant-responder v1',
  );
});

policy('plans the sample that 80 % power needs for the planned lift, never less than the minimum', () => {
  // 30 % against 36 %: 963 leads per arm, the value of power.prop.test.
  assert.equal(spawned().plan, { baseline_rate: 0.3, planned_lift: 0.2, planned_leads_per_group: 963 });
  assert.is(spawned({ baseline: { leads: 0, conversions: 0 } }).plan.planned_leads_per_group, 100);
  assert.is(spawned({ baseline: { leads: 0, conversions: 0 } }).plan.baseline_rate, null);
  assert.is(spawned({ baseline: { leads: 100, conversions: 95 } }).plan.baseline_rate, null);
});

policy('does not spawn a duplicate of a skill under test', () => {
  const d = first({
    skills: [history({ testing_skill_id: '7', testing_test_id: '3', testing_since: '2026-02-20T00:00:00' })],
  });
  assert.is(d.action, 'skip');
  assert.is(d.reason, 'already_testing');
  assert.is(d.skill_id, '7');
  assert.is(d.ab_test_id, '3');
});

policy('rests for 30 days after a kill, to the second, and names the day it ends', () => {
  const killed = { skills: [history({ last_killed_at: '2026-01-31T00:00:01' })] };
  const d = first(killed);
  assert.is(d.reason, 'cooling_off');
  assert.is(d.until, '2026-03-02');
  assert.is(d.since, '2026-01-31');
  assert.match(d.explanation, /^An instant-responder was killed on 2026-01-31; .* 2026-03-02/);
  assert.is(first({ skills: [history({ last_killed_at: '2026-01-31T00:00:00' })] }).action, 'spawn');
});

policy('rests after a skill was kept', () => {
  const d = first({ skills: [history({ last_kept_at: '2026-02-10T00:00:00' })] });
  assert.is(d.reason, 'recently_kept');
  assert.is(d.until, '2026-03-12');
});

policy('a pause of zero days is no pause', () => {
  const settings = { ...document().settings, 'spawning.cooling_off_days': 0 };
  assert.is(
    first({ settings, skills: [history({ last_killed_at: '2026-03-02T00:00:00' })] }).action,
    'spawn',
  );
});

policy('never tests two skills on one metric, whether the other test ran before or is spawned now', () => {
  const running = [
    { ab_test_id: '9', skill_id: '8', metric: 'avg_response_time_hours', started_at: '2026-02-20T00:00:00' },
  ];
  assert.is(first({ running_tests: running }).reason, 'metric_busy');
  assert.is(first({ running_tests: running }).ab_test_id, '9');
  const [one, two] = plan({ bottlenecks: [bottleneck(), bottleneck({ suggested_skill: 'other-skill' })] });
  assert.is(one?.action, 'spawn');
  assert.is(two?.reason, 'metric_busy');
  assert.is(two?.ab_test_id, null);
});

policy('keeps within the number of tests that may run, counting those it has just planned', () => {
  const settings = { ...document().settings, 'spawning.max_running_tests': 1 };
  const [one, two] = plan({
    settings,
    bottlenecks: [
      bottleneck(),
      bottleneck({
        type: 'poor_qualification',
        metric: 'qualification_rate',
        suggested_skill: 'lead-scorer',
      }),
    ],
  });
  assert.is(one?.action, 'spawn');
  assert.is(two?.reason, 'at_capacity');
});

policy('does not spawn on evidence thinner than spawning.min_evidence', () => {
  const settings = { ...document().settings, 'spawning.min_evidence': 30 };
  const evaluatedOn = (n: number) => first({ settings, bottlenecks: [bottleneck({ evidence: { n } })] });
  assert.is(evaluatedOn(29).reason, 'not_enough_data');
  assert.match(evaluatedOn(29).explanation, /evaluated on 29, .* asks for 30/);
  assert.is(evaluatedOn(30).action, 'spawn');
});

policy('respects a pause of everything and of one skill type, and says who paused it and why', () => {
  const pause = (skill_type: string) => [
    { skill_type, paused_at: '2026-03-01T08:00:00', paused_by: 'kelvin', why: 'migration week' },
  ];
  assert.is(first({ pauses: pause('*') }).reason, 'paused');
  assert.match(
    first({ pauses: pause('instant-responder') }).explanation,
    /kelvin on 2026-03-01: migration week/,
  );
  assert.is(first({ pauses: pause('lead-scorer') }).action, 'spawn');
});

policy('says the level before and after where the bottleneck is a drop', () => {
  const d = spawned({
    bottlenecks: [
      bottleneck({ trigger: 'trend', current_value: 0.4, target_value: 0.6, evidence: { baseline: 0.6 } }),
    ],
  });
  assert.match(d.test.hypothesis, /from 0.4 \(it was 0.6\) to 0.6/);
});

policy('refuses a document of the wrong shape with the path of the first mistake', () => {
  const out = answer('plan', document({ baseline: { leads: -1, conversions: 0 } })) as {
    refusal: Record<string, string>;
  };
  assert.is(out.refusal.sqlstate, 'LH001');
  assert.is(out.refusal.message, 'baseline.leads: expected an integer ≥ 0, got -1');
});

policy.run();
