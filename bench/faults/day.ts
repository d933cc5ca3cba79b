// One day of leads and the cycle after it, made once for all faults that disturb that one cycle: databases to copy, and
// what must come out.
import { feed, firstDay, nightAfter, query, stateOf, type World } from './world.ts';

export type Day = {
  /** The state before the cycle, without the rows of days. */
  readonly untouched: readonly string[];
  /** The state after it. */
  readonly twin: readonly string[];
  /** How long a cycle takes. */
  readonly cycleMs: number;
};

export const isOfDay = (row: string): boolean => row.startsWith('day ');

const make = async (world: World): Promise<Day> => {
  await world.copy('faults_day');
  const day = await world.connect('faults_day');
  await feed(day, 0);
  const untouched = (await stateOf(day)).filter((row) => !isOfDay(row));
  await day.end();
  await world.copy('faults_day_twin', 'faults_day');
  const client = await world.connect('faults_day_twin');
  await client.query(`select set_config('lh_engine.now', $1, false)`, [nightAfter(0)]);
  await query(client, 'select lh_run_improvement_cycle($1)', [firstDay]);
  const twin = await stateOf(client);
  const since = performance.now();
  await query(client, 'select lh_run_improvement_cycle($1)', [firstDay]);
  const cycleMs = performance.now() - since;
  await client.end();
  return { untouched, twin, cycleMs };
};

const days = new WeakMap<World, Promise<Day>>();

/** Makes the databases faults_day, to be copied, and faults_day_twin, once for a world. */
export const dayOnce = (world: World): Promise<Day> => {
  const made = days.get(world) ?? make(world);
  days.set(world, made);
  return made;
};
