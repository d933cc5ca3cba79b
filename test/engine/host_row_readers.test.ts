// Row-level security is judged for each relation by the role that really reads it: the caller, or the owner of a view or
// function of the site that stands between. What cannot be judged is refused with a way out.
import type pg from 'pg';
import * as assert from 'uvu/assert';
import { errorOf, one, rows } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { as, options, roleName } from './roles_host.ts';

const columns = `l.id, l.property_id, l.status::text as status, l.assigned_to::text as assigned_to, l.contacted_at, l.created_at,
  l.ab_test_id, l.ab_test_group::text as ab_test_group, l.source::text as source, l.qualified_at, l.closed_at`;
/** The adapter of leads over something of the site. */
const over = (relation: string) =>
  `create or replace view lh_engine.host_leads with (security_invoker = true) as select ${columns} from ${relation} as l`;

/** Views of the engine may stand on what the role owns. */
const cleanUp = (client: pg.Client) =>
  client.query(`rollback; reset role; alter role ${roleName} nobypassrls; drop owned by ${roleName} cascade`);

engineSuite('whose rows', { ...options, cleanUp }, (readers, db) => {
  const problems = () =>
    rows(
      db.client,
      `select object, remedy from lh_engine.check_host() where kind = 'row security' and not found order by object`,
    );
  const objects = async () => (await problems()).map(({ object }) => object);
  const objectsFor = async (role: string, like: string) =>
    (
      await rows(
        db.client,
        `select object from lh_engine.check_host_for($1) where kind = 'row security' and not found and object ~ $2 order by object`,
        [role, like],
      )
    ).map(({ object }) => object);
  const vouch = (names: readonly string[]) =>
    db.client.query(`select lh_engine.set_setting('security.trusted_roles', to_jsonb($1::text[]))`, [names]);
  const cycle = () => db.client.query('select lh_run_improvement_cycle()');
  /** The leads under row-level security, where no policy shows the role a row. */
  const hide = () =>
    db.client.query(`
      alter table lh_lead_status enable row level security;
      grant select on lh_lead_status to ${roleName};
      insert into lh_lead_status (status, source) values ('assigned', 'zillow')`);
  const seen = `public.lh_lead_status for ${roleName}, as whom public.site_leads reads it`;

  readers('a site view is judged by its owner, and stops whoever runs the cycle', async () => {
    await hide();
    await db.client.query(`
      create view site_leads as select * from lh_lead_status;
      alter view site_leads owner to ${roleName};
      ${over('site_leads')}`);
    assert.is(await one(db.client, 'select count(*)::int from lh_engine.host_leads'), 0, 'the row is hidden');
    assert.equal(await objects(), [seen]);
    for (const call of ['lh_run_improvement_cycle()', 'lh_detect_bottlenecks()', 'lh_plan_improvements()']) {
      const error = await errorOf(() => db.client.query(`select * from ${call}`));
      assert.is(error.code, 'LH005', call);
      assert.match(error.message, seen);
      assert.match(String(error.hint), `alter role ${roleName} bypassrls`);
    }
    const [problem] = await problems();
    await db.client.query(`create policy all_leads on lh_lead_status for select to ${roleName} using (true)`);
    await db.client.query(String(/select lh_engine\.set_setting\(.*\);/.exec(String(problem?.remedy))?.[0]));
    assert.equal(await objects(), []);
    await cycle();
    await vouch([]);
    await db.client.query(`alter role ${roleName} bypassrls`);
    assert.equal(await objects(), []);
  });

  readers(
    'a caller who is subject to row-level security may read through a view whose owner is not',
    async () => {
      await hide();
      await db.client.query(`
      create view site_leads as select * from lh_lead_status;
      grant select on site_leads to ${roleName};
      ${over('site_leads')};`);
      assert.equal(await objectsFor(roleName, 'lead'), []);
      await db.client.query('alter view site_leads set (security_invoker = true)');
      assert.equal(await objectsFor(roleName, 'lead'), ['public.lh_lead_status']);
    },
  );

  readers('a view with security_invoker under one without reads as the caller again', async () => {
    await hide();
    await db.client.query(`
      create view inner_leads with (security_invoker = yes) as select * from lh_lead_status;
      create view site_leads as select * from inner_leads;
      grant select on inner_leads to ${roleName};
      alter view site_leads owner to ${roleName};
      ${over('site_leads')}`);
    assert.is(await one(db.client, 'select count(*)::int from lh_engine.host_leads'), 1);
    assert.equal(await objects(), []);
  });

  readers('a materialized view is judged by its owner, as whom it is filled', async () => {
    await hide();
    await db.client.query(`
      create materialized view site_leads as select * from lh_lead_status;
      alter materialized view site_leads owner to ${roleName};
      ${over('site_leads')}`);
    await db.client.query('refresh materialized view site_leads');
    assert.is(await one(db.client, 'select count(*)::int from lh_engine.host_leads'), 0, 'the row is hidden');
    assert.equal(await objects(), [seen]);
  });

  const returnsLeads = 'returns setof lh_lead_status language sql stable';

  for (const [what, definition] of [
    [
      'that runs as its owner',
      `create function f() ${returnsLeads} security definer as 'select * from public.lh_lead_status'; alter function f() owner to ${roleName}`,
    ],
    [
      'of columns',
      `create function f() returns table (${'id bigint, property_id bigint, status text, assigned_to text, contacted_at timestamptz, created_at timestamptz, ab_test_id bigint, ab_test_group text, source text, qualified_at timestamptz, closed_at timestamptz'})
         language plpgsql immutable security definer as 'begin return query select null::bigint, null::bigint, null::text, null::text, null::timestamptz, null::timestamptz, null::bigint, null::text, null::text, null::timestamptz, null::timestamptz; end'; alter function f() owner to ${roleName}`,
    ],
  ] as const)
    readers(`an adapter over a function ${what} cannot be judged and is refused with ways out`, async () => {
      await hide();
      await db.client.query(`${definition}; ${over('f()')}`);
      assert.equal(await objects(), [`function public.f(), which runs as ${roleName}`]);
      const error = await errorOf(cycle);
      assert.is(error.code, 'LH005');
      assert.match(String(error.hint), 'begin atomic');
      await db.client.query(
        String(/select lh_engine\.set_setting\(.*\);/.exec(String((await problems())[0]?.remedy))?.[0]),
      );
      assert.equal(await objects(), []);
      await vouch([]);
      for (const { command } of await rows(
        db.client,
        `select format('alter table %s disable row level security', oid::regclass) as command from pg_class where relrowsecurity`,
      ))
        await db.client.query(String(command));
      assert.equal(await objects(), [], 'without row-level security nothing can hide a row');
    });

  readers('a function that shows what it reads is judged like a view', async () => {
    await hide();
    const atomic = `create or replace function f() ${returnsLeads} %s begin atomic select * from public.lh_lead_status; end`;
    await db.client.query(`${atomic.replace('%s', '')}; ${over('f()')}`);
    assert.equal(await objects(), []);
    await db.client.query(
      `${atomic.replace('%s', 'security definer')}; alter function f() owner to ${roleName}`,
    );
    assert.equal(await objects(), [`public.lh_lead_status for ${roleName}, as whom public.f() reads it`]);
  });

  for (const volatility of ['volatile', 'stable', 'immutable'])
    readers(
      `a ${volatility} scalar function and operator in a site view count as whom they run`,
      async () => {
        await hide();
        await db.client.query(`
        create function site_source(text) returns text language sql ${volatility} as 'select $1';
        create operator public.~~> (function = site_source, rightarg = text);
        create view site_leads as select l.*, ~~> l.source::text as shown from lh_lead_status as l;
        ${over('site_leads')}`);
        const refused = `function public.site_source(text), which runs as ${roleName}`;
        assert.equal(await objectsFor(roleName, 'site_source'), [refused]);
        assert.equal(await objects(), [], 'from a superuser nothing is hidden');
        await cycle();
        await db.client.query(`
        create view narrow as select * from lh_lead_status;
        alter view narrow owner to ${roleName}`);
        assert.is((await objects()).length, 1, 'it could read the view, which hides rows from everybody');
        await db.client.query('alter view narrow set (security_invoker = true)');
        assert.equal(await objects(), []);
        await db.client.query(`alter role ${roleName} bypassrls`);
        assert.equal(await objectsFor(roleName, 'site_source'), []);
      },
    );

  readers('row-level security on what nobody reads refuses no function', async () => {
    for (const { command } of await rows(
      db.client,
      `select format('alter table %s disable row level security', oid::regclass) as command from pg_class where relrowsecurity`,
    ))
      await db.client.query(String(command));
    await db.client.query(`
      create schema auth; create table auth.users (id int); alter table auth.users enable row level security;
      create function site_source(text) returns text language sql as 'select $1';
      create view site_leads as select l.*, site_source(l.source::text) as shown from lh_lead_status as l;
      ${over('site_leads')}`);
    assert.equal(await objects(), []);
    assert.equal(await objectsFor(roleName, 'site_source'), [], 'it may not read that table');
    await db.client.query(
      `grant usage on schema auth to ${roleName}; grant select (id) on auth.users to ${roleName}`,
    );
    assert.is((await objectsFor(roleName, 'site_source')).length, 1);
    await cycle();
  });

  for (const [place, definition] of [
    ['a site view', 'create view site_leads as select l.* from lh_lead_status as l where %s is not null'],
    [
      'a function that shows what it reads',
      `create function shown() returns boolean language sql begin atomic select %s is not null; end;
       create view site_leads as select l.* from lh_lead_status as l where shown()`,
    ],
  ] as const)
    readers(`a built-in that runs a query from its text is refused in ${place}`, async () => {
      await hide();
      const query = `query_to_xml('select 1 from public.lh_lead_status', false, false, '')`;
      await db.client.query(`${definition.replace('%s', query)}; ${over('site_leads')}`);
      assert.equal(await objectsFor(roleName, 'xml'), [
        `function query_to_xml(text,boolean,boolean,text), which runs as ${roleName}`,
      ]);
      assert.equal(await objects(), []);
    });

  readers('a metrics function that runs as a role from which rows are hidden stops the cycle', async () => {
    await hide();
    await db.client.query(`
      alter function lh_update_daily_metrics(date) security definer;
      alter function lh_update_daily_metrics(date) owner to ${roleName}`);
    const error = await errorOf(cycle);
    assert.is(error.code, 'LH005');
    assert.match(error.message, `lh_update_daily_metrics(date), which runs as ${roleName}`);
    await db.client.query(`alter function lh_update_daily_metrics(date) security invoker`);
    await cycle();
    await db.client.query(`
      alter function lh_update_daily_metrics(date) security definer;
      grant all on all tables in schema public to ${roleName};
      alter role ${roleName} bypassrls`);
    await cycle();
  });

  readers('trust is in a role: one that is made anew under the name has none', async () => {
    const name = `${roleName}_again`;
    await hide();
    await db.client.query(`
      create role ${name}; grant select on lh_lead_status to ${name};
      create view site_leads as select * from lh_lead_status; alter view site_leads owner to ${name};
      ${over('site_leads')}`);
    try {
      await vouch([name]);
      assert.equal(await objects(), []);
      await db.client.query(`drop owned by ${name} cascade; drop role ${name}; create role ${name};
        grant select on lh_lead_status to ${name};
        create view site_leads as select * from lh_lead_status; alter view site_leads owner to ${name}`);
      await db.client.query(
        `drop view if exists lh_engine.host_leads; ${over('site_leads').replace('or replace ', '')}`,
      );
      assert.is((await objects()).length, 1);
      await db.client.query(`select lh_engine.set_setting('engine.dry_run', 'true')`);
      assert.is((await objects()).length, 1);
      await vouch([name]);
      assert.equal(await objects(), []);
    } finally {
      await db.client.query(`drop owned by ${name} cascade; drop role ${name}`);
    }
  });

  readers('tables, partitions and views of the role that runs the loop are not refused', async () => {
    await db.client.query(`
      create table parted (like lh_lead_status including defaults) partition by list (status);
      create table parted_assigned partition of parted for values in ('assigned');
      create table parted_rest partition of parted default;
      alter table parted_assigned enable row level security;
      create view over_parted with (security_invoker = on) as select * from parted where status is not null;
      create view site_leads as select p.* from over_parted as p union all select * from lh_lead_status where false;
      insert into parted (id, status, source) values (1, 'assigned', 'zillow');
      alter role ${roleName} nobypassrls;
      grant select on parted, parted_assigned, over_parted, site_leads to ${roleName};
      ${over('over_parted')}`);
    const leads = () =>
      rows(
        db.client,
        `select object from lh_engine.check_host_for($1) where kind = 'row security' and not found and object ~ 'parted|leads'`,
        [roleName],
      );
    assert.equal(await leads(), []);
    await db.client.query(
      `grant usage on schema lh_engine to ${roleName}; grant select on lh_engine.host_leads to ${roleName}`,
    );
    assert.is(
      await as(db.client, roleName, () => one(db.client, 'select count(*)::int from lh_engine.host_leads')),
      1,
      'row-level security of a partition does not count where its parent is read',
    );
    await db.client.query(over('site_leads'));
    assert.equal(await objects(), []);
    await cycle();
  });
});
