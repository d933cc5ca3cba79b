// Seeded random numbers of the simulated worlds. The seed of a stream follows from what it is for, so that no result
// depends on which thread computes it or after what.
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { firstAbove } from './delays.ts';

export type Uniform = () => number;

/** FNV-1a over the text, then the finalizer of MurmurHash3, for neighbouring seeds must not give neighbouring states. */
const hash = (text: string): number => {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
};

export const stream = (...purpose: readonly (string | number)[]): Uniform => {
  const generator = xoroshiro128plus(hash(purpose.join()));
  // 32 bits tell shares of leads well enough, and cost half of 53.
  return () => (generator.next() >>> 0) / 2 ** 32;
};

const poissonTables = new Map<number, Float64Array>();

/** P(X ≤ k) of a Poisson variable, up to 12 standard deviations above its mean. */
const poissonTable = (mean: number): Float64Array => {
  const table = new Float64Array(Math.ceil(mean + 12 * Math.sqrt(mean) + 12));
  let mass = Math.exp(-mean);
  let sum = mass;
  for (let k = 0; k < table.length; k += 1) {
    table[k] = sum;
    mass *= mean / (k + 1);
    sum += mass;
  }
  table[table.length - 1] = 1;
  return table;
};

export const poisson = (mean: number, uniform: number): number => {
  const table = poissonTables.get(mean) ?? poissonTable(mean);
  poissonTables.set(mean, table);
  return firstAbove(table, uniform);
};
