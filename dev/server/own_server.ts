// A server of the user's own, before anything is made on it: whether it can be reached, is new enough, and lets the role do
// what the demo does. Each refusal says what to do. It changes nothing.
import pg from 'pg';
import { type Failure, failure } from './progress.ts';

const answersWithinMs = 15_000;

/** What a server, a driver or a network says on the way to a session, and what to do about it; the first that fits. */
const obstacles: readonly (readonly [RegExp, string])[] = [
  [
    /client password must be a string|no password supplied/,
    'give the password: in the URL behind the user, postgresql://user:password@host, or in PGPASSWORD',
  ],
  [
    /28P01/,
    'see to user and password in the URL (or PGUSER, PGPASSWORD); there "@" is written %40, ":" %3A and "/" %2F',
  ],
  [
    /no pg_hba\.conf entry.*no encryption|SSL.*required/i,
    'add ?sslmode=require to the URL, or ?sslmode=no-verify where its certificate is not known here',
  ],
  [
    /28000/,
    'see to the user in the URL: postgresql://user:password@host; pg_hba.conf of the server says who may come from here',
  ],
  [/3D000/, 'end the URL with a database that is there, such as /postgres: the demo makes its own beside it'],
  [/does not support SSL/, 'leave sslmode out of the URL (and PGSSLMODE): the server has no TLS'],
  [
    /CERT|VERIFY|certificate/,
    'add ?sslmode=no-verify to the URL, or &sslrootcert=FILE with the certificate of its authority',
  ],
  [/ENOTFOUND|EAI_AGAIN/, 'see to the host in the URL'],
  [/ECONNREFUSED/, 'nothing listens there: see to host and port in the URL'],
  [
    /ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|timeout|ECONNRESET|terminated/i,
    'see to host and port in the URL, and whether a firewall lets you through',
  ],
  [/53300|57P03/, 'wait until the server takes connections, then repeat the command'],
  [
    /42704|22023|42601|unrecognized configuration parameter/,
    'see to the options in the URL and in PGOPTIONS: the server does not know one',
  ],
];

/** Why there is no session, with a remedy that fits. */
export const whyNoSession = (error: unknown): Failure => {
  const { code = '', message = String(error) } = error as { code?: string; message?: string };
  const remedy = obstacles.find(([sign]) => sign.test(`${code} ${message}`))?.[1];
  return failure(
    `no session on the server of --url: ${message || code}`,
    remedy ?? 'see to the URL: postgresql://user:password@host:port/database',
  );
};

const questions = `
  select
    current_user as name,
    current_setting('server_version_num')::integer as version,
    current_setting('server_version') as said,
    pg_catalog.pg_is_in_recovery() or current_setting('default_transaction_read_only')::boolean as is_read_only,
    r.rolsuper or r.rolcreatedb as makes_databases,
    r.rolsuper or r.rolcreaterole or (
      select count(*) = 2 from pg_catalog.pg_roles as o where o.rolname in ('lh_broker', 'lh_agent')
    ) as has_roles,
    (select pg_catalog.pg_encoding_to_char(d.encoding) from pg_catalog.pg_database as d where d.datname = 'template1') as encoding,
    (
      select pg_catalog.pg_get_userbyid(d.datdba) from pg_catalog.pg_database as d
      where d.datname = $1 and not pg_catalog.pg_has_role(current_user, d.datdba, 'usage')
    ) as other_owner
  from pg_catalog.pg_roles as r
  where r.rolname = current_user`;

const refuse = (found: pg.QueryResultRow, database: string): void => {
  const name = pg.escapeIdentifier(found.name);
  if (found.version < 150000)
    throw failure(
      `the server is PostgreSQL ${found.said}`,
      'the engine needs 15 or newer: give another server',
    );
  if (found.is_read_only) throw failure('the server can only be read', 'give the URL of the primary server');
  if (!found.makes_databases)
    throw failure(`role ${name} may not make a database`, `let a DBA run: alter role ${name} createdb;`);
  if (!found.has_roles)
    throw failure(
      `role ${name} may not make the two roles of the demo's lead system`,
      `let a DBA run: create role lh_broker nologin; create role lh_agent nologin; or: alter role ${name} createrole;`,
    );
  if (found.encoding !== 'UTF8')
    throw failure(
      `a new database of the server has the encoding ${found.encoding}`,
      'give a server whose template1 has UTF8',
    );
  if (found.other_owner !== null)
    throw failure(
      `database ${database} belongs to role ${pg.escapeIdentifier(found.other_owner)}`,
      `give the URL with that role, or let it run: drop database ${database};`,
    );
};

/** Refuses a server on which the demo cannot be played; `database` is the one that it would make. */
export const requireOwnServer = async (url: string, database: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: answersWithinMs });
  try {
    await client.connect();
  } catch (error) {
    throw whyNoSession(error);
  }
  try {
    const { rows } = await client.query(questions, [database]);
    refuse(rows[0] ?? {}, database);
  } finally {
    await client.end();
  }
};
