// The boundary of harm: z so low, at daily looks, that the treatment is worse than nothing. One-sided, with an error rate
// of its own over all looks, on the recursion of futility with no drift. Knows neither efficacy nor futility: whether
// they stop the test or not, the error rate is at most this one.
import { type FutilityStanding, nextFutilityLook, noLooks } from './futility.ts';

/**
 * Paths above this z are taken to do no harm any more: fewer than 1 in 10,000 of them, themselves 1 in 500, come back to
 * the boundary, and the grid is half as long.
 */
const safeZ = 3.5;

/**
 * Spending like Pocock (gamma 1 of Hwang, Shih and DeCani): what is spent early is what finds a harmful skill early, and
 * under a lift no path comes near the boundary, so early spending costs no power.
 */
const gamma = 1;

export type HarmLook = {
  /** The treatment harms below this z; null where the look has nothing to spend. */
  readonly harmZ: number | null;
  readonly alphaSpent: number;
  readonly standing: FutilityStanding;
};

export const noHarmLooks: HarmLook = { harmZ: null, alphaSpent: 0, standing: noLooks };

/**
 * The next look, at information fraction `time` within (0, 1], above that of the look before. `alpha` is one-sided and
 * holds for all looks; for several guardrails together take its share of each.
 */
export const nextHarmLook = (alpha: number, before: HarmLook, time: number): HarmLook => {
  const plan = { drift: 0, beta: alpha, gamma, keepShare: 0 };
  const look = nextFutilityLook(plan, before.standing, before.alphaSpent, {
    time,
    efficacyZ: safeZ,
    futility: true,
  });
  return { harmZ: look.futilityZ, alphaSpent: look.betaSpent, standing: look.standing };
};

/** All looks, one after the other. */
export const harmLooks = (alpha: number, times: readonly number[]): readonly HarmLook[] => {
  const looks: HarmLook[] = [];
  let last = noHarmLooks;
  for (const time of times) {
    last = nextHarmLook(alpha, last, time);
    looks.push(last);
  }
  return looks;
};
