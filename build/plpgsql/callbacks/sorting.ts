// `sort` with a comparator. One that compares keys in turn (`a.x - b.x || …`, last a text by `<`) becomes an `order by` of
// the keys, computed once for each item; any other is a merge sort. Both are stable. A comparator that gives NaN orders
// nothing: what V8 makes of it hangs on the steps of its algorithm, so that is an error when it runs.
import ts from 'typescript-checker';
import { orderKey } from '../expressions/comparisons.ts';
import { compile } from '../expressions/parts.ts';
import { topLevelFunction } from '../scope/constants.ts';
import { asAtom, capture, declare, type Expr, emit, freshName, indent, type Scope } from '../scope/scope.ts';
import { cannot } from '../sources/refusal.ts';
import { bindArguments } from '../statements/bindings.ts';
import { arrayOf, number, type Rep } from '../types/reps.ts';
import { coerce, expr } from '../types/values.ts';
import { callback } from './closures.ts';
import { each } from './loops.ts';

type Key = { readonly node: ts.Expression; readonly descending: boolean };

const swapped = (node: ts.Expression, a: string, b: string): string =>
  node
    .getText()
    .replace(/\b[A-Za-z_]\w*\b/g, (word, at: number, whole: string) =>
      whole[at - 1] === '.' ? word : word === a ? b : word === b ? a : word,
    );

const bare = (node: ts.Expression): ts.Expression =>
  ts.isParenthesizedExpression(node) ? bare(node.expression) : node;

const mentions = (node: ts.Node, name: string): boolean => {
  let found = false;
  const visit = (inner: ts.Node): void => {
    if (
      ts.isIdentifier(inner) &&
      inner.text === name &&
      !(ts.isPropertyAccessExpression(inner.parent) && inner.parent.name === inner)
    )
      found = true;
    ts.forEachChild(inner, visit);
  };
  visit(node);
  return found;
};

/** The key that a pair of expressions compares, if one is the other with the parameters exchanged. */
const keyOfPair = (left: ts.Expression, right: ts.Expression, a: string, b: string): Key | null => {
  const [x, y] = [bare(left), bare(right)];
  if (swapped(x, a, b) !== y.getText()) return null;
  if (mentions(x, a) && !mentions(x, b)) return { node: x, descending: false };
  return mentions(x, b) && !mentions(x, a) ? { node: y, descending: true } : null;
};

const isNumber = (node: ts.Expression, value: string): boolean => bare(node).getText() === value;

const keysOf = (given: ts.Expression, a: string, b: string): readonly Key[] | null => {
  const node = bare(given);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.BarBarToken) {
    const left = keysOf(node.left, a, b);
    const right = keysOf(node.right, a, b);
    return left === null || right === null ? null : [...left, ...right];
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.MinusToken) {
    const key = sumKey(node, a, b) ?? keyOfPair(node.left, node.right, a, b);
    return key === null ? null : [key];
  }
  if (!ts.isConditionalExpression(node) || !ts.isBinaryExpression(node.condition)) return null;
  const { condition } = node;
  if (condition.operatorToken.kind !== ts.SyntaxKind.LessThanToken) return null;
  if (!isNumber(node.whenTrue, '-1') || !isNumber(node.whenFalse, '1')) return null;
  const key = keyOfPair(condition.left, condition.right, a, b);
  return key === null ? null : [key];
};

/** `b.x + b.y - (a.x + a.y)` is read as `(b.x + b.y) - (a.x + a.y)`, which it is. */
const sumKey = (node: ts.BinaryExpression, a: string, b: string): Key | null =>
  keyOfPair(node.left, node.right, a, b);

