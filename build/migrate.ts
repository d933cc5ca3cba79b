// `npm run db:migrate`: installs or updates the engine in the database of DATABASE_URL through graphile-migrate. First
// it asks the database whether everything needed is there; nothing is created before that. Knows no domain.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import pg from 'pg';
import { chooseLanguage, installedLanguage, languages } from '../src/sql/engine/language.ts';
import { preflight } from '../src/sql/host/structure.ts';
import { claimSchemas, refuseAdopted, refuseOthers } from './migrate_owners.ts';
import {
  committedFolder,
  compareVersions,
  newestRelease,
  readReleases,
  unreleasedSuffix,
} from './release/released.ts';

const project = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const cli = require.resolve('graphile-migrate/dist/cli.js');
const makeBookkeeping: (client: pg.Client, settings: { manageGraphileMigrateSchema: true }) => Promise<void> =
  require('graphile-migrate/dist/migration.js')._migrateMigrationSchema;

type PgError = Error & { readonly hint?: string; readonly code?: string };

/** What went wrong and what to do, as two lines for a person. */
const complaint = (message: string, remedy: string): Error =>
  Object.assign(new Error(message), { hint: remedy });

type Migration = { readonly name: string; readonly hash: string; readonly previous: string | null };

/** Our committed migrations as graphile-migrate writes them down in the database, oldest first. */
const committed = (): readonly Migration[] =>
  readdirSync(join(project, committedFolder))
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(project, committedFolder, name), 'utf8');
      const header = (key: string): string => new RegExp(`^--! ${key}: (\\S+)`, 'm').exec(text)?.[1] ?? '-';
      const previous = header('Previous');
      return { name, hash: header('Hash'), previous: previous === '-' ? null : previous };
    });

const ownHashes = (): readonly string[] => committed().map(({ hash }) => hash);

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

type Languages = { readonly chosen: string; readonly installed: string | null };

/** Migrations after 1.0.0 stay in the language that is installed; without one to apply, they would not say so. */
const requireSameLanguage = ({ chosen, installed }: Languages): void => {
  if (installed === chosen) return;
  throw Object.assign(
    complaint(
      `nothing was changed: the library that is installed is ${installed === null ? 'gone' : `in ${installed}`}, and here it would be in ${chosen}`,
      'Run dist/install.sql, which has the whole library in both languages, or leave lh_engine.language unset where the library is there.',
    ),
    { code: 'LH004' },
  );
};

/**
 * Refuses what lacks something. Whether the library is to be in PL/pgSQL in a database that has none yet: the first
 * migrations know plv8 alone, so it begins with dist/install.sql.
 */
const checkServer = async (client: pg.Client): Promise<boolean> => {
  await client.query(
    `begin; ${preflight.sqlText} ${refuseOthers(project)} ${chooseLanguage(languages).sql.sqlText}`,
  );
  const { rows } = await client.query(
    `select current_setting('lh_engine.chosen_language') as chosen, ${installedLanguage.sqlText} as installed,
       to_regprocedure('lh_engine.version()') is null as is_new,
       to_regprocedure('lh_engine.language()') is not null as stays_in_language`,
  );
  await client.query('rollback');
  if (rows[0].stays_in_language) requireSameLanguage(rows[0]);
  return rows[0].is_new && rows[0].chosen === 'plain';
};

/** graphile-migrate makes its schema with `if not exists`, for which Postgres wants this right each time. */
const requireCreate = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query(
    `select has_database_privilege(current_database(), 'create') as found,
       format('grant create on database %I to %I;', current_database(), current_user) as remedy`,
  );
  if (rows[0].found !== true)
    throw complaint(
      'graphile-migrate needs CREATE on the database, also where everything is installed',
      `Let a DBA run: ${rows[0].remedy} Or upgrade with: psql -v ON_ERROR_STOP=1 -f dist/install.sql "$DATABASE_URL"`,
    );
};

/**
 * The release that is installed, or that what is installed follows. Refuses what was never released where a newer release
 * is out: its migrations begin at the release before and would leave some of the old code.
 */
const installedRelease = (engine: string): string => {
  const release = engine.replace(unreleasedSuffix, '');
  const [newest] = newestRelease(readReleases(project));
  if (release !== engine && compareVersions(release, newest) < 0)
    throw complaint(
      `the engine installed is ${engine}, which was never released, and ${newest} is out`,
      'Upgrade this once with: psql -v ON_ERROR_STOP=1 -f dist/install.sql "$DATABASE_URL"',
    );
  return release;
};

/** The migrations of the releases up to a version, but for a release that the bookkeeping has in part. */
const containedIn = (engine: string, applied: readonly string[]): readonly Migration[] => {
  const own = committed();
  return Object.entries(readReleases(project))
    .filter(([version]) => compareVersions(version, engine) <= 0)
    .map(([, { migrations }]) => own.filter(({ name }) => name in migrations))
    .filter((migrations) => !migrations.some(({ hash }) => applied.includes(hash)))
    .flat();
};

/**
 * dist/install.sql keeps no books: what it has installed counts as applied, or an older migration would write its
 * objects over newer ones.
 */
const recordInstalled = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query(`select to_regprocedure('lh_engine.version()') is not null as present`);
  const installed =
    rows[0]?.present === true ? await client.query('select engine from lh_engine.version()') : null;
  const release = installed === null ? null : installedRelease(installed.rows[0].engine);
  await claimSchemas(client, project);
  await makeBookkeeping(client, { manageGraphileMigrateSchema: true });
  if (release === null) return;
  const applied = await client.query('select hash from graphile_migrate.migrations');
  const known = applied.rows.map(({ hash }: { hash: string }) => hash);
  for (const { name, hash, previous } of containedIn(release, known))
    await client.query(
      'insert into graphile_migrate.migrations (hash, previous_hash, filename) values ($1, $2, $3)',
      [hash, previous, `${name.slice(0, 6)}.sql`],
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

export type Installed = {
  readonly engine: string;
  readonly bundle: string;
  readonly language: string;
  /** Views that the site changed and the installation therefore kept. */
  readonly site_views: readonly string[];
};

/** Installs or updates the engine; returns its version as the database says it. */
export const migrate = async (databaseUrl: string): Promise<Installed> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const beginsInPlain = await checkServer(client);
    await refuseForeignBookkeeping(client);
    await requireCreate(client);
    if (beginsInPlain) await client.query(readFileSync(join(project, 'dist/install.sql'), 'utf8'));
    await recordInstalled(client);
    applyMigrations(databaseUrl);
    await refuseAdopted(client, project);
    await markBookkeeping(client);
    const { rows } = await client.query(
      `select v.*, array(select c.object from lh_engine.check_host() as c where c.kind = 'site view') as site_views
       from lh_engine.version() as v`,
    );
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
  for (const view of installed.site_views) console.log(`kept: ${view} is a view of the site (docs/host.md)`);
  console.log('try it: select lh_run_improvement_cycle();');
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  main().catch((error: PgError) => {
    console.error(`db:migrate failed: ${error.message}`);
    if (error.hint !== undefined) console.error(`what to do: ${error.hint}`);
    process.exit(1);
  });
