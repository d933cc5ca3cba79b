// A release from beginning to end, in a copy of the project: what it demands, what it leaves behind, and that a
// database of 1.0.0 with a history, upgraded by it, is what a fresh installation is.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { bundle } from '../../build/bundle.ts';
import { committedChanges } from '../../build/release/committed.ts';
import { committedFolder, manifest, newestRelease, readReleases } from '../../build/release/released.ts';
import { createDatabase, errorOf, one, type TestDatabase } from '../support/database.ts';
import { engineDump, liveALittle, rowsOf, same } from '../support/dumps.ts';
import { requireForFile } from '../support/needs.ts';
import { copyProject, type Ended, runNode } from '../support/project_copy.ts';
import { makeScratch, sweep } from '../support/scratch.ts';

await requireForFile('plv8');

const release = suite('a release');
const folder = mkdtempSync(join(tmpdir(), 'lead-hunter-release-'));
const copy = join(folder, 'copy');
copyProject(copy);
const file = (path: string): string => readFileSync(join(copy, path), 'utf8');
const edit = (path: string, change: (text: string) => string): void => {
  const text = change(file(path));
  assert.is.not(text, file(path), `${path} stayed as it was`);
  writeFileSync(join(copy, path), text);
};

const [released] = newestRelease(readReleases());
const next = '9.9.9';
const setVersion = (version: string): void =>
  edit('package.json', (text) => text.replace(/"version": ".*"/, `"version": "${version}"`));

// The server on which the release is tried out is one of its own; the paths of sockets are short.
const stateOfThisRun = process.env.LH_STATE_DIRECTORY;
delete process.env.LH_STATE_DIRECTORY;
const state = await makeScratch();
if (stateOfThisRun !== undefined) process.env.LH_STATE_DIRECTORY = stateOfThisRun;
const env = { ...process.env, LH_STATE_DIRECTORY: state };
const run = (...args: readonly string[]): Promise<Ended> =>
  runNode(copy, ['dev/bootstrap.mjs', ...args], env);

const databases: TestDatabase[] = [];
const database = async (): Promise<TestDatabase> => {
  const db = await createDatabase({ ids: 'bigint', engine: false });
  databases.push(db);
  return db;
};
const tryToMigrate = ({ url }: TestDatabase): Promise<Ended> =>
  runNode(copy, ['dev/bootstrap.mjs', 'db:migrate'], { ...env, DATABASE_URL: url });
const migrate = async (db: TestDatabase): Promise<void> => {
  const { code, all } = await tryToMigrate(db);
  assert.is(code, 0, all);
};
release.after(async () => {
  for (const { drop } of databases) await drop();
  await sweep(state);
  rmSync(folder, { recursive: true });
});

const refused = async (message: string | undefined, reason: RegExp, remedy: RegExp): Promise<void> => {
  const before = [readdirSync(join(copy, committedFolder)), file(manifest)];
  const { code, all } = await run('release', ...(message === undefined ? [] : [message]));
  assert.is(code, 1);
  assert.match(all, reason);
  assert.match(all, remedy);
  assert.equal([readdirSync(join(copy, committedFolder)), file(manifest)], before);
  assert.not.ok(existsSync(join(copy, 'migrations/current.sql')));
};

release('demands a line about it, a new version and words for it in the changelog', async () => {
  setVersion(next);
  await refused(undefined, /needs a line/, /npm run release -- "what changes"/);
  await refused('more', /says nothing under "## 9\.9\.9"/, /CHANGELOG|write there/);
  edit('CHANGELOG.md', (text) => text.replace('## ', `## ${next}\n\n## `));
  await refused('more', /says nothing under "## 9\.9\.9"/, /write there/);
  edit('CHANGELOG.md', (text) => text.replace(`## ${next}\n`, `## ${next}\n\nMore.\n`));
  setVersion(released);
  await refused('more', new RegExp(`${released} is released`), /with a version above/);
  setVersion(next);
});

release('leaves nothing behind when the migration fails', async () => {
  const source = file('src/sql/engine/clock.ts');
  edit('src/sql/engine/clock.ts', (text) =>
    text.replace("returns: 'timestamptz'", "returns: 'no_such_type'"),
  );
  await refused('broken', /no_such_type/, /nothing was released/);
  writeFileSync(join(copy, 'src/sql/engine/clock.ts'), source);
});

