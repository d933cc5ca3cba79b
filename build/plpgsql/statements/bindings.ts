// Names of the source and what they stand for: parameters, destructured objects and lists, and what a function value
// captures from around it.
import ts from 'typescript-checker';
import { compileAs } from '../expressions/parts.ts';
import { constantOf, resolved } from '../scope/constants.ts';
import {
  asAtom,
  assign,
  type Binding,
  capture,
  declare,
  type Expr,
  emit,
  type FunctionNode,
  indent,
  type Scope,
} from '../scope/scope.ts';
import { quote } from '../scope/unit.ts';
import { cannot } from '../sources/refusal.ts';
import { arrayOf, fieldOf, json, number, type RecordRep, type Rep, record, rest } from '../types/reps.ts';
import { coerce, column, expr, isNull, recordOf, unboxed } from '../types/values.ts';

const symbolOf = (scope: Scope, name: ts.Identifier): ts.Symbol =>
  scope.unit.checker.getSymbolAtLocation(name) ?? cannot(name, 'a name without a symbol', 'rename it');

export const bindValue = (scope: Scope, name: ts.Identifier, value: Expr): void => {
  scope.bindings.set(symbolOf(scope, name), { kind: 'value', expr: value });
};

export const bindLocal = (scope: Scope, name: ts.Identifier, node: FunctionNode): void => {
  scope.bindings.set(symbolOf(scope, name), { kind: 'local', node });
};

const bindConstant = (scope: Scope, name: ts.Identifier, value: unknown): void => {
  scope.bindings.set(symbolOf(scope, name), { kind: 'constant', value });
};

/** A default stands for undefined, not for null, and SQL has one of the two. */
const refuseNull = (scope: Scope, node: ts.Expression): void => {
  if (node.kind === ts.SyntaxKind.NullKeyword) return;
  const { parent } = node;
  const declared =
    ts.isBindingElement(parent) || ts.isParameter(parent) ? givenType(scope, parent) : undefined;
  const parts = declared?.isUnion() ? declared.types : [declared];
  if (parts.some((part) => part !== undefined && (part.flags & ts.TypeFlags.Null) !== 0))
    cannot(node, 'a default of what may also be null', 'leave null out of the type, or use ??');
};

const givenType = (scope: Scope, node: ts.BindingElement | ts.ParameterDeclaration): ts.Type =>
  scope.unit.checker.getTypeAtLocation(node.name);

const withDefault = (scope: Scope, value: Expr, node: ts.Expression | undefined): Expr => {
  if (node === undefined) return value;
  refuseNull(scope, node);
  const variable = declare(scope, 'given', value.rep, value.nullable);
  assign(scope, variable, value);
  const lines = capture(scope, () => assign(scope, variable, compileAs(scope, node, value.rep)));
  emit(scope, `if ${isNull(variable)} then`, ...indent(lines), 'end if;');
  return { ...variable, nullable: false };
};

/** What is left of a record: `{ a, ...others }`. */
const remainder = (scope: Scope, base: Expr, taken: readonly string[], node: ts.Node): Expr => {
  if (base.rep.kind === 'json')
    return expr(`js_without(${base.sql}, array[${taken.map(quote).join(', ')}]::text[])`, json);
  const from = base.rep as RecordRep;
  if (from.kind !== 'record') return cannot(node, 'the rest of this', 'name the parts');
  if (from.open)
    return expr(`js_without(${column(base.sql, rest)}, array[${taken.map(quote).join(', ')}]::text[])`, json);
  const fields = from.fields.filter((f) => !taken.includes(f.name));
  const rep = record(fields);
  return expr(recordOf(scope.unit, rep, new Map(fields.map((f) => [f.name, column(base.sql, f.name)]))), rep);
};

const objectPattern = (scope: Scope, pattern: ts.ObjectBindingPattern, base: Expr): void => {
  const taken: string[] = [];
  for (const element of pattern.elements) {
    const name = (element.propertyName ?? element.name).getText();
    const key = ts.isStringLiteral(element.propertyName ?? element.name)
      ? (element.propertyName as ts.StringLiteral).text
      : name;
    if (element.dotDotDotToken !== undefined) {
      bindPattern(scope, element.name, remainder(scope, base, taken, element));
      continue;
    }
    taken.push(key);
    const own = fieldOf(base.rep, key);
    const beyond =
      base.rep.kind === 'json'
        ? base.sql
        : base.rep.kind === 'record' && base.rep.open
          ? column(base.sql, rest)
          : null;
    if (own === undefined && beyond !== null) {
      const part = expr(`(${beyond} -> ${quote(key)})`, json, { nullable: true });
      bindPattern(scope, element.name, withDefault(scope, part, element.initializer));
      continue;
    }
    if (own === undefined) cannot(element, `the property ${key}`, 'use a property that the type has');
    const part = expr(column(base.sql, key), own.rep, { nullable: own.nullable || own.optional });
    bindPattern(scope, element.name, withDefault(scope, part, element.initializer));
  }
};

