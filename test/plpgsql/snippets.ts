// Small pieces of TypeScript, compiled and run in a database beside what Node makes of them. Each exported function of
// a piece is called with the arguments of its cases; results are compared as JSON, bit by bit.
import { join } from 'node:path';
import ts from 'typescript-checker';
import * as assert from 'uvu/assert';
import { compiler } from '../../build/plpgsql/compiler.ts';
import { answerText, render, schema } from '../../build/plpgsql/library.ts';
import { bodyOf, emit, type FunctionNode, openScope } from '../../build/plpgsql/scope/scope.ts';
import { openUnit, plpgsql, type Unit } from '../../build/plpgsql/scope/unit.ts';
import { checkout, openSources } from '../../build/plpgsql/sources/program.ts';
import { callRoutine } from '../../build/plpgsql/statements/functions.ts';
import { writerOf } from '../../build/plpgsql/types/json_writers.ts';
import { json } from '../../build/plpgsql/types/reps.ts';
import { coerce, expr } from '../../build/plpgsql/types/values.ts';
import { createDatabase, one, type TestDatabase } from '../support/database.ts';

const file = join(checkout, 'src/plv8/snippet.ts');

const exportedFunctions = (unit: Unit): ReadonlyMap<string, readonly [ts.Node, FunctionNode]> => {
  const found = new Map<string, readonly [ts.Node, FunctionNode]>();
  for (const statement of unit.sources.program.getSourceFile(file)?.statements ?? [])
    if (ts.isVariableStatement(statement) && statement.modifiers !== undefined)
      for (const { name, initializer } of statement.declarationList.declarations)
        if (initializer !== undefined && ts.isArrowFunction(initializer))
          found.set(name.getText(), [name, initializer]);
  return found;
};

const operation = (unit: Unit, name: ts.Node, f: FunctionNode): string => {
  const scope = openScope({ unit, compiler }, { rep: null, give: () => undefined });
  const values = f.parameters.map((parameter, i) => {
    const given = expr(`(p_input -> ${i})`, json, { nullable: true });
    return coerce(scope, given, unit.types.at(parameter.name), parameter);
  });
  const result = callRoutine(scope, name, f, values);
  emit(scope, `return ${writerOf(unit, result.rep)(result.sql)};`);
  return plpgsql(`operation_${name.getText()}`, ['p_input json'], 'text', bodyOf(scope));
};

const open = (text: string): Unit => openUnit(openSources([file], new Map([[file, text]])));

/** The SQL of a piece; throws what the compiler says of it. */
export const compilePiece = (text: string): { readonly unit: Unit; readonly sql: string } => {
  const unit = open(text);
  const functions = exportedFunctions(unit);
  const operations = [...functions.values()].map(([name, f]) => operation(unit, name, f));
  return { unit, sql: render(unit, operations, [answerText([...functions.keys()])]) };
};

/** What the compiler says about a piece that it refuses. */
export const refusalOf = (text: string): string => {
  try {
    compilePiece(text);
  } catch (error) {
    return (error as Error).message;
  }
  return 'it compiled';
};

export type Cases = Readonly<Record<string, readonly (readonly unknown[])[]>>;

let shared: TestDatabase | undefined;
export const closeDatabase = async (): Promise<void> => shared?.drop();

const inNode = (f: (...given: readonly unknown[]) => unknown, given: readonly unknown[]): unknown => {
  try {
    return JSON.parse(JSON.stringify({ result: f(...JSON.parse(JSON.stringify(given))) ?? null }));
  } catch (error) {
    // The piece has a copy of errors.ts of its own, so the refusal is read by its key.
    const refusal = (error as { readonly lhRefusal?: unknown }).lhRefusal;
    if (refusal === undefined) throw error;
    return { refusal };
  }
};

/** Runs every case in Node and in Postgres. `-0` and what is not finite travel as texts that the piece reads. */
export const compare = async (text: string, cases: Cases): Promise<void> => {
  const { unit, sql } = compilePiece(text);
  shared ??= await createDatabase({ ids: 'bigint', engine: false });
  const { client } = shared;
  await client.query(
    `drop schema if exists ${schema} cascade; drop schema if exists ${schema}_guarded cascade`,
  );
  await client.query(`begin;\n${sql}\ncommit;`);
  for (const [name, list] of Object.entries(cases)) {
    const f = unit.evaluation.valueOf(file, name) as (...given: readonly unknown[]) => unknown;
    for (const given of list) {
      const query = `select ${schema}.js($1, $2)::text`;
      const answer = JSON.parse(await one<string>(client, query, [name, JSON.stringify(given)]));
      assert.equal(answer, inNode(f, given), `${name}(${JSON.stringify(given)})`);
    }
  }
};
