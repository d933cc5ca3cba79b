// The loop behind pgbouncer in transaction mode: several schedulers tick at once, twice a night, and the pool has fewer
// connections than they are.
import type pg from 'pg';
import { findPgbouncer, startPgbouncer } from '../../dev/server/pgbouncer.ts';
import { type Disturb, disturbedNights } from './nights.ts';
import type { Fault, Outcome } from './outcome.ts';
import { dayOf, nightAfter, query, reach, type World } from './world.ts';

const [clientCount, poolSize, database] = [6, 3, 'faults_disturbed'] as const;

/** No setting of a session would stay with its client, so the database has the clock, for the connections of a night. */
const tickThroughPool =
  (world: World, errors: string[]): Disturb =>
  async (place, n) => {
    const admin = await place.connect();
    await admin.query(`alter database ${database} set lh_engine.now to '${nightAfter(n)}'`);
    const pooler = await startPgbouncer(await world.url('postgres'), poolSize);
    const clients: pg.Client[] = [];
    try {
      while (clients.length < clientCount) clients.push(await reach(pooler.url(database)));
      for (let tick = 0; tick < 2; tick += 1)
        await Promise.all(
          clients.map((client) =>
            client
              .query('call lh_engine.run_due_cycle()')
              .catch(({ message }: Error) => errors.push(message)),
          ),
        );
      const left = await query(admin, 'select from lh_engine.turn_locks()');
      const runs = await query(admin, `select from lh_engine.events where kind = 'started' and as_of = $1`, [
        dayOf(n),
      ]);
      return { hit: true, broken: left.length + Math.abs(runs.length - 1) };
    } finally {
      await Promise.all(clients.map((client) => client.end()));
      await pooler.stop();
      await admin.end();
    }
  };

const pooledNights = async (world: World, nights: number): Promise<Outcome> => {
  const errors: string[] = [];
  const outcome = await disturbedNights(
    world,
    nights,
    {
      fault: `${clientCount} schedulers tick at once through ${poolSize} connections of pgbouncer in transaction mode`,
      promised: 'one run a night; no error; no lock stays in a connection of the pool',
      seen: () => `, errors: ${[...new Set(errors)].join(', ') || 'none'}`,
    },
    tickThroughPool(world, errors),
  );
  return { ...outcome, bypassed: outcome.bypassed + errors.length };
};

export const pooled: readonly Fault[] = [
  {
    name: 'pgbouncer',
    run: (world, size) => pooledNights(world, size.pooledNights),
    lacks: async () =>
      (await findPgbouncer()) === undefined
        ? 'pgbouncer, installed or from a Debian package that apt-get can download'
        : undefined,
  },
];
