// Whether a role may do with the host what the engine does, and sees every row; the whole check, and the refusal of a
// cycle where something is missing. Decides nothing about leads.

import { languageCheck } from '../engine/language.ts';
import { routine, type SqlModule } from '../kit/objects.ts';
import { settingKey, settingOf } from '../kit/settings.ts';
import { type Fragment, join, literal, sql } from '../kit/sql.ts';
import type { HostTable } from './contract.ts';
import { structureCheck } from './structure.ts';

const rightRows = (tables: readonly HostTable[]): Fragment =>
  join(
    tables.flatMap((t) => t.rights.map((right) => sql`    (${literal(t.name)}, ${literal(right)})`)),
    ',\n',
  );

const tablesRead = routine({
  name: 'lh_engine.tables_read',
  returns: { rows: { table_oid: 'oid' } },
  language: 'sql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'The tables that the engine reads: those behind the adapter views, however the views are written, and those of the skills and tests.',
  body: sql`
  with recursive relations (oid) as (
    select to_regclass(format('lh_engine.%I', c.view_name))::oid
    from lh_engine.adapter_columns() as c
    union
    select d.refobjid
    from relations as r
    join pg_rewrite as w on w.ev_class = r.oid
    join pg_depend as d
      on d.classid = 'pg_catalog.pg_rewrite'::regclass
      and d.objid = w.oid
      and d.refclassid = 'pg_catalog.pg_class'::regclass
      and d.refobjid <> r.oid
  )
  select c.oid
  from relations as r
  join pg_class as c on c.oid = r.oid
  where c.relkind <> 'v'
  union
  select to_regclass(t.name)::oid
  from (values ('public.lh_spawned_skills'), ('public.lh_ab_tests')) as t (name)
  where to_regclass(t.name) is not null;`,
});

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

