// What a sequential test shows about its lift: repeated confidence intervals while it runs, and at its end the
// median-unbiased estimate with its interval by stage-wise ordering (Jennison and Turnbull 1999, chapters 8 and 9), for a
// stop at either boundary and at the end of the plan. Knows no decision rule.
import { normalQuantile } from '../normal.ts';
import type { Interval } from '../proportions.ts';
import { exp, expm1 } from '../special.ts';
import { gridBetween } from './quadrature.ts';
import { advance, type Paths, probabilityAbove, reachOf, startPaths } from './walk.ts';

/** log(treatment rate / control rate) and its variance. */
export type LogRatio = { readonly logRatio: number; readonly variance: number };

/**
 * Interval of the lift in percent that holds at all looks together with the confidence of the boundaries: as wide as the
 * boundary of this look (a z). Null where the look has nothing to spend.
 */
export const repeatedInterval = (
  { logRatio, variance }: LogRatio,
  zBoundary: number | null,
): Interval | null =>
  zBoundary === null
    ? null
    : {
        low: 100 * expm1(logRatio - zBoundary * Math.sqrt(variance)),
        high: 100 * expm1(logRatio + zBoundary * Math.sqrt(variance)),
      };

/** A look that did not stop the test: its information fraction, and the z beyond which it would have. */
export type PassedLook = {
  readonly time: number;
  readonly lowZ: number | null;
  readonly highZ: number | null;
};

/** The paths before a look, and the S above which the look stops them. */
type Exit = { readonly before: Paths; readonly time: number; readonly level: number };

/** The exits above the boundaries of the looks passed, and that above what was seen at the stop. */
const exitsOf = (
  looks: readonly PassedLook[],
  stopTime: number,
  stopLevel: number,
  drift: number,
): readonly Exit[] => {
  const exits: Exit[] = [];
  let paths = startPaths;
  for (let k = 0; k < looks.length; k += 1) {
    const { time, lowZ, highZ } = looks[k] as PassedLook;
    const root = Math.sqrt(time);
    if (highZ !== null) exits.push({ before: paths, time, level: highZ * root });
    const [low, high] = reachOf(paths, time, drift);
    const ends: readonly [number, number] = [
      lowZ === null ? low : Math.max(low, lowZ * root),
      highZ === null ? high : Math.min(high, highZ * root),
    ];
    paths = advance(paths, time, drift, ends, (looks[k + 1]?.time ?? stopTime) - time);
  }
  exits.push({ before: paths, time: stopTime, level: stopLevel });
  return exits;
};

/**
 * The paths under another drift than the one they were computed under: their density changes by the likelihood ratio
 * e^(θs − θ²t/2), so one walk serves every drift.
 */
const tilt = (paths: Paths, from: number, to: number): Paths => {
  const { nodes } = gridBetween(paths.low, paths.high, paths.panels);
  const masses: number[] = [];
  const constant = ((to * to - from * from) * paths.time) / 2;
  for (let i = 0; i < nodes.length; i += 1)
    masses.push((paths.masses[i] as number) * exp((to - from) * (nodes[i] as number) - constant));
  return { ...paths, masses };
};

/**
 * P(an outcome at least as much in favour of the treatment) under a drift, in the stage-wise ordering: a stop above at an
 * earlier look, or the stop reached with at least the S that was seen. It holds for a stop below too, where it counts
 * whatever does not lie below.
 */
const probabilityBeyond = (exits: readonly Exit[], from: number, drift: number): number => {
  let beyond = 0;
  for (const { before, time, level } of exits)
    beyond += probabilityAbove(tilt(before, from, drift), time, drift, level);
  return beyond;
};

const smallestTail = 1e-12;
const probit = (p: number): number => normalQuantile(Math.min(1 - smallestTail, Math.max(smallestTail, p)));

/** The drift under which `probabilityBeyond` is what `target` is the normal quantile of: secants, for it is nearly linear. */
const solveDrift = (exits: readonly Exit[], from: number, target: number, slope: number): number => {
  let drift = from + target / slope;
  let value = probit(probabilityBeyond(exits, from, drift));
  let steepness = slope;
  for (let round = 0; round < 30; round += 1) {
    const next = drift + (target - value) / steepness;
    if (Math.abs(next - drift) <= 1e-8) return next;
    const nextValue = probit(probabilityBeyond(exits, from, next));
    const secant = (nextValue - value) / (next - drift);
    // Where the tail is too small to see the secant is flat: the last slope goes on.
    if (secant > slope / 20) steepness = secant;
    drift = next;
    value = nextValue;
  }
  return drift;
};

export type FinalEstimate = {
  /** One-sided p of no lift, in the stage-wise ordering. */
  readonly p: number;
  readonly liftPct: number;
  readonly interval: Interval;
};

/**
 * The median-unbiased lift in percent and its interval. `looks` are those before the stop with the boundaries that were
 * obeyed; the stop has its information fraction and what was seen there. With what was seen after the leads on the way
 * have matured, and without the look that stopped the test, it is Whitehead's estimate after overrunning (1992, by
 * deletion). Exact to about 1e-5 of the drift.
 */
export const finalEstimate = (
  looks: readonly PassedLook[],
  stopTime: number,
  { logRatio, variance }: LogRatio,
  confidenceLevel: number,
): FinalEstimate => {
  const root = Math.sqrt(stopTime);
  const level = (logRatio / Math.sqrt(variance)) * root;
  // A walk under the drift that the data suggest has its grid where the answers lie.
  const from = level / stopTime;
  const exits = exitsOf(looks, stopTime, level, from);
  const side = -normalQuantile((1 - confidenceLevel) / 2);
  const liftAt = (drift: number): number => 100 * expm1(drift * root * Math.sqrt(variance));
  return {
    p: probabilityBeyond(exits, from, 0),
    liftPct: liftAt(solveDrift(exits, from, 0, root)),
    interval: {
      low: liftAt(solveDrift(exits, from, -side, root)),
      high: liftAt(solveDrift(exits, from, side, root)),
    },
  };
};
