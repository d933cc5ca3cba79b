// Whether objects of the engine belong to a role whose objects the installing one may not replace. Creates nothing;
// knows no object by name.
import { type Fragment, join, literal, sql } from '../kit/sql.ts';
import { withHostTypes } from './rights.ts';

const objectsOf = (relations: readonly string[], routines: readonly string[]): Fragment => sql`
    select pg_catalog.format('schema %I', n.nspname), n.nspowner
    from pg_catalog.pg_namespace as n
    where n.nspname = 'lh_engine'
    union all
    select c.oid::pg_catalog.regclass::text, c.relowner
    from pg_catalog.pg_class as c
    where c.relnamespace = pg_catalog.to_regnamespace('lh_engine')::oid
      and c.relkind in ('r', 'v')
      and c.relname in (${join(relations.map(literal), ', ')})
    union all
    select p.oid::pg_catalog.regprocedure::text, p.proowner
    from pg_catalog.unnest(array[
${join(
  routines.map((name) => sql`      ${literal(name)}`),
  ',\n',
)}
    ]) as f (name)
    join pg_catalog.pg_proc as p on p.oid = pg_catalog.to_regprocedure(${withHostTypes(sql`f.name`)})`;

/** Stops an upgrade before it changes anything (LH008), with names and owners; what else is in the schema does not matter. */
export const refuseForeignOwners = (
  relations: readonly string[],
  routines: readonly string[],
): Fragment => sql`
do $owners$
declare
  v_foreign text;
  v_owners text;
begin
  select
    pg_catalog.string_agg(pg_catalog.format('%s of %I', o.object, r.rolname), ', ' order by o.object),
    pg_catalog.string_agg(distinct pg_catalog.quote_ident(r.rolname), ', ')
  into v_foreign, v_owners
  from (${objectsOf(relations, routines)}
  ) as o (object, owner)
  join pg_catalog.pg_roles as r on r.oid = o.owner
  where not pg_catalog.pg_has_role(o.owner, 'usage');
  if v_foreign is not null then
    raise exception using
      errcode = 'LH008',
      message = pg_catalog.format('nothing was changed: role %I may not replace %s', current_user, v_foreign),
      hint = pg_catalog.format('Install as a member of %s or as a superuser, or let a DBA make %I the owner.', v_owners, current_user);
  end if;
end
$owners$;
`;
