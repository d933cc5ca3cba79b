// Function bodies that try to overrun a session: stack, heap, and loops nobody ends. Each is a body of LANGUAGE plv8
// that returns text. What they must end in is said by the tests that run them.

export type Shape = { readonly name: string; readonly body: string };

const shapes = (bodies: Readonly<Record<string, string>>): readonly Shape[] =>
  Object.entries(bodies).map(([name, body]) => ({ name, body }));

/** Recursion that V8 must end with a RangeError, in JavaScript, in builtins and in its C++ parts. */
export const stackShapes = shapes({
  'plain recursion': 'function f() { return f() + 1 } return f()',
  'mutual recursion': 'const a = () => b() + 1, b = () => a() + 1; return a()',
  'recursion with many arguments':
    'function f() { return f.apply(null, new Array(5000).fill(1)) } return f()',
  'recursion through a getter': 'const o = { get x() { return this.x } }; return o.x',
  'recursion through toString': 'const o = { toString() { return "" + o } }; return String(o)',
  'recursion through a proxy': 'const p = new Proxy({}, { get(t, k, r) { return r[k] } }); return p.x',
  'recursion through Array.map': 'const f = () => [1].map(f); return f()',
  'recursion through sort': 'const f = () => [2, 1].sort(f); return f()',
  'recursion through replace': 'const f = () => "a".replace(/a/, f); return f()',
  'recursion through Reflect.construct': 'function F() { return Reflect.construct(F, []) } return new F()',
  'recursion through JSON.parse reviver': 'const f = () => JSON.parse("[1]", f); return f()',
  'recursion through toJSON': 'const o = { toJSON() { return JSON.stringify(o) } }; return JSON.stringify(o)',
  'deep array to JSON': 'let o = []; for (let i = 0; i < 1e5; i++) o = [o]; return JSON.stringify(o)',
  'deep JSON text':
    'return String(JSON.parse("[".repeat(2e6) + "]".repeat(2e6)).length) + new Array(2).join(JSON.stringify(JSON.parse("[".repeat(2e5) + "]".repeat(2e5))))',
  'deeply nested source': 'return eval("(".repeat(1e5) + "1" + ")".repeat(1e5))',
  'deeply nested function source': 'return new Function("return " + "[".repeat(1e5) + "]".repeat(1e5))()',
  'long chain of operators': 'return eval("1" + "+x".repeat(5e5))',
  'deep regular expression': 'return String(new RegExp("(".repeat(1e5) + ")".repeat(1e5)).test(""))',
  'regular expression with deep backtracking':
    'return String(/^(?:a|b|c)*$/.test("abc".repeat(3e6)) && /(x+x+)+y/.test("x".repeat(10)))',
  'deep array to text': 'let o = []; for (let i = 0; i < 1e5; i++) o = [o]; return String(o)',
  'deep array flattened':
    'let o = []; for (let i = 0; i < 1e5; i++) o = [o]; return String(o.flat(Infinity).length) + f(); function f() { return f() }',
  'recursion through a bound function':
    'let f = () => f(); for (let i = 0; i < 1e4; i++) f = f.bind(null); return f()',
  'recursion through spread': 'const f = () => Math.max(...[f()]); return f()',
  'recursion through a generator': 'function* g() { yield* g() } return [...g()].join()',
  'recursion through async functions':
    'const f = async () => { await f() }; f(); return "x" + g(); function g() { return g() }',
  'recursion through the exception itself': 'throw { toString() { return "" + this } }',
  'recursion through Error.prepareStackTrace':
    'Error.prepareStackTrace = () => new Error("x").stack; return new Error("y").stack + g(); function g() { return g() }',
  'recursion through a class field': 'class A { x = new A() } return new A()',
  'recursion through instanceof':
    'const o = { [Symbol.hasInstance](v) { return v instanceof o } }; return 1 instanceof o',
  'deep prototype chain':
    'let o = {}; for (let i = 0; i < 1e5; i++) o = Object.create(o); return String(o.missing) + g(); function g() { return g() }',
});

