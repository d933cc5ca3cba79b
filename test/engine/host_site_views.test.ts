// A version whose contract asks for more optional columns of the host: views that the site changed stay and are named,
// and nobody's upgrade fails.
import * as assert from 'uvu/assert';
import { errorOf, installFile, one, rows } from '../support/database.ts';
import { dump, engineDump, same } from '../support/dumps.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { missing as lacking, unless } from '../support/needs.ts';
import {
  channelView,
  definition,
  install100,
  laterInstaller,
  live,
  missing,
  nothingRequiredIsMissing,
  noticesOf,
  options,
  siteViews,
  typeOf,
} from './later_host.ts';

const noPlv8 = await lacking('plv8');

engineSuite('adapter views of the site', options, (adapters, db) => {
  unless(noPlv8, adapters)(
    'a view that the site changed stays, is named, and shows null as the new columns',
    async () => {
      await db.client.query('alter table lh_lead_status add later_text text');
      await install100(db.client);
      await live(db.client);
      await db.client.query(
        `${channelView} update lh_lead_status set channel = 'Zillow', later_text = 'spring'`,
      );
      const notices = await noticesOf(db.client, laterInstaller);
      assert.is(notices.length, 1);
      assert.match(
        notices[0] ?? '',
        /^lh_engine\.host_leads is a view of the site and stays as it is, with null as its new columns: .*later_text, later_moment$/,
      );
      assert.equal(
        await rows(db.client, 'select distinct source, later_text, later_moment from lh_engine.host_leads'),
        [{ source: 'zillow', later_text: null, later_moment: null }],
      );
      assert.equal(await siteViews(db.client), ['lh_engine.host_leads']);
      assert.ok((await missing(db.client)).some(({ name }) => name === 'host_leads.later_text'));
      assert.is(await typeOf(db.client, 'host_leads', 'later_text'), 'text');
      await nothingRequiredIsMissing(db.client);
      await live(db.client);
      const upgraded = await engineDump(db.url);
      assert.equal(await noticesOf(db.client, laterInstaller), [
        'lh_engine.host_leads is a view of the site and stays as it is',
      ]);
      same(await engineDump(db.url), upgraded);
    },
  );

  adapters(
    'a view that the site changed is the same to the letter where nothing new is asked for',
    async () => {
      await db.client.query(installFile);
      await db.client.query(channelView);
      const before = await definition(db.client, 'host_leads');
      await db.client.query(installFile);
      await db.client.query(installFile);
      assert.is(await definition(db.client, 'host_leads'), before);
      assert.equal(await siteViews(db.client), ['lh_engine.host_leads']);
    },
  );

  adapters(
    'a view that lost an optional column is refused with the statement that gives it one',
    async () => {
      await db.client.query(laterInstaller);
      await db.client.query(`drop view lh_engine.host_properties;
      create view lh_engine.host_properties with (security_invoker = true) as
      select id, upper(county) as county, distress_type, created_at from lh_properties`);
      const error = await errorOf(() => db.client.query('select lh_run_improvement_cycle()'));
      assert.is(error.code, 'LH004');
      const remedy = await one<string>(
        db.client,
        `select remedy from lh_engine.check_host() where object = 'public.lh_properties.later_listing' and required`,
      );
      const statement = remedy.slice(remedy.indexOf('create or replace view lh_engine.host_properties'));
      await db.client.query(statement);
      await nothingRequiredIsMissing(db.client);
      await live(db.client);
      assert.equal(
        await rows(
          db.client,
          `select reloptions from pg_class where oid = 'lh_engine.host_properties'::regclass`,
        ),
        [{ reloptions: ['security_invoker=true'] }],
      );
    },
  );

  unless(noPlv8, adapters)(
    'a view of another role stays, and the refusal has the statement for its owner',
    async () => {
      const role = `lh_upgrader_${process.pid}_${db.ids}`;
      await db.client.query(`create role ${role};
      grant create on database ${db.name} to ${role};
      grant create on schema public to ${role};`);
      try {
        await db.client.query(`set role ${role}`);
        await install100(db.client);
        await db.client.query(`reset role; ${channelView} alter view lh_engine.host_leads owner to session_user;
        grant select on lh_engine.host_leads to ${role}; set role ${role};`);
        const before = await dump(db.url);
        const error = await errorOf(() => db.client.query(laterInstaller));
        await db.client.query('rollback');
        assert.is(error.code, 'LH004');
        same(await dump(db.url), before);
        const [statement = ''] =
          /create or replace view lh_engine\.host_leads [^;]*;/.exec(error.message) ?? [];
        assert.match(
          statement,
          'null::text as later_text, null::timestamp with time zone as later_moment from (',
        );
        await db.client.query(`reset role; ${statement} set role ${role};`);
        await db.client.query(laterInstaller);
        await db.client.query('reset role');
        assert.equal(await siteViews(db.client), ['lh_engine.host_leads']);
      } finally {
        await db.client.query('rollback; reset role');
        await db.client.query(`drop owned by ${role} cascade; drop role ${role}`);
      }
    },
  );

  unless(noPlv8, adapters)(
    'where the host renamed a column, its view goes on reading it and is named',
    async () => {
      await install100(db.client);
      await db.client.query(`alter table lh_lead_status rename column source to channel;
      alter table lh_lead_status rename column contacted_at to first_contact_at;`);
      await db.client.query(laterInstaller);
      await db.client.query(
        `insert into lh_lead_status (channel, first_contact_at) values ('zillow', '2026-03-03')`,
      );
      assert.equal(
        await rows(
          db.client,
          'select source, contacted_at is not null as contacted, later_text from lh_engine.host_leads',
        ),
        [{ source: 'zillow', contacted: true, later_text: null }],
      );
      assert.equal(await siteViews(db.client), ['lh_engine.host_leads']);
      await nothingRequiredIsMissing(db.client);
    },
  );

  adapters('a hash that create or replace left behind does not vouch for another definition', async () => {
    await db.client.query(installFile);
    await db.client.query(channelView);
    assert.match(
      await one(db.client, `select obj_description('lh_engine.host_leads'::regclass)`),
      /As the engine made it: [0-9a-f]{32}$/,
    );
    await db.client.query(laterInstaller);
    assert.equal(await siteViews(db.client), ['lh_engine.host_leads']);
    assert.match(await definition(db.client, 'host_leads'), /lower\((h\.)?channel\)/);
  });

  unless(noPlv8, adapters)(
    'a column that the site hid from 1.0.0 stays hidden until the view is dropped',
    async () => {
      await install100(db.client);
      await db.client.query(`create or replace view lh_engine.host_leads with (security_invoker = true) as
      select h.id, h.property_id, h.status::text as status, h.assigned_to::text as assigned_to, h.contacted_at, h.created_at,
        h.ab_test_id, h.ab_test_group::text as ab_test_group, null::text as source, h.qualified_at, h.closed_at
      from public.lh_lead_status as h`);
      await db.client.query(laterInstaller);
      assert.equal(await siteViews(db.client), ['lh_engine.host_leads']);
      assert.ok((await missing(db.client)).some(({ name }) => name === 'host_leads.source'));
      await db.client.query(`drop view lh_engine.host_leads; ${laterInstaller}`);
      assert.equal(await siteViews(db.client), []);
      assert.not.ok((await missing(db.client)).some(({ name }) => name === 'host_leads.source'));
    },
  );
});
