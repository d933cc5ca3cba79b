// Takes the engine out of the database again and leaves the host as it was. Knows the names of everything the engine
// has put outside its own schema: the functions in public, the jobs, the bookkeeping of graphile-migrate.
import { unfinishedParts } from '../engine/parts.ts';
import { routine, type SqlModule } from '../kit/objects.ts';
import { join, literal, sql } from '../kit/sql.ts';

const dependents = routine({
  name: 'lh_engine.dependents',
  returns: { rows: { object: 'text' } },
  language: 'sql',
  volatility: 'stable',
  comment:
    'The objects outside the engine that use one of its functions, views or types, as text: dropping the engine would drop them too.',
  body: sql`
  with ours (classid, oid) as (
    select 'pg_catalog.pg_class'::regclass, c.oid
    from pg_class as c
    where c.relnamespace = 'lh_engine'::regnamespace
    union all
    select 'pg_catalog.pg_type'::regclass, t.oid
    from pg_type as t
    where t.typnamespace = 'lh_engine'::regnamespace
    union all
    select 'pg_catalog.pg_proc'::regclass, p.oid
    from pg_proc as p
    where p.pronamespace = 'lh_engine'::regnamespace
    union all
    select 'pg_catalog.pg_proc'::regclass, to_regprocedure(f.name)::oid
    from lh_engine.facades() as f (name)
  )
  select distinct pg_describe_object(d.classid, d.objid, d.objsubid)
  from pg_depend as d
  join ours as o on o.classid = d.refclassid and o.oid = d.refobjid
  where d.deptype in ('n', 'a')
    and not exists (select from ours as u where u.classid = d.classid and u.oid = d.objid)
    and 'lh_engine'::regnamespace is distinct from (
      select c.relnamespace::regnamespace
      from pg_class as c
      where c.oid = case d.classid
        when 'pg_catalog.pg_rewrite'::regclass then (select r.ev_class from pg_rewrite as r where r.oid = d.objid)
        when 'pg_catalog.pg_attrdef'::regclass then (select a.adrelid from pg_attrdef as a where a.oid = d.objid)
        when 'pg_catalog.pg_trigger'::regclass then (select t.tgrelid from pg_trigger as t where t.oid = d.objid)
        when 'pg_catalog.pg_constraint'::regclass then (select k.conrelid from pg_constraint as k where k.oid = d.objid)
      end
    );`,
});

const uninstallFunction = routine({
  name: 'lh_engine.uninstall',
  args: { confirm: 'boolean default false' },
  returns: 'text',
  language: 'plpgsql',
  comment:
    'Removes the engine with everything it remembers: the jobs in pg_cron, the functions lh_* in public, the schema lh_engine, the bookkeeping of its migrations. The tables of the host and the rows in them stay. Without confirm => true: LH011; when objects of yours use the engine: LH008 with their names; when an installation from dist/editor is not finished: LH008.',
  body: sql`
#variable_conflict use_variable
declare
  v_dependents text := (select string_agg(d.object, ', ' order by d.object) from lh_engine.dependents() as d);
  v_bookkeeping text := obj_description(to_regnamespace('graphile_migrate'), 'pg_namespace');
  v_foreign bigint;
  v_job record;
  v_facades text[] := array(select f.name from lh_engine.facades() as f (name));
  v_facade text;
begin
  if confirm is not true then
    raise exception using
      errcode = 'LH011',
      message = 'nothing was removed: uninstall needs confirm => true',
      hint = 'It removes the event log and every setting too. If that is meant: select lh_engine.uninstall(confirm => true);';
  end if;
  if ${unfinishedParts.isThere} then
    raise exception using
      errcode = 'LH008',
      message = ${literal(`nothing was removed: ${unfinishedParts.text}`)},
      hint = ${literal(unfinishedParts.hint)};
  end if;
  perform lh_engine.require_turn();
  if v_dependents is not null then
    raise exception using
      errcode = 'LH008',
      message = format('nothing was removed: these objects use the engine: %s', v_dependents),
      hint = 'Drop or change them first; they would be dropped with it.';
  end if;
  for v_job in
    select j.job_id from lh_engine.find_jobs() as j
  loop
    execute 'select cron.unschedule($1)' using v_job.job_id;
  end loop;
  -- build/migrate.ts writes the hashes of its migrations into the comment of the schema.
  if v_bookkeeping like 'Lead Hunter improvement engine%' and to_regclass('graphile_migrate.migrations') is not null then
    execute 'select count(*) from graphile_migrate.migrations as m where strpos($1, m.hash) = 0' into v_foreign using v_bookkeeping;
    if v_foreign = 0 then
      execute 'drop schema graphile_migrate cascade';
    end if;
  end if;
  foreach v_facade in array v_facades loop
    execute format('drop function if exists %s', v_facade);
  end loop;
  execute 'drop schema if exists lh_engine_plain, lh_engine_plain_guarded cascade';
  execute 'drop schema lh_engine cascade';
  return 'The engine is removed. A job in the pg_cron of another database and the roles of dist/roles.sql are for the DBA to drop.';
end`,
});

const facadesFunction = (names: readonly string[]) =>
  routine({
    name: 'lh_engine.facades',
    returns: { rows: { name: 'text' } },
    language: 'sql',
    volatility: 'stable',
    comment: 'The functions of the engine in schema public.',
    body: sql`
  -- A type that is taken from the id of the host, bigint or uuid, is in the catalog as that type.
  select p.oid::regprocedure::text
  from (values ${join(
    names.map((name) => sql`(${literal(name)})`),
    ', ',
  )}) as f (name)
  join pg_proc as p
    on p.oid = to_regprocedure(
      regexp_replace(
        f.name,
        'public[.]lh_lead_status[.]id%type',
        (
          select format_type(a.atttypid, a.atttypmod)
          from pg_attribute as a
          where a.attrelid = to_regclass('public.lh_lead_status') and a.attname = 'id'
        )
      )
    );`,
  });

export const uninstall = (modules: readonly SqlModule[]): SqlModule => ({
  name: 'installing/uninstall',
  objects: [
    facadesFunction(
      modules.flatMap(({ objects }) =>
        objects.flatMap((o) => (o.kind === 'function' && o.name.startsWith('public.') ? [o.name] : [])),
      ),
    ),
    dependents,
    uninstallFunction,
  ],
});
