// What cannot be compiled is refused with file, line, the construct and the remedy.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { refusalOf } from './snippets.ts';

const refused: readonly (readonly [what: string, text: string, message: RegExp])[] = [
  [
    'a class',
    'class A {}\nexport const f = (): number => { class B {} return 1; };',
    /snippet\.ts:2:\d+: cannot compile a ClassDeclaration/,
  ],
  [
    'exp of Math',
    'export const f = (x: number): number => Math.exp(x);',
    /1:\d+: cannot compile Math\.exp.*\n {2}remedy: take exp/,
  ],
  [
    'a map that is given',
    'const g = (m: Map<string, number>): number => { m.set("a", 1); return m.size; };\nexport const f = (): number => g(new Map<string, number>());',
    /a change of m, which belongs to another place.*\n {2}remedy: spread a copy/,
  ],
  ['a power', 'export const f = (x: number): number => x ** 3;', /\*\* of numbers other than a square/],
  [
    'a computed key',
    'export const f = (k: string): object => ({ [k]: 1 });',
    /a key that is computed at run time/,
  ],
  ['an index as a key', 'export const f = (n: number) => ({ 0: n });', /a key that is an index/],
  [
    'a regular expression with flags',
    'export const f = (t: string): boolean => /a/i.test(t);',
    /regular expression with flags/,
  ],
  ['lookahead', 'export const f = (t: string): boolean => /a(?=b)/.test(t);', /this regular expression/],
  ['try', 'export const f = (): number => { try { return 1; } catch { return 2; } };', /a TryStatement/],
  [
    'null told from undefined',
    'export const f = (x: { a?: number | null }): boolean => x.a === null;',
    /tells null from undefined/,
  ],
  [
    'position of an object',
    'export const f = (xs: readonly { a: number }[], x: { a: number }): number => xs.indexOf(x);',
    /the position of a \{a:number\}/,
  ],
  [
    'more digits than a double has',
    'export const f = (x: number): string => x.toPrecision(17);',
    /this number of digits|more than 15 digits/,
  ],
  [
    'an index between two',
    'export const f = (xs: readonly number[]) => xs[1.5] ?? 0;',
    /1:\d+: cannot compile this index/,
  ],
  [
    'an index that no list has',
    'export const f = (xs: readonly number[]) => xs[1e10] ?? 0;',
    /cannot compile this index/,
  ],
  [
    'a number as a key',
    'export const f = (x: unknown, n: number) => (x as Readonly<Record<string, unknown>>)[n] ?? null;',
    /a number as the key of an object/,
  ],
  [
    'a comparator of one item',
    'export const f = (xs: readonly number[]) => [...xs].sort((a, b) => a);',
    /a comparator that does not compare two items/,
  ],
  [
    'a comparator that puts equal items before each other',
    'export const f = (xs: readonly string[]) => [...xs].sort((a, b) => (a < b ? 1 : -1));',
    /equal items before each other/,
  ],
  [
    'an order of numbers in three branches',
    'export const f = (xs: readonly number[]) => [...xs].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));',
    /an order of numbers that NaN may spoil/,
  ],
  [
    'a function within another that calls itself',
    'export const f = (n: number) => { const g = (x: number): number => (x <= 0 ? 0 : g(x - 1)); return g(n); };',
    /1:41: cannot compile a function within another that calls itself/,
  ],
  [
    'what is not in a class',
    'export const f = (t: string): boolean => /^[^a]$/.test(t);',
    /this regular expression/,
  ],
  ['a count beyond 255', 'export const f = (t: string): boolean => /a{300}/.test(t);', /a count beyond 255/],
  [
    'a hole in a pattern',
    'export const f = (t: string): boolean => /a.c/.test(t);',
    /this regular expression/,
  ],
  [
    'Date.UTC of four',
    'export const f = (y: number): number => Date.UTC(y, 1, 2, 3);',
    /Date\.UTC like this/,
  ],
  ['Date.UTC of two', 'export const f = (y: number): number => Date.UTC(y, 1);', /Date\.UTC like this/],
  ['the clock', 'export const f = (): number => Date.now();', /Date\.now like this/],
  ['a Date of parts', 'export const f = (y: number): string => new Date(y, 1).toISOString();', /new Date/],
  ['the text of a Date', 'export const f = (ms: number): string => String(new Date(ms));', /new Date/],
  ['the greatest of nothing', 'export const f = (): number => Math.max();', /Math\.max of nothing/],
  [
    'the number of what may be null',
    'export const f = (t: string | null): number => Number(t);',
    /the number of what may be no text/,
  ],
  [
    'the number of what is unknown',
    'export const f = (t: unknown): number => Number(t);',
    /the number of what may be no text/,
  ],
  [
    'a separator that may be missing',
    'export const f = (xs: readonly string[], s?: string): string => xs.join(s);',
    /a separator that may be missing/,
  ],
  [
    'a start that may be missing',
    'export const f = (t: string, n?: number): string => t.slice(n);',
    /a start that may be missing/,
  ],
  [
    'toFixed of too many digits',
    'export const f = (x: number): string => x.toFixed(101);',
    /this number of digits/,
  ],
  [
    'toFixed of half a digit',
    'export const f = (x: number): string => x.toFixed(1.5);',
    /this number of digits/,
  ],
  [
    'Number as a callback',
    'export const f = (xs: readonly string[]): number[] => xs.map(Number);',
    /this function as a value/,
  ],
  [
    'parseInt as a callback',
    'export const f = (xs: readonly string[]): number[] => xs.map(parseInt);',
    /this name/,
  ],
  [
    'the text of what may be null or undefined',
    'export const f = (o: { a?: number | null }): string => String(o.a);',
    /may be null or undefined/,
  ],
  [
    'a mixed sum',
    'export const f = (xs: readonly number[]): number => xs.reduce((a, b) => a + b);',
    /without an argument/,
  ],
];

for (const [what, text, message] of refused)
  test(`${what} is refused`, () => {
    assert.match(refusalOf(text), message);
    assert.match(refusalOf(text), /\n {2}remedy: \w/);
  });

test('what is within the subset is not', () => {
  assert.is(refusalOf('export const f = (x: number): number => x + 1;'), 'it compiled');
});

test.run();
