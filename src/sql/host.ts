// The host as the engine sees it: adapter views over its tables, made once and then left to the site. Knows no
// threshold; what the views show stands in host_contract.ts.
import { type HostColumn, type HostTable, hostTables } from './host_contract.ts';
import { join, literal, routine, type SqlModule, sql, statement } from './sql.ts';

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

export const host: SqlModule = {
  name: 'host',
  objects: [
    adapterColumns,
    createAdapterViews,
    statement(sql`do $$ begin perform lh_engine.create_adapter_views(); end $$`),
    missingColumns,
  ],
};

/** The names of the adapter views, for the documents and the tests. */
export const adapterViews: readonly string[] = hostTables.flatMap((t) =>
  t.adapter === null ? [] : [t.adapter],
);
