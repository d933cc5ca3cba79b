// docs/operations.md says what to do for every reason that health can give, and its examples run as they stand.
import type pg from 'pg';
import * as assert from 'uvu/assert';
import { feed, nightAfter } from '../../bench/faults/world.ts';
import { one, rolesFile, rows, setClock } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { alertQueries, documentedReasons, needsCron, sqlExamples } from '../support/operations_page.ts';

const asExpression = (sentence: string): RegExp =>
  new RegExp(`^${sentence.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('…', '.*')}$`, 's');

/** What brings each reason about; undone with the transaction. */
const causes: readonly string[] = [
  'alter function lh_engine.js(text, json) rename to js_is_gone',
  '',
  `insert into lh_engine.events (happened_at, kind, as_of) values ('2026-03-03 12:00+00', 'cycle', '2026-03-03')`,
  `insert into lh_engine.events (happened_at, kind, as_of) values ('2026-03-01 12:00+00', 'cycle', '2026-02-28')`,
  `insert into lh_engine.events (happened_at, kind, as_of, data) values ('2026-03-04 00:01+00', 'failed', '2026-03-03', '{"message": "the host is broken"}')`,
  `insert into lh_engine.events (happened_at, kind, as_of, data) values ('2026-03-04 00:01+00', 'started', '2026-03-03', '{"pid": 1}')`,
  `create or replace function lh_engine.jobs_state(out jobs_present boolean, out jobs_active boolean) language sql stable
     as 'select false, false'`,
  `create or replace function lh_engine.jobs_state(out jobs_present boolean, out jobs_active boolean) language sql stable
     as 'select true, false'`,
  `insert into lh_spawned_skills (skill_type, skill_name, problem_detected, status) values ('lead-scorer', 'x', 'x', 'testing');
   insert into lh_ab_tests (test_name, skill_id, metric_tracked, status, started_at)
   select 'x', s.id, 'x', 'running', '2025-03-04 12:00+00' from lh_spawned_skills as s`,
  'alter table lh_ab_tests rename column p_value to p',
];

engineSuite('operations.md', { ids: ['bigint'], now: '2026-03-04 12:00+00' }, (page_, db) => {
  const reasonsOf = (client: pg.Client): Promise<string[]> =>
    one<string[]>(client, 'select reasons from lh_engine.health');

  page_('has a row for each reason that health can give, and for no other', async () => {
    const documented = documentedReasons();
    const given = new Set<string>();
    for (const cause of causes) {
      await db.client.query('savepoint before');
      if (cause !== '') await db.client.query(cause);
      for (const reason of await reasonsOf(db.client)) given.add(reason);
      await db.client.query('rollback to before');
    }
    const other = await db.connect();
    const meanwhile = async (hold: string): Promise<void> => {
      await other.query(`begin; ${hold}`);
      for (const reason of await reasonsOf(db.client)) given.add(reason);
      await other.query('rollback');
    };
    await meanwhile('lock table lh_daily_metrics in access exclusive mode');
    await setClock(db.client, '2999-01-01 00:00+00');
    await meanwhile('select lh_engine.require_turn()');
    const matched = documented.map((sentence) =>
      [...given].filter((reason) => asExpression(sentence).test(reason)),
    );
    documented.forEach((sentence, i) => {
      assert.ok((matched[i]?.length ?? 0) > 0, `nothing brought about: ${sentence}`);
    });
    assert.equal(new Set(matched.flat()), given);
  });

  page_('its examples in SQL run as they stand, one after the other', async () => {
    await db.client.query(`select lh_engine.set_setting('spawning.min_sample_size', '20')`);
    for (let n = 0; n < 9; n += 1) {
      await feed(db.client, n);
      await setClock(db.client, nightAfter(n));
      await db.client.query('select lh_run_improvement_cycle($1)', [nightAfter(n - 1).slice(0, 10)]);
    }
    assert.ok((await rows(db.client, 'select from lh_engine.active_skills')).length > 0, 'a skill was kept');
    await db.client.query(rolesFile.replace(/^begin;$|^commit;$/gm, ''));
    // Where pg_cron is needed, operating_pg_cron runs them.
    const runnable = sqlExamples().filter((example) => !needsCron(example));
    assert.ok(runnable.length >= 15, `${runnable.length} examples`);
    const makesRole = (example: string): boolean => /create role/.test(example);
    const others = runnable.filter((example) => !makesRole(example));
    const queries = alertQueries();
    assert.is(queries.length, 3);
    // The last example takes the engine away.
    for (const example of [...runnable.filter(makesRole), ...queries, ...others])
      await db.client.query(example).catch((error: Error) => {
        throw new Error(`${error.message} in:\n${example}`);
      });
    assert.is(await one(db.client, `select to_regnamespace('lh_engine')`), null);
  });
});
