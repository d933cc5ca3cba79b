// Private servers of the embedded PostgreSQL, by root under another account and by a plain user. What every private
// server does is in server.test.ts, where the programs come from in embedded_programs.test.ts.
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isAlive, postgresIn, waitUntilGone } from '../../dev/server/processes.ts';
import { destroyServer, runningServer, startServer, stopServer } from '../../dev/server/server.ts';
import { withClient } from '../../dev/server/session.ts';
import { plainUser } from '../support/plain_user.ts';
import { reasonOf } from '../support/reason.ts';
import { makeScratch, sweep } from '../support/scratch.ts';

const embedded = suite('an embedded PostgreSQL');
// In a test run the state folder is the run's own; alone, this file makes one.
const scratch = process.env.LH_TEST_SERVER_URL ? undefined : await makeScratch();
if (scratch) process.env.LH_STATE_DIRECTORY = scratch;
// A short name: the path of a plain user's socket is below it.
const folder = join(String(process.env.LH_STATE_DIRECTORY), 'e');
mkdirSync(folder, { mode: 0o755 });
const name = `e-${process.pid}`;

embedded.after(async () => {
  await destroyServer(name);
  await sweep(folder);
  if (scratch) await sweep(scratch);
});

const query = (url: string, text: string): Promise<Record<string, unknown>[]> =>
  withClient(url, async (client) => (await client.query(text)).rows);

embedded('is PostgreSQL 18 with a URL on loopback, and orders text the same on every platform', async () => {
  const server = await startServer({ name, kind: 'embedded' });
  assert.is(server.kind, 'embedded');
  assert.match(server.url, /^postgresql:\/\/postgres:[\w-]{24}@127\.0\.0\.1:\d+\/postgres$/);
  const [row] = await query(
    server.url,
    `select current_setting('server_version_num')::int / 10000 as major, datlocprovider as provider,
       datlocale as locale, current_setting('listen_addresses') as addresses, lower('ÄÖ') as lower
     from pg_catalog.pg_database where datname = current_database()`,
  );
  assert.equal(row, {
    major: 18,
    provider: 'b',
    locale: 'C.UTF-8',
    addresses: '127.0.0.1',
    lower: 'äö',
  });
  await query(server.url, 'create table kept as select 1 as one');
});

embedded('is left alone by a second start, which need not say that it is embedded', async () => {
  const first = runningServer(name);
  assert.ok(first);
  assert.equal(await startServer({ name }), first);
  assert.equal(await startServer({ name, kind: 'embedded' }), first);
});

embedded('is not turned into one of Debian, and says that it has no pg_cron', async () => {
  assert.match(
    await reasonOf(() => startServer({ name, kind: 'debian' })),
    `server "${name}" was made by the embedded PostgreSQL from npm → npm run db:reset`,
  );
  assert.match(
    await reasonOf(() => startServer({ name: `${name}-cron`, kind: 'embedded', cronDatabase: 'jobs' })),
    'there is no pg_cron for database "jobs": the embedded PostgreSQL from npm has neither pg_cron nor plv8',
  );
  assert.is(runningServer(name)?.kind, 'embedded');
  await destroyServer(`${name}-cron`);
});

embedded('is noticed when its postmaster is killed, and the next start keeps the data', async () => {
  const killed = runningServer(name);
  assert.ok(killed);
  process.kill(killed.pid, 'SIGKILL');
  assert.ok(await waitUntilGone(() => [killed.pid].filter(isAlive), 5_000));
  assert.is(runningServer(name), undefined);
  await query(killed.url, 'select 1').then(
    () => assert.unreachable(),
    (error: { code?: string }) => assert.is(error.code, 'ECONNREFUSED'),
  );
  const again = await startServer({ name });
  assert.is.not(again.pid, killed.pid);
  assert.equal(await query(again.url, 'select one from kept'), [{ one: 1 }]);
});

embedded('leaves no process when stopped', async () => {
  const running = runningServer(name);
  assert.ok(running);
  await stopServer(name);
  assert.equal(postgresIn(running.dataDirectory), []);
  assert.not.ok(isAlive(running.pid));
  assert.is(runningServer(name), undefined);
});

embedded('says what its log says when it does not start', async () => {
  const reason = await reasonOf(() => startServer({ name, settings: { shared_buffers: 'plenty' } }));
  assert.match(reason, 'the server does not start');
  assert.match(reason, 'invalid value for parameter "shared_buffers": "plenty"');
  const mended = await startServer({ name, settings: {} });
  assert.equal(await query(mended.url, 'select one from kept'), [{ one: 1 }]);
});

embedded('runs twice at once, beside each other and under one name', async () => {
  const other = `${name}-b`;
  await stopServer(name);
  const [a, b, again] = await Promise.all([
    startServer({ name }),
    startServer({ name: other, kind: 'embedded', durable: false }),
    startServer({ name }),
  ]);
  assert.equal(a, again);
  assert.is.not(a?.port, b?.port);
  await query(String(b?.url), 'create table kept as select 2 as one');
  assert.equal(await query(String(a?.url), 'select one from kept'), [{ one: 1 }]);
  await destroyServer(other);
  assert.not.ok(existsSync(String(b?.socketDirectory)));
  assert.is(runningServer(name)?.pid, a?.pid);
});

embedded(
  'runs by the command db:start -- --embedded of a plain user, from a checkout of its own',
  async () => {
    const user = plainUser(folder);
    const db = (...args: readonly string[]) => user.node('dev/server/db.ts', ...args);
    const started = db('start', '--embedded');
    assert.is(started.status, 0, started.stderr);
    assert.match(started.stdout, /^postgresql:\/\/postgres:[\w-]{24}@127\.0\.0\.1:\d+\/postgres\n$/);
    const url = started.stdout.trim();
    await query(url, 'create table kept as select 3 as one');
    const servers = postgresIn(user.state);
    assert.ok(servers.length > 1);
    for (const pid of servers) assert.is(statSync(`/proc/${pid}`).uid, user.account.uid);
    assert.equal([db('start').stdout.trim(), db('url').stdout.trim()], [url, url]);
    assert.equal(postgresIn(user.state).includes(Number(servers[0])), true);
    const refused = db('start', '--embeded');
    assert.is(refused.status, 1);
    assert.match(refused.stderr, "reason: Unknown option '--embeded'");
    const demo =
      "import { startLocalWithPlv8 } from './dev/server/local.ts'; await startLocalWithPlv8().catch((error) => console.log(error.message))";
    assert.match(
      user.node('--input-type=module', '--eval', demo).stdout,
      'an embedded PostgreSQL, which has neither plv8 nor pg_cron, and this needs plv8',
    );
    assert.is(db('stop').status, 0);
    assert.equal(postgresIn(user.state), []);
    assert.is(db('url').stdout.trim(), url);
    assert.equal(await query(url, 'select one from kept'), [{ one: 3 }]);
    assert.is(db('reset').status, 0);
    assert.equal(postgresIn(user.state), []);
    const left = readdirSync(user.state, { recursive: true, encoding: 'utf8' });
    assert.equal(
      left.filter((entry) => basename(entry).startsWith('local')),
      [],
    );
  },
);

embedded.run();
