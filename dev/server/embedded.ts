// The programs of the embedded PostgreSQL: found among the npm packages, made whole, and copied below the state folder
// where the account that runs the server cannot use them in place. It must not know about servers.
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { breaksPrograms, stateDirectory } from './layout.ts';
import { type Account, platform } from './platform.ts';
import { run } from './processes.ts';
import { failure } from './progress.ts';

/** The folder of the npm package for this platform. */
export const packageFolder = (name: string | undefined): string => {
  if (!name)
    throw failure(
      `there is no embedded PostgreSQL for ${platform.name}`,
      'use Linux, macOS or Windows on x64, Linux or macOS on arm64, or Debian 12 without --embedded',
    );
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw failure(`the npm package ${name} is not installed`, 'npm ci --include=optional');
  }
};

type Link = { readonly source: string; readonly target: string };

/**
 * Makes the symbolic links that an npm package cannot hold and lists in pg-symlinks.json: `source` is the file,
 * `target` the link. The package's own script does so too, unless npm was told to run none.
 */
export const restoreLinks = (folder: string): void => {
  const list = join(folder, 'native', 'pg-symlinks.json');
  const links: readonly Link[] = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
  for (const { source, target } of links) {
    const link = join(folder, target);
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(basename(source), link);
  }
};

/** Why this account cannot run the server's program in that folder; undefined when it can. */
const complaint = async (programs: string, as: Account): Promise<string | undefined> => {
  const sign = breaksPrograms(programs);
  if (sign !== undefined) return `initdb cannot be called by a path with ${sign}`;
  try {
    const { code, output } = await run(platform.program(join(programs, 'postgres')), ['--version'], { as });
    return code === 0 ? undefined : output.trim();
  } catch (error) {
    return String(error);
  }
};

/** Restores the links unless the folder cannot be written; what is then missing shows when the program runs. */
const restoreWhereAllowed = (folder: string): void => {
  try {
    restoreLinks(folder);
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(String((error as { code?: unknown }).code))) throw error;
  }
};

/** The version of PostgreSQL in the package. */
export const versionOf = (folder: string): string =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;

/** Lets everybody read: a checkout made under a strict umask gives its modes to a copy. */
const open = (folder: string): void => {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) open(path);
    if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
};

/** A copy of the package below the state folder; it appears under its name only when complete. */
const copyOnce = (folder: string): string => {
  const copy = join(stateDirectory(), `embedded-${versionOf(folder)}`);
  if (existsSync(copy)) return copy;
  const unfinished = mkdtempSync(`${copy}.new-`);
  try {
    cpSync(folder, unfinished, { recursive: true, verbatimSymlinks: true });
    open(unfinished);
    restoreLinks(unfinished);
    renameSync(unfinished, copy);
  } catch (error) {
    // Another process was faster: a folder that holds something is not replaced.
    if (!existsSync(copy)) throw error;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return copy;
};

/** The folder of the programs, such that this account can run them. */
export const embeddedPrograms = async (account: Account, folder: string): Promise<string> => {
  restoreWhereAllowed(folder);
  const inPlace = join(folder, 'native', 'bin');
  const refused = await complaint(inPlace, account);
  if (refused === undefined) return inPlace;
  const copied = join(copyOnce(folder), 'native', 'bin');
  const still = await complaint(copied, account);
  if (still !== undefined)
    throw failure(
      `the embedded PostgreSQL does not run, neither in ${inPlace} (${refused}) nor in ${copied} (${still})`,
      'it needs glibc 2.27 or newer on Linux; remove both folders and repeat npm ci --include=optional',
    );
  return copied;
};
