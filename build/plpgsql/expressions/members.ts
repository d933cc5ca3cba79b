// What stands behind a dot or in brackets: columns of records, elements of lists, values of maps, parts of JSON.
import ts from 'typescript-checker';
import { constantOf } from '../scope/constants.ts';
import { asAtom, type Expr, type Scope } from '../scope/scope.ts';
import { quote } from '../scope/unit.ts';
import { cannot } from '../sources/refusal.ts';
import { fieldOf, json, keyOf, number, type RecordRep, rest, text } from '../types/reps.ts';
import { coerce, column, expr, unboxed } from '../types/values.ts';
import { keysOf, valueAt } from './maps.ts';
import { compile, compileAs, nullableAt, typeAt } from './parts.ts';
import { isShort, isWhole } from './whole.ts';

const lengthOf = (_scope: Scope, value: Expr, node: ts.Node): Expr => {
  switch (value.rep.kind) {
    case 'array':
      return expr(`cardinality(${value.sql})::float8`, number, { nullable: value.nullable });
    case 'text':
      return expr(`js_length(${value.sql})`, number, { nullable: value.nullable });
    case 'json':
      return expr(`json_array_length(${value.sql})::float8`, number);
    default:
      return cannot(node, 'the length of this', 'take the length of a list or a text');
  }
};

/** `base.name` of a value that is there, or NULL of one that is NULL. */
export const member = (scope: Scope, base: Expr, name: string, node: ts.Node): Expr => {
  if (name === 'length' && base.rep.kind !== 'record') return lengthOf(scope, base, node);
  if (name === 'size' && base.rep.kind === 'map') return expr(`cardinality(${keysOf(base)})::float8`, number);
  const own = fieldOf(base.rep, name);
  const nullable = nullableAt(scope, node) || base.nullable;
  if (own !== undefined) return expr(column(base.sql, name), own.rep, { nullable, atom: base.atom });
  if (base.rep.kind === 'record' && base.rep.open)
    return expr(`(${column(base.sql, rest)} -> ${quote(name)})`, json, { nullable: true });
  if (base.rep.kind === 'json') return expr(`(${base.sql} -> ${quote(name)})`, json, { nullable: true });
  return cannot(node, `the property ${name} of a ${keyOf(base.rep)}`, 'use a property that the type has');
};

const isList = (scope: Scope, node: ts.Node): boolean =>
  ts.isElementAccessExpression(node) && scope.unit.checker.isArrayLikeType(typeAt(scope, node.expression));

/** The subscript in SQL; what may be no whole number is looked at when it runs. */
const placeAt = (scope: Scope, index: ts.Expression, known: unknown): string => {
  if (known === undefined) {
    const { sql } = compileAs(scope, index, number);
    return isWhole(scope, index) ? `(${sql})::int + 1` : `js_at(${sql})`;
  }
  if (typeof known !== 'number' || !isShort(known))
    return cannot(index, 'this index', 'give a whole number that a list may be as long as');
  return String(known + 1);
};

export const elementAt = (scope: Scope, base: Expr, index: ts.Expression, node: ts.Node): Expr => {
  const known = constantOf(scope, index);
  if (base.rep.kind === 'record' && known !== undefined)
    return member(scope, base, String(known.value), node);
  if (base.rep.kind === 'array') {
    const at = placeAt(scope, index, known?.value);
    const sql = /^v_\w+$/.test(base.sql) ? `${base.sql}[${at}]` : `(${base.sql})[${at}]`;
    return expr(unboxed(sql, base.rep.of), base.rep.of, { nullable: true });
  }
  if (base.rep.kind === 'map') {
    return valueAt(asAtom(scope, base, 'map'), compileAs(scope, index, base.rep.key).sql);
  }
  if (base.rep.kind === 'json') {
    const key = compile(scope, index);
    if (key.rep.kind === 'number' && !isList(scope, node))
      return cannot(node, 'a number as the key of an object', 'give the key as a text');
    const isPlain = typeof known?.value === 'number' && isShort(known.value) && known.value >= 0;
    const place = isPlain ? `(${key.sql})::int` : `(js_at(${key.sql}) - 1)`;
    return expr(`(${base.sql} -> ${key.rep.kind === 'number' ? place : key.sql})`, json, { nullable: true });
  }
  if (base.rep.kind === 'text')
    return expr(`js_char(${base.sql}, ${compileAs(scope, index, number).sql})`, text, { nullable: true });
  return dynamicMember(scope, base, index, node);
};

/** `record[key]` with a key that is only known at run time: all columns that it may name hold the same. */
const dynamicMember = (scope: Scope, base: Expr, index: ts.Expression, node: ts.Node): Expr => {
  const { fields } = base.rep as RecordRep;
  if (base.rep.kind !== 'record') return cannot(node, 'an element of this', 'use a list, a map or an object');
  const type = typeAt(scope, index);
  const names = (type.isUnion() ? type.types : [type]).map((t) => (t.isStringLiteral() ? t.value : null));
  const own = names.includes(null) ? fields : fields.filter((f) => names.includes(f.name));
  const rep = scope.unit.types.at(node);
  const record = asAtom(scope, base, 'record');
  const key = asAtom(scope, compileAs(scope, index, text), 'key');
  const branches = own.map((f) => {
    const part = expr(column(record.sql, f.name), f.rep, { nullable: f.nullable || f.optional });
    return `when ${quote(f.name)} then ${coerce(scope, part, rep, node).sql}`;
  });
  return expr(`case ${key.sql} ${branches.join(' ')} end`, rep, { nullable: nullableAt(scope, node) });
};
