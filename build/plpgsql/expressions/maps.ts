// Maps: a list of keys and one of values. A map that is a local constant is held in variables of its own, which PL/pgSQL
// extends in place, with a table of hashes once its keys are many; anywhere else it is one value. Knows no method.
import { declare, type Expr, emit, freshName, type MapParts, type Scope } from '../scope/scope.ts';
import { arrayOf, type Rep } from '../types/reps.ts';
import { boxed, column, expr, unboxed } from '../types/values.ts';

export type MapRep = Rep & { readonly kind: 'map' };

const integers = (scope: Scope, hint: string, type: string): string => {
  const name = freshName(scope, hint);
  scope.declared.set(name, type);
  return name;
};

/** The map in variables of its own. */
export const heldMap = (scope: Scope, value: Expr): Expr & { readonly map: MapParts } => {
  if (value.map !== undefined) return { ...value, map: value.map };
  const rep = value.rep as MapRep;
  const whole = declare(scope, 'map', rep);
  const keys = declare(scope, 'keys', arrayOf(rep.key)).sql;
  const values = declare(scope, 'values', arrayOf(rep.value)).sql;
  const places = integers(scope, 'places', 'int4[]');
  emit(scope, `${whole.sql} := ${value.sql};`);
  emit(scope, `${keys} := ${whole.sql}.k;`, `${values} := ${whole.sql}.v;`);
  emit(scope, `${places} := js_places(${keys});`);
  const sql = `row(${keys}, ${values})::${scope.unit.sqlType(rep)}`;
  return { ...expr(sql, rep, { atom: true }), map: { keys, values, places } };
};

export const keysOf = ({ map, sql }: Expr): string => map?.keys ?? column(sql, 'k');
const valuesOf = ({ map, sql }: Expr): string => map?.values ?? column(sql, 'v');

/** The place of a key among the keys; NULL where there is none. */
export const placeOf = (owner: Expr, key: string): string =>
  owner.map === undefined
    ? `array_position(${keysOf(owner)}, ${key})`
    : `js_place(${owner.map.keys}, ${owner.map.places}, ${key})`;

export const valueAt = (owner: Expr, key: string): Expr => {
  const { value } = owner.rep as MapRep;
  return expr(unboxed(`(${valuesOf(owner)})[${placeOf(owner, key)}]`, value), value, { nullable: true });
};

/** Sets a value of a map that is held in variables. */
export const setValue = (
  scope: Scope,
  owner: Expr & { readonly map: MapParts },
  key: Expr,
  value: Expr,
): void => {
  const { keys, values, places } = owner.map;
  const [found, free] = [integers(scope, 'at', 'int4'), integers(scope, 'free', 'int4')];
  const held = boxed(scope.unit, value);
  emit(
    scope,
    `${found} := ${placeOf(owner, key.sql)};`,
    `if ${found} is not null then`,
    `  ${values}[${found}] := ${held};`,
    'else',
    `  ${keys} := array_append(${keys}, ${key.sql});`,
    `  ${values} := array_append(${values}, ${held});`,
    `  ${free} := js_free_place(${keys}, ${places}, ${key.sql});`,
    `  if ${free} is not null then`,
    `    ${places}[${free}] := cardinality(${keys});`,
    '  else',
    `    ${places} := js_places(${keys});`,
    '  end if;',
    'end if;',
  );
};
