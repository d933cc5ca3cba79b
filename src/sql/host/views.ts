// The host as the engine sees it: adapter views over its tables, made anew at every installation unless the site has
// changed them. Knows no threshold; what the views show is in src/sql/host/contract.ts.

import { routine, type SqlModule, statement } from '../kit/objects.ts';
import { join, literal, sql, verbatim } from '../kit/sql.ts';
import { definitionHash, hostQueries } from './adapters.ts';
import type { HostColumn, HostTable } from './contract.ts';

const cast = (column: HostColumn): string =>
  ({
    id: '',
    text: '::text',
    number: '',
    boolean: '',
    timestamptz: '',
    date: '',
  })[column.family];

/** For an id its kind: its type is found among the ids that it is compared with. */
const nullType = (column: HostColumn): string =>
  ({
    id: `${column.kind ?? 'any'} id`,
    text: 'text',
    number: 'numeric',
    boolean: 'boolean',
    timestamptz: 'timestamp with time zone',
    date: 'date',
  })[column.family];

const adapterRows = (tables: readonly HostTable[]) =>
  join(
    tables.flatMap((t: HostTable) =>
      t.adapter === null
        ? []
        : t.columns.map(
            (c, i) =>
              sql`    (${literal(t.adapter)}, ${literal(t.name)}, ${literal(i)}, ${literal(c.name)}, ${literal(cast(c))}, ${literal(nullType(c))})`,
          ),
    ),
    ',\n',
  );

