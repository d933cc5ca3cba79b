// Which rights there are on what the engine consists of: which roles of dist/roles.sql get each, and which doors of the
// cycle need it. Read from the rendered objects, as one function of the database that installing and checking share.
import type { HostTable } from '../host/contract.ts';
import { type Grantee, type NamedObject, routine, type SqlModule, type SqlObject } from '../kit/objects.ts';
import { type Fragment, join, literal, sql } from '../kit/sql.ts';

/** What a role calls to run the loop: once granted, everything behind it is needed too. */
const cycleDoors = ['public.lh_run_improvement_cycle(date)', 'lh_engine.run_due_cycle()'];
const doors = [...cycleDoors, 'lh_engine.purge_events()'];

type Right = {
  readonly kind: 'routine' | 'table';
  readonly object: string;
  readonly privilege: string;
  readonly grantees: readonly Grantee[];
  readonly doors: readonly string[];
};

const isRoutine = ({ kind }: NamedObject): boolean => kind === 'function' || kind === 'procedure';
const nameOf = (object: string): string => object.replace(/\(.*/s, '');

/** Without comments and texts: what a hint mentions is not called. JavaScript calls no SQL. */
const codeOf = ({ sql: { sqlText } }: NamedObject): string =>
  /^language plv8$/m.test(sqlText) ? '' : sqlText.replace(/--.*/g, '').replace(/'(?:[^']|'')*'/g, "''");

const tablePrivileges = (code: string, table: string): readonly string[] => {
  const name = `${table.replace('.', '\\.')}\\b`;
  const signs = {
    select: name,
    insert: `insert into ${name}`,
    update: `\\bupdate ${name}|insert into ${name}[^;]*\\bdo update\\b`,
    delete: `delete from ${name}`,
  };
  return Object.entries(signs).flatMap(([privilege, sign]) =>
    new RegExp(sign).test(code) ? [privilege] : [],
  );
};

/** What one object needs of others: `name privilege`. */
const needsOf = (object: NamedObject, others: readonly NamedObject[]): readonly string[] => {
  const code = codeOf(object);
  const mentioned = new Set(code.match(/\b(?:lh_engine|public)\.\w+/g));
  return others
    .filter((other) => mentioned.has(nameOf(other.name)))
    .flatMap((other) =>
      isRoutine(other)
        ? [`${other.name} execute`]
        : tablePrivileges(code, other.name).map((privilege) => `${other.name} ${privilege}`),
    );
};

/** What whoever inserts needs besides: the functions of column defaults, which statements set on a released table. */
const defaultsOf = (table: NamedObject, modules: readonly SqlModule[], objects: readonly NamedObject[]) => {
  const code = modules
    .flatMap((module) => module.objects)
    .flatMap((o) =>
      o.kind === 'statement' && o.sql.sqlText.includes(`alter table ${table.name} `) ? [o.sql.sqlText] : [],
    )
    .join('\n');
  return objects
    .filter((o) => isRoutine(o) && code.includes(`default ${nameOf(o.name)}(`))
    .map((o) => `${o.name} execute`);
};

/** Everything behind a door, itself included. */
const needsBehind = (
  door: string,
  modules: readonly SqlModule[],
  objects: readonly NamedObject[],
): ReadonlySet<string> => {
  const found = new Set([`${door} execute`]);
  // What is added while the set is walked is walked too.
  for (const need of found) {
    const object = objects.find(({ name }) => need.startsWith(`${name} `));
    if (object === undefined) continue;
    const next = object.kind === 'table' ? defaultsOf(object, modules, objects) : needsOf(object, objects);
    for (const each of next) found.add(each);
  }
  return found;
};

const privilegesOn = (object: NamedObject, grantee: Grantee): readonly string[] => {
  if (isRoutine(object)) return ['execute'];
  return object.kind === 'table' && grantee === 'operator' ? object.operatorRights.split(', ') : ['select'];
};

const loopRightsOf = (object: NamedObject): readonly string[] =>
  object.kind === 'table' && object.loopRights !== null ? object.loopRights.split(', ') : [];

const rightsOn = (object: NamedObject): readonly Omit<Right, 'doors'>[] => {
  const kind = isRoutine(object) ? 'routine' : 'table';
  const usual = isRoutine(object) ? 'execute' : 'select';
  const privileges = new Set([
    usual,
    ...object.grants.flatMap((grantee) => privilegesOn(object, grantee)),
    ...loopRightsOf(object),
  ]);
  return [...privileges].map((privilege) => ({
    kind,
    object: object.name,
    privilege,
    grantees: object.grants.filter((grantee) => privilegesOn(object, grantee).includes(privilege)),
  }));
};

const adapterRights = (tables: readonly HostTable[]): readonly Right[] =>
  tables.flatMap(({ adapter }) =>
    adapter === null
      ? []
      : [
          {
            kind: 'table' as const,
            object: `lh_engine.${adapter}`,
            privilege: 'select',
            grantees: ['operator', 'reader'] as const,
            doors: cycleDoors,
          },
        ],
  );

