// Boschloo's exact test of two conversion rates, for counts that are too small for z: Fisher's exact p orders the
// tables, and the p-value is how often, at most over all common rates, chance gives a table as extreme (Boschloo 1970).
// The rates are those of Berger and Boos 1994, whose set the data leave open. Knows no decision rule.
import { normalQuantile } from './normal.ts';
import { type Arm, effectSign } from './proportions.ts';
import { exp, log, log1p } from './special.ts';

/** How often the set of rates misses the true one, at most; what the p-value is larger for it (Berger and Boos). */
const missed = 1e-6;
/** Tables whose Fisher p differs by rounding alone are equally extreme. */
const tie = 1 + 1e-9;
const ratesOnGrid = 48;
const refinements = 24;

/** log(n choose k) for k from 0 to `most`. */
const logChoices = (n: number, most: number): readonly number[] => {
  const logs = [0];
  for (let k = 1; k <= most; k += 1)
    logs.push(k > n ? Number.NEGATIVE_INFINITY : (logs[k - 1] as number) + log((n - k + 1) / k));
  return logs;
};

/** What two arms of these sizes share: binomial coefficients up to the conversions that can matter. */
type Sizes = {
  readonly lower: number;
  readonly upper: number;
  readonly lowerLogs: readonly number[];
  readonly upperLogs: readonly number[];
  readonly bothLogs: readonly number[];
};

/** P(conversions of the upper arm ≥ b | a + b conversions in all): Fisher's one-sided p of a table. */
const fisherTail = (s: Sizes, a: number, b: number): number => {
  const total = a + b;
  let term = exp((s.upperLogs[b] as number) + (s.lowerLogs[a] as number) - (s.bothLogs[total] as number));
  let sum = term;
  for (let k = b; k < total && k < s.upper && term > sum * 1e-17; k += 1) {
    const left = total - k;
    term *= ((s.upper - k) * left) / ((k + 1) * (s.lower - left + 1));
    sum += term;
  }
  return sum;
};

/**
 * For each number of conversions in the lower arm the fewest in the upper arm that are as extreme as the observed
 * table. It never falls: one more conversion below makes a table less extreme.
 */
const cutoffs = (s: Sizes, observed: number): readonly number[] => {
  const found: number[] = [];
  let b = 0;
  for (let a = 0; a < s.lowerLogs.length && a <= s.lower; a += 1) {
    while (b < s.upperLogs.length && b <= s.upper && fisherTail(s, a, b) > observed * tie) b += 1;
    found.push(b);
  }
  return found;
};

/** P(k conversions of n) for k from 0 to the last of `logs`, from the most likely one outwards. */
const binomial = (n: number, logs: readonly number[], rate: number): readonly number[] => {
  const last = Math.min(n, logs.length - 1);
  const mode = Math.min(last, Math.floor((n + 1) * rate));
  const odds = rate / (1 - rate);
  const top = exp((logs[mode] as number) + mode * log(rate) + (n - mode) * log1p(-rate));
  const falling: number[] = [top];
  for (let k = mode; k > 0; k -= 1) falling.push(((falling[mode - k] as number) * k) / ((n - k + 1) * odds));
  const all = [...falling].reverse();
  for (let k = mode; k < last; k += 1) all.push(((all[k] as number) * (n - k) * odds) / (k + 1));
  return all;
};

/** How often chance gives a table at or beyond the cutoffs when both arms convert at this rate. */
const chanceOf = (s: Sizes, from: readonly number[], rate: number): number => {
  const below = binomial(s.lower, s.lowerLogs, rate);
  const above = binomial(s.upper, s.upperLogs, rate);
  let tail = 0;
  let next = above.length;
  let sum = 0;
  for (let a = from.length - 1; a >= 0; a -= 1) {
    for (; next > (from[a] as number); next -= 1) tail += above[next - 1] as number;
    sum += (below[a] as number) * tail;
  }
  return sum;
};

/** Kullback–Leibler divergence of a share from a rate, per lead. */
const divergence = (share: number, rate: number): number =>
  (share === 0 ? 0 : share * log(share / rate)) +
  (share === 1 ? 0 : (1 - share) * log((1 - share) / (1 - rate)));

