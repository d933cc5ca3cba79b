// One random program: a function of LANGUAGE plv8 with arguments and a result of any type, or a `do` block, as SQL, and
// the same body for the stand-alone program. What may happen to it is decided elsewhere.
import { expression } from './expressions.ts';
import { type Random, randomOf } from './random.ts';

export type Program = {
  readonly number: number;
  /** Makes the function; empty for a `do` block. */
  readonly create: string;
  /** Runs it as one of three roles. Answers one column, the result's text as bytes in hexadecimal, or nothing. */
  readonly call: string;
  readonly body: string;
};

/** A type and the SQL of values of it. */
const types: Readonly<Record<string, readonly string[]>> = {
  bool: ['true'],
  int2: ['-32768'],
  int4: ['2147483647', '0'],
  int8: ['9223372036854775807', '(-9223372036854775807 - 1)'],
  oid: ['4294967295'],
  float4: [`'NaN'`, '0.1', `'-Infinity'`],
  float8: ['5e-324', `'-0'`, '1e308', `'NaN'`],
  numeric: [`'NaN'`, '1e400', '1e-400', '12345678901234567890.5', `'Infinity'`],
  text: [`''`, `'é€😀'`, `repeat('ü', 70000)`, `E'\\u001f"'`, `repeat('x', 300000)`],
  'varchar(5)': [`'abcde'`],
  'char(4)': [`'a'`],
  name: [`repeat('ä', 40)`],
  json: [
    `'{"a": [1, 1e400, "\\u0000"], "a": 2}'`,
    `'"\\ud800"'`,
    `'[]'`,
    `repeat('[', 500)::text || repeat(']', 500)`,
  ],
  jsonb: [
    `'{"a": [1, 2.50, 1e308], "__proto__": {"x": 1}}'`,
    `'[1e400]'`,
    `'[1e-400]'`,
    `'"é"'`,
    `to_jsonb(repeat('9', 400)::numeric)`,
  ],
  date: [`'infinity'`, `'4713-01-01 BC'`, `'5874897-12-31'`, `'1969-12-31'`],
  timestamp: [`'infinity'`, `'294276-12-31 23:59:59.999999'`, `'4713-01-01 BC'`],
  timestamptz: [`'-infinity'`, `'1969-12-31 23:59:59.999999Z'`],
  bytea: [`''`, `'\\x00ff'`, `decode(repeat('00', 70000), 'hex')`],
  uuid: [`'00000000-0000-0000-0000-000000000000'`],
  interval: [`'1 year -3 days'`],
  inet: [`'::1/64'`],
  int4range: [`'empty'`],
  'fuzz.positive': ['1'],
  'fuzz.document': [`'{"a": 1}'`],
  'fuzz.mood': [`'sad'`],
};
const typeNames = Object.keys(types);

const levels = ['DEBUG5', 'LOG', 'INFO', 'NOTICE', 'WARNING', 'ERROR', '20', `'x'`];

type Form = (e: () => string, s: () => string, random: Random) => string;

const statements: readonly Form[] = [
  (e) => `throw ${e()}`,
  (e) => `return ${e()}`,
  (e) => `return ${e()}`,
  (e) => `a = ${e()}`,
  (e, _s, random) => `plv8.elog(${random.pick(levels)}, ${e()}, ${e()})`,
  (e, s) => `try { ${s()} } catch (x) { ${s()}; a = ${e()} }`,
  (_e, s) => `try { ${s()} } finally { ${s()} }`,
  (e) => `Promise.reject(${e()})`,
  (_e, s) => `Promise.resolve().then(() => { ${s()} })`,
  (_e, s) => `(async () => { await null; ${s()} })()`,
  (_e, s) => `(function* () { ${s()} })().next()`,
  (e, s) => `for (const x of [${e()}, ${e()}]) { ${s()} }`,
  (e) => `for (const k in Object(${e()})) { b = k }`,
  (e) => `globalThis.kept = ${e()}`,
  (e) => `a = typeof kept === 'undefined' ? ${e()} : kept`,
  (_e, s) => `eval(${JSON.stringify(s())})`,
  (_e, s) => `new Function('a', 'b', ${JSON.stringify(s())})(a, b)`,
  (e) => `Error.stackTraceLimit = ${e()}`,
  (e) => `Error.prepareStackTrace = () => ${e()}`,
  (e, s) =>
    `Object.defineProperty(Error.prototype, 'detail', { configurable: true, get() { ${s()}; return ${e()} } })`,
  (e) =>
    `Object.defineProperty(Object.prototype, 'hint', { configurable: true, get() { return ${e()} }, set() { throw 1 } })`,
  (e) => `String.prototype.toString = () => ${e()}`,
  (e) => `Array.prototype.toJSON = () => ${e()}`,
  (e) => `Date.prototype.toISOString = () => { throw ${e()} }`,
  () => `delete globalThis.plv8`,
  () => `(function r() { return r() + 1 })()`,
  () => `a = { toString() { return '' + this } }`,
  (e) => `a = [${e()}, ${e()}, 1].sort(() => { b = ${e()}; return -1 })`,
  (_e, s) => `Array.from({ length: 3 }, () => { ${s()} })`,
  (e) => `a = 'abcabc'.replace(/b/g, () => ${e()})`,
  (e) => `a = ${e()}.a`,
  (e) => `Object.setPrototypeOf(Object(${e()}), Object(${e()}))`,
  (e) => `plv8.execute(${e()})`,
  () => `import('x')`,
  (e) => `class X { static x = ${e()}; get y() { return ${e()} } } a = new X().y`,
];

