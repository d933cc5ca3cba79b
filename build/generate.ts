// Which generated files there are, whether they are up to date, and writing them. Knows no domain.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type RenderedFiles, readVersion, renderFiles, renderMigration } from './render.ts';

const differing = (files: RenderedFiles): readonly (readonly [string, string])[] =>
  [...files].filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text);

/** The paths that differ from what the sources render. */
export const staleFiles = async (): Promise<readonly string[]> =>
  differing(renderFiles(await readVersion())).map(([path]) => path);

/** Writes what differs; returns the paths written. */
export const writeGenerated = async (): Promise<readonly string[]> => {
  const written = differing(renderFiles(await readVersion()));
  for (const [path, text] of written) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return written.map(([path]) => path);
};

/** Whether the newest release is what the sources render. */
export const isReleased = async (): Promise<boolean> => renderMigration(await readVersion()) === '';
