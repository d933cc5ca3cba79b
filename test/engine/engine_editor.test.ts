// dist/editor: the installer in files that an SQL editor takes, one transaction each. What they install is what
// dist/install.sql installs in PL/pgSQL, and nothing is installed before the last one.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import * as assert from 'uvu/assert';
import { errorOf, installFile, one, rows } from '../support/database.ts';
import { engineDump, liveALittle, same } from '../support/dumps.ts';
import { type EngineSuiteOptions, engineSuite } from '../support/engine_suite.ts';
import { createRoles } from './later_host.ts';

const folder = new URL('../../dist/editor/', import.meta.url);
const files = readdirSync(folder).sort();
const parts = files.map((name) => readFileSync(new URL(name, folder), 'utf8'));
const last = parts.at(-1) ?? '';

/** What the editor of Supabase Studio takes at most: 0.98 MB, as its source had it on 2026-11-25. */
const longestInEditor = 0.98 * 1024 * 1024;

const options: EngineSuiteOptions = {
  ids: ['bigint'],
  isolation: 'database',
  engine: false,
  prepare: createRoles,
};

engineSuite('files for an SQL editor', options, (editor, db) => {
  editor('are short enough, and numbered in their order', async () => {
    assert.equal(
      files,
      files.map((_, i) => `${i + 1}.sql`),
    );
    assert.ok(files.length >= 2);
    for (const name of files) assert.ok(statSync(new URL(name, folder)).size < longestInEditor, name);
  });

  editor('install what dist/install.sql installs in PL/pgSQL, and leave nothing of themselves', async () => {
    const { client: fresh, url } = await db.open({ engine: false });
    await fresh.query(`set lh_engine.language to 'plain'`);
    await fresh.query(installFile);
    for (const part of parts) await db.client.query(part);
    same(await engineDump(db.url), await engineDump(url));
    await liveALittle(db.client);
    for (const part of parts) await db.client.query(part);
    same(await engineDump(db.url), await engineDump(url));
    assert.is(await one(db.client, `select lh_run_improvement_cycle('2026-03-05') ->> 'success'`), 'true');
  });

  editor('refuse the last before the others, and what another version left', async () => {
    const early = await errorOf(() => db.client.query(last));
    await db.client.query('rollback');
    assert.is(early.code, 'LH004');
    assert.match(String(early.hint), 'in the order of their numbers');
    for (const part of parts.slice(0, -1)) await db.client.query(part);
    await db.client.query(
      `update lh_engine_install.parts set content = replace(content, 'immutable', 'stable')`,
    );
    assert.is((await errorOf(() => db.client.query(last))).code, 'LH004');
    await db.client.query('rollback');
    assert.is(await one(db.client, `select to_regnamespace('lh_engine')::text`), null);
  });

  editor('refuse to write into a schema of another role, or to read from one', async () => {
    const role = `lh_editor_${process.pid}`;
    await db.client.query(`create role ${role}; create schema lh_engine_install authorization ${role}`);
    try {
      const foreign = await errorOf(() => db.client.query(String(parts[0])));
      await db.client.query('rollback');
      assert.is(foreign.code, 'LH008');
      await db.client.query(`create table lh_engine_install.parts (n integer primary key, content text)`);
      await db.client.query(`alter table lh_engine_install.parts owner to ${role}`);
      assert.is((await errorOf(() => db.client.query(last))).code, 'LH004');
      await db.client.query('rollback');
    } finally {
      await db.client.query(`drop schema lh_engine_install cascade; drop role ${role}`);
    }
  });

  editor(
    'give nobody the schema in which the library waits, and write into none that somebody has',
    async () => {
      const role = `lh_editor_web_${process.pid}`;
      await db.client.query(`create role ${role};
      alter default privileges grant all on schemas to ${role}; alter default privileges grant all on tables to ${role}`);
      try {
        await db.client.query(String(parts[0]));
        assert.equal(
          await rows(
            db.client,
            `select has_schema_privilege('${role}', 'lh_engine_install', 'usage, create') as in_schema,
             has_table_privilege('${role}', 'lh_engine_install.parts', 'select, insert, update, delete, truncate, references, trigger') as in_table`,
          ),
          [{ in_schema: false, in_table: false }],
        );
        await db.client.query(
          `create function public.seize() returns trigger language plpgsql as $f$ begin return new; end $f$`,
        );
        for (const [given, hand, takenBack] of [
          [
            `grant usage on schema lh_engine_install to ${role}`,
            `schema lh_engine_install was granted to ${role}`,
            `revoke usage on schema lh_engine_install from ${role}`,
          ],
          [
            `grant trigger on lh_engine_install.parts to ${role}`,
            `table lh_engine_install.parts was granted to ${role}`,
            `revoke trigger on lh_engine_install.parts from ${role}`,
          ],
          [
            'create trigger seize before insert or update on lh_engine_install.parts for each row execute function public.seize()',
            'its table has trigger seize',
            'drop trigger seize on lh_engine_install.parts',
          ],
          [
            'create rule seize as on insert to lh_engine_install.parts do also select 1',
            'its table has rule seize',
            'drop rule seize on lh_engine_install.parts',
          ],
        ] as const) {
          await db.client.query(given);
          const error = await errorOf(() => db.client.query(String(parts[1])));
          await db.client.query('rollback');
          assert.is(error.code, 'LH008', error.message);
          assert.match(error.message, hand);
          await db.client.query(takenBack);
        }
        for (const part of parts.slice(1)) await db.client.query(part);
        assert.is(
          await one(db.client, `select lh_run_improvement_cycle('2026-03-05') ->> 'success'`),
          'true',
        );
      } finally {
        await db.client.query(`drop owned by ${role}; drop role ${role}`);
      }
    },
  );

  editor(
    'stop the whole installer and the removal while they are not finished, and can be finished',
    async () => {
      const before = await engineDump(db.url);
      for (const part of parts.slice(0, -1)) await db.client.query(part);
      const begun = await errorOf(() => db.client.query(installFile));
      await db.client.query('rollback');
      assert.is(begun.code, 'LH008');
      assert.match(String(begun.hint), 'drop schema lh_engine_install cascade;');
      await db.client.query(last);
      await db.client.query(String(parts[0]));
      const again = await errorOf(() => db.client.query('select lh_engine.uninstall(confirm => true)'));
      assert.is(again.code, 'LH008');
      assert.match(again.message, 'nothing was removed');
      await db.client.query(/drop schema .*?;/.exec(String(again.hint))?.[0] ?? '');
      await db.client.query('select lh_engine.uninstall(confirm => true)');
      assert.is(await one(db.client, `select to_regnamespace('lh_engine')::text`), null);
      same(await engineDump(db.url), before);
    },
  );

  editor('refuse the other language', async () => {
    for (const part of parts.slice(0, -1)) await db.client.query(part);
    await db.client.query(`set lh_engine.language to 'plv8'`);
    const error = await errorOf(() => db.client.query(last));
    await db.client.query('rollback');
    assert.is(error.code, 'LH001');
    assert.match(error.message, 'this file has the library in another language');
  });
});
