// Numbers and small phrases as a person reads them in reasons, explanations and histories. Knows no rule.

/** At most four significant digits, no trailing zeros. */
export const shown = (x: number): string => String(Number(x.toPrecision(4)));

/** At most so many decimals, no trailing zeros. */
export const decimals = (x: number, digits: number): string => String(Number(x.toFixed(digits)));

/** Of a number of percent: "12.34 %", with two decimals at most. */
export const percentText = (x: number): string => `${decimals(x, 2)} %`;

/**
 * Of a share: 0.4 as "40 %", with one decimal at most, or none. With one decimal a tie such as 28.75 % is rounded up:
 * the product by 1000 is exact there, that by 100 is not.
 */
export const shareText = (share: number, digits: 0 | 1 = 1): string =>
  digits === 0 ? `${Math.round(share * 100)} %` : `${Math.round(share * 1000) / 10} %`;

/** A p-value: four significant digits, or a bound where it is too small to read. */
export const pText = (p: number): string => (p < 1e-6 ? 'below 0.000001' : shown(p));

/** "p = 0.0285" with four decimals, "p < 0.0001" where they would be zeros. */
export const pEquation = (p: number): string => (p < 0.0001 ? 'p < 0.0001' : `p = ${decimals(p, 4)}`);

export const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** With its first letter in upper case. */
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** With its first letter in lower case. */
export const uncapital = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

/** "An" before a vowel, else "A". */
export const article = (noun: string): string => (/^[aeiou]/.test(noun) ? 'An' : 'A');
