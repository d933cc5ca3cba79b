// Committed migrations stay as they are for ever: sites have run them. Compares the files with the hashes that the
// release recorded, and asks git whether a commit since then changed one. Knows no domain.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { committedFolder, fileHash, manifest, type Releases, readReleases } from './released.ts';

const againstManifest = (releases: Releases): readonly string[] => {
  const recorded = new Map(Object.values(releases).flatMap(({ migrations }) => Object.entries(migrations)));
  const present = readdirSync(committedFolder).filter((name) => name.endsWith('.sql'));
  return [
    ...[...recorded].flatMap(([name, hash]) => {
      if (!existsSync(`${committedFolder}/${name}`)) return [`${name} was released and is gone`];
      return fileHash(name) === hash ? [] : [`${name} is not what was released`];
    }),
    ...present.filter((name) => !recorded.has(name)).map((name) => `${name} is in no release of ${manifest}`),
  ];
};

/** What git answers, or null where it cannot: no git, or a folder that is no clone. */
const git = (...args: readonly string[]): readonly string[] | null => {
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8' });
  return status === 0 ? stdout.split('\n').filter((line) => line !== '') : null;
};

/**
 * What git has of changes since the manifest was first recorded; null without git. A shallow clone knows fewer commits:
 * its oldest one counts as the one that added all files.
 */
const againstGit = (): readonly string[] | null => {
  const changed = ['--no-renames', '--diff-filter=MD', '--name-only', '--format='];
  const [first] = git('log', '--diff-filter=A', '--format=%H', '--', manifest)?.toReversed() ?? [];
  if (first === undefined) return null;
  const commits = git('log', ...changed, `${first}..HEAD`, '--', committedFolder);
  const uncommitted = git('diff', ...changed.slice(0, 3), 'HEAD', '--', committedFolder);
  if (commits === null || uncommitted === null) return null;
  return [
    ...commits.map((path) => `a commit changes ${path}`),
    ...uncommitted.map((path) => `${path} is changed and not committed`),
  ];
};

/** What was done to committed migrations, and whether git could be asked. */
export const committedChanges = (): { readonly changes: readonly string[]; readonly hasGit: boolean } => {
  const byGit = againstGit();
  return { changes: [...againstManifest(readReleases()), ...(byGit ?? [])], hasGit: byGit !== null };
};
