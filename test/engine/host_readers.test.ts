// What a role reads that may not see the host, or not every row of it: every view, as the last cycle stored it.
import type pg from 'pg';
import * as assert from 'uvu/assert';
import { errorOf, installFile, one, rolesFile, rows, setClock } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { as, objects, options, roleName } from './roles_host.ts';

const views = objects.filter((o) => o.kind === 'view' && o.grants.includes('reader')).map(({ name }) => name);
const stored = [
  'running_tests',
  'test_segments',
  'segment_report',
  'source_report',
  'county_report',
  'distress_type_report',
  'pattern_recommendations',
  'feedback_report',
  'active_skills',
].map((name) => `lh_engine.${name}`);

const fill = async (client: pg.Client): Promise<void> => {
  await client.query(`
    insert into lh_spawned_skills (skill_type, skill_name, target_metric, status, spawned_at, decision_made_at)
      values ('lead-scorer', 'v1', 'qualification_rate', 'testing', '2026-02-01', null),
        ('pattern-updater', 'kept', 'false_positive_rate', 'active', '2026-01-01', '2026-02-01');
    insert into lh_ab_tests (test_name, skill_id, metric_tracked, status, started_at)
      select 'T', id, 'qualification_rate', 'running', '2026-02-01' from lh_spawned_skills where skill_name = 'v1';
    insert into lh_lead_status (status, assigned_to, source, created_at, contacted_at, qualified_at, ab_test_id, ab_test_group)
      select case when i % 3 = 0 then 'qualified' else 'contacted' end, 'the secret of a lead', 'zillow', '2026-02-10 10:00', '2026-02-10 11:00',
        case when i % 3 = 0 then timestamptz '2026-02-12' end, t.id, case when i % 2 = 0 then 'control' else 'treatment' end
      from lh_ab_tests as t, generate_series(1, 60) as i;
    insert into lh_lead_status (status, source, created_at, contacted_at)
      select 'contacted', 'referral', '2026-02-10 10:00', '2026-02-11 11:00' from generate_series(1, 40)`);
};