const byKeys = (scope: Scope, list: Expr, f: ts.ArrowFunction, keys: readonly Key[]): Expr => {
  const lists = keys.map(() => freshName(scope, 'keys'));
  const kinds: string[] = [];
  each(scope, list, (item) => {
    keys.forEach(({ node }, i) => {
      bindArguments(scope, f, [item, item]);
      const value = compile(scope, node);
      kinds[i] = value.rep.kind;
      scope.declared.set(lists[i] as string, scope.unit.sqlType(arrayOf(value.rep)));
      const key = value.rep.kind === 'text' ? orderKey(value.sql) : value.sql;
      emit(scope, `${lists[i]} := array_append(${lists[i]}, ${key});`);
    });
  });
  // The lists of keys are emptied before the loop that fills them.
  scope.lines.splice(
    scope.lines.findLastIndex((line) => line.startsWith('foreach')),
    0,
    ...lists.map((l) => `${l} := '{}';`),
  );
  for (const [i, list] of lists.entries())
    if (kinds[i] === 'number') refuseNaN(scope, `array_position(${list}, 'NaN'::float8) is not null`);
  const order = keys.map(
    ({ descending }, i) =>
      `(${lists[i]})[i]${kinds[i] === 'text' ? ' collate "C"' : ''}${descending ? ' desc' : ''}`,
  );
  return expr(
    `array(select (${list.sql})[i] from generate_subscripts(${list.sql}, 1) as i order by ${[...order, 'i'].join(', ')})`,
    list.rep,
  );
};

const counter = (scope: Scope, hint: string): string => {
  const name = freshName(scope, hint);
  scope.declared.set(name, 'int4');
  return name;
};

type Merge = {
  readonly width: string;
  readonly start: string;
  readonly left: string;
  readonly right: string;
  readonly list: string;
  /** Takes the smaller one of the heads. */
  readonly compared: readonly string[];
  readonly take: (item: string, at: string) => readonly string[];
};

/** One run of `width` items and the one after it become one: while both have items, then what is left of either. */
const mergeTwo = ({ width, start, left, right, list, compared, take }: Merge): readonly string[] => {
  const [middle, end] = [`${start} + ${width}`, `least(${start} + 2 * ${width} - 1, cardinality(${list}))`];
  return [
    `${left} := ${start};`,
    `${right} := ${middle};`,
    `while ${left} < ${middle} and ${right} <= ${end} loop`,
    ...indent(compared),
    'end loop;',
    `while ${left} < least(${middle}, cardinality(${list}) + 1) loop`,
    ...indent(take(`${list}[${left}]`, left)),
    'end loop;',
    `while ${right} <= ${end} loop`,
    ...indent(take(`${list}[${right}]`, right)),
    'end loop;',
    `${start} := ${start} + 2 * ${width};`,
  ];
};

/** Runs of one item, merged to runs of two, four and so on. Of equal items the earlier one stays first. */
const byMerging = (scope: Scope, list: Expr, f: ts.Expression): Expr => {
  const of = (list.rep as { readonly of: Rep }).of;
  if (of.kind === 'array') return cannot(f, 'sorting lists of lists', 'sort records');
  const call = callback(scope, f, number);
  const result = declare(scope, 'sorted', list.rep);
  const merged = declare(scope, 'merged', list.rep);
  const [width, start, left, right] = [
    counter(scope, 'width'),
    counter(scope, 'start'),
    counter(scope, 'left'),
    counter(scope, 'right'),
  ];
  const first = declare(scope, 'first', of, true);
  const second = declare(scope, 'second', of, true);
  const take = (item: string, at: string): readonly string[] => [
    `${merged.sql} := array_append(${merged.sql}, ${item});`,
    `${at} := ${at} + 1;`,
  ];
  const compared = capture(scope, () => {
    emit(scope, `${first.sql} := ${result.sql}[${left}];`, `${second.sql} := ${result.sql}[${right}];`);
    // V8 asks whether the later one comes before the earlier one, and nothing else.
    const order = asAtom(scope, coerce(scope, call([second, first]), number, f), 'order');
    refuseNaN(scope, `${order.sql} = 'NaN'::float8`);
    emit(scope, `if ${order.sql} < 0 then`);
    emit(scope, ...indent(take(second.sql, right)), 'else', ...indent(take(first.sql, left)), 'end if;');
  });
  const round = mergeTwo({ width, start, left, right, list: result.sql, compared, take });
  emit(scope, `${result.sql} := ${list.sql};`, `${width} := 1;`);
  emit(scope, `while ${width} < cardinality(${result.sql}) loop`);
  emit(scope, `  ${merged.sql} := '{}';`, `  ${start} := 1;`);
  emit(scope, `  while ${start} <= cardinality(${result.sql}) loop`, ...indent(indent(round)), '  end loop;');
  emit(scope, `  ${result.sql} := ${merged.sql};`, `  ${width} := 2 * ${width};`, 'end loop;');
  return result;
};

