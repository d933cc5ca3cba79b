// Object literals with their spreads. An object becomes the record that is expected, its columns known by name at build
// time. Knows no call.
import ts from 'typescript-checker';
import { constantOf } from '../scope/constants.ts';
import { asAtom, type Expr, type Scope } from '../scope/scope.ts';
import { quote } from '../scope/unit.ts';
import { cannot } from '../sources/refusal.ts';
import {
  arrayOf,
  type Field,
  fieldOf,
  json,
  nothing,
  type RecordRep,
  type Rep,
  record,
  rest,
} from '../types/reps.ts';
import { isGeneric, isNullable, mayBe } from '../types/types.ts';
import { boxed, coerce, column, expr, isNull, recordOf } from '../types/values.ts';
import { compile, compileAs, typeAt } from './parts.ts';

type Part = { readonly field: Field; readonly value: Expr; readonly node: ts.Node };

const nameOf = (scope: Scope, name: ts.PropertyName): string => {
  if (!ts.isComputedPropertyName(name))
    return ts.isPrivateIdentifier(name)
      ? cannot(name, 'a private name', 'use a plain name')
      : /^\d+$/.test(name.text)
        ? cannot(name, 'a key that is an index', 'use a list or a tuple')
        : name.text;
  const known = constantOf(scope, name.expression);
  return known === undefined
    ? cannot(
        name,
        'a key that is computed at run time',
        'use a Map, or a key that is known when the engine is built',
      )
    : String(known.value);
};

const fieldAt = (scope: Scope, name: string, value: Expr, node: ts.Node): Field => {
  const type = typeAt(scope, node);
  return {
    name,
    rep: value.rep,
    optional: mayBe(type, ts.TypeFlags.Undefined) && value.rep.kind !== 'json',
    nullable: mayBe(type, ts.TypeFlags.Null) || (value.nullable && isNullable(type)),
  };
};

/** The parts of what is spread; in a record that is expected only those that it has. */
const spreadParts = (scope: Scope, node: ts.SpreadAssignment): readonly Part[] => {
  const value = compile(scope, node.expression);
  if (value.rep.kind !== 'record')
    return cannot(node, 'a spread of what is no object with known keys', 'name the keys, or use a Map');
  const base = asAtom(scope, value, 'spread');
  return value.rep.fields.map((field) => ({
    field,
    value: expr(column(base.sql, field.name), field.rep, { nullable: field.nullable || field.optional }),
    node,
  }));
};

const partsOf = (
  scope: Scope,
  node: ts.ObjectLiteralExpression,
  wanted: RecordRep | undefined,
): readonly Part[] =>
  node.properties.flatMap((property): readonly Part[] => {
    if (ts.isSpreadAssignment(property)) return spreadParts(scope, property);
    if (!ts.isPropertyAssignment(property) && !ts.isShorthandPropertyAssignment(property))
      return cannot(property, 'a method', 'use an arrow function as a property');
    const name = nameOf(scope, property.name);
    const initializer = ts.isPropertyAssignment(property) ? property.initializer : property.name;
    const own = fieldOf(wanted ?? nothing, name);
    if (wanted !== undefined && own === undefined && !wanted.open) return [];
    const rep = own?.rep ?? (holdsOpenSpread(scope, initializer) ? json : undefined);
    const value = rep === undefined ? compile(scope, initializer) : compileAs(scope, initializer, rep);
    return [{ field: own ?? fieldAt(scope, name, value, initializer), value, node: initializer }];
  });

