// Private Postgres servers by name, for the demo, the tests and the benchmarks: on loopback, with a password, with
// LANGUAGE plv8 and pg_cron unless they are embedded, never Debian's own cluster. Start, stop, crash, destroy; it must
// not know the engine.
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import {
  type Cluster,
  createCluster,
  isCluster,
  isPortFree,
  postmasterOf,
  type StopMode,
  startedAt,
  startPostmaster,
  stopPostmaster,
  writeConfiguration,
} from './cluster.ts';
import { type Installation, installationOf, type Kind } from './installation.ts';
import { libraryFile, type Places, placesOf } from './layout.ts';
import { withLock } from './lock.ts';
import { failure, say } from './progress.ts';
import { withClient } from './session.ts';
import { type Remembered, readIfThere, type ServerOptions } from './settings.ts';

export type Server = {
  readonly name: string;
  readonly kind: Kind;
  /** The maintenance database, as the superuser. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  readonly dataDirectory: string;
  readonly socketDirectory: string;
  readonly logFile: string;
};

type State = Remembered & { readonly language: string | null };

const urlOf = (state: Remembered, database = 'postgres'): string =>
  `postgresql://postgres:${state.password}@127.0.0.1:${state.port}/${database}`;

export const databaseUrl = (server: { readonly url: string }, database: string): string => {
  const url = new URL(server.url);
  url.pathname = `/${encodeURIComponent(database)}`;
  return url.href;
};

const readState = (places: Places): State | undefined => {
  const text = readIfThere(places.state);
  return text === undefined ? undefined : (JSON.parse(text) as State);
};

const writeState = (places: Places, state: State): State => {
  const complete = `${places.state}.new`;
  writeFileSync(complete, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
  renameSync(complete, places.state);
  return state;
};

/** Free ports below the kernel's range for outgoing connections; the name gives where to begin. */
const choosePort = async (places: Places, avoid: number): Promise<number> => {
  const first = 20_000 + (createHash('sha256').update(places.home).digest().readUInt16BE() % 10_000);
  for (let port = first; port < first + 500; port += 1)
    if (port !== avoid && (await isPortFree(port))) return port;
  throw failure(
    `no port is free on 127.0.0.1 from ${first} to ${first + 499}`,
    'end what listens there (ss -ltnp)',
  );
};

const descriptions: Readonly<Record<Kind, string>> = {
  debian: "Debian's PostgreSQL",
  embedded: 'the embedded PostgreSQL from npm',
};

const kindOf = (state: Pick<State, 'options'> | undefined): Kind => state?.options.kind ?? 'debian';

const recall = async (places: Places, { name, port, ...given }: ServerOptions): Promise<State> => {
  const known = readState(places);
  if (!known && isCluster(places))
    throw failure(
      `${places.state}, which held the password of server "${name}", is gone`,
      'npm run db:reset',
    );
  const options = { ...known?.options, ...given };
  const made = kindOf(known);
  if (known && isCluster(places) && kindOf({ options }) !== made)
    throw failure(
      `server "${name}" was made by ${descriptions[made]}`,
      'npm run db:reset throws it and its databases away; then repeat the command',
    );
  const password = known?.password ?? randomBytes(18).toString('base64url');
  return {
    port: port ?? known?.port ?? (await choosePort(places, 0)),
    password,
    options,
    language: known?.language ?? null,
  };
};

const serverOf = (name: string, places: Places, state: State): Server => {
  const pid = postmasterOf(places);
  if (!pid) throw failure(`server "${name}" ended right after its start`, `read ${places.log}`);
  const { data: dataDirectory, home: socketDirectory, log: logFile } = places;
  const { port } = state;
  return {
    name,
    kind: kindOf(state),
    url: urlOf(state),
    port,
    pid,
    dataDirectory,
    socketDirectory,
    logFile,
  };
};

/** pg_cron in its database, the language in template1 and the maintenance database: every new one has it at once. */
const prepare = async (state: State, { language, hasCron }: Installation): Promise<State> => {
  const cron = state.options.cronDatabase ?? 'postgres';
  if (language && language !== state.language)
    for (const database of ['template1', 'postgres'])
      await withClient(urlOf(state, database), (client) =>
        client.query(`create extension if not exists ${language}`),
      );
  await withClient(urlOf(state), async (client) => {
    const found = await client.query('select from pg_catalog.pg_database where datname = $1', [cron]);
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(cron)}`);
  });
  if (hasCron)
    await withClient(urlOf(state, cron), (client) => client.query('create extension if not exists pg_cron'));
  return { ...state, language };
};

const portAttempts = 5;

const requireCron = ({ kind }: Installation, database: string | undefined): void => {
  if (kind === 'embedded' && database !== undefined)
    throw failure(
      `there is no pg_cron for database "${database}": ${descriptions[kind]} has neither pg_cron nor plv8`,
      "leave cronDatabase out, or use Debian's PostgreSQL",
    );
};

const startOnFreePort = async (places: Cluster, wanted: State): Promise<State> => {
  let state = wanted;
  for (let attempt = 0; attempt < portAttempts; attempt += 1) {
    if (await isPortFree(state.port)) {
      writeConfiguration(places, state);
      if (await startPostmaster(places, state.port)) return writeState(places, state);
    }
    const port = await choosePort(places, state.port);
    say(`  port ${state.port} is taken, using ${port} from now on`);
    state = writeState(places, { ...state, port });
  }
  throw failure(`${portAttempts} ports were taken one after the other`, 'repeat the command');
};

/** A running server goes on unless its configuration or the language's library changed since it started. */
const needsRestart = (places: Cluster, state: State): boolean => {
  const library = libraryFile('plv8_libnode');
  const newer = existsSync(library) && statSync(library).mtime > startedAt(places);
  return writeConfiguration(places, state) || (places.installation.language === 'plv8_libnode' && newer);
};

/**
 * Starts the server of that name, making it first if need be; a running one is left alone unless its options or the
 * language changed. A crash, a kill, a reboot, a stale pid file or a half-made cluster is cleared up. Options given
 * once are remembered.
 */
export const startServer = async (options: ServerOptions): Promise<Server> => {
  const places = placesOf(options.name);
  return withLock(places.lock, `starts or stops server "${options.name}"`, async () => {
    let state = await recall(places, options);
    const installation = await installationOf(kindOf(state), state.options.packageFolder);
    requireCron(installation, state.options.cronDatabase);
    const cluster = { ...places, installation };
    writeState(places, state);
    await createCluster(cluster, state.password, state.options.durable ?? true);
    if (postmasterOf(places) && needsRestart(cluster, state)) await stopPostmaster(places, 'fast');
    if (!postmasterOf(places)) {
      state = await startOnFreePort(cluster, state);
      state = writeState(places, await prepare(state, installation));
    } else if (state.language !== installation.language) {
      state = writeState(places, await prepare(state, installation));
    }
    return serverOf(options.name, places, state);
  });
};

/** Which PostgreSQL the server of that name was made by; undefined when there is none. */
export const madeBy = (name: string): Kind | undefined => {
  const state = readState(placesOf(name));
  return state && kindOf(state);
};

/** The running server of that name; undefined when it does not run. */
export const runningServer = (name: string): Server | undefined => {
  const places = placesOf(name);
  const state = readState(places);
  return state && postmasterOf(places) ? serverOf(name, places, state) : undefined;
};

const end = (name: string, mode: StopMode, afterwards: () => void = () => undefined): Promise<void> => {
  const places = placesOf(name);
  return withLock(places.lock, `starts or stops server "${name}"`, async () => {
    await stopPostmaster(places, mode);
    afterwards();
  });
};

/** Stops the server; sessions are ended, data stays. */
export const stopServer = (name: string): Promise<void> => end(name, 'fast');

/** Ends the server as a crash does: `immediate` by its own emergency exit, `kill` by SIGKILL to the postmaster. */
export const crashServer = (name: string, how: 'immediate' | 'kill' = 'immediate'): Promise<void> =>
  end(name, how);

/** Stops the server and removes everything of it. */
export const destroyServer = (name: string): Promise<void> =>
  end(name, 'immediate', () => {
    const { home, state, lock } = placesOf(name);
    for (const path of [home, state, lock]) rmSync(path, { recursive: true, force: true });
  });
