// The boundary of futility: Hwang, Shih and DeCani's β spending at looks of its own (daily), beside looks of efficacy
// (weekly). Non-binding: boundaries of efficacy are given and stay valid whether futility is obeyed or not. Knows no counts.
import { expm1 } from '../special.ts';
import {
  advance,
  levelBelow,
  type Paths,
  probabilityAbove,
  probabilityBelow,
  reachOf,
  startPaths,
} from './walk.ts';

/**
 * Hwang, Shih and DeCani 1990: the share of β spent up to information fraction t. gamma −4 spends late (like O'Brien and
 * Fleming), 0 evenly, 1 early (like Pocock).
 */
export const betaSpent = (beta: number, gamma: number, fraction: number): number =>
  gamma === 0 ? beta * fraction : (beta * expm1(-gamma * fraction)) / expm1(-gamma);

/**
 * `drift` is the mean of z at information 1 under the planned lift; `keepShare` the share of that lift which a KEEP
 * must exceed (10 % of 20 %: 0.5), 0 where the boundary alone decides.
 */
export type Plan = {
  readonly drift: number;
  readonly beta: number;
  readonly gamma: number;
  readonly keepShare: number;
};

/**
 * A look: its information fraction, the boundary of efficacy if it is one of efficacy, and whether futility is looked at.
 */
export type LookPlan = {
  readonly time: number;
  readonly efficacyZ: number | null;
  readonly futility: boolean;
};

/** Where the recursion stands: the paths before the last look, and what that look cut off. To be stored as JSON. */
export type FutilityStanding = {
  readonly paths: Paths;
  readonly time: number;
  readonly low: number | null;
  readonly high: number | null;
};

export const noLooks: FutilityStanding = { paths: startPaths, time: 0, low: null, high: null };

/** The paths after the last look, for a step to `time`. */
export const pathsAfter = (standing: FutilityStanding, time: number, drift: number): Paths => {
  if (standing.time === 0) return startPaths;
  const [low, high] = reachOf(standing.paths, standing.time, drift);
  const ends: readonly [number, number] = [
    Math.max(low, standing.low ?? low),
    Math.min(high, standing.high ?? high),
  ];
  return advance(standing.paths, standing.time, drift, ends, time - standing.time);
};

/** What S must reach for a KEEP: the boundary, and the lift asked for. */
export const keepLevel = (look: LookPlan, plan: Plan): number | null =>
  look.efficacyZ === null
    ? null
    : Math.max(look.efficacyZ * Math.sqrt(look.time), plan.keepShare * plan.drift * look.time);

/** Below this share of β there is nothing to spend: the level would lie where no path goes. */
const smallestSpend = 1e-7;

export type FutilityLook = {
  readonly time: number;
  /** KILL below this z; null where the look is none of futility, or has nothing to spend. */
  readonly futilityZ: number | null;
  /** Under the planned lift: the probability to stop at this look for efficacy, and for futility. */
  readonly kept: number;
  readonly killed: number;
  readonly betaSpent: number;
  readonly standing: FutilityStanding;
};

const sumOf = (masses: readonly number[]): number => {
  let sum = 0;
  for (const mass of masses) sum += mass;
  return sum;
};

/**
 * The level of a look of futility; null where it has nothing to spend, or as much as is left: where the plan expects no
 * test to be running any more it says nothing about one that is.
 */
const futilityLevel = (paths: Paths, plan: Plan, time: number, spentBefore: number): number | null => {
  const target = betaSpent(plan.beta, plan.gamma, time) - spentBefore;
  return target > smallestSpend * plan.beta && target < sumOf(paths.masses)
    ? levelBelow(paths, time, plan.drift, target)
    : null;
};

/**
 * The next look; times increase strictly within (0, 1], by 0.002 or more, for the grid is as fine as the smallest step.
 * What a look of futility may spend is what its fraction allows less what was spent. The boundary never passes that of
 * efficacy at the same look.
 */
export const nextFutilityLook = (
  plan: Plan,
  before: FutilityStanding,
  spentBefore: number,
  look: LookPlan,
): FutilityLook => {
  const { time } = look;
  const paths = pathsAfter(before, time, plan.drift);
  const high = keepLevel(look, plan);
  const kept = high === null ? 0 : probabilityAbove(paths, time, plan.drift, high);
  const free = look.futility ? futilityLevel(paths, plan, time, spentBefore) : null;
  const low = free !== null && high !== null ? Math.min(free, high) : free;
  const killed = low === null ? 0 : probabilityBelow(paths, time, plan.drift, low);
  return {
    time,
    futilityZ: low === null ? null : low / Math.sqrt(time),
    kept,
    killed,
    betaSpent: spentBefore + killed,
    standing: { paths, time, low, high },
  };
};

/** All looks of a design, one after the other. */
export const futilityLooks = (plan: Plan, looks: readonly LookPlan[]): readonly FutilityLook[] => {
  const passed: FutilityLook[] = [];
  let standing = noLooks;
  let spent = 0;
  for (const look of looks) {
    const next = nextFutilityLook(plan, standing, spent, look);
    passed.push(next);
    standing = next.standing;
    spent = next.betaSpent;
  }
  return passed;
};
