// Databases for tests: templates with the host's tables, with and without the engine, for both types of ids, and a
// fresh copy of one in a fraction of a second. Templates are keyed by their content, so a change rebuilds them.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { type IdType, renderHostSchema } from '../../dev/host/schema.ts';
import { startLocal } from '../../dev/server/local.ts';
import { databaseUrl } from '../../dev/server/server.ts';

const allIdTypes: readonly IdType[] = ['bigint', 'uuid'];
/** Those of tests that name none: one where the run has another server for the other. */
export const idTypes: readonly IdType[] = allIdTypes.filter((ids) =>
  ['', ids].includes(process.env.LH_TEST_IDS ?? ''),
);
if (idTypes.length === 0)
  throw new Error(`LH_TEST_IDS is "${process.env.LH_TEST_IDS}": take ${allIdTypes.join(', ')} or none`);

const rendered = (name: string): string =>
  readFileSync(new URL(`../../dist/${name}`, import.meta.url), 'utf8');

/** What a DBA runs with psql alone: the engine, the same in plv8 alone, and its roles. */
export const installFile = rendered('install.sql');
export const plv8Installer = rendered('install-plv8.sql');
export const rolesFile = rendered('roles.sql');

/** The language of the library where a test names none: what the installer takes, or another. */
const language = process.env.LH_TEST_LANGUAGE ?? '';
if (!['', 'plain', 'plv8'].includes(language))
  throw new Error(`LH_TEST_LANGUAGE is "${language}": take plain, plv8 or none`);
/** Whether a variable of the caller's could lead to another database, or change how one answers. */
export const leadsElsewhere = (name: string): boolean =>
  /^(PG|DATABASE_URL$|SHADOW_DATABASE_URL$)/.test(name);

for (const name of Object.keys(process.env)) if (leadsElsewhere(name)) delete process.env[name];

// Every session has it, those of psql and graphile-migrate too.
if (language !== '') process.env.PGOPTIONS = `-c lh_engine.language=${language}`;

let server: Promise<string> | undefined;

/** The server of the test run, which has compared the generated files; a file alone does so and takes the local one. */
export const serverUrl = (): Promise<string> => {
  server ??= (async () => {
    const given = process.env.LH_TEST_SERVER_URL;
    // Loads the whole build, which a file of a test run does without.
    if (process.env.LH_TEST_RENDERED !== 'checked') await (await import('./rendered.ts')).requireRendered();
    const url = given ?? (await startLocal()).url;
    await buildTemplates(url);
    return url;
  })();
  return server;
};

/** A connected client; numeric and bigint stay text, as `pg` has it. */
export const connect = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
};

const onServer = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = await connect(url);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/** Runs a script in a database of the server. */
const runIn = (url: string, database: string, script: string): Promise<unknown> =>
  onServer(databaseUrl({ url }, database), (client) => client.query(script));

const templateName = (ids: IdType, engine: boolean): string =>
  `lh_template_${engine ? language : 'host'}_${ids}`;

/** Makes a template unless it has this content already. The caller holds the lock. */
const buildTemplate = async (client: pg.Client, url: string, ids: IdType, engine: boolean): Promise<void> => {
  const name = templateName(ids, engine);
  const host = renderHostSchema({ ids });
  const install = engine ? installFile : '';
  const key = createHash('sha256').update(`${host}\0${install}`).digest('hex');
  const { rows } = await client.query(
    `select shobj_description(oid, 'pg_database') as key from pg_database where datname = $1`,
    [name],
  );
  if (rows[0]?.key === key) return;
  await client.query(`drop database if exists ${name} with (force)`);
  await client.query(`create database ${name}${engine ? ` template ${templateName(ids, false)}` : ''}`);
  await runIn(url, name, engine ? install : host);
  await client.query(`comment on database ${name} is '${key}'`);
};

/** Makes the templates that are missing or old; safe to call from many processes at once. */
export const buildTemplates = (url: string): Promise<void> =>
  onServer(url, async (client) => {
    await client.query(`select pg_advisory_lock(hashtext('lh_templates'))`);
    for (const engine of [false, true])
      for (const ids of allIdTypes) await buildTemplate(client, url, ids, engine);
  });

/** Removes the templates. */
export const dropTemplates = (url: string): Promise<void> =>
  onServer(url, async (client) => {
    for (const engine of [true, false])
      for (const ids of allIdTypes)
        await client.query(`drop database if exists ${templateName(ids, engine)} with (force)`);
  });

export type TestDatabase = {
  readonly name: string;
  readonly url: string;
  readonly client: pg.Client;
  /** Closes the client and removes the database. */
  readonly drop: () => Promise<void>;
};

let created = 0;

export type DatabaseOptions = { readonly ids: IdType; readonly engine?: boolean };

/** A new database with the host's tables and, unless `engine` is false, the engine. */
export const createDatabase = async (options: DatabaseOptions): Promise<TestDatabase> => {
  const serverAddress = await serverUrl();
  created += 1;
  const name = `lh_test_${process.pid}_${created}`;
  const template = templateName(options.ids, options.engine ?? true);
  await onServer(serverAddress, (client) => client.query(`create database ${name} template ${template}`));
  const url = databaseUrl({ url: serverAddress }, name);
  const client = await connect(url);
  const drop = async (): Promise<void> => {
    await client.end();
    await onServer(serverAddress, (admin) => admin.query(`drop database if exists ${name} with (force)`));
  };
  return { name, url, client, drop };
};

/** The first column of the first row. */
export const one = async <T = unknown>(
  client: pg.Client,
  text: string,
  values: readonly unknown[] = [],
): Promise<T> => {
  const { rows } = await client.query({ text, values: [...values], rowMode: 'array' });
  return rows[0]?.[0] as T;
};

export type Row = Record<string, unknown>;

export const rows = async (
  client: pg.Client,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> => (await client.query(text, [...values])).rows;

/** Sets the engine's clock for the session. */
export const setClock = (client: pg.Client, at: string): Promise<unknown> =>
  client.query(`select set_config('lh_engine.now', $1, false)`, [at]);

/** The error that the database answers with; fails when it answers otherwise. */
export const errorOf = async (work: () => Promise<unknown>): Promise<pg.DatabaseError> => {
  const outcome = await work().then(
    () => null,
    (error: pg.DatabaseError) => error,
  );
  if (outcome === null) throw new Error('expected an error of the database, got none');
  return outcome;
};
