// `npm run release -- "message"`: commits what the sources render now as the next migration. graphile-migrate tries it
// out from nothing on a shadow database of the local server, beside a host of its own. Knows no domain.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import pg from 'pg';
import { renderHostSchema } from '../dev/host/schema.ts';
import { startLocal } from '../dev/server/local.ts';
import { databaseUrl } from '../dev/server/server.ts';
import { isReleased, writeGenerated } from './generate.ts';

const cli = createRequire(import.meta.url).resolve('graphile-migrate/dist/cli.js');
const names = ['lh_release', 'lh_release_shadow'] as const;

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

const commit = (url: string, target: string, shadow: string, message: string): void => {
  const env = { ...process.env, DATABASE_URL: target, SHADOW_DATABASE_URL: shadow, ROOT_DATABASE_URL: url };
  const { status } = spawnSync(process.execPath, [cli, 'commit', '-m', message], { env, stdio: 'inherit' });
  if (status !== 0) throw new Error(`graphile-migrate commit ended with ${status}`);
};

const main = async (): Promise<void> => {
  const message = process.argv[2];
  if (message === undefined) throw new Error('say what changes: npm run release -- "message"');
  await writeGenerated();
  if (await isReleased()) {
    console.log('the newest committed migration is what the sources render: nothing to release');
    return;
  }
  const { url } = await startLocal();
  const [target, shadow] = names.map((name) => databaseUrl({ url }, name)) as [string, string];
  await drop(url);
  await query(
    url,
    names.map((name) => `create database ${name}`),
  );
  try {
    await query(target, [renderHostSchema({ ids: 'bigint' })]);
    commit(url, target, shadow, message);
  } finally {
    await drop(url);
  }
  await writeGenerated();
};

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
