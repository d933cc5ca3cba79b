// Methods of texts and of regular expressions. Lengths and cuts count UTF-16 units, as JavaScript does.
import ts from 'typescript-checker';
import { constantOf } from '../scope/constants.ts';
import type { Expr, Scope } from '../scope/scope.ts';
import { quote } from '../scope/unit.ts';
import { cannot } from '../sources/refusal.ts';
import { arrayOf, boolean, keyOf, number, text } from '../types/reps.ts';
import { mayBe } from '../types/types.ts';
import { expr } from '../types/values.ts';
import { compileAs, typeAt } from './parts.ts';

/** One NULL stands for both, so the type has to say which of them it is. */
const absentText = (scope: Scope, node: ts.Node): string => {
  const type = typeAt(scope, node);
  if (!mayBe(type, ts.TypeFlags.Undefined)) return 'null';
  return mayBe(type, ts.TypeFlags.Null)
    ? cannot(node, 'the text of what may be null or undefined', 'say by ?? what it is then')
    : 'undefined';
};

/** `String(value)`. */
export const textOf = (scope: Scope, value: Expr, node: ts.Node): Expr => {
  const missing = (sql: string): Expr =>
    expr(value.nullable ? `coalesce(${sql}, ${quote(absentText(scope, node))})` : sql, text);
  switch (value.rep.kind) {
    case 'text':
      return missing(value.sql);
    case 'number':
      return missing(`js_text(${value.sql})`);
    case 'json':
      return expr(`js_string(${value.sql})`, text);
    case 'boolean':
    case 'bigint':
      return missing(`(${value.sql})::text`);
    default:
      return cannot(node, `the text of a ${keyOf(value.rep)}`, 'name the part that is meant');
  }
};

/** A regular expression means the same to Postgres when it uses nothing but this. */
export const patternOf = (source: string, node: ts.Node): string => {
  if (
    !/^(\^|\$|\\[d.*+?()[\]]|\[[A-Za-z0-9.!?_-]+\]|\{\d+(,\d*)?\}|[A-Za-z0-9 :_"-]|[*+?|()])+$/.test(source)
  )
    return cannot(
      node,
      'this regular expression',
      'use characters, classes of what may be there, \\d, quantifiers and anchors alone',
    );
  if ([...source.matchAll(/\d+(?=[,}])/g)].some(([count]) => Number(count) > 255))
    return cannot(node, 'a count beyond 255', 'write a smaller one');
  return quote(source.replaceAll('\\d', '[0-9]'));
};

export const matches = (sql: string, source: string, node: ts.Node): Expr =>
  expr(`(${sql} collate "C" ~ ${patternOf(source, node)})`, boolean);

const isPlain = (value: unknown): boolean => typeof value === 'string' && !value.includes('$');

const argument = (node: ts.CallExpression, i = 0): ts.Expression =>
  node.arguments[i] ?? cannot(node, 'this call without an argument', 'give it one');

/** Where to cut: from the start and to the end, unless the call says where. */
export const cutsOf = (scope: Scope, node: ts.CallExpression): readonly string[] => {
  const [from, ...others] = node.arguments.map((a) => compileAs(scope, a, number));
  if (from?.nullable) return cannot(node, 'a start that may be missing', 'give the start by ?? 0');
  return from === undefined ? [] : [from.sql, ...others.map((to) => to.sql)];
};

export const compileTextMethod = (scope: Scope, owner: Expr, name: string, node: ts.CallExpression): Expr => {
  const texts = (): readonly string[] => node.arguments.map((a) => compileAs(scope, a, text).sql);
  switch (name) {
    case 'slice': {
      const [from, to] = cutsOf(scope, node);
      return expr(`js_slice(${owner.sql}, ${from ?? '0::float8'}, ${to ?? 'null::float8'})`, text);
    }
    case 'split':
      if (!constantOf(scope, argument(node))?.value)
        return cannot(node, 'a split at what may be nothing', 'write the separator there');
      return expr(`js_split(${owner.sql}, ${texts()[0]})`, arrayOf(text));
    case 'includes':
      return expr(`(strpos(${owner.sql}, ${texts()[0]}) > 0)`, boolean);
    case 'startsWith':
      return expr(`starts_with(${owner.sql}, ${texts()[0]})`, boolean);
    case 'indexOf':
      return expr(`js_index_of(${owner.sql}, ${texts()[0]})`, number);
    case 'trim':
      return expr(`js_trim(${owner.sql})`, text);
    case 'toLowerCase':
      return expr(`js_lower(${owner.sql})`, text);
    case 'toUpperCase':
      return expr(`js_upper(${owner.sql})`, text);
    case 'replaceAll':
      if (!constantOf(scope, argument(node))?.value || !isPlain(constantOf(scope, argument(node, 1))?.value))
        return cannot(node, 'a replacement that may have a $', 'write both texts there, without $');
      return expr(`replace(${owner.sql}, ${texts().join(', ')})`, text);
    default:
      return cannot(node, `the method ${name} of a text`, 'use what CONTRIBUTING lists');
  }
};
