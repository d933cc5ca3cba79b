// Object and array literals with their spreads. An object becomes the record that is expected, its columns known by name
// at build time; a list is built element by element. Knows no call.
import ts from 'typescript-checker';
import { constantOf } from './constants.ts';
import { compile, compileAs, typeAt } from './expressions.ts';
import { truth } from './operators.ts';
import { cannot } from './refusal.ts';
import { asAtom, capture, declare, type Expr, emit, indent, type Scope } from './scope.ts';
import {
  arrayOf,
  type Field,
  fieldOf,
  isGeneric,
  isNullable,
  json,
  mayBe,
  nothing,
  type RecordRep,
  type Rep,
  record,
  rest,
} from './types.ts';
import { quote } from './unit.ts';
import { boxed, coerce, column, expr, isNull, recordOf } from './values.ts';

type Part = { readonly field: Field; readonly value: Expr; readonly node: ts.Node };

const nameOf = (scope: Scope, name: ts.PropertyName): string => {
  if (!ts.isComputedPropertyName(name))
    return ts.isPrivateIdentifier(name) ? cannot(name, 'a private name', 'use a plain name') : name.text;
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
  let sql = `'{}'::json`;
  for (const property of node.properties) {
    if (ts.isSpreadAssignment(property)) {
      sql = `js_merge(${sql}, ${compileAs(scope, property.expression, json).sql})`;
      continue;
    }
    if (!ts.isPropertyAssignment(property) && !ts.isShorthandPropertyAssignment(property))
      return cannot(property, 'a method', 'use an arrow function as a property');
    const value = ts.isPropertyAssignment(property) ? property.initializer : property.name;
    const type = typeAt(scope, value);
    if (mayBe(type, ts.TypeFlags.Undefined) && (type.flags & ts.TypeFlags.Unknown) === 0)
      return cannot(value, 'a value that may be undefined in an object of unknown keys', 'use null');
    const name = quote(nameOf(scope, property.name));
    sql = `js_with(${sql}, ${name}, ${compileAs(scope, value, json).sql})`;
  }
  return expr(sql, json);
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

export const appendOne = (scope: Scope, list: Expr, node: ts.Expression): void => {
  const { of } = list.rep as { readonly of: Rep };
  emit(scope, `${list.sql} := array_append(${list.sql}, ${boxed(scope.unit, compileAs(scope, node, of))});`);
};

/** Appends what the expression holds to a list: elements one by one, a branch only where it is taken. */
export const appendTo = (scope: Scope, list: Expr, node: ts.Expression): void => {
  if (ts.isParenthesizedExpression(node)) {
    appendTo(scope, list, node.expression);
    return;
  }
  if (ts.isArrayLiteralExpression(node)) {
    for (const item of node.elements)
      if (ts.isSpreadElement(item)) appendTo(scope, list, item.expression);
      else appendOne(scope, list, item);
    return;
  }
  if (ts.isConditionalExpression(node)) {
    const condition = truth(scope, node.condition);
    const yes = capture(scope, () => appendTo(scope, list, node.whenTrue));
    const no = capture(scope, () => appendTo(scope, list, node.whenFalse));
    emit(
      scope,
      `if ${condition} then`,
      ...indent(yes),
      ...(no.length === 0 ? [] : ['else', ...indent(no)]),
      'end if;',
    );
    return;
  }
  const value = listOf(scope, compile(scope, node, list.rep), node);
  emit(scope, `${list.sql} := ${list.sql} || ${coerce(scope, value, list.rep, node).sql};`);
};

/** What can be spread into a list: a list, a set, or the entries of a map. */
export const listOf = (scope: Scope, value: Expr, node: ts.Node): Expr => {
  if (value.rep.kind === 'array') return value;
  if (value.rep.kind === 'set') return { ...value, rep: arrayOf(value.rep.of) };
  if (value.rep.kind === 'json') return expr(`js_items(${value.sql})`, arrayOf(json));
  if (value.rep.kind !== 'map') return cannot(node, 'this as a list', 'use a list, a set or a map');
  const entry = entryOf(scope, value.rep);
  const map = asAtom(scope, value, 'map');
  const list = declare(scope, 'entries', arrayOf(entry));
  const columns = new Map([
    ['0', `(${map.sql}).k[i]`],
    ['1', value.rep.value.kind === 'array' ? `((${map.sql}).v[i]).v` : `(${map.sql}).v[i]`],
  ]);
  emit(scope, `${list.sql} := '{}';`, `for i in 1 .. cardinality((${map.sql}).k) loop`);
  emit(
    scope,
    `  ${list.sql} := array_append(${list.sql}, ${recordOf(scope.unit, entry, columns)});`,
    'end loop;',
  );
  return list;
};

export const entryOf = (_: Scope, { key, value }: { readonly key: Rep; readonly value: Rep }): RecordRep =>
  record([
    { name: '0', rep: key, optional: false, nullable: true },
    { name: '1', rep: value, optional: false, nullable: true },
  ]);

const simpleList = (node: ts.ArrayLiteralExpression): boolean => !node.elements.some(ts.isSpreadElement);

export const compileArray = (
  scope: Scope,
  node: ts.ArrayLiteralExpression,
  wanted: Rep | undefined,
): Expr => {
  const own = wanted ?? scope.unit.types.at(node);
  if (own.kind === 'record') {
    const columns = new Map(
      node.elements.map((item, i): [string, string] => [
        String(i),
        compileAs(scope, item, fieldOf(own, String(i))?.rep ?? nothing).sql,
      ]),
    );
    return expr(recordOf(scope.unit, own, columns), own);
  }
  if (own.kind === 'json') {
    const items = node.elements.map((item) => compileAs(scope, item, json).sql);
    return expr(`js_list(array[${items.join(', ')}]::json[])`, json);
  }
  if (own.kind !== 'array') return cannot(node, 'a list here', 'let the type say that it is a list');
  if (own.of.kind === 'null' && node.elements.length === 0) return expr(`'{}'::text[]`, own, { atom: true });
  if (simpleList(node)) {
    const items = node.elements.map((item) => boxed(scope.unit, compileAs(scope, item, own.of)));
    return expr(`array[${items.join(', ')}]::${scope.unit.sqlType(own)}`, own);
  }
  const [first] = node.elements;
  if (node.elements.length === 1 && first !== undefined && ts.isSpreadElement(first))
    return coerce(scope, listOf(scope, compile(scope, first.expression), first), own, node);
  const list = declare(scope, 'list', own);
  emit(scope, `${list.sql} := '{}';`);
  appendTo(scope, list, node);
  return list;
};
