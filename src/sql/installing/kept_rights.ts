// What an installation notes of the rights that it finds, before anything is dropped; rights_to_set.ts has what it makes
// of them in the end. Knows by name only what was renamed.
import { join, literal, sql } from '../kit/sql.ts';

/**
 * What took the place of an object of an earlier release, or reads on its behalf: a grant on the one is one on both.
 */
const successors: readonly (readonly [string, string])[] = [
  ['lh_engine.setting_definitions()', 'lh_engine.setting_catalog()'],
  ['lh_engine.check_health()', 'lh_engine.health_row()'],
  ['lh_engine.segment_report', 'lh_engine.test_segments'],
];

const successorRows = join(
  successors.map((pair) => sql`(${join(pair.map(literal), ', ')})`),
  ', ',
);

/** Every installation takes from PUBLIC and gives to the owner what is theirs. */
const objects = sql`
    select
      'routine' as kind,
      p.oid,
      p.oid::pg_catalog.regprocedure::text as name,
      pg_catalog.format('%s.%I', p.pronamespace::pg_catalog.regnamespace, p.proname) as family,
      p.proowner as owner,
      p.proacl as acl
    from pg_catalog.pg_proc as p
    where p.pronamespace = 'lh_engine'::pg_catalog.regnamespace
      or p.oid in (select pg_catalog.to_regprocedure(f.name) from lh_engine.facades() as f)
    union all
    select case c.relkind when 'S' then 'sequence' else 'table' end, c.oid, c.oid::pg_catalog.regclass::text, null, c.relowner, c.relacl
    from pg_catalog.pg_class as c
    where c.relnamespace = 'lh_engine'::pg_catalog.regnamespace and c.relkind in ('r', 'v', 'S')
    union all
    select 'schema', n.oid, n.nspname, null, n.nspowner, n.nspacl
    from pg_catalog.pg_namespace as n
    where n.nspname = 'lh_engine'`;

const grants = sql`
    select
      o.kind,
      o.oid,
      t.name,
      pg_catalog.format('grant %s%s on %s', a.privilege_type, a.columns, o.kind) as command,
      pg_catalog.format(
        'to %I%s', pg_catalog.pg_get_userbyid(a.grantee), case when a.is_grantable then ' with grant option' else '' end
      ) as ending,
      pg_catalog.pg_get_userbyid(a.grantee) as grantee
    from objects as o
    cross join lateral (
      select x.privilege_type, '' as columns, x.grantee, x.is_grantable
      from pg_catalog.aclexplode(o.acl) as x
      union all
      select x.privilege_type, pg_catalog.format(' (%I)', w.attname), x.grantee, x.is_grantable
      from pg_catalog.pg_attribute as w
      cross join lateral pg_catalog.aclexplode(w.attacl) as x
      where o.kind = 'table' and w.attrelid = o.oid and w.attnum > 0
    ) as a
    cross join lateral (
      select o.name
      union all
      select s.successor
      from (values ${successorRows}) as s (object, successor)
      where s.object = o.name
    ) as t
    where a.grantee not in (0, o.owner)`;

/** Another owner than that of the schema, where the running role can make it one again. */
const owners = sql`
    select
      o.kind,
      o.oid,
      o.name,
      pg_catalog.format('alter %s', o.kind) as command,
      pg_catalog.format('owner to %I', r.rolname) as ending,
      null as grantee
    from objects as o
    join pg_catalog.pg_roles as r on r.oid = o.owner
    join pg_catalog.pg_namespace as n on n.nspname = 'lh_engine'
    where o.owner <> n.nspowner
      and pg_catalog.pg_has_role(o.owner, 'member')
      and pg_catalog.has_schema_privilege(o.owner, n.oid, 'create')`;

/** `create or replace view` forgets the options that it does not name. */
const options = sql`
    select 'option', c.oid, c.oid::pg_catalog.regclass::text, x.option, null, null
    from pg_catalog.pg_class as c
    cross join lateral pg_catalog.unnest(c.reloptions) as x (option)
    where c.relnamespace = 'lh_engine'::pg_catalog.regnamespace
      and c.relkind = 'v'
      and x.option not like 'security_invoker=%'`;

/** Owners first, for they grant. The default rights of the installed version are unknown before 1.1.0. */
export const keepRights = sql`
  perform pg_catalog.set_config('lh_engine.kept_rights', k.rights, true)
  from (
    with objects as (${objects}
    ),
    kept as (${owners}
    union all${grants}
    union all${options}
    )
    select pg_catalog.json_build_object(
      'objects', (select pg_catalog.json_agg(pg_catalog.json_build_object('kind', o.kind, 'oid', o.oid, 'name', o.name, 'family', o.family)) from objects as o),
      'rights', (select coalesce(pg_catalog.json_agg(kept), '[]') from kept)
    )::text as rights
  ) as k;
  perform pg_catalog.set_config('lh_engine.kept_defaults', '', true);
  if pg_catalog.to_regprocedure('lh_engine.default_rights()') is not null then
    execute $defaults$
      select pg_catalog.set_config('lh_engine.kept_defaults', pg_catalog.json_agg(d)::text, true)
      from lh_engine.default_rights() as d
    $defaults$;
  end if;`;
