// The generator makes the same pipeline from the same seed, however it is made; the default one is healthy. Seeds are
// fixed, so nothing here passes or fails by luck.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  advanceTo,
  generateDay,
  generateHistory,
  type PipelineParameters,
  resetHost,
} from '../../dev/host/generator.ts';
import { qualificationFalls } from '../../dev/host/incidents.ts';
import { errorOf, one } from '../support/database.ts';
import { createHosts } from './host_databases.ts';

/** What the first test's pipeline has always been. */
const golden = 'fdb16d619d6a7b782caf3815e80cca34';

/** Everything but ids, as one checksum. */
const checksum = `
  select md5(
    (select string_agg(concat_ws('|', created_at::timestamp, status, assigned_to, source, contacted_at::timestamp,
        qualified_at::timestamp, closed_at::timestamp, ab_test_group), ';'
        order by created_at, source collate "C", contacted_at, assigned_to collate "C", status collate "C")
      from public.lh_lead_status)
    || (select string_agg(concat_ws('|', county, distress_type, created_at::timestamp), ';'
        order by created_at, county collate "C", distress_type collate "C") from public.lh_properties)
    || (select string_agg(concat_ws('|', c.phone, v.created_at::timestamp, v.pattern_type, v.valid, v.confidence,
        f.feedback_type, f.agent_id, f.created_at::timestamp), ';' order by c.phone collate "C", v.created_at)
      from public.lh_contacts as c
      join public.lh_validation_history as v on v.contact_id = c.id
      left join public.lh_feedback_log as f on f.contact_id = c.id)
  )`;

