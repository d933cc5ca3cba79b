// JavaScript evaluates an expression from left to right; a compiled one runs the statements that it needs first. This
// refuses an expression that reads a name while a part of it changes that name. Knows no SQL.
import ts from 'typescript-checker';
import { cannot } from '../sources/refusal.ts';
import { changesIn, dressed, effectsOf, isAssignment, isFunction, isStep, readsIn, walk } from './changes.ts';

const isStatementLike = (given: ts.Node): boolean => {
  const node = dressed(given);
  const { parent } = node;
  return (
    ts.isExpressionStatement(parent) ||
    (ts.isForStatement(parent) && (parent.incrementor === node || parent.initializer === node))
  );
};

/** The whole expression that a node is part of. */
const wholeOf = (node: ts.Node): ts.Node =>
  ts.isStatement(node.parent) || ts.isVariableDeclaration(node.parent) || ts.isFunctionLike(node.parent)
    ? node
    : wholeOf(node.parent);

const changesWhenCalled = (checker: ts.TypeChecker, node: ts.Node) =>
  isFunction(node) ? effectsOf(checker, node) : ts.isIdentifier(node) ? changesIn(checker, node) : [];

const refuseCall = (checker: ts.TypeChecker, node: ts.CallExpression): void => {
  const parts = [node.expression, ...node.arguments];
  const changing = parts.filter((part) => changesWhenCalled(checker, part).length > 0);
  if (changing.length === 0) return;
  const read = readsIn(checker, wholeOf(node), new Set(changing));
  for (const part of changing)
    for (const { symbol } of changesWhenCalled(checker, part))
      if (read.has(symbol))
        cannot(
          node,
          `a call that changes ${symbol.name} in an expression that reads it`,
          'give the call a statement of its own, and name what it returns',
        );
};

export const refuseOrder = (checker: ts.TypeChecker, root: ts.Node): void =>
  walk(root, (node) => {
    if ((isAssignment(node) || isStep(node)) && !isStatementLike(node))
      cannot(node, 'an assignment inside an expression', 'give it a statement of its own');
    if (ts.isCallExpression(node)) refuseCall(checker, node);
  });
