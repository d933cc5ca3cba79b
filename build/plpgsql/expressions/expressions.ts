// Expressions: what computes a value. What SQL cannot say in one expression becomes statements before it, so a branch
// that may not run is an `if` as soon as it needs any. Knows no statement of the source.
import ts from 'typescript-checker';
import { functionValueOf } from '../callbacks/closures.ts';
import { constantOf, resolved, topLevel, topLevelFunction } from '../scope/constants.ts';
import { assign, bodyOf, type Expr, emit, openScope, type Scope } from '../scope/scope.ts';
import { plpgsql, quote, routineName } from '../scope/unit.ts';
import { cannot } from '../sources/refusal.ts';
import { arrayOf, boolean, json, keyOf, nothing, number, type Rep, text } from '../types/reps.ts';
import { isGeneric } from '../types/types.ts';
import { coerce, expr, literal, nullOf } from '../types/values.ts';
import { compileCall } from './calls.ts';
import { compileArray } from './lists.ts';
import { elementAt, member } from './members.ts';
import { compileObject } from './objects.ts';
import { compileBinary, truth, word } from './operators.ts';
import { choose, compile, compileAs, nullableAt, typeAt } from './parts.ts';
import { textOf } from './text_methods.ts';

const conditional = (scope: Scope, node: ts.ConditionalExpression, wanted: Rep | undefined): Expr => {
  const known = constantOf(scope, node.condition);
  if (known !== undefined) return compile(scope, known.value ? node.whenTrue : node.whenFalse, wanted);
  const rep = wanted ?? scope.unit.types.at(node);
  const condition = truth(scope, node.condition);
  return choose(
    scope,
    condition,
    rep,
    () => compileAs(scope, node.whenTrue, rep),
    () => compileAs(scope, node.whenFalse, rep),
  );
};

const template = (scope: Scope, node: ts.TemplateExpression): Expr => {
  const parts = node.templateSpans.flatMap((span) => {
    const value = compile(scope, span.expression);
    return [textOf(scope, value, span.expression).sql, `${quote(span.literal.text)}::text`];
  });
  const all = [`${quote(node.head.text)}::text`, ...parts].filter((part) => part !== `''::text`);
  return expr(`(${all.join(' || ')})`, text);
};

const dataOrFunctions = (scope: Scope, node: ts.Identifier, wanted: Rep | undefined): Expr => {
  const declaration = topLevel(scope.unit, node);
  if (
    declaration === undefined ||
    !ts.isVariableDeclaration(declaration) ||
    declaration.initializer === undefined
  )
    return cannot(
      node,
      'this name',
      'use a parameter, a local name, or a constant at the top level of a module',
    );
  const { initializer } = declaration;
  const isShaped = wanted?.kind === 'record' || wanted?.kind === 'array';
  const rep = isShaped ? wanted : scope.unit.types.at(declaration.name);
  const file = declaration.getSourceFile().fileName;
  const name = declaration.name.getText();
  const routine = scope.unit.routine(
    `constant ${file} ${name} ${keyOf(rep)}`,
    () => ({
      name: scope.unit.uniqueName(routineName(file, name), isShaped ? keyOf(rep) : undefined),
      parameters: [],
      result: rep,
    }),
    ({ name: own }) => {
      const inner = openScope(scope, { rep, give: () => undefined });
      emit(inner, `return ${compileAs(inner, initializer, rep).sql};`);
      return plpgsql(own, [], scope.unit.sqlType(rep), bodyOf(inner));
    },
  );
  return expr(`${routine.name}()`, rep);
};

/** A value known at build time: short ones are written where they stand, long ones are a function of their own. */
const knownValue = (scope: Scope, value: unknown, rep: Rep): Expr => {
  const nullable = value === null || value === undefined;
  if (rep.kind !== 'record' && rep.kind !== 'array' && rep.kind !== 'map')
    return expr(literal(scope.unit, value, rep), rep, { atom: true, nullable });
  const sql = literal(scope.unit, value, rep);
  if (sql.length < 120) return expr(sql, rep, { nullable });
  const routine = scope.unit.routine(
    `literal ${sql}`,
    () => ({ name: scope.unit.uniqueName('js_constant', sql), parameters: [], result: rep }),
    ({ name }) => plpgsql(name, [], scope.unit.sqlType(rep), `begin\n  return ${sql};\nend`),
  );
  return expr(`${routine.name}()`, rep, { nullable });
};

const repOfKnown = (scope: Scope, node: ts.Expression, value: unknown): Rep => {
  if (typeof value === 'number') return number;
  if (typeof value === 'string') return text;
  if (typeof value === 'boolean') return boolean;
  if (value === null || value === undefined) return nothing;
  if (Array.isArray(value) && value.every((x) => typeof x === 'number')) return arrayOf(number);
  return scope.unit.types.at(node);
};

const identifier = (scope: Scope, node: ts.Identifier, wanted: Rep | undefined): Expr => {
  const symbol = resolved(scope.unit, node);
  const binding = symbol === undefined ? undefined : scope.bindings.get(symbol);
  if (binding?.kind === 'value')
    return { ...binding.expr, nullable: binding.expr.nullable && nullableAt(scope, node) };
  if (binding?.kind === 'local' || topLevelFunction(scope.unit, node) !== undefined)
    return functionValueOf(scope, node, wanted);
  return dataOrFunctions(scope, node, wanted);
};

/** A value of unknown type where the checker knows by now what it is. */
const narrowed = (scope: Scope, value: Expr, node: ts.Node): Expr => {
  if (value.rep.kind !== 'json') return value;
  const type = typeAt(scope, node);
  if ((type.flags & (ts.TypeFlags.NumberLike | ts.TypeFlags.StringLike | ts.TypeFlags.BooleanLike)) === 0)
    return value;
  return coerce(scope, { ...value, nullable: false }, scope.unit.types.of(type, node), node);
};