/** Rows of the same shape: what the role may not do yet, and where it may not see every row. */
const rightsCheck = (tables: readonly HostTable[]): Fragment => sql`
  with rights (table_name, privilege) as (
    values
${rightRows(tables)}
  ),
  -- Assignment reads the tests as the owner of its view does, whoever asks.
  assigner as (
    select
      o.rolname::text as role_name,
      to_regclass('public.lh_ab_tests')::oid as table_oid,
      format(' for %I, as whom lh_engine.assignable_tests reads it', o.rolname) as suffix
    from pg_class as v
    join pg_roles as o on o.oid = v.relowner
    where v.oid = to_regclass('lh_engine.assignable_tests')
      and o.rolname::text <> p_role
  ),
  readers as (
    select p_role as role_name, t.table_oid, '' as suffix
    from lh_engine.tables_read() as t
    union all
    select a.role_name, a.table_oid, a.suffix
    from assigner as a
  ),
  wanted as (
    select p_role as role_name, r.privilege, to_regclass(format('public.%I', r.table_name))::oid as table_oid, '' as suffix
    from rights as r
    where r.privilege <> 'select'
    union
    select t.role_name, 'select', t.table_oid, t.suffix
    from readers as t
  )
  select
    'right',
    format('usage on schema %I', n.nspname),
    true,
    has_schema_privilege(p_role, n.oid, 'usage'),
    format('grant usage on schema %I to %I;', n.nspname, p_role)
  from pg_namespace as n
  where n.nspname in ('public', 'lh_engine')
  union all
  select
    'right',
    format('%s on %s%s', w.privilege, w.table_oid::regclass, w.suffix),
    true,
    has_table_privilege(w.role_name, w.table_oid, w.privilege),
    format('grant %s on %s to %I;', w.privilege, w.table_oid::regclass, w.role_name)
  from wanted as w
  where w.table_oid is not null
  union all
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
    and d.refobjid in (select w.table_oid from wanted as w where w.privilege = 'insert')
  union all
  select
    'right',
    'execute on public.lh_update_daily_metrics(date)',
    true,
    has_function_privilege(p_role, 'public.lh_update_daily_metrics(date)', 'execute'),
    format('grant execute on function public.lh_update_daily_metrics(date) to %I;', p_role)
  where to_regprocedure('public.lh_update_daily_metrics(date)') is not null
  union all${cycleRights}
  union all
  select
    'row security',
    t.table_oid::regclass::text || t.suffix,
    true,
    not c.relrowsecurity
      or coalesce((select r.rolsuper or r.rolbypassrls from pg_roles as r where r.rolname::text = t.role_name), false)
      or (not c.relforcerowsecurity and pg_has_role(t.role_name, c.relowner, 'usage'))
      or (select ${settingOf('security.trusted_roles')}) ? t.role_name,
    format(
      'let a DBA run: alter role %1$I bypassrls; or, where a policy shows this role every row, vouch for it: select lh_engine.set_setting(%2$L, %3$L);',
      t.role_name,
      ${settingKey('security.trusted_roles')},
      (select ${settingOf('security.trusted_roles')}) || jsonb_build_array(t.role_name)
    )
  from readers as t
  join pg_class as c on c.oid = t.table_oid
  union all
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

const checkHostFor = (tables: readonly HostTable[]) =>
  routine({
    name: 'lh_engine.check_host_for',
    args: { p_role: 'text' },
    returns: {
      rows: { kind: 'text', object: 'text', required: 'boolean', found: 'boolean', remedy: 'text' },
    },
    language: 'sql',
    volatility: 'stable',
    set: { quote_all_identifiers: 'off' },
    grants: ['operator', 'reader'],
    comment: 'lh_engine.check_host() for a role given by name.',
    body: sql`
  select c.kind, c.object, c.required, coalesce(c.found, false), case when c.found is not true then c.remedy end
  from (
${structureCheck(tables, 'all')}
    union all${languageCheck(sql`p_role`)}
    union all
    (${rightsCheck(tables)})
  ) as c;`,
  });

const checkHost = routine({
  name: 'lh_engine.check_host',
  returns: { rows: { kind: 'text', object: 'text', required: 'boolean', found: 'boolean', remedy: 'text' } },
  language: 'sql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'Every table, column, type, function, right and view that the engine needs of its host, and every right on the engine itself that a cycle needs, for the running role: found or not, and what to do. Row-level security is evaluated here too. A row of kind site view names an adapter view that differs from what the engine made, and that installations therefore keep.',
  body: sql`
  select c.kind, c.object, c.required, c.found, c.remedy
  from lh_engine.check_host_for(current_user::text) as c
  order by c.required and not c.found desc, c.kind, c.object;`,
});

const requireHost = routine({
  name: 'lh_engine.require_host',
  returns: 'void',
  language: 'plpgsql',
  volatility: 'stable',
  grants: ['operator'],
  comment:
    'Refuses to go on when a required part of the host is missing (LH004), or when row-level security may hide rows of a table from the running role (LH005): the engine never decides on a part of the rows.',
  body: sql`
declare
  v_missing text;
  v_hidden text;
  v_remedies text;
begin
  select
    string_agg(format('%s %s (%s)', c.kind, c.object, c.remedy), '; ') filter (where c.kind not in ('row security', 'view')),
    string_agg(c.object, ', ' order by c.object) filter (where c.kind in ('row security', 'view')),
    string_agg(distinct c.remedy, ' ') filter (where c.kind in ('row security', 'view'))
  into v_missing, v_hidden, v_remedies
  from lh_engine.check_host() as c
  -- A library that is gone is refused where it is called (LH012).
  where c.required and not c.found and c.kind <> 'language';
  if v_missing is not null then
    raise exception using
      errcode = 'LH004',
      message = format('the host lacks what the engine needs: %s', v_missing),
      hint = 'select * from lh_engine.check_host() where not found; shows everything and what to do.';
  end if;
  if v_hidden is not null then
    raise exception using
      errcode = 'LH005',
      message = format('row-level security may hide rows of %s from role %I', v_hidden, current_user),
      hint = format('The engine never decides on a part of the rows. Remedy: %s', v_remedies);
  end if;
end`,
});

export const hostCheck = (tables: readonly HostTable[]): SqlModule => ({
  name: 'host/check',
  objects: [tablesRead, checkHostFor(tables), checkHost, requireHost],
});
