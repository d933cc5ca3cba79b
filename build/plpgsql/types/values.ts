// Values in SQL: literals of constants, and one representation turned into another. Knows no construct of the source.
import type ts from 'typescript-checker';
import { asAtom, assign, capture, declare, type Expr, emit, indent, type Scope } from '../scope/scope.ts';
import { ident, quote, type Unit } from '../scope/unit.ts';
import { cannot } from '../sources/refusal.ts';
import { writerOf } from './json_writers.ts';
import {
  arrayOf,
  boolean,
  type Field,
  fieldOf,
  isPresence,
  isTuple,
  json,
  keyOf,
  number,
  presenceOf,
  type RecordRep,
  type Rep,
  rest,
  text,
} from './reps.ts';

export const expr = (
  sql: string,
  rep: Rep,
  options: Partial<Pick<Expr, 'atom' | 'nullable'>> = {},
): Expr => ({
  sql,
  rep,
  atom: options.atom ?? false,
  nullable: options.nullable ?? false,
});

export const numberLiteral = (x: number): string => `'${Object.is(x, -0) ? '-0' : x}'::float8`;

export const nullOf = (unit: Unit, rep: Rep): Expr =>
  expr(`null::${unit.sqlType(rep)}`, rep, { atom: true, nullable: true });

export const isNull = (value: Expr): string => `(${value.sql} is not distinct from null)`;

/** A column of a record that is a variable, or of any other expression. */
export const column = (base: string, name: string): string =>
  /^v_\w+$/.test(base) ? `${base}.${ident(name)}` : `(${base}).${ident(name)}`;

/** An element of an array in the form in which arrays hold it, and taken out of that form. */
export const boxed = (unit: Unit, value: Expr): string =>
  value.rep.kind === 'array' || value.rep.kind === 'set'
    ? `row(${value.sql})::${unit.sqlType(arrayOf(value.rep)).slice(0, -2)}`
    : value.sql;
export const unboxed = (sql: string, rep: Rep): string =>
  rep.kind === 'array' || rep.kind === 'set' ? (/^v_\w+$/.test(sql) ? `${sql}.v` : `(${sql}).v`) : sql;

/** A record from its columns by name. */
export const recordOf = (unit: Unit, rep: RecordRep, columns: ReadonlyMap<string, string>): string => {
  // What is given is there, unless the one who gives it knows better.
  const columnOf = (f: Field): string =>
    columns.get(f.name) ??
    (isPresence(f.name) ? String(columns.has(f.name.slice(0, -1))) : `null::${unit.sqlType(f.rep)}`);
  const values = [...rep.fields].sort((a, b) => (a.name < b.name ? -1 : 1)).map(columnOf);
  if (rep.open) values.push(columns.get(rest) ?? 'null::json');
  return `row(${values.join(', ')})::${unit.sqlType(rep)}`;
};

const mapLiteral = (unit: Unit, value: object, rep: Rep & { readonly kind: 'map' }): string => {
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  const [keys, values] = [entries.map(([key]) => key), entries.map(([, item]) => item)];
  return `row(${literal(unit, keys, arrayOf(rep.key))}, ${literal(unit, values, arrayOf(rep.value))})::${unit.sqlType(rep)}`;
};

/** A value that is known when the engine is built. */
export const literal = (unit: Unit, value: unknown, rep: Rep): string => {
  if (value === null || value === undefined)
    return rep.kind === 'json' && value === null ? `'null'::json` : `null::${unit.sqlType(rep)}`;
  switch (rep.kind) {
    case 'number':
      return numberLiteral(value as number);
    case 'text':
      return `${quote(value as string)}::text`;
    case 'boolean':
      return String(value);
    case 'bigint':
      return `'${value}'::numeric`;
    case 'json':
      return `${quote(JSON.stringify(value))}::json`;
    case 'array':
    case 'set': {
      const items = [...(value as Iterable<unknown>)].map((item) =>
        boxed(unit, expr(literal(unit, item, rep.of), rep.of)),
      );
      return `array[${items.join(', ')}]::${unit.sqlType(rep)}`;
    }
    case 'map':
      return mapLiteral(unit, value, rep);
    case 'record': {
      const own = value as Readonly<Record<string, unknown>>;
      const given = rep.fields.filter((f) => f.name in own);
      return recordOf(unit, rep, new Map(given.map((f) => [f.name, literal(unit, own[f.name], f.rep)])));
    }
    default:
      throw new Error(`no literal of a ${rep.kind}`);
  }
};

