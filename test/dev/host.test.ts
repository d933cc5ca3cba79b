// The host's schema, on both types of ids: its own metrics function and its row-level security do what the engine
// has to reckon with.
import type pg from 'pg';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { generateHistory, installGenerator, resetHost } from '../../dev/host/generator.ts';
import { createDatabase, errorOf, idTypes, one } from '../support/database.ts';

const databases = await Promise.all(idTypes.map((ids) => createDatabase({ ids, engine: false })));

const columnsOfTheContract = {
  lh_lead_status:
    'id property_id status assigned_to contacted_at created_at ab_test_id ab_test_group source qualified_at closed_at',
  lh_feedback_log: 'id lead_id contact_id agent_id feedback_type created_at',
  lh_validation_history: 'id contact_id valid confidence points reason pattern_type created_at',
  lh_contacts: 'id property_id validation_status',
  lh_properties: 'id county distress_type created_at',
  lh_daily_metrics:
    'metric_date new_leads_count contacted_count qualified_count avg_response_time_hours closed_count',
  lh_pattern_performance:
    'performance_date avg_f1_score pattern_type total_validations true_positives false_positives true_negatives false_negatives avg_precision avg_recall',
  lh_spawned_skills:
    'id skill_type skill_name problem_detected target_metric baseline_value target_value status spawned_at decision_made_at actual_lift_pct',
  lh_ab_tests:
    'id test_name skill_id hypothesis control_description treatment_description metric_tracked traffic_allocation_pct min_sample_size confidence_level status started_at ended_at control_sample_size treatment_sample_size control_conversion_rate treatment_conversion_rate lift_pct p_value winner recommendation',
};

/** Runs the work as another role, with the claims that PostgREST would set, and leaves no trace. */
const asRole = async <T>(
  client: pg.Client,
  role: string,
  agent: string | null,
  work: () => Promise<T>,
): Promise<T> => {
  await client.query('begin');
  try {
    await client.query(`set local role ${role}`);
    if (agent !== null)
      await client.query(`select set_config('request.jwt.claims', $1, true)`, [
        JSON.stringify({ sub: agent }),
      ]);
    return await work();
  } finally {
    await client.query('rollback');
  }
};