const remedy =
  'subtract numbers, compare texts by <, the same part of both, and give 0 or 1 where they are equal';

/** What V8 makes of a comparator that is at odds with itself hangs on the steps of its algorithm. */
const refuseOdd = (scope: Scope, f: ts.ArrowFunction): void => {
  const [a, b] = f.parameters.map((p) => p.name.getText());
  if (a === undefined || b === undefined || !mentions(f.body, a) || !mentions(f.body, b))
    cannot(f, 'a comparator that does not compare two items', remedy);
  const check = (node: ts.ConditionalExpression, pair: ts.BinaryExpression, apart: boolean): void => {
    const operator = pair.operatorToken.getText();
    const whenEqual = bare(/^[<>]$/.test(operator) ? node.whenFalse : node.whenTrue).getText();
    if (!apart && whenEqual.startsWith('-'))
      cannot(node, 'a comparator that puts equal items before each other', remedy);
    if (keysOf(node, a as string, b as string) === null && scope.unit.types.at(pair.left).kind === 'number')
      cannot(node, 'an order of numbers that NaN may spoil', remedy);
  };
  const visit = (node: ts.Node, apart: boolean): void => {
    const pair = ts.isConditionalExpression(node) ? node.condition : undefined;
    const isPair =
      pair !== undefined &&
      ts.isBinaryExpression(pair) &&
      keyOfPair(pair.left, pair.right, a as string, b as string) !== null;
    if (isPair && /^[<>]=?$/.test(pair.operatorToken.getText()))
      check(node as ts.ConditionalExpression, pair, apart);
    // Behind `a === b ? 0 :` the two are not equal.
    const areApart = apart || (isPair && pair.operatorToken.getText() === '===');
    ts.forEachChild(node, (inner) => visit(inner, areApart));
  };
  visit(f.body, false);
};

const refuseNaN = (scope: Scope, condition: string): void => {
  emit(scope, `if ${condition} then`, '  perform js_refuse_order();', 'end if;');
};

export const sorted = (scope: Scope, list: Expr, node: ts.CallExpression): Expr => {
  const [f] = node.arguments;
  const source = /^v_\w+$/.test(list.sql) ? list : asAtom(scope, { ...list, atom: false }, 'list');
  if (f === undefined) {
    if ((list.rep as { readonly of: Rep }).of.kind !== 'text')
      return cannot(node, 'sort without a comparator', 'give it one');
    return expr(`array(select x from unnest(${source.sql}) as x order by ${orderKey('x')})`, list.rep);
  }
  const comparator = ts.isArrowFunction(f) ? f : topLevelFunction(scope.unit, f);
  if (comparator !== undefined && ts.isArrowFunction(comparator)) refuseOdd(scope, comparator);
  if (!ts.isArrowFunction(f) || ts.isBlock(f.body)) return byMerging(scope, source, f);
  const [a, b] = f.parameters.map((p) => p.name.getText());
  const keys = a === undefined || b === undefined ? null : keysOf(f.body, a, b);
  return keys === null ? byMerging(scope, source, f) : byKeys(scope, source, f, keys);
};