/** The rate between `inside`, where the divergence is small enough, and `outside`, where it ceases to be. */
const limitBetween = (share: number, inside: number, outside: number, largest: number): number => {
  let [near, far] = [inside, outside];
  for (let step = 0; step < 60; step += 1) {
    const middle = (near + far) / 2;
    if (divergence(share, middle) <= largest) near = middle;
    else far = middle;
  }
  return far;
};

/**
 * The rates for which the pooled conversions, neither none nor all, are not too unlikely: by Chernoff's bound it misses
 * the true one rarely.
 */
const openRates = (leads: number, conversions: number): readonly [number, number] => {
  const share = conversions / leads;
  const largest = -log(missed / 2) / leads;
  return [limitBetween(share, share, 0, largest), limitBetween(share, share, 1, largest)];
};

const sizesOf = (lower: Arm, upper: Arm, highestRate: number): Sizes => {
  // More conversions than these come less often than once in 10^10 at any of the rates, unless they were seen.
  const most = ({ leads, conversions }: Arm): number => {
    const expected = leads * highestRate;
    return Math.min(leads, Math.max(conversions, Math.ceil(expected + 6 * Math.sqrt(expected) + 12)));
  };
  const [mostLower, mostUpper] = [most(lower), most(upper)];
  return {
    lower: lower.leads,
    upper: upper.leads,
    lowerLogs: logChoices(lower.leads, mostLower),
    upperLogs: logChoices(upper.leads, mostUpper),
    bothLogs: logChoices(lower.leads + upper.leads, mostLower + mostUpper),
  };
};

/** The largest chance over the rates: the best of a grid that is even in the root of the rate, refined beside it. */
const largestChance = (s: Sizes, from: readonly number[], lowest: number, highest: number): number => {
  const [start, end] = [Math.sqrt(lowest), Math.sqrt(highest)];
  const within = (root: number): number => Math.min(end, Math.max(start, root));
  const chanceAt = (root: number): number => chanceOf(s, from, within(root) ** 2);
  const step = (end - start) / (ratesOnGrid + 1);
  let best = start + step;
  let largest = 0;
  for (let i = 1; i <= ratesOnGrid; i += 1) {
    const chance = chanceAt(start + i * step);
    if (chance > largest) {
      largest = chance;
      best = start + i * step;
    }
  }
  let width = step / 2;
  for (let i = 0; i < refinements; i += 1) {
    const [left, right] = [chanceAt(best - width), chanceAt(best + width)];
    if (Math.max(left, right) > largest) {
      best = within(left > right ? best - width : best + width);
      largest = Math.max(left, right);
    } else width /= 2;
  }
  return largest;
};

/** One-sided p that the upper arm converts better than the lower one, at most half of all leads having converted. */
const oneSidedP = (lower: Arm, upper: Arm): number => {
  const leads = lower.leads + upper.leads;
  const [lowest, highest] = openRates(leads, lower.conversions + upper.conversions);
  const s = sizesOf(lower, upper, highest);
  const observed = fisherTail(s, lower.conversions, upper.conversions);
  return missed + largestChance(s, cutoffs(s, observed), lowest, highest);
};

const failuresOf = (arm: Arm): Arm => ({ leads: arm.leads, conversions: arm.leads - arm.conversions });

/**
 * Two-sided p, twice the one-sided p of the direction that was seen, and the z that has this p (treatment minus
 * control); null for an empty arm or a pooled rate of 0 or 1, as for z.
 */
export const boschlooTest = (
  control: Arm,
  treatment: Arm,
): { readonly z: number; readonly p: number } | null => {
  const leads = control.leads + treatment.leads;
  const conversions = control.conversions + treatment.conversions;
  if (control.leads === 0 || treatment.leads === 0 || conversions === 0 || conversions === leads) return null;
  const sign = Math.sign(effectSign(control, treatment));
  if (sign === 0) return { z: 0, p: 1 };
  const rare = 2 * conversions <= leads;
  const [first, second] = rare ? [control, treatment] : [failuresOf(treatment), failuresOf(control)];
  const p = Math.min(1, 2 * (sign > 0 ? oneSidedP(first, second) : oneSidedP(second, first)));
  return { z: p === 1 ? 0 : -sign * normalQuantile(p / 2), p };
};
