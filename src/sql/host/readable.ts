// What a value of the host may be on its way into arithmetic, groups and documents: moments that leave room for a
// window, names that fit a sentence. Fragments and no functions, so that the planner sees plain expressions. Knows no
// column.
import { type Fragment, literal, sql } from '../kit/sql.ts';

// Further back than any lead, further ahead than any plan. A window of years can be added to either end, in any time
// zone, and the day has four digits.
export const firstMoment: Fragment = sql`timestamptz '1900-01-01 00:00:00+00'`;
const lastMoment: Fragment = sql`timestamptz '9000-01-01 00:00:00+00'`;

/** The moment itself, or the end of the readable ones that it lies beyond: it is as far in the past or future. */
export const withinReach = (moment: Fragment): Fragment =>
  sql`case
        when ${moment} < ${firstMoment} then ${firstMoment}
        when ${moment} > ${lastMoment} then ${lastMoment}
        else ${moment}
      end`;

/** Whether a moment or a day is one of the readable ones; null stays null. */
export const isWithinReach = (moment: Fragment): Fragment =>
  sql`${moment} between ${firstMoment} and ${lastMoment}`;

/** No name for people is longer; a text of megabytes would be carried through every document and event. */
const longestName = 200;

/** The beginning of a text. */
export const shortened = (text: Fragment): Fragment => sql`left(${text}, ${literal(longestName)})`;

/** Whether it was more. By the bytes, which a stored text tells without being read. */
export const isCut = (text: Fragment): Fragment =>
  sql`octet_length(${text}) > octet_length(${shortened(text)})`;

/** How many rows a warning names by their ids or days. */
export const namedRows: Fragment = literal(5);
