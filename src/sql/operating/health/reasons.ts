// Why health is not ok: when, what it says, and what to do about it, which docs/operations.md shows. Knows how health
// calls what it has read, and reads nothing itself.
import { type Fragment, join, literal, sql } from '../../kit/sql.ts';
import { heldTurnSentence } from './notices.ts';

export type Reason = {
  /** As `format()` takes it. */
  readonly says: string;
  /** None where another function writes the sentence. */
  readonly when?: Fragment;
  readonly values?: readonly Fragment[];
  /** In Markdown. */
  readonly remedy: string;
};

export const reasons: readonly Reason[] = [
  {
    says: 'the library behind lh_engine.js cannot be relied on, for %s (LH012): run dist/install.sql again',
    when: sql`v_damage is not null`,
    values: [sql`v_damage`],
    remedy:
      'Run `dist/install.sql` again; it takes plv8 where the server still has it, else PL/pgSQL. Nothing that is remembered was lost. It goes with its language (an extension that was dropped), or with the schemas `lh_engine_plain` and `lh_engine_plain_guarded`, which a dump of `lh_engine` alone leaves out. A single function that was dropped, changed or given to another owner shows too; no cycle runs until it is mended, for its records would name a library that did not decide.',
  },
  {
    says: 'no cycle has run yet',
    when: sql`v_run.last_success is null`,
    remedy:
      'After an installation: `call lh_engine.run_due_cycle();` as the role of the loop, then look whether the schedule ticks ([Schedule](#schedule)).',
  },
  {
    says: 'no cycle has run for an ended day yet',
    when: sql`v_run.last_success is not null and v_run.days_behind is null`,
    remedy:
      'Cycles ran by hand only. `call lh_engine.run_due_cycle();` runs yesterday; then see to the schedule.',
  },
  {
    says: '%s ended day(s) wait for a run',
    when: sql`v_run.last_success is not null and v_run.days_behind is not null and v_run.is_late`,
    values: [sql`v_run.days_behind`],
    remedy:
      'Nobody ticks, or the ticks do nothing. `call lh_engine.run_due_cycle();` as the role of the loop: when it works, the scheduler stands still ([The schedule stands still](#the-schedule-stands-still)); when it fails, its error is the reason; when it returns at once and `health` still says so, somebody has the turn ([already_running or LH009 lasts](#already_running-or-lh009-lasts)).',
  },
  {
    says: 'the last run failed at %s: %s',
    when: sql`v_run.last_failure > coalesce(v_run.last_success, '-infinity')`,
    values: [sql`v_run.last_failure`, sql`v_run.last_error`],
    remedy:
      'Read all of it ([The last run failed](#the-last-run-failed)), mend the cause, and wait for the next tick or `call lh_engine.run_due_cycle();`. Nothing of the failed run was written.',
  },
  {
    says: 'the run that started at %s ended without a word',
    when: sql`v_run.lost_run_at is not null`,
    values: [sql`v_run.lost_run_at`],
    remedy:
      'Its session or the server was ended: look into the log of the server for that time (out of memory, `pg_terminate_backend`, a restart, a failover). The next tick records it as failed and does the day.',
  },
  {
    says: 'the jobs are not in pg_cron: select lh_engine.enable_schedule();',
    when: sql`not v_jobs.jobs_present`,
    remedy:
      'As the role of the loop: `select * from lh_engine.enable_schedule();`. A restored database has no jobs.',
  },
  {
    says: 'a job in pg_cron is not active: select lh_engine.enable_schedule();',
    when: sql`v_jobs.jobs_present and not v_jobs.jobs_active`,
    remedy:
      'Somebody switched it off: ask who, then `select * from lh_engine.enable_schedule();` as the role of the loop.',
  },
  {
    says: 'tests run for more than %s days: %s',
    when: sql`v_host.stuck_tests is not null`,
    values: [sql`v_max_days`, sql`array_to_string(v_host.stuck_tests, ', ')`],
    remedy:
      '`select s.id, e.* from lh_engine.health as h, unnest(h.stuck_tests) as s (id), lh_engine.explain_test(s.id) as e;` says what each waits for: leads that are no longer assigned, a gate that blocks, a pause. `lh_engine.stop_test` with one of these ids and a reason ends it. Can wait for the day.',
  },
  {
    says: 'the host lacks %s thing(s) that the engine needs: select * from lh_engine.check_host();',
    when: sql`v_host.host_problems is not null`,
    values: [sql`cardinality(v_host.host_problems)`],
    remedy:
      'Cycles stop with LH004 or LH005 until it is back. `select kind, object, remedy from lh_engine.check_host() where required and not found;` as the role of the loop gives a statement for each.',
  },
  {
    says: 'a table of the host cannot be read: %s',
    when: sql`v_host.locked is not null`,
    values: [sql`v_host.locked`],
    remedy:
      'Somebody has locked it, most often an `alter table` or a `vacuum full` that runs or waits. Let it end, or run the statement in the sentence. A cycle that meets it waits, or fails after its `lock_timeout` and is made up for.',
  },
  {
    says: heldTurnSentence,
    remedy: 'See [already_running or LH009 lasts](#already_running-or-lh009-lasts).',
  },
];

/** The sentences that hold now, in the order of the list. */
export const reasonList: Fragment = sql`array_remove(array[
${join(
  reasons.flatMap(({ says, when, values }) => {
    if (when === undefined) return [];
    const sentence =
      values === undefined ? literal(says) : sql`format(${join([literal(says), ...values], ', ')})`;
    return [sql`      case when ${when} then ${sentence} end`];
  }),
  ',\n',
)}
    ], null)`;
