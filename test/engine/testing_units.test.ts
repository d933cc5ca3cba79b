// Clean units: what is wrong with the leads of a test is counted and named in every look, and above 1 % of them nothing
// is decided.
import * as assert from 'uvu/assert';
import { one } from '../support/database.ts';
import { type EngineDatabase, engineSuite } from '../support/engine_suite.ts';
import { addArms, addLeads, analyze, createTest, type Json, now, testRow } from './testing_host.ts';

const look = (db: EngineDatabase): Promise<Json> =>
  one(db.client, `select data from lh_engine.events where kind = 'look' order by event_id desc limit 1`);

const warned = (result: Json): Json =>
  Object.fromEntries(result.warnings.map((warning: Json) => [warning.code, warning]));

const explained = (db: EngineDatabase, test: string): Promise<string> =>
  one(db.client, 'select lh_engine.explain_test($1)', [test]);

/** Leads that are labelled as lh_assign_ab_test says; three in ten of the control convert, half of the others. */
const addAssigned = async (db: EngineDatabase, test: string, leads: number): Promise<void> => {
  await db.client.query(
    `insert into lh_lead_status (status, created_at) select 'contacted', '2026-02-25 10:00+00' from generate_series(1, $1::int)`,
    [leads],
  );
  await db.client.query(
    `with assigned as (
       select l.id, a.ab_test_id, a.ab_test_group, row_number() over (partition by a.ab_test_group order by l.id) as n
       from lh_lead_status as l
       cross join lateral lh_assign_ab_test(l.id) as a
       where a.ab_test_id::text = $1
     )
     update lh_lead_status as l
     set ab_test_id = a.ab_test_id, ab_test_group = a.ab_test_group,
       status = case when a.n % 10 < (case a.ab_test_group when 'treatment' then 5 else 3 end) then 'qualified' else 'contacted' end
     from assigned as a
     where l.id = a.id`,
    [test],
  );
};

