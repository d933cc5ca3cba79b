// Types as columns: what a value is held as shows in nothing that comes out, and null, undefined and missing stay apart
// where the type tells them apart.
import { test } from 'uvu';
import { closeDatabase, compare } from './snippets.ts';

test('tuples, lists of lists and lists in maps', () =>
  compare(
    `export const tuple = (x: number): readonly [number, string, boolean] => [x, String(x), x > 1];
     export const pairs = (x: unknown) => (x as readonly (readonly [number, string])[]).map(([n, text]) => text + String(n));
     export const taken = (x: number) => {
       const [n, text] = tuple(x);
       return text + String(n + 1);
     };
     export const table = (n: number) => Array.from({ length: n }, (_, i) => Array.from({ length: i }, (_, j) => i * j));
     export const sums = (n: number) => table(n).map((row) => row.reduce((s, x) => s + x, 0));
     export const groups = (words: readonly string[]) => {
       const byLength = new Map<number, readonly string[]>();
       for (const word of words) byLength.set(word.length, [...(byLength.get(word.length) ?? []), word]);
       return [...byLength].map(([length, all]) => ({ length, all }));
     };`,
    {
      tuple: [[0], [2.5]],
      pairs: [
        [[]],
        [
          [
            [1, 'a'],
            [2.5, 'b'],
          ],
        ],
      ],
      taken: [[0], [2.5]],
      table: [[0], [3]],
      sums: [[0], [4]],
      groups: [[[]], [['a', 'bb', 'c', '', 'dd']]],
    },
  ));

test('a property that may be left out, be null, or both', () =>
  compare(
    `type Both = { readonly a?: number | null; readonly b: number | null; readonly c?: string };
     export const same = (x: Both): Both => ({ ...x });
     export const built = (x: Both) => ({ ...(x.b === null ? {} : { b: x.b }), ...(x.c === undefined ? {} : { c: x.c }), n: null });
`,
    {
      same: [[{ b: 1 }], [{ a: null, b: null }], [{ a: 0, b: 0, c: '' }]],
      built: [[{ b: null }], [{ b: 1, c: 'x' }]],
    },
  ));

test('a union of objects has the keys of the member that it is, in the order of that member', () =>
  compare(
    `type Kept = { readonly kind: 'kept'; readonly n: number; readonly text: string };
     type Left = { readonly kind: 'left'; readonly text: string; readonly why: string; readonly n: number };
     const of = (n: number): Kept | Left => n > 0 ? { kind: 'kept', n, text: 'yes' } : { kind: 'left', text: 'no', why: 'small', n };
     export const one = (n: number) => of(n);
     export const written = (n: number) => JSON.stringify({ first: { x: n, y: 1 }, list: [n, null], text: 'a"b' });
     export const all = (list: readonly number[]) => list.map(of).map((item) => (item.kind === 'left' ? item.why : item.text));`,
    { one: [[1], [-1]], written: [[1], [-0.5], [1e21]], all: [[[]], [[1, -1]]] },
  ));

test('numbers are doubles, and bigints have all their digits', () =>
  compare(
    `export const edges = (text: string) => {
       const x = Number(text);
       return [String(x), String(-x), String(1 / x), String(x * x), x === x, x > 0, x < 0] as const;
     };
     export const product = (a: string, b: string) => [String(BigInt(a) * BigInt(b)), String(BigInt(a) - BigInt(b)), String(Number(BigInt(a)))];`,
    {
      edges: [
        ['0'],
        ['-0'],
        ['NaN'],
        ['Infinity'],
        ['-Infinity'],
        ['5e-324'],
        ['1.7976931348623157e308'],
        ['1e-7'],
        ['0.1'],
      ],
      product: [
        ['9007199254740993', '9007199254740995'],
        ['-123456789012345678901234567890', '3'],
        ['0', '-1'],
      ],
    },
  ));

test.after(closeDatabase);
test.run();
