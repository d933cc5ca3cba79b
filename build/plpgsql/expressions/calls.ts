// Calls: of functions of the sources, of function values, of what is built in. A function that is written inside another
// is compiled where it is called, so that it sees what is around it. Knows no method of a list or a text.
import ts from 'typescript-checker';
import { callback, callValue } from '../callbacks/closures.ts';
import { compileMethod } from '../callbacks/methods.ts';
import { validated } from '../schemas/schemas.ts';
import { resolved, topLevel, topLevelFunction } from '../scope/constants.ts';
import { asAtom, declare, type Expr, emit, type FunctionNode, type Scope } from '../scope/scope.ts';
import { answersBoolean, knownMath } from '../sources/known_math.ts';
import { cannot } from '../sources/refusal.ts';
import { parameterRep } from '../statements/bindings.ts';
import { callInline, callRoutine, returnRep } from '../statements/functions.ts';
import { passedRep } from '../statements/usage.ts';
import { boolean, fieldOf, nothing, number, type Rep, text } from '../types/reps.ts';
import { expr } from '../types/values.ts';
import { compileBuiltIn, constructed } from './built_ins.ts';
import { appendOne, appendTo } from './lists.ts';
import { compile, compileAs } from './parts.ts';
import { matches } from './text_methods.ts';

const isFrom = (declaration: ts.Node | undefined, file: string): boolean =>
  declaration?.getSourceFile().fileName.endsWith(file) ?? false;

/** `var floor = require('@stdlib/math-base-special-floor')` of a module that the runtime has. */
const knownMathOf = (declaration: ts.Node | undefined): string | undefined => {
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)) return undefined;
  const module = /^require\( '@stdlib\/([^'/]+)' \)$/.exec(declaration.initializer?.getText() ?? '');
  return module === null ? undefined : knownMath[module[1] as string];
};

const mathCall = (scope: Scope, name: string, values: readonly Expr[]): Expr => {
  const call = (parts: readonly Expr[]): string => `${name}(${parts.map((p) => p.sql).join(', ')})`;
  if (name !== 'js_ldexp') return expr(call(values), answersBoolean(name) ? boolean : number);
  const [x, exponent] = values.map((value) => asAtom(scope, value)) as [Expr, Expr];
  const isPlain = `abs(${x.sql}) between 1e-30::float8 and 1e30::float8 and ${exponent.sql} between -900 and 900`;
  const power = `${x.sql} * power('2'::float8, ${exponent.sql})`;
  return expr(`case when ${isPlain} then ${power} else ${call([x, exponent])} end`, number);
};

/** What the sources call and the compiler knows by name: a refusal, a parsed input, a remembered result. */
export const known = (scope: Scope, node: ts.CallExpression): Expr | undefined => {
  const declaration = topLevel(scope.unit, node.expression);
  const name = node.expression.getText();
  if (name === 'refuse' && isFrom(declaration, '/plv8/errors.ts')) {
    const [code, message, hint] = node.arguments as unknown as [ts.Expression, ts.Expression, ts.Expression];
    const parts = [code, message, hint].map((part) => compileAs(scope, part, text).sql);
    emit(scope, `perform js_refuse(${parts.join(', ')});`);
    return expr('null', nothing, { atom: true, nullable: true });
  }
  const math = knownMathOf(declaration);
  if (math !== undefined) {
    const values = node.arguments.map((a) => compileAs(scope, a, number));
    return mathCall(scope, math, values);
  }
  if (name === 'parse' && isFrom(declaration, '/plv8/parse.ts')) return validated(scope, node);
  if (name === 'remembered' && isFrom(declaration, '/plv8/remembered.ts')) {
    const compute = node.arguments[1] as ts.Expression;
    return callback(scope, compute)([]);
  }
  return undefined;
};

