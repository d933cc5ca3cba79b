// Whether row-level security may hide rows from the engine: every relation that it reads is judged by the role that
// really reads it, through views and functions of the site. Decides nothing about leads.
import { routine, type SqlModule } from '../../kit/objects.ts';
import { settingKey } from '../../kit/settings.ts';
import { literal, sql } from '../../kit/sql.ts';

const trusted = settingKey('security.trusted_roles');

const trustedRoles = routine({
  name: 'lh_engine.trusted_roles',
  returns: { rows: { role_id: 'oid', role_name: 'text' } },
  language: 'sql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'The roles of which a DBA vouches that row-level security shows them every row: those that setting security.trusted_roles names, as long as they are the roles that had these names when it was set.',
  body: sql`
  select r.oid, r.rolname::text
  from lh_engine.setting_overrides as o
  join pg_roles as r on r.oid = any (o.role_ids) and o.value ? r.rolname::text
  where o.key = ${trusted};`,
});

/** The C functions of PostgreSQL that run a query which they are given as text. */
const runsText = literal('^(query|cursor|table|schema|database)_to_xml|^ts_stat|^tsquery_rewrite_query$');

/** Of a view c: its options are true, on, yes, 1, or an unambiguous beginning of those. */
const readsAsInvoker = sql`coalesce(
            (select o.option_value::boolean from pg_options_to_table(c.reloptions) as o where o.option_name = 'security_invoker'), false
          )`;

/** Of a row of read_through(), called t: another role than the one that called. */
export const asWhom = sql`case when t.via is not null then format(' for %I, as whom %s reads it', t.reader, t.via) else '' end`;

const readThrough = routine({
  name: 'lh_engine.read_through',
  args: { p_role: 'text' },
  returns: {
    rows: {
      catalog: 'regclass',
      object_id: 'oid',
      reader_id: 'oid',
      reader: 'text',
      via: 'text',
      for_assignment: 'boolean',
    },
  },
  language: 'sql',
  volatility: 'stable',
  set: { quote_all_identifiers: 'off' },
  grants: ['operator', 'reader'],
  comment:
    'Every relation and function of the host that the engine reads, and the metrics function where it is SECURITY DEFINER, when a role calls it, as which role, and through which view or function it became that one: a view with security_invoker reads as the caller, another one as its owner, a materialized view was filled as its owner, a function runs as the caller or, with SECURITY DEFINER, as its owner. for_assignment: what assignment reads alone.',
  body: sql`
  with recursive nodes (catalog, object_id, caller_id, reader_id, via, for_assignment) as (
    select x.catalog, x.oid, r.oid, coalesce(x.owner_id, r.oid), null::text, x.for_assignment
    from pg_roles as r
    cross join (
      select 'pg_catalog.pg_class'::regclass::oid, to_regclass(format('lh_engine.%I', c.view_name))::oid, null::oid, false
      from lh_engine.adapter_columns() as c
      union
      -- As the caller it reads what the adapter views read, which are judged.
      select 'pg_catalog.pg_proc'::regclass, p.oid, p.proowner, false
      from pg_proc as p
      where p.oid = to_regprocedure('public.lh_update_daily_metrics(date)') and p.prosecdef
      union
      select 'pg_catalog.pg_class'::regclass, to_regclass(t.name)::oid, null, t.for_assignment
      from (
        values
          ('public.lh_spawned_skills', false),
          ('public.lh_ab_tests', false),
          ('lh_engine.assignable_tests', true)
      ) as t (name, for_assignment)
    ) as x (catalog, oid, owner_id, for_assignment)
    where r.rolname::text = p_role and x.oid is not null
    union
    select
      e.catalog,
      e.object_id,
      s.caller_id,
      case e.catalog
        when 'pg_catalog.pg_class'::regclass then s.reader_id
        else coalesce((select f.proowner from pg_proc as f where f.oid = e.object_id and f.prosecdef), s.caller_id)
      end,
      s.via,
      n.for_assignment
    from nodes as n
    left join pg_class as c on n.catalog = 'pg_catalog.pg_class'::regclass and c.oid = n.object_id
    left join pg_proc as p on n.catalog = 'pg_catalog.pg_proc'::regclass and p.oid = n.object_id
    cross join lateral (
      select
        case when c.relkind = 'm' then c.relowner when p.prosecdef then p.proowner else n.caller_id end,
        case
          when c.relkind = 'm' then c.relowner
          when p.prosecdef then p.proowner
          when c.relkind = 'v' and not ${readsAsInvoker} then c.relowner
          else n.caller_id
        end,
        coalesce(c.oid::regclass::text, p.oid::regprocedure::text)
    ) as w (caller_id, reader_id, name)
    cross join lateral (
      select w.caller_id, w.reader_id, case when w.reader_id = n.caller_id then n.via else w.name end
    ) as s (caller_id, reader_id, via)
    cross join lateral (
      select
        case d.refclassid when 'pg_catalog.pg_operator'::regclass then 'pg_catalog.pg_proc'::regclass::oid else d.refclassid end,
        coalesce((select o.oprcode::oid from pg_operator as o where d.refclassid = 'pg_catalog.pg_operator'::regclass and o.oid = d.refobjid), d.refobjid)
      from pg_depend as d
      left join pg_rewrite as r on d.classid = 'pg_catalog.pg_rewrite'::regclass and r.oid = d.objid
      where (r.ev_class = c.oid or d.classid = 'pg_catalog.pg_proc'::regclass and d.objid = p.oid)
        and d.refclassid in ('pg_catalog.pg_class'::regclass, 'pg_catalog.pg_proc'::regclass, 'pg_catalog.pg_operator'::regclass)
      union all
      -- pg_depend leaves out what belongs to PostgreSQL itself.
      select 'pg_catalog.pg_proc'::regclass, q.oid
      from (
        select r.ev_action::text from pg_rewrite as r where r.ev_class = c.oid
        union all
        select p.prosqlbody::text
      ) as b (body)
      cross join lateral regexp_matches(b.body, ':funcid ([0-9]+)', 'g') as f (ids)
      join pg_proc as q on q.oid = f.ids[1]::oid
      where q.prosrc ~ ${runsText}
    ) as e (catalog, object_id)
    where (e.catalog, e.object_id) <> (n.catalog, n.object_id)
  )
  select distinct n.catalog::regclass, n.object_id, n.reader_id, r.rolname::text, n.via, n.for_assignment
  from nodes as n
  join pg_roles as r on r.oid = n.reader_id;`,
});

