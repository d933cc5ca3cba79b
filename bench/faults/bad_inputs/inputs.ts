// The bad inputs: every column of the host that the contract names with the extremes of its family, and what takes more
// than one value. Says with which warnings each must be named; runs nothing.
import { hostTables, type TypeFamily } from '../../../src/sql/host/contract.ts';
import { expectedCodes } from './expected.ts';
import { targetDay } from './host.ts';

export type BadInput = {
  readonly name: string;
  /** Statements; the last one returns the ids of the bad rows, or their days, as text. */
  readonly sql: string;
  /** The codes of the warnings that it must bring about, each with those ids or days. */
  readonly codes: readonly string[];
  /** The table of which it is a row, or nothing where it is more than a row. */
  readonly table?: string;
  /** What may be tried in one cycle: other values of the same column. */
  readonly column?: string;
};

export const extremes: Readonly<Record<TypeFamily, Readonly<Record<string, string>>>> = {
  id: { null: 'null', orphan: 'ORPHAN' },
  text: {
    null: 'null',
    empty: `''`,
    '10 MB': `repeat(md5('x'), 327680)`,
    odd: `U&'\\FFFF\\202E\\0301' || chr(1114111) || chr(1) || E'\\n"\\\\'`,
  },
  number: {
    null: 'null',
    NaN: `'NaN'`,
    infinity: `'Infinity'`,
    negative: '-1',
    fraction: '0.000000000000000000001',
    'beyond int4': '2147483648',
    '1e16': '1e16',
    '1e308': '1e308',
    '1e400': '1e400',
  },
  boolean: { null: 'null' },
  timestamptz: {
    null: 'null',
    infinity: `'infinity'`,
    '-infinity': `'-infinity'`,
    'year 294276': `'294276-12-31 23:59:59.999999+00'`,
    'year 4714 BC': `'4714-11-24 00:00:00+00 BC'`,
    'year 44 BC': `'0044-03-15 12:00:00+00 BC'`,
    'year 2200': `'2200-01-01'`,
  },
  date: {
    null: 'null',
    infinity: `'infinity'`,
    '-infinity': `'-infinity'`,
    'year 5874897': `'5874897-12-31'`,
    'year 4714 BC': `'4714-11-24 BC'`,
  },
};

const contact = '(select id from lh_contacts order by id desc limit 1)';

type Row = Readonly<Record<string, string>>;

/** A row of each table with nothing odd, which changes neither the bottleneck nor the test. */
export const normalRows: Readonly<Record<string, Row>> = {
  lh_lead_status: {
    status: `'contacted'`,
    assigned_to: `'agent'`,
    source: `'web'`,
    created_at: `'2026-02-26 08:00+00'`,
    contacted_at: `'2026-02-26 17:00+00'`,
  },
  lh_feedback_log: {
    contact_id: contact,
    agent_id: `'agent'`,
    feedback_type: `'business_number'`,
    created_at: `'2026-02-22 08:00+00'`,
  },
  lh_validation_history: {
    contact_id: contact,
    pattern_type: `'llc'`,
    reason: `'name'`,
    created_at: `'2026-02-21 00:00+00'`,
  },
  lh_contacts: { property_id: 'null', validation_status: `'valid'` },
  lh_properties: { county: `'Cook'`, distress_type: `'tax'`, created_at: `'2026-02-01'` },
  lh_daily_metrics: {
    metric_date: `'2026-01-10'`,
    new_leads_count: '20',
    contacted_count: '20',
    qualified_count: '10',
    closed_count: '0',
    avg_response_time_hours: '9',
  },
  lh_pattern_performance: {
    performance_date: `'2026-03-01'`,
    avg_f1_score: '0.9',
    total_validations: '50',
    true_positives: '20',
    false_positives: '5',
    true_negatives: '20',
    false_negatives: '5',
  },
  lh_spawned_skills: {
    skill_type: `'lead-scorer'`,
    skill_name: `'a name'`,
    target_metric: `'qualification_rate'`,
    status: `'killed'`,
    spawned_at: `'2025-11-01'`,
    decision_made_at: `'2025-12-01'`,
  },
  lh_ab_tests: {
    test_name: `'a name'`,
    metric_tracked: `'follow_up_days'`,
    traffic_allocation_pct: '50',
    min_sample_size: '100',
    confidence_level: '0.95',
    status: `'running'`,
    started_at: `'2026-02-20'`,
  },
};

/** Without labelled contacts the engine writes no row of its own over the bad one. */
const before: Row = { lh_pattern_performance: 'delete from lh_feedback_log; ' };

/** Metrics are named by their day, all else by id. */
const nameOf: Row = { lh_daily_metrics: 'metric_date', lh_pattern_performance: 'performance_date' };

export const insertOf = (table: string, row: Row): string =>
  `${before[table] ?? ''}insert into ${table} (${Object.keys(row).join(', ')}) values (${Object.values(row).join(', ')})
   returning coalesce(${nameOf[table] ?? 'id'}::text, 'null')`;

/** Another host function: the rows of the days stay as they are. */
const keepRows = `create or replace function lh_update_daily_metrics(target_date date default current_date) returns void
  language sql as $$ select $$; `;