engineSuite('readers', options, (readers, db) => {
  const asReader = async <T>(work: () => Promise<T>): Promise<T> => {
    await db.client.query(`grant lh_engine_reader to ${roleName}`);
    return as(db.client, roleName, work);
  };
  const content = async (view: string): Promise<unknown> =>
    one(db.client, `select jsonb_agg(to_jsonb(v) order by to_jsonb(v)) from ${view} as v`);
  const all = async (): Promise<ReadonlyMap<string, unknown>> => {
    const found = new Map<string, unknown>();
    for (const view of stored) found.set(view, await content(view));
    return found;
  };

  readers('a reader without a right on the host reads every view, as the last cycle left it', async () => {
    await fill(db.client);
    await db.client.query('select lh_run_improvement_cycle()');
    const live = await all();
    await asReader(async () => {
      for (const view of views) await db.client.query(`select * from ${view}`);
      for (const [view, rowsOfView] of await all()) {
        assert.equal(rowsOfView, live.get(view), view);
        if (view !== 'lh_engine.pattern_recommendations' && view !== 'lh_engine.feedback_report')
          assert.ok(rowsOfView !== null, `${view} has rows`);
      }
    });
    const computed = await one(db.client, 'select as_of from lh_engine.running_tests limit 1');
    await db.client.query(`delete from lh_lead_status; update lh_ab_tests set status = 'completed'`);
    await setClock(db.client, '2026-03-04 20:00+00');
    const later = await asReader(() => all());
    assert.equal([...later], [...live], 'until the next cycle');
    assert.equal(
      await asReader(() => one(db.client, 'select as_of from lh_engine.running_tests limit 1')),
      computed,
    );
    assert.equal(await content('lh_engine.running_tests'), null, 'who sees the host reads the present rows');
  });

  readers(
    'row-level security that hides rows gives a reader the stored reports, not a part of the rows',
    async () => {
      await fill(db.client);
      await db.client.query('select lh_run_improvement_cycle()');
      const live = await all();
      await db.client.query(`grant select on all tables in schema public to ${roleName}`);
      await asReader(async () => {
        assert.is(await one(db.client, 'select count(*)::int from lh_lead_status'), 0, 'its rows are hidden');
        assert.equal([...(await all())], [...live]);
      });
    },
  );

  readers('health is one statement that tells a reader what it tells the owner', async () => {
    await asReader(async () => {
      const [row] = await rows(db.client, 'select * from lh_engine.health');
      assert.equal([row?.running_tests, row?.tests_as_of], [null, null], 'before the first cycle');
    });
    await fill(db.client);
    await db.client.query('select lh_run_improvement_cycle()');
    await setClock(db.client, '2027-03-04 18:00+00');
    const health = () =>
      rows(
        db.client,
        'select running_tests, stuck_tests, days_behind, last_success, paused, dry_run, engine, bundle from lh_engine.health',
      );
    const whole = await health();
    const running = await one<number>(
      db.client,
      `select count(*)::int from lh_ab_tests where status = 'running'`,
    );
    assert.equal(whole[0]?.running_tests, String(running));
    assert.is([whole[0]?.stuck_tests].flat().length, running, 'stuck is judged now');
    assert.equal(await asReader(health), whole);
    assert.equal(
      await asReader(() => one(db.client, 'select tests_as_of from lh_engine.health')),
      new Date('2026-03-04T18:00:00Z'),
    );
  });

  readers('a reader asks for the history of a test', async () => {
    await fill(db.client);
    await db.client.query('select lh_run_improvement_cycle()');
    const id = await one<string>(db.client, `select id::text from lh_ab_tests where test_name = 'T'`);
    const explain = () => one(db.client, 'select lh_engine.explain_test($1)', [id]);
    assert.equal(await asReader(explain), await explain());
  });

  readers(
    'a site that has a view over hidden rows in place of the tests has them as they were stored',
    async () => {
      const { client } = await db.open({ engine: false });
      await client.query(`
      alter table lh_ab_tests rename to tests_behind;
      create policy brokers_only on tests_behind as restrictive to ${roleName} using (false);
      create view lh_ab_tests with (security_invoker = true) as select * from tests_behind;
      grant select on tests_behind, lh_ab_tests to ${roleName}`);
      await client.query(installFile);
      await client.query(rolesFile);
      await client.query(`grant lh_engine_reader to ${roleName}`);
      await fill(client);
      await client.query('select lh_run_improvement_cycle()');
      const health = () => rows(client, 'select running_tests, stuck_tests from lh_engine.health');
      await setClock(client, '2027-03-04 18:00+00');
      const whole = await health();
      assert.is.not(whole[0]?.running_tests, '0');
      await as(client, roleName, async () => {
        assert.is(await one(client, 'select count(*)::int from lh_ab_tests'), 0, 'its rows are hidden');
        assert.equal(await health(), whole);
      });
    },
  );

  readers('before the first cycle a reader is told so, and gets no empty report', async () => {
    await asReader(async () => {
      for (const view of stored) {
        const error = await errorOf(() => db.client.query(`select * from ${view}`));
        assert.is(error.code, 'LH005', view);
        assert.match(error.message, 'no cycle has stored it yet');
        assert.match(String(error.hint), 'next cycle');
      }
    });
  });

  readers('nothing is computed for readers where nobody is one', async () => {
    await db.client.query(
      'revoke all on lh_engine.stored_reports from lh_engine_operator, lh_engine_agent, lh_engine_reader',
    );
    await db.client.query('select lh_run_improvement_cycle()');
    assert.is(await one(db.client, 'select count(*)::int from lh_engine.stored_reports'), 0);
  });

  readers('what is stored counts, and has no lead in it', async () => {
    await fill(db.client);
    await db.client.query('select lh_run_improvement_cycle()');
    assert.is(
      await one(
        db.client,
        `select count(*)::int from lh_engine.stored_reports where stored::text ~ 'the secret of a lead'`,
      ),
      0,
    );
    assert.is(
      await one(db.client, 'select count(*)::int from lh_engine.stored_reports where stored is null'),
      0,
    );
  });

  readers('a report that cannot be made stops no cycle, and says why', async () => {
    await db.client.query(`
      create or replace function lh_engine.count_segments(p_dimension text, p_as_of date) returns json
      language plpgsql as $$ begin raise exception 'no counting today'; end $$`);
    const result = await one<{ success: boolean; warnings: { code: string; message: string }[] }>(
      db.client,
      'select lh_run_improvement_cycle()',
    );
    assert.is(result.success, true);
    assert.equal(
      result.warnings.filter(({ code }) => code === 'report_not_stored').map(({ message }) => message),
      ['source_report', 'county_report', 'distress_type_report'].map(
        (name) => `${name} could not be stored for readers: no counting today`,
      ),
    );
    const error = await asReader(() =>
      errorOf(() => db.client.query('select * from lh_engine.source_report')),
    );
    assert.is(error.code, 'LH005');
    assert.match(error.message, 'no counting today');
  });
});
