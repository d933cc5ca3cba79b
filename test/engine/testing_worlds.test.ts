// The simulator collects what it lets the analysis see in a mirror of src/sql/testing: here both collect the same small
// worlds, day by day, and have to see and to recommend the same.
import type pg from 'pg';
import * as assert from 'uvu/assert';
import { afterLook, collect, type RunningTest } from '../../bench/simulation/worlds/collect.ts';
import { delays } from '../../bench/simulation/worlds/delays.ts';
import {
  addDay,
  createWorld,
  type Leads,
  labelNames,
  outcomeNames,
  sourceNames,
} from '../../bench/simulation/worlds/leads.ts';
import { type Truth, truths } from '../../bench/simulation/worlds/truths.ts';
import { dayNumber, dayText } from '../../src/plv8/calendar.ts';
import { defaultsOf } from '../../src/plv8/settings/catalog.ts';
import { one, setClock } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { run } from '../support/operations.ts';
import { analyze, createTest, type Json } from './testing_host.ts';

const firstDay = dayNumber('2026-02-20');
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

/** The rows that the host has after the end of a day. */
const rowsOn = (leads: Leads, day: number) =>
  Array.from(leads.created.subarray(0, leads.count)).flatMap((created, row) => {
    if (created > day) return [];
    const isLabelled = (leads.labelledOn[row] as number) <= day;
    const label = (leads.relabelledOn[row] as number) <= day ? treatment : (leads.label[row] as number);
    return [
      {
        status: statusOf(leads, row, day),
        created_at: `${dayText(firstDay + created)} 00:00:${String(1 + (row % 59)).padStart(2, '0')}+00`,
        seconds: leads.seconds[row],
        source: sourceNames[leads.source[row] as number],
        ab_test_group: isLabelled ? labelNames[label] : null,
      },
    ];
  });

const writeRows = async (client: pg.Client, test: string, leads: Leads, day: number): Promise<void> => {
  await client.query('delete from lh_lead_status');
  await client.query(
    `insert into lh_lead_status (status, created_at, contacted_at, source, ab_test_id, ab_test_group)
     select
       r.status,
       r.created_at,
       case when r.seconds >= 0 then r.created_at + make_interval(secs => r.seconds) end,
       r.source,
       case when r.ab_test_group is not null then (select t.id from lh_ab_tests as t where t.id::text = $1) end,
       r.ab_test_group
     from json_to_recordset($2) as r (
       status text, created_at timestamptz, seconds integer, source text, ab_test_group text
     )`,
    [test, JSON.stringify(rowsOn(leads, day))],
  );
};

/** Means and variances come from exact sums on either side, and may differ in the last digits of the division. */
const rounded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, part) =>
    typeof part === 'number' ? Number(part.toPrecision(12)) : part,
  );

/** Day by day in both: the documents, then what is recommended and why. Returns the recommendations. */
const follow = async (client: pg.Client, truth: Truth, days: number, maturityDays: number) => {
  // A host without the checks of its columns, which holds whatever is written.
  await client.query('alter table lh_lead_status drop constraint lh_lead_status_status_check');
  const settings = { ...defaultsOf('rigorous'), 'decisions.maturity_days': maturityDays };
  await client.query(`select lh_engine.set_setting('profile', '"rigorous"')`);
  await client.query(`select lh_engine.set_setting('decisions.maturity_days', $1)`, [String(maturityDays)]);
  const { test, skill } = await createTest(client, { minimum: 20, startedAt: '2026-02-20 00:00+00' });
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
  for (let day = 0; day < days; day += 1) {
    addDay(world, day);
    const asOf = dayText(firstDay + day);
    await setClock(client, `${dayText(firstDay + day + 1)} 00:01+00`);
    await writeRows(client, test, world.leads, day);
    const document = collect(world.leads, mirrored, day, settings);
    const collected = await one<Json>(client, 'select lh_engine.collect_tests($1)', [asOf]);
    assert.equal(rounded(collected.tests[0].inputs), rounded(document.tests[0]?.inputs), asOf);
    assert.equal(collected.tests[0].standing ?? null, document.tests[0]?.standing, asOf);
    const mirror = run('analyze', document);
    const analysed = (await analyze(client, asOf)).tests[0];
    const { recommendation, reason } = mirror.tests[0] as (typeof mirror.tests)[number];
    assert.equal([analysed.recommendation, analysed.reason], [recommendation, reason], asOf);
    recommendations.push(recommendation);
    if (recommendation !== 'CONTINUE') break;
    mirrored = afterLook(mirrored, mirror);
  }
  return recommendations;
};

const named = (name: string, share: number | null = null): Truth => {
  const truth = truths.find((each) => each.name === name);
  if (truth === undefined) throw new Error(`no truth ${name}`);
  return truth.error === null || share === null ? truth : { ...truth, error: { ...truth.error, share } };
};

engineSuite('simulated worlds', { ids: ['bigint'] }, (simulation, db) => {
  for (const name of [
    'unknown-status',
    'unknown-label',
    'doubled',
    'relabelled',
    'before-start',
    'late-assignment',
  ])
    simulation(`mirror and database see and recommend the same where leads are ${name}`, async () => {
      const seen = await follow(db.client, named(`${name}-5`, 0.1), 7, 0);
      assert.ok(seen.length > 3, `it ended after ${seen.length} looks`);
    });

  simulation('so they do through to the end, where leads count when they are three days old', async () => {
    const seen = await follow(db.client, { ...named('better-30'), lift: () => 1 }, 40, 3);
    assert.is(seen[seen.length - 1], 'KEEP');
    assert.is(seen.filter((recommendation) => recommendation === 'CONTINUE').length > 5, true);
  });
});
