// List literals with their spreads, and what can be spread into a list: built element by element. Knows no call.
import ts from 'typescript-checker';
import { capture, declare, type Expr, emit, freshName, indent, type Scope } from '../scope/scope.ts';
import { cannot } from '../sources/refusal.ts';
import { arrayOf, fieldOf, json, nothing, type RecordRep, type Rep, record } from '../types/reps.ts';
import { boxed, coerce, expr, recordOf, unboxed } from '../types/values.ts';
import { heldMap } from './maps.ts';
import { truth } from './operators.ts';
import { compile, compileAs } from './parts.ts';

export const appendOne = (scope: Scope, list: Expr, node: ts.Expression): void => {
  const { of } = list.rep as { readonly of: Rep };
  emit(scope, `${list.sql} := array_append(${list.sql}, ${boxed(scope.unit, compileAs(scope, node, of))});`);
};

/** Appends what the expression holds to a list: elements one by one, a branch only where it is taken. */
export const appendTo = (scope: Scope, list: Expr, node: ts.Expression): void => {
  if (ts.isParenthesizedExpression(node)) {
    appendTo(scope, list, node.expression);
    return;
  }
  if (ts.isArrayLiteralExpression(node)) {
    for (const item of node.elements)
      if (ts.isSpreadElement(item)) appendTo(scope, list, item.expression);
      else appendOne(scope, list, item);
    return;
  }
  if (ts.isConditionalExpression(node)) {
    const condition = truth(scope, node.condition);
    const yes = capture(scope, () => appendTo(scope, list, node.whenTrue));
    const no = capture(scope, () => appendTo(scope, list, node.whenFalse));
    emit(
      scope,
      `if ${condition} then`,
      ...indent(yes),
      ...(no.length === 0 ? [] : ['else', ...indent(no)]),
      'end if;',
    );
    return;
  }
  appendAll(scope, list, coerce(scope, listOf(scope, compile(scope, node, list.rep), node), list.rep, node));
};

/** Appends the items one by one: `||` would copy what is there already. */
export const appendAll = (scope: Scope, list: Expr, items: Expr): void => {
  const item = freshName(scope, 'more');
  scope.declared.set(item, scope.unit.sqlType(list.rep).slice(0, -2));
  emit(scope, `foreach ${item} in array ${items.sql} loop`);
  emit(scope, `  ${list.sql} := array_append(${list.sql}, ${item});`, 'end loop;');
};

/** What can be spread into a list: a list, a set, or the entries of a map. */
export const listOf = (scope: Scope, value: Expr, node: ts.Node): Expr => {
  if (value.rep.kind === 'array') return value;
  if (value.rep.kind === 'set') return { ...value, rep: arrayOf(value.rep.of) };
  if (value.rep.kind === 'json') return expr(`js_items(${value.sql})`, arrayOf(json));
  if (value.rep.kind !== 'map') return cannot(node, 'this as a list', 'use a list, a set or a map');
  const entry = entryOf(scope, value.rep);
  const { map } = heldMap(scope, value);
  const list = declare(scope, 'entries', arrayOf(entry));
  const columns = new Map([
    ['0', `${map.keys}[i]`],
    ['1', unboxed(`${map.values}[i]`, value.rep.value)],
  ]);
  emit(scope, `${list.sql} := '{}';`, `for i in 1 .. cardinality(${map.keys}) loop`);
  emit(
    scope,
    `  ${list.sql} := array_append(${list.sql}, ${recordOf(scope.unit, entry, columns)});`,
    'end loop;',
  );
  return list;
};

export const entryOf = (_: Scope, { key, value }: { readonly key: Rep; readonly value: Rep }): RecordRep =>
  record([
    { name: '0', rep: key, optional: false, nullable: true },
    { name: '1', rep: value, optional: false, nullable: true },
  ]);

const simpleList = (node: ts.ArrayLiteralExpression): boolean => !node.elements.some(ts.isSpreadElement);

/** What is spread as it is, not element by element. */
const isWhole = (node: ts.Expression): boolean =>
  ts.isParenthesizedExpression(node)
    ? isWhole(node.expression)
    : !ts.isArrayLiteralExpression(node) && !ts.isConditionalExpression(node);

export const compileArray = (
  scope: Scope,
  node: ts.ArrayLiteralExpression,
  wanted: Rep | undefined,
): Expr => {
  const own = wanted ?? scope.unit.types.at(node);
  if (own.kind === 'record') {
    const columns = new Map(
      node.elements.map((item, i): [string, string] => [
        String(i),
        compileAs(scope, item, fieldOf(own, String(i))?.rep ?? nothing).sql,
      ]),
    );
    return expr(recordOf(scope.unit, own, columns), own);
  }
  if (own.kind === 'json') {
    const items = node.elements.map((item) => compileAs(scope, item, json).sql);
    return expr(`js_list(array[${items.join(', ')}]::json[])`, json);
  }
  if (own.kind !== 'array') return cannot(node, 'a list here', 'let the type say that it is a list');
  if (own.of.kind === 'null' && node.elements.length === 0) return expr(`'{}'::text[]`, own, { atom: true });
  if (simpleList(node)) {
    const items = node.elements.map((item) => boxed(scope.unit, compileAs(scope, item, own.of)));
    return expr(`array[${items.join(', ')}]::${scope.unit.sqlType(own)}`, own);
  }
  const [first] = node.elements;
  if (node.elements.length === 1 && first !== undefined && ts.isSpreadElement(first))
    return coerce(scope, listOf(scope, compile(scope, first.expression), first), own, node);
  const list = declare(scope, 'list', own);
  const isSpread = first !== undefined && ts.isSpreadElement(first) && isWhole(first.expression);
  const start = isSpread ? listOf(scope, compile(scope, first.expression), first) : null;
  emit(scope, `${list.sql} := ${start === null ? `'{}'` : coerce(scope, start, own, node).sql};`);
  for (const item of node.elements.slice(isSpread ? 1 : 0))
    if (ts.isSpreadElement(item)) appendTo(scope, list, item.expression);
    else appendOne(scope, list, item);
  return list;
};
