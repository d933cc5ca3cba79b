// Calls: of functions of the sources, of function values, of what is built in. A function that is written inside another
// is compiled where it is called, so that it sees what is around it. Knows no method of a list or a text.
import ts from 'typescript-checker';
import { bindArguments, bindValue, capturesOf, parameterRep } from './bindings.ts';
import { compileBuiltIn, constructed } from './built_ins.ts';
import { constantOf, resolved, topLevel, topLevelFunction } from './constants.ts';
import { compile, compileAs } from './expressions.ts';
import { answersBoolean, knownMath } from './known_math.ts';
import { appendOne, appendTo } from './literals.ts';
import { compileMethod } from './methods.ts';
import { cannot } from './refusal.ts';
import { validated } from './schemas.ts';
import {
  asAtom,
  bodyOf,
  capture,
  declare,
  type Expr,
  emit,
  type FunctionNode,
  freshName,
  indent,
  label,
  openScope,
  type ReturnTarget,
  type Scope,
} from './scope.ts';
import { compileBlock } from './statements.ts';
import { matches } from './text_methods.ts';
import {
  boolean,
  type FunctionRep,
  fieldOf,
  isGeneric,
  isNullable,
  keyOf,
  nothing,
  number,
  type Rep,
  text,
} from './types.ts';
import { plpgsql, type Routine, routineName } from './unit.ts';
import { coerce, expr, nullOf } from './values.ts';

const returnRep = (scope: Scope, node: FunctionNode): Rep => {
  const signature = scope.unit.checker.getSignatureFromDeclaration(node);
  return signature === undefined ? nothing : scope.unit.types.of(signature.getReturnType(), node);
};

/** The body of a function, compiled where it is called. */
export const callInline = (
  scope: Scope,
  node: FunctionNode,
  values: readonly Expr[],
  wanted: Rep | undefined,
  nodes: readonly (ts.Expression | undefined)[] = [],
): Expr => {
  bindArguments(scope, node, values, nodes);
  const { body } = node;
  if (body === undefined) return cannot(node, 'a function without a body', 'give it a body');
  if (!ts.isBlock(body)) return compile(scope, body, wanted ?? returnRep(scope, node));
  const only = body.statements.length === 1 ? body.statements[0] : undefined;
  const rep = wanted ?? returnRep(scope, node);
  if (only !== undefined && ts.isReturnStatement(only) && only.expression !== undefined)
    return compileAs(scope, only.expression, rep);
  const result = declare(scope, 'result', rep, true);
  const end = label(scope, 'end');
  const outer = { returns: scope.returns, breakTo: scope.breakTo, continueTo: scope.continueTo };
  scope.returns = {
    rep,
    give: (inner, value) => {
      if (value !== null) emit(inner, `${result.sql} := ${value.sql};`);
      emit(inner, `exit ${end};`);
    },
  };
  Object.assign(scope, { breakTo: null, continueTo: null });
  const lines = capture(scope, () => compileBlock(scope, body));
  Object.assign(scope, outer);
  const exits = lines.filter((line) => line.includes(`exit ${end};`)).length;
  if (exits === 1 && lines.at(-1) === `exit ${end};`) emit(scope, ...lines.slice(0, -1));
  else if (exits === 0) emit(scope, ...lines);
  else emit(scope, `<<${end}>>`, 'begin', ...indent(lines), `end ${end};`);
  return result;
};

type Known = { readonly value: unknown } | undefined;

/** A scope with the parameters of a function: variables, but for those whose argument is known. */
const openRoutine = (
  scope: Scope,
  node: FunctionNode,
  reps: readonly Rep[],
  known: readonly Known[],
  returns: ReturnTarget,
): { readonly inner: Scope; readonly parameters: readonly string[] } => {
  const inner = openScope(scope.unit, returns);
  const parameters: string[] = [];
  const values: Expr[] = [];
  let next = 0;
  node.parameters.forEach((parameter, i) => {
    if (known[i] !== undefined) {
      values.push(nullOf(scope.unit, text));
      return;
    }
    const rep = reps[next] as Rep;
    next += 1;
    const name = freshName(inner, ts.isIdentifier(parameter.name) ? parameter.name.text : 'given');
    parameters.push(`${name} ${scope.unit.sqlType(rep)}`);
    const value = expr(name, rep, { atom: true, nullable: true });
    values.push(value);
    if (ts.isIdentifier(parameter.name)) bindValue(inner, parameter.name, value);
    if (parameter.initializer === undefined) return;
    const lines = capture(inner, () =>
      emit(inner, `${name} := ${compileAs(inner, parameter.initializer as ts.Expression, rep).sql};`),
    );
    emit(inner, `if ${name} is not distinct from null then`, ...indent(lines), 'end if;');
  });
  bindArguments(inner, node, values);
  node.parameters.forEach((parameter, i) => {
    const constant = known[i];
    const symbol = scope.unit.checker.getSymbolAtLocation(parameter.name);
    if (constant !== undefined && symbol !== undefined)
      inner.bindings.set(symbol, { kind: 'constant', value: constant.value });
  });
  return { inner, parameters };
};

