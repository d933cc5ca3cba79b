// Which objects in the name of the engine belong to others today: whoever owns one can change what the loop runs. Only
// shows; an installation refuses them.
import { plainSchemas } from '../engine/language.ts';
import { routine, type SqlModule } from '../kit/objects.ts';
import { join, literal, sql } from '../kit/sql.ts';

const schemas = join(['lh_engine', ...plainSchemas].map(literal), ', ');

/** Every object records who installed it, so the owner is whom most of them belong to: no single one can be given away unseen. */
const foreignObjects = routine({
  name: 'lh_engine.foreign_objects',
  returns: { rows: { object: 'text', owner: 'text', remedy: 'text' } },
  language: 'sql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'The schemas and objects of the engine that belong neither to the role that owns most of them nor to a superuser, and functions of such roles in schema public that are called like ours and could be called in their place; with the statement for each. Adapter views are not among them: a site may own those.',
  body: sql`
  with listed as (
    select distinct d.kind, d.object, d.object_id
    from lh_engine.default_rights() as d
    where d.kind in ('routine', 'table')
      and d.object not in (select format('lh_engine.%s', a.view_name) from lh_engine.adapter_columns() as a)
  ),
  ours (kind, object_id, owner_id) as (
    select l.kind, l.object_id, coalesce(p.proowner, c.relowner)
    from listed as l
    left join pg_proc as p on l.kind = 'routine' and p.oid = l.object_id
    left join pg_class as c on l.kind = 'table' and c.oid = l.object_id
    where l.object_id is not null
    union all
    select 'schema', n.oid, n.nspowner
    from pg_namespace as n
    where n.nspname in (${schemas})
    union all
    select 'routine', p.oid, p.proowner
    from pg_proc as p
    where p.pronamespace in (select n.oid from pg_namespace as n where n.nspname in (${join(plainSchemas.map(literal), ', ')}))
  ),
  engine as (
    select mode() within group (order by o.owner_id) as owner_id
    from ours as o
  ),
  found as (
    select o.kind, o.object_id, o.owner_id, true as is_ours
    from ours as o
    union all
    select 'routine', p.oid, p.proowner, false
    from pg_proc as p
    where p.pronamespace = (select n.oid from pg_namespace as n where n.nspname = 'public')
      and format('public.%s', p.proname) in (select split_part(l.object, '(', 1) from listed as l)
      and p.oid not in (select o.object_id from ours as o)
  )
  select
    format('%s %s', f.kind, n.object),
    r.rolname::text,
    case
      when f.is_ours then format('alter %s %s owner to %I;', f.kind, n.object, pg_get_userbyid(e.owner_id))
      else format('drop %s %s;', f.kind, n.object)
    end
  from found as f
  cross join engine as e
  join pg_roles as r on r.oid = f.owner_id
  cross join lateral (
    select case f.kind
      when 'routine' then f.object_id::regprocedure::text
      when 'table' then f.object_id::regclass::text
      else (select quote_ident(s.nspname) from pg_namespace as s where s.oid = f.object_id)
    end
  ) as n (object)
  where f.owner_id <> e.owner_id and not r.rolsuper;`,
});

export const foreignObjectsCheck: SqlModule = {
  name: 'installing/foreign_objects',
  objects: [foreignObjects],
};
