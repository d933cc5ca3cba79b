// The host as the engine sees it: adapter views over its tables, the check that it has what is needed, and the refusal
// to decide on a part of the rows. Knows no threshold; what is needed stands in host_contract.ts.
import { type HostColumn, type HostTable, hostTables } from './host_contract.ts';
import { type Fragment, join, literal, routine, type SqlModule, sql, statement } from './sql.ts';

const contractRows = join(
  hostTables.flatMap((t) =>
    t.columns.map(
      (c, i) =>
        sql`    (${literal(t.name)}, ${literal(i)}, ${literal(c.name)}, ${literal(c.family)}, ${literal(c.required)})`,
    ),
  ),
  ',\n',
);

const rightRows = join(
  hostTables.flatMap((t) => t.rights.map((right) => sql`    (${literal(t.name)}, ${literal(right)})`)),
  ',\n',
);

/** Rows (kind, object, required, found, remedy): structure only. It needs nothing of the engine, so installers use it. */
export const structureCheck: Fragment = sql`
  with contract (table_name, n, column_name, family, required) as (
    values
${contractRows}
  ),
  columns as (
    select
      c.*,
      r.oid is not null as table_found,
      a.attname is not null as column_found,
      format_type(a.atttypid, a.atttypmod) as actual,
      case c.family
        when 'id' then true
        when 'text' then t.typcategory in ('S', 'E')
        when 'number' then t.typcategory = 'N'
        when 'boolean' then t.typcategory = 'B'
        when 'timestamptz' then coalesce(nullif(t.typbasetype, 0), t.oid) = 'pg_catalog.timestamptz'::regtype
        when 'date' then coalesce(nullif(t.typbasetype, 0), t.oid) = 'pg_catalog.date'::regtype
      end as fits
    from contract as c
    left join pg_class as r
      on r.relname = c.table_name
      and r.relnamespace = (select n.oid from pg_namespace as n where n.nspname = 'public')
      and r.relkind in ('r', 'p', 'v', 'm', 'f')
    left join pg_attribute as a
      on a.attrelid = r.oid and a.attname = c.column_name and a.attnum > 0 and not a.attisdropped
    left join pg_type as t on t.oid = a.atttypid
  )
  select
    'server' as kind,
    'PostgreSQL 15 or newer' as object,
    true as required,
    current_setting('server_version_num')::integer >= 150000 as found,
    'upgrade the server: views with security_invoker need PostgreSQL 15' as remedy
  union all
  select
    'language',
    'plv8',
    true,
    coalesce((select has_language_privilege(l.oid, 'usage') from pg_language as l where l.lanname = 'plv8'), false),
    case
      when exists (select from pg_language as l where l.lanname = 'plv8')
        then format('let a DBA run: grant usage on language plv8 to %I;', current_user)
      when exists (select from pg_available_extensions as e where e.name = 'plv8')
        then 'let a DBA run in this database: create extension plv8;'
      else 'install plv8 3.x on the server (RDS, Aurora, Azure and Supabase on Postgres 15 have it), then: create extension plv8;'
    end
  union all
  select
    'table',
    format('public.%I', c.table_name),
    true,
    bool_or(c.table_found),
    format(
      'create table public.%I (docs/host.md)%s',
      c.table_name,
      ' with ' || string_agg(format('%I %s', c.column_name, c.family), ', ' order by c.n) filter (where c.required)
    )
  from columns as c
  group by c.table_name
  union all
  select
    'column',
    format('public.%I.%I', c.table_name, c.column_name),
    c.required,
    c.column_found,
    case
      when c.required then format('add column %I to public.%I (%s)', c.column_name, c.table_name, c.family)
      else 'optional: where another column holds it, replace the adapter view (docs/host.md)'
    end
  from columns as c
  where c.table_found
  union all
  select
    'type',
    format('public.%I.%I is %s', c.table_name, c.column_name, c.actual),
    true,
    c.fits,
    format('it should be of a %s type', c.family)
  from columns as c
  where c.column_found
  union all
  select
    'function',
    'public.lh_update_daily_metrics(date)',
    true,
    to_regprocedure('public.lh_update_daily_metrics(date)') is not null,
    'create it: it upserts one day of public.lh_daily_metrics (docs/host.md)'`;

