// npm run fuzz:language: random programs of LANGUAGE plv8 against a library with checks of undefined behaviour in a
// server of its own, and at the same time against the stand-alone program with AddressSanitizer. Prints what it has
// done every ten seconds, each finding as it comes, and how to run that one program again.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkout, stateDirectory } from '../../../dev/server/layout.ts';
import { provide } from '../../../dev/server/packages.ts';
import { run } from '../../../dev/server/processes.ts';
import { failure, main, say, step } from '../../../dev/server/progress.ts';
import { databaseUrl, destroyServer, startServer } from '../../../dev/server/server.ts';
import { connect } from '../database.ts';
import { type Program, programOf } from './programs.ts';
import { emptyTally, prepareDatabase, runOnServer, type Tally, type Target } from './server_run.ts';
import { runStandalone } from './standalone_run.ts';

const usage = `usage: npm run fuzz:language -- [--seconds N] [--programs N] [--seed N] [--first N] [--show]
  --seconds    how long (default 60)
  --programs   at most so many
  --seed       which programs there are (default 1)
  --first      begin with this one: --first N --programs 1 runs a single program again
  --show       print each program before it runs`;

const extension = join(checkout, 'dev', 'plv8_libnode');

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    programs: { type: 'string', default: 'Infinity' },
    seed: { type: 'string', default: '1' },
    first: { type: 'string', default: '0' },
    show: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const numberOf = (name: 'seconds' | 'programs' | 'seed' | 'first'): number => {
  const value = Number(values[name]);
  if (!(value >= 0)) throw failure(`--${name} is "${values[name]}"`, 'give it a number');
  return value;
};

/** Ctrl-C ends the run as its time does: with the totals, and with the server removed. */
let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    interrupted = true;
  });

function* programs(until: number): Generator<Program> {
  const [seed, first, count] = [numberOf('seed'), numberOf('first'), numberOf('programs')];
  for (let number = first; number < first + count && Date.now() < until && !interrupted; number += 1) {
    const program = programOf(seed, number);
    if (values.show) say(`\n-- program ${number}\n${program.create};\n${program.call};`);
    yield program;
  }
}

const buildSanitized = async (): Promise<string> => {
  const folder = join(stateDirectory(), 'sanitized');
  const { code, output } = await run('bash', [join(extension, 'install.sh'), '--sanitized', folder]);
  if (code !== 0) throw failure(output, 'see its messages above');
  return folder;
};

/** The extension's SQL with the library of that folder: nothing of it is installed. */
const languageOf = (folder: string): string =>
  readFileSync(join(extension, 'plv8_libnode--1.0.sql'), 'utf8')
    .replace(/^\\.*$/m, '')
    .replaceAll('MODULE_PATHNAME', join(folder, 'plv8_libnode'));

const startTarget = async (name: string, folder: string): Promise<Target> => {
  const server = await startServer({
    name,
    durable: false,
    settings: { shared_preload_libraries: 'pg_cron' },
  });
  const admin = await connect(server.url);
  await admin.query('create database fuzz template template0').finally(() => admin.end());
  const url = databaseUrl(server, 'fuzz');
  const client = await connect(url);
  await prepareDatabase(client, languageOf(folder)).finally(() => client.end());
  return { url, logFile: server.logFile };
};

const describe = (name: string, { programs: count, endings, ended, findings }: Tally): string => {
  const counted = Object.entries(endings).sort(([, a], [, b]) => b - a);
  const shown = counted.slice(0, 6).map(([code, times]) => `${code} ${times}`);
  return `${name}: ${count} programs (${shown.join(', ')}), ${ended} sessions out of memory, ${findings.length} findings`;
};

/** A finding as soon as it is there, the state every ten seconds. */
const watch = (tallies: Readonly<Record<string, Tally>>): (() => void) => {
  const reported = new Map<string, number>();
  const reportFindings = (): void => {
    for (const [name, { findings }] of Object.entries(tallies))
      for (const { number, kind, what } of findings.slice(reported.get(name) ?? 0)) {
        say(`\n${kind} in ${name}, program ${number}: ${what}`);
        say(`  again: npm run fuzz:language -- --seed=${values.seed} --first=${number} --programs=1 --show`);
        reported.set(name, (reported.get(name) ?? 0) + 1);
      }
  };
  const quick = setInterval(reportFindings, 500);
  const slow = setInterval(() => {
    for (const [name, tally] of Object.entries(tallies)) say(`  ${describe(name, tally)}`);
  }, 10_000);
  return () => {
    clearInterval(quick);
    clearInterval(slow);
    reportFindings();
  };
};

const fuzz = async (): Promise<void> => {
  await provide();
  const folder = await step(
    'building the library and the stand-alone program with sanitizers',
    buildSanitized,
  );
  const name = `fuzz-${process.pid}`;
  try {
    const target = await step('starting a Postgres for the programs', () => startTarget(name, folder));
    const until = Date.now() + numberOf('seconds') * 1000;
    const tallies = { server: emptyTally(), standalone: emptyTally() };
    const stop = watch(tallies);
    await Promise.all([
      runOnServer(target, programs(until), tallies.server),
      runStandalone(join(folder, 'standalone'), numberOf('seed'), programs(until), tallies.standalone),
    ]).finally(stop);
    for (const [which, tally] of Object.entries(tallies)) say(describe(which, tally));
    if (Object.values(tallies).some(({ findings }) => findings.length > 0)) process.exitCode = 1;
  } finally {
    await destroyServer(name);
  }
};

if (values.help) say(usage);
else await main(fuzz);
