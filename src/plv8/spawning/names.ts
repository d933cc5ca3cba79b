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

const isFree = (name: string, taken: readonly string[]): boolean => !taken.includes(name.toLowerCase());

/**
 * The names with the first version from `from` on that is free in both tables, compared without case because a unique
 * index may be. Each taken name rules out one version at most, so the search ends.
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
  let version = from;
  const last = from + taken.length;
  while (version < last && !(isFree(at(version).skill, taken) && isFree(at(version).test, taken)))
    version += 1;
  return at(version);
};
