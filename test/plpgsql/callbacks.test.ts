// Callbacks as loops, and lists, maps and sets: sorting is stable, what is missing is NULL.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { closeDatabase, compare } from './snippets.ts';

const lists = [[[]], [[1]], [[3, 1, 2]], [[2, 2, 1, 5, 0.5]], [[10, 9, 8, 7, 6, 5, 4, 3, 2, 1]]];

test('callbacks as loops, with their index, inside branches and each other', () =>
  compare(
    `export const mapped = (xs: readonly number[]) => xs.map((x, i) => x * 2 + i);
     export const kept = (xs: readonly number[]) => xs.filter((x) => x > 1).map((x) => ({ x, half: x / 2 }));
     export const summed = (xs: readonly number[]) => xs.reduce((s, x) => ({ n: s.n + 1, sum: s.sum + x }), { n: 0, sum: 0 });
     export const decided = (xs: readonly number[]) => [xs.some((x) => x > 4), xs.every((x) => x > 0), xs.includes(2)];
     export const found = (xs: readonly number[]) => [xs.find((x) => x > 2) ?? null, xs.findIndex((x) => x > 2), xs.indexOf(5)];
     export const flat = (xs: readonly number[]) => xs.flatMap((x) => (x > 2 ? [] : [x, ...xs.filter((y) => y < x)]));
     export const lazy = (xs: readonly number[]) => (xs.length > 2 ? xs.map((x) => x + 1) : xs.length === 0 ? [] : [0, ...xs]);
     export const looped = (xs: readonly number[]) => {
       const seen: number[] = [];
       for (const x of xs) {
         if (x === 1) continue;
         if (x > 8) break;
         seen.push(x);
       }
       let last = 0;
       xs.forEach((x, i) => {
         last = Math.max(last, x * i);
       });
       return { seen, last };
     };
     export const cut = (xs: readonly number[]) => [xs.slice(1), xs.slice(0, -1), xs.slice(-2), [...xs].reverse()].map((l) => ({ l }));`,
    Object.fromEntries(
      ['mapped', 'kept', 'summed', 'decided', 'found', 'flat', 'lazy', 'looped', 'cut'].map((name) => [
        name,
        lists,
      ]),
    ),
  ));

test('sorting by keys in turn, by a text, and by any comparator is stable', () => {
  const rows = [
    [[]],
    [
      [
        { a: 2, b: 'x', n: 0 },
        { a: 1, b: 'y', n: 1 },
        { a: 2, b: 'a', n: 2 },
        { a: 1, b: 'y', n: 3 },
        { a: 1, b: 'Ä', n: 4 },
      ],
    ],
  ];
  return compare(
    `type Row = { readonly a: number; readonly b: string; readonly n: number };
     export const keys = (rows: readonly Row[]) => [...rows].sort((x, y) => y.a - x.a || (x.b < y.b ? -1 : 1));
     export const odd = (rows: readonly Row[]) => [...rows].sort((x, y) => (x.a === y.a ? 0 : x.a === 2 ? -1 : 1) || x.n - y.n);
     export const stable = (rows: readonly Row[]) => [...rows].sort((x, y) => x.a - y.a);
     export const texts = (rows: readonly Row[]) => rows.map((r) => r.b).sort();
     export const numbers = (rows: readonly Row[]) => rows.map((r) => r.n).sort((p, q) => q - p);`,
    Object.fromEntries(['keys', 'odd', 'stable', 'texts', 'numbers'].map((name) => [name, rows])),
  );
});

test('texts are ordered by UTF-16 units, wherever they are compared', () => {
  const parts = [
    '',
    'a',
    'ü',
    '\u0001',
    '\ud7ff',
    '\ue000',
    '！',
    '\uffff',
    '😀',
    '\u{10fffe}',
    '\u{10ffff}',
  ];
  const texts = parts.flatMap((first) => parts.map((second) => first + second));
  return compare(
    `export const sorted = (texts: readonly string[]) => [...texts].sort();
     export const keyed = (texts: readonly string[]) => [...texts].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
     export const falling = (texts: readonly string[]) => [...texts].sort((a, b) => (b < a ? -1 : 1));
     export const merged = (texts: readonly string[]) => [...texts].sort((a, b) => (a === b ? 0 : a > b ? 1 : -1));
     export const compared = (texts: readonly string[]) => texts.map((t) => texts.filter((other) => t <= other).length);`,
    Object.fromEntries(
      ['sorted', 'keyed', 'falling', 'merged', 'compared'].map((name) => [name, [[[...new Set(texts)]]]]),
    ),
  );
});

