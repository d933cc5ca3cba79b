// What health reads of the host: running tests and what the host lacks. Somebody may have locked a table, and a monitor
// must not wait for it: then it says who has. Knows no reason of health but that one.
import { endOfLock, lockedSince, lockOwner, ownerOfLock } from '../../engine/lock_owners.ts';
import { routine, type SqlModule } from '../../kit/objects.ts';
import { sql } from '../../kit/sql.ts';

const lockedBy = routine({
  name: 'lh_engine.host_locked_by',
  returns: 'text',
  language: 'sql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'Who has locked tables or views of the host, their partitions or indexes, so that nobody can read them, or waits for such a lock, with the statement that ends it; null where nobody has.',
  body: sql`
  with recursive relations (oid) as (
    select t.object_id
    from lh_engine.read_through(current_user::text) as t
    where t.catalog = 'pg_catalog.pg_class'::regclass
    union
    select i.inhrelid from relations as r join pg_inherits as i on i.inhparent = r.oid
  ),
  read (oid) as (
    select r.oid from relations as r
    union
    select x.indexrelid from relations as r join pg_index as x on x.indrelid = r.oid
  )
  select string_agg(
    format(
      '%s%s %s since %s: %s',
      ${ownerOfLock},
      case when l.granted then ' has locked' else ' waits for a lock of' end,
      l.tables,
      coalesce(${lockedSince}::text, 'a time that this role may not see'),
      ${endOfLock}
    ),
    ' '
    order by l.granted desc, l.pid
  )
  from (
    select k.pid, k.virtualtransaction, k.granted, string_agg(k.relation::regclass::text, ', ' order by k.relation) as tables
    from pg_locks as k
    where k.locktype = 'relation'
      and k.mode = 'AccessExclusiveLock'
      and k.pid is distinct from pg_backend_pid()
      and k.database = (select d.oid from pg_database as d where d.datname = current_database())
      and k.relation in (select r.oid from read as r)
    group by k.pid, k.virtualtransaction, k.granted
  ) as l
  ${lockOwner};`,
});

const hostState = routine({
  name: 'lh_engine.host_state',
  args: { p_stuck_before: 'timestamptz' },
  returns: {
    row: {
      running_tests: 'bigint',
      stuck_tests: 'text[]',
      host_problems: 'text[]',
      locked: 'text',
      tests_as_of: 'timestamptz',
    },
  },
  language: 'plpgsql',
  volatility: 'stable',
  // A monitor asks for an answer within a second.
  set: { lock_timeout: "'400ms'" },
  grants: ['operator', 'reader'],
  comment:
    'How many tests run, those that started before a moment, and what the host lacks for the role of the job. Where a table of the host is locked for longer than 0.4 s, locked says by whom and the others are null. A role that may not see the tests gets those that the last cycle stored (tests_as_of).',
  body: sql`
begin
  tests_as_of := case
    when lh_engine.sees_table('public.lh_ab_tests') then lh_engine.clock()
    else (select r.as_of from lh_engine.stored_reports as r where r.report = 'tests' and r.stored is not null)
  end;
  if tests_as_of is not null then
    select count(*), array_agg(t.id::text order by t.started_at) filter (where t.started_at < p_stuck_before)
    into running_tests, stuck_tests
    from lh_engine.readable_tests() as t
    where t.status::text = 'running';
  end if;
  select array_agg(format('%s %s: %s', c.kind, c.object, c.remedy) order by c.kind, c.object)
  into host_problems
  from lh_engine.check_host_for(lh_engine.running_role()) as c
  where c.required and not c.found;
exception
  when lock_not_available then
    running_tests := null;
    stuck_tests := null;
    tests_as_of := null;
    locked := coalesce((select lh_engine.host_locked_by()), 'a lock that was released meanwhile');
end`,
});

export const hostStates: SqlModule = { name: 'operating/host_state', objects: [lockedBy, hostState] };
