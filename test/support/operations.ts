// The operations as the tests call them: what goes in is typed by the schema that parses it, what comes out by the
// operation. A field that is renamed or newly required then fails the compiler where a test builds it, and not a suite
// at run time; a new optional one changes nothing.
import type * as v from 'valibot';
import type { detectionDocument } from '../../src/plv8/detection/document.ts';
import type { segmentsInput } from '../../src/plv8/detection/sources/reports.ts';
import { type Answer, operations } from '../../src/plv8/entry.ts';
import type { labelledCounts, recommendInput } from '../../src/plv8/feedback/operations.ts';
import type { feedbackInput } from '../../src/plv8/feedback/report.ts';
import type { recommendationsInput, spawnsInput } from '../../src/plv8/operating/suspensions.ts';
import type { planInput } from '../../src/plv8/spawning/document.ts';
import type {
  boundariesInput,
  detectableLiftInput,
  quantileInput,
  sampleRatioInput,
  sampleSizeInput,
  twoProportionInput,
  upperTailInput,
  welchInput,
} from '../../src/plv8/statistics/operations.ts';
import type { analysisSchema } from '../../src/plv8/testing/document.ts';
import type { decideInput } from '../../src/plv8/testing/operations.ts';
import type { historySchema } from '../../src/plv8/testing/reports/history.ts';
import type { outlookSchema } from '../../src/plv8/testing/reports/outlook.ts';

type StatisticsInputs = {
  readonly two_proportion_test: v.InferInput<typeof twoProportionInput>;
  readonly required_sample_size: v.InferInput<typeof sampleSizeInput>;
  readonly minimum_detectable_lift: v.InferInput<typeof detectableLiftInput>;
  readonly sample_ratio_test: v.InferInput<typeof sampleRatioInput>;
  readonly welch_test: v.InferInput<typeof welchInput>;
  readonly sequential_boundaries: v.InferInput<typeof boundariesInput>;
  readonly normal_upper_tail: v.InferInput<typeof upperTailInput>;
  readonly normal_quantile: v.InferInput<typeof quantileInput>;
};

type InputTypes = StatisticsInputs & {
  readonly detect: v.InferInput<typeof detectionDocument>;
  readonly report_segments: v.InferInput<typeof segmentsInput>;
  readonly plan: v.InferInput<typeof planInput>;
  readonly score_patterns: v.InferInput<typeof labelledCounts>;
  readonly recommend_patterns: v.InferInput<typeof recommendInput>;
  readonly report_feedback: v.InferInput<typeof feedbackInput>;
  readonly analyze: v.InferInput<typeof analysisSchema>;
  readonly suspend_spawns: v.InferInput<typeof spawnsInput>;
  readonly suspend_recommendations: v.InferInput<typeof recommendationsInput>;
  readonly decide_test: v.InferInput<typeof decideInput>;
  readonly outlook: v.InferInput<typeof outlookSchema>;
  readonly explain_test: v.InferInput<typeof historySchema>;
  /** A record as it was stored, perhaps by an earlier release. */
  readonly replay: unknown;
};

export type StatisticsName = keyof StatisticsInputs;
export type OperationWithInput = keyof InputTypes;

/** What the schema of an operation takes. */
export type InputOf<Name extends OperationWithInput> = InputTypes[Name];

/** Runs the operation; a refusal is thrown. */
export const run = <Name extends OperationWithInput>(name: Name, input: InputOf<Name>): Answer<Name> =>
  operations[name]?.(input) as Answer<Name>;

/** Runs the operation on what its schema has to refuse. */
export const runUntyped = (name: OperationWithInput, input: unknown): unknown => operations[name]?.(input);
