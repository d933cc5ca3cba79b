// Settings of the engine as a whole: profile, time, security and the log.
import { formerProfiles, profileNames } from './names.ts';
import type { SettingGroup } from './types.ts';

export const engineSettings = {
  profile: {
    type: 'choice',
    choices: profileNames,
    former: formerProfiles,
    default: 'basic',
    unit: 'name',
    audience: 'everyday',
    meaning:
      'Which defaults apply: "basic" compares the row of the day and each look with fixed thresholds, "rigorous" evaluates mature cohorts and is safe under weekly looks. A single setting overrides it.',
  },
  'engine.time_zone': {
    type: 'text',
    default: 'UTC',
    unit: 'time zone',
    audience: 'everyday',
    meaning: 'The time zone in which days begin and end, and in which the daily run is due at 00:01.',
  },
  'engine.dry_run': {
    type: 'boolean',
    default: false,
    unit: 'true/false',
    audience: 'everyday',
    meaning: 'A cycle measures, detects and plans, but spawns nothing and decides nothing.',
  },
  'engine.approval': {
    type: 'boolean',
    default: false,
    unit: 'true/false',
    audience: 'everyday',
    meaning: 'Spawns and KEEP recommendations wait as proposals until a person approves them.',
  },
  'engine.late_after_minutes': {
    type: 'integer',
    default: 60,
    min: 1,
    max: 1440,
    unit: 'minutes',
    audience: 'expert',
    meaning:
      'How long an ended day may wait for its run, or a session hold the turn of the cycle, before lh_engine.health says so; the schedule ticks every 15 minutes.',
  },
  'security.trusted_roles': {
    type: 'text_list',
    default: [],
    unit: 'role names',
    audience: 'expert',
    meaning:
      'Roles of which a DBA vouches that row-level security shows them every row; for other roles subject to it the engine refuses to run. A role that is made anew under a name has not been vouched for.',
  },
  'log.retention_days': {
    type: 'integer',
    default: 400,
    min: 1,
    max: 36500,
    unit: 'days',
    audience: 'expert',
    meaning:
      'How long cycle, detection, plan, skip, started and failed events and the job runs of pg_cron are kept. Spawns, decisions, looks, settings and switches are kept for ever.',
  },
} as const satisfies SettingGroup;
