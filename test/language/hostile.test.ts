// Values and messages made to overrun a buffer of the language: U+0000 in each text of an error, numbers that grow when
// they are rounded. On a server of its own, because the answer to one that gets through is a crash.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { requireForFile } from '../support/needs.ts';
import { connect, createLanguageDatabase, define, errorOf, isLong, one } from './database.ts';
import { startWitness } from './witness.ts';

await requireForFile('debian', 'plv8');

const hostile = suite('a hostile value');
const witness = await startWitness(`hostile-${process.pid}`);
const { client, nobodyElseDied, server } = witness;
hostile.after(witness.drop);

const long = `'a\\0' + 'b'.repeat(99000) + '\\0'`;
const cleaned = `a?${'b'.repeat(99000)}?`;

hostile('with U+0000 arrives as a question mark in message, detail, hint and context', async () => {
  const error = await errorOf(
    client,
    `do language plv8 $$ const t = ${long}; throw Object.assign(new Error(t), { detail: t, hint: t, context: t, sqlerrcode: t }) $$`,
  );
  assert.equal(
    { code: error.code, message: error.message, detail: error.detail, hint: error.hint },
    { code: 'XX000', message: cleaned, detail: cleaned, hint: cleaned },
  );
  assert.ok(error.where?.startsWith(`${cleaned}\ninline_code_block() LINE 1: `));
  await nobodyElseDied();
});

hostile('shows nothing of the memory behind it, at any length', async () => {
  for (const length of [1, 10, 1000, 2000, 5000, 10000, 99990]) {
    const { message } = await errorOf(client, `do language plv8 $$ throw '\\0' + 'b'.repeat(${length}) $$`);
    assert.is(message, `?${'b'.repeat(length)}`);
  }
});

hostile('with U+0000 arrives as a question mark in the warning of a rejection', async () => {
  const notices: string[] = [];
  client.on('notice', ({ message }) => notices.push(message ?? ''));
  await client.query(`do language plv8 $$ Promise.reject(${long}) $$`);
  client.removeAllListeners('notice');
  assert.equal(notices, [`unhandled promise rejection: ${cleaned}`]);
});

hostile('from a row crashes nobody', async () => {
  await define(client, 'refuse(a text) returns text', 'throw new Error("not valid: " + JSON.parse(a))');
  const { message } = await errorOf(
    client,
    String.raw`select refuse('"\u0000' || repeat('b', 99000) || '"')`,
  );
  assert.is(message, `not valid: ?${'b'.repeat(99000)}`);
  await nobodyElseDied();
});

hostile('is cleaned in a database of another encoding too, however its pieces fall', async () => {
  const latin = await createLanguageDatabase(server.url, `encoding 'LATIN1' locale 'C' template template0`);
  const other = await connect(latin.url);
  // Pieces of 65,536 bytes: the shift moves the end of each through a character of two, three and four bytes.
  for (const shift of [0, 1, 2, 3, 4]) {
    const text = `${'x'.repeat(shift)}\u0000${'é€😀ü'.repeat(9000)}`;
    const body = `throw new Error(${JSON.stringify(text)})`;
    const { message } = await errorOf(
      other,
      `do language plv8 $$ ${body.replaceAll(/[^ -~]/gu, escaped)} $$`,
    );
    assert.is(message, text.replaceAll(/[\0€😀]/gu, '?'));
  }
  await other.end();
  await latin.drop();
});

hostile('name of a function is cut in the stack', async () => {
  const names = `for (const f of [g, h]) Object.defineProperty(f, 'name', { value: '\\0é'.repeat(1e7) })`;
  const { where } = await errorOf(
    client,
    `do language plv8 $$ function g() { throw 1 } function h() { g() } ${names}; h() $$`,
  );
  assert.is(where?.split('\n')[1], `    at ${'?é'.repeat(100)} ... (line 1, column 17)`);
  assert.is(where?.split('\n').length, 4);
});

hostile('setter on the prototype of errors does not hide what is not available', async () => {
  const { message, hint } = await errorOf(
    client,
    `do language plv8 $$ Object.defineProperty(Error.prototype, 'hint', { set() { throw 'x' } }); plv8.execute() $$`,
  );
  assert.match(message, /^plv8.execute is not available/);
  assert.match(hint ?? '', 'https://plv8.github.io');
});

hostile('name in another encoding is shown whole, however long it is in UTF-8', async () => {
  const latin = await createLanguageDatabase(server.url, `encoding 'LATIN1' locale 'C' template template0`);
  await define(latin.client, `"${'é'.repeat(63)}"() returns text`, `throw new Error('x')`);
  const { where } = await errorOf(latin.client, `select "${'é'.repeat(63)}"()`);
  await latin.drop();
  assert.is(where, `${'é'.repeat(63)}() LINE 1: throw new Error('x')`);
});

const escaped = (character: string): string => `\\u{${character.codePointAt(0)?.toString(16)}}`;

// Each grows by four characters when rounded, the last by fifteen.
for (const [name, number] of [
  ['of 16 digits', '1234567890123456'],
  ['below zero', '-1234567890123456'],
  ['of 21 digits', '123456789012345680000'],
  ['next to zero', '5e-324'],
])
  hostile(`number ${name} is rounded in jsonb however often it stands there`, async () => {
    await define(client, 'exact(n int) returns json', `return Array(n).fill(${number})`);
    await define(client, 'rounded(n int) returns jsonb', `return Array(n).fill(${number})`);
    for (const count of [
      1,
      15,
      16,
      17,
      100,
      10_000,
      number === '5e-324' ? 5_000 : isLong ? 1_000_000 : 100_000,
    ]) {
      const differences = `select count(*) filter (where a = (exact(1) ->> 0)::float8::numeric) as same
        from jsonb_array_elements(rounded(${count})) as e, lateral (select (e #>> '{}')::numeric as a) as n`;
      assert.is(await one(client, differences), String(count));
    }
    await nobodyElseDied();
  });

hostile.run();
