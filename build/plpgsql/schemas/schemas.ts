// Schemas of valibot as validators: a function that returns the record, or refuses with the path, the words and the
// received value that `parse` of the sources gives. The schema is taken as it is at build time; the functions that it
// checks with are compiled from where they are written.
import ts from 'typescript-checker';
import { callback } from '../callbacks/closures.ts';
import { truthOf } from '../expressions/operators.ts';
import { compileAs } from '../expressions/parts.ts';
import { matches } from '../expressions/text_methods.ts';
import { resolved, topLevel } from '../scope/constants.ts';
import {
  assign,
  bodyOf,
  capture,
  declare,
  type Expr,
  emit,
  indent,
  openScope,
  type Scope,
} from '../scope/scope.ts';
import { plpgsql, quote, routineName, type Unit } from '../scope/unit.ts';
import { cannot } from '../sources/refusal.ts';
import { boolean, json, keyOf, number, type Rep, text } from '../types/reps.ts';
import { coerce, expr } from '../types/values.ts';
import { bodies, readRecord } from './bodies.ts';
import { type At, demand, type Schema, type Validate } from './demands.ts';

const scalars: Readonly<Record<string, Rep>> = { string: text, number, boolean };

const scalar = (scope: Scope, schema: Schema, at: At): Expr => {
  const rep = scalars[schema.type] as Rep;
  demand(scope, `json_typeof(${at.value}) = ${quote(schema.type)}`, at, schema);
  const value = declare(scope, schema.type, rep);
  assign(scope, value, coerce(scope, expr(at.value, json), rep, at.node));
  return value;
};

/** A text that is one of some. */
const choice = (scope: Scope, schema: Schema, options: readonly unknown[], at: At): Expr => {
  if (!options.every((o) => typeof o === 'string'))
    return cannot(at.node, 'a choice of what are no texts', 'use texts');
  const value = declare(scope, 'choice', text);
  const list = options.map((o) => quote(o as string)).join(', ');
  demand(scope, `json_typeof(${at.value}) = 'string' and (${at.value} #>> '{}') in (${list})`, at, schema);
  emit(scope, `${value.sql} := ${at.value} #>> '{}';`);
  return value;
};

const wrapped = (scope: Scope, schema: Schema, at: At, rep: Rep): Expr => {
  const absent =
    schema.type === 'nullable'
      ? `json_typeof(${at.value}) = 'null'`
      : schema.type === 'optional'
        ? `${at.value} is null`
        : `(${at.value} is null or json_typeof(${at.value}) = 'null')`;
  if (schema.default !== undefined)
    return cannot(at.node, 'a default in a schema', 'write ?? where the value is used');
  const result = declare(scope, 'optional', rep, true);
  const lines = capture(scope, () =>
    assign(scope, result, coerce(scope, validate(scope, schema.wrapped, at, rep), rep, at.node)),
  );
  emit(
    scope,
    `if coalesce(${absent}, false) then`,
    `  ${result.sql} := ${rep.kind === 'json' ? at.value : 'null'};`,
    'else',
    ...indent(lines),
    'end if;',
  );
  return result;
};

const bindCaptured = (scope: Scope, f: ts.Node, captured: Readonly<Record<string, unknown>>): void => {
  const visit = (node: ts.Node): void => {
    const symbol = ts.isIdentifier(node) && node.text in captured ? resolved(scope.unit, node) : undefined;
    if (symbol !== undefined)
      scope.bindings.set(symbol, { kind: 'constant', value: captured[(node as ts.Identifier).text] });
    ts.forEachChild(node, visit);
  };
  visit(f);
};

/** The function that a schema checks or transforms with, as it is written. */
const functionNode = (scope: Scope, f: unknown, at: At): ts.Expression => {
  const place = scope.unit.evaluation.placeOfFunction(f);
  const file = place === undefined ? undefined : scope.unit.sources.program.getSourceFile(place.file);
  let found: ts.Expression | undefined;
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.arguments[0]?.pos === place?.position) found = node.arguments[0];
    ts.forEachChild(node, visit);
  };
  if (file !== undefined) visit(file);
  if (found !== undefined) bindCaptured(scope, found, place?.captured ?? {});
  return (
    found ??
    cannot(
      at.node,
      'a check that is not written in the sources',
      'write it with v.check and an arrow function',
    )
  );
};

const action = (scope: Scope, item: Schema, value: Expr, at: At, rep: Rep): Expr => {
  if (item.kind === 'schema') {
    const given = declare(scope, 'given', json);
    assign(scope, given, coerce(scope, value, json, at.node));
    return validate(scope, item, { ...at, value: given.sql }, rep);
  }
  switch (item.type) {
    case 'check': {
      const node = functionNode(scope, item.requirement, at);
      demand(scope, truthOf(callback(scope, node, boolean)([value]), node, scope), at, item);
      return value;
    }
    case 'regex':
      demand(scope, matches(value.sql, item.requirement.source, at.node).sql, at, item);
      return value;
    case 'min_value':
      demand(scope, `${value.sql} >= ${item.requirement}`, at, item);
      return value;
    case 'transform': {
      const node = functionNode(scope, item.operation, at);
      const made = callback(scope, node)([value]);
      const result = declare(scope, 'made', made.rep);
      assign(scope, result, made);
      return result;
    }
    default:
      return cannot(
        at.node,
        `the action ${item.type} of a schema`,
        'use check, regex, minValue and transform',
      );
  }
};

