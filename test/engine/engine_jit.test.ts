// Postgres compiles long statements to machine code unless it is told not to (`jit`, on by default). The engine's
// statements never are: the server is told here to compile everything, and says of each statement whether it did.
import type pg from 'pg';
import * as assert from 'uvu/assert';
import { generateHistory, installGenerator } from '../../dev/host/generator.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { requireForFile } from '../support/needs.ts';

await requireForFile('jit');

/** What the session itself asked for, and what ran inside of it, each with its plan. */
type Seen = { readonly statements: number; readonly compiled: readonly string[] };

const compileEverything = `
  load 'auto_explain';
  set auto_explain.log_min_duration to 0;
  set auto_explain.log_nested_statements to on;
  set auto_explain.log_analyze to on;
  set auto_explain.log_timing to off;
  set auto_explain.log_level to notice;
  set client_min_messages to notice;
  set jit to on;
  set jit_above_cost to 0`;

const watch = async (client: pg.Client, statement: string): Promise<Seen> => {
  const plans: string[] = [];
  const listen = ({ message }: { message?: string | undefined }): void => {
    if (message?.includes('Query Text:')) plans.push(message);
  };
  client.on('notice', listen);
  await client.query(statement);
  client.off('notice', listen);
  const inside = plans.filter((plan) => !plan.includes(`Query Text: ${statement}\n`));
  return { statements: inside.length, compiled: inside.filter((plan) => plan.includes('JIT:')) };
};

const calls: readonly string[] = [
  `select public.lh_run_improvement_cycle('2026-02-01')`,
  `select * from public.lh_detect_bottlenecks('2026-02-01')`,
  'select * from public.lh_analyze_ab_tests()',
  `select * from lh_engine.backtest('2026-01-30', '2026-01-31', 'rigorous')`,
  'select * from lh_engine.report_feedback()',
  'select * from lh_engine.recommend_patterns()',
  'select * from lh_engine.segments()',
  'select * from lh_engine.test_outlook()',
  'select * from lh_engine.health_row()',
];

const prepare = async (client: pg.Client): Promise<void> => {
  await installGenerator(client);
  await generateHistory(client, { seed: 'jit', first_day: '2026-01-05', days: 28, leads_per_day: 20 });
};

engineSuite('jit', { ids: ['bigint'], now: '2026-02-02 00:01+00', prepare }, (jitTests, db) => {
  for (const call of calls)
    jitTests(`nothing is compiled inside of ${call}`, async () => {
      await db.client.query(compileEverything);
      const { statements, compiled } = await watch(db.client, call);
      assert.ok(statements > 0, 'the server showed what ran inside');
      assert.equal(compiled, []);
    });

  jitTests('the server would have compiled a statement of a function without the setting', async () => {
    await db.client.query(compileEverything);
    await db.client.query(`
      create function public.count_leads() returns bigint language plpgsql as $$
      begin return (select count(*) from public.lh_lead_status); end $$`);
    const { statements, compiled } = await watch(db.client, 'select public.count_leads()');
    assert.is(statements, 1);
    assert.is(compiled.length, 1);
  });
});
