// The schemas of settings inside documents, made from the catalog. They hold a value to its type, not to its range: a
// record may hold what an earlier range allowed. Knows no particular setting.
import * as v from 'valibot';
import { count, finite, probability } from '../parse.ts';
import { type SettingKey, type SettingValue, settingsByKey } from './catalog.ts';
import { nameToday } from './names.ts';
import type { Setting } from './types.ts';

type Schema<T> = v.GenericSchema<T, T>;
type Schemas<K extends SettingKey> = { readonly [P in K]: Schema<SettingValue<P>> };

const typeSchema = (setting: Setting): v.GenericSchema => {
  switch (setting.type) {
    case 'number':
      // What lies within 0 and 1 is divided by and inverted: no arithmetic is ready for the ends.
      return setting.min > 0 && setting.max < 1 ? probability : finite;
    case 'integer':
      return count;
    case 'optional_integer':
      return v.nullable(count);
    case 'boolean':
      return v.boolean();
    case 'choice': {
      const { choices, former = {} } = setting;
      return v.pipe(
        v.unknown(),
        v.transform((name) => nameToday(former, name)),
        v.picklist(choices),
      );
    }
    case 'text':
      return v.string();
    case 'text_list':
      return v.array(v.string());
  }
};

export const settingSchema = <K extends SettingKey>(key: K): Schema<SettingValue<K>> =>
  typeSchema(settingsByKey[key]) as Schema<SettingValue<K>>;

/** The schema of an object that has these settings by their keys. */
export const settingsSchema = <K extends SettingKey>(
  keys: readonly K[],
): v.ObjectSchema<Schemas<K>, undefined> =>
  v.object(Object.fromEntries(keys.map((key) => [key, settingSchema(key)])) as Schemas<K>);
