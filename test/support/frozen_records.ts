// Reads what released versions recorded (test/data/records): records by rule and record version, and the documents from
// which tests are explained.
import { readdirSync, readFileSync } from 'node:fs';

// biome-ignore lint/suspicious/noExplicitAny: records are read by key
export type Json = any;
type Row = { readonly where: string; readonly scenario: string };
export type Frozen = Row & { readonly record: Json };
export type FrozenReport = Row & { readonly report: Json };

const root = new URL('../data/records/', import.meta.url);

const rowsOf = (folder: string): readonly (Json & { where: string })[] =>
  readdirSync(new URL(`${folder}/`, root))
    .sort()
    .flatMap((name) =>
      JSON.parse(readFileSync(new URL(`${folder}/${name}`, root), 'utf8')).map((row: Json, i: number) => ({
        ...row,
        where: `${folder}/${name}, line ${i + 2} (${row.scenario})`,
      })),
    );

const folders = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

/** The folders of records: one for each rule and record version. */
export const recordFolders: readonly string[] = folders.filter((name) => !name.startsWith('reports-'));
export const frozenRecords = (folder: string): readonly Frozen[] => rowsOf(folder);
export const frozenReports: readonly FrozenReport[] = folders
  .filter((name) => name.startsWith('reports-'))
  .flatMap(rowsOf);