/** Rows of the same shape: what the running role may not do yet. */
const rightsCheck: Fragment = sql`
  with rights (table_name, privilege) as (
    values
${rightRows}
  )
  select
    'right',
    format('%s on public.%I', r.privilege, r.table_name),
    true,
    has_table_privilege(to_regclass(format('public.%I', r.table_name)), r.privilege),
    format('grant %s on public.%I to %I;', r.privilege, r.table_name, current_user)
  from rights as r
  where to_regclass(format('public.%I', r.table_name)) is not null
  union all
  select
    'right',
    'execute on public.lh_update_daily_metrics(date)',
    true,
    has_function_privilege('public.lh_update_daily_metrics(date)', 'execute'),
    format('grant execute on function public.lh_update_daily_metrics(date) to %I;', current_user)
  where to_regprocedure('public.lh_update_daily_metrics(date)') is not null`;

/** Stops an installation with the complete list of what is missing, before anything is created. */
export const preflight: Fragment = sql`
do $preflight$
declare
  v_missing text;
begin
  perform set_config('search_path', 'pg_catalog', true);
  select string_agg(format('  %s %s: %s', c.kind, c.object, c.remedy), E'\n' order by c.kind desc, c.object)
  into v_missing
  from (
${structureCheck}
    union all
    select
      'right',
      'create on this database',
      true,
      has_database_privilege(current_database(), 'create') or to_regnamespace('lh_engine') is not null,
      format('let a DBA run: grant create on database %I to %I;', current_database(), current_user)
    union all
    select
      'right',
      'create on schema public',
      true,
      has_schema_privilege('public', 'create'),
      format('let a DBA run: grant create on schema public to %I;', current_user)
  ) as c
  where c.required and not c.found;
  if v_missing is not null then
    raise exception using
      errcode = 'LH004',
      message = format('this database lacks what the engine needs; nothing was installed. Missing:%s%s', E'\n', v_missing),
      hint = 'Provide what is listed, then install again.';
  end if;
end
$preflight$;
`;

const checkHost = routine({
  signature: 'lh_engine.check_host()',
  grants: ['operator', 'reader'],
  comment:
    'Every table, column, type, function and right of the host that the engine uses, for the running role: found or not, and what to do.',
  sql: sql`
create or replace function lh_engine.check_host()
returns table (kind text, object text, required boolean, found boolean, remedy text)
language sql
stable
set search_path to 'pg_catalog', 'pg_temp'
as $$
  select c.kind, c.object, c.required, c.found, case when not c.found then c.remedy end
  from (
${structureCheck}
    union all
    (${rightsCheck})
  ) as c;
$$`,
});

const cast = (column: HostColumn): string =>
  ({
    id: '',
    text: '::text',
    number: '',
    boolean: '',
    timestamptz: '',
    date: '',
  })[column.family];

const nullType = (column: HostColumn): string =>
  ({
    id: 'id',
    text: 'text',
    number: 'numeric',
    boolean: 'boolean',
    timestamptz: 'timestamp with time zone',
    date: 'date',
  })[column.family];

const adapterRows = join(
  hostTables.flatMap((t: HostTable) =>
    t.adapter === null
      ? []
      : t.columns.map(
          (c, i) =>
            sql`    (${literal(t.adapter)}, ${literal(t.name)}, ${literal(i)}, ${literal(c.name)}, ${literal(cast(c))}, ${literal(nullType(c))})`,
        ),
  ),
  ',\n',
);

const adapterColumns = routine({
  signature: 'lh_engine.adapter_columns()',
  grants: ['operator', 'reader'],
  comment:
    'The contract of the adapter views: which view shows which column of which host table, and its type.',
  sql: sql`
create or replace function lh_engine.adapter_columns()
returns table (view_name text, table_name text, "position" integer, column_name text, conversion text, null_type text)
language sql
immutable
parallel safe
set search_path to 'pg_catalog', 'pg_temp'
as $$
  values
${adapterRows};
$$`,
});

const createAdapterViews = routine({
  signature: 'lh_engine.create_adapter_views()',
  comment:
    'Creates the adapter views that do not exist yet, with null for each column that the host lacks; an existing view is left as it is. Returns the views created.',
  sql: sql`
create or replace function lh_engine.create_adapter_views()
returns setof text
language plpgsql
set search_path to 'pg_catalog', 'pg_temp'
as $$
declare
  v_view record;
begin
  for v_view in
    select
      c.view_name,
      c.table_name,
      string_agg(
        case
          when a.attname is null then format('null::%s as %I', case c.null_type when 'id' then id_type.name else c.null_type end, c.column_name)
          when c.conversion = '' then format('h.%I', c.column_name)
          else format('h.%I%s as %I', c.column_name, c.conversion, c.column_name)
        end,
        ', '
        order by c."position"
      ) as columns
    from lh_engine.adapter_columns() as c
    cross join (
      select format_type(i.atttypid, i.atttypmod) as name
      from pg_attribute as i
      where i.attrelid = 'public.lh_lead_status'::regclass and i.attname = 'id'
    ) as id_type
    left join pg_attribute as a
      on a.attrelid = to_regclass(format('public.%I', c.table_name))
      and a.attname = c.column_name
      and a.attnum > 0
      and not a.attisdropped
    where to_regclass(format('lh_engine.%I', c.view_name)) is null
    group by c.view_name, c.table_name
  loop
    execute format(
      'create view lh_engine.%I with (security_invoker = true) as select %s from public.%I as h',
      v_view.view_name,
      v_view.columns,
      v_view.table_name
    );
    execute format(
      'comment on view lh_engine.%I is %L',
      v_view.view_name,
      format('Adapter over public.%I: a site whose columns are called otherwise replaces this view (docs/host.md).', v_view.table_name)
    );
    execute format('revoke all on lh_engine.%I from public', v_view.view_name);
    return next v_view.view_name;
  end loop;
end
$$`,
});

