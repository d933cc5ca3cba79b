// The comparison with real plv8 on a server that crashes, as real plv8 does in 15 cases: the runner counts it, waits
// and goes on, and its schema is gone afterwards. The crash here is a signal that a superuser's session sends itself.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { destroyServer, startServer } from '../../dev/server/server.ts';
import { requireForFile } from '../support/needs.ts';
import { type Case, isCrash, readCases, runCases } from './behaviour.ts';
import { connect, one } from './database.ts';

await requireForFile('debian', 'plv8');

const report = suite('the comparison with real plv8');
const name = `report-${process.pid}`;
const { url } = await startServer({ name, durable: false });
report.after(() => destroyServer(name));

const crash = `copy (select 1) to program 'kill -SEGV $PPID'`;
const fine: Case = { id: 'ret fine', sql: [`select 'x'`], real: 'x' };
const crashed: Case = { id: 'ret crash', sql: [crash], real: 'CRASH server closed the connection' };

report('counts a crash that real plv8 has too as expected, and goes on', async () => {
  const unexpected: Case = { id: 'env crash', sql: [crash], real: 'x' };
  const outcomes: string[] = [];
  const results = await runCases(url, [fine, crashed, fine, unexpected, crashed, fine], ({ outcome }) =>
    outcomes.push(outcome),
  );
  assert.equal(outcomes, ['as real', 'as real', 'as real', 'different', 'as real', 'as real']);
  assert.equal(
    results.map(({ answer }) => isCrash(answer)),
    [false, true, false, true, true, false],
  );
});

report('leaves no schema behind, so that it can run again', async () => {
  await runCases(url, [crashed]);
  await runCases(url, [fine]);
  const client = await connect(url);
  const left = await one(client, `select count(*) from pg_namespace where nspname = 'probe'`);
  await client.end();
  assert.is(left, '0');
});

report('says that it cannot connect, and does not wait, where no server will come', async () => {
  const nobody = new URL(url);
  nobody.password = 'wrong';
  const error = await runCases(nobody.href, [fine]).catch((reason: unknown) => reason as { code: string });
  assert.is((error as { code: string }).code, '28P01');
});

report('knows the cases in which real plv8 crashes', () => {
  assert.is(readCases().filter(({ real }) => isCrash(real)).length, 15);
});

report.run();
