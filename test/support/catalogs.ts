// Everything that a database consists of, as lines, read from the system catalogs: what pg_dump says where there is one,
// on a machine without; it takes some of pg_dump's arguments. Owners are left out. It knows nothing of the engine.
import { parseArgs } from 'node:util';
import pg from 'pg';

const ours = (schema: string): string =>
  `${schema} !~ '^pg_' and ${schema} not in ('information_schema', 'graphile_migrate')`;

const rights = (acl: string): string =>
  `coalesce((select string_agg(a::text, ' ' order by a::text) from unnest(${acl}) as a), 'default')`;

/** Each query gives lines of one kind. */
const schemaQueries: readonly string[] = [
  `select format('schema %I rights %s', nspname, ${rights('nspacl')}) from pg_namespace where ${ours('nspname')}`,
  `select format('extension %I', extname) from pg_extension`,
  `select format('%s %s options %s rights %s security %s %s persistence %s',
     c.relkind, c.oid::regclass, coalesce(c.reloptions::text, 'none'), ${rights('c.relacl')},
     c.relrowsecurity, c.relforcerowsecurity, c.relpersistence)
   from pg_class as c join pg_namespace as n on n.oid = c.relnamespace where ${ours('n.nspname')} and c.relkind <> 't'`,
  `select format('column %s %s %I %s null %s identity %s generated %s collation %s rights %s default %s',
     a.attrelid::regclass, (select count(*) from pg_attribute as b where b.attrelid = a.attrelid and b.attnum between 1 and a.attnum and not b.attisdropped),
     a.attname, format_type(a.atttypid, a.atttypmod), not a.attnotnull, a.attidentity, a.attgenerated,
     a.attcollation::regcollation, ${rights('a.attacl')}, coalesce(pg_get_expr(d.adbin, d.adrelid), 'none'))
   from pg_attribute as a
   join pg_class as c on c.oid = a.attrelid
   join pg_namespace as n on n.oid = c.relnamespace
   left join pg_attrdef as d on d.adrelid = a.attrelid and d.adnum = a.attnum
   where ${ours('n.nspname')} and c.relkind in ('r', 'v', 'm', 'p', 'f', 'c') and a.attnum > 0 and not a.attisdropped`,
  `select format('view %s is %s', c.oid::regclass, pg_get_viewdef(c.oid))
   from pg_class as c join pg_namespace as n on n.oid = c.relnamespace where ${ours('n.nspname')} and c.relkind in ('v', 'm')`,
  `select format('constraint %I on %s: %s', k.conname, k.conrelid::regclass, pg_get_constraintdef(k.oid))
   from pg_constraint as k join pg_namespace as n on n.oid = k.connamespace where ${ours('n.nspname')}`,
  `select format('%s', pg_get_indexdef(i.indexrelid))
   from pg_index as i join pg_class as c on c.oid = i.indrelid join pg_namespace as n on n.oid = c.relnamespace where ${ours('n.nspname')}`,
  `select format('%s enabled %s', pg_get_triggerdef(t.oid), t.tgenabled)
   from pg_trigger as t join pg_class as c on c.oid = t.tgrelid join pg_namespace as n on n.oid = c.relnamespace
   where ${ours('n.nspname')} and not t.tgisinternal`,
  `select format('policy %I on %s %s %s roles %s using %s check %s', p.polname, p.polrelid::regclass, p.polcmd, p.polpermissive,
     (select string_agg(r.oid::regrole::text, ' ' order by 1) from unnest(p.polroles) as r (oid)),
     pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) from pg_policy as p`,
  `select format('sequence %s %s', s.seqrelid::regclass, to_jsonb(s) - 'seqrelid')
   from pg_sequence as s join pg_class as c on c.oid = s.seqrelid join pg_namespace as n on n.oid = c.relnamespace where ${ours('n.nspname')}`,
  `select format('function %s rights %s is %s', p.oid::regprocedure, ${rights('p.proacl')}, pg_get_functiondef(p.oid))
   from pg_proc as p join pg_namespace as n on n.oid = p.pronamespace
   where ${ours('n.nspname')} and p.prokind <> 'a' and not exists (
     select from pg_depend as d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')`,
  `select format('type %s %s %s', t.oid::regtype, t.typtype, t.typbasetype::regtype)
   from pg_type as t join pg_namespace as n on n.oid = t.typnamespace where ${ours('n.nspname')} and t.typtype in ('d', 'e', 'r')`,
  `select format('default rights %s %s %s', defaclnamespace::regnamespace, defaclobjtype, ${rights('defaclacl')}) from pg_default_acl`,
  `select format('event trigger %I on %s calls %s', evtname, evtevent, evtfoid::regproc) from pg_event_trigger`,
  `select format('comment on %s %s is %s', o.type, o.identity, quote_literal(d.description))
   from pg_description as d cross join pg_identify_object(d.classoid, d.objoid, d.objsubid) as o
   where ${ours("coalesce(o.schema, 'public')")} and o.identity !~ '^(pg_catalog|information_schema|pg_toast|graphile_migrate)\\M'
     and o.type not in ('cast', 'operator', 'language')`,
];

const lines = async (client: pg.Client, query: string): Promise<string[]> => {
  const { rows } = await client.query({ text: query, rowMode: 'array' });
  return rows.map(([line]) => String(line)).sort();
};

const schemaLines = async (client: pg.Client): Promise<string[]> => {
  const found: string[] = [];
  for (const query of schemaQueries) found.push(...(await lines(client, query)));
  return found;
};

type Chosen = {
  readonly schemas: readonly string[];
  readonly tables: readonly string[];
  readonly without: readonly string[];
};

/** Every row of the chosen tables, all where none is named, and where their sequences stand. */
const dataLines = async (client: pg.Client, { schemas, tables, without }: Chosen): Promise<string[]> => {
  const { rows } = await client.query(
    `select c.oid::regclass::text as name, c.relkind
     from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
     where c.relkind in ('r', 'S') and ${ours('n.nspname')}
       and (cardinality($1::text[]) = 0 or n.nspname = any ($1))
       and (cardinality($2::text[]) = 0 or n.nspname || '.' || c.relname = any ($2))
       and n.nspname || '.' || c.relname <> all ($3)
     order by 1`,
    [schemas, tables, without],
  );
  const found: string[] = [];
  for (const { name, relkind } of rows) {
    const row = relkind === 'r' ? 't::text' : '(t.last_value, t.is_called)::text';
    found.push(...(await lines(client, `select '${name}: ' || ${row} from ${name} as t`)));
  }
  return found;
};

const options = {
  'schema-only': { type: 'boolean' },
  'data-only': { type: 'boolean' },
  schema: { type: 'string', multiple: true },
  table: { type: 'string', multiple: true },
  'exclude-table-data': { type: 'string', multiple: true },
  'exclude-table': { type: 'string', multiple: true },
  'exclude-schema': { type: 'string', multiple: true },
} as const;

/** What pg_dump would print with these arguments, the URL last. */
export const describeDatabase = async (args: readonly string[]): Promise<string> => {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const client = new pg.Client({ connectionString: positionals[0] });
  await client.connect();
  try {
    await client.query(`set search_path to ''`);
    const schema = values['data-only'] ? [] : await schemaLines(client);
    const chosen = {
      schemas: values.schema ?? [],
      tables: values.table ?? [],
      without: [...(values['exclude-table-data'] ?? []), ...(values['exclude-table'] ?? [])],
    };
    const data = values['schema-only'] ? [] : await dataLines(client, chosen);
    return `${[...schema, ...data].join('\n')}\n`;
  } finally {
    await client.end();
  }
};
