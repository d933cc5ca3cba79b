// Settings in the database: what is set is read as the same value in the type that the catalog gives it.
import fc from 'fast-check';
import type pg from 'pg';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { defaultsOf, type SettingKey, settingKeys, settingsByKey } from '../../src/plv8/settings/catalog.ts';
import { settingIn, settingOf, sqlTypes } from '../../src/sql/kit/settings.ts';
import { sql } from '../../src/sql/kit/sql.ts';
import { allowedValue } from '../pure/settings_arbitraries.ts';
import { createDatabase, one, type TestDatabase } from '../support/database.ts';

const settings = suite('settings in the database');
let db: TestDatabase;
let client: pg.Client;

settings.before(async () => {
  db = await createDatabase({ ids: 'bigint' });
  client = db.client;
});
settings.after(() => db.drop());
settings.before.each(async () => {
  await client.query('begin');
});
settings.after.each(async () => {
  await client.query('rollback');
});

const typeNames: Readonly<Record<string, string>> = { float8: 'double precision' };

const read = async (key: SettingKey) => {
  const now = settingOf(key).sqlText;
  const inJson = settingIn(sql`lh_engine.settings_json()::jsonb`, key).sqlText;
  const { rows } = await client.query(
    `select to_json(${now}) as now, to_json(${inJson}) as in_json, pg_typeof(${now})::text as type`,
  );
  return rows[0] as { now: unknown; in_json: unknown; type: string };
};

settings('each setting is read in its own type, and has its default where nothing is set', async () => {
  for (const key of settingKeys) {
    const type = sqlTypes[settingsByKey[key].type];
    const value = defaultsOf('brief')[key];
    assert.equal(await read(key), { now: value, in_json: value, type: typeNames[type] ?? type }, key);
  }
});

settings('each value that is set is read as the same value', async () => {
  // Texts and numbers that jsonb cannot hold as they are (NUL, lone surrogates, -0) are not among the values of today.
  for (const key of settingKeys.filter((k) => k !== 'engine.time_zone'))
    for (const value of fc.sample(allowedValue(key), { numRuns: 5, seed: 42 })) {
      const text = JSON.stringify(value);
      const returned = await one(client, 'select lh_engine.set_setting($1, $2)', [key, text]);
      const { now, in_json } = await read(key);
      assert.equal([returned, now, in_json], Array(3).fill(JSON.parse(text)), `${key} ${text}`);
    }
});

settings.run();