const arrayPattern = (scope: Scope, pattern: ts.ArrayBindingPattern, base: Expr): void => {
  pattern.elements.forEach((element, i) => {
    if (!ts.isBindingElement(element)) return;
    const own = fieldOf(base.rep, String(i));
    const part =
      own !== undefined
        ? expr(column(base.sql, String(i)), own.rep, { nullable: own.nullable || own.optional })
        : base.rep.kind === 'array'
          ? expr(unboxed(`${base.sql}[${i + 1}]`, base.rep.of), base.rep.of, { nullable: true })
          : cannot(element, 'this part', 'destructure a list or a tuple');
    bindPattern(scope, element.name, withDefault(scope, part, element.initializer));
  });
};

/** Binds a name, or the names of a pattern, to a value. The value of a name is put into a variable of its own. */
export const bindPattern = (scope: Scope, name: ts.BindingName, value: Expr): void => {
  if (ts.isIdentifier(name)) {
    const variable = declare(scope, name.text, value.rep, value.nullable);
    assign(scope, variable, value);
    bindValue(scope, name, variable);
    return;
  }
  const base = /^v_\w+$/.test(value.sql) ? value : asAtom(scope, { ...value, atom: false }, 'whole');
  if (ts.isObjectBindingPattern(name)) objectPattern(scope, name, base);
  else arrayPattern(scope, name, base);
};

const isNeverAssigned = (name: ts.BindingName, body: ts.Node): boolean => {
  if (!ts.isIdentifier(name)) return true;
  let assigned = false;
  const visit = (node: ts.Node): void => {
    const target = ts.isBinaryExpression(node)
      ? node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
        node.operatorToken.kind <= ts.SyntaxKind.LastAssignment
        ? node.left
        : undefined
      : ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)
        ? node.operand
        : undefined;
    if (target !== undefined && ts.isIdentifier(target) && target.text === name.text) assigned = true;
    ts.forEachChild(node, visit);
  };
  visit(body);
  return !assigned;
};

/** One parameter: a constant where the argument is one, the value itself where it is a variable that nothing changes. */
const bindParameter = (
  scope: Scope,
  { name, initializer }: ts.ParameterDeclaration,
  rep: Rep,
  value: Expr | undefined,
  given: ts.Expression | undefined,
  body: ts.Node,
): void => {
  const isFixed = ts.isIdentifier(name) && isNeverAssigned(name, body);
  const known = given === undefined || !isFixed ? undefined : constantOf(scope, given);
  const isLeft = known !== undefined && known.value === undefined && initializer !== undefined;
  if (known !== undefined && !isLeft) bindConstant(scope, name as ts.Identifier, known.value);
  else if (value === undefined || isLeft) {
    if (initializer !== undefined) bindPattern(scope, name, compileAs(scope, initializer, rep));
  } else {
    const isShared = value.rep.kind === 'json' || value.rep.kind === 'record';
    const held = withDefault(
      scope,
      isShared ? value : coerce(scope, value, rep, name),
      value.nullable ? initializer : undefined,
    );
    if (isFixed && /^v_\w+$/.test(held.sql)) bindValue(scope, name as ts.Identifier, held);
    else bindPattern(scope, name, held);
  }
};

/** The parameters of a function whose body is compiled where it is called. */
export const bindArguments = (
  scope: Scope,
  node: FunctionNode,
  values: readonly Expr[],
  nodes: readonly (ts.Expression | undefined)[] = [],
): void => {
  for (const [i, parameter] of node.parameters.entries())
    bindParameter(scope, parameter, parameterRep(scope, parameter), values[i], nodes[i], node.body ?? node);
};

export const parameterRep = (scope: Scope, parameter: ts.ParameterDeclaration): Rep =>
  /Array/.test(ts.getJSDocType(parameter)?.getText() ?? '')
    ? arrayOf(number)
    : scope.unit.types.at(parameter.name);

/** What a function uses of the names around it, in the order in which it uses them. */
export const capturesOf = (scope: Scope, node: FunctionNode): ReadonlyMap<ts.Symbol, Binding> => {
  const found = new Map<ts.Symbol, Binding>();
  const visit = (inner: ts.Node): void => {
    if (ts.isIdentifier(inner)) {
      const symbol = resolved(scope.unit, inner);
      const binding = symbol === undefined ? undefined : scope.bindings.get(symbol);
      const isOutside = symbol?.valueDeclaration !== undefined && !isWithin(symbol.valueDeclaration, node);
      if (symbol !== undefined && binding !== undefined && isOutside && !found.has(symbol)) {
        found.set(symbol, binding);
        if (binding.kind === 'local') visit(binding.node);
      }
    }
    ts.forEachChild(inner, visit);
  };
  visit(node);
  return found;
};

const isWithin = (declaration: ts.Node, node: ts.Node): boolean =>
  declaration.getSourceFile() === node.getSourceFile() &&
  declaration.pos >= node.pos &&
  declaration.end <= node.end;
