// Statements: declarations, branches, loops, returns. Knows no expression.
import ts from 'typescript-checker';
import { each } from '../callbacks/loops.ts';
import { listOf } from '../expressions/lists.ts';
import { heldMap } from '../expressions/maps.ts';
import { truth } from '../expressions/operators.ts';
import { compile, compileAs } from '../expressions/parts.ts';
import { constantOf } from '../scope/constants.ts';
import { assign, capture, declare, emit, indent, label, type Scope } from '../scope/scope.ts';
import { cannot } from '../sources/refusal.ts';
import { number, type Rep } from '../types/reps.ts';
import { coerce } from '../types/values.ts';
import { bindLocal, bindPattern, bindValue } from './bindings.ts';

/** Variables of JavaScript without a type: what is assigned to them tells what they hold. */
const assignedRep = (scope: Scope, name: ts.Identifier): Rep => {
  let owner: ts.Node = name;
  while (!ts.isFunctionLike(owner)) owner = owner.parent;
  let rep: Rep = number;
  const visit = (node: ts.Node): void => {
    if (
      ts.isBinaryExpression(node) &&
      node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
      node.left.getText() === name.text
    ) {
      const own = scope.unit.types.at(node.right);
      if (own.kind === 'boolean' || own.kind === 'array') rep = own;
    }
    ts.forEachChild(node, visit);
  };
  visit(owner);
  return rep;
};

const isFunction = (node: ts.Expression | undefined): node is ts.ArrowFunction | ts.FunctionExpression =>
  node !== undefined && (ts.isArrowFunction(node) || ts.isFunctionExpression(node));

const declaration = (scope: Scope, node: ts.VariableDeclaration): void => {
  const { name, initializer } = node;
  if (isFunction(initializer) && ts.isIdentifier(name)) {
    bindLocal(scope, name, initializer);
    return;
  }
  const isJs = node.getSourceFile().fileName.endsWith('.js');
  if (initializer === undefined) {
    if (!ts.isIdentifier(name)) cannot(node, 'this declaration', 'give it a value');
    const rep = isJs ? assignedRep(scope, name) : scope.unit.types.at(name);
    const variable = declare(scope, name.text, rep, true);
    emit(scope, `${variable.sql} := null;`);
    bindValue(scope, name, variable);
    return;
  }
  if (!ts.isIdentifier(name)) {
    bindPattern(scope, name, compile(scope, initializer));
    return;
  }
  const rep = scope.unit.types.at(name);
  // A tuple that is declared as one stays a tuple.
  const value = compile(scope, initializer, rep);
  const held = value.rep.kind === 'json' && rep.kind !== 'json' ? compileAs(scope, initializer, rep) : value;
  const isConstant = (node.parent.flags & ts.NodeFlags.Const) !== 0;
  if (isConstant && held.rep.kind === 'map' && !held.nullable) {
    bindValue(scope, name, heldMap(scope, held));
    return;
  }
  if (isConstant && node.type === undefined && held.rep.kind !== 'array' && held.rep.kind !== 'null') {
    const variable = declare(scope, name.text, held.rep, held.nullable);
    assign(scope, variable, held);
    bindValue(scope, name, variable);
    return;
  }
  const variable = declare(scope, name.text, rep, true);
  assign(scope, variable, coerce(scope, held, rep, node));
  bindValue(scope, name, variable);
};

const declarations = (scope: Scope, list: ts.VariableDeclarationList): void => {
  for (const one of list.declarations) declaration(scope, one);
};

const branch = (scope: Scope, node: ts.IfStatement): void => {
  const known = constantOf(scope, node.expression);
  if (known !== undefined) {
    const taken = known.value ? node.thenStatement : node.elseStatement;
    if (taken !== undefined) compileStatement(scope, taken);
    return;
  }
  const condition = truth(scope, node.expression);
  const yes = capture(scope, () => compileStatement(scope, node.thenStatement));
  const no =
    node.elseStatement === undefined
      ? []
      : capture(scope, () => compileStatement(scope, node.elseStatement as ts.Statement));
  emit(
    scope,
    `if ${condition} then`,
    ...indent(yes),
    ...(no.length === 0 ? [] : ['else', ...indent(no)]),
    'end if;',
  );
};

/** A loop that tests before each round; `next` runs after each round, also after `continue`. */
const loop = (
  scope: Scope,
  test: ts.Expression | undefined,
  body: ts.Statement,
  next: ts.Expression | undefined,
  testsFirst = true,
): void => {
  const end = label(scope, 'loop');
  const round = label(scope, 'round');
  const outer = { breakTo: scope.breakTo, continueTo: scope.continueTo };
  const check = (): readonly string[] =>
    test === undefined
      ? []
      : capture(scope, () => {
          const condition = truth(scope, test);
          emit(scope, `exit ${end} when not ${condition};`);
        });
  Object.assign(scope, { breakTo: end, continueTo: round });
  const inside = capture(scope, () => compileStatement(scope, body));
  Object.assign(scope, outer);
  const hasContinue = inside.some((line) => line.includes(`exit ${round};`));
  const rounds = hasContinue ? [`<<${round}>>`, 'begin', ...indent(inside), `end ${round};`] : inside;
  const after = next === undefined ? [] : capture(scope, () => void compile(scope, next));
  emit(scope, `<<${end}>>`, 'loop');
  emit(
    scope,
    ...indent(testsFirst ? check() : []),
    ...indent(rounds),
    ...indent(after),
    ...indent(testsFirst ? [] : check()),
  );
  emit(scope, `end loop ${end};`);
};

