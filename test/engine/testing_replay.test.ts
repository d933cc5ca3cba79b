// A recorded recommendation comes out the same when it is computed again, and a forged one does not.
import * as assert from 'uvu/assert';
import { errorOf, one } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { addArms, addLeads, analyze, createTest, type Json, now } from './testing_host.ts';

engineSuite('replay', { now }, (replay, db) => {
  const replayed = async (): Promise<Json[]> =>
    (
      await db.client.query(
        `select e.kind, r.*
         from lh_engine.events as e
         cross join lateral lh_engine.replay_decision(e.event_id) as r
         where e.kind in ('look', 'decision')
         order by e.event_id`,
      )
    ).rows;

  replay(
    'every look and decision comes out the same, under both rules and with awkward numbers',
    async () => {
      for (const profile of ['basic', 'rigorous']) {
        await db.client.query(`select lh_engine.set_setting('profile', to_jsonb($1::text))`, [profile]);
        const { test } = await createTest(db.client, { metric: profile, confidence: 0.9 });
        await addArms(db.client, test, [31, 107], [40, 103], { source: 'a', hoursToContact: 1.7 });
        await addArms(db.client, test, [13, 77], [20, 71], { source: 'b', hoursToContact: 0.3 });
        await addLeads(db.client, { test, group: 'other', leads: 3 });
        await analyze(db.client);
        await addArms(db.client, test, [101, 307], [160, 303]);
        await analyze(db.client);
      }
      const rows = await replayed();
      assert.ok(rows.length >= 4);
      for (const row of rows) {
        assert.equal([row.same, row.differences], [true, []]);
        assert.is(row.recorded_recommendation, row.replayed_recommendation);
        assert.is(row.recorded_bundle, row.present_bundle);
      }
    },
  );

  replay('a record that was forged is noticed, with the part that differs', async () => {
    const { test } = await createTest(db.client);
    await addArms(db.client, test);
    await analyze(db.client);
    await db.client.query(`
      insert into lh_engine.events (happened_at, kind, ab_test_id, data)
      select happened_at, kind, ab_test_id, jsonb_set(data, '{recommendation}', '"KILL"')
      from lh_engine.events
      where kind = 'decision'
    `);
    const forged = (await replayed()).pop();
    assert.is(forged.same, false);
    assert.equal(forged.differences, [{ part: 'recommendation', recorded: 'KILL', replayed: 'KEEP' }]);
  });

  replay('the settings of the time count, not those of today', async () => {
    const { test } = await createTest(db.client);
    await addArms(db.client, test);
    await analyze(db.client);
    await db.client.query(`select lh_engine.set_setting('decisions.keep_lift_pct', '80')`);
    assert.ok((await replayed()).every((row) => row.same && row.replayed_recommendation === 'KEEP'));
  });

  replay('an event that is no look or decision is a named error', async () => {
    const id = await one(db.client, `select lh_engine.record_event('cycle', null, null, null, null, '{}')`);
    const error = await errorOf(() => db.client.query('select * from lh_engine.replay_decision($1)', [id]));
    assert.is(error.code, 'LH007');
    assert.match(error.message, `no look or decision event ${id}`);
  });

  replay('a record of a later release is a named error', async () => {
    const { test } = await createTest(db.client);
    await addArms(db.client, test);
    await analyze(db.client);
    const id = await one(
      db.client,
      `insert into lh_engine.events (happened_at, kind, ab_test_id, data)
       select happened_at, kind, ab_test_id, data || '{"record_version": 99}'
       from lh_engine.events
       where kind = 'look'
       returning event_id`,
    );
    const error = await errorOf(() => db.client.query('select * from lh_engine.replay_decision($1)', [id]));
    assert.is(error.code, 'LH008');
    assert.match(error.message, 'the record has version 99');
    assert.match(String(error.hint), 'Install the release that wrote the record');
  });
});
