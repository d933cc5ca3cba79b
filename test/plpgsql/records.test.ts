// Objects as records: spreads, what is left out beside what is null, unions by what they hold, functions as values.
import { test } from 'uvu';
import { closeDatabase, compare } from './snippets.ts';

test('spreads override in order, and what is left out overrides nothing', () =>
  compare(
    `type Some = { readonly a?: number; readonly b: string | null };
     export const over = (x: Some) => ({ a: 1, c: true, ...x, d: 'last' });
     export const under = (x: Some) => ({ ...x, b: 'mine' });
     export const rest = (x: Some) => {
       const { b, ...others } = x;
       return { others, b: b ?? 'none' };
     };`,
    Object.fromEntries(
      ['over', 'under', 'rest'].map((name) => [name, [[{ b: null }], [{ a: 5, b: 'x' }], [{ a: 0, b: '' }]]]),
    ),
  ));

test('a union is told apart by what its members hold', () =>
  compare(
    `type Shape = { readonly kind: 'circle'; readonly r: number } | { readonly kind: 'box'; readonly w: number; readonly h: number };
     const area = (s: Shape): number => {
       switch (s.kind) {
         case 'circle':
           return 3 * s.r * s.r;
         case 'box':
           return s.w * s.h;
       }
     };
     export const areas = (n: number) => {
       const shapes: readonly Shape[] = [{ kind: 'circle', r: n }, { kind: 'box', w: n, h: 2 }];
       return { shapes, areas: shapes.map(area) };
     };`,
    { areas: [[1], [2.5]] },
  ));

test('a function is given the parts of a record that it reads, itself or through another', () => {
  const piece = `type Line = { readonly n: number; readonly text?: string | null };
     type Whole = { readonly on: boolean; readonly lines: readonly Line[]; readonly part: { readonly first: Line | null; readonly many: readonly number[] } };
     const isOn = ({ on }: Whole): boolean => on;
     const firstOf = (whole: Whole) => whole.part.first?.text ?? 'none';
     const shown = (line: Line, whole: Whole): string => {
       if (!isOn(whole)) return 'off';
       const { part } = whole;
       return firstOf(whole) + ' ' + String(line.n + part.many.length);
     };
     export const reads = (whole: Whole) => whole.lines.map((line) => shown(line, whole));
     const depth = (whole: Whole, n: number): number => (n === 0 ? whole.lines.length : depth(whole, n - 1));
     export const calls = (whole: Whole) => [depth(whole, 3)];
     const told = (whole: Whole) => ({ ...whole, n: whole.lines.length });
     export const spreads = (whole: Whole) => told(whole);
     const has = (whole: Whole): boolean => whole.part.first !== null && whole.part.first.text != null;
     export const compares = (whole: Whole) => [has(whole)];`;
  const part = (first: unknown) => ({ first, many: [1, 2] });
  const lines = [{ n: 1, text: null }, { n: 2 }];
  const wholes = [
    [{ on: true, lines, part: part(null) }],
    [{ on: true, lines, part: part({ n: 1, text: 'a' }) }],
    [{ on: false, lines: [lines[0]], part: part({ n: 1 }) }],
  ];
  return compare(
    piece,
    Object.fromEntries(['reads', 'calls', 'spreads', 'compares'].map((name) => [name, wholes])),
  );
});

test('functions are values: with what they capture, in objects, as arguments', () =>
  compare(
    `type Rule = { readonly name: string; readonly accepts: (x: number) => boolean };
     const above = (limit: number): Rule => ({ name: 'above ' + String(limit), accepts: (x) => x > limit });
     const rules: readonly Rule[] = [{ name: 'odd', accepts: (x) => x % 2 === 1 }, { name: 'any', accepts: () => true }];
     const twice = (f: (x: number) => number, x: number): number => f(f(x));
     export const accepted = (x: number, limit: number) =>
       [...rules, above(limit)].filter((rule) => rule.accepts(x)).map((rule) => rule.name);
     export const applied = (x: number, by: number) => twice((y) => y * by + x, x);
     export const local = (x: number) => {
       const add = (y: number, more = 10): number => x + y + more;
       return [add(1), add(1, 2)];
     };`,
    {
      accepted: [
        [3, 2],
        [4, 9],
      ],
      applied: [[2, 3]],
      local: [[5]],
    },
  ));

test('null, undefined and missing, through ?., ?? and comparisons', () =>
  compare(
    `type Deep = { readonly in: { readonly x: number | null } | null };
     export const deep = (d: Deep) => [d.in?.x ?? -1, d.in === null ? 'none' : 'some', (d.in?.x ?? null) === null];
     export const first = (xs: readonly string[]) => {
       const head = xs[0];
       return head === undefined ? 'empty' : head + String(xs.length);
     };`,
    { deep: [[{ in: null }], [{ in: { x: null } }], [{ in: { x: 0 } }]], first: [[[]], [['a', 'b']]] },
  ));

// As texts, because an object of JavaScript would have its keys in that order already.
test('keys that are indices of a list come first, by size, as JavaScript has them', () =>
  compare(
    `type Open = Readonly<Record<string, unknown>>;
     const opened = (text: string): Open => JSON.parse(text) as Open;
     export const keys = (text: string) => [Object.keys(opened(text)), Object.entries(opened(text)).map(([key, item]) => key + String(item))];
     export const others = (text: string) => {
       const { b: _, ...rest } = opened(text);
       return Object.keys({ ...rest, z: 1 });
     };`,
    {
      keys: [
        ['{"b":1,"10":2,"2":3,"01":4,"4294967294":5,"4294967295":6,"-1":7,"0":8,"1.5":9,"":10,"2":11}'],
        ['{"3":1,"1":2}'],
      ],
      others: [['{"b":1,"a":2,"7":3}'], ['{}']],
    },
  ));

test('unknown values are looked at before they are used', () =>
  compare(
    `export const kind = (x: unknown): string =>
       typeof x === 'number' ? 'n' + String(x) : typeof x === 'string' ? 's' + x : Array.isArray(x) ? 'list' : x === null ? 'null' : typeof x;
     export const part = (x: Readonly<Record<string, unknown>>) => ({ n: typeof x.n === 'number' ? x.n : null, same: x.n === 1, keys: Object.keys(x), more: { ...x, n: 2 } });`,
    {
      kind: [[1.5], ['a'], [[1]], [null], [true], [{ a: 1 }]],
      part: [[{}], [{ n: 1 }], [{ z: 'x', n: '1', a: [1] }]],
    },
  ));

test.after(closeDatabase);
test.run();
