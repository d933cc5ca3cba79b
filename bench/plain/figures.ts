// What the tables are made of: the middle of a list of measurements, and what a process has taken of a core.
import { readFileSync } from 'node:fs';

export const median = (list: readonly number[]): number =>
  [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] as number;

/** Milliseconds that a process has run, as Linux counts them; NaN on another system. */
export const runTime = (pid: number): number => {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return Number.NaN;
  }
};