for (const [n, { client }] of databases.entries()) {
  const host = suite(`the host with ids of type ${idTypes[n]}`);

  host.before(async () => {
    await installGenerator(client);
    await generateHistory(client, { seed: 'host', days: 10, leads_per_day: 60, time_zone: 'Asia/Kolkata' });
    await client.query(`
      with skill as (
        insert into public.lh_spawned_skills (skill_type, skill_name) values ('lead-scorer', 'v1') returning id
      )
      insert into public.lh_ab_tests (test_name, skill_id, status)
      select t.name, s.id, t.status
      from skill as s, (values ('old', 'completed'), ('new', 'running')) as t (name, status)
    `);
  });

  host('has the tables and columns that the engine reads and writes', async () => {
    const { rows } = await client.query(
      `select e.table_name, c.column_name
      from json_each_text($1) as e (table_name, columns)
      cross join unnest(string_to_array(e.columns, ' ')) as c (column_name)
      except
      select table_name, column_name from information_schema.columns where table_schema = 'public'`,
      [JSON.stringify(columnsOfTheContract)],
    );
    assert.equal(rows, []);
  });

  host('has one type for all its ids', async () => {
    const types = await one<string[]>(
      client,
      `select array_agg(distinct data_type::text) from information_schema.columns
      where table_schema = 'public' and (column_name = 'id' or column_name in
        ('property_id', 'lead_id', 'contact_id', 'skill_id', 'ab_test_id'))`,
    );
    assert.equal(types, [idTypes[n]]);
  });

  host('counts in its metrics what a direct count of the same days gives', async () => {
    const { rows } = await client.query(`
      select m.metric_date
      from public.lh_daily_metrics as m
      full join (
        select
          (created_at at time zone 'Asia/Kolkata')::date as day,
          count(*) as leads,
          count(*) filter (where contacted_at is not null) as contacted,
          count(*) filter (where qualified_at is not null) as qualified,
          count(*) filter (where closed_at is not null) as closed,
          round(avg(extract(epoch from contacted_at - created_at) / 3600), 2) as hours
        from public.lh_lead_status
        group by 1
      ) as d on d.day = m.metric_date
      where (m.new_leads_count, m.contacted_count, m.qualified_count, m.closed_count, m.avg_response_time_hours)
        is distinct from (d.leads::integer, d.contacted::integer, d.qualified::integer, d.closed::integer, d.hours)
    `);
    assert.equal(rows, []);
    assert.is(await one(client, 'select count(*)::integer from public.lh_daily_metrics'), 10);
  });

  host('counts a day as the session’s time zone sees it, and a second call leaves one row', async () => {
    const sum = async (zone: string): Promise<number> => {
      await client.query('begin');
      try {
        await client.query(`select set_config('TimeZone', $1, true)`, [zone]);
        for (let call = 0; call < 2; call += 1)
          await client.query(`select public.lh_update_daily_metrics('2026-01-08')`);
        return await one(
          client,
          `select sum(new_leads_count)::integer from public.lh_daily_metrics where metric_date = '2026-01-08'`,
        );
      } finally {
        await client.query('rollback');
      }
    };
    const kolkata = await sum('Asia/Kolkata');
    const auckland = await sum('Pacific/Auckland');
    assert.is(
      kolkata,
      await one(
        client,
        `select count(*)::integer from public.lh_lead_status
        where created_at >= '2026-01-08 00:00+05:30' and created_at < '2026-01-09 00:00+05:30'`,
      ),
    );
    assert.is.not(kolkata, auckland);
  });

  host('has a metrics function that fails without public in the search path', async () => {
    await client.query(`begin; set local search_path to pg_catalog`);
    const error = await errorOf(() => client.query(`select public.lh_update_daily_metrics('2026-01-08')`));
    await client.query('rollback');
    assert.is(error.code, '42P01');
  });

  host('shows a broker every lead and every row of the output tables', async () => {
    const all = await one(client, 'select count(*) from public.lh_lead_status');
    await asRole(client, 'lh_broker', 'somebody', async () => {
      assert.is(await one(client, 'select count(*) from public.lh_lead_status'), all);
      assert.is(await one(client, 'select count(*)::integer from public.lh_daily_metrics'), 10);
      assert.is(await one(client, 'select count(*)::integer from public.lh_ab_tests'), 2);
      assert.is(await one(client, 'select count(*)::integer from public.lh_spawned_skills'), 1);
    });
  });

  host(
    'shows an agent the leads assigned to it and running tests, and nothing else, without an error',
    async () => {
      const own = await one(
        client,
        `select count(*) from public.lh_lead_status where assigned_to = 'agent-2'`,
      );
      await asRole(client, 'lh_agent', 'agent-2', async () => {
        assert.is(await one(client, 'select count(*) from public.lh_lead_status'), own);
        assert.equal(await one(client, 'select array_agg(distinct assigned_to) from public.lh_lead_status'), [
          'agent-2',
        ]);
        assert.is(await one(client, 'select count(*)::integer from public.lh_daily_metrics'), 0);
        assert.is(await one(client, 'select count(*)::integer from public.lh_spawned_skills'), 0);
        assert.equal(await one(client, 'select array_agg(test_name) from public.lh_ab_tests'), ['new']);
      });
      assert.ok(Number(own) > 0);
    },
  );

  host('knows an agent without claims by the name of its role', async () => {
    await client.query(`update public.lh_lead_status set assigned_to = 'lh_agent' where id = (
      select id from public.lh_lead_status order by created_at limit 1)`);
    await asRole(client, 'lh_agent', null, async () => {
      assert.is(await one(client, 'select count(*)::integer from public.lh_lead_status'), 1);
    });
  });

  host('lets an agent change its own leads only', async () => {
    await asRole(client, 'lh_agent', 'agent-3', async () => {
      const { rows } = await client.query(
        `update public.lh_lead_status set status = 'dead' returning assigned_to`,
      );
      assert.ok(rows.length > 0);
      assert.equal([...new Set(rows.map((row) => row.assigned_to))], ['agent-3']);
      const stolen = await errorOf(() =>
        client.query(`update public.lh_lead_status set assigned_to = 'agent-1'`),
      );
      assert.is(stolen.code, '42501');
    });
  });

  host('starts over empty, with every number of its ids free again', async () => {
    await resetHost(client);
    const left = await one(
      client,
      `select (select count(*) from public.lh_lead_status) + (select count(*) from public.lh_feedback_log)
        + (select count(*) from public.lh_ab_tests) + (select count(*) from public.lh_daily_metrics)`,
    );
    assert.is(left, '0');
    const history = await generateHistory(client, { days: 1, leads_per_day: 5 });
    assert.is(await one(client, 'select count(*)::integer from public.lh_lead_status'), history.leads);
    if (idTypes[n] === 'bigint')
      assert.is(await one(client, 'select min(id) from public.lh_lead_status'), '1');
  });

  host.after(() => databases[n]?.drop());
  host.run();
}
