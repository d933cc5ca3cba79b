// The library in PL/pgSQL in the catalog: whose it is, who reaches it and how, and what remains of it.
import * as assert from 'uvu/assert';
import { errorOf, one, rolesFile, rows, type TestDatabase } from '../support/database.ts';
import { dump, same } from '../support/dumps.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { requireForFile } from '../support/needs.ts';
import { installIn, options } from './language_host.ts';

await requireForFile('plv8');

engineSuite('rights on the language', options, (language, { open }) => {
  const database = (): Promise<TestDatabase> => open({ engine: false });

  language('plain leaves nothing behind when the engine is removed', async () => {
    const { client, url } = await database();
    const before = await dump(url, '--schema-only');
    await installIn(client, 'plain');
    await client.query('select lh_engine.uninstall(confirm => true)');
    same(await dump(url, '--schema-only'), before);
  });

  language('plain is reached through the entry alone, by whoever may call that', async () => {
    const { client } = await database();
    const grantee = `lh_grantee_${process.pid}`;
    await client.query(`
      create role ${grantee};
      alter default privileges grant usage on schemas to ${grantee}, public;
      alter default privileges grant execute on functions to ${grantee};
      alter default privileges grant usage on types to ${grantee};`);
    try {
      await installIn(client, 'plain');
      const schemas = await one(
        client,
        `select array_agg(has_schema_privilege($1, n.oid, 'usage')) from pg_namespace as n where n.nspname like 'lh\\_engine\\_plain%'`,
        [grantee],
      );
      assert.equal(schemas, [false, false]);
      const given = await one(
        client,
        `select count(*)::int
         from (
           select p.proacl, p.proowner, p.pronamespace from pg_proc as p
           union all
           select t.typacl, t.typowner, t.typnamespace from pg_type as t
         ) as o (rights, owner, namespace)
         join pg_namespace as n on n.oid = o.namespace and n.nspname like 'lh\\_engine\\_plain%'
         cross join lateral aclexplode(o.rights) as a
         where a.grantee <> o.owner`,
      );
      assert.is(given, 0);
    } finally {
      await client.query(
        `drop owned by ${grantee}; alter default privileges revoke usage on schemas from public`,
      );
      await client.query(`drop role ${grantee}`);
    }
    await client.query(rolesFile);
    const functions = `select has_function_privilege($1, p.oid, 'execute') as may
      from pg_proc as p where p.pronamespace in ('lh_engine_plain'::regnamespace, 'lh_engine_plain_guarded'::regnamespace)`;
    const all = await rows(client, functions, ['lh_engine_operator']);
    assert.ok(all.length > 500 && all.every(({ may }) => may === false));
    await client.query('begin; set role lh_engine_reader');
    assert.equal(
      await one(client, `select lh_engine.js('normal_quantile', '{"q":0.5}') ->> 'result'`),
      await one(client, `select lh_engine.call_js('normal_quantile', '{"q":0.5}')::text`),
    );
    const error = await errorOf(() =>
      client.query(`select lh_engine_plain.js('normal_quantile', '{"q":0.5}')`),
    );
    assert.is(error.code, '42501');
    await client.query('rollback');
  });

  language('plain may be called in a query over many rows, which then has no workers', async () => {
    const { client } = await database();
    await installIn(client, 'plain');
    await client.query(`
      create table public.many as select g as x from generate_series(1, 50000) as g;
      analyze public.many;
      set parallel_setup_cost to 0; set parallel_tuple_cost to 0; set min_parallel_table_scan_size to 0;`);
    const found = await rows(
      client,
      `select t.p_value from public.many as m
       cross join lateral lh_engine.two_proportion_test(30, 100 + m.x * 0, 45, 100) as t where m.x % 25000 = 1`,
    );
    assert.is(found.length, 2);
  });

  language('plain belongs to the owner of the engine, also after an upgrade by another role', async () => {
    const owner = `lh_plain_owner_${process.pid}`;
    const { client, name } = await database();
    await client.query(`
      create role ${owner} bypassrls;
      grant create on database ${name} to ${owner};
      grant all on schema public to ${owner};
      grant all on all tables in schema public to ${owner};
      grant all on all sequences in schema public to ${owner};
      set role ${owner};`);
    try {
      await installIn(client, 'plain');
      // A superuser runs the code of another role's engine only when told to.
      await client.query(`reset role; set lh_engine.owner to '${owner}'`);
      await installIn(client);
      const others = await one(
        client,
        `select count(*)::int from (
           select p.proowner from pg_proc as p join pg_namespace as n on n.oid = p.pronamespace where n.nspname like 'lh\\_engine%'
           union all
           select n.nspowner from pg_namespace as n where n.nspname like 'lh\\_engine%'
         ) as o (owner)
         where o.owner <> '${owner}'::regrole`,
      );
      assert.is(others, 0);
      await client.query(`set role ${owner}`);
      assert.is(await one(client, `select lh_run_improvement_cycle() ->> 'success'`), 'true');
      await installIn(client, 'plain');
      assert.is(await one(client, `select lh_run_improvement_cycle() ->> 'success'`), 'true');
      await client.query(`reset role; revoke create on database ${name} from ${owner}; set role ${owner}`);
      const error = await errorOf(() => installIn(client));
      await client.query('rollback');
      assert.is(error.code, 'LH004');
      assert.match(String(error.hint), `grant create on database ${name} to ${owner}`);
      assert.is(await one(client, `select lh_run_improvement_cycle() ->> 'success'`), 'true');
    } finally {
      await client.query(`reset role; drop owned by ${owner} cascade; drop role ${owner};`);
    }
  });
});
