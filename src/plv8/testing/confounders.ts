// Two running tests on one metric disturb each other: only the older one is analysed.
import type { Test } from './document.ts';

/** For each newer test the older one on its metric; the tests come oldest first. */
export const confounders = (tests: readonly Test[]): ReadonlyMap<string, string> => {
  const first = new Map<string, string>();
  const confounded = new Map<string, string>();
  for (const test of tests) {
    if (test.metric === null) continue;
    const older = first.get(test.metric);
    if (older === undefined) first.set(test.metric, test.ab_test_id);
    else confounded.set(test.ab_test_id, older);
  }
  return confounded;
};
