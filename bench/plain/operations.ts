// What the operations of a cycle cost in the plain library, against the same operation in plv8: one table. Every figure
// is the median of several rounds in a warm session; both answer the same document, and the answers are compared.
import fc from 'fast-check';
import type pg from 'pg';
import { plainLibrary } from '../../build/plpgsql/output.ts';
import { failure } from '../../dev/server/progress.ts';
import { plausible } from '../../test/pure/detection_arbitraries.ts';
import { createDatabase, one } from '../../test/support/database.ts';
import { frozenRecords, recordFolders } from '../../test/support/frozen_records.ts';
import { median, runTime } from './figures.ts';

// biome-ignore lint/suspicious/noExplicitAny: a document is what the operation reads
type Json = any;

const sources = ['zillow', 'mail', 'referral', 'web'];

/** A pipeline of four sources over 60 days, with feedback and contacts: about 104 kB. */
const detection = (): Json => {
  const [document] = fc.sample(plausible, { numRuns: 1, seed: 3 }) as Json[];
  const days = document.leads.filter((_: Json, i: number) => i % 2 === 0 || i % 24 === 1);
  const perSource = <T>(row: (day: Json, source: string, k: number) => T): T[] =>
    days.flatMap((day: Json) => sources.map((source, k) => row(day, source, k)));
  return {
    ...document,
    leads: perSource((day, source, k) => ({ ...day, source, leads: day.leads + k })),
    reports: perSource(({ day }, source, k) => ({ day, source, feedback: 20 + k, wrong_numbers: k })),
    contacts: perSource(({ day }, source, k) => ({ day, source, contacts: 30 + k, invalid: 2 * k })),
  };
};

const records = recordFolders.flatMap((folder) => frozenRecords(folder).map(({ record }) => record));
const analysis = (): Json => ({
  as_of: '2026-03-01',
  settings: records[0].settings,
  tests: records.slice(0, 10).map(({ inputs: { confounded_with: _, ...inputs } }, i) => ({
    ab_test_id: String(i),
    skill_id: null,
    test_name: null,
    metric: null,
    inputs,
  })),
  leads_without_test: 0,
});

const documents: readonly (readonly [string, string, Json])[] = [
  ['detect', 'a pipeline of four sources', detection()],
  ['analyze', 'ten tests', analysis()],
  ['replay', 'one record', records.at(-1)],
  [
    'sequential_boundaries',
    'ten looks',
    { information_fractions: Array.from({ length: 10 }, (_, i) => (i + 1) / 10), confidence_level: 0.95 },
  ],
  [
    'two_proportion_test',
    'counts',
    {
      control_conversions: 30,
      control_leads: 100,
      treatment_conversions: 45,
      treatment_leads: 100,
      confidence_level: 0.95,
    },
  ],
];

type Timed = { readonly ms: number; readonly cpu: number; readonly answer: string };

const timed = async (
  client: pg.Client,
  rounds: number,
  schema: string,
  operation: string,
  text: string,
): Promise<Timed> => {
  const pid = await one<number>(client, 'select pg_backend_pid()');
  const times: number[] = [];
  const cpu: number[] = [];
  let answer = '';
  for (let round = 0; round <= rounds; round += 1) {
    const [before, start] = [runTime(pid), performance.now()];
    answer = await one<string>(client, `select ${schema}.js($1, $2)::jsonb::text`, [operation, text]);
    if (round === 0) continue;
    times.push(performance.now() - start);
    cpu.push(runTime(pid) - before);
  }
  return { ms: median(times), cpu: median(cpu), answer };
};

/** The table of operations, behind a line about the library. */
export const measureOperations = async (rounds: number): Promise<string> => {
  const db = await createDatabase({ ids: 'bigint' });
  try {
    if ((await one(db.client, 'select lh_engine.language()')) !== 'plv8')
      throw failure(
        'this server has no plv8 to measure against',
        'npm run db:reset, then npm run db:start -- --plv8, on Debian 12',
      );
    const sql = await plainLibrary();
    const start = performance.now();
    await db.client.query(`begin;\n${sql}\ncommit;`);
    const installed = Math.round(performance.now() - start);
    const functions = sql.match(/^create function /gm)?.length ?? 0;
    const lines: string[] = [];
    for (const [operation, name, document] of documents) {
      const text = JSON.stringify(document);
      const js = await timed(db.client, rounds, 'lh_engine', operation, text);
      const plain = await timed(db.client, rounds, 'lh_engine_plain', operation, text);
      const pairs = (['ms', 'cpu'] as const).flatMap((key) => [js[key].toFixed(1), plain[key].toFixed(1)]);
      const figures = [Math.round(text.length / 1000), ...pairs, (plain.cpu / js.cpu).toFixed(1)];
      const same = plain.answer === js.answer ? 'yes' : 'NO';
      lines.push(`| ${[operation, name, ...figures, same].join(' | ')} |`);
    }
    return [
      `plain library: ${functions} functions, ${Math.round(sql.length / 1000)} kB, installed in ${installed} ms\n`,
      '| operation | document | kB | plv8 ms | plain ms | plv8 CPU ms | plain CPU ms | ratio | same |\n| --- | --- | --: | --: | --: | --: | --: | --: | --- |',
      ...lines,
    ].join('\n');
  } finally {
    await db.drop();
  }
};
