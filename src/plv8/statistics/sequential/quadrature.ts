// Gauss–Legendre quadrature on equal panels of an interval. Knows nothing of what is integrated.
import { cos } from '../special.ts';

export type Grid = { readonly nodes: Float64Array; readonly weights: Float64Array };

const order = 16;

/** Value and derivative of the Legendre polynomial of degree n (Bonnet's recursion). */
const legendre = (n: number, x: number): readonly [number, number] => {
  let previous = 1;
  let current = x;
  for (let k = 2; k <= n; k += 1) {
    const next = ((2 * k - 1) * x * current - (k - 1) * previous) / k;
    previous = current;
    current = next;
  }
  return [current, (n * (x * current - previous)) / (x * x - 1)];
};

/** Nodes and weights on [−1, 1] by Newton's method from Chebyshev's starting points (Press et al., gauleg). */
const buildRule = (): Grid => {
  const nodes = new Float64Array(order);
  const weights = new Float64Array(order);
  for (let i = 0; i < order; i += 1) {
    let x = -cos((Math.PI * (i + 0.75)) / (order + 0.5));
    for (let step = 0; step < 6; step += 1) {
      const [value, slope] = legendre(order, x);
      x -= value / slope;
    }
    const [, slope] = legendre(order, x);
    nodes[i] = x;
    weights[i] = 2 / ((1 - x * x) * slope * slope);
  }
  return { nodes, weights };
};

const rule = buildRule();

/** Nodes, ascending, and weights on [−reach, reach], in panels no wider than `panelWidth`. */
export const symmetricGrid = (reach: number, panelWidth: number): Grid => {
  const panels = Math.max(1, Math.ceil((2 * reach) / panelWidth));
  const half = reach / panels;
  const nodes = new Float64Array(panels * order);
  const weights = new Float64Array(panels * order);
  for (let panel = 0; panel < panels; panel += 1) {
    const centre = -reach + (2 * panel + 1) * half;
    for (let i = 0; i < order; i += 1) {
      nodes[panel * order + i] = centre + half * (rule.nodes[i] as number);
      weights[panel * order + i] = half * (rule.weights[i] as number);
    }
  }
  return { nodes, weights };
};

/**
 * Nodes, ascending, and weights from `low` to `high` in so many equal panels; without panels the point `low` alone, with
 * all weight.
 */
export const gridBetween = (low: number, high: number, panels: number): Grid => {
  if (panels === 0) return { nodes: Float64Array.of(low), weights: Float64Array.of(1) };
  const half = (high - low) / panels / 2;
  const nodes = new Float64Array(panels * order);
  const weights = new Float64Array(panels * order);
  for (let panel = 0; panel < panels; panel += 1) {
    const centre = low + (2 * panel + 1) * half;
    for (let i = 0; i < order; i += 1) {
      nodes[panel * order + i] = centre + half * (rule.nodes[i] as number);
      weights[panel * order + i] = half * (rule.weights[i] as number);
    }
  }
  return { nodes, weights };
};
