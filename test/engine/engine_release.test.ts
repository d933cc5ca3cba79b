// A release from beginning to end, in a copy of the project: what it demands, what it leaves behind, and that a
// database of 1.0.0 with a history, upgraded by it, is what a fresh installation is.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { committedChanges } from '../../build/release/committed.ts';
import { committedFolder, manifest, newestRelease, readReleases } from '../../build/release/released.ts';
import { createDatabase, one, type TestDatabase } from '../support/database.ts';
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
const migrate = async ({ url }: TestDatabase): Promise<void> => {
  const { code, all } = await runNode(copy, ['dev/bootstrap.mjs', 'db:migrate'], {
    ...env,
    DATABASE_URL: url,
  });
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
  const [old, whole, fresh] = [await database(), await database(), await database()];
  await migrate(old);
  assert.is(await one(old.client, 'select engine from lh_engine.version()'), released);
  await liveALittle(old.client);
  const before = await rowsOf(old.client, ['events']);

  const made = await run('release', 'more of it');
  assert.is(made.code, 0, made.all);
  assert.match(made.stdout, /^released 9\.9\.9: 0+\d+-more-of-it\.sql/);
  assert.not.ok(existsSync(join(copy, 'migrations/current.sql')));
  assert.equal(committedChanges(copy), { changes: [], hasGit: false });
  assert.is(newestRelease(readReleases(copy))[0], next);

  await migrate(old);
  await migrate(whole);
  await fresh.client.query(file('dist/install.sql'));
  assert.is(await one(old.client, 'select engine from lh_engine.version()'), next);
  same(await engineDump(old.url), await engineDump(fresh.url));
  same(await engineDump(whole.url), await engineDump(fresh.url));
  same(await rowsOf(old.client, ['events']), before);
  assert.is(await one(old.client, `select lh_run_improvement_cycle('2026-03-05') ->> 'success'`), 'true');
});

release(
  'holds what differs from the release before it: after one changed function, that function',
  async () => {
    setVersion('9.9.10');
    edit('CHANGELOG.md', (text) => text.replace('## ', '## 9.9.10\n\nLess.\n\n## '));
    edit('src/sql/engine/clock.ts', (text) => text.replace('The present moment', 'Now'));
    const made = await run('release', 'one function');
    assert.is(made.code, 0, made.all);
    const name = String(/\S+-one-function\.sql/.exec(made.stdout)?.[0]);
    const objects = file(`${committedFolder}/${name}`).match(
      /^create or replace (function|procedure|view) [\w.]+/gm,
    );
    assert.equal(objects, [
      'create or replace function lh_engine.clock',
      'create or replace function lh_engine.version',
    ]);
    await refused('again', /9\.9\.10 is released/, /with a version above/);
  },
);

release.run();