const updateOf = (column: string, value: string, day: string): string =>
  `${keepRows}update lh_daily_metrics set ${column} = ${value} where metric_date = '${day}' returning metric_date::text`;

/** One bad value in one column of a row that has nothing else odd. */
const badValues: readonly BadInput[] = hostTables.flatMap((table) =>
  table.columns
    .filter((column) => column.name !== 'id')
    .flatMap((column) =>
      Object.entries(extremes[column.family]).map(([label, value], i): BadInput => {
        const inPlace = table.name === 'lh_daily_metrics' && column.family === 'number';
        return {
          name: `${table.name}.${column.name}: ${label}`,
          sql: inPlace
            ? updateOf(column.name, value, `2026-02-${10 + i}`)
            : insertOf(table.name, {
                ...normalRows[table.name],
                // Two tests of one metric would be confounded.
                ...(table.name === 'lh_ab_tests' ? { metric_tracked: `'${label}'` } : {}),
                [column.name]: value,
              }),
          codes: expectedCodes(`${table.name}.${column.name}`, label),
          table: table.name,
          column: `${table.name}.${column.name}`,
        };
      }),
    ),
);

/** Bad counts in the row of the day itself; without its hours there would be no bottleneck to compare. */
const badDay: readonly BadInput[] = ['new_leads_count', 'contacted_count', 'qualified_count'].flatMap(
  (column) =>
    Object.entries(extremes.number).map(([label, value]) => ({
      name: `lh_daily_metrics.${column} of the day: ${label}`,
      sql: updateOf(column, value, targetDay),
      codes: expectedCodes(`the day.${column}`, label),
    })),
);

/** Leads of the day itself: times that end the host's own function. */
const badLeadsOfTheDay: readonly BadInput[] = Object.entries(extremes.timestamptz)
  .filter(([label]) => label.includes('infinity'))
  .map(([label, value]) => ({
    name: `lh_lead_status.contacted_at of a lead of the day: ${label}`,
    sql: insertOf('lh_lead_status', {
      ...normalRows.lh_lead_status,
      created_at: `'${targetDay} 08:00+00'`,
      contacted_at: value,
    }),
    codes: expectedCodes('lh_lead_status.contacted_at', label),
  }));

const closedLeads: readonly BadInput[] = Object.entries(extremes.timestamptz).map(([label, value]) => ({
  name: `lh_lead_status.closed_at of a closed lead: ${label}`,
  sql: insertOf('lh_lead_status', { ...normalRows.lh_lead_status, status: `'closed'`, closed_at: value }),
  codes: expectedCodes('closed.closed_at', label),
}));

const lead = (more: Row): string => insertOf('lh_lead_status', { ...normalRows.lh_lead_status, ...more });
const controlTest = `(select id from lh_ab_tests where test_name = 'control')`;

const manyValues: readonly BadInput[] = [
  {
    name: 'two rows of one day, the day itself',
    sql: `${keepRows}insert into lh_daily_metrics (metric_date, new_leads_count, contacted_count, qualified_count)
      values ('${targetDay}', 1, 1, 1) returning metric_date::text`,
    codes: ['daily_row_repeated'],
  },
  {
    name: 'two rows of one day from which a test is planned',
    sql: `insert into lh_daily_metrics (metric_date, new_leads_count, contacted_count, qualified_count)
      values ('2026-02-10', 1, 1, 1) returning metric_date::text`,
    codes: ['daily_row_repeated'],
  },
  {
    name: 'counts whose sum overflows an integer',
    sql: `${keepRows}update lh_daily_metrics set new_leads_count = 2147483647, qualified_count = 2147483647 where metric_date < '2026-02-20'`,
    codes: [],
  },
  {
    name: 'two overall rows of one day, of patterns',
    sql: `insert into lh_pattern_performance (performance_date, avg_f1_score) values ('${targetDay}', 0.1), ('${targetDay}', 0.2)`,
    codes: [],
  },
  {
    name: 'a lead of the test with another group',
    sql: lead({ ab_test_id: controlTest, ab_test_group: `'Treatment'`, created_at: `'2026-02-26'` }),
    codes: ['unknown_group'],
  },
  {
    name: 'a lead of the test without a group',
    sql: lead({ ab_test_id: controlTest, created_at: `'2026-02-26'` }),
    codes: ['unknown_group'],
  },
  {
    name: 'a second running test on a metric',
    sql: `insert into lh_ab_tests (test_name, metric_tracked, started_at) values ('later', 'f1_score', '2026-02-21') returning id::text`,
    codes: ['confounded'],
    table: 'lh_ab_tests',
  },
  {
    name: 'two skills of a type under test',
    sql: `insert into lh_spawned_skills (skill_type, skill_name, status, spawned_at)
      values ('lead-scorer', 'one', 'testing', '2026-02-01'), ('lead-scorer', 'two', 'testing', null)`,
    codes: [],
  },
];

export const badInputs: readonly BadInput[] = [
  ...badValues,
  ...badDay,
  ...badLeadsOfTheDay,
  ...closedLeads,
  ...manyValues,
];
