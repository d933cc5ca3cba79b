// How many day ends pass until a lead has its outcome: log-normal times from a moment drawn evenly from the day, as
// tables from which a day is drawn. Knows no truth and no lead.
import { normalUpperTail } from '../../../src/plv8/statistics/normal.ts';

export type Delay = {
  readonly name: string;
  /** P(the outcome comes within so many days of the lead). */
  readonly within: (days: number) => number;
};

/** Log-normal with this spread: a lead in six takes more than 2.2 times the median. */
const spread = 0.8;
const logNormal =
  (median: number) =>
  (days: number): number =>
    days <= 0 ? 0 : normalUpperTail(-Math.log(days / median) / spread);

const soon = logNormal(3);
const late = logNormal(7);

export const delays: readonly Delay[] = [
  { name: 'median 3 days', within: soon },
  { name: 'median 8 days', within: logNormal(8) },
  {
    name: 'median 3 days, 10 % beyond 21 days',
    within: (days) => 0.9 * soon(days) + 0.1 * late(days - 21),
  },
];

/** Later outcomes count as of this day; no test runs longer. */
export const lastDelay = 180;
const momentsOfDay = 24;

/** P(at most k day ends pass), the times multiplied by a factor. */
const tableOf = (delay: Delay, factor: number): Float64Array => {
  const table = new Float64Array(lastDelay + 1);
  for (let k = 0; k < lastDelay; k += 1) {
    let sum = 0;
    for (let moment = 0; moment < momentsOfDay; moment += 1)
      sum += delay.within((k + 1 - (moment + 0.5) / momentsOfDay) / factor);
    table[k] = sum / momentsOfDay;
  }
  table[lastDelay] = 1;
  return table;
};

const tables = new Map<string, Float64Array>();

export const delayTable = (delay: Delay, factor: number): Float64Array => {
  const key = `${delay.name} ${factor}`;
  const table = tables.get(key) ?? tableOf(delay, factor);
  tables.set(key, table);
  return table;
};

/** Inversion: the smallest k whose table value exceeds a uniform number. */
export const firstAbove = (table: Float64Array, uniform: number): number => {
  let low = 0;
  let high = table.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((table[middle] as number) > uniform) high = middle;
    else low = middle + 1;
  }
  return low;
};
