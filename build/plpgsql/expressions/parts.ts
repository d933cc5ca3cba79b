// How the parts of a construct are compiled, whatever they are: through the compiler that the scope carries. Knows no
// construct.
import type ts from 'typescript-checker';
import { capture, declare, type Expr, emit, indent, type Scope } from '../scope/scope.ts';
import type { Rep } from '../types/reps.ts';
import { isNullable } from '../types/types.ts';
import { coerce, expr } from '../types/values.ts';

export const typeAt = (scope: Scope, node: ts.Node): ts.Type => scope.unit.checker.getTypeAtLocation(node);

export const nullableAt = (scope: Scope, node: ts.Node): boolean => isNullable(typeAt(scope, node));

/** The expression; `wanted` is a hint for literals, the caller still converts. */
export const compile = (scope: Scope, node: ts.Expression, wanted?: Rep): Expr =>
  scope.compiler.expression(scope, node, wanted);

/** The expression in the representation that is expected. */
export const compileAs = (scope: Scope, node: ts.Expression, rep: Rep): Expr =>
  coerce(scope, compile(scope, node, rep), rep, node);

/** One of two values; each is computed only where it is wanted. */
export const choose = (scope: Scope, condition: string, rep: Rep, yes: () => Expr, no: () => Expr): Expr => {
  let left: Expr | undefined;
  let right: Expr | undefined;
  const before = capture(scope, () => {
    left = yes();
  });
  const after = capture(scope, () => {
    right = no();
  });
  const [a, b] = [left as unknown as Expr, right as unknown as Expr];
  const nullable = a.nullable || b.nullable;
  if (before.length === 0 && after.length === 0)
    return expr(`case when ${condition} then ${a.sql} else ${b.sql} end`, rep, { nullable });
  const result = declare(scope, 'either', rep, nullable);
  emit(scope, `if ${condition} then`, ...indent([...before, `${result.sql} := ${a.sql};`]));
  emit(scope, 'else', ...indent([...after, `${result.sql} := ${b.sql};`]), 'end if;');
  return result;
};
