// What the columns of a lead say: whether and when it was contacted, qualified, converted, and how long that took. The
// one definition of each. Fragments and no functions, so that the planner sees plain expressions. Knows no window, no
// test and no threshold.
import { type Fragment, join, literal, sql } from '../kit/sql.ts';

const contactedStatuses = ['contacted', 'qualified', 'closed'] as const;
const qualifiedStatuses = ['qualified', 'closed'] as const;
const knownStatuses = ['unassigned', 'assigned', ...contactedStatuses, 'dead'] as const;

const list = (statuses: readonly string[]): Fragment => join(statuses.map(literal), ', ');

// An int4 holds 68 years of seconds.
const longest = literal(2_147_483_647);

/**
 * From one moment to another in whole seconds, as an integer: sums of integers are exact, so no order of rows, plan or
 * worker changes a digit. Null where a moment is missing or infinite; more than 68 years count as 68. The epochs are
 * subtracted, not the moments, because an interval overflows on moments that are far apart.
 */
const secondsBetween = (from: Fragment, to: Fragment): Fragment => sql`case
        when isfinite(${from}) and isfinite(${to})
          then least(greatest(date_part('epoch', ${to}) - date_part('epoch', ${from}), -${longest}), ${longest})::integer
      end`;

/** The columns of a row of host_leads from which everything else follows. A time that no one has set stays null. */
export const leadFacts = (lead: Fragment): Fragment => sql`${lead}.status,
      ${lead}.created_at,
      ${lead}.contacted_at,
      ${lead}.qualified_at,
      -- A closed lead was qualified, at the latest when it was closed.
      coalesce(${lead}.qualified_at, case when ${lead}.status = 'closed' then ${lead}.closed_at end) as won_at,
      coalesce(${lead}.status in (${list(contactedStatuses)}), false) as said_contacted,
      coalesce(${lead}.status in (${list(qualifiedStatuses)}), false) as said_qualified,
      ${secondsBetween(sql`${lead}.created_at`, sql`${lead}.contacted_at`)} as contact_seconds,
      ${secondsBetween(sql`${lead}.contacted_at`, sql`${lead}.qualified_at`)} as follow_up_seconds`;

/**
 * Contacted by a moment; where the time is not known, by its status. Needs the columns of leadFacts, as do the others.
 */
export const contactedBy = (lead: Fragment, moment: Fragment): Fragment =>
  sql`coalesce(${lead}.contacted_at <= ${moment}, ${lead}.said_contacted)`;

/** Contacted by a moment, and not before it was created: the leads whose time to first contact counts. */
export const timedBy = (lead: Fragment, moment: Fragment): Fragment =>
  sql`coalesce(${lead}.contacted_at between ${lead}.created_at and ${moment} and isfinite(${lead}.created_at), false)`;

/** Qualified by a moment; where the time is not known, by its status. */
export const qualifiedBy = (lead: Fragment, moment: Fragment): Fragment =>
  sql`coalesce(${lead}.won_at <= ${moment}, ${lead}.said_qualified)`;

/** Converted by a moment: qualified by then, and not lost since. */
export const convertedBy = (lead: Fragment, moment: Fragment): Fragment =>
  sql`${lead}.said_qualified and ${qualifiedBy(lead, moment)}`;

/** Converted as it stands now. */
export const converted = (lead: Fragment): Fragment => sql`${lead}.said_qualified`;

export const dead = (lead: Fragment): Fragment => sql`${lead}.status = 'dead'`;

export const unknownStatus = (lead: Fragment): Fragment =>
  sql`coalesce(${lead}.status not in (${list(knownStatuses)}), true)`;

/** Contacted, and by a moment neither qualified nor dead. The day a lead died is not kept. */
export const waitingAt = (lead: Fragment, moment: Fragment): Fragment =>
  sql`${lead}.status = 'contacted' or (${lead}.said_qualified and ${lead}.won_at > ${moment})`;

const secondsPer = { hours: 3_600, days: 86_400 } as const;
export type TimeUnit = keyof typeof secondsPer;

/** A mean or sum of whole seconds, converted once at its end. */
export const inUnit = (unit: TimeUnit, seconds: Fragment): Fragment =>
  sql`${seconds}::float8 / ${literal(secondsPer[unit])}`;

/** The same for a variance or a sum of squares. */
export const inSquaredUnit = (unit: TimeUnit, squares: Fragment): Fragment =>
  sql`${squares}::float8 / ${literal(secondsPer[unit] ** 2)}`;

/** The sum of whole seconds over the rows that a condition holds for. */
export const sumIn = (unit: TimeUnit, seconds: Fragment, where: Fragment): Fragment =>
  inUnit(unit, sql`coalesce(sum(${seconds}) filter (where ${where}), 0)`);

/** The sum of their squares. */
export const sumOfSquaresIn = (unit: TimeUnit, seconds: Fragment, where: Fragment): Fragment =>
  inSquaredUnit(unit, sql`coalesce(sum(${seconds}::bigint * ${seconds}) filter (where ${where}), 0)`);
