// What one call begins must end with it: the next call may have another role, or belong to another transaction. Each
// test leaves microtasks or rejections behind in its own way and looks for them in the calls after it.
import type pg from 'pg';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { requireForFile } from '../support/needs.ts';
import { connect, createLanguageDatabase, define, errorOf, one } from './database.ts';

await requireForFile('debian', 'plv8');

const leftovers = suite('a call of LANGUAGE plv8');
const database = await createLanguageDatabase();
leftovers.after(database.drop);
await define(database.client, 'begin() returns void', 'globalThis.seen = []');
await define(database.client, 'seen() returns text', `return seen.join()`);

/** Runs the statements in a session of their own; answers its error codes and warnings, statement by statement. */
const answers = async (...statements: readonly string[]): Promise<readonly string[][]> => {
  const session = await connect(database.url);
  const heard: string[] = [];
  session.on('notice', ({ message }) => heard.push(message ?? ''));
  const lines: string[][] = [];
  for (const sql of statements) {
    heard.length = 0;
    const { code } = await session.query(sql).then(
      () => ({ code: '' }),
      (error: pg.DatabaseError) => error,
    );
    lines.push(code ? [code, ...heard] : [...heard]);
  }
  await session.end();
  return lines;
};

const later = `Promise.resolve().then(() => { seen.push('late') })`;

/** What the microtasks of a call did, as a second call and a third one see it. */
const seenAfter = async (body: string, setting = ''): Promise<readonly unknown[]> => {
  const session = await connect(database.url);
  await session.query(setting);
  await one(session, 'select begin()');
  await define(session, 'pg_temp.leaves() returns text', body);
  await session.query('select pg_temp.leaves()').catch(() => {});
  const seen = [await one(session, 'select seen()'), await one(session, 'select seen()')];
  await session.end();
  return seen;
};

leftovers('that fails runs its microtasks before it ends', async () => {
  assert.equal(await seenAfter(`${later}; throw new Error('x')`), ['late', 'late']);
});

leftovers('runs the microtasks that the conversion of its result began', async () => {
  assert.equal(await seenAfter(`return { toString() { ${later}; return 'x' } }`), ['late', 'late']);
});

leftovers('runs the microtasks that the text of its exception began', async () => {
  assert.equal(await seenAfter(`throw { toString() { ${later}; return 'x' } }`), ['late', 'late']);
});

leftovers('that is cancelled drops its microtasks', async () => {
  const setting = `set statement_timeout = '100ms'`;
  assert.equal(await seenAfter(`${later}; for (;;);`, setting), ['', '']);
  assert.equal(await seenAfter(`${later}; Promise.resolve().then(() => { for (;;); })`, setting), [
    'late',
    'late',
  ]);
  assert.equal(await seenAfter(`Promise.resolve().then(() => { for (;;); }); ${later}`, setting), ['', '']);
});

leftovers('that is cancelled keeps its rejections from the statements after it', async () => {
  const rejects = `Promise.reject(new Error('of another role'))`;
  assert.equal(
    await answers(
      `set statement_timeout = '100ms'`,
      `do language plv8 $$ ${rejects}; for (;;); $$`,
      'do language plv8 $$ $$',
    ),
    [[], ['57014'], []],
  );
});

leftovers('that fails reports its rejections itself', async () => {
  assert.equal(await answers(`do language plv8 $$ Promise.reject(1); throw 2 $$`, 'do language plv8 $$ $$'), [
    ['XX000', 'unhandled promise rejection: 1'],
    [],
  ]);
});

leftovers('reports eight rejections and the number of the rest, also where each makes another', async () => {
  const endless = `const r = { toString() { Promise.reject(r); return 'r' } }; Promise.reject(r)`;
  assert.equal(await answers(`do language plv8 $$ ${endless} $$`, 'do language plv8 $$ $$'), [
    [...Array(8).fill('unhandled promise rejection: r'), '1 more unhandled promise rejections'],
    [],
  ]);
  const many = 'for (let i = 0; i < 20; i++) Promise.reject(i)';
  const [first = []] = await answers(`do language plv8 $$ ${many} $$`);
  assert.equal(first.slice(-2), ['unhandled promise rejection: 7', '12 more unhandled promise rejections']);
});

leftovers('can be stopped in microtasks without a line of JavaScript', async () => {
  const body = `const t = {}; t.then = Array.prototype.forEach.bind([t]); Promise.resolve(t)`;
  assert.equal(await answers(`set statement_timeout = '100ms'`, `do language plv8 $$ ${body} $$`), [
    [],
    ['57014'],
  ]);
});

leftovers('runs the microtasks that compiling began', async () => {
  const { message } = await errorOf(
    database.client,
    `do language plv8 $$ Object.defineProperty(SyntaxError.prototype, 'detail', { get() { ${later}; return 'd' } });
      globalThis.seen = []; eval('1 +') $$`,
  );
  assert.match(message, /^SyntaxError/);
  const { detail } = await errorOf(database.client, 'do language plv8 $$ 1 + $$');
  assert.is(detail, 'd');
  assert.is(await one(database.client, 'select seen()'), 'late,late');
});

leftovers.run();
