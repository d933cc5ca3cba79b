// Nothing that the catalog accepts can end a cycle: any values of all settings at once, and each at its ends.
import fc from 'fast-check';
import type pg from 'pg';
import * as assert from 'uvu/assert';
import { clock, fill, targetDay } from '../../bench/faults/bad_inputs/host.ts';
import { type SettingKey, settingKeys, settingsByKey } from '../../src/plv8/settings/catalog.ts';
import { allowedValue } from '../pure/settings_arbitraries.ts';
import { one } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';

type Values = readonly (readonly [SettingKey, unknown])[];

/** In one event each, written past set_setting so that a hundred settings take no seconds. */
const set = (client: pg.Client, values: Values): Promise<unknown> =>
  client.query(
    `insert into lh_engine.setting_overrides (key, value, changed_at)
     select e ->> 0, e -> 1, now() from jsonb_array_elements($1::jsonb) as e
     on conflict (key) do update set value = excluded.value`,
    [JSON.stringify(values)],
  );

const ends = (key: SettingKey, end: 'min' | 'max'): unknown => {
  const setting = settingsByKey[key];
  switch (setting.type) {
    case 'number':
      return end === 'min' && setting.minExclusive === true ? Number.MIN_VALUE : setting[end];
    case 'integer':
    case 'optional_integer':
      return setting[end];
    case 'boolean':
      return end === 'max';
    case 'choice':
      return setting.choices.at(end === 'min' ? 0 : -1);
    case 'text':
      return end === 'min' ? 'Etc/GMT+12' : 'Pacific/Kiritimati';
    case 'text_list':
      return end === 'min' ? [] : ['a', "b'c", 'd"e'];
  }
};

engineSuite('any settings', { ids: ['bigint'], now: clock, prepare: fill }, (any, db) => {
  /** Cycles of some days, each to end well; all of it is taken back. */
  const runs = async (values: Values, days: readonly string[]): Promise<void> => {
    await db.client.query('savepoint settings');
    await set(db.client, values);
    for (const day of days)
      assert.is(
        await one(db.client, `select lh_run_improvement_cycle($1) ->> 'success'`, [day]),
        'true',
        JSON.stringify(values),
      );
    await db.client.query('select count(*) from lh_engine.running_tests');
    await db.client.query('rollback to savepoint settings');
  };

  for (const end of ['min', 'max'] as const)
    any(
      `all at their ${end === 'min' ? 'smallest' : 'largest'}, under each rule, a cycle ends well`,
      async () => {
        for (const rule of ['fixed_thresholds', 'sequential'])
          await runs(
            settingKeys.map((key) => {
              const given: Partial<Record<SettingKey, unknown>> = {
                'decisions.rule': rule,
                'engine.dry_run': false,
              };
              return [key, given[key] ?? ends(key, end)];
            }),
            ['2026-02-20', targetDay],
          );
      },
    );

  any('with any values that the catalog accepts a cycle ends well', async () => {
    const zones: string[] = await one(
      db.client,
      'select array_agg(name order by name) from pg_timezone_names',
    );
    const value = (key: SettingKey): fc.Arbitrary<unknown> =>
      key === 'engine.time_zone'
        ? fc.constantFrom(...zones)
        : fc.oneof(allowedValue(key), fc.constantFrom(ends(key, 'min'), ends(key, 'max')));
    const all = fc.tuple(...settingKeys.map((key) => value(key).map((v) => [key, v] as const)));
    for (const values of fc.sample(all, { numRuns: 15, seed: 11 })) await runs(values, [targetDay]);
  });
});
