// A version whose contract asks for more optional columns of the host, and what the tests of adapter views ask a
// database. The columns are none that a real version will read.
import type pg from 'pg';
import * as assert from 'uvu/assert';
import { hostTables } from '../../src/sql/host/contract.ts';
import { one, type Row, rows, setClock } from '../support/database.ts';
import { contractWith, installerFor } from '../support/later_contract.ts';
import { install } from '../support/release.ts';

const optional = (name: string, family: 'text' | 'timestamptz') =>
  ({ name, family, required: false }) as const;
const later = {
  lh_lead_status: [optional('later_text', 'text'), optional('later_moment', 'timestamptz')],
  lh_contacts: [{ name: 'later_contact', family: 'id', required: false, kind: 'contact' }],
  lh_properties: [optional('later_listing', 'timestamptz')],
} as const;
export const laterColumns = hostTables.flatMap(({ name, adapter }) =>
  Object.entries(later)
    .filter(([table]) => table === name)
    .flatMap(([, columns]) => columns.map((column) => `${adapter}.${column.name}`)),
);
export const laterInstaller = await installerFor(contractWith(later));
export const reorderedInstaller = await installerFor(contractWith(later, 'first'));

export const install100 = (client: pg.Client): Promise<void> => install(client, '1.0.0');

/** What an installation says to the person who runs it. */
export const noticesOf = async (client: pg.Client, script: string): Promise<readonly string[]> => {
  const notices: string[] = [];
  const listen = ({ message }: { message?: string | undefined }) => notices.push(String(message));
  client.on('notice', listen);
  await client.query(script);
  client.off('notice', listen);
  return notices;
};

export const live = async (client: pg.Client): Promise<void> => {
  await setClock(client, '2026-03-04 18:00+00');
  await client.query(
    `insert into lh_lead_status (status, assigned_to, created_at, contacted_at)
     select 'contacted', 'a', '2026-03-04 04:00+00', '2026-03-04 14:00+00' from generate_series(1, 25)`,
  );
  assert.is(await one(client, `select lh_run_improvement_cycle() ->> 'success'`), 'true');
};

export const siteViews = async (client: pg.Client): Promise<unknown[]> =>
  (await rows(client, `select object from lh_engine.check_host() where kind = 'site view' and found`)).map(
    ({ object }) => object,
  );

export const nothingRequiredIsMissing = async (client: pg.Client): Promise<void> =>
  assert.equal(
    await rows(client, 'select object from lh_engine.check_host() where required and not found'),
    [],
  );

export const missing = (client: pg.Client): Promise<Row[]> =>
  rows(client, `select view_name || '.' || column_name as name from lh_engine.missing_columns() order by 1`);

export const definition = (client: pg.Client, view: string): Promise<string> =>
  one(client, `select pg_get_viewdef('lh_engine.${view}'::regclass)`);

export const typeOf = (client: pg.Client, view: string, column: string): Promise<string> =>
  one(
    client,
    `select format_type(atttypid, atttypmod) from pg_attribute where attrelid = to_regclass('lh_engine.' || $1) and attname = $2`,
    [view, column],
  );

/**
 * A site renames its source to channel and makes the view write it in lower case; all else is as the engine had it.
 * PostgreSQL 18 names the table of a column only where it must.
 */
export const channelView = `
  alter table lh_lead_status rename column source to channel;
  do $$
  begin
    execute 'create or replace view lh_engine.host_leads with (security_invoker = true) as '
      || regexp_replace(pg_get_viewdef('lh_engine.host_leads'), '((h[.])?channel) AS source', 'lower(\\1) AS source');
  end
  $$;`;

/**
 * The roles of dist/roles.sql belong to the whole server, and what exists is granted to: let them exist from the start.
 */
export const createRoles = (client: pg.Client): Promise<unknown> =>
  client.query(
    ['operator', 'agent', 'reader']
      .map(
        (name) =>
          `do $$ begin create role lh_engine_${name}; exception when duplicate_object or unique_violation then null; end $$;`,
      )
      .join('\n'),
  );

export const options = { isolation: 'database', engine: false, prepare: createRoles } as const;
