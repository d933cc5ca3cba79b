// What JavaScript has built in and the sources use: Math, Number, Object, JSON, Date, and what `new` makes. What V8
// computes in its own way (exp, log, pow) is left out: the sources take it from statistics/special.ts.
import ts from 'typescript-checker';
import { callback } from '../callbacks/closures.ts';
import { each } from '../callbacks/loops.ts';
import { asAtom, capture, declare, type Expr, emit, indent, type Scope } from '../scope/scope.ts';
import { cannot } from '../sources/refusal.ts';
import { writerOf } from '../types/json_writers.ts';
import { arrayOf, bigint, boolean, json, nothing, number, type Rep, text } from '../types/reps.ts';
import { mayBe } from '../types/types.ts';
import { boxed, coerce, expr, isNull, literal } from '../types/values.ts';
import { listOf } from './lists.ts';
import { keysOf } from './maps.ts';
import { compile, compileAs, typeAt } from './parts.ts';
import { textOf } from './text_methods.ts';
import { isWhole } from './whole.ts';

const nan = `'NaN'::float8`;
const infinity = `'Infinity'::float8`;

const isLiteral = (value: Expr): boolean => /^'[^']*'::float8$/.test(value.sql);

/** To SQL 0 and -0 are equal, and the first of equals is the least and the greatest. */
const isNoZero = (value: Expr): boolean => isLiteral(value) && !/^'-?0'/.test(value.sql);

const extreme = (scope: Scope, node: ts.CallExpression, name: 'min' | 'max'): Expr => {
  if (node.arguments.length === 0) return cannot(node, `Math.${name} of nothing`, 'give it an argument');
  const lists: Expr[] = [];
  const values: Expr[] = [];
  for (const argument of node.arguments)
    if (ts.isSpreadElement(argument)) lists.push(compileAs(scope, argument.expression, arrayOf(number)));
    else values.push(asAtom(scope, compileAs(scope, argument, number)));
  const parts = [...values.map((v) => v.sql), ...lists.map((l) => `js_${name}_of(${l.sql})`)];
  if (parts.length - values.filter(isNoZero).length > 1)
    return expr(`js_${name}_of(array[${parts.join(', ')}])`, number);
  if (name === 'max') return expr(`greatest(${parts.join(', ')})`, number);
  const doubts = values.filter((v) => !isLiteral(v)).map((v) => `${v.sql} = ${nan}`);
  const least = `least(${parts.join(', ')})`;
  return expr(
    doubts.length === 0 ? least : `case when ${doubts.join(' or ')} then ${nan} else ${least} end`,
    number,
  );
};

const ofMath = (scope: Scope, node: ts.Node, name: string, values: readonly Expr[]): Expr => {
  const [x] = values.map((value) => coerce(scope, value, number, node));
  if (x === undefined) return cannot(node, `Math.${name}`, 'give it an argument');
  switch (name) {
    case 'abs':
    case 'ceil':
    case 'floor':
    case 'trunc':
      return expr(`${name}(${x.sql})`, number);
    case 'round':
      return expr(`js_round(${x.sql})`, number);
    case 'sqrt': {
      const one = asAtom(scope, x);
      return expr(`case when ${one.sql} < 0 then ${nan} else sqrt(${one.sql}) end`, number);
    }
    case 'sign': {
      const one = asAtom(scope, x);
      return expr(
        `case when ${one.sql} = 0 or ${one.sql} = ${nan} then ${one.sql} else sign(${one.sql}) end`,
        number,
      );
    }
    default:
      return cannot(
        node,
        `Math.${name}`,
        'take exp, log and their kin from statistics/special.ts, which rounds the same everywhere',
      );
  }
};

const ofNumber = (scope: Scope, node: ts.Node, name: string, value: Expr): Expr => {
  const isJson = value.rep.kind === 'json';
  const one = asAtom(scope, isJson ? value : coerce(scope, value, number, node));
  const x = isJson ? `js_number_or_nan(${one.sql})` : one.sql;
  const present = (sql: string): Expr => expr(`coalesce(${sql}, false)`, boolean);
  switch (name) {
    case 'isFinite':
      return present(`abs(${x}) < ${infinity}`);
    case 'isInteger':
      return present(`(abs(${x}) < ${infinity} and floor(${x}) = ${x})`);
    case 'isSafeInteger':
      return present(`(abs(${x}) <= 9007199254740991 and floor(${x}) = ${x})`);
    default:
      return cannot(node, `Number.${name}`, 'use isFinite, isInteger or isSafeInteger');
  }
};

