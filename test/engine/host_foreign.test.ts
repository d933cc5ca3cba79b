// Hosts that are not like the one of the demo: other names, other types, hostile objects, hostile texts.
import fc from 'fast-check';
import type pg from 'pg';
import * as assert from 'uvu/assert';
import { errorOf, installFile, one, rows, type TestDatabase } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';

const now = '2026-03-04 18:00+00';

const slowDay = (client: pg.Client, source = 'web', column = 'source') =>
  client.query(
    `insert into lh_lead_status (status, assigned_to, created_at, contacted_at, ${column})
     select 'contacted', 'a', '2026-03-04 04:00+00', '2026-03-04 14:00+00', $1 from generate_series(1, 25)`,
    [source],
  );

engineSuite('foreign hosts', { ids: ['bigint'], isolation: 'database', now }, (foreign, db) => {
  const installOn = async (change: string): Promise<TestDatabase> => {
    const host = await db.open({ ids: 'uuid', engine: false });
    await host.client.query(change + installFile);
    return host;
  };

  foreign('a host without qualified_at and with a status that is an enum runs the loop', async () => {
    const host = await installOn(`
    drop policy agents_have_their_own on lh_lead_status;
    alter table lh_lead_status drop column qualified_at, drop column closed_at;
    alter table lh_lead_status alter column status drop default;
    alter table lh_lead_status drop constraint lh_lead_status_status_check;
    create type lead_state as enum ('unassigned', 'assigned', 'contacted', 'qualified', 'closed', 'dead');
    alter table lh_lead_status alter column status type lead_state using status::lead_state;`);
    await slowDay(host.client);
    const missing = await rows(host.client, 'select column_name from lh_engine.missing_columns()');
    assert.equal(
      missing.map(({ column_name }) => column_name),
      ['qualified_at', 'closed_at'],
    );
    const optional = await rows(
      host.client,
      `select object from lh_engine.check_host() where not found and kind <> 'language'`,
    );
    assert.equal(
      optional.map(({ object }) => object),
      ['public.lh_lead_status.closed_at', 'public.lh_lead_status.qualified_at'],
    );
    assert.is(
      await one(host.client, `select lh_run_improvement_cycle() -> 'decisions' -> 0 ->> 'action'`),
      'spawn',
    );
  });

  foreign(
    'a host that calls the source otherwise replaces one view, and a later installation leaves it',
    async () => {
      const host = await installOn('alter table lh_lead_status rename column source to channel;');
      await slowDay(host.client, 'zillow', 'channel');
      await host.client.query(`create or replace view lh_engine.host_leads with (security_invoker = true) as
      select id, property_id, status::text as status, assigned_to::text as assigned_to, contacted_at, created_at, ab_test_id,
        ab_test_group::text as ab_test_group, channel::text as source, qualified_at, closed_at from public.lh_lead_status`);
      await host.client.query(installFile);
      assert.equal(
        await rows(
          host.client,
          `select * from lh_engine.check_host() where not found and kind <> 'language'`,
        ),
        [],
      );
      assert.equal(await rows(host.client, 'select distinct source from lh_engine.host_leads'), [
        { source: 'zillow' },
      ]);
      assert.is(await one(host.client, `select lh_run_improvement_cycle() ->> 'success'`), 'true');
    },
  );

  foreign('a host that lacks a required column gives it by a view made before the installation', async () => {
    const host = await installOn(`
    drop policy agents_have_their_own on lh_lead_status;
    alter table lh_lead_status drop column assigned_to;
    create schema lh_engine;
    create view lh_engine.host_leads with (security_invoker = true) as
    select id, property_id, status::text as status, 'house'::text as assigned_to, contacted_at, created_at, ab_test_id,
      ab_test_group::text as ab_test_group, source::text as source, qualified_at, closed_at from public.lh_lead_status;`);
    assert.equal(
      await rows(host.client, `select * from lh_engine.check_host() where not found and kind <> 'language'`),
      [],
    );
    assert.is(await one(host.client, `select lh_run_improvement_cycle() ->> 'success'`), 'true');
  });

  foreign(
    'set_setting names the nearest keys or the range, and keeps the old value of a change',
    async () => {
      const wrong = async (key: string, value: string) =>
        errorOf(() => db.client.query('select lh_engine.set_setting($1, $2)', [key, value]));
      const key = await wrong('spawning.min_sample', '50');
      assert.equal([key.code, key.message], ['LH002', 'unknown setting "spawning.min_sample"']);
      assert.match(String(key.hint), 'spawning.min_sample_size');
      const range = await wrong('spawning.min_sample_size', '0');
      assert.equal([range.code, range.message], ['LH003', 'spawning.min_sample_size cannot be 0']);
      assert.match(String(range.hint), 'an integer from 1 to 100000000');
      assert.is((await wrong('spawning.min_sample_size', '"many"')).code, 'LH003');
      const huge = await wrong('spawning.min_sample_size', '1e999');
      assert.equal([huge.code, huge.message], ['LH003', 'spawning.min_sample_size cannot be 1e999']);
      await db.client.query(`select lh_engine.set_setting('spawning.min_sample_size', '50')`);
      const change = await rows(db.client, `select actor, data from lh_engine.events where kind = 'setting'`);
      assert.equal(change, [
        { actor: 'postgres', data: { key: 'spawning.min_sample_size', old: 100, new: 50 } },
      ]);
    },
  );

  foreign(
    'a required column that a new row cannot do without is named before a cycle fails on it',
    async () => {
      await db.client.query(
        'alter table lh_spawned_skills add column owner text; alter table lh_spawned_skills alter column owner set not null',
      );
      const error = await errorOf(() => db.client.query('select lh_run_improvement_cycle()'));
      assert.is(error.code, 'LH004');
      assert.match(error.message, 'lh_spawned_skills.owner');
    },
  );

  foreign(
    'hostile functions, operators, casts, types and tables of the same names change nothing',
    async () => {
      const outcome = async (client: pg.Client): Promise<unknown> => {
        await slowDay(client);
        const cycle = await one<Record<string, unknown>>(client, 'select public.lh_run_improvement_cycle()');
        await client.query(`select lh_engine.set_setting('log.retention_days', '300')`);
        await client.query(`select lh_engine.pause('lead-scorer', 'x')`);
        const health = (await rows(client, 'select ok, host_problems from lh_engine.health'))[0];
        return [
          { ...cycle, cycle_id: null },
          health,
          await rows(client, 'select skill_type, status from public.lh_spawned_skills order by 1'),
        ];
      };
      const calm = await outcome(db.client);
      const other = await db.open();
      await other.client.query(`
      create table public.trapped (what text);
      create function public.trap(what text) returns void language plpgsql as $$ begin raise 'trapped: %', what; end $$;
      create function public.format(text, text) returns text language plpgsql as $$ begin perform public.trap('format'); end $$;
      create function public.now() returns timestamptz language plpgsql as $$ begin perform public.trap('now'); end $$;
      create function public.count(bigint) returns bigint language plpgsql as $$ begin perform public.trap('count'); end $$;
      create function public.json_build_object(text, text) returns json language plpgsql as $$ begin perform public.trap('json'); end $$;
      create function public.make_interval(int) returns interval language plpgsql as $$ begin perform public.trap('mi'); end $$;
      create function public.eq(text, text) returns boolean language plpgsql as $$ begin perform public.trap('='); end $$;
      create operator public.= (function = public.eq, leftarg = text, rightarg = text);
      create function public.plus(date, integer) returns date language plpgsql as $$ begin perform public.trap('+'); end $$;
      create operator public.+ (function = public.plus, leftarg = date, rightarg = integer);
      create function public.get(json, text) returns text language plpgsql as $$ begin perform public.trap('->>'); end $$;
      create operator public.->> (function = public.get, leftarg = json, rightarg = text);
      create table public.events (x int); create table public.settings (x int); create table public.pg_class (x int);
      create type public.text as (x int); create domain public.jsonb as int;`);
      await other.client.query(`
      create temp table events (x int); create temp table lh_spawned_skills (x int); create temp table pg_roles (x int);
      create temp table lh_ab_tests (x int); create temp table pg_attribute (x int); create type pg_temp.timestamptz as (x int)`);
      await other.client.query(`set search_path to pg_temp, public, pg_catalog`);
      const trapped = await outcome({
        query: (text: unknown, values?: unknown[]) =>
          typeof text === 'string'
            ? other.client.query(
                text
                  .replaceAll('lh_lead_status', 'public.lh_lead_status')
                  .replace(/::timestamptz|::text/g, ''),
                values as unknown[],
              )
            : other.client.query(text as pg.QueryConfig),
      } as unknown as pg.Client);
      assert.equal(trapped, calm);
    },
  );
});

