// Every test, running or finished, source by source, with the leads as they stand now.
import * as v from 'valibot';
import { finite, id, parse } from '../../parse.ts';
import { settingsSchema } from '../../settings/schemas.ts';
import { sourcesOf } from '../arms.ts';
import { inputsSchema } from '../document.ts';
import { validLevel } from '../recommendation.ts';
import { describeSegments } from '../segments.ts';

const reportSchema = v.object({
  settings: settingsSchema(['decisions.segment_p_value', 'spawning.confidence_level']),
  tests: v.array(
    v.object({ ab_test_id: id, confidence_level: v.nullable(finite), groups: inputsSchema.entries.groups }),
  ),
});

type ReportTest = v.InferOutput<typeof reportSchema>['tests'][number];

const rowsOf = (test: ReportTest, settings: v.InferOutput<typeof reportSchema>['settings']) => {
  const level = validLevel(test.confidence_level ?? settings['spawning.confidence_level']);
  const report = describeSegments(sourcesOf(test.groups), level, settings['decisions.segment_p_value']);
  const advice =
    report.recommended_sources === null
      ? null
      : `recommended for ${report.recommended_sources.map((source) => source ?? 'leads without a source').join(', ')} only`;
  const note = [report.heterogeneity?.note ?? null, advice].filter((text) => text !== null).join('; ');
  return report.segments.map(({ control, treatment, ...segment }) => ({
    ab_test_id: test.ab_test_id,
    ...segment,
    control_leads: control.leads,
    control_conversions: control.conversions,
    control_rate: control.rate,
    treatment_leads: treatment.leads,
    treatment_conversions: treatment.conversions,
    treatment_rate: treatment.rate,
    note: note === '' ? null : note,
  }));
};

/** One row per test and source, the largest source of a test first. */
export const testSegments = (input: unknown) => {
  const { settings, tests } = parse(reportSchema, input);
  return tests.flatMap((test) => rowsOf(test, settings));
};
