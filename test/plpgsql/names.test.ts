// Names of compiled functions and types: each stays when others come before it, so that a migration writes what
// changed and nothing else.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { compilePiece } from './snippets.ts';

/** A generic function for two texts, a schema, two function values of one type, a long constant, records and lists. */
const piece = (before: string, more = '') => `
import * as v from 'valibot';
import { finite, parse } from './parse.ts';
${before}
const columns = <Name extends string>(name: Name, x: number) => ({ [name]: x, of: name }) as { [K in Name | 'of']: K extends 'of' ? Name : number };
const point = v.object({ x: finite, y: v.pipe(v.number('expected a number'), v.check((n) => n < 9, 'expected less')) });
const table = Array.from({ length: 60 }, (_, i) => i / 7);
type Step = (x: number) => number;
const steps = (by: number): readonly Step[] => [(x) => x + by, (x) => x * by${more}];
export const named = (x: number) => ({ a: columns('left', x), b: columns('right', x) });
export const read = (input: unknown) => parse(point, input);
export const stepped = (x: number) => steps(x).map((step) => step(2));
export const entry = (i: number) => table[i] ?? null;
export const grouped = (x: number) => [{ x, rest: [{ y: x }] }];
`;

const statements = (text: string): ReadonlySet<string> => new Set(compilePiece(text).sql.split('\n\n'));
const only = (these: ReadonlySet<string>, those: ReadonlySet<string>): readonly string[] =>
  [...these].filter((each) => !those.has(each));
const heads = (texts: readonly string[]): string =>
  texts.map((each) => /^create \w+ lh_engine_plain\.(\w+)/.exec(each)?.[1]).join(' ');

const first = `
export const added = (x: number) => [x].map((n) => ({ added: n, so: [{ why: String(n) }] }));
const other = v.object({ z: finite });
export const readOther = (input: unknown) => parse(other, input);`;

test('what is added before the rest changes nothing but the list of operations', () => {
  const [old, now] = [statements(piece('')), statements(piece(first))];
  assert.is(heads(only(old, now)), 'answer');
  assert.match(heads(only(now, old)), /operation_added/);
  assert.ok(only(now, old).length < old.size / 2);
});

test('a function value more changes its type and what makes and calls values of it', () => {
  const [old, now] = [statements(piece('')), statements(piece('', ', (x) => x - by'))];
  for (const head of heads(only(old, now)).split(' ')) assert.match(head, /^fn_|^snippet_steps$/);
});

test.run();
