// The plain library: every operation of src/plv8/entry.ts as PL/pgSQL behind one entry, in two schemas of its own, of
// which nothing can be executed by PUBLIC. Knows which files make it, and what could not be compiled.
import { join } from 'node:path';
import ts from 'typescript-checker';
import { compiler } from './compiler.ts';
import { guard } from './runtime/guard.ts';
import { runtime } from './runtime/runtime.ts';
import { topLevelFunction } from './scope/constants.ts';
import { bodyOf, emit, openScope } from './scope/scope.ts';
import { openUnit, plpgsql, quote, type Unit } from './scope/unit.ts';
import { checkout, entryFile, plainSources, type Sources } from './sources/program.ts';
import { callRoutine } from './statements/functions.ts';
import { writerOf } from './types/json_writers.ts';
import { json } from './types/reps.ts';
import { expr } from './types/values.ts';

export const schema = 'lh_engine_plain';
const guarded = `${schema}_guarded`;

/** Operations that the compiler cannot do yet. None. */
export const notCompiled: readonly string[] = [];

type Failure = { readonly operation: string; readonly error: string };
export type Library = {
  readonly sql: string;
  readonly compiled: readonly string[];
  readonly failures: readonly Failure[];
};

/** The functions of the operations by name, from the tables that the entry spreads. */
const operationNodes = (unit: Unit): ReadonlyMap<string, ts.Expression> => {
  const file = unit.sources.program.getSourceFile(entryFile);
  const found = new Map<string, ts.Expression>();
  const table = (node: ts.Expression): void => {
    const inner = ts.isSatisfiesExpression(node) || ts.isAsExpression(node) ? node.expression : node;
    if (ts.isIdentifier(inner)) {
      const symbol = unit.checker.getSymbolAtLocation(inner);
      const target =
        symbol !== undefined && (symbol.flags & ts.SymbolFlags.Alias) !== 0
          ? unit.checker.getAliasedSymbol(symbol)
          : symbol;
      const declaration = target?.valueDeclaration;
      if (
        declaration !== undefined &&
        ts.isVariableDeclaration(declaration) &&
        declaration.initializer !== undefined
      )
        table(declaration.initializer);
      return;
    }
    if (!ts.isObjectLiteralExpression(inner)) return;
    for (const property of inner.properties)
      if (ts.isSpreadAssignment(property)) table(property.expression);
      else if (ts.isPropertyAssignment(property)) found.set(property.name.getText(), property.initializer);
      else if (ts.isShorthandPropertyAssignment(property)) found.set(property.name.text, property.name);
  };
  for (const statement of file?.statements ?? [])
    if (ts.isVariableStatement(statement))
      for (const one of statement.declarationList.declarations)
        if (one.name.getText() === 'typedOperations' && one.initializer !== undefined) table(one.initializer);
  return found;
};

/** The routine of an operation: JSON in, JSON text out. */
const operationText = (unit: Unit, name: string, node: ts.Expression): string => {
  const scope = openScope({ unit, compiler }, { rep: null, give: () => undefined });
  const input = expr('p_input', json, { atom: true, nullable: true });
  const named = ts.isShorthandPropertyAssignment(node.parent)
    ? (unit.checker.getShorthandAssignmentValueSymbol(node.parent)?.declarations?.[0] ?? node)
    : node;
  const target = ts.isIdentifier(node) ? node : (named as ts.Expression);
  const f = ts.isArrowFunction(node) ? node : topLevelFunction(unit, target);
  if (f === undefined) throw new Error(`the operation ${name} is no function`);
  const result = callRoutine(scope, target, f, [input]);
  emit(scope, `return ${writerOf(unit, result.rep)(result.sql)};`);
  return plpgsql(`operation_${name}`, ['p_input json'], 'text', bodyOf(scope));
};

export const answerText = (names: readonly string[]): string =>
  [
    'create function answer(p_operation text, p_input json) returns text language plpgsql immutable as $plain$',
    'begin',
    '  case p_operation',
    ...names.map((name) => `    when ${quote(name)} then return operation_${name}(p_input);`),
    '    else',
    `      perform js_refuse('bad_input', 'unknown operation "' || coalesce(p_operation, 'null') || '"', 'Use an operation that this version of the engine has.');`,
    '  end case;',
    'end',
    '$plain$;',
  ].join('\n');

