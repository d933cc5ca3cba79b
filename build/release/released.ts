// The releases so far: migrations/released.json, which `npm run release` adds to and nothing else writes. Each release
// has the hashes of its committed migrations and frozen records, and of its objects those that it changed. Knows no
// domain.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Inventory, Known } from './inventory.ts';

export type Release = {
  /** File name in migrations/committed → SHA-256 of the file. */
  readonly migrations: Readonly<Record<string, string>>;
  /** Path in test/data/records → SHA-256, of the records that were frozen for it. */
  readonly records: Readonly<Record<string, string>>;
  /** Objects that are new or otherwise than in the release before. */
  readonly objects: Readonly<Record<string, Known>>;
  readonly gone: readonly string[];
};

/** By version, oldest first. */
export type Releases = Readonly<Record<string, Release>>;

export const committedFolder = 'migrations/committed';
export const recordsFolder = 'test/data/records';
export const manifest = 'migrations/released.json';

export const readReleases = (project = '.'): Releases =>
  JSON.parse(readFileSync(join(project, manifest), 'utf8')) as Releases;

const fields = (title: string, entries: readonly (readonly [string, unknown])[]): string => {
  const lines = entries.map(([key, value]) => `      ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return `    ${JSON.stringify(title)}: {${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n    `}}`;
};

/** JSON with a line for each object, so that the next release shows as added lines. */
export const renderReleases = (releases: Releases): string =>
  `{\n${Object.entries(releases)
    .map(
      ([version, { migrations, records, objects, gone }]) =>
        `  ${JSON.stringify(version)}: {\n${[
          fields('migrations', Object.entries(migrations)),
          fields('records', Object.entries(records)),
          fields('objects', Object.entries(objects)),
          `    "gone": ${JSON.stringify(gone)}`,
        ].join(',\n')}\n  }`,
    )
    .join(',\n')}\n}\n`;

export const writeReleases = (releases: Releases): void => writeFileSync(manifest, renderReleases(releases));

/** What each release consists of, all of it, oldest first. */
export const releasedInventories = (releases: Releases): readonly (readonly [string, Inventory])[] => {
  let present: Inventory = new Map();
  return Object.entries(releases).map(([version, { objects, gone }]) => {
    const kept = [...present].filter(([id]) => !gone.includes(id));
    present = new Map([...kept, ...Object.entries(objects)]);
    return [version, present];
  });
};

export const newestRelease = (releases: Releases): readonly [string, Inventory] =>
  releasedInventories(releases).at(-1) ?? ['0.0.0', new Map()];

/** The entry of a release that follows `before`. */
export const releaseBetween = (
  before: Inventory,
  now: Inventory,
  { migrations = {}, records = {} }: Partial<Pick<Release, 'migrations' | 'records'>> = {},
): Release => ({
  migrations,
  records,
  objects: Object.fromEntries(
    [...now].filter(([id, known]) => JSON.stringify(before.get(id)) !== JSON.stringify(known)),
  ),
  gone: [...before.keys()].filter((id) => !now.has(id)),
});

/** Of a released file, as the release has it. */
export const fileHash = (path: string, project = '.'): string =>
  createHash('sha256')
    .update(readFileSync(join(project, path)))
    .digest('hex');

/** The files of frozen records that no release has yet. */
export const unreleasedRecords = (releases: Releases, project = '.'): Readonly<Record<string, string>> => {
  const released = new Set(Object.values(releases).flatMap(({ records }) => Object.keys(records)));
  const files = readdirSync(join(project, recordsFolder), { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    files
      .filter((name) => name.endsWith('.json') && !released.has(name))
      .sort()
      .map((name) => [name, fileHash(join(recordsFolder, name), project)]),
  );
};

/** Behind the version of a release: the sources after it, which no release is. */
export const unreleasedSuffix = '+dev';

/** Below, at or above zero, as the first version is older, the same or newer. */
export const compareVersions = (a: string, b: string): number => {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  const at = [0, 1, 2].find((i) => left?.[i] !== right?.[i]);
  return at === undefined ? 0 : (left?.[at] ?? 0) - (right?.[at] ?? 0);
};
