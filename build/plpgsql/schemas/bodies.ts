// The validators of what has parts: objects, lists, records of unknown keys, variants.
import * as v from 'valibot';
import { capture, declare, emit, freshName, indent, type Scope } from '../scope/scope.ts';
import { ident, quote } from '../scope/unit.ts';
import { cannot } from '../sources/refusal.ts';
import {
  arrayOf,
  fieldOf,
  json,
  presenceOf,
  type RecordRep,
  type Rep,
  record,
  rest,
  text,
} from '../types/reps.ts';
import { boxed, coerce, recordOf } from '../types/values.ts';
import {
  type At,
  type Body,
  demand,
  expectation,
  isLeftOut,
  refuse,
  type Schema,
  type Validate,
} from './demands.ts';

const childPath = (path: string, key: string): string => `js_path(${path}, ${quote(key)})`;

const objectBody = (validate: Validate, scope: Scope, schema: Schema, at: At, rep: RecordRep): void => {
  demand(scope, `json_typeof(${at.value}) in ('object', 'array')`, at, schema);
  const entries = Object.entries<Schema>(schema.entries);
  const raw = record(entries.map(([name]) => ({ name, rep: json, optional: true, nullable: true })));
  const whole = declare(scope, 'raw', raw);
  if (entries.length > 0) {
    emit(scope, `if json_typeof(${at.value}) = 'object' then`);
    emit(
      scope,
      `  ${whole.sql} := json_populate_record(null::${scope.unit.sqlType(raw)}, ${at.value});`,
      'end if;',
    );
  }
  const columns = new Map<string, string>();
  const read: string[] = [];
  for (const [name, own] of entries) {
    const value = declare(scope, 'part', json);
    const path = childPath(at.path, name);
    // populate_record makes NULL of null: what is missing and what is null are told apart here.
    emit(scope, `${value.sql} := coalesce(${whole.sql}.${ident(name)}, ${at.value} -> ${quote(name)});`);
    if (!isLeftOut(own)) {
      emit(scope, `if ${value.sql} is null then`);
      emit(scope, `  perform js_refuse_input(${path}, ${quote(`expected "${name}"`)}, null);`, 'end if;');
    }
    const field = fieldOf(rep, name);
    const result = validate(scope, own, { value: value.sql, path, node: at.node }, field?.rep ?? json);
    if (field !== undefined) columns.set(name, coerce(scope, result, field.rep, at.node).sql);
    const presence = presenceOf(name);
    if (fieldOf(rep, presence) !== undefined) columns.set(presence, `(${value.sql} is not null)`);
    if (rep.open)
      read.push(`case when ${value.sql} is not null then ${coerce(scope, result, json, at.node).sql} end`);
  }
  const names = entries.map(([name]) => quote(name)).join(', ');
  if (rep.open)
    columns.set(rest, `js_loose(${at.value}, array[${names}]::text[], array[${read.join(', ')}]::json[])`);
  emit(scope, `return ${recordOf(scope.unit, rep, columns)};`);
};

const arrayBody = (
  validate: Validate,
  scope: Scope,
  schema: Schema,
  at: At,
  rep: Rep & { kind: 'array' },
): void => {
  demand(scope, `json_typeof(${at.value}) = 'array'`, at, schema);
  const list = declare(scope, 'list', rep);
  const item = declare(scope, 'item', json);
  const index = freshName(scope, 'index');
  scope.declared.set(index, 'int4');
  const lines = capture(scope, () => {
    const path = `${at.path} || '[' || ${index} || ']'`;
    const value = validate(scope, schema.item, { value: item.sql, path: `(${path})`, node: at.node }, rep.of);
    emit(
      scope,
      `${list.sql} := array_append(${list.sql}, ${boxed(scope.unit, coerce(scope, value, rep.of, at.node))});`,
    );
  });
  emit(
    scope,
    `${list.sql} := '{}';`,
    `${index} := 0;`,
    `foreach ${item.sql} in array js_items(${at.value}) loop`,
  );
  emit(scope, ...indent([...lines, `${index} := ${index} + 1;`]), 'end loop;', `return ${list.sql};`);
};

