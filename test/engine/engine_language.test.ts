// The library in plv8 and in PL/pgSQL: which one an installation takes, changing it under a living database, and a
// server that loses plv8. In the end exactly the functions of one language, and the same decisions.
import { readdirSync, readFileSync } from 'node:fs';
import type pg from 'pg';
import * as assert from 'uvu/assert';
import { migrate } from '../../build/migrate.ts';
import {
  errorOf,
  installFile,
  one,
  plv8Installer,
  rolesFile,
  rows,
  setClock,
  type TestDatabase,
} from '../support/database.ts';
import { dump, engineDump, liveALittle, rowsOf, same } from '../support/dumps.ts';
import { type EngineSuiteOptions, engineSuite } from '../support/engine_suite.ts';
import { requireForFile } from '../support/needs.ts';
import { install as installRelease, migrationsSince, releases } from '../support/release.ts';
import { addArms, addLeads, analyze, createTest, now } from './testing_host.ts';

await requireForFile('plv8');

type Language = 'plain' | 'plv8';

// These tests say the language themselves, whatever the run is in.
delete process.env.PGOPTIONS;

/** Runs dist/install.sql as a session does that wants a language, or none in particular. */
const installIn = async (client: pg.Client, language?: Language): Promise<void> => {
  await client.query(`set lh_engine.language to '${language ?? ''}'`);
  await client.query(installFile);
  await client.query('reset lh_engine.language');
};

const editorFolder = new URL('../../dist/editor/', import.meta.url);
const editorFiles = readdirSync(editorFolder)
  .sort()
  .map((name) => readFileSync(new URL(name, editorFolder), 'utf8'));

const languageOf = (client: pg.Client): Promise<string | null> => one(client, 'select lh_engine.language()');

/** What a server does that loses plv8: the extension takes its language and every function in it along. */
const losePlv8 = async (client: pg.Client): Promise<void> => {
  const extension = await one<string>(
    client,
    `select e.extname from pg_extension as e
     join pg_depend as d on d.refobjid = e.oid and d.refclassid = 'pg_extension'::regclass
     join pg_language as l on l.oid = d.objid and d.classid = 'pg_language'::regclass
     where l.lanname = 'plv8'`,
  );
  await client.query(`drop extension ${extension} cascade`);
};

/** Where the compiled functions are, and in which language the entry is. */
const traces = (client: pg.Client) =>
  one(
    client,
    `select array[
       (select count(*) from pg_namespace where nspname like 'lh\\_engine\\_plain%')::text,
       (select l.lanname from pg_proc as p join pg_language as l on l.oid = p.prolang
        where p.oid = to_regprocedure('lh_engine.js(text, json)'))
     ]`,
  );

// The type of ids makes no difference to a language.
const options: EngineSuiteOptions = { ids: ['bigint'], isolation: 'none', engine: false };

