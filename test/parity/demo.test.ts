// Every document that the loop sends to the library in three weeks of the demo gives the same answer in Node, in plv8 and in
// the plain library. The documents are overheard: the function that the engine calls says what it is given.
import type pg from 'pg';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { plainLibrary } from '../../build/plpgsql/output.ts';
import { liveDay, makeHistory } from '../../dev/demo/demo.ts';
import { answer } from '../../src/plv8/entry.ts';
import { createDatabase, one, setClock } from '../support/database.ts';
import { requireForFile } from '../support/needs.ts';

await requireForFile('plv8');

const demo = suite('documents of the demo');
const db = await createDatabase({ ids: 'bigint' });
demo.after(() => db.drop());

const overhear = `
alter function lh_engine.js(text, json) rename to js_of_engine;
create function lh_engine.js(p_operation text, p_input json) returns json
language plpgsql immutable
set search_path = pg_catalog, pg_temp
as $$
declare
  v_answer json;
begin
  raise notice '%', json_build_array('overheard', p_operation, p_input);
  select lh_engine.js_of_engine(p_operation, p_input) into v_answer;
  return v_answer;
end
$$;
-- The engine notices another entry than its own, and would not go on.
create or replace function lh_engine.library_damage() returns text language sql stable as 'select null';`;

const weeks = ['2026-02-09', '2026-02-16', '2026-02-23'];
const dayAfter = (day: string, n: number): string =>
  new Date(Date.parse(day) + n * 86_400_000).toISOString().slice(0, 10);

const documents = new Map<string, readonly [operation: string, text: string]>();

const listen = (client: pg.Client): void => {
  client.on('notice', ({ message }) => {
    const found = /^\["overheard", "(\w+)", (.*)\]$/s.exec(message ?? '');
    if (found !== null) documents.set(message ?? '', [found[1] as string, found[2] as string]);
  });
};

demo('three weeks are lived, and what the loop asks the library is overheard', async () => {
  const { client } = db;
  await setClock(client, `${weeks[0]} 00:00+00`);
  await makeHistory(client, { first: '2026-01-05', loopFrom: '2026-02-09', loopTo: '2026-03-01' });
  await client.query(overhear);
  listen(client);
  for (const week of weeks) for (let day = 0; day < 7; day += 1) await liveDay(client, dayAfter(week, day));
  await client.query('select * from lh_engine.running_tests');
  const operations = new Set([...documents.values()].map(([operation]) => operation));
  for (const operation of ['detect', 'plan', 'analyze', 'outlook', 'suspend_recommendations'])
    assert.ok(operations.has(operation), `${operation} was asked for: ${[...operations].join()}`);
  assert.ok(documents.size >= 60, `${documents.size} documents`);
});

demo('each of them is answered the same three times', async () => {
  await db.client.query(`begin;\n${await plainLibrary()}\ncommit;`);
  for (const [operation, text] of documents.values()) {
    const expected = JSON.stringify(answer(operation, JSON.parse(text)));
    for (const name of ['lh_engine_plain.js', 'lh_engine.js_of_engine'])
      assert.is(
        await one(db.client, `select ${name}($1, $2)::jsonb = $3::jsonb`, [operation, text, expected]),
        true,
        `${name}: ${operation}: ${text}`,
      );
  }
});

demo.run();
