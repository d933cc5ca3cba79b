// Are the arms alike in what was known before exposure (source, weekday)? Pearson's chi-square of arms by levels, rare
// levels pooled, Holm's correction over covariates, and what a look may spend of the error rate of the whole test. Knows
// no decision rule; the split between the arms is the sample ratio's business.
import { crossDifference } from './decimal.ts';
import { chiSquareUpperTail, holmAdjust } from './strata.ts';

/** Leads of each arm with one value of a covariate. */
export type Level = { readonly name: string; readonly control: number; readonly treatment: number };

/** Below this expected count in an arm the chi-square approximation is not trusted (Cochran 1954). */
const smallestExpected = 5;

const sumOf = (levels: readonly Level[]): Level => {
  let control = 0;
  let treatment = 0;
  for (const level of levels) {
    control += level.control;
    treatment += level.treatment;
  }
  return { name: '', control, treatment };
};

/** Expected count of a level in the smaller arm. */
const expectedIn = (level: Level, all: Level): number =>
  ((level.control + level.treatment) * Math.min(all.control, all.treatment)) / (all.control + all.treatment);

/**
 * Levels that are frequent enough, and one without a name for all others together; where those are too few even so, the
 * rarest of the frequent joins them.
 */
export const poolRareLevels = (levels: readonly Level[]): readonly Level[] => {
  const all = sumOf(levels);
  const isRare = (level: Level): boolean => expectedIn(level, all) < smallestExpected;
  const rare = levels.filter(isRare);
  const frequent = levels.filter((level) => !isRare(level));
  const pooled = sumOf(rare);
  if (pooled.control + pooled.treatment === 0 || frequent.length === 0) return frequent;
  if (!isRare(pooled)) return [...frequent, pooled];
  let rarest = 0;
  for (let i = 1; i < frequent.length; i += 1)
    if (expectedIn(frequent[i] as Level, all) < expectedIn(frequent[rarest] as Level, all)) rarest = i;
  const joined = sumOf([pooled, frequent[rarest] as Level]);
  return [...frequent.filter((_, i) => i !== rarest), joined];
};

export type Balance = {
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
  /** The level that differs most, and whether it has too many leads in the treatment; '' for the pooled ones. */
  readonly level: string;
  readonly treatmentHasMore: boolean;
};

/**
 * Chi-square of homogeneity, sum of (c·T − t·C)² / (C·T·(c + t)) over levels with c and t leads of C and T. Null where
 * fewer than two levels are frequent enough to compare.
 */
export const balanceTest = (levels: readonly Level[]): Balance | null => {
  const pooled = poolRareLevels(levels);
  if (pooled.length < 2) return null;
  const all = sumOf(pooled);
  let chiSquare = 0;
  let largest = -1;
  let worst: Level = all;
  let gapOfWorst = 0;
  for (const level of pooled) {
    const gap = crossDifference(level.treatment, all.control, level.control, all.treatment);
    const part = (gap / all.control / all.treatment) * (gap / (level.control + level.treatment));
    chiSquare += part;
    if (part <= largest) continue;
    largest = part;
    worst = level;
    gapOfWorst = gap;
  }
  const degreesOfFreedom = pooled.length - 1;
  const p = chiSquareUpperTail(chiSquare, degreesOfFreedom);
  return { chiSquare, degreesOfFreedom, p, level: worst.name, treatmentHasMore: gapOfWorst > 0 };
};

/**
 * What look number k (from 1) may spend of the error rate of the whole test: alpha / (k·(k + 1)), which adds up to alpha
 * over any number of looks, whatever they have in common.
 */
export const alphaOfLook = (alpha: number, look: number): number => alpha / (look * (look + 1));

/** A look that has fewer than a quarter more leads than the last one that tested balance learns little: it tests nothing. */
const growth = 1.25;

export const testsBalance = (leadsAtLastTest: number, leads: number): boolean =>
  leads > 0 && leads >= growth * leadsAtLastTest;

/** Each covariate's test, and its p after Holm's correction for looking at all of them; null where it says nothing. */
export const balanceOfAll = (
  covariates: readonly (readonly Level[])[],
): readonly { readonly balance: Balance | null; readonly adjustedP: number | null }[] => {
  const tests = covariates.map((levels) => balanceTest(levels));
  const adjusted = holmAdjust(tests.map((test) => test?.p ?? null));
  return tests.map((balance, i) => ({ balance, adjustedP: adjusted[i] ?? null }));
};
