// Group-sequential boundaries: how far z must lie from 0 at each look so that all looks together keep the error rate.
// Lan and DeMets 1983, O'Brien–Fleming type, two-sided and symmetric, for any information fractions; the recursion
// over looks is that of Armitage, McPherson and Rowe 1969. Knows no decision rule.
import { remembered } from '../../remembered.ts';
import { complement } from '../decimal.ts';
import { normalQuantile, normalUpperTail } from '../normal.ts';
import { exp, log } from '../special.ts';
import { type Grid, symmetricGrid } from './quadrature.ts';

/** `zBoundary` is null where the look has so little to spend (below 1e-300) that no z can pass. */
export type Look = { readonly alphaSpent: number; readonly zBoundary: number | null };

/** Two-sided error spent up to information fraction t: 4·P(Z > z(α/4)/√t). */
export const alphaSpent = (alpha: number, fraction: number): number =>
  4 * normalUpperTail(-normalQuantile(alpha / 4) / Math.sqrt(fraction));

const smallestSpend = 1e-300;
/** Where e^(−x²/2) underflows: no z beyond it exists. */
const farthestZ = 38;
/** e^(−x²/2) is below 3e-18 beyond this many standard deviations. */
const kernelDeviations = 9;
/** Panels of 16 nodes this many standard deviations wide meet the reference boundaries to better than 1e-10. */
const panelDeviations = 3;

/** The density of the score process S = Z·√t over the paths that no look has stopped, at the nodes of a grid. */
type Surviving = { readonly grid: Grid; readonly mass: Float64Array };

const firstNodeFrom = (nodes: Float64Array, value: number): number => {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** A step of the process: its variance, and the information after it. */
type Step = { readonly variance: number; readonly end: number };

/**
 * How far below `level` the paths may come from that reach it in a step. The density falls as e^(−s²/2t), so the paths
 * that reach s in a step come mostly from s·(1 − step/t), give or take the deviations of the kernel.
 */
const origin = (level: number, { variance, end }: Step): number =>
  level - Math.abs(level) * (variance / end) - kernelDeviations * Math.sqrt(variance);

/** Probability (and its density) that the process passes `level` in a step. */
const exceedance = (from: Surviving, level: number, step: Step): readonly [number, number] => {
  const deviation = Math.sqrt(step.variance);
  const { mass: masses } = from;
  const { nodes } = from.grid;
  let tail = 0;
  let density = 0;
  for (let i = firstNodeFrom(nodes, origin(level, step)); i < nodes.length; i += 1) {
    const x = (level - (nodes[i] as number)) / deviation;
    const mass = masses[i] as number;
    tail += mass * normalUpperTail(x);
    density += mass * exp((-x * x) / 2);
  }
  return [tail, density / (deviation * Math.sqrt(2 * Math.PI))];
};

/**
 * The level that the process passes with probability `target`: Newton's method on the logarithm, kept inside a bracket.
 */
const solveLevel = (from: Surviving, step: Step, target: number, reach: number): number => {
  let low = 0;
  let high = reach + farthestZ * Math.sqrt(step.variance);
  let level = reach;
  for (let round = 0; round < 100; round += 1) {
    const [tail, density] = exceedance(from, level, step);
    if (tail > target) low = level;
    else high = level;
    const newton = level + (tail * log(tail / target)) / density;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - level) <= 1e-14 * level) return next;
    level = next;
  }
  return level;
};

const panelWidth = (step: number, nextStep: number): number =>
  panelDeviations * Math.sqrt(Math.min(step, nextStep));

/** The surviving density after a step, on a grid within ±reach that the next step can use. */
const advance = (from: Surviving, reach: number, step: Step, nextStep: number): Surviving => {
  const grid = symmetricGrid(reach, panelWidth(step.variance, nextStep));
  const deviation = Math.sqrt(step.variance);
  const scale = 1 / (deviation * Math.sqrt(2 * Math.PI));
  const { mass: masses } = from;
  const { nodes } = from.grid;
  const mass = new Float64Array(grid.nodes.length);
  // The process is symmetric: the lower half mirrors the upper one.
  for (let i = mass.length - 1; i >= mass.length / 2; i -= 1) {
    const node = grid.nodes[i] as number;
    const end = firstNodeFrom(nodes, node + kernelDeviations * deviation);
    let density = 0;
    for (let j = firstNodeFrom(nodes, origin(node, step)); j < end; j += 1) {
      const x = (node - (nodes[j] as number)) / deviation;
      density += (masses[j] as number) * exp((-x * x) / 2);
    }
    const weighted = density * scale * (grid.weights[i] as number);
    mass[i] = weighted;
    mass[mass.length - 1 - i] = weighted;
  }
  return { grid, mass };
};

/** The process before the first look: all mass at 0. */
const start: Surviving = {
  grid: { nodes: Float64Array.of(0), weights: Float64Array.of(1) },
  mass: Float64Array.of(1),
};

