// What a site goes through before its records are frozen: tests of every outcome, with gates that block, several looks
// and sources that disagree. Written in SQL that every release understands.
import type pg from 'pg';
import { addArms, addLeads, analyze, createTest } from '../engine/testing_host.ts';
import { setClock } from './database.ts';
import { persons } from './record_persons.ts';
import { plan, type Scenario, set } from './scenario.ts';

/** A look a week, each with the leads that came since. */
const looks = async (
  client: pg.Client,
  test: string,
  weeks: readonly (readonly [readonly [number, number], readonly [number, number]])[],
): Promise<void> => {
  for (const [i, [control, treatment]] of weeks.entries()) {
    await setClock(client, new Date(Date.UTC(2026, 2, 2 + 7 * i, 12)).toISOString());
    await addArms(client, test, control, treatment);
    await analyze(client);
  }
};

const grows = [
  [
    [12, 40],
    [15, 41],
  ],
  [
    [24, 80],
    [29, 82],
  ],
  [
    [30, 101],
    [47, 99],
  ],
  [
    [60, 200],
    [92, 201],
  ],
] as const;

const outcomes: Readonly<Record<string, Scenario>> = {
  waiting: async (client) => {
    const { test } = await createTest(client);
    await addArms(client, test, [12, 40], [15, 41]);
    await analyze(client);
  },
  kept: async (client) => {
    const { test } = await createTest(client);
    await plan(client, test, 200, 0.3);
    await addArms(client, test, [57, 190], [95, 195]);
    await analyze(client);
  },
  killed: async (client) => {
    const { test } = await createTest(client, { confidence: 0.9 });
    await plan(client, test, 300, 0.31);
    await addArms(client, test, [93, 301], [60, 299]);
    await analyze(client);
  },
  continued: async (client) => {
    const { test } = await createTest(client);
    await plan(client, test, 963, 0.3);
    await addArms(client, test, [30, 100], [42, 100]);
    await analyze(client);
  },
  confounded: async (client) => {
    await createTest(client, { startedAt: '2026-02-19' });
    const { test } = await createTest(client);
    await addArms(client, test);
    await analyze(client);
  },
  skill_not_testing: async (client) => {
    const { test } = await createTest(client, { skillStatus: 'active' });
    await addArms(client, test);
    await analyze(client);
  },
  empty_arm: async (client) => {
    const { test } = await createTest(client);
    await addLeads(client, { test, group: 'control', leads: 130, conversions: 40 });
    await analyze(client);
  },
  invalid_test: async (client) => {
    const { test } = await createTest(client, { confidence: 1 });
    await addArms(client, test);
    await analyze(client);
  },
};

const numbers: Readonly<Record<string, Scenario>> = {
  no_conversion: async (client) => {
    const { test } = await createTest(client);
    await addArms(client, test, [0, 150], [0, 160]);
    await analyze(client);
  },
  control_without_conversion: async (client) => {
    const { test } = await createTest(client);
    await addArms(client, test, [0, 150], [9, 160]);
    await analyze(client);
  },
  plan_made_from_metrics: async (client) => {
    await client.query(
      `insert into lh_daily_metrics (metric_date, new_leads_count, qualified_count)
       select d, 40, 13 from generate_series(date '2026-01-20', date '2026-02-10', interval '1 day') as d`,
    );
    const { test } = await createTest(client);
    await addArms(client, test, [33, 107], [46, 103], { hoursToContact: 1.7 });
    await analyze(client);
  },
  overdue_without_skill: async (client) => {
    const { test } = await createTest(client, { skillStatus: null, startedAt: '2025-06-01' });
    await plan(client, test, 963, 0.3);
    await addArms(client, test, [30, 100], [41, 100]);
    await analyze(client);
  },
  leads_of_no_arm: async (client) => {
    const { test } = await createTest(client);
    await addArms(client, test, [31, 107], [40, 103]);
    await addLeads(client, { test, group: 'other', leads: 3, conversions: 1 });
    await addLeads(client, { test, group: null, leads: 2 });
    await analyze(client);
  },
  terms_left_open: async (client) => {
    await client.query(`
      alter table lh_ab_tests
        alter min_sample_size drop not null,
        alter confidence_level drop not null,
        alter traffic_allocation_pct drop not null`);
    const { test } = await createTest(client);
    await client.query(
      `update lh_ab_tests set min_sample_size = null, confidence_level = null, traffic_allocation_pct = null`,
    );
    await addArms(client, test);
    await analyze(client);
  },
  planned_sample_reached: async (client) => {
    const { test } = await createTest(client);
    await plan(client, test, 150, 0.3);
    await looks(client, test, [
      [
        [30, 100],
        [38, 100],
      ],
      [
        [16, 52],
        [19, 51],
      ],
      [
        [3, 10],
        [3, 10],
      ],
    ]);
  },
  several_looks: async (client) => {
    const { test } = await createTest(client);
    await set(client, 'decisions.kill_p_value', '0.99');
    await set(client, 'decisions.kill_lift_pct', '-50');
    await looks(client, test, grows);
  },
};

const gates: Readonly<Record<string, Scenario>> = {
  sample_ratio_blocks: async (client) => {
    const { test } = await createTest(client, { pct: 20 });
    await plan(client, test, 200, 0.3);
    await addArms(client, test, [60, 200], [100, 190]);
    await analyze(client);
  },
  slow_contact_blocks: async (client) => {
    const { test } = await createTest(client);
    await plan(client, test, 200, 0.3);
    await addLeads(client, { test, group: 'control', leads: 200, conversions: 60, hoursToContact: 2 });
    await addLeads(client, { test, group: 'treatment', leads: 200, conversions: 110, hoursToContact: 4.3 });
    await analyze(client);
  },
  dead_leads_block: async (client) => {
    const { test } = await createTest(client);
    await plan(client, test, 200, 0.3);
    await addArms(client, test, [60, 200], [0, 0], { dead: 2 });
    await addArms(client, test, [0, 0], [110, 200], { dead: 60 });
    await analyze(client);
  },
  simpson_blocks: async (client) => {
    const { test } = await createTest(client);
    await addArms(client, test, [234, 270], [81, 87], { source: 'small' });
    await addArms(client, test, [55, 80], [192, 263], { source: 'large' });
    await analyze(client);
  },
  gates_switched_off: async (client) => {
    for (const gate of ['gate_sample_ratio', 'gate_guardrails', 'gate_simpson'])
      await set(client, `decisions.${gate}`, 'false');
    const { test } = await createTest(client, { pct: 20 });
    await addArms(client, test, [60, 200], [100, 190], { hoursToContact: 0.7 });
    await analyze(client);
  },
  sources_disagree: async (client) => {
    const { test } = await createTest(client);
    await plan(client, test, 400, 0.3);
    await addArms(client, test, [60, 200], [120, 201], { source: 'zillow' });
    await addArms(client, test, [80, 150], [45, 149], { source: 'referral' });
    await addArms(client, test, [10, 50], [11, 50]);
    await analyze(client);
  },
};

/** By the file that their records are frozen in. */
export const scenarios: Readonly<Record<string, Readonly<Record<string, Scenario>>>> = {
  outcomes,
  numbers,
  gates,
  persons,
};
