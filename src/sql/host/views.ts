// The host as the engine sees it: adapter views over its tables, made once and then left to the site. Knows no
// threshold; what the views show stands in src/sql/host/contract.ts.

import { routine, type SqlModule, statement } from '../kit/objects.ts';
import { join, literal, sql } from '../kit/sql.ts';
import { type HostColumn, type HostTable, hostTables } from './contract.ts';

const cast = (column: HostColumn): string =>
  ({
    id: '',
    text: '::text',
    number: '',
    boolean: '',
    timestamptz: '',
    date: '',
  })[column.family];

/** For an id its kind: create_adapter_views finds the type among the ids that it is compared with. */
const nullType = (column: HostColumn): string =>
  ({
    id: `${column.kind ?? 'any'} id`,
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
  name: 'lh_engine.adapter_columns',
  returns: {
    rows: {
      view_name: 'text',
      table_name: 'text',
      '"position"': 'integer',
      column_name: 'text',
      conversion: 'text',
      null_type: 'text',
    },
  },
  language: 'sql',
  volatility: 'immutable',
  parallel: 'safe',
  grants: ['operator', 'reader'],
  comment:
    'The contract of the adapter views: which view shows which column of which host table, and its type.',
  body: sql`
  values
${adapterRows};`,
});

const createAdapterViews = routine({
  name: 'lh_engine.create_adapter_views',
  returns: 'setof text',
  language: 'plpgsql',
  comment:
    'Creates the adapter views that do not exist yet, with null for each column that the host lacks or has with a type that does not fit; an existing view is left as it is. A null id has the type of the ids that it is compared with. Returns the views created.',
  body: sql`
declare
  v_view record;
begin
  for v_view in
    with columns as (
      select
        c.*,
        format_type(coalesce(w.atttypid, a.atttypid), coalesce(w.atttypmod, a.atttypmod)) as type_name,
        a.attname is not null
          and case c.null_type
            when 'numeric' then t.typcategory = 'N'
            when 'boolean' then t.typcategory = 'B'
            when 'timestamp with time zone' then coalesce(nullif(t.typbasetype, 0), t.oid) = 'pg_catalog.timestamptz'::regtype
            when 'date' then coalesce(nullif(t.typbasetype, 0), t.oid) = 'pg_catalog.date'::regtype
            else true
          end as is_shown
      from lh_engine.adapter_columns() as c
      left join pg_attribute as a
        on a.attrelid = to_regclass(format('public.%I', c.table_name))
        and a.attname = c.column_name
        and a.attnum > 0
        and not a.attisdropped
      left join pg_attribute as w
        on w.attrelid = to_regclass(format('lh_engine.%I', c.view_name))
        and w.attname = c.column_name
      left join pg_type as t on t.oid = a.atttypid
    )
    select
      c.view_name,
      c.table_name,
      string_agg(
        case
          when not c.is_shown then format('null::%s as %I', case when c.null_type like '% id' then coalesce(id.type_name, 'bigint') else c.null_type end, c.column_name)
          when c.conversion = '' then format('h.%I', c.column_name)
          else format('h.%I%s as %I', c.column_name, c.conversion, c.column_name)
        end,
        ', '
        order by c."position"
      ) as columns
    from columns as c
    left join lateral (
      -- What is compared comes first: lh_contacts.id is compared with nothing.
      select i.type_name
      from columns as i
      where c.null_type like '% id'
        and i.null_type in (c.null_type, 'lead id')
        and i.type_name is not null
      order by i.null_type = c.null_type desc, i.column_name = 'id', i.table_name
      limit 1
    ) as id on true
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
end`,
});

const missingColumns = routine({
  name: 'lh_engine.missing_columns',
  returns: { rows: { view_name: 'text', column_name: 'text' } },
  language: 'sql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'The columns of the adapter views that are a constant null, because the host has no such column. Read from the definitions of the views, so that a replaced view counts as it is.',
  body: sql`
  select c.view_name, c.column_name
  from lh_engine.adapter_columns() as c
  join pg_attribute as a
    on a.attrelid = to_regclass(format('lh_engine.%I', c.view_name))
    and a.attname = c.column_name
  where strpos(
    pg_get_viewdef(a.attrelid),
    format('NULL::%s AS %I', format_type(a.atttypid, a.atttypmod), c.column_name)
  ) > 0;`,
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
