// The loop in Node of docs/operations.md, run as its lines stand: what a dropped connection does to it. Only its pause is
// shortened, from outside.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import * as assert from 'uvu/assert';
import { one } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { nodeLoop } from '../support/operations_page.ts';

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

engineSuite('the loop in Node', { ids: ['bigint'], isolation: 'database' }, (loop, db) => {
  loop('goes on after its connection was ended in the middle of a call, and its next tick runs', async () => {
    const holder = await db.connect();
    await holder.query('begin; lock table lh_engine.events in access exclusive mode');
    const node = spawn(
      process.execPath,
      ['--import', shortPause, '--input-type=module', '--eval', nodeLoop()],
      { cwd: project, env: { ...process.env, DATABASE_URL: db.url } },
    );
    const ended = once(node, 'close');
    let errors = '';
    node.stderr.on('data', (text) => {
      errors += text;
    });
    const endCalls = (): Promise<number> =>
      one(
        db.client,
        `select count(pg_terminate_backend(a.pid))::int from pg_stat_activity as a
         where a.datname = current_database() and a.wait_event_type = 'Lock' and a.query like 'call lh_engine.run_due_cycle%'`,
      );
    try {
      await until('a call to end', async () => (await endCalls()) > 0);
      await until('a call of a later tick to end', async () => (await endCalls()) > 0);
      await holder.query('rollback');
      await until('a cycle', () =>
        one(db.client, `select exists (select from lh_engine.events where kind = 'cycle')`),
      );
      assert.is(node.exitCode, null, errors);
      assert.match(errors, 'terminating connection');
    } finally {
      node.kill();
      await ended;
    }
  });
});
