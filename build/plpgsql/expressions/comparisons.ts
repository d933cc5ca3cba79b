// Comparisons: SQL orders NaN above all numbers and equal to itself, and has one NULL for null and undefined. Texts are
// ordered by their UTF-16 units.
import ts from 'typescript-checker';
import { constantOf } from '../scope/constants.ts';
import { asAtom, type Expr, type Scope } from '../scope/scope.ts';
import { cannot } from '../sources/refusal.ts';
import { boolean, json, keyOf } from '../types/reps.ts';
import { coerce, expr, isNull } from '../types/values.ts';
import { compile } from './parts.ts';

export const nan = `'NaN'::float8`;

/** Whether a number is certain not to be NaN: a literal, a length, a count. */
export const isCertain = (value: Expr): boolean =>
  /^'-?[0-9.e+-]+'::float8$|^cardinality\([^()]*\)::float8$/.test(value.sql);

export const notNaN = (_scope: Scope, value: Expr): string =>
  isCertain(value) ? '' : ` and ${value.sql} <> ${nan}`;

const K = ts.SyntaxKind;

export const comparisons: Partial<Record<ts.SyntaxKind, string>> = {
  [K.LessThanToken]: '<',
  [K.LessThanEqualsToken]: '<=',
  [K.GreaterThanToken]: '>',
  [K.GreaterThanEqualsToken]: '>=',
};

/** A text as a key that `<` and `order by` compare by its UTF-16 units. */
export const orderKey = (text: string): string => `js_order(${text}) collate "C"`;

/** SQL orders NaN above all numbers and equal to itself. */
export const ordered = (scope: Scope, node: ts.Node, operator: string, left: Expr, right: Expr): Expr => {
  if (left.rep.kind === 'text' && right.rep.kind === 'text')
    return expr(`(${orderKey(left.sql)} ${operator} ${orderKey(right.sql)})`, boolean);
  if (left.rep.kind === 'bigint') return expr(`(${left.sql} ${operator} ${right.sql})`, boolean);
  if (left.rep.kind !== 'number' || right.rep.kind !== 'number')
    return cannot(
      node,
      `the order of ${keyOf(left.rep)} and ${keyOf(right.rep)}`,
      'compare numbers or texts',
    );
  // The side that is NaN makes SQL say true where it stands on the greater side.
  const greater = operator.startsWith('<') ? right : left;
  const doubtful = isCertain(greater) ? greater : asAtom(scope, greater);
  const [a, b] = operator.startsWith('<') ? [left, doubtful] : [doubtful, right];
  return expr(`(${a.sql} ${operator} ${b.sql}${notNaN(scope, doubtful)})`, boolean);
};

const absentSide = (scope: Scope, node: ts.Expression): 'null' | 'undefined' | null => {
  const known = constantOf(scope, node);
  if (known !== undefined)
    return known.value === null ? 'null' : known.value === undefined ? 'undefined' : null;
  return node.kind === K.VoidExpression ? 'undefined' : null;
};

/** `=== null`, `=== undefined`, `== null`: one NULL stands for both, so the type has to say which of them it is. */
const againstAbsent = (
  scope: Scope,
  node: ts.BinaryExpression,
  other: ts.Expression,
  what: 'null' | 'undefined',
  strict: boolean,
): string => {
  const value = compile(scope, other);
  if (value.rep.kind === 'json') {
    const isNullJson = `coalesce(json_typeof(${value.sql}) = 'null', false)`;
    if (!strict) return `(${value.sql} is null or ${isNullJson})`;
    return what === 'undefined' ? `(${value.sql} is null)` : isNullJson;
  }
  const type = scope.unit.checker.getTypeAtLocation(other);
  const members = type.isUnion() ? type.types : [type];
  const has = (flag: ts.TypeFlags): boolean => members.some((m) => (m.flags & flag) !== 0);
  const isJs = node.getSourceFile().fileName.endsWith('.js');
  if (strict && !isJs && has(ts.TypeFlags.Null) && has(ts.TypeFlags.Undefined))
    return cannot(
      node,
      'a comparison that tells null from undefined',
      'compare with == null, or let the type have one of them',
    );
  const flag = what === 'null' ? ts.TypeFlags.Null : ts.TypeFlags.Undefined;
  if (strict && !isJs && !has(flag)) return 'false';
  return isNull(value);
};

const sameValue = (scope: Scope, node: ts.Node, a: Expr, b: Expr): string => {
  if (a.rep.kind === 'json' || b.rep.kind === 'json') {
    const [left, right] = [coerce(scope, a, json, node), coerce(scope, b, json, node)];
    return `js_same(${left.sql}, ${right.sql})`;
  }
  if (!['number', 'text', 'boolean', 'bigint'].includes(a.rep.kind)) {
    if (keyOf(a.rep) !== keyOf(b.rep)) return cannot(node, 'equality of different types', 'compare a part');
    // Objects are compared by identity in JavaScript; values that differ in no column are taken for the same object.
    return `(${a.sql} is not distinct from ${b.sql})`;
  }
  if (a.rep.kind === 'number') {
    const one = isCertain(b) ? a : isCertain(a) ? a : asAtom(scope, a);
    const certain = isCertain(a) || isCertain(b) ? '' : ` and ${one.sql} is distinct from ${nan}`;
    return a.nullable || b.nullable
      ? `(${one.sql} is not distinct from ${b.sql}${certain})`
      : `(${one.sql} = ${b.sql}${certain})`;
  }
  return a.nullable || b.nullable ? `(${a.sql} is not distinct from ${b.sql})` : `(${a.sql} = ${b.sql})`;
};

export const equality = (scope: Scope, node: ts.BinaryExpression): Expr => {
  const operator = node.operatorToken.kind;
  const negated = operator === K.ExclamationEqualsEqualsToken || operator === K.ExclamationEqualsToken;
  const strict = operator === K.EqualsEqualsEqualsToken || operator === K.ExclamationEqualsEqualsToken;
  const right = absentSide(scope, node.right);
  const left = right === null ? absentSide(scope, node.left) : null;
  const sql =
    right !== null
      ? againstAbsent(scope, node, node.left, right, strict)
      : left !== null
        ? againstAbsent(scope, node, node.right, left, strict)
        : sameValue(scope, node, compile(scope, node.left), compile(scope, node.right));
  return expr(negated ? `(not ${sql})` : sql, boolean);
};
