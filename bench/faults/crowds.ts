// Many cycles at the same time, at each isolation level, half of them with a snapshot that is older than the others'
// commits. Whatever they are answered, every skill and test must be there once.
import type pg from 'pg';
import { dayOnce } from './day.ts';
import type { Fault, Outcome } from './outcome.ts';
import { compare, contradictions, firstDay, nightAfter, query, stateOf, type World } from './world.ts';

const isolationLevels = ['read committed', 'repeatable read', 'serializable'] as const;

type Answer = 'done' | 'already_running' | string;

const member = async (
  client: pg.Client,
  level: string,
  old: boolean,
  gate: Promise<void>,
): Promise<Answer> => {
  await client.query(`select set_config('lh_engine.now', $1, false)`, [nightAfter(0)]);
  await client.query(`begin isolation level ${level}`);
  // The first query takes the snapshot.
  if (old) await client.query('select count(*) from lh_ab_tests');
  await gate;
  try {
    const row = (
      await query<{ answer: Answer }>(
        client,
        `select coalesce(c ->> 'reason', 'done') as answer from lh_run_improvement_cycle('${firstDay}') as c`,
      )
    )[0];
    await client.query('commit');
    return row?.answer ?? 'nothing';
  } catch (error) {
    await client.query('rollback');
    return (error as pg.DatabaseError).code ?? 'error';
  }
};

const crowd = async (world: World, level: string, size: number): Promise<Outcome> => {
  const { twin } = await dayOnce(world);
  const database = 'faults_crowd';
  await world.copy(database, 'faults_day');
  const clients = await Promise.all(Array.from({ length: size }, () => world.connect(database)));
  let open: () => void = () => undefined;
  const gate = new Promise<void>((done) => {
    open = done;
  });
  let openLate: () => void = () => undefined;
  const lateGate = new Promise<void>((done) => {
    openLate = done;
  });
  // Every second one has its snapshot before the others begin, and its turn after they have committed.
  const members = clients.map((client, i) =>
    member(client, level, i % 2 === 0, i % 2 === 0 ? lateGate : gate),
  );
  await new Promise((done) => setTimeout(done, 300));
  open();
  await Promise.all(members.filter((_, i) => i % 2 === 1));
  openLate();
  const answers = await Promise.all(members);
  await Promise.all(clients.map((client) => client.end()));
  const client = await world.connect(database);
  const wrong = await contradictions(client);
  const isNoise = (row: string): boolean => row.startsWith('event cycle');
  const { lost, extra } = compare(
    twin.filter((row) => !isNoise(row)),
    (await stateOf(client)).filter((row) => !isNoise(row)),
  );
  await client.end();
  const count = (answer: string): number => answers.filter((a) => a === answer).length;
  const [done, busy, again] = [count('done'), count('already_running'), count('40001')];
  return {
    fault: `${size} cycles at once, ${level}`,
    promised: 'one works, the others say already_running or get a retryable error (40001); nothing twice',
    observed: `${done} done, ${busy} already_running, ${again} to be retried, ${size - done - busy - again} other; ${wrong} contradictions`,
    attempts: size,
    bypassed: wrong + (size - done - busy - again) + Number(done === 0),
    lost,
    duplicated: extra,
  };
};

export const crowds: readonly Fault[] = isolationLevels.map((level) => ({
  name: `crowd-${level.replace(' ', '-')}`,
  run: (world, size) => crowd(world, level, size.crowd),
}));
