// What compiles without an error and would mean something else: each function of the sources is looked through once,
// with all that is written in it. @stdlib's own sources assign within expressions and change what they are given, of which
// their tests against reference values tell. Knows no SQL.
import ts from 'typescript-checker';
import { refuseAliases } from './aliases.ts';
import { refuseCaptures } from './captures.ts';
import { refuseOrder } from './order.ts';

const sound = new WeakSet<ts.Node>();

/** The function at the top level that a node is in, or the node itself. */
const outermost = (node: ts.Node): ts.Node => {
  let found = node;
  for (let outer = node; !ts.isSourceFile(outer); outer = outer.parent)
    if (ts.isFunctionLike(outer)) found = outer;
  return found;
};

export const refuseUnsound = (checker: ts.TypeChecker, node: ts.Node): void => {
  const root = outermost(node);
  if (sound.has(root) || !root.getSourceFile().fileName.endsWith('.ts')) return;
  refuseAliases(checker, root);
  refuseOrder(checker, root);
  refuseCaptures(checker, root);
  sound.add(root);
};
