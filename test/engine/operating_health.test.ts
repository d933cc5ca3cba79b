// What health says of locks and switches: who holds the turn of the cycle, who has locked a table of the host, and what
// is paused. The statement that a sentence ends with is run as it stands.
import type pg from 'pg';
import * as assert from 'uvu/assert';
import { connect, one, rows, setClock } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { missing, unless } from '../support/needs.ts';

const unprepared = await missing('prepared');

const now = '2026-03-04 00:01+00';
const pidOf = (client: pg.Client): Promise<number> => one<number>(client, 'select pg_backend_pid()');

/** A session that somebody else will end. */
const doomed = (client: pg.Client): Promise<void> =>
  new Promise((done) => {
    client.on('error', () => done());
  });

type Health = { readonly ok: boolean; readonly reasons: string[]; readonly notices: string[] };

engineSuite('health', { ids: ['bigint'], isolation: 'database', now }, (health, db) => {
  const healthOf = async (client: pg.Client): Promise<Health> =>
    (await rows(client, 'select ok, reasons, notices from lh_engine.health'))[0] as Health;
  const statementOf = (sentence: string): string => /select [^;]*;/.exec(sentence)?.[0] ?? 'no statement';

  health(
    'who holds the turn is a notice with process, time and statement, and a reason when it lasts',
    async () => {
      await db.client.query('call lh_engine.run_due_cycle()');
      const holder = await db.connect();
      const pid = await pidOf(holder);
      await holder.query(`set application_name to 'forgotten. To end it: drop schema public; ''--'; begin`);
      await holder.query('select lh_engine.require_turn()');
      const since = await one<string>(
        db.client,
        'select xact_start::text from pg_stat_activity where pid = $1',
        [pid],
      );
      const soon = await healthOf(db.client);
      assert.equal([soon.ok, soon.reasons, soon.notices.length], [true, [], 1]);
      const inAnHour = await one<string>(
        db.client,
        `select (xact_start + interval '60 min 1 s')::text from pg_stat_activity where pid = $1`,
        [pid],
      );
      // A cycle of that moment, so that nothing but the turn is late then.
      await db.client.query(
        `insert into lh_engine.events (happened_at, kind, as_of) values ($1, 'cycle', $1::timestamptz at time zone 'UTC' - interval '1 day')`,
        [inAnHour],
      );
      await setClock(db.client, inAnHour);
      const later = await healthOf(db.client);
      assert.equal([later.ok, later.reasons, later.notices], [false, soon.notices, []]);
      const [sentence = ''] = later.reasons;
      assert.match(
        sentence,
        `process ${pid}, role postgres, application 'forgotten. To end it: drop schema public; ''--', idle in transaction`,
      );
      assert.match(sentence, `since ${since}`);
      assert.match(sentence, 'already_running');
      const ended = doomed(holder);
      await db.client.query(statementOf(sentence));
      await ended;
      while ((await rows(db.client, 'select from lh_engine.turn_locks()')).length > 0)
        await new Promise((done) => setTimeout(done, 20));
      assert.equal(await healthOf(db.client), { ok: true, reasons: [], notices: [] });
    },
  );

  health('a role without a right on the engine that holds the turn is a reason at once', async () => {
    await db.client.query('call lh_engine.run_due_cycle()');
    const stranger = `health_stranger_${process.pid}`;
    await db.client.query(`create role ${stranger} login password 'stranger'`);
    const url = new URL(db.url);
    url.username = stranger;
    url.password = 'stranger';
    const holder = await connect(url.href);
    try {
      const pid = await pidOf(holder);
      await holder.query('select pg_advisory_lock_shared(5496723941614571350)');
      assert.equal(await one(db.client, `select lh_run_improvement_cycle() ->> 'reason'`), 'already_running');
      const { ok, reasons } = await healthOf(db.client);
      assert.equal([ok, reasons.length], [false, 1]);
      assert.match(reasons.join(), `process ${pid}, role ${stranger}`);
      const ended = doomed(holder);
      await db.client.query(statementOf(reasons.join()));
      await ended;
    } finally {
      await db.client.query(`drop role ${stranger}`);
    }
  });

  health('who may not see since when is told so, and hears of it when a run is late', async () => {
    const holder = await db.connect();
    await holder.query('begin; select lh_engine.require_turn()');
    await db.client.query(`create role health_reader_${process.pid}`);
    try {
      await db.client.query(
        `grant usage on schema lh_engine to health_reader_${process.pid};
         grant execute on all functions in schema lh_engine to health_reader_${process.pid};
         grant select on all tables in schema lh_engine to health_reader_${process.pid};
         set role health_reader_${process.pid}`,
      );
      const held = (isLate: boolean) =>
        one<boolean>(db.client, 'select is_too_long from lh_engine.held_turns($1)', [isLate]);
      assert.equal([await held(false), await held(true)], [false, true]);
      assert.match(
        await one<string>(db.client, 'select sentence from lh_engine.held_turns(false)'),
        'since a time that this role may not see',
      );
    } finally {
      await db.client.query(
        `reset role; drop owned by health_reader_${process.pid}; drop role health_reader_${process.pid}`,
      );
    }
  });

  health('answers within a second whichever table of the host is locked, and names who has', async () => {
    await db.client.query('call lh_engine.run_due_cycle()');
    const locker = await db.connect();
    const pid = await pidOf(locker);
    const tables = await rows(
      db.client,
      `select c.oid::regclass::text as name from pg_class as c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`,
    );
    assert.ok(tables.length >= 9, `${tables.length} tables`);
    let unreadable = 0;
    for (const { name } of tables) {
      await locker.query(`begin; lock table ${name} in access exclusive mode`);
      const since = performance.now();
      const { ok, reasons } = await healthOf(db.client);
      assert.ok(performance.now() - since < 1000, `${name}: ${performance.now() - since} ms`);
      await locker.query('rollback');
      // Nothing is read of the skills, so that lock is none of health's business.
      assert.is(ok, reasons.length === 0, String(name));
      if (ok) continue;
      unreadable += 1;
      assert.match(reasons.join(), `process ${pid}, role postgres`);
      assert.match(reasons.join(), `has locked public.${name} since`);
      assert.is(statementOf(reasons.join()), `select pg_terminate_backend(${pid});`);
    }
    assert.ok(unreadable >= 7, `${unreadable} of ${tables.length} are read`);
    assert.equal(await healthOf(db.client), { ok: true, reasons: [], notices: [] });
  });

  unless(unprepared, health)(
    'names a prepared transaction, which has no process, and what ends it',
    async () => {
      await db.client.query('call lh_engine.run_due_cycle()');
      const locker = await db.connect();
      const rollback = `rollback prepared 'left ''behind'`;
      const prepare = (hold: string) => locker.query(`begin; ${hold}; prepare transaction 'left ''behind'`);
      for (const [hold, what] of [
        ['lock table lh_ab_tests', 'has locked public.lh_ab_tests'],
        ['alter view lh_engine.host_leads set (security_barrier = false)', 'has locked lh_engine.host_leads'],
      ] as const) {
        await prepare(hold);
        try {
          const { ok, reasons } = await healthOf(db.client);
          assert.is(ok, false, hold);
          assert.match(
            reasons.join(),
            `prepared transaction 'left ''behind' of role postgres ${what} since 20`,
          );
          assert.match(reasons.join(), `: ${rollback};`);
        } finally {
          await db.client.query(rollback);
        }
      }
      await prepare('update lh_engine.cycle_fence set taken_at = now()');
      const waiting = locker.query('select lh_engine.require_turn()');
      try {
        let notices: string[] = [];
        while (!notices.join().includes('and waits for')) ({ notices } = await healthOf(db.client));
        assert.match(
          notices.join(),
          `and waits for prepared transaction 'left ''behind' of role postgres: ${rollback};`,
        );
      } finally {
        await db.client.query(rollback);
        await waiting;
      }
    },
  );

  health('names who has locked a child or an index of what it reads', async () => {
    await db.client.query('call lh_engine.run_due_cycle()');
    await db.client.query(
      `create table old_tests () inherits (lh_ab_tests);
       create index tests_status on lh_ab_tests (status)`,
    );
    const locker = await db.connect();
    const pid = await pidOf(locker);
    for (const [hold, locked] of [
      ['lock table old_tests in access exclusive mode', 'public.old_tests'],
      ['reindex index tests_status', 'public.tests_status'],
    ]) {
      await locker.query(`begin; ${hold}`);
      const { reasons } = await healthOf(db.client);
      await locker.query('rollback');
      assert.is(reasons.length, 1, hold);
      assert.match(
        reasons.join(),
        `process ${pid}, role postgres, idle in transaction has locked ${locked} since`,
      );
    }
  });

  health('a pause and dry run are notices with since when, who, why and what ends them', async () => {
    await db.client.query('call lh_engine.run_due_cycle()');
    await db.client.query(`select lh_engine.pause('lead-scorer', 'the model is being changed')`);
    await setClock(db.client, '2026-03-04 10:00+00');
    await db.client.query(`select lh_engine.set_setting('engine.dry_run', 'true')`);
    await db.client.query(`select lh_engine.pause(why => 'we move')`);
    const { ok, notices } = await healthOf(db.client);
    assert.is(ok, true);
    assert.equal(notices, [
      `lead-scorer is paused since 2026-03-04 00:01:00+00 by postgres (the model is being changed): select lh_engine.resume('lead-scorer');`,
      `dry run since 2026-03-04 10:00:00+00 by postgres, nothing is spawned or decided: select lh_engine.reset_setting('engine.dry_run');`,
      `everything is paused since 2026-03-04 10:00:00+00 by postgres (we move): select lh_engine.resume('*');`,
    ]);
    for (const notice of notices) await db.client.query(statementOf(notice));
    assert.equal((await healthOf(db.client)).notices, []);
    await db.client.query(`select lh_engine.set_setting('engine.dry_run', 'false')`);
    assert.equal((await healthOf(db.client)).notices, []);
  });
});
