// Installs the engine as a site of some release has it. Knows no table.
import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { committedFolder, readReleases } from '../../build/release/released.ts';

const file = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

export const releases: readonly string[] = Object.keys(readReleases());

const scriptsTo = (release: string): readonly string[] => {
  const end = releases.indexOf(release);
  if (end < 0) throw new Error(`no release "${release}": take one of ${releases.join(', ')}`);
  return Object.values(readReleases())
    .slice(0, end + 1)
    .flatMap(({ migrations }) => Object.keys(migrations))
    .map((name) => file(`${committedFolder}/${name}`));
};

/** The engine as it was released under a version; without one that of dist/install.sql. */
export const install = async (client: pg.Client, release?: string): Promise<void> => {
  const scripts = release === undefined ? [file('dist/install.sql')] : scriptsTo(release);
  await client.query('begin');
  for (const script of scripts) await client.query(script);
  await client.query('commit');
  await client.query('reset search_path');
};
