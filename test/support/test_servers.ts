// The Postgres servers of a test run: Debian's with plv8 and pg_cron where they can be had, an embedded one with neither,
// or one that the caller names; which files run on which, and what is left on a server that is not ours. It knows no test.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { IdType } from '../../dev/host/schema.ts';
import type { Kind } from '../../dev/server/installation.ts';
import { checkout } from '../../dev/server/layout.ts';
import { availableKind } from '../../dev/server/local.ts';
import { provide } from '../../dev/server/packages.ts';
import { failure, step } from '../../dev/server/progress.ts';
import { startServer } from '../../dev/server/server.ts';
import { buildTemplates, dropTemplates } from './database.ts';
import { isComplete } from './needs.ts';

export type TestServer = {
  readonly url: string;
  /** What stands behind the name of a file that runs on it; empty for the first server. */
  readonly label: string;
};

export type Job = {
  readonly file: string;
  readonly server: TestServer | undefined;
  /** The type of ids of tests that name none; without it both. */
  readonly ids?: IdType | undefined;
};

export const isPure = (file: string): boolean => file.includes('/pure/');

/** Whether the whole file needs what a second server, embedded and running what the first has run, does not have. */
const needsFirstServer = (file: string): boolean =>
  /requireForFile\([^)]*'(?:plv8|debian|once)'/.test(readFileSync(file, 'utf8'));

/** Whether the file runs on the server that it is given, and starts none of its own. */
export const runsAnywhere = (file: string): boolean =>
  !/startServer|\/bench\//.test(readFileSync(file, 'utf8'));

/** Whether a second server runs the file once more: a test of the engine that needs nothing of the first. */
export const runsAgain = (file: string): boolean =>
  file.startsWith(join(checkout, 'test/engine/')) && runsAnywhere(file) && !needsFirstServer(file);

const start = (name: string, kind: Kind): Promise<string> =>
  step(`starting ${kind === 'debian' ? 'a Postgres' : 'an embedded Postgres'} for the tests`, async () => {
    const { url } = await startServer({ name, kind, durable: false });
    return url;
  });

/** Refuses a server on which the tests could not make their databases, roles and extensions. */
const requireRights = async (url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(
      'select current_user as name, (select rolsuper from pg_catalog.pg_roles where rolname = current_user) as allowed',
    );
    if (!rows[0]?.allowed)
      throw failure(
        `"${rows[0]?.name}" is no superuser: the tests make databases, roles and extensions`,
        'set LH_TEST_SERVER_URL to the URL of a superuser on a server that may be filled with test databases',
      );
  } finally {
    await client.end();
  }
};

const jobsOn = (server: TestServer, files: readonly string[], ids?: IdType): Job[] =>
  files.map((file) => ({ file, server, ids }));

/** All files on the first server, those of `again` on the second too: with one type of ids each, unless all must run. */
export const jobsOnBoth = (
  [first, second]: readonly [TestServer, TestServer],
  files: readonly string[],
  again: readonly string[],
  complete: boolean,
): readonly Job[] => [
  ...jobsOn(
    first,
    files.filter((file) => !again.includes(file)),
  ),
  ...jobsOn(first, again, complete ? undefined : 'bigint'),
  ...jobsOn(second, again, 'uuid'),
];

/**
 * Starts what the files need, and says which file runs where: all of them on the first server, those of the engine on
 * an embedded one too, in PL/pgSQL.
 */
export const planJobs = async (files: readonly string[], given: string | undefined): Promise<Job[]> => {
  const pure = files.filter(isPure).map((file) => ({ file, server: undefined }));
  const others = files.filter((file) => !isPure(file));
  if (others.length === 0) return pure;
  if (given !== undefined) {
    await requireRights(given);
    await step('building the template databases', () => buildTemplates(given));
    return [...jobsOn({ url: given, label: '' }, others), ...pure];
  }
  const kind = await availableKind();
  if (kind === 'debian') await provide();
  const first = { url: await start('tests', kind), label: '' };
  const again = kind === 'debian' ? others.filter(runsAgain) : [];
  if (again.length === 0) return [...jobsOn(first, others), ...pure];
  const second = { url: await start('tests18', 'embedded'), label: ', in PL/pgSQL on 18' };
  return [...jobsOnBoth([first, second], others, again, isComplete), ...pure];
};

/** Takes away what a run leaves on a server that is not ours. */
export const leaveServer = (given: string | undefined): Promise<void> =>
  given === undefined ? Promise.resolve() : dropTemplates(given);
