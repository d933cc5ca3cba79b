// Whose eyes the engine trusts: the owner of the view that assignment reads, and who may vouch for a role.
import type pg from 'pg';
import * as assert from 'uvu/assert';
import { errorOf, one, rolesFile, rows } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';

const roleName = `lh_test_trust_${process.pid}`;

const createRole = async (client: pg.Client): Promise<void> => {
  await client.query(`create role ${roleName} nologin`);
  await client.query(rolesFile);
};
const dropRole = (client: pg.Client): Promise<unknown> =>
  client.query(`reset role; drop owned by ${roleName} cascade; drop role ${roleName}`);

engineSuite(
  'trust',
  { isolation: 'database', now: '2026-03-04 18:00+00', prepare: createRole, cleanUp: dropRole },
  (trust, db) => {
    const problems = () =>
      rows(db.client, 'select kind, object, remedy from lh_engine.check_host() where required and not found');
    const assigned = () =>
      one<number>(
        db.client,
        `select count(*)::int from lh_assign_ab_test(${db.ids === 'uuid' ? 'gen_random_uuid()' : '7'})`,
      );

    trust('an owner of the view of assignment who sees no test is a problem of the host', async () => {
      await db.client.query(`
      alter table lh_ab_tests disable row level security;
      insert into lh_ab_tests (test_name) values ('a');
      grant select on lh_ab_tests to ${roleName};
      alter view lh_engine.assignable_tests owner to ${roleName};`);
      assert.equal([await problems(), await assigned()], [[], 1]);

      await db.client.query('alter table lh_ab_tests enable row level security');
      assert.is(await assigned(), 0);
      const [problem, ...others] = await problems();
      assert.equal(others, []);
      assert.is(problem?.kind, 'row security');
      assert.is(
        problem?.object,
        `public.lh_ab_tests for ${roleName}, as whom lh_engine.assignable_tests reads it`,
      );
      assert.match(
        String(await one(db.client, 'select host_problems::text from lh_engine.health')),
        `for ${roleName}, as whom`,
      );
      const error = await errorOf(() => db.client.query('select lh_run_improvement_cycle()'));
      assert.is(error.code, 'LH005');
      assert.match(String(error.hint), `alter role ${roleName} bypassrls`);

      await db.client.query(`create policy all_tests on lh_ab_tests for select to ${roleName} using (true)`);
      const vouch = /select lh_engine\.set_setting\(.*\);/.exec(String(problem?.remedy))?.[0];
      await db.client.query(String(vouch));
      assert.equal([await problems(), await assigned()], [[], 1]);
    });

    trust('an owner of the view of assignment who may not read the tests is a problem too', async () => {
      await db.client.query(`
      alter table lh_ab_tests disable row level security;
      alter view lh_engine.assignable_tests owner to ${roleName};`);
      const [problem, ...others] = await problems();
      assert.equal([problem?.kind, others], ['right', []]);
      await db.client.query(String(problem?.remedy));
      assert.equal(await problems(), []);
    });

    const vouch = `select lh_engine.set_setting('security.trusted_roles', '["${roleName}"]')`;

    trust('an operator cannot vouch for itself, neither by the function nor in the table', async () => {
      await db.client.query(`grant lh_engine_operator to ${roleName}; set role ${roleName}`);
      for (const call of [
        vouch,
        `insert into lh_engine.setting_overrides (key, value, changed_at) values ('security.trusted_roles', '["x"]', now())`,
      ]) {
        const error = await errorOf(() => db.client.query(call));
        assert.equal(
          [error.code, error.message],
          ['LH008', `role ${roleName} cannot change security.trusted_roles`],
        );
        assert.match(String(error.hint), 'BYPASSRLS');
      }
      await db.client.query(`select lh_engine.set_setting('engine.dry_run', 'true')`);
      const error = await errorOf(() =>
        db.client.query(
          `update lh_engine.setting_overrides set key = 'security.trusted_roles', value = '["x"]'`,
        ),
      );
      assert.is(error.code, 'LH008');
      assert.equal(await one(db.client, `select lh_engine.setting('security.trusted_roles')`), []);
    });

    trust('an operator does not take away the trust that a role relies on', async () => {
      await db.client.query(vouch);
      await db.client.query(`grant lh_engine_operator to ${roleName}; set role ${roleName}`);
      for (const call of [
        `select lh_engine.reset_setting('security.trusted_roles')`,
        `delete from lh_engine.setting_overrides`,
      ]) {
        const error = await errorOf(() => db.client.query(call));
        assert.equal(
          [error.code, error.message],
          ['LH008', `role ${roleName} cannot change security.trusted_roles`],
        );
      }
      await db.client.query('reset role');
      assert.equal(await one(db.client, `select lh_engine.setting('security.trusted_roles')`), [roleName]);
      await db.client.query(`select lh_engine.reset_setting('security.trusted_roles')`);
      assert.equal(await one(db.client, `select lh_engine.setting('security.trusted_roles')`), []);
    });

    for (const table of ['cycle_fence', 'turns'])
      trust(`an operator who updates ${table} signs with its own name and the present time`, async () => {
        await db.client.query(`grant lh_engine_operator to ${roleName}; set role ${roleName}`);
        await db.client
          .query(`update lh_engine.${table} set taken_by = 'ceo', taken_at = '2001-01-01'`)
          .catch((error) => assert.is(error.code, '42501'));
        await db.client.query('reset role');
        assert.is(
          await one(
            db.client,
            `select count(*)::int from lh_engine.cycle_fence where taken_by = 'ceo' or taken_at = '2001-01-01'`,
          ),
          0,
        );
      });

    for (const [who, grant] of [
      ['a role with BYPASSRLS', `alter role ${roleName} bypassrls`],
      ['the owner of the schema', `alter schema lh_engine owner to ${roleName}`],
    ] as const)
      trust(`${who} vouches for a role`, async () => {
        await db.client.query(`grant lh_engine_operator to ${roleName}; ${grant}; set role ${roleName}`);
        await db.client.query(vouch);
        assert.equal(await one(db.client, `select lh_engine.setting('security.trusted_roles')`), [roleName]);
      });
  },
);