for (const { ids, client, drop, generate, assertShare, within } of await createHosts()) {
  const generator = suite(`the generator with ids of type ${ids}`);

  generator(
    'gives the same pipeline for the same seed, on every machine and for either type of ids',
    async () => {
      await generate(
        { seed: 'golden', days: 12, leads_per_day: 40, contacts_per_lead: 2 },
        '2026-01-16 13:00+00',
      );
      assert.is(await one(client, checksum), golden);
      await generate(
        { seed: 'other', days: 12, leads_per_day: 40, contacts_per_lead: 2 },
        '2026-01-16 13:00+00',
      );
      assert.is.not(await one(client, checksum), golden);
    },
  );

  generator('gives the same ids for the same seed', async () => {
    const lastIds = `select md5(string_agg(id::text, ',' order by id)) from (
      select id from public.lh_lead_status union all select id from public.lh_contacts
      union all select id from public.lh_feedback_log union all select id from public.lh_validation_history) as all_ids`;
    await generate({ seed: 'ids', days: 5, leads_per_day: 30 });
    const first = await one(client, lastIds);
    await generate({ seed: 'ids', days: 5, leads_per_day: 30 });
    assert.is(await one(client, lastIds), first);
  });

  generator('ends, advanced day by day, where a history made at once ends', async () => {
    const parameters = {
      seed: 'steps',
      leads_per_day: 40,
      time_zone: 'America/New_York',
      answered: 'business_hours',
    } as const;
    await generate({ ...parameters, days: 14 });
    const atOnce = await one(client, checksum);
    await generate({ ...parameters, days: 8 });
    for (let day = 13; day <= 18; day += 1) {
      await generateDay(client, `2026-01-${day}`);
      await advanceTo(client, `2026-01-${day} 21:30-05`);
    }
    await advanceTo(client, '2026-01-19 00:00-05');
    assert.is(await one(client, checksum), atOnce);
  });

  generator('knows nothing of what comes after the present', async () => {
    const present = '2026-01-20 15:00+00';
    await generate({ seed: 'present', days: 30, leads_per_day: 50 }, present);
    const later = await one(
      client,
      `select (select count(*) from public.lh_lead_status where greatest(created_at, contacted_at, qualified_at, closed_at) > $1)
        + (select count(*) from public.lh_feedback_log where created_at > $1)
        + (select count(*) from public.lh_daily_metrics where metric_date > '2026-01-20')`,
      [present],
    );
    assert.is(later, '0');
    assert.is(await one(client, 'select max(metric_date)::text from public.lh_daily_metrics'), '2026-01-20');
  });

  generator('keeps a lead’s times in order and in step with its status', async () => {
    await generate({ seed: 'order', days: 40, leads_per_day: 50 });
    const { rows } = await client.query(`
      select * from public.lh_lead_status
      where contacted_at <= created_at or qualified_at <= contacted_at or closed_at <= qualified_at
        or (status in ('qualified', 'closed')) <> (qualified_at is not null)
        or (status = 'closed') <> (closed_at is not null)
        or (status = 'contacted' and contacted_at is null)
        or (status in ('unassigned', 'assigned') and contacted_at is not null)
        or (status = 'unassigned') <> (assigned_to is null) and status <> 'dead'`);
    assert.equal(rows, []);
    const early = await one(
      client,
      `select count(*) from public.lh_feedback_log as f
      join public.lh_validation_history as v on v.contact_id = f.contact_id
      join public.lh_lead_status as l on l.id = f.lead_id
      where f.created_at <= v.created_at or f.created_at <= l.contacted_at`,
    );
    assert.is(early, '0');
  });

  generator('makes a pipeline by default that is no bottleneck', async () => {
    await generate({ seed: 'clean', days: 60, leads_per_day: 100 });
    const mature = `from public.lh_lead_status where created_at < '2026-02-20'`;
    await assertShare(`select contacted_at is not null ${mature}`, 0.85);
    await assertShare(`select qualified_at is not null ${mature} and contacted_at is not null`, 0.501);
    await within('select max(avg_response_time_hours) from public.lh_daily_metrics', 1, 2.8);
    await within(
      'select min(contacted_count::float8 / new_leads_count) from public.lh_daily_metrics',
      0.7,
      1,
    );
    await within(
      `select min(qualified_count::float8 / contacted_count) from public.lh_daily_metrics where metric_date < '2026-02-25'`,
      0.35,
      1,
    );
    await within(
      `select avg(extract(epoch from qualified_at - contacted_at)) / 86400 from public.lh_lead_status`,
      2.2,
      2.8,
    );
    await within(
      `select min(rate) from (select avg((qualified_at is not null)::integer) as rate ${mature} group by source) as s`,
      0.35,
      1,
    );
    await within(
      `select min(n) from (select count(*) as n from public.lh_feedback_log
        where feedback_type in ('business_number', 'correct_owner', 'good_lead')
          and created_at between '2026-01-06' and '2026-03-04' group by created_at::date) as d`,
      30,
      200,
    );
  });

  generator('has the weekly rhythm, and leaves the weekend to Monday when asked to', async () => {
    await generate({
      seed: 'rhythm',
      days: 42,
      leads_per_day: 100,
      volume_noise: 0,
      volume_by_weekday: [1.5, 1, 1, 1, 1, 0.5, 0.25],
      answered: 'business_hours',
    });
    const { rows } = await client.query(`
      select extract(isodow from metric_date)::integer as weekday, avg(new_leads_count)::integer as leads,
        avg(avg_response_time_hours)::float8 as hours
      from public.lh_daily_metrics group by 1 order by 1`);
    assert.equal(
      rows.map((row) => row.leads),
      [150, 100, 100, 100, 100, 50, 25],
    );
    assert.ok(rows[5].hours > 30 && rows[1].hours < 8, JSON.stringify(rows));
  });

  generator('publishes the truth that each day was drawn from', async () => {
    await generate({
      seed: 'truth',
      days: 20,
      incidents: qualificationFalls({ start_day: 12, ramp_days: 1 }, 0.2, 'zillow'),
    });
    const { rows } = await client.query(
      `select day_number, qualification_rate from lh_demo.truth where source = 'zillow' and day_number between 11 and 13
      order by 1`,
    );
    assert.equal(
      rows.map((row) => Math.round(row.qualification_rate * 1e6) / 1e6),
      [0.5, 0.35, 0.2],
    );
    assert.is(
      await one(
        client,
        'select sum(leads)::integer from (select distinct day, leads from lh_demo.truth) as d',
      ),
      await one(client, 'select count(*)::integer from public.lh_lead_status'),
    );
  });

  generator('refuses what it does not know, by name', async () => {
    await resetHost(client);
    const refused = async (parameters: object): Promise<string> =>
      (await errorOf(() => generateHistory(client, parameters))).message;
    assert.is(await refused({ leads_a_day: 3 }), 'unknown key "leads_a_day" in parameters');
    assert.is(await refused({ incidents: [{ what: 'luck', to: 1 }] }), 'cannot inject an incident of "luck"');
    assert.match(
      await refused({ incidents: [{ what: 'recall', to: 1, factor: 1 }] }),
      /exactly one of "to" and "factor"/,
    );
    assert.is(
      await refused({ incidents: [{ what: 'contact_rate', source: 'nowhere', to: 0.1 }] }),
      'incident names the unknown source "nowhere"',
    );
    assert.is((await errorOf(() => generateDay(client, '2026-01-06'))).message, 'no pipeline');
    await generateHistory(client, { days: 2 });
    assert.is(await refused({}), 'a pipeline is already there');
    assert.is(
      (await errorOf(() => generateDay(client, '2026-01-06'))).message,
      'the leads of 2026-01-06 have arrived already',
    );
  });

  generator('makes many pipelines quickly, and a hundred thousand leads in one go', async () => {
    const timed = async (parameters: Partial<PipelineParameters>): Promise<string> => {
      await resetHost(client);
      const started = performance.now();
      const { leads } = await generateHistory(client, parameters);
      const milliseconds = Math.round(performance.now() - started);
      const total = `select sum(new_leads_count)::integer from public.lh_daily_metrics`;
      assert.is(await one(client, total), leads);
      return `${leads} leads in ${milliseconds} ms`;
    };
    console.log(`  ${ids}: ${await timed({ seed: 'pipeline', days: 70, leads_per_day: 100 })}`);
    if (ids === 'bigint')
      console.log(`  ${ids}: ${await timed({ seed: 'many', days: 100, leads_per_day: 1000 })}`);
  });

  generator.after(drop);
  generator.run();
}
