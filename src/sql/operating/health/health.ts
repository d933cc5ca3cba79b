// One row that says whether the engine does its work, for a monitor and for the person it wakes. Reads only what the
// engine and pg_cron know of themselves; knows no rule of detection or decision.
import { routine, type SqlModule, view } from '../../kit/objects.ts';
import { settingOf } from '../../kit/settings.ts';
import { ident, join, sql } from '../../kit/sql.ts';
import { reasonList } from './reasons.ts';

const runningRole = routine({
  name: 'lh_engine.running_role',
  returns: 'text',
  language: 'sql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'The role whose rights matter: that of the scheduled job where this role can see it, else that of the newest scheduled run, else the present role.',
  body: sql`
  select r.rolname::text
  from (
    select 1 as preference, j.job_role as name
    from lh_engine.find_jobs() as j
    where j.job = 'lh_engine_cycle'
    union all
    (
      select 2, e.actor
      from lh_engine.events as e
      where e.kind = 'started'
      order by e.as_of desc, e.event_id desc
      limit 1
    )
    union all
    select 3, current_user::text
  ) as c
  join pg_roles as r on r.rolname::text = c.name
  order by c.preference
  limit 1;`,
});

const runHistory = routine({
  name: 'lh_engine.run_history',
  returns: {
    row: {
      last_success: 'timestamptz',
      last_success_day: 'date',
      last_failure: 'timestamptz',
      last_error: 'text',
      lost_run_at: 'timestamptz',
      days_behind: 'integer',
      is_late: 'boolean',
    },
  },
  language: 'plpgsql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'One row: when a cycle last succeeded and for which day, when a scheduled run last failed and with which error, the newest run that ended without a word, how many ended days wait for a run, and whether they wait for longer than engine.late_after_minutes.',
  body: sql`
declare
  v_now timestamptz := (select lh_engine.clock());
  v_ended date := (select lh_engine.last_ended_day());
  v_done date := (select lh_engine.last_done_day());
  v_end_of_day timestamptz := (select lh_engine.day_start(v_ended + 1, lh_engine.time_zone()));
begin
  select e.happened_at, e.as_of into last_success, last_success_day
  from lh_engine.events as e
  where e.kind = 'cycle'
  order by e.event_id desc
  limit 1;
  select e.happened_at, e.data ->> 'message' into last_failure, last_error
  from lh_engine.events as e
  where e.kind = 'failed'
  order by e.event_id desc
  limit 1;
  select max(r.started_at) into lost_run_at
  from lh_engine.open_runs() as r
  where not r.is_running;
  days_behind := case when v_done is not null then greatest(v_ended - v_done, 0) end;
  is_late := v_done is null
    or days_behind > 1
    or (days_behind = 1 and v_now > v_end_of_day + make_interval(mins => (select ${settingOf('engine.late_after_minutes')})));
end`,
});

const jobsState = routine({
  name: 'lh_engine.jobs_state',
  returns: { row: { jobs_present: 'boolean', jobs_active: 'boolean' } },
  language: 'plpgsql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'Whether both jobs are in pg_cron and active; null where this role cannot see that, because pg_cron is elsewhere or the jobs may belong to another role.',
  body: sql`
declare
  v_wanted bigint := (select count(*) from lh_engine.wanted_jobs());
  v_found bigint;
  v_active bigint;
  v_sees_all boolean;
begin
  select count(distinct j.job), count(distinct j.job) filter (where j.is_active)
  into v_found, v_active
  from lh_engine.find_jobs() as j;
  v_sees_all := (select lh_engine.cron_is_usable()) and not row_security_active('cron.job');
  if v_sees_all or v_found = v_wanted then
    jobs_present := v_found = v_wanted;
    jobs_active := v_active = v_wanted;
  end if;
end`,
});

/** As 1.0.0 had them. */
const formerColumns = {
  ok: 'boolean',
  reasons: 'text[]',
  last_success: 'timestamptz',
  last_success_day: 'date',
  last_failure: 'timestamptz',
  last_error: 'text',
  days_behind: 'integer',
  jobs_present: 'boolean',
  jobs_active: 'boolean',
  running_tests: 'bigint',
  stuck_tests: 'text[]',
  waiting_proposals: 'bigint',
  paused: 'text[]',
  dry_run: 'boolean',
  engine: 'text',
  bundle: 'text',
  language: 'text',
  host_problems: 'text[]',
} as const;

const healthRow = routine({
  name: 'lh_engine.health_row',
  returns: { rows: { ...formerColumns, notices: 'text[]', tests_as_of: 'timestamptz' } },
  language: 'plpgsql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment: 'The row of the view lh_engine.health.',
  body: sql`
#variable_conflict use_column
declare
  v_now timestamptz := (select lh_engine.clock());
  v_run record;
  v_jobs record;
  v_host record;
  v_damage text := (select lh_engine.library_damage());
  v_max_days integer := (select ${settingOf('decisions.max_test_days')});
begin
  select * into v_run from lh_engine.run_history();
  select * into v_jobs from lh_engine.jobs_state();
  select * into v_host from lh_engine.host_state(v_now - make_interval(days => v_max_days));
  return query
  with turns as (
    select
      array_agg(h.sentence) filter (where h.is_too_long) as reasons,
      array_agg(h.sentence) filter (where not h.is_too_long) as notices
    from lh_engine.held_turns(v_run.is_late) as h
  ),
  reasons as (
    select ${reasonList} || t.reasons as list
    from turns as t
  )
  select
    cardinality(r.list) = 0,
    r.list,
    v_run.last_success,
    v_run.last_success_day,
    v_run.last_failure,
    v_run.last_error,
    v_run.days_behind,
    v_jobs.jobs_present,
    v_jobs.jobs_active,
    v_host.running_tests,
    coalesce(v_host.stuck_tests, '{}'),
    (select count(*) from lh_engine.all_proposals as w where w.status = 'waiting'),
    array(select p.skill_type from lh_engine.pauses as p order by p.skill_type),
    ${settingOf('engine.dry_run')},
    version.engine,
    version.bundle,
    version.language,
    coalesce(v_host.host_problems, '{}'),
    lh_engine.switch_notices() || lh_engine.owner_notices() || t.notices,
    v_host.tests_as_of
  from reasons as r
  cross join turns as t
  cross join lh_engine.version() as version;
end`,
});

const healthView = view({
  name: 'lh_engine.health',
  grants: ['operator', 'reader'],
  comment:
    'One row for a monitor: ok and, where it is false, the reasons; last success, last failure and its error, ended days without a run, the jobs (null: cannot be seen from here), running and stuck tests, switches, versions, what the host lacks, and notices of what is not wrong yet: pauses, dry run, who has the turn of the cycle. It waits for no lock of the host for longer than 0.4 s. tests_as_of: when the tests were counted, for a role that may not see the host the last cycle.',
  query: sql`
select h.* from lh_engine.health_row() as h`,
});

const checkHealth = routine({
  name: 'lh_engine.check_health',
  returns: { rows: formerColumns },
  language: 'sql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'The first columns of the view lh_engine.health, as 1.0.0 had them: read the view. It goes with version 1.2.0.',
  body: sql`
  select
${join(
  Object.keys(formerColumns).map((column) => sql`    h.${ident(column)}`),
  ',\n',
)}
  from lh_engine.health_row() as h;`,
});

export const health: SqlModule = {
  name: 'operating/health',
  objects: [runningRole, runHistory, jobsState, healthRow, healthView, checkHealth],
};
