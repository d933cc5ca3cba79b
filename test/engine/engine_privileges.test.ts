// Who may do what: nothing for PUBLIC and the web roles, for each role of dist/roles.sql what the sources grant, and
// no decision on a part of the rows.
import type pg from 'pg';
import * as assert from 'uvu/assert';
import { sqlModules } from '../../src/sql/index.ts';
import type { SqlObject } from '../../src/sql/kit/objects.ts';
import { errorOf, installFile, one, rolesFile, rows } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';

const roleName = `lh_test_role_${process.pid}`;

const objects = sqlModules({ bundle: '', bundleHash: '', engineVersion: '' })
  .flatMap((module) => module.objects)
  .filter((o): o is Exclude<SqlObject, { kind: 'statement' }> => o.kind !== 'statement');

const createWebRoles = (client: pg.Client) =>
  client.query(`do $$
    declare v_role text;
    begin
      foreach v_role in array array['anon', 'authenticated', 'service_role', '${roleName}'] loop
        begin
          execute format('create role %I nologin', v_role);
        exception when duplicate_object or unique_violation then null;
        end;
      end loop;
    end $$`);

/** Everything the engine owns, with what a role may do to it. */
const reachable = (client: pg.Client, role: string) =>
  rows(
    client,
    `with ours as (
       select p.oid, p.oid::regprocedure::text as name from pg_proc as p
       where p.pronamespace = 'lh_engine'::regnamespace
         or (p.pronamespace = 'public'::regnamespace and p.proname ~ '^lh_' and p.proname <> 'lh_update_daily_metrics')
     )
     select o.name from ours as o where has_function_privilege($1, o.oid, 'execute')
     union all
     select c.oid::regclass::text from pg_class as c
     where c.relnamespace = 'lh_engine'::regnamespace and c.relkind in ('r', 'v', 'S')
       and case when c.relkind = 'S'
         then has_sequence_privilege($1, c.oid, 'usage, select, update')
         else has_table_privilege($1, c.oid, 'select, insert, update, delete, truncate, references, trigger')
       end
     union all
     select 'schema' where has_schema_privilege($1, 'lh_engine', 'usage, create')`,
    [role],
  );

/** The DBA follows check_host: every grant it prints, and BYPASSRLS. */
const followRemedies = async (client: pg.Client, role: string): Promise<void> => {
  const wanted = await rows(
    client,
    `select remedy from lh_engine.check_host_for($1) where kind = 'right' and not found`,
    [role],
  );
  for (const { remedy } of wanted) await client.query(String(remedy));
};

const as = async <T>(client: pg.Client, role: string, work: () => Promise<T>): Promise<T> => {
  await client.query(`set role ${role}`);
  try {
    return await work();
  } finally {
    await client.query('reset role');
  }
};

const createRoles = async (client: pg.Client): Promise<void> => {
  await createWebRoles(client);
  await client.query(rolesFile);
};

/** The role itself stays: it is the next test's too. */
const clearRole = async (client: pg.Client): Promise<void> => {
  await client.query('rollback; reset role');
  await client.query(`
    alter role ${roleName} nobypassrls;
    drop owned by ${roleName};
    revoke lh_engine_operator, lh_engine_agent, lh_engine_reader, lh_broker from ${roleName}`);
};

