// What of the source is known when the engine is built: literals, names at the top level whose value is data, and what
// functions at the top level make of such values. Knows how to find the value, not how it is written in SQL.
import ts from 'typescript-checker';
import type { FunctionNode, Scope } from './scope.ts';
import type { Unit } from './unit.ts';

export type Known = { readonly value: unknown };

export const resolved = (unit: Unit, node: ts.Node): ts.Symbol | undefined => {
  const found = ts.isShorthandPropertyAssignment(node.parent)
    ? unit.checker.getShorthandAssignmentValueSymbol(node.parent)
    : unit.checker.getSymbolAtLocation(node);
  if (found === undefined) return undefined;
  if ((found.flags & ts.SymbolFlags.Alias) === 0) return found;
  const target = unit.checker.getAliasedSymbol(found);
  // What is required from a module that is not compiled stays what it is called here.
  return target.declarations === undefined ? found : target;
};

const isTopLevel = (node: ts.Node): boolean =>
  ts.isVariableDeclaration(node)
    ? ts.isSourceFile(node.parent.parent.parent)
    : ts.isFunctionDeclaration(node) && ts.isSourceFile(node.parent);

/** What a CommonJS module exports: `module.exports = x`. */
const exported = (unit: Unit, node: ts.Node): ts.Declaration | undefined => {
  if (ts.isBinaryExpression(node) && ts.isIdentifier(node.right)) return declarationOf(unit, node.right);
  if (!ts.isSourceFile(node)) return undefined;
  for (const statement of node.statements) {
    if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) continue;
    const { left, right } = statement.expression;
    if (left.getText() === 'module.exports' && ts.isIdentifier(right)) return declarationOf(unit, right);
  }
  return undefined;
};

const requiredFile = (unit: Unit, node: ts.VariableDeclaration): ts.SourceFile | undefined => {
  const call = node.initializer;
  if (call === undefined || !ts.isCallExpression(call) || call.expression.getText() !== 'require')
    return undefined;
  const [name] = call.arguments;
  if (name === undefined || !ts.isStringLiteral(name)) return undefined;
  const file = unit.sources.resolveFrom(name.text, node.getSourceFile().fileName);
  return file === null ? undefined : unit.sources.program.getSourceFile(file);
};

/** Where a name is declared, through imports and `require`. */
export const declarationOf = (unit: Unit, node: ts.Node): ts.Declaration | undefined => {
  const symbol = resolved(unit, node);
  const declaration = symbol?.valueDeclaration ?? symbol?.declarations?.[0];
  if (declaration === undefined) return undefined;
  if (ts.isVariableDeclaration(declaration)) {
    const file = requiredFile(unit, declaration);
    if (file !== undefined) return exported(unit, file) ?? defaultOf(unit, file) ?? declaration;
  }
  if (ts.isExportAssignment(declaration)) return declarationOf(unit, declaration.expression);
  return exported(unit, declaration) ?? declaration;
};

const defaultOf = (unit: Unit, file: ts.SourceFile): ts.Declaration | undefined => {
  const assignment = file.statements.find(ts.isExportAssignment);
  return assignment === undefined ? undefined : declarationOf(unit, assignment.expression);
};

const holdsFunction = (value: unknown): boolean =>
  typeof value === 'function' ||
  (typeof value === 'object' && value !== null && Object.values(value).some(holdsFunction));

/** The declaration of a name at the top level of a file. */
export const topLevel = (
  unit: Unit,
  node: ts.Node,
): ts.VariableDeclaration | ts.FunctionDeclaration | undefined => {
  const declaration = declarationOf(unit, node);
  return declaration !== undefined &&
    !declaration.getSourceFile().isDeclarationFile &&
    (ts.isVariableDeclaration(declaration) || ts.isFunctionDeclaration(declaration)) &&
    isTopLevel(declaration)
    ? declaration
    : undefined;
};

/** The function that a name at the top level stands for. */
export const topLevelFunction = (unit: Unit, node: ts.Node): FunctionNode | undefined => {
  const declaration = topLevel(unit, node);
  if (declaration === undefined) return undefined;
  if (ts.isFunctionDeclaration(declaration)) return declaration;
  const { initializer } = declaration;
  return initializer !== undefined &&
    (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer))
    ? initializer
    : undefined;
};

const builtIn: Readonly<Record<string, unknown>> = { Math, Number, Infinity, NaN };

const ofName = (scope: Scope, node: ts.Identifier): Known | undefined => {
  const symbol = resolved(scope.unit, node);
  const binding = symbol === undefined ? undefined : scope.bindings.get(symbol);
  if (binding !== undefined) return binding.kind === 'constant' ? { value: binding.value } : undefined;
  if (node.text === 'undefined') return { value: undefined };
  const declaration = topLevel(scope.unit, node);
  const part = symbol?.valueDeclaration;
  if (
    part !== undefined &&
    ts.isBindingElement(part) &&
    ts.isSourceFile(part.parent.parent.parent.parent.parent)
  )
    return { value: scope.unit.evaluation.valueOf(part.getSourceFile().fileName, part.name.getText()) };
  if (declaration === undefined)
    return symbol?.declarations?.every((d) => d.getSourceFile().isDeclarationFile) && node.text in builtIn
      ? { value: builtIn[node.text] }
      : undefined;
  if (ts.isFunctionDeclaration(declaration) || (declaration.parent.flags & ts.NodeFlags.Let) !== 0)
    return undefined;
  const name = declaration.name.getText();
  const value = scope.unit.evaluation.valueOf(declaration.getSourceFile().fileName, name);
  return value instanceof Map || holdsFunction(value) ? undefined : { value };
};

