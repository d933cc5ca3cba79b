// Settings in the database: what is set is read as the same value in the type that the catalog gives it, and names of
// earlier releases are accepted and carried over.
import fc from 'fast-check';
import type pg from 'pg';
import * as assert from 'uvu/assert';
import { defaultsOf, type SettingKey, settingKeys, settingsByKey } from '../../src/plv8/settings/catalog.ts';
import { settingIn, settingOf, sqlTypes } from '../../src/sql/kit/settings.ts';
import { sql } from '../../src/sql/kit/sql.ts';
import { allowedValue } from '../pure/settings_arbitraries.ts';
import { one } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { leaveOut, missing } from '../support/needs.ts';
import { install } from '../support/release.ts';

const noPlv8 = await missing('plv8');

const typeNames: Readonly<Record<string, string>> = { float8: 'double precision' };

const read = async (client: pg.Client, key: SettingKey) => {
  const now = settingOf(key).sqlText;
  const inJson = settingIn(sql`lh_engine.settings_json()::jsonb`, key).sqlText;
  const { rows } = await client.query(
    `select to_json(${now}) as now, to_json(${inJson}) as in_json, pg_typeof(${now})::text as type`,
  );
  return rows[0] as { now: unknown; in_json: unknown; type: string };
};

const set = (client: pg.Client, key: SettingKey, value: unknown): Promise<unknown> =>
  one(client, 'select lh_engine.set_setting($1, $2)', [key, JSON.stringify(value)]);

engineSuite('settings in the database', { ids: ['bigint'] }, (settings, db) => {
  settings('each is read in its own type, and has its default where nothing is set', async () => {
    for (const key of settingKeys) {
      const type = sqlTypes[settingsByKey[key].type];
      const value = defaultsOf('basic')[key];
      assert.equal(
        await read(db.client, key),
        { now: value, in_json: value, type: typeNames[type] ?? type },
        key,
      );
    }
  });

  settings('under a profile each has the default of the profile', async () => {
    await set(db.client, 'profile', 'rigorous');
    const { rows } = await db.client.query('select key, value, "default", audience from lh_engine.settings');
    const expected = defaultsOf('rigorous');
    assert.equal(
      rows,
      settingKeys.map((key) => ({
        key,
        value: key === 'profile' ? 'rigorous' : expected[key],
        default: expected[key],
        audience: settingsByKey[key].audience,
      })),
    );
  });

  settings('each value that is set is read as the same value', async () => {
    for (const key of settingKeys.filter((k) => k !== 'engine.time_zone'))
      for (const value of fc.sample(allowedValue(key), { numRuns: 5, seed: 42 })) {
        const same = JSON.parse(JSON.stringify(value));
        const returned = await set(db.client, key, value);
        const { now, in_json } = await read(db.client, key);
        assert.equal([returned, now, in_json], [same, same, same], `${key} ${JSON.stringify(value)}`);
      }
  });

  settings('a number is kept as it was typed', async () => {
    const typed = '0.20000000000000000001';
    assert.is(
      await one(db.client, `select lh_engine.set_setting('decisions.planned_lift', '${typed}')::text`),
      typed,
    );
  });

  settings(
    'a whole number with a point is stored as the integer, and what is too small for a double as 0',
    async () => {
      const stored = (key: SettingKey, typed: string) =>
        one(db.client, `select lh_engine.set_setting($1, $2::jsonb)::text`, [key, typed]);
      assert.is(await stored('metrics.refresh_days', '7.0'), '7');
      assert.is(await stored('metrics.refresh_days', '3.1e1'), '31');
      assert.is(await stored('spawning.max_running_tests', '5.000'), '5');
      assert.is(await stored('detection.contact_rate_min', '0.500'), '0.5');
      assert.is(await stored('detection.contact_rate_min', '1e-400'), '0');
      for (const key of [
        'metrics.refresh_days',
        'spawning.max_running_tests',
        'detection.contact_rate_min',
      ] as const)
        await read(db.client, key);
    },
  );

  settings('a name of an earlier release is accepted and becomes the name of today', async () => {
    for (const [key, today] of [
      ['profile', 'basic'],
      ['decisions.rule', 'fixed_thresholds'],
    ] as const) {
      assert.is(await set(db.client, key, 'brief'), today);
      assert.is((await read(db.client, key)).now, today);
      assert.is(
        await one(
          db.client,
          `select data ->> 'new' from lh_engine.events where kind = 'setting' and data ->> 'key' = $1`,
          [key],
        ),
        today,
      );
    }
  });

  settings(
    'operations that take the name of a rule or a profile accept the one of an earlier release',
    async () => {
      const decide = async (rule: string) =>
        (await db.client.query('select * from lh_engine.decide_test(30, 100, 45, 100, rule => $1)', [rule]))
          .rows;
      assert.equal(await decide('brief'), await decide('fixed_thresholds'));
      const settingsUnder = (profile: string) =>
        one<object>(db.client, 'select lh_engine.profile_settings($1)', [profile]);
      await set(db.client, 'profile', 'rigorous');
      assert.equal(await settingsUnder('brief'), await settingsUnder('basic'));
      assert.equal(await settingsUnder('brief'), defaultsOf('basic'));
    },
  );
});

const upgrade = async (client: pg.Client): Promise<void> => {
  await install(client, '1.0.0');
  await set(client, 'profile', 'brief');
  await set(client, 'decisions.rule', 'brief');
  await set(client, 'decisions.keep_lift_pct', 12);
  await install(client);
};

if (noPlv8 === undefined)
  engineSuite(
    'settings that 1.0.0 stored',
    { ids: ['bigint'], engine: false, prepare: upgrade },
    (settings, db) => {
      const stored = async () =>
        (await db.client.query('select key, value from lh_engine.setting_overrides order by key')).rows;

      settings('an upgrade carries names over and leaves the rest', async () => {
        const wanted = [
          { key: 'decisions.keep_lift_pct', value: 12 },
          { key: 'decisions.rule', value: 'fixed_thresholds' },
          { key: 'profile', value: 'basic' },
        ];
        assert.equal(await stored(), wanted);
        assert.is((await read(db.client, 'decisions.rule')).now, 'fixed_thresholds');
      });

      settings('what is put into the table under a former name is read as what it means today', async () => {
        await db.client.query(
          `update lh_engine.setting_overrides set value = '"brief"' where key in ('profile', 'decisions.rule')`,
        );
        const { rows } = await db.client.query('select key, "default" from lh_engine.settings');
        for (const { key, default: value } of rows)
          assert.equal(value, defaultsOf('basic')[key as SettingKey]);
        const { rows: analysed } = await db.client.query('select lh_analyze_ab_tests() as result');
        assert.is(analysed[0]?.result.success, true);
      });
    },
  );
else leaveOut('settings that 1.0.0 stored', noPlv8);
