// A server of its own for tests that try to break one, with a session that stays open all the while: it and the
// server's log show that no other process went with the one that was attacked.
import { readFileSync } from 'node:fs';
import * as assert from 'uvu/assert';
import { destroyServer, type Server, startServer } from '../../dev/server/server.ts';
import { createLanguageDatabase, type LanguageDatabase, one } from './database.ts';

export type Witness = LanguageDatabase & {
  readonly server: Server;
  /** No backend was killed: the session lives, and the postmaster has restarted nobody. */
  readonly nobodyElseDied: () => Promise<void>;
};

/** `name` is the server's; it goes when the database is dropped. */
export const startWitness = async (name: string): Promise<Witness> => {
  const server = await startServer({ name, durable: false });
  const database = await createLanguageDatabase(server.url);
  const pid = await one(database.client, 'select pg_backend_pid()');
  const nobodyElseDied = async (): Promise<void> => {
    assert.is(await one(database.client, 'select pg_backend_pid()'), pid);
    assert.not.match(
      readFileSync(server.logFile, 'utf8'),
      /was terminated by signal|exited with exit code [^01]|PANIC/,
    );
  };
  const drop = async (): Promise<void> => {
    await database.drop().catch(() => {});
    await destroyServer(name);
  };
  return { ...database, server, nobodyElseDied, drop };
};
