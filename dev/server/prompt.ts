// What stands in for psql on a machine without one: statements that end with a semicolon, typed or given by -c, and their
// rows as text. Knows no database of ours.
import { createInterface } from 'node:readline/promises';
import pg from 'pg';
import { failure, say } from './progress.ts';
import { privateSession } from './session.ts';

type Value = string | null;

const cell = (value: Value): string => value ?? '';

/** One row as lines of name and value, more rows as a table with aligned columns. */
export const describeRows = (names: readonly string[], rows: readonly (readonly Value[])[]): string => {
  if (rows.length === 1) {
    const wide = Math.max(0, ...names.map((name) => name.length));
    return names.map((name, i) => `${name.padEnd(wide)} | ${cell(rows[0]?.[i] ?? null)}`).join('\n');
  }
  const widths = names.map((name, i) =>
    Math.max(name.length, ...rows.map((row) => cell(row[i] ?? null).length)),
  );
  const line = (values: readonly Value[]): string =>
    values
      .map((value, i) => cell(value).padEnd(widths[i] ?? 0))
      .join(' | ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join('-+-');
  return [line(names), rule, ...rows.map(line), `(${rows.length} rows)`].join('\n');
};

/** Text of every type as the server writes it: nothing is rounded on its way to the reader. */
const asText: pg.CustomTypesConfig = { getTypeParser: () => (value: unknown) => value };

const execute = async (client: pg.Client, text: string): Promise<string> => {
  const answer = await client.query({ text, rowMode: 'array', types: asText });
  const results = Array.isArray(answer) ? answer : [answer];
  return results
    .map(({ fields, rows, command, rowCount }) =>
      fields.length === 0
        ? `${command}${rowCount === null ? '' : ` ${rowCount}`}`
        : describeRows(
            fields.map(({ name }: pg.FieldDef) => name),
            rows,
          ),
    )
    .join('\n');
};

const explain = (error: unknown): string => {
  const { message, detail, hint } = error as pg.DatabaseError;
  return [`ERROR:  ${message}`, detail && `DETAIL:  ${detail}`, hint && `HINT:  ${hint}`]
    .filter(Boolean)
    .join('\n');
};

const typeAndAnswer = async (client: pg.Client): Promise<void> => {
  say('there is no psql here: end a statement with a semicolon, leave with \\q');
  const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: '=> ' });
  let statement = '';
  lines.prompt();
  for await (const line of lines) {
    if (/^\s*\\q\s*$/.test(line)) break;
    statement += `${line}\n`;
    if (/;\s*$/.test(line)) {
      const answer = await execute(client, statement).catch(explain);
      process.stdout.write(`${answer}\n`);
      statement = '';
    }
    lines.setPrompt(statement.trim() === '' ? '=> ' : '-> ');
    lines.prompt();
  }
  lines.close();
};

/** Runs the statement of -c, or asks for statements until the input ends. */
export const runPrompt = async (url: string, args: readonly string[]): Promise<void> => {
  const [flag, command, ...more] = args;
  if (flag !== undefined && (flag !== '-c' || command === undefined || more.length > 0))
    throw failure(`without psql there is no "${args.join(' ')}"`, 'give -c and one statement, or nothing');
  const client = new pg.Client({ connectionString: url, ...privateSession });
  await client.connect();
  try {
    if (command === undefined) await typeAndAnswer(client);
    else process.stdout.write(`${await execute(client, command)}\n`);
  } finally {
    await client.end();
  }
};
