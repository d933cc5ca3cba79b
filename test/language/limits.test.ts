// Function bodies that overrun the stack, the heap or the clock, on a server of their own: each must end in an error
// or, where V8 cannot be stopped, in the end of that one session. A session that stays open all the while, and the
// server's log, show that no other process went with it.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { serverAccount } from '../../dev/server/layout.ts';
import { requireForFile } from '../support/needs.ts';
import { connect, define, errorOf, isLong, one, type SqlError } from './database.ts';
import { endlessShapes, heapShapes, type Shape, stackShapes } from './shapes.ts';
import { startWitness } from './witness.ts';

await requireForFile('debian', 'plv8');

const limits = suite('a function body that overruns its session');
const database = await startWitness(`limits-${process.pid}`);
const { client: witness, nobodyElseDied, server } = database;
limits.after(database.drop);

type Ending = { readonly shape: string; readonly code: string; readonly lost: boolean; readonly ms: number };

const open = async (settings: string): Promise<pg.Client> => {
  const client = await connect(database.url);
  await client.query(settings);
  return client;
};

const runShape = async (client: pg.Client, { name: shape, body }: Shape): Promise<Ending> => {
  await define(client, 'pg_temp.shape() returns text', body);
  const start = performance.now();
  const code = await client.query('select left(pg_temp.shape(), 10)').then(
    () => 'none',
    (error: SqlError) => error.code ?? error.message,
  );
  const ms = Math.round(performance.now() - start);
  const lost = await client.query('select 1').then(
    () => false,
    () => true,
  );
  return { shape, code, lost, ms };
};

const runShapes = async (shapes: readonly Shape[], settings: string): Promise<readonly Ending[]> => {
  const endings: Ending[] = [];
  let client = await open(settings);
  for (const shape of shapes) {
    const ending = await runShape(client, shape);
    endings.push(ending);
    if (ending.lost) client = await open(settings);
  }
  await client.end();
  return endings;
};

/** The quick ones; LH_TEST_LONG=1 runs all. */
const quickHeap = new Set([
  'array of numbers',
  'one typed array',
  'shared buffers',
  'BigInt by shift',
  'matchAll',
  'global that stays',
  'in the exception',
  'in the result',
  'in finally',
  'in catch',
]);
const quickStack = (name: string): boolean =>
  !/deep JSON text|long chain|prototype chain|bound function/.test(name);

limits('of the stack gets a RangeError that JavaScript can catch', async () => {
  const shapes = stackShapes.filter((shape) => isLong || quickStack(shape.name));
  const endings = await runShapes(shapes, `set statement_timeout = '60s'`);
  assert.equal(
    endings.filter(({ code, lost }) => lost || !['none', 'XX000'].includes(code)),
    [],
  );
  const client = await open('');
  await define(
    client,
    'pg_temp.again() returns text',
    'function f() { return f() + 1 } try { f() } catch (e) { return e.name }',
  );
  assert.is(await one(client, 'select pg_temp.again()').finally(() => client.end()), 'RangeError');
  await nobodyElseDied();
});

limits('of the stack below deep PL/pgSQL is an error too', async () => {
  const client = await open('');
  await define(client, 'bottom() returns text', 'function f() { return f() + 1 } return f()');
  await client.query(`create function down(n int) returns text language plpgsql as $$
    begin if n = 0 then return (select bottom()); end if; return down(n - 1); end $$`);
  const codes = [];
  for (const depth of [10, 100, 200, 250, 300, 400, 1000, 10000])
    codes.push((await errorOf(client, `select down(${depth})`)).code);
  await client.query(`set max_stack_depth = '7MB'`);
  for (const depth of [10, 1000]) codes.push((await errorOf(client, `select down(${depth})`)).code);
  await client.query(`set max_stack_depth = '100kB'`);
  codes.push((await errorOf(client, 'select bottom()')).code);
  await client.end();
  assert.equal(
    codes.filter((code) => code !== 'XX000' && code !== '54001'),
    [],
  );
  await nobodyElseDied();
});

