// A world of leads, drawn day by day: when each came, from where, with which label, what became of it and when. It is
// held in columns, one entry a lead, as the host's table would hold it. Knows the truth, and nothing of the engine.
import { normalQuantile } from '../../../src/plv8/statistics/normal.ts';
import { type Delay, delayTable, firstAbove } from './delays.ts';
import { poisson, stream, type Uniform } from './random.ts';
import type { Truth } from './truths.ts';

export const sourceNames = ['referral', 'website', 'zillow'] as const;
/** In the order in which a truth names them. */
export const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
/** What `label` counts through: the host's ab_test_group. */
export const labelNames = ['control', 'treatment', 'variant_b'] as const;
/** What `outcome` counts through. A lead has the status `contacted`, or none of these, until its outcome. */
export const outcomeNames = ['none', 'converted', 'dead', 'unknown'] as const;
export const never = 32_767;
const [control, treatment, unknownLabel] = [0, 1, 2];
const [none, converted, dead, unknown] = [0, 1, 2, 3];

const columnNames = [
  'created',
  'source',
  'label',
  /** The day at whose end the label stands in the row, and that from which it says treatment whatever it said. */
  'labelledOn',
  'relabelledOn',
  'outcome',
  'outcomeOn',
  /** To first contact, which is on the day the lead came; −1: none. */
  'seconds',
  /** The row of the same lead that was there first; −1 for that row. */
  'firstRow',
] as const;
type Column = (typeof columnNames)[number];

/** Columns of which the first `count` entries are rows; days count from the start of the test. */
export type Leads = { count: number } & Record<Column, Int32Array>;

export type Scenario = {
  readonly truth: Truth;
  readonly baseRate: number;
  readonly leadsPerDay: number;
  readonly delay: Delay;
  /** Which of the weekdays day 0 is. */
  readonly startsOn: number;
  readonly treatmentPct: number;
};

export type World = {
  readonly scenario: Scenario;
  readonly leads: Leads;
  readonly arrivals: Uniform;
  readonly outcomes: Uniform;
  readonly errors: Uniform;
  /** Of every other outcome, and of the conversions in the treatment. */
  readonly delayTables: readonly [Float64Array, Float64Array];
};

const emptyLeads = (): Leads => ({
  count: 0,
  ...(Object.fromEntries(columnNames.map((name) => [name, new Int32Array(4096)])) as Record<
    Column,
    Int32Array
  >),
});

/** A new row; its entries are whatever they were. */
const appendRow = (leads: Leads): number => {
  if (leads.count === leads.created.length)
    for (const name of columnNames) {
      const longer = new Int32Array(2 * leads.count);
      longer.set(leads[name]);
      leads[name] = longer;
    }
  leads.count += 1;
  return leads.count - 1;
};

const deadShare = 0.15;
const uncontactedShare = 0.1;
const driftDays = 56;
const daysBeforeStart = 30;
const lateDays = 3;

/** Seconds to first contact: log-normal around two hours, within the day. */
const contactQuantiles = Array.from(
  { length: 1024 },
  (_, i) => 7200 * Math.exp(0.7 * normalQuantile((i + 0.5) / 1024)),
);
const longestContact = 79_200;

export const weekdayOf = ({ startsOn }: Scenario, day: number): number => (((startsOn + day) % 7) + 7) % 7;

const shareOf = ({ sources }: Truth, source: number, day: number): number => {
  const drift = Math.min(1, Math.max(0, day / driftDays));
  return (sources.shares[source] ?? 0) * (1 - drift) + (sources.later[source] ?? 0) * drift;
};

const sourceFrom = (truth: Truth, day: number, uniform: number): number => {
  let sum = 0;
  for (let source = 0; source < sourceNames.length - 1; source += 1) {
    sum += shareOf(truth, source, day);
    if (uniform < sum) return source;
  }
  return sourceNames.length - 1;
};

const leadsOn = (scenario: Scenario, day: number, uniform: number): number =>
  poisson(scenario.leadsPerDay * (scenario.truth.volume[weekdayOf(scenario, day)] ?? 1), uniform);

/** Who converts was contacted; of the others some never are. */
const secondsFrom = (uniform: number, isConverted: boolean, factor: number): number => {
  const rank = isConverted ? uniform : (uniform - uncontactedShare) / (1 - uncontactedShare);
  if (rank < 0) return -1;
  const quantile = contactQuantiles[Math.floor(rank * contactQuantiles.length)] as number;
  return Math.min(longestContact, Math.round(quantile * factor));
};

/** What the hash of the engine gives the lead of a row: its arm as drawn. A label that is no arm hides it. */
export const assignedLabel = (leads: Leads, row: number): number => {
  const first = leads.firstRow[row] as number;
  return leads.label[first < 0 ? row : first] as number;
};

