// Functions as values: the number of the place where one is written, with what it captures. And callbacks, which a loop
// calls.
import ts from 'typescript-checker';
import { compile } from '../expressions/parts.ts';
import { resolved, topLevelFunction } from '../scope/constants.ts';
import {
  asAtom,
  bodyOf,
  type Expr,
  emit,
  type FunctionNode,
  freshName,
  openScope,
  type Scope,
} from '../scope/scope.ts';
import { plpgsql, type Routine, routineName, tagOf } from '../scope/unit.ts';
import { cannot } from '../sources/refusal.ts';
import { capturesOf } from '../statements/bindings.ts';
import { callInline, callRoutine } from '../statements/functions.ts';
import { type FunctionRep, keyOf, type Rep } from '../types/reps.ts';
import { coerce, expr, nullOf } from '../types/values.ts';

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
    const routine = closureRoutine(scope, f, rep, captures, own.name);
    closure = { tag: tagOf(routine.name), captures: values.map((v) => v.rep), routine: routine.name };
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
      name: scope.unit.uniqueName(
        routineName(node.getSourceFile().fileName, 'value'),
        [node.getText(), owner, ...held.map(keyOf)].join(),
      ),
      parameters: [...held, ...rep.parameters],
      result: rep.result,
    }),
    (made) => {
      const inner = openScope(scope, { rep: rep.result, give: () => undefined });
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

export const callValue = (scope: Scope, f: Expr, values: readonly Expr[], node: ts.Node): Expr => {
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
    return (values) => scope.compiler.builtIn(scope, node, node, values);
  const value = asAtom(scope, compile(scope, node), 'callback');
  if (value.rep.kind !== 'function') return cannot(node, 'this callback', 'write an arrow function');
  return (values) => callValue(scope, value, values, node);
};