limits('of the heap gets 53200, or loses its session where V8 cannot stop', async () => {
  const shapes = heapShapes.filter((shape) => isLong || quickHeap.has(shape.name));
  const settings = `set plv8_libnode.memory_limit = '64MB'; set statement_timeout = '60s'`;
  const endings = await runShapes(shapes, settings);
  const allowed = ['none', '53200', 'XX000', '57014', '54000'];
  assert.equal(
    endings.filter(({ code }) => !allowed.includes(code)),
    [],
  );
  assert.ok(endings.filter(({ code, lost }) => code === '53200' && !lost).length >= (isLong ? 20 : 7));
  if (!isLong)
    assert.equal(
      endings.filter(({ lost }) => lost),
      [],
    );
  await nobodyElseDied();
});

limits('of the heap leaves a session that works, with empty globals', async () => {
  const client = await open(`set plv8_libnode.memory_limit = '64MB'`);
  await define(client, 'keep() returns int', 'return globalThis.n = (globalThis.n || 0) + 1');
  await define(client, 'fill() returns text', 'const a = []; for (;;) a.push({})');
  await one(client, 'select keep()');
  const { code, message } = await errorOf(client, 'select fill()');
  assert.equal({ code, message }, { code: '53200', message: 'JavaScript ran out of memory' });
  assert.is(await one(client, 'select keep()').finally(() => client.end()), 1);
});

const residentMb = async (client: pg.Client): Promise<number> => {
  const status = String(await one(client, `select pg_read_file('/proc/self/status')`));
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024;
};

limits('of the heap by one large object is an error too, and nothing of it is kept', async () => {
  const client = await open(`set plv8_libnode.memory_limit = '64MB'`);
  await define(client, 'parts(n int) returns int', `return 'a,'.repeat(n).split(',').length`);
  // An array of 8 bytes for each part: 400 MB are above both limits, 160 MB above the first only.
  const { code, message } = await errorOf(client, 'select parts(50000000)');
  assert.equal({ code, message }, { code: '53200', message: 'JavaScript ran out of memory' });
  assert.ok((await residentMb(client)) < 100);
  assert.is(await one(client, 'select parts(20000000)'), 20000001);
  assert.ok((await residentMb(client)) < 164);
  await client.end();
  await nobodyElseDied();
});

limits('of what the parser may read at once is refused, because nothing could stop it', async () => {
  const client = await open('');
  const [fits, long] = [1_048_576, 1_048_577].map((bytes) => `return 1${' '.repeat(bytes - 8)}`);
  await define(client, 'pg_temp.fits() returns int', String(fits));
  assert.is(await one(client, 'select pg_temp.fits()'), 1);
  for (const sql of ['create function pg_temp.long() returns int', 'do']) {
    const error = await errorOf(client, `${sql} language plv8 ${sql === 'do' ? '' : 'as'} $$${long}$$`);
    assert.is(error.code, '54000');
    assert.match(error.message, /is too long: 1048577 bytes$/);
    assert.match(error.hint ?? '', /several functions/);
  }
  await client.query('set check_function_bodies = off');
  await define(client, 'pg_temp.unchecked() returns int', String(long));
  assert.is((await errorOf(client, 'select pg_temp.unchecked()')).code, '54000');
  for (const source of [
    'eval(s)',
    'new Function(s)',
    '(function* () {}).constructor(s)',
    'eval("eval")(s)',
  ]) {
    const body = (length: number): string =>
      `do language plv8 $$ const s = ' '.repeat(${length}); ${source} $$`;
    await client.query(body(1_048_000));
    assert.match((await errorOf(client, body(1_048_577))).message, /^EvalError: the source text is too long/);
  }
  await client.end();
});

