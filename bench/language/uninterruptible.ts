// The builtins of V8 that look for no interrupt while they run: how long one call with a large argument keeps a cancel
// or a timeout waiting. Prints one line for each; the README of dev/plv8_libnode quotes them.
// npm run bench:language:uninterruptible -- [--url postgresql://…]
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startLocalWithPlv8 } from '../../dev/server/local.ts';

/** What is prepared, and the one call that is timed. */
const calls: Readonly<Record<string, readonly [string, string]>> = {
  'sort() without a function, 1e6 numbers': [
    'const a = Array.from({ length: 1e6 }, (x, i) => (i * 7919) % 1000003)',
    'a.sort()',
  ],
  'replaceAll with a text, 5e6 matches': [
    'const s = "ab".repeat(5e6); s.indexOf("z")',
    's.replaceAll("a", "c")',
  ],
  'sort of a Float64Array, 1e7 numbers': [
    'const a = new Float64Array(1e7).map((x, i) => (i * 7919) % 10000019)',
    'a.sort()',
  ],
  'split into 1e7 parts': ['const s = "a,".repeat(1e7); s.indexOf("z")', 's.split(",")'],
  'JSON.parse of 14 MB': [
    `const s = '[' + '{"a":[1,2,3]},'.repeat(1e6) + '1]'; s.indexOf('z')`,
    'JSON.parse(s)',
  ],
  'JSON.stringify to 14 MB': ['const o = new Array(1e6).fill({ a: [1, 2, 3] })', 'JSON.stringify(o)'],
  'normalize, 1e7 characters': [
    'const s = "\\u1e9b\\u0323".repeat(5e6); s.indexOf("z")',
    's.normalize("NFKD")',
  ],
  'join of 1e6 texts': ['const a = new Array(1e6).fill("abc")', 'a.join()'],
  'toUpperCase, 1e8 characters': ['const s = "a".repeat(1e8); s.indexOf("z")', 's.toUpperCase()'],
  // A pattern of its own each time: V8 keeps what it has compiled.
  'regular expression of 1e5 alternatives': [
    'const r = new RegExp("[a-z]|".repeat(1e5) + Math.random())',
    'r.test("!")',
  ],
  'search in an array of 1e7': ['const a = new Array(1e7).fill(0)', 'a.indexOf(1)'],
};

const { values: options } = parseArgs({ options: { url: { type: 'string' } } });
const client = new pg.Client({ connectionString: options.url ?? (await startLocalWithPlv8()).url });
await client.connect();
try {
  for (const [what, [prepare, call]] of Object.entries(calls)) {
    await client.query(`create or replace function pg_temp.timed() returns float8 language plv8
      as $js$ ${prepare}; const start = Date.now(); ${call}; return Date.now() - start $js$`);
    const times: number[] = [];
    for (let round = 0; round < 3; round++)
      times.push((await client.query('select pg_temp.timed() as ms')).rows[0].ms);
    console.log(`${what.padEnd(42)}${`${Math.min(...times)} ms`.padStart(9)}`);
  }
} finally {
  await client.end();
}
