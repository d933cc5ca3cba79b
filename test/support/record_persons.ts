// Scenarios in which persons use their switches, or the engine spawns: what reports are made of beside looks.
import type pg from 'pg';
import { addArms, analyze, createTest } from '../engine/testing_host.ts';
import { one, setClock } from './database.ts';
import { plan, type Scenario, set } from './scenario.ts';

/** A test on its way to KEEP at a look of 2026-03-02. */
const promising = async (client: pg.Client) => {
  const made = await createTest(client);
  await plan(client, made.test, 200, 0.3);
  await addArms(client, made.test, [57, 190], [95, 195]);
  return made;
};

const proposalOf = (client: pg.Client): Promise<unknown> =>
  one(client, 'select max(proposal_id) from lh_engine.all_proposals');

export const persons: Readonly<Record<string, Scenario>> = {
  paused_and_resumed: async (client) => {
    await promising(client);
    await client.query(`select lh_engine.pause(why => 'end of the quarter')`);
    await analyze(client);
    await setClock(client, '2026-03-09 12:00+00');
    await client.query('select lh_engine.resume()');
    await analyze(client);
  },
  paused_type: async (client) => {
    await promising(client);
    await client.query(`select lh_engine.pause('instant-responder', 'the vendor is away')`);
    await analyze(client);
  },
  approved: async (client) => {
    await promising(client);
    await set(client, 'engine.approval', 'true');
    await client.query('select lh_run_improvement_cycle()');
    await client.query('select lh_engine.approve($1, $2)', [await proposalOf(client), 'agreed']);
  },
  rejected: async (client) => {
    await promising(client);
    await set(client, 'engine.approval', 'true');
    await client.query('select lh_run_improvement_cycle()');
    await client.query('select lh_engine.reject($1, $2)', [await proposalOf(client), 'complaints']);
  },
  stopped: async (client) => {
    const { test } = await createTest(client);
    await plan(client, test, 963, 0.3);
    await addArms(client, test, [30, 100], [42, 100]);
    await analyze(client);
    await client.query('select lh_engine.stop_test((select id from lh_ab_tests where id::text = $1), $2)', [
      test,
      'wrong audience',
    ]);
  },
  reverted: async (client) => {
    const { skill } = await promising(client);
    await analyze(client);
    await setClock(client, '2026-03-20 09:00+00');
    await client.query(
      'select lh_engine.revert_skill((select id from lh_spawned_skills where id::text = $1), $2)',
      [skill, 'complaints from agents'],
    );
  },
  nobody_looked: async (client) => {
    await createTest(client);
  },
  spawned: async (client) => {
    await client.query(
      `insert into lh_lead_status (status, assigned_to, created_at, contacted_at)
       select 'contacted', 'a', '2026-03-02 01:00+00', '2026-03-02 11:00+00' from generate_series(1, 60)`,
    );
    await client.query('select lh_run_improvement_cycle()');
    await setClock(client, '2026-03-09 12:00+00');
    const test = await one<string>(client, 'select min(id::text) from lh_ab_tests');
    await addArms(client, test, [30, 100], [52, 100], { createdAt: '2026-03-05 10:00+00' });
    await analyze(client);
  },
  rule_changed_between_looks: async (client) => {
    const { test } = await createTest(client);
    await plan(client, test, 963, 0.3);
    await addArms(client, test, [30, 100], [42, 100]);
    await analyze(client);
    const rule = await one(client, `select lh_engine.setting('decisions.rule') #>> '{}'`);
    await set(client, 'decisions.rule', rule === 'sequential' ? '"brief"' : '"sequential"');
    await setClock(client, '2026-03-09 12:00+00');
    await addArms(client, test, [60, 200], [79, 200]);
    await analyze(client);
  },
};
