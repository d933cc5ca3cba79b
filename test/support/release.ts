// Installs the engine as a site of some release has it, and brings it from there to the present. Knows no table.
import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { committedFolder, type Releases, readReleases } from '../../build/release/released.ts';
import { readVersion, renderMigration } from '../../build/render.ts';

const file = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

export const releases: readonly string[] = Object.keys(readReleases());

/** How many releases there are up to this one. */
const countTo = (release: string): number => {
  const at = releases.indexOf(release);
  if (at < 0) throw new Error(`no release "${release}": take one of ${releases.join(', ')}`);
  return at + 1;
};

const scriptsOf = (some: readonly Releases[string][]): readonly string[] =>
  some.flatMap(({ migrations }) => Object.keys(migrations)).map((name) => file(`${committedFolder}/${name}`));

const scriptsTo = (release: string): readonly string[] =>
  scriptsOf(Object.values(readReleases()).slice(0, countTo(release)));

let unreleased: Promise<string> | undefined;

/**
 * What graphile-migrate runs on a site of that release up to the present, in order: the migrations of the later releases
 * and what the next one will be, each a transaction. Empty where the release is the present.
 */
export const migrationsSince = async (release: string): Promise<readonly string[]> => {
  const later = scriptsOf(Object.values(readReleases()).slice(countTo(release)));
  unreleased ??= readVersion().then(renderMigration);
  const next = await unreleased;
  return [...later, ...(next === '' ? [] : [next])].map((script) => `begin; ${script} commit;`);
};

/** The engine as it was released under a version; without one that of dist/install.sql. */
export const install = async (client: pg.Client, release?: string): Promise<void> => {
  const scripts = release === undefined ? [file('dist/install.sql')] : scriptsTo(release);
  await client.query('begin');
  for (const script of scripts) await client.query(script);
  await client.query('commit');
  await client.query('reset search_path');
};
