// node --import tsx test/support/freeze_records.ts [RELEASE]: writes the records and reports of one release to
// test/data/records. RELEASE is its version; without it dist/install.sql is frozen. It goes through SQL alone and takes
// no code of the engine into Node but the names of rules, so that a release is frozen as a site installed it.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type pg from 'pg';
import { readReleases } from '../../build/release/released.ts';
import { failure, main } from '../../dev/server/progress.ts';
import { formerRules, ruleNames } from '../../src/plv8/settings/names.ts';
import { now } from '../engine/testing_host.ts';
import { createDatabase, one, setClock } from './database.ts';
import { type Documents, documents } from './record_documents.ts';
import { scenarios } from './record_scenarios.ts';
import { install } from './release.ts';
import type { Scenario } from './scenario.ts';

// biome-ignore lint/suspicious/noExplicitAny: records are read by key
type Json = any;
type Row = { readonly scenario: string; readonly record: Json };

const project = new URL('../../', import.meta.url);

const versionOf = (record: Json): number => record.record_version ?? 1;

/** Runs the work and takes it back. */
const undone = async <T>(client: pg.Client, work: () => Promise<T>): Promise<T> => {
  await client.query('begin');
  try {
    return await work();
  } finally {
    await client.query('rollback');
  }
};

/** The looks and decisions, but for a decision that is its look once more. */
const recordsOf = async (client: pg.Client): Promise<readonly Json[]> =>
  (
    await client.query(`
      select e.data
      from lh_engine.events as e
      where e.kind in ('look', 'decision')
      group by e.data
      order by min(e.event_id)`)
  ).rows.map(({ data }) => data);

/** The document that the operation explain_test is given for each test: overheard where SQL hands it over. */
const reportsOf = async (client: pg.Client): Promise<readonly Json[]> => {
  await client.query(`
    alter function lh_engine.call_js(text, json) rename to call_js_overheard;
    create function lh_engine.call_js(p_operation text, p_input json) returns json language plpgsql as $$
    declare
      v_result json;
    begin
      raise notice 'overheard %', p_input;
      select lh_engine.call_js_overheard(p_operation, p_input) into v_result;
      return v_result;
    end
    $$`);
  const heard: Json[] = [];
  const listen = ({ message }: { readonly message?: string | undefined }): void => {
    if (message?.startsWith('overheard ')) heard.push(JSON.parse(message.slice('overheard '.length)));
  };
  client.on('notice', listen);
  // In a query with a sort alone the function is called before it, in the order of the heap.
  await client.query(
    'select lh_engine.explain_test(t.id) from (select id::text from lh_ab_tests order by lh_ab_tests.id offset 0) as t',
  );
  client.off('notice', listen);
  return heard;
};

/** The one setting by which the rules differ. */
const useRule = (client: pg.Client, rule: string) =>
  client.query(`select lh_engine.set_setting('decisions.rule', to_jsonb($1::text))`, [rule]);

const accepts = (client: pg.Client, rule: string): Promise<boolean> =>
  undone(client, () =>
    useRule(client, rule).then(
      () => true,
      (error: pg.DatabaseError) => {
        if (error.code !== 'LH003') throw error;
        return false;
      },
    ),
  );

/** The rules of today by the names that the release knows; one that came after it is not among them. */
const rulesOf = async (client: pg.Client): Promise<readonly string[]> => {
  const rules: string[] = [];
  for (const rule of ruleNames) {
    const former = Object.keys(formerRules).filter((name) => formerRules[name] === rule);
    for (const name of [rule, ...former])
      if (await accepts(client, name)) {
        rules.push(name);
        break;
      }
  }
  return rules;
};

type Seen = { readonly records: readonly Json[]; readonly reports: readonly Json[] };

const live = (client: pg.Client, rule: string, scenario: Scenario): Promise<Seen> =>
  undone(client, async () => {
    await setClock(client, now);
    await useRule(client, rule);
    await scenario(client);
    return { records: await recordsOf(client), reports: await reportsOf(client) };
  });

const decideOn = (client: pg.Client, rule: string, made: Documents): Promise<readonly Json[]> =>
  undone(client, async () => {
    await useRule(client, rule);
    const settings = await one<Json>(client, 'select lh_engine.settings_json()');
    const result = await one<Json>(client, `select lh_engine.call_js('analyze', $1::json)`, [
      JSON.stringify({
        as_of: '2026-03-01',
        settings: { ...settings, ...made.settings },
        tests: made.tests,
        leads_without_test: 0,
      }),
    ]);
    return result.tests;
  });

const recordVersionIn = (path: string): string | undefined => /-(\d+)(?:\/|$)/.exec(path)?.[1];

/** The release that holds records of the same version, whichever the rule. */
const holderOf = (folder: string): string | undefined =>
  Object.entries(readReleases()).find(([, { records }]) =>
    Object.keys(records).some((path) => recordVersionIn(path) === recordVersionIn(folder)),
  )?.[0];

/** Records of a version that is released are compared and never written. */
const write = (folder: string, name: string, rows: readonly object[]): void => {
  const path = `test/data/records/${folder}/${name}.json`;
  const file = new URL(path, project);
  const text = `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`;
  const holder = holderOf(folder);
  if (holder !== undefined && !(existsSync(file) && readFileSync(file, 'utf8') === text))
    throw failure(
      `${path} would be written, and ${holder} holds record version ${recordVersionIn(folder)}`,
      'raise recordVersion in src/plv8/testing/record.ts, npm run build, then freeze the new version',
    );
  mkdirSync(new URL('./', file), { recursive: true });
  writeFileSync(file, text);
  console.log(`${path}: ${rows.length}`);
};

/** Each record goes to the folder of its own rule and version, whichever rule the scenario began with. */
const writeRecords = (name: string, rows: readonly Row[]): void => {
  const folders = new Set(rows.map(({ record }) => `${record.rule}-${versionOf(record)}`));
  for (const folder of folders)
    write(
      folder,
      name,
      rows.filter(({ record }) => `${record.rule}-${versionOf(record)}` === folder),
    );
};

const freeze = async (client: pg.Client): Promise<void> => {
  const rules = await rulesOf(client);
  const reports: object[] = [];
  let version = 1;
  const freezeFile = async (
    name: string,
    found: (rule: string) => Promise<readonly Row[]>,
  ): Promise<void> => {
    const rows: Row[] = [];
    for (const rule of rules) rows.push(...(await found(rule)));
    version = Math.max(version, ...rows.map(({ record }) => versionOf(record)));
    writeRecords(name, rows);
  };
  for (const [name, group] of Object.entries(scenarios))
    await freezeFile(name, async (rule) => {
      const rows: Row[] = [];
      for (const [scenario, run] of Object.entries(group)) {
        const seen = await live(client, rule, run);
        rows.push(...seen.records.map((record) => ({ scenario, record })));
        if (name === 'persons') reports.push(...seen.reports.map((report) => ({ scenario, report })));
      }
      return rows;
    });
  await freezeFile('documents', async (rule) => {
    const rows: Row[] = [];
    for (const [scenario, made] of Object.entries(documents))
      rows.push(...(await decideOn(client, rule, made)).map((record) => ({ scenario, record })));
    return rows;
  });
  write(`reports-${version}`, 'persons', reports);
};

await main(async () => {
  const db = await createDatabase({ ids: 'bigint', engine: false });
  try {
    await install(db.client, process.argv[2]);
    await freeze(db.client);
  } finally {
    await db.drop();
  }
});