limits('of the address space while C++ allocates ends its session at most', async () => {
  const client = await open('');
  await one(client, `select parts(10)`);
  const size = await one(
    client,
    `select substring(pg_read_file('/proc/self/status') from 'VmSize:\\s+(\\d+)')`,
  );
  const pid = await one(client, 'select pg_backend_pid()');
  const limit = (Number(size) + 300_000) * 1024;
  const { uid, gid } = serverAccount(); // a process's limits are set by its own account
  const set = spawnSync('prlimit', ['--pid', String(pid), `--as=${limit}`], { encoding: 'utf8', uid, gid });
  assert.equal({ status: set.status, stderr: set.stderr }, { status: 0, stderr: '' });
  const { code, detail } = await errorOf(client, 'select parts(50000000)');
  assert.equal(
    { code, detail: detail?.split('.')[0] },
    { code: '53200', detail: 'Reported by operator new' },
  );
  await client.end().catch(() => {});
  await nobodyElseDied();
});

limits('of the clock is stopped within half a second', async () => {
  const shapes = endlessShapes.filter((_, index) => isLong || index % 3 === 0);
  const endings = await runShapes(shapes, `set statement_timeout = '200ms'`);
  assert.equal(
    endings.filter(({ code, lost }) => code !== '57014' || lost),
    [],
  );
  // The margin is for machines that run other things; the README has the figures of an idle one.
  assert.equal(
    endings.filter(({ ms }) => ms > 200 + 500 * (isLong ? 4 : 3)),
    [],
  );
  await nobodyElseDied();
});

const startLoop = async (): Promise<{
  client: pg.Client;
  pid: unknown;
  ended: Promise<string | undefined>;
}> => {
  const client = await open('');
  const pid = await one(client, 'select pg_backend_pid()');
  const ended = client.query(`do language plv8 $$ for (;;) { try { for (;;); } catch (e) {} } $$`).then(
    () => 'none',
    (error: SqlError) => error.code ?? error.message,
  );
  await new Promise((resolve) => setTimeout(resolve, 100));
  return { client, pid, ended };
};

limits('obeys pg_cancel_backend and pg_terminate_backend', async () => {
  for (const [how, code] of [
    ['cancel', '57014'],
    ['terminate', '57P01'],
  ] as const) {
    const { client, pid, ended } = await startLoop();
    await witness.query(`select pg_${how}_backend(${pid})`);
    assert.is(await ended, code);
    await client.end().catch(() => {});
  }
  await nobodyElseDied();
});

limits('ends when its client has gone and it has something to say', async () => {
  const client = await open('');
  const pid = await one(client, 'select pg_backend_pid()');
  const ended = errorOf(client, `do language plv8 $$ for (;;) plv8.elog(NOTICE, 'x'.repeat(10000)) $$`);
  await new Promise((resolve) => setTimeout(resolve, 100));
  (client as unknown as { connection: { stream: { destroy: () => void } } }).connection.stream.destroy();
  await ended;
  const left = async (): Promise<unknown> =>
    one(witness, `select count(*) from pg_stat_activity where pid = ${pid}`);
  for (let i = 0; i < 100 && (await left()) !== '0'; i++)
    await new Promise((resolve) => setTimeout(resolve, 50));
  assert.is(await left(), '0');
});

limits('answers the barriers and questions of other sessions meanwhile', async () => {
  const { client, pid, ended } = await startLoop();
  const other = await connect(database.url);
  await other.query('set statement_timeout = 5000');
  await other.query('create table bar (a int); drop table bar'); // sends invalidations
  await other.query(`select pg_log_backend_memory_contexts(${pid})`);
  await other.query('create database barrier strategy file_copy');
  await other.query('drop database barrier'); // waits until every process has passed a barrier
  await other.query(`select pg_cancel_backend(${pid})`);
  assert.is(await ended, '57014');
  await other.end();
  await client.end();
  assert.match(readFileSync(server.logFile, 'utf8'), /logging memory contexts of PID/);
});

limits.run();