/** Ways to fill memory: small objects, one huge block, outside of the heap, while an error is handled. */
export const heapShapes = shapes({
  'array of objects': 'const a = []; for (;;) a.push({ a: 1 })',
  'array of arrays': 'const a = []; for (;;) a.push(new Array(1000).fill({}).map((x) => ({ y: 1 })))',
  'array of numbers': 'const a = []; for (let i = 0; ; i++) a.push(i + 0.5)',
  strings: 'const a = []; for (let i = 0; ; i++) a.push("x".repeat(1000) + i)',
  'doubling string': 'let s = "x"; for (;;) s += s',
  'flattened doubling string':
    'const a = []; let s = "xyz"; for (;;) { s += s; JSON.stringify(s); a.push(s.split("").join("-")) }',
  map: 'const m = new Map(); for (let i = 0; ; i++) m.set(i, {})',
  'set of strings': 'const m = new Set(); for (let i = 0; ; i++) m.add("k" + i)',
  'object as dictionary': 'const o = {}; for (let i = 0; ; i++) o["k" + i] = i',
  closures: 'let f = () => 0; for (;;) { const g = f; f = () => g }',
  'huge sparse array filled': 'return String(new Array(2 ** 27).fill(0).length)',
  'array concatenation': 'let a = [1]; for (;;) a = a.concat(a)',
  'array spread': 'let a = [1]; for (;;) a = [...a, ...a]',
  'Array.from': 'return String(Array.from({ length: 2 ** 32 - 1 }, () => ({})).length)',
  'split of a long string': 'return String("a,".repeat(1e8).split(",").length)',
  'JSON of a wide structure': 'const s = "[" + "{},".repeat(2e7) + "1]"; return String(JSON.parse(s).length)',
  'JSON.stringify of a shared structure':
    'let o = ["x".repeat(1000)]; for (let i = 0; i < 30; i++) o = [o, o]; return String(JSON.stringify(o).length)',
  'typed arrays': 'const a = []; for (;;) a.push(new Uint8Array(2 ** 24).fill(1))',
  'one typed array': 'return String(new Float64Array(2 ** 32).length)',
  'many small buffers': 'const a = []; for (;;) a.push(new ArrayBuffer(100))',
  'shared buffers': 'const a = []; for (;;) a.push(new SharedArrayBuffer(2 ** 24))',
  BigInt: 'let b = 3n; for (;;) b = b * b',
  'BigInt by shift': 'const a = []; for (;;) a.push(1n << 2n ** 27n)',
  promises: 'const a = []; for (;;) a.push(new Promise(() => {}).then(() => 1))',
  microtasks: 'const f = () => { Promise.resolve().then(f); Promise.resolve().then(f) }; f(); return "x"',
  'unhandled rejections': 'for (let i = 0; i < 1e7; i++) Promise.reject(new Array(100).fill(i)); return "x"',
  symbols: 'const a = []; for (;;) a.push(Symbol("x".repeat(100)))',
  'regular expressions':
    'const a = []; for (let i = 0; ; i++) { const r = new RegExp("a" + i + "(b|c)*"); r.test("ab"); a.push(r) }',
  matchAll: 'return String([..."a".repeat(2e8).matchAll(/a/g)].length)',
  'functions from source':
    'const a = []; for (let i = 0; ; i++) a.push(new Function("return " + i)())  , a.push(new Function("return function(){" + i + "}")())',
  generators: 'const a = []; for (;;) { const g = (function* () { yield 1 })(); g.next(); a.push(g) }',
  proxies: 'let p = {}; for (;;) p = new Proxy(p, {})',
  'weak maps':
    'const w = new WeakMap(), a = []; for (;;) { const k = {}; w.set(k, new Array(10)); a.push(k) }',
  'global that stays': 'globalThis.kept = globalThis.kept || []; for (;;) kept.push({ a: [1, 2, 3] })',
  'in the exception': 'throw { toString() { const a = []; for (;;) a.push({}) } }',
  'in a getter of the exception':
    'const e = new Error("x"); Object.defineProperty(e, "detail", { get() { const a = []; for (;;) a.push({}) } }); throw e',
  'in the result': 'return { toString() { const a = []; for (;;) a.push({}) } }',
  'in finally': 'try { const a = []; for (;;) a.push({}) } finally { const b = []; for (;;) b.push({}) }',
  'in catch': 'for (;;) { try { const a = []; for (;;) a.push({}) } catch (e) {} }',
  'wide characters': 'const a = []; for (let i = 0; ; i++) a.push("\\u{1F600}".repeat(1000) + i)',
  'long error message': 'throw new Error("x".repeat(2 ** 28))',
  'long stack of causes': 'let e = new Error("x"); for (;;) e = new Error("y", { cause: e })',
  'copyWithin of a huge array':
    'const a = []; a.length = 2 ** 32 - 2; a.fill(1, 0, 5e7); return String(a.length)',
  'string padding':
    'const a = []; for (let i = 0; ; i++) { const s = "a".padStart(2 ** 28, "bc" + i); s.charCodeAt(5); a.push(s.toUpperCase()) }',
  normalize: 'const s = "\\u1e9b\\u0323".repeat(2 ** 26); return String(s.normalize("NFKD").length)',
  'elog with a huge text': 'plv8.elog(DEBUG5, "x".repeat(2 ** 28)); return "x"',
  'quote a huge text': 'return String(plv8.quote_literal("\'".repeat(2 ** 28)).length)',
  toLocaleString:
    'return "x".repeat(2 ** 27).toLocaleUpperCase().length + new Array(2 ** 25).fill(1).toLocaleString().length',
});

