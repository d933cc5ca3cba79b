// What a setting is: its type, range, default per profile and meaning. Knows no particular setting.

export type Profile = 'brief' | 'rigorous';

type Base<T> = {
  readonly key: string;
  readonly default: T;
  /** The default under profile "rigorous", where it differs. */
  readonly rigorous?: T;
  readonly unit: string;
  readonly meaning: string;
};

export type NumberSetting = Base<number> & {
  readonly type: 'number' | 'integer';
  readonly min: number;
  readonly max: number;
  /** Nullable numbers read null as "no limit". */
  readonly minExclusive?: boolean;
};
export type OptionalNumberSetting = Base<number | null> & {
  readonly type: 'optional_integer';
  readonly min: number;
  readonly max: number;
};
export type BooleanSetting = Base<boolean> & { readonly type: 'boolean' };
export type ChoiceSetting = Base<string> & { readonly type: 'choice'; readonly choices: readonly string[] };
export type TextSetting = Base<string> & { readonly type: 'text' };
export type TextListSetting = Base<readonly string[]> & { readonly type: 'text_list' };

export type Setting =
  | NumberSetting
  | OptionalNumberSetting
  | BooleanSetting
  | ChoiceSetting
  | TextSetting
  | TextListSetting;
