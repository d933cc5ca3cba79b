// An upgrade of a database in use: who reads views of the engine waits and gets an answer, whatever it has read before
// in the same transaction; a cycle ends first; and an upgrade that cannot get its locks says what is in the way.
import type pg from 'pg';
import * as assert from 'uvu/assert';
import {
  connect,
  errorOf,
  installFile,
  one,
  rows,
  setClock,
  type TestDatabase,
} from '../support/database.ts';
import { dump, same } from '../support/dumps.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { missing, requireForFile, unless } from '../support/needs.ts';
import { install, releases } from '../support/release.ts';

await requireForFile('plv8');
const unprepared = await missing('prepared');

const upgrades = 10;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Tables and views that a role may read, as they are called in the release. */
const readable = async (client: pg.Client): Promise<readonly string[]> =>
  (
    await rows(
      client,
      `select c.oid::regclass::text as name
       from pg_class as c
       where c.relnamespace = 'lh_engine'::regnamespace and c.relkind in ('r', 'v')
       order by c.oid`,
    )
  ).map(({ name }) => name as string);

const readAll = async (client: pg.Client, names: readonly string[]): Promise<void> => {
  for (const name of names) await client.query(`select * from ${name} limit 1`);
};

type Loop = { readonly rounds: () => number; readonly end: () => Promise<void> };

/**
 * Repeats a work in a session of its own, with a breath between, until it is told to end; an error ends it and is
 * thrown then.
 */
const repeat = async (
  url: string,
  work: (client: pg.Client, round: number) => Promise<unknown>,
): Promise<Loop> => {
  const client = await connect(url);
  let [rounds, isRunning] = [0, true];
  const running = (async () => {
    while (isRunning) {
      await work(client, rounds);
      rounds += 1;
      await pause(20);
    }
  })().finally(() => client.end());
  running.catch(() => undefined);
  const end = (): Promise<void> => {
    isRunning = false;
    return running;
  };
  return { rounds: () => rounds, end };
};

/** Waits until each has ended a round; one that has ended with an error is not waited for. */
const endOfRound = async (loops: readonly Loop[]): Promise<void> => {
  const targets = loops.map(({ rounds }) => rounds() + 1);
  const deadline = Date.now() + 10_000;
  while (loops.some(({ rounds }, i) => rounds() < (targets[i] ?? 0)) && Date.now() < deadline)
    await pause(10);
};