const adapterColumns = (tables: readonly HostTable[]) =>
  routine({
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
${adapterRows(tables)};`,
  });

const makeAdapterView = routine({
  name: 'lh_engine.make_adapter_view',
  args: { p_view: 'text', p_table: 'text', p_query: 'text' },
  returns: 'void',
  language: 'plpgsql',
  set: { quote_all_identifiers: 'off' },
  comment:
    'Makes one adapter view, or makes it anew, and writes the hash of its definition into its comment. Owner and grants stay. LH008 where Postgres would have to drop it and objects of the site stand on it.',
  body: sql`
declare
  v_name text := format('lh_engine.%I', p_view);
  v_is_new boolean := to_regclass(v_name) is null;
  v_definition text := format('view %s with (security_invoker = true) as %s', v_name, p_query);
  v_restore text[];
  v_statement text;
  v_users text;
begin
  begin
    execute format('create or replace %s', v_definition);
  exception when invalid_table_definition then
    -- Postgres appends columns to a view, and changes neither the order nor the type of those it has.
    v_restore := array(select r.statement from lh_engine.rights_on_view(v_name::regclass) as r order by r.n);
    begin
      execute format('drop view %s', v_name);
    exception when dependent_objects_still_exist then
      get stacked diagnostics v_users = pg_exception_detail;
      raise exception using
        errcode = 'LH008',
        message = format('nothing was installed: %s must be dropped and made anew, and objects of yours stand on it: %s', v_name, v_users),
        hint = 'Keep their definitions, drop them, install again, then create them again.';
    end;
    execute format('create %s', v_definition);
    v_is_new := true;
  end;
  if v_is_new then
    execute format('revoke all on %s from public', v_name);
  end if;
  foreach v_statement in array coalesce(v_restore, '{}') loop
    execute v_statement;
  end loop;
  execute format(
    'comment on view %s is %L',
    v_name,
    format(
      'Adapter over public.%I: a site whose columns are called otherwise replaces this view (docs/host.md). As the engine made it: %s',
      p_table,
      ${definitionHash(sql`v_name::regclass`)}
    )
  );
end`,
});

const rightsOnView = routine({
  name: 'lh_engine.rights_on_view',
  args: { p_view: 'regclass' },
  returns: { rows: { n: 'bigint', statement: 'text' } },
  language: 'sql',
  volatility: 'stable',
  comment:
    'The statements that give a view its owner and its grants again, in order, after it was dropped and made anew by the running role.',
  body: sql`
  with grants (privilege, columns, grantee, is_grantable) as (
    select a.privilege_type, '', a.grantee, a.is_grantable
    from pg_class as c
    cross join lateral aclexplode(c.relacl) as a
    where c.oid = p_view and a.grantee <> c.relowner
    union all
    select a.privilege_type, format(' (%I)', w.attname), a.grantee, a.is_grantable
    from pg_attribute as w
    cross join lateral aclexplode(w.attacl) as a
    where w.attrelid = p_view and w.attnum > 0
  )
  select 0::bigint, format('alter view %s owner to %I', p_view, o.rolname)
  from pg_class as c
  join pg_roles as o on o.oid = c.relowner
  where c.oid = p_view and o.rolname <> current_user
  union all
  select
    row_number() over (),
    format(
      'grant %s%s on %s to %s%s',
      g.privilege,
      g.columns,
      p_view,
      case when g.grantee = 0 then 'public' else quote_ident(pg_get_userbyid(g.grantee)) end,
      case when g.is_grantable then ' with grant option' end
    )
  from grants as g;`,
});

const viewQuery = sql`format(
        'select %s from public.%I as h',
        string_agg(
          case
            when not c.is_in_table then format('null::%s as %I', c.null_type, c.column_name)
            when c.family = 'text' then format('h.%1$I::text as %1$I', c.column_name)
            else format('h.%I', c.column_name)
          end,
          ', '
          order by c.n
        ),
        c.table_name
      )`;

const createAdapterViews = (tables: readonly HostTable[]) =>
  routine({
    name: 'lh_engine.create_adapter_views',
    returns: 'setof text',
    language: 'plpgsql',
    set: { client_min_messages: "'notice'", quote_all_identifiers: 'off' },
    comment:
      'Makes the adapter views, with null for each column that the host lacks or has with a type that does not fit. A view that differs from what the engine made belongs to the site: it stays, a notice names it, and it gets a null for each optional column that it lacks. Returns the views made.',
    body: sql`
declare
  v_view record;
begin
  for v_view in
    with${hostQueries(tables, 'those kept')}
    select
      c.view_name,
      c.table_name,
      bool_or(c.view_found) as is_kept,
      bool_or(c.is_made) as is_made,
      l.column_names as completed,
      l.statement as completion,
      ${viewQuery} as query
    from columns as c
    left join completions as l on l.view_name = c.view_name
    where c.view_name <> ''
    group by c.view_name, c.table_name, l.column_names, l.statement
  loop
    if not v_view.is_kept then
      perform lh_engine.make_adapter_view(v_view.view_name, v_view.table_name, v_view.query);
      return next v_view.view_name;
    elsif v_view.completion is not null then
      execute v_view.completion;
      raise notice 'lh_engine.% is a view of the site and stays as it is, with null as its new columns: %', v_view.view_name, v_view.completed;
    elsif not v_view.is_made then
      raise notice 'lh_engine.% is a view of the site and stays as it is', v_view.view_name;
    end if;
  end loop;
end`,
  });

const missingColumns = routine({
  name: 'lh_engine.missing_columns',
  returns: { rows: { view_name: 'text', column_name: 'text' } },
  language: 'sql',
  volatility: 'stable',
  set: { quote_all_identifiers: 'off' },
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

type HostBuild = { readonly engineVersion: string; readonly hostTables: readonly HostTable[] };

export const hostViews = ({ engineVersion, hostTables }: HostBuild): SqlModule => ({
  name: 'host/views',
  objects: [
    adapterColumns(hostTables),
    rightsOnView,
    makeAdapterView,
    createAdapterViews(hostTables),
    // A migration has what differs from the one before: this differs in each version.
    statement(sql`-- At the installation of ${verbatim(engineVersion)}.
do $$ begin perform lh_engine.create_adapter_views(); end $$`),
    missingColumns,
  ],
});
