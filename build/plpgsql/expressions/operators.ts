// Operators between values, by JavaScript's rules: NaN is equal to nothing and ordered before nothing, division by zero
// is no error, `||` and `??` choose. Knows numbers, texts, booleans and bigints.
import ts from 'typescript-checker';
import { constantOf } from '../scope/constants.ts';
import { asAtom, assign, capture, declare, type Expr, emit, indent, type Scope } from '../scope/scope.ts';
import { cannot } from '../sources/refusal.ts';
import { bigint, boolean, json, keyOf, number, type Rep, text } from '../types/reps.ts';
import { isNullable } from '../types/types.ts';
import { coerce, expr, isNull } from '../types/values.ts';
import { comparisons, equality, isCertain, nan, ordered } from './comparisons.ts';
import { choose, compile, compileAs, typeAt } from './parts.ts';
import { textOf } from './text_methods.ts';
import { isWhole } from './whole.ts';

const K = ts.SyntaxKind;

/** The condition that an expression is as the test of an `if`. */
export const truth = (scope: Scope, node: ts.Expression): string => {
  const inner = ts.isParenthesizedExpression(node) ? node.expression : node;
  return ts.isBinaryExpression(inner) &&
    [K.AmpersandAmpersandToken, K.BarBarToken].includes(inner.operatorToken.kind)
    ? condition(scope, inner).sql
    : truthOf(compile(scope, node), node, scope);
};

export const truthOf = (value: Expr, node: ts.Node, scope: Scope): string => {
  switch (value.rep.kind) {
    case 'boolean':
      return value.nullable ? `(${value.sql} is true)` : value.sql;
    case 'number': {
      const one = asAtom(scope, value);
      return `coalesce(${one.sql} <> 0 and ${one.sql} <> ${nan}, false)`;
    }
    case 'text':
      return `coalesce(${value.sql} <> '', false)`;
    case 'json':
      return cannot(node, 'whether an unknown value is truthy', 'compare it');
    default:
      return `(not ${isNull(value)})`;
  }
};

const numeric = (operator: string, a: Expr, b: Expr, rep: Rep): Expr =>
  expr(`(${a.sql} ${operator} ${b.sql})`, rep);

const divide = (_scope: Scope, a: Expr, b: Expr): Expr => {
  if (isCertain(b) && !/^'-?0'/.test(b.sql)) return numeric('/', a, b, number);
  // The dividend is written twice and computed once.
  if (!b.atom || a.sql.length > 160) return expr(`js_divide(${a.sql}, ${b.sql})`, number);
  return expr(
    `case when ${b.sql} = 0 then js_divide(${a.sql}, ${b.sql}) else ${a.sql} / ${b.sql} end`,
    number,
  );
};

const bits: Partial<Record<ts.SyntaxKind, string>> = {
  [K.BarToken]: 'js_or',
  [K.AmpersandToken]: 'js_and',
  [K.CaretToken]: 'js_xor',
  [K.LessThanLessThanToken]: 'js_shift_left',
  [K.GreaterThanGreaterThanToken]: 'js_shift_right',
  [K.GreaterThanGreaterThanGreaterThanToken]: 'js_shift_right_unsigned',
};

const bigintOperator = (node: ts.Node, operator: ts.SyntaxKind, a: Expr, b: Expr): Expr => {
  switch (operator) {
    case K.PlusToken:
    case K.MinusToken:
    case K.AsteriskToken:
      return numeric(ts.tokenToString(operator) as string, a, b, bigint);
    case K.AsteriskAsteriskToken:
      return expr(`js_power_of_bigint(${a.sql}, ${b.sql})`, bigint);
    case K.GreaterThanGreaterThanToken:
      return expr(`js_shift_bigint(${a.sql}, ${b.sql})`, bigint);
    default:
      return cannot(node, 'this operator between bigints', 'use + - * ** >> and comparisons');
  }
};

/** A number may have more than 32 bits, or none. */
export const word = (scope: Scope, node: ts.Expression, value: Expr): string =>
  isWhole(scope, node) ? value.sql : `js_word(${value.sql})`;

