// Folders, accounts and environments that the local server's programs do not bear: each is refused with a remedy, or
// worked round.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { explained } from '../../dev/server/cluster.ts';
import { installationOf } from '../../dev/server/installation.ts';
import { breaksPrograms, placesOf, stateDirectory } from '../../dev/server/layout.ts';
import type { Failure } from '../../dev/server/progress.ts';
import { withClient } from '../../dev/server/session.ts';
import { leadsElsewhere, serverUrl } from '../support/database.ts';
import { reasonOf } from '../support/reason.ts';

const odd = suite('an odd machine');
const url = await serverUrl();
const usual = process.env.LH_STATE_DIRECTORY;
const folder = mkdtempSync(join(usual ?? '/var/tmp', 'odd-'));
odd.after(() => rmSync(folder, { recursive: true }));

const inState = <T>(parent: string, work: () => T): T => {
  process.env.LH_STATE_DIRECTORY = parent;
  try {
    return work();
  } finally {
    if (usual === undefined) delete process.env.LH_STATE_DIRECTORY;
    else process.env.LH_STATE_DIRECTORY = usual;
  }
};

odd('may have a path with spaces and apostrophes, and none that a shell reads', async () => {
  assert.is(breaksPrograms("/tmp/it's mine"), undefined);
  for (const sign of ['"', '$', '`', '\\', '\n']) assert.is(breaksPrograms(`/tmp/a${sign}b`), sign);
  const failed = await reasonOf(() => inState(join(folder, 'a$b'), stateDirectory));
  assert.match(failed, 'for its path has "$" → set LH_STATE_DIRECTORY');
  assert.not.ok(existsSync(join(folder, 'a$b')));
});

odd('gets its state folder made, also by a path from here', () => {
  const made = inState(relative(process.cwd(), join(folder, 'new', 'deep')), stateDirectory);
  assert.ok(made.startsWith(join(folder, 'new', 'deep')));
  assert.ok(existsSync(made));
});

odd('whose account has no name is told how it gets one', async () => {
  const cluster = { ...placesOf('odd'), installation: await installationOf('embedded') };
  for (const written of [
    'initdb: could not look up effective user ID 12345: user does not exist',
    'initdb: error: could not look up effective user ID 12345: user does not exist',
  ]) {
    const { message, remedy } = explained('initdb failed', cluster, written) as Failure;
    assert.match(message, 'number 12345 has none');
    assert.match(remedy, `echo 'lead:x:12345:12345::/tmp:/bin/sh' >> /etc/passwd`);
  }
});

odd('with options for other servers in its environment reaches the local one', async () => {
  process.env.PGOPTIONS = '-c nonsense=1';
  process.env.PGSSLMODE = 'verify-full';
  try {
    const answer = await withClient(url, async (client) => (await client.query('select 1 as it')).rows);
    assert.equal(answer, [{ it: 1 }]);
  } finally {
    delete process.env.PGOPTIONS;
    delete process.env.PGSSLMODE;
  }
});

odd('leads no test to another database', () => {
  for (const name of ['PGHOST', 'PGSERVICE', 'PGOPTIONS', 'DATABASE_URL', 'SHADOW_DATABASE_URL'])
    assert.ok(leadsElsewhere(name), name);
  for (const name of ['LH_TEST_SERVER_URL', 'PATH', 'HOME']) assert.not.ok(leadsElsewhere(name), name);
});

odd.run();
