// Whether a site has put objects into the schema of the engine that are called like what an upgrade brings. Creates
// nothing; knows no object by name.
import { type Fragment, join, literal, sql } from '../kit/sql.ts';

/** What is new since a release: relations by their name without the schema, routines as `drop` takes them. */
export type NewNames = {
  readonly version: string;
  readonly relations: readonly string[];
  readonly routines: readonly string[];
};

const rowsOf = ({ version, relations, routines }: NewNames): readonly Fragment[] => [
  ...relations.map((name) => sql`      (${join([version, 'relation', name].map(literal), ', ')})`),
  ...routines.map((name) => sql`      (${join([version, 'routine', name].map(literal), ', ')})`),
];

/** A relation also takes the name of a type; the types of relations and arrays are no objects of their own. */
const takenBy = sql`
      select pg_catalog.pg_describe_object('pg_catalog.pg_class'::pg_catalog.regclass, c.oid, 0) as object
      from pg_catalog.pg_class as c
      where n.kind = 'relation' and c.relname = n.name and c.relnamespace = 'lh_engine'::pg_catalog.regnamespace
      union all
      select pg_catalog.pg_describe_object('pg_catalog.pg_type'::pg_catalog.regclass, t.oid, 0)
      from pg_catalog.pg_type as t
      where n.kind = 'relation'
        and t.typname = n.name
        and t.typnamespace = 'lh_engine'::pg_catalog.regnamespace
        and t.typrelid = 0
      union all
      select pg_catalog.pg_describe_object('pg_catalog.pg_proc'::pg_catalog.regclass, p.oid, 0)
      from pg_catalog.pg_proc as p
      where n.kind = 'routine' and p.oid = pg_catalog.to_regprocedure(n.name)`;

/** Stops an upgrade before it changes anything (LH008), with the names. */
export const refuseTakenNames = (news: readonly NewNames[]): Fragment => {
  const rows = news.flatMap(rowsOf);
  if (rows.length === 0) return sql``;
  return sql`
do $names$
declare
  v_taken text;
begin
  if pg_catalog.to_regprocedure('lh_engine.version()') is null then
    return;
  end if;
  select pg_catalog.string_agg(distinct t.object, ', ')
  into v_taken
  from lh_engine.version() as v
  join (
    values
${join(rows, ',\n')}
  ) as n (version, kind, name) on n.version = v.engine
  cross join lateral (${takenBy}
  ) as t;
  if v_taken is not null then
    raise exception using
      errcode = 'LH008',
      message = pg_catalog.format('nothing was changed: this version makes objects of these names, and there are others: %s', v_taken),
      hint = 'Rename those objects or move them to another schema, then upgrade again.';
  end if;
end
$names$;
`;
};
