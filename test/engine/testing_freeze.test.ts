// The tool that freezes records, in a copy of the project: what a release holds it compares and never writes, what no
// release holds yet it writes anew.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  manifest,
  readReleases,
  recordsFolder,
  renderReleases,
  unreleasedRecords,
} from '../../build/release/released.ts';
import { checkout } from '../../dev/server/layout.ts';
import { recordVersion } from '../../src/plv8/testing/record.ts';
import { serverUrl } from '../support/database.ts';
import { requireForFile } from '../support/needs.ts';
import { copyProject, type Ended, runNode } from '../support/project_copy.ts';

await requireForFile('plv8', 'git');

const freezing = suite('freezing records');
const folder = mkdtempSync(join(tmpdir(), 'lead-hunter-freeze-'));
freezing.after(() => rmSync(folder, { recursive: true }));
copyProject(folder);

const server = { LH_TEST_SERVER_URL: await serverUrl(), LH_TEST_RENDERED: 'checked' };
const freeze = (...release: readonly string[]): Promise<Ended> =>
  runNode(folder, ['--import', 'tsx', 'test/support/freeze_records.ts', ...release], {
    ...process.env,
    ...server,
  });
const pathOf = (name: string): string => join(folder, recordsFolder, name);
const isRefused = ({ code, all }: Ended, name: string, holder: string, version: number): void => {
  assert.is(code, 1, all);
  assert.match(
    all,
    `${recordsFolder}/${name} would be written, and ${holder} holds record version ${version}`,
  );
  assert.match(all, `raise recordVersion in src/plv8/testing/record.ts`);
};

const [first = ''] = Object.keys(readReleases());
/** Of the files that the tool compares, the first. */
const released = 'brief-1/outcomes.json';
const present = `fixed_thresholds-${recordVersion}/outcomes.json`;

freezing('what a release holds is not written over when it differs', async () => {
  const edited = readFileSync(pathOf(released), 'utf8').replace('"', ' "');
  writeFileSync(pathOf(released), edited);
  isRefused(await freeze(first), released, first, 1);
  assert.is(readFileSync(pathOf(released), 'utf8'), edited);
});

freezing('nor is it written again when it is gone', async () => {
  rmSync(pathOf(released));
  isRefused(await freeze(first), released, first, 1);
  assert.not.ok(existsSync(pathOf(released)));
});

freezing('the newest version is written anew until a release holds it', async () => {
  const all = readReleases(folder);
  const isHeld = ([, { records }]: [string, { readonly records: object }]): boolean => present in records;
  // Between a release and the next version of the records a release holds it already.
  const without = Object.fromEntries(Object.entries(all).filter((release) => !isHeld(release)));
  writeFileSync(join(folder, manifest), renderReleases(without));
  rmSync(pathOf(present));
  const { code, all: said } = await freeze();
  assert.is(code, 0, said);
  assert.is(
    readFileSync(pathOf(present), 'utf8'),
    readFileSync(join(checkout, recordsFolder, present), 'utf8'),
  );

  const release = { migrations: {}, records: unreleasedRecords(without, folder), objects: {}, gone: [] };
  assert.ok(present in release.records);
  writeFileSync(join(folder, manifest), renderReleases({ ...without, '9.9.9': release }));
  rmSync(pathOf(present));
  isRefused(await freeze(), present, '9.9.9', recordVersion);
  assert.not.ok(existsSync(pathOf(present)));
});

freezing.run();
