// JavaScript expressions that make trouble where a value leaves V8: texts with U+0000 and half characters, numbers at
// the edges, objects that throw or answer at any length. Every name they use exists in the programs of programs.ts.
import type { Random } from './random.ts';

// biome-ignore format: a list of atoms
const numbers = [
  '0', '-0', '1', '-1', '0.5', 'NaN', 'Infinity', '-Infinity', '1e308', '5e-324', '-1e-310', '2 ** 31',
  '-(2 ** 31) - 1', '2 ** 53', '2 ** 63', '1234567890123456', '-123456789012345680000', '0.1 + 0.2', '1e21', '1e-7',
  '32768', '4294967296', '5n', '-(2n ** 63n)', '2n ** 63n', '2n ** 64n', '10n ** 400n', 'Math.random()',
  'Date.now()',
];

// biome-ignore format: a list of atoms
const texts = [
  `''`, `'x'`, `'a\\0b'`, `'\\0'`, `'\\ud800'`, `'\\udc00x'`, `'x\\ud83d'`, `'é'`, `'€'`, `'\\u{1F600}'`,
  `'é€\\u{1F600}\\0'`, `'"'`, `'\\\\'`, `'\\\\u0000'`, `"'"`, `'undefined'`, `'null'`, `'true'`, `' 12 '`, `'1e400'`,
  `'NaN'`, `'{"a":1}'`, `'[1,2'`, `'{"a":"\\\\u0000"}'`, `'2020-02-30'`, `'infinity'`, `'\\\\x00ff'`, `'\\\\xzz'`,
  `'x,y'`, `'22012'`, `'00000'`, `'P0001'`, `'%s%n%d'`, `'Error: '`, `'\\n\\n'`, `'\\u2028'`,
];

// biome-ignore format: a list of atoms
const objects = [
  'null', 'undefined', 'true', 'false', 'a', 'b', 'this', 'globalThis', 'arguments', 'plv8', 'Symbol()',
  `Symbol('a\\0')`, 'Symbol.iterator', '() => 1', 'function () {}', 'class {}', 'async () => 1',
  'function* () { yield 1 }', '/x/g', 'new Map([[1, 2]])', 'new Set([1])', 'new WeakMap()', 'new Date(NaN)',
  'new Date(0)', 'new Date(-1)', 'new Date(8.64e15)', 'new Date(-8.64e15)', 'new Date(-6e13)', 'new Error()',
  `new TypeError('')`, 'new Uint8Array(0)', 'new Uint8Array([0, 255])', 'new Uint8Array(new ArrayBuffer(9), 3, 4)',
  'new Float64Array(3)', 'new BigInt64Array(2)', 'new ArrayBuffer(0)', 'new ArrayBuffer(70000)',
  'new SharedArrayBuffer(5)', 'new DataView(new ArrayBuffer(8), 5)', 'new Uint8Array(300000).fill(7)',
  'Promise.resolve(1)', 'new Promise(() => {})', 'new Proxy({}, {})', 'new Proxy(function () {}, {})', 'Object(1n)',
  `Object('x\\0')`, 'Object(Symbol())', 'Object.create(null)', 'JSON', 'Math', 'Reflect', 'Intl', 'Atomics', '[,]',
  '[undefined, , null]', 'Array(5)', '({ length: 3 })', '[[[]]]', '(() => { const o = {}; o.o = o; return o })()',
  '(() => { const r = Proxy.revocable({}, {}); r.revoke(); return r.proxy })()', '({ __proto__: null })',
  `({ ['__proto__']: 1 })`, `JSON.parse('{"__proto__":1}')`, 'Object.freeze([1])', 'new Array(2 ** 32 - 1)',
  'new (class extends Array {})(3)',
];

/** Lengths around the sizes of buffers: 8, the smallest of 256, powers of two, the cuts of messages and lines. */
const lengths = [
  0, 1, 7, 8, 9, 15, 16, 255, 256, 257, 999, 1000, 1001, 4095, 65535, 65536, 65537, 99999, 100001,
];

const atom = (random: Random): string => random.pick(random.pick([numbers, texts, texts, objects]));

type Form = (inner: () => string, random: Random) => string;

const forms: readonly Form[] = [
  (inner) => `[${inner()}, ${inner()}]`,
  (inner) => `({ a: ${inner()}, ${'b'}: ${inner()} })`,
  (inner) => `({ [String(${inner()})]: ${inner()} })`,
  (inner, random) => `Array(${random.pick(lengths) % 5000}).fill(${inner()})`,
  (inner, random) => `String(${inner()}).repeat(${random.pick(lengths)}).slice(0, 400000)`,
  (inner, random) => `(${inner()} + '').padStart(${random.pick(lengths)}, ${inner()} + '')`,
  (inner) => `(${inner()} + '' + ${inner()})`,
  (inner) => `JSON.stringify(${inner()})`,
  (inner) => `JSON.parse(${inner()})`,
  (inner) => `Object(${inner()})`,
  (inner) => `Object.assign(new Error(${inner()}), { detail: ${inner()}, hint: ${inner()} })`,
  (inner) => `Object.assign(new RangeError(${inner()}), { context: ${inner()}, sqlerrcode: ${inner()} })`,
  (inner) => `({ toString() { return ${inner()} }, valueOf() { return ${inner()} } })`,
  (inner) => `({ toString() { throw ${inner()} } })`,
  (inner) => `({ toJSON() { return ${inner()} } })`,
  (inner) => `({ toJSON() { throw ${inner()} } })`,
  (inner) => `({ get a() { return ${inner()} }, get detail() { throw ${inner()} } })`,
  (inner) => `({ [Symbol.toPrimitive]() { return ${inner()} } })`,
  (inner) => `new Proxy(Object(${inner()}), { get(t, k) { return k === 'then' ? undefined : ${inner()} } })`,
  (inner) => `new Proxy({}, { ownKeys() { return ${inner()} }, get() { throw ${inner()} } })`,
  (inner, random) =>
    `((o) => { for (let i = 0; i < ${random.pick(lengths) % 3000}; i++) o = [o]; return o })(${inner()})`,
  (inner) => `Object.defineProperty(() => ${inner()}, 'name', { value: ${inner()} })`,
  (inner) => `plv8.quote_literal(${inner()})`,
  (inner) => `plv8.quote_ident(${inner()})`,
  (inner) => `plv8.quote_nullable(${inner()})`,
  (inner) => `Reflect.ownKeys(Object(${inner()}))`,
  (inner) => `Object(${inner()}).constructor`,
  (inner) => `(${inner()} ?? ${inner()})`,
  (inner) => `new Uint8Array(${inner()})`,
  (inner) => `new Date(${inner()})`,
  (inner) => `BigInt.asIntN(64, BigInt(${inner()}))`,
  (inner) => `new RegExp(${inner()}).exec(${inner()})`,
  (inner) => `Intl.NumberFormat().format(${inner()})`,
];

export const expression = (random: Random, depth = 3): string =>
  depth === 0 || random.chance(3)
    ? atom(random)
    : random.pick(forms)(() => expression(random, depth - 1), random);
