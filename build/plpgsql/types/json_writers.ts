// How each representation is written as JSON: the text that JSON.stringify makes of the value. Knows no expression.
import { ident, plpgsql, quote, type Unit } from '../scope/unit.ts';
import { fieldOf, isPresence, isTuple, keyOf, presenceOf, type RecordRep, type Rep, rest } from './reps.ts';

type Writer = (sql: string) => string;

const shapeOf = (rep: Rep): string =>
  rep.kind === 'record'
    ? `{${rep.fields.map((f) => `${f.name}${f.optional ? '?' : ''}${f.nullable ? '~' : ''}:${shapeOf(f.rep)}`).join()}}${rep.open}`
    : rep.kind === 'array' || rep.kind === 'set'
      ? `[${shapeOf(rep.of)}]`
      : keyOf(rep);

/** `,"name":value`; nothing where the property is left out. */
const member = (unit: Unit, base: string, rep: RecordRep, field: RecordRep['fields'][number]): string => {
  const sql = `${base}.${ident(field.name)}`;
  const value = writerOf(unit, field.rep)(sql);
  const key = quote(`,${JSON.stringify(field.name)}:`);
  if (fieldOf(rep, presenceOf(field.name)) !== undefined)
    return `case when ${base}.${ident(presenceOf(field.name))} then ${key} || coalesce(${value}, 'null') else '' end`;
  if (field.optional || field.rep.kind === 'json') return `coalesce(${key} || ${value}, '')`;
  return field.nullable || field.rep.kind === 'null'
    ? `${key} || coalesce(${value}, 'null')`
    : `${key} || ${value}`;
};

const tupleBody = (unit: Unit, rep: RecordRep): string => {
  const items = rep.fields.map((f) => `coalesce(${writerOf(unit, f.rep)(`v_x.${ident(f.name)}`)}, 'null')`);
  return [
    'declare',
    `  v_x ${unit.sqlType(rep)} := $1;`,
    'begin',
    '  if $1 is not distinct from null then return null; end if;',
    `  return '[' || ${items.join(` || ',' || `)} || ']';`,
    'end',
  ].join('\n');
};

const recordBody = (unit: Unit, rep: RecordRep): string => {
  const members = rep.fields.filter((f) => !isPresence(f.name)).map((f) => member(unit, 'v_x', rep, f));
  const written = members.length === 0 ? `''` : members.join('\n    || ');
  const result = rep.open
    ? `coalesce(js_write_json(v_x.${ident(rest)}), '{' || substr(${written}, 2) || '}')`
    : `'{' || substr(${written}, 2) || '}'`;
  return [
    'declare',
    `  v_x ${unit.sqlType(rep)} := $1;`,
    'begin',
    '  if $1 is not distinct from null then return null; end if;',
    `  return ${result};`,
    'end',
  ].join('\n');
};

const arrayBody = (unit: Unit, of: Rep): string => {
  const item = unit.sqlType({ kind: 'array', of }).slice(0, -2);
  const inner = of.kind === 'array' || of.kind === 'set' ? 'v_x.v' : 'v_x';
  return [
    'declare',
    `  v_x ${item};`,
    `  v_parts text[] := '{}';`,
    'begin',
    '  if $1 is null then return null; end if;',
    '  foreach v_x in array $1 loop',
    `    v_parts := array_append(v_parts, coalesce(${writerOf(unit, of)(inner)}, 'null'));`,
    '  end loop;',
    `  return '[' || array_to_string(v_parts, ',') || ']';`,
    'end',
  ].join('\n');
};

const mapBody = (unit: Unit, value: Rep, type: string): string =>
  [
    'declare',
    `  v_x ${type} := $1;`,
    `  v_text text := '';`,
    'begin',
    '  if $1 is not distinct from null then return null; end if;',
    '  for i in 1 .. coalesce(cardinality(v_x.k), 0) loop',
    `    v_text := v_text || ',' || to_json(v_x.k[i])::text || ':' || ${writerOf(unit, value)(value.kind === 'array' ? '(v_x.v[i]).v' : 'v_x.v[i]')};`,
    '  end loop;',
    `  return '{' || substr(v_text, 2) || '}';`,
    'end',
  ].join('\n');

const composite = (unit: Unit, rep: Rep, body: () => string): Writer => {
  const shape = shapeOf(rep);
  const routine = unit.routine(
    `json ${shape}`,
    () => ({ name: unit.uniqueName('js_write', shape), parameters: [rep], result: { kind: 'text' } }),
    ({ name }) => plpgsql(name, [unit.sqlType(rep)], 'text', body()),
  );
  return (sql) => `${routine.name}(${sql})`;
};

/** The SQL that writes a value; NULL where the value is NULL. */
export const writerOf = (unit: Unit, rep: Rep): Writer => {
  switch (rep.kind) {
    case 'number':
      return (sql) => `js_write_number(${sql})`;
    case 'text':
      return (sql) => `to_json(${sql})::text`;
    case 'boolean':
      return (sql) => `(${sql})::text`;
    case 'json':
      return (sql) => `js_write_json(${sql})`;
    case 'null':
      return () => `null::text`;
    case 'array':
    case 'set':
      return composite(unit, rep, () => arrayBody(unit, rep.of));
    case 'record':
      return composite(unit, rep, () => (isTuple(rep) ? tupleBody : recordBody)(unit, rep));
    case 'map':
      return composite(unit, rep, () => mapBody(unit, rep.value, unit.sqlType(rep)));
    default:
      throw new Error(`a ${rep.kind} cannot be written as JSON`);
  }
};