test('sorting by any comparator is stable for lists of every length', () => {
  const rows = (n: number) => Array.from({ length: n }, (_, i) => ({ a: (i * 7) % 5, n: i }));
  return compare(
    `type Row = { readonly a: number; readonly n: number };
     export const sorted = (rows: readonly Row[]) => [...rows].sort((x, y) => (x.a === y.a ? 0 : x.a === 2 ? -1 : y.a === 2 ? 1 : x.a - y.a));`,
    { sorted: [1, 2, 3, 4, 5, 6, 7, 8, 9, 31, 64, 100].map((n) => [rows(n)]) },
  );
});

test('maps and sets keep the order in which keys came, null among them', () =>
  compare(
    `export const grouped = (words: readonly (string | null)[]) => {
       const groups = new Map<string | null, number[]>();
       words.forEach((word, i) => {
         groups.set(word, [...(groups.get(word) ?? []), i]);
       });
       return [...groups].map(([word, places]) => ({ word, places }));
     };
     export const distinct = (words: readonly (string | null)[]) => {
       const known = new Set(words);
       return { all: [...known], has: known.has('b') };
     };
     export const counted = (words: readonly (string | null)[]) => {
       const counts = new Map<string, number>();
       for (const word of words) if (word !== null) counts.set(word, (counts.get(word) ?? 0) + 1);
       return [...counts].map(([word, n]) => word + String(n)).join(', ');
     };`,
    Object.fromEntries(
      ['grouped', 'distinct', 'counted'].map((name) => [name, [[[]], [['a', null, 'b', 'a', null, 'c']]]]),
    ),
  ));

test('a map of many keys finds each of them, after it has grown and where it is handed on', () => {
  const words = Array.from({ length: 700 }, (_, i) => (i % 100 === 7 ? null : `w${(i * 37) % 500}`));
  return compare(
    `const countsOf = (words: readonly (string | null)[]): ReadonlyMap<string | null, number> => {
       const counts = new Map<string | null, number>();
       for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
       return counts;
     };
     export const counted = (words: readonly (string | null)[]) => {
       const counts = countsOf(words);
       return {
         all: [...counts].map(([word, n]) => (word ?? 'none') + String(n)),
         size: counts.size,
         found: words.map((word) => counts.get(word) ?? -1),
         missing: [counts.has('w500'), counts.has('w499'), counts.has(null)],
       };
     };
     export const numbered = (words: readonly (string | null)[]) => {
       const places = new Map<number, readonly number[]>();
       words.forEach((_, i) => {
         places.set(i * 1.5 - 300, [i]);
       });
       places.set(0 * -1, [-1]);
       return [places.get(0)?.[0] ?? null, places.get(0 * -1)?.[0] ?? null, places.get(748.5)?.[0] ?? null, places.get(7)?.[0] ?? null];
     };`,
    Object.fromEntries(['counted', 'numbered'].map((name) => [name, [[[]], [words]]])),
  );
});

test('zeros of both signs and infinities are sorted as numbers', () =>
  compare(
    `const n = (x: string): number => Number(x);
     const sign = (x: number): string => (x === 0 && 1 / x < 0 ? '-0' : String(x));
     export const keyed = (xs: readonly string[]) => xs.map((x) => n(x)).sort((a, b) => a - b).map((x) => sign(x));
     export const falling = (xs: readonly string[]) => xs.map((x) => n(x)).sort((a, b) => (b < a ? -1 : 1)).map((x) => sign(x));
     export const merged = (xs: readonly string[]) => xs.map((x) => n(x)).sort((a, b) => (a === b ? 0 : a - b)).map((x) => sign(x));
     export const turned = (xs: readonly string[]) => [...xs].sort((a, b) => (a > b ? -1 : 1));`,
    Object.fromEntries(
      ['keyed', 'falling', 'merged', 'turned'].map((name) => [
        name,
        [[['3', '-0', 'Infinity', '0', '-Infinity', '-1', '-0', 'Infinity', '2']], [['0', '-0']], [[]]],
      ]),
    ),
  ));

for (const comparator of ['a - b', 'a === 2 ? 1 : a - b'])
  test(`a list is not sorted by what is NaN: ${comparator}`, async () => {
    const piece = `export const f = (xs: readonly string[]) => xs.map((x) => Number(x)).sort((a, b) => ${comparator});`;
    let message = '';
    try {
      await compare(piece, { f: [[['3', 'x', '1']]] });
    } catch (error) {
      message = (error as Error).message;
    }
    assert.match(message, /cannot be sorted by what is not a number/);
  });

test.after(closeDatabase);
test.run();
