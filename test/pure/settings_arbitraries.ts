// Any value that the catalog allows for a setting.
import fc from 'fast-check';
import { type SettingKey, settingsByKey } from '../../src/plv8/settings/catalog.ts';

export const allowedValue = (key: SettingKey): fc.Arbitrary<unknown> => {
  const setting = settingsByKey[key];
  switch (setting.type) {
    case 'number': {
      const { min, max, minExclusive = false } = setting;
      return fc.double({ min, max, minExcluded: minExclusive, noNaN: true });
    }
    case 'integer':
      return fc.integer({ min: setting.min, max: setting.max });
    case 'optional_integer':
      return fc.option(fc.integer({ min: setting.min, max: setting.max }));
    case 'boolean':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...setting.choices);
    case 'text':
      return fc.string({ minLength: 1 });
    case 'text_list':
      return fc.array(fc.string({ minLength: 1 }));
  }
};
