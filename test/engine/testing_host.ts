// What the tests of analysis, segments and replay have in common: a skill with its test, and leads for it.
import type pg from 'pg';
import { one } from '../support/database.ts';

// biome-ignore lint/suspicious/noExplicitAny: results are read by key
export type Json = any;

/** The present of these tests: a Monday, ten days after the tests start. */
export const now = '2026-03-02 12:00+00';

export type NewTest = {
  readonly metric?: string;
  readonly skillStatus?: string | null;
  readonly pct?: number;
  readonly minimum?: number;
  readonly confidence?: number;
  readonly startedAt?: string;
};

/** Ids as text. */
export type Created = { readonly test: string; readonly skill: string | null };

export const createTest = async (client: pg.Client, options: NewTest = {}): Promise<Created> => {
  const skill =
    options.skillStatus === null
      ? null
      : await one<string>(
          client,
          `insert into lh_spawned_skills (skill_type, skill_name, problem_detected, target_metric, status, spawned_at)
           values ('instant-responder', 'Auto-spawned instant-responder v1', 'low_response_rate', $1, $2, $3)
           returning id::text`,
          [
            options.metric ?? 'contact_rate',
            options.skillStatus ?? 'testing',
            options.startedAt ?? '2026-02-20',
          ],
        );
  const test = await one<string>(
    client,
    `insert into lh_ab_tests (test_name, skill_id, metric_tracked, traffic_allocation_pct, min_sample_size, confidence_level, status, started_at)
     select 'Test of ' || $1, (select id from lh_spawned_skills where id::text = $2), $1, $3, $4, $5, 'running', $6
     returning id::text`,
    [
      options.metric ?? 'contact_rate',
      skill,
      options.pct ?? 50,
      options.minimum ?? 100,
      options.confidence ?? 0.95,
      options.startedAt ?? '2026-02-20',
    ],
  );
  return { test, skill };
};

export type NewLeads = {
  readonly test: string | null;
  readonly group: string | null;
  readonly leads: number;
  readonly conversions?: number;
  readonly dead?: number;
  readonly source?: string | null;
  readonly createdAt?: string;
  readonly hoursToContact?: number;
};

/** The first `conversions` are qualified (every second closed), the last `dead` dead, the others contacted. */
export const addLeads = (client: pg.Client, options: NewLeads) =>
  client.query(
    `insert into lh_lead_status (status, created_at, contacted_at, source, ab_test_id, ab_test_group)
     select
       case
         when n <= $2 then case when n % 2 = 0 then 'closed' else 'qualified' end
         when n > $1 - $3 then 'dead'
         else 'contacted'
       end,
       $4::timestamptz,
       $4::timestamptz + $5 * (1 + (n % 10) / 20.0) * interval '1 hour',
       $6,
       (select id from lh_ab_tests where id::text = $7),
       $8
     from generate_series(1, $1::int) as n`,
    [
      options.leads,
      options.conversions ?? 0,
      options.dead ?? 0,
      options.createdAt ?? '2026-02-25 10:00+00',
      options.hoursToContact ?? null,
      options.source ?? null,
      options.test,
      options.group,
    ],
  );

/** 30 of 100 against 45 of 100, the test of the specification, unless given otherwise. */
export const addArms = async (
  client: pg.Client,
  test: string,
  control: readonly [number, number] = [30, 100],
  treatment: readonly [number, number] = [45, 100],
  more: Partial<NewLeads> = {},
): Promise<void> => {
  await addLeads(client, { ...more, test, group: 'control', conversions: control[0], leads: control[1] });
  await addLeads(client, {
    ...more,
    test,
    group: 'treatment',
    conversions: treatment[0],
    leads: treatment[1],
  });
};

export const analyze = (client: pg.Client, asOf: string | null = null): Promise<Json> =>
  one(client, 'select lh_analyze_ab_tests($1)', [asOf]);

export const testRow = async (client: pg.Client, test: string): Promise<Json> =>
  (await client.query('select * from lh_ab_tests where id::text = $1', [test])).rows[0];

export const skillRow = async (client: pg.Client, skill: string | null): Promise<Json> =>
  (await client.query('select * from lh_spawned_skills where id::text = $1', [skill])).rows[0];
