// The door of every npm command: plain JavaScript without dependencies, because on a fresh clone there are none. It
// checks Node, installs the npm packages when they are missing or not those of package-lock.json, then runs the
// command's TypeScript in this process. What a command does is none of its business.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const checkout = join(dirname(fileURLToPath(import.meta.url)), '..');

/** name: [file, arguments before the user's own, one line for `npm run help`] */
const commands = {
  start: [
    'dev/demo/start.ts',
    [],
    'the demo: a local Postgres, a lead database, the loop over simulated days (-- --help)',
  ],
  test: ['test/run.ts', [], 'every test, on a Postgres of its own (npm test -- test/pure for a part)'],
  setup: ['dev/server/setup.ts', [], 'install what the machine lacks: Debian packages, the language'],
  'db:start': [
    'dev/server/db.ts',
    ['start'],
    "start the local Postgres, print its URL (-- --embedded: one from npm, -- --plv8: Debian's)",
  ],
  'db:stop': ['dev/server/db.ts', ['stop'], 'stop the local Postgres'],
  'db:url': [
    'dev/server/db.ts',
    ['url'],
    'print the URL of its maintenance database (superuser), nothing else',
  ],
  'db:psql': [
    'dev/server/db.ts',
    ['psql'],
    'psql in the demo database (npm run db:psql -- NAME for another)',
  ],
  'db:reset': ['dev/server/db.ts', ['reset'], 'throw the local Postgres and its databases away'],
  'db:migrate': ['build/migrate.ts', [], 'install or upgrade the engine in the database of DATABASE_URL'],
  build: [
    'build/build.ts',
    [],
    'render dist/install.sql, dist/roles.sql and parts of the documents from src',
  ],
  release: [
    'build/release/release.ts',
    [],
    'make the next release: what differs from the last one becomes a migration (-- "what changes")',
  ],
  'test:parity': [
    'test/parity/more.ts',
    [],
    'compare Node, plv8 and the plain library on many drawn documents (-- --cases=500 --seed=2)',
  ],
  'test:matrix': [
    'test/matrix/matrix.ts',
    [],
    'the tests of the engine in PL/pgSQL on PostgreSQL 15 to 18, of which it fetches three (-- 16 for one)',
  ],
  'test:language': [
    'test/language/report.ts',
    [],
    'compare a LANGUAGE plv8 with real plv8 3.2.2, case by case (-- --url postgresql://… for another server)',
  ],
  'fuzz:language': [
    'test/language/fuzz/fuzz.ts',
    [],
    'random programs against LANGUAGE plv8 with sanitizers, for a minute (-- --seconds=3600: an hour)',
  ],
  'bench:language': ['bench/language/calls.ts', [], 'what a call into LANGUAGE plv8 costs, as ratios'],
  'bench:language:uninterruptible': [
    'bench/language/uninterruptible.ts',
    [],
    'the builtins of V8 that delay a cancel, and by how much',
  ],
  'bench:plain': [
    'bench/plain/bench.ts',
    [],
    'what operations and a whole cycle cost in the plain library, against plv8 (-- --rounds=9)',
  ],
  'bench:detection': [
    'bench/detection/bench.ts',
    [],
    'what detection finds and misses in labelled pipelines; writes docs/detection.md',
  ],
  simulate: [
    'bench/simulation/simulate.ts',
    [],
    'what the decisions do with simulated tests; writes docs/decision-rules.md (-- --help: checks, goals, single cells)',
  ],
  faults: [
    'bench/faults/bench.ts',
    [],
    'kills, crashes, locks: what a cycle does then (under an hour; -- --short: two minutes; -- NAME for some)',
  ],
  check: [
    'build/check.ts',
    [],
    'types, lint, format, generated files up to date, committed migrations untouched',
  ],
};

const stop = (reason, remedy) => {
  process.stderr.write(`\nfailed: preparing the command\nreason: ${reason}\nremedy: ${remedy}\n`);
  process.exit(1);
};

const requireNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 6))
    stop(`this is Node ${process.versions.node}`, 'install Node 20.6 or newer (https://nodejs.org)');
};

const packagesIn = (file) =>
  existsSync(join(checkout, file)) ? JSON.parse(readFileSync(join(checkout, file), 'utf8')).packages : {};

/** npm leaves out optional packages of other platforms. Of one that names a libc we cannot say whether it fits. */
const mayBeMissing = ({ optional, os, cpu, libc }) =>
  optional && !(os?.includes(process.platform) && cpu?.includes(process.arch) && !libc);

/** npm notes what it installed in a lockfile of its own. */
const packagesAreInstalled = () => {
  const installed = packagesIn('node_modules/.package-lock.json');
  return Object.entries(packagesIn('package-lock.json')).every(
    ([path, wanted]) => path === '' || mayBeMissing(wanted) || installed[path]?.version === wanted.version,
  );
};

const install = () => {
  if (packagesAreInstalled()) return;
  process.stderr.write('▸ installing npm packages …\n');
  const since = performance.now();
  const how = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  // On Windows npm is npm.cmd, which only a shell runs.
  const shell = process.platform === 'win32';
  const { status, error } = spawnSync('npm', how, { cwd: checkout, stdio: ['ignore', 2, 2], shell });
  if (error) stop(`cannot run npm: ${error.message}`, 'install npm beside Node');
  if (status !== 0) stop(`npm ci ended with ${status}`, 'read its message above, then repeat the command');
  process.stderr.write(`  done in ${((performance.now() - since) / 1000).toFixed(1)} s\n`);
};

/** Two commands at once on a fresh clone: one installs, the other waits and finds it done. */
const installOnce = () => {
  if (packagesAreInstalled()) return;
  const again = [checkout, process.execPath, fileURLToPath(import.meta.url), 'install'];
  const free = spawnSync('flock', ['--nonblock', checkout, 'true']);
  if (free.status === 1) process.stderr.write('▸ waiting for another command that installs npm packages …\n');
  const { status, error } = spawnSync('flock', again, { stdio: 'inherit' });
  if (error) install();
  else if (status !== 0) process.exit(status ?? 1);
};

const help = () => {
  const width = Math.max(...Object.keys(commands).map((name) => name.length)) + 2;
  for (const [name, [, , about]] of Object.entries(commands)) {
    const typed = name === 'start' || name === 'test' ? name : `run ${name}`;
    process.stdout.write(`npm ${typed.padEnd(width + 4)} ${about}\n`);
  }
};

/** Commands that explain themselves; what is after another command would otherwise be taken for its arguments. */
const explainThemselves = ['start', 'db:start', 'db:psql'];

const start = async ([name = 'help', ...args]) => {
  if (name === 'help') return help();
  if (name === 'install') return install();
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) stop(`"${name}" is no command`, 'npm run help lists them');
  const [file, before, about] = command;
  if (args.includes('--help') && !explainThemselves.includes(name)) {
    process.stdout.write(`npm ${name === 'test' ? name : `run ${name}`}: ${about}\n`);
    return;
  }
  installOnce();
  process.argv = [process.execPath, join(checkout, file), ...before, ...args];
  const { register } = await import('tsx/esm/api');
  register();
  await import(pathToFileURL(join(checkout, file)).href);
};

requireNode();
await start(process.argv.slice(2));
