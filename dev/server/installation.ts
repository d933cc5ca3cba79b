// The two PostgreSQLs that a server can run on: Debian's, with pg_cron and LANGUAGE plv8, and an embedded one from npm,
// with neither, on machines without root and apt. Says where the programs are, which account runs them and what they
// lack; starts nothing.

import { existsSync } from 'node:fs';
import { embeddedPrograms, packageFolder, versionOf } from './embedded.ts';
import { binaries, languageExtension, libraryFile, offersExtension, serverAccount } from './layout.ts';
import { type Account, platform } from './platform.ts';

export type Kind = 'debian' | 'embedded';

export type Installation = {
  readonly kind: Kind;
  /** The folder of initdb, pg_ctl and postgres. */
  readonly programs: string;
  readonly account: Account;
  /** The extension that gives LANGUAGE plv8. */
  readonly language: 'plv8' | 'plv8_libnode' | null;
  readonly hasCron: boolean;
  readonly preloaded: readonly string[];
  /** What initdb gets to know about the order and the case of text. */
  readonly locale: readonly string[];
  /** What to do when the programs or a library of them are missing. */
  readonly remedy: string;
};

const debian = (): Installation => {
  const language = languageExtension();
  const libraries = ['pg_cron', ...(language === 'plv8_libnode' ? [language] : [])];
  return {
    kind: 'debian',
    programs: binaries,
    account: serverAccount(),
    language,
    hasCron: offersExtension('pg_cron'),
    preloaded: libraries.filter((name) => existsSync(libraryFile(name))),
    locale: ['--locale=C.UTF-8'],
    remedy: 'npm run setup',
  };
};

/**
 * What initdb is told about text: the server's own C.UTF-8 where it has one (17 and newer), for macOS and Windows have no
 * locale of that name. Older ones fold letters beyond ASCII on Linux only.
 */
const localeOf = (folder: string): readonly string[] => {
  if (Number.parseInt(versionOf(folder), 10) >= 17)
    return ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  return [platform.hasCUtf8 ? '--locale=C.UTF-8' : '--locale=C'];
};

const embedded = async (given: string | undefined): Promise<Installation> => {
  const account = serverAccount(['postgres', 'nobody']);
  const folder = given ?? packageFolder(platform.embeddedPackage);
  return {
    kind: 'embedded',
    programs: await embeddedPrograms(account, folder),
    account,
    language: null,
    hasCron: false,
    preloaded: [],
    locale: localeOf(folder),
    remedy: 'npm ci --include=optional',
  };
};

/** `folder` is that of the npm package of an embedded PostgreSQL, where it is not the one of package.json. */
export const installationOf = async (kind: Kind, folder?: string): Promise<Installation> =>
  kind === 'embedded' ? embedded(folder) : debian();
