// Methods of lists, maps, sets, texts and numbers. What takes a callback becomes a loop with the callback's body in it.
import ts from 'typescript-checker';
import { callback } from './closures.ts';
import { constantOf } from './constants.ts';
import { compile, compileAs } from './expressions.ts';
import { appendTo } from './literals.ts';
import { mapMethod, numberMethod } from './map_methods.ts';
import { truthOf } from './operators.ts';
import { cannot } from './refusal.ts';
import { asAtom, assign, capture, declare, type Expr, emit, freshName, indent, type Scope } from './scope.ts';
import { sorted } from './sorting.ts';
import { compileTextMethod } from './text_methods.ts';
import { arrayOf, boolean, json, keyOf, nothing, number, type Rep, text } from './types.ts';
import { boxed, coerce, expr, unboxed } from './values.ts';

type ListRep = { readonly kind: 'array' | 'set'; readonly of: Rep };

const itemRep = (list: Expr): Rep => (list.rep as ListRep).of;

/** A loop over a list. `work` writes its body; the index is counted where it is asked for. */
export const each = (
  scope: Scope,
  list: Expr,
  work: (item: Expr, index: Expr) => void,
  withIndex = false,
): void => {
  const of = itemRep(list);
  const source = list.rep.kind === 'json' ? `js_items(${list.sql})` : list.sql;
  const name = freshName(scope, 'item');
  scope.declared.set(name, scope.unit.sqlType(arrayOf(of)).slice(0, -2));
  const item = expr(unboxed(name, of), of, { atom: true, nullable: true });
  const index = withIndex ? declare(scope, 'index', number) : expr('null', nothing);
  const lines = capture(scope, () => work(item, index));
  if (withIndex) emit(scope, `${index.sql} := -1;`);
  emit(scope, `foreach ${name} in array ${source} loop`);
  emit(
    scope,
    ...indent([...(withIndex ? [`${index.sql} := ${index.sql} + 1;`] : []), ...lines]),
    'end loop;',
  );
};

const usesIndex = (node: ts.Expression): boolean =>
  !(ts.isArrowFunction(node) || ts.isFunctionExpression(node)) || node.parameters.length > 1;

const append = (scope: Scope, list: Expr, value: Expr): void =>
  emit(scope, `${list.sql} := array_append(${list.sql}, ${boxed(scope.unit, value)});`);

const emptyList = (scope: Scope, rep: Rep, hint: string): Expr => {
  const list = declare(scope, hint, rep);
  emit(scope, `${list.sql} := '{}';`);
  return list;
};

type Method = (scope: Scope, list: Expr, node: ts.CallExpression, wanted: Rep | undefined) => Expr;

export const argument = (node: ts.CallExpression, i = 0): ts.Expression =>
  node.arguments[i] ?? cannot(node, 'this call without an argument', 'give it one');

const resultList = (scope: Scope, node: ts.CallExpression, wanted: Rep | undefined): Rep & ListRep => {
  const rep = wanted?.kind === 'array' ? wanted : scope.unit.types.at(node);
  return rep.kind === 'array'
    ? rep
    : cannot(node, 'the list that this makes', 'let the callback return one type');
};

const map: Method = (scope, list, node, wanted) => {
  const rep = resultList(scope, node, wanted);
  const call = callback(scope, argument(node), rep.of);
  const result = emptyList(scope, rep, 'mapped');
  each(
    scope,
    list,
    (item, index) => append(scope, result, coerce(scope, call([item, index]), rep.of, node)),
    usesIndex(argument(node)),
  );
  return result;
};

const filter: Method = (scope, list, node) => {
  const call = callback(scope, argument(node), boolean);
  const rep = scope.unit.types.at(node) as Rep & ListRep;
  const result = emptyList(scope, rep, 'kept');
  each(
    scope,
    list,
    (item, index) => {
      const holds = truthOf(call([item, index]), node, scope);
      const lines = capture(scope, () => append(scope, result, coerce(scope, item, rep.of, node)));
      emit(scope, `if ${holds} then`, ...indent(lines), 'end if;');
    },
    usesIndex(argument(node)),
  );
  return result;
};

const flatMap: Method = (scope, list, node, wanted) => {
  const rep = resultList(scope, node, wanted);
  const f = argument(node);
  const result = emptyList(scope, rep, 'flat');
  const inline = ts.isArrowFunction(f) && !ts.isBlock(f.body) ? f : null;
  const call = inline === null ? callback(scope, f, rep) : null;
  each(
    scope,
    list,
    (item, index) => {
      if (inline !== null) {
        bindArguments(scope, inline, [item, index]);
        return appendTo(scope, result, inline.body as ts.Expression);
      }
      const value = coerce(scope, (call as NonNullable<typeof call>)([item, index]), rep, node);
      emit(scope, `${result.sql} := ${result.sql} || ${value.sql};`);
    },
    usesIndex(f),
  );
  return result;
};

const reduce: Method = (scope, list, node) => {
  const rep = scope.unit.types.at(node);
  const total = declare(scope, 'total', rep);
  assign(scope, total, compileAs(scope, argument(node, 1), rep));
  const call = callback(scope, argument(node), rep);
  each(scope, list, (item) => assign(scope, total, coerce(scope, call([total, item]), rep, node)));
  return total;
};

const forEach: Method = (scope, list, node) => {
  const call = callback(scope, argument(node));
  each(scope, list, (item, index) => void call([item, index]), usesIndex(argument(node)));
  return expr('null', nothing, { atom: true, nullable: true });
};