/** Loops that only an interrupt can end. */
export const endlessShapes = shapes({
  'empty loop': 'for (;;);',
  'loop with calls': 'function f(i) { return i + 1 } let i = 0; for (;;) i = f(i)',
  'try and catch': 'for (;;) { try { for (;;); } catch (e) { } }',
  finally: 'try { for (;;); } finally { for (;;); }',
  'sort callback':
    'const a = Array.from({ length: 1e6 }, (x, i) => -i); for (;;) a.sort(() => Math.random() - 0.5)',
  'map callback': 'const a = new Array(1e6).fill(1); for (;;) a.map((x) => x + 1)',
  'replace callback': 'const s = "a".repeat(1e6); for (;;) s.replace(/a/g, () => "b")',
  'reduce callback': 'const a = new Array(1e6).fill(1); for (;;) a.reduce((x, y) => x + y)',
  'backtracking regular expression': 'return String(/(a+)+b/.test("a".repeat(40)))',
  'sticky regular expression': 'const r = /(x+x+)+y/y; return String(r.test("x".repeat(60)))',
  'JSON.parse': 'const s = "[" + "{\\"a\\":[1,2,3]},".repeat(1e5) + "1]"; for (;;) JSON.parse(s)',
  'JSON.parse with a reviver': 'const s = "[" + "1,".repeat(1e6) + "1]"; for (;;) JSON.parse(s, (k, v) => v)',
  'JSON.stringify': 'const o = new Array(1e5).fill({ a: [1, 2, 3] }); for (;;) JSON.stringify(o)',
  'typed array fill': 'const a = new Float64Array(1e6); for (;;) a.fill(1)',
  'typed array sort': 'const a = new Float64Array(1e6); for (;;) a.map(() => Math.random()).sort()',
  promises: 'const f = () => Promise.resolve().then(f); f(); return "x"',
  'async function': '(async () => { for (;;) await null })(); return "x"',
  generator: 'function* g() { for (;;) yield 1 } for (const x of g());',
  getter: 'return { get x() { for (;;); } }.x',
  'toString of the result': 'return { toString() { for (;;); } }',
  'toString of the exception': 'throw { toString() { for (;;); } }',
  'getter of the exception':
    'const e = new Error("x"); Object.defineProperty(e, "hint", { get() { for (;;); } }); throw e',
  'rejection reason': 'Promise.reject({ toString() { for (;;); } }); return "x"',
  proxy:
    'const p = new Proxy({}, { get(t, k, r) { return r[k + "x"] } }); for (;;) try { p.x } catch (e) { }',
  eval: 'for (;;) eval("1")',
  'new Function': 'for (let i = 0; ; i++) new Function("return " + i)()',
  'string building': 'for (;;) { let s = ""; for (let i = 0; i < 1e5; i++) s += i; s.length }',
  'big integers': 'let b = 3n ** 200000n; for (;;) b = (b * b) % (7n ** 200000n)',
  'catch of the interrupt in a promise':
    'const f = () => Promise.resolve().then(() => { try { for (;;); } catch (e) { } }).then(f, f); f(); return "x"',
  elog: 'for (;;) plv8.elog(DEBUG5, "x")',
  'locale compare':
    'const a = Array.from({ length: 1e4 }, (x, i) => "k" + (i * 7919) % 10007); for (;;) a.sort((x, y) => x.localeCompare(y))',
  matchAll: 'for (;;) for (const m of "ab".repeat(1e5).matchAll(/a/g));',
  'Array.from an endless iterator':
    'let n = 0; return Array.from({ [Symbol.iterator]() { return { next() { n++; return { done: false, value: n % 2 } } } } }).length > 1e9',
});
