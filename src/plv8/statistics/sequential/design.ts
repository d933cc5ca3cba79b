// What a sequential test with looks of efficacy and of futility keeps and kills, how long it takes, and the sample that
// restores its power. Knows no counts.
import { normalQuantile, twoSidedZ } from '../normal.ts';
import { futilityLooks, keepLevel, type LookPlan, noLooks, type Plan, pathsAfter } from './futility.ts';
import { probabilityAbove, probabilityBelow } from './walk.ts';

/** Efficacy and futility looks in one sequence; times that coincide are one look. */
export const interleave = (
  efficacy: readonly { readonly time: number; readonly z: number | null }[],
  futilityTimes: readonly number[],
): readonly LookPlan[] => {
  const looks: LookPlan[] = [];
  let next = 0;
  for (const { time, z } of efficacy) {
    while (next < futilityTimes.length && (futilityTimes[next] as number) < time) {
      looks.push({ time: futilityTimes[next] as number, efficacyZ: null, futility: true });
      next += 1;
    }
    const both = futilityTimes[next] === time;
    if (both) next += 1;
    looks.push({ time, efficacyZ: z, futility: both });
  }
  for (const time of futilityTimes.slice(next)) looks.push({ time, efficacyZ: null, futility: true });
  return looks;
};

/**
 * `kept` and `killed` before the plan's end, `expectedTime` the mean information fraction at which the test ends; what
 * is neither kept nor killed at the last look has reached the plan's end without a KEEP.
 */
export type Characteristics = {
  readonly kept: number;
  readonly killed: number;
  readonly expectedTime: number;
};

/** What the boundaries of a design do under another drift than the planned one. */
export const characteristicsOf = (
  plan: Plan,
  looks: readonly LookPlan[],
  futilityZ: readonly (number | null)[],
  drift: number,
): Characteristics => {
  let standing = noLooks;
  let kept = 0;
  let killed = 0;
  let stopped = 0;
  let expectedTime = 0;
  for (let k = 0; k < looks.length; k += 1) {
    const look = looks[k] as LookPlan;
    const z = futilityZ[k] ?? null;
    const paths = pathsAfter(standing, look.time, drift);
    const high = keepLevel(look, plan);
    const low = z === null ? null : z * Math.sqrt(look.time);
    const up = high === null ? 0 : probabilityAbove(paths, look.time, drift, high);
    const down = low === null ? 0 : probabilityBelow(paths, look.time, drift, low);
    kept += up;
    killed += down;
    const isLast = k === looks.length - 1;
    expectedTime += look.time * (isLast ? 1 - stopped : up + down);
    stopped += up + down;
    standing = { paths, time: look.time, low, high };
  }
  return { kept, killed, expectedTime };
};

/** What a design keeps under the planned lift, for a drift. */
const keptAt = (plan: Plan, looks: readonly LookPlan[], drift: number): number => {
  let kept = 0;
  for (const look of futilityLooks({ ...plan, drift }, looks)) kept += look.kept;
  return kept;
};

/** The drift of a test with a single look at its end, for a power. */
export const fixedDrift = (power: number, confidenceLevel: number): number =>
  twoSidedZ(confidenceLevel) + normalQuantile(power);

/**
 * By how much the sample of the single-look test (drift `fixedDrift`) grows so that this design keeps the planned lift
 * with `power`; null where no sample up to four times as large does. Regula falsi on the drift, to 1e-5 of power. Take β as
 * half of 1 − power: then the number of futility looks hardly matters (1.044 for ten weekly ones, 1.046 for daily ones at
 * 90 %), while a β of all of it takes 1.08 and 1.10.
 */
export const inflation = (
  plan: Omit<Plan, 'drift'>,
  looks: readonly LookPlan[],
  power: number,
  confidenceLevel: number,
): number | null => {
  const fixed = fixedDrift(power, confidenceLevel);
  const missing = (drift: number): number => power - keptAt({ ...plan, drift }, looks, drift);
  let low = fixed;
  let high = 2 * fixed;
  let lowMissing = missing(low);
  let highMissing = missing(high);
  if (lowMissing <= 0) return 1;
  if (highMissing > 0) return null;
  let movedLow = false;
  for (let round = 0; round < 40; round += 1) {
    const drift = high - (highMissing * (high - low)) / (highMissing - lowMissing);
    const left = missing(drift);
    if (Math.abs(left) <= 1e-5) return (drift / fixed) * (drift / fixed);
    const moveLow = left > 0;
    // An end that stays twice counts half (the Illinois rule), so that it does not stand still.
    if (moveLow === movedLow && round > 0) {
      if (moveLow) highMissing /= 2;
      else lowMissing /= 2;
    }
    movedLow = moveLow;
    if (moveLow) {
      low = drift;
      lowMissing = left;
    } else {
      high = drift;
      highMissing = left;
    }
  }
  return null;
};
