// The daily run: the procedure that pg_cron calls, what a run that ended without a word leaves, and the
// purge of old events. Knows pg_cron only through src/sql/operating/jobs.ts, and no step of the cycle.
import { procedure, routine, type SqlModule } from '../kit/objects.ts';
import { settingOf } from '../kit/settings.ts';
import { sql } from '../kit/sql.ts';

const openRuns = routine({
  name: 'lh_engine.open_runs',
  returns: {
    rows: { started_event_id: 'bigint', as_of: 'date', started_at: 'timestamptz', is_running: 'boolean' },
  },
  language: 'sql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'The scheduled runs that started and have neither a cycle nor a failed event: one may be running now (is_running), the others ended without a word, by a crash, a kill or a cancelled call. A run is running while its process holds or waits for the lock of the cycle, or still executes the call that began it, as far as this role may see that. On a standby, which cannot know, every open run counts as running.',
  body: sql`
  select
    s.event_id,
    s.as_of,
    s.happened_at,
    case
      -- This session may have taken the turn since: only the present call is that run.
      when (s.data ->> 'pid')::integer = pg_backend_pid()
        then coalesce((s.data ->> 'called_at')::timestamptz = statement_timestamp(), false)
      else exists (
        select from lh_engine.turn_locks() as l
        where l.pid = (s.data ->> 'pid')::integer
      )
      or exists (
        select from pg_stat_activity as a
        where a.pid = (s.data ->> 'pid')::integer
          and a.state = 'active'
          and a.backend_start = (s.data ->> 'backend_start')::timestamptz
          and a.query_start = (s.data ->> 'called_at')::timestamptz
      )
    end
    -- A standby sees neither the processes nor the locks of its primary.
    or pg_is_in_recovery()
  from lh_engine.events as s
  where s.kind = 'started'
    and not exists (
      select from lh_engine.events as e
      where e.kind in ('cycle', 'failed')
        and e.as_of = s.as_of
        and e.event_id > s.event_id
    );`,
});

const startRun = routine({
  name: 'lh_engine.start_run',
  returns: { row: { run_id: 'bigint', as_of: 'date' } },
  language: 'plpgsql',
  grants: ['operator'],
  comment:
    'Begins a scheduled run: takes the turn, closes runs that ended without a word as failed, and records a started event, by which the run is claimed when the turn ends with the transaction: it says which call of which process works. Nothing due, a cycle running elsewhere, or a claim of a call that goes on: both are null.',
  body: sql`
begin
  if (select lh_engine.due_day()) is null or not (select lh_engine.take_turn()) then
    return;
  end if;
  as_of := (select lh_engine.due_day());
  if as_of is null or exists (select from lh_engine.open_runs() as r where r.is_running) then
    as_of := null;
    return;
  end if;
  perform lh_engine.record_event(
    'failed',
    null,
    r.as_of,
    null,
    null,
    jsonb_build_object(
      'started_event_id', r.started_event_id,
      'started_at', r.started_at,
      'message', 'the run started and never ended: its call, its session or the server ended first',
      'found_by', 'the next run'
    )
  )
  from lh_engine.open_runs() as r;
  run_id := lh_engine.record_event(
    'started',
    null,
    as_of,
    null,
    null,
    jsonb_build_object(
      'pid', pg_backend_pid(),
      'backend_start', (select a.backend_start from pg_stat_activity as a where a.pid = pg_backend_pid()),
      'called_at', statement_timestamp()
    )
  );
end`,
});

const runDay = routine({
  name: 'lh_engine.run_day',
  args: { p_as_of: 'date' },
  returns: 'void',
  language: 'plpgsql',
  grants: ['operator'],
  comment:
    'The work of a scheduled run: waits for the turn, which somebody may have taken since the run was claimed, and runs the cycle unless that was one for this day.',
  body: sql`
begin
  perform pg_advisory_xact_lock(lh_engine.cycle_lock());
  if (select lh_engine.due_day()) is not null then
    perform public.lh_run_improvement_cycle(p_as_of);
  end if;
end`,
});

