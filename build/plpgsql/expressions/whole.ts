// Whether a number is certain to be whole: a counter, a length, the index of a callback, and what sums make of them. Of what
// is certain SQL takes the integer as it is; the rest is looked at when it runs. @stdlib's own sources index and shift by
// whole numbers alone, of which their tests against reference values tell. Knows no SQL.
import ts from 'typescript-checker';
import { constantOf } from '../scope/constants.ts';
import type { Scope } from '../scope/scope.ts';
import { bare, isAssignment, isFunction, isStep, symbolOf, walk } from '../soundness/changes.ts';

const K = ts.SyntaxKind;

/** Whole, and within 32 bits. */
export const isShort = (x: number): boolean => Number.isInteger(x) && Math.abs(x) < 2 ** 31;

const bits: ReadonlySet<ts.SyntaxKind> = new Set([
  K.BarToken,
  K.AmpersandToken,
  K.CaretToken,
  K.LessThanLessThanToken,
  K.GreaterThanGreaterThanToken,
  K.GreaterThanGreaterThanGreaterThanToken,
]);

const keepsWhole: ReadonlySet<ts.SyntaxKind> = new Set([
  K.PlusToken,
  K.MinusToken,
  K.AsteriskToken,
  K.PlusEqualsToken,
  K.MinusEqualsToken,
]);

/** `i` in `xs.map((x, i) => …)` and in `Array.from({ length }, (_, i) => …)`. */
const isIndex = (scope: Scope, node: ts.ParameterDeclaration): boolean => {
  const f = node.parent;
  if (!isFunction(f) || f.parameters[1] !== node || !ts.isCallExpression(f.parent)) return false;
  const callee = f.parent.expression;
  if (!ts.isPropertyAccessExpression(callee)) return false;
  if (callee.getText() === 'Array.from') return true;
  return (
    /^(map|filter|flatMap|forEach|some|every|find|findIndex)$/.test(callee.name.text) &&
    ['array', 'json'].includes(scope.unit.types.at(callee.expression).kind)
  );
};

const functionOf = (node: ts.Node): ts.Node =>
  ts.isFunctionLike(node.parent) || ts.isSourceFile(node.parent) ? node.parent : functionOf(node.parent);

/** Whether everything that is assigned to a name is whole too. */
const staysWhole = (scope: Scope, declaration: ts.Declaration, seen: readonly ts.Node[]): boolean => {
  const { checker } = scope.unit;
  const symbol = symbolOf(checker, (declaration as ts.VariableDeclaration).name);
  let stays = true;
  walk(functionOf(declaration), (node) => {
    if (!isAssignment(node) || symbolOf(checker, bare(node.left)) !== symbol) return;
    const { kind } = node.operatorToken;
    if (kind !== K.EqualsToken && !keepsWhole.has(kind)) stays = false;
    else if (!isWhole(scope, node.right, seen)) stays = false;
  });
  return stays;
};

const isWholeName = (scope: Scope, node: ts.Identifier, seen: readonly ts.Node[]): boolean => {
  const declaration = symbolOf(scope.unit.checker, node)?.valueDeclaration;
  if (declaration === undefined) return false;
  if (seen.includes(declaration)) return true;
  const within = [...seen, declaration];
  if (ts.isParameter(declaration))
    return isIndex(scope, declaration) && staysWhole(scope, declaration, within);
  return (
    ts.isVariableDeclaration(declaration) &&
    declaration.initializer !== undefined &&
    isWhole(scope, declaration.initializer, within) &&
    staysWhole(scope, declaration, within)
  );
};

export const isWhole = (scope: Scope, given: ts.Expression, seen: readonly ts.Node[] = []): boolean => {
  if (given.getSourceFile().fileName.endsWith('.js')) return true;
  const node = bare(given);
  const known = constantOf(scope, node);
  if (known !== undefined) return typeof known.value === 'number' && isShort(known.value);
  if (ts.isIdentifier(node)) return isWholeName(scope, node, seen);
  if (ts.isPropertyAccessExpression(node))
    return (
      node.name.text === 'length' &&
      ['array', 'text', 'json'].includes(scope.unit.types.at(node.expression).kind)
    );
  if (isStep(node)) return isWhole(scope, node.operand, seen);
  if (!ts.isBinaryExpression(node)) return false;
  const { kind } = node.operatorToken;
  if (keepsWhole.has(kind)) return isWhole(scope, node.left, seen) && isWhole(scope, node.right, seen);
  return bits.has(kind) && scope.unit.types.at(node).kind === 'number';
};