const entries = (scope: Scope, value: Expr, node: ts.Node): Expr => {
  if (value.rep.kind === 'map') return value;
  if (value.rep.kind !== 'json' && value.rep.kind !== 'record')
    return cannot(node, 'the entries of this', 'use an object');
  const held = asAtom(scope, coerce(scope, value, json, node), 'object');
  const rep: Rep = { kind: 'map', key: text, value: json };
  return expr(`row(js_keys(${held.sql}), js_values(${held.sql}))::${scope.unit.sqlType(rep)}`, rep);
};

const ofObject = (scope: Scope, node: ts.CallExpression, name: string, value: Expr): Expr => {
  switch (name) {
    case 'keys':
      return value.rep.kind === 'map'
        ? expr(keysOf(value), arrayOf(text))
        : expr(`js_keys(${coerce(scope, value, json, node).sql})`, arrayOf(text));
    case 'entries':
      return listOf(scope, entries(scope, value, node), node);
    default:
      return cannot(
        node,
        `Object.${name}`,
        'use Object.keys or Object.entries, or a constant at the top level',
      );
  }
};

const wholeLength = (scope: Scope, node: ts.Expression, sql: string): string =>
  isWhole(scope, node) ? `(${sql})::int` : `trunc(${sql})::int`;

/** `Array.from({ length: n }, (_, i) => …)`. */
const fromLength = (scope: Scope, node: ts.CallExpression): Expr => {
  const [source, f] = node.arguments;
  if (source === undefined || f === undefined || !ts.isObjectLiteralExpression(source))
    return cannot(node, 'Array.from of this', 'use Array.from({ length }, callback)');
  const property = source.properties[0] as ts.PropertyAssignment;
  const length = asAtom(scope, compileAs(scope, property.initializer, number), 'length');
  const rep = scope.unit.types.at(node) as Rep & { kind: 'array' };
  const list = declare(scope, 'list', rep);
  const index = declare(scope, 'index', number);
  const call = callback(scope, f, rep.of);
  const lines = capture(scope, () => {
    emit(scope, `${index.sql} := i;`);
    const value = coerce(scope, call([expr('null', nothing), index]), rep.of, node);
    emit(scope, `${list.sql} := array_append(${list.sql}, ${boxed(scope.unit, value)});`);
  });
  emit(
    scope,
    `${list.sql} := '{}';`,
    `for i in 0 .. ${wholeLength(scope, property.initializer, length.sql)} - 1 loop`,
    ...indent(lines),
    'end loop;',
  );
  return list;
};

/** The number of undefined is NaN. */
const numberOfText = ({ sql, nullable }: Expr): string =>
  nullable ? `coalesce(js_number_of_text(${sql}), ${nan})` : `js_number_of_text(${sql})`;

const ofName = (scope: Scope, node: ts.CallExpression, name: string): Expr => {
  const [argument, more] = node.arguments;
  if (argument === undefined || more !== undefined) return cannot(node, name, 'give it one argument');
  const value = compile(scope, argument);
  switch (name) {
    case 'String':
      return textOf(scope, value, argument);
    case 'Number':
      if (
        value.rep.kind === 'json' ||
        value.rep.kind === 'null' ||
        mayBe(typeAt(scope, argument), ts.TypeFlags.Null)
      )
        return cannot(
          node,
          'the number of what may be no text',
          'say by ?? what it is then, or read it by a schema',
        );
      return value.rep.kind === 'bigint'
        ? expr(`(${value.sql})::float8`, number)
        : expr(numberOfText(coerce(scope, value, text, node)), number);
    case 'BigInt':
      return value.rep.kind === 'text'
        ? expr(`js_bigint_of_text(${value.sql})`, bigint)
        : expr(`js_bigint(${coerce(scope, value, number, node).sql})`, bigint);
    default:
      return cannot(node, `the function ${name}`, 'use a function of the sources');
  }
};

