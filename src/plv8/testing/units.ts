// The units of a test: is each of its leads there once, labelled as it was assigned, with a status that means something?
// What is wrong is counted by kind and named. Knows no decision rule and no gate.
import { twoSidedP } from '../statistics/normal.ts';
import { percentText, plural } from '../words.ts';
import { type Arms, leadsOfNoArm } from './arms.ts';
import type { Inputs, PastLook, Units } from './document.ts';

export type Fault = {
  readonly code:
    | 'unknown_status_in_test'
    | 'unknown_group'
    | 'before_start'
    | 'doubled_leads'
    | 'other_arm'
    | 'shrunken_arms';
  readonly n: number;
  /** What can be said behind "so many leads". */
  readonly text: string;
};

const uncounted: Units = {
  leads: 0,
  before_start: 0,
  doubled: 0,
  unknown_status: 0,
  other_arm: 0,
  same_property: 0,
  property_in_both: 0,
};

/**
 * p above which labels that differ from the hash do so as if they had nothing to do with it. Far below that of other
 * gates: it is asked at every look of every test whose ingestion assigns by its own means, and must never answer wrong.
 */
const ownMeansP = 1e-6;

/** How many labels differ by chance where another assignment gave them, and by how much that varies. */
const differsAsByChance = (differing: number, arms: Arms, treatmentPct: number): boolean => {
  const share = treatmentPct / 100;
  const { control, treatment } = arms;
  const expected = control.leads * share + treatment.leads * (1 - share);
  const variance = (control.leads + treatment.leads) * share * (1 - share);
  return variance > 0 && twoSidedP((differing - expected) / Math.sqrt(variance)) >= ownMeansP;
};

/** Whether the labels have nothing to do with the hash: the host's ingestion assigns by its own means. */
export const assignsByOwnMeans = (units: Units, arms: Arms, treatmentPct: number): boolean =>
  units.other_arm > 0 && differsAsByChance(units.other_arm, arms, treatmentPct);

/** Leads that arms lost from one look to the next, those of this look included. */
const lostLeads = (history: readonly PastLook[], arms: Arms): number => {
  let lost = 0;
  let [control, treatment] = [0, 0];
  const see = (controlLeads: number, treatmentLeads: number): void => {
    lost += Math.max(0, control - controlLeads) + Math.max(0, treatment - treatmentLeads);
    control = controlLeads;
    treatment = treatmentLeads;
  };
  for (const past of history) if (past.counts_alike === true) see(past.control_leads, past.treatment_leads);
  see(arms.control.leads, arms.treatment.leads);
  return lost;
};

/** What is wrong with the leads of a test, by kind; a lead with two faults is in both. */
export const faultsOf = (inputs: Inputs, arms: Arms, treatmentPct: number): readonly Fault[] => {
  const units = inputs.units ?? uncounted;
  const otherArm = assignsByOwnMeans(units, arms, treatmentPct) ? 0 : units.other_arm;
  const all: readonly Fault[] = [
    {
      code: 'unknown_status_in_test',
      n: units.unknown_status,
      text: 'have a status that the engine does not know and count as not converted',
    },
    {
      code: 'unknown_group',
      n: leadsOfNoArm(inputs.groups),
      text: 'are neither in control nor in treatment and are not counted',
    },
    {
      code: 'before_start',
      n: units.before_start,
      text: 'were created before the test started and are left out',
    },
    {
      code: 'doubled_leads',
      n: units.doubled,
      text: 'are there again under the same id, and the first row counts',
    },
    {
      code: 'other_arm',
      n: otherArm,
      text: 'are in the other arm than the one that the engine assigns them to',
    },
    {
      code: 'shrunken_arms',
      n: lostLeads(inputs.history, arms),
      text: 'are gone from their arm since an earlier look',
    },
  ];
  return all.filter(({ n }) => n > 0);
};

export const shareOfLeads = (n: number, leads: number): string => percentText((100 * n) / leads);

/** What is no fault and worth knowing. */
export const notesOf = (units: Units, arms: Arms, treatmentPct: number): readonly string[] => [
  ...(assignsByOwnMeans(units, arms, treatmentPct)
    ? [
        `the labels have nothing to do with the arms that the engine assigns (${units.other_arm} differ): the ingestion assigns by its own means`,
      ]
    : []),
  ...(units.same_property > 0
    ? [
        `${plural(units.same_property, 'lead')} (${shareOfLeads(units.same_property, units.leads)}) share a property with another lead of the test, ${units.property_in_both} of them with one in the other arm`,
      ]
    : []),
];
