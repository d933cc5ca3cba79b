// What a person can switch, what it suspends, and what it leaves in the event log and on the channel.
import type pg from 'pg';
import * as assert from 'uvu/assert';
import { errorOf, one, rows, setClock } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';

type Json = Record<string, unknown>;
type Cycle = { decisions: Json[]; analysis: { tests: Json[] } | null };

const cycle = (client: pg.Client) => one<Cycle>(client, 'select lh_run_improvement_cycle()');
const counts = (client: pg.Client) =>
  one<number[]>(
    client,
    `select array[(select count(*) from lh_spawned_skills)::int, (select count(*) from lh_ab_tests)::int]`,
  );
const slowDay = (client: pg.Client) =>
  client.query(
    `insert into lh_lead_status (status, assigned_to, created_at, contacted_at)
     select 'contacted', 'a', '2026-03-04 04:00+00', '2026-03-04 14:00+00' from generate_series(1, 5)`,
  );

/** A running test whose treated leads convert at 45 % or 20 %, against 30 %: KEEP or KILL. */
const finishedTest = async (client: pg.Client, decision: 'KEEP' | 'KILL'): Promise<string> => {
  await client.query(
    `insert into lh_spawned_skills (skill_type, skill_name, target_metric, status, spawned_at) values ('lead-scorer', 'v1', 'qualification_rate', 'testing', '2026-02-01')`,
  );
  const id = await one<string>(
    client,
    `insert into lh_ab_tests (test_name, skill_id, metric_tracked, status, started_at)
     select 'T', id, 'qualification_rate', 'running', '2026-02-01' from lh_spawned_skills where skill_name = 'v1' returning id::text`,
  );
  for (const [group, converted] of [
    ['control', 60],
    ['treatment', decision === 'KEEP' ? 90 : 40],
  ] as const)
    await client.query(
      `insert into lh_lead_status (status, created_at, contacted_at, qualified_at, ab_test_id, ab_test_group)
       select case when i <= $3 then 'qualified' else 'contacted' end, '2026-02-10 10:00', '2026-02-10 11:00',
         case when i <= $3 then timestamptz '2026-02-12' end, t.id, $2
       from lh_ab_tests as t, generate_series(1, 200) as i where t.id::text = $1`,
      [id, group, converted],
    );
  return id;
};

const testRow = async (client: pg.Client, id: string): Promise<Json> =>
  (
    await client.query(
      `select t.status, t.winner, t.recommendation, t.control_sample_size, s.status as skill
       from lh_ab_tests as t join lh_spawned_skills as s on s.id = t.skill_id where t.id::text = $1`,
      [id],
    )
  ).rows[0];