/** JSON of an object with keys that are only known at run time, spread among known ones. */
const openObject = (scope: Scope, node: ts.ObjectLiteralExpression): Expr => {
  const parts: { readonly sql: string; readonly isSpread: boolean }[] = [];
  for (const property of node.properties) {
    if (ts.isSpreadAssignment(property)) {
      parts.push({ sql: compileAs(scope, property.expression, json).sql, isSpread: true });
      continue;
    }
    if (!ts.isPropertyAssignment(property) && !ts.isShorthandPropertyAssignment(property))
      return cannot(property, 'a method', 'use an arrow function as a property');
    const value = ts.isPropertyAssignment(property) ? property.initializer : property.name;
    const type = typeAt(scope, value);
    if (mayBe(type, ts.TypeFlags.Undefined) && (type.flags & ts.TypeFlags.Unknown) === 0)
      return cannot(value, 'a value that may be undefined in an object of unknown keys', 'use null');
    const key = quote(`${JSON.stringify(nameOf(scope, property.name))}:`);
    const own = `${key} || coalesce((${compileAs(scope, value, json).sql})::text, 'null')`;
    const before = parts.at(-1);
    if (before === undefined || before.isSpread) parts.push({ sql: own, isSpread: false });
    else parts[parts.length - 1] = { sql: `${before.sql} || ',' || ${own}`, isSpread: false };
  }
  const objects = parts.map(({ sql, isSpread }) => (isSpread ? sql : `('{' || ${sql} || '}')::json`));
  // A spread alone, or one before all else, is a copy: a list becomes an object by it.
  const start = parts[0]?.isSpread === false ? objects.slice(1) : objects;
  return expr(
    start.reduce(
      (whole, sql) => `js_merge(${whole}, ${sql})`,
      start.length === objects.length ? `'{}'::json` : (objects[0] as string),
    ),
    json,
  );
};

const spreadsUnknown = (scope: Scope, node: ts.ObjectLiteralExpression): boolean =>
  node.properties.some((p) => {
    if (!ts.isSpreadAssignment(p) || isGeneric(p)) return false;
    const rep = scope.unit.types.at(p.expression);
    return rep.kind === 'json' || rep.kind === 'map' || (rep.kind === 'record' && rep.open);
  });

const holdsOpenSpread = (scope: Scope, node: ts.Expression): boolean => {
  let found = false;
  const visit = (inner: ts.Node): void => {
    if (ts.isObjectLiteralExpression(inner) && spreadsUnknown(scope, inner)) found = true;
    if (!ts.isFunctionLike(inner)) ts.forEachChild(inner, visit);
  };
  visit(node);
  return found;
};

const isConcrete = (type: ts.Type): boolean => (type.flags & ts.TypeFlags.Instantiable) === 0;

export const compileObject = (
  scope: Scope,
  node: ts.ObjectLiteralExpression,
  wanted: Rep | undefined,
): Expr => {
  if (wanted?.kind === 'map') return mapLiteral(scope, node, wanted);
  if (spreadsUnknown(scope, node)) {
    if (wanted?.kind === 'record' && !wanted.open)
      return cannot(
        node,
        'a spread of unknown keys into an object of known ones',
        'let its type be Readonly<Record<string, unknown>>',
      );
    return openObject(scope, node);
  }
  const target = wanted?.kind === 'record' && isConcrete(typeAt(scope, node)) ? wanted : undefined;
  const parts = new Map<string, Part>();
  for (const part of partsOf(scope, node, target))
    parts.set(part.field.name, overriding(scope, parts.get(part.field.name), part));
  const rep = target ?? record([...parts.values()].map((part) => part.field));
  const columns = new Map<string, string>();
  for (const { field, value, node: at } of parts.values()) {
    const own = fieldOf(rep, field.name);
    if (own !== undefined) columns.set(field.name, coerce(scope, value, own.rep, at).sql);
  }
  if (rep.open) columns.set(rest, 'null::json');
  return expr(recordOf(scope.unit, rep, columns), rep);
};

/** A part in the place of an earlier one; one that is left out takes nothing's place. */
const overriding = (scope: Scope, before: Part | undefined, part: Part): Part => {
  if (before === undefined || !part.field.optional || !ts.isSpreadAssignment(part.node)) return part;
  const value = coerce(scope, before.value, part.value.rep, part.node);
  const sql = `case when ${isNull(part.value)} then ${value.sql} else ${part.value.sql} end`;
  const field = { ...part.field, optional: before.field.optional };
  return { ...part, field, value: expr(sql, part.value.rep, { nullable: value.nullable }) };
};

const mapLiteral = (scope: Scope, node: ts.ObjectLiteralExpression, rep: Rep & { kind: 'map' }): Expr => {
  const parts = partsOf(scope, node, undefined);
  const keys = parts.map((p) => `${quote(p.field.name)}::text`).join(', ');
  const values = parts.map((p) => boxed(scope.unit, coerce(scope, p.value, rep.value, p.node))).join(', ');
  const { sqlType } = scope.unit;
  return expr(
    `row(array[${keys}]::text[], array[${values}]::${sqlType(arrayOf(rep.value))})::${sqlType(rep)}`,
    rep,
  );
};
