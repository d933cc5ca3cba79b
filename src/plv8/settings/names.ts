// The names that settings choose between and that code elsewhere has one object for: a name added here does not compile
// until it has its object. Knows no setting.

/** The first is in force where nothing was set; each of the others may give a setting a default of its own. */
export const profileNames = ['brief', 'rigorous'] as const;
export type Profile = (typeof profileNames)[number];

export const [firstProfile, ...otherProfiles] = profileNames;
export type OtherProfile = (typeof otherProfiles)[number];

/** The decision rules; src/plv8/testing/recommendation.ts has the rule of each name. */
export const ruleNames = ['brief', 'sequential'] as const;
export type RuleName = (typeof ruleNames)[number];
