// The language and the life of a server: preloading, shutdown, crash, single-user mode, other encodings, many sessions,
// and memory over many calls. On a server of its own.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { binaries, serverAccount } from '../../dev/server/layout.ts';
import { crashServer, destroyServer, startServer, stopServer } from '../../dev/server/server.ts';
import { requireForFile } from '../support/needs.ts';
import { connect, createLanguageDatabase, define, errorOf, isLong, one } from './database.ts';

await requireForFile('debian', 'plv8');

const life = suite('LANGUAGE plv8 in a server');
const name = `life-${process.pid}`;
let server = await startServer({ name, durable: false });
const database = await createLanguageDatabase(server.url);
await define(database.client, 'plus(a float8, b float8) returns float8', 'return a + b');
await define(database.client, 'echo(a json) returns json', 'return a');
await define(database.client, 'fail() returns text', `throw new Error('x')`);
const { url } = database;
life.after(() => destroyServer(name));

const residentKb = (pid: unknown): number =>
  Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);

life('is preloaded without a thread in the postmaster', async () => {
  assert.match(String(await one(database.client, 'show shared_preload_libraries')), /plv8_libnode/);
  assert.match(readFileSync(`/proc/${server.pid}/maps`, 'utf8'), /libnode\.so/);
  assert.match(readFileSync(`/proc/${server.pid}/status`, 'utf8'), /^Threads:\s+1$/m);
});

life('adds one thread to a session that uses it, none to others', async () => {
  const client = await connect(url);
  const pid = await one(client, 'select pg_backend_pid()');
  const threads = (): string | undefined =>
    /^Threads:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  assert.is(threads(), '1');
  await one(client, 'select plus(1, 2)');
  assert.is(threads(), '2');
  await client.end();
});

life('makes random numbers of its own in each session', async () => {
  await define(database.client, 'dice() returns float8', 'return Math.random()');
  const clients = await Promise.all([1, 2, 3].map(() => connect(url)));
  const numbers = await Promise.all(clients.map((client) => one(client, 'select dice()')));
  await Promise.all(clients.map((client) => client.end()));
  assert.is(new Set(numbers).size, 3);
});

life('serves a database in LATIN1', async () => {
  const latin = await createLanguageDatabase(server.url, `encoding 'LATIN1' locale 'C' template template0`);
  await define(latin.client, 'twice(a text) returns text', 'return a + a.length + a');
  await define(latin.client, 'smile() returns json', `return { a: '\\u{1F600}' }`);
  await define(latin.client, 'ué() returns text', `throw new Error('é\\u{1F600}ü')`);
  assert.is(await one(latin.client, `select twice('é')`), 'é1é');
  assert.is(await one(latin.client, `select length(twice('é'))`), 3);
  assert.is((await errorOf(latin.client, 'select smile()')).code, '22P05');
  assert.is((await errorOf(latin.client, 'select ué()')).message, 'é?ü');
  await latin.drop();
});

life('stays as large over many calls, errors and redefinitions', async () => {
  const client = await connect(url);
  const pid = await one(client, 'select pg_backend_pid()');
  const [calls, errors, redefinitions] = isLong ? [2_000_000, 100_000, 20_000] : [200_000, 5_000, 1_000];
  await client.query(`create function pg_temp.fails(n int) returns void language plpgsql as $$ begin for i in 1 .. n loop
      begin perform fail(); exception when others then null; end; end loop; end $$;
    create function pg_temp.redefines(n int) returns void language plpgsql as $$ begin for i in 1 .. n loop
      execute format('create or replace function pg_temp.r() returns int language plv8 as ''return %s''', i);
      if (select pg_temp.r()) <> i then raise 'stale'; end if; end loop; end $$`);
  const round = async (share: number): Promise<void> => {
    await one(
      client,
      `select count(plus(i, 1)) + count(echo('{"a":[1,2,"x"]}')) from generate_series(1, ${calls * share}) as i`,
    );
    await one(client, `select pg_temp.fails(${errors * share})`);
    // each redefinition leaves an invalidation with the transaction, so they come in transactions of a hundred
    for (let i = 0; i < (redefinitions * share) / 100; i++)
      await one(client, 'select pg_temp.redefines(100)');
  };
  await round(0.5);
  const before = residentKb(pid);
  await round(0.5);
  const grown = residentKb(pid) - before;
  await client.end();
  // The caches of the server itself grow with each redefinition, in PL/pgSQL by 0.20 to 0.26 kB for one (5,000 at a
  // time).
  const serversOwn = (redefinitions / 2) * 0.25;
  assert.ok(grown < 5_000 + serversOwn, `grew by ${grown} kB`);
});

life('gives way to a fast shutdown while JavaScript runs', async () => {
  const client = await connect(url);
  const ended = errorOf(client, 'do language plv8 $$ for (;;) { try { for (;;); } catch (e) {} } $$');
  await new Promise((resolve) => setTimeout(resolve, 200));
  const start = performance.now();
  await stopServer(name);
  assert.ok(performance.now() - start < 5_000);
  assert.is((await ended).code, '57P01');
  await client.end().catch(() => {});
  server = await startServer({ name });
});

life(
  'gives way to an immediate shutdown while JavaScript runs, and is there after the recovery',
  async () => {
    const client = await connect(url);
    const ended = errorOf(client, 'do language plv8 $$ for (;;); $$');
    await new Promise((resolve) => setTimeout(resolve, 200));
    await crashServer(name);
    await ended;
    await client.end().catch(() => {});
    server = await startServer({ name });
    const after = await connect(url);
    assert.is(await one(after, 'select plus(1, 2)').finally(() => after.end()), 3);
  },
);

life('runs in postgres --single', async () => {
  await stopServer(name);
  const input = `do language plv8 $$ throw new Error(String(6 * 7)) $$
do language plv8 $$ function f() { return f() + 1 } f() $$
`;
  const { uid, gid } = serverAccount();
  const { stderr } = spawnSync(
    join(binaries, 'postgres'),
    [
      '--single',
      '-D',
      server.dataDirectory,
      '-c',
      'log_destination=stderr',
      '-c',
      'logging_collector=off',
      decodeURIComponent(new URL(url).pathname.slice(1)),
    ],
    { input, uid, gid, cwd: '/', encoding: 'utf8', timeout: 30_000 },
  );
  assert.match(stderr, /ERROR: {2}42\n/);
  assert.match(stderr, /ERROR: {2}RangeError: Maximum call stack size exceeded/);
});

life.run();
