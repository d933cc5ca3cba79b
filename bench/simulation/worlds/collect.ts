// The document of the operation analyze for one test of a world, as src/sql/testing makes it from the host's tables: a
// mirror, which test/engine/testing_worlds.test.ts holds against the database. Recommends nothing.
import { dayNumber, dayText } from '../../../src/plv8/calendar.ts';
import type { Answer } from '../../../src/plv8/entry.ts';
import type { Standing } from '../../../src/plv8/statistics/sequential/boundaries.ts';
import type { PastLook, Settings } from '../../../src/plv8/testing/document.ts';
import type { InputOf } from '../../../test/support/operations.ts';
import { countLeads, unitsOf } from './lead_counts.ts';
import type { Leads } from './leads.ts';

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

/** Day 0, on which the test starts at midnight. */
export const startedOn = dayNumber('2026-02-20');

const copyOf = (standing: Standing | null) =>
  standing && { ...standing, fractions: [...standing.fractions], masses: [...standing.masses] };

/** lh_engine.collect_tests in a run after the end of a day of the test. */
export const collect = (leads: Leads, test: RunningTest, day: number, settings: Settings): Document => {
  const groups = countLeads(leads, day, settings['decisions.maturity_days']);
  return {
    as_of: dayText(startedOn + day),
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
          started_at: `${dayText(startedOn)} 00:00:00`,
          has_started: true,
          unreadable: [],
          units: unitsOf(groups),
          planned_leads_per_group: test.plan.planned_leads_per_group,
          planned_lift: test.plan.planned_lift,
          planned_baseline_rate: test.plan.baseline_rate,
          baseline: { leads: 0, conversions: 0 },
          history: [...test.history],
          groups: [...groups],
        },
        standing: copyOf(test.standing),
      },
    ],
  };
};

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
    // Every look of a simulated test counts up to its own day, and leads of the same age.
    counts_alike: true,
  };
  return {
    ...test,
    history: [...test.history, past],
    standing: standings[0]?.standing ?? test.standing,
  };
};
