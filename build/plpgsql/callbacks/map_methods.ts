// Methods of maps and of numbers.
import type ts from 'typescript-checker';
import { type MapRep, placeOf, setValue, valueAt } from '../expressions/maps.ts';
import { compileAs } from '../expressions/parts.ts';
import { isWhole } from '../expressions/whole.ts';
import { constantOf } from '../scope/constants.ts';
import { asAtom, type Expr, type Scope } from '../scope/scope.ts';
import { cannot } from '../sources/refusal.ts';
import { boolean, number, text } from '../types/reps.ts';
import { expr } from '../types/values.ts';
import { argument } from './loops.ts';

export const mapMethod = (scope: Scope, owner: Expr, name: string, node: ts.CallExpression): Expr => {
  const { key, value } = owner.rep as MapRep;
  switch (name) {
    case 'get':
      return valueAt(owner, compileAs(scope, argument(node), key).sql);
    case 'has':
      return expr(`(${placeOf(owner, compileAs(scope, argument(node), key).sql)} is not null)`, boolean);
    case 'set': {
      const { map } = owner;
      if (map === undefined) return cannot(node, 'set of this map', 'set what is a local constant');
      const own = asAtom(scope, compileAs(scope, argument(node), key), 'key');
      const held = asAtom(scope, compileAs(scope, argument(node, 1), value), 'value');
      setValue(scope, { ...owner, map }, own, held);
      return owner;
    }
    default:
      return cannot(node, `the method ${name} of a Map`, 'use get, set and has');
  }
};

export const numberMethod = (scope: Scope, owner: Expr, name: string, node: ts.CallExpression): Expr => {
  const digits = (least: number, most: number): string => {
    const given = argument(node);
    const known = constantOf(scope, given)?.value;
    const isDigits = typeof known === 'number' && Number.isInteger(known) && known >= least && known <= most;
    if (known !== undefined && !isDigits)
      return cannot(node, 'this number of digits', `ask for ${least} to ${most}, a whole number`);
    const { sql } = compileAs(scope, given, number);
    return known !== undefined || isWhole(scope, given) ? `(${sql})::int` : `trunc(${sql})::int`;
  };
  switch (name) {
    case 'toFixed':
      return expr(`js_fixed(${owner.sql}, ${digits(0, 100)})`, text);
    case 'toPrecision':
      if (Number(constantOf(scope, argument(node))?.value ?? 99) > 15)
        return cannot(node, 'more than 15 digits', 'ask for at most 15, as a number that is written there');
      return expr(`js_precision(${owner.sql}, ${digits(1, 15)})`, text);
    case 'toISOString':
      return expr(`js_iso(${owner.sql})`, text);
    default:
      return cannot(node, `the method ${name} of a number`, 'use toFixed and toPrecision');
  }
};
