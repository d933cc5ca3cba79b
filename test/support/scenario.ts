// What the scenarios whose records are frozen have in common. Written in SQL that every release understands.
import type pg from 'pg';

export type Scenario = (client: pg.Client) => Promise<void>;

export const set = (client: pg.Client, key: string, value: string) =>
  client.query('select lh_engine.set_setting($1, $2)', [key, value]);

/** A plan as the spawn of the test leaves it. */
export const plan = (client: pg.Client, test: string, leads: number, rate: number | null) =>
  client.query(
    `insert into lh_engine.test_plans
       (ab_test_id, skill_id, skill_type, metric, baseline_rate, planned_lift, planned_leads_per_group, created_at)
     values ($1, '', 'instant-responder', 'contact_rate', $3, 0.2, $2, lh_engine.clock())`,
    [test, leads, rate],
  );
