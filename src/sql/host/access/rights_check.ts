// Rows of the host check about rights: what a role may not do yet of what the engine does with the host, and where it may
// not see every row. `p_role` is the role; creates nothing.
import { type Fragment, join, literal, sql } from '../../kit/sql.ts';
import type { HostTable } from '../contract.ts';
import { asWhom } from './row_security.ts';

const rightRows = (tables: readonly HostTable[]): Fragment =>
  join(
    tables.flatMap((t) => t.rights.map((right) => sql`    (${literal(t.name)}, ${literal(right)})`)),
    ',\n',
  );

/** Required of whoever may run a cycle; what lies behind the call is of no use to others. */
const cycleRights: Fragment = sql`
  select
    'right',
    format('%s on %s %s', d.privilege, d.kind, d.object),
    d.doors && array(
      select o.object
      from lh_engine.default_rights() as o
      where o.object = any (o.doors) and has_function_privilege(p_role, o.object_id, 'execute')
    ),
    case d.kind
      when 'routine' then has_function_privilege(p_role, d.object_id, d.privilege)
      when 'sequence' then has_sequence_privilege(p_role, d.object_id, d.privilege)
      else has_table_privilege(p_role, d.object_id, d.privilege)
    end,
    format('grant %s on %s %s to %I;', d.privilege, d.kind, d.object, p_role)
  from lh_engine.default_rights() as d
  where d.doors <> '{}' and d.object_id is not null`;

const schemaUsage = sql`
  select
    'right',
    format('usage on schema %I', n.nspname),
    true,
    has_schema_privilege(p_role, n.oid, 'usage'),
    format('grant usage on schema %I to %I;', n.nspname, p_role)
  from pg_namespace as n
  where n.nspname in ('public', 'lh_engine')`;

const tableRights = sql`
  select
    'right',
    format('%s on %s%s', w.privilege, w.table_oid::regclass, w.suffix),
    true,
    has_table_privilege(w.role_name, w.table_oid, w.privilege),
    format('grant %s on %s to %I;', w.privilege, w.table_oid::regclass, w.role_name)
  from wanted as w
  where w.table_oid is not null`;

const sequenceUsage = sql`
  select
    'right',
    format('usage on sequence %s', s.oid::regclass),
    true,
    has_sequence_privilege(p_role, s.oid, 'usage'),
    format('grant usage on sequence %s to %I;', s.oid::regclass, p_role)
  from pg_class as s
  join pg_depend as d
    on d.classid = 'pg_catalog.pg_class'::regclass
    and d.objid = s.oid
    and d.refclassid = 'pg_catalog.pg_class'::regclass
    and d.deptype = 'a'
  where s.relkind = 'S'
    and d.refobjid in (select w.table_oid from wanted as w where w.privilege = 'insert')`;

const dailyMetricsRight = sql`
  select
    'right',
    'execute on public.lh_update_daily_metrics(date)',
    true,
    has_function_privilege(p_role, 'public.lh_update_daily_metrics(date)', 'execute'),
    format('grant execute on function public.lh_update_daily_metrics(date) to %I;', p_role)
  where to_regprocedure('public.lh_update_daily_metrics(date)') is not null`;

const rowSecurity = sql`
  select
    'row security',
    t.object,
    true,
    t.sees_all,
    t.remedy
  from lh_engine.row_security_for(p_role) as t`;

/** Nobody's cycle stops for it: a stranger may make a function in public. */
const foreignObjects = sql`
  select 'owner', format('%s of %I', f.object, f.owner), false, false, f.remedy
  from lh_engine.foreign_objects() as f`;

const viewsOfTheCaller = sql`
  select
    case when c.oid is null then 'adapter' else 'view' end,
    format('lh_engine.%I', v.view_name),
    true,
    coalesce(
      c.reloptions && array['security_invoker=true', 'security_invoker=on', 'security_invoker=1', 'security_invoker=yes'],
      false
    ),
    case
      when c.oid is null then 'it is gone: run dist/install.sql again'
      else format('alter view lh_engine.%I set (security_invoker = true);', v.view_name)
    end
  from (select distinct a.view_name from lh_engine.adapter_columns() as a) as v
  left join pg_class as c on c.oid = to_regclass(format('lh_engine.%I', v.view_name))`;

/** Rows of the same shape: what the role may not do yet, and where it may not see every row. */
export const rightsCheck = (tables: readonly HostTable[]): Fragment => sql`
  with rights (table_name, privilege) as (
    values
${rightRows(tables)}
  ),
  wanted as (
    select p_role as role_name, r.privilege, to_regclass(format('public.%I', r.table_name))::oid as table_oid, '' as suffix
    from rights as r
    where r.privilege <> 'select'
    union
    select t.reader, 'select', t.object_id, ${asWhom}
    from lh_engine.read_through(p_role) as t
    join pg_class as c on t.catalog = 'pg_catalog.pg_class'::regclass and c.oid = t.object_id
    where c.relkind in ('r', 'p', 'f', 'v', 'm')
      and c.relnamespace <> 'lh_engine'::regnamespace
  )${join([schemaUsage, tableRights, sequenceUsage, dailyMetricsRight, cycleRights, rowSecurity, foreignObjects, viewsOfTheCaller], '\n  union all')}`;
