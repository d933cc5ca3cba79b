// The loops that callbacks become, and what their methods have in common. Knows no method.
import ts from 'typescript-checker';
import { capture, declare, type Expr, emit, freshName, indent, type Scope } from '../scope/scope.ts';
import { cannot } from '../sources/refusal.ts';
import { arrayOf, nothing, number, type Rep } from '../types/reps.ts';
import { boxed, expr, unboxed } from '../types/values.ts';

export type ListRep = { readonly kind: 'array' | 'set'; readonly of: Rep };

export const itemRep = (list: Expr): Rep => (list.rep as ListRep).of;

/** A loop over a list. `work` writes its body; the index is counted where it is asked for. */
export const each = (
  scope: Scope,
  list: Expr,
  work: (item: Expr, index: Expr) => void,
  withIndex = false,
): void => {
  const of = itemRep(list);
  const source = list.rep.kind === 'json' ? `js_items(${list.sql})` : list.sql;
  const name = freshName(scope, 'item');
  scope.declared.set(name, scope.unit.sqlType(arrayOf(of)).slice(0, -2));
  const item = expr(unboxed(name, of), of, { atom: true, nullable: true });
  const index = withIndex ? declare(scope, 'index', number) : expr('null', nothing);
  const lines = capture(scope, () => work(item, index));
  if (withIndex) emit(scope, `${index.sql} := -1;`);
  emit(scope, `foreach ${name} in array ${source} loop`);
  emit(
    scope,
    ...indent([...(withIndex ? [`${index.sql} := ${index.sql} + 1;`] : []), ...lines]),
    'end loop;',
  );
};

export const usesIndex = (node: ts.Expression): boolean =>
  !(ts.isArrowFunction(node) || ts.isFunctionExpression(node)) || node.parameters.length > 1;

export const append = (scope: Scope, list: Expr, value: Expr): void =>
  emit(scope, `${list.sql} := array_append(${list.sql}, ${boxed(scope.unit, value)});`);

export const emptyList = (scope: Scope, rep: Rep, hint: string): Expr => {
  const list = declare(scope, hint, rep);
  emit(scope, `${list.sql} := '{}';`);
  return list;
};

export type Method = (scope: Scope, list: Expr, node: ts.CallExpression, wanted: Rep | undefined) => Expr;

export const argument = (node: ts.CallExpression, i = 0): ts.Expression =>
  node.arguments[i] ?? cannot(node, 'this call without an argument', 'give it one');
