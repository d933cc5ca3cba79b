// npm start: the demo. A Postgres, local or the one of --url, a lead database on it, the engine beside it, the loop over
// six simulated weeks, and what came of it. The database is kept: a second start reports the same in seconds, unless
// the engine changed; `npm start -- --fresh` plays it again.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { installHost } from '../host/generator.ts';
import { readArguments } from '../server/arguments.ts';
import { checkout, placesOf } from '../server/layout.ts';
import { demoDatabase, refreshLocal } from '../server/local.ts';
import { withLock } from '../server/lock.ts';
import { requireOwnServer } from '../server/own_server.ts';
import { failure, main, say, step } from '../server/progress.ts';
import { databaseUrl } from '../server/server.ts';
import { withClient } from '../server/session.ts';
import { calendarOf, daysOf, liveDay, makeHistory, world } from './demo.ts';
import { type Cycle, makeReporter } from './report.ts';

const print = (line = ''): void => {
  process.stdout.write(`${line}\n`);
};

/** A server to play on: its maintenance database, and whether it is ours to start. */
type Stage = { readonly url: string; readonly isLocal: boolean };

const connected = <T>({ url, isLocal }: Stage, work: (client: pg.Client) => Promise<T>): Promise<T> =>
  withClient(url, work, isLocal);

/** Everything that makes the demo's database what it is: another key, another play. */
const demoKey = (): string => {
  const hash = createHash('sha256');
  const folders = ['dev/host', 'dev/host/generator', 'dist'];
  for (const folder of folders)
    for (const name of readdirSync(join(checkout, folder))
      .filter((entry) => /\.(sql|ts)$/.test(entry))
      .sort())
      hash.update(name).update(readFileSync(join(checkout, folder, name)));
  return hash
    .update(readFileSync(join(checkout, 'dev/demo/demo.ts')))
    .digest('hex')
    .slice(0, 16);
};

const mark = 'demo of the lead hunter engine, ';

/** The key of the demo that was played to its end; null when there is none or it was interrupted. */
const playedKey = (stage: Stage): Promise<string | null> =>
  connected(stage, async (client) => {
    const { rows } = await client.query(
      `select pg_catalog.shobj_description(oid, 'pg_database') as comment
       from pg_catalog.pg_database where datname = $1`,
      [demoDatabase],
    );
    if (rows.length === 0) return null;
    const comment: string | null = rows[0].comment;
    if (!stage.isLocal && !comment?.startsWith(mark))
      throw failure(
        `the server has a database "${demoDatabase}" that no demo made`,
        'rename or drop it, or give the URL of another server',
      );
    return comment?.startsWith(mark) && !comment.endsWith('unfinished') ? comment.slice(mark.length) : null;
  });

const setMark = (stage: Stage, what: string): Promise<unknown> =>
  connected(stage, (client) =>
    client.query(`comment on database ${demoDatabase} is ${client.escapeLiteral(mark + what)}`),
  );

const onDemo = <T>(stage: Stage, work: (client: pg.Client) => Promise<T>): Promise<T> =>
  connected({ ...stage, url: databaseUrl(stage, demoDatabase) }, work);

const reportCycles = async (
  client: pg.Client,
  cycles: AsyncIterable<Cycle> | Iterable<Cycle>,
): Promise<void> => {
  const planned = new Map<string, number>();
  const reporter = makeReporter((name) => planned.get(name) ?? 100);
  print();
  for await (const cycle of cycles) {
    const { rows } = await client.query(
      `select t.test_name, coalesce(p.planned_leads_per_group, t.min_sample_size) as planned
       from public.lh_ab_tests as t left join lh_engine.test_plans as p on p.ab_test_id = t.id::text`,
    );
    for (const row of rows) planned.set(row.test_name, Number(row.planned));
    for (const line of reporter.report(cycle)) print(line);
  }
};

async function* play(client: pg.Client, days: readonly string[]): AsyncGenerator<Cycle> {
  for (const day of days) yield (await liveDay(client, day)) as Cycle;
}

