// What the tests of the decision rules have in common: documents of one test, and the operations that recommend them.

import { operations } from '../../src/plv8/entry.ts';
import { defaultsOf } from '../../src/plv8/settings/catalog.ts';

// biome-ignore lint/suspicious/noExplicitAny: records are read by key
export type Json = any;
export const run = (operation: string, input: unknown): Json => operations[operation]?.(input);
export const settings = defaultsOf('brief');
export const sequential = { 'decisions.rule': 'sequential' };
export const group = (name: string | null, conversions: number, leads: number, more: object = {}) => ({
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
export const testOf = (groups: object[], inputs: object = {}, more: object = {}) => ({
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
export const analyze = (tests: object[], changes: object = {}, stray = 0): Json =>
  run('analyze', {
    as_of: '2026-03-01',
    settings: { ...settings, ...changes },
    tests,
    leads_without_test: stray,
  });
export const recommend = (
  [xc, nc]: [number, number],
  [xt, nt]: [number, number],
  changes: object = {},
  inputs: object = {},
): Json =>
  analyze([testOf([group('control', xc, nc), group('treatment', xt, nt)], inputs)], changes).tests[0];

export const simpson = [
  group('control', 234, 270, { source: 'small' }),
  group('treatment', 81, 87, { source: 'small' }),
  group('control', 55, 80, { source: 'large' }),
  group('treatment', 192, 263, { source: 'large' }),
];
