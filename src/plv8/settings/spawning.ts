// Settings of the spawning policy: when a skill may be spawned and what its test looks like.
import type { Setting } from './types.ts';

export const spawningSettings: readonly Setting[] = [
  {
    key: 'spawning.cooling_off_days',
    type: 'integer',
    default: 30,
    min: 0,
    max: 3650,
    unit: 'days',
    meaning: 'How long after a skill was killed no other skill of its type is spawned.',
  },
  {
    key: 'spawning.recently_kept_days',
    type: 'integer',
    default: 30,
    min: 0,
    max: 3650,
    unit: 'days',
    meaning: 'How long after a skill was kept no other skill of its type is spawned.',
  },
  {
    key: 'spawning.max_running_tests',
    type: 'optional_integer',
    default: null,
    min: 0,
    max: 1000,
    unit: 'tests',
    meaning: 'How many tests may run at once; null for no limit.',
  },
  {
    key: 'spawning.traffic_allocation_pct',
    type: 'number',
    default: 50,
    min: 1,
    max: 99,
    unit: '%',
    meaning: 'Share of the leads of a new test that gets the treatment.',
  },
  {
    key: 'spawning.min_sample_size',
    type: 'integer',
    default: 100,
    min: 1,
    max: 100000000,
    unit: 'leads per group',
    meaning: 'Smallest number of leads in each group of a new test before a verdict.',
  },
  {
    key: 'spawning.confidence_level',
    type: 'number',
    default: 0.95,
    min: 0.5,
    max: 0.9999,
    unit: 'probability',
    meaning: 'Confidence level of a new test; 0.95 means significance at p < 0.05.',
  },
];
