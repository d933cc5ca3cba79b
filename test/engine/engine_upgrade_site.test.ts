// What a site has built on a release is there after the upgrade: its views, its grants and the options of views, every
// name and column that it may call. Where it cannot be, the upgrade says so and changes nothing.
import type pg from 'pg';
import * as assert from 'uvu/assert';
import { readReleases, releasedInventories } from '../../build/release/released.ts';
import { dropsBetween } from '../../build/release/upgrade.ts';
import { readVersion } from '../../build/render.ts';
import { errorOf, installFile, one, rows, type TestDatabase } from '../support/database.ts';
import { dump, same } from '../support/dumps.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { requireForFile } from '../support/needs.ts';
import { install, migrationsSince, releases } from '../support/release.ts';

await requireForFile('plv8');

const present = await readVersion();

const migrations = new Map<string, readonly string[]>();
for (const release of releases) migrations.set(release, await migrationsSince(release));

/** The ways of a release to the present: the second only where something was changed since. */
const roadsFrom = (release: string): readonly (readonly [string, string])[] => {
  const scripts = migrations.get(release) ?? [];
  return [
    ['dist/install.sql', installFile],
    ...(scripts.length === 0 ? [] : [['the migrations since', scripts.join('\n')] as const]),
  ];
};
const inventories = new Map(releasedInventories(readReleases()));
/** What an upgrade takes away from a site that may stand on it: each has its line in CHANGELOG.md. */
const dropped: Readonly<Record<string, readonly string[]>> = { '1.0.0': [] };

/** Columns of the views and tables of the engine, with their types as `create or replace view` compares them. */
const columnsOf = async (client: pg.Client): Promise<ReadonlyMap<string, readonly string[]>> =>
  new Map(
    (
      await rows(
        client,
        `select
           'view ' || c.oid::regclass as id,
           array_agg(
             format('%I %s%s', a.attname, format_type(a.atttypid, a.atttypmod), ' collate ' || nullif(a.attcollation, 0)::regcollation)
             order by a.attnum
           ) as columns
         from pg_class as c
         join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
         where c.relnamespace = 'lh_engine'::regnamespace and c.relkind in ('v', 'r')
         group by c.oid`,
      )
    ).map(({ id, columns }) => [id as string, columns as string[]]),
  );

/** All that a role may call, with what it says of its arguments and results. */
const routinesOf = async (client: pg.Client): Promise<readonly string[]> =>
  (
    await rows(
      client,
      `select format('%s: %s, %s', p.oid::regprocedure, pg_get_function_identity_arguments(p.oid), pg_get_function_result(p.oid)) as line
       from pg_proc as p
       where p.pronamespace = 'lh_engine'::regnamespace
         or p.oid in (select to_regprocedure(f.name) from lh_engine.facades() as f)`,
    )
  ).map(({ line }) => line as string);

