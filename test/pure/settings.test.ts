// The settings catalog and its validation.
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { answer } from '../../src/plv8/entry.ts';
import { parse } from '../../src/plv8/parse.ts';
import {
  absentValues,
  defaultsOf,
  recordedKeys,
  settingKeys,
  settingsByKey,
} from '../../src/plv8/settings/catalog.ts';
import * as decisions from '../../src/plv8/settings/decisions.ts';
import * as detection from '../../src/plv8/settings/detection.ts';
import * as engine from '../../src/plv8/settings/engine.ts';
import { profileNames } from '../../src/plv8/settings/names.ts';
import { nearestKeys } from '../../src/plv8/settings/operations.ts';
import { settingsSchema } from '../../src/plv8/settings/schemas.ts';
import * as spawning from '../../src/plv8/settings/spawning.ts';
import * as thresholds from '../../src/plv8/settings/thresholds.ts';
import { allowedValue } from './settings_arbitraries.ts';

type Refused = {
  readonly refusal?: { sqlstate: string; message: string; hint: string };
  readonly result?: unknown;
};

const change = (key: unknown, value: unknown): Refused => answer('check_setting', { key, value }) as Refused;

const settings = suite('settings');

settings('each setting has a unit and a meaning, and each default is allowed under every profile', () => {
  for (const key of settingKeys) {
    const { unit, meaning } = settingsByKey[key];
    assert.ok(unit.length > 0 && meaning.endsWith('.'), key);
    for (const profile of profileNames)
      assert.is(change(key, defaultsOf(profile)[key]).refusal, undefined, key);
  }
});

settings('an unknown key is refused with the nearest keys', () => {
  const { refusal } = change('spawning.cooling_of_days', 3);
  assert.is(refusal?.sqlstate, 'LH002');
  assert.match(refusal?.hint ?? '', /spawning\.cooling_off_days/);
  assert.is(nearestKeys('profil')[0], 'profile');
  // The length of what was typed must not decide how long the refusal takes.
  const since = performance.now();
  assert.is(nearestKeys('x'.repeat(1_000_000)).length, 3);
  assert.ok(performance.now() - since < 100);
});

settings('a value of the wrong type or range is refused with the range', () => {
  for (const value of [-1, 3651, 1.5, '3', null, true, [], {}]) {
    const { refusal } = change('spawning.cooling_off_days', value);
    assert.is(refusal?.sqlstate, 'LH003', JSON.stringify(value));
    assert.match(refusal?.hint ?? '', /an integer from 0 to 3650/);
  }
  assert.is(change('profile', 'reckless').refusal?.sqlstate, 'LH003');
  assert.is(change('spawning.max_running_tests', null).refusal, undefined);
  assert.is(change('security.trusted_roles', ['a', '']).refusal?.sqlstate, 'LH003');
});

settings('a refused value is quoted as it was typed, also one beyond the doubles', () => {
  const message = (value: number, text?: string): string =>
    (answer('check_setting', { key: 'spawning.min_sample_size', value, text }) as Refused).refusal?.message ??
    '';
  assert.is(message(Infinity, `1${'0'.repeat(999)}`), 'spawning.min_sample_size cannot be 1e999');
  assert.is(message(-Infinity, `-25${'0'.repeat(400)}`), 'spawning.min_sample_size cannot be -25e400');
  assert.is(message(0, '0.0'), 'spawning.min_sample_size cannot be 0');
});

settings('a key that every JavaScript object has is as unknown as any other', () => {
  assert.is(change('constructor', 1).refusal?.sqlstate, 'LH002');
  assert.is((answer('toString', {}) as Refused).refusal?.sqlstate, 'LH001');
});

settings('a record without a setting means what it could only have meant when it was made', () => {
  // Of 1.0.0, whose records had all of these, the defaults of the day; never to be changed.
  const released: Partial<typeof absentValues> = {
    'decisions.rule': 'fixed_thresholds',
    'decisions.keep_lift_pct': 10,
    'decisions.kill_lift_pct': 5,
    'decisions.kill_p_value': 0.1,
    'decisions.planned_lift': 0.2,
    'decisions.maturity_days': 0,
    'decisions.max_test_days': 180,
    'decisions.gate_sample_ratio': true,
    'decisions.sample_ratio_p_value': 0.001,
    'decisions.sample_ratio_min_leads': 8,
    'decisions.gate_guardrails': true,
    'decisions.guardrail_p_value': 0.01,
    'decisions.guardrail_min_leads': 30,
    'decisions.gate_simpson': true,
    'decisions.segment_p_value': 0.05,
    'spawning.traffic_allocation_pct': 50,
    'spawning.min_sample_size': 100,
    'spawning.confidence_level': 0.95,
  };
  assert.equal({ ...absentValues, ...released }, absentValues);
  for (const key of recordedKeys) assert.is(change(key, absentValues[key]).refusal, undefined, key);
});

settings('no key stands in two groups, where the second would silently replace the first', () => {
  const groups = [engine, detection, thresholds, spawning, decisions].flatMap((file) => Object.values(file));
  const keys = groups.flatMap((group) => Object.keys(group));
  assert.equal([...keys].sort(), [...settingKeys].sort());
});

settings('every value that the catalog allows is accepted as it is and fits the schema of documents', () => {
  for (const key of settingKeys)
    fc.assert(
      fc.property(allowedValue(key), (value) => {
        const text = JSON.stringify({ [key]: value });
        const { result, refusal } = change(key, JSON.parse(text)[key]);
        assert.is(refusal, undefined, text);
        assert.equal(result, { key, value }, text);
        assert.equal(parse(settingsSchema([key]), JSON.parse(text)), { [key]: value }, text);
      }),
    );
});

settings('a former name is accepted for ever, is one of today where it is read, and is never offered', () => {
  const former = settingKeys.flatMap((key) => {
    const setting = settingsByKey[key];
    return setting.type === 'choice'
      ? Object.entries(setting.former ?? {}).map(([old, today]) => ({ key, old, today }))
      : [];
  });
  assert.equal(former, [
    { key: 'profile', old: 'brief', today: 'basic' },
    { key: 'decisions.rule', old: 'brief', today: 'fixed_thresholds' },
  ]);
  for (const { key, old, today } of former) {
    assert.equal(change(key, old).result, { key, value: today });
    assert.equal(parse(settingsSchema([key]), { [key]: old }), { [key]: today });
    assert.not.match(change(key, 'nonsense').refusal?.hint ?? '', old);
  }
  assert.is(change('decisions.rule', 'constructor').refusal?.sqlstate, 'LH003');
});

settings.run();