release('upgrades a 1.0.0 with a history to what a fresh installation is', async () => {
  const [old, whole, fresh, early] = [await database(), await database(), await database(), await database()];
  await migrate(old);
  assert.is((await run('build')).code, 0);
  await early.client.query(file('dist/install.sql'));
  assert.is(await one(early.client, 'select engine from lh_engine.version()'), `${released}+dev`);
  await migrate(early);
  assert.is(await one(old.client, 'select engine from lh_engine.version()'), released);
  await liveALittle(old.client);
  const before = await rowsOf(old.client, ['events']);

  const made = await run('release', 'more of it');
  assert.is(made.code, 0, made.all);
  assert.match(made.stdout, /^released 9\.9\.9: 0+\d+-more-of-it\.sql/);
  assert.not.ok(existsSync(join(copy, 'migrations/current.sql')));
  assert.equal(committedChanges(copy), { changes: [], hasGit: false });
  assert.is(newestRelease(readReleases(copy))[0], next);

  assert.is((await run('build')).stdout, 'generated files: all up to date\n');
  const { code, all } = await tryToMigrate(early);
  assert.is(code, 1);
  assert.match(all, `is ${released}+dev, which was never released, and 9.9.9 is out`);
  assert.match(all, 'dist/install.sql');
  await early.client.query(file('dist/install.sql'));
  for (const db of [early, old, whole]) await migrate(db);
  await fresh.client.query(file('dist/install.sql'));
  assert.is(await one(old.client, 'select engine from lh_engine.version()'), next);
  same(await engineDump(old.url), await engineDump(fresh.url));
  same(await engineDump(whole.url), await engineDump(fresh.url));
  same(await engineDump(early.url), await engineDump(fresh.url));
  same(await rowsOf(old.client, ['events']), before);
  assert.is(await one(old.client, `select lh_run_improvement_cycle('2026-03-05') ->> 'success'`), 'true');
});

/** Makes the next release with some changes; returns the text of its migration. */
const releaseOf = async (version: string, message: string): Promise<string> => {
  setVersion(version);
  edit('CHANGELOG.md', (text) => text.replace('## ', `## ${version}\n\nLess.\n\n## `));
  const made = await run('release', message);
  assert.is(made.code, 0, made.all);
  return file(`${committedFolder}/${String(/\S+-\d+\.sql/.exec(made.stdout)?.[0])}`);
};

const made = (migration: string): readonly string[] =>
  [...migration.matchAll(/^create or replace (?:function|procedure|view) ([\w.]+)/gm)].map(([, name]) =>
    String(name),
  );

const refusedShare = `select lh_engine.two_proportion_test(2, 1, 1, 2)`;

release('holds what differs from the release before it, in either language', async () => {
  const [inPlv8, inPlain] = [await database(), await database()];
  await inPlain.client.query(`alter database ${inPlain.name} set lh_engine.language to 'plain'`);
  for (const db of [inPlv8, inPlain]) {
    await migrate(db);
    // A session goes on through the upgrade.
    assert.match((await errorOf(() => db.client.query(refusedShare))).message, /at most the 1 leads/);
  }

  edit('src/sql/engine/clock.ts', (text) => text.replace('The present moment', 'Now'));
  assert.equal(made(await releaseOf('9.9.10', 'release 1')), ['lh_engine.clock', 'lh_engine.version']);
  await refused('again', /9\.9\.10 is released/, /with a version above/);

  edit('src/plv8/statistics/operations.ts', (text) =>
    text.replace('expected at most the', 'got more than the'),
  );
  const migration = await releaseOf('9.9.11', 'release 2');
  assert.equal(made(migration), [
    'lh_engine.js',
    'lh_engine_plain.statistics_arm',
    'lh_engine.js',
    'lh_engine.library_damage',
    'lh_engine.bundle',
    'lh_engine.version',
  ]);
  const kilobytes = { all: migration.length / 1000, javaScript: (await bundle()).code.length / 1000 };
  console.log(
    `a migration after one changed line of src/plv8: ${kilobytes.all.toFixed()} kB, ${kilobytes.javaScript.toFixed()} kB of it JavaScript`,
  );
  assert.ok(kilobytes.all - kilobytes.javaScript < 60);

  for (const [db, language] of [
    [inPlv8, 'plv8'],
    [inPlain, 'plain'],
  ] as const) {
    await migrate(db);
    const fresh = await database();
    await fresh.client.query(`set lh_engine.language to '${language}'`);
    await fresh.client.query(file('dist/install.sql'));
    assert.is(await one(db.client, 'select lh_engine.language()'), language);
    assert.is(await one(db.client, 'select engine from lh_engine.version()'), '9.9.11');
    same(await engineDump(db.url), await engineDump(fresh.url));
    assert.match((await errorOf(() => db.client.query(refusedShare))).message, /got more than the 1 leads/);
  }
});

release.run();