const operators: Partial<Record<ts.SyntaxKind, (a: never, b: never) => unknown>> = {
  [ts.SyntaxKind.PlusToken]: (a: number, b: number) => a + b,
  [ts.SyntaxKind.MinusToken]: (a: number, b: number) => a - b,
  [ts.SyntaxKind.AsteriskToken]: (a: number, b: number) => a * b,
  [ts.SyntaxKind.SlashToken]: (a: number, b: number) => a / b,
  [ts.SyntaxKind.AsteriskAsteriskToken]: (a: number, b: number) => a ** b,
  [ts.SyntaxKind.BarToken]: (a: number, b: number) => a | b,
  [ts.SyntaxKind.LessThanLessThanToken]: (a: number, b: number) => a << b,
  [ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken]: (a: number, b: number) => a >>> b,
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: (a: unknown, b: unknown) => a === b,
};

/** A function at the top level, or of Math, with known arguments; one that refuses them is left to run time. */
const ofCall = (scope: Scope, node: ts.CallExpression): Known | undefined => {
  if (node.arguments.length === 0) return undefined;
  const known = node.arguments.map((argument) => constantOf(scope, argument));
  if (known.some((k) => k === undefined)) return undefined;
  const f = ts.isIdentifier(node.expression)
    ? functionValue(scope.unit, node.expression)
    : constantOf(scope, node.expression)?.value;
  if (typeof f !== 'function') return undefined;
  try {
    const value: unknown = f(...known.map((k) => k?.value));
    return holdsFunction(value) ? undefined : { value };
  } catch {
    return undefined;
  }
};

const functionValue = (unit: Unit, node: ts.Identifier): unknown => {
  const declaration = topLevel(unit, node);
  return declaration === undefined || topLevelFunction(unit, node) === undefined
    ? undefined
    : unit.evaluation.valueOf(declaration.getSourceFile().fileName, declaration.name?.getText() ?? '');
};

const ofAccess = (scope: Scope, base: ts.Expression, key: unknown): Known | undefined => {
  const owner = constantOf(scope, base);
  if (owner === undefined || owner.value === null || owner.value === undefined) return undefined;
  const isPlain = typeof owner.value === 'object' || typeof owner.value === 'function';
  return isPlain && (typeof key === 'string' || typeof key === 'number')
    ? { value: (owner.value as Record<string | number, unknown>)[key] }
    : undefined;
};

/** The value of an expression where it is known when the engine is built. */
export const constantOf = (scope: Scope, node: ts.Expression): Known | undefined => {
  if (ts.isNumericLiteral(node)) return { value: Number(node.text) };
  if (ts.isStringLiteralLike(node)) return { value: node.text };
  if (ts.isBigIntLiteral(node)) return { value: BigInt(node.text.slice(0, -1)) };
  if (node.kind === ts.SyntaxKind.TrueKeyword) return { value: true };
  if (node.kind === ts.SyntaxKind.FalseKeyword) return { value: false };
  if (node.kind === ts.SyntaxKind.NullKeyword) return { value: null };
  if (ts.isIdentifier(node)) return ofName(scope, node);
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node))
    return constantOf(scope, node.expression);
  if (ts.isPropertyAccessExpression(node)) return ofAccess(scope, node.expression, node.name.text);
  if (ts.isElementAccessExpression(node)) {
    const key = constantOf(scope, node.argumentExpression);
    return key === undefined ? undefined : ofAccess(scope, node.expression, key.value);
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken) {
    const operand = constantOf(scope, node.operand);
    return operand === undefined ? undefined : { value: -(operand.value as number) };
  }
  if (ts.isTemplateExpression(node)) {
    const spans = node.templateSpans.map((s) => constantOf(scope, s.expression));
    return spans.some((s) => s === undefined)
      ? undefined
      : {
          value:
            node.head.text + node.templateSpans.map((s, i) => `${spans[i]?.value}${s.literal.text}`).join(''),
        };
  }
  if (ts.isBinaryExpression(node)) {
    const operator = operators[node.operatorToken.kind] as ((a: unknown, b: unknown) => unknown) | undefined;
    const left = operator === undefined ? undefined : constantOf(scope, node.left);
    const right = left === undefined ? undefined : constantOf(scope, node.right);
    return operator === undefined || left === undefined || right === undefined
      ? undefined
      : { value: operator(left.value, right.value) };
  }
  return ts.isCallExpression(node) ? ofCall(scope, node) : undefined;
};
