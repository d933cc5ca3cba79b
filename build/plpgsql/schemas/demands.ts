// How a validator says what it expects: the wording, the path and the refusal. Knows no kind of schema.
import type ts from 'typescript-checker';
import { type Expr, emit, type Scope } from '../scope/scope.ts';
import { quote } from '../scope/unit.ts';
import type { Rep } from '../types/reps.ts';

// biome-ignore lint/suspicious/noExplicitAny: a schema of valibot is an object that says what it is
export type Schema = any;

/** Where a value stands: the SQL of its path. */
export type At = { readonly value: string; readonly path: string; readonly node: ts.Node };

/** What writes the checks of a part: the value in the representation that is expected. */
export type Validate = (scope: Scope, schema: Schema, at: At, rep: Rep) => Expr;

/** The body of the validator of a schema with parts. */
export type Body = (validate: Validate, scope: Scope, schema: Schema, at: At, rep: Rep) => void;

export const expectation = (message: unknown, expected: unknown): string =>
  typeof message === 'string' && message.startsWith('expected')
    ? message
    : `expected ${expected ?? 'another value'}`;

export const refuse = (at: At, message: string): string =>
  `perform js_refuse_input(${at.path}, ${quote(message)}, ${at.value});`;

export const demand = (scope: Scope, condition: string, at: At, schema: Schema): void => {
  const expected = schema.expects ?? null;
  emit(
    scope,
    `if not coalesce(${condition}, false) then`,
    `  ${refuse(at, expectation(schema.message, expected))}`,
    'end if;',
  );
};

export const isLeftOut = (schema: Schema): boolean =>
  ['optional', 'nullish', 'exact_optional'].includes(schema.type);
