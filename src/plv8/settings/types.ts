// What a setting is: its type, range, defaults and meaning. Knows no particular setting.
import type { FormerNames, OtherProfile } from './names.ts';

type Base<T> = {
  readonly default: T;
  readonly unit: string;
  /** Who changes it: anybody who runs the engine, or somebody who has read how it decides. */
  readonly audience: 'everyday' | 'expert';
  readonly meaning: string;
  /**
   * Of a setting that recommendations depend on, and so is in the record of each look: what a record without it means,
   * made before there was such a setting. It always means "as before", whatever the defaults are now.
   */
  readonly absent?: T;
} & {
  /** The default under a profile, where it differs. */ readonly [P in OtherProfile]?: T;
};

export type NumberSetting = Base<number> & {
  readonly type: 'number' | 'integer';
  readonly min: number;
  readonly max: number;
  readonly minExclusive?: boolean;
};
/** Null means no limit. */
export type OptionalNumberSetting = Base<number | null> & {
  readonly type: 'optional_integer';
  readonly min: number;
  readonly max: number;
};
export type BooleanSetting = Base<boolean> & { readonly type: 'boolean' };
export type ChoiceSetting = Base<string> & {
  readonly type: 'choice';
  readonly choices: readonly string[];
  readonly former?: FormerNames;
};
export type TextSetting = Base<string> & { readonly type: 'text' };
export type TextListSetting = Base<readonly string[]> & { readonly type: 'text_list' };

export type Setting =
  | NumberSetting
  | OptionalNumberSetting
  | BooleanSetting
  | ChoiceSetting
  | TextSetting
  | TextListSetting;

/** Settings of one subject by their keys. */
export type SettingGroup = Readonly<Record<string, Setting>>;

/** What a setting holds once it is read. */
export type ValueOf<S> = S extends { readonly choices: readonly (infer C)[] }
  ? C
  : S extends { readonly type: 'number' | 'integer' }
    ? number
    : S extends { readonly type: 'optional_integer' }
      ? number | null
      : S extends { readonly type: 'boolean' }
        ? boolean
        : S extends { readonly type: 'text_list' }
          ? readonly string[]
          : string;
