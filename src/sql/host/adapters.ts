// What the host shows of the contract: for each column what its table has, what its adapter view has, and which of
// those views the engine has made. A query without functions of the engine, so that an installer can ask it first.
// Creates nothing and evaluates nothing.
import { type Fragment, join, literal, sql } from '../kit/sql.ts';
import type { HostTable } from './contract.ts';

/**
 * Which views count as they are. An installation makes its own anew, so only those that it keeps: what differs from
 * what the engine made, and what the installing role may not replace. Afterwards every view counts.
 */
export type ViewsThatCount = 'those kept' | 'all';

const contractRows = (tables: readonly HostTable[]): Fragment =>
  join(
    tables.flatMap((t) =>
      t.columns.map(
        (c, i) =>
          sql`    (${join([t.name, t.adapter ?? '', i, c.name, c.family, c.kind ?? 'any', c.required].map(literal), ', ')})`,
      ),
    ),
    ',\n',
  );

/** Whether a type t is of the family of a column of the contract c. */
const typeFits: Fragment = sql`case c.family
        when 'id' then true
        when 'text' then t.typcategory in ('S', 'E')
        when 'number' then t.typcategory = 'N'
        when 'boolean' then t.typcategory = 'B'
        when 'timestamptz' then coalesce(nullif(t.typbasetype, 0), t.oid) = 'pg_catalog.timestamptz'::regtype
        when 'date' then coalesce(nullif(t.typbasetype, 0), t.oid) = 'pg_catalog.date'::regtype
      end`;

/** Postgres 16 no longer writes the alias before a column: without it a definition outlives the major upgrade. */
const withoutLayout = (definition: Fragment): Fragment =>
  sql`regexp_replace(regexp_replace(${definition}, '[[:space:]]+', ' ', 'g'), '[[:<:]]h[.]', '', 'g')`;

/** What the comment of a view has where the engine made it and nobody has changed the definition since. */
export const definitionHash = (view: Fragment): Fragment =>
  sql`md5(${withoutLayout(sql`pg_get_viewdef(${view})`)})`;

/** The null of a column that the host lacks; an id has the type of the ids that it is compared with. */
const nullTypes = sql`('text', 'text'), ('number', 'numeric'), ('boolean', 'boolean'), ('timestamptz', 'timestamp with time zone'), ('date', 'date')`;

/** The columns of the contract, and what the host's tables have for them. */
const tableColumns = (tables: readonly HostTable[]): Fragment => sql`
  contract (table_name, view_name, n, column_name, family, id_kind, required) as (
    values
${contractRows(tables)}
  ),
  table_columns as (
    select
      c.*,
      f.null_type,
      r.oid as table_oid,
      a.atttypid as type_oid,
      a.atttypmod as type_modifier,
      a.attname is not null and ((c.family = 'text' and c.view_name <> '') or ${typeFits}) as fits
    from contract as c
    left join (values ${nullTypes}) as f (family, null_type) on f.family = c.family
    left join pg_class as r
      on r.relname = c.table_name
      and r.relnamespace = (select n.oid from pg_namespace as n where n.nspname = 'public')
      and r.relkind in ('r', 'p', 'v', 'm', 'f')
    left join pg_attribute as a
      on a.attrelid = r.oid and a.attname = c.column_name and a.attnum > 0 and not a.attisdropped
    left join pg_type as t on t.oid = a.atttypid
  )`;

/**
 * The adapter views that exist. The engine made a view when its comment has the hash of its definition, or when it is
 * what 1.0.0, which wrote no hash, makes on this host of the columns that the view has. (Its first migration also shows
 * a column of a type that does not fit, and gives every null id the type of the leads'.) A view in which a column of
 * the host is null counts as the site's: a column that came later looks like one that was hidden on purpose.
 */
const adapterViews: Fragment = sql`
  adapter_views as (
    select
      v.oid,
      v.relname as view_name,
      v.reloptions,
      d.definition,
      pg_has_role(v.relowner, 'usage') as is_replaceable,
      strpos(coalesce(obj_description(v.oid, 'pg_class'), ''), md5(d.definition)) > 0
        or d.definition is not distinct from g.definition as is_made
    from pg_class as v
    cross join lateral (select ${withoutLayout(sql`pg_get_viewdef(v.oid)`)} as definition) as d
    cross join lateral (
      select format(
        ' SELECT %s FROM public.%I h;',
        string_agg(
          case
            when c.type_oid is null or (not c.fits and w.atttypid <> c.type_oid) then format('NULL::%s AS %I', coalesce(c.null_type, format_type(w.atttypid, w.atttypmod)), w.attname)
            when c.family = 'text' and c.type_oid <> 'pg_catalog.text'::regtype then format('(%1$I)::text AS %1$I', w.attname)
            else format('%I', w.attname)
          end,
          ', '
          order by w.attnum
        ),
        min(c.table_name)
      ) as definition
      from pg_attribute as w
      join table_columns as c on c.view_name = v.relname and c.column_name = w.attname
      where w.attrelid = v.oid and w.attnum > 0
    ) as g
    where v.relnamespace = (select n.oid from pg_namespace as n where n.nspname = 'lh_engine')
      and v.relkind = 'v'
      and v.relname in (select c.view_name from contract as c)
  )`;

