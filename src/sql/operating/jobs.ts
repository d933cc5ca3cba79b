// The jobs in pg_cron: found, made and removed by name, and the exact statement for the DBA where this role or this
// database cannot. Every touch of schema cron is dynamic SQL, because the schema is not there on every server.
import { routine, type SqlModule } from '../kit/objects.ts';
import { join, literal, sql } from '../kit/sql.ts';

// pg_cron counts in GMT and time zones lie whole quarters of an hour apart, so one of these ticks is 00:01 everywhere.
// Those of 1.4 reject schedules in seconds.
const jobs = [
  ['lh_engine_cycle', '1,16,31,46 * * * *', 'call lh_engine.run_due_cycle()'],
  ['lh_engine_purge', '7 3 * * *', 'select lh_engine.purge_events()'],
] as const;

const wantedJobs = routine({
  name: 'lh_engine.wanted_jobs',
  returns: { rows: { job: 'text', schedule: 'text', command: 'text' } },
  language: 'sql',
  volatility: 'immutable',
  grants: ['operator', 'reader'],
  comment: 'The jobs that the engine has in pg_cron: name, schedule (GMT) and command.',
  body: sql`
  values
${join(
  jobs.map(
    ([job, schedule, command]) => sql`    (${literal(job)}, ${literal(schedule)}, ${literal(command)})`,
  ),
  ',\n',
)};`,
});

const cronIsHere = routine({
  name: 'lh_engine.cron_is_usable',
  returns: 'boolean',
  language: 'sql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment: 'Whether pg_cron is in this database and this role may use its schema.',
  body: sql`
  select exists (
    select from pg_extension as e
    join pg_namespace as n on n.nspname = 'cron'
    where e.extname = 'pg_cron' and has_schema_privilege(n.oid, 'usage')
  );`,
});

const findJobs = routine({
  name: 'lh_engine.find_jobs',
  returns: {
    rows: {
      job_id: 'bigint',
      job: 'text',
      schedule: 'text',
      command: 'text',
      job_role: 'text',
      is_active: 'boolean',
    },
  },
  language: 'plpgsql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'The jobs of the engine for this database that this role can see in pg_cron. pg_cron shows a role its own jobs, a superuser all.',
  body: sql`
begin
  if (select lh_engine.cron_is_usable()) then
    return query execute
      'select j.jobid, j.jobname::text, j.schedule, j.command, j.username, j.active
       from cron.job as j
       join lh_engine.wanted_jobs() as w on w.job = j.jobname::text
       where j.database = current_database()
       order by j.jobname, j.jobid';
  end if;
end`,
});

const foreignJobs = routine({
  name: 'lh_engine.refuse_foreign_jobs',
  returns: 'void',
  language: 'plpgsql',
  volatility: 'stable',
  grants: ['operator'],
  comment:
    'Refuses (LH010) when a job of the name belongs to another role or another database: pg_cron would make a second one, or change that one.',
  body: sql`
declare
  v_job record;
begin
  execute
    'select j.jobid, j.jobname, j.username, j.database
     from cron.job as j
     join lh_engine.wanted_jobs() as w on w.job = j.jobname::text
     where (j.database = current_database()) <> (j.username = current_user)
     order by j.jobid
     limit 1'
  into v_job;
  if v_job.jobid is not null then
    raise exception using
      errcode = 'LH010',
      message = format('job %s of pg_cron exists already, for role %I in database %I', v_job.jobname, v_job.username, v_job.database),
      hint = format('Leave it as it is, or remove it first: select cron.unschedule(%s);', v_job.jobid);
  end if;
end`,
});

