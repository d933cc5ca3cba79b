// The simulator collects what it lets the analysis see in a mirror of src/sql/testing: here both collect the same small
// worlds, day by day, and have to see and to recommend the same.
import type pg from 'pg';
import * as assert from 'uvu/assert';
import { afterLook, collect, type RunningTest, startedOn } from '../../bench/simulation/worlds/collect.ts';
import { delays } from '../../bench/simulation/worlds/delays.ts';
import {
  addDay,
  assignedLabel,
  createWorld,
  type Leads,
  labelNames,
  outcomeNames,
  sourceNames,
} from '../../bench/simulation/worlds/leads.ts';
import { type Truth, truths } from '../../bench/simulation/worlds/truths.ts';
import { dayText } from '../../src/plv8/calendar.ts';
import { defaultsOf } from '../../src/plv8/settings/catalog.ts';
import { one, setClock } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { run } from '../support/operations.ts';
import { analyze, createTest, type Json } from './testing_host.ts';

const treatment = labelNames.indexOf('treatment');

const statusOf = (leads: Leads, row: number, day: number): string => {
  const outcome = outcomeNames[leads.outcome[row] as number];
  if (outcome === 'none' || (leads.outcomeOn[row] as number) > day)
    return (leads.seconds[row] as number) < 0 ? 'unassigned' : 'contacted';
  return (
    { converted: row % 2 === 0 ? 'closed' : 'qualified', dead: 'dead', unknown: 'won' }[outcome as string] ??
    ''
  );
};

/** Ids of leads by the arm that the engine assigns them to. */
type Candidates = { readonly control: readonly string[]; readonly treatment: readonly string[] };

/** Of the only test that runs. There are enough for every world here. */
const candidatesFor = (client: pg.Client): Promise<Candidates> =>
  one<Candidates>(
    client,
    `select json_object_agg(c.arm, c.ids)
     from (
       select a.ab_test_group as arm, json_agg(n::text order by n) as ids
       from generate_series(1, 4000) as n
       cross join lateral lh_assign_ab_test(n) as a
       group by a.ab_test_group
     ) as c`,
  );

/** Row by row: the k-th candidate of an arm for the k-th lead drawn for it, so that a lead keeps its id from day to day. */
const idsOf = (leads: Leads, candidates: Candidates): readonly string[] => {
  const taken = { control: 0, treatment: 0 };
  const ids: string[] = [];
  for (let row = 0; row < leads.count; row += 1) {
    const first = leads.firstRow[row] as number;
    const arm = labelNames[assignedLabel(leads, row)] === 'control' ? 'control' : 'treatment';
    const id = first < 0 ? candidates[arm][taken[arm]] : ids[first];
    if (id === undefined) throw new Error(`no id left for row ${row} in ${arm}`);
    if (first < 0) taken[arm] += 1;
    ids.push(id);
  }
  return ids;
};

/** The rows that the host has after the end of a day, each created a millisecond later than the one before. */
const rowsOn = (leads: Leads, ids: readonly string[], day: number) =>
  Array.from(leads.created.subarray(0, leads.count)).flatMap((created, row) => {
    if (created > day) return [];
    const isLabelled = (leads.labelledOn[row] as number) <= day;
    const label = (leads.relabelledOn[row] as number) <= day ? treatment : (leads.label[row] as number);
    return [
      {
        id: ids[row],
        status: statusOf(leads, row, day),
        created_at: `${dayText(startedOn + created)} 00:00:${((row + 1) / 1000).toFixed(3).padStart(6, '0')}+00`,
        seconds: leads.seconds[row],
        source: sourceNames[leads.source[row] as number],
        ab_test_group: isLabelled ? labelNames[label] : null,
      },
    ];
  });

const writeRows = async (client: pg.Client, test: string, rows: ReturnType<typeof rowsOn>): Promise<void> => {
  await client.query('delete from lh_lead_status');
  await client.query(
    `insert into lh_lead_status (id, status, created_at, contacted_at, source, ab_test_id, ab_test_group)
     overriding system value
     select
       r.id,
       r.status,
       r.created_at,
       case when r.seconds >= 0 then r.created_at + make_interval(secs => r.seconds) end,
       r.source,
       case when r.ab_test_group is not null then (select t.id from lh_ab_tests as t where t.id::text = $1) end,
       r.ab_test_group
     from json_to_recordset($2) as r (
       id bigint, status text, created_at timestamptz, seconds integer, source text, ab_test_group text
     )`,
    [test, JSON.stringify(rows)],
  );
};

/** Means and variances come from exact sums on either side, and may differ in the last digits of the division. */
const rounded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, part) =>
    typeof part === 'number' ? Number(part.toPrecision(12)) : part,
  );