const errorText = (unit: Unit): readonly string[] => {
  const codes = unit.evaluation.valueOf(join(checkout, 'src/plv8/errors.ts'), 'errorCodes') as Record<
    string,
    string
  >;
  const hint = unit.evaluation.valueOf(join(checkout, 'src/plv8/parse.ts'), 'hint') as string;
  const branches = Object.entries(codes).map(([name, code]) => `when ${quote(name)} then ${quote(code)}`);
  return [
    plpgsql('js_error_code', ['text'], 'text', `begin\n  return case $1 ${branches.join(' ')} end;\nend`),
    plpgsql('js_input_hint', [], 'text', `begin\n  return ${quote(hint)};\nend`),
  ];
};

/** It names a function of the guarded schema: without that schema the path would find the operators of pg_catalog. */
const entryText = (unit: Unit): string => {
  const codes = unit.evaluation.valueOf(join(checkout, 'src/plv8/errors.ts'), 'errorCodes') as Record<
    string,
    string
  >;
  const states = Object.values(codes).map((code) => `sqlstate ${quote(code)}`);
  return `create function ${schema}.js(p_operation text, p_input json) returns json language plpgsql immutable parallel unsafe
set search_path = pg_catalog, ${schema}, pg_temp
set extra_float_digits = 1
set standard_conforming_strings = on
as $plain$
declare
  v_state text;
  v_message text;
  v_hint text;
begin
  begin
    return ('{"result":' || coalesce(${schema}.answer(p_operation, p_input), 'null') || '}')::json;
  exception
    when numeric_value_out_of_range or division_by_zero then
      null;
  end;
  perform ${guarded}.add(0, 0);
  perform set_config('search_path', '${guarded}, pg_catalog, ${schema}, pg_temp', true);
  return ('{"result":' || coalesce(${schema}.answer(p_operation, p_input), 'null') || '}')::json;
exception
  when ${states.join(' or ')} then
    get stacked diagnostics v_state = returned_sqlstate, v_message = message_text, v_hint = pg_exception_hint;
    return ('{"refusal":{"sqlstate":' || to_json(v_state) || ',"message":' || to_json(v_message) || ',"hint":' || to_json(v_hint) || '}}')::json;
end
$plain$;`;
};

/** Which operations do not compile, each tried by itself. */
const failuresOf = (sources: Sources, names: readonly string[]): readonly Failure[] =>
  names.flatMap((operation) => {
    const unit = openUnit(sources);
    try {
      operationText(unit, operation, operationNodes(unit).get(operation) as ts.Expression);
      unit.finish();
      return [];
    } catch (error) {
      return [{ operation, error: error instanceof Error ? error.message : String(error) }];
    }
  });

/** Types after those that they are made of. */
const inOrder = (texts: readonly string[]): readonly string[] => {
  const byName = new Map(texts.map((sql) => [/create type (\w+)/.exec(sql)?.[1] ?? '', sql]));
  const done: string[] = [];
  const visited = new Set<string>();
  const visit = (name: string): void => {
    const sql = byName.get(name);
    if (sql === undefined || visited.has(name)) return;
    visited.add(name);
    for (const [used] of sql.matchAll(/\b(?:r|map|list|fn)_\w+\b/g)) visit(used);
    done.push(sql);
  };
  for (const name of byName.keys()) visit(name);
  return done;
};

export const render = (unit: Unit, operations: readonly string[], more: readonly string[]): string => {
  const bodies = unit.finish();
  return [
    `create schema ${schema};`,
    `create schema ${guarded};`,
    `set local check_function_bodies = off;`,
    `set local search_path = pg_catalog, ${schema}, pg_temp;`,
    ...inOrder(unit.typeTexts).map((sql) => sql.replace('create type ', `create type ${schema}.`)),
    ...[...runtime, ...errorText(unit), ...bodies, ...operations, ...more].map((sql) =>
      sql.replace('create function ', `create function ${schema}.`),
    ),
    ...guard(guarded),
    entryText(unit),
    `revoke all on all functions in schema ${schema}, ${guarded} from public;`,
  ].join('\n\n');
};

const together = (sources: Sources, names: readonly string[]): string => {
  const unit = openUnit(sources);
  const nodes = operationNodes(unit);
  const operations = names.map((name) => operationText(unit, name, nodes.get(name) as ts.Expression));
  return render(unit, operations, [answerText(names)]);
};

/** The library of all operations, or of those that compile, with what keeps the others from it. */
export const compileLibrary = (only?: readonly string[]): Library => {
  const sources = plainSources();
  const names = [...operationNodes(openUnit(sources)).keys()].filter((name) => only?.includes(name) ?? true);
  try {
    return { sql: together(sources, names), compiled: names, failures: [] };
  } catch {
    const failures = failuresOf(sources, names);
    const compiled = names.filter((name) => !failures.some((f) => f.operation === name));
    return { sql: together(sources, compiled), compiled, failures };
  }
};
