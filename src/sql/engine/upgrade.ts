// What an upgrade does before and after the objects are written: drops what earlier releases had and this one has not,
// or has in another shape, and gives the roles of the site back what they were granted on it. Knows by name only what was renamed.
import { statement } from '../kit/objects.ts';
import { type Fragment, join, literal, sql, verbatim } from '../kit/sql.ts';

/** The statements that drop what release `version` had; each is `drop … if exists`. */
export type UpgradeStep = { readonly version: string; readonly drops: readonly string[] };

const stepFrom = ({ version, drops }: UpgradeStep): Fragment => sql`
  if v_installed = ${literal(version)} then
${join(
  drops.map((drop) => sql`    ${verbatim(drop)};`),
  '\n',
)}
  end if;`;

/** What took the place of an object of an earlier release, or reads on its behalf: a grant on the one is one on both. */
const successors: readonly (readonly [string, string])[] = [
  ['lh_engine.setting_definitions()', 'lh_engine.setting_catalog()'],
  ['lh_engine.segment_report', 'lh_engine.test_segments'],
];

/** The grants to the engine's own roles come again with the privileges. */
const keepGrants = sql`
  perform pg_catalog.set_config(
    'lh_engine.kept_grants',
    (
      select coalesce(pg_catalog.json_agg(g), '[]')::text
      from (
        select
          o.kind,
          t.object,
          pg_catalog.format(
            'grant %s on %s %s to %I%s',
            a.privilege_type,
            o.kind,
            t.object,
            pg_catalog.pg_get_userbyid(a.grantee),
            case when a.is_grantable then ' with grant option' else '' end
          ) as command
        from (
          select 'routine' as kind, p.oid::pg_catalog.regprocedure::text as object, p.proowner as owner, p.proacl as acl
          from pg_catalog.pg_proc as p
          where p.pronamespace = 'lh_engine'::pg_catalog.regnamespace
            or p.oid in (select pg_catalog.to_regprocedure(f.name) from lh_engine.facades() as f)
          union all
          select 'table', c.oid::pg_catalog.regclass::text, c.relowner, c.relacl
          from pg_catalog.pg_class as c
          where c.relnamespace = 'lh_engine'::pg_catalog.regnamespace and c.relkind = 'v'
        ) as o
        cross join lateral pg_catalog.aclexplode(o.acl) as a
        cross join lateral (
          select o.object
          union all
          select s.successor
          from (values ${join(
            successors.map((pair) => sql`(${join(pair.map(literal), ', ')})`),
            ', ',
          )}) as s (object, successor)
          where s.object = o.object
        ) as t (object)
        where a.grantee not in (0, o.owner)
          and pg_catalog.pg_get_userbyid(a.grantee)::text not in (
            'lh_engine_operator', 'lh_engine_agent', 'lh_engine_reader'
          )
      ) as g
    ),
    true
  );`;

/** Drops by what lh_engine.version() says is installed; nothing where nothing is, or no step fits. */
export const dropReleased = (steps: readonly UpgradeStep[]): Fragment => sql`
do $upgrade$
declare
  v_installed text;
  v_users text;
begin
  if pg_catalog.to_regprocedure('lh_engine.version()') is null then
    return;
  end if;
  execute 'select v.engine from lh_engine.version() as v' into v_installed;
  if v_installed not in (${join(
    steps.map(({ version }) => literal(version)),
    ', ',
  )}) then
    return;
  end if;
${keepGrants}
${join(steps.map(stepFrom), '')}
exception
  when dependent_objects_still_exist then
    get stacked diagnostics v_users = pg_exception_detail;
    raise exception using
      errcode = 'LH008',
      message = pg_catalog.format('nothing was changed: objects outside the engine use what this upgrade replaces: %s', v_users),
      hint = 'Drop those objects, upgrade, then make them again.';
end
$upgrade$;
`;

/** Where a role was granted something on an object that was dropped and made again, it has it again. */
export const restoreGrants = statement(sql`
do $grants$
declare
  v_grant record;
begin
  for v_grant in
    select g.command
    from pg_catalog.json_to_recordset(
      coalesce(nullif(pg_catalog.current_setting('lh_engine.kept_grants', true), ''), '[]')::json
    ) as g (kind text, object text, command text)
    where case g.kind
      when 'table' then pg_catalog.to_regclass(g.object) is not null
      else pg_catalog.to_regprocedure(g.object) is not null
    end
  loop
    execute v_grant.command;
  end loop;
end
$grants$;
`);

/**
 * What another role's upgrade made belongs to the owner of the engine, as everything else does: the owner's rights come
 * from owning, and a later upgrade by the owner must be able to replace it.
 */
export const handToOwner = statement(sql`
do $owner$
declare
  v_owner name := (
    select pg_catalog.pg_get_userbyid(n.nspowner) from pg_catalog.pg_namespace as n where n.nspname = 'lh_engine'
  );
  v_object record;
begin
  if v_owner = current_user then
    return;
  end if;
  for v_object in
    select 'routine' as kind, p.oid::pg_catalog.regprocedure::text as name
    from pg_catalog.pg_proc as p
    where (
        p.pronamespace = 'lh_engine'::pg_catalog.regnamespace
        or p.oid in (select pg_catalog.to_regprocedure(f.name) from lh_engine.facades() as f)
      )
      and pg_catalog.pg_get_userbyid(p.proowner) = current_user
    union all
    select case c.relkind when 'v' then 'view' else 'table' end, c.oid::pg_catalog.regclass::text
    from pg_catalog.pg_class as c
    where c.relnamespace = 'lh_engine'::pg_catalog.regnamespace
      and c.relkind in ('v', 'r')
      and pg_catalog.pg_get_userbyid(c.relowner) = current_user
  loop
    execute pg_catalog.format('alter %s %s owner to %I', v_object.kind, v_object.name, v_owner);
  end loop;
end
$owner$;
`);
