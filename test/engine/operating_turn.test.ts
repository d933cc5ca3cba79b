// The turn of the cycle outlives no call: what a session leaves behind that is kept after its call was cancelled, what
// may come between the two transactions of a scheduled run, and that health names who holds the turn.
import type pg from 'pg';
import * as assert from 'uvu/assert';
import { errorOf, one, rows } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';

/** Asks again until the answer is true. */
const until = async (client: pg.Client, question: string, values: readonly unknown[] = []): Promise<void> => {
  const deadline = Date.now() + 20_000;
  while (!(await one<boolean>(client, question, values))) {
    assert.ok(Date.now() < deadline, `still not: ${question}`);
    await new Promise((done) => setTimeout(done, 20));
  }
};

const pidOf = (client: pg.Client): Promise<number> => one<number>(client, 'select pg_backend_pid()');

const waitsForLock = `select coalesce(bool_or(wait_event_type = 'Lock'), false) from pg_stat_activity where pid = $1`;

const kinds = async (client: pg.Client): Promise<string[]> =>
  (
    await rows(
      client,
      `select kind || ' ' || as_of as line from lh_engine.events where kind in ('started', 'cycle', 'failed') order by event_id`,
    )
  ).map(({ line }) => line as string);

/** Events of a kind are written only while nobody holds the advisory lock 42. */
const stopEvents = (client: pg.Client, kind: string): Promise<unknown> =>
  client.query(
    `create function stop_here() returns trigger language plpgsql as
       $$ begin perform pg_advisory_xact_lock_shared(42); return new; end $$;
     create trigger stop_here before insert on lh_engine.events
     for each row when (new.kind = '${kind}') execute function stop_here()`,
  );

const metricsAre = (client: pg.Client, body: string): Promise<unknown> =>
  client.query(
    `create or replace function lh_update_daily_metrics(target_date date default current_date) returns void language plpgsql
     as $$ begin ${body}; end $$`,
  );

const locksOf = (client: pg.Client, pid: number): Promise<number> =>
  one<number>(client, 'select count(*)::int from lh_engine.turn_locks() where pid = $1', [pid]);

engineSuite('turn', { ids: ['bigint'], isolation: 'database', now: '2026-03-04 00:01+00' }, (turn, db) => {
  const reasons = async (): Promise<string> =>
    (await one<string[]>(db.client, 'select reasons from lh_engine.health')).join('; ');

  for (const nextOne of ['another session', 'the same session'])
    turn(
      `a call that is cancelled while it records its failure leaves nothing in its session, and ${nextOne} does the day`,
      async () => {
        await metricsAre(db.client, `raise exception 'the host is broken'`);
        await stopEvents(db.client, 'failed');
        const [kept, locker] = [await db.connect(), await db.connect()];
        const pid = await pidOf(kept);
        await locker.query('select pg_advisory_lock(42)');
        const cancelled = errorOf(() => kept.query('call lh_engine.run_due_cycle()'));
        await until(db.client, waitsForLock, [pid]);
        await db.client.query('call lh_engine.run_due_cycle()');
        assert.equal(await kinds(db.client), ['started 2026-03-03'], 'nobody takes over what still works');
        await db.client.query('select pg_cancel_backend($1)', [pid]);
        assert.is((await cancelled).code, '57014');
        // The error reaches the client before the transaction has ended; the next answer comes after that.
        await kept.query('select 1');
        assert.is(await locksOf(db.client, pid), 0);
        assert.match(await reasons(), 'ended without a word');
        await locker.query('select pg_advisory_unlock(42)');
        await metricsAre(db.client, 'perform 1');
        await (nextOne === 'the same session' ? kept : db.client).query('call lh_engine.run_due_cycle()');
        assert.equal(await kinds(db.client), [
          'started 2026-03-03',
          'failed 2026-03-03',
          'started 2026-03-03',
          'cycle 2026-03-03',
        ]);
        assert.is(await reasons(), '');
      },
    );

  for (const done of [true, false])
    turn(
      `who takes the turn between the two transactions of a run is waited for, and ${done ? 'what it has done' : 'nothing'} is left out`,
      async () => {
        await stopEvents(db.client, 'started');
        const [runner, between, locker] = [await db.connect(), await db.connect(), await db.connect()];
        const [runnerPid, betweenPid] = [await pidOf(runner), await pidOf(between)];
        await locker.query('select pg_advisory_lock(42)');
        const run = runner.query('call lh_engine.run_due_cycle()');
        await until(db.client, waitsForLock, [runnerPid]);
        await between.query('begin');
        const taken = between.query('select pg_advisory_xact_lock(lh_engine.cycle_lock())');
        await until(db.client, waitsForLock, [betweenPid]);
        await locker.query('select pg_advisory_unlock(42)');
        await taken;
        await until(db.client, waitsForLock, [runnerPid]);
        await db.client.query('call lh_engine.run_due_cycle()');
        assert.not.match(await reasons(), 'without a word');
        assert.equal(await kinds(db.client), ['started 2026-03-03']);
        if (done) await between.query(`select lh_run_improvement_cycle('2026-03-03')`);
        await between.query('commit');
        await run;
        assert.equal(await kinds(db.client), ['started 2026-03-03', 'cycle 2026-03-03']);
        assert.is(await reasons(), '');
      },
    );

  turn('an uninstall waits for no cycle and disturbs none: it is refused while one runs', async () => {
    const other = await db.connect();
    await other.query('begin; select lh_engine.require_turn()');
    const uninstall = (): Promise<unknown> => db.client.query('select lh_engine.uninstall(confirm => true)');
    const error = await errorOf(uninstall);
    assert.equal([error.code, error.message], ['LH009', 'a cycle is running']);
    await other.query('commit');
    await uninstall();
  });
});
