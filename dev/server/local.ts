// The developer's own server, by name, with everything it needs installed first. The demo, the commands db:… and the
// benchmarks share it; the tests do not.
import { provide } from './packages.ts';
import { step } from './progress.ts';
import { runningServer, type Server, startServer } from './server.ts';

export const localServer = 'local';
export const demoDatabase = 'lead_hunter_demo';

/** The local server, running: as it is when it runs, else with everything it needs installed first. */
export const startLocal = async (): Promise<Server> => runningServer(localServer) ?? (await refreshLocal());

/** The local server, brought up to date: what is missing is installed, and a changed language is taken over. */
export const refreshLocal = async (): Promise<Server> => {
  await provide();
  return step('starting the local Postgres', () => startServer({ name: localServer }));
};
