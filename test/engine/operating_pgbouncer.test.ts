// Behind pgbouncer in transaction mode, where a client has another connection in each transaction: what works, and what
// docs/operations.md says cannot.
import type pg from 'pg';
import * as assert from 'uvu/assert';
import { type Pooler, startPgbouncer } from '../../dev/server/pgbouncer.ts';
import { connect, errorOf, one, rows, serverUrl } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { requireForFile } from '../support/needs.ts';

await requireForFile('pgbouncer');

engineSuite('pgbouncer', { ids: ['bigint'], isolation: 'database' }, (pooled, db) => {
  /** Clients of one pooler; a session's own settings come from the database, because none of a session would stay. */
  const withClients = async (
    poolSize: number,
    count: number,
    work: (clients: readonly pg.Client[], pooler: Pooler) => Promise<void>,
  ): Promise<void> => {
    await db.client.query(`alter database ${db.name} set lh_engine.now to '2026-03-04 00:01+00'`);
    const pooler = await startPgbouncer(await serverUrl(), poolSize);
    const clients: pg.Client[] = [];
    try {
      for (let i = 0; i < count; i += 1) clients.push(await connect(pooler.url(db.name)));
      await work(clients, pooler);
    } finally {
      await Promise.all(clients.map((client) => client.end()));
      await pooler.stop();
    }
  };

  const kinds = async (): Promise<unknown[]> =>
    (
      await rows(
        db.client,
        `select kind from lh_engine.events where kind in ('started', 'failed', 'cycle') order by event_id`,
      )
    ).map(({ kind }) => kind);

  pooled('eight ticks at once make one run, and no connection of the pool keeps a lock', async () => {
    await withClients(4, 8, async (clients) => {
      await Promise.all(clients.map((client) => client.query('call lh_engine.run_due_cycle()')));
      assert.equal(await kinds(), ['started', 'cycle']);
      assert.equal(await rows(db.client, 'select from lh_engine.turn_locks()'), []);
      const [client] = clients as [pg.Client];
      assert.equal(await one(client, `select lh_run_improvement_cycle('2026-03-03') ->> 'success'`), 'true');
      assert.equal(await rows(client, 'select ok, reasons from lh_engine.health'), [
        { ok: true, reasons: [] },
      ]);
    });
  });

  pooled(
    'a call that fails or is cancelled leaves the pool as it was, and the next tick does the day',
    async () => {
      await db.client.query(
        `create or replace function lh_update_daily_metrics(target_date date default current_date) returns void language sql as $$ select pg_sleep(30) $$`,
      );
      await withClients(1, 2, async ([client, other]) => {
        const cancelled = errorOf(() => (client as pg.Client).query('call lh_engine.run_due_cycle()'));
        while ((await kinds()).length === 0) await new Promise((done) => setTimeout(done, 20));
        const pid = await one<number>(
          db.client,
          `select (data ->> 'pid')::int from lh_engine.events where kind = 'started'`,
        );
        await db.client.query('select pg_cancel_backend($1)', [pid]);
        assert.is((await cancelled).code, '57014');
        await db.client.query(
          'create or replace function lh_update_daily_metrics(target_date date default current_date) returns void language sql as $$ select $$',
        );
        await (other as pg.Client).query('call lh_engine.run_due_cycle()');
        assert.equal(await kinds(), ['started', 'failed', 'started', 'cycle']);
        assert.is(await one(other as pg.Client, 'select pg_backend_pid()'), pid, 'the same connection');
      });
    },
  );

  pooled(
    'a setting of the session reaches other clients, so the clock is set within a transaction',
    async () => {
      await withClients(1, 2, async ([client, other]) => {
        const clock = `select lh_engine.clock()::text`;
        await (client as pg.Client).query(`set lh_engine.now to '2026-05-05 00:00+00'`);
        assert.match(await one<string>(other as pg.Client, clock), '2026-05-05');
        await (client as pg.Client).query('reset lh_engine.now');
        await (client as pg.Client).query(`begin; set local lh_engine.now to '2026-06-06 00:00+00'`);
        assert.match(await one<string>(client as pg.Client, clock), '2026-06-06');
        await (client as pg.Client).query('commit');
        assert.match(await one<string>(other as pg.Client, clock), '2026-03-04');
      });
    },
  );

  pooled('listen through the pool hears nothing, listen past it hears', async () => {
    await withClients(1, 2, async ([client, other]) => {
      const heard: string[] = [];
      (client as pg.Client).on('notification', () => heard.push('through the pool'));
      db.client.on('notification', () => heard.push('past it'));
      await (client as pg.Client).query('listen lh_improvement');
      await db.client.query('listen lh_improvement');
      await (other as pg.Client).query(`notify lh_improvement, '{}'`);
      await db.client.query('select 1');
      await (client as pg.Client).query('begin; select 1; commit');
      assert.ok(heard.includes('past it'));
      assert.is(heard.filter((where) => where === 'through the pool').length, 0);
    });
  });

  pooled('a named prepared statement meets that of another client', async () => {
    await withClients(1, 2, async ([client, other]) => {
      const assign = { name: 'assign', text: 'select * from lh_assign_ab_test($1)', values: [null] };
      await (client as pg.Client).query(assign);
      const error = await errorOf(() => (other as pg.Client).query(assign));
      assert.is(error.code, '42P05', error.message);
      await (other as pg.Client).query({ text: assign.text, values: assign.values });
    });
  });
});
