// What the host's data make of the host's own function: an error of theirs leaves the day to the engine's own counts and
// is named; an error that somebody raises on purpose ends the cycle.
import * as assert from 'uvu/assert';
import { one } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';

const dataErrors: Readonly<Record<string, string>> = {
  '21000': 'perform (select n from generate_series(1, 2) as n)',
  '22012': 'perform 1 / 0',
  '23505': 'insert into seen values (md5(target_date::text)), (md5(target_date::text))',
  '54000': `insert into seen select string_agg(md5(n::text), '') from generate_series(1, 2000) as n`,
  P0002: 'select n into strict v_n from generate_series(1, 0) as n',
  P0003: 'select n into strict v_n from generate_series(1, 2) as n',
};

const hostFunction = (body: string): string => `
create table if not exists public.seen (source text primary key);
create or replace function public.lh_update_daily_metrics(target_date date default current_date) returns void
language plpgsql as $$ declare v_n integer; begin ${body}; end $$`;

engineSuite('errors of the host function', { now: '2026-03-03 00:01+00' }, (errors, db) => {
  for (const [code, body] of Object.entries(dataErrors))
    errors(`${code} by the data of a day is named, and the cycle goes on`, async () => {
      await db.client.query(hostFunction(body));
      const cycle = await one<{ success: boolean; warnings: { code: string; message: string }[] }>(
        db.client,
        `select lh_run_improvement_cycle('2026-03-02')`,
      );
      assert.is(cycle.success, true);
      const warning = cycle.warnings.find((w) => w.code === 'host_metrics_failed');
      assert.match(warning?.message ?? '', code);
    });

  errors('what somebody raises ends the cycle', async () => {
    await db.client.query(hostFunction(`raise exception 'metrics are down'`));
    const failure = await db.client.query(`select lh_run_improvement_cycle('2026-03-02')`).then(
      () => null,
      (error: { code: string }) => error.code,
    );
    assert.is(failure, 'P0001');
  });
});
