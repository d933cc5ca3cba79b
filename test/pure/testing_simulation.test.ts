// The simulator runs the engine's own rules and agrees with the reference tables; a rule that is off is noticed.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { emptyTally, lifts, plans, poweredLeads, simulate } from '../../bench/simulation/cell.ts';
import { plot, tables } from '../../bench/simulation/page.ts';
import { disagreements, reference, rowOf } from '../../bench/simulation/results.ts';
import { addTallies } from '../../bench/simulation/tally.ts';

const planNamed = (name: string) => plans.find((plan) => plan.name === name) as (typeof plans)[number];

for (const [name, rows] of Object.entries(reference.plans))
  test(`${name} keeps, kills and costs what the reference says, within 4 standard errors`, () => {
    assert.equal(
      rows.map((row) => row.lift),
      [...lifts],
    );
    const off = rows.flatMap((row, i) => {
      const tally = simulate(planNamed(name), row.lift, 2000, 100 + i);
      return disagreements(tally, row).map((d) => `${row.lift}: ${d.what} ${d.got} instead of ${d.expected}`);
    });
    assert.equal(off, []);
  });

test('a table that is off by a few points is noticed', () => {
  const row = reference.plans.fixed_thresholds?.[3];
  assert.ok(row !== undefined);
  const tally = simulate(planNamed('fixed_thresholds'), row.lift, 2000, 7);
  assert.equal(disagreements(tally, row), []);
  assert.is(disagreements(tally, { ...row, keep: row.keep + 0.06 })[0]?.what, 'P(KEEP)');
});

test('the same seed gives the same numbers, and parts add up', () => {
  const plan = planNamed('sequential-powered');
  assert.is(plan.plannedLeads, 963);
  assert.is(poweredLeads, 963);
  assert.equal(simulate(plan, 0.2, 50, 3), simulate(plan, 0.2, 50, 3));
  const sum = addTallies(simulate(plan, 0.2, 50, 3), simulate(plan, 0.2, 50, 4));
  assert.is(sum.experiments, 100);
  assert.is(addTallies(emptyTally, sum).leads, sum.leads);
});

test('the page and the plot show every row', () => {
  const results = plans.map((plan) => ({
    plan,
    rows: lifts.map((lift) => rowOf(simulate(plan, lift, 5, 1))),
  }));
  assert.is(tables(results).match(/^\| \d+ % \|/gm)?.length, plans.length * lifts.length);
  assert.is(plot(results).match(/<polyline/g)?.length, 2 * plans.length);
  assert.not.match(plot(results), 'NaN');
});

test.run();
