// The same document, decided in Node and inside Postgres, must give the same answer to the last digit: documents that a
// real database collects from a generated pipeline, and documents that are refused.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { generateHistory, installGenerator } from '../../dev/host/generator.ts';
import { qualificationFalls, responseSlows } from '../../dev/host/incidents.ts';
import { answer, operations } from '../../src/plv8/entry.ts';
import { createDatabase, idTypes, one, type TestDatabase } from '../support/database.ts';

const text = (value: unknown): string => JSON.stringify(value);

for (const ids of idTypes) {
  const parity = suite(`parity of operations (${ids} ids)`);
  let db: TestDatabase;

  /** The answer of the installed library, as the text it sent. */
  const inPostgres = async (operation: string, input: unknown): Promise<string> =>
    text(
      JSON.parse(await one<string>(db.client, 'select lh_engine.js($1, $2)::text', [operation, text(input)])),
    );

  const document = async (query: string, values: readonly unknown[] = []): Promise<unknown> =>
    JSON.parse(await one<string>(db.client, `select (${query})::text`, values));

  parity.before(async () => {
    db = await createDatabase({ ids });
    await installGenerator(db.client);
    await generateHistory(db.client, {
      seed: 'parity',
      first_day: '2026-01-05',
      days: 56,
      leads_per_day: 60,
      incidents: [...responseSlows({ start_day: 50 }, 9), ...qualificationFalls({ start_day: 40 }, 0.25)],
    });
    await db.client.query(`select set_config('lh_engine.now', '2026-03-02 00:01+00', false)`);
    await one(db.client, `select lh_run_improvement_cycle('2026-03-01')`);
  });
  parity.after(() => db.drop());

  parity('detection over real documents, day by day and under both profiles', async () => {
    for (const profile of ['brief', 'rigorous']) {
      await db.client.query(`select lh_engine.set_setting('profile', to_jsonb($1::text))`, [profile]);
      for (const day of ['2026-01-06', '2026-02-10', '2026-02-26', '2026-03-01']) {
        const input = await document('lh_engine.collect_detection($1)', [day]);
        assert.is(await inPostgres('detect', input), text(answer('detect', input)), `${profile} ${day}`);
      }
    }
    await db.client.query(`select lh_engine.reset_setting('profile')`);
  });

  parity('the plan over real documents', async () => {
    const detection = await document('lh_engine.collect_detection($1)', ['2026-03-01']);
    const found = answer('detect', detection) as { result: { bottlenecks: unknown[] } };
    assert.ok(found.result.bottlenecks.length > 0);
    const input = await document('lh_engine.collect_policy($1, $2)', [
      '2026-03-01',
      text(found.result.bottlenecks),
    ]);
    assert.is(await inPostgres('plan', input), text(answer('plan', input)));
  });

  parity('the verdicts over real documents', async () => {
    await db.client.query(
      `update lh_lead_status as l
       set ab_test_id = a.ab_test_id, ab_test_group = a.ab_test_group
       from lh_lead_status as s
       cross join lateral lh_assign_ab_test(s.id) as a
       where s.id = l.id and s.created_at > '2026-02-01'`,
    );
    for (const rule of ['brief', 'sequential']) {
      await db.client.query(`select lh_engine.set_setting('decisions.rule', to_jsonb($1::text))`, [rule]);
      const input = await document('lh_engine.collect_tests($1)', ['2026-03-01']);
      const verdicts = answer('analyze', input) as { result: { tests: unknown[] } };
      assert.ok(verdicts.result.tests.length > 0);
      assert.is(await inPostgres('analyze', input), text(verdicts), rule);
    }
  });

  parity('what is refused, for every operation', async () => {
    for (const operation of [...Object.keys(operations), 'no_such_operation', 'constructor'])
      for (const input of [null, {}, [], 1, 'x', { key: 'profil', value: 1 }, { settings: {} }])
        assert.is(
          await inPostgres(operation, input),
          text(answer(operation, input)),
          `${operation} ${text(input)}`,
        );
  });

  parity.run();
}
