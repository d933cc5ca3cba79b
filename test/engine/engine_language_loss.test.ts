// A library that is gone, or of which a part is: what says so, and what brings it back.
import * as assert from 'uvu/assert';
import { errorOf, one, rows, type TestDatabase } from '../support/database.ts';
import { liveALittle } from '../support/dumps.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { requireForFile } from '../support/needs.ts';
import { installIn, type Language, languageOf, losePlv8, options } from './language_host.ts';

await requireForFile('plv8');

engineSuite('lost language', options, (language, { open }) => {
  const database = (): Promise<TestDatabase> => open({ engine: false });

  language('that vanishes is named by health and by the next tick, with the command to run', async () => {
    const { client } = await database();
    await installIn(client, 'plv8');
    await liveALittle(client);
    await losePlv8(client);
    const { ok, reasons } = (await rows(client, 'select ok, reasons from lh_engine.health'))[0] as {
      readonly ok: boolean;
      readonly reasons: readonly string[];
    };
    assert.is(ok, false);
    assert.match(reasons.join(), 'run dist/install.sql again');
    for (const command of [
      'call lh_engine.run_due_cycle()',
      'select lh_run_improvement_cycle()',
      `select lh_engine.set_setting('profile', '"basic"')`,
    ]) {
      const error = await errorOf(() => client.query(command));
      assert.is(error.code, 'LH012', command);
      assert.match(`${error.message} ${error.hint}`, /dist\/install\.sql again/i, command);
    }
    await installIn(client);
    assert.is(await languageOf(client), 'plain');
    assert.is(await one(client, `select lh_run_improvement_cycle() ->> 'success'`), 'true');
  });

  for (const lost of [
    'lh_engine_plain, lh_engine_plain_guarded',
    'lh_engine_plain',
    'lh_engine_plain_guarded',
  ])
    language(`plain is refused with the command to run where ${lost} went`, async () => {
      const { client } = await database();
      await installIn(client, 'plain');
      await liveALittle(client);
      await client.query(`drop schema ${lost} cascade`);
      for (const command of ['call lh_engine.run_due_cycle()', 'select lh_run_improvement_cycle()']) {
        const error = await errorOf(() => client.query(command));
        assert.is(error.code, 'LH012', `${command}: ${error.message}`);
        assert.match(String(error.hint), 'dist/install.sql again');
      }
      assert.is(await languageOf(client), null);
      assert.match(String(await one(client, 'select reasons from lh_engine.health')), 'library behind');
      const missing = await rows(
        client,
        `select kind, object from lh_engine.check_host() where required and not found`,
      );
      assert.equal(missing, [{ kind: 'language', object: 'lh_engine.js' }]);
      await installIn(client);
      assert.is(await languageOf(client), 'plain', 'it stays what it was');
      assert.is(await one(client, `select lh_run_improvement_cycle() ->> 'success'`), 'true');
    });

  const other = `lh_other_${process.pid}`;
  const edited = (body: string) => `
    do $$
    begin
      execute replace(pg_get_functiondef('lh_engine.js(text, json)'::regprocedure), ${body});
    end
    $$`;
  const damages: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
    plain: {
      'a function is dropped': 'drop function lh_engine_plain.answer(text, json)',
      'a type is dropped': `
        do $$
        begin
          execute (
            select format('drop type %s cascade', t.oid::regtype) from pg_type as t
            where t.typnamespace = 'lh_engine_plain'::regnamespace and t.typtype = 'c' limit 1
          );
        end
        $$`,
      'an operator is dropped': 'drop operator lh_engine_plain_guarded.* (float8, float8)',
      'a body is changed': `
        create or replace function lh_engine_plain_guarded.add(float8, float8) returns float8
        language sql immutable as 'select $1 + $2'`,
      'the entry is replaced': edited(`'return lh_engine_plain.js(', 'return (''{}'')::json; --'`),
      'its owner may no longer use it': `create role ${other}; alter function lh_engine.js(text, json) owner to ${other}`,
    },
    plv8: {
      'the entry is replaced': edited(`'.answer(p_operation, p_input)', '.answer(p_operation, {})'`),
      'the entry is that of the other language': edited(`'LANGUAGE plv8', 'LANGUAGE plpgsql'`).replace(
        'begin',
        'begin\n      set local check_function_bodies to off;',
      ),
    },
  };

  for (const installed of ['plain', 'plv8'] as const)
    language(
      `${installed} that is not what was installed is named by health, and no cycle runs`,
      async () => {
        const { client } = await database();
        await installIn(client, installed);
        await liveALittle(client);
        const reasons = () => one<string[]>(client, 'select reasons from lh_engine.health');
        const before = await reasons();
        assert.not.match(before.join(), 'library behind');
        for (const [what, damage] of Object.entries(damages[installed])) {
          await client.query('begin');
          await client.query(damage);
          assert.match((await reasons()).join(), /library behind .* run dist\/install\.sql again/, what);
          const error = await errorOf(() => client.query('select lh_run_improvement_cycle()'));
          assert.is(error.code, 'LH012', `${what}: ${error.message}`);
          assert.match(String(error.hint), 'dist/install.sql again');
          await client.query('rollback');
        }
        assert.equal(await reasons(), before);
        await client.query(Object.values(damages[installed])[0] as string);
        await installIn(client);
        assert.equal([await languageOf(client), await reasons()], [installed, before], 'as the hint says');
      },
    );

  language('plain never goes on with the operators of PostgreSQL in place of its own', async () => {
    const { client } = await database();
    await installIn(client, 'plain');
    const call = `select lh_engine.call_js('normal_quantile', '{"q":1e-400}')`;
    assert.is((await errorOf(() => client.query(call))).code, 'LH001', 'JavaScript reads it as 0');
    await client.query('drop schema lh_engine_plain_guarded cascade');
    assert.is((await errorOf(() => client.query(call))).code, 'LH012');
  });
});
