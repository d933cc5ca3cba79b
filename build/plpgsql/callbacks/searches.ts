// Methods of lists that look for an item: the loop ends with the first one that decides.
import type ts from 'typescript-checker';
import { truthOf } from '../expressions/operators.ts';
import { compileAs } from '../expressions/parts.ts';
import { declare, type Expr, emit, type Scope } from '../scope/scope.ts';
import { cannot } from '../sources/refusal.ts';
import { boolean, keyOf, number } from '../types/reps.ts';
import { expr } from '../types/values.ts';
import { callback } from './closures.ts';
import { argument, each, itemRep, type Method, usesIndex } from './loops.ts';

/** `some` and `every`: the loop ends with the first item that decides. */
export const decided =
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

export const find: Method = (scope, list, node) => {
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

export const findIndex: Method = (scope, list, node) => {
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

/** `indexOf` finds no NaN, which `includes` does. */
export const indexOf: Method = (scope, list, node) => {
  const place = `(coalesce(${position(scope, list, node)}, 0) - 1)::float8`;
  if (itemRep(list).kind !== 'number') return expr(place, number);
  const sought = compileAs(scope, argument(node), number).sql;
  return expr(`case when ${sought} = 'NaN'::float8 then -1::float8 else ${place} end`, number);
};

export const position = (scope: Scope, list: Expr, node: ts.CallExpression): string => {
  const of = itemRep(list);
  if (!['number', 'text', 'boolean'].includes(of.kind))
    return cannot(
      node,
      `the position of a ${keyOf(of)} in a list`,
      'look for a part of it that is a number or a text',
    );
  return `array_position(${list.sql}, ${compileAs(scope, argument(node), of).sql})`;
};
