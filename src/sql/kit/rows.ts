// Rows that cross the JSON boundary: their columns are typed by the TypeScript row that an operation answers with, so
// that a renamed key fails the compile instead of becoming a column of nulls. Knows no operation by name.
import type { Answer, OperationName } from '../../plv8/entry.ts';
import { type Columns, columnDefinitions } from './objects.ts';
import { type Fragment, literal, sql, verbatim } from './sql.ts';

type Present<T> = Exclude<T, null | undefined>;

/** The Postgres types that hold a value of TypeScript's type. */
type TypeFor<T> =
  Present<T> extends number
    ? 'double precision' | 'bigint' | 'integer' | 'numeric'
    : Present<T> extends boolean
      ? 'boolean'
      : Present<T> extends string
        ? 'text' | 'date' | 'bigint'
        : 'json' | 'jsonb';

/** A Postgres type for each key of a row. */
export type ColumnsFor<Row> = { readonly [Key in keyof Row & string]-?: TypeFor<Row[Key]> };

/** The columns of a row, in order: every key of `Row`, and no other. */
export const columnsOf =
  <Row>() =>
  <const C extends ColumnsFor<Row>>(
    columns: C & { readonly [Key in Exclude<keyof C, keyof Row>]: never },
  ): Columns =>
    columns;

/** One row of an operation that answers with a list of rows. */
export type RowOf<Name extends OperationName> =
  Answer<Name> extends readonly (infer Row)[] ? Row : Answer<Name>;

/** A call of an operation; in a `select … into`, never in an assignment (plv8 may abort the server). */
export const callJs = (operation: OperationName, input: Fragment): Fragment =>
  sql`lh_engine.call_js(${literal(operation)}, ${input})`;

/** `json_to_recordset(…) as r (…)`: the rows of a JSON array. */
export const recordset = (json: Fragment, columns: Columns): Fragment =>
  sql`json_to_recordset(${json}) as r (${columnDefinitions(columns)})`;

/** The keys that `T` names: an index for a list; of an object that may have any key, those it says of itself. */
type Named<T> = { [K in keyof T as string extends K ? never : K]: T[K] };
type Key<T> = T extends readonly unknown[] ? number : T extends unknown ? keyof Named<T> & string : never;
type At<T, K> = T extends unknown ? (K extends Key<T> & keyof T ? Present<T[K]> : never) : never;

/**
 * What stands under a key of a JSON value of type `T` (the SQL expression `value`), or on a path from there: `text()`
 * as text, `json()` as JSON, `key()` the key itself. A key that `T` lacks fails the compile.
 */
export const fieldsOf = <T>(value: string) => {
  type Step = string | number;
  const at = (arrow: '->' | '->>', first: Step, further: readonly (Step | undefined)[]): Fragment => {
    const rest = further.filter((step) => step !== undefined);
    return rest.length === 0
      ? sql`${verbatim(value)} ${verbatim(arrow)} ${literal(first)}`
      : sql`${verbatim(value)} ${verbatim(arrow.replace('-', '#'))} ${literal(`{${[first, ...rest].join(',')}}`)}`;
  };
  type Read = <A extends Key<T>, B extends Key<At<T, A>> = never, C extends Key<At<At<T, A>, B>> = never>(
    a: A,
    b?: B,
    c?: C,
  ) => Fragment;
  const text: Read = (a, ...further) => at('->>', a, further);
  const json: Read = (a, ...further) => at('->', a, further);
  return { text, json, key: (key: Key<T>): Fragment => literal(key) };
};
