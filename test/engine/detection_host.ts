// What the tests of detection put into a host and read back: leads by their age, and the document that is collected.
import type pg from 'pg';
import { one, type Row } from '../support/database.ts';

export type Document = {
  daily: Row | null;
  leads: Row[];
  contact_days: Row[];
  labelled: Row[];
  reports: Row[];
  contacts: Row[];
  follow_up: Row;
  backlog: Row;
  mature: Record<string, string>;
  anomalies: Record<string, number>;
  missing_columns: Row[];
  performance: Row | null;
};

export const collect = (client: pg.Client, day: string | null): Promise<Document> =>
  one(client, 'select lh_engine.collect_detection($1)', [day]);

type Lead = {
  created: string;
  contacted?: string;
  qualified?: string;
  closed?: string;
  status?: string;
  source?: string;
};
export const insert = (client: pg.Client, leads: readonly Lead[]) =>
  client.query(
    `insert into lh_lead_status (status, assigned_to, source, created_at, contacted_at, qualified_at, closed_at)
     select
       coalesce(l.status, case when l.qualified is not null then 'qualified' when l.contacted is not null then 'contacted' else 'assigned' end),
       'agent-1', l.source, l.created, l.contacted, l.qualified, l.closed
     from json_to_recordset($1) as l (created timestamptz, contacted timestamptz, qualified timestamptz, closed timestamptz, status text, source text)`,
    [JSON.stringify(leads)],
  );

/** A lead created n days before 2026-03-02 at 10:00, answered after some hours, qualified after some days. */
export const lead = (
  ago: number,
  hours: number | null,
  days: number | null = null,
  more: Partial<Lead> = {},
): Lead => {
  const at = Date.parse('2026-03-02T10:00:00Z') - ago * 86400000;
  const iso = (ms: number): string => new Date(ms).toISOString();
  return {
    created: iso(at),
    ...(hours === null ? {} : { contacted: iso(at + hours * 3600000) }),
    ...(days === null ? {} : { qualified: iso(at + days * 86400000) }),
    ...more,
  };
};

export const onDay = (document: Document, day: string): Row =>
  document.leads.find((r) => r.day === day) ?? {};
