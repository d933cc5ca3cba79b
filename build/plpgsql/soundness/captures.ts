// A function as a value holds what it captures as it is where the value is made; JavaScript looks when it is called. This
// refuses a function value that captures what changes afterwards, or that changes it itself. And a function within another
// that calls itself: it is compiled where it is called. Knows no SQL.
import ts from 'typescript-checker';
import { cannot } from '../sources/refusal.ts';
import {
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

const remedy = 'name the value in a constant before, or give it to the function as an argument';

const loops = /^(map|filter|flatMap|reduce|forEach|some|every|find|findIndex|sort|from)$/;

/** Whether the function is compiled where it stands: called, named by a constant, or the callback of a loop. */
const isInPlace = (checker: ts.TypeChecker, node: ts.Node): boolean => {
  const outer = dressed(node);
  const { parent } = outer;
  if (ts.isVariableDeclaration(parent)) return isFunction(node) || parent.name === node;
  if (!ts.isCallExpression(parent)) return false;
  if (parent.expression === outer) return true;
  const { expression } = parent;
  return (
    ts.isPropertyAccessExpression(expression) &&
    loops.test(expression.name.text) &&
    (expression.getText() === 'Array.from' ||
      checker.isArrayLikeType(checker.getTypeAtLocation(expression.expression)))
  );
};

/** What a function reads of the names that are declared around it within the root, its local functions included. */
const capturedBy = (
  checker: ts.TypeChecker,
  f: ts.Node,
  root: ts.Node,
  found: Set<ts.Symbol> = new Set(),
): ReadonlySet<ts.Symbol> => {
  walk(f, (node) => {
    const symbol = ts.isIdentifier(node) ? symbolOf(checker, node) : undefined;
    const declaration = symbol?.valueDeclaration;
    if (symbol === undefined || declaration === undefined || found.has(symbol)) return;
    if (!isWithin(declaration, root) || isWithin(declaration, f)) return;
    found.add(symbol);
    const local = functionOf(checker, node);
    if (local !== undefined) capturedBy(checker, local, root, found);
  });
  return found;
};

const refuseItself = (checker: ts.TypeChecker, f: ts.Node, root: ts.Node): void => {
  if (!ts.isVariableDeclaration(f.parent)) return;
  const symbol = symbolOf(checker, f.parent.name);
  if (symbol !== undefined && capturedBy(checker, f, root).has(symbol))
    cannot(f.parent.name, 'a function within another that calls itself', 'write it at the top level');
};

export const refuseCaptures = (checker: ts.TypeChecker, root: ts.Node): void => {
  let changes: readonly Change[] | undefined;
  walk(root, (node) => {
    const f = isFunction(node) ? node : functionOf(checker, node);
    if (f === node && f !== root) refuseItself(checker, f, root);
    if (f === undefined || f === root || isInPlace(checker, node)) return;
    changes ??= changesIn(checker, root);
    const captured = capturedBy(checker, f, root);
    for (const { symbol, node: change } of changes) {
      const declaration = symbol.valueDeclaration;
      if (declaration === undefined || !captured.has(symbol)) continue;
      if (isWithin(change, f) || mayPrecede(node, change, declaration))
        cannot(node, `a function as a value that uses ${symbol.name}, which changes afterwards`, remedy);
    }
  });
};
