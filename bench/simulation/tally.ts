// Sums over simulated tests, which threads and cells add up. Knows no test.

/** The sum of two, figure by figure. */
export const addTallies = <T extends Readonly<Record<keyof T, number>>>(a: T, b: T): T =>
  Object.fromEntries(
    Object.entries<number>(a).map(([key, value]) => [key, value + b[key as keyof T]]),
  ) as unknown as T;
