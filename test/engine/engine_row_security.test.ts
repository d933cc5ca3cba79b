// No decision on a part of the rows: who is subject to row-level security is refused.
import * as assert from 'uvu/assert';
import { errorOf, one } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { as, followRemedies, options, roleName } from './roles_host.ts';

engineSuite('row-level security', options, (security, db) => {
  security('a role that is subject to row-level security is refused, with table and remedy', async () => {
    await db.client.query(`grant lh_engine_operator to ${roleName}`);
    await followRemedies(db.client, roleName);
    await db.client.query(
      `insert into lh_lead_status (status, assigned_to) values ('assigned', 'somebody else')`,
    );
    await as(db.client, roleName, async () => {
      for (const call of ['lh_run_improvement_cycle()', 'lh_analyze_ab_tests()', 'lh_plan_improvements()']) {
        const error = await errorOf(() => db.client.query(`select ${call}`));
        assert.is(error.code, 'LH005', call);
        assert.match(error.message, 'lh_lead_status');
        assert.match(String(error.hint), /bypassrls/i);
        assert.match(String(error.hint), 'security.trusted_roles');
      }
    });
    assert.is(await one(db.client, 'select count(*)::int from lh_daily_metrics'), 0);
  });

  security('a role of which a DBA vouches, with policies that show it every row, may run', async () => {
    await db.client.query(`grant lh_engine_operator, lh_broker to ${roleName}`);
    await followRemedies(db.client, roleName);
    await db.client.query(`select lh_engine.set_setting('security.trusted_roles', $1)`, [
      JSON.stringify([roleName]),
    ]);
    await as(db.client, roleName, async () => {
      assert.is(await one(db.client, `select lh_run_improvement_cycle() ->> 'success'`), 'true');
    });
  });

  security('a table behind a replaced adapter view counts for row-level security too', async () => {
    await db.client.query(`
    create table public.lead_extras (lead_id bigint primary key, source text);
    alter table public.lead_extras enable row level security;
    alter table public.lead_extras force row level security;
    create or replace view lh_engine.host_leads with (security_invoker = true) as
      select l.id, l.property_id, l.status::text as status, l.assigned_to::text as assigned_to, l.contacted_at, l.created_at,
        l.ab_test_id, l.ab_test_group::text as ab_test_group, x.source, l.qualified_at, l.closed_at
      from public.lh_lead_status as l left join public.lead_extras as x on x.lead_id = l.id;
    grant lh_engine_operator, lh_broker to ${roleName};`);
    await followRemedies(db.client, roleName);
    const error = await as(db.client, roleName, () =>
      errorOf(() => db.client.query('select lh_run_improvement_cycle()')),
    );
    assert.is(error.code, 'LH005');
    assert.match(error.message, 'public.lead_extras');
  });

  security('an adapter view that lost security_invoker stops the cycle', async () => {
    await db.client.query(`create or replace view lh_engine.host_contacts as
    select h.id, h.property_id, h.validation_status::text as validation_status from public.lh_contacts as h`);
    const error = await errorOf(() => db.client.query('select lh_run_improvement_cycle()'));
    assert.is(error.code, 'LH005');
    assert.match(error.message, 'lh_engine.host_contacts');
    assert.match(String(error.hint), 'alter view lh_engine.host_contacts set (security_invoker = true);');
  });
});
