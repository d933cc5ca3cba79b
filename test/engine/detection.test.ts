// What detection collects from a real host: young leads, defects, time zones and missing columns, and the façade that
// people and the cycle call. The rules themselves are tested in test/pure.
import type pg from 'pg';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { detect } from '../../src/plv8/detection/operations.ts';
import { createDatabase, errorOf, idTypes, one, type TestDatabase } from '../support/database.ts';

type Row = Record<string, unknown>;
type Document = {
  daily: Row | null;
  leads: Row[];
  contact_days: Row[];
  judged: Row[];
  reports: Row[];
  contacts: Row[];
  follow_up: Row;
  backlog: Row;
  mature: Record<string, string>;
  anomalies: Record<string, number>;
  missing_columns: Row[];
  performance: Row | null;
};

const setClock = (client: pg.Client, now: string) =>
  one(client, `select set_config('lh_engine.now', $1, false)`, [now]);
const collect = (client: pg.Client, day: string | null): Promise<Document> =>
  one(client, 'select lh_engine.collect_detection($1)', [day]);

type Lead = {
  created: string;
  contacted?: string;
  qualified?: string;
  closed?: string;
  status?: string;
  source?: string;
};
const insert = (client: pg.Client, leads: readonly Lead[], times = 1) =>
  client.query(
    `insert into lh_lead_status (status, assigned_to, source, created_at, contacted_at, qualified_at, closed_at)
     select
       coalesce(l.status, case when l.qualified is not null then 'qualified' when l.contacted is not null then 'contacted' else 'assigned' end),
       'agent-1', l.source, l.created, l.contacted, l.qualified, l.closed
     from json_to_recordset($1) as l (created timestamptz, contacted timestamptz, qualified timestamptz, closed timestamptz, status text, source text)
     cross join generate_series(1, $2::int)`,
    [JSON.stringify(leads), times],
  );

