// The turn: one lock that a cycle, a switch and an upgrade take until the end of their transaction, so that it outlives
// no call, and who has it. Knows no step of the cycle and no scheduler.
import { endOfLock, lockedSince, lockOwner, ownerOfLock } from '../engine/lock_owners.ts';
import { routine, type SqlModule, statement } from '../kit/objects.ts';
import { sql } from '../kit/sql.ts';

/** The letters LHIMPROV as eight bytes. */
export const turnKey = sql`5496723941614571350`;

const cycleLock = routine({
  name: 'lh_engine.cycle_lock',
  returns: 'bigint',
  language: 'sql',
  volatility: 'immutable',
  parallel: 'safe',
  grants: ['operator', 'reader'],
  comment: 'The key of the advisory lock that a running cycle holds.',
  body: sql`
  select ${turnKey};`,
});

const turnLocks = routine({
  name: 'lh_engine.turn_locks',
  returns: {
    rows: {
      pid: 'integer',
      is_held: 'boolean',
      since: 'timestamptz',
      who: 'text',
      waits_for: 'integer[]',
      end_it: 'text',
    },
  },
  language: 'sql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'Who holds the lock of the cycle (is_held) or waits for it, since when its transaction runs, for which processes it waits itself (0 is a prepared transaction), and the statement that ends it. since and most of who are null for a role that may not see the session: it takes pg_read_all_stats. pid is null for a prepared transaction.',
  body: sql`
  select
    l.pid,
    l.granted,
    ${lockedSince},
    concat_ws(', ', ${ownerOfLock}, 'from ' || host(a.client_addr)),
    pg_blocking_pids(l.pid),
    ${endOfLock}
  from pg_locks as l
  ${lockOwner}
  where l.locktype = 'advisory'
    and l.database = (select d.oid from pg_database as d where d.datname = current_database())
    and l.objsubid = 1
    and (l.classid::bigint << 32 | l.objid::bigint) = lh_engine.cycle_lock();`,
});

const blockers = routine({
  name: 'lh_engine.blockers',
  args: { p_pid: 'integer' },
  returns: 'text',
  language: 'sql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'The processes and prepared transactions that a process waits for, the latter with the statement that ends them; null where it waits for none.',
  body: sql`
  select nullif(
    concat_ws(
      ', ',
      (
        select string_agg(format('process %s', b.pid), ', ' order by b.pid)
        from (select distinct unnest(pg_blocking_pids(p_pid))) as b (pid)
        where b.pid <> 0
      ),
      (
        -- To pg_blocking_pids they are all process 0.
        select string_agg(distinct concat_ws(': ', ${ownerOfLock}, ${endOfLock}), ', ')
        from pg_locks as w
        join pg_locks as l
          on l.pid is null
          and l.granted
          and (l.locktype, l.database, l.relation, l.page, l.tuple, l.transactionid, l.classid, l.objid, l.objsubid)
            is not distinct from (w.locktype, w.database, w.relation, w.page, w.tuple, w.transactionid, w.classid, w.objid, w.objsubid)
        ${lockOwner}
        where w.pid = p_pid
          and not w.granted
          and 0 = any (pg_blocking_pids(p_pid))
      )
    ),
    ''
  );`,
});

const signTurn = routine({
  name: 'lh_engine.sign_turn',
  returns: 'trigger',
  language: 'plpgsql',
  comment: 'Trigger of lh_engine.cycle_fence: who takes the turn chooses neither the name nor the time.',
  body: sql`
begin
  new.taken_at := (select lh_engine.clock());
  new.taken_by := session_user;
  return new;
end`,
});

const turnTrigger = statement(sql`
create or replace trigger sign_turn
before update on lh_engine.cycle_fence
for each row execute function lh_engine.sign_turn()`);

const takeTurn = routine({
  name: 'lh_engine.take_turn',
  returns: 'boolean',
  language: 'plpgsql',
  grants: ['operator'],
  comment:
    'Takes the lock of the cycle until the end of the transaction; false when another session has it. A transaction whose snapshot is older than the last cycle gets serialization_failure (40001): it would decide on what it cannot see.',
  body: sql`
begin
  if not pg_try_advisory_xact_lock(lh_engine.cycle_lock()) then
    return false;
  end if;
  update lh_engine.cycle_fence
  set taken_by = session_user;
  return true;
exception
  when serialization_failure then
    raise exception using
      errcode = 'serialization_failure',
      message = 'another cycle has run since this transaction began',
      detail = sqlerrm,
      hint = 'Nothing was written. Run it again in a new transaction: it will see the other one.';
end`,
});

const requireTurn = routine({
  name: 'lh_engine.require_turn',
  returns: 'void',
  language: 'plpgsql',
  grants: ['operator'],
  comment: 'Takes the lock of the cycle, or refuses (LH009) because a cycle is running.',
  body: sql`
begin
  if not (select lh_engine.take_turn()) then
    raise exception using
      errcode = 'LH009',
      message = 'a cycle is running',
      hint = 'It takes seconds; try again in a moment. Who holds it: select * from lh_engine.turn_locks();';
  end if;
end`,
});

export const turn: SqlModule = {
  name: 'operating/turn',
  objects: [cycleLock, turnLocks, blockers, signTurn, turnTrigger, takeTurn, requireTurn],
};
