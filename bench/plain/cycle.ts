// What a whole cycle costs in the plain library against plv8: the same database twice, with 10 k leads and tests that have
// been looked at every week, and its next Sunday's cycle again and again, each taken back. A session is new in every
// round, as pg_cron's is; its second cycle is one of a warm session. Knows nothing of what a cycle does.
import type pg from 'pg';
import { databaseUrl } from '../../dev/server/server.ts';
import { connect, createDatabase, installFile, one } from '../../test/support/database.ts';
import { median, runTime } from './figures.ts';
import { makeWorld } from './world.ts';

/** The cost of one cycle: elapsed, and what the server's process for this session took of a core. */
type Cost = { readonly ms: number; readonly cpu: number };
type Round = { readonly first: Cost; readonly warm: Cost; readonly answer: string };

/** Changes the language of a living database, as a DBA does it. */
const usePlain = `set lh_engine.language = 'plain';\n${installFile}`;

const cycle = async (client: pg.Client, pid: number, day: string): Promise<readonly [Cost, string]> => {
  await client.query('begin');
  const [cpu, start] = [runTime(pid), performance.now()];
  const answer = await one<string>(client, 'select public.lh_run_improvement_cycle($1::date)::text', [day]);
  const cost = { ms: performance.now() - start, cpu: runTime(pid) - cpu };
  await client.query('rollback');
  return [cost, answer];
};

const session = async (url: string, day: string): Promise<Round> => {
  const client = await connect(url);
  try {
    await client.query(`select set_config('lh_engine.now', $1, false)`, [`${day} 23:00+00`]);
    const pid = await one<number>(client, 'select pg_backend_pid()');
    const [first] = await cycle(client, pid, day);
    const [warm, answer] = await cycle(client, pid, day);
    return { first, warm, answer: answer.replace(/"cycle_id": \d+/, '') };
  } finally {
    await client.end();
  }
};

const figures = (name: string, js: readonly Cost[], plain: readonly Cost[]): string => {
  const of = (costs: readonly Cost[], key: keyof Cost): number => median(costs.map((cost) => cost[key]));
  const ratio = (key: keyof Cost): string => (of(plain, key) / of(js, key)).toFixed(2);
  const cells = (['ms', 'cpu'] as const).flatMap((key) => [
    of(js, key).toFixed(0),
    of(plain, key).toFixed(0),
    ratio(key),
  ]);
  return `| ${[name, ...cells].join(' | ')} |`;
};

/** The table of cycles. */
export const measureCycles = async (rounds: number): Promise<string> => {
  const js = await createDatabase({ ids: 'bigint' });
  const admin = await connect(databaseUrl(js, 'postgres'));
  const name = `${js.name}_plain`;
  try {
    const world = await makeWorld(js.client);
    await js.client.end();
    await admin.query(`create database ${name} template ${js.name}`);
    const url = databaseUrl(js, name);
    const client = await connect(url);
    await client.query(usePlain);
    await client.end();
    const measured: (readonly [Round, Round])[] = [];
    for (let round = 0; round < rounds; round += 1)
      measured.push([await session(js.url, world.day), await session(url, world.day)]);
    const isSame = measured.every(([a, b]) => a.answer === b.answer);
    const of = (kind: 'first' | 'warm') =>
      figures(
        kind === 'first' ? 'first of a session' : 'second of a session',
        measured.map(([a]) => a[kind]),
        measured.map(([, b]) => b[kind]),
      );
    return [
      `a cycle with ${world.leads} leads and ${world.looks} earlier looks at running tests, both answers ${isSame ? 'the same' : 'DIFFERENT'}\n`,
      '| cycle | plv8 ms | plain ms | ratio | plv8 CPU ms | plain CPU ms | ratio |\n| --- | --: | --: | --: | --: | --: | --: |',
      of('first'),
      of('warm'),
    ].join('\n');
  } finally {
    await js.client.end();
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.query(`drop database if exists ${js.name} with (force)`);
    await admin.end();
  }
};
