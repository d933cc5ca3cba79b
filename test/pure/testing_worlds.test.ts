// The simulated worlds are what their truths say, a test of a world is the same in whatever order it is computed, and
// the present rules end the tests of some worlds as often as they did.

import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { goals } from '../../bench/simulation/goals.ts';
import { optionsFrom } from '../../bench/simulation/options.ts';
import { addTallies } from '../../bench/simulation/tally.ts';
import {
  asShipped,
  emptyTally,
  goalCells,
  simulateWorlds,
  type Tally,
  tasksFor,
  truthNamed,
} from '../../bench/simulation/worlds/cells.ts';
import { changed, expected } from '../../bench/simulation/worlds/check.ts';
import { delays, delayTable } from '../../bench/simulation/worlds/delays.ts';
import {
  addDay,
  createWorld,
  type Leads,
  labelNames,
  outcomeNames,
} from '../../bench/simulation/worlds/leads.ts';
import { worldPlot, worldTables } from '../../bench/simulation/worlds/page.ts';
import { type Cell, simulateTest } from '../../bench/simulation/worlds/run.ts';
import { truths } from '../../bench/simulation/worlds/truths.ts';
import { goalReport, runWorlds } from '../../bench/simulation/worlds.ts';

const days = 14;

const drawn = (name: string, run = 1): Leads => {
  const world = createWorld(
    {
      truth: truthNamed(name),
      baseRate: 0.3,
      leadsPerDay: 600,
      delay: delays[0] as (typeof delays)[number],
      startsOn: 0,
      treatmentPct: 50,
    },
    1,
    run,
  );
  for (let day = 0; day < days; day += 1) addDay(world, day);
  return world.leads;
};

type Row = { readonly [K in Exclude<keyof Leads, 'count'>]: number };

const rowsOf = (leads: Leads): readonly Row[] =>
  Array.from({ length: leads.count }, (_, row) =>
    Object.fromEntries(
      Object.entries(leads).map(([key, column]) => [key, typeof column === 'number' ? 0 : column[row]]),
    ),
  ) as unknown as readonly Row[];

const isNamed =
  (label: (typeof labelNames)[number]) =>
  (row: Row): boolean =>
    labelNames[row.label] === label;
const isTreated = isNamed('treatment');
const converts = (row: Row): boolean => outcomeNames[row.outcome] === 'converted';

/** A share of some rows within 4 standard errors of what it should be. */
const assertShare = (rows: readonly Row[], is: (row: Row) => boolean, share: number, what: string): void => {
  const got = rows.filter(is).length / rows.length;
  const reach = 4 * Math.sqrt((share * (1 - share)) / rows.length);
  assert.ok(Math.abs(got - share) < reach, `${what}: ${got} instead of ${share} ± ${reach}`);
};

for (const [name, control, treatment] of [
  ['null', 0.3, 0.3],
  ['better-20', 0.3, 0.36],
  ['worse-40', 0.3, 0.18],
  ['novelty-60', 0.3, (0.48 + 0.3) / 2],
  // The mean of 0.4·(1 − day/14) over days 0 to 13 is 0.4·7.5/14.
  ['fading-40', 0.3, 0.3 * (1 + (0.4 * 7.5) / 14)],
  ['seasonal-20', 0.3, 0.36],
] as const)
  test(`${name}: half of the leads are treated, and the arms convert as often as it says`, () => {
    const rows = rowsOf(drawn(name));
    assertShare(rows, isTreated, 0.5, 'treated');
    assertShare(rows.filter(isNamed('control')), converts, control, 'control');
    assertShare(rows.filter(isTreated), converts, treatment, 'treatment');
  });

test('outcomes come as the delay says, three times sooner where the truth does', () => {
  const within = (row: Row): boolean => row.outcomeOn - row.created <= 3;
  for (const [name, factor] of [
    ['null', 1],
    ['sooner-3', 1 / 3],
  ] as const) {
    const rows = rowsOf(drawn(name)).filter((row) => isTreated(row) && converts(row));
    const table = delayTable(delays[0] as (typeof delays)[number], factor);
    assertShare(rows, within, table[3] as number, name);
  }
  const beyond = delays.map((delay) => 1 - (delayTable(delay, 1)[21] as number));
  assert.ok((beyond[2] as number) > 0.1 && (beyond[2] as number) < 0.12, String(beyond));
});

for (const [name, is, share] of [
  [
    'unknown-status-5',
    (row: Row) => isTreated(row) && outcomeNames[row.outcome] === 'unknown',
    0.05 * 0.3 * 0.5,
  ],
  ['unknown-label-5', isNamed('variant_b'), 0.05 * 0.5],
  ['doubled-5', (row: Row) => row.firstRow >= 0, 0.05 / 1.05],
  ['relabelled-5', (row: Row) => row.relabelledOn === row.outcomeOn && converts(row), 0.05 * 0.3 * 0.5],
  ['late-assignment-5', (row: Row) => row.labelledOn > row.created, 0.05 * 0.5],
] as const)
  test(`${name}: so many rows are wrong in this way`, () => {
    assertShare(rowsOf(drawn(name)), is, share, name);
  });

