// Settings of the engine as a whole: profile, time, security and the log.
import type { Setting } from './types.ts';

export const engineSettings: readonly Setting[] = [
  {
    key: 'profile',
    type: 'choice',
    choices: ['brief', 'rigorous'],
    default: 'brief',
    unit: 'name',
    meaning:
      'Which defaults apply: "brief" is the plain arithmetic of the brief, "rigorous" judges mature cohorts and is safe under weekly looks. A single setting overrides it.',
  },
  {
    key: 'engine.time_zone',
    type: 'text',
    default: 'UTC',
    unit: 'time zone',
    meaning: 'The time zone in which days begin and end, and in which the daily run is due at 00:01.',
  },
  {
    key: 'engine.dry_run',
    type: 'boolean',
    default: false,
    unit: 'true/false',
    meaning: 'A cycle measures, detects and plans, but spawns nothing and applies no verdict.',
  },
  {
    key: 'engine.approval',
    type: 'boolean',
    default: false,
    unit: 'true/false',
    meaning: 'Spawns and KEEP verdicts wait as proposals until a person approves them.',
  },
  {
    key: 'security.trusted_roles',
    type: 'text_list',
    default: [],
    unit: 'role names',
    meaning:
      'Roles of which a DBA vouches that row-level security shows them every row; for other roles subject to it the engine refuses to run.',
  },
  {
    key: 'log.retention_days',
    type: 'integer',
    default: 400,
    min: 1,
    max: 36500,
    unit: 'days',
    meaning:
      'How long cycle, detection, plan, skip, started and failed events and the job runs of pg_cron are kept. Spawns, decisions, looks, settings and switches are kept for ever.',
  },
];
