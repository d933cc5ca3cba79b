// `npm run release -- "message"`: commits what differs from the newest release as the next migration, under the version
// of package.json. graphile-migrate tries it out from nothing on a shadow database of the local server, beside a host of
// its own. Knows no domain.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import pg from 'pg';
import { renderHostSchema } from '../../dev/host/schema.ts';
import { startLocalWithPlv8 } from '../../dev/server/local.ts';
import { failure, main } from '../../dev/server/progress.ts';
import { databaseUrl } from '../../dev/server/server.ts';
import { writeGenerated } from '../generate.ts';
import { packageVersion, readAsRelease, renderFiles, renderMigration } from '../render.ts';
import {
  committedFolder,
  compareVersions,
  fileHash,
  newestRelease,
  readReleases,
  releaseBetween,
  unreleasedRecords,
  writeReleases,
} from './released.ts';

const cli = createRequire(import.meta.url).resolve('graphile-migrate/dist/cli.js');
const names = ['lh_release', 'lh_release_shadow'] as const;
/** What graphile-migrate commits; it exists only while a release is made. */
const current = 'migrations/current.sql';

const query = async (url: string, statements: readonly string[]): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
};

const drop = (url: string): Promise<void> =>
  query(
    url,
    names.map((name) => `drop database if exists ${name} with (force)`),
  );

/** The text under the heading of a version. */
const changelogOf = (version: string): string => {
  const parts = readFileSync('CHANGELOG.md', 'utf8').split(/^## /m);
  const part = parts.find((each) => each.split('\n', 1)[0]?.trim() === version) ?? '';
  return part.slice(version.length).trim();
};

/** Refuses what cannot be a release, with what to do. */
const requireReadiness = (version: string, message: string | undefined): string => {
  const [newest] = newestRelease(readReleases());
  if (message === undefined || message.trim() === '')
    throw failure('a release needs a line about what changes', 'npm run release -- "what changes"');
  if (!/^\d+\.\d+\.\d+$/.test(version) || compareVersions(version, newest) <= 0)
    throw failure(
      `the version in package.json is ${version}, and ${newest} is released`,
      `npm version --no-git-tag-version with a version above ${newest}, npm run build, then release again`,
    );
  if (changelogOf(version) === '')
    throw failure(
      `CHANGELOG.md says nothing under "## ${version}"`,
      'write there what whoever upgrades should know, then release again',
    );
  return message;
};

const commit = (url: string, target: string, shadow: string, message: string): void => {
  const env = { ...process.env, DATABASE_URL: target, SHADOW_DATABASE_URL: shadow, ROOT_DATABASE_URL: url };
  const { status } = spawnSync(process.execPath, [cli, 'commit', '-m', message], {
    env,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0)
    throw failure(
      `graphile-migrate commit ended with ${status}`,
      'nothing was released: read its message above',
    );
};

/** Has graphile-migrate commit a text as the next migration, in databases made for it. */
const commitMigration = async (text: string, message: string): Promise<void> => {
  const { url } = await startLocalWithPlv8();
  const [target, shadow] = names.map((name) => databaseUrl({ url }, name)) as [string, string];
  await drop(url);
  await query(
    url,
    names.map((name) => `create database ${name}`),
  );
  try {
    await query(target, [renderHostSchema({ ids: 'bigint' })]);
    writeFileSync(current, text);
    commit(url, target, shadow, message);
  } finally {
    rmSync(current, { force: true });
    await drop(url);
  }
};

await main(async () => {
  const message = requireReadiness(packageVersion(), process.argv[2]);
  const version = await readAsRelease();
  // For what the build refuses; written when the release is made.
  renderFiles(version);
  const before = new Set(readdirSync(committedFolder));
  await commitMigration(renderMigration(version), message);
  const added = readdirSync(committedFolder).filter((name) => !before.has(name));
  const [, released] = newestRelease(version.releases);
  const migrations = Object.fromEntries(added.map((name) => [name, fileHash(join(committedFolder, name))]));
  const records = unreleasedRecords(version.releases);
  const release = releaseBetween(released, version.inventory, { migrations, records });
  writeReleases({ ...version.releases, [version.version]: release });
  // Only now do the installers say the number of the release.
  await writeGenerated();
  console.log(
    `released ${version.version}: ${added.join(', ')}; commit it with migrations/released.json and dist`,
  );
});
