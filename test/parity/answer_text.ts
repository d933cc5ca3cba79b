// How answers of the library are compared: with the order of their keys, where that may be seen.

const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, canonical(item)]),
  );
};

/** Answers that the engine keeps as jsonb alone, which orders keys in its own way; all others may be shown as they are. */
const keptAsJsonb = ['detect', 'plan', 'analyze'];
/** An answer as text, of which two worlds that answer alike have the same. */
export const textOf = (operation: string, value: unknown): string =>
  JSON.stringify(keptAsJsonb.includes(operation) ? canonical(value) : value);
