// The names that settings choose between and that code elsewhere has one object for: a name added here does not compile
// until it has its object. Knows no setting.

/** The first is in force where nothing was set; each of the others may give a setting a default of its own. */
export const profileNames = ['basic', 'rigorous'] as const;
export type Profile = (typeof profileNames)[number];

export const [firstProfile, ...otherProfiles] = profileNames;
export type OtherProfile = (typeof otherProfiles)[number];

/** The decision rules; src/plv8/testing/recommendation.ts has the rule of each name. */
export const ruleNames = ['fixed_thresholds', 'sequential'] as const;
export type RuleName = (typeof ruleNames)[number];

/** Names of earlier releases with those of today: accepted for ever, and read so in what was stored. */
export type FormerNames<Name extends string = string> = Readonly<Record<string, Name>>;
export const formerProfiles: FormerNames<Profile> = { brief: 'basic' };
export const formerRules: FormerNames<RuleName> = { brief: 'fixed_thresholds' };

/** What a name of any release is called today; what is no former name stays as it is. */
export const nameToday = <T>(former: FormerNames, name: T): T | string =>
  Object.entries(former).find(([old]) => old === name)?.[1] ?? name;