/** `some` and `every`: the loop ends with the first item that decides. */
const decided =
  (stopsAt: boolean): Method =>
  (scope, list, node) => {
    const call = callback(scope, argument(node), boolean);
    const result = declare(scope, stopsAt ? 'some' : 'every', boolean);
    emit(scope, `${result.sql} := ${!stopsAt};`);
    each(
      scope,
      list,
      (item, index) => {
        const holds = truthOf(call([item, index]), node, scope);
        emit(
          scope,
          `if ${stopsAt ? holds : `not ${holds}`} then`,
          `  ${result.sql} := ${stopsAt};`,
          '  exit;',
          'end if;',
        );
      },
      usesIndex(argument(node)),
    );
    return result;
  };

const find: Method = (scope, list, node) => {
  const call = callback(scope, argument(node), boolean);
  const result = declare(scope, 'found', itemRep(list), true);
  emit(scope, `${result.sql} := null;`);
  each(
    scope,
    list,
    (item, index) => {
      const holds = truthOf(call([item, index]), node, scope);
      emit(scope, `if ${holds} then`, `  ${result.sql} := ${item.sql};`, '  exit;', 'end if;');
    },
    usesIndex(argument(node)),
  );
  return result;
};

const findIndex: Method = (scope, list, node) => {
  const call = callback(scope, argument(node), boolean);
  const result = declare(scope, 'place', number);
  emit(scope, `${result.sql} := -1;`);
  each(
    scope,
    list,
    (item, index) => {
      const holds = truthOf(call([item, index]), node, scope);
      emit(scope, `if ${holds} then`, `  ${result.sql} := ${index.sql};`, '  exit;', 'end if;');
    },
    true,
  );
  return result;
};

const position = (scope: Scope, list: Expr, node: ts.CallExpression): string => {
  const of = itemRep(list);
  if (!['number', 'text', 'boolean'].includes(of.kind))
    return cannot(
      node,
      `the position of a ${keyOf(of)} in a list`,
      'look for a part of it that is a number or a text',
    );
  return `array_position(${list.sql}, ${compileAs(scope, argument(node), of).sql})`;
};

const slice: Method = (scope, list, node) => {
  const one = asAtom(scope, list, 'list');
  const [from, to] = node.arguments.map((a) => compileAs(scope, a, number).sql);
  return expr(`js_slice(${one.sql}, ${from ?? `0::float8`}, ${to ?? 'null'})`, list.rep);
};

const join: Method = (scope, list, node) => {
  const separator = node.arguments[0] === undefined ? `','` : compileAs(scope, argument(node), text).sql;
  if (itemRep(list).kind === 'text') return expr(`array_to_string(${list.sql}, ${separator}, '')`, text);
  return cannot(node, 'a text of what are no texts', 'map to texts before join');
};

const push: Method = (scope, list, node) => {
  if (!/^v_\w+$/.test(list.sql)) return cannot(node, 'a push to this', 'push to a local list');
  append(scope, list, compileAs(scope, argument(node), itemRep(list)));
  return expr('null', nothing, { atom: true, nullable: true });
};

const reverse: Method = (scope, list) => {
  const one = asAtom(scope, list, 'list');
  return expr(`array(select (${one.sql})[i] from generate_subscripts(${one.sql}, 1, true) as i)`, list.rep);
};

const listMethods: Readonly<Record<string, Method>> = {
  map,
  filter,
  flatMap,
  reduce,
  forEach,
  some: decided(true),
  every: decided(false),
  find,
  findIndex,
  slice,
  join,
  push,
  reverse,
  sort: sorted,
  includes: (scope, list, node) => expr(`(${position(scope, list, node)} is not null)`, boolean),
  indexOf: (scope, list, node) => expr(`(coalesce(${position(scope, list, node)}, 0) - 1)::float8`, number),
};

export const compileMethod = (
  scope: Scope,
  node: ts.CallExpression,
  callee: ts.PropertyAccessExpression,
  wanted: Rep | undefined,
): Expr => {
  const name = callee.name.text;
  const known = constantOf(scope, callee.expression);
  const owner =
    known === undefined || typeof known.value !== 'object'
      ? compile(scope, callee.expression)
      : compileAs(scope, callee.expression, scope.unit.types.at(callee.expression));
  const list = owner.rep.kind === 'json' ? expr(`js_items(${owner.sql})`, arrayOf(json)) : owner;
  switch (owner.rep.kind) {
    case 'array':
    case 'json': {
      const method = listMethods[name];
      if (method === undefined)
        return cannot(node, `the method ${name} of a list`, 'use what CONTRIBUTING lists');
      return method(scope, list.atom || name === 'push' ? list : asAtom(scope, list, 'list'), node, wanted);
    }
    case 'set':
      return name === 'has'
        ? expr(`(${position(scope, owner, node)} is not null)`, boolean)
        : cannot(node, `the method ${name} of a Set`, 'use has');
    case 'map':
      return mapMethod(scope, owner, name, node);
    case 'text':
      return compileTextMethod(scope, owner, name, node);
    case 'number':
      return numberMethod(scope, owner, name, node);
    case 'bigint':
      return name === 'toString' && constantOf(scope, argument(node))?.value === 16
        ? expr(`js_hexadecimal(${owner.sql})`, text)
        : cannot(node, 'this method of a bigint', 'use toString(16)');
    default:
      return cannot(node, `the method ${name} of a ${keyOf(owner.rep)}`, 'use what CONTRIBUTING lists');
  }
};

import { bindArguments } from './bindings.ts';
