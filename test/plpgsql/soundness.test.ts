// What SQL would make something else of than JavaScript, without a word: lists with two names, expressions that change
// what they read.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { closeDatabase, compare, refusalOf } from './snippets.ts';

test.after(closeDatabase);

const finish = /remedy: spread a copy, or finish the list before it is used/;
const own = /remedy: give (the call|it) a statement of its own/;
const f = (body: string): string => `export const f = () => { ${body} };`;

const refused: readonly (readonly [what: string, text: string, remedy: RegExp])[] = [
  [
    'a list in an object',
    f('const a: number[] = []; const o = { a }; a.push(1); return o.a.length;'),
    finish,
  ],
  ['a second name', f('const a = [1]; const b = a; b.push(2); return a.length;'), finish],
  ['a second name of what is changed', f('const a = [1]; const b = a; a.push(2); return b.length;'), finish],
  [
    'what sort returns',
    f('const a = [2, 1]; const b = a.sort((x, y) => x - y); b.push(3); return a;'),
    /sort a copy/,
  ],
  [
    'a list after it was sorted',
    f('const a = [2, 1]; const b = a.sort((x, y) => x - y); return [...a, ...b];'),
    /sort a copy/,
  ],
  [
    'a list in a map',
    f(
      'const m = new Map<string, number[]>(); const l: number[] = []; m.set("k", l); l.push(1); return m.get("k")!.length;',
    ),
    finish,
  ],
  [
    'a Float64Array',
    f('const a = new Float64Array(2); const o = { a }; a[0] = 1; return o.a[0] as number;'),
    finish,
  ],
  [
    'a map',
    f('const a = new Map<string, number>(); const o = { a }; a.set("a", 1); return o.a.size;'),
    finish,
  ],
  [
    'a list that is walked',
    f('const a = [1]; for (const x of a) if (x < 5) a.push(x + 1); return a;'),
    finish,
  ],
  [
    'a list that a callback walks',
    f('const a = [1, 2]; return a.map((x, i) => { a[1] = 9; return x + i; });'),
    finish,
  ],
  [
    'a list that a helper changes as it is walked',
    f('const a = [1]; const more = () => { a.push(1); }; for (const x of a) if (x > 2) more(); return a;'),
    finish,
  ],
  [
    'a list kept in the round before',
    f(
      'const a: number[] = []; const all: (readonly number[])[] = []; for (let i = 0; i < 2; i += 1) { a.push(i); all.push(a); } return all;',
    ),
    finish,
  ],
  [
    'a list that a function keeps',
    `const wrap = (a: readonly number[]) => ({ a });\n${f('const a = [1]; const o = wrap(a); a.push(2); return o.a.length;')}`,
    finish,
  ],
  [
    'a parameter',
    `const more = (xs: number[]): void => { xs.push(9); };\n${f('const a = [1]; more(a); return a;')}`,
    finish,
  ],
  ['what push returns', f('const a = [1]; const n = a.push(2); return n;'), /a statement of its own/],
  ['a sum around a call', f('let i = 1; const g = () => { i = 5; return 10; }; return i + g() + i;'), own],
  [
    'a list around calls',
    f('let c = 0; const next = () => { c += 1; return c; }; return [next(), c, next()];'),
    own,
  ],
  [
    'a reader beside a call',
    f('let c = 0; const next = () => { c += 1; return c; }; const now = () => c; return [now(), next()];'),
    own,
  ],
  [
    'an argument of the call',
    f('let c = 1; const g = (x: number) => { c = 7; return x; }; return g(c);'),
    own,
  ],
  ['a callback that changes', f('let n = 0; return [n, ...[1, 2].map((x) => { n += x; return n; })];'), own],
  ['an assignment in an expression', f('let x = 2; x += x * (x = 3); return x;'), own],
  ['a step in an expression', f('let x = 2; const y = ++x + x; return y;'), own],
];

const unlike: typeof refused = [
  ['half an index', f('const a = [1, 2]; return a[0.5] ?? 0;'), /whole number/],
  ['a split into units', 'export const g = (t: string) => t.split("");', /write the separator/],
  ['a replacement with $', 'export const g = (t: string) => t.replaceAll("a", "$&");', /without \$/],
];

for (const [what, text, remedy] of [...refused, ...unlike])
  test(`${what} is refused`, () => {
    assert.match(refusalOf(text), /snippet\.ts:\d+:\d+: cannot compile/);
    assert.match(refusalOf(text), remedy);
  });

test('a list that is finished before it is used, and calls in statements of their own, are what they are', async () => {
  await compare(
    `
    const total = (xs: readonly number[]): number => xs.reduce((a, x) => a + x, 0);
    export const finished = (n: number) => {
      const a: number[] = [];
      for (let i = 0; i < n; i += 1) a.push(i + total(a));
      const o = { a, last: a[a.length - 1] ?? null };
      return { o, copy: [...a] };
    };
    export const rows = (n: number) => {
      const all: (readonly number[])[] = [];
      for (let i = 0; i < n; i += 1) {
        const row: number[] = [];
        row.push(i, i + 1);
        all.push(row);
      }
      return all;
    };
    export const counted = () => {
      let c = 0;
      const next = () => { c += 1; return c; };
      const both = [next(), next()];
      const third = next();
      return [...both, third, c];
    };`,
    { finished: [[0], [4]], rows: [[3]], counted: [[]] },
  );
});

