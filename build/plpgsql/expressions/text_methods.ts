// Methods of texts and of regular expressions. Lengths and cuts count UTF-16 units, as JavaScript does.
import type ts from 'typescript-checker';
import { constantOf } from '../scope/constants.ts';
import type { Expr, Scope } from '../scope/scope.ts';
import { quote } from '../scope/unit.ts';
import { cannot } from '../sources/refusal.ts';
import { arrayOf, boolean, keyOf, number, text } from '../types/reps.ts';
import { expr } from '../types/values.ts';
import { compileAs } from './parts.ts';

/** `String(value)`. */
export const textOf = (_scope: Scope, value: Expr, node: ts.Node): Expr => {
  const missing = (sql: string): Expr => expr(value.nullable ? `coalesce(${sql}, 'null')` : sql, text);
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
    !/^(\^|\$|\\[d.*+?()[\]]|\[\^?[A-Za-z0-9.!?_-]+\]|\{\d+(,\d*)?\}|[A-Za-z0-9 :_"-]|[*+?|()])+$/.test(
      source,
    )
  )
    return cannot(
      node,
      'this regular expression',
      'use characters, classes, \\d, quantifiers and anchors alone',
    );
  return quote(source.replaceAll('\\d', '[0-9]'));
};

export const matches = (sql: string, source: string, node: ts.Node): Expr =>
  expr(`(${sql} collate "C" ~ ${patternOf(source, node)})`, boolean);

const isPlain = (value: unknown): boolean => typeof value === 'string' && !value.includes('$');

const argument = (node: ts.CallExpression, i = 0): ts.Expression =>
  node.arguments[i] ?? cannot(node, 'this call without an argument', 'give it one');

export const compileTextMethod = (scope: Scope, owner: Expr, name: string, node: ts.CallExpression): Expr => {
  const texts = (): readonly string[] => node.arguments.map((a) => compileAs(scope, a, text).sql);
  switch (name) {
    case 'slice': {
      const [from, to] = node.arguments.map((a) => compileAs(scope, a, number).sql);
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
      return expr(`lower(${owner.sql})`, text);
    case 'toUpperCase':
      return expr(`upper(${owner.sql})`, text);
    case 'replaceAll':
      if (!constantOf(scope, argument(node))?.value || !isPlain(constantOf(scope, argument(node, 1))?.value))
        return cannot(node, 'a replacement that may have a $', 'write both texts there, without $');
      return expr(`replace(${owner.sql}, ${texts().join(', ')})`, text);
    default:
      return cannot(node, `the method ${name} of a text`, 'use what CONTRIBUTING lists');
  }
};
