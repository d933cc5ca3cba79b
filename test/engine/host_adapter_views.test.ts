// A version whose contract asks for more optional columns of the host, installed over 1.0.0: views that the engine made
// are made anew, views that the site changed stay and are named, and nobody's upgrade fails.
import type pg from 'pg';
import * as assert from 'uvu/assert';
import { hostTables } from '../../src/sql/host/contract.ts';
import { errorOf, installFile, one, type Row, rows, setClock } from '../support/database.ts';
import { dump, engineDump, same } from '../support/dumps.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { contractWith, installerFor } from '../support/later_contract.ts';
import { install } from '../support/release.ts';

const optional = (name: string, family: 'text' | 'timestamptz') =>
  ({ name, family, required: false }) as const;
const later = {
  lh_lead_status: [optional('campaign', 'text'), optional('quoted_at', 'timestamptz')],
  lh_contacts: [{ name: 'duplicate_of', family: 'id', required: false, kind: 'contact' }],
  lh_properties: [optional('listed_at', 'timestamptz')],
} as const;
const laterColumns = hostTables.flatMap(({ name, adapter }) =>
  Object.entries(later)
    .filter(([table]) => table === name)
    .flatMap(([, columns]) => columns.map((column) => `${adapter}.${column.name}`)),
);
const laterInstaller = await installerFor(contractWith(later));
const reorderedInstaller = await installerFor(contractWith(later, 'first'));

const install100 = (client: pg.Client): Promise<void> => install(client, '1.0.0');

/** What an installation says to the person who runs it. */
const noticesOf = async (client: pg.Client, script: string): Promise<readonly string[]> => {
  const notices: string[] = [];
  const listen = ({ message }: { message?: string | undefined }) => notices.push(String(message));
  client.on('notice', listen);
  await client.query(script);
  client.off('notice', listen);
  return notices;
};

const live = async (client: pg.Client): Promise<void> => {
  await setClock(client, '2026-03-04 18:00+00');
  await client.query(
    `insert into lh_lead_status (status, assigned_to, created_at, contacted_at)
     select 'contacted', 'a', '2026-03-04 04:00+00', '2026-03-04 14:00+00' from generate_series(1, 25)`,
  );
  assert.is(await one(client, `select lh_run_improvement_cycle() ->> 'success'`), 'true');
};

const siteViews = async (client: pg.Client): Promise<unknown[]> =>
  (await rows(client, `select object from lh_engine.check_host() where kind = 'site view' and found`)).map(
    ({ object }) => object,
  );

const nothingRequiredIsMissing = async (client: pg.Client): Promise<void> =>
  assert.equal(
    await rows(client, 'select object from lh_engine.check_host() where required and not found'),
    [],
  );

const missing = (client: pg.Client): Promise<Row[]> =>
  rows(client, `select view_name || '.' || column_name as name from lh_engine.missing_columns() order by 1`);

const definition = (client: pg.Client, view: string): Promise<string> =>
  one(client, `select pg_get_viewdef('lh_engine.${view}'::regclass)`);

const typeOf = (client: pg.Client, view: string, column: string): Promise<string> =>
  one(
    client,
    `select format_type(atttypid, atttypmod) from pg_attribute where attrelid = to_regclass('lh_engine.' || $1) and attname = $2`,
    [view, column],
  );

/** A site renames its source to channel and makes the view write it in lower case; all else is as the engine had it. */
const channelView = `
  alter table lh_lead_status rename column source to channel;
  do $$
  begin
    execute 'create or replace view lh_engine.host_leads with (security_invoker = true) as '
      || replace(pg_get_viewdef('lh_engine.host_leads'), 'h.channel AS source', 'lower(h.channel) AS source');
  end
  $$;`;

/** The roles of dist/roles.sql belong to the whole server, and what exists is granted to: let them exist from the start. */
const createRoles = (client: pg.Client): Promise<unknown> =>
  client.query(
    ['operator', 'agent', 'reader']
      .map(
        (name) =>
          `do $$ begin create role lh_engine_${name}; exception when duplicate_object or unique_violation then null; end $$;`,
      )
      .join('\n'),
  );