const ofOwner = (scope: Scope, node: ts.CallExpression, owner: string, name: string): Expr => {
  if (owner === 'Math' && (name === 'min' || name === 'max')) return extreme(scope, node, name);
  if (owner === 'Array' && name === 'from') return fromLength(scope, node);
  if (owner === 'Float64Array' && name === 'of')
    return expr(
      `array[${node.arguments.map((a) => compileAs(scope, a, number).sql).join(', ')}]::float8[]`,
      arrayOf(number),
    );
  if (owner === 'Date') {
    const wanted = name === 'UTC' ? [number, number, number] : name === 'parse' ? [text] : [];
    if (wanted.length === 0 || node.arguments.length !== wanted.length)
      return cannot(node, `Date.${name} like this`, 'use Date.UTC(year, month, day) or Date.parse(text)');
    const values = wanted.map((rep, i) => compileAs(scope, node.arguments[i] as ts.Expression, rep).sql);
    return expr(`${name === 'UTC' ? 'js_utc' : 'js_date_parse'}(${values.join(', ')})`, number);
  }
  const [value, ...others] = node.arguments.map((a) => compile(scope, a));
  if (value === undefined || others.length > 0)
    return cannot(node, `${owner}.${name} with these arguments`, 'give it one argument');
  if (owner === 'Math') return ofMath(scope, node, name, [value]);
  if (owner === 'Number') return ofNumber(scope, node, name, value);
  if (owner === 'Object') return ofObject(scope, node, name, value);
  if (owner === 'JSON' && name === 'stringify')
    return expr(writerOf(scope.unit, value.rep)(value.sql), text, { nullable: value.nullable });
  if (owner === 'JSON' && name === 'parse') return expr(`(${value.sql})::json`, json);
  if (owner === 'Array' && name === 'isArray')
    return value.rep.kind === 'json'
      ? expr(`coalesce(json_typeof(${value.sql}) = 'array', false)`, boolean)
      : expr(value.rep.kind === 'array' ? `(not ${isNull(value)})` : 'false', boolean);
  return cannot(node, `${owner}.${name}`, 'use what CONTRIBUTING lists');
};

/** A call of something built in; `values` are given where it is a callback. */
export const compileBuiltIn = (
  scope: Scope,
  node: ts.Node,
  callee: ts.Expression,
  values?: readonly Expr[],
): Expr => {
  if (ts.isPropertyAccessExpression(callee)) {
    const owner = callee.expression.getText();
    const name = callee.name.text;
    if (values === undefined) return ofOwner(scope, node as ts.CallExpression, owner, name);
    const [value] = values;
    if (value === undefined) return cannot(node, 'this callback', 'write an arrow function');
    return owner === 'Math' ? ofMath(scope, node, name, values) : ofNumber(scope, node, name, value);
  }
  return ofName(scope, node as ts.CallExpression, callee.getText());
};

/** A moment is held as a number, which says otherwise what it is than a Date does. */
const isWritten = ({ parent, arguments: given }: ts.NewExpression): boolean =>
  given?.length === 1 && ts.isPropertyAccessExpression(parent) && parent.name.text === 'toISOString';

/** `new Map()`, `new Set(list)`, `new Float64Array(n)`, `new Date(ms)`. */
export const constructed = (scope: Scope, node: ts.NewExpression): Expr => {
  const name = node.expression.getText();
  const [argument] = node.arguments ?? [];
  const rep = scope.unit.types.at(node);
  if (name === 'Map' && argument === undefined) return expr(literal(scope.unit, new Map(), rep), rep);
  if (name === 'Set' && argument !== undefined && rep.kind === 'set')
    return distinct(scope, compile(scope, argument), rep);
  if (name === 'Float64Array' && argument !== undefined)
    return expr(
      `array_fill(0::float8, array[${wholeLength(scope, argument, compileAs(scope, argument, number).sql)}])`,
      arrayOf(number),
    );
  if (name === 'Date' && argument !== undefined && isWritten(node)) return compileAs(scope, argument, number);
  return cannot(
    node,
    `new ${name}`,
    'use new Map(), new Set(list), new Float64Array(length) or new Date(milliseconds).toISOString()',
  );
};

const distinct = (scope: Scope, list: Expr, rep: Rep & { kind: 'set' }): Expr => {
  const set = declare(scope, 'set', rep);
  emit(scope, `${set.sql} := '{}';`);
  each(scope, list, (item) => {
    emit(scope, `if array_position(${set.sql}, ${item.sql}) is null then`);
    emit(scope, `  ${set.sql} := array_append(${set.sql}, ${item.sql});`, 'end if;');
  });
  return set;
};
