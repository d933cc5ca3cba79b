// A checkout and a state folder of a user who is nobody in particular, for tests of what needs no root: the part of the
// project that starts servers, with the packages it needs. Where root runs the tests the user is another account.
import { spawnSync } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../../dev/server/layout.ts';
import { type Account, platform } from '../../dev/server/platform.ts';

type Lock = Readonly<
  Record<string, { dependencies?: Record<string, string>; optionalDependencies?: Record<string, string> }>
>;

/** The packages by these names and what they need, as far as it is installed here. */
const withDependencies = (names: readonly string[]): readonly string[] => {
  const lock: Lock = JSON.parse(readFileSync(join(checkout, 'package-lock.json'), 'utf8')).packages;
  const found = new Set<string>();
  const add = (name: string): void => {
    const folder = `node_modules/${name}`;
    if (found.has(folder) || !existsSync(join(checkout, folder))) return;
    found.add(folder);
    const { dependencies, optionalDependencies } = lock[folder] ?? {};
    for (const next of Object.keys({ ...dependencies, ...optionalDependencies })) add(next);
  };
  names.forEach(add);
  return [...found];
};

const plainAccount = (): Account => {
  const { uid, gid } = platform;
  const account = platform.isRoot ? platform.accountOf('nobody') : { name: String(uid), uid, gid };
  if (!account) throw new Error('there is no account "nobody"');
  return account;
};

export type PlainUser = {
  readonly account: Account;
  readonly state: string;
  /** Runs a file of the project as that user, without any program of /usr/lib/postgresql on its path. */
  readonly node: (...args: readonly string[]) => {
    readonly status: number | null;
    readonly stdout: string;
    readonly stderr: string;
  };
};

export const plainUser = (folder: string): PlainUser => {
  const account = plainAccount();
  const project = join(folder, 'p');
  const state = join(folder, 's');
  const needed = ['pg', 'tsx', String(platform.embeddedPackage)];
  for (const path of ['dev/server', 'package.json', ...withDependencies(needed)])
    cpSync(join(checkout, path), join(project, path), { recursive: true, verbatimSymlinks: true });
  mkdirSync(state);
  chownSync(state, account.uid, account.gid);
  const env = { PATH: String(process.env.PATH), HOME: state, TMPDIR: state, LH_STATE_DIRECTORY: state };
  const as = platform.isRoot ? { uid: account.uid, gid: account.gid } : {};
  const node = (...args: readonly string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', ...args], {
      cwd: project,
      env,
      encoding: 'utf8',
      ...as,
    });
  return { account, state, node };
};
