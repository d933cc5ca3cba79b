// The language of the library, plv8 or PL/pgSQL: which one an installation takes, and what it refuses.
import { readdirSync, readFileSync } from 'node:fs';
import type pg from 'pg';
import * as assert from 'uvu/assert';
import { errorOf, one, plv8Installer, rows, type TestDatabase } from '../support/database.ts';
import { dump, same } from '../support/dumps.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { requireForFile } from '../support/needs.ts';
import { installIn, type Language, languageOf, losePlv8, options, traces } from './language_host.ts';

await requireForFile('plv8');

const editorFolder = new URL('../../dist/editor/', import.meta.url);
const editorFiles = readdirSync(editorFolder)
  .sort()
  .map((name) => readFileSync(new URL(name, editorFolder), 'utf8'));

engineSuite('language', options, (language, { open }) => {
  const database = (): Promise<TestDatabase> => open({ engine: false });

  language('is plv8 where the server has it, and plain where a session says so', async () => {
    const { client } = await database();
    await installIn(client);
    assert.equal([await languageOf(client), await traces(client)], ['plv8', ['0', 'plv8']]);
    await installIn(client, 'plain');
    assert.equal([await languageOf(client), await traces(client)], ['plain', ['2', 'plpgsql']]);
    assert.is(await one(client, 'select language from lh_engine.version()'), 'plain');
    assert.is(await one(client, 'select language from lh_engine.health'), 'plain');
    await installIn(client);
    assert.is(await languageOf(client), 'plain', 'it stays until somebody says otherwise');
    await client.query(plv8Installer);
    assert.equal([await languageOf(client), await traces(client)], ['plv8', ['0', 'plv8']]);
  });

  language('is plain where the server has no plv8, or an older one than was tried', async () => {
    const [without, old] = [await database(), await database()];
    const warnings: string[] = [];
    for (const { client } of [without, old])
      client.on('notice', ({ message }) => warnings.push(String(message)));
    await losePlv8(without.client);
    await installIn(without.client);
    assert.is(await languageOf(without.client), 'plain');
    assert.match(warnings.splice(0).join(), /in PL\/pgSQL.* create extension plv8(_libnode)?;/);
    await installIn(without.client);
    assert.equal(
      warnings.filter((warning) => warning.includes('PL/pgSQL')),
      [],
      'an upgrade says nothing again',
    );
    const found = await rows(
      without.client,
      `select object, required, found, remedy from lh_engine.check_host() where kind = 'language' order by object`,
    );
    assert.equal(
      found.map(({ object, required, found: there }) => [object, required, there]),
      [
        ['plain', true, true],
        ['plv8', false, false],
      ],
    );
    assert.match(String(found[1]?.remedy), /install plv8 3\.2\.2|create extension plv8/);

    await old.client.query(
      `update pg_extension set extname = 'plv8', extversion = '3.1.10' where extname in ('plv8', 'plv8_libnode')`,
    );
    await installIn(old.client);
    assert.is(await languageOf(old.client), 'plain');
    assert.match(warnings.join(), 'plv8 3.1.10 is older than 3.2.2');
    const error = await errorOf(() => installIn(old.client, 'plv8'));
    assert.is(error.code, 'LH004');
    assert.match(error.message, 'plv8 3.1.10 is older than 3.2.2');
  });

  language('of the files for an SQL editor is plain, which they say where it was plv8', async () => {
    const [fresh, living] = [await database(), await database()];
    const warnings: pg.DatabaseError[] = [];
    for (const { client } of [fresh, living])
      client.on('notice', (notice) => {
        if (notice.severity === 'WARNING') warnings.push(notice as unknown as pg.DatabaseError);
      });
    for (const file of editorFiles) await fresh.client.query(file);
    assert.equal([await languageOf(fresh.client), warnings], ['plain', []], 'nothing is lacking');
    await installIn(living.client, 'plv8');
    for (const file of editorFiles) await living.client.query(file);
    assert.is(await languageOf(living.client), 'plain');
    assert.is(warnings.length, 1);
    assert.match(String(warnings[0]?.message), 'was in plv8 and is now in PL/pgSQL');
    assert.match(String(warnings[0]?.hint), 'dist/install.sql');
    await installIn(living.client, 'plv8');
    assert.is(await languageOf(living.client), 'plv8', 'as the hint says');
  });

  language('that nobody knows, or that cannot be had, is refused and nothing is installed', async () => {
    const { client, url } = await database();
    await losePlv8(client);
    const before = await dump(url);
    for (const [wanted, code, words] of [
      ['javascript', 'LH001', 'javascript'],
      ['plv8', 'LH004', 'plv8'],
    ] as const) {
      const error = await errorOf(() => installIn(client, wanted as Language));
      await client.query('rollback');
      assert.is(error.code, code);
      assert.match(error.message, words);
    }
    const error = await errorOf(() => client.query(plv8Installer));
    await client.query('rollback');
    assert.is(error.code, 'LH004');
    same(await dump(url), before);
  });
});
