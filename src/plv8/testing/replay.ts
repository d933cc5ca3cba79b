// The replay of a record: its inputs are analysed again, and each part that comes out differently is named. Knows no
// rule.
import { analyseTest } from './recommendation.ts';
import { readRecord, recordVersion } from './record.ts';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Whether a value was computed again as it was recorded, whatever the order of keys. With `later`, keys that the record
 * lacks do not count: a later version added them.
 */
const matches = (recorded: unknown, again: unknown, later: boolean): boolean => {
  if (Array.isArray(recorded) && Array.isArray(again))
    return recorded.length === again.length && recorded.every((item, i) => matches(item, again[i], later));
  if (!isObject(recorded) || !isObject(again)) return recorded === again;
  return (
    Object.entries(recorded).every(([key, item]) => key in again && matches(item, again[key], later)) &&
    (later || Object.keys(again).every((key) => key in recorded))
  );
};

/** The parts of a result that are not as the record of a version has them. */
export const differencesOf = (
  parts: Readonly<Record<string, unknown>>,
  again: Readonly<Record<string, unknown>>,
  version: number,
) => {
  const later = version < recordVersion;
  // As the log holds it: a number that JSON cannot carry was recorded as null.
  const computed: Readonly<Record<string, unknown>> = JSON.parse(JSON.stringify(again));
  return Object.entries(computed)
    .filter(([part, value]) => !(part in parts ? matches(parts[part], value, later) : later))
    .map(([part, value]) => ({ part, recorded: parts[part] ?? null, replayed: value }));
};

/** Analyses the inputs of a record again and names every part that comes out differently. */
export const replay = (input: unknown) => {
  const { version, inputs, settings, parts } = readRecord(input);
  const again = analyseTest(inputs, settings, version);
  const differences = differencesOf(parts, again, version);
  return {
    same: differences.length === 0,
    recommendation: again.recommendation,
    reason: again.reason,
    differences,
  };
};
