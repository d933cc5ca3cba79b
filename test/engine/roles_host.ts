// The roles of the tests of privileges: one that each test grants to anew, and those of the web. Knows no privilege.
import type pg from 'pg';
import { sha256 } from '../../build/hash.ts';
import { sqlModules } from '../../src/sql/index.ts';
import type { SqlObject } from '../../src/sql/kit/objects.ts';
import { rolesFile, rows } from '../support/database.ts';

export const roleName = `lh_test_role_${process.pid}`;

export const objects = sqlModules({ bundle: '', bundleHash: '', engineVersion: '', sha256 })
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

/** The DBA follows check_host: every grant it prints, and BYPASSRLS. */
export const followRemedies = async (client: pg.Client, role: string): Promise<void> => {
  const wanted = await rows(
    client,
    `select remedy from lh_engine.check_host_for($1) where kind = 'right' and not found`,
    [role],
  );
  for (const { remedy } of wanted) await client.query(String(remedy));
};

export const as = async <T>(client: pg.Client, role: string, work: () => Promise<T>): Promise<T> => {
  await client.query(`set role ${role}`);
  try {
    return await work();
  } finally {
    await client.query('reset role');
  }
};

export const options = {
  ids: ['bigint'],
  isolation: 'database',
  now: '2026-03-04 18:00+00',
  prepare: createRoles,
  cleanUp: clearRole,
} as const;