const forStatement = (scope: Scope, node: ts.ForStatement): void => {
  if (node.initializer !== undefined)
    if (ts.isVariableDeclarationList(node.initializer)) declarations(scope, node.initializer);
    else compile(scope, node.initializer);
  loop(scope, node.condition, node.statement, node.incrementor);
};

const forOf = (scope: Scope, node: ts.ForOfStatement): void => {
  const list = listOf(scope, compile(scope, node.expression), node);
  const end = label(scope, 'loop');
  const round = label(scope, 'round');
  const name = ts.isVariableDeclarationList(node.initializer)
    ? node.initializer.declarations[0]?.name
    : undefined;
  if (name === undefined) cannot(node, 'this loop', 'declare its variable in it');
  const outer = { breakTo: scope.breakTo, continueTo: scope.continueTo };
  const lines = capture(scope, () =>
    each(scope, list, (item) => {
      if (ts.isIdentifier(name)) bindValue(scope, name, item);
      else bindPattern(scope, name, item);
      Object.assign(scope, { breakTo: end, continueTo: round });
      const inside = capture(scope, () => compileStatement(scope, node.statement));
      Object.assign(scope, outer);
      if (inside.some((line) => line.includes(`exit ${round};`)))
        emit(scope, `<<${round}>>`, 'begin', ...indent(inside), `end ${round};`);
      else emit(scope, ...inside);
    }),
  );
  const start = lines.findIndex((line) => line.startsWith('foreach'));
  emit(scope, ...lines.slice(0, start), `<<${end}>>`, ...lines.slice(start));
};

/** `switch`: branches that end with return or break; several labels may share one branch. */
const switchStatement = (scope: Scope, node: ts.SwitchStatement): void => {
  const value = compile(scope, node.expression);
  const held = declare(scope, 'case', value.rep);
  assign(scope, held, value);
  const end = label(scope, 'switch');
  const outer = scope.breakTo;
  scope.breakTo = end;
  const branches: string[] = [];
  let labels: string[] = [];
  let otherwise: readonly string[] = ['null;'];
  for (const clause of node.caseBlock.clauses) {
    if (ts.isCaseClause(clause)) labels.push(compileAs(scope, clause.expression, value.rep).sql);
    if (clause.statements.length === 0) continue;
    const lines = capture(scope, () => {
      for (const statement of clause.statements) compileStatement(scope, statement);
    });
    if (ts.isDefaultClause(clause)) otherwise = lines;
    else
      branches.push(
        `  when ${labels.join(', ')} then`,
        ...indent(indent(lines.length === 0 ? ['null;'] : lines)),
      );
    labels = [];
  }
  scope.breakTo = outer;
  emit(
    scope,
    `<<${end}>>`,
    'begin',
    `  case ${held.sql}`,
    ...indent(branches),
    '    else',
    ...indent(indent(indent(otherwise))),
    '  end case;',
    `end ${end};`,
  );
};

const returned = (scope: Scope, node: ts.ReturnStatement): void => {
  const { rep, give } = scope.returns;
  if (node.expression === undefined) {
    give(scope, null);
    return;
  }
  give(scope, rep === null ? compile(scope, node.expression) : compileAs(scope, node.expression, rep));
};

/** A statement that is an expression: a call for what it does, an assignment. */
const effect = (scope: Scope, node: ts.Expression): void => {
  if (ts.isStringLiteral(node)) return;
  const value = compile(scope, node);
  const isCall = ts.isCallExpression(node) && !value.atom && /^\w+\(/.test(value.sql);
  if (isCall) emit(scope, `perform ${value.sql};`);
};

export const compileStatement = (scope: Scope, node: ts.Statement): void => {
  if (ts.isBlock(node)) compileBlock(scope, node);
  else if (ts.isVariableStatement(node)) declarations(scope, node.declarationList);
  else if (ts.isReturnStatement(node)) returned(scope, node);
  else if (ts.isIfStatement(node)) branch(scope, node);
  else if (ts.isExpressionStatement(node)) effect(scope, node.expression);
  else if (ts.isForOfStatement(node)) forOf(scope, node);
  else if (ts.isForStatement(node)) forStatement(scope, node);
  else if (ts.isWhileStatement(node)) loop(scope, node.expression, node.statement, undefined);
  else if (ts.isDoStatement(node)) loop(scope, node.expression, node.statement, undefined, false);
  else if (ts.isSwitchStatement(node)) switchStatement(scope, node);
  else if (ts.isBreakStatement(node) && scope.breakTo !== null) emit(scope, `exit ${scope.breakTo};`);
  else if (ts.isContinueStatement(node) && scope.continueTo !== null)
    emit(scope, `exit ${scope.continueTo};`);
  else if (!ts.isEmptyStatement(node))
    cannot(node, `a ${ts.SyntaxKind[node.kind]}`, 'use const, let, if, switch, for, while and return');
};

export const compileBlock = (scope: Scope, node: ts.Block): void => {
  for (const statement of node.statements) compileStatement(scope, statement);
};
