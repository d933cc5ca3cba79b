// Where a private server lives and which account runs it. Data lies below /var/tmp, because the account that runs
// the server for root may be unable to enter the checkout or root's home; nothing here starts or changes anything
// but the folder itself.
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Account } from './processes.ts';
import { failure } from './progress.ts';

export const postgresMajor = '15';
export const binaries = `/usr/lib/postgresql/${postgresMajor}/bin`;
const extensions = `/usr/share/postgresql/${postgresMajor}/extension`;

export const checkout = realpathSync(join(dirname(fileURLToPath(import.meta.url)), '..', '..'));

export const offersExtension = (name: string): boolean => existsSync(join(extensions, `${name}.control`));
export const libraryFile = (name: string): string => `/usr/lib/postgresql/${postgresMajor}/lib/${name}.so`;

/** The extension that gives LANGUAGE plv8: the real one where the server offers it, ours otherwise. */
export const languageExtension = (): 'plv8' | 'plv8_libnode' | null => {
  if (offersExtension('plv8')) return 'plv8';
  return offersExtension('plv8_libnode') ? 'plv8_libnode' : null;
};

/** The account that runs the server: whoever calls, or `postgres` when root calls (Postgres refuses root). */
export const serverAccount = (): Account => {
  const uid = process.getuid?.() ?? 0;
  if (uid !== 0) return { name: String(uid), uid, gid: process.getgid?.() ?? uid };
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('postgres:'));
  if (!line) throw failure('there is no account "postgres" to run the server', 'npm run setup');
  const [name = '', , userId, groupId] = line.split(':');
  return { name, uid: Number(userId), gid: Number(groupId) };
};

/**
 * The folder of this checkout's servers. Its owner is the caller: in a folder that everybody may write to,
 * somebody else could have made it first.
 */
export const stateDirectory = (): string => {
  const uid = process.getuid?.() ?? 0;
  const hash = createHash('sha256').update(checkout).digest('hex').slice(0, 8);
  const directory = join(process.env.LH_STATE_DIRECTORY ?? '/var/tmp', `lead-hunter-${uid}-${hash}`);
  // Root's folder lets the server's account pass through to its own; a user's folder lets nobody in.
  if (!existsSync(directory)) mkdirSync(directory, { mode: uid === 0 ? 0o711 : 0o700 });
  const found = lstatSync(directory);
  if (!found.isDirectory() || found.uid !== uid)
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

// A socket's path may have 107 bytes, of which /.s.PGSQL.65535.lock takes 21.
const longestHome = 86;

export const placesOf = (name: string): Places => {
  if (!/^[a-z][a-z0-9_-]{0,30}$/.test(name))
    throw failure(
      `"${name}" is no name for a server`,
      'use up to 31 lower-case letters, digits, "-" and "_"',
    );
  const base = stateDirectory();
  const home = join(base, name);
  if (home.length > longestHome)
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
