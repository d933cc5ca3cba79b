// The catalogs stand in for pg_dump where there is none: whatever pg_dump would show of a change, they show too.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { describeDatabase } from '../support/catalogs.ts';
import { createDatabase } from '../support/database.ts';

const catalogs = suite('the catalogs as text');
const { client, url, drop } = await createDatabase({ ids: 'bigint' });
catalogs.after(drop);

const read = (...args: readonly string[]): Promise<string> => describeDatabase([...args, url]);

const changes: readonly string[] = [
  'create table lh_engine.more (id int primary key)',
  'alter table lh_engine.more add column note text',
  'alter table lh_engine.more alter note set not null',
  `alter table lh_engine.more alter note set default 'none'`,
  'alter table lh_engine.more add check (id > 0)',
  'create index on lh_engine.more (note)',
  'alter table lh_engine.more enable row level security',
  'create policy mine on lh_engine.more using (id > 1)',
  'grant select on lh_engine.more to public',
  'grant select (id) on lh_engine.more to public',
  `comment on column lh_engine.more.note is 'a word'`,
  'create view lh_engine.seen as select id from lh_engine.more',
  'create or replace view lh_engine.seen as select id + 0 as id from lh_engine.more',
  'alter view lh_engine.seen set (security_barrier = true)',
  `create function lh_engine.two() returns int language sql as 'select 2'`,
  `create or replace function lh_engine.two() returns int language sql as 'select 3'`,
  'alter function lh_engine.two() stable',
  'revoke execute on function lh_engine.two() from public',
  'alter function lh_engine.two() set work_mem to 999',
  'create sequence lh_engine.counted increment 3',
  'create domain lh_engine.share as float8',
  'create schema beside',
  'alter table lh_engine.events disable trigger all',
  'alter default privileges grant select on tables to public',
];

catalogs('show every kind of change, and nothing where there is none', async () => {
  let before = await read('--schema-only');
  assert.is(await read('--schema-only'), before);
  for (const change of changes) {
    await client.query(change);
    const after = await read('--schema-only');
    assert.is.not(after, before, change);
    before = after;
  }
});

catalogs('show rows and where sequences stand, of the tables that were named', async () => {
  const of = (): Promise<string> => read('--data-only', '--table=lh_engine.more');
  assert.is(await of(), '\n');
  await client.query(`insert into lh_engine.more values (2, 'x')`);
  assert.is(await of(), 'lh_engine.more: (2,x)\n');
  const sequence = (): Promise<string> => read('--data-only', '--table=lh_engine.counted');
  const before = await sequence();
  await client.query(`select nextval('lh_engine.counted')`);
  assert.is.not(await sequence(), before);
  assert.match(await read('--data-only', '--schema=lh_engine'), 'lh_engine.more: (2,x)');
  assert.not.match(await read('--data-only', '--exclude-table-data=lh_engine.more'), 'lh_engine.more');
});

catalogs.run();
