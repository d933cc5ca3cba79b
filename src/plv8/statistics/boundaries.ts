// Group-sequential boundaries: how far z must lie from 0 at each look so that all looks together keep the error rate.
// Lan and DeMets 1983, O'Brien–Fleming type, two-sided and symmetric, for any information fractions; the recursion
// over looks is that of Armitage, McPherson and Rowe 1969. Knows no decision rule.
import { complement } from './decimal.ts';
import { normalQuantile, normalUpperTail } from './normal.ts';
import { type Grid, symmetricGrid } from './quadrature.ts';

/** `zBoundary` is null where the look has so little to spend (below 1e-300) that no z can pass. */
export type Look = { readonly alphaSpent: number; readonly zBoundary: number | null };

/** Two-sided error spent up to information fraction t: 4·P(Z > z(α/4)/√t). */
export const alphaSpent = (alpha: number, fraction: number): number =>
  4 * normalUpperTail(-normalQuantile(alpha / 4) / Math.sqrt(fraction));

const smallestSpend = 1e-300;
/** Where e^(−x²/2) underflows: no z beyond it exists, and no kernel reaches further. */
const farthestZ = 38;
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

/** Probability (and its density) that the process passes `level` in a step of variance `step`. */
const exceedance = (from: Surviving, level: number, step: number): readonly [number, number] => {
  const deviation = Math.sqrt(step);
  const { nodes } = from.grid;
  let tail = 0;
  let density = 0;
  for (let i = firstNodeFrom(nodes, level - farthestZ * deviation); i < nodes.length; i += 1) {
    const x = (level - (nodes[i] as number)) / deviation;
    const mass = from.mass[i] as number;
    tail += mass * normalUpperTail(x);
    density += mass * Math.exp((-x * x) / 2);
  }
  return [tail, density / (deviation * Math.sqrt(2 * Math.PI))];
};

/** The level that the process passes with probability `target`: Newton's method on the logarithm, kept inside a bracket. */
const solveLevel = (from: Surviving, step: number, target: number, reach: number): number => {
  let low = 0;
  let high = reach + farthestZ * Math.sqrt(step);
  let level = reach;
  for (let round = 0; round < 100; round += 1) {
    const [tail, density] = exceedance(from, level, step);
    if (tail > target) low = level;
    else high = level;
    const newton = level + (tail * Math.log(tail / target)) / density;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - level) <= 1e-14 * level) return next;
    level = next;
  }
  return level;
};

const panelWidth = (step: number, nextStep: number): number =>
  panelDeviations * Math.sqrt(Math.min(step, nextStep));

/** The surviving density after a step of variance `step`, on a grid within ±reach that the next step can use. */
const advance = (from: Surviving, reach: number, step: number, nextStep: number): Surviving => {
  const grid = symmetricGrid(reach, panelWidth(step, nextStep));
  const deviation = Math.sqrt(step);
  const scale = 1 / (deviation * Math.sqrt(2 * Math.PI));
  const mass = grid.nodes.map((node, i) => {
    let density = 0;
    const end = firstNodeFrom(from.grid.nodes, node + farthestZ * deviation);
    for (let j = firstNodeFrom(from.grid.nodes, node - farthestZ * deviation); j < end; j += 1) {
      const x = (node - (from.grid.nodes[j] as number)) / deviation;
      density += (from.mass[j] as number) * Math.exp((-x * x) / 2);
    }
    return density * scale * (grid.weights[i] as number);
  });
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
    const before = fractions[k - 1] ?? 0;
    const step = fraction - before;
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

/** The recursion costs milliseconds and the same looks come again and again: results are kept by their input. */
const cache = new Map<string, readonly Look[]>();
const cacheLimit = 2000;

/** One entry per information fraction; the fractions must increase strictly within (0, 1]. */
export const sequentialBoundaries = (
  fractions: readonly number[],
  confidenceLevel: number,
): readonly Look[] => {
  const key = `${confidenceLevel}:${fractions.join()}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  if (cache.size >= cacheLimit) cache.clear();
  const looks = computeBoundaries(fractions, complement(confidenceLevel));
  cache.set(key, looks);
  return looks;
};
