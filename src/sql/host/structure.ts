// Whether the host has the structure that the engine needs, as rows with a remedy each: the part of the check that the
// installers and check_host() share. It needs nothing of the engine; src/sql/host/contract.ts lists what is needed.

import { type Fragment, join, literal, sql } from '../kit/sql.ts';
import { hostQueries, type ViewsThatCount } from './adapters.ts';
import { type HostTable, hostTables } from './contract.ts';

/** Columns that are compared with each other on their own types. */
const joinedColumns = join(
  [
    ['lh_lead_status', 'ab_test_id', 'lh_ab_tests', 'id'],
    ['lh_ab_tests', 'skill_id', 'lh_spawned_skills', 'id'],
    ['lh_feedback_log', 'contact_id', 'lh_validation_history', 'contact_id'],
    ['lh_feedback_log', 'lead_id', 'lh_lead_status', 'id'],
    ['lh_contacts', 'property_id', 'lh_lead_status', 'property_id'],
    ['lh_properties', 'id', 'lh_lead_status', 'property_id'],
  ].map((pair) => sql`    (${join(pair.map(literal), ', ')})`),
  ',\n',
);

/**
 * Whether it is an error that a view lacks a column: an installation gives an optional one to the views it may replace.
 */
const givenToViews: Readonly<Record<ViewsThatCount, Fragment>> = {
  'those kept': sql`(c.is_lacking and not c.is_replaceable)`,
  all: sql`c.is_lacking`,
};

const server = sql`
  select
    'server' as kind,
    'PostgreSQL 15 or newer' as object,
    true as required,
    current_setting('server_version_num')::integer >= 150000 as found,
    'upgrade the server: views with security_invoker need PostgreSQL 15' as remedy`;

const tablesThere = sql`
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
  group by c.table_name`;

const columnsThere = (count: ViewsThatCount): Fragment => sql`
  select
    'column',
    format('public.%I.%I', c.table_name, c.column_name),
    c.required or ${givenToViews[count]},
    c.is_found,
    case
      when c.is_lacking and c.required
        then format('the adapter view lh_engine.%I lacks column %I: give it one (docs/host.md)', c.view_name, c.column_name)
      when c.is_lacking then format('run dist/install.sql as the owner of the view, or: %s;', l.statement)
      when c.required then format('add column %I to public.%I (%s), or read it from elsewhere in an adapter view (docs/host.md)', c.column_name, c.table_name, c.family)
      when c.is_in_table and c.is_made then 'optional: the host has it now, so run dist/install.sql again'
      else 'optional: where another column holds it, replace the adapter view (docs/host.md)'
    end
  from columns as c
  left join completions as l on l.view_name = c.view_name
  where c.table_found`;

const typesThatFit = sql`
  select
    'type',
    format('%s is %s', c.shown_as, c.type_name),
    c.required or c.view_found,
    c.fits,
    format(
      'it should be of a %s type; an adapter view can cast it%s (docs/host.md)',
      c.family,
      case when not (c.required or c.view_found) then ', and until then it is read as null' end
    )
  from columns as c
  where c.is_there`;

const siteViews = sql`
  select
    'site view',
    format('lh_engine.%I', v.view_name),
    false,
    true,
    null
  from adapter_views as v
  where not v.is_made`;

const typesToJoin = sql`
  select
    'type',
    format('%s can be compared with %s', a.shown_as, b.shown_as),
    true,
    a.base_type = b.base_type or (a.category = b.category and a.category in ('N', 'S')),
    format('make them one type: %s and %s cannot be joined; an adapter view can cast one (docs/host.md)', a.type_name, b.type_name)
  from joined as j
  join columns as a on a.table_name = j.table_name and a.column_name = j.column_name and a.is_there
  join columns as b on b.table_name = j.other_table and b.column_name = j.other_column and b.is_there`;

/** What the engine inserts rows without. */
const columnDefaults = sql`
  select
    'default',
    format('public.%I.%I', r.relname, a.attname),
    true,
    false,
    format('the engine inserts rows without it: give the column a default or let it be null')
  from pg_class as r
  join pg_attribute as a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
  where r.relnamespace = (select n.oid from pg_namespace as n where n.nspname = 'public')
    and r.relname in ('lh_spawned_skills', 'lh_ab_tests', 'lh_pattern_performance')
    and a.attnotnull
    and not a.atthasdef
    and a.attidentity = ''
    and a.attgenerated = ''
    and (
      a.attname = 'id'
      or not exists (select from contract as c where c.table_name = r.relname and c.column_name = a.attname)
    )`;

const dailyMetrics = sql`
  select
    'function',
    'public.lh_update_daily_metrics(date)',
    true,
    to_regprocedure('public.lh_update_daily_metrics(date)') is not null,
    'create it: it upserts one day of public.lh_daily_metrics (docs/host.md)'`;

/** Rows (kind, object, required, found, remedy) about structure. It needs nothing of the engine. */
export const structureCheck = (tables: readonly HostTable[], count: ViewsThatCount): Fragment => sql`
  with${hostQueries(tables, count)},
  joined (table_name, column_name, other_table, other_column) as (
    values
${joinedColumns}
  )${join([server, tablesThere, columnsThere(count), typesThatFit, siteViews, typesToJoin, columnDefaults, dailyMetrics], '\n  union all')}`;

/** What the installing role may do. */
const rightToInstall = sql`
    union all
    select
      'right',
      'write in this transaction',
      true,
      not current_setting('transaction_read_only')::boolean,
      'set default_transaction_read_only to off; or, on a standby, connect to the primary'
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
      'create on schema lh_engine',
      true,
      has_schema_privilege(n.oid, 'create'),
      format('let a DBA run: grant create on schema lh_engine to %I;', current_user)
    from pg_namespace as n
    where n.nspname = 'lh_engine'
    union all
    select
      'right',
      'create on schema public',
      true,
      has_schema_privilege('public', 'create'),
      format('let a DBA run: grant create on schema public to %I;', current_user)`;

/** Stops an installation with the complete list of what is missing, before anything is created. */
export const preflightFor = (tables: readonly HostTable[]): Fragment => sql`
do $preflight$
declare
  v_missing text;
begin
  perform set_config('search_path', 'pg_catalog', true), set_config('quote_all_identifiers', 'off', true);
  select string_agg(format('  %s %s: %s', c.kind, c.object, c.remedy), E'\n' order by c.kind desc, c.object)
  into v_missing
  from (
${structureCheck(tables, 'those kept')}${rightToInstall}
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

export const preflight: Fragment = preflightFor(hostTables);
