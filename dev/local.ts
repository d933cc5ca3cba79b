// The developer's own server, by name, with everything it needs installed first. The demo, the commands db:… and the
// benchmarks share it; the tests do not.
import { provide } from './packages.ts';
import { step } from './progress.ts';
import { type Server, startServer } from './server.ts';

export const localServer = 'local';
export const demoDatabase = 'lead_hunter_demo';

export const startLocal = async (): Promise<Server> => {
  await provide();
  return step('starting the local Postgres', () => startServer({ name: localServer }));
};
