// Skills where the host has names, types and constraints of its own: a taken name takes the next version, and what the
// host refuses is one skipped skill that takes no other along.
import type pg from 'pg';
import * as assert from 'uvu/assert';
import { errorOf, installFile, one, rows } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';

type Answer = {
  decisions: { bottleneck: string; action: string; reason: string; skill_name: string | null }[];
  warnings: { code: string; table: string; n: number; message: string }[];
};

const now = '2026-03-04 18:00+00';
const type = 'instant-responder';

/** Slow answers and no qualification: two bottlenecks. */
const badDay = (client: pg.Client) =>
  client.query(
    `insert into lh_lead_status (status, assigned_to, created_at, contacted_at)
     select 'contacted', 'agent-1', '2026-03-04 06:00+00', '2026-03-04 17:00+00' from generate_series(1, 20)`,
  );

const cycle = (client: pg.Client): Promise<Answer> => one(client, 'select lh_run_improvement_cycle()');

const skillNames = async (client: pg.Client): Promise<unknown[]> =>
  (
    await rows(
      client,
      `select s.skill_name || ' | ' || t.test_name as names
       from lh_spawned_skills as s join lh_ab_tests as t on t.skill_id = s.id
       where s.skill_type::text = '${type}' order by s.spawned_at`,
    )
  ).map(({ names }) => names);

const killed = (name: string, ofType = type): string =>
  `insert into lh_spawned_skills (skill_type, skill_name, status, spawned_at, decision_made_at)
   values ('${ofType}', '${name}', 'killed', '2025-06-01', '2025-07-01')`;

engineSuite('names of skills', { now }, (names, db) => {
  names('a name is free again only when nobody has it: the first version was deleted', async () => {
    await db.client.query(`alter table lh_spawned_skills add unique (skill_name)`);
    await db.client.query(killed('Auto-spawned instant-responder v2'));
    await badDay(db.client);
    await cycle(db.client);
    assert.equal(await skillNames(db.client), [
      'Auto-spawned instant-responder v3 | Test: Auto-spawned instant-responder v3',
    ]);
  });

  names('a skill of a person has the name, in other letters', async () => {
    await db.client.query(`create unique index on lh_spawned_skills (lower(skill_name))`);
    await db.client.query(killed('AUTO-spawned Instant-Responder v1', 'by hand'));
    await badDay(db.client);
    await cycle(db.client);
    assert.equal(await skillNames(db.client), [
      'Auto-spawned instant-responder v2 | Test: Auto-spawned instant-responder v2',
    ]);
  });

  names('a test of a person has the name', async () => {
    await db.client.query(`alter table lh_ab_tests add unique (test_name)`);
    await db.client.query(
      `insert into lh_ab_tests (test_name, status) values ('Test: Auto-spawned instant-responder v1', 'completed')`,
    );
    await badDay(db.client);
    await cycle(db.client);
    assert.equal(await skillNames(db.client), [
      'Auto-spawned instant-responder v2 | Test: Auto-spawned instant-responder v2',
    ]);
  });

  names('a constraint of the host that refuses a skill is no race and stops no other skill', async () => {
    await db.client.query(`alter table lh_spawned_skills add unique (skill_type)`);
    await db.client.query(killed('an old one'));
    await badDay(db.client);
    const { decisions, warnings } = await cycle(db.client);
    assert.equal(
      decisions.map((d) => [d.bottleneck, d.action, d.reason]),
      [
        ['low_response_rate', 'skip', 'host_refused'],
        ['poor_qualification', 'spawn', 'bottleneck_detected'],
      ],
    );
    const [warning, ...more] = warnings.filter(({ code }) => code === 'spawn_refused_by_host');
    assert.equal([warning?.table, warning?.n, more], ['lh_spawned_skills', 1, []]);
    assert.match(String(warning?.message), 'no instant-responder was spawned');
    assert.match(String(warning?.message), '23505');
    assert.equal(await skillNames(db.client), []);
    assert.is(await one(db.client, `select count(*)::int from lh_engine.spawn_claims`), 1);
    assert.equal(
      await rows(db.client, `select data ->> 'reason' as reason from lh_engine.events where kind = 'skip'`),
      [{ reason: 'host_refused' }],
    );
  });

  names('a name that somebody takes after the plan was made is a race', async () => {
    await db.client.query(`alter table lh_spawned_skills add unique (skill_name)`);
    await badDay(db.client);
    await db.client.query(`select lh_update_daily_metrics('2026-03-04')`);
    const plan = `(select lh_engine.call_js('plan', lh_engine.collect_policy('2026-03-04',
      lh_engine.call_js('detect', lh_engine.collect_detection('2026-03-04')) -> 'bottlenecks')) -> 'decisions')`;
    const decisions = await one(db.client, `select ${plan}`);
    await db.client.query(killed('Auto-spawned instant-responder v1', 'by hand'));
    const error = await errorOf(() =>
      db.client.query(`select lh_engine.apply_spawns(null, '2026-03-04', $1)`, [JSON.stringify(decisions)]),
    );
    assert.is(error.code, '40001');
  });

  names('an approval that the host refuses says so and goes on waiting', async () => {
    await db.client.query(`alter table lh_spawned_skills add unique (skill_type)`);
    await db.client.query(killed('an old one'));
    await badDay(db.client);
    await db.client.query(`select lh_engine.set_setting('engine.approval', 'true')`);
    await cycle(db.client);
    await db.client.query('savepoint before_approval');
    const error = await errorOf(() =>
      db.client.query(
        `select lh_engine.approve(proposal_id) from lh_engine.proposals where subject = '${type}'`,
      ),
    );
    assert.is(error.code, 'LH008');
    assert.match(error.message, 'did not take the skill');
    await db.client.query('rollback to before_approval');
    assert.is(
      await one(db.client, `select count(*)::int from lh_engine.proposals where subject = '${type}'`),
      1,
    );
  });
});

