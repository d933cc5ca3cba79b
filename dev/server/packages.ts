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

const provideLanguage = async (): Promise<void> => {
  if (offersExtension('plv8')) return;
  if ((await run('bash', [languageInstaller, '--check'])).code === 0) return;
  const why = 'installing LANGUAGE plv8 (plv8_libnode)';
  await step(why, async () => {
    const { code, output } = await asRoot(['bash', languageInstaller], why);
    if (code !== 0)
      throw failure(lastLines(output), `mend what it names; by hand, as root: bash ${languageInstaller}`);
  });
};

/** Installs what is missing: nothing at all where everything is there, in well under a second. */
export const provide = async (): Promise<void> => {
  if (!existsSync('/usr/bin/apt-get'))
    throw failure('this is no Debian: there is no apt-get', 'use Debian 12, in a container for example');
  const missing = await missingPackages();
  if (missing.length > 0) await installPackages(missing);
  await provideLanguage();
};
