// What the compiler says about settings: each line below `@ts-expect-error` is a mistake that must not compile, so
// `npm run check` fails where one does. The tests only run the lines that are right.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { optionsOf } from '../../src/plv8/detection/document.ts';
import { defaultsOf, type SettingKey, type SettingValue } from '../../src/plv8/settings/catalog.ts';
import type { RuleName } from '../../src/plv8/settings/names.ts';
import { settingsSchema } from '../../src/plv8/settings/schemas.ts';
import type { SettingGroup } from '../../src/plv8/settings/types.ts';
import { settingsSchema as recorded, type Settings } from '../../src/plv8/testing/document.ts';

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
const isSame = <A, B>(same: Same<A, B>): void => assert.is(same, true);

const types = suite('types of settings');

types('a key that the catalog does not have is an error', () => {
  // @ts-expect-error misspelled
  const misspelled: SettingKey = 'decisions.maturity_dayz';
  assert.is(misspelled in defaultsOf('rigorous'), false);
  // @ts-expect-error misspelled
  assert.throws(() => optionsOf({}).number('min_evidense'));
  assert.is(optionsOf({}).number('min_evidence'), 1);
  // @ts-expect-error no number
  assert.throws(() => optionsOf({}).number('threshold_inputs'));
  // @ts-expect-error misspelled
  assert.throws(() => settingsSchema(['spawning.min_evidense']));
});

types('the type of a value follows from the catalog', () => {
  isSame<SettingValue<'decisions.maturity_days'>, number>(true);
  isSame<SettingValue<'spawning.max_running_tests'>, number | null>(true);
  isSame<SettingValue<'decisions.gate_simpson'>, boolean>(true);
  isSame<SettingValue<'decisions.rule'>, RuleName>(true);
  isSame<SettingValue<'detection.threshold_inputs'>, 'daily_row' | 'mature_cohorts'>(true);
  isSame<SettingValue<'engine.time_zone'>, string>(true);
  isSame<SettingValue<'security.trusted_roles'>, readonly string[]>(true);
  // @ts-expect-error a number is no boolean
  isSame<SettingValue<'decisions.maturity_days'>, boolean>(true);
});

types('a recommendation reads the settings that its record keeps, and no other', () => {
  isSame<Settings['decisions.gate_simpson'], boolean>(true);
  // @ts-expect-error without a value for records that lack it, a setting cannot be read where recommendations are made
  type Unrecorded = Settings['spawning.cooling_off_days'];
  isSame<Unrecorded, Unrecorded>(true);
  assert.is('spawning.cooling_off_days' in recorded.entries, false);
});

types('a setting in the catalog has every part, of its own type', () => {
  const common = { unit: 'days', audience: 'expert', meaning: 'A number of days.' } as const;
  const right = {
    'a.days': { type: 'integer', default: 1, min: 0, max: 9, ...common },
  } as const satisfies SettingGroup;
  const wrong = {
    // @ts-expect-error the default of an integer is no text
    'a.days': { type: 'integer', default: '1', min: 0, max: 9, ...common },
  } as const satisfies SettingGroup;
  const short = {
    // @ts-expect-error an integer has a range
    'a.days': { type: 'integer', default: 1, ...common },
  } as const satisfies SettingGroup;
  assert.equal(Object.keys(right), [...new Set([wrong, short].flatMap((group) => Object.keys(group)))]);
});

types.run();