/** A lead created n days before 2026-03-02 at 10:00, answered after some hours, qualified after some days. */
const lead = (
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

const onDay = (document: Document, day: string): Row => document.leads.find((r) => r.day === day) ?? {};

for (const ids of idTypes) {
  const detection = suite(`detection in the database (${ids} ids)`);
  let db: TestDatabase;
  let client: pg.Client;

  detection.before(async () => {
    db = await createDatabase({ ids });
    client = db.client;
  });
  detection.after(() => db.drop());
  // Each test is a transaction that is taken back, its DDL too.
  detection.before.each(async () => {
    await client.query('begin');
    await setClock(client, '2026-03-03 00:01+00');
  });
  detection.after.each(async () => {
    await client.query('rollback');
  });

  detection('an empty host gives an empty document, warnings and no bottleneck', async () => {
    const document = await collect(client, '2026-03-02');
    assert.equal(
      [document.leads, document.judged, document.daily, document.performance],
      [[], [], null, null],
    );
    const { rows } = await client.query(`select * from lh_detect_bottlenecks('2026-03-02')`);
    assert.equal(rows, []);
    assert.ok(detect(document).warnings.length >= 6);
  });

  detection(
    'the brief’s test 2, corrected: answers after 10 and 8 hours are a low response rate',
    async () => {
      await insert(client, [lead(0, 10), lead(0, 8)]);
      await one(client, `select lh_engine.refresh_metrics('2026-03-02')`);
      const { rows } = await client.query(`select * from lh_detect_bottlenecks('2026-03-02')`);
      const [b] = rows;
      assert.equal(
        [
          b.type,
          b.severity,
          b.metric,
          b.current_value,
          b.target_value,
          b.suggested_skill,
          b.segment,
          b.trigger,
        ],
        [
          'low_response_rate',
          'high',
          'avg_response_time_hours',
          9,
          2,
          'instant-responder',
          null,
          'threshold',
        ],
      );
      assert.is(b.evidence.n, 2);
    },
  );

  detection('the façade returns exactly what the operation says, and only reads', async () => {
    await insert(client, [lead(0, 10, null, { source: 'zillow' }), lead(3, 20)]);
    await one(client, `select lh_engine.refresh_metrics('2026-03-02')`);
    await client.query('set local transaction_read_only = on');
    const { rows } = await client.query(`select * from lh_detect_bottlenecks('2026-03-02')`);
    const document = await collect(client, '2026-03-02');
    assert.equal(rows, JSON.parse(JSON.stringify(detect(document).bottlenecks)));
    assert.ok(rows.length > 0);
  });

  detection('what happened after the judged day is not seen; what happened before is', async () => {
    await setClock(client, '2026-03-20 00:00+00');
    await insert(client, [lead(0, 2, 5), lead(0, 20), lead(9, 2, 3), lead(-1, 1)]);
    const then = await collect(client, '2026-03-02');
    assert.equal(
      then.leads.map((r) => r.day),
      ['2026-02-21', '2026-03-02'],
    );
    const day = onDay(then, '2026-03-02');
    assert.equal([day.leads, day.contacted, day.qualified, day.hours_sum], [2, 1, 0, 2]);
    assert.equal([onDay(then, '2026-02-21').qualified, then.follow_up.n], [1, 1]);
    const later = onDay(await collect(client, '2026-03-10'), '2026-03-02');
    assert.equal([later.contacted, later.answered, later.qualified, later.reached_qualified], [2, 2, 1, 1]);
  });

  detection('in time means within the grace, so that old and young leads had the same time', async () => {
    await setClock(client, '2026-04-20 00:00+00');
    await insert(client, [lead(0, 24, 7), lead(0, 24.1, 7.1), lead(0, 24 * 8, 9), lead(0, null)]);
    const day = onDay(await collect(client, '2026-03-25'), '2026-03-02');
    assert.equal([day.leads, day.contacted, day.answered, day.reached], [4, 3, 1, 2]);
    assert.equal([day.qualified, day.reached_qualified, day.converted, day.converted_in_time], [3, 1, 3, 1]);
  });

  detection('the mature days end where the youngest lead has had its grace', async () => {
    const { mature } = await collect(client, '2026-03-02');
    assert.equal(mature, {
      contact: '2026-03-01',
      qualification: '2026-02-23',
      follow_up: '2026-02-23',
      feedback: '2026-03-02',
    });
    await setClock(client, '2026-03-02 15:00+00');
    assert.equal((await collect(client, '2026-03-02')).mature.contact, '2026-02-28');
    assert.equal((await collect(client, null)).mature.feedback, '2026-03-01');
  });

  detection('days are those of engine.time_zone, through a change to summer time', async () => {
    await client.query(`select lh_engine.set_setting('engine.time_zone', '"America/New_York"')`);
    await setClock(client, '2026-03-20 00:00+00');
    await insert(client, [
      { created: '2026-03-08T04:59:00Z' },
      { created: '2026-03-08T05:00:00Z' },
      { created: '2026-03-09T03:59:00Z' },
      { created: '2026-03-09T04:00:00Z' },
    ]);
    const { leads } = await collect(client, '2026-03-10');
    assert.equal(
      leads.map((r) => [r.day, r.leads]),
      [
        ['2026-03-07', 1],
        ['2026-03-08', 2],
        ['2026-03-09', 1],
      ],
    );
  });

  detection('every defect is counted, and none of them makes a bottleneck', async () => {
    await insert(client, [
      lead(3, -5, 2),
      lead(3, 2, 1, { status: 'qualified' }),
      { created: '2026-02-27T10:00:00Z', contacted: '2026-04-01T10:00:00Z', status: 'contacted' },
      { created: '2026-04-02T10:00:00Z', status: 'assigned' },
      { created: '2026-02-27T10:00:00Z', status: 'contacted' },
      { created: '2026-02-27T10:00:00Z', contacted: '2026-02-27T11:00:00Z', status: 'qualified' },
      {
        created: '2026-02-27T10:00:00Z',
        contacted: '2026-02-27T11:00:00Z',
        qualified: '2026-02-27T10:30:00Z',
      },
    ]);
    const document = await collect(client, '2026-03-02');
    assert.equal(document.anomalies, {
      created_missing: 0,
      created_in_future: 1,
      contacted_in_future: 1,
      contacted_before_created: 1,
      contacted_without_time: 1,
      qualified_in_future: 0,
      qualified_before_contacted: 1,
      qualified_without_time: 1,
      unknown_status: 0,
      feedback_in_future: 0,
    });
    const day = onDay(document, '2026-02-27');
    assert.equal([day.leads, day.contacted, day.hours_n, day.qualified], [6, 5, 3, 4]);
    const result = detect(document);
    assert.equal(result.bottlenecks, []);
    assert.is(
      result.warnings.filter((w) => w.message.includes('contacted before they were created')).length,
      1,
    );
  });

  detection('null, unknown and enum statuses are read as text', async () => {
    await client.query(
      'alter table lh_lead_status alter column status drop not null, alter column status drop default',
    );
    await client.query('alter table lh_lead_status drop constraint lh_lead_status_status_check');
    await insert(client, [lead(1, null, null, { status: 'archived' }), lead(1, 2)]);
    await client.query('update lh_lead_status set status = null where contacted_at is not null');
    const document = await collect(client, '2026-03-02');
    assert.is(document.anomalies.unknown_status, 2);
    assert.is(onDay(document, '2026-03-01').contacted, 1);
  });

  detection('a host without the assumed columns is judged by what it has', async () => {
    await client.query('drop view lh_engine.host_leads cascade');
    await client.query(
      'alter table lh_lead_status drop column source, drop column qualified_at, drop column closed_at',
    );
    await client.query('select lh_engine.create_adapter_views()');
    await insertBare(client);
    const document = await collect(client, '2026-03-02');
    assert.ok(document.missing_columns.some((m) => m.column_name === 'source'));
    const day = onDay(document, '2026-03-01');
    assert.equal([day.leads, day.contacted, day.qualified, day.source], [2, 2, 1, null]);
    assert.is(document.anomalies.qualified_without_time, 1);
    const codes = detect(document).warnings.filter((w) => w.code === 'not_available');
    assert.equal(
      [...new Set(codes.map((w) => w.rule))],
      ['slow_follow_up', 'poor_qualification', 'weak_lead_source'],
    );
  });

  detection('numbers of the daily row that JSON cannot carry count as null', async () => {
    await client.query(
      `insert into lh_daily_metrics (metric_date, new_leads_count, contacted_count, avg_response_time_hours) values ('2026-03-02', 10, 8, 'NaN')`,
    );
    assert.is((await collect(client, '2026-03-02')).daily?.avg_response_time_hours, null);
  });

  detection('backlog and follow-up are as of the day, with the days to qualification', async () => {
    await setClock(client, '2026-03-30 00:00+00');
    await insert(client, [
      lead(10, 1),
      lead(10, 1, 12),
      lead(10, 1, 4),
      lead(2, 1),
      lead(10, 1, null, { status: 'dead' }),
    ]);
    const document = await collect(client, '2026-03-02');
    assert.equal(document.backlog, { contacted: 4, waiting: 2 });
    assert.is(document.follow_up.n, 1);
    assert.ok(Math.abs(Number(document.follow_up.sum) - (4 - 1 / 24)) < 1e-6);
    const [contacts] = document.contact_days.filter((r) => r.day === '2026-02-20');
    assert.equal([contacts?.contacted, contacts?.n], [4, 1]);
  });

  detection('sources beyond the hundred largest count among the others', async () => {
    await client.query(
      `insert into lh_lead_status (status, source, created_at)
       select 'assigned', 'source ' || n, '2026-03-01 10:00+00' from generate_series(1, 105) as n cross join generate_series(1, case when n <= 99 then 2 else 1 end)`,
    );
    const { leads } = await collect(client, '2026-03-02');
    assert.is(leads.length, 101);
    assert.is(leads.find((r) => r.source === null)?.leads, 5);
  });

  detection('a source’s wrong numbers and invalid contacts are counted beside its leads', async () => {
    await client.query(`insert into lh_properties (county) values ('Cook')`);
    await insert(client, [lead(2, 1, null, { source: 'zillow' })]);
    await client.query(`update lh_lead_status set property_id = (select id from lh_properties)`);
    await client.query(
      `insert into lh_contacts (property_id, validation_status) select id, unnest(array['valid', 'invalid']) from lh_properties`,
    );
    await client.query(
      `insert into lh_feedback_log (lead_id, feedback_type, created_at)
       select id, unnest(array['wrong_number', 'good_lead']), '2026-03-01 12:00+00' from lh_lead_status`,
    );
    const document = await collect(client, '2026-03-02');
    assert.equal(document.reports, [{ day: '2026-03-01', source: 'zillow', feedback: 2, wrong_numbers: 1 }]);
    assert.equal(document.contacts, [{ day: '2026-02-28', source: 'zillow', contacts: 2, invalid: 1 }]);
  });

  detection('a role that sees a part of the rows is refused, unless a DBA vouches for it', async () => {
    const role = `lh_reader_${process.pid}_${ids}`;
    await client.query(`create role ${role}`);
    for (const schema of ['public', 'lh_engine'])
      await client.query(
        `grant usage on schema ${schema} to ${role};
         grant select on all tables in schema ${schema} to ${role};
         grant execute on all functions in schema ${schema} to ${role}`,
      );
    await client.query(`set local role ${role}; savepoint before_refusal`);
    const error = await errorOf(() => client.query('select * from lh_detect_bottlenecks()'));
    assert.is(error.code, 'LH005');
    assert.match(error.message, 'lh_lead_status');
    await client.query('rollback to before_refusal; reset role');
    await client.query(`select lh_engine.set_setting('security.trusted_roles', to_jsonb(array[$1]))`, [role]);
    await client.query(`set local role ${role}`);
    assert.equal((await client.query('select * from lh_detect_bottlenecks()')).rows, []);
  });

  detection.run();
}

async function insertBare(client: pg.Client): Promise<void> {
  await client.query(
    `insert into lh_lead_status (status, created_at, contacted_at)
     values ('qualified', '2026-03-01 10:00+00', '2026-03-01 11:00+00'), ('contacted', '2026-03-01 10:00+00', '2026-03-01 12:00+00')`,
  );
}
