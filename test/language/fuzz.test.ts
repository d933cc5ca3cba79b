// The short form of npm run fuzz:language: a few hundred random programs against the installed library, on a server of
// its own. What sanitizers see is for the command; here a crash, a hang, an invalid text or a complaint of the server
// shows.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { requireForFile } from '../support/needs.ts';
import { programOf } from './fuzz/programs.ts';
import { emptyTally, prepareDatabase, runOnServer } from './fuzz/server_run.ts';
import { startWitness } from './witness.ts';

await requireForFile('debian', 'plv8');

const fuzz = suite('LANGUAGE plv8');
const witness = await startWitness(`fuzz-test-${process.pid}`);
const { client, nobodyElseDied, server, url } = witness;
await prepareDatabase(client);
fuzz.after(witness.drop);

const seed = 1;
const count = 300;

fuzz(`survives the first ${count} programs of seed ${seed}`, async () => {
  const tally = emptyTally();
  const programs = Array.from({ length: count }, (_, number) => programOf(seed, number));
  await runOnServer({ url, logFile: server.logFile }, programs, tally);
  assert.equal(tally.findings, []);
  assert.is(tally.programs, count);
  // Most programs must get somewhere: a generator of nothing but errors would find nothing.
  assert.ok((tally.endings.ok ?? 0) > count / 5, JSON.stringify(tally.endings));
  await nobodyElseDied();
});

fuzz(
  'would not survive unnoticed: the fuzzer sees a crash, a hang, a report and an invalid text',
  async () => {
    const tally = emptyTally();
    const calls = [
      `copy (select 1) to program 'kill -SEGV $PPID'`,
      `do $$ begin raise warning 'x.cpp:1:2: runtime error: signed integer overflow'; end $$`,
      `select 'ff'`,
      `set statement_timeout = 0; select pg_catalog.pg_sleep(2)`,
    ];
    const programs = calls.map((call, number) => ({ number, create: '', call, body: '' }));
    await runOnServer({ url, logFile: server.logFile }, programs, tally, 1000);
    assert.equal(
      tally.findings.map(({ number, kind }) => `${number} ${kind}`),
      ['0 crash', '1 report', '2 invalid text', '3 hang'],
    );
  },
);

fuzz.run();
