// The locks of an installation: first of all the turn, so that it meets neither a cycle nor another installation and holds
// nothing while it waits for that; before it changes anything every table and view of the engine. It never waits for a
// second one for as long as anybody's deadlock_timeout, so a reader is delayed and never becomes the victim of a deadlock.
import { endOfLock, lockedSince, lockOwner, ownerOfLock } from '../engine/lock_owners.ts';
import { type Fragment, literal, sql } from '../kit/sql.ts';
import { turnKey } from '../operating/turn.ts';

/** `lock table` on a view would lock the tables of the host under it; `owner to` the same owner locks the view alone. */
const lockCommands = sql`
        select
          c.oid,
          case c.relkind
            when 'v' then pg_catalog.format('alter view %s owner to %I', c.oid::pg_catalog.regclass, r.rolname)
            else pg_catalog.format('lock table %s in access exclusive mode', c.oid::pg_catalog.regclass)
          end as command
        from pg_catalog.pg_class as c
        join pg_catalog.pg_roles as r on r.oid = c.relowner
        where c.relnamespace = 'lh_engine'::pg_catalog.regnamespace
          and c.relkind in ('r', 'v')
          and pg_catalog.pg_has_role(c.relowner, 'usage')
        order by c.oid is distinct from v_blocked, c.oid`;

const millisecondsUntil = sql`greatest(
          1, pg_catalog.ceil(1000 * extract(epoch from v_until - pg_catalog.clock_timestamp()))::integer
        )`;

/** How long an upgrade waits where lock_timeout says nothing: a cycle takes seconds, and somebody sits before it. */
const patienceMs = 300_000;

/** Who has a lock and how to end that, as the hint has it; nothing where it was released meanwhile. */
const hintAbout = (locks: Fragment): Fragment => sql`
        select pg_catalog.string_agg(
          pg_catalog.concat('It is held by ', ${ownerOfLock}, ', since ' || ${lockedSince}, ': ', ${endOfLock}, ' ends it. '),
          ''
          order by l.pid
        )
        into v_hint
        from (
          select distinct k.pid, k.virtualtransaction
          from pg_catalog.pg_locks as k
          where k.granted
            and k.pid is distinct from pg_catalog.pg_backend_pid()
            and k.database = (select d.oid from pg_catalog.pg_database as d where d.datname = pg_catalog.current_database())
            and ${locks}
        ) as l
        ${lockOwner};`;

const turnLocks = sql`k.locktype = 'advisory'
            and k.objsubid = 1
            and (k.classid::bigint << 32 | k.objid::bigint) = ${turnKey}`;

const tableLocks = sql`k.locktype = 'relation' and k.relation = v_blocked`;

const limits = sql`
  v_setting integer := (select s.setting from pg_catalog.pg_settings as s where s.name = 'lock_timeout');
  v_patience integer := case when v_setting > 0 then v_setting else ${literal(patienceMs)} end;
  v_limit_name text := pg_catalog.format(case when v_setting > 0 then 'lock_timeout (%s ms)' else '%s ms' end, v_patience);`;

/** The first statement of the transaction. The key is written out: what calls itself the engine has not been looked at yet. */
export const takeTurn = sql`
do $turn$
declare${limits}
  v_hint text;
begin
  perform pg_catalog.set_config('lock_timeout', v_patience::text, true);
  perform pg_catalog.pg_advisory_xact_lock(${turnKey});
  perform pg_catalog.set_config('lock_timeout', v_setting::text, true);
exception when lock_not_available then${hintAbout(turnLocks)}
  raise exception using
    errcode = 'LH009',
    message = pg_catalog.format('nothing was changed: a cycle or another installation was running for longer than %s', v_limit_name),
    hint = pg_catalog.concat(v_hint, 'Run this again when that has ended, or with a longer lock_timeout.');
end
$turn$;
`;

/**
 * Only the first lock of an attempt is waited for with patience, for then nothing is held that others wait for; the
 * rest must follow at once, or all of them are let go and the next attempt begins with the one that was missing.
 */
export const takeLocks = sql`
do $locks$
declare${limits}
  v_short integer := (select s.setting::integer / 2 from pg_catalog.pg_settings as s where s.name = 'deadlock_timeout');
  v_last timestamptz := pg_catalog.clock_timestamp() + v_patience * interval '1 ms';
  v_until timestamptz;
  v_limit integer;
  v_is_first boolean;
  v_blocked oid;
  v_object record;
  v_hint text;
begin
  if pg_catalog.to_regprocedure('lh_engine.version()') is null then
    return;
  end if;
  loop
    begin
      v_until := v_last;
      v_is_first := true;
      for v_object in${lockCommands}
      loop
        v_blocked := v_object.oid;
        v_limit := ${millisecondsUntil};
        perform pg_catalog.set_config('lock_timeout', v_limit::text, true);
        execute v_object.command;
        if v_is_first then
          v_until := pg_catalog.clock_timestamp() + v_short * interval '1 ms';
          v_is_first := false;
        end if;
      end loop;
      perform pg_catalog.set_config('lock_timeout', v_setting::text, true);
      return;
    exception when lock_not_available then
      if pg_catalog.clock_timestamp() >= v_last then${hintAbout(tableLocks)}
        raise exception using
          errcode = 'LH009',
          message = pg_catalog.format('nothing was changed: %s was in use for longer than %s', v_blocked::pg_catalog.regclass, v_limit_name),
          hint = pg_catalog.concat(v_hint, 'Run this again when nobody uses it, or with a longer lock_timeout.');
      end if;
    end;
    perform pg_catalog.pg_sleep(0.1);
  end loop;
end
$locks$;
`;
