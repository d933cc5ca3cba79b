// The gates that a recommendation has to pass: reasons to distrust a test whatever its rule says. A gate can only block
// KEEP or KILL, which leaves CONTINUE; it never recommends anything.
import { normalUpperTail } from '../statistics/normal.ts';
import { effectSign, liftPct, zTest } from '../statistics/proportions.ts';
import { leaksIntoEmptyArm, sampleRatioTest } from '../statistics/sample_ratio.ts';
import { mantelHaenszel } from '../statistics/strata.ts';
import { welchTest } from '../statistics/welch.ts';
import { percentText, plural, pText, shown } from '../words.ts';
import type { ArmData, Arms, SourceCounts } from './arms.ts';
import type { Inputs, Settings } from './document.ts';
import type { Recommendation } from './rules/rule.ts';
import { faultsOf, notesOf, shareOfLeads } from './units.ts';

export type Gate = {
  readonly gate: 'units' | 'sample_ratio' | 'time_to_first_contact' | 'dead_leads' | 'simpson';
  /** null where there are too few leads to say. */
  readonly passed: boolean | null;
  readonly enabled: boolean;
  readonly blocks: readonly Recommendation[];
  readonly p_value: number | null;
  readonly text: string;
};

/** null for a record that holds no counts of units. */
const unitsGate = (inputs: Inputs, arms: Arms, treatmentPct: number, settings: Settings): Gate | null => {
  const { units } = inputs;
  if (units === undefined) return null;
  const faults = faultsOf(inputs, arms, treatmentPct);
  const faulty = faults.reduce((sum, { n }) => sum + n, 0);
  const passed = 100 * faulty <= settings['decisions.unit_faults_pct'] * units.leads;
  const found =
    faulty === 0
      ? `units: nothing wrong with ${plural(units.leads, 'lead')}`
      : `units${passed ? '' : ' are not clean'}: ${faulty} of ${plural(units.leads, 'lead')} (${shareOfLeads(faulty, units.leads)}): ${faults.map(({ n, text }) => `${n} ${text}`).join(', ')}`;
  return {
    gate: 'units',
    passed,
    enabled: settings['decisions.gate_units'],
    blocks: ['KEEP', 'KILL'],
    p_value: null,
    text: [found, ...notesOf(units, arms, treatmentPct)].join('; '),
  };
};

const sampleRatioGate = (arms: Arms, treatmentPct: number, settings: Settings): Gate => {
  const { control, treatment } = arms;
  const total = control.leads + treatment.leads;
  const expected = (total * Math.min(treatmentPct, 100 - treatmentPct)) / 100;
  const test = sampleRatioTest(control.leads, treatment.leads, treatmentPct);
  const enough = test !== null && expected >= settings['decisions.sample_ratio_min_leads'];
  const leaks = leaksIntoEmptyArm(control.leads, treatment.leads, treatmentPct);
  const passed = leaks ? false : enough ? test.p >= settings['decisions.sample_ratio_p_value'] : null;
  const split = `${treatment.leads} of ${total} leads are in treatment, ${percentText(treatmentPct)} are expected`;
  return {
    gate: 'sample_ratio',
    passed,
    enabled: settings['decisions.gate_sample_ratio'],
    blocks: ['KEEP', 'KILL'],
    p_value: test?.p ?? null,
    text:
      passed === null
        ? 'sample ratio: too few leads to judge the split'
        : passed
          ? `sample ratio: ${split}`
          : `sample ratio mismatch: ${split}${test === null ? '' : ` (p ${pText(test.p)})`}; the assignment or the logging is broken`,
  };
};

const worse = (p: number | null, settings: Settings): boolean | null =>
  p === null ? null : p >= settings['decisions.guardrail_p_value'];

const contactTimeGate = (arms: Arms, settings: Settings): Gate => {
  const { control, treatment } = arms;
  const enough =
    Math.min(control.response.n, treatment.response.n) >= settings['decisions.guardrail_min_leads'];
  const p = enough ? (welchTest(control.response, treatment.response)?.upperTail ?? null) : null;
  const passed = worse(p, settings);
  const means = `${shown(treatment.response.mean)} hours in treatment, ${shown(control.response.mean)} in control`;
  return {
    gate: 'time_to_first_contact',
    passed,
    enabled: settings['decisions.gate_guardrails'],
    blocks: ['KEEP'],
    p_value: p,
    text:
      p === null
        ? 'time to first contact: too few contacted leads to judge'
        : `time to first contact${passed ? '' : ' is significantly worse'}: ${means} (one-sided p ${pText(p)}, Welch)`,
  };
};

const deadShare = (arm: ArmData): string => percentText((100 * arm.dead) / arm.leads);

const deadLeadsGate = (arms: Arms, settings: Settings): Gate => {
  const { control, treatment } = arms;
  const enough = Math.min(control.leads, treatment.leads) >= settings['decisions.guardrail_min_leads'];
  const test = enough
    ? zTest(
        { leads: control.leads, conversions: control.dead },
        { leads: treatment.leads, conversions: treatment.dead },
      )
    : null;
  const p = test === null ? null : normalUpperTail(test.z);
  const passed = worse(p, settings);
  return {
    gate: 'dead_leads',
    passed,
    enabled: settings['decisions.gate_guardrails'],
    blocks: ['KEEP'],
    p_value: p,
    text:
      p === null
        ? 'dead leads: too few to judge'
        : `share of dead leads${passed ? '' : ' is significantly worse'}: ${deadShare(treatment)} in treatment, ${deadShare(control)} in control (one-sided p ${pText(p)}, z-test)`,
  };
};

const simpsonGate = (arms: Arms, sources: readonly SourceCounts[], settings: Settings): Gate => {
  const pooled = Math.sign(effectSign(arms.control, arms.treatment));
  const within = mantelHaenszel(sources);
  const comparable = sources.length > 1 && pooled !== 0 && within.sign !== 0;
  const passed = comparable ? pooled === within.sign : null;
  const lift = liftPct(arms.control, arms.treatment);
  const liftText = (x: number | null): string => (x === null ? 'undefined' : percentText(x));
  const lifts = `${liftText(lift)} over all leads, ${liftText(within.liftPct)} within the sources (Mantel and Haenszel)`;
  return {
    gate: 'simpson',
    passed,
    enabled: settings['decisions.gate_simpson'],
    blocks: ['KEEP', 'KILL'],
    p_value: null,
    text:
      passed === null
        ? 'sources: one source or no effect, nothing to compare'
        : `${passed ? 'lift' : 'paradox: the lift changes its sign within the sources'}: ${lifts}`,
  };
};

export const evaluateGates = (
  inputs: Inputs,
  arms: Arms,
  sources: readonly SourceCounts[],
  treatmentPct: number,
  settings: Settings,
): readonly Gate[] => {
  const units = unitsGate(inputs, arms, treatmentPct, settings);
  return [
    ...(units === null ? [] : [units]),
    sampleRatioGate(arms, treatmentPct, settings),
    contactTimeGate(arms, settings),
    deadLeadsGate(arms, settings),
    simpsonGate(arms, sources, settings),
  ];
};

/** The gates that block this recommendation. */
export const blockingGates = (gates: readonly Gate[], recommendation: Recommendation): readonly Gate[] =>
  gates.filter((gate) => gate.enabled && gate.passed === false && gate.blocks.includes(recommendation));
