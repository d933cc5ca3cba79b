// How large a holdout must be that shows that a kept lift has fallen to nothing: the smallest share of leads spared, for
// a power within some days, one-sided over all monthly looks. Knows no skill and no calendar.
import { normalQuantile } from './normal.ts';
import { characteristicsOf } from './sequential/design.ts';
import { futilityLooks, type LookPlan } from './sequential/futility.ts';
import { log1p } from './special.ts';

export type HoldoutRequest = {
  readonly leadsPerDay: number;
  /** Conversion rate without the skill, within (0, 1). */
  readonly baseRate: number;
  /** The adjusted lift at KEEP, in percent, above 0: what the looks test against. */
  readonly liftPct: number;
  /** Days of the watch, and days until a lead is mature: only mature leads count. */
  readonly days: number;
  readonly horizonDays: number;
  readonly power: number;
  /** One-sided, over all looks. */
  readonly alpha: number;
};

/** Days between looks. */
const monthDays = 30;
/** Spending late (gamma −4), like O'Brien and Fleming: the looks before the last take little from its power. */
const gamma = -4;
const sharesPct: readonly number[] = [5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20];
/** A watch that takes longer than so many months is planned with looks further apart. */
const mostLooks = 12;

/** Information fractions of the monthly looks and of the last day: the share of mature leads. */
export const monthlyFractions = (days: number, horizonDays: number): readonly number[] => {
  const between = Math.max(monthDays, days / mostLooks);
  const fractions: number[] = [];
  // Half a day: a last look right behind a monthly one would be the same look.
  for (let day = between; day < days - 0.5; day += between)
    if (day > horizonDays) fractions.push((day - horizonDays) / (days - horizonDays));
  return [...fractions, 1];
};

const planOf = (alpha: number) => ({ drift: 0, beta: alpha, gamma, keepShare: 0 });

const looksOf = (fractions: readonly number[]): readonly LookPlan[] =>
  fractions.map((time) => ({ time, efficacyZ: null, futility: true }));

/**
 * "Faded" is said below these z of (log ratio − log of the adjusted lift) / standard error, one for each look; null where
 * a look has nothing to spend.
 */
export const fadedBoundaries = (fractions: readonly number[], alpha: number): readonly (number | null)[] =>
  futilityLooks(planOf(alpha), looksOf(fractions)).map(({ futilityZ }) => futilityZ);

/** Probability that a look says "faded", where the mean of z at the last one lies `distance` below 0. */
const powerAt = (
  fractions: readonly number[],
  boundaries: readonly (number | null)[],
  alpha: number,
  distance: number,
): number => characteristicsOf(planOf(alpha), looksOf(fractions), boundaries, -distance).killed;

/** The distance that has the power, to 1e-4: Newton's method from that of a single look, for probits are nearly linear. */
const neededDistance = (fractions: readonly number[], alpha: number, power: number): number => {
  const boundaries = fadedBoundaries(fractions, alpha);
  const missing = (at: number): number =>
    normalQuantile(power) - normalQuantile(powerAt(fractions, boundaries, alpha, at));
  let distance = normalQuantile(power) - normalQuantile(alpha);
  for (let round = 0; round < 20; round += 1) {
    const step = missing(distance);
    distance += step;
    if (Math.abs(step) <= 1e-4) break;
  }
  return distance;
};

/**
 * z² of a fallen lift for each mature lead times share·(1 − share): the log ratio has the variance (1 − p)/(p·n) in an arm
 * of n leads, and both arms convert at the base rate once the lift is gone.
 */
const informationPerLead = ({ baseRate, liftPct }: HoldoutRequest): number =>
  (log1p(liftPct / 100) ** 2 * baseRate) / (1 - baseRate);

/** The power that a share (a fraction) has. */
export const holdoutPower = (request: HoldoutRequest, share: number): number => {
  const { alpha, days, horizonDays, leadsPerDay } = request;
  if (days <= horizonDays) return 0;
  const fractions = monthlyFractions(days, horizonDays);
  const leads = leadsPerDay * (days - horizonDays);
  const distance = Math.sqrt(leads * share * (1 - share) * informationPerLead(request));
  return powerAt(fractions, fadedBoundaries(fractions, alpha), alpha, distance);
};

const daysFor = (request: HoldoutRequest, distance: number, share: number): number =>
  request.horizonDays +
  (distance * distance) / (request.leadsPerDay * share * (1 - share) * informationPerLead(request));

/** The whole days with the largest share, with the looks that so many days have. */
const neededDays = (request: HoldoutRequest): number => {
  const share = (sharesPct[sharesPct.length - 1] as number) / 100;
  let days = daysFor(request, normalQuantile(request.power) - normalQuantile(request.alpha), share);
  for (let round = 0; round < 2; round += 1) {
    const fractions = monthlyFractions(days, request.horizonDays);
    days = daysFor(request, neededDistance(fractions, request.alpha, request.power), share);
  }
  return Math.ceil(days);
};

export type Holdout = {
  /** Share of leads to spare, in whole percent from 5 to 20; null where 20 has not the power in these days. */
  readonly sharePct: number | null;
  /** The whole days that this share takes, or 20 % where there is none; null without leads, conversions or a lift. */
  readonly neededDays: number | null;
};

export const smallestHoldout = (request: HoldoutRequest): Holdout => {
  const { alpha, days, horizonDays, leadsPerDay, power } = request;
  const perDay = leadsPerDay * informationPerLead(request);
  if (!(request.liftPct > 0 && perDay > 0 && Number.isFinite(perDay)))
    return { sharePct: null, neededDays: null };
  if (days > horizonDays) {
    const distance = neededDistance(monthlyFractions(days, horizonDays), alpha, power);
    for (const sharePct of sharesPct) {
      const needed = daysFor(request, distance, sharePct / 100);
      if (needed <= days) return { sharePct, neededDays: Math.ceil(needed) };
    }
  }
  return { sharePct: null, neededDays: neededDays(request) };
};
