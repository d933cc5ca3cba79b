// What a row of a lead says about the lead as a unit of its test: whether it is the lead's own row, of the test's time, in
// the arm that it was assigned to. Fragments for whoever counts or names such rows. Knows no rule.
import { isWithinReach } from '../host/readable.ts';
import { type Fragment, sql } from '../kit/sql.ts';
import { armOf, digestOf, treatmentPct } from './assignment.ts';

/** Unlike what an arm is called, and unlike null, whose comparison is null. */
export const isNoArm = (arm: Fragment): Fragment =>
  sql`coalesce(${arm} not in ('control', 'treatment'), true)`;

/** A lead created before its test started is not one of the test; where that moment is not known, none is. */
export const isBeforeStart = (lead: Fragment, test: Fragment): Fragment =>
  sql`coalesce(${lead}.created_at < ${test}.started_at and ${isWithinReach(sql`${test}.started_at`)}, false)`;

/** Labelled with the other arm than the one that its hash gives now. */
export const isInOtherArm = (lead: Fragment, test: Fragment): Fragment =>
  sql`not ${isNoArm(sql`${lead}.ab_test_group::text`)} and ${lead}.ab_test_group::text <> ${armOf(digestOf(sql`${test}.id`, sql`${lead}.id`), treatmentPct(test))}`;
