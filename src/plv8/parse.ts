// Turns unknown JSON into typed input, or refuses it with the path of the first value that does not fit.
// The only place that knows the schema library's issue format.
import * as v from 'valibot';
import { refuse } from './errors.ts';

type PathItem = { readonly key?: unknown };

const pathText = (path: readonly PathItem[] | undefined): string =>
  (path ?? [])
    .map(({ key }, i) => (typeof key === 'number' ? `[${key}]` : i === 0 ? String(key) : `.${String(key)}`))
    .join('');

const received = (input: unknown): string => {
  if (input === undefined) return 'nothing';
  // A number beyond the doubles arrives as Infinity, which JSON would show as null.
  const isPlain = typeof input === 'bigint' || typeof input === 'number';
  const text = isPlain ? String(input) : (JSON.stringify(input) ?? String(input));
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
};

const hint = 'Pass a value of the type and range that docs/functions.md gives for this argument.';

/**
 * The input as the schema types it; refuses with `path: expected …, got …` (LH001). A part that is read by itself says
 * `within` what it stands.
 */
export const parse = <S extends v.GenericSchema>(
  schema: S,
  input: unknown,
  within = '',
): v.InferOutput<S> => {
  const result = v.safeParse(schema, input, { abortEarly: true });
  if (result.success) return result.output;
  const issue = result.issues[0];
  const inside = pathText(issue.path as readonly PathItem[] | undefined);
  const path = [within, inside].filter((part) => part !== '').join('.') || 'input';
  // A message of ours starts so; the library's own says what it expected in another way.
  const expected = issue.message.startsWith('expected')
    ? issue.message
    : `expected ${issue.expected ?? 'another value'}`;
  return refuse('bad_input', `${path}: ${expected}, got ${received(issue.input)}`, hint);
};

/** A count: an integer from 0 to 2^53 − 1. */
export const count = v.pipe(
  v.number('expected an integer ≥ 0'),
  v.check((x) => x <= Number.MAX_SAFE_INTEGER, `expected an integer up to ${Number.MAX_SAFE_INTEGER}`),
  v.check((x) => Number.isSafeInteger(x) && x >= 0, 'expected an integer ≥ 0'),
);

/** A finite number. */
export const finite = v.pipe(
  v.number('expected a finite number'),
  v.check((x) => Number.isFinite(x), 'expected a finite number'),
);

/** A list of numbers; what each of them may be says its schema. */
export const numbers = <S extends v.GenericSchema<unknown, number>>(item: S) =>
  v.array(item, 'expected a list of numbers');

/** A probability strictly between 0 and 1. */
export const probability = v.pipe(
  v.number('expected a number between 0 and 1, both excluded'),
  v.check((x) => x > 0 && x < 1, 'expected a number between 0 and 1, both excluded'),
);

/** A row id as text: ids never travel as numbers. */
export const id = v.string('expected an id as text');

/** A calendar day, YYYY-MM-DD. */
export const day = v.pipe(
  v.string('expected a day as YYYY-MM-DD'),
  v.regex(/^\d{4,}-\d\d-\d\d$/, 'expected a day as YYYY-MM-DD'),
);