const isShift = (operator: ts.SyntaxKind): boolean =>
  operator === K.LessThanLessThanToken ||
  operator === K.GreaterThanGreaterThanToken ||
  operator === K.GreaterThanGreaterThanGreaterThanToken;

/** JavaScript shifts by five bits of the count. */
const bitCount = (scope: Scope, node: ts.Expression, sql: string): string => {
  const known = constantOf(scope, node)?.value as number | undefined;
  const isPlain = known !== undefined && Number.isInteger(known) && known >= 0 && known < 32;
  return isPlain || node.getSourceFile().fileName.endsWith('.js') ? sql : `js_and(${sql}, '31'::float8)`;
};

const arithmetic = (
  scope: Scope,
  node: ts.BinaryExpression,
  operator: ts.SyntaxKind,
  a: Expr,
  b: Expr,
): Expr => {
  if (a.rep.kind === 'bigint' && b.rep.kind === 'bigint') return bigintOperator(node, operator, a, b);
  if (operator === K.PlusToken && (a.rep.kind === 'text' || b.rep.kind === 'text'))
    return expr(`(${textOf(scope, a, node.left).sql} || ${textOf(scope, b, node.right).sql})`, text);
  if (a.rep.kind !== 'number' || b.rep.kind !== 'number')
    return cannot(node, `arithmetic of ${keyOf(a.rep)} and ${keyOf(b.rep)}`, 'use numbers');
  switch (operator) {
    case K.PlusToken:
    case K.MinusToken:
    case K.AsteriskToken:
      return numeric(ts.tokenToString(operator) as string, a, b, number);
    case K.SlashToken:
      return divide(scope, a, b);
    case K.PercentToken:
      return expr(`js_remainder(${a.sql}, ${b.sql})`, number);
    case K.AsteriskAsteriskToken: {
      // V8 squares by multiplying; other powers it rounds in its own way.
      if (b.sql !== `'2'::float8`) return cannot(node, '** of numbers other than a square', 'multiply');
      const one = asAtom(scope, a, 'base');
      return numeric('*', one, one, number);
    }
    default: {
      const name = bits[operator];
      if (name === undefined) return cannot(node, 'this operator', 'use + - * / % and comparisons');
      const [left, right] = [word(scope, node.left, a), word(scope, node.right, b)];
      const count = isShift(operator) ? bitCount(scope, node.right, right) : right;
      return expr(`${name}(${left}, ${count})`, number);
    }
  }
};

/** `&&` and `||` of conditions; the right side runs only where it is wanted. */
const logical = (scope: Scope, node: ts.BinaryExpression, wanted: Rep | undefined): Expr => {
  const isAnd = node.operatorToken.kind === K.AmpersandAmpersandToken;
  const type = typeAt(scope, node.left);
  if (scope.unit.types.of(type, node.left).kind !== 'boolean') {
    const left = compile(scope, node.left, wanted);
    if (isAnd)
      return cannot(node, '&& of a value that is no boolean', 'compare it, or use a conditional expression');
    const one = asAtom(scope, left);
    const rep = left.rep;
    return choose(
      scope,
      truthOf(one, node.left, scope),
      rep,
      () => one,
      () => compileAs(scope, node.right, rep),
    );
  }
  return condition(scope, node);
};

const condition = (scope: Scope, node: ts.BinaryExpression): Expr => {
  const isAnd = node.operatorToken.kind === K.AmpersandAmpersandToken;
  const a = truth(scope, node.left);
  let right = '';
  const lines = capture(scope, () => {
    right = truth(scope, node.right);
  });
  if (lines.length === 0) return expr(`(${a} ${isAnd ? 'and' : 'or'} ${right})`, boolean);
  const result = declare(scope, 'holds', boolean);
  emit(scope, `${result.sql} := ${a};`, `if ${isAnd ? '' : 'not '}${result.sql} then`);
  emit(scope, ...indent([...lines, `${result.sql} := ${right};`]), 'end if;');
  return result;
};

