// Whether what db:migrate writes into belongs to somebody who could have code of theirs run by it: the engine's objects, as
// dist/install.sql asks too, and the bookkeeping of graphile-migrate. Applies no migration.
import type pg from 'pg';
import { refuseForeignOwners } from '../src/sql/installing/foreign_owners.ts';
import { newestRelease, readReleases } from './release/released.ts';
import { newNames } from './release/upgrade.ts';

type Refusal = Error & { readonly code?: string; readonly hint?: string };

const engineOwners = (project: string): string => {
  const { relations, routines } = newNames(new Map(), newestRelease(readReleases(project))[1]);
  return refuseForeignOwners(relations, routines).sqlText;
};

const bookkeepingOwners = `
do $books$
declare
  v_is_superuser boolean := (select r.rolsuper from pg_catalog.pg_roles as r where r.rolname = current_user);
  v_foreign text;
begin
  select pg_catalog.string_agg(pg_catalog.format('%s of %I', o.object, r.rolname), ', ' order by o.object)
  into v_foreign
  from (
    select 'schema graphile_migrate', n.nspowner
    from pg_catalog.pg_namespace as n
    where n.nspname = 'graphile_migrate'
    union all
    select c.oid::pg_catalog.regclass::text, c.relowner
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where n.nspname = 'graphile_migrate'
    union all
    select pg_catalog.format('trigger %I on %s', t.tgname, c.oid::pg_catalog.regclass), p.proowner
    from pg_catalog.pg_trigger as t
    join pg_catalog.pg_proc as p on p.oid = t.tgfoid
    join pg_catalog.pg_class as c on c.oid = t.tgrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where n.nspname = 'graphile_migrate' and not t.tgisinternal
  ) as o (object, owner)
  join pg_catalog.pg_roles as r on r.oid = o.owner
  where not (
    r.rolname = current_user
    or r.rolsuper
    or case
      when v_is_superuser then r.rolname::text is not distinct from pg_catalog.current_setting('lh_engine.owner', true)
      else pg_catalog.pg_has_role(o.owner, 'usage')
    end
  );
  if v_foreign is not null then
    raise exception using
      errcode = 'LH008',
      message = pg_catalog.format('nothing was changed: graphile-migrate would write its bookkeeping as role %I into what others made: %s', current_user, v_foreign),
      hint = 'Find out whose it is. Where nobody needs it: drop schema graphile_migrate cascade; else install with: psql -v ON_ERROR_STOP=1 -f dist/install.sql "$DATABASE_URL"';
  end if;
end
$books$;`;

/** Statements for a transaction that is taken back: refuses (LH008) before anything is read from what others made. */
export const refuseOthers = (project: string): string => `${engineOwners(project)} ${bookkeepingOwners}`;

/** Makes both schemas, where nobody else can put anything from then on, and looks again whose they are. */
export const claimSchemas = async (client: pg.Client, project: string): Promise<void> => {
  await client.query(`begin;
    ${engineOwners(project)}
    do $books$
    begin
      if pg_catalog.to_regnamespace('graphile_migrate') is null then
        create schema graphile_migrate;
      end if;
    end
    $books$;
    ${bookkeepingOwners}
    commit`);
};

/** A migration cannot ask at its end whether a function in public was made meanwhile, and stayed its maker's. */
export const refuseAdopted = async (client: pg.Client, project: string): Promise<void> => {
  try {
    await client.query(`begin; ${engineOwners(project)} rollback`);
  } catch (error) {
    const { message, code, hint } = error as Refusal;
    await client.query('rollback');
    throw Object.assign(
      new Error(`the migrations are applied, and meanwhile others made what they consist of: ${message}`),
      {
        code,
        hint: `Let no cycle run before that is mended. ${hint}`,
      },
    );
  }
};
