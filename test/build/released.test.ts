// What was released stays what it was: the manifest says what the committed migrations hold, and whoever changes one is
// found out, with git and without.
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { committedChanges } from '../../build/release/committed.ts';
import {
  inventoryOf,
  looseIn,
  namedIn,
  nameOf,
  objectsIn,
  statementTexts,
  type Texts,
} from '../../build/release/inventory.ts';
import {
  committedFolder,
  compareVersions,
  fileHash,
  manifest,
  newestRelease,
  type Release,
  type Releases,
  readReleases,
  recordsFolder,
  releaseBetween,
  renderReleases,
  unreleasedRecords,
} from '../../build/release/released.ts';
import { readVersion, renderInstall, renderMigration } from '../../build/render.ts';
import { checkout } from '../../dev/server/layout.ts';
import { missing, unless } from '../support/needs.ts';

const released = suite('what was released');
const releases = readReleases();
const scratch = mkdtempSync(join(tmpdir(), 'lead-hunter-released-'));
released.after(() => rmSync(scratch, { recursive: true }));

const newestFileOf = (version: string): string =>
  String(
    Object.keys(releases[version]?.migrations ?? {})
      .sort()
      .at(-1),
  );

/** What stands between blank lines and is no function, view or table. */
const statementsIn = (text: string): Texts => {
  const others = [...namedIn(text).values()].reduce((rest, object) => rest.replace(object, () => ''), text);
  const paragraphs = others.replace(/^--(?:!| =====| Generated).*$/gm, '').split(/\n{2,}/);
  return new Map(paragraphs.flatMap((paragraph) => [...statementTexts(`${paragraph.trim()}\n`)]));
};

/** Each object must be in the text of its migration, with the same hash. */
const isReadAlike = (objects: Release['objects'], text: string): void => {
  const inText = inventoryOf(new Map([...objectsIn(text), ...looseIn(text), ...statementsIn(text)]));
  assert.ok(Object.keys(objects).length > 0);
  for (const [id, known] of Object.entries(objects)) assert.is(inText.get(id)?.hash, known.hash, id);
};

for (const [version, { objects }] of Object.entries(releases))
  released(`the manifest lists each object of ${version} with the hash of its text in the migration`, () =>
    isReadAlike(objects, readFileSync(join(checkout, committedFolder, newestFileOf(version)), 'utf8')),
  );

released(
  'and so it will of this version, and of one after it that changes a part of the library',
  async () => {
    const version = await readVersion();
    const [, before] = newestRelease(releases);
    if (renderMigration(version) !== '')
      isReadAlike(releaseBetween(before, version.inventory).objects, renderMigration(version));
    const earlier = new Map(
      [...version.inventory].map(([id, known], i) => [
        id,
        /^(compiled|plv8) /.test(id) && i % 7 === 0 ? { ...known, hash: '' } : known,
      ]),
    );
    const next = { ...version, releases: { [version.version]: releaseBetween(new Map(), earlier) } };
    isReadAlike(releaseBetween(earlier, version.inventory).objects, renderMigration(next));
  },
);

