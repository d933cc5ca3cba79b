// The functions of @stdlib, compiled, give the same bits as in Node: in every branch that random arguments reach.
import { test } from 'uvu';
import { seeded } from '../parity/schema_documents.ts';
import { closeDatabase, compare } from './snippets.ts';

const random = seeded(5);
const between = (low: number, high: number): number => low + (high - low) * random();
const size = (low: number, high: number): number => 10 ** between(low, high);
const many = <T>(n: number, draw: () => T): T[] => Array.from({ length: n }, draw);

test('exp, ln, log1p, expm1, erfc, erfcinv', () => {
  const wide = [
    ...many(60, () => [between(-750, 720)]),
    ...many(60, () => [between(-3, 3)]),
    ...many(40, () => [size(-300, -1)]),
    ...[[0], [1], [-1], [709.7], [-708.5], [-745.2], [0.5], [2], [1e-17], [38.5], [26.6]],
  ];
  const positive = [
    ...many(60, () => [size(-300, 300)]),
    ...many(60, () => [between(0.3, 3)]),
    [1],
    [5e-324],
    [2],
  ];
  const tail = [...many(80, () => [size(-300, 0)]), ...many(40, () => [between(0, 2)]), [1], [0.05], [1.95]];
  return compare(
    `import { exp, expm1, log, log1p } from './statistics/special.ts';
     import erfcOf from '@stdlib/math-base-special-erfc';
     import erfcinvOf from '@stdlib/math-base-special-erfcinv';
     const written = (x: number): string => String(x);
     export const exponential = (x: number): string => written(exp(x));
     export const less = (x: number): string => written(expm1(x));
     export const logarithm = (x: number): string => written(log(x));
     export const more = (x: number): string => written(log1p(x));
     export const erfc = (x: number): string => written(erfcOf(x));
     export const inverse = (x: number): string => written(erfcinvOf(x));`,
    {
      exponential: wide,
      less: wide,
      logarithm: positive,
      more: [...positive, ...tail],
      erfc: wide,
      inverse: tail,
    },
  );
});

test('incomplete gamma and the distribution of t', () => {
  const gamma = [
    ...many(60, () => [size(-3, 3), Math.ceil(between(0, 60)) / 2]),
    ...many(60, () => [size(-2, 4), between(0.1, 400)]),
    ...many(30, () => [between(90, 300), between(100, 300)]),
    ...many(20, () => [size(-12, -1), between(0.5, 5)]),
  ];
  const t = [
    ...many(60, () => [between(-6, 6), size(0, 3)]),
    ...many(40, () => [between(-3, 3), Math.ceil(between(0, 60))]),
    ...many(40, () => [between(-40, 40), size(0, 7)]),
    ...[
      [0, 3],
      [-1e10, 5],
      [2.5, 1e15],
      [-1, 2],
      [1e-9, 30],
      [-300, 1],
    ],
  ];
  return compare(
    `import gammainc from '@stdlib/math-base-special-gammainc';
     import tCdf from '@stdlib/stats-base-dists-t-cdf';
     export const upper = (x: number, a: number): string => String(gammainc(x, a, true, true));
     export const below = (x: number, v: number): string => String(tCdf(x, v) ?? Number.NaN);`,
    { upper: gamma, below: t },
  );
});

test.after(closeDatabase);
test.run();
