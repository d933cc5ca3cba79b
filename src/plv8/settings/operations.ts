// Validates a change of a setting. The catalog says what is allowed; this says it in words.
import * as v from 'valibot';
import { refuse } from '../errors.ts';
import type { Operations } from '../operation.ts';
import { parse } from '../parse.ts';
import { type SettingKey, settingKeys, settingsByKey } from './catalog.ts';
import { nameToday } from './names.ts';
import type { Setting } from './types.ts';

/** Levenshtein distance (Wagner and Fischer 1974), one row at a time. */
const editDistance = (a: string, b: string): number => {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substitution = (previous[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min((previous[j] as number) + 1, (current[j - 1] as number) + 1, substitution));
    }
    previous = current;
  }
  return previous[b.length] as number;
};

/** Longer than any key with some letters too many: what is longer is no misspelling, and near to none. */
const longestMisspelling = 60;

const distanceOf = (typed: string, known: string): number => {
  if (typed !== '' && known.includes(typed)) return 0;
  return typed.length > longestMisspelling ? typed.length - known.length : editDistance(typed, known);
};

/** The three keys nearest to what was typed: by edit distance, a key that contains the text counting as close. */
export const nearestKeys = (key: string): readonly string[] =>
  settingKeys
    .map((known) => ({
      key: known,
      distance: distanceOf(key, known),
    }))
    .sort((a, b) => a.distance - b.distance || (a.key < b.key ? -1 : 1))
    .slice(0, 3)
    .map((entry) => entry.key);

const expectation = (setting: Setting): string => {
  switch (setting.type) {
    case 'number':
    case 'integer':
      return `a${setting.type === 'integer' ? 'n integer' : ' number'} ${setting.minExclusive ? 'above' : 'from'} ${setting.min} to ${setting.max}`;
    case 'optional_integer':
      return `an integer from ${setting.min} to ${setting.max}, or null`;
    case 'boolean':
      return 'true or false';
    case 'choice':
      return `one of ${setting.choices.map((choice) => `"${choice}"`).join(', ')}`;
    case 'text':
      return 'a text';
    case 'text_list':
      return 'a list of texts';
  }
};

const inRange = (value: unknown, min: number, max: number, exclusive: boolean): boolean =>
  typeof value === 'number' && (exclusive ? value > min : value >= min) && value <= max;

const fits = (setting: Setting, value: unknown): boolean => {
  switch (setting.type) {
    case 'number':
      return inRange(value, setting.min, setting.max, setting.minExclusive === true);
    case 'integer':
      return Number.isInteger(value) && inRange(value, setting.min, setting.max, false);
    case 'optional_integer':
      return value === null || (Number.isInteger(value) && inRange(value, setting.min, setting.max, false));
    case 'boolean':
      return typeof value === 'boolean';
    case 'choice':
      return typeof value === 'string' && setting.choices.includes(value);
    case 'text':
      return typeof value === 'string' && value !== '';
    case 'text_list':
      return Array.isArray(value) && value.every((item) => typeof item === 'string' && item !== '');
  }
};

const knownKey = (key: string): SettingKey =>
  settingKeys.find((known) => known === key) ??
  refuse(
    'unknown_setting',
    `unknown setting "${key}"`,
    `The nearest keys are ${nearestKeys(key).join(', ')}; select key, meaning from lh_engine.settings shows all.`,
  );

const changeInput = v.object({ key: v.string(), value: v.unknown(), text: v.optional(v.string()) });

/** "1000…0" as "1e30", once there are more zeros than anybody types. */
const withExponent = (text: string): string => {
  let end = text.length;
  while (end > 1 && text[end - 1] === '0') end -= 1;
  const digits = text.slice(0, end);
  return text.length - end > 20 && /^-?\d+$/.test(digits) ? `${digits}e${text.length - end}` : text;
};

/** What was typed: a number beyond the doubles is known by its text alone, in which its exponent became zeros. */
const quoted = (value: unknown, text?: string): string =>
  text === undefined || (typeof value === 'number' && Number.isFinite(value))
    ? JSON.stringify(value)
    : withExponent(text);

/**
 * Refuses an unknown key (LH002) and a value of the wrong type or range (LH003); else returns the change, a name of an
 * earlier release as it is called today.
 */
const checkSetting = (input: unknown) => {
  const { key, value: given, text } = parse(changeInput, input);
  const setting = settingsByKey[knownKey(key)];
  const value = setting.type === 'choice' ? nameToday(setting.former ?? {}, given) : given;
  if (!fits(setting, value))
    refuse(
      'bad_setting',
      `${key} cannot be ${quoted(value, text)}`,
      `It takes ${expectation(setting)} (${setting.unit}).`,
    );
  return { key, value };
};

const keyInput = v.object({ key: v.string() });

export const settingsOperations = {
  check_setting: checkSetting,
  check_setting_key: (input) => ({ key: knownKey(parse(keyInput, input).key) }),
} satisfies Operations;
