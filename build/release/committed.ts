// Committed migrations and the records of a release stay as they are for ever: sites have run the ones and hold the
// others. Compares the files with the hashes in the manifest, and asks git whether a commit since then changed a
// migration. Knows no domain.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  committedFolder,
  fileHash,
  manifest,
  type Releases,
  readReleases,
  recordsFolder,
} from './released.ts';

const againstManifest = (releases: Releases, project: string): readonly string[] => {
  const present = readdirSync(join(project, committedFolder)).filter((name) => name.endsWith('.sql'));
  const known = new Set(Object.values(releases).flatMap(({ migrations }) => Object.keys(migrations)));
  const changesIn = (folder: string, files: Readonly<Record<string, string>>): readonly string[] =>
    Object.entries(files).flatMap(([name, hash]) => {
      if (!existsSync(join(project, folder, name))) return [`${name} was released and is gone`];
      return fileHash(join(folder, name), project) === hash ? [] : [`${name} is not what was released`];
    });
  return [
    ...Object.values(releases).flatMap(({ migrations, records }) => [
      ...changesIn(committedFolder, migrations),
      ...changesIn(recordsFolder, records),
    ]),
    ...present.filter((name) => !known.has(name)).map((name) => `${name} is in no release of ${manifest}`),
  ];
};

/** What git answers, line by line, or null where it cannot. */
const git = (project: string, ...args: readonly string[]): readonly string[] | null => {
  const { status, stdout } = spawnSync('git', args, { cwd: project, encoding: 'utf8' });
  return status === 0 ? stdout.split('\n').filter((line) => line !== '') : null;
};

const changed = ['--no-renames', '--diff-filter=MD', '--name-only'];

/**
 * What git has of changes since the manifest was first recorded; null where git does not know it. A shallow clone knows
 * fewer commits: its oldest one counts as the one that added all files.
 */
const againstGit = (project: string): readonly string[] | null => {
  const added = git(project, 'log', '--diff-filter=A', '--format=%H', '--', manifest) ?? [];
  const first = added.at(-1);
  if (first === undefined) return null;
  const later = git(project, 'log', ...changed, '--format=', `${first}..HEAD`, '--', committedFolder);
  const now = git(project, 'diff', ...changed, 'HEAD', '--', committedFolder);
  if (later === null || now === null) return null;
  return [
    ...later.map((path) => `a commit changes ${path}`),
    ...now.map((path) => `${path} is changed and not committed`),
  ];
};

/** What was done to released files, and whether git could be asked. */
export const committedChanges = (
  project = '.',
): { readonly changes: readonly string[]; readonly hasGit: boolean } => {
  const byGit = againstGit(project);
  const changes = [...againstManifest(readReleases(project), project), ...(byGit ?? [])];
  return { changes, hasGit: byGit !== null };
};
