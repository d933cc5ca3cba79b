// Methods of lists, maps, sets, texts and numbers. What takes a callback becomes a loop with the callback's body in it.
import ts from 'typescript-checker';
import { appendAll, appendTo } from '../expressions/lists.ts';
import { truthOf } from '../expressions/operators.ts';
import { compile, compileAs } from '../expressions/parts.ts';
import { compileTextMethod, cutsOf } from '../expressions/text_methods.ts';
import { constantOf } from '../scope/constants.ts';
import { asAtom, assign, capture, declare, type Expr, emit, indent, type Scope } from '../scope/scope.ts';
import { cannot } from '../sources/refusal.ts';
import { bindArguments } from '../statements/bindings.ts';
import { arrayOf, boolean, json, keyOf, nothing, type Rep, text } from '../types/reps.ts';
import { coerce, expr } from '../types/values.ts';
import { callback } from './closures.ts';
import { append, argument, each, emptyList, itemRep, type ListRep, type Method, usesIndex } from './loops.ts';
import { mapMethod, numberMethod } from './map_methods.ts';
import { decided, find, findIndex, indexOf, position } from './searches.ts';
import { sorted } from './sorting.ts';

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
      appendAll(scope, result, value);
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

const slice: Method = (scope, list, node) => {
  const one = asAtom(scope, list, 'list');
  const [from, to] = cutsOf(scope, node);
  return expr(`js_slice(${one.sql}, ${from ?? `0::float8`}, ${to ?? 'null'})`, list.rep);
};

const join: Method = (scope, list, node) => {
  const given = node.arguments[0] === undefined ? null : compileAs(scope, argument(node), text);
  if (given?.nullable) return cannot(node, 'a separator that may be missing', "give it by ?? ','");
  const separator = given === null ? `','` : given.sql;
  if (itemRep(list).kind === 'text') return expr(`array_to_string(${list.sql}, ${separator}, '')`, text);
  return cannot(node, 'a text of what are no texts', 'map to texts before join');
};

const push: Method = (scope, list, node) => {
  if (!/^v_\w+$/.test(list.sql)) return cannot(node, 'a push to this', 'push to a local list');
  argument(node);
  const values = node.arguments.map((given) => compileAs(scope, given, itemRep(list)));
  // All of them are computed before the first one is in the list.
  const items = values.length === 1 ? values : values.map((value) => asAtom(scope, value, 'pushed'));
  for (const item of items) append(scope, list, item);
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
  indexOf,
};

const twoArguments = /^(slice|reduce|set|replaceAll)$/;
const noArguments = /^(reverse|trim|toLowerCase|toUpperCase|toISOString)$/;

/** What a method is given beyond what is compiled of it would be lost. */
const refuseMore = (node: ts.CallExpression, name: string): void => {
  const read = name === 'push' ? Infinity : twoArguments.test(name) ? 2 : noArguments.test(name) ? 0 : 1;
  if (node.arguments.length > read)
    cannot(node, `${name} with ${node.arguments.length} arguments`, `give it ${read}`);
  if (node.arguments.some(ts.isSpreadElement))
    cannot(node, `${name} of a spread`, 'give it one argument after the other');
};

export const compileMethod = (
  scope: Scope,
  node: ts.CallExpression,
  callee: ts.PropertyAccessExpression,
  wanted: Rep | undefined,
): Expr => {
  const name = callee.name.text;
  refuseMore(node, name);
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
