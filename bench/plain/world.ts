// The database in which cycles are measured: 10 k leads of the host generator, and three tests of a lift that stays open,
// looked at every Sunday under profile rigorous. Knows nothing of languages.
import type pg from 'pg';
import { isoDay, leadsArrive, liveDay } from '../../dev/demo/demo.ts';
import { generateHistory, installGenerator } from '../../dev/host/generator.ts';
import { createTest } from '../../test/engine/testing_host.ts';
import { one } from '../../test/support/database.ts';
import { plan, set } from '../../test/support/scenario.ts';

const firstDay = Date.parse('2026-01-05T00:00:00Z');
const dayMs = 86_400_000;
const historyDays = 21;
const weeks = 8;
const leadsPerDay = 140;
/** Two tests at once on one metric would confound each other. */
const metrics = ['contact_rate', 'qualification_rate', 'f1_score'] as const;
/** What a lift of 20 % on a rate of .22 needs to be shown with 95 % of power. */
const plannedLeads = 2780;

export type World = {
  /** The Sunday whose cycle is measured: its leads are there, its cycle has not run. */
  readonly day: string;
  readonly leads: number;
  /** Looks that the next analysis goes over again: those at tests that still run. */
  readonly looks: number;
};

const startTests = async (client: pg.Client, startedAt: string): Promise<void> => {
  for (const metric of metrics) {
    const { test } = await createTest(client, { metric, startedAt });
    await plan(client, test, plannedLeads, 0.22);
  }
};

export const makeWorld = async (client: pg.Client): Promise<World> => {
  const dayAt = (n: number): string => isoDay(firstDay + n * dayMs);
  const start = `${dayAt(historyDays)} 00:00+00`;
  await installGenerator(client);
  await generateHistory(client, {
    seed: 'harbour',
    first_day: dayAt(0),
    days: historyDays,
    leads_per_day: leadsPerDay,
  });
  await client.query(`select set_config('lh_engine.now', $1, false)`, [start]);
  await set(client, 'profile', '"rigorous"');
  await startTests(client, start);
  const days = Array.from({ length: 7 * weeks }, (_, i) => dayAt(historyDays + i));
  for (const day of days.slice(0, -1)) await liveDay(client, day);
  const sunday = days.at(-1) as string;
  await leadsArrive(client, sunday);
  await client.query('analyze');
  const running = `select count(*)::int from lh_engine.events as e
    join public.lh_ab_tests as t on t.id::text = e.ab_test_id
    where e.kind = 'look' and t.status = 'running'`;
  return {
    day: sunday,
    leads: await one(client, 'select count(*)::int from public.lh_lead_status'),
    looks: await one(client, running),
  };
};
