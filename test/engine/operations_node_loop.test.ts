// The loop in Node and the scheduled function of docs/operations.md, run as their lines stand: what a dropped connection
// does to the one, and what the other answers. Only the pause is shortened, from outside.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import * as assert from 'uvu/assert';
import { one } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { nodeLoop, scheduledFunction } from '../support/operations_page.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

const shortPause = `data:text/javascript,${encodeURIComponent(
  'const set = setTimeout; globalThis.setTimeout = (work, ms, ...rest) => set(work, ms === 900000 ? 100 : ms, ...rest);',
)}`;

const until = async (what: string, holds: () => Promise<boolean>): Promise<void> => {
  for (const end = Date.now() + 30_000; !(await holds()); ) {
    if (Date.now() > end) throw new Error(`not within 30 s: ${what}`);
    await new Promise((wake) => setTimeout(wake, 50));
  }
};

/** A server in front of another one; `drop` cuts its connections off without a word, as a broken network does. */
const cutter = async (url: string) => {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => sockets.delete(socket));
    }
    near.pipe(far).pipe(near);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const through = new URL(url);
  through.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const drop = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: through.href,
    drop,
    close: () => {
      server.close();
      drop();
    },
  };
};

engineSuite('the loop in Node', { ids: ['bigint'], isolation: 'database' }, (loop, db) => {
  loop('goes on after its connection dropped in the middle of a call, and its next tick runs', async () => {
    const holder = await db.connect();
    await holder.query('begin; lock table lh_engine.events in access exclusive mode');
    const network = await cutter(db.url);
    const node = spawn(
      process.execPath,
      ['--import', shortPause, '--input-type=module', '--eval', nodeLoop()],
      { cwd: project, env: { ...process.env, DATABASE_URL: network.url } },
    );
    const ended = once(node, 'close');
    let errors = '';
    node.stderr.on('data', (text) => {
      errors += text;
    });
    const calls = (): Promise<number[]> =>
      one(
        db.client,
        `select coalesce(array_agg(a.pid), '{}') from pg_stat_activity as a
         where a.datname = current_database() and a.wait_event_type = 'Lock' and a.query like 'call lh_engine.run_due_cycle%'`,
      );
    try {
      await until('a call', async () => (await calls()).length === 1);
      const first = await calls();
      network.drop();
      await until('a call of the next tick', async () => (await calls()).some((pid) => !first.includes(pid)));
      network.drop();
      await holder.query('rollback');
      await until('a cycle', () =>
        one(db.client, `select exists (select from lh_engine.events where kind = 'cycle')`),
      );
      assert.is(node.exitCode, null, errors);
      assert.match(errors, 'Connection terminated unexpectedly');
    } finally {
      node.kill();
      network.close();
      await ended;
    }
  });

  loop('in a scheduled function ticks once, and answers with the error and its hint', async () => {
    // What Deno gives the function, for Node: the handler that it serves is called once.
    const inNode = `
      import pg from 'pg';
      let handler;
      globalThis.Deno = { serve: (given) => { handler = given; }, env: { get: (name) => process.env[name] } };
      ${scheduledFunction().replace(/^import .*$/m, '')}
      const answer = await handler();
      console.log(answer.status, await answer.text());`;
    const call = async (): Promise<string> => {
      const env = { ...process.env, LOOP_URL: db.url };
      const node = spawn(process.execPath, ['--input-type=module', '--eval', inNode], { cwd: project, env });
      let said = '';
      for (const stream of [node.stdout, node.stderr]) stream.on('data', (text) => (said += text));
      await once(node, 'close');
      return said.trim();
    };
    assert.is(await call(), '200 {"ticked":true}');
    assert.ok(await one(db.client, `select exists (select from lh_engine.events where kind = 'cycle')`));
    await db.client.query('alter function lh_engine.js(text, json) rename to js_is_gone');
    await db.client.query(`
      do $$
      begin
        execute format('alter database %I set lh_engine.now to %L', current_database(), '2999-01-01 12:00+00');
      end
      $$`);
    const failed = await call();
    assert.match(failed, /^500 .*it is gone.*dist\/install\.sql again/);
  });
});
