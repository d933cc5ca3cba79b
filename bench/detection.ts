// `npm run bench:detection`: generates labelled pipelines in the local Postgres, lets the engine collect each of their
// days and detect under both profiles, and writes what it found and missed into docs/detection.md.
import { readFileSync, writeFileSync } from 'node:fs';
import type pg from 'pg';
import { generateHistory, installGenerator, resetHost } from '../dev/host/generator.ts';
import { main, say, step } from '../dev/progress.ts';
import { detect } from '../src/plv8/detection/operations.ts';
import { settingsCatalog } from '../src/plv8/settings/catalog.ts';
import { createDatabase } from '../test/support/database.ts';
import { days, firstDay, firstJudgedDay, type Pipeline, pipelines } from './detection_pipelines.ts';
import type { Run } from './detection_score.ts';
import { renderTables } from './detection_tables.ts';

const dayText = (n: number): string =>
  new Date(Date.parse(`${firstDay}T00:00:00Z`) + n * 86400000).toISOString().slice(0, 10);

export const settingsOf = (profile: 'brief' | 'rigorous'): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    settingsCatalog.map((s) => [
      s.key,
      profile === 'rigorous' && s.rigorous !== undefined ? s.rigorous : s.default,
    ]),
  );

type Document = Readonly<Record<string, unknown>>;
type Collected = { readonly pipeline: Pipeline; readonly documents: readonly Document[] };

const collect = async (client: pg.Client, pipeline: Pipeline): Promise<Collected> => {
  await resetHost(client);
  await generateHistory(client, pipeline.parameters);
  await client.query('analyze');
  const { rows } = await client.query(
    'select d.document from lh_engine.detection_documents($1, $2, lh_engine.settings_json()::jsonb, true) as d',
    [dayText(firstJudgedDay), dayText(days - 1)],
  );
  return { pipeline, documents: rows.map((r) => r.document as Document) };
};

export const judge = ({ pipeline, documents }: Collected, profile: 'brief' | 'rigorous'): Run => ({
  pipeline,
  reports: documents.map((document, i) => ({
    day: firstJudgedDay + i,
    bottlenecks: detect({ ...document, settings: settingsOf(profile) }).bottlenecks,
  })),
});

/** Calls `seen` for each pipeline as soon as it is collected. */
export const collectAll = async (seen: (collected: Collected, n: number) => void): Promise<void> => {
  const database = await createDatabase({ ids: 'bigint' });
  try {
    await installGenerator(database.client);
    await database.client.query(`set lh_engine.now = '${dayText(days)} 00:00+00'`);
    for (const [i, pipeline] of pipelines.entries()) seen(await collect(database.client, pipeline), i + 1);
  } finally {
    await database.drop();
  }
};

const page = new URL('../docs/detection.md', import.meta.url);
const begin = '<!-- written by npm run bench:detection -->';
const end = '<!-- end of what npm run bench:detection writes -->';

const writePage = (tables: string): void => {
  const text = readFileSync(page, 'utf8');
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`docs/detection.md lacks the lines "${begin}" and "${end}"`);
  writeFileSync(page, `${text.slice(0, from)}${begin}\n\n${tables}\n${text.slice(to)}`);
};

if (process.argv[1] !== undefined && import.meta.url.endsWith(process.argv[1].split('/').pop() ?? ' '))
  await main(async () => {
    const runs: { brief: Run[]; rigorous: Run[] } = { brief: [], rigorous: [] };
    await step(`judging ${days - firstJudgedDay} days of ${pipelines.length} pipelines`, () =>
      collectAll((collected, n) => {
        runs.brief.push(judge(collected, 'brief'));
        runs.rigorous.push(judge(collected, 'rigorous'));
        if (n % 10 === 0) say(`  ${n} of ${pipelines.length}`);
      }),
    );
    const tables = renderTables(runs);
    writePage(tables);
    say(tables);
  });
