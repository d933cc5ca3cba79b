// What an installation does in the end with the rights that it found (kept_rights.ts): what is new gets its default rights,
// what was made again its former ones, and nothing else is touched. Knows no object by name.
import { routine, statement } from '../kit/objects.ts';
import { join, sql } from '../kit/sql.ts';

const present = sql`
  defaults as (
    select d.*
    from lh_engine.default_rights() with ordinality as d (kind, object, object_id, is_ours, privilege, roles, doors, n)
    where d.is_ours and d.object_id is not null
  )`;

/**
 * An object was there before when it has the same id, or when it has the same name and the one with that id is gone; a
 * routine also when it is the only new one of that name, with other arguments. What took the name or the place of
 * another one is new, and roles of the site have on it what they had on that one. A role of dist/roles.sql to which
 * nothing was granted here was never let in, and gets nothing where the engine was installed already.
 */
const former = sql`
  objects as (
    select o.*
    from json_to_recordset(p_kept -> 'objects') as o (kind text, oid oid, name text, family text)
  ),
  heirs as (
    select o.oid, o.name, min(p.oid::bigint)::oid as oid_now
    from objects as o
    join pg_proc as p on format('%s.%I', p.pronamespace::regnamespace, p.proname) = o.family
    where to_regprocedure(case when o.kind = 'routine' then o.name end) is null
      and not exists (select from pg_proc as f where f.oid = o.oid)
      and not exists (select from objects as b where b.kind = o.kind and b.oid = p.oid)
    group by o.oid, o.name
    having count(*) = 1
  ),
  before as (
    select o.kind, o.oid, coalesce(p.oid, c.oid, n.oid, to_regprocedure(m.routine), to_regclass(m.relation), h.oid_now) as oid_now
    from objects as o
    cross join lateral (
      select case when o.kind = 'routine' then o.name end, case when o.kind in ('table', 'sequence') then o.name end
    ) as m (routine, relation)
    left join pg_proc as p on m.routine is not null and p.oid = o.oid
    left join pg_class as c on m.relation is not null and c.oid = o.oid
    left join pg_namespace as n on o.kind = 'schema' and n.oid = o.oid
    left join heirs as h on m.routine is not null and h.oid = o.oid
  )`;

const keptRights = sql`
  kept as (
    select
      k.*,
      coalesce(h.oid_now::regprocedure::text, k.name) as name_now,
      case k.kind
        when 'routine' then coalesce(h.oid_now, to_regprocedure(k.name)::oid)
        when 'schema' then k.oid
        else to_regclass(k.name)::oid
      end as oid_now
    from rows from (
      json_to_recordset(p_kept -> 'rights') as (kind text, oid oid, name text, command text, ending text, grantee text)
    ) with ordinality as k (kind, oid, name, command, ending, grantee, n)
    left join heirs as h on k.kind = 'routine' and h.name = k.name
  ),
  defaults_before as (
    select b.kind, b.oid_now as oid, d.privilege, r.role_name
    from json_to_recordset(p_defaults) as d (kind text, object_id oid, privilege text, roles text[])
    join before as b on b.kind = d.kind and b.oid = d.object_id
    cross join lateral unnest(d.roles) as r (role_name)
    union all
    -- 1.0.0 gave its operators what only the role of the loop has today.
    select d.kind, d.object_id, d.privilege, 'lh_engine_operator'
    from defaults as d
    where p_kept is not null and p_defaults is null and d.roles = '{}' and d.kind in ('table', 'sequence')
  )`;

const wanted = sql`
  runners as (
    select distinct r.rolname
    from lh_engine.events as e
    join pg_roles as r on r.rolname::text = e.actor and not r.rolsuper
    join pg_roles as o on o.rolname = 'lh_engine_operator' and pg_has_role(r.oid, o.oid, 'member')
    where e.kind = 'cycle'
  ),
  wanted as (
    select
      d.*,
      r.role_name,
      r.n as role_n,
      b.oid is null as is_new,
      p_defaults is not null
        and not exists (
          select from defaults_before as f
          where f.kind = d.kind and f.oid = d.object_id and f.privilege = d.privilege and f.role_name = r.role_name
        ) as is_newly_granted
    from defaults as d
    cross join lateral unnest(d.roles) with ordinality as r (role_name, n)
    join pg_roles as p on p.rolname::text = r.role_name
    left join before as b on b.kind = d.kind and d.object_id = b.oid_now
  )`;

