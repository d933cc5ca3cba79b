// How a setting is read in SQL: its key is one of the catalog, its cast follows from its type. Knows no particular
// setting.
import { type SettingKey, settingsByKey } from '../../plv8/settings/catalog.ts';
import type { Setting } from '../../plv8/settings/types.ts';
import { type Fragment, literal, sql, verbatim } from './sql.ts';

/** The type in SQL of a setting's value; a list stays JSON. */
export const sqlTypes = {
  number: 'float8',
  integer: 'integer',
  optional_integer: 'integer',
  boolean: 'boolean',
  choice: 'text',
  text: 'text',
  text_list: 'jsonb',
} as const satisfies Readonly<Record<Setting['type'], string>>;

const typeOf = (key: SettingKey): (typeof sqlTypes)[Setting['type']] => sqlTypes[settingsByKey[key].type];

const cast = (text: Fragment, key: SettingKey): Fragment =>
  typeOf(key) === 'text' ? sql`(${text})` : sql`(${text})::${verbatim(typeOf(key))}`;

/** The key as a constant. */
export const settingKey = (key: SettingKey): Fragment => literal(key);

/** The value that is in force now. */
export const settingOf = (key: SettingKey): Fragment =>
  typeOf(key) === 'jsonb'
    ? sql`lh_engine.setting(${settingKey(key)})`
    : cast(sql`lh_engine.setting(${settingKey(key)}) #>> '{}'`, key);

/** The value in a JSON object of settings. */
export const settingIn = (settings: Fragment, key: SettingKey): Fragment =>
  typeOf(key) === 'jsonb'
    ? sql`(${settings} -> ${settingKey(key)})`
    : cast(sql`${settings} ->> ${settingKey(key)}`, key);