const options = { isolation: 'database', engine: false, prepare: createRoles } as const;

engineSuite('adapter views', options, (adapters, db) => {
  adapters('1.0.0 gets new columns that the host has, and nulls for those that it lacks', async () => {
    const host = 'alter table lh_lead_status add campaign varchar(20), add quoted_at timestamp';
    await db.client.query(host);
    await install100(db.client);
    await live(db.client);
    const history = dump(db.url, '--data-only', '--table=lh_engine.events');
    assert.equal(await noticesOf(db.client, laterInstaller), []);
    await db.client.query(`update lh_lead_status set campaign = 'spring'`);
    assert.equal(await rows(db.client, 'select distinct campaign, quoted_at from lh_engine.host_leads'), [
      { campaign: 'spring', quoted_at: null },
    ]);
    assert.equal(
      (await missing(db.client)).filter(({ name }) => laterColumns.includes(String(name))),
      [
        { name: 'host_contacts.duplicate_of' },
        { name: 'host_leads.quoted_at' },
        { name: 'host_properties.listed_at' },
      ],
    );
    assert.is(await typeOf(db.client, 'host_contacts', 'duplicate_of'), db.ids);
    assert.equal(await siteViews(db.client), []);
    await nothingRequiredIsMissing(db.client);
    same(dump(db.url, '--data-only', '--table=lh_engine.events'), history);
    await live(db.client);
    const fresh = await db.open({ engine: false });
    await fresh.client.query(host);
    await fresh.client.query(laterInstaller);
    same(engineDump(db.url), engineDump(fresh.url));
  });

  adapters('a view that the site changed stays, is named, and shows null as the new columns', async () => {
    await db.client.query('alter table lh_lead_status add campaign text');
    await install100(db.client);
    await live(db.client);
    await db.client.query(`${channelView} update lh_lead_status set channel = 'Zillow', campaign = 'spring'`);
    const notices = await noticesOf(db.client, laterInstaller);
    assert.is(notices.length, 1);
    assert.match(
      notices[0] ?? '',
      /^lh_engine\.host_leads is a view of the site and stays as it is, with null as its new columns: .*campaign, quoted_at$/,
    );
    assert.equal(
      await rows(db.client, 'select distinct source, campaign, quoted_at from lh_engine.host_leads'),
      [{ source: 'zillow', campaign: null, quoted_at: null }],
    );
    assert.equal(await siteViews(db.client), ['lh_engine.host_leads']);
    assert.ok((await missing(db.client)).some(({ name }) => name === 'host_leads.campaign'));
    assert.is(await typeOf(db.client, 'host_leads', 'campaign'), 'text');
    await nothingRequiredIsMissing(db.client);
    await live(db.client);
    const upgraded = engineDump(db.url);
    assert.equal(await noticesOf(db.client, laterInstaller), [
      'lh_engine.host_leads is a view of the site and stays as it is',
    ]);
    same(engineDump(db.url), upgraded);
  });

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
        `select remedy from lh_engine.check_host() where object = 'public.lh_properties.listed_at' and required`,
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

  adapters('a view of another role stays, and the refusal has the statement for its owner', async () => {
    const role = `lh_upgrader_${process.pid}_${db.ids}`;
    await db.client.query(`create role ${role};
      grant create on database ${db.name} to ${role};
      grant create on schema public to ${role};`);
    try {
      await db.client.query(`set role ${role}`);
      await install100(db.client);
      await db.client.query(`reset role; ${channelView} alter view lh_engine.host_leads owner to session_user;
        grant select on lh_engine.host_leads to ${role}; set role ${role};`);
      const before = dump(db.url);
      const error = await errorOf(() => db.client.query(laterInstaller));
      await db.client.query('rollback');
      assert.is(error.code, 'LH004');
      same(dump(db.url), before);
      const [statement = ''] =
        /create or replace view lh_engine\.host_leads [^;]*;/.exec(error.message) ?? [];
      assert.match(statement, 'null::text as campaign, null::timestamp with time zone as quoted_at from (');
      await db.client.query(`reset role; ${statement} set role ${role};`);
      await db.client.query(laterInstaller);
      await db.client.query('reset role');
      assert.equal(await siteViews(db.client), ['lh_engine.host_leads']);
    } finally {
      await db.client.query('rollback; reset role');
      await db.client.query(`drop owned by ${role} cascade; drop role ${role}`);
    }
  });

  adapters('where the host renamed a column, its view goes on reading it and is named', async () => {
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
        'select source, contacted_at is not null as contacted, campaign from lh_engine.host_leads',
      ),
      [{ source: 'zillow', contacted: true, campaign: null }],
    );
    assert.equal(await siteViews(db.client), ['lh_engine.host_leads']);
    await nothingRequiredIsMissing(db.client);
  });

  adapters('grants, comment and options of a view do not make it the view of the site', async () => {
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
      assert.is(await typeOf(db.client, 'host_leads', 'campaign'), 'text');
      await live(db.client);
    } finally {
      await db.client.query(`reset role; drop owned by ${role}; drop role ${role}`);
    }
  });

  adapters('what 1.0.0 made is known again, whatever the types of the host', async () => {
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

  adapters('a hash that create or replace left behind does not vouch for another definition', async () => {
    await db.client.query(installFile);
    await db.client.query(channelView);
    assert.match(
      await one(db.client, `select obj_description('lh_engine.host_leads'::regclass)`),
      /As the engine made it: [0-9a-f]{32}$/,
    );
    await db.client.query(laterInstaller);
    assert.equal(await siteViews(db.client), ['lh_engine.host_leads']);
    assert.match(await definition(db.client, 'host_leads'), 'lower(h.channel)');
  });

  adapters('a column that the site hid from 1.0.0 stays hidden until the view is dropped', async () => {
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

  adapters('a view that must be made anew keeps its owner and grants', async () => {
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
      assert.match(await definition(db.client, 'host_leads'), /^ SELECT NULL::text AS campaign/);
      assert.equal(await siteViews(db.client), []);
      await live(db.client);
    } finally {
      await db.client.query(`reassign owned by ${owner} to postgres;
        drop owned by ${owner}, ${reader}; drop role ${owner}, ${reader}`);
    }
  });

  adapters('a view of the site that stands on an adapter view survives appended columns', async () => {
    await install100(db.client);
    await db.client.query('create view public.hot_leads as select id, source from lh_engine.host_leads');
    await db.client.query(laterInstaller);
    assert.equal(await rows(db.client, 'select * from public.hot_leads'), []);
    assert.is(await typeOf(db.client, 'host_leads', 'campaign'), 'text');
  });

  adapters('where a view must be dropped, what stands on it is named and nothing is installed', async () => {
    await install100(db.client);
    await db.client.query('create view public.hot_leads as select id, source from lh_engine.host_leads');
    const before = dump(db.url);
    const error = await errorOf(() => db.client.query(reorderedInstaller));
    await db.client.query('rollback');
    assert.is(error.code, 'LH008');
    assert.match(error.message, 'lh_engine.host_leads');
    assert.match(error.message, 'view public.hot_leads depends on');
    assert.match(String(error.hint), 'install again');
    same(dump(db.url), before);
    await db.client.query(`drop view public.hot_leads; ${reorderedInstaller}`);
    assert.equal(await siteViews(db.client), []);
  });

  adapters('a second installation changes nothing, and uninstall leaves the host as it was', async () => {
    const before = dump(db.url);
    await install100(db.client);
    await db.client.query(laterInstaller);
    const upgraded = engineDump(db.url);
    await db.client.query(laterInstaller);
    same(engineDump(db.url), upgraded);
    await db.client.query('select lh_engine.uninstall(confirm => true)');
    same(dump(db.url), before);
  });
});