/** What stands before a dot or a bracket: known tables are indexed as they are. */
const baseOf = (scope: Scope, node: ts.Expression): Expr => {
  const known = constantOf(scope, node);
  return known === undefined
    ? compile(scope, node)
    : knownValue(scope, known.value, repOfKnown(scope, node, known.value));
};

const step = (scope: Scope, node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression): Expr => {
  const target = compile(scope, node.operand);
  const sign = node.operator === ts.SyntaxKind.PlusPlusToken ? '+' : '-';
  assign(scope, target, expr(`${target.sql} ${sign} '1'::float8`, number));
  return target;
};

/** Whether the value of `i++` is thrown away, so that it means `++i`. */
const isDiscarded = (node: ts.Node): boolean =>
  ts.isExpressionStatement(node.parent) ||
  (ts.isForStatement(node.parent) && node.parent.incrementor === node);

const prefix = (scope: Scope, node: ts.PrefixUnaryExpression): Expr => {
  switch (node.operator) {
    case ts.SyntaxKind.ExclamationToken:
      return expr(`(not ${truth(scope, node.operand)})`, boolean);
    case ts.SyntaxKind.MinusToken: {
      const value = compile(scope, node.operand);
      return expr(`(- ${value.sql})`, value.rep);
    }
    case ts.SyntaxKind.TildeToken:
      return expr(
        `(- 1::float8 - js_int32(${word(scope, node.operand, compileAs(scope, node.operand, number))}))`,
        number,
      );
    case ts.SyntaxKind.PlusPlusToken:
    case ts.SyntaxKind.MinusMinusToken:
      return step(scope, node);
    default:
      return cannot(node, 'this operator', 'use - and !');
  }
};

const typeOf = (scope: Scope, node: ts.TypeOfExpression): Expr => {
  const value = compile(scope, node.expression);
  return value.rep.kind === 'json'
    ? expr(`js_typeof(${value.sql})`, text)
    : cannot(node, 'typeof of a value whose type is known', 'compare the value');
};

const constant = (scope: Scope, node: ts.Expression, value: unknown, wanted: Rep | undefined): Expr => {
  const rep = repOfKnown(scope, node, value);
  if (rep.kind === 'function') return cannot(node, 'this function as a value', 'write an arrow function');
  if (rep.kind !== 'null')
    return knownValue(scope, value, rep.kind === 'array' && wanted?.kind === 'array' ? wanted : rep);
  if (wanted === undefined) return expr('null', nothing, { atom: true, nullable: true });
  return wanted.kind === 'json' && value === null ? expr(`'null'::json`, json) : nullOf(scope.unit, wanted);
};

const cast = (scope: Scope, node: ts.AsExpression, wanted: Rep | undefined): Expr => {
  const rep = node.type.getText() === 'const' ? undefined : scope.unit.types.at(node);
  const value = compile(scope, node.expression, wanted ?? rep);
  // Where it is known what is wanted, a cast says nothing more, except of what was unknown.
  const isSettled =
    rep === undefined ||
    rep.kind === 'null' ||
    isGeneric(node) ||
    (wanted !== undefined && value.rep.kind !== 'json');
  return isSettled ? value : coerce(scope, value, rep, node);
};

export const compileExpression = (scope: Scope, node: ts.Expression, wanted?: Rep): Expr => {
  const known = constantOf(scope, node);
  if (known !== undefined && !ts.isObjectLiteralExpression(node))
    return constant(scope, node, known.value, wanted);
  if (ts.isIdentifier(node)) return narrowed(scope, identifier(scope, node, wanted), node);
  if (ts.isParenthesizedExpression(node)) {
    const inner = compile(scope, node.expression, wanted);
    return inner.atom ? inner : { ...inner, sql: inner.sql.startsWith('(') ? inner.sql : `(${inner.sql})` };
  }
  if (ts.isSatisfiesExpression(node) || ts.isNonNullExpression(node))
    return compile(scope, node.expression, wanted);
  if (ts.isAsExpression(node)) return cast(scope, node, wanted);
  if (ts.isConditionalExpression(node)) return conditional(scope, node, wanted);
  if (ts.isTemplateExpression(node)) return template(scope, node);
  if (ts.isObjectLiteralExpression(node)) return compileObject(scope, node, wanted);
  if (ts.isArrayLiteralExpression(node)) return compileArray(scope, node, wanted);
  if (ts.isPropertyAccessExpression(node))
    return narrowed(scope, member(scope, baseOf(scope, node.expression), node.name.text, node), node);
  if (ts.isElementAccessExpression(node))
    return narrowed(
      scope,
      elementAt(scope, baseOf(scope, node.expression), node.argumentExpression, node),
      node,
    );
  if (ts.isPrefixUnaryExpression(node)) return prefix(scope, node);
  if (ts.isPostfixUnaryExpression(node) && isDiscarded(node)) return step(scope, node);
  if (ts.isBinaryExpression(node)) return compileBinary(scope, node, wanted);
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) return compileCall(scope, node, wanted);
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return functionValueOf(scope, node, wanted);
  if (ts.isTypeOfExpression(node)) return typeOf(scope, node);
  if (node.kind === ts.SyntaxKind.VoidExpression)
    return expr('null', nothing, { atom: true, nullable: true });
  return cannot(
    node,
    `a ${ts.SyntaxKind[node.kind]}`,
    'write it with the constructs that CONTRIBUTING lists',
  );
};
