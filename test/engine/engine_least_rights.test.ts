// The installation of docs/operations.md in which the role of the loop can do nothing but run it.
import * as assert from 'uvu/assert';
import { hostTables } from '../../src/sql/host/contract.ts';
import { errorOf, one, rows } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { sqlExamples } from '../support/operations_page.ts';
import { as, options, roleName } from './roles_host.ts';

const example = sqlExamples().find((each) => each.includes('create role loop_only'));
const runner = `${roleName}_loop`;

engineSuite('least rights', options, (least, db) => {
  const withRunner = async (work: () => Promise<void>): Promise<void> => {
    await db.client.query(String(example).replaceAll('loop_only', runner));
    try {
      await work();
    } finally {
      await db.client.query(`drop owned by ${runner}; drop role ${runner}`);
    }
  };

  least('the documented role runs nights and purges', () =>
    withRunner(async () => {
      await db.client.query(
        `insert into lh_lead_status (status, assigned_to, created_at, contacted_at)
         select 'contacted', 'a', '2026-03-03 04:00+00', '2026-03-03 14:00+00' from generate_series(1, 5)`,
      );
      await as(db.client, runner, async () => {
        await db.client.query('call lh_engine.run_due_cycle()');
        await db.client.query('select lh_engine.purge_events()');
      });
      assert.ok(await one(db.client, `select count(*) > 0 from lh_ab_tests where status = 'running'`));
      assert.equal(
        await one(
          db.client,
          'select array_agg(kind order by event_id) from lh_engine.events where kind in ($$started$$, $$failed$$, $$cycle$$, $$purge$$)',
        ),
        ['started', 'cycle', 'purge'],
      );
    }),
  );

  least('it has on the tables of the host what the contract asks for, and no more', () =>
    withRunner(async () => {
      const held = await rows(
        db.client,
        `select c.relname as name, array_agg(lower(p.privilege) order by p.privilege) as privileges
         from pg_class as c
         cross join unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) as p (privilege)
         where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v')
           and has_table_privilege($1, c.oid, p.privilege)
         group by c.relname order by c.relname`,
        [runner],
      );
      assert.equal(
        held,
        hostTables
          .map(({ name, rights }) => ({ name, privileges: [...new Set(['select', ...rights])].sort() }))
          .sort((a, b) => (a.name < b.name ? -1 : 1)),
      );
    }),
  );

  least('it switches, sets, approves, reads and creates nothing', () =>
    withRunner(async () => {
      await as(db.client, runner, async () => {
        for (const attempt of [
          `select lh_engine.set_setting('engine.dry_run', 'true')`,
          `insert into lh_engine.setting_overrides (key, value, changed_at) values ('engine.dry_run', 'true', now())`,
          `select lh_engine.pause(why => 'x')`,
          'delete from lh_engine.pauses',
          'select lh_engine.approve(1)',
          `select lh_engine.reject(1, 'x')`,
          `select lh_engine.stop_test(1, 'x')`,
          `select lh_engine.revert_skill(1, 'x')`,
          'select lh_engine.enable_schedule()',
          'select lh_engine.uninstall(confirm => true)',
          'update lh_engine.events set actor = null',
          'update lh_lead_status set source = null',
          'delete from lh_ab_tests',
          'create table lh_engine.mine (id int)',
          'create function lh_engine.mine() returns int language sql as $$ select 1 $$',
        ])
          assert.is((await errorOf(() => db.client.query(attempt))).code, '42501', attempt);
      });
    }),
  );
});
