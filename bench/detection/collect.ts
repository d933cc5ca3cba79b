// Generates the labelled pipelines in a database of its own, has the engine collect each of their days, and evaluates
// the documents in Node with the code that runs inside Postgres. Knows no label.
import type pg from 'pg';
import { generateHistory, installGenerator, resetHost } from '../../dev/host/generator.ts';
import { detect } from '../../src/plv8/detection/operations.ts';
import { defaultsOf } from '../../src/plv8/settings/catalog.ts';
import type { Profile } from '../../src/plv8/settings/names.ts';
import { createDatabase } from '../../test/support/database.ts';
import { days, firstDay, firstTargetDay, type Pipeline } from './pipelines.ts';
import type { Run } from './score.ts';

type Document = Readonly<Record<string, unknown>>;
export type Collected = { readonly pipeline: Pipeline; readonly documents: readonly Document[] };

const dayText = (n: number): string =>
  new Date(Date.parse(`${firstDay}T00:00:00Z`) + n * 86400000).toISOString().slice(0, 10);

const collect = async (client: pg.Client, pipeline: Pipeline): Promise<Collected> => {
  await resetHost(client);
  await generateHistory(client, pipeline.parameters);
  await client.query('analyze');
  const { rows } = await client.query(
    'select d.document from lh_engine.detection_documents($1, $2, lh_engine.settings_json()::jsonb, true) as d',
    [dayText(firstTargetDay), dayText(days - 1)],
  );
  return { pipeline, documents: rows.map((r) => r.document as Document) };
};

/** The documents do not depend on the profile; the settings in them do. */
export const evaluate = ({ pipeline, documents }: Collected, profile: Profile): Run => ({
  pipeline,
  reports: documents.map((document, i) => ({
    day: firstTargetDay + i,
    bottlenecks: detect({ ...document, settings: defaultsOf(profile) }).bottlenecks,
  })),
});

/** Calls `seen` for each pipeline as soon as it is collected. */
export const collectAll = async (
  pipelines: readonly Pipeline[],
  seen: (collected: Collected, n: number) => void,
): Promise<void> => {
  const database = await createDatabase({ ids: 'bigint' });
  try {
    await installGenerator(database.client);
    await database.client.query(`set lh_engine.now = '${dayText(days)} 00:00+00'`);
    for (const [i, pipeline] of pipelines.entries()) seen(await collect(database.client, pipeline), i + 1);
  } finally {
    await database.drop();
  }
};
