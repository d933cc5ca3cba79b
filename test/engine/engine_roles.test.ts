// What operator, agent and reader do with what they are granted, also through PostgREST and under a changed role.
import * as assert from 'uvu/assert';
import { errorOf, one, rows } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { as, followRemedies, objects, options, roleName } from './roles_host.ts';

engineSuite('roles at work', options, (roles, db) => {
  roles('an operator who follows check_host runs, switches and purges', async () => {
    await db.client.query(`grant lh_engine_operator to ${roleName}; alter role ${roleName} bypassrls`);
    await followRemedies(db.client, roleName);
    await db.client.query(
      `insert into lh_lead_status (status, assigned_to, created_at, contacted_at)
     select 'contacted', 'a', '2026-03-03 04:00+00', '2026-03-03 14:00+00' from generate_series(1, 5)`,
    );
    await as(db.client, roleName, async () => {
      assert.equal(
        await rows(db.client, 'select * from lh_engine.check_host() where required and not found'),
        [],
      );
      await db.client.query('call lh_engine.run_due_cycle()');
      const test = await one<string>(
        db.client,
        `select id from lh_ab_tests where status = 'running' limit 1`,
      );
      await db.client.query('select lh_analyze_ab_tests()');
      await db.client.query(`select lh_engine.set_setting('engine.approval', 'true')`);
      await db.client.query(`select lh_engine.stop_test($1, 'enough')`, [test]);
      await db.client.query(`select lh_engine.pause(why => 'holiday')`);
      await db.client.query(`select lh_engine.resume()`);
      await db.client.query('select lh_engine.purge_events()');
      await db.client.query(`select lh_engine.reset_setting('engine.approval')`);
      assert.equal(await rows(db.client, `select kind from lh_engine.events where kind = 'failed'`), []);
      assert.is((await rows(db.client, 'select * from lh_engine.health')).length, 1);
    });
    const skill = await one<string>(db.client, `select id from lh_spawned_skills where status = 'killed'`);
    await db.client.query(`update lh_spawned_skills set status = 'active' where id = $1`, [skill]);
    await as(db.client, roleName, () =>
      db.client.query(`select lh_engine.revert_skill($1, 'complaints')`, [skill]),
    );
  });

  const cycles = async (): Promise<unknown> =>
    one(
      db.client,
      `select array_agg(kind order by event_id) from lh_engine.events where kind in ('started', 'failed', 'cycle')`,
    );

  roles('a role without any of ours that follows check_host runs whole cycles', async () => {
    await db.client.query(`alter role ${roleName} bypassrls`);
    await followRemedies(db.client, roleName);
    assert.equal(
      await rows(
        db.client,
        `select * from lh_engine.check_host_for($1) where not found and kind <> 'language'`,
        [roleName],
      ),
      [],
    );
    assert.is(
      await one(
        db.client,
        `select has_function_privilege($1, 'lh_engine.approve(bigint, text)', 'execute')`,
        [roleName],
      ),
      false,
      'it has what a cycle needs and no more',
    );
    await db.client.query(
      `insert into lh_lead_status (status, assigned_to, created_at, contacted_at)
     select 'contacted', 'a', '2026-03-03 04:00+00', '2026-03-03 14:00+00' from generate_series(1, 5)`,
    );
    await as(db.client, roleName, () => db.client.query('call lh_engine.run_due_cycle()'));
    assert.ok(await one(db.client, `select count(*) > 0 from lh_ab_tests where status = 'running'`));
    await db.client.query(`select lh_engine.set_setting('engine.approval', 'true');
        delete from lh_ab_tests; delete from lh_spawned_skills; set lh_engine.now = '2026-03-20 18:00+00'`);
    await as(db.client, roleName, () => db.client.query('call lh_engine.run_due_cycle()'));
    assert.equal(await cycles(), ['started', 'cycle', 'started', 'cycle']);
  });

  roles(
    'a right on the engine that a cycle lacks is named with its grant, and the run is recorded',
    async () => {
      await db.client.query(`alter role ${roleName} bypassrls`);
      await followRemedies(db.client, roleName);
      for (const [lacking, grant] of [
        [
          'execute on function lh_engine.collect_policy(date, json)',
          'execute on routine lh_engine.collect_policy(date, json)',
        ],
        ['insert on lh_engine.spawn_claims', 'insert on table lh_engine.spawn_claims'],
        ['select on lh_engine.host_leads', 'select on table lh_engine.host_leads'],
      ]) {
        await db.client.query(`revoke ${lacking} from ${roleName}`);
        const remedy = `grant ${grant} to ${roleName};`;
        assert.equal(
          await rows(
            db.client,
            'select object, remedy from lh_engine.check_host_for($1) where required and not found',
            [roleName],
          ),
          [{ object: grant, remedy }],
        );
        const error = await as(db.client, roleName, () =>
          errorOf(() => db.client.query('call lh_engine.run_due_cycle()')),
        );
        assert.is(error.code, 'LH004');
        assert.match(error.message, remedy);
        await db.client.query(remedy);
      }
      assert.equal(await cycles(), ['started', 'failed', 'started', 'failed', 'started', 'failed']);
      await db.client.query(`revoke execute on function public.lh_run_improvement_cycle(date) from ${roleName};
        revoke execute on procedure lh_engine.run_due_cycle() from ${roleName}; revoke select on lh_engine.host_leads from ${roleName}`);
      assert.equal(
        await rows(
          db.client,
          'select object from lh_engine.check_host_for($1) where required and not found',
          [roleName],
        ),
        [],
        'who runs no cycle needs nothing of it',
      );
    },
  );

  roles('an agent assigns leads and reads what agents read, and cannot run a cycle', async () => {
    await db.client.query(`grant lh_engine_agent to ${roleName}`);
    await db.client.query(
      `grant select on all tables in schema public to ${roleName}; alter role ${roleName} bypassrls`,
    );
    await as(db.client, roleName, async () => {
      await db.client.query('select * from lh_assign_ab_test(1)');
      for (const view of ['active_skills', 'running_tests', 'proposals'])
        await db.client.query(`select * from lh_engine.${view}`);
      for (const call of [
        'select lh_run_improvement_cycle()',
        `select lh_engine.pause(why => 'x')`,
        'select lh_engine.uninstall(confirm => true)',
        'select lh_engine.approve(1)',
        'delete from lh_engine.events',
      ])
        assert.is((await errorOf(() => db.client.query(call))).code, '42501', call);
    });
  });

  roles('a reader reads every view and reports, and changes nothing', async () => {
    await db.client.query(`grant lh_engine_reader to ${roleName}; alter role ${roleName} bypassrls`);
    await db.client.query(`grant select on all tables in schema public to ${roleName}`);
    const views = objects.filter((o) => o.kind === 'view' && o.grants.includes('reader'));
    await as(db.client, roleName, async () => {
      for (const { name } of views) await db.client.query(`select * from ${name}`);
      await db.client.query('select * from lh_detect_bottlenecks()');
      await db.client.query('select * from lh_plan_improvements()');
      for (const call of [
        'select lh_run_improvement_cycle()',
        'select lh_analyze_ab_tests()',
        `select lh_engine.set_setting('engine.dry_run', 'true')`,
        'delete from lh_engine.events',
        'select lh_engine.enable_schedule()',
      ])
        assert.is((await errorOf(() => db.client.query(call))).code, '42501', call);
    });
  });

  roles('through PostgREST a granted role runs the cycle and anon cannot', async () => {
    await db.client.query(`grant lh_engine_operator to ${roleName}; alter role ${roleName} bypassrls`);
    await followRemedies(db.client, roleName);
    const request = async (role: string, call: string): Promise<unknown> => {
      await db.client.query('begin');
      try {
        await db.client.query(`set local role ${role}`);
        await db.client.query(`select set_config('request.jwt.claims', $1, true)`, [
          JSON.stringify({ role, sub: '7' }),
        ]);
        return await one(db.client, call);
      } finally {
        await db.client.query('rollback');
      }
    };
    const cycle = (await request(roleName, 'select public.lh_run_improvement_cycle(null)')) as {
      success: boolean;
    };
    assert.is(cycle.success, true);
    const analysis = (await request(roleName, 'select public.lh_analyze_ab_tests(null)')) as {
      success: boolean;
    };
    assert.is(analysis.success, true);
    for (const role of ['anon', 'authenticated'])
      for (const call of [
        'lh_run_improvement_cycle(null)',
        'lh_analyze_ab_tests(null)',
        'lh_assign_ab_test(1)',
      ])
        assert.is((await errorOf(() => request(role, `select public.${call}`))).code, '42501');
  });

  roles('one transaction may run the engine under two effective roles (plv8 issue 606)', async () => {
    await db.client.query(`grant lh_engine_operator to ${roleName}; alter role ${roleName} bypassrls`);
    await followRemedies(db.client, roleName);
    await db.client.query(`
    create function public.host_cycle() returns jsonb language plpgsql security definer as
      $$ declare v jsonb; begin v := public.lh_run_improvement_cycle(); return v; end $$;
    create function public.host_setting(p_value int) returns jsonb language plpgsql security definer as
      $$ begin return lh_engine.set_setting('log.retention_days', to_jsonb(p_value)); end $$;
    grant execute on function public.host_cycle(), public.host_setting(int) to ${roleName};`);
    await db.client.query('begin');
    const outcomes: unknown[] = [];
    for (const role of [roleName, 'none', roleName]) {
      await db.client.query(`set local role ${role}`);
      outcomes.push(await one(db.client, `select public.host_cycle() ->> 'success'`));
      outcomes.push(await one(db.client, `select public.lh_run_improvement_cycle() ->> 'success'`));
      outcomes.push(await one(db.client, 'select public.host_setting(500)'));
      outcomes.push(await one(db.client, `select lh_engine.set_setting('log.retention_days', '500')`));
    }
    await db.client.query('commit');
    assert.equal(
      outcomes,
      [1, 2, 3].flatMap(() => ['true', 'true', 500, 500]),
    );
  });
});
