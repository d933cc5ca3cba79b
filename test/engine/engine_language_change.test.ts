// Changing the language of the library under a living database, by an installation, a migration or an upgrade: in the end
// exactly the functions of one language, and the same decisions.
import type pg from 'pg';
import * as assert from 'uvu/assert';
import { migrate } from '../../build/migrate.ts';
import { errorOf, one, rows, setClock, type TestDatabase } from '../support/database.ts';
import { engineDump, liveALittle, rowsOf, same } from '../support/dumps.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { requireForFile } from '../support/needs.ts';
import { install as installRelease, migrationsSince, releases } from '../support/release.ts';
import { installIn, type Language, losePlv8, options } from './language_host.ts';
import { addArms, addLeads, analyze, createTest, now } from './testing_host.ts';

await requireForFile('plv8');

engineSuite('changed language', options, (language, { open }) => {
  const database = (): Promise<TestDatabase> => open({ engine: false });

  language('is plain through graphile-migrate too where the server has no plv8', async () => {
    const [migrated, installed] = [await database(), await database()];
    await losePlv8(migrated.client);
    await losePlv8(installed.client);
    await installIn(installed.client);
    for (const _ of ['new', 'again']) {
      assert.is((await migrate(migrated.url)).language, 'plain');
      same(await engineDump(migrated.url), await engineDump(installed.url));
    }
    await migrated.client.query('select lh_engine.uninstall(confirm => true)');
    assert.is(await one(migrated.client, `select to_regnamespace('graphile_migrate') is null`), true);
  });

  language(
    'that is gone, or is not the one asked for, stops db:migrate with nothing to migrate',
    async () => {
      const { client, url } = await database();
      await installIn(client, 'plv8');
      assert.match((await migrate(url)).language, /^plv8/);
      process.env.PGOPTIONS = '-c lh_engine.language=plain';
      const other = await errorOf(() => migrate(url)).finally(() => delete process.env.PGOPTIONS);
      assert.is(other.code, 'LH004');
      assert.match(other.message, 'is in plv8, and here it would be in plain');
      await losePlv8(client);
      const gone = await errorOf(() => migrate(url));
      assert.is(gone.code, 'LH004');
      assert.match(`${gone.message} ${gone.hint}`, /is gone.*dist\/install\.sql/);
      await installIn(client);
      assert.is((await migrate(url)).language, 'plain', 'as the hint says');
    },
  );

  language('may be plain after a migration, and the next one keeps it', async () => {
    const [migrated, installed] = [await database(), await database()];
    const migrations = await migrationsSince('1.0.0');
    await installRelease(migrated.client, '1.0.0');
    await migrated.client.query(`set lh_engine.language to 'plain'`);
    for (const migration of migrations) await migrated.client.query(migration);
    await migrated.client.query('reset lh_engine.language');
    await installIn(installed.client, 'plain');
    same(await engineDump(migrated.url), await engineDump(installed.url));
    await migrated.client.query(String(migrations.at(-1)));
    same(await engineDump(migrated.url), await engineDump(installed.url));
  });

  language('may change in the middle of a test, both ways, and no decision does', async () => {
    const live = async (change: (client: pg.Client, to: Language) => Promise<void>) => {
      const { client } = await database();
      await installIn(client, 'plv8');
      await setClock(client, '2026-03-02 12:00+00');
      await client.query(`select lh_engine.set_setting('profile', '"rigorous"')`);
      const { test } = await createTest(client, { minimum: 400 });
      await addArms(client, test, [31, 107], [33, 103], { source: 'a', hoursToContact: 1.7 });
      await analyze(client);
      await change(client, 'plain');
      await setClock(client, '2026-03-09 12:00+00');
      await addArms(client, test, [13, 77], [14, 71], { source: 'b', hoursToContact: 0.3 });
      await analyze(client);
      await change(client, 'plv8');
      await setClock(client, '2026-03-16 12:00+00');
      await addArms(client, test, [101, 307], [160, 303]);
      await analyze(client);
      return {
        client,
        looks: await rows(client, `select kind, data from lh_engine.events order by event_id`),
      };
    };
    const disturbed = await live(installIn);
    const twin = await live(async () => undefined);
    assert.ok(disturbed.looks.filter(({ kind }) => kind === 'look' || kind === 'decision').length >= 3);
    assert.equal(disturbed.looks, twin.looks);
    const { client } = disturbed;
    const languages = await rows(
      client,
      `select distinct language from lh_engine.events where kind in ('look', 'decision') order by 1`,
    );
    assert.equal(
      languages.map((row) => row.language),
      ['plain', 'plv8'],
    );
    for (const to of ['plain', 'plv8'] as const) {
      await installIn(client, to);
      const replayed = await rows(
        client,
        `select r.same, r.differences from lh_engine.events as e
         cross join lateral lh_engine.replay_decision(e.event_id) as r
         where e.kind in ('look', 'decision')`,
      );
      assert.ok(replayed.length >= 3);
      for (const row of replayed) assert.equal(row, { same: true, differences: [] });
    }
  });

  language('orders sources by UTF-16 units, in plv8 and in plain', async () => {
    const { client } = await database();
    await installIn(client, 'plv8');
    await setClock(client, now);
    await client.query(`select lh_engine.set_setting('profile', '"rigorous"')`);
    for (const [source, leads, conversions] of [
      ['！shop', 300, 15],
      ['😀shop', 300, 15],
      ['good', 900, 500],
    ] as const)
      await addLeads(client, {
        test: null,
        group: null,
        leads,
        conversions,
        source,
        createdAt: '2026-02-10',
      });
    const segments = () =>
      rows(client, `select segment from lh_detect_bottlenecks('2026-03-01') where segment is not null`);
    const { test } = await createTest(client);
    for (const source of ['！shop', '😀shop', 'a'])
      await addArms(client, test, [31, 107], [33, 103], { source, hoursToContact: 1.7 });
    await analyze(client);
    const inPlv8 = await segments();
    await installIn(client, 'plain');
    assert.equal(await segments(), inPlv8);
    assert.equal(inPlv8, [{ segment: '😀shop' }]);
    const replayed = await rows(
      client,
      `select r.same, r.differences from lh_engine.events as e
       cross join lateral lh_engine.replay_decision(e.event_id) as r
       where e.kind in ('look', 'decision')`,
    );
    assert.ok(replayed.length > 0);
    for (const row of replayed) assert.equal(row, { same: true, differences: [] });
  });

  for (const release of releases)
    language(`plain over ${release} is a fresh installation, and plv8 over that is one too`, async () => {
      const [old, plain, plv8] = [await database(), await database(), await database()];
      await installRelease(old.client, release);
      await liveALittle(old.client);
      const before = await rowsOf(old.client, ['setting_overrides', 'test_plans', 'pauses']);
      await installIn(plain.client, 'plain');
      await installIn(plv8.client, 'plv8');
      await installIn(old.client, 'plain');
      same(await engineDump(old.url), await engineDump(plain.url));
      assert.is(await one(old.client, `select lh_run_improvement_cycle('2026-03-05') ->> 'success'`), 'true');
      await installIn(old.client, 'plv8');
      same(await engineDump(old.url), await engineDump(plv8.url));
      same(await rowsOf(old.client, ['setting_overrides', 'test_plans', 'pauses']), before);
    });
});
