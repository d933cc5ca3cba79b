// Installing in each way, removing, dumping and restoring: in the end the same objects, the host as it was, and nothing
// remembered is lost. Compares what pg_dump says.
import { rmSync } from 'node:fs';
import type pg from 'pg';
import * as assert from 'uvu/assert';
import { migrate } from '../../build/migrate.ts';
import { readVersion, renderMigration } from '../../build/render.ts';
import { connect, errorOf, installFile, one, rolesFile, type TestDatabase } from '../support/database.ts';
import { dump, engineDump, liveALittle, memory, run, same } from '../support/dumps.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { missing, unless } from '../support/needs.ts';

const noDump = await missing('pg_dump');

/** What the next release adds to the committed migrations, and roles.sql names. */
const unreleased = renderMigration(await readVersion());

// Grants to these roles are part of an installation where they exist: let them exist from the start.
const createRoles = (client: pg.Client): Promise<unknown> => client.query(rolesFile);

engineSuite('lifecycle', { isolation: 'none', prepare: createRoles }, (lifecycle, { ids, open }) => {
  const database = (engine: boolean): Promise<TestDatabase> => open({ engine });

  lifecycle(
    'uninstall leaves the host exactly as it was, graphile-migrate and roles.sql included',
    async () => {
      const db = await database(false);
      const [before, schema] = [await dump(db.url), await dump(db.url, '--schema-only')];
      await migrate(db.url);
      await db.client.query(unreleased);
      await db.client.query(rolesFile);
      assert.is.not(await dump(db.url), before);
      await db.client.query('select lh_engine.uninstall(confirm => true)');
      same(await dump(db.url), before);
      await db.client.query(installFile);
      await liveALittle(db.client);
      const rows = await dump(db.url, '--data-only', '--schema=public');
      await db.client.query('select lh_engine.uninstall(confirm => true)');
      same(await dump(db.url, '--data-only', '--schema=public'), rows);
      same(await dump(db.url, '--schema-only'), schema);
    },
  );

  lifecycle(
    'uninstall asks for confirmation and refuses while objects of the host use the engine',
    async () => {
      const db = await database(true);
      assert.is((await errorOf(() => db.client.query('select lh_engine.uninstall()'))).code, 'LH011');
      await db.client.query(`
      create view public.skills_in_force as select skill_name from lh_engine.active_skills;
      create table public.notes (id int, made timestamptz default lh_engine.clock());`);
      const error = await errorOf(() => db.client.query('select lh_engine.uninstall(confirm => true)'));
      assert.is(error.code, 'LH008');
      assert.match(error.message, 'view public.skills_in_force');
      assert.match(error.message, 'public.notes');
      assert.is(await one(db.client, `select to_regnamespace('lh_engine') is not null`), true);
    },
  );

  lifecycle('a second installation changes nothing and keeps what is remembered', async () => {
    const db = await database(false);
    await db.client.query(installFile);
    await liveALittle(db.client);
    const [objects, remembered] = [await engineDump(db.url), await memory(db.url)];
    await db.client.query(installFile);
    await migrate(db.url);
    same(await engineDump(db.url), objects);
    await db.client.query(installFile);
    same(await engineDump(db.url), objects);
    same(await memory(db.url), remembered);
  });

  lifecycle(
    'install.sql works statement by statement and inside an open transaction, as web editors send it',
    async () => {
      const [a, b, c] = [await database(false), await database(false), await database(false)];
      await a.client.query(installFile);
      // Splits at semicolons outside quotes, dollar quotes and comments, as such editors do.
      const pieces = installFile.match(
        /(?:--[^\n]*\n|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"[^"]*"|\$(\w*)\$[\s\S]*?\$\1\$|[^;'"$-]|-|\$)+;?/g,
      ) as string[];
      assert.ok(pieces.length > 200);
      for (const piece of pieces)
        if (piece.trim() !== '')
          await b.client.query({ text: piece, queryMode: 'extended' } as pg.QueryConfig);
      same(await engineDump(b.url), await engineDump(a.url));
      await c.client.query('set search_path to "$user", public');
      await c.client.query('begin');
      await c.client.query(installFile);
      same(await engineDump(c.url), await engineDump(a.url));
    },
  );

  lifecycle(
    'a role that owns nothing of the host and is no superuser installs, and can run what it is granted',
    async () => {
      const db = await database(false);
      const role = `lh_installer_${process.pid}_${ids}`;
      await db.client.query(`
      create role ${role};
      grant create on database ${db.name} to ${role};
      grant create on schema public to ${role};
      set role ${role};`);
      try {
        await db.client.query(installFile);
        const wanted = await db.client.query(
          `select kind, object, remedy from lh_engine.check_host() where required and not found`,
        );
        assert.ok(wanted.rows.every(({ kind }) => kind === 'right' || kind === 'row security'));
        await db.client.query('reset role');
        for (const { kind, remedy } of wanted.rows) if (kind === 'right') await db.client.query(remedy);
        await db.client.query(`alter role ${role} bypassrls; set role ${role}`);
        assert.is(await one(db.client, `select lh_run_improvement_cycle() ->> 'success'`), 'true');
        await db.client.query('select lh_engine.uninstall(confirm => true)');
      } finally {
        await db.client.query('rollback; reset role');
        await db.client.query(`drop owned by ${role}; drop role ${role}`);
      }
    },
  );

  lifecycle('an installation that lacks something names all of it and creates nothing', async () => {
    const db = await database(false);
    await db.client.query(`
      alter table lh_ab_tests drop column p_value, drop column winner;
      alter table lh_daily_metrics alter column new_leads_count type text;
      drop function lh_update_daily_metrics(date);
      drop table lh_contacts cascade;`);
    const before = await dump(db.url);
    for (const install of [() => db.client.query(installFile), () => migrate(db.url)]) {
      const error = await errorOf(install);
      await db.client.query('rollback');
      assert.is(error.code, 'LH004');
      for (const part of [
        'lh_ab_tests.p_value',
        'lh_ab_tests.winner',
        'lh_daily_metrics.new_leads_count is text',
        'lh_update_daily_metrics',
        'table public.lh_contacts',
      ])
        assert.match(error.message, part);
    }
    same(await dump(db.url), before);
  });

  lifecycle('a host that uses graphile-migrate itself is pointed to install.sql', async () => {
    const db = await database(false);
    await db.client.query(`
      create schema graphile_migrate;
      create table graphile_migrate.migrations (hash text primary key, previous_hash text, filename text not null, date timestamptz not null default now());
      insert into graphile_migrate.migrations (hash, filename) values ('sha1:feed', '000001.sql');`);
    const error = (await errorOf(() => migrate(db.url))) as Error & { hint?: string };
    assert.match(error.message, 'already uses graphile-migrate');
    assert.match(String(error.hint), 'dist/install.sql');
    await db.client.query(installFile);
    await db.client.query('select lh_engine.uninstall(confirm => true)');
    assert.is(await one(db.client, 'select count(*)::int from graphile_migrate.migrations'), 1);
  });

  lifecycle('a session that was open runs the new code after an upgrade', async () => {
    const db = await database(true);
    const hash = await one<string>(db.client, 'select lh_engine.bundle()');
    const ask = () => errorOf(() => db.client.query(`select lh_engine.set_setting('no.such', '1')`));
    assert.match((await ask()).message, 'unknown setting');
    const other = await connect(db.url);
    const next = hash.replace(/^./, hash.startsWith('0') ? '1' : '0');
    await other.query(
      installFile.replaceAll(hash, next).replaceAll('unknown setting ', 'no setting called '),
    );
    await other.end();
    assert.is(await one(db.client, 'select lh_engine.bundle()'), next);
    assert.match((await ask()).message, 'no setting called');
  });

  unless(noDump, lifecycle)(
    'pg_dump and pg_restore bring the engine back with everything it remembers',
    async () => {
      const db = await database(true);
      await liveALittle(db.client);
      const name = `${db.name}_restored`;
      const target = new URL(db.url);
      target.pathname = `/${name}`;
      const archive = `/tmp/${name}.dump`;
      await db.client.query(`create database ${name} template template0`);
      try {
        run('pg_dump', ['--format=custom', `--file=${archive}`, db.url]);
        run('pg_restore', ['--exit-on-error', `--dbname=${target.href}`, archive]);
        same(await dump(target.href), await dump(db.url));
        const client = await connect(target.href);
        try {
          const health = (await client.query('select host_problems, paused from lh_engine.health')).rows[0];
          assert.equal(health, { host_problems: [], paused: ['lead-scorer'] });
          const siteViews = await client.query(`select from lh_engine.check_host() where kind = 'site view'`);
          assert.is(siteViews.rowCount, 0, 'the adapter views are still known as ours');
          assert.is(await one(client, `select lh_run_improvement_cycle() ->> 'success'`), 'true');
          assert.is(
            (await errorOf(() => client.query('update lh_engine.events set actor = null'))).code,
            'LH008',
          );
        } finally {
          await client.end();
        }
      } finally {
        rmSync(archive, { force: true });
        await db.client.query(`drop database ${name} with (force)`);
      }
    },
  );
});
