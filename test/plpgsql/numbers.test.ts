// Numbers by JavaScript's rules: NaN, zeros with signs, what is too large or too small, and their shortest texts.
import { test } from 'uvu';
import { closeDatabase, compare } from './snippets.ts';

const numbers = [
  ...['0', '-0', '1', '-1', '0.1', '0.30000000000000004', '1e21', '1e23', '1e22', '123456789012345680000'],
  ...[
    '1e-7',
    '0.000001',
    '0.0001',
    '1.5e-9',
    '5e-324',
    '1.7976931348623157e308',
    '9007199254740993',
    '2e15',
    '1e15',
  ],
  ...[
    'NaN',
    'Infinity',
    '-Infinity',
    '4.35',
    '1.005',
    '-2.5',
    '2.5',
    '0.5',
    '999.95',
    '9.9995',
    '25',
    '33.3',
  ],
];
const pairs = numbers.flatMap((a) =>
  ['0', '-0', '3', '1e-320', '1e308', 'NaN', 'Infinity', '-7.5'].map((b) => [a, b]),
);

test('arithmetic, comparisons and texts of all pairs', () =>
  compare(
    `const n = (x: string): number => Number(x);
     const sign = (x: number): string => (x === 0 && 1 / x < 0 ? '-0' : String(x));
     export const arithmetic = (a: string, b: string): readonly string[] => [
       sign(n(a) + n(b)), sign(n(a) - n(b)), sign(n(a) * n(b)), sign(n(a) / n(b)), sign(-n(a)), sign(n(a) ** 2),
     ];
     export const comparisons = (a: string, b: string): readonly boolean[] => [
       n(a) < n(b), n(a) <= n(b), n(a) > n(b), n(a) >= n(b), n(a) === n(b), n(a) !== n(b), n(a) > 1, n(a) < 1,
     ];
     export const choices = (a: string, b: string): readonly string[] => [
       String(n(a) || n(b)), String(Math.max(n(a), n(b))), String(Math.min(n(a), n(b))),
     ];`,
    { arithmetic: pairs, comparisons: pairs, choices: pairs },
  ));

test('functions of one number', () =>
  compare(
    `const n = (x: string): number => Number(x);
     export const functions = (x: string): readonly string[] => [
       String(Math.abs(n(x))), String(Math.floor(n(x))), String(Math.ceil(n(x))), String(Math.round(n(x))),
       String(Math.sqrt(n(x))), String(Math.sign(n(x))),
     ];
     export const kinds = (x: string): readonly boolean[] => [
       Number.isFinite(n(x)), Number.isInteger(n(x)), Number.isSafeInteger(n(x)),
     ];`,
    { functions: numbers.map((x) => [x]), kinds: numbers.map((x) => [x]) },
  ));

test('digits as toFixed and toPrecision round them', () =>
  compare(
    `export const fixed = (x: number): readonly string[] => [x.toFixed(0), x.toFixed(2), x.toFixed(6)];
     export const precise = (x: number): readonly string[] => [x.toPrecision(4), x.toPrecision(1), x.toPrecision(15)];
     export const shown = (x: number): string => String(Number(x.toPrecision(4)));`,
    Object.fromEntries(
      ['fixed', 'precise', 'shown'].map((name) => [
        name,
        numbers
          .map(Number)
          .filter((x) => Number.isFinite(x) && !Object.is(x, -0))
          .map((x) => [x]),
      ]),
    ),
  ));

test('remainders, and bits of 32-bit integers', () => {
  const integers = [0, 1, -1, 7, -7, 2147483647, -2147483648, 4294967295, 1e10, 123456789];
  return compare(
    `export const remainder = (a: number): readonly number[] => [a % 7, ((a % 7) + 7) % 7, a % 0.75, a % -4];
     export const bits = (a: number): readonly number[] => [a | 0, a >> 3, a >>> 5, a << 4, a & 255, a ^ 1023];`,
    { remainder: [...integers, 5.5, -5.5, 1e17].map((x) => [x]), bits: integers.map((x) => [x]) },
  );
});