/** What fills a session or never ends; rare, because each costs a timeout or a heap. */
const overruns = [
  'for (;;) {}',
  'for (;;) { try { for (;;); } catch (e) {} }',
  'const l = []; for (;;) l.push({ l })',
  `const l = []; for (let i = 0; ; i++) l.push('x'.repeat(1000) + i)`,
  `let t = 'x'; for (;;) t += t`,
  'const f = () => Promise.resolve().then(f); f()',
  `a = 'a,'.repeat(2e7).split(',').length`,
  'const l = []; for (;;) l.push(new Uint8Array(1e6))',
  'a = new Float64Array(2 ** 33)',
  `a = '€'.repeat(3e6)`,
  'a = Array(300000).fill(1234567890123456)',
  'a = [...Array(100000).keys()].map((x) => x / 7)',
];

const statement = (random: Random, depth: number): string => {
  if (random.chance(60)) return random.pick(overruns);
  const inner = (): string => (depth === 0 ? `a = ${expression(random, 1)}` : statement(random, depth - 1));
  return random.pick(statements)(() => expression(random), inner, random);
};

/** Now and then a body that is no program: a part cut out, a character put in. */
const damaged = (random: Random, body: string): string => {
  if (!random.chance(25)) return body;
  const at = random.below(body.length + 1);
  return (
    body.slice(0, at) +
    random.pick(['', ')', '})', '`', '\u2028', '\\u', '/*', '"', '\n']) +
    body.slice(at + random.below(9))
  );
};

const randomBody = (random: Random): string => {
  const line = (): string => {
    const one = statement(random, 2);
    return random.chance(3) ? one : `try { ${one} } catch (_) {}`;
  };
  const lines = Array.from({ length: 1 + random.below(4) }, line);
  lines.push(`return ${expression(random)}`);
  return damaged(random, lines.join(random.pick(['; ', ';\n'])));
};

export const roles = ['lh_fuzz_a', 'lh_fuzz_b'];

const quote = (body: string): string => `$fuzz$${body.replaceAll('$fuzz$', '')}$fuzz$`;

const literalOf = (random: Random, type: string): string =>
  random.chance(8) ? `null::${type}` : `(${random.pick(types[type] ?? ['null'])})::${type}`;

export const programOf = (seed: number, number: number): Program => {
  const random = randomOf(seed, number);
  const body = randomBody(random);
  const as = `set role ${random.pick(['none', 'none', ...roles])}`;
  if (random.chance(10)) return { number, create: '', call: `${as}; do language plv8 ${quote(body)}`, body };
  const [a, b, result] = [
    random.pick(typeNames),
    random.pick(typeNames),
    random.pick([...typeNames, 'void']),
  ];
  const declared = random.chance(8) ? 'anyelement' : a;
  const options = random.pick(['', '', 'immutable', 'strict', 'security definer']);
  const create = `create or replace function pg_temp.f${number}(a ${declared}, b ${b}) returns ${result} language plv8 ${options} as ${quote(body)}`;
  const called = `pg_temp.f${number}(${literalOf(random, a ?? '')}, ${literalOf(random, b ?? '')})`;
  const text = `pg_catalog.encode(pg_catalog.convert_to(${called}::text, 'UTF8'), 'hex')`;
  const call = `${as}; select ${result === 'void' ? called : text}; reset role`;
  return { number, create, call, body };
};
