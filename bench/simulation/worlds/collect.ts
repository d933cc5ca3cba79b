// The document of the operation analyze for one test of a world, as src/sql/testing makes it from the host's tables: a
// mirror, which test/engine/testing_worlds.test.ts holds against the database. Recommends nothing.
import type { Answer } from '../../../src/plv8/entry.ts';
import type { Standing } from '../../../src/plv8/statistics/sequential/boundaries.ts';
import type { LeadCounts, PastLook, Settings } from '../../../src/plv8/testing/document.ts';
import type { InputOf } from '../../../test/support/operations.ts';
import { type Leads, labelNames, outcomeNames, sourceNames } from './leads.ts';

export type Document = InputOf<'analyze'>;
export type Plan = {
  readonly baseline_rate: number | null;
  readonly planned_lift: number;
  readonly planned_leads_per_group: number;
};
/** A test of which the loop has made some looks. */
export type RunningTest = {
  readonly minSampleSize: number;
  readonly confidenceLevel: number;
  readonly treatmentPct: number;
  readonly plan: Plan;
  readonly history: readonly PastLook[];
  readonly standing: Standing | null;
};

type Analysis = Answer<'analyze'>;

type Sums = {
  leads: number;
  conversions: number;
  dead: number;
  timed: number;
  seconds: number;
  squares: number;
};

const secondsPerHour = 3600;
const converted = outcomeNames.indexOf('converted');
const dead = outcomeNames.indexOf('dead');
const treatment = labelNames.indexOf('treatment');

const countsOf = (group: string, source: string, sums: Sums): LeadCounts => {
  const { timed, seconds, squares } = sums;
  return {
    group,
    source,
    leads: sums.leads,
    conversions: sums.conversions,
    dead: sums.dead,
    response_n: timed,
    response_mean_hours: timed === 0 ? null : seconds / timed / secondsPerHour,
    response_variance:
      timed < 2 ? null : (squares - (seconds * seconds) / timed) / (timed - 1) / secondsPerHour ** 2,
  };
};

/**
 * lh_engine.count_test_leads in a run after the end of a day: the leads of the test that came up to `maturityDays`
 * before the end of the day, by what label and source they have then, and what their status is then.
 */
export const countLeads = (leads: Leads, day: number, maturityDays: number): LeadCounts[] => {
  const cells: (Sums | undefined)[] = [];
  for (let row = 0; row < leads.count; row += 1) {
    if ((leads.created[row] as number) > day - maturityDays || (leads.labelledOn[row] as number) > day)
      continue;
    const label = (leads.relabelledOn[row] as number) <= day ? treatment : (leads.label[row] as number);
    const cell = label * sourceNames.length + (leads.source[row] as number);
    let sums = cells[cell];
    if (sums === undefined) {
      sums = { leads: 0, conversions: 0, dead: 0, timed: 0, seconds: 0, squares: 0 };
      cells[cell] = sums;
    }
    sums.leads += 1;
    const seconds = leads.seconds[row] as number;
    if (seconds >= 0) {
      sums.timed += 1;
      sums.seconds += seconds;
      sums.squares += seconds * seconds;
    }
    if ((leads.outcomeOn[row] as number) > day) continue;
    if (leads.outcome[row] === converted) sums.conversions += 1;
    if (leads.outcome[row] === dead) sums.dead += 1;
  }
  return cells.flatMap((sums, cell) =>
    sums === undefined
      ? []
      : [
          countsOf(
            labelNames[Math.floor(cell / sourceNames.length)] as string,
            sourceNames[cell % sourceNames.length] as string,
            sums,
          ),
        ],
  );
};

const copyOf = (standing: Standing | null) =>
  standing && { ...standing, fractions: [...standing.fractions], masses: [...standing.masses] };

/** lh_engine.collect_tests in a run after the end of a day of the test. */
export const collect = (leads: Leads, test: RunningTest, day: number, settings: Settings): Document => ({
  as_of: '2026-03-01',
  settings,
  leads_without_test: 0,
  tests: [
    {
      ab_test_id: '1',
      skill_id: '1',
      test_name: 'simulated',
      metric: 'simulated',
      inputs: {
        min_sample_size: test.minSampleSize,
        confidence_level: test.confidenceLevel,
        traffic_allocation_pct: test.treatmentPct,
        skill_status: 'testing',
        skill_exists: true,
        running_days: day + 1,
        planned_leads_per_group: test.plan.planned_leads_per_group,
        planned_lift: test.plan.planned_lift,
        planned_baseline_rate: test.plan.baseline_rate,
        baseline: { leads: 0, conversions: 0 },
        history: [...test.history],
        groups: countLeads(leads, day, settings['decisions.maturity_days']),
      },
      standing: copyOf(test.standing),
    },
  ],
});

/** What the event log and lh_engine.test_standings hold after a look. */
export const afterLook = (test: RunningTest, { tests, standings }: Analysis): RunningTest => {
  const look = tests[0] as Analysis['tests'][number];
  const past = {
    information: look.statistics.information,
    planned_leads_per_group: look.plan?.planned_leads_per_group ?? null,
    control_leads: look.control.leads,
    control_conversions: look.control.conversions,
    treatment_leads: look.treatment.leads,
    treatment_conversions: look.treatment.conversions,
  };
  return {
    ...test,
    history: [...test.history, past],
    standing: standings[0]?.standing ?? test.standing,
  };
};
