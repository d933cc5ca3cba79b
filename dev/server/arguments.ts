// What a person types behind a command that needs a server: which PostgreSQL it shall be. Knows no server.
import { parseArgs } from 'node:util';
import type { Kind } from './installation.ts';
import { failure } from './progress.ts';

export type ServerArguments = {
  /** The kind that was asked for; undefined when nothing was said. */
  readonly kind: Kind | undefined;
  /** A server that is there already. */
  readonly url: string | undefined;
  readonly flags: ReadonlySet<string>;
};

const about: Readonly<Record<string, string>> = {
  embedded: 'PostgreSQL 18 from npm: no root, no apt; the engine runs in PL/pgSQL',
  plv8: "Debian's PostgreSQL 15 with plv8 and pg_cron",
  url: 'a server of your own: postgresql://user:password@host:port/database',
};

const helpText = (command: string, flags: Readonly<Record<string, string>>): string =>
  [
    `npm ${command} [-- options]`,
    ...Object.entries(flags).map(([name, text]) => `  --${name.padEnd(10)} ${text}`),
  ].join('\n');

const refuse = (command: string, reason: string): never => {
  throw failure(reason, `npm ${command} -- --help lists what it knows`);
};

/** A URL as pg takes it, or a refusal that quotes it without its password. */
const requireUrl = (command: string, text: string): string => {
  if (URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)) return text;
  const shown = text.replace(/:[^:@/]*@/, ':…@');
  return refuse(
    command,
    `"${shown}" is no URL of a PostgreSQL, such as postgresql://user@localhost:5432/postgres`,
  );
};

/**
 * Reads the arguments of a command; `more` are its own flags with what they do, `servers` those of --embedded, --plv8 and
 * --url that it knows. Prints the help and ends with --help.
 */
export const readArguments = (
  command: string,
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
  servers: readonly string[] = ['embedded', 'plv8'],
): ServerArguments => {
  const known = Object.fromEntries([
    ...servers.map((name) => [name, String(about[name])]),
    ...Object.entries(more),
  ]);
  const named = Object.keys(known);
  const options = Object.fromEntries(
    [...named, 'help'].map((name) => [
      name,
      { type: name === 'url' ? ('string' as const) : ('boolean' as const) },
    ]),
  );
  const { values } = (() => {
    try {
      return parseArgs({ args: [...args], options, strict: true });
    } catch (error) {
      return refuse(command, String((error as Error).message).split('. ')[0] ?? '');
    }
  })();
  if (values.help) {
    process.stdout.write(`${helpText(command, known)}\n`);
    process.exit(0);
  }
  const asked = servers.filter((name) => values[name] !== undefined);
  if (asked.length > 1) refuse(command, `--${asked[0]} and --${asked[1]} exclude each other`);
  return {
    kind: values.embedded ? 'embedded' : values.plv8 ? 'debian' : undefined,
    url: values.url === undefined ? undefined : requireUrl(command, String(values.url)),
    flags: new Set(Object.keys(more).filter((name) => values[name] === true)),
  };
};
