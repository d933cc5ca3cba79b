// The commands db:start, db:stop, db:url, db:psql and db:reset: the developer's own server, called `local`. What they
// print to stdout is data (one URL); progress goes to stderr.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import pg from 'pg';
import { binaries } from './layout.ts';
import { demoDatabase, localServer, refreshLocal, startLocal } from './local.ts';
import { failure, main, say } from './progress.ts';
import { databaseUrl, destroyServer, type Server, stopServer } from './server.ts';

const hasDatabase = async (server: Server, name: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: server.url, ssl: false });
  await client.connect();
  const found = await client.query('select from pg_catalog.pg_database where datname = $1', [name]);
  await client.end();
  return found.rowCount === 1;
};

/** Opens psql in the demo database, or in the one named; the password goes through the environment, not through ps. */
const openPsql = async (args: readonly string[]): Promise<void> => {
  const server = await startLocal();
  const [first] = args;
  const named = first !== undefined && !first.startsWith('-');
  const rest = named ? args.slice(1) : args;
  const usual = (await hasDatabase(server, demoDatabase)) ? demoDatabase : 'postgres';
  const chosen = named ? first : usual;
  const url = new URL(databaseUrl(server, chosen));
  const environment = Object.entries(process.env).filter(([key]) => !key.startsWith('PG'));
  const child = spawn(
    join(binaries, 'psql'),
    ['--host=127.0.0.1', `--port=${url.port}`, '--username=postgres', `--dbname=${chosen}`, ...rest],
    {
      stdio: 'inherit',
      env: { ...Object.fromEntries(environment), PGPASSWORD: decodeURIComponent(url.password) },
    },
  );
  // psql treats Ctrl-C as "cancel the query"; we wait for psql, not for the key.
  process.on('SIGINT', () => undefined);
  const [code] = await once(child, 'exit');
  process.exitCode = Number(code ?? 1);
};

const commands: Record<string, (args: readonly string[]) => Promise<void>> = {
  start: async () => {
    const server = await refreshLocal();
    process.stdout.write(`${server.url}\n`);
  },
  stop: async () => {
    await stopServer(localServer);
    say('the local Postgres is stopped; its data stays for the next start');
  },
  url: async () => {
    process.stdout.write(`${(await startLocal()).url}\n`);
  },
  psql: openPsql,
  reset: async () => {
    await destroyServer(localServer);
    say('the local Postgres and its databases are gone; the next start makes a new one');
  },
};

await main(async () => {
  const [name = '', ...args] = process.argv.slice(2);
  const command = commands[name];
  if (!command) throw failure(`"${name}" is no command of dev/server/db.ts`, 'npm run help');
  await command(args);
});
