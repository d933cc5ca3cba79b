// What a user of LANGUAGE plv8 relies on besides the conversion of values: errors, validator, roles, caches,
// transactions, settings, and the places of SQL where a function may stand.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { requireForFile } from '../support/needs.ts';
import { connect, createLanguageDatabase, define, errorOf, one } from './database.ts';

await requireForFile('debian', 'plv8');

const language = suite('LANGUAGE plv8');
const database = await createLanguageDatabase();
const { client, url } = database;
language.after(database.drop);

const role = `lh_role_${process.pid}`;
await client.query(`create role ${role}; grant all on schema public to ${role}`);
language.after(async () => {
  const admin = await connect(process.env.LH_TEST_SERVER_URL ?? url);
  await admin.query(`drop role if exists ${role}`).finally(() => admin.end());
});

language(
  'puts the function, the line and the source first in CONTEXT, then the JavaScript frames',
  async () => {
    await define(
      client,
      'deep() returns text',
      `\nfunction inner() {\n  throw new TypeError('no')\n}\ninner()`,
    );
    const { code, message, where } = await errorOf(client, 'select deep()');
    assert.equal({ code, message }, { code: 'XX000', message: 'TypeError: no' });
    assert.match(where ?? '', /^deep\(\) LINE 3: {3}throw new TypeError\('no'\)\n {4}at inner \(line 3, /);
    assert.match(where ?? '', /\n {4}at deep \(line 5, /);
  },
);

language('names the line of a syntax error at create function', async () => {
  const { message, where } = await errorOf(
    client,
    `create function s() returns int language plv8 as $$\nvar x\nvar = 1$$`,
  );
  assert.match(message, /^SyntaxError: /);
  assert.match(where ?? '', /^s\(\) LINE 3: var = 1/);
});

language('compiles at create function only while check_function_bodies is on', async () => {
  await client.query('set check_function_bodies = off');
  await client.query(`create function late() returns int language plv8 as $$ var = $$`);
  await client.query('reset check_function_bodies');
  assert.match((await errorOf(client, 'select late()')).message, /^SyntaxError/);
});

language('cannot be left through the text of a body', async () => {
  const { message } = await errorOf(
    client,
    `create function esc() returns int language plv8 as $$ }) ( function() { $$`,
  );
  assert.match(message, /^SyntaxError/);
});

language('carries detail, hint and SQLSTATE, so that PL/pgSQL can branch', async () => {
  await define(
    client,
    'coded() returns text',
    `throw Object.assign(new Error('m'), { sqlerrcode: '22012', detail: 'd', hint: 'h' })`,
  );
  await client.query(`create function caught() returns text language plpgsql as $$
    begin perform coded(); exception when division_by_zero then return sqlerrm; end $$`);
  assert.is(await one(client, 'select caught()'), 'm');
});

language('rounds the numbers of jsonb as the cast from float8 to numeric does, at any size', async () => {
  const body = `const n = 3000, bits = new BigUint64Array(n); let x = 88172645463325252n
    for (let i = 0; i < n; i++) { x ^= (x << 13n) & 0xffffffffffffffffn; x ^= x >> 7n; x ^= (x << 17n) & 0xffffffffffffffffn; bits[i] = x }
    return [...new Float64Array(bits.buffer)].filter(Number.isFinite).concat(5e-324, -1e-310, 2e-308, 1e300, 2 ** 53, 0.1 + 0.2, '0.30000000000000004')`;
  await define(client, 'exact() returns json', body);
  await define(client, 'rounded() returns jsonb', body);
  const same = `select rounded() = (select jsonb_agg(case json_typeof(e) when 'number' then to_jsonb((e #>> '{}')::float8::numeric)
    else e::jsonb end order by i) from json_array_elements(exact()) with ordinality as t (e, i))`;
  assert.is(await one(client, same), true);
});

language('refuses a number of jsonb that is beyond double, and takes every other exactly', async () => {
  await define(client, 'again(a jsonb) returns json', 'return [a]');
  for (const number of ['1e400', '-1e309', '1e-400', '-1e-324', '9'.repeat(309), `0.${'0'.repeat(330)}1`]) {
    const { code, message } = await errorOf(client, `select again('{"a": ["1", ${number}]}')`);
    assert.is(code, '22003');
    assert.match(message, /^"-?[0-9.]{300,}" is out of range for type double precision$/);
  }
  const kept = `[[1e308,-1.7976931348623157e+308,5e-324,1e-310,"1e400","\\\\\\"1e400",{"1e400":0}]]`;
  assert.is(await one(client, `select again('${kept.slice(1, -1)}')::text`), kept.replace('1e308', '1e+308'));
});

language('runs do blocks and procedures', async () => {
  await client.query(`create procedure proc(a int) language plv8 as $$ if (a !== 1) throw new Error('a') $$`);
  await client.query('call proc(1)');
  assert.is((await errorOf(client, 'call proc(2)')).message, 'a');
  assert.match(
    (await errorOf(client, `do language plv8 $$ throw 1 $$`)).where ?? '',
    /^inline_code_block\(\) LINE 1/,
  );
});

language('quotes as SQL does', async () => {
  await define(
    client,
    'q(a text) returns text',
    `return [plv8.quote_literal(a), plv8.quote_nullable(null), plv8.quote_nullable(a), plv8.quote_ident(a)].join(' ')`,
  );
  for (const text of ["it's", 'a\\b', 'select', 'Plain', 'é"😀', ''])
    assert.is(
      (await client.query('select q($1) as a', [text])).rows[0].a,
      (
        await client.query(
          `select concat_ws(' ', quote_literal($1), 'NULL', quote_nullable($1), quote_ident($1)) as a`,
          [text],
        )
      ).rows[0].a,
    );
});

language('catches the ERROR of elog in JavaScript, and the transaction goes on', async () => {
  await define(
    client,
    'swallow() returns text',
    `try { plv8.elog(ERROR, 'x', 1) } catch (e) { return e.message }`,
  );
  assert.is(await one(client, 'select swallow()'), 'x 1');
});

language('says of the rest of the plv8 object that it is not there', async () => {
  for (const name of [
    'execute',
    'prepare',
    'subtransaction',
    'commit',
    'rollback',
    'find_function',
    'return_next',
    'get_window_object',
    'memory_usage',
  ]) {
    const { message, hint } = await errorOf(client, `do language plv8 $$ plv8.${name}() $$`);
    assert.is(
      message,
      `plv8.${name} is not available in plv8_libnode: it runs functions of plain values only`,
    );
    assert.match(hint ?? '', 'https://plv8.github.io');
  }
});

language('refuses what it does not run, at create function and with a hint', async () => {
  await client.query('create type pair as (a int, b int)');
  for (const [signature, message] of [
    ['r(a int[]) returns int', /accept type integer\[\]/],
    ['r(a pair) returns int', /accept type pair/],
    ['r(a anyarray) returns int', /accept type anyarray/],
    ['r(variadic a int[]) returns int', /accept type integer\[\]/],
    ['r() returns int[]', /return type integer\[\]/],
    ['r() returns pair', /return type pair/],
    ['r() returns setof int', /sets/],
    ['r() returns table (a int)', /sets/],
    ['r(out a int, out b int)', /return type record/],
    ['r() returns trigger', /triggers/],
  ] as const) {
    const error = await errorOf(client, `create function ${signature} language plv8 as $$ return 1 $$`);
    assert.is(error.code, '0A000');
    assert.match(error.message, message);
    assert.match(error.hint ?? '', /json/);
  }
  await define(client, 'any_one(a anyelement) returns text', 'return String(a)');
  assert.is((await errorOf(client, `select any_one(array[1])`)).code, '0A000');
  assert.is((await errorOf(client, `select any_one(row(1))`)).code, '0A000');
  assert.is(await one(client, `select any_one(1.5) || any_one('x'::text) || any_one(true)`), '1.5xtrue');
});

language('gives each role globals of its own, also where one expression runs under two roles', async () => {
  await define(client, 'counter() returns int', `return globalThis.n = (globalThis.n || 0) + 1`);
  await client.query(
    `create function as_owner() returns int language plpgsql security definer as $$ declare v int; begin v := counter(); return v; end $$`,
  );
  await client.query(`grant execute on function counter(), as_owner() to ${role}`);
  assert.is(await one(client, 'select counter()'), 1);
  await client.query(`set role ${role}`);
  const other = await one(client, `select format('%s %s', counter(), as_owner())`);
  await client.query(`create function pg_temp.both() returns text language plpgsql as $$
    declare a int; b int; begin a := counter(); b := as_owner(); return a || ' ' || b; end $$`);
  const both = await one(client, 'select pg_temp.both()');
  await client.query('reset role');
  assert.equal([other, both, await one(client, 'select counter()')], ['1 2', '2 3', 4]);
});

language('sees a redefinition: in prepared statements, after a rollback, from another session', async () => {
  const version = (n: number, on = client): Promise<unknown> => define(on, 'v() returns int', `return ${n}`);
  await version(1);
  await client.query('prepare p as select v()');
  const ask = (): Promise<unknown> => one(client, 'execute p');
  const seen = [await ask()];
  await version(2);
  seen.push(await ask());
  await client.query('begin; savepoint s');
  await version(3);
  seen.push(await ask());
  await client.query('rollback to s');
  seen.push(await ask());
  await client.query('commit');
  const other = await connect(url);
  await version(4, other).finally(() => other.end());
  seen.push(await ask());
  assert.equal(seen, [1, 2, 3, 2, 4]);
});

language('goes on after a function was dropped and made again', async () => {
  for (let i = 0; i < 200; i++) {
    await client.query(`create function again() returns int language plv8 as 'return ${i}'`);
    assert.is(await one(client, 'select again()'), i);
    await client.query('drop function again()');
  }
});

language('works in indexes, check constraints, generated columns, aggregates and views', async () => {
  await define(client, 'twice(a int) returns int immutable strict', 'return a * 2');
  await client.query(`create table t (a int check (twice(a) < 1000), b int generated always as (twice(a)) stored);
    create index on t (twice(a)); insert into t select generate_series(1, 300); create view w as select sum(twice(a)) from t; set enable_seqscan = off`);
  const plan = (await client.query('explain select * from t where twice(a) = 20')).rows;
  assert.match(JSON.stringify(plan), /Index/);
  assert.is(await one(client, 'select a from t where twice(a) = 20'), 10);
  assert.is((await errorOf(client, 'insert into t values (600)')).code, '23514');
  assert.is(await one(client, 'select * from w'), '90300');
  await client.query('reset enable_seqscan');
});

language('works in parallel workers', async () => {
  await define(client, 'par(a int) returns int immutable parallel safe', 'return a % 7');
  await client.query(`create table big as select generate_series(1, 100000) as a; analyze big;
    set parallel_setup_cost = 0; set parallel_tuple_cost = 0; set min_parallel_table_scan_size = 0; set max_parallel_workers_per_gather = 2`);
  const plan = (await client.query('explain (analyze, costs off, timing off) select sum(par(a)) from big'))
    .rows;
  assert.match(JSON.stringify(plan), /Workers Launched/);
  assert.is(await one(client, 'select sum(par(a)) from big'), '300000');
  await client.query('reset all');
});

language('calls itself through the check of a domain', async () => {
  await define(client, 'is_even(a int) returns bool immutable', 'return a % 2 === 0');
  await client.query(
    'create domain even as int check (is_even(value)); create domain needed as text not null',
  );
  await define(client, 'make_even(a int) returns even', 'return a');
  await define(client, 'make_needed() returns needed', 'return null');
  assert.is(await one(client, 'select make_even(4)'), 4);
  assert.is((await errorOf(client, 'select make_even(5)')).code, '23514');
  assert.is((await errorOf(client, 'select make_needed()')).code, '23502');
});

language('runs microtasks before it returns and warns of a rejection that nobody handles', async () => {
  const notices: string[] = [];
  client.on('notice', ({ severity, message }) => notices.push(`${severity} ${message}`));
  await define(
    client,
    'tasks() returns text',
    `let s = 'a'; const r = { toString: () => s };
    Promise.resolve().then(() => { s = 'b' }); Promise.reject(new Error('lost')); Promise.reject(1).catch(() => {}); return r`,
  );
  assert.is(await one(client, 'select tasks()'), 'b');
  assert.equal(notices, ['WARNING unhandled promise rejection: Error: lost']);
  client.removeAllListeners('notice');
});

language('has no way out: no require, process, import, WebAssembly, or waiting', async () => {
  await define(
    client,
    'gone() returns text',
    `return [typeof require, typeof process, typeof WebAssembly, typeof setTimeout, typeof fetch].join()`,
  );
  assert.is(await one(client, 'select gone()'), 'undefined,undefined,undefined,undefined,undefined');
  assert.match(
    (
      await errorOf(
        client,
        `do language plv8 $$ Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0) $$`,
      )
    ).message,
    /Atomics.wait cannot be called/,
  );
  await define(
    client,
    'imp() returns text',
    `let s; import('fs').catch((e) => { s = 'refused' }); return { toString: () => s }`,
  );
  assert.is(await one(client, 'select imp()'), 'refused');
});

language('is trusted, and only a superuser may change its limits', async () => {
  assert.is(await one(client, `select lanpltrusted from pg_language where lanname = 'plv8'`), true);
  await client.query(`set role ${role}`);
  const refused = [
    (await errorOf(client, `set plv8_libnode.memory_limit = '1GB'`)).code,
    (await errorOf(client, `set plv8_libnode.jit = on`)).code,
  ];
  await client.query('reset role');
  assert.equal(refused, ['42501', '42501']);
  assert.is((await errorOf(client, `set plv8_libnode.memory_limit = '1MB'`)).code, '22023');
});

language('runs without generated code where that is switched off', async () => {
  const other = await connect(url);
  await other.query('set plv8_libnode.jit = off');
  await define(
    other,
    'sum_to(n int) returns float8',
    'let s = 0; for (let i = 1; i <= n; i++) s += i; return s',
  );
  assert.is(await one(other, 'select sum_to(100000)').finally(() => other.end()), 5000050000);
});

language('takes a hundred arguments', async () => {
  const names = Array.from({ length: 100 }, (_, i) => `a${i}`);
  await define(
    client,
    `many(${names.map((name) => `${name} int`).join()}) returns int`,
    `return ${names.join('+')}`,
  );
  assert.is(await one(client, `select many(${names.map((_, i) => i).join()})`), 4950);
});

language.run();
