// Whether what is there in the name of the engine may be taken for the engine: nobody's objects are adopted, for their
// owner could change them afterwards and have them run as the loop. Creates nothing; knows no object by name.
import { entryLanguage, plainSchemas } from '../engine/language.ts';
import { hostTables } from '../host/contract.ts';
import { type Fragment, join, literal, sql } from '../kit/sql.ts';
import { withHostTypes } from './rights.ts';

const adapters = join(
  hostTables.flatMap(({ adapter }) => (adapter === null ? [] : [literal(adapter)])),
  ', ',
);

/** The last column: whether it may not be there at all, whoever made it. A routine of ours by name and arguments; one of the same name with others could be called in its place. */
const objectsOf = (relations: readonly string[]): Fragment => sql`
    select 'schema', pg_catalog.quote_ident(n.nspname), pg_catalog.format('schema %I', n.nspname), n.nspowner, true, false
    from pg_catalog.pg_namespace as n
    where n.nspname = 'lh_engine'
    union all
    -- They are made anew, with nothing that was in them.
    select 'schema', pg_catalog.quote_ident(n.nspname), pg_catalog.format('schema %I', n.nspname), n.nspowner, true, not v_is_installed or v_language = 'plv8'
    from pg_catalog.pg_namespace as n
    where n.nspname in (${join(plainSchemas.map(literal), ', ')})
    union all
    select case c.relkind when 'v' then 'view' else 'table' end, c.oid::pg_catalog.regclass::text, c.oid::pg_catalog.regclass::text, c.relowner, true, not v_is_installed
    from pg_catalog.pg_class as c
    where c.relnamespace = pg_catalog.to_regnamespace('lh_engine')::oid
      and c.relkind in ('r', 'v')
      and c.relname in (${join(relations.map(literal), ', ')})
    union all
    -- A site may make adapter views before the first installation, and give them away after it.
    select 'view', c.oid::pg_catalog.regclass::text, c.oid::pg_catalog.regclass::text, c.relowner, true, false
    from pg_catalog.pg_class as c
    where c.relnamespace = pg_catalog.to_regnamespace('lh_engine')::oid
      and c.relkind = 'v'
      and c.relname in (${adapters})
      and not v_is_installed
    union all
    select 'routine', p.oid::pg_catalog.regprocedure::text, p.oid::pg_catalog.regprocedure::text, p.proowner, f.name is not null, f.name is not null and not v_is_installed
    from pg_catalog.pg_proc as p
    join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
    left join (
      select pg_catalog.to_regprocedure(${withHostTypes(sql`u.name`)})::oid, u.name
      from pg_catalog.unnest(v_routines) as u (name)
    ) as f (oid, name) on f.oid = p.oid
    where pg_catalog.format('%s.%s', n.nspname, p.proname) in (
      select pg_catalog.split_part(u.name, '(', 1) from pg_catalog.unnest(v_routines) as u (name)
    )`;

/** Stops an installation before it changes anything (LH008), with names, owners and statements; what else is in the schema does not matter. */
export const refuseForeignOwners = (
  relations: readonly string[],
  routines: readonly string[],
): Fragment => sql`
do $schema$
begin
  -- Made before anybody's objects are looked at: who has no rights in it cannot put one there in between.
  if pg_catalog.to_regnamespace('lh_engine') is null then
    create schema lh_engine;
  end if;
end
$schema$;
do $owners$
declare
  v_is_installed boolean := pg_catalog.to_regprocedure('lh_engine.version()') is not null;
  v_is_superuser boolean := (select r.rolsuper from pg_catalog.pg_roles as r where r.rolname = current_user);
  v_language text := ${entryLanguage};
  v_owner name := (
    select pg_catalog.pg_get_userbyid(n.nspowner) from pg_catalog.pg_namespace as n where n.nspname = 'lh_engine'
  );
  v_routines text[] := array[
${join(
  routines.map((name) => sql`    ${literal(name)}`),
  ',\n',
)}
  ];
  v_foreign text;
  v_owners text;
  v_statements text;
  v_belongs_to_owner boolean;
  v_is_in_the_way boolean;
begin
  select
    pg_catalog.string_agg(pg_catalog.format('%s of %I', o.name, r.rolname), ', ' order by o.name),
    pg_catalog.string_agg(distinct pg_catalog.quote_ident(r.rolname), ', '),
    pg_catalog.string_agg(
      case
        -- One more of a name is not of the engine, whatever it is called.
        when v_is_installed and o.is_ours and not o.is_in_the_way then pg_catalog.format('alter %s %s owner to %I;', o.kind, o.object, v_owner)
        else pg_catalog.format('drop %s %s;', o.kind, o.object)
      end,
      ' '
      order by o.name
    ),
    pg_catalog.bool_and(r.rolname = v_owner),
    pg_catalog.bool_or(o.is_in_the_way)
  into v_foreign, v_owners, v_statements, v_belongs_to_owner, v_is_in_the_way
  from (${objectsOf(relations)}
  ) as o (kind, object, name, owner, is_ours, is_in_the_way)
  join pg_catalog.pg_roles as r on r.oid = o.owner
  where o.is_in_the_way
    or not (
      r.rolname = current_user
      or r.rolsuper
      or case
        when v_is_superuser
          then v_is_installed and r.rolname = v_owner and v_owner::text is not distinct from pg_catalog.current_setting('lh_engine.owner', true)
        else pg_catalog.pg_has_role(o.owner, 'usage')
      end
    );
  if v_foreign is null then
    return;
  elsif v_is_in_the_way or not v_is_installed then
    raise exception using
      errcode = 'LH008',
      message = pg_catalog.format(
        'nothing was installed: %s, and there are already %s',
        case when v_is_installed then 'the library is in plv8' else 'this is the first installation' end,
        v_foreign
      ),
      hint = pg_catalog.format('Nothing that others made is taken over. Find out whose it is; then: %s', v_statements);
  elsif v_is_superuser and v_belongs_to_owner then
    raise exception using
      errcode = 'LH008',
      message = pg_catalog.format('nothing was changed: the engine belongs to role %I, which is no superuser, and this would run its code as one', v_owner),
      hint = pg_catalog.format(
        'Run this as that role: PGOPTIONS=%L psql …; or, where you trust it like yourself: set lh_engine.owner to %L;',
        pg_catalog.format('-c role=%s', v_owner),
        v_owner
      );
  else
    raise exception using
      errcode = 'LH008',
      message = pg_catalog.format('nothing was changed: role %I may not replace %s', current_user, v_foreign),
      hint = pg_catalog.format('Install as a member of %s that is no superuser, or let a DBA drop what is not of the engine and run: %s', v_owners, v_statements);
  end if;
end
$owners$;
`;

/** The same question when everything is written (LH008): what a stranger made since it was asked was written over, and is still his. */
export const refuseAdopted: Fragment = sql`
do $owners$
declare
  v_is_superuser boolean := (select r.rolsuper from pg_catalog.pg_roles as r where r.rolname = current_user);
  v_foreign text;
begin
  select pg_catalog.string_agg(pg_catalog.format('%s of %I', f.object, f.owner), ', ' order by f.object)
  into v_foreign
  from lh_engine.foreign_objects() as f
  where v_is_superuser or not pg_catalog.pg_has_role(f.owner, 'usage');
  if v_foreign is not null then
    raise exception using
      errcode = 'LH008',
      message = pg_catalog.format('nothing was changed: while this ran, others made %s', v_foreign),
      hint = 'Run it again: it says what to do about that. Nothing that others made is taken over.';
  end if;
end
$owners$;
`;
