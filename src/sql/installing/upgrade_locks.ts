// The locks of an upgrade, all of them before it changes anything: that of the cycle, then every table and view of the
// engine. It never waits for a second one for as long as anybody's deadlock_timeout, so a reader is delayed and never
// becomes the victim of a deadlock. Knows no object by name.
import { sql } from '../kit/sql.ts';

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

/** Zero, which is no limit, where there is none. */
const millisecondsUntil = sql`case
          when v_until is null then 0
          else greatest(1, pg_catalog.ceil(1000 * extract(epoch from v_until - pg_catalog.clock_timestamp()))::integer)
        end`;

/**
 * Only the first lock of an attempt is waited for with patience, for then nothing is held that others wait for; the
 * rest must follow at once, or all of them are let go and the next attempt begins with the one that was missing. Nobody
 * waits for the lock of the cycle, who takes it only where it is free: it is held meanwhile.
 */
export const takeLocks = sql`
do $locks$
declare
  v_patience integer := (select s.setting from pg_catalog.pg_settings as s where s.name = 'lock_timeout');
  v_short integer := (select s.setting::integer / 2 from pg_catalog.pg_settings as s where s.name = 'deadlock_timeout');
  v_last timestamptz := pg_catalog.clock_timestamp() + v_patience * interval '1 ms';
  v_until timestamptz;
  v_limit integer;
  v_is_first boolean;
  v_blocked oid;
  v_object record;
begin
  if pg_catalog.to_regprocedure('lh_engine.cycle_lock()') is null then
    return;
  end if;
  begin
    perform pg_catalog.pg_advisory_xact_lock(lh_engine.cycle_lock());
  exception when lock_not_available then
    raise exception using
      errcode = 'LH009',
      message = pg_catalog.format('nothing was changed: a cycle was running for longer than lock_timeout (%s ms)', v_patience),
      hint = 'Run this again when the cycle has ended, or with a longer lock_timeout.';
  end;
  loop
    begin
      v_until := case when v_patience > 0 then v_last end;
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
      perform pg_catalog.set_config('lock_timeout', v_patience::text, true);
      return;
    exception when lock_not_available then
      if v_patience > 0 and pg_catalog.clock_timestamp() >= v_last then
        raise exception using
          errcode = 'LH009',
          message = pg_catalog.format(
            'nothing was changed: %s was in use for longer than lock_timeout (%s ms)', v_blocked::pg_catalog.regclass, v_patience
          ),
          hint = 'End the transactions that use it (pg_locks has their pid), or run this again with a longer lock_timeout.';
      end if;
    end;
    perform pg_catalog.pg_sleep(0.1);
  end loop;
end
$locks$;
`;
