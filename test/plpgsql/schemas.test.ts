// Schemas as validators: the same record, or the same refusal with path, words and the received value.
import { test } from 'uvu';
import { closeDatabase, compare } from './snippets.ts';

const piece = `
import * as v from 'valibot';
import { count, day, finite, numbers, parse, probability } from './parse.ts';
const limit = 3;
const pair = v.object({ a: count, b: v.nullable(finite) });
const whole = v.object({
  name: v.string(),
  'dotted.key': v.optional(v.nullable(v.string())),
  share: probability,
  on: v.nullish(day),
  pairs: v.pipe(v.array(pair), v.check((list) => list.length <= limit, 'expected at most 3 pairs')),
  more: v.record(v.string(), count),
  any: v.unknown(),
  is: v.boolean(),
  one: v.picklist(['x', 'y']),
  list: numbers(v.pipe(v.number('expected a small number'), v.check((x) => x < 10, 'expected a small number'))),
  event: v.variant('kind', [v.object({ kind: v.literal('p'), p: count }), v.object({ kind: v.literal('q'), q: v.string() })]),
});
export const read = (input: unknown) => parse(whole, input);
export const within = (input: unknown) => parse(finite, input, 'settings.x');
`;

const good = {
  name: 'n',
  share: 0.5,
  pairs: [
    { a: 1, b: null },
    { a: 2, b: -1.5 },
  ],
  more: { k: 1, z: 0 },
  any: { b: [1, null], a: 'x' },
  is: true,
  one: 'y',
  list: [1, 2],
  event: { kind: 'q', q: 'text' },
};
const spoilt: readonly unknown[] = [
  ...[null, [], 1, 'x', {}, { ...good, name: 1 }, { ...good, name: undefined }, { ...good, share: 1 }],
  ...[
    { ...good, 'dotted.key': 5 },
    { ...good, 'dotted.key': null },
    { ...good, on: '2026-1-1' },
    { ...good, on: null },
  ],
  ...[
    { ...good, pairs: [{ a: 1, b: 'x' }] },
    { ...good, pairs: [{ a: 1 }] },
    { ...good, pairs: [1] },
    { ...good, pairs: {} },
  ],
  ...[
    { ...good, pairs: Array(4).fill({ a: 1, b: 2 }) },
    { ...good, pairs: [{ a: 1.5, b: 0 }] },
    { ...good, more: { k: -1 } },
  ],
  ...[
    { ...good, more: [1] },
    { ...good, any: undefined },
    { ...good, is: 'true' },
    { ...good, one: 'z' },
  ],
  ...[
    { ...good, list: [1, 10] },
    { ...good, list: [1, 'x'.repeat(70)] },
    { ...good, list: [{ b: 1, a: [1.5, 'é"'] }] },
  ],
  ...[
    { ...good, event: {} },
    { ...good, event: { kind: 'r' } },
    { ...good, event: { kind: 'p', p: '1' } },
    { ...good, event: 5 },
  ],
  ...[
    { ...good, pairs: [{ a: 2 ** 53, b: 0 }] },
    { ...good, event: { kind: 'p', p: 7 } },
    { ...good, extra: 1 },
  ],
];

test('what fits is read, and what does not is refused with the same words', () =>
  compare(piece, { read: [good, ...spoilt].map((d) => [d]), within: [[1], ['x'], [null]] }));

test.after(closeDatabase);
test.run();
