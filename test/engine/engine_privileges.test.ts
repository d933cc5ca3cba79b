// What is granted: nothing to PUBLIC and the web roles, and to each role of dist/roles.sql what the sources grant.
import type pg from 'pg';
import * as assert from 'uvu/assert';
import { installFile, one, rows } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { objects, options, roleName } from './roles_host.ts';

/** Everything the engine owns, with what a role may do to it. */
const reachable = (client: pg.Client, role: string) =>
  rows(
    client,
    `with ours as (
       select p.oid, p.oid::regprocedure::text as name from pg_proc as p
       where p.pronamespace = 'lh_engine'::regnamespace
         or (p.pronamespace = 'public'::regnamespace and p.proname ~ '^lh_' and p.proname <> 'lh_update_daily_metrics')
     )
     select o.name from ours as o where has_function_privilege($1, o.oid, 'execute')
     union all
     select c.oid::regclass::text from pg_class as c
     where c.relnamespace = 'lh_engine'::regnamespace and c.relkind in ('r', 'v', 'S')
       and case when c.relkind = 'S'
         then has_sequence_privilege($1, c.oid, 'usage, select, update')
         else has_table_privilege($1, c.oid, 'select, insert, update, delete, truncate, references, trigger')
       end
     union all
     select 'schema' where has_schema_privilege($1, 'lh_engine', 'usage, create')`,
    [role],
  );

engineSuite('privileges', options, (privileges, db) => {
  privileges('nothing is reachable for PUBLIC', async () => {
    assert.equal(await reachable(db.client, roleName), []);
  });

  privileges('nothing is reachable for a role of any name that default privileges favour', async () => {
    const host = await db.open({ ids: 'uuid', engine: false });
    const roles = `public, anon, authenticated, service_role, ${roleName}`;
    await host.client.query(
      `
      alter default privileges in schema public grant all on functions to ${roles};
      alter default privileges in schema public grant all on tables to ${roles};
      alter default privileges in schema public grant all on sequences to ${roles};
      alter default privileges grant execute on functions to ${roles} with grant option;
      alter default privileges grant all on tables to ${roles};
      alter default privileges grant all on sequences to ${roles};
      alter default privileges grant all on schemas to ${roles};`.replace(
        /public, ([^;]*) with grant option/g,
        '$1 with grant option',
      ),
    );
    await host.client.query('create table public.canary (id bigint generated always as identity)');
    for (const role of ['anon', 'authenticated', 'service_role', roleName]) {
      assert.is(
        await one(host.client, `select has_table_privilege($1, 'public.canary', 'delete')`, [role]),
        true,
        'the defaults are in force',
      );
    }
    await host.client.query(installFile);
    await host.client.query(installFile);
    for (const role of ['anon', 'authenticated', 'service_role', roleName])
      assert.equal(await reachable(host.client, role), [], role);
    await host.client.query('grant usage on schema lh_engine to service_role');
    assert.equal(await reachable(host.client, 'service_role'), [{ name: 'schema' }], 'the walk sees a grant');
    await host.client.query(installFile);
    assert.equal(await reachable(host.client, 'service_role'), [{ name: 'schema' }], 'which stays');
  });

  for (const grantee of ['operator', 'agent', 'reader'] as const)
    privileges(`lh_engine_${grantee} reaches exactly what the sources grant`, async () => {
      const found = (await reachable(db.client, `lh_engine_${grantee}`)).map(({ name }) => String(name));
      // An agent reads what a reader reads.
      const granted = objects.filter(
        (o) => o.grants.includes(grantee) || (grantee === 'agent' && o.grants.includes('reader')),
      );
      const names = await rows(
        db.client,
        `select case when n like '%(%' then to_regprocedure(
         regexp_replace(n, 'public.lh_[a-z_]+.id%type', 'bigint', 'g'))::text else to_regclass(n)::text end as name
       from unnest($1::text[]) as n`,
        [granted.map((o) => o.name)],
      );
      const adapters = await rows(
        db.client,
        `select 'lh_engine.' || view_name as name from (select distinct view_name from lh_engine.adapter_columns()) as v`,
      );
      const expected = [...names, { name: 'schema' }, ...adapters];
      assert.equal(found.sort(), expected.map(({ name }) => String(name)).sort());
    });

  privileges('JavaScript is reached in one way only, by SELECT INTO, and under no changed role', async () => {
    const callers = await rows(
      db.client,
      `select oid::regprocedure::text as name, prosrc from pg_proc
     where prosrc ~ 'lh_engine\\.js\\((?!text)' and pronamespace in ('lh_engine'::regnamespace, 'public'::regnamespace)`,
    );
    assert.equal(
      callers.map(({ name }) => name),
      ['lh_engine.call_js(text,json)'],
    );
    assert.match(String(callers[0]?.prosrc), 'select lh_engine.js(p_operation, p_input) into v_answer;');
    // In plain there is no JavaScript behind the entry; the lint test has the reason for its rights.
    const definers = await rows(
      db.client,
      `select oid::regprocedure::text from pg_proc
     where not (oid = to_regprocedure('lh_engine.js(text, json)') and lh_engine.language() = 'plain')
       and (prosecdef and prorettype <> 'trigger'::regtype or exists (select from unnest(proconfig) as c where c ~ '^role='))
       and (pronamespace = 'lh_engine'::regnamespace or proname ~ '^lh_')`,
    );
    assert.equal(definers, []);
  });
});
