// Assignment of leads to tests and arms: stable, random in every way that matters, cheap, and open to a role that may
// do nothing else.
import * as assert from 'uvu/assert';
import { one } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { missing, unless } from '../support/needs.ts';
import { createTest } from './testing_host.ts';

const million = 1_000_000;
const again = await missing('once');

/** How many standard errors a count of successes lies from its expectation. */
const deviation = (successes: number, n: number, share: number): number =>
  Math.abs(successes - n * share) / Math.sqrt(n * share * (1 - share));

engineSuite('assignment', {}, (assignment, db) => {
  // Ids 1, 2, 3 …, or uuids made of them, which differ in their last digits only.
  const id = db.ids === 'bigint' ? 'n::bigint' : `lpad(to_hex(n), 32, '0')::uuid`;
  const assigned = (leads: number): string =>
    `(select n, ${id} as id from generate_series(1, ${leads}) as n) as l cross join lateral lh_assign_ab_test(l.id) as a`;
  // Fixed ids, so that a run of the tests is like any other.
  const startTest = async (pct: number): Promise<string> => {
    const { test } = await createTest(db.client, { pct });
    const fixed = db.ids === 'bigint' ? String(1000 + pct) : `00000000-0000-4000-8000-0000000000${pct}`;
    await db.client.query(`update lh_ab_tests set id = $1::text::${db.ids} where id::text = $2`, [
      fixed,
      test,
    ]);
    return fixed;
  };
  const end = (test: string) =>
    db.client.query(`update lh_ab_tests set status = 'completed' where id::text = $1`, [test]);

  unless(again, assignment)(
    'gives the treatment its share of a million leads, at 50 and at 20 %, whatever their order or parity',
    async () => {
      for (const pct of [50, 20]) {
        const test = await startTest(pct);
        const { rows } = await db.client.query(
          `select
             count(*)::int as n,
             count(*) filter (where treated)::int as treated,
             count(*) filter (where treated and n % 2 = 0)::int as even,
             count(*) filter (where treated and n <= ${million / 2})::int as early
           from (select l.n, a.ab_test_group = 'treatment' as treated from ${assigned(million)}) as t`,
        );
        const share = pct / 100;
        const { n, treated, even, early } = rows[0];
        assert.is(n, million);
        assert.ok(deviation(treated, million, share) < 4, `${treated} of a million at ${pct} %`);
        assert.ok(deviation(even, million / 2, share) < 4, `${even} with an even id at ${pct} %`);
        assert.ok(deviation(early, million / 2, share) < 4, `${early} of the first half at ${pct} %`);
        await end(test);
      }
    },
  );

  assignment('the arms of two tests over the same leads know nothing of each other', async () => {
    for (const pct of [50, 20]) {
      const test = await startTest(pct);
      await db.client.query(
        `create temporary table arms_${pct} on commit drop as
         select l.n from ${assigned(200_000)} where a.ab_test_group = 'treatment'`,
      );
      await end(test);
    }
    const { rows } = await db.client.query(
      `select
         (select count(*)::int from arms_50) as half,
         (select count(*)::int from arms_20) as fifth,
         (select count(*)::int from arms_50 join arms_20 using (n)) as both`,
    );
    const { half, fifth, both } = rows[0];
    const error = Math.sqrt(200_000 * 0.5 * 0.5 * 0.2 * 0.8);
    assert.ok(Math.abs(both - (half * fifth) / 200_000) / error < 4, `${both} of ${half} and ${fifth}`);
  });

  assignment('picks among the running tests alike, and the arm knows nothing of the pick', async () => {
    for (const metric of ['contact_rate', 'f1_score', 'follow_up_days'])
      await createTest(db.client, { metric });
    const { rows } = await db.client.query(
      `select a.ab_test_id::text as test, count(*)::int as n, count(*) filter (where a.ab_test_group = 'treatment')::int as treated
       from ${assigned(100_000)}
       group by 1`,
    );
    assert.is(rows.length, 3);
    for (const row of rows) {
      assert.ok(deviation(row.n, 100000, 1 / 3) < 4, `${row.n} of 100000 in a test`);
      assert.ok(deviation(row.treated, row.n, 0.5) < 4, `${row.treated} of ${row.n} treated`);
    }
  });

  const lead = db.ids === 'bigint' ? '4711' : `'11111111-2222-3333-4444-555555555555'`;
  const answerFor = async () => (await db.client.query(`select * from lh_assign_ab_test(${lead})`)).rows;

  assignment(
    'gives a lead the same answer while the running tests stand, and moves only the leads of a test that ends',
    async () => {
      assert.equal(await answerFor(), []);
      for (const metric of ['a', 'b', 'c']) await createTest(db.client, { metric });
      const first = await answerFor();
      assert.is(first.length, 1);
      await db.client.query(`update lh_ab_tests set control_sample_size = 7, lift_pct = 3`);
      assert.equal(await answerFor(), first);
      await db.client.query(
        `update lh_ab_tests set status = 'completed' where id = (select id from lh_ab_tests where id <> $1 limit 1)`,
        [first[0].ab_test_id],
      );
      assert.equal(await answerFor(), first);
      await db.client.query(`update lh_ab_tests set status = 'completed' where id = $1`, [
        first[0].ab_test_id,
      ]);
      assert.is.not((await answerFor())[0].ab_test_id, first[0].ab_test_id);
    },
  );

  assignment('knows a share of 0 and of 100 %, and a lead without an id', async () => {
    const share = async (pct: number) => {
      await db.client.query('update lh_ab_tests set traffic_allocation_pct = $1', [pct]);
      return one<number>(
        db.client,
        `select count(*) filter (where a.ab_test_group = 'treatment')::int
         from (select n, ${id} as id from generate_series(1, 1000) as n) as l cross join lateral lh_assign_ab_test(l.id) as a`,
      );
    };
    await createTest(db.client);
    assert.is(await share(0), 0);
    assert.is(await share(100), 1000);
    assert.equal((await db.client.query('select * from lh_assign_ab_test(null)')).rows, []);
  });

  assignment(
    'is inlined into the query that inserts leads and answers a hundred thousand of them in seconds',
    async () => {
      await createTest(db.client);
      const plan = await db.client.query(
        `explain select a.* from (select ${id} as id from generate_series(1, 10) as n) as l cross join lateral lh_assign_ab_test(l.id) as a`,
      );
      const text = plan.rows.map((r) => r['QUERY PLAN']).join('\n');
      assert.not.match(text, 'Function Scan on lh_assign_ab_test');
      assert.match(text, 'lh_ab_tests');
    },
  );

  assignment(
    'serves a role that may do nothing else, whatever its search_path and row-level security',
    async () => {
      await createTest(db.client);
      await db.client.query(`
      create role lh_ingestion_${process.pid} nologin;
      grant usage on schema public, lh_engine to lh_ingestion_${process.pid};
      grant execute on function public.lh_assign_ab_test to lh_ingestion_${process.pid};
      grant select on lh_engine.assignable_tests to lh_ingestion_${process.pid};
      create schema decoy;
      grant usage on schema decoy to lh_ingestion_${process.pid};
      create function decoy.sha256(bytea) returns bytea language sql as 'select null::bytea';
      create operator decoy.|| (leftarg = text, rightarg = text, function = pg_catalog.starts_with);
      set local search_path to decoy, pg_catalog;
      set local role lh_ingestion_${process.pid};
    `);
      const { rows } = await db.client.query(`select ab_test_group from public.lh_assign_ab_test(${lead})`);
      assert.is(rows.length, 1);
      assert.is(await one(db.client, `select has_table_privilege('public.lh_ab_tests', 'select')`), false);
      assert.is(
        await one(db.client, `select has_function_privilege('lh_engine.settings_json()', 'execute')`),
        false,
      );
    },
  );
});