const routineText = (scope: Scope, node: FunctionNode, routine: Routine, known: readonly Known[]): string => {
  const { inner, parameters } = openRoutine(scope, node, routine.parameters, known, {
    rep: routine.result,
    give: (s, value) => emit(s, value === null ? 'return null;' : `return ${value.sql};`),
  });
  const body = node.body as ts.ConciseBody;
  if (ts.isBlock(body)) compileBlock(inner, body);
  else emit(inner, `return ${compileAs(inner, body, routine.result).sql};`);
  return plpgsql(routine.name, parameters, scope.unit.sqlType(routine.result), bodyOf(inner));
};

/** What a function returns, from its body: where the checker only knows names of types. */
const inferredResult = (
  scope: Scope,
  node: FunctionNode,
  reps: readonly Rep[],
  known: readonly Known[],
): Rep => {
  let found: Rep | undefined;
  const { inner } = openRoutine(scope, node, reps, known, {
    rep: null,
    give: (_, value) => {
      found ??= value?.rep;
    },
  });
  const body = node.body as ts.ConciseBody;
  if (ts.isBlock(body)) compileBlock(inner, body);
  else found = compile(inner, body).rep;
  return found ?? nothing;
};

const mayReturnNull = (scope: Scope, node: FunctionNode): boolean => {
  const signature = scope.unit.checker.getSignatureFromDeclaration(node);
  return signature === undefined || isNullable(signature.getReturnType());
};

/** A call of a function at the top level. One with type parameters is compiled anew for the texts that it is given. */
export const callRoutine = (
  scope: Scope,
  name: ts.Node,
  node: FunctionNode,
  values: readonly Expr[],
  call?: ts.CallExpression,
): Expr => {
  const declaration = topLevel(scope.unit, name);
  const file = node.getSourceFile().fileName;
  const own = declaration?.name?.getText() ?? name.getText();
  const hasTypes = (node.typeParameters ?? []).length > 0 && call !== undefined;
  const known = node.parameters.map((_, i) => {
    const argument = hasTypes ? call?.arguments[i] : undefined;
    const constant = argument === undefined ? undefined : constantOf(scope, argument);
    return typeof constant?.value === 'string' ? constant : undefined;
  });
  const parameters = node.parameters.filter((_, i) => known[i] === undefined);
  const reps = parameters.map((p) => parameterRep(scope, p));
  const result = !hasTypes
    ? returnRep(scope, node)
    : isGeneric(call)
      ? inferredResult(scope, node, reps, known)
      : scope.unit.types.at(call);
  const routine = scope.unit.routine(
    `function ${file} ${own} ${node.pos} ${JSON.stringify(known.map((k) => k?.value ?? null))} ${keyOf(result)}`,
    () => ({ name: scope.unit.uniqueName(routineName(file, own)), parameters: reps, result }),
    (made) => routineText(scope, node, made, known),
  );
  const given = values.filter((_, i) => known[i] === undefined);
  const passed = reps.map((rep, i) => {
    const value = given[i];
    return value === undefined ? nullOf(scope.unit, rep).sql : coerce(scope, value, rep, call ?? name).sql;
  });
  return expr(`${routine.name}(${passed.join(', ')})`, routine.result, {
    nullable: mayReturnNull(scope, node),
  });
};

const closureKey = (node: ts.Node, captures: ReadonlyMap<ts.Symbol, unknown>): string =>
  `${node.getSourceFile().fileName} ${node.pos} ${captures.size}`;

const isFunctionNode = (node: ts.Node): node is ts.ArrowFunction | ts.FunctionExpression =>
  ts.isArrowFunction(node) || ts.isFunctionExpression(node);

