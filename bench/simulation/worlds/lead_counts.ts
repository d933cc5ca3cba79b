// The leads of a world counted by arm and source, and what is wrong with them, as src/sql/testing/lead_counts.ts counts
// them in the host's table. A mirror, which test/engine/testing_worlds.test.ts holds against it. Knows no rule.
import type { LeadCounts, Units } from '../../../src/plv8/testing/document.ts';
import { assignedLabel, type Leads, labelNames, outcomeNames, sourceNames } from './leads.ts';

/** What the database says of a group; the analysis reads the sums of the faults (unitsOf). */
export type CountedLeads = LeadCounts & {
  readonly all_rows: number;
  readonly before_start: number;
  readonly doubled: number;
  readonly unknown_status: number;
  readonly other_arm: number;
};

type Sums = {
  rows: number;
  beforeStart: number;
  copies: number;
  unknownStatus: number;
  otherArm: number;
  leads: number;
  conversions: number;
  dead: number;
  timed: number;
  seconds: number;
  squares: number;
};

const emptySums = (): Sums => ({
  rows: 0,
  beforeStart: 0,
  copies: 0,
  unknownStatus: 0,
  otherArm: 0,
  leads: 0,
  conversions: 0,
  dead: 0,
  timed: 0,
  seconds: 0,
  squares: 0,
});

const secondsPerHour = 3600;
const converted = outcomeNames.indexOf('converted');
const dead = outcomeNames.indexOf('dead');
const unknown = outcomeNames.indexOf('unknown');
const treatment = labelNames.indexOf('treatment');
const unknownLabel = labelNames.indexOf('variant_b');

const countsOf = (group: string, source: string, sums: Sums): CountedLeads => {
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
    all_rows: sums.rows,
    before_start: sums.beforeStart,
    doubled: sums.copies,
    unknown_status: sums.unknownStatus,
    other_arm: sums.otherArm,
  };
};

/** A row that counts, under the label that it has by the end of the day. */
const addLead = (sums: Sums, leads: Leads, row: number, label: number, day: number): void => {
  sums.leads += 1;
  const seconds = leads.seconds[row] as number;
  if (seconds >= 0) {
    sums.timed += 1;
    sums.seconds += seconds;
    sums.squares += seconds * seconds;
  }
  if (label !== unknownLabel && label !== assignedLabel(leads, row)) sums.otherArm += 1;
  if ((leads.outcomeOn[row] as number) > day) return;
  if (leads.outcome[row] === converted) sums.conversions += 1;
  if (leads.outcome[row] === dead) sums.dead += 1;
  if (leads.outcome[row] === unknown && label !== unknownLabel) sums.unknownStatus += 1;
};

/** The further row of a lead stands right behind its first. */
const isDoubled = (leads: Leads, first: number): boolean =>
  first + 1 < leads.count && leads.firstRow[first + 1] === first;

/** Two cells an arm and source: leads with one row, and leads with several, which the database counts by themselves. */
const fillCells = (leads: Leads, day: number, maturityDays: number): readonly (Sums | undefined)[] => {
  const cells: (Sums | undefined)[] = [];
  for (let row = 0; row < leads.count; row += 1) {
    const created = leads.created[row] as number;
    if (created > day - maturityDays || (leads.labelledOn[row] as number) > day) continue;
    const firstRow = leads.firstRow[row] as number;
    const first = firstRow < 0 ? row : firstRow;
    const label = (leads.relabelledOn[first] as number) <= day ? treatment : (leads.label[first] as number);
    const group = label * sourceNames.length + (leads.source[first] as number);
    const cell = 2 * group + (isDoubled(leads, first) ? 1 : 0);
    const sums = cells[cell] ?? emptySums();
    cells[cell] = sums;
    sums.rows += 1;
    if (first !== row) sums.copies += 1;
    else if (created < 0) sums.beforeStart += 1;
    else addLead(sums, leads, row, label, day);
  }
  return cells;
};

/**
 * lh_engine.test_lead_counts in a run after the end of a day, in the order of lh_engine.collect_tests: the leads of the
 * test that came up to `maturityDays` before the end of the day, by what label and source they have then, and what their
 * status is then. Of a lead with several rows the first counts, and no row from before the start.
 */
export const countLeads = (leads: Leads, day: number, maturityDays: number): readonly CountedLeads[] => {
  const cells = fillCells(leads, day, maturityDays);
  return labelNames.flatMap((label, i) =>
    sourceNames.flatMap((source, j) => {
      const group = i * sourceNames.length + j;
      return [cells[2 * group], cells[2 * group + 1]]
        .flatMap((sums) => (sums === undefined ? [] : [countsOf(label, source, sums)]))
        .sort((a, b) => b.leads - a.leads);
    }),
  );
};

/** No lead of a world has a property. */
export const unitsOf = (groups: readonly CountedLeads[]): Units => {
  const sum = (key: 'all_rows' | 'before_start' | 'doubled' | 'unknown_status' | 'other_arm'): number =>
    groups.reduce((n, group) => n + group[key], 0);
  return {
    leads: sum('all_rows'),
    before_start: sum('before_start'),
    doubled: sum('doubled'),
    unknown_status: sum('unknown_status'),
    other_arm: sum('other_arm'),
    same_property: 0,
    property_in_both: 0,
  };
};
