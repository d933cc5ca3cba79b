// Settings of metrics and bottleneck detection beside the thresholds: windows, grace and evidence. What the defaults
// of the profile "rigorous" achieve is measured in docs/detection.md.
import type { SettingGroup } from './types.ts';

const rate = { type: 'number', min: 0, max: 1, unit: 'fraction' } as const;
const days = { type: 'integer', min: 1, unit: 'days' } as const;
const leads = { type: 'integer', min: 1, max: 100000000, unit: 'leads' } as const;

export const evidenceSettings = {
  'detection.threshold_inputs': {
    type: 'choice',
    choices: ['daily_row', 'mature_cohorts'],
    default: 'daily_row',
    rigorous: 'mature_cohorts',
    unit: 'name',
    audience: 'expert',
    meaning:
      'What the thresholds are evaluated on: the row of the day in lh_daily_metrics, or the leads of the last detection.window_days that are old enough.',
  },
  'detection.min_evidence': {
    ...leads,
    default: 1,
    rigorous: 30,
    audience: 'expert',
    meaning: 'Fewest leads (or labelled contacts) on which a threshold is evaluated.',
  },
  'detection.window_days': {
    ...days,
    default: 7,
    max: 90,
    audience: 'expert',
    meaning: 'How many days of mature leads a threshold is evaluated on together (mature_cohorts only).',
  },
  'detection.contact_grace_hours': {
    type: 'number',
    default: 24,
    min: 0,
    max: 720,
    unit: 'hours',
    audience: 'expert',
    meaning: 'How old a lead must be before it counts as not contacted.',
  },
  'detection.qualification_grace_days': {
    ...days,
    default: 7,
    max: 90,
    audience: 'expert',
    meaning: 'How old a lead must be before it counts as not qualified or not converted.',
  },
  'detection.follow_up_window_days': {
    ...days,
    default: 28,
    max: 180,
    audience: 'expert',
    meaning: 'The days ending with the target day whose qualifications the follow-up rule averages.',
  },
  'detection.backlog_days': {
    ...days,
    default: 5,
    max: 90,
    audience: 'expert',
    meaning: 'A lead contacted longer ago than this and still "contacted" belongs to the backlog.',
  },
  'detection.backlog_share_max': {
    ...rate,
    default: 1,
    rigorous: 0.5,
    audience: 'expert',
    meaning: 'A backlog above this share of the contacted leads is slow follow-up; 1 switches it off.',
  },
  'detection.source_window_days': {
    ...days,
    default: 28,
    max: 180,
    audience: 'expert',
    meaning: 'The days of new leads on which sources are compared.',
  },
  'detection.source_min_leads': {
    ...leads,
    default: 20,
    rigorous: 30,
    audience: 'expert',
    meaning: 'Sources with fewer leads in the window are not evaluated.',
  },
  'detection.max_sources': {
    type: 'integer',
    default: 100,
    min: 1,
    max: 10000,
    unit: 'sources',
    audience: 'expert',
    meaning: 'How many sources, those with most leads, are compared; all others count together.',
  },
  'detection.escalation_min_leads': {
    ...leads,
    default: 30,
    audience: 'expert',
    meaning: 'Fewest leads on which being twice past a threshold raises the severity one step.',
  },
} as const satisfies SettingGroup;

export const trendSettings = {
  'detection.trend_days': {
    ...days,
    default: 7,
    max: 90,
    audience: 'expert',
    meaning: 'The newest mature days that a trend compares with the baseline before them.',
  },
  'detection.baseline_days': {
    ...days,
    default: 28,
    min: 7,
    max: 180,
    audience: 'expert',
    meaning: 'The days before the compared ones that make the baseline of a trend.',
  },
  'detection.min_relative_change': {
    type: 'number',
    default: 0.1,
    min: 0,
    max: 10,
    unit: 'fraction',
    audience: 'expert',
    meaning: 'Smallest relative change for the worse that a trend reports.',
  },
  'detection.trend_alpha': {
    type: 'number',
    default: 0.001,
    min: 0,
    max: 0.5,
    minExclusive: true,
    unit: 'probability',
    audience: 'expert',
    meaning:
      'A trend is reported below this one-sided p-value; rules that look at every source share it among the sources.',
  },
  'detection.trend_min_leads': {
    ...leads,
    default: 30,
    audience: 'expert',
    meaning: 'Fewest leads (or labelled contacts) in the compared days, and in the baseline, of a trend.',
  },
  'detection.follow_up_horizon_days': {
    ...days,
    default: 7,
    max: 90,
    audience: 'expert',
    meaning:
      'The follow-up trend compares leads over this many days after contact, so that old and young leads had the same time.',
  },
} as const satisfies SettingGroup;

export const patternSettings = {
  'detection.feedback_window_days': {
    ...days,
    default: 28,
    max: 365,
    audience: 'expert',
    meaning:
      'The days of feedback that pattern performance, pattern recommendations and the feedback report use.',
  },
  'detection.pattern_retire_below': {
    ...rate,
    default: 0.5,
    audience: 'expert',
    meaning: 'Retire a pattern when even the upper end of the interval of its precision is below this.',
  },
  'detection.pattern_keep_from': {
    ...rate,
    default: 0.8,
    audience: 'expert',
    meaning: 'A pattern of at least this precision is kept as it is; below it is tightened.',
  },
  'detection.pattern_min_evidence': {
    ...leads,
    default: 10,
    unit: 'labelled contacts',
    audience: 'expert',
    meaning: 'Fewest labelled contacts on which a change of a pattern is recommended.',
  },
  'detection.missed_examples': {
    type: 'integer',
    default: 5,
    min: 1,
    max: 100,
    unit: 'examples',
    audience: 'expert',
    meaning:
      'How many reasons of the validator, and how many contacts of each, are shown for businesses that no pattern caught.',
  },
} as const satisfies SettingGroup;

export const metricsSettings = {
  'metrics.refresh_days': {
    type: 'integer',
    default: 7,
    min: 1,
    max: 31,
    unit: 'days',
    audience: 'expert',
    meaning:
      'How many recent days of lh_daily_metrics, the target day included, are computed again in each cycle, because their counts still grow.',
  },
  'metrics.max_filled_days': {
    type: 'integer',
    default: 31,
    min: 0,
    max: 366,
    unit: 'days',
    audience: 'expert',
    meaning:
      'How many days back a cycle fills rows of lh_daily_metrics that are missing since the last cycle.',
  },
} as const satisfies SettingGroup;
