// The private servers of dev/server/server.ts: what the demo, the tests and a developer rely on.
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { languageExtension } from '../../dev/server/layout.ts';
import { commandLine, isAlive, postgresIn, processIds } from '../../dev/server/processes.ts';
import {
  crashServer,
  databaseUrl,
  destroyServer,
  runningServer,
  startServer,
  stopServer,
} from '../../dev/server/server.ts';
import { withClient } from '../../dev/server/session.ts';
import { requireForFile } from '../support/needs.ts';

await requireForFile('debian');

const servers = suite('a private server');
const name = `server-${process.pid}`;
const first = await startServer({ name, durable: false });

const query = (url: string, text: string): Promise<Record<string, unknown>[]> =>
  withClient(url, async (client) => (await client.query(text)).rows);

const refusal = async (url: string): Promise<string> => {
  try {
    await query(url, 'select 1');
    return 'none';
  } catch (error) {
    return String((error as { code?: unknown }).code ?? error);
  }
};

servers('has a URL with user, password, loopback, port and maintenance database', () => {
  assert.match(first.url, /^postgresql:\/\/postgres:[\w-]{24}@127\.0\.0\.1:\d+\/postgres$/);
});

servers('is left alone by a second start', async () => {
  const second = await startServer({ name });
  assert.equal(second, first);
});

servers('starts once when started three times at once', async () => {
  await stopServer(name);
  const [one, two, three] = await Promise.all([1, 2, 3].map(() => startServer({ name })));
  assert.equal(one, two);
  assert.equal(two, three);
});

servers('refuses a wrong password and a missing one, on the port and on the socket', async () => {
  const wrong = new URL(first.url);
  wrong.password = 'wrong';
  assert.is(await refusal(wrong.href), '28P01');
  const socket = `postgresql://postgres:wrong@/postgres?host=${first.socketDirectory}&port=${first.port}`;
  assert.is(await refusal(socket), '28P01');
  wrong.password = '';
  assert.match(await refusal(wrong.href), /password/);
});

servers('listens on loopback and nowhere else', async () => {
  const [row] = await query(first.url, "select current_setting('listen_addresses') as addresses");
  assert.is(row?.addresses, '127.0.0.1');
  const port = first.port.toString(16).toUpperCase().padStart(4, '0');
  // /proc/net/tcp: local address in hexadecimal, state 0A = listening; tcp6 has the same columns.
  const listening = ['/proc/net/tcp', '/proc/net/tcp6']
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[3] === '0A' && fields[1]?.endsWith(`:${port}`));
  assert.equal(
    listening.map((fields) => fields[1]),
    [`0100007F:${port}`],
  );
});

servers('keeps its data and its password to itself', () => {
  assert.is(statSync(first.dataDirectory).mode & 0o777, 0o700);
  assert.is(statSync(first.socketDirectory).mode & 0o777, 0o700);
  assert.is(statSync(`${first.socketDirectory}.json`).mode & 0o777, 0o600);
  const secret = new URL(first.url).password;
  const revealing = processIds().filter((pid) => commandLine(pid).join(' ').includes(secret));
  assert.equal(revealing, []);
});

servers('is UTF-8 with the locale C.UTF-8 and has pg_cron in its maintenance database', async () => {
  const [row] = await query(
    first.url,
    `select current_setting('server_encoding') as encoding, datcollate,
       (select extname from pg_extension where extname = 'pg_cron') as cron
     from pg_database where datname = current_database()`,
  );
  assert.equal(row, { encoding: 'UTF8', datcollate: 'C.UTF-8', cron: 'pg_cron' });
});

servers('gives LANGUAGE plv8 to a new database at once', async () => {
  assert.ok(languageExtension());
  await query(first.url, 'create database fresh');
  await query(
    databaseUrl(first, 'fresh'),
    "create function answer() returns float8 language plv8 as 'return 6 * 7'",
  );
  assert.equal(await query(databaseUrl(first, 'fresh'), 'select answer()'), [{ answer: 42 }]);
});

servers('leaves no process when stopped, and starts again on the same port with the same data', async () => {
  await query(first.url, 'create table kept as select 1 as one');
  await stopServer(name);
  assert.equal(postgresIn(first.dataDirectory), []);
  assert.not.ok(isAlive(first.pid));
  assert.is(runningServer(name), undefined);
  const again = await startServer({ name });
  assert.is(again.url, first.url);
  assert.equal(await query(again.url, 'select one from kept'), [{ one: 1 }]);
});

servers('comes back after a crash and after a kill of its postmaster', async () => {
  for (const how of ['immediate', 'kill'] as const) {
    await crashServer(name, how);
    assert.equal(postgresIn(first.dataDirectory), []);
    const again = await startServer({ name });
    assert.equal(await query(again.url, 'select one from kept'), [{ one: 1 }]);
  }
});

servers('starts although the pid file of a dead server names a living process of somebody else', async () => {
  const file = join(first.dataDirectory, 'postmaster.pid');
  const left = readFileSync(file, 'utf8');
  await stopServer(name);
  writeFileSync(file, left.replace(/^\d+/, String(process.pid)));
  assert.is(runningServer(name), undefined);
  const again = await startServer({ name });
  assert.not.equal(again.pid, process.pid);
  assert.ok(isAlive(process.pid));
});

servers('makes itself anew when its making was interrupted', async () => {
  const half = `half-${process.pid}`;
  const whole = await startServer({ name: half, durable: false });
  await destroyServer(half);
  execFileSync('mkdir', [
    '-p',
    `${whole.socketDirectory}/data.unfinished/base`,
    `${whole.socketDirectory}/data`,
  ]);
  const again = await startServer({ name: half, durable: false });
  assert.equal(await query(again.url, 'select 1 as one'), [{ one: 1 }]);
  await destroyServer(half);
});

servers('takes another port, and remembers it, when its own is taken', async () => {
  const { port } = await startServer({ name });
  await stopServer(name);
  const squatter = createServer().listen(port, '127.0.0.1');
  const moved = await startServer({ name });
  squatter.close();
  assert.is.not(moved.port, port);
  await stopServer(name);
  assert.is((await startServer({ name })).port, moved.port);
});

servers('remembers the options it was started with', async () => {
  await startServer({ name, settings: { work_mem: '7MB' }, cronDatabase: 'jobs' });
  await stopServer(name);
  const again = await startServer({ name });
  assert.equal(await query(again.url, 'show work_mem'), [{ work_mem: '7MB' }]);
  const found = await query(databaseUrl(again, 'jobs'), "select from pg_extension where extname = 'pg_cron'");
  assert.is(found.length, 1);
});

servers('refuses a name that is no plain file name', async () => {
  await startServer({ name: '../elsewhere' }).then(
    () => assert.unreachable(),
    (error: Error) => assert.match(error.message, '"../elsewhere" is no name for a server'),
  );
});

servers('is gone without a trace when destroyed', async () => {
  await destroyServer(name);
  assert.equal(postgresIn(first.dataDirectory), []);
  assert.throws(() => statSync(first.socketDirectory), /ENOENT/);
  assert.throws(() => statSync(`${first.socketDirectory}.json`), /ENOENT/);
});

servers.run();
