// How a value is held in SQL: a number is float8, a text is text, a bigint is numeric, what is unknown is json; a record is
// a composite type with one column for each property, so that nothing is looked up by name at run time. Knows no
// TypeScript.

export type Field = {
  readonly name: string;
  readonly rep: Rep;
  /** Whether the property may be left out or undefined: then it is not written where it is NULL. */
  readonly optional: boolean;
  readonly nullable: boolean;
};

export type RecordRep = {
  readonly kind: 'record';
  readonly fields: readonly Field[];
  /** A record that has keys beside its fields: the JSON that it was read from. */
  readonly open: boolean;
};

export type FunctionRep = {
  readonly kind: 'function';
  readonly parameters: readonly Rep[];
  readonly result: Rep;
};

export type Rep =
  | { readonly kind: 'number' | 'text' | 'boolean' | 'bigint' | 'json' | 'null' }
  | { readonly kind: 'array'; readonly of: Rep }
  | { readonly kind: 'map'; readonly key: Rep; readonly value: Rep }
  | { readonly kind: 'set'; readonly of: Rep }
  | RecordRep
  | FunctionRep;

export const number: Rep = { kind: 'number' };
export const text: Rep = { kind: 'text' };
export const boolean: Rep = { kind: 'boolean' };
export const bigint: Rep = { kind: 'bigint' };
export const json: Rep = { kind: 'json' };
export const nothing: Rep = { kind: 'null' };
export const arrayOf = (of: Rep): Rep => ({ kind: 'array', of });
export const record = (fields: readonly Field[], open = false): RecordRep => ({
  kind: 'record',
  fields,
  open,
});

/** The name of the hidden column of an open record. */
export const rest = '…';

export const fieldOf = (rep: Rep, name: string): Field | undefined =>
  rep.kind === 'record' ? rep.fields.find((f) => f.name === name) : undefined;

/**
 * The column that says whether a property is there at all, beside one that may be left out and may be null: SQL has one
 * NULL for both.
 */
export const presenceOf = (name: string): string => `${name}?`;
export const isPresence = (name: string): boolean => name.endsWith('?');

export const withPresence = (fields: readonly Field[]): readonly Field[] => {
  const known = new Set(fields.map((f) => f.name));
  const missing = fields.filter(
    (f) => f.optional && f.nullable && f.rep.kind !== 'json' && !isPresence(f.name),
  );
  return [
    ...fields,
    ...missing
      .map((f) => presenceOf(f.name))
      .filter((name) => !known.has(name))
      .map((name): Field => ({ name, rep: boolean, optional: false, nullable: false })),
  ];
};

/** A list of values of several kinds is held as a record whose columns are their places; no object has such keys. */
export const isTuple = (rep: RecordRep): boolean =>
  rep.fields.length > 0 && !rep.open && rep.fields.every((field, i) => field.name === String(i));

/** What tells two representations apart in SQL. */
export const keyOf = (rep: Rep): string => {
  switch (rep.kind) {
    case 'array':
      return `[${keyOf(rep.of)}]`;
    case 'set':
      return `[${keyOf(rep.of)}]`;
    case 'map':
      return `map(${keyOf(rep.key)},${keyOf(rep.value)})`;
    case 'record': {
      const columns = rep.fields.map((f) => `${f.name}:${keyOf(f.rep)}`).sort();
      return `{${columns.join()}${rep.open ? rest : ''}}`;
    }
    case 'function':
      return `(${rep.parameters.map(keyOf).join()})=>${keyOf(rep.result)}`;
    default:
      return rep.kind;
  }
};

export const sameKind = (a: Rep, b: Rep): boolean => a.kind === b.kind;

/** All names, each list in its own order: a union is written as the member that it is. Where two lists contradict each
 * other, the earlier one is right. */
const inOneOrder = (lists: readonly (readonly string[])[]): readonly string[] => {
  const names: string[] = [];
  let left = lists.filter((list) => list.length > 0);
  while (left.length > 0) {
    const isAfter = (name: string): boolean => left.some((list) => list.indexOf(name) > 0);
    const heads = left.map((list) => list[0] as string);
    const next = heads.find((name) => !isAfter(name)) ?? (heads[0] as string);
    names.push(next);
    left = left.map((list) => list.filter((name) => name !== next)).filter((list) => list.length > 0);
  }
  return names;
};

export const merged = (records: readonly RecordRep[]): RecordRep => {
  const names = inOneOrder(records.map((r) => r.fields.map((f) => f.name)));
  const fields = names.map((name): Field => {
    const own = records.map((r) => fieldOf(r, name));
    const present = own.filter((f) => f !== undefined);
    const known = present.find((f) => f.rep.kind !== 'null')?.rep ?? nothing;
    const reps = present.filter((f) => f.rep.kind !== 'null').map((f) => f.rep);
    const rep = reps.every((r) => keyOf(r) === keyOf(known))
      ? known
      : reps.every((r) => r.kind === 'record')
        ? merged(reps as RecordRep[])
        : json;
    return {
      name,
      rep,
      optional: own.some((f) => f === undefined || f.optional),
      nullable: present.some((f) => f.nullable || f.rep.kind === 'null'),
    };
  });
  return record(
    withPresence(fields.map((f) => (isPresence(f.name) ? { ...f, optional: false } : f))),
    records.some((r) => r.open),
  );
};
