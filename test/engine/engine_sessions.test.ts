// Installing from sessions whose settings change how SQL is read or written: the same objects come of it.
import * as assert from 'uvu/assert';
import { installFile, one } from '../support/database.ts';
import { engineDump, same } from '../support/dumps.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { requireForFile } from '../support/needs.ts';
import { install, migrationsSince } from '../support/release.ts';

await requireForFile('plv8');

const roads = {
  'dist/install.sql': installFile,
  'the migrations since': (await migrationsSince('1.0.0')).join('\n'),
} as const;

const sessions: Readonly<Record<string, string>> = {
  'quoted identifiers': 'set quote_all_identifiers to on',
  'backslashes in texts': 'set standard_conforming_strings to off; set backslash_quote to off',
  'other formats and habits': `
    set search_path to public;
    set datestyle to 'German';
    set intervalstyle to 'sql_standard';
    set extra_float_digits to -15;
    set bytea_output to 'escape';
    set xmloption to 'document';
    set array_nulls to off;
    set transform_null_equals to on;
    set row_security to off;
    set check_function_bodies to off;
    set timezone to 'Pacific/Apia';
    set plpgsql.extra_errors to 'all';
    set plpgsql.variable_conflict to 'use_column';
    set default_transaction_isolation to 'serializable'`,
};

engineSuite('sessions', { isolation: 'none', ids: ['bigint'] }, (sessionTests, { open }) => {
  for (const [road, script] of Object.entries(roads))
    for (const [name, settings] of Object.entries(sessions))
      sessionTests(`${road} over 1.0.0 from a session with ${name} gives the same`, async () => {
        const [db, fresh] = [await open({ engine: false }), await open({ engine: false })];
        await install(fresh.client);
        await install(db.client, '1.0.0');
        await db.client.query(settings);
        await db.client.query(script);
        assert.is(
          await one(db.client, `select count(*)::int from lh_engine.check_host() where kind = 'site view'`),
          0,
          'no view is taken for one of the site',
        );
        same(await engineDump(db.url), await engineDump(fresh.url));
        await db.client.query(installFile);
        same(await engineDump(db.url), await engineDump(fresh.url));
      });
});
