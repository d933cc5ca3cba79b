// What an upgrade leaves of the rights that a site gave and took, on both roads: dist/install.sql over a release, and
// the migrations since with what the next release will commit.
import type pg from 'pg';
import * as assert from 'uvu/assert';
import { errorOf, one, rolesFile, rows, setClock } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { requireForFile } from '../support/needs.ts';
import { install, migrationsSince } from '../support/release.ts';

await requireForFile('plv8');

const migrations = await migrationsSince('1.0.0');

const createRoles = (client: pg.Client): Promise<unknown> =>
  client.query(
    `${rolesFile}
     do $$ begin create role authenticated nologin; exception when duplicate_object or unique_violation then null; end $$`,
  );

/** The way from 1.0.0, and what may run once more at its end. */
const roads = {
  'dist/install.sql': {
    upgrade: (client: pg.Client) => install(client),
    again: (client: pg.Client) => install(client),
  },
  'the migrations since': {
    upgrade: (client: pg.Client) => client.query(migrations.join('\n')),
    again: (client: pg.Client) => client.query(String(migrations.at(-1))),
  },
} as const;

const [operator, agent, reader] = ['lh_engine_operator', 'lh_engine_agent', 'lh_engine_reader'];

/** Every right of a role on what is in schema lh_engine and on the functions in public. */
const rightsOf = async (client: pg.Client, role: string): Promise<readonly string[]> =>
  (
    await rows(
      client,
      `select p.oid::regprocedure || ' ' || a.privilege_type as granted
       from pg_proc as p cross join lateral aclexplode(p.proacl) as a
       where (p.pronamespace = 'lh_engine'::regnamespace or p.proname like 'lh\\_%') and a.grantee = $1::regrole
       union all
       select c.oid::regclass || ' ' || a.privilege_type
       from pg_class as c cross join lateral aclexplode(c.relacl) as a
       where c.relnamespace = 'lh_engine'::regnamespace and a.grantee = $1::regrole
       union all
       select n.nspname || ' ' || a.privilege_type
       from pg_namespace as n cross join lateral aclexplode(n.nspacl) as a
       where n.nspname = 'lh_engine' and a.grantee = $1::regrole
       order by 1`,
      [role],
    )
  ).map(({ granted }) => String(granted));

engineSuite('rights', { isolation: 'none', prepare: createRoles }, (rights, { ids, open }) => {
  for (const [road, { upgrade, again }] of Object.entries(roads)) {
    rights(`${road} keeps what the site granted to and revoked from the roles of roles.sql`, async () => {
      const [{ client }, fresh] = [await open({ engine: false }), await open({ engine: false })];
      await install(client, '1.0.0');
      await install(fresh.client);
      await client.query(`
        revoke execute on function lh_engine.approve(bigint, text) from ${operator};
        revoke select on lh_engine.settings, lh_engine.events from ${reader};
        revoke select on lh_engine.host_leads from ${reader};
        grant execute on function lh_engine.pause(text, text) to ${agent};
        grant update on lh_engine.events to ${operator};
        grant execute on function public.lh_run_improvement_cycle(date) to authenticated;`);
      for (const [time, run] of Object.entries({ first: upgrade, second: again })) {
        await run(client);
        assert.equal(
          await rightsOf(client, operator),
          [...(await rightsOf(fresh.client, operator)), 'lh_engine.events UPDATE']
            .filter((right) => right !== 'lh_engine.approve(bigint,text) EXECUTE')
            .sort(),
          `operator, ${time}`,
        );
        assert.equal(
          await rightsOf(client, agent),
          [...(await rightsOf(fresh.client, agent)), 'lh_engine.pause(text,text) EXECUTE'].sort(),
          `agent, ${time}`,
        );
        const revoked = [
          'lh_engine.settings SELECT',
          'lh_engine.events SELECT',
          'lh_engine.host_leads SELECT',
        ];
        assert.equal(
          await rightsOf(client, reader),
          (await rightsOf(fresh.client, reader)).filter((right) => !revoked.includes(right)),
          `reader, ${time}`,
        );
        assert.equal(await rightsOf(client, 'authenticated'), ['lh_run_improvement_cycle(date) EXECUTE']);
      }
      await client.query(rolesFile);
      for (const role of [operator, agent, reader])
        assert.equal(await rightsOf(client, role), await rightsOf(fresh.client, role), `roles.sql, ${role}`);
    });

    rights(`${road} gives nothing to a role that was never let in`, async () => {
      const { client } = await open({ engine: false });
      await install(client, '1.0.0');
      await client.query(`
        revoke all on all routines in schema lh_engine, public from ${agent};
        revoke all on all tables in schema lh_engine from ${agent};
        revoke all on schema lh_engine from ${agent};`);
      await upgrade(client);
      assert.equal(await rightsOf(client, agent), []);
    });

    rights(
      `after ${road} a role with rights of its own on every part of a cycle runs it as before`,
      async () => {
        const runner = `lh_runner_${process.pid}_${ids}`;
        const { client } = await open({ engine: false });
        await install(client, '1.0.0');
        await client.query(`
        create role ${runner} bypassrls;
        grant usage on schema lh_engine, public to ${runner};
        grant all on all tables in schema public to ${runner};
        grant all on all sequences in schema lh_engine, public to ${runner};
        grant all on all tables in schema lh_engine to ${runner};
        grant execute on all routines in schema lh_engine, public to ${runner};`);
        try {
          await upgrade(client);
          await setClock(client, '2026-03-04 18:00+00');
          await client.query(`set role ${runner}`);
          await client.query('call lh_engine.run_due_cycle()');
          assert.is(await one(client, `select count(*)::int from lh_engine.events where kind = 'cycle'`), 1);
        } finally {
          await client.query(`rollback; reset role; drop owned by ${runner}; drop role ${runner}`);
        }
      },
    );

    rights(
      `after ${road} the operator that ran the loop runs it as before, and others have lost what only the loop needs`,
      async () => {
        const [runner, other] = ['runner', 'other'].map((name) => `lh_${name}_${process.pid}_${ids}`);
        const { client } = await open({ engine: false });
        await install(client, '1.0.0');
        await client.query(`
          create role ${runner} bypassrls in role ${operator};
          create role ${other} bypassrls in role ${operator};
          grant all on all tables in schema public to ${runner}, ${other};
          grant all on all sequences in schema public to ${runner}, ${other};`);
        const runs = (role: string | undefined, day: string) =>
          client.query(`set session authorization ${role}; select lh_run_improvement_cycle('${day}')`);
        try {
          await setClock(client, '2026-03-04 18:00+00');
          await runs(runner, '2026-03-02');
          await client.query('reset session authorization');
          await upgrade(client);
          await setClock(client, '2026-03-04 18:00+00');
          await runs(runner, '2026-03-03');
          const error = await errorOf(() => runs(other, '2026-03-03'));
          assert.is(error.code, 'LH004');
          assert.match(error.message, `grant insert on table lh_engine.events to ${other};`);
        } finally {
          await client.query(
            `reset session authorization; drop owned by ${runner}, ${other}; drop role ${runner}, ${other}`,
          );
        }
      },
    );
  }
});