/** An object of keys that are not known, as it is read. */
export const readRecord = (value: string): string => `js_loose(${value}, '{}', '{}')`;

/** A record of keys that are not known: every value fits the schema. */
const dictionaryBody = (validate: Validate, scope: Scope, schema: Schema, at: At, rep: Rep): void => {
  demand(scope, `json_typeof(${at.value}) in ('object', 'array')`, at, schema);
  if (rep.kind === 'json' && schema.value.type === 'unknown') {
    emit(scope, `return ${readRecord(at.value)};`);
    return;
  }
  if (rep.kind !== 'map')
    cannot(at.node, 'this record of a schema', 'let its values be unknown or of one type');
  const [given, keys] = [declare(scope, 'given', json), declare(scope, 'keys', arrayOf(text))];
  const [parts, values] = [
    declare(scope, 'parts', arrayOf(json)),
    declare(scope, 'values', arrayOf(rep.value)),
  ];
  const [key, item] = [declare(scope, 'key', text), declare(scope, 'item', json)];
  emit(scope, `${given.sql} := ${readRecord(at.value)};`, `${values.sql} := '{}';`);
  emit(scope, `${keys.sql} := js_keys(${given.sql});`, `${parts.sql} := js_values(${given.sql});`);
  emit(
    scope,
    `for i in 1 .. cardinality(${keys.sql}) loop`,
    `  ${key.sql} := ${keys.sql}[i];`,
    `  ${item.sql} := ${parts.sql}[i];`,
  );
  const lines = capture(scope, () => {
    const path = `js_path(${at.path}, ${key.sql})`;
    const value = validate(scope, schema.value, { value: item.sql, path, node: at.node }, rep.value);
    emit(
      scope,
      `${values.sql} := array_append(${values.sql}, ${boxed(scope.unit, coerce(scope, value, rep.value, at.node))});`,
    );
  });
  emit(
    scope,
    ...indent(lines),
    'end loop;',
    `return row(${keys.sql}, ${values.sql})::${scope.unit.sqlType(rep)};`,
  );
};

const variantBody = (validate: Validate, scope: Scope, schema: Schema, at: At, rep: RecordRep): void => {
  demand(scope, `json_typeof(${at.value}) in ('object', 'array')`, at, schema);
  const kind = declare(scope, 'kind', json);
  emit(scope, `${kind.sql} := ${at.value} -> ${quote(schema.key)};`);
  for (const option of schema.options as Schema[]) {
    const name = option.entries[schema.key].literal as string;
    const lines = capture(scope, () => {
      const value = validate(scope, option, at, partOf(rep, option));
      emit(scope, `return ${coerce(scope, value, rep, at.node).sql};`);
    });
    emit(
      scope,
      `if json_typeof(${kind.sql}) = 'string' and (${kind.sql} #>> '{}') = ${quote(name)} then`,
      ...indent(lines),
      'end if;',
    );
  }
  // What the library says that it expected, it says at build time.
  const issue = v.safeParse(schema, {}, { abortEarly: true }).issues?.[0];
  const message = expectation(issue?.message, issue?.expected);
  emit(
    scope,
    refuse({ ...at, value: kind.sql, path: childPath(at.path, schema.key) }, message),
    'return null;',
  );
};

/** The columns of a union that one of its members has. */
const partOf = (rep: RecordRep, option: Schema): RecordRep =>
  record(rep.fields.filter((f) => f.name.replace(/\?$/, '') in option.entries));

export const bodies: Readonly<Record<string, Body>> = {
  object: (validate, scope, schema, at, rep) => objectBody(validate, scope, schema, at, rep as RecordRep),
  loose_object: (validate, scope, schema, at, rep) =>
    objectBody(validate, scope, schema, at, rep as RecordRep),
  array: (validate, scope, schema, at, rep) =>
    arrayBody(validate, scope, schema, at, rep as Rep & { kind: 'array' }),
  record: dictionaryBody,
  variant: (validate, scope, schema, at, rep) => variantBody(validate, scope, schema, at, rep as RecordRep),
};