const fromJson = (scope: Scope, value: Expr, to: Rep, node: ts.Node): Expr => {
  switch (to.kind) {
    case 'number':
      return expr(`js_number(${value.sql})`, number, { nullable: value.nullable });
    case 'text':
      return expr(`(${value.sql} #>> '{}')`, text, { nullable: value.nullable });
    case 'boolean':
      return expr(`(${value.sql} #>> '{}')::boolean`, boolean, { nullable: value.nullable });
    case 'array':
      return coerce(scope, expr(`js_items(${value.sql})`, arrayOf(json)), to, node);
    case 'record': {
      const base = asAtom(scope, value, 'json');
      const part = (name: string): string => `(${base.sql} -> ${isTuple(to) ? name : quote(name)})`;
      const columns = to.fields.map((f): [string, string] => {
        if (isPresence(f.name)) return [f.name, `(${part(f.name.slice(0, -1))} is not null)`];
        const own = expr(part(f.name), json, { nullable: f.nullable || f.optional });
        return [f.name, coerce(scope, own, f.rep, node).sql];
      });
      if (to.open) columns.push([rest, base.sql]);
      const made = recordOf(scope.unit, to, new Map(columns));
      return value.nullable
        ? expr(
            `case when coalesce(json_typeof(${base.sql}), 'null') = 'null' then null else ${made} end`,
            to,
            { nullable: true },
          )
        : expr(made, to);
    }
    default:
      return cannot(node, `a value of unknown type as ${keyOf(to)}`, 'read it through a schema');
  }
};

const convertEach = (scope: Scope, value: Expr, to: Rep & { kind: 'array' | 'set' }, node: ts.Node): Expr => {
  const of = (value.rep as { of: Rep }).of;
  const result = declare(scope, 'items', to);
  const item = declare(scope, 'item', of);
  emit(scope, `${result.sql} := '{}';`, `foreach ${item.sql} in array ${value.sql} loop`);
  emit(
    scope,
    ...indent(
      capture(scope, () => {
        const one = coerce(scope, { ...item, nullable: true }, to.of, node);
        emit(scope, `${result.sql} := array_append(${result.sql}, ${boxed(scope.unit, one)});`);
      }),
    ),
    'end loop;',
  );
  return result;
};

const convertRecord = (scope: Scope, value: Expr, to: RecordRep, node: ts.Node): Expr => {
  const from = value.rep as RecordRep;
  const base = asAtom(scope, value, 'record');
  const columns = new Map<string, string>();
  const lines = capture(scope, () => {
    for (const field of to.fields) {
      const own = fieldOf(from, field.name);
      if (own === undefined) continue;
      const nullable = own.nullable || own.optional;
      const part = expr(column(base.sql, field.name), own.rep, { nullable, atom: true });
      columns.set(field.name, coerce(scope, part, field.rep, node).sql);
      const presence = presenceOf(field.name);
      if (own.optional && fieldOf(from, presence) === undefined && fieldOf(to, presence) !== undefined)
        columns.set(presence, `(not ${isNull(part)})`);
    }
    if (to.open) columns.set(rest, from.open ? column(base.sql, rest) : writeJson(scope.unit, base));
  });
  const made = recordOf(scope.unit, to, columns);
  if (lines.length === 0)
    return expr(value.nullable ? `case when ${isNull(base)} then null else ${made} end` : made, to, {
      nullable: value.nullable,
    });
  const result = declare(scope, 'record', to, value.nullable);
  emit(scope, `${result.sql} := null;`, `if not ${isNull(base)} then`, ...indent(lines));
  emit(scope, `  ${result.sql} := ${made};`, 'end if;');
  return result;
};

/** The JSON of a value, as text cast to json; NULL stays NULL. */
const writeJson = (unit: Unit, value: Expr): string =>
  value.rep.kind === 'json' ? value.sql : `${writerOf(unit, value.rep)(value.sql)}::json`;

/** The value held as `to` holds it. */
export const coerce = (scope: Scope, value: Expr, to: Rep, node: ts.Node): Expr => {
  if (value.rep.kind === 'null') return nullOf(scope.unit, to);
  if (to.kind === 'null') return expr('null::text', to, { atom: true, nullable: true });
  if (keyOf(value.rep) === keyOf(to)) return { ...value, rep: to };
  if (to.kind === 'json') {
    const sql = writeJson(scope.unit, value);
    return expr(value.nullable ? `coalesce(${sql}, 'null')` : sql, json);
  }
  if (value.rep.kind === 'json') return fromJson(scope, value, to, node);
  if (
    (value.rep.kind === 'array' || value.rep.kind === 'set') &&
    (to.kind === 'array' || to.kind === 'set')
  ) {
    if (value.rep.of.kind === 'null') return expr(`'{}'::${scope.unit.sqlType(to)}`, to, { atom: true });
    return keyOf(value.rep.of) === keyOf(to.of)
      ? { ...value, rep: to }
      : convertEach(scope, asAtom(scope, value, 'items'), to, node);
  }
  if (value.rep.kind === 'record' && to.kind === 'record') return convertRecord(scope, value, to, node);
  return cannot(
    node,
    `a ${keyOf(value.rep)} where a ${keyOf(to)} is expected`,
    'give both the same type, or build the value that is expected',
  );
};

/** A variable that holds the value as the rep says. */
export const stored = (scope: Scope, value: Expr, rep: Rep, hint: string, node: ts.Node): Expr => {
  const variable = declare(scope, hint, rep, value.nullable);
  assign(scope, variable, coerce(scope, value, rep, node));
  return variable;
};
