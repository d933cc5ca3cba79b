// Upgrading a database with a history, on both roads: dist/install.sql over a release, and the committed migrations
// with what the next release will commit. In the end the objects of a fresh installation, and everything remembered.
import type pg from 'pg';
import * as assert from 'uvu/assert';
import { migrate } from '../../build/migrate.ts';
import { readReleases } from '../../build/release/released.ts';
import { renderInstall, renderMigration } from '../../build/render.ts';
import { errorOf, installFile, one, rolesFile, type TestDatabase } from '../support/database.ts';
import { dump, engineDump, liveALittle, memory, rowsOf, run, same } from '../support/dumps.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { newer, older } from '../support/example_versions.ts';
import { requireForFile } from '../support/needs.ts';
import { install, migrationsSince, releases } from '../support/release.ts';

await requireForFile('plv8');

/** What was remembered must be there with the same words; an upgrade may add columns and events. */
const remembered = (client: pg.Client): Promise<string> =>
  rowsOf(client, ['events', 'setting_overrides', 'test_plans', 'pauses']);

// Grants to these roles are part of an installation where they exist: let them exist from the start.
const createRoles = (client: pg.Client): Promise<unknown> => client.query(rolesFile);

engineSuite('upgrade', { isolation: 'none', prepare: createRoles }, (upgrade, { ids, open }) => {
  const database = (): Promise<TestDatabase> => open({ engine: false });

  for (const version of releases)
    upgrade(
      `dist/install.sql over ${version} gives a fresh installation and keeps what is remembered`,
      async () => {
        const [old, fresh] = [await database(), await database()];
        await install(old.client, version);
        assert.is(await one(old.client, 'select engine from lh_engine.version()'), version);
        await liveALittle(old.client);
        assert.ok(await one(old.client, 'select count(*) > 5 from lh_engine.events'));
        const before = await remembered(old.client);
        run('psql', ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-f', 'dist/install.sql', old.url]);
        await fresh.client.query(installFile);
        same(await engineDump(old.url), await engineDump(fresh.url));
        same(await remembered(old.client), before);
        assert.is(
          await one(old.client, `select lh_run_improvement_cycle('2026-03-05') ->> 'success'`),
          'true',
        );
      },
    );

  for (const version of releases)
    upgrade(`the migrations since ${version} give the same, over a history too`, async () => {
      const [old, fresh] = [await database(), await database()];
      await fresh.client.query(installFile);
      await install(old.client, version);
      await liveALittle(old.client);
      const before = await remembered(old.client);
      for (const migration of await migrationsSince(version)) await old.client.query(migration);
      same(await engineDump(old.url), await engineDump(fresh.url));
      same(await remembered(old.client), before);
      assert.is(await one(old.client, `select lh_run_improvement_cycle('2026-03-05') ->> 'success'`), 'true');
    });

  upgrade('an upgrade by another role leaves everything with the owner of the engine', async () => {
    const owner = `lh_owner_${process.pid}_${ids}`;
    const { client, name } = await database();
    await client.query(`
      create role ${owner} bypassrls;
      grant create on database ${name} to ${owner};
      grant all on schema public to ${owner};
      grant all on all tables in schema public to ${owner};
      grant all on all sequences in schema public to ${owner};
      set role ${owner};`);
    try {
      await install(client, '1.0.0');
      // A role of the site whose name begins like those of the engine.
      await client.query(`
        reset role;
        create role lh_engine_${owner};
        grant select on lh_engine.segment_report to lh_engine_${owner};
        grant execute on function lh_engine.setting_definitions() to lh_engine_${owner};
        set lh_engine.owner to '${owner}';`);
      await install(client);
      assert.equal(
        await one(
          client,
          `select array[
             has_table_privilege($1, 'lh_engine.segment_report', 'select'),
             has_table_privilege($1, 'lh_engine.test_segments', 'select'),
             has_function_privilege($1, 'lh_engine.setting_catalog()', 'execute')
           ]`,
          [`lh_engine_${owner}`],
        ),
        [true, true, true],
        'the grants of the site reach what was renamed',
      );
      const others = await one(
        client,
        `select count(*)::int from (
           select proowner from pg_proc where pronamespace = 'lh_engine'::regnamespace or proname like 'lh\\_%analyze%'
           union all
           select relowner from pg_class where relnamespace = 'lh_engine'::regnamespace and relkind in ('r', 'v')
         ) as o (owner)
         where o.owner <> '${owner}'::regrole`,
      );
      assert.is(others, 0);
      await client.query(`set role ${owner}`);
      assert.is(await one(client, `select lh_run_improvement_cycle('2026-03-05') ->> 'success'`), 'true');
      await install(client);
    } finally {
      await client.query(
        `reset role; drop owned by ${owner}, lh_engine_${owner} cascade; drop role ${owner}, lh_engine_${owner};`,
      );
    }
  });

  upgrade(
    'what is gone is dropped and what changes its shape is made again, with the grants of the site',
    async () => {
      const reader = `lh_site_${process.pid}_${ids}`;
      const siteOnExample = `
        create view public.site_leads as select leads, n from lh_engine.example_leads;
        grant select (leads) on lh_engine.example_leads to ${reader};
        grant select (leads) on lh_engine.example_days to ${reader};
        grant select on lh_engine.example_days to ${reader};
        grant execute on function lh_engine.example(date) to ${reader} with grant option;
        revoke execute on function lh_engine.example_share from lh_engine_reader;
        grant execute on function lh_engine.example_share to ${reader} with grant option;`;
      const [byInstall, byMigration, fresh] = [await database(), await database(), await database()];
      await fresh.client.query(`create role ${reader}`);
      try {
        for (const db of [byInstall, byMigration]) {
          await db.client.query(renderInstall(older));
          await liveALittle(db.client);
          await db.client.query(`${siteOnExample} grant select on lh_engine.reasons to ${reader};`);
        }
        const gone =
          /TRIGGER guard_pauses|INDEX pauses_why|VIEW lh_engine\.reasons|FUNCTION lh_engine\.count_example/g;
        assert.is(new Set((await engineDump(byInstall.url)).match(gone)).size, 4);
        const before = await memory(byInstall.url);
        await byInstall.client.query(renderInstall(newer));
        same(await memory(byInstall.url), before);
        await byMigration.client.query(renderMigration(newer));
        await fresh.client.query(renderInstall(newer));
        await fresh.client.query(siteOnExample);
        same(await engineDump(byInstall.url), await engineDump(fresh.url));
        same(await engineDump(byMigration.url), await engineDump(fresh.url));
        assert.is((await engineDump(fresh.url)).match(gone), null);
      } finally {
        for (const { client } of [byInstall, byMigration, fresh])
          await client.query(`drop owned by ${reader}`);
        await fresh.client.query(`drop role ${reader}`);
      }
    },
  );

  upgrade('an upgrade that would take an object of the site along names it and changes nothing', async () => {
    const db = await database();
    await db.client.query(renderInstall(older));
    await db.client.query('create view public.site_days as select day from lh_engine.example_days');
    const before = await dump(db.url);
    const error = await errorOf(() => db.client.query(renderInstall(newer)));
    await db.client.query('rollback');
    assert.is(error.code, 'LH008');
    assert.match(error.message, 'site_days');
    same(await dump(db.url), before);
  });

  upgrade(
    'what install.sql has installed counts as migrated, so that no older migration runs over it',
    async () => {
      const db = await database();
      await db.client.query(renderInstall(newer));
      const before = await engineDump(db.url);
      await migrate(db.url);
      same(await engineDump(db.url), before);
      const own = Object.values(readReleases()).flatMap(({ migrations }) => Object.keys(migrations));
      assert.is(await one(db.client, 'select count(*)::int from graphile_migrate.migrations'), own.length);
      await db.client.query('select lh_engine.uninstall(confirm => true)');
      assert.is(await one(db.client, `select to_regnamespace('graphile_migrate') is null`), true);
    },
  );
});
