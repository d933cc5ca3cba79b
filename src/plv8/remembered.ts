// Results that are computed once and kept by what they follow from, as long as the session lives. Knows nothing of what
// is computed; where there is no JavaScript nothing is kept, and the result is the same.

const limit = 2000;
const results = new Map<string, unknown>();

/** What `compute` gives, or gave before under the same key. A key names the computation and all that goes into it. */
export const remembered = <T>(key: string, compute: () => T): T => {
  if (results.has(key)) return results.get(key) as T;
  if (results.size >= limit) results.clear();
  const result = compute();
  results.set(key, result);
  return result;
};