/** A look that the recursion has passed: the paths up to it on a grid within ±reach, its step, and its level. */
type Passed = {
  readonly surviving: Surviving;
  readonly reach: number;
  readonly step: Step;
  readonly spent: number;
  readonly level: number | null;
};

const stepTo = (fractions: readonly number[], k: number): Step => {
  const end = fractions[k] as number;
  return { variance: end - (fractions[k - 1] ?? 0), end };
};

const passLook = (before: Passed | null, step: Step, alpha: number): Passed => {
  const reach = before === null ? 0 : (before.level ?? farthestZ * Math.sqrt(before.step.end));
  const surviving = before === null ? start : advance(before.surviving, reach, before.step, step.variance);
  const spent = alphaSpent(alpha, step.end);
  const toSpend = spent - (before === null ? 0 : before.spent);
  const level = toSpend < smallestSpend ? null : solveLevel(surviving, step, toSpend / 2, reach);
  return { surviving, reach, step, spent, level };
};

const lookOf = ({ step, spent, level }: Passed): Look => ({
  alphaSpent: spent,
  zBoundary: level === null ? null : level / Math.sqrt(step.end),
});

const computeBoundaries = (fractions: readonly number[], alpha: number): readonly Look[] => {
  const looks: Look[] = [];
  let passed: Passed | null = null;
  for (let k = 0; k < fractions.length; k += 1) {
    const next: Passed = passLook(passed, stepTo(fractions, k), alpha);
    looks.push(lookOf(next));
    passed = next;
  }
  return looks;
};

/**
 * One entry per information fraction; the fractions must increase strictly within (0, 1]. The recursion costs
 * milliseconds and the same looks come again and again.
 */
export const sequentialBoundaries = (
  fractions: readonly number[],
  confidenceLevel: number,
): readonly Look[] =>
  remembered(`boundaries ${confidenceLevel}:${fractions.join()}`, () =>
    computeBoundaries(fractions, complement(confidenceLevel)),
  );

/**
 * Where the recursion stands at the last of some looks: its level, and the paths that no look before it has stopped, as
 * masses at the upper half of the nodes within ±reach. The next look goes on from here and not from the first one.
 */
export type Standing = {
  readonly confidence_level: number;
  readonly fractions: readonly number[];
  readonly level: number | null;
  readonly reach: number;
  readonly masses: readonly number[];
};

const isBefore = (standing: Standing, fractions: readonly number[], confidenceLevel: number): boolean =>
  standing.confidence_level === confidenceLevel &&
  standing.fractions.length > 0 &&
  standing.fractions.length <= fractions.length &&
  standing.fractions.every((fraction, k) => fraction === fractions[k]);

const survivingAt = (standing: Standing, last: number, step: Step): Surviving => {
  if (last === 0) return start;
  const before = stepTo(standing.fractions, last - 1);
  const grid = symmetricGrid(standing.reach, panelWidth(before.variance, step.variance));
  const mass = new Float64Array(grid.nodes.length);
  const half = mass.length / 2;
  for (let i = 0; i < half; i += 1) {
    const own = standing.masses[i] ?? 0;
    mass[half + i] = own;
    mass[half - 1 - i] = own;
  }
  return { grid, mass };
};

/** The look at which the recursion stands, as it was when it was passed. */
const passedAt = (standing: Standing, alpha: number): Passed => {
  const last = standing.fractions.length - 1;
  const step = stepTo(standing.fractions, last);
  const surviving = survivingAt(standing, last, step);
  const { reach, level } = standing;
  return { surviving, reach, step, spent: alphaSpent(alpha, step.end), level };
};

const upperHalf = (masses: Float64Array): readonly number[] => {
  const upper: number[] = [];
  for (let i = masses.length >> 1; i < masses.length && masses.length > 1; i += 1)
    upper.push(masses[i] as number);
  return upper;
};

type Last = { readonly look: Look; readonly standing: Standing };

const computeLast = (
  fractions: readonly number[],
  confidenceLevel: number,
  standing: Standing | null,
): Last => {
  const alpha = complement(confidenceLevel);
  const known = standing !== null && isBefore(standing, fractions, confidenceLevel) ? standing : null;
  let passed: Passed | null = known === null ? null : passedAt(known, alpha);
  for (let k = known === null ? 0 : known.fractions.length; k < fractions.length; k += 1)
    passed = passLook(passed, stepTo(fractions, k), alpha);
  const last = passed as Passed;
  return {
    look: lookOf(last),
    standing: {
      confidence_level: confidenceLevel,
      fractions,
      level: last.level,
      reach: last.reach,
      masses: upperHalf(last.surviving.mass),
    },
  };
};

/**
 * The last of the looks, and where the recursion stands then. With or without a standing of earlier ones among them the
 * result is the same to the last bit.
 */
export const lastBoundary = (
  fractions: readonly number[],
  confidenceLevel: number,
  standing: Standing | null,
): Last =>
  remembered(`boundary ${confidenceLevel}:${fractions.join()}`, () =>
    computeLast(fractions, confidenceLevel, standing),
  );