/** What default privileges gave away on what is new: nobody asked the site who shall reach it over the web. */
const givenByDefault = sql`
    select distinct 1, 0, 0, format('revoke all on %s %s from %s', d.kind, d.object, coalesce(quote_ident(w.rolname), 'public'))
    from defaults as d
    left join pg_proc as p on d.kind = 'routine' and p.oid = d.object_id
    left join pg_class as c on d.kind in ('table', 'sequence') and c.oid = d.object_id
    left join pg_namespace as n on d.kind = 'schema' and n.oid = d.object_id
    cross join lateral aclexplode(coalesce(p.proacl, c.relacl, n.nspacl)) as a
    left join pg_roles as w on w.oid = a.grantee
    where a.grantee <> coalesce(p.proowner, c.relowner, n.nspowner)
      and not exists (select from before as b where b.kind = d.kind and b.oid = d.object_id)`;

const formerRights = sql`
    select
      2,
      k.n,
      0,
      case k.kind
        when 'option' then format('alter view %s set (%I = %L)', k.name, split_part(k.command, '=', 1), split_part(k.command, '=', 2))
        else concat_ws(' ', k.command, k.name_now, k.ending)
      end
    from kept as k
    left join pg_class as c on k.kind = 'option' and c.oid = k.oid_now
    where case k.kind
      when 'option' then c.relkind = 'v' and not k.command = any (coalesce(c.reloptions, '{}'))
      else k.oid_now not in (select b.oid from before as b where b.kind = k.kind)
    end
      and (
        coalesce(k.grantee, '') not in ('lh_engine_operator', 'lh_engine_agent', 'lh_engine_reader')
        or k.oid_now in (select b.oid_now from before as b where b.kind = k.kind)
      )`;

const newRights = sql`
    select 3, w.n, w.role_n, format('grant %s on %s %s to %I', w.privilege, w.kind, w.object, w.role_name)
    from wanted as w
    where (w.is_new or w.is_newly_granted)
      and (p_kept is null or exists (select from kept as k where k.grantee = w.role_name))`;

const rightsBehindDoors = sql`
    select 4, d.n, k.n, format('grant %s on %s %s to %I', d.privilege, d.kind, d.object, k.grantee)
    from defaults as d
    join defaults as door on door.object = any (d.doors)
    join kept as k on k.kind = door.kind and k.oid = door.object_id
    join pg_roles as r on r.rolname::text = k.grantee and r.rolname not in ('anon', 'authenticated')
    where not exists (select from before as b where b.kind = d.kind and d.object_id = b.oid_now)`;

/** Who has run the loop by a right that operators lose goes on running it. */
const rightsOfRunners = sql`
    select 5, 0, 0, format('grant %s on %s %s to %I', d.privilege, d.kind, d.object, r.rolname)
    from defaults_before as f
    join defaults as d on d.kind = f.kind and d.object_id = f.oid and d.privilege = f.privilege and d.roles = '{}' and d.doors <> '{}'
    cross join runners as r
    where f.role_name = 'lh_engine_operator'`;

const goneRights = sql`
    select 6, 0, 0, format('revoke %s on %s %s from %I', f.privilege, o.kind, o.object, f.role_name)
    from defaults_before as f
    join (select distinct d.kind, d.object, d.object_id from defaults as d) as o on o.kind = f.kind and o.object_id = f.oid
    join pg_roles as r on r.rolname::text = f.role_name
    where not exists (
      select from wanted as w
      where w.kind = f.kind and w.object_id = f.oid and w.privilege = f.privilege and w.role_name = f.role_name
    )`;

const steps = [givenByDefault, formerRights, newRights, rightsBehindDoors, rightsOfRunners, goneRights];

export const rightsToSet = routine({
  name: 'lh_engine.rights_to_set',
  args: { p_kept: 'json', p_defaults: 'json' },
  returns: { rows: { command: 'text' } },
  language: 'sql',
  volatility: 'stable',
  comment:
    'The statements that end an installation, given what there was before it (null: nothing) and its default rights (null: the same as now). What is new gets its default rights and nothing by default privileges of the site; whoever may run a cycle may do what is new in it; what was made again has its former rights; a default right that this version no longer gives goes, and members of lh_engine_operator who have run the loop by it get it themselves. All else stays as the site has it.',
  body: sql`
  with${join([present, former, keptRights, wanted], ',')},
  commands (step, n, role_n, command) as (${join(steps, '\n    union all')}
  )
  select c.command
  from commands as c
  group by c.command
  order by min(c.step), min(c.n), min(c.role_n), c.command;`,
});

export const setRights = statement(sql`
do $rights$
declare
  v_command text;
begin
  for v_command in
    select r.command
    from lh_engine.rights_to_set(
      nullif(pg_catalog.current_setting('lh_engine.kept_rights', true), '')::pg_catalog.json,
      nullif(pg_catalog.current_setting('lh_engine.kept_defaults', true), '')::pg_catalog.json
    ) as r
  loop
    execute v_command;
  end loop;
end
$rights$;
`);
