// The event log as an audit log: what somebody with the rights of an operator, or of the loop, tries to write into it,
// to take out of it and to change past it.
import * as assert from 'uvu/assert';
import { errorOf, one, rows, setClock } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { as, followRemedies, options, roleName } from './roles_host.ts';

const eventCount = 'select count(*)::int from lh_engine.events';

engineSuite('event log', options, (log, db) => {
  const asOperator = async <T>(work: () => Promise<T>): Promise<T> => {
    await db.client.query(`grant lh_engine_operator to ${roleName}`);
    return as(db.client, roleName, work);
  };
  /** With every right that a cycle needs. */
  const asLoop = async <T>(work: () => Promise<T>): Promise<T> => {
    await db.client.query(`grant lh_engine_operator to ${roleName}; alter role ${roleName} bypassrls`);
    await followRemedies(db.client, roleName);
    return as(db.client, roleName, work);
  };
  const newest = async (): Promise<Record<string, unknown> | undefined> =>
    (
      await rows(
        db.client,
        `select kind, actor, acting_role, application, skill_id, ab_test_id, data
         from lh_engine.events order by event_id desc limit 1`,
      )
    )[0];

  log('an operator writes, changes and removes no event, by no statement and by no function', async () => {
    await db.client.query('select lh_run_improvement_cycle()');
    const before = await one(db.client, 'select jsonb_agg(e order by event_id) from lh_engine.events as e');
    await asOperator(async () => {
      for (const kind of ['decision', 'spawn', 'cycle', 'setting', 'switch', 'look', 'proposal'])
        for (const attempt of [
          `insert into lh_engine.events (happened_at, kind, actor) values ('2020-01-01', '${kind}', 'the boss')`,
          `insert into lh_engine.events (event_id, happened_at, kind) values (-1, now(), '${kind}')`,
          `select lh_engine.record_event('${kind}', null, null, '17', '42', '{"recommendation": "KEEP"}')`,
        ])
          assert.is((await errorOf(() => db.client.query(attempt))).code, '42501', attempt);
      for (const attempt of [
        `select lh_engine.record_switch('approve', '17', '42', 'the boss said so', '{}')`,
        'select lh_engine.purge_events()',
        'select lh_engine.enable_schedule()',
        'update lh_engine.events set actor = $$the boss$$',
        'delete from lh_engine.events',
        'truncate lh_engine.events',
        'alter table lh_engine.events disable trigger all',
        'drop trigger keep_events on lh_engine.events',
        'create trigger mine before insert on lh_engine.events for each row execute function lh_engine.record_override()',
        'set session_replication_role to replica',
        `insert into lh_engine.all_proposals (kind, subject, as_of, proposed_at, data) values ('keep', '42', now(), now(), '{}')`,
        `select setval('lh_engine.events_event_id_seq', 1)`,
        `select nextval('lh_engine.events_event_id_seq')`,
        `copy lh_engine.events (happened_at, kind) from program 'echo'`,
      ]) {
        const error = await errorOf(() => db.client.query(attempt));
        assert.ok(
          ['42501', 'LH010'].includes(String(error.code)),
          `${attempt}: ${error.code} ${error.message}`,
        );
      }
    });
    assert.equal(
      await one(db.client, 'select jsonb_agg(e order by event_id) from lh_engine.events as e'),
      before,
    );
  });

  log('no function that runs as its owner can be executed by anybody, or reaches JavaScript', async () => {
    const definers = await rows(
      db.client,
      `select p.oid::regprocedure::text as name, p.prorettype::regtype::text as type, p.prosrc, p.proacl,
         p.proconfig && array['search_path=pg_catalog, pg_temp', 'search_path="pg_catalog", "pg_temp"'] as is_pinned
       from pg_proc as p
       where p.prosecdef and p.pronamespace = 'lh_engine'::regnamespace and p.proname <> 'js' order by 1`,
    );
    assert.equal(
      definers.map(({ name }) => name),
      ['lh_engine.record_closing()', 'lh_engine.record_override()', 'lh_engine.record_pause()'],
    );
    for (const { name, type, is_pinned, prosrc } of definers) {
      assert.equal([type, is_pinned], ['trigger', true], String(name));
      assert.not.match(String(prosrc), /call_js|lh_engine\.js/);
      for (const role of [roleName, 'lh_engine_operator', 'lh_engine_agent', 'lh_engine_reader', 'anon'])
        assert.is(
          await one(db.client, `select has_function_privilege($1, $2, 'execute')`, [role, name]),
          false,
          `${role} ${name}`,
        );
      // A trigger of one's own needs the right to execute its function.
      await asOperator(async () => {
        const error = await errorOf(() =>
          db.client.query(
            `create temp table bait (key text, value jsonb, skill_type text, why text);
             create trigger mine after insert on bait for each row execute function ${name}`,
          ),
        );
        assert.is(error.code, '42501');
      });
    }
  });

  log('a setting written past its function is checked, signed and recorded all the same', async () => {
    await asOperator(async () => {
      const attempts: readonly (readonly [string, string])[] = [
        [`values ('spawning.cooling_off_day', '7', now())`, 'LH002'],
        [`values ('spawning.cooling_off_days', '"soon"', now())`, 'LH003'],
        [`values ('engine.time_zone', '"Atlantis"', now())`, 'LH003'],
        [`values ('security.trusted_roles', '["${roleName}"]', now())`, 'LH008'],
        [`values (null, '7', now())`, 'LH002'],
        [`values ('spawning.cooling_off_days', null, now())`, 'LH003'],
      ];
      for (const [values, code] of attempts) {
        const error = await errorOf(() =>
          db.client.query(`insert into lh_engine.setting_overrides (key, value, changed_at) ${values}`),
        );
        assert.is(error.code, code, values);
      }
      await db.client.query(
        `set application_name to 'an editor';
         insert into lh_engine.setting_overrides values ('spawning.cooling_off_days', '9', '2020-01-01', 'the boss')`,
      );
    });
    const session = await one(db.client, 'select session_user');
    const signed = { kind: 'setting', actor: session, acting_role: roleName, application: 'an editor' };
    const at = { skill_id: null, ab_test_id: null };
    const fallback = await one(
      db.client,
      `select "default" from lh_engine.settings where key = 'spawning.cooling_off_days'`,
    );
    assert.equal(await newest(), {
      ...signed,
      ...at,
      data: { key: 'spawning.cooling_off_days', old: fallback, new: 9 },
    });
    assert.equal(
      (
        await db.client.query(
          'select changed_by, changed_at = lh_engine.clock() as is_now from lh_engine.setting_overrides',
        )
      ).rows,
      [{ changed_by: session, is_now: true }],
    );
    await asOperator(async () => {
      await db.client.query(`update lh_engine.setting_overrides set value = '11', changed_by = 'the boss'`);
      assert.equal((await newest())?.data, { key: 'spawning.cooling_off_days', old: 9, new: 11 });
      const error = await errorOf(() =>
        db.client.query(`update lh_engine.setting_overrides set key = 'log.retention_days'`),
      );
      assert.is(error.code, 'LH008');
      await db.client.query('delete from lh_engine.setting_overrides');
    });
    assert.equal((await newest())?.data, {
      key: 'spawning.cooling_off_days',
      old: 11,
      new: fallback,
      reset: true,
    });
    assert.is(await one(db.client, `select count(*)::int from lh_engine.events where kind = 'setting'`), 3);
  });

  log('the old value is that of the change before, of two sessions at once too', async () => {
    const other = await db.connect();
    const set = (value: number) => `select lh_engine.set_setting('spawning.cooling_off_days', '${value}')`;
    for (const level of ['read committed', 'repeatable read']) {
      await db.client.query(`select lh_engine.reset_setting('spawning.cooling_off_days')`);
      await other.query(`begin isolation level ${level}`);
      await other.query('select 1 from lh_engine.events limit 1');
      await db.client.query(`begin; ${set(8)}`);
      const late = other.query(set(9)).then(
        () => 'done',
        (error: { code: string }) => error.code,
      );
      await db.client.query(`select pg_sleep(0.2)`);
      await db.client.query('commit');
      const outcome = await late;
      await other.query(outcome === 'done' ? 'commit' : 'rollback');
      const changes = await rows(
        db.client,
        `select data -> 'old' as old, data -> 'new' as new from lh_engine.events
         where kind = 'setting' and not data ? 'reset' order by event_id desc limit 1`,
      );
      if (level === 'read committed') assert.equal([outcome, changes[0]], ['done', { old: 8, new: 9 }]);
      else assert.equal([outcome, changes[0]?.new], ['40001', 8]);
    }
  });

  log(
    'a pause written past its function has a reason and a name, and is recorded, as is its end',
    async () => {
      const session = await one(db.client, 'select session_user');
      await asOperator(async () => {
        const silent = `insert into lh_engine.pauses (skill_type, paused_at, why) values ('*', now(), ' ')`;
        assert.is((await errorOf(() => db.client.query(silent))).code, 'LH001');
        await db.client.query(
          `insert into lh_engine.pauses values ('*', '2020-01-01', 'the boss', 'holiday')`,
        );
        assert.equal((await newest())?.data, {
          switch: 'pause',
          why: 'holiday',
          role: roleName,
          skill_type: '*',
        });
        assert.equal(
          await one(
            db.client,
            'select array[paused_by, (paused_at = lh_engine.clock())::text] from lh_engine.pauses',
          ),
          [session, 'true'],
        );
        assert.is(
          (await errorOf(() => db.client.query(`update lh_engine.pauses set skill_type = 'lead-scorer'`)))
            .code,
          'LH008',
        );
        await db.client.query('delete from lh_engine.pauses');
      });
      assert.equal((await newest())?.data, { switch: 'resume', why: null, role: roleName, skill_type: '*' });
      await db.client.query(`select lh_engine.pause(why => 'again'); select lh_engine.resume(why => 'back')`);
      assert.match(JSON.stringify(await newest()), '"why":"back"');
    },
  );

  log('an operator without the rights of the loop may reject a proposal, and nothing else', async () => {
    await db.client.query(
      `insert into lh_engine.all_proposals (kind, subject, as_of, proposed_at, data)
       values ('keep', '42', '2026-03-04', '2026-03-04', '{"record": {"skill_id": "17", "ab_test_id": "42"}}')`,
    );
    await asOperator(async () => {
      for (const change of [
        `status = 'approved'`,
        `status = 'withdrawn'`,
        `data = '{"record": {"recommendation": "KEEP"}}'`,
        `status = 'rejected', why = 'no', subject = '43'`,
      ]) {
        const error = await errorOf(() => db.client.query(`update lh_engine.all_proposals set ${change}`));
        assert.is(error.code, 'LH008', change);
        assert.match(String(error.hint), `lh_engine.check_host_for('${roleName}')`);
      }
      assert.is(
        (await errorOf(() => db.client.query(`update lh_engine.all_proposals set status = 'rejected'`))).code,
        'LH001',
      );
      await db.client.query(
        `update lh_engine.all_proposals set status = 'rejected', why = 'no', closed_by = 'the boss', closed_at = '2020-01-01'`,
      );
      assert.is(
        (await errorOf(() => db.client.query(`update lh_engine.all_proposals set status = 'waiting'`))).code,
        'LH008',
      );
    });
    const { kind, actor, acting_role, skill_id, ab_test_id, data } = (await newest()) ?? {};
    assert.equal(
      { kind, actor, acting_role, skill_id, ab_test_id },
      {
        kind: 'switch',
        actor: await one(db.client, 'select session_user'),
        acting_role: roleName,
        skill_id: '17',
        ab_test_id: '42',
      },
    );
    assert.match(JSON.stringify(data), '"switch":"reject"');
    assert.is(
      await one(
        db.client,
        'select closed_by = session_user and closed_at = lh_engine.clock() from lh_engine.all_proposals',
      ),
      true,
    );
  });

  log('an operator does not set the clock of the log', async () => {
    await db.client.query(`create role ${roleName}_login login in role lh_engine_operator`);
    try {
      const other = await db.connect();
      await other.query(`set session authorization ${roleName}_login`);
      await setClock(other, '2020-01-01 12:00+00');
      await other.query(`select lh_engine.pause(why => 'backdated')`);
      assert.is(await one(db.client, `select max(happened_at) > '2026-01-01' from lh_engine.events`), true);
      assert.is(await one(other, 'select paused_by from lh_engine.pauses'), `${roleName}_login`);
      await other.end();
    } finally {
      await db.client.query(`drop owned by ${roleName}_login; drop role ${roleName}_login`);
    }
  });

  log('the role of the loop writes what the loop writes, in its own name and at its own time', async () => {
    await asLoop(async () => {
      await db.client.query('call lh_engine.run_due_cycle()');
      const count = await one<number>(db.client, eventCount);
      for (const attempt of [
        `insert into lh_engine.events (happened_at, kind, data) values (now(), 'setting', '{"key": "profile"}')`,
        `insert into lh_engine.events (happened_at, kind, data) values (now(), 'switch', '{"switch": "approve"}')`,
        `insert into lh_engine.events (happened_at, kind, data) values (now(), 'switch', '{}')`,
        `insert into lh_engine.events (event_id, happened_at, kind) values (-7, now(), 'look')`,
        `insert into lh_engine.events (event_id, happened_at, kind) values (1000000, now(), 'look')`,
        `delete from lh_engine.events where kind = 'started'`,
      ])
        assert.is((await errorOf(() => db.client.query(attempt))).code, 'LH008', attempt);
      assert.is(await one(db.client, eventCount), count);
      await db.client.query(
        `insert into lh_engine.events (happened_at, kind, actor, acting_role, application, bundle, language)
         values ('2020-01-01', 'look', 'the boss', 'the boss', 'the boss', 'another', 'another')`,
      );
    });
    assert.equal(
      await one(
        db.client,
        `select array[e.actor = session_user, e.acting_role = $1, e.application = current_setting('application_name'),
           e.happened_at = lh_engine.clock(), e.bundle = lh_engine.bundle(), e.language = lh_engine.language()]
         from lh_engine.events as e order by event_id desc limit 1`,
        [roleName],
      ),
      [true, true, true, true, true, true],
    );
    assert.ok(
      await one(db.client, `select bool_and(acting_role = $1) from lh_engine.events where kind = 'cycle'`, [
        roleName,
      ]),
    );
  });
});