/**
 * Day by day in both: the documents, then what is recommended and why. Returns the recommendations, and what the last
 * look says of the units.
 */
const follow = async (client: pg.Client, truth: Truth, days: number, maturityDays: number) => {
  // A host without the checks of its columns and without a key, which holds whatever is written.
  await client.query(
    'alter table lh_lead_status drop constraint lh_lead_status_status_check, drop constraint lh_lead_status_pkey cascade',
  );
  const settings = { ...defaultsOf('rigorous'), 'decisions.maturity_days': maturityDays };
  await client.query(`select lh_engine.set_setting('profile', '"rigorous"')`);
  await client.query(`select lh_engine.set_setting('decisions.maturity_days', $1)`, [String(maturityDays)]);
  const { test, skill } = await createTest(client, { minimum: 20, startedAt: '2026-02-20 00:00+00' });
  const candidates = await candidatesFor(client);
  const plan = { baseline_rate: 0.3, planned_lift: 0.5, planned_leads_per_group: 150 };
  await client.query(
    `insert into lh_engine.test_plans (ab_test_id, skill_id, skill_type, metric, baseline_rate, planned_lift, planned_leads_per_group, created_at)
     values ($1, $2, 'instant-responder', 'contact_rate', $3, $4, $5, '2026-02-20')`,
    [test, skill, plan.baseline_rate, plan.planned_lift, plan.planned_leads_per_group],
  );
  const scenario = { truth, baseRate: 0.3, leadsPerDay: 20, delay: delays[2], startsOn: 5, treatmentPct: 50 };
  const world = createWorld(scenario as Parameters<typeof createWorld>[0], 5, 7);
  let mirrored: RunningTest = {
    minSampleSize: 20,
    confidenceLevel: 0.95,
    treatmentPct: 50,
    plan,
    history: [],
    standing: null,
  };
  const recommendations: string[] = [];
  let units = '';
  for (let day = 0; day < days; day += 1) {
    addDay(world, day);
    const asOf = dayText(startedOn + day);
    await setClock(client, `${dayText(startedOn + day + 1)} 00:01+00`);
    await writeRows(client, test, rowsOn(world.leads, idsOf(world.leads, candidates), day));
    const document = collect(world.leads, mirrored, day, settings);
    const collected = await one<Json>(client, 'select lh_engine.collect_tests($1)', [asOf]);
    assert.equal(rounded(collected.tests[0].inputs), rounded(document.tests[0]?.inputs), asOf);
    assert.equal(collected.tests[0].standing ?? null, document.tests[0]?.standing, asOf);
    const mirror = run('analyze', document);
    const analysed = (await analyze(client, asOf)).tests[0];
    const { recommendation, reason, gates } = mirror.tests[0] as (typeof mirror.tests)[number];
    assert.equal([analysed.recommendation, analysed.reason], [recommendation, reason], asOf);
    recommendations.push(recommendation);
    units = gates.find(({ gate }) => gate === 'units')?.text ?? '';
    if (recommendation !== 'CONTINUE') break;
    mirrored = afterLook(mirrored, mirror);
  }
  return { recommendations, units };
};

const named = (name: string, share: number | null = null): Truth => {
  const truth = truths.find((each) => each.name === name);
  if (truth === undefined) throw new Error(`no truth ${name}`);
  return truth.error === null || share === null ? truth : { ...truth, error: { ...truth.error, share } };
};

/** The faults that the units have in the end; a late label shows in none of them. */
const faults = {
  'unknown-status': /have a status that the engine does not know/,
  'unknown-label': /are neither in control nor in treatment/,
  doubled: /are there again under the same id/,
  relabelled: /are in the other arm than the one/,
  'before-start': /were created before the test started/,
  'late-assignment': /nothing wrong/,
} as const;

engineSuite('simulated worlds', { ids: ['bigint'] }, (simulation, db) => {
  for (const [name, fault] of Object.entries(faults))
    simulation(`mirror and database see and recommend the same where leads are ${name}`, async () => {
      const { recommendations, units } = await follow(db.client, named(`${name}-5`, 0.4), 7, 0);
      assert.ok(recommendations.length > 3, `it ended after ${recommendations.length} looks`);
      assert.match(units, fault);
    });

  simulation('so they do through to the end, where leads count when they are three days old', async () => {
    const better = { ...named('better-30'), lift: () => 1 };
    const { recommendations } = await follow(db.client, better, 40, 3);
    assert.is(recommendations[recommendations.length - 1], 'KEEP');
    assert.is(recommendations.filter((recommendation) => recommendation === 'CONTINUE').length > 5, true);
  });
});
