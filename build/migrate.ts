// `npm run db:migrate`: installs or updates the engine in the database of DATABASE_URL through graphile-migrate. First
// it asks the database whether everything needed is there; nothing is created before that. Knows no domain.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import pg from 'pg';
import { preflight } from '../src/sql/host/structure.ts';

const project = join(dirname(fileURLToPath(import.meta.url)), '..');
const cli = createRequire(import.meta.url).resolve('graphile-migrate/dist/cli.js');

type PgError = Error & { readonly hint?: string; readonly code?: string };

/** What went wrong and what to do, as two lines for a person. */
const complaint = (message: string, remedy: string): Error =>
  Object.assign(new Error(message), { hint: remedy });

/** The hashes of our committed migrations, which graphile-migrate writes down in the database. */
const ownHashes = (): readonly string[] =>
  readdirSync(join(project, 'migrations/committed'))
    .filter((name) => name.endsWith('.sql'))
    .map(
      (name) =>
        /^--! Hash: (\S+)/m.exec(readFileSync(join(project, 'migrations/committed', name), 'utf8'))?.[1] ??
        '',
    );

/**
 * The bookkeeping of graphile-migrate has a fixed schema. Where the host uses it for its own migrations, `migrate`
 * would say "Already up to date" and install nothing.
 */
const refuseForeignBookkeeping = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query(
    `select to_regclass('graphile_migrate.migrations') is not null as present`,
  );
  if (rows[0]?.present !== true) return;
  const applied = await client.query('select hash from graphile_migrate.migrations');
  const own = ownHashes();
  const foreign = applied.rows.filter((row: { hash: string }) => !own.includes(row.hash));
  if (foreign.length > 0)
    throw complaint(
      `this database already uses graphile-migrate for ${foreign.length} migration(s) that are not the engine's`,
      'Install with: psql -v ON_ERROR_STOP=1 -f dist/install.sql "$DATABASE_URL"',
    );
};

/** What lh_engine.uninstall() reads to know that the bookkeeping is ours to remove. */
const markBookkeeping = (client: pg.Client): Promise<unknown> =>
  client.query(
    `comment on schema graphile_migrate is ${client.escapeLiteral(`Lead Hunter improvement engine: bookkeeping of ${ownHashes().join(', ')}`)}`,
  );

const applyMigrations = (databaseUrl: string): void => {
  const { status, error, stdout, stderr } = spawnSync(process.execPath, [cli, 'migrate'], {
    cwd: project,
    env: { ...process.env, DATABASE_URL: databaseUrl },
    encoding: 'utf8',
  });
  if (error !== undefined || status !== 0)
    throw complaint(
      `graphile-migrate ended with ${status ?? error?.message}:\n${stdout}${stderr}`,
      'Nothing of this migration was kept. Read its message, correct the cause, run the command again.',
    );
};

export type Installed = { readonly engine: string; readonly bundle: string; readonly language: string };

/** Installs or updates the engine; returns its version as the database tells it. */
export const migrate = async (databaseUrl: string): Promise<Installed> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(`begin; ${preflight.sqlText} rollback;`);
    await refuseForeignBookkeeping(client);
    applyMigrations(databaseUrl);
    await markBookkeeping(client);
    const { rows } = await client.query('select * from lh_engine.version()');
    return rows[0] as Installed;
  } finally {
    await client.end();
  }
};

const main = async (): Promise<void> => {
  const databaseUrl = process.env.DATABASE_URL;
  if (databaseUrl === undefined || databaseUrl === '')
    throw complaint(
      'DATABASE_URL is not set',
      'Run: DATABASE_URL=postgresql://user:password@host:5432/database npm run db:migrate',
    );
  const installed = await migrate(databaseUrl);
  console.log(`installed: engine ${installed.engine}, bundle ${installed.bundle}, ${installed.language}`);
  console.log('try it: select lh_run_improvement_cycle();');
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  main().catch((error: PgError) => {
    console.error(`db:migrate failed: ${error.message}`);
    if (error.hint !== undefined) console.error(`what to do: ${error.hint}`);
    process.exit(1);
  });
