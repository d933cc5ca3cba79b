// A list or map is copied where SQL passes it on, and shared where JavaScript does. Both mean the same as long as nothing
// changes it afterwards: this refuses a change that another name would show. Knows no SQL.
import ts from 'typescript-checker';
import { cannot } from '../sources/refusal.ts';
import {
  bare,
  type Change,
  changesIn,
  dressed,
  functionOf,
  isFunction,
  isWithin,
  mayPrecede,
  symbolOf,
  walk,
} from './changes.ts';

const remedy = 'spread a copy, or finish the list before it is used';

const makesAnew = /^(map|filter|flatMap|slice|concat|split|from|of|keys|entries)$/;

/** Whether an expression makes a list or map that nothing else has. */
const isFresh = (given: ts.Expression): boolean => {
  const node = bare(given);
  if (ts.isArrayLiteralExpression(node) || ts.isNewExpression(node)) return true;
  if (ts.isConditionalExpression(node)) return isFresh(node.whenTrue) && isFresh(node.whenFalse);
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const method = node.expression.name.text;
  return /^(sort|reverse)$/.test(method) ? isFresh(node.expression.expression) : makesAnew.test(method);
};

const functionAround = (node: ts.Node): ts.Node =>
  ts.isFunctionLike(node.parent) || ts.isSourceFile(node.parent) ? node.parent : functionAround(node.parent);

/** Whether the value goes out with the end of the function that has it. */
const isReturned = (node: ts.Node, declaration: ts.Node): boolean => {
  const owner = functionAround(declaration);
  if (functionAround(node) !== owner) return false;
  for (let outer = node.parent; outer !== owner; outer = outer.parent)
    if (ts.isReturnStatement(outer)) return true;
  return false;
};

/** Whether a value of the type can hold a list that it was made from: not scalars, nor objects of nothing else. */
const mayHoldList = (checker: ts.TypeChecker, type: ts.Type, underWay: readonly ts.Type[] = []): boolean => {
  const scalar = ts.TypeFlags.NumberLike | ts.TypeFlags.StringLike | ts.TypeFlags.BooleanLike;
  const none = ts.TypeFlags.Null | ts.TypeFlags.Undefined | ts.TypeFlags.Void | ts.TypeFlags.BigIntLike;
  if ((type.flags & (scalar | none)) !== 0 || underWay.includes(type)) return false;
  if (type.isUnion()) return type.types.some((part) => mayHoldList(checker, part, underWay));
  const isPlain =
    (type.isIntersection() || (type.flags & ts.TypeFlags.Object) !== 0) &&
    checker.getIndexInfosOfType(type).length === 0 &&
    type.getCallSignatures().length === 0 &&
    !['Map', 'Set', 'ReadonlyMap', 'ReadonlySet'].includes(type.symbol?.name ?? '');
  const within = [...underWay, type];
  return (
    !isPlain ||
    type.getProperties().some((part) => mayHoldList(checker, checker.getTypeOfSymbol(part), within))
  );
};

/** Whether a call of a function at the top level can have put a list that it is given nowhere. */
const keepsNothing = (checker: ts.TypeChecker, call: ts.CallExpression): boolean => {
  const { expression, arguments: given } = call;
  if (ts.isPropertyAccessExpression(expression))
    return /^(Object\.(keys|entries)|Array\.isArray)$/.test(expression.getText());
  const declaration = symbolOf(checker, expression)?.valueDeclaration;
  const isOwn = declaration !== undefined && ts.isParameter(declaration);
  return (
    !isOwn &&
    functionOf(checker, expression) === undefined &&
    !given.some(isFunction) &&
    !mayHoldList(checker, checker.getTypeAtLocation(call))
  );
};

