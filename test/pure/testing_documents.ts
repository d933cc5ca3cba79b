// What the tests of the decision rules have in common: documents of one test, and the operations that recommend them.
import type { Answer } from '../../src/plv8/entry.ts';
import { defaultsOf, type SettingValues } from '../../src/plv8/settings/catalog.ts';
import { type InputOf, run } from '../support/operations.ts';

type Document = InputOf<'analyze'>;
export type Test = Document['tests'][number];
export type Inputs = Test['inputs'];
export type LeadCounts = Inputs['groups'][number];
export type Changes = Partial<SettingValues>;
export type Analysis = Answer<'analyze'>;
/** A test as it was analysed: the record of a look. */
export type Analysed = Analysis['tests'][number];

export const settings = defaultsOf('basic');
export const sequential: Changes = { 'decisions.rule': 'sequential' };

export const group = (
  name: string | null,
  conversions: number,
  leads: number,
  more: Partial<LeadCounts> = {},
): LeadCounts => ({
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

export const testOf = (
  groups: LeadCounts[],
  inputs: Partial<Inputs> = {},
  more: Partial<Omit<Test, 'inputs'>> = {},
): Test => ({
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

export const analyze = (tests: Test[], changes: Changes = {}, stray = 0): Analysis =>
  run('analyze', {
    as_of: '2026-03-01',
    settings: { ...settings, ...changes },
    tests,
    leads_without_test: stray,
  });

/** The first test of an analysis that has one. */
export const firstOf = ({ tests }: Analysis): Analysed => {
  const [first] = tests;
  if (first === undefined) throw new Error('nothing was analysed');
  return first;
};

export const recommend = (
  [xc, nc]: [number, number],
  [xt, nt]: [number, number],
  changes: Changes = {},
  inputs: Partial<Inputs> = {},
): Analysed =>
  firstOf(analyze([testOf([group('control', xc, nc), group('treatment', xt, nt)], inputs)], changes));

export const simpson = [
  group('control', 234, 270, { source: 'small' }),
  group('treatment', 81, 87, { source: 'small' }),
  group('control', 55, 80, { source: 'large' }),
  group('treatment', 192, 263, { source: 'large' }),
];
