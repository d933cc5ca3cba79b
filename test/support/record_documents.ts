// Documents of tests that no generator of leads makes: counts as large as numbers go, hosts whose columns hold
// nonsense, plans without a rate. They are decided by the library of a release, beside what a database has lived
// through.
import {
  type Changes,
  group,
  type LeadCounts,
  simpson,
  type Test,
  testOf,
} from '../pure/testing_documents.ts';

export type Documents = { readonly settings: Changes; readonly tests: readonly Test[] };

const arms = (
  control: readonly [number, number],
  treatment: readonly [number, number],
  more: Partial<LeadCounts> = {},
): LeadCounts[] => [
  group('control', control[0], control[1], more),
  group('treatment', treatment[0], treatment[1], more),
];

const only = (...tests: Test[]): Documents => ({ settings: {}, tests });

const largest = Number.MAX_SAFE_INTEGER;

type PastLook = Test['inputs']['history'][number];

const past = (information: number | null, counts: readonly [number, number, number, number]): PastLook => ({
  information,
  control_leads: counts[0],
  control_conversions: counts[1],
  treatment_leads: counts[2],
  treatment_conversions: counts[3],
});

export const documents: Readonly<Record<string, Documents>> = {
  a_billion_leads: only(testOf(arms([300_000_000, 1_000_000_000], [330_000_001, 1_000_000_000]))),
  counts_as_large_as_numbers: only(testOf(arms([largest - 2, largest], [largest - 1, largest]))),
  one_lead_each: only(testOf(arms([0, 1], [1, 1]), { min_sample_size: 1, planned_leads_per_group: 1 })),
  negative_minimum: only(testOf(arms([3, 9], [8, 10]), { min_sample_size: -5, running_days: -3.25 })),
  impossible_share: only(testOf(arms([30, 100], [45, 100]), { traffic_allocation_pct: 101 })),
  impossible_level: only(testOf(arms([30, 100], [45, 100]), { confidence_level: 95 })),
  nothing_known: only(
    testOf(arms([31, 107], [40, 103]), {
      min_sample_size: null,
      confidence_level: null,
      traffic_allocation_pct: null,
      skill_status: null,
      skill_exists: false,
      running_days: null,
      planned_leads_per_group: null,
      planned_lift: null,
      planned_baseline_rate: null,
    }),
  ),
  provisional_plan: only(
    testOf(arms([4, 50], [9, 50]), { planned_leads_per_group: 963, planned_baseline_rate: null }),
    testOf(arms([120, 120], [119, 120]), { planned_leads_per_group: null }, { metric: 'contact_rate_2' }),
  ),
  contact_times: only(
    testOf([
      ...arms([60, 200], [110, 200], {
        source: 'zillow',
        dead: 20,
        response_n: 180,
        response_mean_hours: 0.1 + 0.2,
        response_variance: 1 / 3,
      }),
      group('treatment', 11, 20, { response_n: 19, response_mean_hours: 1e6, response_variance: 1e9 }),
      group('other', 1, 7),
      group(null, 0, 2),
    ]),
  ),
  sources_hide_the_effect: only(testOf(simpson)),
  all_leads_in_treatment: only(
    testOf([group('treatment', 45, 100)], { traffic_allocation_pct: 100 }),
    testOf(arms([3, 10], [90, 300]), { traffic_allocation_pct: 100 }, { metric: 'contact_rate_2' }),
  ),
  looks_without_a_plan: only(
    testOf(arms([300, 1000], [372, 1000]), {
      history: [
        past(null, [40, 12, 41, 15]),
        past(0.05, [100, 30, 100, 31]),
        past(0.0505, [101, 30, 101, 31]),
        past(0.3, [600, 180, 600, 222]),
        past(0.5, [1000, 300, 1000, 372]),
      ],
    }),
  ),
  other_thresholds: {
    settings: {
      'decisions.keep_lift_pct': 33.3,
      'decisions.kill_lift_pct': -2.5,
      'decisions.kill_p_value': 0.4,
      'decisions.segment_p_value': 0.9,
      'decisions.guardrail_p_value': 0.3,
      'decisions.max_test_days': 5,
    },
    tests: [
      testOf([...arms([30, 90], [42, 91], { source: 'a' }), ...arms([9, 31], [12, 30], { source: 'b' })]),
    ],
  },
};
