// The settings catalog and its validation.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { answer } from '../../src/plv8/entry.ts';
import { settingsCatalog } from '../../src/plv8/settings/catalog.ts';
import { nearestKeys } from '../../src/plv8/settings/operations.ts';

type Refused = {
  readonly refusal?: { sqlstate: string; message: string; hint: string };
  readonly result?: unknown;
};

const change = (key: unknown, value: unknown): Refused => answer('check_setting', { key, value }) as Refused;

const settings = suite('settings');

settings(
  'each key stands once, with a unit and a meaning, and each default is allowed under both profiles',
  () => {
    assert.is(new Set(settingsCatalog.map((s) => s.key)).size, settingsCatalog.length);
    for (const s of settingsCatalog) {
      assert.ok(s.unit.length > 0 && s.meaning.endsWith('.'), s.key);
      assert.is(change(s.key, s.default).refusal, undefined, s.key);
      assert.is(change(s.key, s.rigorous ?? s.default).refusal, undefined, s.key);
    }
  },
);

settings('an unknown key is refused with the nearest keys', () => {
  const { refusal } = change('spawning.cooling_of_days', 3);
  assert.is(refusal?.sqlstate, 'LH002');
  assert.match(refusal?.hint ?? '', /spawning\.cooling_off_days/);
  assert.is(nearestKeys('profil')[0], 'profile');
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

settings.run();