released('CHANGELOG.md names what the newest release had and this version no longer has', async () => {
  const { version, inventory } = await readVersion();
  const section = readFileSync(join(checkout, 'CHANGELOG.md'), 'utf8')
    .split(/^## /m)
    .find((each) => each.startsWith(`${version}\n`));
  const gone = [...newestRelease(releases)[1].keys()].filter(
    (id) => /^(table|view|function|procedure) /.test(id) && !inventory.has(id),
  );
  for (const id of gone) assert.match(String(section), nameOf(id), id);
});

released('the library is read as one object with both of its languages', async () => {
  const version = await readVersion();
  const id = 'function lh_engine.js(text, json)';
  const piece = version.pieces.find(({ texts }) => texts.has(id));
  const found = namedIn(renderInstall(version)).get(id);
  assert.is(found, piece?.text);
  for (const part of ['language plv8', 'create schema lh_engine_plain;', 'security definer'])
    assert.match(String(found), part);
});

released('the manifest is written as it was read, and versions are in order', () => {
  assert.is(renderReleases(releases), readFileSync(join(checkout, manifest), 'utf8'));
  const versions = Object.keys(releases);
  assert.equal(versions, versions.toSorted(compareVersions));
  assert.ok(compareVersions('1.10.0', '1.9.9') > 0);
  assert.ok(compareVersions('1.0.0', '1.0.1') < 0);
  assert.is(compareVersions('2.3.4', '2.3.4'), 0);
});

const noGit = await missing('git');

const git = (folder: string, ...args: readonly string[]): void => {
  const who = ['-c', 'user.name=t', '-c', 'user.email=t@localhost', '-c', 'commit.gpgsign=false'];
  const { status, stderr } = spawnSync('git', [...who, ...args], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
};

/** A clone in which the migrations of this project are committed. */
const clone = (name: string): string => {
  const folder = join(scratch, name);
  mkdirSync(folder);
  for (const part of ['migrations', recordsFolder])
    cpSync(join(checkout, part), join(folder, part), { recursive: true });
  git(folder, 'init', '-q');
  git(folder, 'add', '-A');
  git(folder, 'commit', '-qm', 'one');
  return folder;
};

const oneFile = newestFileOf('1.0.0');
const edit = (folder: string): void => appendFileSync(join(folder, committedFolder, oneFile), '-- edited\n');

/** Writes the hash of a file as it is now into the manifest, as somebody might who changed it. */
const cover = (folder: string, name: string): void => {
  const all: Releases = readReleases(folder);
  const first = all['1.0.0'];
  if (first === undefined) throw new Error('1.0.0 is in no manifest');
  const migrations = { ...first.migrations, [name]: fileHash(join(committedFolder, name), folder) };
  const covered = { ...first, migrations };
  writeFileSync(join(folder, manifest), renderReleases({ ...all, '1.0.0': covered }));
};

unless(noGit, released)('untouched migrations pass, in a clone, in a shallow one and without git', () => {
  const folder = clone('untouched');
  assert.equal(committedChanges(folder), { changes: [], hasGit: true });
  git(scratch, 'clone', '-q', '--depth=1', `file://${folder}`, 'shallow');
  assert.equal(committedChanges(join(scratch, 'shallow')), { changes: [], hasGit: true });
  rmSync(join(folder, '.git'), { recursive: true });
  assert.equal(committedChanges(folder), { changes: [], hasGit: false });
});

unless(noGit, released)('a changed migration is named, whether it is committed or not', () => {
  const folder = clone('changed');
  edit(folder);
  assert.equal(committedChanges(folder).changes, [
    `${oneFile} is not what was released`,
    `${committedFolder}/${oneFile} is changed and not committed`,
  ]);
  git(folder, 'commit', '-qam', 'two');
  assert.equal(committedChanges(folder).changes, [
    `${oneFile} is not what was released`,
    `a commit changes ${committedFolder}/${oneFile}`,
  ]);
  rmSync(join(folder, '.git'), { recursive: true });
  assert.equal(committedChanges(folder).changes, [`${oneFile} is not what was released`]);
});

unless(noGit, released)('changed and removed records of a release are named, and no other', () => {
  const folder = clone('records');
  const frozen = (name: string): string => join(folder, recordsFolder, name);
  appendFileSync(frozen('brief-1/gates.json'), '\n');
  rmSync(frozen('reports-1/persons.json'));
  mkdirSync(frozen('brief-99'));
  writeFileSync(frozen('brief-99/gates.json'), '[]\n');
  assert.equal(committedChanges(folder).changes, [
    'brief-1/gates.json is not what was released',
    'reports-1/persons.json was released and is gone',
  ]);
  assert.ok('brief-99/gates.json' in unreleasedRecords(readReleases(folder), folder));
  assert.not.ok('brief-1/gates.json' in unreleasedRecords(readReleases(folder), folder));
});

unless(noGit, released)('a changed migration whose hash was changed too is found by git', () => {
  const folder = clone('covered');
  edit(folder);
  cover(folder, oneFile);
  git(folder, 'commit', '-qam', 'two');
  assert.equal(committedChanges(folder).changes, [`a commit changes ${committedFolder}/${oneFile}`]);
});

unless(noGit, released)(
  'a removed migration and one that no release knows are named; a new release is no change',
  () => {
    const folder = clone('removed');
    const stray = join(folder, committedFolder, '000099-stray.sql');
    writeFileSync(stray, 'select 1;\n');
    assert.equal(committedChanges(folder).changes, [`000099-stray.sql is in no release of ${manifest}`]);
    cover(folder, '000099-stray.sql');
    git(folder, 'add', '-A');
    git(folder, 'commit', '-qm', 'release');
    assert.equal(committedChanges(folder).changes, []);
    rmSync(stray);
    assert.equal(committedChanges(folder).changes, [
      '000099-stray.sql was released and is gone',
      `${committedFolder}/000099-stray.sql is changed and not committed`,
    ]);
  },
);

released.run();