const requireCron = routine({
  name: 'lh_engine.require_cron',
  args: { p_enable: 'boolean' },
  returns: 'void',
  language: 'plpgsql',
  volatility: 'stable',
  grants: ['operator'],
  comment:
    'Refuses (LH010) with the exact statements for a DBA when pg_cron is not in this database, when this role may not use it, or, for enabling, when it cannot log in: pg_cron logs in as the role of the job.',
  body: sql`
declare
  v_home text := (select s.setting from pg_settings as s where s.name = 'cron.database_name');
  v_message text;
  v_hint text;
  v_elsewhere text := (
    select string_agg(
      case
        when p_enable
          then format('select cron.schedule_in_database(%L, %L, %L, %L, %L);', w.job || '_' || current_database(), w.schedule, w.command, current_database(), current_user)
        else format('select cron.unschedule(jobid) from cron.job where jobname = %L;', w.job || '_' || current_database())
      end,
      ' '
      order by w.job
    )
    from lh_engine.wanted_jobs() as w
  );
begin
  if not exists (select from pg_extension as e where e.extname = 'pg_cron') then
    v_message := format('pg_cron is not in database %I', current_database());
    v_hint := case
      when v_home = current_database() then 'Let a DBA run here: create extension pg_cron;'
      when v_home is not null then format('pg_cron lives in database %I. Let a DBA run there: %s', v_home, v_elsewhere)
      when exists (select from pg_available_extensions as e where e.name = 'pg_cron')
        then format('Let a DBA run in the database that pg_cron lives in (show cron.database_name): %s', v_elsewhere)
      else 'Install pg_cron on the server, or let another scheduler run every quarter of an hour: call lh_engine.run_due_cycle();'
    end;
  elsif not (select lh_engine.cron_is_usable()) then
    v_message := format('role %I may not use pg_cron', current_user);
    v_hint := format('Let a DBA run: grant usage on schema cron to %I;', current_user);
  elsif p_enable and not (select r.rolcanlogin from pg_roles as r where r.rolname = current_user) then
    v_message := format('role %I cannot log in, and pg_cron logs in as the role of a job', current_user);
    v_hint := format('Let a DBA run: alter role %I login; or enable the schedule as a role that can log in.', current_user);
  end if;
  if v_message is not null then
    raise exception using errcode = 'LH010', message = v_message, hint = v_hint;
  end if;
end`,
});

const enableSchedule = routine({
  name: 'lh_engine.enable_schedule',
  returns: { rows: { job: 'text', schedule: 'text', command: 'text' } },
  language: 'plpgsql',
  grants: ['operator'],
  comment:
    'Makes the two jobs of the engine in pg_cron, for the role that calls: the loop, which runs at 00:01 of engine.time_zone for the day just ended, and the purge of old events. Again: the same two jobs, active. Where pg_cron is elsewhere or not allowed: LH010 with the exact statement for a DBA.',
  body: sql`
#variable_conflict use_column
declare
  v_job record;
begin
  perform lh_engine.require_cron(true);
  perform lh_engine.refuse_foreign_jobs();
  -- pg_cron would leave a job inactive that a person has deactivated.
  for v_job in
    select f.job_id from lh_engine.find_jobs() as f where not f.is_active
  loop
    execute 'select cron.unschedule($1)' using v_job.job_id;
  end loop;
  for v_job in
    select w.job, w.schedule, w.command from lh_engine.wanted_jobs() as w
  loop
    execute 'select cron.schedule($1, $2, $3)' using v_job.job, v_job.schedule, v_job.command;
  end loop;
  perform lh_engine.record_event('switch', null, null, null, null, jsonb_build_object('switch', 'enable_schedule', 'role', current_user));
  return query
  select f.job, f.schedule, f.command from lh_engine.find_jobs() as f;
end`,
});

const disableSchedule = routine({
  name: 'lh_engine.disable_schedule',
  returns: 'setof text',
  language: 'plpgsql',
  grants: ['operator'],
  comment:
    'Removes the jobs of the engine from pg_cron and returns the names of those removed; again: none. Where pg_cron is elsewhere or not allowed: LH010.',
  body: sql`
declare
  v_job record;
  v_removed text[] := '{}'::text[];
begin
  perform lh_engine.require_cron(false);
  for v_job in
    select f.job_id, f.job from lh_engine.find_jobs() as f
  loop
    execute 'select cron.unschedule($1)' using v_job.job_id;
    v_removed := v_removed || v_job.job;
  end loop;
  if cardinality(v_removed) > 0 then
    perform lh_engine.record_event('switch', null, null, null, null, jsonb_build_object('switch', 'disable_schedule', 'role', current_user));
  end if;
  return query
  select r.job from unnest(v_removed) as r (job);
end`,
});

const purgeJobRuns = routine({
  name: 'lh_engine.purge_job_runs',
  args: { p_before: 'timestamptz' },
  returns: 'bigint',
  language: 'plpgsql',
  grants: ['operator'],
  comment:
    'Removes the rows of the engine in cron.job_run_details that ended before a moment; returns how many, null where pg_cron is elsewhere.',
  body: sql`
declare
  v_removed bigint;
begin
  if not (select lh_engine.cron_is_usable()) or to_regclass('cron.job_run_details') is null then
    return null;
  end if;
  execute
    'delete from cron.job_run_details as d
     where d.database = current_database()
       and d.command in (select w.command from lh_engine.wanted_jobs() as w)
       and coalesce(d.end_time, d.start_time) < $1'
  using p_before;
  get diagnostics v_removed = row_count;
  return v_removed;
end`,
});

export const cronJobs: SqlModule = {
  name: 'operating/jobs',
  objects: [
    wantedJobs,
    cronIsHere,
    findJobs,
    foreignJobs,
    requireCron,
    enableSchedule,
    disableSchedule,
    purgeJobRuns,
  ],
};
