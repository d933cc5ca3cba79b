// A database that moves from a server with plv8 to one without, in the middle of a test: dumped by pg_dump 15 as plain SQL,
// restored on 18 over a connection from Node. The test ends with the decision that it would have had.
import pg from 'pg';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { databaseUrl, destroyServer, startServer } from '../../dev/server/server.ts';
import { addArms, analyze, createTest, testRow } from '../engine/testing_host.ts';
import { createDatabase, installFile, one, rows, setClock } from '../support/database.ts';
import { run } from '../support/dumps.ts';
import { requireForFile } from '../support/needs.ts';

await requireForFile('debian', 'plv8', 'pg_dump');

const moves = suite('a database that moves');
const name = `moved-${process.pid}`;
moves.after(() => destroyServer(name));

/** The dump without what a server without plv8 cannot have, and without the words that psql alone understands. */
const plainSql = (url: string): string => {
  const archive = `/tmp/${name}.dump`;
  const list = `${archive}.list`;
  try {
    run('pg_dump', ['--format=custom', '--inserts', `--file=${archive}`, url]);
    const kept = run('pg_restore', ['--list', archive])
      .split('\n')
      .filter((line) => !/ EXTENSION (- )?plv8| js\(/.test(line));
    run('tee', [list], kept.join('\n'));
    return run('pg_restore', ['--no-owner', '--no-privileges', `--use-list=${list}`, '--file=-', archive])
      .split('\n')
      .filter((line) => !/^\\(un)?restrict /.test(line))
      .join('\n');
  } finally {
    run('rm', ['-f', archive, list]);
  }
};

const looksOf = (client: pg.Client) =>
  rows(
    client,
    `select kind, as_of, data from lh_engine.events where kind in ('look', 'decision') order by event_id`,
  );

const lastWeek = async (client: pg.Client, test: string): Promise<void> => {
  await setClock(client, '2026-03-16 12:00+00');
  await addArms(client, test, [101, 307], [160, 303]);
  await analyze(client);
};

moves('from plv8 on 15 to PL/pgSQL on 18 in the middle of a test, and the test ends the same', async () => {
  const old = await createDatabase({ ids: 'bigint' });
  try {
    await setClock(old.client, '2026-03-02 12:00+00');
    await old.client.query(`select lh_engine.set_setting('profile', '"rigorous"')`);
    const { test } = await createTest(old.client, { minimum: 400 });
    await addArms(old.client, test, [31, 107], [33, 103], { source: 'a', hoursToContact: 1.7 });
    await analyze(old.client);
    const dump = plainSql(old.url);
    const server = await startServer({ name, kind: 'embedded', durable: false });
    const client = new pg.Client({ connectionString: databaseUrl(server, 'postgres'), ssl: false });
    await client.connect();
    try {
      // Roles belong to a server, not to a database: the host's policies name these.
      await client.query('create role lh_broker; create role lh_agent');
      await client.query(dump);
      await client.query('reset all');
      const gone = await rows(client, 'select ok, language, reasons::text from lh_engine.health');
      assert.equal([gone[0]?.ok, gone[0]?.language], [false, null]);
      assert.match(String(gone[0]?.reasons), 'dist/install.sql');
      await client.query(installFile);
      assert.is(await one(client, 'select lh_engine.language()'), 'plain');
      await lastWeek(client, test);
      await lastWeek(old.client, test);
      const looks = await looksOf(client);
      assert.equal(looks, await looksOf(old.client));
      assert.ok(looks.length >= 3);
      const [here, there] = [await testRow(client, test), await testRow(old.client, test)];
      assert.equal(here, there);
      assert.is(here.recommendation, 'KEEP');
      const replays = await rows(
        client,
        `select r.same from lh_engine.events as e cross join lateral lh_engine.replay_decision(e.event_id) as r
         where e.kind in ('look', 'decision')`,
      );
      assert.ok(replays.length >= 3 && replays.every(({ same }) => same === true));
    } finally {
      await client.end();
    }
  } finally {
    await old.drop();
  }
});

moves.run();