const rowSecurity = routine({
  name: 'lh_engine.row_security_for',
  args: { p_role: 'text' },
  returns: {
    rows: { object: 'text', reader: 'text', sees_all: 'boolean', remedy: 'text', for_assignment: 'boolean' },
  },
  language: 'sql',
  volatility: 'stable',
  set: { quote_all_identifiers: 'off' },
  grants: ['operator', 'reader'],
  comment:
    'Whether the role that really reads it sees every row of each table that the engine reads when a role calls it, and what to do where it may not. A function that does not show what it reads, immutable or not, is not judged: where row-level security hides rows of any table from the role that it runs as, or from another one as whom a view or a function reads, it counts as hiding rows until a DBA vouches for the role that it runs as.',
  body: sql`
  with as_owner (role_id) as (
    select c.relowner from pg_class as c where c.relkind = 'm' or (c.relkind = 'v' and not ${readsAsInvoker})
    union
    select p.proowner from pg_proc as p where p.prosecdef and p.pronamespace <> 'lh_engine'::regnamespace
  ),
  subject (role_id) as materialized (
    select r.oid
    from pg_roles as r
    where not (r.rolsuper or r.rolbypassrls)
      and r.oid not in (select v.role_id from lh_engine.trusted_roles() as v)
      and exists (
        select from pg_class as c
        where c.relrowsecurity
          and (c.relforcerowsecurity or not pg_has_role(r.oid, c.relowner, 'usage'))
          and has_any_column_privilege(r.oid, c.oid, 'select')
      )
  ),
  reads as (
    select
      t.*,
      (r.rolsuper or r.rolbypassrls) as sees_every_row,
      exists (select from lh_engine.trusted_roles() as v where v.role_id = t.reader_id) as is_trusted,
      format(
        'select lh_engine.set_setting(%L, %L);',
        ${trusted},
        (select coalesce(jsonb_agg(v.role_name order by v.role_name), '[]') from lh_engine.trusted_roles() as v) || jsonb_build_array(r.rolname::text)
      ) as vouch
    from lh_engine.read_through(p_role) as t
    join pg_roles as r on r.oid = t.reader_id
  )
  select
    t.object_id::regclass::text || ${asWhom},
    t.reader,
    not c.relrowsecurity
      or t.sees_every_row
      or (not c.relforcerowsecurity and pg_has_role(t.reader_id, c.relowner, 'usage'))
      or t.is_trusted,
    format(
      'let a DBA run: alter role %I bypassrls; or, where a policy shows this role every row, vouch for it: %s', t.reader, t.vouch
    ),
    t.for_assignment
  from reads as t
  join pg_class as c on t.catalog = 'pg_catalog.pg_class'::regclass and c.oid = t.object_id
  where c.relkind in ('r', 'p', 'f')
  union all
  select
    format('function %s, which runs as %I', p.oid::regprocedure, t.reader),
    t.reader,
    t.is_trusted or not exists (
      select from subject as s
      where s.role_id = t.reader_id or s.role_id in (select o.role_id from as_owner as o)
    ),
    format(
      'give the rows by a table or a view instead, or write its body as begin atomic … end, so that it shows what it reads; or, where it reads every row, vouch for the role that it runs as: %s',
      t.vouch
    ),
    t.for_assignment
  from reads as t
  join pg_proc as p on t.catalog = 'pg_catalog.pg_proc'::regclass and p.oid = t.object_id
  join pg_language as l on l.oid = p.prolang
  where p.prosqlbody is null
    and p.prokind <> 'a'
    and (
      p.proretset
      or (l.lanname = 'internal' and p.prosrc ~ ${runsText})
      or not (
        l.lanname in ('internal', 'c')
        or exists (
          select from pg_depend as e
          where e.classid = 'pg_catalog.pg_proc'::regclass and e.objid = p.oid and e.deptype = 'e'
        )
      )
    )
    and not exists (select from lh_engine.default_rights() as d where d.kind = 'routine' and d.object_id = p.oid);`,
});

export const rowSecurityCheck: SqlModule = {
  name: 'host/row_security',
  objects: [trustedRoles, readThrough, rowSecurity],
};
