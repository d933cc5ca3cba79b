// Who may do what at the end of an installation, and dist/roles.sql, which makes the three roles and gives each its
// default rights, whatever it had. Knows no object by name.
import type { Grantee, SqlModule } from '../kit/objects.ts';
import { rightsToSet, setRights } from './rights_to_set.ts';
import { handToOwner } from './upgrade.ts';

export const grantees: readonly Grantee[] = ['operator', 'agent', 'reader'];

export const privileges: SqlModule = {
  name: 'installing/privileges',
  objects: [rightsToSet, setRights, handToOwner],
};

const roles = grantees.map((grantee) => `lh_engine_${grantee}`);

/** The text of dist/roles.sql. */
export const renderRoles = (): string => `\
-- For the DBA, after the installation: psql -v ON_ERROR_STOP=1 -f dist/roles.sql "$DATABASE_URL"
-- Makes three roles without login and gives them their rights on the engine; grant the roles to your own. Which rights:
--   select kind, object, privilege, roles from lh_engine.default_rights();
-- Again: these rights and no others. An installation adds what is new and keeps what you granted and revoked since.
-- lh_engine_operator switches and sets, and runs and approves where it has the rights of the loop; lh_engine_agent assigns
-- leads and reads what a reader reads; lh_engine_reader reads the views. The rights of the loop, on the tables of the host
-- and on those of the engine that nobody else writes, are yours to give to the role that runs it; this lists them:
--   select remedy from lh_engine.check_host_for('loop_runner') where required and not found;
begin;
set local client_min_messages to 'warning';
do $$
declare
  v_role text;
  v_right record;
begin
  foreach v_role in array array[${roles.map((role) => `'${role}'`).join(', ')}] loop
    if not exists (select from pg_catalog.pg_roles as r where r.rolname = v_role) then
      begin
        execute pg_catalog.format('create role %I nologin', v_role);
      exception
        -- Roles belong to the whole server: another database may be making them at this moment.
        when duplicate_object or unique_violation then null;
      end;
    end if;
  end loop;
  for v_right in
    select distinct d.kind, d.object
    from lh_engine.default_rights() as d
    where d.is_ours and d.object_id is not null
  loop
    execute pg_catalog.format('revoke all on %s %s from ${roles.join(', ')}', v_right.kind, v_right.object);
  end loop;
  for v_right in
    select d.kind, d.object, d.is_ours, pg_catalog.string_agg(r.role_name, ', ' order by r.n) as grantees, d.privilege
    from lh_engine.default_rights() as d
    cross join lateral pg_catalog.unnest(d.roles) with ordinality as r (role_name, n)
    where d.object_id is not null
    group by d.kind, d.object, d.is_ours, d.privilege
  loop
    if v_right.is_ours then
      execute pg_catalog.format('grant %s on %s %s to %s', v_right.privilege, v_right.kind, v_right.object, v_right.grantees);
    else
      raise warning '% belongs to another role. Let that one run: grant % on % % to %;',
        v_right.object, v_right.privilege, v_right.kind, v_right.object, v_right.grantees;
    end if;
  end loop;
end
$$;
grant lh_engine_reader to lh_engine_agent;
commit;
`;
