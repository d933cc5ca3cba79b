// The commands db:… as a person or a script types them: what goes to stdout is data, progress goes to stderr.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checkout } from '../../dev/server/layout.ts';
import { missing, unless } from '../support/needs.ts';
import { makeScratch, sweep } from '../support/scratch.ts';

const noPsql = await missing('psql');
const commands = suite('the commands db:…');
// In a test run the state folder is the run's own; alone, this file must not touch the developer's server.
const scratch = process.env.LH_TEST_SERVER_URL ? undefined : await makeScratch();
const env = {
  ...process.env,
  ...(scratch && { LH_STATE_DIRECTORY: scratch }),
  PGDATABASE: 'nowhere',
  PGPORT: '1',
};
commands.after(async () => {
  type('db:reset');
  if (scratch) await sweep(scratch);
});

const type = (...args: string[]) =>
  spawnSync(process.execPath, [join(checkout, 'dev/bootstrap.mjs'), ...args], { env, encoding: 'utf8' });

const url = /^postgresql:\/\/postgres:[\w-]{24}@127\.0\.0\.1:\d+\/postgres\n$/;

commands('db:start and db:url print one line, the same URL, and db:url starts a stopped server', () => {
  const started = type('db:start');
  assert.match(started.stdout, url);
  assert.match(started.stderr, 'starting the local Postgres');
  assert.equal([type('db:url').stdout, type('db:url').stderr], [started.stdout, '']);
  assert.equal([type('db:stop').status, type('db:stop').status], [0, 0]);
  const again = type('db:url');
  assert.equal([again.stdout, again.status], [started.stdout, 0]);
  assert.match(again.stderr, 'starting the local Postgres');
});

unless(noPsql, commands)(
  'db:psql reaches the local server whatever the PG… variables say, and ends as psql ends',
  () => {
    const fine = type('db:psql', 'template1', '-XAtc', 'select current_database(), current_user');
    assert.equal([fine.stdout, fine.status], ['template1|postgres\n', 0]);
    assert.is(type('db:psql', 'postgres', '-XAtc', 'select current_database()').stdout, 'postgres\n');
    assert.is(type('db:psql', '-XAtc', 'select current_database()').stdout, 'postgres\n');
    assert.is(type('db:psql', 'postgres', '-c', 'select nothing').status, 1);
    assert.is(type('db:psql', 'missing_database', '-c', 'select 1').status, 2);
  },
);

commands.run();
