// The score process S = Z·√t of a sequential test: normal increments with a drift, between boundaries that need not be
// symmetric (Armitage, McPherson and Rowe 1969; Jennison and Turnbull 1999, chapter 19). Knows what a look cuts off, not
// why. Meets probabilities to about 1e-8, all that power, futility and estimates need, in a tenth of the steps that the
// boundaries of efficacy take.
import { normalUpperTail } from '../normal.ts';
import { exp } from '../special.ts';
import { type Grid, gridBetween } from './quadrature.ts';

/**
 * The paths that no look has stopped, at information time `time`: masses at the nodes of a grid from `low` to `high`.
 * Without panels all mass is at `low`, as at the start. Plain numbers, to be stored and taken up again.
 */
export type Paths = {
  readonly time: number;
  readonly low: number;
  readonly high: number;
  readonly panels: number;
  readonly masses: readonly number[];
};

export const startPaths: Paths = { time: 0, low: 0, high: 0, panels: 0, masses: [1] };

/** 1e-12 of a normal distribution lie beyond so many standard deviations, 3e-7 where an estimate shifts them by two. */
const kernelDeviations = 7;
/** Panels of 16 nodes, this many standard deviations of a step wide. */
const panelDeviations = 5;

const gridOf = ({ low, high, panels }: Paths): Grid => gridBetween(low, high, panels);

/** Mean and standard deviation of the increment up to `time` under a drift (mean of S at information 1). */
type Step = { readonly mean: number; readonly deviation: number };

const stepTo = (paths: Paths, time: number, drift: number): Step => ({
  mean: drift * (time - paths.time),
  deviation: Math.sqrt(time - paths.time),
});

/** P(S ≥ level) at `time` among the paths. */
export const probabilityAbove = (paths: Paths, time: number, drift: number, level: number): number => {
  const { mean, deviation } = stepTo(paths, time, drift);
  const { nodes } = gridOf(paths);
  const { masses } = paths;
  let above = 0;
  for (let i = nodes.length - 1; i >= 0; i -= 1) {
    const x = (level - (nodes[i] as number) - mean) / deviation;
    if (x > kernelDeviations) break;
    above += (masses[i] as number) * normalUpperTail(x);
  }
  return above;
};

/** P(S < level) at `time` among the paths, and its density. */
const below = (grid: Grid, paths: Paths, step: Step, level: number): readonly [number, number] => {
  const { nodes } = grid;
  const { masses } = paths;
  let tail = 0;
  let density = 0;
  for (let i = 0; i < nodes.length; i += 1) {
    const x = ((nodes[i] as number) + step.mean - level) / step.deviation;
    if (x > kernelDeviations) break;
    const mass = masses[i] as number;
    tail += mass * normalUpperTail(x);
    if (x > -kernelDeviations) density += mass * exp((-x * x) / 2);
  }
  return [tail, density / (step.deviation * Math.sqrt(2 * Math.PI))];
};

export const probabilityBelow = (paths: Paths, time: number, drift: number, level: number): number =>
  below(gridOf(paths), paths, stepTo(paths, time, drift), level)[0];

/** The ends between which S lies at `time`, but for what no calculation sees. */
export const reachOf = (paths: Paths, time: number, drift: number): readonly [number, number] => {
  const { mean, deviation } = stepTo(paths, time, drift);
  const outer = (kernelDeviations + 1) * Math.sqrt(time);
  return [
    Math.max(paths.low + mean - kernelDeviations * deviation, drift * time - outer),
    Math.min(paths.high + mean + kernelDeviations * deviation, drift * time + outer),
  ];
};

/** The level below which S lies at `time` with probability `target`: Newton's method inside a bracket. */
export const levelBelow = (paths: Paths, time: number, drift: number, target: number): number => {
  const step = stepTo(paths, time, drift);
  const grid = gridOf(paths);
  const reach = reachOf(paths, time, drift);
  let low = reach[0];
  let high = reach[1];
  let level = (low + high) / 2;
  for (let round = 0; round < 60; round += 1) {
    const [tail, density] = below(grid, paths, step, level);
    if (tail > target) high = level;
    else low = level;
    const newton = density > 0 ? level + (target - tail) / density : level;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - level) <= 1e-9 * step.deviation) return next;
    level = next;
  }
  return level;
};

/** The density of S at `x`, times the deviation of the step and √(2π), from the nodes at `first` and above. */
const densityAt = (grid: Grid, masses: readonly number[], step: Step, x: number, first: number): number => {
  const { nodes } = grid;
  let density = 0;
  for (let j = first; j < nodes.length; j += 1) {
    const u = (x - (nodes[j] as number) - step.mean) / step.deviation;
    if (u < -kernelDeviations) break;
    density += (masses[j] as number) * exp((-u * u) / 2);
  }
  return density;
};

/**
 * The paths that lie between `low` and `high` at `time`, on a grid that a next step of length `nextStep` can use.
 * None where nothing is left between the two.
 */
export const advance = (
  paths: Paths,
  time: number,
  drift: number,
  [low, high]: readonly [number, number],
  nextStep: number,
): Paths => {
  if (!(high > low)) return { time, low, high: low, panels: 0, masses: [0] };
  const step = stepTo(paths, time, drift);
  const width = panelDeviations * Math.sqrt(Math.min(time - paths.time, nextStep));
  const panels = Math.ceil((high - low) / width);
  const grid = gridBetween(low, high, panels);
  const before = gridOf(paths);
  const scale = 1 / (step.deviation * Math.sqrt(2 * Math.PI));
  const masses: number[] = [];
  // Nodes ascend, and with them the first of those below from which a path may come.
  let first = 0;
  for (let i = 0; i < grid.nodes.length; i += 1) {
    const x = grid.nodes[i] as number;
    const lowest = x - step.mean - kernelDeviations * step.deviation;
    while (first < before.nodes.length && (before.nodes[first] as number) < lowest) first += 1;
    masses.push(densityAt(before, paths.masses, step, x, first) * scale * (grid.weights[i] as number));
  }
  return { time, low, high, panels, masses };
};
