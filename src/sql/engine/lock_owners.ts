// Who has a lock of pg_locks and what ends that: a session, or a prepared transaction, which has no process. Names that
// others chose are quoted, so that nobody takes them for a part of the sentence. Knows no lock; every name is qualified,
// for an upgrade runs this too.
import { sql } from '../kit/sql.ts';

/**
 * To be joined to a row l with pid and virtualtransaction: its session a, or its prepared transaction x. A prepared
 * transaction keeps its locks; the one on its own id says which it is.
 */
export const lockOwner = sql`left join pg_catalog.pg_stat_activity as a on a.pid = l.pid
  left join pg_catalog.pg_locks as i
    on l.pid is null
    and i.pid is null
    and i.locktype = 'transactionid'
    and i.virtualtransaction = l.virtualtransaction
  left join pg_catalog.pg_prepared_xacts as x on x.transaction = i.transactionid`;

/** The session or prepared transaction of l, a and x. */
export const ownerOfLock = sql`case
      when l.pid is null then pg_catalog.format('prepared transaction %L of role %I', x.gid, x.owner)
      else pg_catalog.concat_ws(
        ', ',
        pg_catalog.format('process %s', l.pid),
        'role ' || pg_catalog.quote_ident(a.usename),
        'application ' || pg_catalog.quote_literal(nullif(a.application_name, '')),
        a.state
      )
    end`;

/** Since when it has its transaction. */
export const lockedSince = sql`coalesce(a.xact_start, a.state_change, x.prepared)`;

/** The statement that ends it. */
export const endOfLock = sql`case
      when l.pid is null then pg_catalog.format('rollback prepared %L;', x.gid)
      else pg_catalog.format('select pg_terminate_backend(%s);', l.pid)
    end`;