/** What would become of a lead of the day and source in an arm, but for errors in the rows. */
const pushLead = (world: World, day: number, source: number, label: number): number => {
  const { scenario, leads, outcomes, delayTables } = world;
  const { truth } = scenario;
  const isTreated = label === treatment;
  const rate =
    scenario.baseRate * (truth.rate[weekdayOf(scenario, day)] ?? 1) * (truth.sources.rates[source] ?? 1);
  const fate = outcomes();
  const wait = outcomes();
  const contact = outcomes();
  const outcome =
    fate < rate * (1 + (isTreated ? truth.lift(day) : 0))
      ? converted
      : fate >= 1 - deadShare * (isTreated ? truth.dead : 1)
        ? dead
        : none;
  const row = appendRow(leads);
  leads.created[row] = day;
  leads.source[row] = source;
  leads.label[row] = label;
  leads.labelledOn[row] = day;
  leads.relabelledOn[row] = never;
  leads.outcome[row] = outcome;
  leads.outcomeOn[row] =
    outcome === none
      ? never
      : day + firstAbove(delayTables[isTreated && outcome === converted ? 1 : 0], wait);
  leads.seconds[row] = secondsFrom(contact, outcome === converted, isTreated ? truth.contact : 1);
  leads.firstRow[row] = -1;
  return row;
};

const armFrom = ({ treatmentPct }: Scenario, uniform: number): number =>
  100 * uniform < treatmentPct ? treatment : control;

const doubleRow = ({ leads, scenario, errors }: World, row: number): void => {
  const double = appendRow(leads);
  for (const name of columnNames) leads[name][double] = leads[name][row] as number;
  leads.label[double] = armFrom(scenario, errors());
  leads.firstRow[double] = row;
};

/** What goes wrong with the row of a lead. */
const spoil = (world: World, row: number): void => {
  const { leads, scenario, errors } = world;
  const { error } = scenario.truth;
  if (error === null || errors() >= error.share) return;
  const isTreated = leads.label[row] === treatment;
  const isConverted = leads.outcome[row] === converted;
  const outcomeOn = leads.outcomeOn[row] as number;
  if (error.kind === 'unknown_status' && isTreated && isConverted) leads.outcome[row] = unknown;
  if (error.kind === 'unknown_label' && isTreated) leads.label[row] = unknownLabel;
  if (error.kind === 'doubled') doubleRow(world, row);
  if (error.kind === 'relabelled' && !isTreated && isConverted) leads.relabelledOn[row] = outcomeOn;
  if (error.kind === 'late_assignment' && isTreated) {
    const labelledOn = (leads.created[row] as number) + lateDays;
    leads.labelledOn[row] = leads.outcome[row] === dead && outcomeOn <= labelledOn ? never : labelledOn;
  }
};

/** The leads of one day of the test. */
export const addDay = (world: World, day: number): void => {
  const { scenario, arrivals } = world;
  for (let n = leadsOn(scenario, day, arrivals()); n > 0; n -= 1) {
    const source = sourceFrom(scenario.truth, day, arrivals());
    spoil(world, pushLead(world, day, source, armFrom(scenario, arrivals())));
  }
};

/** Leads of the days before that are labelled all the same: untreated, whatever the label says. */
const addEarlyLeads = (world: World, share: number): void => {
  const { scenario, errors, leads } = world;
  for (let day = -daysBeforeStart; day < 0; day += 1)
    for (let n = poisson(share * scenario.leadsPerDay, errors()); n > 0; n -= 1) {
      const row = pushLead(world, day, sourceFrom(scenario.truth, day, errors()), control);
      leads.label[row] = armFrom(scenario, errors());
    }
};

/** Run by run the same arrivals under every truth with the same sources, so that truths differ by their effect. */
export const createWorld = (scenario: Scenario, seed: number, run: number): World => {
  const { truth, baseRate, leadsPerDay, delay } = scenario;
  const world: World = {
    scenario,
    leads: emptyLeads(),
    delayTables: [delayTable(delay, 1), delayTable(delay, truth.delay)],
    arrivals: stream('arrivals', seed, leadsPerDay, run),
    outcomes: stream('outcomes', seed, baseRate, leadsPerDay, truth.name, run),
    errors: stream('errors', seed, leadsPerDay, truth.name, run),
  };
  if (truth.error?.kind === 'before_start') addEarlyLeads(world, truth.error.share);
  return world;
};

/**
 * Leads of the days of the baseline and those of them whose row of the daily metrics says converted: a row is computed
 * again until its day is `refreshDays` old.
 */
export const drawBaseline = (
  scenario: Scenario,
  days: { readonly first: number; readonly last: number; readonly refreshDays: number },
  seed: number,
  run: number,
): { readonly leads: number; readonly conversions: number } => {
  const { truth, baseRate, leadsPerDay, delay } = scenario;
  const uniform = stream('baseline', seed, baseRate, leadsPerDay, run);
  const seen = delayTable(delay, 1)[days.refreshDays - 1] ?? 1;
  const sourceRate = sourceNames.reduce(
    (sum, _, source) => sum + shareOf(truth, source, days.last) * (truth.sources.rates[source] ?? 1),
    0,
  );
  let leads = 0;
  let conversions = 0;
  for (let day = days.first; day <= days.last; day += 1) {
    const rate = baseRate * sourceRate * (truth.rate[weekdayOf(scenario, day)] ?? 1) * seen;
    const count = leadsOn(scenario, day, uniform());
    leads += count;
    for (let i = 0; i < count; i += 1) if (uniform() < rate) conversions += 1;
  }
  return { leads, conversions };
};
