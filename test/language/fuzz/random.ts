// Choices that a seed and a number decide: program 4711 of seed 7 is the same on every machine, whatever ran before it.
// Knows nothing of what is chosen.
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export type Random = {
  /** 0 to below - 1. */
  readonly below: (limit: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly chance: (oneIn: number) => boolean;
};

export const randomOf = (seed: number, number: number): Random => {
  const generator = xoroshiro128plus(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b));
  const below = (limit: number): number => uniformInt(generator, 0, limit - 1);
  return {
    below,
    pick: (list) => list[below(list.length)] as (typeof list)[number],
    chance: (oneIn) => below(oneIn) === 0,
  };
};
