// Exact arithmetic on the decimals that people write (0.95, 33.3, 10) and on products of counts beyond 2^53.
// A double is read as the shortest decimal that stands for it. Knows nothing of statistics.

/** value = digits / 10^scale */
export type Decimal = { readonly digits: bigint; readonly scale: number };

/** The shortest decimal that reads back as `x`, as an integer over a power of ten. */
export const toDecimal = (x: number): Decimal => {
  const [mantissa = '0', exponent = '0'] = String(x).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const digits = BigInt(whole + fraction);
  const scale = fraction.length - Number(exponent);
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 };
};

const magnitudeBits = (x: bigint): number => (x < 0n ? -x : x).toString(16).length * 4;

/** a / b to within 2 units in the last place, however long the integers are. */
export const quotient = (a: bigint, b: bigint): number => {
  // A double holds integers below 2^1024; both sides lose the same number of low bits beyond that.
  const excess = BigInt(Math.max(0, magnitudeBits(a) - 1000, magnitudeBits(b) - 1000));
  return Number(a >> excess) / Number(b >> excess);
};

/** 1 − x without the rounding of the subtraction: 0.95 gives 0.05. */
export const complement = (x: number): number => {
  const { digits, scale } = toDecimal(x);
  const one = 10n ** BigInt(scale);
  return quotient(one - digits, one);
};

/** a·b − c·d for counts: exact before the one rounding to a double. */
export const crossDifference = (a: number, b: number, c: number, d: number): number => {
  const left = a * b;
  const right = c * d;
  return left <= Number.MAX_SAFE_INTEGER && right <= Number.MAX_SAFE_INTEGER
    ? left - right
    : Number(BigInt(a) * BigInt(b) - BigInt(c) * BigInt(d));
};
