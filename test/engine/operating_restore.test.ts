// The commands of docs/operations.md that bring back what the engine remembers: data alone, the engine's schema alone, and
// the way back to a former version. What comes back is the same, row by row, and the loop goes on.
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import * as assert from 'uvu/assert';
import { findProgram } from '../../dev/server/layout.ts';
import { run } from '../../dev/server/processes.ts';
import { installFile, one, rows, setClock, type TestDatabase } from '../support/database.ts';
import { engineSuite } from '../support/engine_suite.ts';
import { missing, requireForFile, unless } from '../support/needs.ts';
import { install, releases } from '../support/release.ts';

await requireForFile('pg_dump');

// Without it 1.0.0 cannot be installed.
const noPlv8 = await missing('plv8');
const now = '2026-03-04 00:01+00';

const program = async (name: string, args: readonly string[]): Promise<void> => {
  const { code, output } = await run(findProgram(name) ?? name, args);
  assert.is(code, 0, `${name} ${args.slice(0, -1).join(' ')}: ${output}`);
};

const withFile = async (work: (file: string) => Promise<void>): Promise<void> => {
  const file = join(tmpdir(), `lh_restore_${process.pid}.dump`);
  try {
    await work(file);
  } finally {
    rmSync(file, { force: true });
  }
};

const data = ['--data-only', '--disable-triggers', '--single-transaction'];
const dataOfEngine = [...data, '--schema=lh_engine'];

/** Every row of the engine's tables, as text. */
const memory = async (client: pg.Client): Promise<string[]> => {
  const tables = await rows(
    client,
    `select c.relname as name from pg_class as c where c.relnamespace = 'lh_engine'::regnamespace and c.relkind = 'r' order by 1`,
  );
  const found: string[] = [];
  for (const { name } of tables)
    for (const { line } of await rows(
      client,
      `select t::text as line from lh_engine.${name} as t order by 1`,
    ))
      found.push(`${name} ${line}`);
  return found;
};

engineSuite('restore', { ids: ['bigint'], isolation: 'database', now }, (restore, db) => {
  /** A site with a run, a pause, a setting, a running test and a dump; removed with the work. */
  const withDump = async (options: readonly string[], work: (file: string) => Promise<void>) => {
    await db.client.query(`insert into lh_lead_status (status, assigned_to, created_at, contacted_at, source)
      select 'contacted', 'agent', timestamptz '2026-03-03 08:00+00' + i * interval '5 min', timestamptz '2026-03-03 20:00+00', 'web'
      from generate_series(1, 60) as i`);
    await db.client.query('call lh_engine.run_due_cycle()');
    await db.client.query(`select lh_engine.pause('lead-scorer', 'why')`);
    await db.client.query(`select lh_engine.set_setting('spawning.min_sample_size', '20')`);
    assert.ok((await rows(db.client, 'select from lh_engine.test_plans')).length > 0, 'a test runs');
    await withFile(async (file) => {
      await program('pg_dump', ['-Fc', '-f', file, ...options, db.url]);
      await work(file);
    });
  };

  const goesOn = async (client: pg.Client): Promise<void> => {
    await setClock(client, '2026-03-05 00:01+00');
    await client.query('call lh_engine.run_due_cycle()');
    assert.equal(await rows(client, 'select ok, days_behind, paused from lh_engine.health'), [
      { ok: true, days_behind: 0, paused: ['lead-scorer'] },
    ]);
  };

  const hostRows = (client: pg.Client) =>
    rows(
      client,
      `select t.id, t.status, s.skill_type from lh_ab_tests as t join lh_spawned_skills as s on s.id = t.skill_id`,
    );

  restore('data alone comes back into an installed engine beside empty tables', async () => {
    await withDump([], async (file) => {
      const target: TestDatabase = await db.open();
      await target.client.query('delete from lh_engine.cycle_fence');
      await program('pg_restore', [...data, '-d', target.url, file]);
      assert.equal(await memory(target.client), await memory(db.client));
      assert.equal(await hostRows(target.client), await hostRows(db.client));
      await goesOn(target.client);
    });
  });

  restore('the memory of the engine comes back beside the rows of the host that are there', async () => {
    await withDump(['--schema=lh_engine'], async (file) => {
      const expected = await memory(db.client);
      await db.client.query('select lh_engine.uninstall(confirm => true)');
      await db.client.query(installFile);
      await db.client.query('delete from lh_engine.cycle_fence');
      await program('pg_restore', [...dataOfEngine, '-d', db.url, file]);
      assert.equal(await memory(db.client), expected);
      await goesOn(db.client);
    });
  });

  for (const release of releases)
    unless(noPlv8, restore)(
      `an upgrade from ${release} is taken back, and nothing is forgotten`,
      async () => {
        const site = await db.open({ engine: false });
        await install(site.client, release);
        const fence = await one(
          site.client,
          `select coalesce(to_regclass('lh_engine.cycle_fence'), 'lh_engine.turns')`,
        );
        await setClock(site.client, now);
        await site.client.query('call lh_engine.run_due_cycle()');
        await site.client.query(`select lh_engine.pause('lead-scorer', 'why')`);
        const expected = await memory(site.client);
        await withFile(async (file) => {
          await program('pg_dump', ['-Fc', '--schema=lh_engine', '-f', file, site.url]);
          await site.client.query(installFile);
          await site.client.query('select lh_engine.uninstall(confirm => true)');
          await install(site.client, release);
          await site.client.query(`delete from ${fence}`);
          await program('pg_restore', [...dataOfEngine, '-d', site.url, file]);
        });
        assert.equal(await memory(site.client), expected);
        assert.is(await one(site.client, 'select engine from lh_engine.version()'), release);
        await goesOn(site.client);
      },
    );

  restore('a restore of the schema alone without an installation says that it is not there', async () => {
    await withDump([], async (file) => {
      const target = await db.open({ engine: false });
      const { code, output } = await run(findProgram('pg_restore') ?? '', [
        '--schema=lh_engine',
        '--exit-on-error',
        '-d',
        target.url,
        file,
      ]);
      assert.is(code, 1);
      assert.match(output, 'schema "lh_engine" does not exist');
      assert.is(await one(target.client, `select to_regnamespace('lh_engine')`), null);
    });
  });
});
