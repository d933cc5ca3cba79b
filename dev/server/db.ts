// The commands db:start, db:stop, db:url, db:psql and db:reset: the developer's own server, called `local`. What they
// print to stdout is data (one URL); progress goes to stderr.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { binaries } from './layout.ts';
import { demoDatabase, localServer, refreshAnyLocal, startAnyLocal } from './local.ts';
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
  const psql = join(binaries, 'psql');
  if (!existsSync(psql))
    throw failure(`there is no ${psql}`, 'connect another client to the URL that npm run db:url prints');
  const server = await startAnyLocal();
  const [first] = args;
  const named = first !== undefined && !first.startsWith('-');
  const rest = named ? args.slice(1) : args;
  const usual = (await hasDatabase(server, demoDatabase)) ? demoDatabase : 'postgres';
  const chosen = named ? first : usual;
  const url = new URL(databaseUrl(server, chosen));
  const environment = Object.entries(process.env).filter(([key]) => !key.startsWith('PG'));
  const child = spawn(
    psql,
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

/** True with the one flag of db:start; anything else is refused. */
const isEmbedded = (args: readonly string[]): boolean => {
  const unknown = args.find((arg) => arg !== '--embedded');
  if (unknown !== undefined)
    throw failure(`db:start knows no "${unknown}"`, 'npm run db:start, or npm run db:start -- --embedded');
  return args.length > 0;
};

const refuseArguments = (args: readonly string[]): void => {
  if (args.length > 0) throw failure(`"${args[0]}" means nothing to this command`, 'leave it out');
};

const commands: Record<string, (args: readonly string[]) => Promise<void>> = {
  start: async (args) => {
    const server = await (isEmbedded(args) ? refreshAnyLocal('embedded') : refreshAnyLocal());
    process.stdout.write(`${server.url}\n`);
  },
  stop: async (args) => {
    refuseArguments(args);
    await stopServer(localServer);
    say('the local Postgres is stopped; its data stays for the next start');
  },
  url: async (args) => {
    refuseArguments(args);
    process.stdout.write(`${(await startAnyLocal()).url}\n`);
  },
  psql: openPsql,
  reset: async (args) => {
    refuseArguments(args);
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
