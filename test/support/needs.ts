// What a test needs that not every machine has. Where it is missing the test is left out and says so in a line that
// the runner collects: nothing is left out in silence. It knows no test.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { binaries, findProgram, languageExtension, offersExtension } from '../../dev/server/layout.ts';
import { findPgbouncer } from '../../dev/server/pgbouncer.ts';
import { run } from '../../dev/server/processes.ts';

export type Need =
  | 'plv8'
  | 'pg_cron'
  | 'plpgsql_check'
  | 'pg_dump'
  | 'psql'
  | 'git'
  | 'debian'
  | 'jit'
  | 'once'
  | 'prepared'
  | 'pgbouncer';

/** Whether everything runs at full length, as in the continuous integration: both types of ids, a whole year. */
export const isComplete = process.env.LH_TEST_COMPLETE === '1';

/** Begins each line that says what was left out. */
export const leftOutMark = 'left out: ';
export const wholeFile = 'the whole file';

const onServer = async <T>(ask: (client: pg.Client) => Promise<T>): Promise<T> => {
  const { serverUrl } = await import('./database.ts');
  const client = new pg.Client({ connectionString: await serverUrl() });
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end();
  }
};

const offers = (names: readonly string[]): Promise<boolean> =>
  onServer(async (client) => {
    const found = await client.query('select from pg_catalog.pg_available_extensions where name = any ($1)', [
      names,
    ]);
    return (found.rowCount ?? 0) > 0;
  });

/** pg_dump refuses servers that are newer than itself. */
const hasDump = async (): Promise<boolean> => {
  const program = findProgram('pg_dump');
  if (!program || !findProgram('pg_restore')) return false;
  const [, major = '0'] = /(\d+)/.exec((await run(program, ['--version'])).output) ?? [];
  const version = await onServer(async (client) => (await client.query('show server_version_num')).rows[0]);
  return Number(major) >= Math.floor(Number(version.server_version_num) / 10_000);
};

const compiles = (): Promise<boolean> =>
  onServer(async (client) => {
    await client.query('set jit to on');
    return (await client.query('select pg_catalog.pg_jit_available() as it')).rows[0].it;
  });

const found: Readonly<Record<Need, () => Promise<boolean> | boolean>> = {
  plv8: () => offers(['plv8', 'plv8_libnode']),
  pg_cron: () => offers(['pg_cron']),
  plpgsql_check: () => offers(['plpgsql_check']),
  pg_dump: hasDump,
  psql: () => findProgram('psql') !== undefined,
  jit: compiles,
  prepared: () =>
    onServer(
      async (client) =>
        (await client.query('show max_prepared_transactions')).rows[0].max_prepared_transactions !== '0',
    ),
  once: () => process.env.LH_TEST_AGAIN !== '1',
  git: () => findProgram('git') !== undefined,
  pgbouncer: async () => (await findPgbouncer()) !== undefined,
  debian: () =>
    existsSync(join(binaries, 'postgres')) && languageExtension() !== null && offersExtension('pg_cron'),
};

const described: Readonly<Record<Need, string>> = {
  plv8: 'a server with plv8',
  pg_cron: 'a server with pg_cron',
  plpgsql_check: 'a server with plpgsql_check',
  pg_dump: 'pg_dump as new as the server',
  psql: 'psql',
  git: 'git',
  jit: 'a server built with LLVM',
  prepared: 'a server with max_prepared_transactions above 0',
  once: 'a server on which it is not run again: npm run test:matrix does',
  pgbouncer: 'pgbouncer, installed or from a Debian package that apt-get can download',
  debian: "Debian's PostgreSQL with plv8 and pg_cron on this machine",
};

/** Says that something was left out, and what it would have needed. */
export const leaveOut = (what: string, why: string): void => {
  process.stdout.write(`\n${leftOutMark}${what}: it needs ${why}\n`);
};

/** The first of the needs that is missing here, in words; undefined when all are met. */
export const missing = async (...needs: readonly Need[]): Promise<string | undefined> => {
  for (const need of needs) if (!(await found[need]())) return described[need];
  return undefined;
};

/** Ends a test file that makes no sense without what it needs. */
export const requireForFile = async (...needs: readonly Need[]): Promise<void> => {
  const lacking = await missing(...needs);
  if (lacking === undefined) return;
  leaveOut(wholeFile, lacking);
  process.exit(0);
};

/** The function that defines a test, or, where something is missing, one that only says that the test is left out. */
export const unless = <Work>(
  lacking: string | undefined,
  test: (sentence: string, work: Work) => unknown,
): ((sentence: string, work: Work) => unknown) =>
  lacking === undefined ? test : (sentence) => leaveOut(`"${sentence}"`, lacking);