/** A function as a value: the number of the place where it is written, with what it captures. */
export const functionValueOf = (scope: Scope, node: ts.Expression, wanted: Rep | undefined): Expr => {
  const rep = wanted?.kind === 'function' ? wanted : (scope.unit.types.at(node) as FunctionRep);
  if (rep.kind !== 'function') return cannot(node, 'a function here', 'call it');
  const symbol = ts.isIdentifier(node) ? resolved(scope.unit, node) : undefined;
  const binding = symbol === undefined ? undefined : scope.bindings.get(symbol);
  const f = isFunctionNode(node)
    ? node
    : binding?.kind === 'local'
      ? binding.node
      : topLevelFunction(scope.unit, node);
  if (f === undefined) return cannot(node, 'this function as a value', 'write an arrow function');
  const own = scope.unit.closureClass(rep);
  const captures = capturesOf(scope, f);
  const values = [...captures].flatMap(([, b]) => (b.kind === 'value' ? [b.expr] : []));
  const key = closureKey(f, captures);
  let closure = own.closures.get(key);
  if (closure === undefined) {
    const tag = own.closures.size + 1;
    const routine = closureRoutine(scope, f, rep, captures, own.name);
    closure = { tag, captures: values.map((v) => v.rep), routine: routine.name };
    own.closures.set(key, closure);
  }
  return expr(`${own.name}_make_${closure.tag}(${values.map((v) => v.sql).join(', ')})`, rep);
};

const closureRoutine = (
  scope: Scope,
  node: FunctionNode,
  rep: FunctionRep,
  captures: ReturnType<typeof capturesOf>,
  owner: string,
): Routine => {
  const held = [...captures].flatMap(([, b]) => (b.kind === 'value' ? [b.expr.rep] : []));
  return scope.unit.routine(
    `closure ${owner} ${closureKey(node, captures)}`,
    () => ({
      name: scope.unit.uniqueName(routineName(node.getSourceFile().fileName, 'value')),
      parameters: [...held, ...rep.parameters],
      result: rep.result,
    }),
    (made) => {
      const inner = openScope(scope.unit, { rep: rep.result, give: () => undefined });
      const parameters: string[] = [];
      const parameter = (hint: string, of: Rep): Expr => {
        const name = freshName(inner, hint);
        parameters.push(`${name} ${scope.unit.sqlType(of)}`);
        return expr(name, of, { atom: true, nullable: true });
      };
      for (const [symbol, b] of captures)
        inner.bindings.set(
          symbol,
          b.kind === 'value'
            ? { kind: 'value', expr: { ...parameter(symbol.name, b.expr.rep), nullable: b.expr.nullable } }
            : b,
        );
      const given = rep.parameters.map((of, i) => parameter(`given${i}`, of));
      const result = callInline(inner, node, given, rep.result);
      emit(inner, `return ${coerce(inner, result, rep.result, node).sql};`);
      return plpgsql(made.name, parameters, scope.unit.sqlType(rep.result), bodyOf(inner));
    },
  );
};

const callValue = (scope: Scope, f: Expr, values: readonly Expr[], node: ts.Node): Expr => {
  const rep = f.rep as FunctionRep;
  const own = scope.unit.closureClass(rep);
  const passed = rep.parameters.map((of, i) => {
    const value = values[i];
    return value === undefined ? nullOf(scope.unit, of).sql : coerce(scope, value, of, node).sql;
  });
  return expr(`${own.name}_call(${[f.sql, ...passed].join(', ')})`, rep.result, { nullable: true });
};

/** How a callback is called, prepared outside the loop that calls it. */
export const callback = (
  scope: Scope,
  node: ts.Expression,
  wanted?: Rep,
): ((values: readonly Expr[]) => Expr) => {
  if (isFunctionNode(node)) return (values) => callInline(scope, node, values, wanted);
  const symbol = ts.isIdentifier(node) ? resolved(scope.unit, node) : undefined;
  const binding = symbol === undefined ? undefined : scope.bindings.get(symbol);
  if (binding?.kind === 'local') return (values) => callInline(scope, binding.node, values, wanted);
  const f = topLevelFunction(scope.unit, node);
  if (f !== undefined) return (values) => callRoutine(scope, node, f, values.slice(0, f.parameters.length));
  if (ts.isPropertyAccessExpression(node) && /^(Number|Math)$/.test(node.expression.getText()))
    return (values) => compileBuiltIn(scope, node, node, values);
  const value = asAtom(scope, compile(scope, node), 'callback');
  if (value.rep.kind !== 'function') return cannot(node, 'this callback', 'write an arrow function');
  return (values) => callValue(scope, value, values, node);
};

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
const known = (scope: Scope, node: ts.CallExpression): Expr | undefined => {
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
    const rep = parameterRep(scope, parameter);
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
