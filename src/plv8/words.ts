// Numbers and small phrases as a person reads them in reasons and stories. Knows no rule.

/** At most four significant digits, no trailing zeros. */
export const shown = (x: number): string => String(Number(x.toPrecision(4)));

/** 12.34 % with two decimals at most. */
export const percentText = (x: number): string => `${Number(x.toFixed(2))} %`;

/** A p-value: four significant digits, or a bound where it is too small to read. */
export const pText = (p: number): string => (p < 1e-6 ? 'below 0.000001' : shown(p));

export const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
