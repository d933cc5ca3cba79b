// What a new skill and its test are called: a version that no other has, cut to what the host's columns hold so that the
// version stays. Knows neither where names are kept nor why a skill is spawned.
import type { PlanInput } from './document.ts';

export type Names = { readonly skill: string; readonly test: string };

/** The name in so many letters; what is cut is the text before the version. */
const named = (text: string, version: number, limit: number | null): string => {
  const ending = ` v${version}`;
  return limit === null || text.length + ending.length <= limit
    ? text + ending
    : text.slice(0, Math.max(0, limit - ending.length)) + ending;
};

/** The number behind the last " v", or one that no version has. */
const versionOf = (name: string): number => {
  const parts = name.split(' v');
  const version = Number(parts[parts.length - 1]);
  return Number.isSafeInteger(version) ? version : 0;
};

/**
 * The names with the first version from `from` on that is free in both tables. `taken` is in lower case, because a
 * unique index may take no note of case.
 */
export const freeNames = (
  skillType: string,
  from: number,
  taken: readonly string[],
  limits: PlanInput['name_limits'],
): Names => {
  const at = (version: number): Names => ({
    skill: named(`Auto-spawned ${skillType}`, version, limits?.skill_name ?? null),
    test: named(`Test: Auto-spawned ${skillType}`, version, limits?.test_name ?? null),
  });
  const isOurs = (name: string): boolean => {
    const { skill, test } = at(versionOf(name));
    return name === skill.toLowerCase() || name === test.toLowerCase();
  };
  const versions = taken.filter(isOurs).map(versionOf);
  let free = from;
  for (const version of versions.sort((a, b) => a - b)) if (version === free) free += 1;
  return at(free);
};
