// What a function of the sources changes: names that it assigns, lists and maps that it extends in place, itself or by the
// functions that it calls. Knows no SQL and no rule about what may be changed.
import ts from 'typescript-checker';

export type Change = {
  readonly symbol: ts.Symbol;
  readonly node: ts.Node;
  readonly kind: 'assigned' | 'extended' | 'sorted';
};

type LocalFunction = ts.ArrowFunction | ts.FunctionExpression;

export const isFunction = (node: ts.Node | undefined): node is LocalFunction =>
  node !== undefined && (ts.isArrowFunction(node) || ts.isFunctionExpression(node));

/** The expression without what says nothing at run time. */
export const bare = (node: ts.Expression): ts.Expression =>
  ts.isParenthesizedExpression(node) ||
  ts.isAsExpression(node) ||
  ts.isNonNullExpression(node) ||
  ts.isSatisfiesExpression(node)
    ? bare(node.expression)
    : node;

/** The outermost expression that is this one in parentheses or casts. */
export const dressed = (node: ts.Node): ts.Node =>
  ts.isParenthesizedExpression(node.parent) ||
  ts.isAsExpression(node.parent) ||
  ts.isNonNullExpression(node.parent) ||
  ts.isSatisfiesExpression(node.parent)
    ? dressed(node.parent)
    : node;

export const symbolOf = (checker: ts.TypeChecker, node: ts.Node): ts.Symbol | undefined =>
  node.parent !== undefined && ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node);

/** Every node of the tree but types. */
export const walk = (root: ts.Node, visit: (node: ts.Node) => void): void => {
  if (ts.isTypeNode(root)) return;
  visit(root);
  ts.forEachChild(root, (node) => walk(node, visit));
};

export const isWithin = (node: ts.Node, outer: ts.Node): boolean =>
  node.getSourceFile() === outer.getSourceFile() && node.pos >= outer.pos && node.end <= outer.end;

const extending = /^(push|pop|shift|unshift|splice|fill|copyWithin|set|add|delete|clear)$/;

export const isAssignment = (node: ts.Node): node is ts.BinaryExpression =>
  ts.isBinaryExpression(node) &&
  node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
  node.operatorToken.kind <= ts.SyntaxKind.LastAssignment;

export const isStep = (node: ts.Node): node is ts.PrefixUnaryExpression | ts.PostfixUnaryExpression =>
  (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) &&
  (node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken);

/** What the node itself changes, not what is within it. */
const ownChange = (checker: ts.TypeChecker, node: ts.Node): Change | undefined => {
  const of = (target: ts.Expression, kind: Change['kind']): Change | undefined => {
    const symbol = ts.isIdentifier(target) ? symbolOf(checker, target) : undefined;
    return symbol === undefined ? undefined : { symbol, node, kind };
  };
  if (isAssignment(node) || isStep(node)) {
    const target = bare(isAssignment(node) ? node.left : node.operand);
    return ts.isElementAccessExpression(target)
      ? of(bare(target.expression), 'extended')
      : of(target, 'assigned');
  }
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const method = node.expression.name.text;
  if (extending.test(method)) return of(bare(node.expression.expression), 'extended');
  return /^(sort|reverse)$/.test(method) ? of(bare(node.expression.expression), 'sorted') : undefined;
};

/** The function that a local name stands for. */
export const functionOf = (checker: ts.TypeChecker, node: ts.Node): LocalFunction | undefined => {
  if (!ts.isIdentifier(node)) return undefined;
  const declaration = symbolOf(checker, node)?.valueDeclaration;
  return declaration !== undefined &&
    ts.isVariableDeclaration(declaration) &&
    declaration.name !== node &&
    !ts.isSourceFile(declaration.parent.parent.parent) &&
    isFunction(declaration.initializer)
    ? declaration.initializer
    : undefined;
};

/** What a tree changes; a name of a local function counts as what that function changes around it. */
export const changesIn = (
  checker: ts.TypeChecker,
  root: ts.Node,
  underWay: ReadonlySet<ts.Node> = new Set(),
): readonly Change[] => {
  const found: Change[] = [];
  walk(root, (node) => {
    const own = ownChange(checker, node);
    if (own !== undefined) found.push(own);
    const f = functionOf(checker, node);
    if (f === undefined || underWay.has(f)) return;
    for (const { symbol, kind } of effectsOf(checker, f, new Set([...underWay, f])))
      found.push({ symbol, kind, node });
  });
  return found;
};

/** What a function changes that is declared outside it. */
export const effectsOf = (
  checker: ts.TypeChecker,
  f: ts.Node,
  underWay: ReadonlySet<ts.Node> = new Set([f]),
): readonly Change[] =>
  changesIn(checker, f, underWay).filter(({ symbol: { valueDeclaration } }) => {
    return valueDeclaration !== undefined && !isWithin(valueDeclaration, f);
  });

/** Whether a function is one expression, which is computed where its value is used and not where it is called. */
const isOneExpression = ({ body }: LocalFunction): boolean => {
  if (!ts.isBlock(body)) return true;
  const [only] = body.statements;
  return body.statements.length === 1 && only !== undefined && ts.isReturnStatement(only);
};

/** The names that a tree reads, those that its local functions of one expression read included. */
export const readsIn = (
  checker: ts.TypeChecker,
  root: ts.Node,
  except: ReadonlySet<ts.Node>,
  found: Set<ts.Symbol> = new Set(),
): ReadonlySet<ts.Symbol> => {
  if (except.has(root) || ts.isTypeNode(root)) return found;
  const symbol = ts.isIdentifier(root) ? symbolOf(checker, root) : undefined;
  if (symbol !== undefined && !found.has(symbol)) {
    const isTarget = isAssignment(root.parent) && root.parent.left === root;
    const isPlain = isTarget && root.parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
    if (!isPlain) found.add(symbol);
    const f = functionOf(checker, root);
    if (f !== undefined && isOneExpression(f)) readsIn(checker, f, except, found);
  }
  ts.forEachChild(root, (node) => void readsIn(checker, node, except, found));
  return found;
};

const isLoop = (node: ts.Node): boolean =>
  ts.isIterationStatement(node, false) || isFunction(node) || ts.isFunctionDeclaration(node);

/** Whether the first may happen before the second: it stands before it, or a loop around both comes back to it. */
export const mayPrecede = (first: ts.Node, second: ts.Node, declaration: ts.Node): boolean => {
  if (first.pos < second.pos) return true;
  for (let outer = first.parent; !ts.isSourceFile(outer); outer = outer.parent)
    if (isLoop(outer) && isWithin(second, outer) && !isWithin(declaration, outer)) return true;
  return false;
};
