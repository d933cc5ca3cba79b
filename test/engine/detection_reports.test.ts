// The reports by source, county and distress type: mature leads only, intervals, and the change against the baseline.
import type pg from 'pg';
import * as assert from 'uvu/assert';
import { operations } from '../../src/plv8/entry.ts';
import { errorOf, one } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';

type Group = {
  readonly source: string | null;
  readonly day: string;
  readonly n: number;
  readonly contacted: number;
  readonly qualified: number;
  readonly hours?: number;
  readonly county?: string;
};

/** n leads of a day: the first ones contacted after some hours, the first of those qualified two days later. */
const leads = (client: pg.Client, g: Group) =>
  client.query(
    `with p as (insert into lh_properties (county, distress_type) values ($6, 'probate') returning id)
     insert into lh_lead_status (property_id, source, status, created_at, contacted_at, qualified_at)
     select
       p.id,
       $1,
       case when i <= $5 then 'qualified' when i <= $4 then 'contacted' else 'assigned' end,
       $2::timestamptz,
       case when i <= $4 then $2::timestamptz + $7 * interval '1 hour' end,
       case when i <= $5 then $2::timestamptz + interval '2 days' end
     from p cross join generate_series(1, $3::int) as i`,
    [g.source, `${g.day} 10:00+00`, g.n, g.contacted, g.qualified, g.county ?? null, g.hours ?? 2],
  );

engineSuite('reports by segment', { now: '2026-03-03 00:01+00' }, (reports, db) => {
  reports('an empty host gives no rows', async () => {
    for (const view of ['source_report', 'county_report', 'distress_type_report'])
      assert.equal((await db.client.query(`select * from lh_engine.${view}`)).rows, []);
  });

  reports('rates, intervals and changes of each source, the largest first', async () => {
    await leads(db.client, {
      source: 'zillow',
      day: '2026-02-10',
      n: 100,
      contacted: 80,
      qualified: 40,
      hours: 3,
    });
    await leads(db.client, {
      source: 'zillow',
      day: '2026-01-10',
      n: 100,
      contacted: 80,
      qualified: 60,
      hours: 2,
    });
    await leads(db.client, { source: 'referral', day: '2026-02-20', n: 10, contacted: 0, qualified: 0 });
    const { rows } = await db.client.query('select * from lh_engine.source_report');
    const [zillow, referral] = rows;
    assert.equal([zillow.source, zillow.leads, zillow.baseline_leads], ['zillow', '100', '100']);
    assert.equal([zillow.contact_rate, zillow.contact_rate_change], [0.8, 0]);
    assert.equal([zillow.qualification_rate, zillow.conversion_rate, zillow.response_hours], [0.5, 0.4, 3]);
    assert.ok(Math.abs(zillow.qualification_rate_change + 1 / 3) < 1e-12);
    assert.ok(Math.abs(zillow.response_hours_change - 0.5) < 1e-12);
    // Wilson 95 % of 80 of 100.
    assert.ok(
      Math.abs(zillow.contact_rate_low - 0.7112) < 1e-4 && Math.abs(zillow.contact_rate_high - 0.8666) < 1e-4,
    );
    assert.equal(
      [referral.source, referral.qualification_rate, referral.response_hours, referral.contact_rate_change],
      ['referral', null, null, null],
    );
    assert.is(referral.contact_rate_low, 0);
  });

  reports('young leads are left out, and late events do not count', async () => {
    await leads(db.client, { source: 'zillow', day: '2026-02-25', n: 50, contacted: 0, qualified: 0 });
    await leads(db.client, {
      source: 'zillow',
      day: '2026-02-20',
      n: 10,
      contacted: 10,
      qualified: 10,
      hours: 30,
    });
    const { rows } = await db.client.query('select * from lh_engine.source_report');
    assert.equal(
      [rows.length, rows[0].leads, rows[0].contact_rate, rows[0].conversion_rate],
      [1, '10', 0, 1],
    );
  });

  reports('wrong numbers are a share of the feedback on the leads', async () => {
    await leads(db.client, { source: 'zillow', day: '2026-02-20', n: 10, contacted: 10, qualified: 5 });
    await db.client.query(
      `insert into lh_feedback_log (lead_id, feedback_type, created_at)
       select id, case when row_number() over () <= 4 then 'wrong_number' else 'good_lead' end, '2026-02-22' from lh_lead_status`,
    );
    const { rows } = await db.client.query('select * from lh_engine.source_report');
    assert.equal([rows[0].wrong_number_share, rows[0].wrong_number_share_change], [0.4, null]);
  });

  reports('county and distress type come from the lead’s property', async () => {
    await leads(db.client, {
      source: 'zillow',
      day: '2026-02-20',
      n: 10,
      contacted: 10,
      qualified: 5,
      county: 'Cook',
    });
    await leads(db.client, {
      source: 'zillow',
      day: '2026-02-20',
      n: 30,
      contacted: 10,
      qualified: 5,
      county: 'Wayne',
    });
    await leads(db.client, { source: 'zillow', day: '2026-02-20', n: 5, contacted: 1, qualified: 0 });
    const counties = await db.client.query('select county, leads::int from lh_engine.county_report');
    assert.equal(
      counties.rows.map((r) => [r.county, r.leads]),
      [
        ['Wayne', 30],
        ['Cook', 10],
        [null, 5],
      ],
    );
    const types = await db.client.query(
      'select distress_type, leads::int from lh_engine.distress_type_report',
    );
    assert.equal(types.rows, [{ distress_type: 'probate', leads: 45 }]);
  });

  reports('another day, and a dimension that is none', async () => {
    await leads(db.client, { source: 'zillow', day: '2026-02-20', n: 10, contacted: 10, qualified: 5 });
    const early = await db.client.query(`select * from lh_engine.report_segments('source', '2026-02-21')`);
    assert.equal(early.rows, []);
    assert.is(
      (await errorOf(() => db.client.query(`select * from lh_engine.report_segments('agent')`))).code,
      'LH001',
    );
  });

  reports('Postgres computes the report to the last digit like Node', async () => {
    await leads(db.client, {
      source: 'zillow',
      day: '2026-02-20',
      n: 37,
      contacted: 31,
      qualified: 11,
      hours: 3.7,
    });
    await leads(db.client, {
      source: 'zillow',
      day: '2026-01-20',
      n: 41,
      contacted: 29,
      qualified: 13,
      hours: 2.3,
    });
    const input = await one(db.client, `select lh_engine.count_segments('source', '2026-03-02')`);
    assert.is(
      await one(db.client, `select lh_engine.call_js('report_segments', $1)::text`, [JSON.stringify(input)]),
      JSON.stringify(operations.report_segments?.(input)),
    );
  });
});