engineSuite('language', options, (language, { open }) => {
  const database = (): Promise<TestDatabase> => open({ engine: false });

  language('is plv8 where the server has it, and plain where a session says so', async () => {
    const { client } = await database();
    await installIn(client);
    assert.equal([await languageOf(client), await traces(client)], ['plv8', ['0', 'plv8']]);
    await installIn(client, 'plain');
    assert.equal([await languageOf(client), await traces(client)], ['plain', ['2', 'plpgsql']]);
    assert.is(await one(client, 'select language from lh_engine.version()'), 'plain');
    assert.is(await one(client, 'select language from lh_engine.health'), 'plain');
    await installIn(client);
    assert.is(await languageOf(client), 'plain', 'it stays until somebody says otherwise');
    await client.query(plv8Installer);
    assert.equal([await languageOf(client), await traces(client)], ['plv8', ['0', 'plv8']]);
  });

  language('is plain where the server has no plv8, or an older one than was tried', async () => {
    const [without, old] = [await database(), await database()];
    const warnings: string[] = [];
    for (const { client } of [without, old])
      client.on('notice', ({ message }) => warnings.push(String(message)));
    await losePlv8(without.client);
    await installIn(without.client);
    assert.is(await languageOf(without.client), 'plain');
    assert.match(warnings.splice(0).join(), /in PL\/pgSQL.* create extension plv8(_libnode)?;/);
    await installIn(without.client);
    assert.equal(
      warnings.filter((warning) => warning.includes('PL/pgSQL')),
      [],
      'an upgrade says nothing again',
    );
    const found = await rows(
      without.client,
      `select object, required, found, remedy from lh_engine.check_host() where kind = 'language' order by object`,
    );
    assert.equal(
      found.map(({ object, required, found: there }) => [object, required, there]),
      [
        ['plain', true, true],
        ['plv8', false, false],
      ],
    );
    assert.match(String(found[1]?.remedy), /install plv8 3\.2\.2|create extension plv8/);

    await old.client.query(
      `update pg_extension set extname = 'plv8', extversion = '3.1.10' where extname in ('plv8', 'plv8_libnode')`,
    );
    await installIn(old.client);
    assert.is(await languageOf(old.client), 'plain');
    assert.match(warnings.join(), 'plv8 3.1.10 is older than 3.2.2');
    const error = await errorOf(() => installIn(old.client, 'plv8'));
    assert.is(error.code, 'LH004');
    assert.match(error.message, 'plv8 3.1.10 is older than 3.2.2');
  });

  language('of the files for an SQL editor is plain, which they say where it was plv8', async () => {
    const [fresh, living] = [await database(), await database()];
    const warnings: pg.DatabaseError[] = [];
    for (const { client } of [fresh, living])
      client.on('notice', (notice) => {
        if (notice.severity === 'WARNING') warnings.push(notice as unknown as pg.DatabaseError);
      });
    for (const file of editorFiles) await fresh.client.query(file);
    assert.equal([await languageOf(fresh.client), warnings], ['plain', []], 'nothing is lacking');
    await installIn(living.client, 'plv8');
    for (const file of editorFiles) await living.client.query(file);
    assert.is(await languageOf(living.client), 'plain');
    assert.is(warnings.length, 1);
    assert.match(String(warnings[0]?.message), 'was in plv8 and is now in PL/pgSQL');
    assert.match(String(warnings[0]?.hint), 'dist/install.sql');
    await installIn(living.client, 'plv8');
    assert.is(await languageOf(living.client), 'plv8', 'as the hint says');
  });

  language('is plain through graphile-migrate too where the server has no plv8', async () => {
    const [migrated, installed] = [await database(), await database()];
    await losePlv8(migrated.client);
    await losePlv8(installed.client);
    await installIn(installed.client);
    for (const _ of ['new', 'again']) {
      assert.is((await migrate(migrated.url)).language, 'plain');
      same(await engineDump(migrated.url), await engineDump(installed.url));
    }
    await migrated.client.query('select lh_engine.uninstall(confirm => true)');
    assert.is(await one(migrated.client, `select to_regnamespace('graphile_migrate') is null`), true);
  });

  language(
    'that is gone, or is not the one asked for, stops db:migrate with nothing to migrate',
    async () => {
      const { client, url } = await database();
      await installIn(client, 'plv8');
      assert.match((await migrate(url)).language, /^plv8/);
      process.env.PGOPTIONS = '-c lh_engine.language=plain';
      const other = await errorOf(() => migrate(url)).finally(() => delete process.env.PGOPTIONS);
      assert.is(other.code, 'LH004');
      assert.match(other.message, 'is in plv8, and here it would be in plain');
      await losePlv8(client);
      const gone = await errorOf(() => migrate(url));
      assert.is(gone.code, 'LH004');
      assert.match(`${gone.message} ${gone.hint}`, /is gone.*dist\/install\.sql/);
      await installIn(client);
      assert.is((await migrate(url)).language, 'plain', 'as the hint says');
    },
  );

  language('may be plain after a migration, and the next one keeps it', async () => {
    const [migrated, installed] = [await database(), await database()];
    const migrations = await migrationsSince('1.0.0');
    await installRelease(migrated.client, '1.0.0');
    await migrated.client.query(`set lh_engine.language to 'plain'`);
    for (const migration of migrations) await migrated.client.query(migration);
    await migrated.client.query('reset lh_engine.language');
    await installIn(installed.client, 'plain');
    same(await engineDump(migrated.url), await engineDump(installed.url));
    await migrated.client.query(String(migrations.at(-1)));
    same(await engineDump(migrated.url), await engineDump(installed.url));
  });

  language('that nobody knows, or that cannot be had, is refused and nothing is installed', async () => {
    const { client, url } = await database();
    await losePlv8(client);
    const before = await dump(url);
    for (const [wanted, code, words] of [
      ['javascript', 'LH001', 'javascript'],
      ['plv8', 'LH004', 'plv8'],
    ] as const) {
      const error = await errorOf(() => installIn(client, wanted as Language));
      await client.query('rollback');
      assert.is(error.code, code);
      assert.match(error.message, words);
    }
    const error = await errorOf(() => client.query(plv8Installer));
    await client.query('rollback');
    assert.is(error.code, 'LH004');
    same(await dump(url), before);
  });

  language('may change in the middle of a test, both ways, and no decision does', async () => {
    const live = async (change: (client: pg.Client, to: Language) => Promise<void>) => {
      const { client } = await database();
      await installIn(client, 'plv8');
      await setClock(client, '2026-03-02 12:00+00');
      await client.query(`select lh_engine.set_setting('profile', '"rigorous"')`);
      const { test } = await createTest(client, { minimum: 400 });
      await addArms(client, test, [31, 107], [33, 103], { source: 'a', hoursToContact: 1.7 });
      await analyze(client);
      await change(client, 'plain');
      await setClock(client, '2026-03-09 12:00+00');
      await addArms(client, test, [13, 77], [14, 71], { source: 'b', hoursToContact: 0.3 });
      await analyze(client);
      await change(client, 'plv8');
      await setClock(client, '2026-03-16 12:00+00');
      await addArms(client, test, [101, 307], [160, 303]);
      await analyze(client);
      return {
        client,
        looks: await rows(client, `select kind, data from lh_engine.events order by event_id`),
      };
    };
    const disturbed = await live(installIn);
    const twin = await live(async () => undefined);
    assert.ok(disturbed.looks.filter(({ kind }) => kind === 'look' || kind === 'decision').length >= 3);
    assert.equal(disturbed.looks, twin.looks);
    const { client } = disturbed;
    const languages = await rows(
      client,
      `select distinct language from lh_engine.events where kind in ('look', 'decision') order by 1`,
    );
    assert.equal(
      languages.map((row) => row.language),
      ['plain', 'plv8'],
    );
    for (const to of ['plain', 'plv8'] as const) {
      await installIn(client, to);
      const replayed = await rows(
        client,
        `select r.same, r.differences from lh_engine.events as e
         cross join lateral lh_engine.replay_decision(e.event_id) as r
         where e.kind in ('look', 'decision')`,
      );
      assert.ok(replayed.length >= 3);
      for (const row of replayed) assert.equal(row, { same: true, differences: [] });
    }
  });

  language('orders sources by UTF-16 units, in plv8 and in plain', async () => {
    const { client } = await database();
    await installIn(client, 'plv8');
    await setClock(client, now);
    await client.query(`select lh_engine.set_setting('profile', '"rigorous"')`);
    for (const [source, leads, conversions] of [
      ['！shop', 300, 15],
      ['😀shop', 300, 15],
      ['good', 900, 500],
    ] as const)
      await addLeads(client, {
        test: null,
        group: null,
        leads,
        conversions,
        source,
        createdAt: '2026-02-10',
      });
    const segments = () =>
      rows(client, `select segment from lh_detect_bottlenecks('2026-03-01') where segment is not null`);
    const { test } = await createTest(client);
    for (const source of ['！shop', '😀shop', 'a'])
      await addArms(client, test, [31, 107], [33, 103], { source, hoursToContact: 1.7 });
    await analyze(client);
    const inPlv8 = await segments();
    await installIn(client, 'plain');
    assert.equal(await segments(), inPlv8);
    assert.equal(inPlv8, [{ segment: '😀shop' }]);
    const replayed = await rows(
      client,
      `select r.same, r.differences from lh_engine.events as e
       cross join lateral lh_engine.replay_decision(e.event_id) as r
       where e.kind in ('look', 'decision')`,
    );
    assert.ok(replayed.length > 0);
    for (const row of replayed) assert.equal(row, { same: true, differences: [] });
  });

  for (const release of releases)
    language(`plain over ${release} is a fresh installation, and plv8 over that is one too`, async () => {
      const [old, plain, plv8] = [await database(), await database(), await database()];
      await installRelease(old.client, release);
      await liveALittle(old.client);
      const before = await rowsOf(old.client, ['setting_overrides', 'test_plans', 'pauses']);
      await installIn(plain.client, 'plain');
      await installIn(plv8.client, 'plv8');
      await installIn(old.client, 'plain');
      same(await engineDump(old.url), await engineDump(plain.url));
      assert.is(await one(old.client, `select lh_run_improvement_cycle('2026-03-05') ->> 'success'`), 'true');
      await installIn(old.client, 'plv8');
      same(await engineDump(old.url), await engineDump(plv8.url));
      same(await rowsOf(old.client, ['setting_overrides', 'test_plans', 'pauses']), before);
    });

  language('that vanishes is named by health and by the next tick, with the command to run', async () => {
    const { client } = await database();
    await installIn(client, 'plv8');
    await liveALittle(client);
    await losePlv8(client);
    const { ok, reasons } = (await rows(client, 'select ok, reasons from lh_engine.health'))[0] as {
      readonly ok: boolean;
      readonly reasons: readonly string[];
    };
    assert.is(ok, false);
    assert.match(reasons.join(), 'run dist/install.sql again');
    for (const command of [
      'call lh_engine.run_due_cycle()',
      'select lh_run_improvement_cycle()',
      `select lh_engine.set_setting('profile', '"basic"')`,
    ]) {
      const error = await errorOf(() => client.query(command));
      assert.is(error.code, 'LH012', command);
      assert.match(`${error.message} ${error.hint}`, /dist\/install\.sql again/i, command);
    }
    await installIn(client);
    assert.is(await languageOf(client), 'plain');
    assert.is(await one(client, `select lh_run_improvement_cycle() ->> 'success'`), 'true');
  });

  for (const lost of ['lh_engine_plain, lh_engine_plain_guarded', 'lh_engine_plain'])
    language(`plain is refused with the command to run where ${lost} went`, async () => {
      const { client } = await database();
      await installIn(client, 'plain');
      await liveALittle(client);
      await client.query(`drop schema ${lost} cascade`);
      for (const command of ['call lh_engine.run_due_cycle()', 'select lh_run_improvement_cycle()']) {
        const error = await errorOf(() => client.query(command));
        assert.is(error.code, 'LH012', `${command}: ${error.message}`);
        assert.match(String(error.hint), 'dist/install.sql again');
      }
      assert.is(await languageOf(client), null);
      assert.match(String(await one(client, 'select reasons from lh_engine.health')), 'library behind');
      const missing = await rows(
        client,
        `select kind, object from lh_engine.check_host() where required and not found`,
      );
      assert.equal(missing, [{ kind: 'language', object: 'lh_engine.js' }]);
      await installIn(client);
      assert.is(await languageOf(client), 'plain', 'it stays what it was');
      assert.is(await one(client, `select lh_run_improvement_cycle() ->> 'success'`), 'true');
    });

  language('plain leaves nothing behind when the engine is removed', async () => {
    const { client, url } = await database();
    const before = await dump(url, '--schema-only');
    await installIn(client, 'plain');
    await client.query('select lh_engine.uninstall(confirm => true)');
    same(await dump(url, '--schema-only'), before);
  });

  language('plain is reached through the entry alone, by whoever may call that', async () => {
    const { client } = await database();
    const grantee = `lh_grantee_${process.pid}`;
    await client.query(`
      create role ${grantee};
      alter default privileges grant usage on schemas to ${grantee}, public;
      alter default privileges grant execute on functions to ${grantee};`);
    try {
      await installIn(client, 'plain');
      const schemas = await one(
        client,
        `select array_agg(has_schema_privilege($1, n.oid, 'usage')) from pg_namespace as n where n.nspname like 'lh\\_engine\\_plain%'`,
        [grantee],
      );
      assert.equal(schemas, [false, false]);
    } finally {
      await client.query(
        `drop owned by ${grantee}; alter default privileges revoke usage on schemas from public`,
      );
      await client.query(`drop role ${grantee}`);
    }
    await client.query(rolesFile);
    const functions = `select has_function_privilege($1, p.oid, 'execute') as may
      from pg_proc as p where p.pronamespace in ('lh_engine_plain'::regnamespace, 'lh_engine_plain_guarded'::regnamespace)`;
    const all = await rows(client, functions, ['lh_engine_operator']);
    assert.ok(all.length > 500 && all.every(({ may }) => may === false));
    await client.query('begin; set role lh_engine_reader');
    assert.equal(
      await one(client, `select lh_engine.js('normal_quantile', '{"q":0.5}') ->> 'result'`),
      await one(client, `select lh_engine.call_js('normal_quantile', '{"q":0.5}')::text`),
    );
    const error = await errorOf(() =>
      client.query(`select lh_engine_plain.js('normal_quantile', '{"q":0.5}')`),
    );
    assert.is(error.code, '42501');
    await client.query('rollback');
  });

  language('plain may be called in a query over many rows, which then has no workers', async () => {
    const { client } = await database();
    await installIn(client, 'plain');
    await client.query(`
      create table public.many as select g as x from generate_series(1, 50000) as g;
      analyze public.many;
      set parallel_setup_cost to 0; set parallel_tuple_cost to 0; set min_parallel_table_scan_size to 0;`);
    const found = await rows(
      client,
      `select t.p_value from public.many as m
       cross join lateral lh_engine.two_proportion_test(30, 100 + m.x * 0, 45, 100) as t where m.x % 25000 = 1`,
    );
    assert.is(found.length, 2);
  });

  language('plain belongs to the owner of the engine, also after an upgrade by another role', async () => {
    const owner = `lh_plain_owner_${process.pid}`;
    const { client, name } = await database();
    await client.query(`
      create role ${owner} bypassrls;
      grant create on database ${name} to ${owner};
      grant all on schema public to ${owner};
      grant all on all tables in schema public to ${owner};
      grant all on all sequences in schema public to ${owner};
      set role ${owner};`);
    try {
      await installIn(client, 'plain');
      // A superuser runs the code of another role's engine only when told to.
      await client.query(`reset role; set lh_engine.owner to '${owner}'`);
      await installIn(client);
      const others = await one(
        client,
        `select count(*)::int from (
           select p.proowner from pg_proc as p join pg_namespace as n on n.oid = p.pronamespace where n.nspname like 'lh\\_engine%'
           union all
           select n.nspowner from pg_namespace as n where n.nspname like 'lh\\_engine%'
         ) as o (owner)
         where o.owner <> '${owner}'::regrole`,
      );
      assert.is(others, 0);
      await client.query(`set role ${owner}`);
      assert.is(await one(client, `select lh_run_improvement_cycle() ->> 'success'`), 'true');
      await installIn(client, 'plain');
      assert.is(await one(client, `select lh_run_improvement_cycle() ->> 'success'`), 'true');
      await client.query(`reset role; revoke create on database ${name} from ${owner}; set role ${owner}`);
      const error = await errorOf(() => installIn(client));
      await client.query('rollback');
      assert.is(error.code, 'LH004');
      assert.match(String(error.hint), `grant create on database ${name} to ${owner}`);
      assert.is(await one(client, `select lh_run_improvement_cycle() ->> 'success'`), 'true');
    } finally {
      await client.query(`reset role; drop owned by ${owner} cascade; drop role ${owner};`);
    }
  });
});