const nasty = fc
  .oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
    fc.constantFrom(
      `'; drop table public.canary; --`,
      `$$; drop table public.canary; $$`,
      `' || (select 'x') || '`,
      '%I %L %s %1$s %n',
      '\\\'\\"\\\\',
      '{"a": [1}',
      '$ {jndi} {{x}} :NAME',
      '\u2028\u202e"]}',
      `x'), ('y`,
    ),
  )
  .map((text) => text.replaceAll('\0', '').replace(/[\ud800-\udfff]/g, '') || 'x');

engineSuite('foreign texts', { isolation: 'database', now }, (foreign, db) => {
  foreign('texts of every kind travel unchanged through sources, reasons, names and settings', async () => {
    await db.client.query('create table public.canary (x int)');
    await fc.assert(
      fc.asyncProperty(nasty, async (text) => {
        const why = text.trim() === '' ? `${text}x` : text;
        await db.client.query(
          'delete from lh_lead_status; delete from lh_ab_tests; delete from lh_spawned_skills',
        );
        await slowDay(db.client, text);
        await db.client.query(
          'insert into lh_spawned_skills (skill_type, skill_name, target_metric, status) values ($1, $1, $1, $2)',
          [text, 'testing'],
        );
        await db.client.query(
          `insert into lh_ab_tests (test_name, skill_id, metric_tracked) select $1, id, $1 from lh_spawned_skills where skill_type = $1`,
          [text],
        );
        const cycle = await one<{ success: boolean }>(db.client, 'select lh_run_improvement_cycle()');
        assert.is(cycle.success, true);
        assert.is(
          await one(db.client, 'select test_name from lh_engine.running_tests where test_name = $1', [text]),
          text,
        );
        await db.client.query('select lh_engine.pause($1, $2)', [text, why]);
        assert.is(
          await one(
            db.client,
            `select data ->> 'why' from lh_engine.events where kind = 'switch' order by event_id desc limit 1`,
          ),
          why,
        );
        await db.client.query('select lh_engine.resume($1)', [text]);
        const unknown = await errorOf(() =>
          db.client.query('select lh_engine.set_setting($1, $2)', [text, '1']),
        );
        assert.is(unknown.code, 'LH002');
        const bad = await errorOf(() =>
          db.client.query('select lh_engine.set_setting($1, $2)', ['engine.time_zone', JSON.stringify(text)]),
        );
        assert.is(bad.code, 'LH003');
        await db.client.query('select lh_engine.set_setting($1, $2)', [
          'security.trusted_roles',
          JSON.stringify([text]),
        ]);
        assert.equal(await one(db.client, `select lh_engine.setting('security.trusted_roles')`), [text]);
        assert.equal(await rows(db.client, 'select * from public.canary'), []);
      }),
      { numRuns: 20, seed: 20260304 },
    );
  });
});
