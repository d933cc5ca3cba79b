// A version whose contract asks for more optional columns of the host, installed over 1.0.0: views that the engine made
// are made anew with their rights, and what stands on them stays or stops the upgrade.
import * as assert from 'uvu/assert';
import { errorOf, installFile, one, rows } from '../support/database.ts';
import { dump, engineDump, rowsOf, same } from '../support/dumps.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { missing as lacking, unless } from '../support/needs.ts';
import {
  definition,
  install100,
  laterColumns,
  laterInstaller,
  live,
  missing,
  nothingRequiredIsMissing,
  noticesOf,
  options,
  reorderedInstaller,
  siteViews,
  typeOf,
} from './later_host.ts';

const noPlv8 = await lacking('plv8');

engineSuite('adapter views of the engine', options, (adapters, db) => {
  unless(noPlv8, adapters)(
    '1.0.0 gets new columns that the host has, and nulls for those that it lacks',
    async () => {
      const host = 'alter table lh_lead_status add later_text varchar(20), add later_moment timestamp';
      await db.client.query(host);
      await install100(db.client);
      await live(db.client);
      const history = await rowsOf(db.client, ['events']);
      assert.equal(await noticesOf(db.client, laterInstaller), []);
      await db.client.query(`update lh_lead_status set later_text = 'spring'`);
      assert.equal(
        await rows(db.client, 'select distinct later_text, later_moment from lh_engine.host_leads'),
        [{ later_text: 'spring', later_moment: null }],
      );
      assert.equal(
        (await missing(db.client)).filter(({ name }) => laterColumns.includes(String(name))),
        [
          { name: 'host_contacts.later_contact' },
          { name: 'host_leads.later_moment' },
          { name: 'host_properties.later_listing' },
        ],
      );
      assert.is(await typeOf(db.client, 'host_contacts', 'later_contact'), db.ids);
      assert.equal(await siteViews(db.client), []);
      await nothingRequiredIsMissing(db.client);
      same(await rowsOf(db.client, ['events']), history);
      await live(db.client);
      const fresh = await db.open({ engine: false });
      await fresh.client.query(host);
      await fresh.client.query(laterInstaller);
      same(await engineDump(db.url), await engineDump(fresh.url));
    },
  );

  unless(noPlv8, adapters)(
    'grants, comment and options of a view do not make it the view of the site',
    async () => {
      const role = `lh_viewer_${process.pid}_${db.ids}`;
      await install100(db.client);
      await db.client.query(`create role ${role};
      grant select on lh_engine.host_leads to ${role} with grant option;
      grant select on lh_engine.host_leads to public;
      comment on view lh_engine.host_leads is 'ours';
      alter view lh_engine.host_leads reset (security_invoker);`);
      try {
        const granted = () =>
          rows(
            db.client,
            `select unnest(relacl)::text as grants from pg_class where oid = 'lh_engine.host_leads'::regclass order by 1`,
          );
        const before = await granted();
        await db.client.query(laterInstaller);
        assert.equal(await granted(), before);
        assert.ok(before.length > 2);
        assert.equal(await siteViews(db.client), []);
        assert.is(await typeOf(db.client, 'host_leads', 'later_text'), 'text');
        await live(db.client);
      } finally {
        await db.client.query(`reset role; drop owned by ${role}; drop role ${role}`);
      }
    },
  );

  unless(noPlv8, adapters)('what 1.0.0 made is known again, whatever the types of the host', async () => {
    await db.client.query(`
      drop policy if exists agents_have_their_own on lh_lead_status;
      create domain public.place as varchar(50);
      create type public.arm as enum ('control', 'treatment');
      alter table lh_lead_status
        alter column status type varchar(30), alter column ab_test_group type arm using ab_test_group::arm,
        alter column source type char(10), alter column assigned_to type place, alter column qualified_at type timestamp;
      alter table lh_properties alter column county type name, drop column created_at;
      alter table lh_feedback_log drop column id, drop column agent_id;
      alter table lh_validation_history alter column points type text;`);
    await install100(db.client);
    assert.is(await typeOf(db.client, 'host_leads', 'qualified_at'), 'timestamp without time zone');
    assert.equal(await noticesOf(db.client, laterInstaller), []);
    assert.equal(await siteViews(db.client), []);
    await nothingRequiredIsMissing(db.client);
    assert.is(await typeOf(db.client, 'host_leads', 'qualified_at'), 'timestamp with time zone');
    await live(db.client);
  });

  adapters('a column that the host gets later is shown by the next installation', async () => {
    await db.client.query('alter table lh_lead_status drop column closed_at');
    await db.client.query(installFile);
    await db.client.query('alter table lh_lead_status add column closed_at timestamptz');
    assert.match(
      await one(
        db.client,
        `select remedy from lh_engine.check_host() where object = 'public.lh_lead_status.closed_at'`,
      ),
      'run dist/install.sql again',
    );
    await db.client.query(installFile);
    assert.not.ok((await missing(db.client)).some(({ name }) => name === 'host_leads.closed_at'));
    assert.equal(await siteViews(db.client), []);
  });

  unless(noPlv8, adapters)('a view that must be made anew keeps its owner and grants', async () => {
    const [owner, reader] = ['owner', 'reader'].map((name) => `lh_${name}_${process.pid}_${db.ids}`);
    await install100(db.client);
    await db.client.query(`create role ${owner}; create role ${reader};
      grant all on schema lh_engine to ${owner};
      alter view lh_engine.host_leads owner to ${owner};
      grant select on lh_engine.host_leads to ${reader} with grant option;
      grant select (id, "status") on lh_engine.host_leads to public;`);
    try {
      const rights = () =>
        rows(
          db.client,
          `select relowner::regrole::text, array(select unnest(relacl)::text order by 1) as grants, (select json_agg(json_build_array(attname, attacl) order by attname) from pg_attribute where attrelid = c.oid and attacl is not null)
           from pg_class as c where oid = 'lh_engine.host_leads'::regclass`,
        );
      const before = await rights();
      assert.is(before[0]?.relowner, owner);
      await db.client.query(reorderedInstaller);
      assert.equal(await rights(), before);
      assert.match(await definition(db.client, 'host_leads'), /^ SELECT NULL::text AS later_text/);
      assert.equal(await siteViews(db.client), []);
      await live(db.client);
    } finally {
      await db.client.query(`reassign owned by ${owner} to postgres;
        drop owned by ${owner}, ${reader}; drop role ${owner}, ${reader}`);
    }
  });

  unless(noPlv8, adapters)(
    'a view of the site that stands on an adapter view survives appended columns',
    async () => {
      await install100(db.client);
      await db.client.query('create view public.hot_leads as select id, source from lh_engine.host_leads');
      await db.client.query(laterInstaller);
      assert.equal(await rows(db.client, 'select * from public.hot_leads'), []);
      assert.is(await typeOf(db.client, 'host_leads', 'later_text'), 'text');
    },
  );

  unless(noPlv8, adapters)(
    'where a view must be dropped, what stands on it is named and nothing is installed',
    async () => {
      await install100(db.client);
      await db.client.query('create view public.hot_leads as select id, source from lh_engine.host_leads');
      const before = await dump(db.url);
      const error = await errorOf(() => db.client.query(reorderedInstaller));
      await db.client.query('rollback');
      assert.is(error.code, 'LH008');
      assert.match(error.message, 'lh_engine.host_leads');
      assert.match(error.message, 'view public.hot_leads depends on');
      assert.match(String(error.hint), 'install again');
      same(await dump(db.url), before);
      await db.client.query(`drop view public.hot_leads; ${reorderedInstaller}`);
      assert.equal(await siteViews(db.client), []);
    },
  );

  unless(noPlv8, adapters)(
    'a second installation changes nothing, and uninstall leaves the host as it was',
    async () => {
      const before = await dump(db.url);
      await install100(db.client);
      await db.client.query(laterInstaller);
      const upgraded = await engineDump(db.url);
      await db.client.query(laterInstaller);
      same(await engineDump(db.url), upgraded);
      await db.client.query('select lh_engine.uninstall(confirm => true)');
      same(await dump(db.url), before);
    },
  );
});