/** Throws when a door needs what an operator is not granted and what is not for the loop alone. */
const allRights = (
  modules: readonly SqlModule[],
  objects: readonly NamedObject[],
  tables: readonly HostTable[],
): readonly Right[] => {
  const needs = doors.map((door) => needsBehind(door, modules, objects));
  const rights = objects.flatMap(rightsOn).map((right) => ({
    ...right,
    doors: doors.filter((_, i) => needs[i]?.has(`${right.object} ${right.privilege}`)),
  }));
  const operable = new Set([
    ...rights.flatMap((r) => (r.grantees.includes('operator') ? [`${r.object} ${r.privilege}`] : [])),
    ...objects.flatMap((o) => loopRightsOf(o).map((privilege) => `${o.name} ${privilege}`)),
  ]);
  const lacking = needs.flatMap((found) => [...found].filter((need) => !operable.has(need)));
  if (lacking.length > 0)
    throw new Error(`a cycle needs what no operator is granted: ${[...new Set(lacking)].join(', ')}`);
  return [...rights, ...adapterRights(tables)];
};

const list = (items: readonly string[]) => literal(`{${items.map((item) => `"${item}"`).join(', ')}}`);

const row = (right: Right) =>
  sql`    (${join(
    [
      literal(right.kind),
      literal(right.object),
      literal(right.privilege),
      list(right.grantees.map((grantee) => `lh_engine_${grantee}`)),
      list(right.doors),
    ],
    ', ',
  )})`;

/** A type that is taken from an id of the host, as the catalog has it. */
export const withHostTypes = (routine: Fragment): Fragment => sql`coalesce(
      (
        select pg_catalog.replace(${routine}, m.parts[1], pg_catalog.format_type(a.atttypid, a.atttypmod))
        from pg_catalog.regexp_match(${routine}, '((public[.][a-z_]+)[.]([a-z_]+)%type)') as m (parts)
        join pg_catalog.pg_attribute as a on a.attrelid = pg_catalog.to_regclass(m.parts[2]) and a.attname = m.parts[3]
      ),
      ${routine}
    )`;

/** Sequences and the schema come with what needs them. */
const withOwners = sql`
  complete as (
    select f.*, coalesce(p.proowner, c.relowner) as owner
    from found as f
    left join pg_proc as p on f.kind = 'routine' and p.oid = f.object_id
    left join pg_class as c on f.kind = 'table' and c.oid = f.object_id
    union all
    select 'sequence', s.oid::regclass::text, 'usage', f.roles, f.doors, s.oid, s.relowner
    from found as f
    join pg_depend as d
      on d.classid = 'pg_catalog.pg_class'::regclass
      and d.refclassid = 'pg_catalog.pg_class'::regclass
      and d.refobjid = f.object_id
      and d.deptype in ('a', 'i')
    join pg_class as s on s.oid = d.objid and s.relkind = 'S'
    where f.kind = 'table' and f.privilege = 'insert'
    union all
    select 'schema', 'lh_engine', 'usage', '{lh_engine_operator, lh_engine_agent, lh_engine_reader}', '{}', n.oid, n.nspowner
    from pg_namespace as n
    where n.nspname = 'lh_engine'
  )`;

const defaultRights = (rights: readonly Right[]): SqlObject =>
  routine({
    name: 'lh_engine.default_rights',
    returns: {
      rows: {
        kind: 'text',
        object: 'text',
        object_id: 'oid',
        is_ours: 'boolean',
        privilege: 'text',
        roles: 'text[]',
        doors: 'text[]',
      },
    },
    language: 'sql',
    volatility: 'stable',
    grants: ['operator', 'reader'],
    comment:
      'The rights on what the engine consists of: which roles of dist/roles.sql get each from the start, and which calls that run the loop (doors) need it; where roles is empty and doors are not, a DBA grants it to the role that runs the loop. is_ours: the running role may grant it.',
    body: sql`
  with listed (kind, object, privilege, roles, doors) as (
    values
${join(rights.map(row), ',\n')}
  ),
  named as (
    select r.kind, ${withHostTypes(sql`r.object`)} as object, r.privilege, r.roles::text[] as roles, r.doors::text[] as doors
    from listed as r
  ),
  found as (
    select
      n.*,
      case n.kind when 'routine' then to_regprocedure(n.object)::oid else to_regclass(n.object)::oid end as object_id
    from named as n
  ),${withOwners}
  select c.kind, c.object, c.object_id, pg_has_role(c.owner, 'usage'), c.privilege, c.roles, c.doors
  from complete as c;`,
  });

const namedObjects = (modules: readonly SqlModule[]): readonly NamedObject[] =>
  modules.flatMap(({ objects }) => objects.filter((o): o is NamedObject => o.kind !== 'statement'));

/** The rights on the objects of all modules, and on this function itself. */
export const rights = (modules: readonly SqlModule[], tables: readonly HostTable[]): SqlModule => {
  const objects = [...namedObjects(modules), ...namedObjects([{ name: '', objects: [defaultRights([])] }])];
  return { name: 'installing/rights', objects: [defaultRights(allRights(modules, objects, tables))] };
};