/** What the engine reads: the column of the view where one counts, else that of the table. */
const readColumns = (count: ViewsThatCount): Fragment => sql`
  read_columns as (
    select
      c.table_name,
      c.view_name,
      c.n,
      c.column_name,
      c.family,
      c.id_kind,
      c.required,
      c.null_type,
      c.table_oid,
      c.fits as is_in_table,
      v.oid as view_oid,
      v.definition,
      v.is_made,
      v.is_replaceable,
      v.oid is not null and w.attname is null as is_lacking,
      case when v.oid is null then c.type_oid else w.atttypid end as type_oid,
      case when v.oid is null then c.type_modifier else w.atttypmod end as type_modifier
    from table_columns as c
    left join adapter_views as v
      on v.view_name = c.view_name${
        count === 'all'
          ? sql``
          : sql`
      and not (v.is_made and v.is_replaceable)`
      }
    left join pg_attribute as w
      on w.attrelid = v.oid and w.attname = c.column_name and w.attnum > 0
  )`;

const columns: Fragment = sql`
  columns as (
    select
      c.table_name,
      c.view_name,
      c.n,
      c.column_name,
      c.family,
      c.required,
      c.table_oid is not null as table_found,
      c.view_oid is not null as view_found,
      c.is_in_table,
      c.is_lacking,
      c.is_made,
      c.is_replaceable,
      t.oid is not null as is_there,
      t.oid is not null
        and coalesce(strpos(c.definition, format('NULL::%s AS %I', y.type_name, c.column_name)) = 0, true) as is_found,
      format('%s.%I', coalesce(c.view_oid::regclass, c.table_oid::regclass), c.column_name) as shown_as,
      y.type_name,
      coalesce(nullif(t.typbasetype, 0), t.oid) as base_type,
      t.typcategory as category,
      (c.family = 'text' and c.view_name <> '' and c.view_oid is null) or ${typeFits} as fits,
      coalesce(c.null_type, id.type_name, 'bigint') as null_type
    from read_columns as c
    left join pg_type as t on t.oid = c.type_oid
    cross join lateral (select format_type(c.type_oid, c.type_modifier) as type_name) as y
    left join lateral (
      -- What is compared comes first: lh_contacts.id is compared with nothing.
      select format_type(i.type_oid, i.type_modifier) as type_name
      from read_columns as i
      where c.family = 'id'
        and i.family = 'id'
        and i.view_name <> ''
        and i.id_kind in (c.id_kind, 'lead')
        and i.type_oid is not null
      order by i.id_kind = c.id_kind desc, i.column_name = 'id', i.table_name
      limit 1
    ) as id on true
  )`;

/** For a view that is kept and lacks optional columns: the statement that gives it those, as null. */
const completions: Fragment = sql`
  completions as (
    select
      c.view_name,
      string_agg(c.column_name, ', ' order by c.n) as column_names,
      format(
        'create or replace view lh_engine.%I%s as select v.*, %s from (%s) as v',
        c.view_name,
        ' with (' || (select string_agg(o.option, ', ') from unnest(v.reloptions) as o (option) where o.option not like 'check_option=%') || ')',
        string_agg(format('null::%s as %I', c.null_type, c.column_name), ', ' order by c.n),
        rtrim(pg_get_viewdef(v.oid), ';')
      ) as statement
    from columns as c
    join adapter_views as v on v.view_name = c.view_name
    where c.is_lacking and not c.required
    group by c.view_name, v.oid, v.reloptions
  )`;

/**
 * The body of a `with`: `columns`, one row for each column of the contract; `adapter_views`; `completions`. It must run
 * under a search_path without public, on which the text of a definition depends.
 */
export const hostQueries = (tables: readonly HostTable[], count: ViewsThatCount): Fragment =>
  join([tableColumns(tables), adapterViews, readColumns(count), columns, completions], ',');
