// What somebody made in the name of the engine before a superuser installs or upgrades it: it is not adopted.
import type pg from 'pg';
import * as assert from 'uvu/assert';
import { migrate } from '../../build/migrate.ts';
import { errorOf, installFile, one, rows } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';

const attacker = `lh_test_adoption_${process.pid}`;
const cleanUp = (client: pg.Client) =>
  client.query(`rollback; reset role; drop owned by ${attacker} cascade; drop role ${attacker}`);

/** Until so many sessions of the database wait for an advisory lock. */
const untilLocked = async (client: pg.Client, sessions: number): Promise<void> => {
  const deadline = Date.now() + 60_000;
  const waiting = `select count(*)::int from pg_locks where locktype = 'advisory' and not granted
    and database = (select oid from pg_database where datname = current_database())`;
  while ((await one<number>(client, waiting)) < sessions) {
    assert.ok(Date.now() < deadline, `fewer than ${sessions} sessions wait`);
    await new Promise((done) => setTimeout(done, 20));
  }
};
const prepare = (client: pg.Client) =>
  client.query(`
    create role ${attacker};
    grant create, usage on schema public to ${attacker};
    do $$ begin execute format('grant create on database %I to ${attacker}', current_database()); end $$`);

engineSuite(
  'adoption',
  { ids: ['bigint'], isolation: 'database', engine: false, prepare, cleanUp, now: '2026-03-04 18:00+00' },
  (adoption, db) => {
    const asAttacker = async (script: string): Promise<void> => {
      await db.client.query(`set role ${attacker}; ${script}; reset role`);
    };
    const refused = async (names: RegExp, remedy: string): Promise<void> => {
      const error = await errorOf(() => db.client.query(installFile));
      await db.client.query('rollback');
      assert.is(error.code, 'LH008', error.message);
      assert.match(error.message, names);
      assert.match(String(error.hint), remedy);
    };
    /** No table is made before the session that it returns lets go of a lock. */
    const whileTablesWait = async (): Promise<pg.Client> => {
      await db.client.query(`
        create function public.wait_here() returns event_trigger language plpgsql as
          $f$ begin perform pg_advisory_xact_lock_shared(42); end $f$;
        create event trigger wait_here on ddl_command_start when tag in ('CREATE TABLE') execute function public.wait_here()`);
      const stranger = await db.connect();
      await stranger.query('select pg_advisory_lock(42)');
      return stranger;
    };
    const cycleOf = (owner: string, body: string) =>
      `create function public.lh_run_improvement_cycle(${owner}) returns jsonb language plpgsql as $f$ begin ${body}; return null; end $f$`;

    for (const [what, script, names, remedy] of [
      [
        'a function of the name of the cycle',
        cycleOf('p_as_of date default null', 'null'),
        /there are already lh_run_improvement_cycle\(date\) of|public\.lh_run_improvement_cycle\(date\) of/,
        'drop routine public.lh_run_improvement_cycle(date);',
      ],
      [
        'a function of that name without arguments, which a call would prefer',
        cycleOf('', 'null'),
        /lh_run_improvement_cycle\(\) of/,
        'drop routine public.lh_run_improvement_cycle();',
      ],
      ['an empty schema', 'create schema lh_engine', /schema lh_engine of/, 'drop schema lh_engine;'],
      [
        'a table with a trigger',
        `create schema lh_engine;
         create table lh_engine.turns (only_row boolean primary key, taken_at timestamptz, taken_by text);
         create function lh_engine.take() returns trigger language plpgsql as $f$ begin return new; end $f$;
         create trigger take before insert or update on lh_engine.turns for each row execute function lh_engine.take()`,
        /lh_engine\.turns of/,
        'drop table lh_engine.turns;',
      ],
      [
        'an adapter view',
        `create schema lh_engine; create view lh_engine.host_contacts with (security_invoker = true) as select 1 as id`,
        /lh_engine\.host_contacts of/,
        'drop view lh_engine.host_contacts;',
      ],
    ] as const)
      adoption(`${what}, made before by another role, stops a superuser's first installation`, async () => {
        await asAttacker(script);
        await refused(names, remedy);
        assert.is(await one(db.client, `select to_regclass('lh_engine.events')::text`), null);
      });

    adoption(
      'a schema called like one of the compiled library is left alone with what is in it',
      async () => {
        const precious = `create schema lh_engine_plain_guarded;
        create table lh_engine_plain_guarded.precious as select 1 as one`;
        const left = () => one(db.client, 'select one from lh_engine_plain_guarded.precious');
        await db.client.query(precious);
        for (const language of ['plain', '']) {
          await db.client.query(`set lh_engine.language to '${language}'`);
          await refused(
            /first installation, .* schema lh_engine_plain_guarded of/,
            'drop schema lh_engine_plain_guarded;',
          );
          assert.is(await left(), 1);
        }
        await db.client.query('drop schema lh_engine_plain_guarded cascade');
        await db.client.query(installFile);
        if ((await one(db.client, 'select lh_engine.language()')) === 'plain') return;
        await db.client.query(precious);
        await refused(
          /library is in plv8, .* schema lh_engine_plain_guarded of/,
          'drop schema lh_engine_plain_guarded;',
        );
        assert.is(await left(), 1);
      },
    );

    adoption('a function that another role makes while a superuser installs is not adopted', async () => {
      const stranger = await whileTablesWait();
      const installing = errorOf(() => db.client.query(installFile));
      await untilLocked(stranger, 1);
      await stranger.query(
        `set role ${attacker}; ${cycleOf('p_as_of date default null', 'null')}; reset role; select pg_advisory_unlock(42)`,
      );
      const error = await installing;
      await db.client.query('rollback; drop event trigger wait_here');
      assert.is(error.code, 'LH008', error.message);
      assert.match(
        error.message,
        `while this ran, others made routine public.lh_run_improvement_cycle(date) of ${attacker}`,
      );
      assert.is(await one(db.client, `select to_regclass('lh_engine.events')::text`), null);
      await refused(
        /lh_run_improvement_cycle\(date\) of/,
        'drop routine public.lh_run_improvement_cycle(date);',
      );
    });

    for (const [what, script, names] of [
      [
        'a function of the name of the cycle',
        cycleOf('p_as_of date default null', 'null'),
        'lh_run_improvement_cycle',
      ],
      ['an empty schema', 'create schema lh_engine', 'schema lh_engine of'],
      [
        'the bookkeeping of graphile-migrate, with a trigger,',
        `create schema graphile_migrate;
         create table graphile_migrate.migrations (hash text primary key, previous_hash text, filename text not null, date timestamptz not null default now());
         create table graphile_migrate.current (filename text primary key default 'current.sql', content text not null, date timestamptz not null default now());
         create function graphile_migrate.seize() returns trigger language plpgsql as $f$
         begin execute 'alter role ${attacker} superuser'; return new; end $f$;
         create trigger seize before insert on graphile_migrate.migrations for each row execute function graphile_migrate.seize()`,
        'schema graphile_migrate of',
      ],
    ] as const)
      adoption(`${what}, made before by another role, stops a superuser's db:migrate`, async () => {
        await asAttacker(script);
        const error = await errorOf(() => migrate(db.url));
        assert.is(error.code, 'LH008', error.message);
        assert.match(error.message, names);
        assert.is(await one(db.client, `select to_regclass('lh_engine.events')::text`), null);
        assert.is(await one(db.client, `select rolsuper from pg_roles where rolname = '${attacker}'`), false);
        await db.client.query(`drop owned by ${attacker} cascade`);
        assert.is(
          (await migrate(db.url)).engine,
          await one(db.client, 'select engine from lh_engine.version()'),
        );
      });

    adoption(
      'a function that another role makes while db:migrate runs is not adopted in silence',
      async () => {
        const stranger = await whileTablesWait();
        const installing = errorOf(() => migrate(db.url));
        await untilLocked(stranger, 1);
        await stranger.query(
          `set role ${attacker}; ${cycleOf('p_as_of date default null', 'null')}; reset role; select pg_advisory_unlock(42)`,
        );
        const error = await installing;
        // The migrations of 1.0.0 do not ask who owns what at their end: db:migrate does. Since 1.1.0 the last one does,
        // and graphile-migrate passes its error on as text.
        assert.match(`${error.code} ${error.message}`, /LH008/);
        assert.match(error.message, /lh_run_improvement_cycle\(date\) of/);
        await db.client.query('drop event trigger wait_here');
      },
    );

    adoption('a first installation refuses what is there already, whoever made it', async () => {
      await db.client.query(cycleOf('p_as_of date default null', 'null'));
      await refused(/lh_run_improvement_cycle\(date\) of/, 'drop routine');
      await db.client.query('drop routine public.lh_run_improvement_cycle(date)');
      await db.client.query(installFile);
    });

    adoption('an engine that somebody feigned is not upgraded by a superuser as if it were one', async () => {
      await asAttacker(`create schema lh_engine;
        create function lh_engine.version() returns table (engine text, bundle text) language plpgsql as $f$
        begin execute 'alter role ${attacker} superuser'; return query select '1.0.0', ''; end $f$`);
      await refused(new RegExp(`belongs to role ${attacker}`), `-c role=${attacker}`);
      assert.is(await one(db.client, `select rolsuper from pg_roles where rolname = '${attacker}'`), false);
    });

    adoption(
      'an object that became another role’s stops a superuser’s upgrade, with the statement',
      async () => {
        await db.client.query(installFile);
        await db.client.query(`alter function lh_engine.clock() owner to ${attacker}`);
        const owner = await one<string>(db.client, 'select current_user');
        const remedy = `alter routine lh_engine.clock() owner to ${owner};`;
        await asAttacker(cycleOf('', 'null'));
        const shown = await db.client.query(
          `select object, remedy from lh_engine.check_host() where kind = 'owner' and not found order by object`,
        );
        assert.equal(shown.rows, [
          { object: `routine lh_engine.clock() of ${attacker}`, remedy },
          {
            object: `routine public.lh_run_improvement_cycle() of ${attacker}`,
            remedy: 'drop routine public.lh_run_improvement_cycle();',
          },
        ]);
        const notices = (await one<string[]>(db.client, 'select notices from lh_engine.health')).join();
        assert.match(notices, remedy);
        assert.match(notices, 'drop routine public.lh_run_improvement_cycle();');
        await db.client.query('drop routine public.lh_run_improvement_cycle()');
        await refused(/lh_engine\.clock\(\) of/, `alter routine lh_engine.clock() owner to ${owner};`);
        await db.client.query(`alter routine lh_engine.clock() owner to ${owner}`);
        await db.client.query(installFile);
      },
    );

    adoption('schemas that were given away show, with what was given away along with them', async () => {
      await db.client.query(`set lh_engine.language to 'plain'`);
      await db.client.query(installFile);
      await db.client.query('reset lh_engine.language');
      const given = [
        'routine lh_engine_plain.operation_analyze(json)',
        'routine public.lh_run_improvement_cycle(date)',
        'schema lh_engine',
        'schema lh_engine_plain',
      ];
      for (const object of given) await db.client.query(`alter ${object} owner to ${attacker}`);
      const owner = await one<string>(db.client, 'select current_user');
      assert.equal(
        await rows(
          db.client,
          `select object, remedy from lh_engine.check_host() where kind = 'owner' and not found order by object`,
        ),
        given.map((object) => ({
          object: `${object} of ${attacker}`,
          remedy: `alter ${object} owner to ${owner};`,
        })),
      );
      const notices = (await one<string[]>(db.client, 'select notices from lh_engine.health')).join();
      for (const object of given) assert.match(notices, `alter ${object} owner to ${owner};`);
      for (const object of given) await db.client.query(`alter ${object} owner to ${owner}`);
      assert.equal(await rows(db.client, 'select * from lh_engine.foreign_objects()'), []);
    });

    adoption('another superuser upgrades, and the owner stays', async () => {
      await db.client.query(installFile);
      const owner = await one(db.client, 'select current_user');
      await db.client.query(`alter role ${attacker} superuser; set role ${attacker}`);
      await db.client.query(installFile);
      await db.client.query('reset role');
      assert.equal(
        await one(
          db.client,
          `select array_agg(distinct proowner::regrole::text) from pg_proc where pronamespace = 'lh_engine'::regnamespace`,
        ),
        [owner],
      );
      await db.client.query(`alter role ${attacker} nosuperuser`);
    });
  },
);