test('a default stands for undefined, whether it is given or left out', async () => {
  await compare(
    `
    const top = (x = 3): number => x;
    export const f = (o: { a?: number }) => {
      const g = (x = 3): number => x + 1;
      const h = ({ a = 4 }: { a?: number } = {}): number => a;
      return [g(o.a), g(), g(undefined), top(o.a), top(), top(undefined), h(), h(o)];
    };`,
    { f: [[{}], [{ a: 1 }], [{ a: 0 }]] },
  );
  assert.match(
    refusalOf('export const f = (o: { a?: number | null }) => { const { a = 3 } = o; return a; };'),
    /a default of what may also be null.*\n {2}remedy: leave null out/,
  );
});

test('the lesser and greater zero, a NaN that is looked for, and places beyond the end are as in JavaScript', async () => {
  await compare(
    `
    const sign = (x: number): string => (1 / x < 0 ? '-' : '+') + String(x);
    export const zeros = (a: number) => {
      const [p, m] = [a * 1, a * -1];
      return [sign(Math.min(p, m)), sign(Math.min(m, p)), sign(Math.max(p, m)), sign(Math.max(m, p)), sign(Math.min(m, 1)), sign(Math.max(p, m, m))];
    };
    export const sought = (a: number) => { const x = a / 0; return [[x, 1].indexOf(x), [1, 2].indexOf(2), [x].includes(x)]; };
    export const cut = (n: number) => [[1, 2, 3].slice(0, n), [1, 2, 3].slice(n), 'abc'.slice(0, n), 'abc'.slice(n)];`,
    { zeros: [[0], [1]], sought: [[0]], cut: [[1e10], [-1e10], [1.5], [-1.5], [0], [3]] },
  );
  assert.match(
    refusalOf('export const g = (t: string): boolean => t.includes("a", 1);'),
    /includes with 2 arguments.*\n {2}remedy: give it 1/,
  );
});

test('a function that returns nothing is called for nothing', async () => {
  await compare(
    `
    const nothing = (n: number): void => { if (n > 1) return; };
    export const quiet = (n: number) => { nothing(n); return n; };`,
    { quiet: [[1], [2]] },
  );
});

const late: readonly (readonly [what: string, body: string])[] = [
  ['in an object', 'let k = n; const o = { g: (): number => k }; k = k + 1; return o.g();'],
  ['in a list', 'let k = n; const fs = [(): number => k]; k = k + 1; return fs.map((h) => h());'],
  [
    'made in a loop',
    'let i = 0; const fs: (() => number)[] = []; while (i < n) { fs.push(() => i); i += 1; } return fs.map((h) => h());',
  ],
  ['by its name', 'let k = n; const g = (): number => k; const o = { g }; k = 9; return o.g();'],
  ['of a list', 'const xs = [n]; const o = { g: (): number => xs.length }; xs.push(1); return o.g();'],
  [
    'returned by another',
    'let k = n; const pick = (c: boolean): (() => number) => (c ? () => k : () => 0); const h = pick(n > 0); k = 9; return h();',
  ],
  [
    'that changes it',
    'let k = n; const o = { plus: (x: number): number => { k += x; return k; } }; return o.plus(1) + 1;',
  ],
  ['given to a function', 'let k = n; const h = own.map(() => k); k = 9; return h();'],
];
for (const [what, body] of late)
  test(`a function as a value is refused where what it captures changes afterwards: ${what}`, () => {
    const text = `const own = { map: (g: () => number): (() => number) => g };\nexport const f = (n: number) => { ${body} };`;
    assert.match(refusalOf(text), /2:\d+: cannot compile a function as a value that uses \w+, which changes/);
    assert.match(refusalOf(text), /\n {2}remedy: name the value in a constant/);
  });

test('function values are called as they were made where nothing changes afterwards', () =>
  compare(
    `const twice = (g: (x: number) => number, x: number): number => g(g(x));
     const add = (a: number) => (b: number): number => a + b;
     export const f = (n: number) => {
       let k = 0;
       k = n;
       const o = { g: (x: number): number => x + k };
       const fs: (() => number)[] = [];
       for (let i = 0; i < n; i += 1) fs.push(() => i);
       return [twice((x) => x + k, 1), add(k)(1), o.g(2), ...fs.map((h) => h())];
     };
     export const called = (n: number) => {
       let k = n;
       const g = (): number => k * 2;
       const before = g();
       k = k + 1;
       return [before, g(), ...[1, 2].map((x) => x + k)];
     };`,
    { f: [[0], [3]], called: [[1], [2]] },
  ));

test.run();