const build = async (stage: Stage): Promise<void> => {
  const calendar = calendarOf(Date.now());
  await connected(stage, async (client) => {
    await client.query(`drop database if exists ${demoDatabase} with (force)`);
    await client.query(`create database ${demoDatabase}`);
  });
  await setMark(stage, 'unfinished');
  await step('creating the lead database with five weeks of history', () =>
    onDemo(stage, async (client) => {
      await installHost(client, { ids: 'bigint' });
      const { leads, contacts, feedback } = await makeHistory(client, calendar);
      say(
        `  ${leads} leads, ${contacts} contacts, ${feedback} feedbacks of agents, from ${calendar.first} on`,
      );
    }),
  );
  await step('installing the engine (dist/install.sql)', () =>
    onDemo(stage, async (client) => {
      await client.query(readFileSync(join(checkout, 'dist/install.sql'), 'utf8'));
      const { rows } = await client.query('select engine, bundle, language from lh_engine.version()');
      say(`  engine ${rows[0]?.engine}, bundle ${rows[0]?.bundle}, ${rows[0]?.language}`);
    }),
  );
  const days = daysOf(calendar);
  say(`▸ playing ${days.length} days, the loop at 00:01 after each …`);
  await onDemo(stage, async (client) => {
    await client.query(`select lh_engine.set_setting('profile', '"rigorous"')`);
    // A skill that answers faster also converts sooner: young leads would exaggerate what it does.
    await client.query(`select lh_engine.set_setting('decisions.maturity_days', '7')`);
    await reportCycles(client, play(client, days));
  });
  await setMark(stage, demoKey());
};

const reportAgain = (stage: Stage): Promise<void> =>
  onDemo(stage, async (client) => {
    const { rows } = await client.query(
      `select data from lh_engine.events where kind = 'cycle' order by event_id`,
    );
    await reportCycles(
      client,
      rows.map(({ data }) => data as Cycle),
    );
  });

/** What stands at the end: every skill beside its true lift, and the report on a test that was decided. */
const conclude = (stage: Stage): Promise<void> =>
  onDemo(stage, async (client) => {
    const { rows } = await client.query(
      `select s.skill_type, s.skill_name, s.status as skill, t.id::text as test, t.status, t.recommendation, t.lift_pct::float8, t.p_value::float8
       from public.lh_spawned_skills as s join public.lh_ab_tests as t on t.skill_id = s.id order by s.id`,
    );
    print();
    print(
      'skill                                 status    test       decision  measured lift       true lift',
    );
    for (const row of rows) {
      const lift = row.lift_pct === null ? '–' : `${row.lift_pct.toFixed(1)} %`;
      const truth = world.lifts[row.skill_type as keyof typeof world.lifts];
      print(
        `${row.skill_name.padEnd(37)} ${row.skill.padEnd(9)} ${row.status.padEnd(10)} ${(row.recommendation ?? '–').padEnd(9)} ` +
          `${lift.padStart(13)} ${(truth === undefined ? '0 %' : `${truth} %`).padStart(14)}`,
      );
    }
    const decided = rows.find(({ recommendation }) => recommendation === 'KEEP' || recommendation === 'KILL');
    if (!decided) return;
    const story = await client.query('select lh_engine.explain_test($1) as story', [decided.test]);
    print(`\nwhy, as select lh_engine.explain_test('${decided.test}') reports it:\n`);
    print(String(story.rows[0].story).replace(/^/gm, '  '));
  });

/** Plays the demo, or reports the one that was played. */
const perform = async (stage: Stage, fresh: boolean): Promise<void> => {
  const played = await playedKey(stage);
  if (!fresh && played === demoKey()) {
    say('▸ the demo was played before; this is what happened (npm start -- --fresh plays it again)');
    await reportAgain(stage);
  } else {
    if (played !== null && !fresh) say('▸ the engine has changed since the demo was played');
    await build(stage);
  }
  await conclude(stage);
};

/** How a person gets into the demo's database. */
const doorTo = ({ url, isLocal }: Stage): string => {
  if (isLocal) return 'npm run db:psql';
  const shown = new URL(databaseUrl({ url }, demoDatabase));
  shown.password = '';
  return `psql '${shown.href}'`;
};

await main(async () => {
  const since = performance.now();
  const { kind, url, flags } = readArguments(
    'start',
    process.argv.slice(2),
    { fresh: 'play the demo again, although it was played before' },
    ['embedded', 'plv8', 'url'],
  );
  if (url !== undefined) await requireOwnServer(url, demoDatabase);
  const { lock } = placesOf('demo');
  await withLock(lock, 'plays the demo', async () => {
    const stage =
      url === undefined ? { url: (await refreshLocal(kind)).url, isLocal: true } : { url, isLocal: false };
    await perform(stage, flags.has('fresh'));
    const seconds = (performance.now() - since) / 1000;
    print(`\nready after ${seconds.toFixed(1)} s. Look around, then call the loop yourself:\n`);
    print(`  ${doorTo(stage)}`);
    print('  select lh_run_improvement_cycle();');
    if (!stage.isLocal) {
      print(`\nto take the demo away again: drop database ${demoDatabase};`);
      print(
        'and its two roles, where no other database of the server has them: drop role lh_broker, lh_agent;',
      );
    }
  });
});