engineSuite('what a site built on a release', { isolation: 'none', engine: false }, (site, { ids, open }) => {
  const role = `lh_site_${process.pid}_${ids}`;
  const owned = `lh_site_owner_${process.pid}_${ids}`;

  const released = async (version: string): Promise<TestDatabase> => {
    const db = await open({ engine: false });
    await install(db.client, version);
    return db;
  };

  const withRoles = async (client: pg.Client, work: () => Promise<unknown>): Promise<void> => {
    await client.query(`create role ${role}; create role ${owned}`);
    try {
      await work();
    } finally {
      await client.query(`rollback; drop owned by ${role}, ${owned} cascade; drop role ${role}, ${owned}`);
    }
  };

  /** Rights on views, and their options, that an upgrade leaves as they are. */
  const rightsOn = (client: pg.Client): Promise<unknown> =>
    rows(
      client,
      `select c.oid::regclass::text as name, c.oid, c.relowner::regrole::text, c.reloptions,
         array(select x::text from unnest(c.relacl) as x order by 1) as acl,
         array(select a.attacl::text from pg_attribute as a where a.attrelid = c.oid and a.attacl is not null order by a.attnum) as columns
       from pg_class as c
       where c.oid in ('lh_engine.settings'::regclass, 'lh_engine.segment_report'::regclass, 'lh_engine.running_tests'::regclass)
       order by 1`,
    );

  for (const version of releases)
    for (const [road, script] of roadsFrom(version))
      site(
        `its views on those of ${version} stay through ${road}, with what was granted on each`,
        async () => {
          const { client } = await released(version);
          await withRoles(client, async () => {
            await client.query(`
              create view public.site_settings as select key, value from lh_engine.settings;
              create view public.site_segments as select * from lh_engine.segment_report;
              grant usage on schema lh_engine to ${role}, ${owned};
              grant select (key), select (value) on lh_engine.settings to ${role} with grant option;
              grant select on lh_engine.segment_report to ${owned} with grant option;
              set role ${owned};
              grant select on lh_engine.segment_report to ${role};
              reset role;
              alter view lh_engine.settings set (security_barrier = true);
              alter view lh_engine.running_tests set (security_barrier = true);`);
            const before = await rightsOn(client);
            await client.query(script);
            assert.equal(await rightsOn(client), before);
            assert.ok(await one(client, 'select count(*) > 50 from public.site_settings'));
            assert.is(await one(client, 'select count(*)::int from public.site_segments'), 0);
            await install(client);
            assert.equal(await rightsOn(client), before, 'a second installation keeps them too');
          });
        },
      );

  // Names that 1.0.0 has and 1.1.0 renamed.
  for (const [road, script] of roadsFrom('1.0.0'))
    site(
      `the names of 1.0.0 show through ${road} what they became, with what was granted on each`,
      async () => {
        const { client } = await released('1.0.0');
        await withRoles(client, async () => {
          await client.query(`
          create view public.site_turns as select taken_at from lh_engine.turns;
          grant select on lh_engine.turns to ${role};
          grant execute on function lh_engine.setting_definitions() to ${role};`);
          await client.query(script);
          assert.equal(
            await one(
              client,
              `select array[
               has_table_privilege('${role}', 'lh_engine.turns', 'select'),
               has_table_privilege('${role}', 'lh_engine.cycle_fence', 'select'),
               has_function_privilege('${role}', 'lh_engine.setting_catalog()', 'execute'),
               exists (select from public.site_turns),
               exists (select from lh_engine.turns)
             ]`,
            ),
            [true, true, true, true, true],
          );
          assert.equal(
            await rows(
              client,
              'select d.key, d.default_brief as "default" from lh_engine.setting_definitions() as d order by d."position"',
            ),
            await rows(client, 'select s.key, s."default" from lh_engine.settings as s'),
          );
        });
      },
    );

  // Names that were free in 1.0.0.
  for (const [object, definition] of [
    ['table lh_engine.cycle_fence', 'table lh_engine.cycle_fence (id int)'],
    ['view lh_engine.test_segments', 'view lh_engine.test_segments as select 1 as a'],
    ['type lh_engine.cycle_fence', "type lh_engine.cycle_fence as enum ('a')"],
    ['index lh_engine.cycle_fence_pkey', 'index cycle_fence_pkey on lh_engine.events (kind)'],
    [
      'function lh_engine.setting_catalog()',
      "function lh_engine.setting_catalog() returns text language sql as $$ select 'mine' $$",
    ],
  ] as const)
    site(`a ${object} of its own stops the upgrade from 1.0.0 by name, and nothing is changed`, async () => {
      const db = await released('1.0.0');
      await db.client.query(`create ${definition}`);
      const before = await dump(db.url);
      for (const [, script] of roadsFrom('1.0.0')) {
        const error = await errorOf(() => db.client.query(script));
        await db.client.query('rollback');
        assert.is(error.code, 'LH008', error.message);
        assert.match(error.message, object);
        assert.match(String(error.hint), 'Rename those objects');
        same(await dump(db.url), before);
      }
      await db.client.query(`drop ${object}`);
      await install(db.client);
    });

  for (const version of releases)
    site(`every name, argument and column of ${version} can still be called`, async () => {
      const old = await released(version);
      const { first, last } = dropsBetween(inventories.get(version) ?? new Map(), present.inventory);
      assert.equal([...first, ...last], dropped[version] ?? [], 'what is dropped was meant to be');
      const gone = new Set<unknown>();
      for (const id of [...first, ...last])
        gone.add(
          /^(function|procedure) /.test(id)
            ? await one(old.client, 'select to_regprocedure($1)::text', [id.replace(/^\w+ /, '')])
            : id,
        );
      const columns = await columnsOf(old.client);
      const routines = await routinesOf(old.client);
      assert.ok(columns.size > 20 && routines.length > 100);
      const { client } = await open({ engine: true });
      const [nowColumns, nowRoutines] = [await columnsOf(client), new Set(await routinesOf(client))];
      for (const [id, names] of columns)
        if (!gone.has(id))
          assert.equal(
            nowColumns.get(id)?.slice(0, names.length),
            names,
            `${id} has other columns than in ${version}: append columns, and give one that changes its type another name`,
          );
      assert.equal(
        routines.filter((line) => !gone.has(line.split(':')[0]) && !nowRoutines.has(line)),
        [],
      );
    });
});
