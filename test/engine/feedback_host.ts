// What the tests of feedback put into a host: contacts that were validated and labelled, and what is written about
// them.
import type pg from 'pg';
import { one } from '../support/database.ts';

type Said = { readonly pattern?: string | null; readonly said: string; readonly n?: number };

export const validated = '2026-02-20 10:00+00';
export const answered = '2026-02-25 10:00+00';

/** Contacts validated on 20 February, of which agents said something on 25 February. */
export const label = async (client: pg.Client, said: readonly Said[]): Promise<void> => {
  for (const { pattern = null, said: type, n = 1 } of said)
    await client.query(
      `with c as (insert into lh_contacts (validation_status) select 'valid' from generate_series(1, $3::int) returning id),
       v as (
         insert into lh_validation_history (contact_id, pattern_type, reason, created_at)
         select id, $1, case when $1::text is null then 'no pattern matches' end, $4 from c
       )
       insert into lh_feedback_log (contact_id, agent_id, feedback_type, created_at)
       select id, 'agent-1', $2, $5 from c`,
      [pattern, type, n, validated, answered],
    );
};

export const oneContact = async (
  client: pg.Client,
  validations: readonly (readonly [string | null, string])[],
  feedback: readonly (readonly [string, string])[],
): Promise<void> => {
  const id = await one<string>(
    client,
    `insert into lh_contacts (validation_status) values ('valid') returning id`,
  );
  for (const [pattern, at] of validations)
    await client.query(
      `insert into lh_validation_history (contact_id, pattern_type, created_at) values ($1, $2, $3)`,
      [id, pattern, at],
    );
  for (const [type, at] of feedback)
    await client.query(
      `insert into lh_feedback_log (contact_id, feedback_type, created_at) values ($1, $2, $3)`,
      [id, type, at],
    );
};

export const update = (client: pg.Client, day: string | null = '2026-03-02') =>
  one<{ inserted: number; updated: number; reason: string | null; rows: Record<string, unknown>[] }>(
    client,
    'select lh_update_pattern_performance($1)',
    [day],
  );

export const overall = async (client: pg.Client): Promise<readonly unknown[]> => {
  const { rows } = await client.query(
    `select true_positives as tp, false_positives as fp, true_negatives as tn, false_negatives as fn from lh_pattern_performance where pattern_type is null`,
  );
  const [r] = rows;
  return r === undefined ? [] : [r.tp, r.fp, r.tn, r.fn];
};
