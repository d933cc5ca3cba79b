// What the tests of the library's language share: installing in one language or another, losing plv8, and what of the
// library is where. Knows no test.
import type pg from 'pg';
import { installFile, one } from '../support/database.ts';
import type { EngineSuiteOptions } from '../support/engine_suite.ts';
import { createRoles } from './later_host.ts';

export type Language = 'plain' | 'plv8';

// These tests say the language themselves, whatever the run is in.
delete process.env.PGOPTIONS;

/** The type of ids makes no difference to a language. */
export const options: EngineSuiteOptions = {
  ids: ['bigint'],
  isolation: 'none',
  engine: false,
  prepare: createRoles,
};

/** Runs dist/install.sql as a session does that wants a language, or none in particular. */
export const installIn = async (client: pg.Client, language?: Language): Promise<void> => {
  await client.query(`set lh_engine.language to '${language ?? ''}'`);
  await client.query(installFile);
  await client.query('reset lh_engine.language');
};

export const languageOf = (client: pg.Client): Promise<string | null> =>
  one(client, 'select lh_engine.language()');

/** What a server does that loses plv8: the extension takes its language and every function in it along. */
export const losePlv8 = async (client: pg.Client): Promise<void> => {
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
export const traces = (client: pg.Client) =>
  one(
    client,
    `select array[
       (select count(*) from pg_namespace where nspname like 'lh\\_engine\\_plain%')::text,
       (select l.lanname from pg_proc as p join pg_language as l on l.oid = p.prolang
        where p.oid = to_regprocedure('lh_engine.js(text, json)'))
     ]`,
  );
