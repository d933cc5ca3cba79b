// What a site gave its roles on objects of the engine outlives an upgrade: before anything is dropped it is written
// down, and it is given again where the object is another one afterwards. Knows by name only what was renamed.
import { statement } from '../kit/objects.ts';
import { join, literal, sql } from '../kit/sql.ts';

/** What took the place of an object of an earlier release, or reads on its behalf: a grant on the one is one on both. */
const successors: readonly (readonly [string, string])[] = [
  ['lh_engine.setting_definitions()', 'lh_engine.setting_catalog()'],
  ['lh_engine.segment_report', 'lh_engine.test_segments'],
];

const successorRows = join(
  successors.map((pair) => sql`(${join(pair.map(literal), ', ')})`),
  ', ',
);

/** Routines, views and tables. Every installation takes from PUBLIC and gives to the owner what is theirs. */
const objects = sql`
    select 'routine' as kind, p.oid, p.oid::pg_catalog.regprocedure::text as name, p.proowner as owner, p.proacl as acl
    from pg_catalog.pg_proc as p
    where p.pronamespace = 'lh_engine'::pg_catalog.regnamespace
      or p.oid in (select pg_catalog.to_regprocedure(f.name) from lh_engine.facades() as f)
    union all
    select 'table', c.oid, c.oid::pg_catalog.regclass::text, c.relowner, c.relacl
    from pg_catalog.pg_class as c
    where c.relnamespace = 'lh_engine'::pg_catalog.regnamespace and c.relkind in ('r', 'v')`;

/** The grants to the engine's own roles come again with the privileges. */
const grants = sql`
    select o.kind, o.oid, t.name, pg_catalog.format(
      'grant %s%s on %s %s to %I%s',
      a.privilege_type,
      a.columns,
      o.kind,
      t.name,
      pg_catalog.pg_get_userbyid(a.grantee),
      case when a.is_grantable then ' with grant option' else '' end
    ) as command
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
    where a.grantee not in (0, o.owner)
      and pg_catalog.pg_get_userbyid(a.grantee)::text not in (
        'lh_engine_operator', 'lh_engine_agent', 'lh_engine_reader'
      )`;

/** Another owner than that of the schema, where the running role can make it one again. */
const owners = sql`
    select o.kind, o.oid, o.name, pg_catalog.format('alter %s %s owner to %I', o.kind, o.name, r.rolname) as command
    from objects as o
    join pg_catalog.pg_roles as r on r.oid = o.owner
    join pg_catalog.pg_namespace as n on n.nspname = 'lh_engine'
    where o.owner <> n.nspowner
      and pg_catalog.pg_has_role(o.owner, 'member')
      and pg_catalog.has_schema_privilege(o.owner, n.oid, 'create')`;

/** `create or replace view` forgets the options that it does not name. */
const options = sql`
    select 'option', c.oid, c.oid::pg_catalog.regclass::text, x.option
    from pg_catalog.pg_class as c
    cross join lateral pg_catalog.unnest(c.reloptions) as x (option)
    where c.relnamespace = 'lh_engine'::pg_catalog.regnamespace
      and c.relkind = 'v'
      and x.option not like 'security_invoker=%'`;

/** Owners first, for they grant. */
export const keepRights = sql`
  perform pg_catalog.set_config('lh_engine.kept_rights', k.rights, true)
  from (
    with objects as (${objects}
    ),
    kept as (${owners}
    union all${grants}
    union all${options}
    )
    select coalesce(pg_catalog.json_agg(kept), '[]')::text as rights
    from kept
  ) as k;`;

/** Where an object was made again or has a successor, roles have on it what they had. */
export const restoreRights = statement(sql`
do $rights$
declare
  v_right record;
begin
  for v_right in
    select
      case k.kind
        when 'option' then pg_catalog.format(
          'alter view %s set (%I = %L)',
          k.name,
          pg_catalog.split_part(k.command, '=', 1),
          pg_catalog.split_part(k.command, '=', 2)
        )
        else k.command
      end as command
    from pg_catalog.json_to_recordset(
      coalesce(nullif(pg_catalog.current_setting('lh_engine.kept_rights', true), ''), '[]')::json
    ) as k (kind text, oid oid, name text, command text)
    left join pg_catalog.pg_class as c on k.kind <> 'routine' and c.oid = pg_catalog.to_regclass(k.name)
    where case k.kind
      when 'routine' then pg_catalog.to_regprocedure(k.name)::oid <> k.oid
      when 'table' then c.oid <> k.oid
      else not k.command = any (coalesce(c.reloptions, '{}')) and c.relkind = 'v'
    end
  loop
    execute v_right.command;
  end loop;
end
$rights$;
`);
