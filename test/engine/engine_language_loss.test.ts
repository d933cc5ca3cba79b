// A library that is gone, or of which a part is: what says so, and what brings it back.
import * as assert from 'uvu/assert';
import { errorOf, one, rows, type TestDatabase } from '../support/database.ts';
import { liveALittle } from '../support/dumps.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { requireForFile } from '../support/needs.ts';
import { installIn, languageOf, losePlv8, options } from './language_host.ts';

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

  for (const lost of ['lh_engine_plain, lh_engine_plain_guarded', 'lh_engine_plain'])
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
});
