// The decision rule that stays honest under weekly looks: the error rate of all looks together is spent along the
// information gathered (Lan and DeMets, O'Brien–Fleming type), and a skill is killed only when the data rule out the
// lift that would keep it. Knows the looks so far, not when they were.

import { twoSidedZ } from '../../statistics/normal.ts';
import { katzInterval } from '../../statistics/proportions.ts';
import { lastBoundary } from '../../statistics/sequential/boundaries.ts';
import { percentText, shown } from '../../words.ts';
import type { PastLook } from '../document.ts';
import { compareLift } from './lift.ts';
import {
  belowMinimum,
  hasMinimum,
  type Look,
  methodText,
  type Progress,
  type Recommendation,
  type Rule,
  type RuleAnswer,
  type Thresholds,
  testArms,
} from './rule.ts';

/**
 * A look that adds less than this share of the planned information has nothing to spend and cannot decide by a
 * boundary: it bounds the sequence at 500 looks, about a second of integration, however often somebody analyses by
 * hand.
 */
const smallestGrowth = 0.002;
/** The last step to full information is always a look, unless it is one of rounding only. */
const smallestLastStep = 1e-6;

const grows = (from: number, to: number): boolean =>
  to - from >= smallestGrowth || (to >= 1 && to - from >= smallestLastStep);

/** n_c·n_t/(n_c + n_t) over its planned value n/2, at most 1: for known rates z grows with its square root. */
export const informationOf = (controlLeads: number, treatmentLeads: number, plannedLeads: number): number => {
  const leads = controlLeads + treatmentLeads;
  return leads === 0 ? 0 : Math.min(1, (2 * controlLeads * treatmentLeads) / (leads * plannedLeads));
};

const sameCounts = (past: PastLook, look: Look): boolean =>
  past.control_leads === look.control.leads &&
  past.control_conversions === look.control.conversions &&
  past.treatment_leads === look.treatment.leads &&
  past.treatment_conversions === look.treatment.conversions;

/** The looks that count: a look at the very same counts is the same look, not another chance. */
const earlierLooks = (look: Look): readonly PastLook[] => {
  let end = look.history.length;
  for (
    let last = look.history[end - 1];
    last !== undefined && sameCounts(last, look);
    last = look.history[end - 1]
  )
    end -= 1;
  return look.history.slice(0, end);
};

/** A look under a rule that records no information has gathered it all the same, and may have ended the test. */
const informationOfPast = (past: PastLook): number | null => {
  const planned = past.planned_leads_per_group ?? null;
  if (past.information !== null || planned === null) return past.information;
  return informationOf(past.control_leads, past.treatment_leads, planned);
};

/** Information fractions of the earlier looks, each larger than the one before. */
const growingFractions = (looks: readonly PastLook[]): readonly number[] => {
  const fractions: number[] = [];
  for (const look of looks) {
    const information = informationOfPast(look);
    if (information !== null && grows(fractions[fractions.length - 1] ?? 0, information))
      fractions.push(information);
  }
  return fractions;
};

/** Where this look stands; the boundary is null where the look has nothing to spend. */
export const progressOf = (look: Look): Progress | null => {
  if (look.plannedLeads === null) return null;
  const before = growingFractions(earlierLooks(look));
  const reached = before[before.length - 1] ?? 0;
  const information = informationOf(look.control.leads, look.treatment.leads, look.plannedLeads);
  if (!grows(reached, information))
    return { look: before.length + 1, information, alphaSpent: null, zBoundary: null, standing: null };
  const current = lastBoundary([...before, information], look.confidenceLevel, look.standing);
  return { look: before.length + 1, information, ...current.look, standing: current.standing };
};

/** What the boundaries or the interval say, or null while both are open. */
const beyondDoubt = (
  look: Look,
  boundary: number | null,
  thresholds: Thresholds,
): readonly [Recommendation, string, string] | null => {
  const { control, treatment } = look;
  const keepAbove = thresholds['decisions.keep_lift_pct'];
  const test = testArms(look, thresholds);
  const z = test?.z ?? null;
  const interval = katzInterval(control, treatment, twoSidedZ(look.confidenceLevel));
  const above = compareLift(control, treatment, keepAbove) === 1;
  if (z !== null && boundary !== null && z >= boundary && above)
    return [
      'KEEP',
      'boundary_passed',
      `z = ${shown(z)}${methodText(test)} passes the boundary ${shown(boundary)} and the lift is above ${shown(keepAbove)} %`,
    ];
  if (z !== null && boundary !== null && z <= -boundary)
    return [
      'KILL',
      'lower_boundary_passed',
      `z = ${shown(z)}${methodText(test)} passes the lower boundary ${shown(-boundary)}: the treatment is worse`,
    ];
  if (interval !== null && interval.high < keepAbove)
    return [
      'KILL',
      'lift_ruled_out',
      `the interval of the lift ends at ${percentText(interval.high)}: a lift above ${shown(keepAbove)} % is ruled out`,
    ];
  return null;
};

const undecided = (progress: Progress, look: Look, thresholds: Thresholds): RuleAnswer => {
  const spent = progress.information >= 1;
  const test = testArms(look, thresholds);
  const seen = test === null ? 'z is undefined' : `z = ${shown(test.z)}${methodText(test)}`;
  const text = spent
    ? `${seen}: the planned sample is reached and the data do not decide; a person has to`
    : progress.zBoundary === null
      ? `${seen}: too little new information since the last look to decide`
      : `${seen} lies within the boundaries ±${shown(progress.zBoundary)} at ${percentText(100 * progress.information)} of the planned information`;
  return {
    recommendation: 'CONTINUE',
    needsPerson: spent,
    reason: { code: spent ? 'planned_sample_reached' : 'within_boundaries', text },
    progress,
  };
};

const recommend = (look: Look, thresholds: Thresholds): RuleAnswer => {
  const progress = progressOf(look);
  const early = belowMinimum(look);
  if (early !== null || progress === null)
    return {
      recommendation: 'CONTINUE',
      // With both minimum samples there and still no usable rate to plan from, more leads alone may never help.
      needsPerson: early === null,
      reason: early ?? { code: 'no_plan', text: 'no sample could be planned yet' },
      progress,
    };
  // The plan ends where its information is complete: what comes after is not a look of it any more.
  const finished = progress.information >= 1 && progress.zBoundary === null;
  const found = finished ? null : beyondDoubt(look, progress.zBoundary, thresholds);
  if (found === null) return undecided(progress, look, thresholds);
  const [recommendation, code, text] = found;
  return { recommendation, needsPerson: false, reason: { code, text }, progress };
};

export const sequentialRule: Rule = {
  name: 'sequential',
  comparedWith: 'fixed_thresholds',
  recommend,
  suffices: (control, treatment, { minSampleSize, plannedLeads }) =>
    hasMinimum(control, treatment, minSampleSize) &&
    plannedLeads !== null &&
    informationOf(control, treatment, plannedLeads) >= 1,
};
