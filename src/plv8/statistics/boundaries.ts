// Group-sequential boundaries: how far z must lie from 0 at each look so that all looks together keep the error rate.
// Lan and DeMets 1983, O'Brien–Fleming type, two-sided and symmetric, for any information fractions; the recursion
// over looks is that of Armitage, McPherson and Rowe 1969. Knows no decision rule.
import { remembered } from '../remembered.ts';
import { complement } from './decimal.ts';
import { normalQuantile, normalUpperTail } from './normal.ts';
import { type Grid, symmetricGrid } from './quadrature.ts';
import { exp, log } from './special.ts';

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

const computeBoundaries = (fractions: readonly number[], alpha: number): readonly Look[] => {
  const looks: Look[] = [];
  let surviving = start;
  let reach = 0;
  fractions.forEach((fraction, k) => {
    const step: Step = { variance: fraction - (fractions[k - 1] ?? 0), end: fraction };
    const spent = alphaSpent(alpha, fraction);
    const toSpend = spent - (looks[k - 1]?.alphaSpent ?? 0);
    const level = toSpend < smallestSpend ? null : solveLevel(surviving, step, toSpend / 2, reach);
    const next = fractions[k + 1];
    if (next !== undefined) {
      reach = level ?? farthestZ * Math.sqrt(fraction);
      surviving = advance(surviving, reach, step, next - fraction);
    }
    looks.push({ alphaSpent: spent, zBoundary: level === null ? null : level / Math.sqrt(fraction) });
  });
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