test('integers beyond 2^53', () =>
  compare(
    `export const product = (a: number, b: number): string => String(BigInt(a) * BigInt(b) - BigInt(b));
     export const power = (n: number): string => String(10n ** BigInt(n));
     export const halved = (a: number, bits: number): string => String((BigInt(a) * -3n) >> BigInt(bits));
     export const asNumber = (a: number, b: number): number => Number(BigInt(a) * BigInt(b)) / Number(BigInt(b));
     export const digits = (a: number): string => (BigInt(a) * BigInt(a)).toString(16);`,
    {
      product: [
        [9007199254740991, 9007199254740991],
        [3, -7],
        [0, 5],
      ],
      power: [[0], [1], [40], [330]],
      halved: [
        [9007199254740991, 0],
        [9007199254740991, 3],
        [5, 1],
        [1, 60],
      ],
      asNumber: [
        [9007199254740991, 9007199254740991],
        [9007199254740991, 3],
      ],
      digits: [[9007199254740991], [15], [0], [65536]],
    },
  ));

const odd = [
  ...['0', '-0', '-0.2', '-0.5', '0.5', '1', '1.5', '-1', '-1.5', '-3', '0.49999999999999994', '1e-320'],
  ...['31', '32', '33', '-31', '2147483647', '2147483648', '-2147483649', '4294967295.9', '6442450944.5'],
  ...[
    '1e10',
    '4503599627370497',
    '9007199254740991',
    '1e20',
    '-1e20',
    '1e300',
    'NaN',
    'Infinity',
    '-Infinity',
  ],
];
const signed = `const n = (x: string): number => Number(x);
     const sign = (x: number): string => (x === 0 && 1 / x < 0 ? '-0' : String(x));`;

test('a zero keeps its sign through rounding, signs and remainders', () =>
  compare(
    `${signed}
     export const rounded = (x: string): readonly string[] => [
       sign(Math.round(n(x))), sign(Math.trunc(n(x))), sign(Math.ceil(n(x))), sign(Math.floor(n(x))),
       sign(Math.sign(n(x))), sign(Math.abs(n(x))), sign(Math.sqrt(n(x))),
       sign(n(x) % 1), sign(n(x) % 1.5), sign(n(x) % -3), sign(n(x) % 1e20), sign(n(x) % 0), sign(-5 % n(x)),
     ];`,
    { rounded: odd.map((x) => [x]) },
  ));

test('bits of numbers that are not whole, beyond 32 bits, or none', () =>
  compare(
    `${signed}
     export const one = (x: string): readonly string[] => [
       sign(n(x) | 0), sign(n(x) >>> 0), sign(~n(x)), sign(n(x) << 3), sign(n(x) >> 1), sign(n(x) >>> 31),
     ];
     export const two = (a: string, b: string): readonly string[] => [
       sign(n(a) | n(b)), sign(n(a) & n(b)), sign(n(a) ^ n(b)),
       sign(n(a) << n(b)), sign(n(a) >> n(b)), sign(n(a) >>> n(b)),
     ];
     export const kept = (x: string): number => {
       let flags = n(x);
       flags |= 5;
       flags &= n(x);
       return flags;
     };`,
    { one: odd.map((x) => [x]), two: odd.flatMap((a) => odd.map((b) => [a, b])), kept: odd.map((x) => [x]) },
  ));

test('what is no index finds nothing', () =>
  compare(
    `${signed}
     export const ofList = (x: string) => [10, 20, 30][n(x)] ?? 'none';
     export const ofLists = (x: string) => ([[1, 2], [3]][n(x)] ?? []).length;
     export const ofText = (x: string) => 'abc'[n(x)] ?? 'none';
     export const ofUnknown = (given: unknown, x: string) => (given as readonly unknown[])[n(x)] ?? 'none';
     export const before = (xs: readonly number[]) => [xs[-1] ?? null, xs[-0] ?? null, xs.map((_, i) => xs[i - 1] ?? null)];
     export const cut = (x: string) => ({ list: [1, 2, 3].slice(n(x)), text: 'abc'.slice(n(x)), to: [1, 2, 3].slice(0, n(x)) });`,
    {
      ofList: odd.map((x) => [x]),
      ofLists: odd.map((x) => [x]),
      ofText: odd.map((x) => [x]),
      ofUnknown: odd.map((x) => [[1, 'b', null], x]),
      before: [[[7, 8]], [[]]],
      cut: odd.map((x) => [x]),
    },
  ));

test.after(closeDatabase);
test.run();