engineSuite(
  'types of skills',
  { isolation: 'database', engine: false, ids: ['bigint'], now },
  (types, db) => {
    types('a unique name of thirty letters keeps its version, also of the second skill', async () => {
      await db.client.query(`
        create domain public.short_name as varchar(36);
        alter table lh_spawned_skills alter column skill_name type varchar(30), add unique (skill_name);
        alter table lh_ab_tests alter column test_name type short_name, add unique (test_name);
        ${installFile}`);
      await badDay(db.client);
      await cycle(db.client);
      await db.client.query(`
        update lh_spawned_skills set status = 'killed', spawned_at = '2025-06-01', decision_made_at = '2025-07-01';
        update lh_ab_tests set status = 'completed'`);
      await cycle(db.client);
      assert.equal(await skillNames(db.client), [
        'Auto-spawned instant-respon v1 | Test: Auto-spawned instant-respon v1',
        'Auto-spawned instant-respon v2 | Test: Auto-spawned instant-respon v2',
      ]);
    });

    types('columns that are enums are written, and a value they lack is one skipped skill', async () => {
      await db.client.query(`
        create type skill_kind as enum ('instant-responder', 'other');
        create type problem as enum ('low_response_rate', 'poor_qualification');
        create type metric as enum ('avg_response_time_hours', 'qualification_rate');
        create domain public.metric_name as text check (value <> '');
        alter table lh_spawned_skills alter column skill_type type skill_kind using skill_type::skill_kind,
          alter column problem_detected type problem using problem_detected::problem,
          alter column target_metric type metric_name;
        alter table lh_ab_tests alter column metric_tracked type metric using metric_tracked::metric;
        ${installFile}`);
      await badDay(db.client);
      const { decisions, warnings } = await cycle(db.client);
      assert.equal(
        decisions.map((d) => [d.bottleneck, d.action, d.reason]),
        [
          ['low_response_rate', 'spawn', 'bottleneck_detected'],
          ['poor_qualification', 'skip', 'host_refused'],
        ],
      );
      assert.match(String(warnings.find((w) => w.code === 'spawn_refused_by_host')?.message), '22P02');
      assert.equal(await skillNames(db.client), [
        'Auto-spawned instant-responder v1 | Test: Auto-spawned instant-responder v1',
      ]);
    });

    types('a pattern that its column refuses or cuts is named, and the others are written', async () => {
      await db.client.query(`
        alter table lh_pattern_performance alter column pattern_type type varchar(6),
          alter column total_validations type smallint,
          add check (pattern_type <> 'bank');
        ${installFile}
        insert into lh_contacts (validation_status) select 'valid' from generate_series(1, 5);
        insert into lh_validation_history (contact_id, pattern_type, created_at)
        select c.id, (array['bank', 'llc', 'company a', 'company b', 'trust'])[row_number() over (order by c.id)], '2026-03-01'
        from lh_contacts as c;
        insert into lh_feedback_log (contact_id, feedback_type, created_at)
        select c.id, 'business_number', '2026-03-02' from lh_contacts as c`);
      for (const run of [1, 2]) {
        const { warnings } = await cycle(db.client);
        const [warning] = warnings.filter(({ code }) => code === 'pattern_rows_refused_by_host');
        assert.equal([warning?.n, warning?.table], [2, 'lh_pattern_performance'], `run ${run}`);
        for (const part of ['company b (its column', 'bank (23514'])
          assert.match(String(warning?.message), part);
        assert.equal(
          (await rows(db.client, 'select pattern_type as p from lh_pattern_performance order by 1')).map(
            ({ p }) => p,
          ),
          ['compan', 'llc', 'trust', null],
        );
      }
    });
  },
);
