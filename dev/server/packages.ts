// What the machine must offer before a server can start: Debian's PostgreSQL with pg_cron and plpgsql_check, and
// LANGUAGE plv8. Installs only what is missing and leaves nothing else changed: no cluster of Debian's, no service,
// no configuration. It must not know about the servers made later.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkout, offersExtension, postgresMajor } from './layout.ts';
import { platform } from './platform.ts';
import { type Outcome, run } from './processes.ts';
import { failure, say, step } from './progress.ts';

const wanted = ['', '-cron', '-plpgsql-check'].map((part) => `postgresql-${postgresMajor}${part}`);
const packageInstaller = join(checkout, 'dev', 'server', 'install_packages.sh');
const languageInstaller = join(checkout, 'dev', 'plv8_libnode', 'install.sh');

const lastLines = (text: string): string => text.trimEnd().split('\n').slice(-12).join('\n');

/** The packages of which dpkg does not say that they are installed. */
const missingPackages = async (): Promise<string[]> => {
  if (!existsSync('/usr/bin/dpkg-query')) return [...wanted];
  const { output } = await run('dpkg-query', ['--list', ...wanted]);
  const installed = output.split('\n').filter((line) => line.startsWith('ii '));
  return wanted.filter((name) => !installed.some((line) => line.split(/[\s:]+/)[1] === name));
};

const sudo = ['/usr/bin/sudo', '/usr/local/bin/sudo', '/bin/sudo'].find(existsSync);

/** Runs a command as root: as it is, or through sudo, which asks for the password where there is a terminal. */
const asRoot = async (command: readonly string[], why: string): Promise<Outcome> => {
  if (platform.isRoot) return run(String(command[0]), command.slice(1));
  const byHand = `as root: ${command.join(' ')}`;
  if (!sudo) throw failure(`${why} needs root, and there is no sudo`, byHand);
  const allowed = await run(sudo, process.stdin.isTTY ? ['--validate'] : ['--non-interactive', 'true'], {
    terminal: true,
  });
  if (allowed.code !== 0) throw failure(`${why} needs root, and sudo refuses`, byHand);
  return run(sudo, [...command]);
};

const refreshLists = (): Promise<Outcome> =>
  step('refreshing the lists of Debian packages', () =>
    asRoot(['apt-get', '-qq', '-o', 'DPkg::Lock::Timeout=300', 'update'], 'apt-get update'),
  );

const isKnown = async (name: string): Promise<boolean> => {
  const { output } = await run('apt-cache', ['policy', name]);
  return /^ {2}Candidate: (?!\(none\))/m.test(output);
};

const installPackages = async (missing: readonly string[]): Promise<void> => {
  const why = `installing ${missing.join(', ')}`;
  const install = (): Promise<Outcome> => asRoot(['bash', packageInstaller, ...missing], why);
  const known = await Promise.all(missing.map(isKnown));
  if (known.includes(false)) await refreshLists();
  await step(why, async () => {
    let outcome = await install();
    if (outcome.code !== 0 && !known.includes(false)) {
      say(`  that failed; the lists may be old: ${lastLines(outcome.output)}`);
      await refreshLists();
      outcome = await install();
    }
    if (outcome.code !== 0)
      throw failure(
        lastLines(outcome.output),
        `this needs Debian 12 or PostgreSQL's apt repository; as root: bash ${packageInstaller} ${missing.join(' ')}`,
      );
  });
};

const hasLanguage = async (): Promise<boolean> =>
  offersExtension('plv8') || (await run('bash', [languageInstaller, '--check'])).code === 0;

const provideLanguage = async (): Promise<void> => {
  if (await hasLanguage()) return;
  const why = 'installing LANGUAGE plv8 (plv8_libnode)';
  await step(why, async () => {
    const { code, output } = await asRoot(['bash', languageInstaller], why);
    if (code !== 0)
      throw failure(lastLines(output), `mend what it names; by hand, as root: bash ${languageInstaller}`);
  });
};

/** Whether a command can become root here; where only a person knows the password, that person must be at the terminal. */
const mayBecomeRoot = async (): Promise<boolean> => {
  if (platform.isRoot) return true;
  if (!sudo) return false;
  if ((await run(sudo, ['--non-interactive', 'true'])).code === 0) return true;
  const { output } = await run('id', ['--name', '--groups']);
  return (
    process.stdin.isTTY && output.split(/\s+/).some((group) => ['sudo', 'admin', 'wheel'].includes(group))
  );
};

/** Why a PostgreSQL with plv8 and pg_cron cannot be had from Debian packages here; undefined when it can. */
export const whyNotDebian = async (): Promise<string | undefined> => {
  const missing = await missingPackages();
  if (missing.length === 0 && (await hasLanguage())) return undefined;
  if (!platform.isDebian12) return 'this is not Debian 12, which has the packages for both';
  return (await mayBecomeRoot()) ? undefined : 'Debian packages are missing, and installing them needs root';
};

/** Installs what is missing: nothing at all where everything is there, in well under a second. */
export const provide = async (): Promise<void> => {
  if (!existsSync('/usr/bin/apt-get'))
    throw failure(
      'this is no Debian: there is no apt-get',
      'use the embedded PostgreSQL (--embedded), or Debian 12 in a container',
    );
  const missing = await missingPackages();
  if (missing.length > 0) await installPackages(missing);
  await provideLanguage();
};