const orElse = (scope: Scope, node: ts.BinaryExpression, wanted: Rep | undefined): Expr => {
  const left = compile(scope, node.left, wanted);
  const nullable = isNullable(typeAt(scope, node));
  if (left.rep.kind === 'null') return compile(scope, node.right, wanted);
  const rep = wanted ?? (left.rep.kind === 'json' ? json : scope.unit.types.at(node));
  if (left.rep.kind === 'json') {
    const one = asAtom(scope, left);
    return choose(
      scope,
      `(${one.sql} is null or json_typeof(${one.sql}) = 'null')`,
      rep,
      () => compileAs(scope, node.right, rep),
      () => coerce(scope, one, rep, node),
    );
  }
  const right = constantOf(scope, node.right);
  if (right !== undefined && (right.value === null || right.value === undefined) && rep.kind !== 'json')
    return { ...coerce(scope, left, rep, node), nullable: true };
  const scalar = ['number', 'text', 'boolean'].includes(rep.kind) && keyOf(left.rep) === keyOf(rep);
  if (scalar) {
    let value: Expr | undefined;
    const lines = capture(scope, () => {
      value = compileAs(scope, node.right, rep);
    });
    if (lines.length === 0)
      return expr(`coalesce(${left.sql}, ${(value as Expr | undefined)?.sql})`, rep, { nullable });
  }
  const one = asAtom(scope, left);
  return choose(
    scope,
    isNull(one),
    rep,
    () => compileAs(scope, node.right, rep),
    () => coerce(scope, { ...one, nullable: false }, rep, node),
  );
};

/** `a in b`. */
const isIn = (scope: Scope, node: ts.BinaryExpression): Expr => {
  const owner = compile(scope, node.right);
  if (owner.rep.kind !== 'json')
    return cannot(node, '`in` of a value whose type is known', 'compare a property');
  return expr(`((${owner.sql} -> ${compileAs(scope, node.left, text).sql}) is not null)`, boolean);
};

const assigned: Partial<Record<ts.SyntaxKind, ts.SyntaxKind>> = {
  [K.PlusEqualsToken]: K.PlusToken,
  [K.MinusEqualsToken]: K.MinusToken,
  [K.AsteriskEqualsToken]: K.AsteriskToken,
  [K.SlashEqualsToken]: K.SlashToken,
  [K.BarEqualsToken]: K.BarToken,
  [K.AmpersandEqualsToken]: K.AmpersandToken,
};

/** What stands on the left of `=`: a variable, or an element of a list that is one. SQL raises an error where there is none. */
const targetOf = (scope: Scope, node: ts.Expression): Expr => {
  const target = compile(scope, node);
  if (/^v_\w+(\[.*\])?$/.test(target.sql)) return target;
  return cannot(
    node,
    'an assignment to this',
    'assign to a local variable, or to an element of a local list',
  );
};

const assignment = (scope: Scope, node: ts.BinaryExpression): Expr => {
  const operator = node.operatorToken.kind;
  const target = targetOf(scope, node.left);
  const plain = assigned[operator];
  const value =
    plain === undefined
      ? compileAs(scope, node.right, target.rep)
      : arithmetic(scope, node, plain, target, compile(scope, node.right));
  assign(scope, target, value);
  return target;
};

export const compileBinary = (scope: Scope, node: ts.BinaryExpression, wanted: Rep | undefined): Expr => {
  const operator = node.operatorToken.kind;
  if (operator === K.EqualsToken || assigned[operator] !== undefined) return assignment(scope, node);
  switch (operator) {
    case K.AmpersandAmpersandToken:
    case K.BarBarToken:
      return logical(scope, node, wanted);
    case K.QuestionQuestionToken:
      return orElse(scope, node, wanted);
    case K.EqualsEqualsEqualsToken:
    case K.ExclamationEqualsEqualsToken:
    case K.EqualsEqualsToken:
    case K.ExclamationEqualsToken:
      return equality(scope, node);
    case K.InKeyword:
      return isIn(scope, node);
    default: {
      const left = compile(scope, node.left);
      const right = compile(scope, node.right);
      const order = comparisons[operator];
      return order === undefined
        ? arithmetic(scope, node, operator, left, right)
        : ordered(scope, node, order, left, right);
    }
  }
};