/** Whether a place reads parts of the list alone, so that no other name can hold it afterwards. */
const readsParts = (checker: ts.TypeChecker, name: ts.Identifier): boolean => {
  const node = dressed(name);
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent))
    return parent.expression === node;
  if (ts.isSpreadElement(parent) || ts.isNewExpression(parent)) return true;
  if (ts.isForOfStatement(parent)) return parent.expression === node;
  if (ts.isVariableDeclaration(parent)) return parent.name === name || !ts.isIdentifier(parent.name);
  if (ts.isBinaryExpression(parent))
    return parent.left === node && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  return ts.isCallExpression(parent) && keepsNothing(checker, parent);
};

const usesOf = (checker: ts.TypeChecker, root: ts.Node, symbol: ts.Symbol): readonly ts.Identifier[] => {
  const found: ts.Identifier[] = [];
  walk(root, (node) => {
    if (ts.isIdentifier(node) && symbolOf(checker, node) === symbol) found.push(node);
  });
  return found;
};

/** What may be changed is a local name of a list that nothing else has. */
const refuseShared = (checker: ts.TypeChecker, root: ts.Node, { symbol, node }: Change): void => {
  const declaration = symbol.valueDeclaration as ts.Declaration;
  const isLocal =
    ts.isVariableDeclaration(declaration) &&
    !ts.isForOfStatement(declaration.parent.parent) &&
    ts.isIdentifier(declaration.name);
  if (!isLocal) cannot(node, `a change of ${symbol.name}, which belongs to another place`, remedy);
  const given = usesOf(checker, root, symbol).flatMap(({ parent }) =>
    ts.isBinaryExpression(parent) &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    symbolOf(checker, parent.left) === symbol
      ? [parent.right]
      : [],
  );
  const first = (declaration as ts.VariableDeclaration).initializer;
  for (const value of first === undefined ? given : [first, ...given])
    if (!isFresh(value)) cannot(node, `a change of ${symbol.name}, which may have another name`, remedy);
};

/** While a list is walked, JavaScript walks what is added to it too. */
const refuseWalked = (use: ts.Identifier, change: Change): void => {
  const { parent } = dressed(use);
  const walked =
    ts.isForOfStatement(parent) && parent.expression === dressed(use)
      ? [parent.statement]
      : ts.isPropertyAccessExpression(parent) && ts.isCallExpression(parent.parent)
        ? parent.parent.arguments.filter((a) => change.node !== parent.parent || !isFunction(a))
        : [];
  for (const part of walked)
    if (change.node !== part.parent && isWithin(change.node, part))
      cannot(change.node, `a change of ${use.text} while it is walked`, remedy);
};

const refuseLater = (
  checker: ts.TypeChecker,
  use: ts.Identifier,
  change: Change,
  declaration: ts.Node,
): void => {
  if (change.kind === 'sorted') {
    if (
      !isWithin(use, change.node) &&
      mayPrecede(change.node, use, declaration) &&
      use.parent !== declaration
    )
      cannot(use, `${use.text} after it was sorted in place`, 'sort a copy, and use what sort returns');
    return;
  }
  if (readsParts(checker, use) || isReturned(use, declaration)) return;
  if (mayPrecede(use, change.node, declaration))
    cannot(use, `${use.text} as a value before its last change`, remedy);
};

/** The number that a push returns, and the map that a set returns, are not made. */
const refuseResult = ({ node, kind }: Change): void => {
  if (kind !== 'extended' || !ts.isCallExpression(node)) return;
  if (!ts.isPropertyAccessExpression(node.expression)) return;
  const { parent } = dressed(node);
  if (!ts.isExpressionStatement(parent) && !isFunction(parent) && !ts.isPropertyAccessExpression(parent))
    cannot(node, 'what a change in place returns', 'change it in a statement of its own');
};

export const refuseAliases = (checker: ts.TypeChecker, root: ts.Node): void => {
  for (const change of changesIn(checker, root)) {
    const declaration = change.symbol.valueDeclaration;
    if (change.kind === 'assigned' || declaration === undefined || !isWithin(declaration, root)) continue;
    refuseShared(checker, root, change);
    refuseResult(change);
    for (const use of usesOf(checker, root, change.symbol)) {
      refuseWalked(use, change);
      refuseLater(checker, use, change, declaration);
    }
  }
};
