// The helper that every engine test begins with, against throw-away test files: a failing test leaves no database and
// no session, one test sees nothing of another, and a suite in which nothing ran fails.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checkout } from '../../dev/server/layout.ts';
import { createDatabase, one, type TestDatabase } from '../support/database.ts';
import { type FileResult, runFile } from '../support/test_file.ts';
import { throwAwayFolder } from '../support/throw_away.ts';

const suites = suite('a suite of engine tests');
const { write, remove } = throwAwayFolder();
let db: TestDatabase;
suites.before(async () => {
  db = await createDatabase({ ids: 'bigint' });
});
suites.after(async () => {
  await db.drop();
  remove();
});

const head = `import * as assert from 'uvu/assert';
import { one } from '${checkout}/test/support/database.ts';
import { engineSuite } from '${checkout}/test/support/engine_suite.ts';
const leads = (db) => one(db.client, 'select count(*)::int from lh_lead_status');
const addLead = (db) => db.client.query("insert into lh_lead_status (status) values ('assigned')");
`;

const run = (name: string, text: string, env: NodeJS.ProcessEnv = {}): Promise<FileResult> =>
  runFile(write(name, head + text), checkout, { ...process.env, FORCE_COLOR: '0', ...env }, 60_000);

/** Of the databases that the output names, those that are still there, with the sessions in them. */
const leftOf = (output: string): Promise<number> =>
  one(
    db.client,
    `select (
       (select count(*) from pg_database where datname = any ($1))
       + (select count(*) from pg_stat_activity where datname = any ($1))
     )::int`,
    [output.match(/lh_test_\w+/g)],
  );

for (const isolation of ['transaction', 'database'] as const)
  suites(
    `keeps tests apart, by ${isolation}, sets the clock and closes what is open when one fails`,
    async () => {
      const { passed, failed, output } = await run(
        isolation,
        `engineSuite('s', { isolation: '${isolation}', now: '2026-03-04 18:00+00' }, (test, db) => {
         test('adds', async () => {
           await addLead(db);
           assert.is(await leads(db), 1);
         });
         test('fails half way', async () => {
           const [other, session] = [await db.open({ engine: false }), await db.connect()];
           console.log(db.name, other.name);
           await addLead(db);
           await session.query('begin');
           throw new Error('on purpose');
         });
         test('sees neither lead', async () => {
           assert.is(await leads(db), 0);
           assert.is(await one(db.client, 'select lh_engine.clock()::text'), '2026-03-04 18:00:00+00');
         });
       });`,
      );
      assert.equal({ passed, failed }, { passed: 4, failed: 2 });
      assert.is(output.match(/on purpose/g)?.length, 2);
      assert.is(new Set(output.match(/lh_test_\w+/g)).size, 4);
      assert.is(await leftOf(output), 0);
    },
  );

suites('cleans up behind a preparation that fails, and reports its error', async () => {
  const { passed, failed, output } = await run(
    'unprepared',
    `engineSuite('s', {
       ids: ['bigint'],
       isolation: 'database',
       prepare: async (client) => {
         console.log(await one(client, 'select current_database()'));
         await client.query('select 1 / 0');
       },
       cleanUp: async (client) => console.log('cleaned', await one(client, 'select 1')),
     }, (test) => test('does not start', async () => console.log('started')));`,
  );
  assert.equal({ passed, failed }, { passed: 0, failed: 1 });
  assert.match(output, 'division by zero');
  assert.match(output, 'cleaned 1');
  assert.not.match(output, 'started');
  assert.is(await leftOf(output), 0);
});

suites('fails when there is no test, and when one of them is not run', async () => {
  const empty = await run('empty', `engineSuite('nothing', {}, () => undefined);`);
  assert.match(empty.output, 'the suite "nothing (bigint ids)" has no test');
  assert.ok(empty.complaints.includes('exit code 1'));
  const stopped = await run(
    'stopped',
    `engineSuite('s', { ids: ['bigint'] }, (test) => {
       test('stops', async () => process.exit(0));
       test('never starts', async () => undefined);
     });`,
  );
  assert.match(stopped.output, '"s": 1 of 2 tests ran');
  assert.ok(stopped.complaints.includes('exit code 1'));
});

suites(
  'takes the type of ids that it is told, and leaves out and names what runs once where tests run again',
  async () => {
    const text = `import { missing, unless } from '${checkout}/test/support/needs.ts';
    const again = await missing('once');
    engineSuite('s', {}, (test, db) => {
      test('runs', async () => console.log('ids:', db.ids));
      unless(again, test)('runs once', async () => console.log('once:', db.ids));
    });
    engineSuite('of one type', { ids: ['bigint'] }, (test, db) => test('runs', async () => console.log('ids:', db.ids)));`;
    const first = await run('first', text, { LH_TEST_AGAIN: '', LH_TEST_IDS: '' });
    assert.equal([first.passed, first.failed, first.leftOut], [5, 0, []]);
    const second = await run('again', text, { LH_TEST_AGAIN: '1', LH_TEST_IDS: 'uuid' });
    assert.equal([second.passed, second.failed], [2, 0]);
    assert.equal(second.output.match(/(?:ids|once): \w+/g), ['ids: uuid', 'ids: bigint']);
    assert.equal(second.leftOut, [
      '"runs once": it needs a server on which it is not run again: npm run test:matrix does',
    ]);
  },
);

suites.run();
