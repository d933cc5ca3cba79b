// Hundreds of experiments without any effect through the SQL function that decides on counts: each rule keeps as few of them as its
// table says.
import * as assert from 'uvu/assert';
import { reference } from '../../bench/simulation/results.ts';
import { one } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { missing, unless } from '../support/needs.ts';

/** One more look at every experiment that is still open: 100 leads per arm, 30 % of which convert in both. */
const nextLook = `
  with drawn as (
    select
      e.id,
      e.control + (select count(*) from generate_series(1, 100) where random() < 0.3 + 0 * e.id) as control,
      e.treatment + (select count(*) from generate_series(1, 100) where random() < 0.3 + 0 * e.id) as treatment
    from experiments as e
    where e.recommendation = 'CONTINUE'
  ),
  decided as (
    select d.*, v.recommendation
    from drawn as d
    cross join lateral lh_engine.decide_test(
      d.control, 100 * $1::int, d.treatment, 100 * $1::int,
      rule => $2,
      planned_leads_per_group => 2000,
      information_fractions => array(select k / 20.0 from generate_series(1, $1::int - 1) as k)
    ) as v
  )
  update experiments as e
  set control = d.control, treatment = d.treatment, recommendation = d.recommendation
  from decided as d
  where e.id = d.id`;

const noPlv8 = await missing('plv8');
/** PL/pgSQL takes milliseconds for a decision, and minutes for the boundaries of so many experiments. */
const experiments = noPlv8 === undefined ? 2000 : 400;

engineSuite('null experiments in Postgres', { ids: ['bigint'] }, (simulation, db) => {
  for (const [rule, plan, test] of [
    ['fixed_thresholds', 'fixed_thresholds', simulation],
    ['sequential', 'sequential-2000', unless(noPlv8, simulation)],
  ] as const)
    test(`the rule ${rule} keeps its tabulated share of ${experiments} skills without effect`, async () => {
      await db.client.query('select setseed(0.25)');
      await db.client.query(
        `create temporary table experiments as
       select id, 0::bigint as control, 0::bigint as treatment, 'CONTINUE' as recommendation from generate_series(1, ${experiments}) as id`,
      );
      for (let look = 1; look <= 20; look += 1) await db.client.query(nextLook, [look, rule]);
      const kept = await one<number>(
        db.client,
        `select count(*)::int from experiments where recommendation = 'KEEP'`,
      );
      const expected = reference.plans[plan]?.find((row) => row.lift === 0)?.keep ?? Number.NaN;
      const reach = 3.2905 * Math.sqrt((expected * (1 - expected)) / experiments);
      assert.ok(
        Math.abs(kept / experiments - expected) < reach,
        `kept ${kept} of ${experiments}, expected ${expected} ± ${reach}`,
      );
    });
});
