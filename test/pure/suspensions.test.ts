// What a person's switches suspend, and what they leave alone.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { run } from '../support/operations.ts';

const suspensions = suite('suspensions');

const spawn = {
  bottleneck: 'poor_qualification',
  action: 'spawn',
  reason: 'bottleneck',
  skill_type: 'lead-scorer',
  skill_name: 'Auto-spawned lead-scorer v1',
  explanation: 'Few qualify.',
  skill: { skill_type: 'lead-scorer' },
  test: { min_sample_size: 100 },
  plan: { planned_lift: 0.2 },
};
const skip = {
  action: 'skip',
  reason: 'cooling_off',
  skill_type: 'instant-responder',
  explanation: 'It rests.',
};
const rejected = {
  skill_type: 'lead-scorer',
  rejected_by: 'ann',
  why: 'not now',
  since: '2026-03-01',
  until: '2026-03-31',
};
const spawns = (
  switches: Partial<{ dry_run: boolean; approval: boolean; rejections: (typeof rejected)[] }>,
) =>
  run('suspend_spawns', {
    dry_run: false,
    approval: false,
    rejections: [],
    decisions: [spawn, skip],
    ...switches,
  });

suspensions('without a switch a plan stays as it is, a rejection of earlier included', () => {
  assert.equal(spawns({ rejections: [rejected] }), [spawn, skip]);
});

suspensions('a suspended spawn is a skip that keeps what it would have been', () => {
  const { skill, test, plan, ...rest } = spawn;
  assert.equal(spawns({ dry_run: true, approval: true, rejections: [rejected] }), [
    {
      ...rest,
      action: 'skip',
      skill_name: null,
      would_spawn: { skill, test, plan },
      reason: 'dry_run',
      explanation: 'Few qualify. Nothing is spawned: engine.dry_run is on.',
    },
    skip,
  ]);
});

suspensions('under approval a spawn waits, or stays rejected for as long as its type rests', () => {
  const [waits] = spawns({ approval: true, rejections: [{ ...rejected, skill_type: 'source-optimizer' }] });
  assert.equal(
    [waits?.reason, waits?.explanation, 'until' in (waits ?? {})],
    ['awaiting_approval', 'Few qualify. It waits for lh_engine.approve: engine.approval is on.', false],
  );
  const [stays] = spawns({ approval: true, rejections: [rejected] }) as readonly Record<string, unknown>[];
  assert.equal(
    [stays?.reason, stays?.explanation, stays?.since, stays?.until],
    [
      'rejected',
      'ann rejected the spawning of lead-scorer on 2026-03-01: not now',
      '2026-03-01',
      '2026-03-31',
    ],
  );
});

const held = (switches: Partial<{ dry_run: boolean; approval: boolean; paused: string[] }>) =>
  run('suspend_recommendations', {
    dry_run: false,
    approval: false,
    paused: [],
    skills: [
      { skill_id: '1', skill_type: 'lead-scorer' },
      { skill_id: '2', skill_type: null },
    ],
    result: {
      tests: [
        { skill_id: '1', recommendation: 'KEEP' },
        { skill_id: '2', recommendation: 'KILL' },
        { skill_id: null, recommendation: 'CONTINUE' },
      ],
      warnings: [],
    },
    ...switches,
  }).tests.map((test) => ('held' in test ? test.held : null));

suspensions('a dry run suspends all, a pause what would end a test, approval what would keep a skill', () => {
  assert.equal(held({}), [null, null, null]);
  assert.equal(held({ dry_run: true, paused: ['*'] }), ['dry_run', 'dry_run', 'dry_run']);
  assert.equal(held({ paused: ['*'], approval: true }), ['paused', 'paused', null]);
  assert.equal(held({ paused: ['lead-scorer'] }), ['paused', null, null]);
  assert.equal(held({ paused: ['source-optimizer'], approval: true }), ['awaiting_approval', null, null]);
});

suspensions.run();
