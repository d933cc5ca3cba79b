// The table of operations that SQL can call through lh_engine.js(operation, input), and the one place that turns an
// outcome into JSON. Knows no domain: each module brings its own operations.
import { backtestOperations } from './backtest.ts';
import { detectionOperations } from './detection/operations.ts';
import { refusalOf, refuse } from './errors.ts';
import { feedbackOperations } from './feedback/operations.ts';
import { suspensionOperations } from './operating/suspensions.ts';
import type { Operation, Operations } from './operation.ts';
import { settingsOperations } from './settings/operations.ts';
import { spawningOperations } from './spawning/operations.ts';
import { statisticsOperations } from './statistics/operations.ts';
import { testingOperations } from './testing/operations.ts';

const typedOperations = {
  ...settingsOperations,
  ...detectionOperations,
  ...backtestOperations,
  ...feedbackOperations,
  ...spawningOperations,
  ...statisticsOperations,
  ...testingOperations,
  ...suspensionOperations,
} satisfies Operations;

/** The names of the operations, and what each answers: the rows that SQL reads are typed by it. */
export type OperationName = keyof typeof typedOperations;
export type Answer<Name extends OperationName> = ReturnType<(typeof typedOperations)[Name]>;

export const operations: Operations = typedOperations;

// A map, so that what every JavaScript object has ("constructor") is no operation.
const operationsByName: ReadonlyMap<string, Operation> = new Map(Object.entries(operations));

/** A text that was cut may end with half of a surrogate pair, which PostgreSQL takes for no text. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

/** `{ result }` or `{ refusal }` for lh_engine.call_js; an error of another kind is a defect and is thrown on. */
export const answer = (operation: string, input: unknown): unknown => {
  try {
    const run =
      operationsByName.get(operation) ??
      refuse(
        'bad_input',
        `unknown operation "${operation}"`,
        'Use an operation that this version of the engine has.',
      );
    return { result: run(input) };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    return { refusal: { ...refusal, message: wellFormed(refusal.message) } };
  }
};
