// npm start -- --url: what is looked at before anything is made on a server that is not ours.
import { createServer } from 'node:net';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { requireOwnServer, whyNoSession } from '../../dev/server/own_server.ts';
import type { Failure } from '../../dev/server/progress.ts';
import { connect, serverUrl } from '../support/database.ts';

const own = suite("a server of one's own");
const url = await serverUrl();
const client = await connect(url);
const roles = ['plain', 'databases', 'both'].map((name) => `lh_own_${name}_${process.pid}`);
const password = 'p@ss';
own.before(async () => {
  await client.query(`
    create role ${roles[0]} login password '${password}';
    create role ${roles[1]} login createdb password '${password}';
    create role ${roles[2]} login createdb createrole password '${password}';`);
});
own.after(async () => {
  await client.query(`drop role ${roles.join(', ')}`);
  await client.end();
});

const as = (change: (given: URL) => void): string => {
  const changed = new URL(url);
  change(changed);
  return changed.href;
};

const asRole = (name: string | undefined): string =>
  as((given) => {
    given.username = String(name);
    given.password = password;
  });

const refusal = async (given: string, database = 'lh_no_demo'): Promise<Failure> => {
  try {
    await requireOwnServer(given, database);
  } catch (error) {
    return error as Failure;
  }
  throw new Error('it was taken');
};

/** What a demo would have made; other tests make databases of other names meanwhile. */
const made = async (): Promise<unknown[]> =>
  (
    await client.query(
      `select datname from pg_database where datname = 'lh_no_demo' or pg_get_userbyid(datdba) = any ($1)`,
      [roles],
    )
  ).rows;

own('is taken for a superuser, and for a role that makes databases and roles', async () => {
  await requireOwnServer(url, 'lh_no_demo');
  await requireOwnServer(asRole(roles[2]), 'lh_no_demo');
});

own('is refused with the remedy where there is no session, and nothing is made', async () => {
  for (const [given, reason, remedy] of [
    [as((it) => (it.password = 'wrong')), 'password authentication failed', '"@" is written %40'],
    [as((it) => (it.pathname = '/lh_nowhere')), '"lh_nowhere" does not exist', 'such as /postgres'],
    [as((it) => (it.hostname = 'lh.invalid')), 'lh.invalid', 'see to the host'],
    [as((it) => (it.port = '1')), 'ECONNREFUSED', 'nothing listens there'],
    [as((it) => (it.search = '?sslmode=require')), 'SSL', 'leave sslmode out'],
    [as((it) => (it.search = '?options=-c%20lh=1')), '"lh"', 'PGOPTIONS'],
  ] as const) {
    const failed = await refusal(given);
    assert.match(failed.message, reason);
    assert.match(failed.remedy, remedy);
    assert.not.match(`${failed.message} ${failed.remedy}`, new URL(url).password);
  }
  assert.equal(await made(), []);
});

own('is refused where something else listens', async () => {
  const server = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const failed = await refusal(as((it) => (it.port = String(port))));
  server.close();
  assert.match(failed.message, 'no session on the server of --url');
  assert.match(failed.remedy, 'host');
});

own(
  'is refused where the role lacks a right, with the statement for a DBA, and nothing is made',
  async () => {
    const noDatabases = await refusal(asRole(roles[0]));
    assert.match(noDatabases.message, `"${roles[0]}" may not make a database`);
    assert.match(noDatabases.remedy, `alter role "${roles[0]}" createdb;`);
    const both = 'lh_broker lh_agent'.split(' ');
    const there = await client.query('select from pg_roles where rolname = any ($1)', [both]);
    if (there.rowCount === 2) await requireOwnServer(asRole(roles[1]), 'lh_no_demo');
    else assert.match((await refusal(asRole(roles[1]))).remedy, `alter role "${roles[1]}" createrole;`);
    const taken = await refusal(asRole(roles[2]), 'postgres');
    assert.match(taken.message, 'database postgres belongs to role "');
    assert.equal(await made(), []);
  },
);

own('whose TLS is not as the URL says is named with the parameter to add', () => {
  for (const [error, remedy] of [
    [
      { code: '28000', message: 'no pg_hba.conf entry for host "1.2.3.4", user "a", no encryption' },
      '?sslmode=require',
    ],
    [{ code: 'DEPTH_ZERO_SELF_SIGNED_CERT', message: 'self-signed certificate' }, '?sslmode=no-verify'],
    [{ code: 'ETIMEDOUT', message: 'connect ETIMEDOUT' }, 'firewall'],
  ] as const)
    assert.match(whyNoSession(error).remedy, remedy);
});

own.run();
