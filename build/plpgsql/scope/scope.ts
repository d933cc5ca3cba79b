// The body of one PL/pgSQL function while it is written: its variables, its statements, and what the names of the source
// stand for in it. Knows no construct of the source.
import type ts from 'typescript-checker';
import type { Rep } from '../types/reps.ts';
import type { Unit } from './unit.ts';

export type Expr = {
  readonly sql: string;
  readonly rep: Rep;
  /** A variable or a literal: costs nothing to say twice. */
  readonly atom: boolean;
  readonly nullable: boolean;
  /** The variables that hold a map part by part. */
  readonly map?: MapParts;
};

export type MapParts = { readonly keys: string; readonly values: string; readonly places: string };

export type FunctionNode = ts.ArrowFunction | ts.FunctionExpression | ts.FunctionDeclaration;

export type Binding =
  | { readonly kind: 'value'; readonly expr: Expr }
  | { readonly kind: 'constant'; readonly value: unknown }
  | { readonly kind: 'local'; readonly node: FunctionNode };

export type ReturnTarget = {
  readonly rep: Rep | null;
  readonly give: (scope: Scope, value: Expr | null) => void;
};

/** What the modules of single constructs reach one another through, so that none imports what imports it. */
export type Compiler = {
  readonly expression: (scope: Scope, node: ts.Expression, wanted?: Rep) => Expr;
  /** A function of JavaScript itself where it is a callback. */
  readonly builtIn: (scope: Scope, node: ts.Node, callee: ts.Expression, values: readonly Expr[]) => Expr;
};

export type Scope = {
  readonly unit: Unit;
  readonly compiler: Compiler;
  readonly bindings: Map<ts.Symbol, Binding>;
  readonly declared: Map<string, string>;
  lines: string[];
  returns: ReturnTarget;
  /** The label that `break` leaves, and the one that `continue` goes on with. */
  breakTo: string | null;
  continueTo: string | null;
};

export const openScope = (
  { unit, compiler }: Pick<Scope, 'unit' | 'compiler'>,
  returns: ReturnTarget,
): Scope => ({
  unit,
  compiler,
  bindings: new Map(),
  declared: new Map(),
  lines: [],
  returns,
  breakTo: null,
  continueTo: null,
});

export const emit = (scope: Scope, ...lines: readonly string[]): void => {
  scope.lines.push(...lines);
};

/** The statements that `work` writes, apart from those before. */
export const capture = (scope: Scope, work: () => void): readonly string[] => {
  const before = scope.lines;
  scope.lines = [];
  try {
    work();
    return scope.lines;
  } finally {
    scope.lines = before;
  }
};

export const indent = (lines: readonly string[]): readonly string[] => lines.map((line) => `  ${line}`);

export const freshName = (scope: Scope, hint: string): string => {
  const base = `v_${hint.replace(/[^A-Za-z0-9_]/g, '').toLowerCase()}`.slice(0, 40);
  let name = base;
  for (let n = 2; scope.declared.has(name); n += 1) name = `${base}_${n}`;
  scope.declared.set(name, '');
  return name;
};

/** A new variable of the function. */
export const declare = (scope: Scope, hint: string, rep: Rep, nullable = false): Expr => {
  const name = freshName(scope, hint);
  scope.declared.set(name, scope.unit.sqlType(rep));
  return { sql: name, rep, atom: true, nullable };
};

export const assign = (scope: Scope, target: Expr, value: Expr): void => {
  emit(scope, `${target.sql} := ${value.sql};`);
};

/** The value in a form that costs nothing to say twice. */
export const asAtom = (scope: Scope, value: Expr, hint = 't'): Expr => {
  if (value.atom) return value;
  const variable = declare(scope, hint, value.rep, value.nullable);
  assign(scope, variable, value);
  return variable;
};

/** A name for a loop or a block; it takes no variable. */
export const label = (scope: Scope, hint: string): string => freshName(scope, `at_${hint}`);

/** The body of the function with its declarations. */
export const bodyOf = (scope: Scope): string => {
  const variables = [...scope.declared].filter(([, type]) => type !== '');
  const declarations = variables.map(([name, type]) => `  ${name} ${type};`);
  return [
    ...(declarations.length === 0 ? [] : ['declare', ...declarations]),
    'begin',
    ...indent(scope.lines),
    'end',
  ].join('\n');
};
