// Runs a bad input through a whole cycle and says what was not as promised: the cycle ended, the bottleneck or the test
// beside it was evaluated in another way, or the bad row was not named. Knows no input by name.
import type pg from 'pg';
import type { IdType } from '../../../dev/host/schema.ts';
import { targetDay } from './host.ts';
import { type BadInput, insertOf, normalRows } from './inputs.ts';

type Row = Readonly<Record<string, unknown>>;

export type Warning = {
  readonly code: string;
  readonly table: string | null;
  readonly ids: readonly string[] | null;
  readonly days: readonly string[] | null;
  readonly n: number | null;
  readonly message: string;
};

type Answer = {
  readonly success: boolean;
  readonly bottlenecks: readonly Row[];
  readonly decisions: readonly Row[];
  readonly warnings: readonly Warning[];
};

/** What a cycle made of the host: the bottleneck and the test that no bad input touches, and the warnings. */
type Seen = { readonly control: string; readonly warnings: readonly Warning[] };

const orphans: Readonly<Record<IdType, string>> = {
  bigint: '987654321',
  uuid: `'00000000-0000-4000-8000-987654321000'`,
};

const controlOf = (answer: Answer, test: unknown): string =>
  JSON.stringify({
    bottleneck: answer.bottlenecks
      .filter((b) => b.type === 'low_response_rate')
      .map((b) => [b.severity, b.metric, b.current_value, b.target_value, b.trigger, b.segment]),
    decision: answer.decisions
      .filter((d) => d.bottleneck === 'low_response_rate')
      .map((d) => [d.action, d.reason, d.skill_name]),
    test,
  });

const seeCycle = async (client: pg.Client): Promise<Seen> => {
  const { rows } = await client.query<{ answer: Answer }>('select lh_run_improvement_cycle($1) as answer', [
    targetDay,
  ]);
  const { answer } = rows[0] as { answer: Answer };
  const tests = await client.query(
    `select to_jsonb(t) - array['id', 'skill_id'] as test from lh_ab_tests as t where t.test_name = 'control'`,
  );
  // The cycle stores the reports; what else people read must not end on the row either.
  await client.query('select lh_engine.explain_test(t.id::text) from lh_ab_tests as t');
  return { control: controlOf(answer, tests.rows[0]?.test), warnings: answer.warnings };
};

/** Does something in a savepoint and takes it back. */
const takenBack = async <T>(client: pg.Client, work: () => Promise<T>): Promise<T> => {
  await client.query('savepoint bad_input');
  try {
    return await work();
  } finally {
    await client.query('rollback to savepoint bad_input');
  }
};

/** The names of the bad rows of each input, and what a cycle makes of all of them together. */
const seeWith = (
  client: pg.Client,
  statements: readonly string[],
): Promise<Seen & { readonly names: readonly (readonly string[])[] }> =>
  takenBack(client, async () => {
    const names: string[][] = [];
    for (const statement of statements) {
      const results = [await client.query(statement)].flat();
      names.push((results.at(-1)?.rows ?? []).map((row) => String(Object.values(row)[0])));
    }
    return { names, ...(await seeCycle(client)) };
  });

/** How often each code is there. That there is too little to evaluate is no defect of a row. */
const countsOf = (warnings: readonly Warning[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { code } of warnings)
    if (code !== 'not_enough_data') counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
};

/** A warning names five rows at most. */
const namedRows = 5;

/**
 * All rows are counted and the first of them named, in one warning or in one for each test. A lead that ends the host's
 * function is named by its id elsewhere, and by its day here.
 */
const unnamed = (seen: Seen, code: string, codeHere: string, names: readonly string[]): readonly string[] => {
  const warnings = seen.warnings.filter((warning) => warning.code === codeHere);
  const given = warnings.flatMap(({ ids, days }) => [...(ids ?? []), ...(days ?? [])]);
  const named = code === 'host_metrics_failed' ? given : names.filter((name) => given.includes(name));
  const n = warnings.reduce((total, warning) => total + (warning.n ?? 0), 0);
  const needed = code === 'host_metrics_failed' ? 1 : names.length;
  return n >= needed && named.length >= Math.min(namedRows, needed)
    ? []
    : [`no warning ${codeHere} names ${names.join(', ')}: ${JSON.stringify(warnings)}`];
};

/** What is wrong with how a cycle took some inputs, tried together; nothing where all is as promised. */
export type Judge = (inputs: readonly BadInput[]) => Promise<readonly string[]>;

/** Looks at the host as it is and with a normal row in each table, to compare with. */
export const judgeOf = async (client: pg.Client, ids: IdType): Promise<Judge> => {
  const { control, warnings } = await seeWith(client, []);
  const { rows } = await client.query<{ subtracts: boolean }>(
    `select current_setting('server_version_num')::integer >= 170000 as subtracts`,
  );
  // From 17 on the difference of an infinite time and another one is no error, and ends up as the mean of the day.
  const here = (code: string): string =>
    code === 'host_metrics_failed' && rows[0]?.subtracts === true ? 'daily_number_unusable' : code;
  const usual = new Map<string | undefined, readonly Warning[]>([[undefined, warnings]]);
  for (const [table, row] of Object.entries(normalRows))
    usual.set(table, (await seeWith(client, [insertOf(table, row)])).warnings);

  return async (inputs) => {
    const statements = inputs.map((input) => input.sql.replaceAll('ORPHAN', orphans[ids]));
    const seen = await seeWith(client, statements).catch(
      ({ code, message, where }) => `it ended the cycle: ${code} ${String(message).slice(0, 200)} ${where}`,
    );
    if (typeof seen === 'string') return [seen];
    const expected = [...new Set(inputs.flatMap((input) => input.codes))];
    const before = countsOf(usual.get(inputs[0]?.table) ?? []);
    const added = [...countsOf(seen.warnings)]
      .filter(([code, n]) => n > (before.get(code) ?? 0) * Math.max(1, inputs.length))
      .map(([code]) => code);
    return [
      ...(seen.control === control ? [] : [`the control came out as ${seen.control}, not ${control}`]),
      ...added
        .filter((code) => !expected.map(here).includes(code))
        .map((code) => `an unexpected warning ${code}`),
      ...expected.flatMap((code) =>
        unnamed(
          seen,
          code,
          here(code),
          inputs.flatMap((input, i) => (input.codes.includes(code) ? (seen.names[i] ?? []) : [])),
        ),
      ),
    ];
  };
};