const callName = (
  scope: Scope,
  node: ts.CallExpression,
  name: ts.Identifier,
  wanted: Rep | undefined,
): Expr => {
  const symbol = resolved(scope.unit, name);
  const binding = symbol === undefined ? undefined : scope.bindings.get(symbol);
  if (binding?.kind === 'local') {
    return callInline(scope, binding.node, valuesFor(scope, node, binding.node), wanted, [...node.arguments]);
  }
  if (binding?.kind === 'value')
    return callValue(scope, binding.expr, argumentsOf(scope, node, binding.expr.rep), node);
  const f = topLevelFunction(scope.unit, name);
  if (f === undefined) return compileBuiltIn(scope, node, name);
  const values = valuesFor(scope, node, f);
  return isShort(f) && values.length === f.parameters.length
    ? callInline(scope, f, values, returnRep(scope, f))
    : callRoutine(scope, name, f, values, node);
};

/** A call costs a microsecond: what is short, and calls itself neither directly nor in a loop, is written in its place. */
const isShort = (f: FunctionNode): boolean => {
  const isMath = f.getSourceFile().fileName.includes('/@stdlib/');
  if ((f.typeParameters ?? []).length > 0 || f.body === undefined) return false;
  if (!ts.isBlock(f.body))
    return f.body.getWidth() < 120 && !/=>|refuse|\?|remembered/.test(f.body.getText());
  return isMath && f.body.getWidth() < 700 && !/\b(for|while|do|switch)\b/.test(f.body.getText());
};

/** The arguments of a function of the sources; those of a rest parameter as one list. */
const valuesFor = (scope: Scope, node: ts.CallExpression, f: FunctionNode): readonly Expr[] =>
  f.parameters.flatMap((parameter, i): readonly Expr[] => {
    const rep = passedRep(scope.unit, f, i, parameterRep(scope, parameter));
    if (parameter.dotDotDotToken !== undefined) {
      const list = declare(scope, 'rest', rep);
      emit(scope, `${list.sql} := '{}';`);
      for (const argument of node.arguments.slice(i))
        if (ts.isSpreadElement(argument)) appendTo(scope, list, argument.expression);
        else appendOne(scope, list, argument);
      return [list];
    }
    const argument = node.arguments[i];
    return argument === undefined ? [] : [compileAs(scope, argument, rep)];
  });

const argumentsOf = (scope: Scope, node: ts.CallExpression, rep: Rep): readonly Expr[] =>
  node.arguments.map((a, i) => compile(scope, a, rep.kind === 'function' ? rep.parameters[i] : undefined));

export const compileCall = (
  scope: Scope,
  node: ts.CallExpression | ts.NewExpression,
  wanted: Rep | undefined,
): Expr => {
  if (ts.isNewExpression(node)) return constructed(scope, node);
  const special = known(scope, node);
  if (special !== undefined) return special;
  const callee = node.expression;
  if (ts.isIdentifier(callee)) return callName(scope, node, callee, wanted);
  if (!ts.isPropertyAccessExpression(callee))
    return callValue(
      scope,
      asAtom(scope, compile(scope, callee)),
      node.arguments.map((a) => compile(scope, a)),
      node,
    );
  if (ts.isRegularExpressionLiteral(callee.expression)) return testOf(scope, node, callee.expression);
  const f = topLevelFunction(scope.unit, callee);
  if (f !== undefined)
    return callRoutine(
      scope,
      callee,
      f,
      node.arguments.map((a) => compile(scope, a)),
      node,
    );
  if (ts.isIdentifier(callee.expression) && isBuiltInOwner(scope, callee.expression))
    return compileBuiltIn(scope, node, callee);
  const own = fieldOf(scope.unit.types.at(callee.expression), callee.name.text);
  if (own?.rep.kind === 'function')
    return callValue(scope, compile(scope, callee), argumentsOf(scope, node, own.rep), node);
  return compileMethod(scope, node, callee, wanted);
};

const testOf = (scope: Scope, node: ts.CallExpression, pattern: ts.RegularExpressionLiteral): Expr => {
  const [argument] = node.arguments;
  const source = /^\/(.*)\/$/.exec(pattern.text)?.[1];
  if (argument === undefined || source === undefined)
    return cannot(node, 'a regular expression with flags', 'leave the flags out');
  return matches(compileAs(scope, argument, text).sql, source, node);
};

const isBuiltInOwner = (scope: Scope, node: ts.Identifier): boolean =>
  /^(Math|Number|Object|Array|JSON|Date|Float64Array|String)$/.test(node.text) &&
  topLevel(scope.unit, node) === undefined;
