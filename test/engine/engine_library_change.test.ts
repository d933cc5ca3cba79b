// A migration between two versions whose compiled types differ, over a database with open sessions: what a fresh
// installation is, in either language. And that it changes what is installed, and never the language.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import * as assert from 'uvu/assert';
import { readVersion } from '../../build/render.ts';
import { connect, errorOf, installFile, one, rows, type TestDatabase } from '../support/database.ts';
import { dump, engineDump, same } from '../support/dumps.ts';
import { type EngineSuiteOptions, engineSuite } from '../support/engine_suite.ts';
import { missing, requireForFile, unless } from '../support/needs.ts';
import { copyProject, runNode } from '../support/project_copy.ts';

await requireForFile('git');
const noPlv8 = await missing('plv8');

// These tests say the language themselves, whatever the run is in.
delete process.env.PGOPTIONS;

/** What a copy of the project runs: the migration from the version that it was copied from, and the installer. */
const script = `
import { readFileSync, writeFileSync } from 'node:fs';
import { releaseBetween } from './build/release/released.ts';
import { readVersion, renderInstall, renderMigration } from './build/render.ts';
const version = await readVersion();
const [release, objects] = JSON.parse(readFileSync('before.json', 'utf8'));
const before = new Map(objects);
const next = { ...version, releases: { [release]: releaseBetween(new Map(), before) } };
writeFileSync('migration.sql', renderMigration(next));
writeFileSync('install.sql', renderInstall(next));
`;

/** The migration and the installer of a version in which a function value captures one value more. */
const nextVersion = async (): Promise<{ readonly migration: string; readonly install: string }> => {
  const folder = mkdtempSync(join(tmpdir(), 'lead-hunter-library-'));
  try {
    const copy = join(folder, 'copy');
    copyProject(copy);
    const path = join(copy, 'src/plv8/detection/document.ts');
    const text = readFileSync(path, 'utf8');
    const changed = text
      .replace('  return {\n    number:', "  const share = settings['no.such'] === undefined ? 0.5 : 1;\n$&")
      .replace('return parse(finite, value(key)', 'return share * parse(finite, value(key)');
    assert.match(changed, /share = [\s\S]*return share \* parse/);
    writeFileSync(path, changed);
    const { engineVersion, inventory } = await readVersion();
    writeFileSync(join(copy, 'before.json'), JSON.stringify([engineVersion, [...inventory]]));
    writeFileSync(join(copy, 'next.ts'), script);
    const { code, all } = await runNode(copy, ['--import', 'tsx', 'next.ts'], process.env);
    assert.is(code, 0, all);
    const file = (name: string): string => readFileSync(join(copy, name), 'utf8');
    return { migration: file('migration.sql'), install: file('install.sql') };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const next = await nextVersion();

const setLanguage = (client: pg.Client, language: string): Promise<unknown> =>
  client.query(`set lh_engine.language to '${language}'`);

const slow = async (client: pg.Client): Promise<number> =>
  (await rows(client, `select type from lh_detect_bottlenecks('2026-03-02')`)).length;

const options: EngineSuiteOptions = { ids: ['bigint'], isolation: 'none', engine: false };

engineSuite('a change of the library', options, (change, { open }) => {
  const installed = async (language: string, text = installFile): Promise<TestDatabase> => {
    const db = await open({ engine: false });
    await setLanguage(db.client, language);
    await db.client.query(text);
    await setLanguage(db.client, '');
    return db;
  };

  for (const language of ['plv8', 'plain'])
    unless(language === 'plv8' ? noPlv8 : undefined, change)(
      `in ${language} makes a fresh installation, under sessions that go on`,
      async () => {
        const [old, fresh] = [await installed(language), await installed(language, next.install)];
        await old.client.query(
          `insert into lh_daily_metrics (metric_date, avg_response_time_hours) values ('2026-03-02', 3)`,
        );
        assert.is(await slow(old.client), 0);
        const other = await connect(old.url);
        try {
          for (const _ of ['once', 'again']) await other.query(next.migration);
        } finally {
          await other.end();
        }
        same(await engineDump(old.url), await engineDump(fresh.url));
        assert.is(await slow(old.client), 1, 'the limit is 2 hours now instead of 4');
        assert.is(await one(old.client, 'select lh_engine.language()'), language);
      },
    );

  change('writes the types that differ and what says them, and no others', async () => {
    const count = (pattern: RegExp): number => next.migration.match(pattern)?.length ?? 0;
    const all = (await readVersion()).inventory;
    const ofKind = (kind: string): number =>
      [...all.keys()].filter((id) => id.startsWith(`compiled ${kind} `)).length;
    assert.ok(count(/^create type /gm) > 1 && count(/^create type /gm) < ofKind('type') / 20);
    const functions = count(/^create or replace function lh_engine_plain/gm);
    assert.ok(functions > 1 && functions < ofKind('function') / 5);
  });

  const refused = async ({ client, url }: TestDatabase, from: string, to: string): Promise<void> => {
    const before = await dump(url);
    const error = await errorOf(() => client.query(`begin; ${next.migration} commit;`));
    await client.query('rollback');
    assert.is(error.code, 'LH004');
    assert.match(error.message, `which is in ${from}, and here it would be in ${to}`);
    assert.match(String(error.hint), 'Run dist/install.sql');
    same(await dump(url), before);
  };

  unless(noPlv8, change)('switches no language, and says what does', async () => {
    const db = await installed('plv8');
    await setLanguage(db.client, 'plain');
    await refused(db, 'plv8', 'plain');
    await db.client.query(installFile);
    await setLanguage(db.client, 'plv8');
    await refused(db, 'plain', 'plv8');
    await setLanguage(db.client, '');
    await db.client.query(next.migration);
    assert.is(await one(db.client, 'select lh_engine.language()'), 'plain', 'plv8 being there is no reason');
  });

  unless(noPlv8, change)('refuses where the library went with its language', async () => {
    const db = await installed('plv8');
    await db.client.query('drop function lh_engine.js(text, json); set lh_engine.language to plain');
    await refused(db, 'no language', 'plain');
  });
});