engineSuite(
  'privileges',
  {
    ids: ['bigint'],
    isolation: 'database',
    now: '2026-03-04 18:00+00',
    prepare: createRoles,
    cleanUp: clearRole,
  },
  (privileges, db) => {
    privileges('nothing is reachable for PUBLIC', async () => {
      assert.equal(await reachable(db.client, roleName), []);
    });

    privileges(
      'nothing is reachable for anon and authenticated, not even by default privileges',
      async () => {
        const host = await db.open({ ids: 'uuid', engine: false });
        await host.client.query(`
      alter default privileges in schema public grant all on functions to anon, authenticated, service_role;
      alter default privileges in schema public grant all on tables to anon, authenticated, service_role;
      alter default privileges grant execute on functions to anon, authenticated, service_role;
      alter default privileges grant all on tables to anon, authenticated, service_role;`);
        await host.client.query(installFile);
        assert.equal(await reachable(host.client, 'anon'), []);
        assert.equal(await reachable(host.client, 'authenticated'), []);
        assert.ok((await reachable(host.client, 'service_role')).length > 0, 'the walk sees what is granted');
      },
    );

    for (const grantee of ['operator', 'agent', 'reader'] as const)
      privileges(`lh_engine_${grantee} reaches exactly what the sources grant`, async () => {
        const found = (await reachable(db.client, `lh_engine_${grantee}`)).map(({ name }) => String(name));
        // An agent reads what a reader reads.
        const granted = objects.filter(
          (o) => o.grants.includes(grantee) || (grantee === 'agent' && o.grants.includes('reader')),
        );
        const names = await rows(
          db.client,
          `select case when n like '%(%' then to_regprocedure(
         regexp_replace(n, 'public.lh_[a-z_]+.id%type', 'bigint', 'g'))::text else to_regclass(n)::text end as name
       from unnest($1::text[]) as n`,
          [granted.map((o) => o.name)],
        );
        const adapters = await rows(
          db.client,
          `select 'lh_engine.' || view_name as name from (select distinct view_name from lh_engine.adapter_columns()) as v`,
        );
        const sequences = await rows(
          db.client,
          `select oid::regclass::text as name from pg_class where relnamespace = 'lh_engine'::regnamespace and relkind = 'S'`,
        );
        const expected = [
          ...names,
          { name: 'schema' },
          ...adapters,
          ...(grantee === 'operator' ? sequences : []),
        ];
        assert.equal(found.sort(), expected.map(({ name }) => String(name)).sort());
      });

    privileges('an operator who follows check_host runs, switches and purges', async () => {
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

    privileges('a role without any of ours that follows check_host runs whole cycles', async () => {
      await db.client.query(`alter role ${roleName} bypassrls`);
      await followRemedies(db.client, roleName);
      assert.equal(
        await rows(db.client, 'select * from lh_engine.check_host_for($1) where not found', [roleName]),
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

    privileges(
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

    privileges('an agent assigns leads and reads what agents read, and cannot run a cycle', async () => {
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

    privileges('a reader reads every view and reports, and changes nothing', async () => {
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

    privileges('a role that is subject to row-level security is refused, with table and remedy', async () => {
      await db.client.query(`grant lh_engine_operator to ${roleName}`);
      await followRemedies(db.client, roleName);
      await db.client.query(
        `insert into lh_lead_status (status, assigned_to) values ('assigned', 'somebody else')`,
      );
      await as(db.client, roleName, async () => {
        for (const call of [
          'lh_run_improvement_cycle()',
          'lh_analyze_ab_tests()',
          'lh_plan_improvements()',
        ]) {
          const error = await errorOf(() => db.client.query(`select ${call}`));
          assert.is(error.code, 'LH005', call);
          assert.match(error.message, 'lh_lead_status');
          assert.match(String(error.hint), /bypassrls/i);
          assert.match(String(error.hint), 'security.trusted_roles');
        }
      });
      assert.is(await one(db.client, 'select count(*)::int from lh_daily_metrics'), 0);
    });

    privileges('a role of which a DBA vouches, with policies that show it every row, may run', async () => {
      await db.client.query(`grant lh_engine_operator, lh_broker to ${roleName}`);
      await followRemedies(db.client, roleName);
      await db.client.query(`select lh_engine.set_setting('security.trusted_roles', $1)`, [
        JSON.stringify([roleName]),
      ]);
      await as(db.client, roleName, async () => {
        assert.is(await one(db.client, `select lh_run_improvement_cycle() ->> 'success'`), 'true');
      });
    });

    privileges('a table behind a replaced adapter view counts for row-level security too', async () => {
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

    privileges('an adapter view that lost security_invoker stops the cycle', async () => {
      await db.client.query(`create or replace view lh_engine.host_contacts as
    select h.id, h.property_id, h.validation_status::text as validation_status from public.lh_contacts as h`);
      const error = await errorOf(() => db.client.query('select lh_run_improvement_cycle()'));
      assert.is(error.code, 'LH005');
      assert.match(error.message, 'lh_engine.host_contacts');
      assert.match(String(error.hint), 'alter view lh_engine.host_contacts set (security_invoker = true);');
    });

    privileges('through PostgREST a granted role runs the cycle and anon cannot', async () => {
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

    privileges(
      'JavaScript is reached in one way only, by SELECT INTO, and under no changed role',
      async () => {
        const callers = await rows(
          db.client,
          `select oid::regprocedure::text as name, prosrc from pg_proc
     where prosrc ~ 'lh_engine\\.js\\((?!text)' and pronamespace in ('lh_engine'::regnamespace, 'public'::regnamespace)`,
        );
        assert.equal(
          callers.map(({ name }) => name),
          ['lh_engine.call_js(text,json)'],
        );
        assert.match(String(callers[0]?.prosrc), 'select lh_engine.js(p_operation, p_input) into v_answer;');
        const definers = await rows(
          db.client,
          `select oid::regprocedure::text from pg_proc
     where (prosecdef or exists (select from unnest(proconfig) as c where c ~ '^role='))
       and (pronamespace = 'lh_engine'::regnamespace or proname ~ '^lh_')`,
        );
        assert.equal(definers, []);
      },
    );

    privileges('one transaction may run the engine under two effective roles (plv8 issue 606)', async () => {
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
  },
);
