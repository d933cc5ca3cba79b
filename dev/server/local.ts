// The developer's own server, by name, with everything it needs installed first. The demo, the commands db:… and the
// benchmarks share it; the tests do not. It is Debian's PostgreSQL or an embedded one, as it was made.
import type { Kind } from './installation.ts';
import { provide } from './packages.ts';
import { failure, step } from './progress.ts';
import { madeBy, runningServer, type Server, startServer } from './server.ts';

export const localServer = 'local';
export const demoDatabase = 'lead_hunter_demo';

/**
 * The local server of whichever kind, brought up to date: what is missing is installed, a changed language taken over.
 */
export const refreshAnyLocal = async (kind?: Kind): Promise<Server> => {
  const wanted = kind ?? madeBy(localServer) ?? 'debian';
  if (wanted === 'debian') await provide();
  return step('starting the local Postgres', () => startServer({ name: localServer, kind: wanted }));
};

/** The local server of whichever kind, running: as it is when it runs, else brought up to date first. */
export const startAnyLocal = async (): Promise<Server> =>
  runningServer(localServer) ?? (await refreshAnyLocal());

const requireExtensions = (): void => {
  if (madeBy(localServer) === 'embedded')
    throw failure(
      'the local server is an embedded PostgreSQL, which has neither plv8 nor pg_cron, and this needs plv8',
      "npm run db:reset throws it and its databases away; the next start makes one of Debian's PostgreSQL",
    );
};

/** The local server with plv8 and pg_cron, running. */
export const startLocal = async (): Promise<Server> => {
  requireExtensions();
  return startAnyLocal();
};

/** The same, brought up to date. */
export const refreshLocal = async (): Promise<Server> => {
  requireExtensions();
  return refreshAnyLocal();
};
