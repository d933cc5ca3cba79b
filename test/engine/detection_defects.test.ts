// Hosts as they are: defects, missing columns, odd types, many sources, and roles that see a part of the rows.
import type pg from 'pg';
import * as assert from 'uvu/assert';
import { detect } from '../../src/plv8/detection/operations.ts';
import { errorOf, setClock } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { collect, insert, lead, onDay } from './detection_host.ts';

engineSuite('detection of odd hosts', { now: '2026-03-03 00:01+00' }, (detection, db) => {
  detection('every defect is counted, and none of them makes a bottleneck', async () => {
    await insert(db.client, [
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
    const document = await collect(db.client, '2026-03-02');
    const found = Object.entries(document.anomalies).filter(([, n]) => n > 0);
    assert.equal(Object.fromEntries(found), {
      created_in_future: 1,
      contacted_in_future: 1,
      contacted_before_created: 1,
      contacted_without_time: 1,
      qualified_before_contacted: 1,
      qualified_without_time: 1,
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
    await db.client.query(
      'alter table lh_lead_status alter column status drop not null, alter column status drop default',
    );
    await db.client.query('alter table lh_lead_status drop constraint lh_lead_status_status_check');
    await insert(db.client, [lead(1, null, null, { status: 'archived' }), lead(1, 2)]);
    await db.client.query('update lh_lead_status set status = null where contacted_at is not null');
    const document = await collect(db.client, '2026-03-02');
    assert.is(document.anomalies.unknown_status, 2);
    assert.is(onDay(document, '2026-03-01').contacted, 1);
  });

  detection('a host without the assumed columns is evaluated by what it has', async () => {
    await db.client.query('drop view lh_engine.host_leads cascade');
    await db.client.query(
      'alter table lh_lead_status drop column source, drop column qualified_at, drop column closed_at',
    );
    await db.client.query('select lh_engine.create_adapter_views()');
    await insertBare(db.client);
    const document = await collect(db.client, '2026-03-02');
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
    await db.client.query(
      `insert into lh_daily_metrics (metric_date, new_leads_count, contacted_count, avg_response_time_hours) values ('2026-03-02', 10, 8, 'NaN')`,
    );
    assert.is((await collect(db.client, '2026-03-02')).daily?.avg_response_time_hours, null);
  });

  detection('backlog and follow-up are as of the day, with the days to qualification', async () => {
    await setClock(db.client, '2026-03-30 00:00+00');
    await insert(db.client, [
      lead(10, 1),
      lead(10, 1, 12),
      lead(10, 1, 4),
      lead(2, 1),
      lead(10, 1, null, { status: 'dead' }),
    ]);
    const document = await collect(db.client, '2026-03-02');
    assert.equal(document.backlog, { contacted: 4, waiting: 2 });
    assert.is(document.follow_up.n, 1);
    assert.ok(Math.abs(Number(document.follow_up.sum) - (4 - 1 / 24)) < 1e-6);
    const [contacts] = document.contact_days.filter((r) => r.day === '2026-02-20');
    assert.equal([contacts?.contacted, contacts?.n], [4, 1]);
  });

  detection('sources beyond the hundred largest count among the others', async () => {
    await db.client.query(
      `insert into lh_lead_status (status, source, created_at)
       select 'assigned', 'source ' || n, '2026-03-01 10:00+00' from generate_series(1, 105) as n cross join generate_series(1, case when n <= 99 then 2 else 1 end)`,
    );
    const { leads } = await collect(db.client, '2026-03-02');
    assert.is(leads.length, 101);
    assert.is(leads.find((r) => r.source === null)?.leads, 5);
  });

  detection('a source’s wrong numbers and invalid contacts are counted beside its leads', async () => {
    await db.client.query(`insert into lh_properties (county) values ('Cook')`);
    await insert(db.client, [lead(2, 1, null, { source: 'zillow' })]);
    await db.client.query(`update lh_lead_status set property_id = (select id from lh_properties)`);
    await db.client.query(
      `insert into lh_contacts (property_id, validation_status) select id, unnest(array['valid', 'invalid']) from lh_properties`,
    );
    await db.client.query(
      `insert into lh_feedback_log (lead_id, feedback_type, created_at)
       select id, unnest(array['wrong_number', 'good_lead']), '2026-03-01 12:00+00' from lh_lead_status`,
    );
    const document = await collect(db.client, '2026-03-02');
    assert.equal(document.reports, [{ day: '2026-03-01', source: 'zillow', feedback: 2, wrong_numbers: 1 }]);
    assert.equal(document.contacts, [{ day: '2026-02-28', source: 'zillow', contacts: 2, invalid: 1 }]);
  });

  detection('a role that sees a part of the rows is refused, unless a DBA vouches for it', async () => {
    const role = `lh_reader_${process.pid}_${db.ids}`;
    await db.client.query(`create role ${role}`);
    for (const schema of ['public', 'lh_engine'])
      await db.client.query(
        `grant usage on schema ${schema} to ${role};
         grant select on all tables in schema ${schema} to ${role};
         grant execute on all functions in schema ${schema} to ${role}`,
      );
    await db.client.query(`set local role ${role}; savepoint before_refusal`);
    const error = await errorOf(() => db.client.query('select * from lh_detect_bottlenecks()'));
    assert.is(error.code, 'LH005');
    assert.match(error.message, 'lh_lead_status');
    await db.client.query('rollback to before_refusal; reset role');
    await db.client.query(`select lh_engine.set_setting('security.trusted_roles', to_jsonb(array[$1]))`, [
      role,
    ]);
    await db.client.query(`set local role ${role}`);
    assert.equal((await db.client.query('select * from lh_detect_bottlenecks()')).rows, []);
  });
});

async function insertBare(client: pg.Client): Promise<void> {
  await client.query(
    `insert into lh_lead_status (status, created_at, contacted_at)
     values ('qualified', '2026-03-01 10:00+00', '2026-03-01 11:00+00'), ('contacted', '2026-03-01 10:00+00', '2026-03-01 12:00+00')`,
  );
}
