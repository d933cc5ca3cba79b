// Methods of maps and of numbers.
import type ts from 'typescript-checker';
import { compileAs } from '../expressions/parts.ts';
import { constantOf } from '../scope/constants.ts';
import { asAtom, type Expr, emit, freshName, type Scope } from '../scope/scope.ts';
import { cannot } from '../sources/refusal.ts';
import { boolean, number, type Rep, text } from '../types/reps.ts';
import { boxed, expr, unboxed } from '../types/values.ts';
import { argument } from './loops.ts';

export const mapMethod = (scope: Scope, owner: Expr, name: string, node: ts.CallExpression): Expr => {
  const { key, value } = owner.rep as { readonly key: Rep; readonly value: Rep };
  const at = (): string => `array_position(${part('k')}, ${compileAs(scope, argument(node), key).sql})`;
  const part = (column: string): string =>
    /^v_\w+$/.test(owner.sql) ? `${owner.sql}.${column}` : `(${owner.sql}).${column}`;
  switch (name) {
    case 'get':
      return expr(unboxed(`(${part('v')})[${at()}]`, value), value, { nullable: true });
    case 'has':
      return expr(`(${at()} is not null)`, boolean);
    case 'set': {
      const found = freshName(scope, 'at');
      scope.declared.set(found, 'int4');
      const own = asAtom(scope, compileAs(scope, argument(node), key), 'key');
      const held = asAtom(scope, compileAs(scope, argument(node, 1), value), 'value');
      emit(scope, `${found} := array_position(${part('k')}, ${own.sql});`);
      emit(scope, `if ${found} is null then`, `  ${part('k')} := array_append(${part('k')}, ${own.sql});`);
      emit(scope, `  ${part('v')} := array_append(${part('v')}, ${boxed(scope.unit, held)});`);
      emit(scope, 'else', `  ${part('v')}[${found}] := ${boxed(scope.unit, held)};`, 'end if;');
      return owner;
    }
    default:
      return cannot(node, `the method ${name} of a Map`, 'use get, set and has');
  }
};

export const numberMethod = (scope: Scope, owner: Expr, name: string, node: ts.CallExpression): Expr => {
  const digits = (): string => `(${compileAs(scope, argument(node), number).sql})::int`;
  switch (name) {
    case 'toFixed':
      return expr(`js_fixed(${owner.sql}, ${digits()})`, text);
    case 'toPrecision':
      if (Number(constantOf(scope, argument(node))?.value ?? 99) > 15)
        return cannot(node, 'more than 15 digits', 'ask for at most 15, as a number that is written there');
      return expr(`js_precision(${owner.sql}, ${digits()})`, text);
    case 'toISOString':
      return expr(`js_iso(${owner.sql})`, text);
    default:
      return cannot(node, `the method ${name} of a number`, 'use toFixed and toPrecision');
  }
};
