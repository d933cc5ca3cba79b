// Where a private server lives and which account runs it. Data lies outside the checkout (below /var/tmp), because the
// account that runs the server for root may be unable to enter the checkout or root's home; nothing here starts or
// changes anything but the folder itself.
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Account, platform } from './platform.ts';
import { failure } from './progress.ts';

export const postgresMajor = '15';
export const binaries = `/usr/lib/postgresql/${postgresMajor}/bin`;
const extensions = `/usr/share/postgresql/${postgresMajor}/extension`;

export const checkout = realpathSync(join(dirname(fileURLToPath(import.meta.url)), '..', '..'));

/** A client program of PostgreSQL: Debian's, or what the path of the caller finds; undefined where there is none. */
export const findProgram = (name: string): string | undefined =>
  [binaries, ...(process.env.PATH ?? '').split(delimiter)]
    .map((folder) => platform.program(join(folder, name)))
    .find((file) => existsSync(file));

export const offersExtension = (name: string): boolean => existsSync(join(extensions, `${name}.control`));
export const libraryFile = (name: string): string => `/usr/lib/postgresql/${postgresMajor}/lib/${name}.so`;

/** The extension that gives LANGUAGE plv8: the real one where the server offers it, ours otherwise. */
export const languageExtension = (): 'plv8' | 'plv8_libnode' | null => {
  if (offersExtension('plv8')) return 'plv8';
  return offersExtension('plv8_libnode') ? 'plv8_libnode' : null;
};

/**
 * The account that runs the server: whoever calls, or the first of these that exists when root calls (Postgres
 * refuses root).
 */
export const serverAccount = (forRoot: readonly string[] = ['postgres']): Account => {
  const { isRoot, uid, gid } = platform;
  if (!isRoot) return { name: String(uid), uid, gid };
  const found = forRoot.flatMap((name) => platform.accountOf(name) ?? [])[0];
  if (!found)
    throw failure(
      `there is no account "${forRoot.join('" or "')}" to run the server`,
      'npm run setup makes the account "postgres" on Debian; elsewhere call as a user other than root',
    );
  return found;
};

/** The first sign of a path that initdb and pg_ctl give to a shell as it is, between double quotes; undefined without one. */
export const breaksPrograms = (path: string): string | undefined =>
  platform.hasSockets ? /["$`\\\n]/.exec(path)?.[0] : undefined;

/**
 * The folder of this checkout's servers. Its owner is the caller: in a folder that everybody may write to,
 * somebody else could have made it first.
 */
export const stateDirectory = (): string => {
  const { uid, isRoot } = platform;
  const hash = createHash('sha256').update(checkout).digest('hex').slice(0, 8);
  // The server's programs work elsewhere: what the caller wrote from here on would be another folder there.
  const parent = resolve(platform.stateParent());
  const directory = join(parent, `lead-hunter-${Math.max(uid, 0)}-${hash}`);
  const sign = breaksPrograms(directory);
  if (sign !== undefined)
    throw failure(
      `PostgreSQL's programs cannot work in "${directory}", for its path has ${JSON.stringify(sign)}`,
      'set LH_STATE_DIRECTORY to a folder without quotes, $, ` and \\ in its path',
    );
  // Root's folder lets the server's account pass through to its own; a user's folder lets nobody in.
  mkdirSync(parent, { recursive: true });
  if (!existsSync(directory)) mkdirSync(directory, { mode: isRoot ? 0o711 : 0o700 });
  const found = lstatSync(directory);
  if (!found.isDirectory() || (platform.hasOwners && found.uid !== uid))
    throw failure(
      `"${directory}" is not a folder of yours`,
      `remove it, or set LH_STATE_DIRECTORY to a folder of yours`,
    );
  return directory;
};

export type Places = {
  readonly home: string;
  readonly data: string;
  readonly unfinished: string;
  readonly log: string;
  readonly state: string;
  readonly lock: string;
};

// Of a socket's path, /.s.PGSQL.65535.lock takes 21.
const longestHome = platform.longestSocket - 21;

export const placesOf = (name: string): Places => {
  if (!/^[a-z][a-z0-9_-]{0,30}$/.test(name))
    throw failure(
      `"${name}" is no name for a server`,
      'use up to 31 lower-case letters, digits, "-" and "_"',
    );
  const base = stateDirectory();
  const home = join(base, name);
  if (platform.hasSockets && home.length > longestHome)
    throw failure(
      `"${home}" is too long for a folder of sockets`,
      'set LH_STATE_DIRECTORY to a shorter path',
    );
  return {
    home,
    data: join(home, 'data'),
    unfinished: join(home, 'data.unfinished'),
    log: join(home, 'server.log'),
    state: join(base, `${name}.json`),
    lock: join(base, `${name}.lock`),
  };
};