engineSuite('units', { now }, (units, db) => {
  /** Not decided, with these words to a person. */
  const isBlocked = async (test: string, words: string, would = 'KEEP'): Promise<Json> => {
    const result = await analyze(db.client);
    const [analysed] = result.tests;
    assert.is(analysed.recommendation, 'CONTINUE');
    assert.match(analysed.reason, words);
    assert.match(analysed.reason, `the recommendation would be ${would}`);
    assert.is((await look(db)).needs_person, true);
    assert.is((await testRow(db.client, test)).status, 'running');
    assert.match(await explained(db, test), words);
    assert.ok(warned(result).units, 'the gate warns');
    await db.client.query('savepoint gate');
    await db.client.query(`select lh_engine.set_setting('decisions.gate_units', 'false')`);
    assert.is((await analyze(db.client)).tests[0].recommendation, would, 'the gate can be switched off');
    await db.client.query('rollback to savepoint gate');
    return result;
  };

  for (const status of ["'won'", 'null'])
    units(`conversions that are stored as status ${status} do not kill the skill`, async () => {
      await db.client.query(`
        alter table lh_lead_status alter column status drop not null;
        do $$
        declare
          v_name text;
        begin
          for v_name in select conname from pg_constraint where conrelid = 'lh_lead_status'::regclass and contype = 'c' loop
            execute format('alter table lh_lead_status drop constraint %I', v_name);
          end loop;
        end
        $$`);
      const { test } = await createTest(db.client);
      await addArms(db.client, test, [150, 500], [200, 500]);
      await db.client.query(
        `update lh_lead_status set status = ${status} where ab_test_group = 'treatment' and status in ('qualified', 'closed')`,
      );
      const result = await isBlocked(
        test,
        'units are not clean: 200 of 1000 leads (20 %): 200 have a status that the engine does not know and count as not converted',
        'KILL',
      );
      const { unknown_status_in_test: warning } = warned(result);
      assert.equal([warning.n, warning.table, warning.ids.length], [200, 'lh_lead_status', 5]);
    });

  units('leads with labels that name no arm stop a decision on the others', async () => {
    const { test } = await createTest(db.client);
    await addArms(db.client, test, [90, 300], [135, 300]);
    await addLeads(db.client, { test, group: 'Control', leads: 200, conversions: 60 });
    await addLeads(db.client, { test, group: 'variant_b', leads: 200, conversions: 90 });
    const result = await isBlocked(
      test,
      '400 of 1000 leads (40 %): 400 are neither in control nor in treatment and are not counted',
    );
    assert.equal([warned(result).unknown_group.n, warned(result).unknown_group.ids.length], [400, 5]);
  });

  units(
    'leads from before the start of the test are left out, and many of them stop the decision',
    async () => {
      const { test } = await createTest(db.client);
      await addArms(db.client, test, [30, 100], [45, 100]);
      await addArms(db.client, test, [0, 15], [15, 15], { createdAt: '2026-01-21 10:00+00' });
      const result = await isBlocked(
        test,
        '30 of 230 leads (13.04 %): 30 were created before the test started and are left out',
      );
      assert.equal(result.tests[0].control, { leads: 100, conversions: 30, rate: 0.3 });
      assert.equal([warned(result).before_start.n, warned(result).before_start.ids.length], [30, 5]);
    },
  );

  units('control leads that converted and were relabelled are noticed between two looks', async () => {
    const { test } = await createTest(db.client);
    // Below the level that would decide, so that the test runs on.
    await db.client.query(`select lh_engine.set_setting('decisions.kill_p_value', '1')`);
    await db.client.query(`select lh_engine.set_setting('decisions.kill_lift_pct', '-100')`);
    await addArms(db.client, test, [150, 500], [165, 500]);
    assert.is((await analyze(db.client)).tests[0].recommendation, 'CONTINUE');
    await db.client.query(`
      update lh_lead_status set ab_test_group = 'treatment'
      where id in (select id from lh_lead_status where ab_test_group = 'control' and status in ('qualified', 'closed') order by id limit 40)`);
    const result = await isBlocked(
      test,
      '40 of 1000 leads (4 %): 40 are gone from their arm since an earlier look',
    );
    assert.is(warned(result).shrunken_arms.n, 40);
    // They stay gone: another look does not heal it.
    assert.match((await analyze(db.client)).tests[0].reason, '40 are gone from their arm');
  });

  units(
    'an arm that only seems smaller, on an earlier day or by another maturity, lost no lead',
    async () => {
      const { test } = await createTest(db.client);
      await addArms(db.client, test, [3, 50], [4, 50], { createdAt: '2026-02-25 10:00+00' });
      await addArms(db.client, test, [3, 30], [4, 30], { createdAt: '2026-03-01 10:00+00' });
      for (const asOf of ['2026-03-01', '2026-02-26', '2026-03-01']) {
        const result = await analyze(db.client, asOf);
        assert.is(warned(result).shrunken_arms, undefined, asOf);
      }
      await db.client.query(`select lh_engine.set_setting('decisions.maturity_days', '3')`);
      assert.is(warned(await analyze(db.client, '2026-03-01')).shrunken_arms, undefined);
    },
  );

  units('of a lead with several rows the first counts, and many of them stop the decision', async () => {
    const { test } = await createTest(db.client);
    await addArms(db.client, test, [30, 100], [45, 100]);
    // Ten leads of the control again, a day later, labelled treatment and converted.
    await db.client.query(`
      alter table lh_lead_status drop constraint lh_lead_status_pkey cascade;
      insert into lh_lead_status (id, status, created_at, ab_test_id, ab_test_group)
      overriding system value
      select l.id, 'qualified', l.created_at + interval '1 day', l.ab_test_id, 'treatment'
      from lh_lead_status as l
      where l.ab_test_group = 'control'
      order by l.id
      limit 10`);
    const result = await isBlocked(
      test,
      '10 of 210 leads (4.76 %): 10 are there again under the same id, and the first row counts',
    );
    assert.equal(
      [result.tests[0].control, result.tests[0].treatment],
      [
        { leads: 100, conversions: 30, rate: 0.3 },
        { leads: 100, conversions: 45, rate: 0.45 },
      ],
    );
    assert.equal([warned(result).doubled_leads.n, warned(result).doubled_leads.ids.length], [10, 5]);
  });

  units('labels that the engine gave and that were changed later differ from the hash', async () => {
    const { test } = await createTest(db.client);
    await addAssigned(db, test, 800);
    await db.client.query(`select lh_engine.set_setting('engine.dry_run', 'true')`);
    const clean = await analyze(db.client);
    assert.equal(clean.warnings, []);
    assert.is(clean.tests[0].recommendation, 'KEEP');
    await db.client.query(`select lh_engine.set_setting('engine.dry_run', 'false')`);
    await db.client.query(`
      update lh_lead_status set ab_test_group = case ab_test_group when 'control' then 'treatment' else 'control' end
      where id in (select id from lh_lead_status where ab_test_id is not null order by id limit 20)`);
    const result = await isBlocked(
      test,
      '20 of 800 leads (2.5 %): 20 are in the other arm than the one that the engine assigns them to',
    );
    assert.equal([warned(result).other_arm.n, warned(result).other_arm.ids.length], [20, 5]);
    await db.client.query(`
      update lh_lead_status set ab_test_group = case ab_test_group when 'control' then 'treatment' else 'control' end`);
    assert.match((await analyze(db.client)).tests[0].reason, '780 are in the other arm');
  });

  units('an ingestion that assigns by its own means is said once and blocks nothing', async () => {
    const { test } = await createTest(db.client);
    await addArms(db.client, test);
    const result = await analyze(db.client);
    assert.is(result.tests[0].recommendation, 'KEEP');
    assert.equal(result.warnings, []);
    const [gate] = (await look(db)).gates;
    assert.equal([gate.gate, gate.passed], ['units', true]);
    assert.match(
      gate.text,
      'units: nothing wrong with 200 leads; the labels have nothing to do with the arms',
    );
    assert.is((await explained(db, test)).split('the ingestion assigns by its own means').length, 2);
  });

  units('up to 1 % of the leads may have a fault: it is counted and named and blocks nothing', async () => {
    const { test } = await createTest(db.client);
    await addArms(db.client, test, [30, 99], [45, 99]);
    await addLeads(db.client, { test, group: 'Control', leads: 2 });
    const few = await analyze(db.client);
    assert.is(few.tests[0].recommendation, 'CONTINUE', 'below the minimum');
    await addArms(db.client, test, [1, 1], [1, 1]);
    const result = await analyze(db.client);
    assert.is(result.tests[0].recommendation, 'KEEP');
    assert.is(warned(result).unknown_group.n, 2);
    assert.match(
      await explained(db, test),
      'Units: 2 of 202 leads (0.99 %): 2 are neither in control nor in treatment',
    );
  });

  units('leads that share a property are counted, and those with one in the other arm', async () => {
    const { test } = await createTest(db.client);
    await addArms(db.client, test);
    await db.client.query(`
      with homes as (insert into lh_properties (county) select 'Cook' from generate_series(1, 3) returning id),
        numbered as (select id, row_number() over (order by id) as n from homes),
        chosen as (
          (select l.id, 1 as home from lh_lead_status as l where l.ab_test_group = 'control' order by l.id limit 2)
          union all
          (select l.id, 2 from lh_lead_status as l where l.ab_test_group = 'control' order by l.id offset 2 limit 3)
          union all
          (select l.id, 2 from lh_lead_status as l where l.ab_test_group = 'treatment' order by l.id limit 1)
          union all
          (select l.id, 3 from lh_lead_status as l where l.ab_test_group = 'treatment' order by l.id offset 1 limit 1)
        )
      update lh_lead_status as l set property_id = h.id from chosen as c join numbered as h on h.n = c.home where l.id = c.id`);
    assert.is((await analyze(db.client)).tests[0].recommendation, 'KEEP');
    const { gates, inputs } = await look(db);
    assert.equal([inputs.units.same_property, inputs.units.property_in_both], [6, 4]);
    assert.match(
      gates[0].text,
      '6 leads (3 %) share a property with another lead of the test, 4 of them with one in the other arm',
    );
  });
});
