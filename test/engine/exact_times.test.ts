// The sums of times are exact: the same leads give the same documents to the last digit, in whatever order the rows
// lie, whether workers read them in parallel, in sessions that write fewer digits, and after a dump and restore. Times
// that cannot be meant raise nothing.
import { spawnSync } from 'node:child_process';
import type pg from 'pg';
import * as assert from 'uvu/assert';
import { one } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { missing, unless } from '../support/needs.ts';
import { collect, insert, lead, onDay } from './detection_host.ts';
import { createTest, now } from './testing_host.ts';

const noDump = await missing('pg_dump');

const documentsOf = async (client: pg.Client): Promise<Record<string, string>> => {
  const texts: Record<string, string> = {};
  for (const [name, query] of Object.entries({
    detection: 'lh_engine.collect_detection(null)',
    backtest: `(select json_agg(d.document) from lh_engine.detection_documents('2026-02-10', '2026-02-20', lh_engine.settings_json()::jsonb, true) as d)`,
    sources: `lh_engine.count_segments('source', null)`,
    tests: 'lh_engine.collect_tests(null)',
  }))
    texts[name] = await one<string>(client, `select ${query}::text`);
  return texts;
};

/** Leads of four sources over twelve weeks, each in a test, with times of no whole second. */
const manyLeads = async (client: pg.Client): Promise<void> => {
  const { test } = await createTest(client, { startedAt: '2025-12-01' });
  await client.query(
    `insert into lh_lead_status (status, created_at, contacted_at, qualified_at, source, assigned_to, ab_test_id, ab_test_group)
     select
       case when n % 3 = 0 then 'qualified' else 'contacted' end,
       t.created_at,
       t.created_at + make_interval(secs => (n * 7919 % 100003) / 1.7),
       case when n % 3 = 0 then t.created_at + make_interval(secs => 60000 + (n * 104729 % 500009) / 1.3) end,
       (array['zillow', 'probate', 'tax', 'web'])[1 + n % 4],
       'agent-1',
       (select id from lh_ab_tests where id::text = $1),
       case when n % 2 = 0 then 'control' else 'treatment' end
     from generate_series(1, 4000) as n
     cross join lateral (
       select timestamptz '2025-12-08' + n * interval '1800.123457 seconds' as created_at
     ) as t`,
    [test],
  );
};

