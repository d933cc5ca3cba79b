// What an upgrade does before and after the objects are written: refuses names that are taken, takes its locks,
// keeps what the site gave its roles, and drops what earlier releases had and this one has not, or has in another shape.
// Knows no object by name.

import { plainSchemas } from '../engine/language.ts';
import { statement } from '../kit/objects.ts';
import { type Fragment, join, literal, sql, verbatim } from '../kit/sql.ts';
import { keepRights } from './kept_rights.ts';
import { type NewNames, refuseTakenNames } from './taken_names.ts';
import { takeLocks } from './upgrade_locks.ts';

/** From one release to this version; each drop is `drop … if exists`. */
export type UpgradeStep = NewNames & {
  readonly first: readonly string[];
  /** Views that must let go of what is dropped first. */
  readonly hollow: readonly string[];
  readonly last: readonly string[];
};

const whenFrom = (version: string, commands: readonly Fragment[]): Fragment =>
  commands.length === 0
    ? sql``
    : sql`
  if v_installed = ${literal(version)} then
${join(commands, '\n')}
  end if;`;

const dropCommands = (drops: readonly string[]): readonly Fragment[] =>
  drops.map((drop) => sql`    ${verbatim(drop)};`);

/** The same columns of the same types, and nothing under them: what stands on the view stays, and so does what it was given. */
const hollowOut = (views: readonly string[]): readonly Fragment[] =>
  views.length === 0
    ? []
    : [
        sql`    for v_hollow in
      select pg_catalog.format(
        'create or replace view %s as select %s',
        c.oid::pg_catalog.regclass,
        pg_catalog.string_agg(
          pg_catalog.format(
            'null::%s%s as %I',
            pg_catalog.format_type(a.atttypid, a.atttypmod),
            case when a.attcollation <> t.typcollation then ' collate ' || a.attcollation::pg_catalog.regcollation::text end,
            a.attname
          ),
          ', '
          order by a.attnum
        )
      ) as command
      from pg_catalog.pg_class as c
      join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attnum > 0
      join pg_catalog.pg_type as t on t.oid = a.atttypid
      where c.relkind = 'v' and c.oid in (${join(
        views.map((name) => sql`pg_catalog.to_regclass(${literal(name)})`),
        ', ',
      )})
      group by c.oid
    loop
      execute v_hollow.command;
    end loop;`,
      ];

const refuseUsers = sql`
exception
  when dependent_objects_still_exist then
    get stacked diagnostics v_users = pg_exception_detail;
    raise exception using
      errcode = 'LH008',
      message = pg_catalog.format('nothing was changed: objects outside the engine use what this upgrade replaces: %s', v_users),
      hint = 'Drop those objects, upgrade, then make them again.';`;

/** By what lh_engine.version() says is installed; nothing where nothing is. */
export const beforeWriting = (
  steps: readonly UpgradeStep[],
): Fragment => sql`${refuseTakenNames(steps)}${takeLocks}
do $upgrade$
declare
  v_installed text;
  v_hollow record;
  v_users text;
begin
  if pg_catalog.to_regprocedure('lh_engine.version()') is null then
    return;
  end if;
  execute 'select v.engine from lh_engine.version() as v' into v_installed;
  perform pg_catalog.set_config('lh_engine.upgraded_from', v_installed, true);
${keepRights}
${join(
  steps.map(({ version, hollow, first }) =>
    whenFrom(version, [...hollowOut(hollow), ...dropCommands(first)]),
  ),
  '',
)}${refuseUsers}
end
$upgrade$;
`;

/** What is gone goes when nothing of ours stands on it any more. */
export const afterWriting = (steps: readonly UpgradeStep[]): Fragment =>
  steps.every(({ last }) => last.length === 0)
    ? sql``
    : sql`
do $gone$
declare
  v_installed text := pg_catalog.current_setting('lh_engine.upgraded_from', true);
  v_users text;
begin${join(
        steps.map(({ version, last }) => whenFrom(version, dropCommands(last))),
        '',
      )}${refuseUsers}
end
$gone$;
`;

const plain = join(plainSchemas.map(literal), ', ');

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
    select distinct d.kind, d.object
    from lh_engine.default_rights() as d
    left join pg_catalog.pg_proc as p on d.kind = 'routine' and p.oid = d.object_id
    left join pg_catalog.pg_class as c on d.kind = 'table' and c.oid = d.object_id
    where pg_catalog.pg_get_userbyid(coalesce(p.proowner, c.relowner)) = current_user
    union all
    select 'routine', p.oid::pg_catalog.regprocedure::text
    from pg_catalog.pg_proc as p
    where p.pronamespace in (select n.oid from pg_catalog.pg_namespace as n where n.nspname in (${plain}))
      and pg_catalog.pg_get_userbyid(p.proowner) = current_user
    union all
    select 'schema', pg_catalog.quote_ident(n.nspname)
    from pg_catalog.pg_namespace as n
    where n.nspname in (${plain})
      and pg_catalog.pg_get_userbyid(n.nspowner) = current_user
    union all
    -- A type of columns has a relation of its own, and goes with it.
    select 'type', t.oid::pg_catalog.regtype::text
    from pg_catalog.pg_type as t
    join pg_catalog.pg_namespace as n on n.oid = t.typnamespace
    where n.nspname in (${plain})
      and t.typtype = 'c'
      and pg_catalog.pg_get_userbyid(t.typowner) = current_user
  loop
    execute pg_catalog.format('alter %s %s owner to %I', v_object.kind, v_object.object, v_owner);
  end loop;
end
$owner$;
`);