const piped = (scope: Scope, schema: Schema, at: At, rep: Rep): Expr => {
  const [first, ...items] = schema.pipe as Schema[];
  const isMade = items.some((item) => item.type === 'transform');
  const base = isMade || first.type === 'unknown' ? (scalars[first.type] ?? json) : rep;
  return items.reduce((value, item) => action(scope, item, value, at, rep), validate(scope, first, at, base));
};

const numbersOf = new WeakMap<Unit, Map<Schema, number>>();

const numberOf = (unit: Unit, schema: Schema): number => {
  const known = numbersOf.get(unit) ?? new Map<Schema, number>();
  numbersOf.set(unit, known);
  if (!known.has(schema)) known.set(schema, known.size + 1);
  return known.get(schema) as number;
};

/** What a schema demands, as a text: functions as they are written. */
const described = (schema: Schema): string =>
  JSON.stringify(schema, (_, value: unknown) =>
    typeof value === 'function' || value instanceof RegExp ? String(value) : value,
  );

/** A schema with parts becomes a function of its own: value and path in, record out. */
const compound = (scope: Scope, schema: Schema, at: At, rep: Rep): Expr => {
  const body = bodies[schema.type];
  if (body === undefined)
    return cannot(
      at.node,
      `the schema ${schema.type}`,
      'use object, array, record, variant, nullable, optional and scalars',
    );
  // A part of a record that nobody reads by its name has no type of its own.
  if (rep.kind === 'json' && schema.type !== 'record') return unread(scope, schema, at);
  const routine = scope.unit.routine(
    `schema ${numberOf(scope.unit, schema)} ${keyOf(rep)}`,
    () => ({
      name: scope.unit.uniqueName(
        routineName(at.node.getSourceFile().fileName, 'read'),
        `${described(schema)} ${keyOf(rep)}`,
      ),
      parameters: [json, text],
      result: rep,
    }),
    (made) => {
      const inner = openScope(scope, { rep, give: () => undefined });
      body(validate, inner, schema, { value: 'p_value', path: 'p_path', node: at.node }, rep);
      return plpgsql(made.name, ['p_value json', 'p_path text'], scope.unit.sqlType(rep), bodyOf(inner));
    },
  );
  const result = declare(scope, 'read', rep);
  emit(scope, `${result.sql} := ${routine.name}(${at.value}, ${at.path});`);
  return result;
};

const unread = (scope: Scope, schema: Schema, at: At): Expr => {
  const type = schema.type === 'array' ? `= 'array'` : `in ('object', 'array')`;
  if (schema.type === 'array' ? schema.item.type !== 'unknown' : Object.keys(schema.entries ?? {}).length > 0)
    return cannot(at.node, `a ${schema.type} of unknown type`, 'let its parts be v.unknown()');
  demand(scope, `json_typeof(${at.value}) ${type}`, at, schema);
  if (schema.type === 'object') return expr(`'{}'::json`, json);
  return expr(schema.type === 'array' ? `js_read_json(${at.value})` : readRecord(at.value), json);
};

const validateOne = (scope: Scope, schema: Schema, at: At, rep: Rep): Expr => {
  if (schema.type in scalars) return scalar(scope, schema, at);
  switch (schema.type) {
    case 'unknown': {
      const value = declare(scope, 'unknown', json);
      emit(scope, `${value.sql} := js_read_json(${at.value});`);
      return value;
    }
    case 'literal':
      return choice(scope, schema, [schema.literal], at);
    case 'picklist':
      return choice(scope, schema, schema.options, at);
    case 'nullable':
    case 'optional':
    case 'nullish':
      return wrapped(scope, schema, at, rep);
    default:
      return compound(scope, schema, at, rep);
  }
};

export const validate: Validate = (scope, schema, at, rep) =>
  schema.pipe === undefined ? validateOne(scope, schema, at, rep) : piped(scope, schema, at, rep);

/** `parse(schema, input)`, or `parse(schema, input, within)` of a part that stands at a known place. */
export const validated = (scope: Scope, node: ts.CallExpression): Expr => {
  const [name, input, within] = node.arguments as unknown as [
    ts.Expression,
    ts.Expression,
    ts.Expression | undefined,
  ];
  const declaration = topLevel(scope.unit, name);
  if (declaration === undefined || !ts.isIdentifier(name))
    return cannot(
      name,
      'a schema that is made where it is used',
      'make it a constant at the top level of the module',
    );
  const schema = scope.unit.evaluation.valueOf(
    declaration.getSourceFile().fileName,
    declaration.name?.getText() ?? '',
  );
  const value = declare(scope, 'input', json);
  assign(scope, value, compileAs(scope, input, json));
  const path = within === undefined ? `''` : compileAs(scope, within, text).sql;
  return validate(scope, schema, { value: value.sql, path, node }, scope.unit.types.at(node));
};
