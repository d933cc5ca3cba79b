// The same document, decided in Node and inside Postgres, must give the same answer to the last digit: documents that a
// real database collects from a generated pipeline, and documents that are refused.
import type pg from 'pg';
import * as assert from 'uvu/assert';
import { generateHistory, installGenerator } from '../../dev/host/generator.ts';
import { qualificationFalls, responseSlows } from '../../dev/host/incidents.ts';
import { answer, operations } from '../../src/plv8/entry.ts';
import { one, setClock } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { type InputOf, run } from '../support/operations.ts';
import { textOf } from './answer_text.ts';

const now = '2026-03-02 00:01+00';

const text = (value: unknown): string => JSON.stringify(value);

const liveSevenWeeks = async (client: pg.Client): Promise<void> => {
  await installGenerator(client);
  await generateHistory(client, {
    seed: 'parity',
    first_day: '2026-01-05',
    days: 56,
    leads_per_day: 60,
    incidents: [...responseSlows({ start_day: 50 }, 9), ...qualificationFalls({ start_day: 40 }, 0.25)],
  });
  await setClock(client, now);
  await one(client, `select lh_run_improvement_cycle('2026-03-01')`);
};

engineSuite('parity of operations', { now, prepare: liveSevenWeeks }, (parity, db) => {
  /** The answer of the installed library, as the text it sent. */
  const inPostgres = async (operation: string, input: unknown): Promise<string> =>
    textOf(
      operation,
      JSON.parse(await one<string>(db.client, 'select lh_engine.js($1, $2)::text', [operation, text(input)])),
    );

  /** What SQL hands to an operation. */
  const document = async <Name extends 'detect' | 'plan' | 'analyze'>(
    _operation: Name,
    query: string,
    values: readonly unknown[],
  ): Promise<InputOf<Name>> => JSON.parse(await one<string>(db.client, `select (${query})::text`, values));

  parity('detection over real documents, day by day and under both profiles', async () => {
    for (const profile of ['basic', 'rigorous']) {
      await db.client.query(`select lh_engine.set_setting('profile', to_jsonb($1::text))`, [profile]);
      for (const day of ['2026-01-06', '2026-02-10', '2026-02-26', '2026-03-01']) {
        const input = await document('detect', 'lh_engine.collect_detection($1)', [day]);
        assert.is(
          await inPostgres('detect', input),
          textOf('detect', answer('detect', input)),
          `${profile} ${day}`,
        );
      }
    }
    await db.client.query(`select lh_engine.reset_setting('profile')`);
  });

  parity('the plan over real documents', async () => {
    const detection = await document('detect', 'lh_engine.collect_detection($1)', ['2026-03-01']);
    const { bottlenecks } = run('detect', detection);
    assert.ok(bottlenecks.length > 0);
    const input = await document('plan', 'lh_engine.collect_policy($1, $2)', [
      '2026-03-01',
      text(bottlenecks),
    ]);
    assert.is(await inPostgres('plan', input), textOf('plan', answer('plan', input)));
  });

  parity('the recommendations over real documents', async () => {
    await db.client.query(
      `update lh_lead_status as l
       set ab_test_id = a.ab_test_id, ab_test_group = a.ab_test_group
       from lh_lead_status as s
       cross join lateral lh_assign_ab_test(s.id) as a
       where s.id = l.id and s.created_at > '2026-02-01'`,
    );
    for (const rule of ['fixed_thresholds', 'sequential']) {
      await db.client.query(`select lh_engine.set_setting('decisions.rule', to_jsonb($1::text))`, [rule]);
      const input = await document('analyze', 'lh_engine.collect_tests($1)', ['2026-03-01']);
      assert.ok(run('analyze', input).tests.length > 0);
      assert.is(await inPostgres('analyze', input), textOf('analyze', answer('analyze', input)), rule);
    }
  });

  parity('what is refused, for every operation', async () => {
    for (const operation of [...Object.keys(operations), 'no_such_operation', 'constructor'])
      for (const input of [null, {}, [], 1, 'x', { key: 'profil', value: 1 }, { settings: {} }])
        assert.is(
          await inPostgres(operation, input),
          textOf(operation, answer(operation, input)),
          `${operation} ${text(input)}`,
        );
  });
});
