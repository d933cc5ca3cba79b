// The operations of testing: the analysis of all running tests at once, and what a rule recommends on bare counts.
import * as v from 'valibot';
import { refuse } from '../errors.ts';
import type { Operations } from '../operation.ts';
import { count, finite, numbers, parse, probability } from '../parse.ts';
import { defaultsOf } from '../settings/catalog.ts';
import { firstProfile } from '../settings/names.ts';
import { settingSchema } from '../settings/schemas.ts';
import { compareRates } from '../statistics/compare_rates.ts';
import { type Arm, liftPct } from '../statistics/proportions.ts';
import { armsOf } from './arms.ts';
import { confounders } from './confounders.ts';
import { analysisSchema, type Inputs, type Settings, type Test } from './document.ts';
import { type Analysed, analyseFrom, rules } from './recommendation.ts';
import { recordVersion } from './record.ts';
import { replay } from './replay.ts';
import { explainTest } from './reports/history.ts';
import { outlook } from './reports/outlook.ts';
import { testSegments } from './reports/test_segments.ts';
import { termsOf } from './terms.ts';
import { type Fault, faultsOf } from './units.ts';

type Warning = {
  readonly code: string;
  readonly ab_test_id: string | null;
  readonly message: string;
  readonly n: number | null;
  /** Of leads: their table and the first of their ids. */
  readonly table?: string;
  readonly ids?: readonly string[];
};

/** Leads that are gone cannot be named. */
const named = (test: Test, { code }: Fault): Pick<Warning, 'table' | 'ids'> =>
  code === 'shrunken_arms' ? {} : { table: 'lh_lead_status', ids: test.fault_ids?.[code] ?? [] };

const warningsOf = (
  test: Test,
  inputs: Inputs,
  analysed: Analysed,
  settings: Settings,
): readonly Warning[] => {
  const warn = (code: string, text: string, n: number | null = null): Warning => ({
    code,
    ab_test_id: test.ab_test_id,
    message: `test ${test.ab_test_id}: ${text}`,
    n,
  });
  const isQuiet =
    ['judged', 'waiting'].includes(analysed.outcome) ||
    (analysed.outcome === 'empty_arm' && !analysed.needs_person);
  return [
    ...(isQuiet ? [] : [warn(analysed.outcome, analysed.reason)]),
    ...analysed.gates
      .filter((gate) => gate.enabled && gate.passed === false)
      .map((gate) => warn(gate.gate, gate.text)),
    ...analysed.reasons
      .filter((reason) =>
        ['overdue', 'skill_missing', 'planned_sample_reached', 'no_plan'].includes(reason.code),
      )
      .map((reason) => warn(reason.code, reason.text)),
    ...faultsOf(inputs, armsOf(inputs.groups), termsOf(inputs, settings).treatmentPct).map((fault) => ({
      ...warn(fault.code, `${fault.n} of its leads ${fault.text}`, fault.n),
      ...named(test, fault),
    })),
  ];
};

/** Every running test analysed, each with the record that replays it. */
const analyze = (input: unknown) => {
  const document = parse(analysisSchema, input);
  const confounded = confounders(document.tests);
  const analysed = document.tests.map((test) => {
    const inputs = { ...test.inputs, confounded_with: confounded.get(test.ab_test_id) ?? null };
    return { test, inputs, ...analyseFrom(test.standing ?? null, inputs, document.settings) };
  });
  const stray = document.leads_without_test;
  const strayWarning: Warning = {
    code: 'leads_without_test',
    ab_test_id: null,
    message: `${stray} leads have a test group but no test and are not counted; assignment has to write both columns of public.lh_assign_ab_test`,
    n: stray,
    table: 'lh_lead_status',
    ids: document.stray_ids ?? [],
  };
  return {
    tests: analysed.map(({ test, inputs, result }) => ({
      record_version: recordVersion,
      ab_test_id: test.ab_test_id,
      skill_id: test.skill_id,
      test_name: test.test_name,
      metric: test.metric,
      ...result,
      inputs,
      settings: document.settings,
    })),
    standings: analysed.flatMap(({ test, standing }) =>
      standing === null ? [] : [{ ab_test_id: test.ab_test_id, standing }],
    ),
    warnings: [
      ...analysed.flatMap(({ test, inputs, result }) => warningsOf(test, inputs, result, document.settings)),
      ...(stray > 0 ? [strayWarning] : []),
    ],
  };
};

export const decideInput = v.object({
  control_conversions: count,
  control_leads: count,
  treatment_conversions: count,
  treatment_leads: count,
  rule: settingSchema('decisions.rule'),
  min_sample_size: count,
  confidence_level: probability,
  planned_leads_per_group: v.nullable(count),
  information_fractions: numbers(finite),
});

const checkedArm = (name: string, leads: number, conversions: number): Arm =>
  conversions <= leads
    ? { leads, conversions }
    : refuse(
        'bad_input',
        `${name}_conversions: expected at most the ${leads} leads of the arm, got ${conversions}`,
        'Conversions are counted among the leads of the same arm.',
      );

/** What a rule recommends on bare counts with the default thresholds: no gates, no host. */
const decideTest = (input: unknown) => {
  const given = parse(decideInput, input);
  const control = checkedArm('control', given.control_leads, given.control_conversions);
  const treatment = checkedArm('treatment', given.treatment_leads, given.treatment_conversions);
  const history = given.information_fractions.map((information) => ({
    information,
    control_leads: 0,
    control_conversions: 0,
    treatment_leads: 0,
    treatment_conversions: 0,
  }));
  const thresholds = defaultsOf(firstProfile);
  const answer = rules[given.rule].recommend(
    {
      control,
      treatment,
      minSampleSize: given.min_sample_size,
      confidenceLevel: given.confidence_level,
      plannedLeads: given.planned_leads_per_group,
      history,
      standing: null,
    },
    thresholds,
  );
  const test = compareRates(control, treatment, thresholds['decisions.exact_test_below']);
  return {
    recommendation: answer.recommendation,
    needs_person: answer.needsPerson,
    lift_pct: liftPct(control, treatment),
    z: test?.z ?? null,
    p_value: test?.p ?? null,
    information: answer.progress?.information ?? null,
    z_boundary: answer.progress?.zBoundary ?? null,
    reason: answer.reason.text,
  };
};

export const testingOperations = {
  analyze,
  replay,
  decide_test: decideTest,
  outlook,
  explain_test: explainTest,
  test_segments: testSegments,
} satisfies Operations;