engineSuite(
  'an upgrade of a database in use',
  { isolation: 'none', engine: false, ids: ['bigint'] },
  (use, { open }) => {
    const released = async (version: string): Promise<TestDatabase> => {
      const db = await open({ engine: false });
      await install(db.client, version);
      return db;
    };

    /** Something that waits in another session for the time of a work. */
    const whileHeld = async (url: string, hold: string, work: (holder: pg.Client) => Promise<unknown>) => {
      const holder = await connect(url);
      try {
        await holder.query(`begin; ${hold}`);
        await work(holder);
      } finally {
        await holder.end();
      }
    };

    for (const version of releases) {
      use(
        `readers in both orders and a cycle go on while ${version} is upgraded, ${upgrades} times`,
        async () => {
          for (let i = 0; i < upgrades; i += 1) {
            const { client, url } = await released(version);
            const names = await readable(client);
            assert.ok(names.length > 20);
            const reader = (ordered: readonly string[]): Promise<Loop> =>
              repeat(url, async (session) => {
                await session.query('begin');
                await readAll(session, ordered);
                await session.query('commit');
              });
            const answers: unknown[] = [];
            const loops = [
              await reader(names),
              await reader(names.toReversed()),
              await repeat(url, async (session, round) => {
                if (round === 0) await setClock(session, '2026-03-04 18:00+00');
                const answer = `select coalesce(r ->> 'reason', r ->> 'success') from lh_run_improvement_cycle('2026-03-03') as r`;
                answers.push(await one(session, answer));
                if (answers.at(-1) !== 'true') await pause(5);
              }),
            ];
            try {
              await endOfRound(loops);
              await client.query(installFile);
              await endOfRound(loops);
            } finally {
              await Promise.all(loops.map(({ end }) => end()));
            }
            assert.equal(
              answers.filter((answer) => answer !== 'true' && answer !== 'already_running'),
              [],
            );
            assert.is(answers.at(-1), 'true');
          }
        },
      );

      use(`a reader that holds one view of ${version} and then reads the others is no deadlock`, async () => {
        const { client, url } = await released(version);
        const names = await readable(client);
        for (const held of [names[0], 'lh_engine.settings', names.at(-1)])
          await whileHeld(url, `select * from ${held} limit 1`, async (holder) => {
            const read = async (): Promise<void> => {
              await pause(400);
              await readAll(holder, names);
              await holder.query('commit');
            };
            await Promise.all([client.query(installFile), read()]);
          });
      });
    }

    use('what is not free within lock_timeout is named, and nothing is changed', async () => {
      const { client, url } = await released('1.0.0');
      const before = await dump(url);
      await client.query(`set lock_timeout = '700ms'`);
      for (const [hold, message] of [
        [
          'select * from lh_engine.settings limit 1',
          /lh_engine\.\w+ was in use for longer than lock_timeout \(700 ms\)/,
        ],
        [
          'select pg_advisory_xact_lock(lh_engine.cycle_lock())',
          /a cycle or another installation was running for longer than lock_timeout \(700 ms\)/,
        ],
      ] as const)
        await whileHeld(url, hold, async (holder) => {
          const started = Date.now();
          const error = await errorOf(() => client.query(installFile));
          await client.query('rollback');
          assert.is(error.code, 'LH009', error.message);
          assert.match(error.message, message);
          assert.match(String(error.hint), 'longer lock_timeout');
          const pid = await one<number>(holder, 'select pg_backend_pid()');
          assert.match(
            String(error.hint),
            `It is held by process ${pid}, role postgres, idle in transaction, since 20`,
          );
          assert.match(String(error.hint), `select pg_terminate_backend(${pid});`);
          assert.ok(Date.now() - started >= 700);
          same(await dump(url), before);
        });
      await client.query(installFile);
      assert.is(await one(client, 'show lock_timeout'), '700ms');
    });

    for (const [what, engine] of [
      ['first installations', false],
      ['upgrades', true],
    ] as const)
      use(`${what} at once wait for each other, hold nothing meanwhile, and all end well`, async () => {
        const { client, url } = await open({ engine });
        const sessions = await Promise.all([1, 2, 3].map(() => connect(url)));
        try {
          await client.query('select pg_advisory_lock(5496723941614571350)');
          const installations = Promise.allSettled(sessions.map((session) => session.query(installFile)));
          const waiting = `from pg_locks as l
            where l.pid in (select w.pid from pg_locks as w where w.locktype = 'advisory' and not w.granted)
              and l.database = (select oid from pg_database where datname = current_database())`;
          while ((await one<number>(client, `select count(distinct l.pid)::int ${waiting}`)) < 3)
            await pause(20);
          assert.equal(
            await rows(
              client,
              `select l.relation::regclass::text as held ${waiting} and l.relation >= 16384`,
            ),
            [],
          );
          await client.query('select pg_advisory_unlock(5496723941614571350)');
          for (const ended of await installations)
            assert.is(ended.status, 'fulfilled', 'reason' in ended ? String(ended.reason) : '');
          assert.is(await one(client, `select lh_run_improvement_cycle() ->> 'success'`), 'true');
        } finally {
          await Promise.all(sessions.map((session) => session.end()));
        }
      });

    unless(unprepared, use)('a prepared transaction that has what an upgrade needs is named', async () => {
      const { client } = await open();
      await client.query(`set lock_timeout = '700ms'`);
      for (const hold of ['select lh_engine.require_turn()', 'select from lh_engine.settings']) {
        await client.query(`begin; ${hold}; prepare transaction 'left_behind'`);
        const error = await errorOf(() => client.query(installFile)).finally(async () => {
          await client.query('rollback');
          await client.query(`rollback prepared 'left_behind'`);
        });
        assert.is(error.code, 'LH009', error.message);
        assert.match(
          String(error.hint),
          /^It is held by prepared transaction 'left_behind' of role postgres, since 20/,
        );
        assert.match(String(error.hint), "rollback prepared 'left_behind'; ends it.");
      }
    });

    use('without lock_timeout it waits for five minutes and not for ever', async () => {
      const { client, url } = await released('1.0.0');
      const hasty = installFile.replace('else 300000 end', 'else 700 end');
      assert.is.not(hasty, installFile);
      await whileHeld(url, 'select pg_advisory_xact_lock(lh_engine.cycle_lock())', async () => {
        const error = await errorOf(() => client.query(hasty));
        await client.query('rollback');
        assert.is(
          error.message,
          'nothing was changed: a cycle or another installation was running for longer than 700 ms',
        );
      });
      await client.query(hasty);
      assert.is(await one(client, 'show lock_timeout'), '0');
    });

    use('a run whose turn comes between its two transactions is done behind the upgrade, once', async () => {
      const { client, url } = await open();
      await client.query(
        `create function stop_here() returns trigger language plpgsql as
           $$ begin perform pg_advisory_xact_lock_shared(42); return new; end $$;
         create trigger stop_here before insert on lh_engine.events
         for each row when (new.kind = 'started') execute function stop_here()`,
      );
      const waiting = (pid: number): Promise<boolean> =>
        one(client, `select wait_event_type = 'Lock' from pg_stat_activity where pid = $1`, [pid]);
      const [locker, runner, upgrader] = [await connect(url), await connect(url), await connect(url)];
      try {
        const pidOf = (session: pg.Client) => one<number>(session, 'select pg_backend_pid()');
        const [runnerPid, upgraderPid] = [await pidOf(runner), await pidOf(upgrader)];
        await locker.query('select pg_advisory_lock(42)');
        await setClock(runner, '2026-03-04 00:01+00');
        const run = runner.query('call lh_engine.run_due_cycle()');
        while (!(await waiting(runnerPid))) await pause(20);
        const upgrade = upgrader.query(installFile);
        while (!(await waiting(upgraderPid))) await pause(20);
        await locker.query('select pg_advisory_unlock(42)');
        await Promise.all([upgrade, run]);
      } finally {
        await Promise.all([locker, runner, upgrader].map((session) => session.end()));
      }
      const events = `select kind from lh_engine.events where kind in ('started', 'failed', 'cycle') order by event_id`;
      assert.equal(
        (await rows(client, events)).map(({ kind }) => kind),
        ['started', 'cycle'],
      );
    });
  },
);
