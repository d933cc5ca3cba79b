// All settings, in the order in which a person reads them. Keys, types of values, checks, schemas, casts in SQL and the
// reference in docs/settings.md all come from here: a setting is said once.
import { decisionSettings } from './decisions.ts';
import { evidenceSettings, metricsSettings, patternSettings, trendSettings } from './detection.ts';
import { engineSettings } from './engine.ts';
import { firstProfile, otherProfiles, type Profile } from './names.ts';
import { spawningSettings } from './spawning.ts';
import { thresholdSettings } from './thresholds.ts';
import type { Setting, SettingGroup, ValueOf } from './types.ts';

export const settingsCatalog = {
  ...engineSettings,
  ...metricsSettings,
  ...thresholdSettings,
  ...evidenceSettings,
  ...trendSettings,
  ...patternSettings,
  ...spawningSettings,
  ...decisionSettings,
} as const satisfies SettingGroup;

type Catalog = typeof settingsCatalog;
export type SettingKey = keyof Catalog;
export type SettingValue<K extends SettingKey> = ValueOf<Catalog[K]>;
export type SettingValues<K extends SettingKey = SettingKey> = { readonly [P in K]: SettingValue<P> };

/** The keys whose values extend a type: SettingKeyOf<number> for those that are read as a number. */
export type SettingKeyOf<T> = { [K in SettingKey]: SettingValue<K> extends T ? K : never }[SettingKey];

/** The settings that recommendations depend on: each says what a record without it means. */
export type RecordedKey = {
  [K in SettingKey]: Catalog[K] extends { readonly absent: unknown } ? K : never;
}[SettingKey];

export const settingKeys = Object.keys(settingsCatalog) as readonly SettingKey[];
export const recordedKeys = settingKeys.filter(
  (key) => 'absent' in settingsCatalog[key],
) as readonly RecordedKey[];

/** The catalog as whoever walks over all settings sees it. */
export const settingsByKey: Readonly<Record<SettingKey, Setting>> = settingsCatalog;

const defaultOf = (setting: Setting, profile: Profile): unknown =>
  profile in setting ? setting[profile as keyof Setting] : setting.default;

/** The defaults of a setting: that of the first profile, and those of the others that differ from it. */
export const defaultsByProfile = (key: SettingKey): Readonly<Partial<Record<Profile, unknown>>> =>
  Object.fromEntries(
    [firstProfile, ...otherProfiles.filter((profile) => profile in settingsByKey[key])].map((profile) => [
      profile,
      defaultOf(settingsByKey[key], profile),
    ]),
  );

const valuesBy = <K extends SettingKey>(
  keys: readonly K[],
  value: (setting: Setting) => unknown,
): SettingValues<K> =>
  Object.fromEntries(keys.map((key) => [key, value(settingsByKey[key])])) as SettingValues<K>;

export const defaultsOf = (profile: Profile): SettingValues =>
  valuesBy(settingKeys, (setting) => defaultOf(setting, profile));

/** What a record of a look means that has none of these settings. */
export const absentValues: SettingValues<RecordedKey> = valuesBy(recordedKeys, (setting) => setting.absent);
