// One simulated test from its spawn to its end: the real spawner plans it, leads come day by day, and the real analysis
// recommends at every look. Knows when looks are, and no rule.
import { weekdayName, weeklyAnalysisDay } from '../../../src/plv8/calendar.ts';
import type { Answer } from '../../../src/plv8/entry.ts';
import { defaultsOf } from '../../../src/plv8/settings/catalog.ts';
import type { Profile, RuleName } from '../../../src/plv8/settings/names.ts';
import { exactSampleSize } from '../../../src/plv8/statistics/power.ts';
import { run } from '../../../test/support/operations.ts';
import { afterLook, collect, type Plan, type RunningTest } from './collect.ts';
import { delays } from './delays.ts';
import { addDay, createWorld, drawBaseline, type Scenario, weekdayOf, weekdays } from './leads.ts';
import type { Truth } from './truths.ts';

export type Terms = {
  readonly profile: Profile;
  /** null: that of the profile. */
  readonly rule: RuleName | null;
  /** Power of the plan; null: what the spawner plans. */
  readonly power: number | null;
  readonly looks: 'weekly' | 'daily';
};
export type Cell = Terms & {
  readonly truth: Truth;
  readonly baseRate: number;
  readonly leadsPerDay: number;
};
export type End = {
  readonly ended: 'kept' | 'killed' | 'asked' | 'running';
  /** Whole days that the test has run. */
  readonly days: number;
  /** Counted leads of both arms, over 2, and over those of the plan. */
  readonly leads: number;
  readonly shareOfPlan: number;
  readonly liftPct: number | null;
  readonly plannedLeads: number;
};

type Settings = ReturnType<typeof defaultsOf>;
type Analysed = Answer<'analyze'>['tests'][number];

const settingsOf = ({ profile, rule }: Terms): Settings => {
  const settings = defaultsOf(profile);
  return rule === null ? settings : { ...settings, 'decisions.rule': rule };
};

const bottleneck = {
  type: 'simulated',
  severity: 'high',
  metric: 'simulated',
  current_value: 1,
  target_value: 2,
  suggested_skill: 'simulated',
  segment: null,
  trigger: 'threshold',
  evidence: { evaluated_on: 1000 },
  explanation: 'Simulated.',
};

/** What the operation plan spawns for a bottleneck on the eve of day 0. */
const spawn = (baseline: { leads: number; conversions: number }, settings: Settings) => {
  const { decisions } = run('plan', {
    until: '2026-03-01T00:00:00',
    settings,
    bottlenecks: [bottleneck],
    skills: [],
    running_tests: [],
    pauses: [],
    baseline,
  });
  const decision = decisions[0];
  if (decision?.action !== 'spawn')
    throw new Error(`the simulated bottleneck was skipped: ${JSON.stringify(decision)}`);
  return decision;
};

/** A plan at another power than the engine's, by the same formula. */
const withPower = (plan: Plan, confidenceLevel: number, power: number | null): Plan => {
  if (power === null || plan.baseline_rate === null) return plan;
  const exact = exactSampleSize(
    { baselineRate: plan.baseline_rate, power, confidenceLevel },
    plan.planned_lift,
  );
  return { ...plan, planned_leads_per_group: Math.max(plan.planned_leads_per_group, Math.ceil(exact ?? 0)) };
};

export const startTest = (
  scenario: Scenario,
  terms: Terms,
  settings: Settings,
  seed: number,
  index: number,
) => {
  const last = -1 - settings['spawning.baseline_lag_days'];
  const days = {
    first: last - settings['spawning.baseline_days'] + 1,
    last,
    refreshDays: settings['metrics.refresh_days'],
  };
  const { test, plan } = spawn(drawBaseline(scenario, days, seed, index), settings);
  return {
    minSampleSize: test.min_sample_size,
    confidenceLevel: test.confidence_level,
    treatmentPct: test.traffic_allocation_pct,
    plan: withPower(plan, test.confidence_level, terms.power),
    history: [],
    standing: null,
  } satisfies RunningTest;
};

const weeklyLook = weekdays.indexOf(weekdayName(weeklyAnalysisDay));

const isLookDay = (scenario: Scenario, day: number, looks: Terms['looks']): boolean =>
  looks === 'daily' || weekdayOf(scenario, day) === weeklyLook;

/** No later look of the test can decide: the rule says so by this reason. */
const isFinal = ({ reasons }: Analysed): boolean =>
  reasons.some((reason) => reason.code === 'planned_sample_reached');

const endOf = (look: Analysed, day: number, plannedLeads: number): End => {
  const leads = (look.control.leads + look.treatment.leads) / 2;
  const decided = { KEEP: 'kept', KILL: 'killed', CONTINUE: null } as const;
  return {
    ended: decided[look.recommendation] ?? (look.needs_person ? 'asked' : 'running'),
    days: day + 1,
    leads,
    shareOfPlan: leads / plannedLeads,
    liftPct: look.statistics.lift_pct,
    plannedLeads,
  };
};

/** The run of a cell with this number; start day and delays take turns from run to run. */
export const simulateTest = (cell: Cell, seed: number, index: number): End => {
  const settings = settingsOf(cell);
  const scenario: Scenario = {
    truth: cell.truth,
    baseRate: cell.baseRate,
    leadsPerDay: cell.leadsPerDay,
    delay: delays[index % delays.length] as (typeof delays)[number],
    startsOn: index % 7,
    treatmentPct: settings['spawning.traffic_allocation_pct'],
  };
  const world = createWorld(scenario, seed, index);
  let test: RunningTest = startTest(scenario, cell, settings, seed, index);
  const plannedLeads = test.plan.planned_leads_per_group;
  for (let day = 0; ; day += 1) {
    addDay(world, day);
    if (!isLookDay(scenario, day, cell.looks)) continue;
    const analysis = run('analyze', collect(world.leads, test, day, settings));
    const look = analysis.tests[0] as Analysed;
    const isOver = day + 1 > settings['decisions.max_test_days'];
    if (look.recommendation !== 'CONTINUE' || isFinal(look) || isOver) return endOf(look, day, plannedLeads);
    test = afterLook(test, analysis);
  }
};
