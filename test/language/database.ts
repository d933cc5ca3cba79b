// A database of its own for a test file of the language, and the few ways in which these tests ask.
import pg from 'pg';
import { startLocalWithPlv8 } from '../../dev/server/local.ts';
import { databaseUrl } from '../../dev/server/server.ts';

/** Long forms take minutes: LH_TEST_LONG=1 npm run test:language. */
export const isLong = process.env.LH_TEST_LONG === '1';

export const connect = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {}); // a lost connection is reported by the query that meets it
  await client.connect();
  return client;
};

const onServer = async (url: string, sql: string): Promise<void> => {
  const client = await connect(url);
  await client.query(sql).finally(() => client.end());
};

export type LanguageDatabase = {
  readonly url: string;
  readonly client: pg.Client;
  readonly drop: () => Promise<void>;
};

/** `options` goes to `create database`. The language comes with template1, or is created where it does not. */
export const createLanguageDatabase = async (server?: string, options = ''): Promise<LanguageDatabase> => {
  const admin = server ?? process.env.LH_TEST_SERVER_URL ?? (await startLocalWithPlv8()).url;
  const name = `lh_language_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  await onServer(admin, `create database ${name} ${options}`);
  const url = databaseUrl({ url: admin }, name);
  const client = await connect(url);
  const { rows } = await client.query(`select 1 from pg_language where lanname = 'plv8'`);
  if (rows.length === 0) await client.query('create extension plv8_libnode');
  const drop = async (): Promise<void> => {
    await client.end().catch(() => {});
    await onServer(admin, `drop database if exists ${name} with (force)`);
  };
  return { url, client, drop };
};

/** The first column of the first row, as text where SQL says so. */
export const one = async (client: pg.Client, sql: string): Promise<unknown> =>
  (await client.query({ text: sql, rowMode: 'array' })).rows[0]?.[0];

export type SqlError = Error & {
  readonly code?: string;
  readonly detail?: string;
  readonly hint?: string;
  readonly where?: string;
  readonly severity?: string;
};

/** The error that the statement must end in. */
export const errorOf = async (client: pg.Client, sql: string): Promise<SqlError> => {
  try {
    await client.query(sql);
  } catch (error) {
    return error as SqlError;
  }
  throw new Error(`no error from: ${sql}`);
};

/** `create or replace function` with a JavaScript body. */
export const define = (client: pg.Client, signature: string, body: string): Promise<unknown> =>
  client.query(`create or replace function ${signature} language plv8 as $js$${body}$js$`);
