// Settings of the thresholds and targets of bottleneck detection; every default is that of the specification.
import type { SettingGroup } from './types.ts';

const rate = { type: 'number', min: 0, max: 1, unit: 'fraction' } as const;

export const thresholdSettings = {
  'detection.response_time_hours_max': {
    type: 'number',
    default: 4,
    min: 0,
    max: 8760,
    unit: 'hours',
    audience: 'everyday',
    meaning: 'A mean time to first contact above this is a bottleneck.',
  },
  'detection.response_time_hours_target': {
    type: 'number',
    default: 2,
    min: 0,
    max: 8760,
    unit: 'hours',
    audience: 'expert',
    meaning: 'The mean time to first contact that a skill should reach.',
  },
  'detection.contact_rate_min': {
    ...rate,
    default: 0.6,
    audience: 'everyday',
    meaning: 'A share of new leads contacted below this is a bottleneck.',
  },
  'detection.contact_rate_target': {
    ...rate,
    default: 0.8,
    audience: 'expert',
    meaning: 'The share of new leads contacted that a skill should reach.',
  },
  'detection.qualification_rate_min': {
    ...rate,
    default: 0.3,
    audience: 'everyday',
    meaning: 'A share of contacted leads qualified below this is a bottleneck.',
  },
  'detection.qualification_rate_target': {
    ...rate,
    default: 0.5,
    audience: 'expert',
    meaning: 'The share of contacted leads qualified that a skill should reach.',
  },
  'detection.f1_score_min': {
    ...rate,
    default: 0.8,
    audience: 'everyday',
    meaning: 'An F1 score of business detection below this is a bottleneck.',
  },
  'detection.f1_score_target': {
    ...rate,
    default: 0.87,
    audience: 'expert',
    meaning: 'The F1 score of business detection that a skill should reach.',
  },
  'detection.follow_up_days_max': {
    type: 'number',
    default: 5,
    min: 0,
    max: 365,
    unit: 'days',
    audience: 'everyday',
    meaning: 'A mean time from contact to qualification above this is a bottleneck.',
  },
  'detection.follow_up_days_target': {
    type: 'number',
    default: 3,
    min: 0,
    max: 365,
    unit: 'days',
    audience: 'expert',
    meaning: 'The mean time from contact to qualification that a skill should reach.',
  },
  'detection.source_conversion_rate_min': {
    ...rate,
    default: 0.1,
    audience: 'everyday',
    meaning: 'A source that converts below this, while all others together do well, is a bottleneck.',
  },
  'detection.source_conversion_rate_target': {
    ...rate,
    default: 0.3,
    audience: 'expert',
    meaning:
      'What all other sources together must convert for one source to be called weak; also its target.',
  },
} as const satisfies SettingGroup;
