// Upgrading as an owner who is no superuser: what it needs, what it leaves to others, and what it refuses by name.
import type pg from 'pg';
import * as assert from 'uvu/assert';
import { migrate } from '../../build/migrate.ts';
import { errorOf, installFile, one, type TestDatabase } from '../support/database.ts';
import { engineDump, same } from '../support/dumps.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { requireForFile } from '../support/needs.ts';
import { install, migrationsSince } from '../support/release.ts';

await requireForFile('plv8');

// 1.0.0 knows plv8 alone, and PL/pgSQL needs CREATE on the database at each installation (engine_language_rights).
delete process.env.PGOPTIONS;

const roads = {
  'dist/install.sql': installFile,
  'the migrations since': `set search_path to pg_catalog, pg_temp; ${(await migrationsSince('1.0.0')).join('\n')} reset search_path`,
} as const;

engineSuite('owners', { isolation: 'none' }, (owners, { ids, open }) => {
  const [owner, helper] = ['owner', 'helper'].map((name) => `lh_${name}_${process.pid}_${ids}`) as [
    string,
    string,
  ];

  /** 1.0.0, installed by an owner who then loses CREATE on the database; the session is the owner's. */
  const installed = async (work: (db: TestDatabase) => Promise<void>): Promise<void> => {
    const db = await open({ engine: false });
    const { client, name } = db;
    await client.query(`
      create role ${owner} bypassrls login password '${owner}';
      create role ${helper};
      grant create on database ${name} to ${owner};
      grant all on schema public to ${owner}, ${helper};
      grant all on all tables in schema public to ${owner};
      set role ${owner};`);
    try {
      await install(client, '1.0.0');
      await client.query(`reset role; revoke create on database ${name} from ${owner}; set role ${owner}`);
      await work(db);
    } finally {
      await client.query(
        `rollback; reset role; drop owned by ${owner}, ${helper} cascade; drop role ${owner}, ${helper}`,
      );
    }
  };
  const asDba = (client: pg.Client, script: string): Promise<unknown> =>
    client.query(`reset role; ${script}; set role ${owner}`);

  for (const [road, script] of Object.entries(roads)) {
    owners(`${road} upgrades without CREATE on the database`, () =>
      installed(async ({ client }) => {
        await client.query(script);
        assert.is(await one(client, `select lh_run_improvement_cycle() ->> 'success'`), 'true');
      }),
    );

    owners(`${road} leaves what another role has put into the schema of the engine`, () =>
      installed(async ({ client }) => {
        await asDba(
          client,
          `grant usage, create on schema lh_engine to ${helper};
           set role ${helper};
           create function lh_engine.site_helper() returns integer language sql as 'select 1';
           create view lh_engine.site_view as select 1 as one;
           create table lh_engine.site_table (id bigint generated always as identity primary key);
           reset role;
           create view lh_engine.dba_view as select 1 as one`,
        );
        await client.query(script);
        assert.equal(
          await one(
            client,
            `select array_agg(o.owner::regrole::text order by o.name) from (
               select proname, proowner from pg_proc where proname = 'site_helper'
               union all
               select relname, relowner from pg_class where relname in ('site_view', 'site_table')
             ) as o (name, owner)`,
          ),
          [helper, helper, helper],
        );
        await client.query('reset role');
        const dba = await one(client, 'select current_user');
        const error = await errorOf(() => client.query(installFile));
        await client.query('rollback');
        assert.is(error.code, 'LH008');
        assert.match(error.message, `belongs to role ${owner}`);
        await client.query(`set lh_engine.owner to '${owner}'`);
        await client.query(installFile);
        assert.is(
          await one(client, `select relowner::regrole::text from pg_class where relname = 'dba_view'`),
          dba,
          'also when its owner upgrades',
        );
        await client.query('drop view lh_engine.dba_view');
      }),
    );

    owners(`${road} refuses by name what belongs to a role that the owner is no member of`, () =>
      installed(async ({ client, url }) => {
        await asDba(
          client,
          `grant usage, create on schema lh_engine to ${helper};
           alter view lh_engine.settings owner to ${helper};
           alter function public.lh_assign_ab_test owner to ${helper};
           alter function lh_engine.clock owner to ${helper}`,
        );
        const before = await engineDump(url);
        const error = await errorOf(() => client.query(script));
        await client.query('rollback');
        assert.is(error.code, 'LH008');
        const type = ids === 'uuid' ? 'uuid' : 'bigint';
        assert.is(
          error.message,
          `nothing was changed: role ${owner} may not replace lh_engine.clock() of ${helper}, lh_engine.settings of ${helper}, public.lh_assign_ab_test(${type}) of ${helper}`,
        );
        assert.match(String(error.hint), `member of ${helper}`);
        same(await engineDump(url), before);
        await asDba(client, `grant ${helper} to ${owner}`);
        await client.query(script);
        await asDba(client, `revoke ${helper} from ${owner}`);
      }),
    );
  }

  owners('a routine of a stranger that only has a name of ours is to be dropped, not taken over', () =>
    installed(async ({ client }) => {
      await asDba(
        client,
        `create function lh_engine.clock(integer) returns integer language sql as 'select $1';
         alter function lh_engine.clock(integer) owner to ${helper};
         alter function lh_engine.clock() owner to ${helper}`,
      );
      const error = await errorOf(() => client.query(installFile));
      await client.query('rollback');
      assert.match(String(error.hint), 'drop routine lh_engine.clock(integer);');
      assert.match(String(error.hint), `alter routine lh_engine.clock() owner to ${owner};`);
      await asDba(
        client,
        `drop routine lh_engine.clock(integer); alter routine lh_engine.clock() owner to ${owner}`,
      );
      await client.query(installFile);
    }),
  );

  owners('db:migrate says that it needs CREATE on the database', () =>
    installed(async ({ url }) => {
      const asOwner = new URL(url);
      asOwner.username = owner;
      asOwner.password = owner;
      const error = await migrate(asOwner.href).then(
        () => null,
        (e: Error & { hint?: string }) => e,
      );
      assert.match(String(error?.message), 'CREATE on the database');
      assert.match(String(error?.hint), `to ${owner};`);
    }),
  );

  owners('a read-only session is refused with what to do', async () => {
    const { client } = await open({ engine: false });
    await client.query('set default_transaction_read_only to on');
    const error = await errorOf(() => client.query(installFile));
    await client.query('rollback');
    assert.is(error.code, 'LH004');
    assert.match(error.message, 'set default_transaction_read_only to off;');
  });
});
