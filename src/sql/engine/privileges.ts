// Who may do what: the grants of every object as statements, for dist/roles.sql and for the end of an installation, and
// nothing for PUBLIC or for the roles of PostgREST. Knows objects by their names and grants, no domain.
import { type Grantee, type SqlModule, type SqlObject, statement } from '../kit/objects.ts';
import { type Fragment, ident, join, literal, sql } from '../kit/sql.ts';
import { restoreRights } from './kept_rights.ts';
import { handToOwner } from './upgrade.ts';

type Named = Exclude<SqlObject, { kind: 'statement' }>;

const roleOf = (grantee: Grantee): Fragment => ident(`lh_engine_${grantee}`);

export const grantees: readonly Grantee[] = ['operator', 'agent', 'reader'];

const named = (modules: readonly SqlModule[]): readonly Named[] =>
  modules.flatMap(({ objects }) => objects.filter((o): o is Named => o.kind !== 'statement'));

const isRoutine = (object: Named): boolean => object.kind === 'function' || object.kind === 'procedure';

const rightsOn = (object: Named, grantee: Grantee): string => {
  if (isRoutine(object)) return 'execute';
  if (object.kind !== 'table' || grantee !== 'operator') return 'select';
  return object.operatorRights;
};

/** One statement for each right that several roles share. */
const grantsOf = (object: Named): readonly Fragment[] => {
  const rights = object.grants.map((grantee) => rightsOn(object, grantee));
  return [...new Set(rights)].map((right) => {
    const roles = object.grants.filter((_, i) => rights[i] === right).map(roleOf);
    const kind = isRoutine(object) ? object.kind : 'table';
    return sql`grant ${{ sqlText: right }} on ${{ sqlText: kind }} ${{ sqlText: object.name }} to ${join(roles, ', ')}`;
  });
};

const everyRole = join(grantees.map(roleOf), ', ');

/** Every grant to the three roles; what an earlier version granted goes first. */
const grantStatements = (modules: readonly SqlModule[]): readonly Fragment[] => [
  sql`revoke all on all routines in schema lh_engine from ${everyRole}`,
  sql`revoke all on all tables in schema lh_engine from ${everyRole}`,
  sql`grant usage on schema lh_engine to ${everyRole}`,
  sql`grant usage on all sequences in schema lh_engine to ${roleOf('operator')}`,
  ...named(modules).flatMap(grantsOf),
];

const adapterGrants = sql`
do $$
declare
  v_view text;
begin
  for v_view in
    select distinct c.view_name
    from lh_engine.adapter_columns() as c
  loop
    execute pg_catalog.format('grant select on lh_engine.%I to ${roleOf('operator')}, ${roleOf('reader')}', v_view);
  end loop;
end
$$`;

const facades = (modules: readonly SqlModule[]): readonly Named[] =>
  named(modules).filter((object) => object.name.startsWith('public.'));

/** Supabase grants new functions in public to these roles by default privileges; a REVOKE from PUBLIC leaves that. */
const nothingForWebRoles = (modules: readonly SqlModule[]): Fragment => sql`
do $$
declare
  v_role text;
begin
  for v_role in
    select r.rolname
    from pg_catalog.pg_roles as r
    where r.rolname in ('anon', 'authenticated')
  loop
    execute pg_catalog.format('revoke all on schema lh_engine from %I', v_role);
    execute pg_catalog.format('revoke all on all routines in schema lh_engine from %I', v_role);
    execute pg_catalog.format('revoke all on all tables in schema lh_engine from %I', v_role);
    execute pg_catalog.format('revoke all on all sequences in schema lh_engine from %I', v_role);
${join(
  facades(modules).map(
    (object) =>
      sql`    execute pg_catalog.format(${literal(`revoke all on ${object.kind} ${object.name.replaceAll('%', '%%')} from %I`)}, v_role);`,
  ),
  '\n',
)}
  end loop;
end
$$;
`;

/** An upgrade brings new objects: roles that roles.sql has made get them at once. */
const grantToRoles = (modules: readonly SqlModule[]): Fragment => sql`
do $roles$
begin
  if (
    select count(*) from pg_catalog.pg_roles as r where r.rolname in (${join(
      grantees.map((grantee) => literal(`lh_engine_${grantee}`)),
      ', ',
    )})
  ) = ${literal(grantees.length)} then
${join(
  grantStatements(modules).map((text) => sql`    ${text};`),
  '\n',
)}
    ${adapterGrants};
  end if;
end
$roles$;
`;

export const privileges = (modules: readonly SqlModule[]): SqlModule => ({
  name: 'engine/privileges',
  objects: [
    restoreRights,
    statement(nothingForWebRoles(modules)),
    statement(grantToRoles(modules)),
    handToOwner,
  ],
});

/** The text of dist/roles.sql. */
export const renderRoles = (modules: readonly SqlModule[]): string =>
  [
    '-- For the DBA, after the installation: psql -v ON_ERROR_STOP=1 -f dist/roles.sql "$DATABASE_URL"',
    '-- Makes three roles without login and grants them the engine; grant the roles to your own. Again: the same.',
    '-- lh_engine_operator runs, switches and approves; lh_engine_agent assigns leads and reads what a reader reads;',
    '-- lh_engine_reader reads the views. Rights on the tables of the host are yours to give; this lists them:',
    "--   select remedy from lh_engine.check_host_for('lh_engine_operator') where required and not found;",
    'begin;',
    "set local client_min_messages to 'warning';",
    'do $$',
    'declare',
    '  v_role text;',
    'begin',
    `  foreach v_role in array array[${grantees.map((grantee) => `'lh_engine_${grantee}'`).join(', ')}] loop`,
    '    if not exists (select from pg_catalog.pg_roles as r where r.rolname = v_role) then',
    '      begin',
    "        execute pg_catalog.format('create role %I nologin', v_role);",
    '      exception',
    '        -- Roles belong to the whole server: another database may be making them at this moment.',
    '        when duplicate_object or unique_violation then null;',
    '      end;',
    '    end if;',
    '  end loop;',
    'end',
    '$$;',
    'grant lh_engine_reader to lh_engine_agent;',
    ...grantStatements(modules).map((text) => `${text.sqlText};`),
    `${adapterGrants.sqlText.trim()};`,
    'commit;',
    '',
  ].join('\n');
