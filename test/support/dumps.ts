// What pg_dump says of a database, or the catalogs where there is no pg_dump for it, so that tests can compare whole
// databases, and a little life to compare. It must not know what is tested.
import { spawnSync } from 'node:child_process';
import type pg from 'pg';
import * as assert from 'uvu/assert';
import { describeDatabase } from './catalogs.ts';
import { setClock } from './database.ts';
import { missing } from './needs.ts';

export const run = (command: string, args: readonly string[], input?: string): string => {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', input, maxBuffer: 1e8 });
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`);
  return stdout;
};

const noDump = await missing('pg_dump');

/** What pg_dump writes, without its comments and the random key of newer versions; else the catalogs. */
export const dump = async (url: string, ...args: readonly string[]): Promise<string> => {
  if (noDump !== undefined) return describeDatabase([...args, url]);
  return run('pg_dump', ['--no-owner', ...args, url])
    .split('\n')
    .filter((line) => !/^(--|\\(un)?restrict|$)/.test(line))
    .join('\n');
};

export const engineDump = (url: string): Promise<string> =>
  dump(url, '--schema-only', '--exclude-schema=graphile_migrate');

export const memory = (url: string): Promise<string> => dump(url, '--data-only', '--schema=lh_engine');

/** The rows of tables of the engine as text; of columns that later versions add, and that are empty, it knows nothing. */
export const rowsOf = async (client: pg.Client, tables: readonly string[]): Promise<string> => {
  const texts: string[] = [];
  for (const table of tables) {
    const { rows } = await client.query(
      `select jsonb_strip_nulls(to_jsonb(t))::text as row from lh_engine.${table} as t order by 1`,
    );
    texts.push(...rows.map(({ row }) => `${table}: ${row}`));
  }
  return texts.join('\n');
};

export const same = (a: string, b: string): void => {
  const [left, right] = [a.split('\n'), b.split('\n')];
  const at = left.findIndex((line, i) => line !== right[i]);
  assert.ok(a === b, `the dumps differ at line ${at}: ${left[at]} | ${right[at]}`);
};

/** Something in the tables of the engine. */
export const liveALittle = async (client: pg.Client): Promise<void> => {
  await setClock(client, '2026-03-04 18:00+00');
  await client.query(
    `insert into lh_lead_status (status, assigned_to, created_at, contacted_at)
     select 'contacted', 'a', '2026-03-03 04:00+00', '2026-03-03 14:00+00' from generate_series(1, 5)`,
  );
  await client.query(`select lh_run_improvement_cycle('2026-03-03')`);
  await client.query(`select lh_engine.set_setting('log.retention_days', '777')`);
  await client.query(
    `insert into lh_engine.pauses (skill_type, paused_at, why) values ('lead-scorer', now(), 'holiday')`,
  );
  await setClock(client, '');
};
