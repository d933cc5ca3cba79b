// The commands db:start, db:stop, db:url, db:psql and db:reset: the developer's own server, called `local`. What they
// print to stdout is data (one URL); progress goes to stderr.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import pg from 'pg';
import { readArguments } from './arguments.ts';
import { findProgram } from './layout.ts';
import { demoDatabase, localServer, refreshLocal, startLocal } from './local.ts';
import { failure, main, say } from './progress.ts';
import { runPrompt } from './prompt.ts';
import { databaseUrl, destroyServer, type Server, stopServer } from './server.ts';
import { privateSession } from './session.ts';

const hasDatabase = async (server: Server, name: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: server.url, ...privateSession });
  await client.connect();
  const found = await client.query('select from pg_catalog.pg_database where datname = $1', [name]);
  await client.end();
  return found.rowCount === 1;
};

/** Runs psql to its end; the password goes through the environment, not through ps. */
const runPsql = async (psql: string, url: URL, rest: readonly string[]): Promise<void> => {
  const environment = Object.entries(process.env).filter(([key]) => !key.startsWith('PG'));
  const child = spawn(
    psql,
    [
      '--host=127.0.0.1',
      `--port=${url.port}`,
      '--username=postgres',
      `--dbname=${decodeURIComponent(url.pathname.slice(1))}`,
      ...rest,
    ],
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

/** Opens psql in the demo database, or in the one named; where the machine has no psql, a plain prompt. */
const openPsql = async (args: readonly string[]): Promise<void> => {
  const server = await startLocal();
  const [first] = args;
  const named = first !== undefined && !first.startsWith('-');
  const rest = named ? args.slice(1) : args;
  const usual = (await hasDatabase(server, demoDatabase)) ? demoDatabase : 'postgres';
  const url = databaseUrl(server, named ? first : usual);
  const psql = findProgram('psql');
  if (psql) await runPsql(psql, new URL(url), rest);
  else await runPrompt(url, rest);
};

const refuseArguments = (args: readonly string[]): void => {
  if (args.length > 0) throw failure(`"${args[0]}" means nothing to this command`, 'leave it out');
};

const commands: Record<string, (args: readonly string[]) => Promise<void>> = {
  start: async (args) => {
    const server = await refreshLocal(readArguments('run db:start', args).kind);
    process.stdout.write(`${server.url}\n`);
  },
  stop: async (args) => {
    refuseArguments(args);
    await stopServer(localServer);
    say('the local Postgres is stopped; its data stays for the next start');
  },
  url: async (args) => {
    refuseArguments(args);
    process.stdout.write(`${(await startLocal()).url}\n`);
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
