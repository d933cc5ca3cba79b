// Functions of the sources: compiled where they are called, so that they see what is around them, or as a routine of their
// own. Knows no call of anything else.
import ts from 'typescript-checker';
import { compile, compileAs } from '../expressions/parts.ts';
import { constantOf, topLevel } from '../scope/constants.ts';
import {
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
} from '../scope/scope.ts';
import { plpgsql, type Routine, routineName } from '../scope/unit.ts';
import { refuseUnsound } from '../soundness/soundness.ts';
import { cannot } from '../sources/refusal.ts';
import { keyOf, nothing, type Rep, text } from '../types/reps.ts';
import { isGeneric, isNullable } from '../types/types.ts';
import { coerce, expr, nullOf } from '../types/values.ts';
import { bindArguments, bindValue, parameterRep } from './bindings.ts';
import { compileBlock } from './statements.ts';
import { passedRep } from './usage.ts';

export const returnRep = (scope: Scope, node: FunctionNode): Rep => {
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
  refuseUnsound(scope.unit.checker, node);
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
  refuseUnsound(scope.unit.checker, node);
  const inner = openScope(scope, returns);
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
  if (ts.isBlock(body)) {
    compileBlock(inner, body);
    if (routine.result.kind === 'null') emit(inner, 'return null;');
  } else emit(inner, `return ${compileAs(inner, body, routine.result).sql};`);
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

/** The arguments that are texts known when the engine is built, by the place of their parameter. */
const knownTexts = (
  scope: Scope,
  node: FunctionNode,
  call: ts.CallExpression | undefined,
): readonly Known[] =>
  node.parameters.map((_, i) => {
    const argument = call?.arguments[i];
    const constant = argument === undefined ? undefined : constantOf(scope, argument);
    return typeof constant?.value === 'string' ? constant : undefined;
  });

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
  const known = knownTexts(scope, node, hasTypes ? call : undefined);
  const reps = node.parameters.flatMap((p, i) =>
    known[i] === undefined ? [passedRep(scope.unit, node, i, parameterRep(scope, p))] : [],
  );
  const result = !hasTypes
    ? returnRep(scope, node)
    : isGeneric(call)
      ? inferredResult(scope, node, reps, known)
      : scope.unit.types.at(call);
  const special = `${JSON.stringify(known.map((k) => k?.value ?? null))} ${keyOf(result)}`;
  const routine = scope.unit.routine(
    `function ${file} ${own} ${node.pos} ${special}`,
    () => ({
      name: scope.unit.uniqueName(routineName(file, own), hasTypes ? special : undefined),
      parameters: reps,
      result,
    }),
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
