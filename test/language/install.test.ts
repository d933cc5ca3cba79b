// The installer of plv8_libnode on a machine where it has run: quick when there is nothing to do, safe when run twice,
// and without a trace in Node, dpkg's records or the linker's configuration.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { binaries, checkout } from '../../dev/server/layout.ts';
import { requireForFile } from '../support/needs.ts';

await requireForFile('debian', 'plv8');

const installer = suite('the installer of plv8_libnode');
const script = join(checkout, 'dev', 'plv8_libnode', 'install.sh');
const run = promisify(execFile);

installer('explains itself', async () => {
  assert.match((await run(script, ['--help'])).stdout, /--check.*--uninstall/s);
});

installer('finds its own work installed and current, and says nothing', async () => {
  assert.equal(await run(script, ['--check']), { stdout: '', stderr: '' });
});

installer('does nothing a second time, twice at once, in less than half a second', async () => {
  await run(script, []);
  const start = performance.now();
  const both = await Promise.all([run(script, []), run(script, [])]);
  const seconds = (performance.now() - start) / 1000;
  assert.equal(
    both.map(({ stdout, stderr }) => stdout + stderr),
    ['', ''],
  );
  assert.ok(seconds < 1, `took ${seconds} s for two at once`);
});

installer('refuses an unknown argument, and a build with sanitizers to no folder', async () => {
  for (const argument of ['--wrong', '--sanitized']) {
    const error = await run(script, [argument]).catch((reason: unknown) => reason as { code: number });
    assert.is((error as { code: number }).code, 2);
  }
});

const libraryFolder = async (): Promise<string> => {
  const found = join(binaries, 'pg_config');
  return (await run(found, ['--pkglibdir'])).stdout.trim();
};

installer('leaves the records of dpkg and the configuration of the linker as they were', async () => {
  const folder = await libraryFolder();
  const owner = await run('dpkg-query', ['-S', join(folder, 'plv8_libnode.so')]).catch(() => 'nobody');
  assert.is(owner, 'nobody');
  assert.not.match((await run('/sbin/ldconfig', ['-p'])).stdout, folder);
  assert.not.match((await run('readlink', ['-f', process.execPath])).stdout, folder);
});

installer('builds a library that finds its own libnode beside itself', async () => {
  const { stdout } = await run('readelf', ['-d', join(await libraryFolder(), 'plv8_libnode.so')]);
  assert.match(stdout, /libnode\.so\.108/);
  assert.match(stdout, /\$ORIGIN\/plv8_libnode/);
});

installer.run();