const missingColumns = routine({
  signature: 'lh_engine.missing_columns()',
  grants: ['operator', 'reader'],
  comment:
    'The columns of the adapter views that are a constant null, because the host has no such column. Read from the definitions of the views, so that a replaced view counts as it is.',
  sql: sql`
create or replace function lh_engine.missing_columns()
returns table (view_name text, column_name text)
language sql
stable
set search_path to 'pg_catalog', 'pg_temp'
as $$
  select c.view_name, c.column_name
  from lh_engine.adapter_columns() as c
  join pg_attribute as a
    on a.attrelid = to_regclass(format('lh_engine.%I', c.view_name))
    and a.attname = c.column_name
  where strpos(
    pg_get_viewdef(a.attrelid),
    format('NULL::%s AS %I', format_type(a.atttypid, a.atttypmod), c.column_name)
  ) > 0;
$$`,
});

const requireHost = routine({
  signature: 'lh_engine.require_host()',
  grants: ['operator'],
  comment:
    'Refuses to go on when a required part of the host is missing (LH004), or when row-level security may hide rows of a table from the running role (LH005): the engine never decides on a part of the rows.',
  sql: sql`
create or replace function lh_engine.require_host()
returns void
language plpgsql
stable
set search_path to 'pg_catalog', 'pg_temp'
as $$
declare
  v_missing text;
  v_tables text;
begin
  select string_agg(format('%s %s (%s)', c.kind, c.object, c.remedy), '; ')
  into v_missing
  from lh_engine.check_host() as c
  where c.required and not c.found;
  if v_missing is not null then
    raise exception using
      errcode = 'LH004',
      message = format('the host lacks what the engine needs: %s', v_missing),
      hint = 'select * from lh_engine.check_host() where not found; shows everything and what to do.';
  end if;

  select string_agg(distinct format('public.%I', c.table_name), ', ')
  into v_tables
  from (
    select a.table_name from lh_engine.adapter_columns() as a
    union
    values ('lh_spawned_skills'), ('lh_ab_tests')
  ) as c (table_name)
  where row_security_active(format('public.%I', c.table_name))
    and not (select lh_engine.setting('security.trusted_roles')) ? current_user::text;
  if v_tables is not null then
    raise exception using
      errcode = 'LH005',
      message = format('row-level security may hide rows of %s from role %I', v_tables, current_user),
      hint = format(
        'Run as a role with BYPASSRLS (alter role %1$I bypassrls); or, where a policy shows this role every row, let a DBA vouch for it: select lh_engine.set_setting(%2$L, %3$L);',
        current_user,
        'security.trusted_roles',
        jsonb_build_array(current_user)
      );
  end if;

  select string_agg(format('lh_engine.%I', r.relname), ', ')
  into v_tables
  from pg_class as r
  where r.relnamespace = 'lh_engine'::regnamespace
    and r.relkind = 'v'
    and r.relname in (select a.view_name from lh_engine.adapter_columns() as a)
    and not coalesce(r.reloptions, '{}') && array['security_invoker=true', 'security_invoker=on', 'security_invoker=1', 'security_invoker=yes'];
  if v_tables is not null then
    raise exception using
      errcode = 'LH005',
      message = format('%s would read the host with the rights of its owner', v_tables),
      hint = format('Run: alter view %s set (security_invoker = true);', v_tables);
  end if;
end
$$`,
});

export const host: SqlModule = {
  name: 'host',
  objects: [
    checkHost,
    adapterColumns,
    createAdapterViews,
    statement(sql`do $$ begin perform lh_engine.create_adapter_views(); end $$`),
    missingColumns,
    requireHost,
  ],
};

/** The names of the adapter views, for the documents and the tests. */
export const adapterViews: readonly string[] = hostTables.flatMap((t) =>
  t.adapter === null ? [] : [t.adapter],
);
