// Texts that JavaScript has and PostgreSQL has not, in both languages: refused with the same words at the one place where
// the engine calls its library, so that no answer depends on the language. What looks like them and is none passes.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { plainLibrary } from '../../build/plpgsql/output.ts';
import { answer } from '../../src/plv8/entry.ts';
import { createDatabase, errorOf, one } from '../support/database.ts';
import { requireForFile } from '../support/needs.ts';

await requireForFile('plv8');

const texts = suite('texts beyond PostgreSQL');
const db = await createDatabase({ ids: 'bigint' });
texts.after(() => db.drop());
await db.client.query(`begin;\n${await plainLibrary()}\ncommit;`);

const usePlain = `
create or replace function lh_engine.js(p_operation text, p_input json) returns json
language plpgsql immutable
set search_path = pg_catalog, pg_temp
as $$
begin
  return lh_engine_plain.js(p_operation, p_input);
end
$$`;

const ask = (value: string): Promise<string> =>
  one(db.client, `select lh_engine.call_js('check_setting', $1)::text`, [
    `{"key":"engine.time_zone","value":${value},"text":"x"}`,
  ]);

const refused: readonly (readonly [value: string, detail: RegExp])[] = [
  ['"a\\u0000b"', /: \\u0000 cannot be converted to text\.$/],
  ['"\\ud83d"', /: Unicode low surrogate must follow a high surrogate\.$/],
  ['"\\ude00\\ud83d"', /: Unicode low surrogate must follow a high surrogate\.$/],
  ['{"\\u0000":1}', /: \\u0000 cannot be converted to text\.$/],
];
const passing = [
  ...['"\\ud83d\\ude00"', '"\\\\u0000"', '"\\u00fc\\u0001"', '"😀"'],
  // A number that numeric does not hold, beside a text that is looked at.
  '["\\u00fc", 1e200000]',
];

const outcomes = async (): Promise<readonly unknown[]> => {
  const seen: unknown[] = [];
  for (const [value, detail] of refused) {
    const error = await errorOf(() => ask(value));
    assert.is(error.code, 'LH001', value);
    assert.match(error.message, detail);
    assert.match(error.hint ?? '', /U\+0000 and halves of surrogate pairs/);
    seen.push(error.message);
  }
  for (const value of passing)
    seen.push(
      await ask(value).catch((error) => {
        assert.match(error.code, /^LH/, `${value}: ${error.message}`);
        return [error.code, error.message, error.hint];
      }),
    );
  return seen;
};

texts('are refused in both languages, and pairs, escapes and control characters are not', async () => {
  const inPlv8 = await outcomes();
  await db.client.query(usePlain);
  assert.equal(await outcomes(), inPlv8);
});

texts('a value whose quotation is cut in the middle of a character is refused all the same', async () => {
  for (const before of [54, 55, 56]) {
    const document = JSON.stringify({ q: `${'x'.repeat(before)}😀😀` });
    const expected = JSON.stringify(answer('normal_quantile', JSON.parse(document)));
    assert.is(expected.includes('\ufffd'), before === 55);
    for (const library of ['lh_engine', 'lh_engine_plain'])
      assert.is(
        await one(db.client, `select ${library}.js('normal_quantile', $1)::jsonb = $2::jsonb`, [
          document,
          expected,
        ]),
        true,
        library,
      );
  }
});

texts.run();