const run = (command: string, args: readonly string[]): void => {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`);
};

const parallel = `
  set parallel_setup_cost to 0; set parallel_tuple_cost to 0; set min_parallel_table_scan_size to 0;
  set max_parallel_workers_per_gather to 2`;

/** The plans of the statements inside a call. */
const plansOf = async (client: pg.Client, call: string): Promise<string> => {
  const plans: string[] = [];
  const keep = (notice: { readonly message?: string | undefined }): void => {
    plans.push(notice.message ?? '');
  };
  client.on('notice', keep);
  await client.query(
    `load 'auto_explain'; set auto_explain.log_min_duration to 0; set auto_explain.log_nested_statements to on;
     set auto_explain.log_level to notice`,
  );
  await client.query(call);
  await client.query('set auto_explain.log_min_duration to -1');
  client.off('notice', keep);
  return plans.join('\n');
};

let before: Record<string, string>;

const prepare = async (client: pg.Client): Promise<void> => {
  await manyLeads(client);
  await client.query('analyze');
  before = await documentsOf(client);
};

// One database, whose rows are shuffled and which pg_dump reads: nothing of it is taken back.
engineSuite('exact times', { now, isolation: 'none', prepare }, (times, db) => {
  times('the documents hold times to compare', async () => {
    const { leads, contact_days } = JSON.parse(before.detection as string);
    assert.ok(leads.every((r: { hours_n: number }) => r.hours_n > 0));
    assert.ok(contact_days.some((r: { squares: number }) => r.squares > 0));
    const [test] = JSON.parse(before.tests as string).tests;
    assert.is(test.inputs.groups.length, 4);
    assert.ok(test.inputs.groups.every((g: { response_variance: number }) => g.response_variance > 0));
  });

  times('the same to the last digit when the rows lie in another order', async () => {
    const first = () => one<string>(db.client, `select id::text from lh_lead_status where ctid = '(0,1)'`);
    const was = await first();
    await db.client.query(
      `create index shuffled on lh_lead_status (md5(id::text)); cluster lh_lead_status using shuffled; analyze lh_lead_status`,
    );
    assert.is.not(await first(), was);
    assert.equal(await documentsOf(db.client), before);
  });

  times('the same to the last digit when workers read the leads in parallel', async () => {
    const other = await db.connect();
    await other.query(parallel);
    assert.equal(await documentsOf(other), before);
    const plans = await plansOf(other, 'select lh_engine.collect_tests(null)');
    assert.match(plans, /Partial HashAggregate|Partial GroupAggregate/);
    assert.match(plans, /Parallel Seq Scan on lh_lead_status/);
  });

  for (const digits of [-15, 0, 3])
    times(`the same to the last digit from a session with extra_float_digits ${digits}`, async () => {
      const other = await db.connect();
      await other.query(`set extra_float_digits to ${digits}`);
      assert.equal(await documentsOf(other), before);
    });

  unless(noDump, times)('the same to the last digit after a dump and a restore', async () => {
    const copy = await db.open({ engine: false });
    const archive = `/tmp/lh_exact_times_${process.pid}_${db.ids}`;
    try {
      run('pg_dump', ['--format=custom', `--file=${archive}`, db.url]);
      run('pg_restore', ['--clean', '--if-exists', '--no-owner', '--dbname', copy.url, archive]);
      await copy.client.query('analyze');
      assert.equal(await documentsOf(copy.client), before);
    } finally {
      run('rm', ['-f', archive]);
    }
  });
});

engineSuite('the time a lead took', { now }, (times, db) => {
  times('a mean is whole seconds, converted once', async () => {
    const { test } = await createTest(db.client, { metric: 'qualification_rate' });
    const add = (seconds: number) =>
      db.client.query(
        `insert into lh_lead_status (status, created_at, contacted_at, ab_test_id, ab_test_group, assigned_to)
         select 'contacted', '2026-02-25 10:00+00', timestamptz '2026-02-25 10:00+00' + make_interval(secs => $2), t.id, 'control', 'a'
         from lh_ab_tests as t where t.id::text = $1`,
        [test, seconds],
      );
    for (const seconds of [360.4, 359.6, 1080]) await add(seconds);
    const { rows } = await db.client.query(
      `select response_n::integer as n, response_mean_hours as mean, response_variance as variance
       from lh_engine.test_lead_counts(array[$1], null)`,
      [test],
    );
    // 360, 360 and 1080 seconds: a mean of 600, a variance of 172800.
    assert.equal(rows, [{ n: 3, mean: 600 / 3600, variance: 172800 / 3600 ** 2 }]);
  });

  times('infinite times have no length and absurd ones count as 68 years', async () => {
    await insert(db.client, [
      lead(3, 2, 1),
      lead(3, null, null, { contacted: 'infinity' }),
      lead(3, null, 1, { contacted: '-infinity' }),
      lead(3, 2, null, { qualified: '290000-01-01 00:00+00' }),
      { created: '4700-01-01 00:00+00 BC', contacted: '290000-01-01 00:00+00' },
      { created: '1926-02-27 10:00+00', contacted: '2026-02-27 10:00+00' },
      { created: '-infinity', contacted: '2026-02-27 10:00+00', qualified: 'infinity' },
    ]);
    const document = await collect(db.client, '2026-03-01');
    const day = onDay(document, '2026-02-27');
    assert.equal([day.hours_n, day.hours_sum], [2, 4]);
    const { test } = await createTest(db.client, { metric: 'qualification_rate', startedAt: '1920-01-01' });
    await db.client.query(
      `update lh_lead_status set ab_test_id = (select id from lh_ab_tests where id::text = $1), ab_test_group = 'control'`,
      [test],
    );
    const { rows } = await db.client.query(
      `select response_n::integer as n, response_mean_hours as mean from lh_engine.test_lead_counts(array[$1], null)`,
      [test],
    );
    assert.equal(rows, [{ n: 3, mean: (7200 + 7200 + 2_147_483_647) / 3 / 3600 }]);
  });
});
