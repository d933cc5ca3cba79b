// What linters look for in a database: the rules of Supabase's splinter that apply to functions, views and tables like
// ours, and plpgsql_check on every function in PL/pgSQL.
import * as assert from 'uvu/assert';
import { one, rows } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { missing, unless } from '../support/needs.ts';

const noCheck = await missing('plpgsql_check');

const ours = `select p.oid::regprocedure::text as name, p.* from pg_proc as p
  where p.pronamespace = 'lh_engine'::regnamespace
    or p.oid in (select f.name::regprocedure from lh_engine.facades() as f)`;

/** A pinned path would forbid the procedure to commit, and the assignment to be inlined: both qualify every name. */
const unpinned = ['lh_assign_ab_test', 'lh_engine.run_due_cycle'];

/** They compose views of columns that are quoted one by one, which the checker cannot see. */
const composesViews = (name: unknown): boolean =>
  name === 'lh_engine.make_adapter_view(text,text,text)' || name === 'lh_engine.create_adapter_views()';

engineSuite('lint', { isolation: 'none' }, (lint, db) => {
  lint('every function pins its search_path to pg_catalog and pg_temp, with two exceptions', async () => {
    const found = await rows(
      db.client,
      `select split_part(o.name, '(', 1) as name, o.proconfig from (${ours}) as o
       where not coalesce(o.proconfig, '{}') && array['search_path=pg_catalog, pg_temp', 'search_path="pg_catalog", "pg_temp"']
       order by 1`,
    );
    assert.equal(
      found.map(({ name }) => name),
      [...unpinned, 'lh_engine.call_host_metrics'].sort(),
    );
    const host = found.find(({ name }) => name === 'lh_engine.call_host_metrics');
    assert.equal(host?.proconfig, [
      'search_path=public, pg_temp',
      'jit=off',
      'extra_float_digits=1',
      'TimeZone=UTC',
    ]);
  });

  lint('every function that reads turns jit off and writes doubles in full', async () => {
    const without = await rows(
      db.client,
      `select split_part(o.name, '(', 1) as name from (${ours}) as o
       where o.prokind = 'f'
         and o.provolatile <> 'i'
         and not coalesce(o.proconfig @> array['jit=off', 'extra_float_digits=1'], false)`,
    );
    assert.equal(without, [{ name: 'lh_assign_ab_test' }]);
  });

  lint('the unpinned functions name a schema before every function, table and type', async () => {
    await db.client.query('create schema trap; set search_path to trap, public, pg_catalog');
    await db.client.query(`
      create function trap.encode(bytea, text) returns text language sql as $$ select 'trapped' $$;
      create function trap.sha256(bytea) returns bytea language sql as $$ select '\\x00'::bytea $$;
      create function trap.concat(text, text) returns text language sql as $$ select 'trapped' $$;
      create operator trap.|| (function = trap.concat, leftarg = text, rightarg = text);
      create function trap.jsonb_build_object(variadic "any") returns jsonb language internal as 'jsonb_build_object';
      create type trap.text as (x int); create type trap.int8 as (x int); create type trap.date as (x int);
      create table trap.lh_ab_tests (id int)`);
    const before = await rows(db.client, 'select count(*)::int as n from lh_engine.events');
    await db.client.query('call lh_engine.run_due_cycle()');
    await db.client.query('select * from public.lh_assign_ab_test(null)');
    const after = await rows(
      db.client,
      `select count(*)::int as n from lh_engine.events where kind = 'started'`,
    );
    await db.client.query('reset search_path; drop schema trap cascade');
    assert.equal(before[0], { n: 0 });
    assert.equal(after[0], { n: 1 });
    const left = await rows(
      db.client,
      `select from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()`,
    );
    assert.is(left.length, 0, 'the lock is released');
  });

  lint(
    'nothing runs with the rights of its owner but triggers, the view that assignment reads and the entry to plain',
    async () => {
      // engine_event_log attacks each of the triggers.
      // Its callers may not execute the compiled functions; it reads nothing but what it is given.
      const entry =
        (await one(db.client, 'select lh_engine.language()')) === 'plain' ? ['lh_engine.js(text,json)'] : [];
      const definers = await rows(
        db.client,
        `select o.name from (${ours}) as o where o.prosecdef and o.prorettype <> 'trigger'::regtype`,
      );
      assert.equal(
        definers.map(({ name }) => name),
        entry,
      );
      const views = await rows(
        db.client,
        `select relname from pg_class where relnamespace = 'lh_engine'::regnamespace and relkind in ('v', 'm')
       and not coalesce(reloptions, '{}') && array['security_invoker=true']`,
      );
      assert.equal(views, [{ relname: 'assignable_tests' }]);
    },
  );

  lint('tables have a primary key, foreign keys an index, and none lies in public', async () => {
    const tables = await rows(
      db.client,
      `select c.relname, exists (select from pg_constraint as k where k.conrelid = c.oid and k.contype = 'p') as has_key,
         (select count(*) from pg_constraint as k where k.conrelid = c.oid and k.contype = 'f')::int as foreign_keys
       from pg_class as c where c.relnamespace = 'lh_engine'::regnamespace and c.relkind = 'r'`,
    );
    assert.ok(tables.length > 5);
    for (const table of tables)
      assert.equal([table.has_key, table.foreign_keys], [true, 0], String(table.relname));
  });

  lint('every function, view and table says what it is for', async () => {
    const silent = await rows(
      db.client,
      `select o.name from (${ours}) as o where obj_description(o.oid, 'pg_proc') is null
       union all
       select c.oid::regclass::text from pg_class as c
       where c.relnamespace = 'lh_engine'::regnamespace and c.relkind in ('r', 'v') and obj_description(c.oid, 'pg_class') is null`,
    );
    assert.equal(silent, []);
  });

  unless(noCheck, lint)('plpgsql_check finds nothing in any function', async () => {
    // What some functions touch by dynamic SQL, because it is not there on every server.
    await db.client.query(`
      create extension plpgsql_check;
      create schema graphile_migrate;
      create table graphile_migrate.migrations (hash text);
      create schema cron;
      create table cron.job (jobid bigint, jobname name, schedule text, command text, username text, database text, active boolean);
      create table cron.job_run_details (database text, command text, start_time timestamptz, end_time timestamptz);
      create function cron.schedule(text, text, text) returns bigint language sql as 'select 1::bigint';
      create function cron.unschedule(bigint) returns boolean language sql as 'select true';`);
    // A function of several triggers is on one table.
    const checked = await rows(
      db.client,
      `with tables as (select t.tgfoid, min(t.tgrelid) as oid from pg_trigger as t group by t.tgfoid)
       select o.name, c.level, c.sqlstate, c.message, c.lineno, c.statement, c.hint
       from (${ours}) as o
       join pg_language as l on l.oid = o.prolang and l.lanname = 'plpgsql'
       left join tables as t on t.tgfoid = o.oid
       left join lateral plpgsql_check_function_tb(
         o.oid,
         relid => coalesce(t.oid, 0),
         oldtable => case o.proname when 'keep_young_events' then 'removed' end,
         fatal_errors => false, other_warnings => true, extra_warnings => true,
         performance_warnings => false, security_warnings => true
       ) as c on true`,
    );
    assert.ok(checked.length > 40, `${checked.length} functions`);
    assert.equal(
      checked.filter(
        ({ name, level, message }) => message !== null && !(composesViews(name) && level === 'security'),
      ),
      [],
    );
  });
});
