// Which generated files there are, whether they are up to date, and writing them. Knows no domain.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { blankMigration, type RenderedFiles, renderAll } from './render.ts';

const fixtures = 'migrations/fixtures';
const committed = 'migrations/committed';
const current = 'migrations/current.sql';

const contentOf = (path: string): string | null => (existsSync(path) ? readFileSync(path, 'utf8') : null);

const newestCommitted = (): string => {
  const names = existsSync(committed)
    ? readdirSync(committed)
        .filter((name) => name.endsWith('.sql'))
        .sort()
    : [];
  const newest = names[names.length - 1];
  return newest === undefined ? '' : readFileSync(`${committed}/${newest}`, 'utf8');
};

/** Whether the newest committed migration holds every module file exactly as it is rendered now. */
const holdsAll = (migration: string, files: RenderedFiles): boolean =>
  [...files]
    .filter(([path]) => path.startsWith(`${fixtures}/`))
    .every(([path, text]) => {
      const name = path.slice(fixtures.length + 1);
      return migration.includes(`--! Included ${name}\n${text.trim()}\n--! EndIncluded ${name}`);
    });

/** The files as they should be: once released, the current migration is blank. */
const wantedFiles = async (): Promise<RenderedFiles> => {
  const files = await renderAll();
  return holdsAll(newestCommitted(), files) ? new Map([...files, [current, blankMigration]]) : files;
};

const leftovers = (files: RenderedFiles): readonly string[] =>
  (existsSync(fixtures) ? readdirSync(fixtures) : [])
    .map((name) => `${fixtures}/${name}`)
    .filter((path) => !files.has(path));

export const isReleased = async (): Promise<boolean> => holdsAll(newestCommitted(), await renderAll());

/** The paths that differ from what the sources render. */
export const staleFiles = async (): Promise<readonly string[]> => {
  const files = await wantedFiles();
  return [
    ...[...files].filter(([path, text]) => contentOf(path) !== text).map(([path]) => path),
    ...leftovers(files),
  ];
};

/** Writes what differs, removes what is no longer rendered; returns the paths touched. */
export const writeGenerated = async (): Promise<readonly string[]> => {
  const files = await wantedFiles();
  const touched = await staleFiles();
  for (const path of touched) {
    const text = files.get(path);
    mkdirSync(dirname(path), { recursive: true });
    if (text === undefined) rmSync(path);
    else writeFileSync(path, text);
  }
  return touched;
};