test('before-start-5: so many leads of the 30 days before are labelled, and none of them is treated', () => {
  const early = rowsOf(drawn('before-start-5')).filter((row) => row.created < 0);
  const mean = 30 * 0.05 * 600;
  assert.ok(Math.abs(early.length - mean) < 4 * Math.sqrt(mean), String(early.length));
});

test('quiet weekends have fewer leads, drifting sources end with other shares', () => {
  const seasonal = rowsOf(drawn('seasonal'));
  assertShare(seasonal, (row) => row.created % 7 === 0 || row.created % 7 === 6, 0.8 / 7, 'weekend');
  const drifting = rowsOf(drawn('drifting'));
  const last = drifting.filter((row) => row.created === days - 1);
  assertShare(last, (row) => row.source === 0, 0.5 - (0.3 * (days - 1)) / 56, 'first source');
});

const someCells = (): readonly Cell[] => goalCells.filter((cell) => cell.leadsPerDay === 400);

test('a test of a world is the same, alone or among others, and parts add up', () => {
  const cells = someCells().slice(0, 3);
  const [task] = tasksFor(cells, 6, 3);
  assert.ok(task !== undefined && task.cells.length === 3);
  const together = simulateWorlds(task);
  const parts = cells.map((_, k) =>
    [0, 1, 2, 3, 4, 5]
      .map(
        (first) =>
          simulateWorlds({
            ...task,
            cells: [task.cells[k] as (typeof task.cells)[number]],
            positions: [0],
            first,
            runs: 1,
          })[0] as Tally,
      )
      .reduce(addTallies<Tally>, emptyTally),
  );
  assert.equal(parts, together);
});

test('any number of threads gives the same results', async () => {
  const cells = someCells().slice(0, 2);
  assert.equal(await runWorlds(cells, 120, 4, 1), await runWorlds(cells, 120, 4, 3));
});

test('cells are chosen by name, and what there is not is refused', () => {
  const { mode, choice } = optionsFrom(['--truth=null,worse-20', '--rate=0.22', '--power=planned,0.9']);
  assert.equal([mode, choice.truths, choice.rates], ['cells', ['null', 'worse-20'], [0.22]]);
  assert.equal(choice.powers, [null, 0.9]);
  assert.is(optionsFrom([]).mode, 'write');
  assert.is(optionsFrom(['--check', '--runs=5']).runs, 5);
  for (const wrong of ['--truth=nul', '--rate=2', '--runs=1.5', '--sed=1', 'null', '--profile=brief'])
    assert.throws(() => optionsFrom([wrong]), wrong.replace(/^.*=/, ''));
});

test('a plan at a higher power is longer, and the test of it ends by its own plan', () => {
  const cell: Cell = { ...asShipped, truth: truthNamed('null'), baseRate: 0.3, leadsPerDay: 400 };
  const [planned, powered] = [null, 0.95].map((power) => simulateTest({ ...cell, power }, 1, 2));
  assert.ok((powered?.plannedLeads ?? 0) > 1.5 * (planned?.plannedLeads ?? 0));
});

test('each goal speaks of cells that are simulated, and is met or missed in each', () => {
  const full: Tally = { ...emptyTally, runs: 4000, kept: 4000, shareOfPlan: 4000, shareOfPlanSquared: 4000 };
  const lines = goalReport(goalCells.map((cell) => ({ cell, tally: full })));
  assert.is(lines.filter((line) => /^met {4}better-20 .*kept/.test(line)).length, 6);
  assert.is(lines.filter((line) => /^missed null .*kept/.test(line)).length, 6);
  assert.is(lines.filter((line) => /^met {4}better-20-slower .*killedEarly/.test(line)).length, 6);
  for (const { truth } of goals)
    assert.ok(
      truths.some(({ name }) => name === truth),
      truth,
    );
});

test('the tables and the plot show every cell', () => {
  const results = goalCells.map((cell) => ({
    cell,
    tally: { ...emptyTally, runs: 10, kept: 4, killed: 3, asked: 3, keptLift: 80, shareOfPlan: 5 },
  }));
  const tables = worldTables(results);
  assert.is(tables.match(/^\| .* \| 40\.0 % \(/gm)?.length, goalCells.length);
  const plot = worldPlot(results.slice(0, 10));
  assert.is(plot.match(/<rect x/g)?.length, 4 + 10 * 4);
  assert.not.match(`${tables}${plot}`, 'NaN');
});

test('tests of some worlds end as they did, and a rule that keeps more is noticed', () => {
  const [runs, seed] = [100, 2];
  const results = expected.map(({ cell }) => ({
    cell,
    tally: tasksFor([cell], runs, seed)
      .map((task) => simulateWorlds(task)[0] as Tally)
      .reduce(addTallies<Tally>, emptyTally),
  }));
  assert.equal(changed(results), []);
  const other = expected.map((each) => ({ ...each, kept: Math.abs(each.kept - 0.3) }));
  assert.ok(changed(results, other).length >= expected.length);
});

test.run();