const failRun = routine({
  name: 'lh_engine.fail_run',
  args: { p_run_id: 'bigint', p_as_of: 'date', p_error: 'jsonb' },
  returns: 'void',
  language: 'plpgsql',
  grants: ['operator'],
  comment: 'Records that a scheduled run failed, with the error.',
  body: sql`
begin
  perform lh_engine.record_event(
    'failed',
    null,
    p_as_of,
    null,
    null,
    jsonb_build_object('started_event_id', p_run_id) || jsonb_strip_nulls(p_error)
  );
end`,
});

// It commits, so it cannot pin its search_path: every name in it is qualified and it applies no operator.
const runDueCycle = procedure({
  name: 'lh_engine.run_due_cycle',
  language: 'plpgsql',
  searchPath: null,
  grants: ['operator'],
  comment:
    'What pg_cron calls every quarter of an hour: when a day has ended and has not been run, commits a started event, runs public.lh_run_improvement_cycle for it in a second transaction, and on an error commits a failed event and raises the error again, so that the scheduler sees it too. Must be called outside a transaction. It holds nothing after the call, whatever becomes of it.',
  body: sql`
declare
  v_run_id pg_catalog.int8;
  v_as_of pg_catalog.date;
  v_state pg_catalog.text;
  v_message pg_catalog.text;
  v_detail pg_catalog.text;
  v_hint pg_catalog.text;
  v_context pg_catalog.text;
begin
  select r.run_id, r.as_of into v_run_id, v_as_of from lh_engine.start_run() as r;
  if v_run_id is null then
    return;
  end if;
  commit;
  begin
    perform lh_engine.run_day(v_as_of);
    set constraints all immediate;
  exception
    -- A timeout and a failed assertion are not among the others. All are raised again below.
    when query_canceled or assert_failure or others then
      get stacked diagnostics
        v_state = returned_sqlstate,
        v_message = message_text,
        v_detail = pg_exception_detail,
        v_hint = pg_exception_hint,
        v_context = pg_exception_context;
      perform lh_engine.fail_run(
        v_run_id,
        v_as_of,
        pg_catalog.jsonb_build_object(
          'sqlstate', v_state, 'message', v_message, 'detail', v_detail, 'hint', v_hint, 'context', v_context
        )
      );
  end;
  commit;
  if v_state is not null then
    raise exception using errcode = v_state, message = v_message, detail = v_detail, hint = v_hint;
  end if;
end`,
});

const purgeEvents = routine({
  name: 'lh_engine.purge_events',
  returns: 'jsonb',
  language: 'plpgsql',
  grants: ['operator'],
  comment:
    'Removes events older than log.retention_days of the kinds cycle, detection, plan, skip, started, failed and purge, and the rows of these jobs in cron.job_run_details; records how many. The newest cycle and the newest one with an analysis stay, because the schedule reads them.',
  body: sql`
declare
  v_days integer := (select ${settingOf('log.retention_days')});
  v_before timestamptz := (select lh_engine.clock()) - make_interval(days => v_days);
  v_events bigint;
  v_result jsonb;
begin
  delete from lh_engine.events as e
  where e.kind in ('cycle', 'detection', 'plan', 'skip', 'started', 'failed', 'purge')
    and e.happened_at < v_before
    and e.event_id is distinct from (select max(c.event_id) from lh_engine.events as c where c.kind = 'cycle')
    and e.event_id is distinct from (
      select max(c.event_id)
      from lh_engine.events as c
      where c.kind = 'cycle' and jsonb_typeof(c.data -> 'analysis') = 'object'
    );
  get diagnostics v_events = row_count;
  v_result := jsonb_build_object('before', v_before, 'events', v_events, 'job_runs', lh_engine.purge_job_runs(v_before));
  perform lh_engine.record_event('purge', null, null, null, null, v_result);
  return v_result;
end`,
});

export const schedule: SqlModule = {
  name: 'operating/schedule',
  objects: [openRuns, startRun, runDay, failRun, runDueCycle, purgeEvents],
};