engineSuite('switches', { isolation: 'database', now: '2026-03-04 18:00+00' }, (switches, db) => {
  switches(
    'dry_run shows what would be spawned and decided, and touches no skill, test or look',
    async () => {
      await slowDay(db.client);
      const id = await finishedTest(db.client, 'KEEP');
      const before = await rows(db.client, 'select to_jsonb(t) as t from lh_ab_tests as t');
      await db.client.query(`select lh_engine.set_setting('engine.dry_run', 'true')`);
      const dry = await cycle(db.client);
      const decision = dry.decisions[0] as Json & { would_spawn: { skill: Json } };
      assert.equal([decision.action, decision.reason], ['skip', 'dry_run']);
      assert.is(decision.would_spawn.skill.skill_type, 'instant-responder');
      assert.equal(
        [dry.analysis?.tests[0]?.recommendation, dry.analysis?.tests[0]?.held],
        ['KEEP', 'dry_run'],
      );
      assert.equal(await rows(db.client, 'select to_jsonb(t) as t from lh_ab_tests as t'), before);
      assert.is(
        await one(
          db.client,
          `select count(*)::int from lh_engine.events where kind in ('look', 'decision', 'spawn')`,
        ),
        0,
      );
      await db.client.query(`select lh_engine.set_setting('engine.dry_run', 'false')`);
      const real = await cycle(db.client);
      assert.is(real.decisions[0]?.action, 'spawn');
      assert.ok(real.analysis !== null, 'the week is still due');
      assert.equal((await testRow(db.client, id)).skill, 'active');
    },
  );

  switches('a pause of everything measures and looks, but spawns nothing and decides nothing', async () => {
    await slowDay(db.client);
    const id = await finishedTest(db.client, 'KILL');
    await db.client.query(`select lh_engine.pause(why => 'end of the quarter')`);
    const paused = await cycle(db.client);
    assert.equal(
      paused.decisions.map(({ reason }) => reason),
      paused.decisions.map(() => 'paused'),
    );
    assert.is(paused.analysis?.tests[0]?.held, 'paused');
    assert.equal(await testRow(db.client, id), {
      status: 'running',
      winner: null,
      recommendation: 'CONTINUE',
      control_sample_size: 200,
      skill: 'testing',
    });
    assert.is(await one(db.client, 'select new_leads_count from lh_daily_metrics'), 5);
    assert.is(await one(db.client, 'select lh_engine.resume()'), true);
    assert.is(await one(db.client, 'select lh_engine.resume()'), false);
    await db.client.query('select lh_analyze_ab_tests()');
    assert.equal((await testRow(db.client, id)).skill, 'killed');
  });

  switches('a pause of one type leaves the others alone', async () => {
    await slowDay(db.client);
    await db.client.query(`select lh_engine.pause('instant-responder', 'the vendor is away')`);
    const reasons = (await cycle(db.client)).decisions.map(({ bottleneck, action, reason }) => [
      bottleneck,
      action,
      reason,
    ]);
    assert.equal(reasons, [
      ['low_response_rate', 'skip', 'paused'],
      ['poor_qualification', 'spawn', 'bottleneck_detected'],
    ]);
    const error = await errorOf(() => db.client.query(`select lh_engine.pause('instant-respnder', 'x')`));
    assert.is(error.code, 'LH007');
    assert.is((await errorOf(() => db.client.query('select lh_engine.pause()'))).code, 'LH001');
  });

  switches('in approval mode a spawn waits, is proposed once, and an approval spawns it', async () => {
    await slowDay(db.client);
    await db.client.query(
      `select lh_engine.set_setting('engine.approval', 'true'); select lh_engine.pause('lead-scorer', 'x')`,
    );
    const first = await cycle(db.client);
    await cycle(db.client);
    assert.is(first.decisions[0]?.reason, 'awaiting_approval');
    const waiting = await rows(db.client, 'select proposal_id, kind, subject from lh_engine.proposals');
    assert.equal(waiting, [
      { proposal_id: String(first.decisions[0]?.proposal_id), kind: 'spawn', subject: 'instant-responder' },
    ]);
    assert.is(await one(db.client, `select count(*)::int from lh_engine.events where kind = 'proposal'`), 1);
    assert.equal(await counts(db.client), [0, 0]);
    await setClock(db.client, '2026-03-05 09:00+00');
    const made = await one<Json>(db.client, 'select lh_engine.approve($1)', [waiting[0]?.proposal_id]);
    assert.equal(await counts(db.client), [1, 1]);
    assert.is(await one(db.client, 'select ab_test_id from lh_engine.test_plans'), made.ab_test_id);
    assert.is(
      (await errorOf(() => db.client.query('select lh_engine.approve($1)', [waiting[0]?.proposal_id]))).code,
      'LH008',
    );
    assert.is((await errorOf(() => db.client.query('select lh_engine.approve(99)'))).code, 'LH007');
    assert.equal(await rows(db.client, 'select * from lh_engine.proposals'), []);
  });

  switches(
    'an approval that the policy no longer allows is refused and the proposal goes on waiting',
    async () => {
      await slowDay(db.client);
      await db.client.query(`select lh_engine.set_setting('engine.approval', 'true')`);
      const id = (await cycle(db.client)).decisions[0]?.proposal_id;
      await db.client.query(`select lh_engine.pause(why => 'freeze')`);
      const error = await errorOf(() => db.client.query('select lh_engine.approve($1)', [id]));
      assert.is(error.code, 'LH008');
      assert.match(error.message, 'paused');
      assert.is(
        await one(db.client, 'select count(*)::int from lh_engine.proposals where proposal_id = $1', [id]),
        1,
      );
    },
  );

  switches('a rejected spawn is not proposed again while its type cools off', async () => {
    await slowDay(db.client);
    await db.client.query(`select lh_engine.set_setting('engine.approval', 'true')`);
    const id = (await cycle(db.client)).decisions[0]?.proposal_id;
    assert.is((await errorOf(() => db.client.query(`select lh_engine.reject($1, ' ')`, [id]))).code, 'LH001');
    await db.client.query(`select lh_engine.reject($1, 'not before Easter')`, [id]);
    const decision = (await cycle(db.client)).decisions[0];
    assert.equal([decision?.reason, decision?.until], ['rejected', '2026-04-03']);
    assert.match(String(decision?.explanation), 'not before Easter');
    await setClock(db.client, '2026-04-04 18:00+00');
    const plan = await rows(db.client, `select reason from lh_plan_improvements('2026-03-04') limit 1`);
    assert.equal(plan, [{ reason: 'rejected' }]);
  });

  switches(
    'in approval mode a KEEP waits with its numbers, and an approval keeps the skill on that record',
    async () => {
      const id = await finishedTest(db.client, 'KEEP');
      await db.client.query(`select lh_engine.set_setting('engine.approval', 'true')`);
      const looked = await cycle(db.client);
      assert.is(looked.analysis?.tests[0]?.held, 'awaiting_approval');
      assert.equal((await testRow(db.client, id)).status, 'running');
      await db.client.query('select lh_analyze_ab_tests()');
      const [proposal, ...more] = await rows(
        db.client,
        'select proposal_id, kind, subject, explanation from lh_engine.proposals',
      );
      assert.equal([proposal?.kind, proposal?.subject, more], ['keep', id, []]);
      const looks = await one(db.client, `select count(*)::int from lh_engine.events where kind = 'look'`);
      await db.client.query('select lh_engine.approve($1, $2)', [proposal?.proposal_id, 'agreed']);
      assert.equal(await testRow(db.client, id), {
        status: 'completed',
        winner: 'treatment',
        recommendation: 'KEEP',
        control_sample_size: 200,
        skill: 'active',
      });
      assert.is(
        await one(db.client, `select count(*)::int from lh_engine.events where kind = 'look'`),
        looks,
      );
      assert.is(
        await one(db.client, `select count(*)::int from lh_engine.events where kind = 'decision'`),
        1,
      );
      const replay = await rows(
        db.client,
        `select r.same from lh_engine.events as e, lh_engine.replay_decision(e.event_id) as r where e.kind = 'decision'`,
      );
      assert.equal(replay, [{ same: true }]);
    },
  );

  switches(
    'in approval mode a KILL is applied at once, and a KEEP that no longer holds is withdrawn',
    async () => {
      const killed = await finishedTest(db.client, 'KILL');
      await db.client.query(`select lh_engine.set_setting('engine.approval', 'true')`);
      await cycle(db.client);
      assert.is((await testRow(db.client, killed)).skill, 'killed');
      await db.client.query(`update lh_spawned_skills set skill_name = 'old'; delete from lh_lead_status`);
      const kept = await finishedTest(db.client, 'KEEP');
      await db.client.query('select lh_analyze_ab_tests()');
      assert.is(await one(db.client, 'select count(*)::int from lh_engine.proposals'), 1);
      await db.client.query(
        `update lh_lead_status set status = 'contacted', qualified_at = null where ab_test_group = 'treatment' and id in (select id from lh_lead_status where ab_test_group = 'treatment' and status = 'qualified' limit 60)`,
      );
      await db.client.query('select lh_analyze_ab_tests()');
      assert.equal(await rows(db.client, 'select status from lh_engine.all_proposals'), [
        { status: 'withdrawn' },
      ]);
      assert.is((await testRow(db.client, kept)).skill, 'killed');
    },
  );

  switches(
    'a kept skill is taken back, a running test stopped, each with who, why and a notification',
    async () => {
      const id = await finishedTest(db.client, 'KEEP');
      const heard: Json[] = [];
      db.client.on('notification', ({ payload }) => heard.push(JSON.parse(String(payload))));
      await db.client.query('listen lh_improvement');
      await cycle(db.client);
      const skill = (
        await rows(db.client, 'select skill_id::text, skill_type from lh_engine.active_skills')
      )[0];
      assert.is(skill?.skill_type, 'lead-scorer');
      await db.client.query('select lh_engine.revert_skill($1, $2)', [
        skill?.skill_id,
        'complaints from agents',
      ]);
      assert.equal(await rows(db.client, 'select * from lh_engine.active_skills'), []);
      assert.is((await testRow(db.client, id)).skill, 'killed');
      assert.is(
        (
          await errorOf(() =>
            db.client.query('select lh_engine.revert_skill($1, $2)', [skill?.skill_id, 'x']),
          )
        ).code,
        'LH008',
      );
      await slowDay(db.client);
      await cycle(db.client);
      const running = await rows(
        db.client,
        `select id::text from lh_ab_tests where status = 'running' and metric_tracked = 'avg_response_time_hours'`,
      );
      await db.client.query('select lh_engine.stop_test($1, $2)', [running[0]?.id, 'wrong audience']);
      assert.is(
        (await errorOf(() => db.client.query('select lh_engine.stop_test($1, $2)', [running[0]?.id, 'x'])))
          .code,
        'LH008',
      );
      assert.is(
        (await cycle(db.client)).decisions.find(({ skill_type }) => skill_type === 'instant-responder')
          ?.reason,
        'cooling_off',
      );
      const left = await rows(
        db.client,
        `select data ->> 'switch' as switch, data ->> 'why' as why, actor from lh_engine.events where kind = 'switch' order by event_id`,
      );
      assert.equal(left, [
        { switch: 'revert_skill', why: 'complaints from agents', actor: 'postgres' },
        { switch: 'stop_test', why: 'wrong audience', actor: 'postgres' },
      ]);
      assert.equal([...new Set(heard.map(({ event }) => event))], ['decision', 'revert', 'spawn', 'stop']);
    },
  );

  switches('while a cycle runs elsewhere, an approval is refused and an analysis says so', async () => {
    const busy = await db.connect();
    await busy.query('begin; select lh_engine.take_turn()');
    assert.is((await errorOf(() => db.client.query('select lh_engine.approve(1)'))).code, 'LH009');
    assert.equal(await one(db.client, 'select lh_analyze_ab_tests()'), {
      success: false,
      reason: 'already_running',
    });
    assert.equal(await one(db.client, 'select lh_run_improvement_cycle()'), {
      success: false,
      reason: 'already_running',
    });
  });
});
