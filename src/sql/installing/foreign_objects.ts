// Which objects in the name of the engine belong to others today: whoever owns one can change what the loop runs. Only
// shows; an installation refuses them.
import { routine, type SqlModule } from '../kit/objects.ts';
import { sql } from '../kit/sql.ts';

const foreignObjects = routine({
  name: 'lh_engine.foreign_objects',
  returns: { rows: { object: 'text', owner: 'text', remedy: 'text' } },
  language: 'sql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'The objects of the engine that belong neither to the owner of schema lh_engine nor to a superuser, and functions of such roles in schema public that are called like ours and could be called in their place; with the statement for each. Adapter views are not among them: a site may own those.',
  body: sql`
  with ours as (
    select distinct d.kind, d.object, d.object_id, n.nspowner
    from lh_engine.default_rights() as d
    join pg_namespace as n on n.nspname = 'lh_engine'
    where d.kind in ('routine', 'table')
      and d.object not in (select format('lh_engine.%s', a.view_name) from lh_engine.adapter_columns() as a)
  )
  select f.object, r.rolname::text, f.remedy
  from (
    select
      format('%s %s', o.kind, o.object),
      coalesce(p.proowner, c.relowner),
      o.nspowner,
      format('alter %s %s owner to %I;', o.kind, o.object, pg_get_userbyid(o.nspowner))
    from ours as o
    left join pg_proc as p on o.kind = 'routine' and p.oid = o.object_id
    left join pg_class as c on o.kind = 'table' and c.oid = o.object_id
    union all
    select format('routine %s', p.oid::regprocedure), p.proowner, o.nspowner, format('drop routine %s;', p.oid::regprocedure)
    from pg_proc as p
    join (select distinct split_part(u.object, '(', 1) as name, u.nspowner from ours as u where u.object like 'public.%') as o
      on o.name = format('public.%s', p.proname)
    where p.pronamespace = (select n.oid from pg_namespace as n where n.nspname = 'public')
      and p.oid not in (select u.object_id from ours as u where u.object_id is not null)
  ) as f (object, owner_id, owner_of_engine, remedy)
  join pg_roles as r on r.oid = f.owner_id
  where f.owner_id <> f.owner_of_engine and not r.rolsuper;`,
});

export const foreignObjectsCheck: SqlModule = {
  name: 'installing/foreign_objects',
  objects: [foreignObjects],
};
