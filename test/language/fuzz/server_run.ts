// Random programs on a server: each runs in a session that many share, under a timeout. The session, the clock and the
// log tell a crash, a hang and a sanitizer's report; a text that is not UTF-8 and a complaint of the server about
// itself are findings too. Which programs there are is not known here.
import { fstatSync, openSync, readSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { connect, one, type SqlError } from '../database.ts';
import { type Program, roles } from './programs.ts';

export type Finding = {
  readonly number: number;
  readonly kind: 'crash' | 'hang' | 'report' | 'invalid text' | 'internal error';
  readonly what: string;
};

export type Tally = {
  programs: number;
  /** By SQLSTATE, "ok" for none. */
  readonly endings: Record<string, number>;
  /** Sessions that ended for want of memory, as the README says. */
  ended: number;
  readonly findings: Finding[];
};

export const emptyTally = (): Tally => ({ programs: 0, endings: {}, ended: 0, findings: [] });

const timeout = '400ms';
const longestMs = 20_000;
const programsASession = 200;

/** Roles, types and, where the database has none, the language. */
export const prepareDatabase = async (client: pg.Client, language = ''): Promise<void> => {
  await client.query(language);
  for (const role of roles)
    await client.query(
      `do $$ begin create role ${role}; exception when duplicate_object then null; end $$; grant all on schema public to ${role}`,
    );
  await client.query(`create schema fuzz; grant all on schema fuzz to public;
    create domain fuzz.positive as int check (value > 0); create domain fuzz.document as jsonb not null;
    create type fuzz.mood as enum ('sad', 'happy')`);
};

const reopen = async (url: string, until = Date.now() + 60_000): Promise<pg.Client> => {
  try {
    const client = await connect(url);
    await client.query(
      `set statement_timeout = '${timeout}'; set plv8_libnode.memory_limit = '64MB'; set client_min_messages = debug5`,
    );
    return client;
  } catch (error) {
    if (Date.now() > until) throw error;
    await sleep(100);
    return reopen(url, until);
  }
};

/** What the server may say of itself only when something in the language is wrong. */
const internal =
  /cache lookup failed|invalid memory alloc|could not find|unrecognized|unexpected|invalid string enlargement/;

const isUtf8 = (hex: unknown): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(String(hex ?? ''), 'hex'));
    return true;
  } catch {
    return false;
  }
};

type Ending = {
  readonly code: string;
  readonly lost: boolean;
  readonly finding?: Omit<Finding, 'number'> | undefined;
};

const judgeError = (error: SqlError): Ending => {
  const { code, message, severity } = error;
  if (code === undefined) return { code: 'lost', lost: true, finding: { kind: 'crash', what: message } };
  const known = severity === 'FATAL' && (code === '53200' || code === '57P01');
  if (severity === 'FATAL' && !known)
    return { code, lost: true, finding: { kind: 'internal error', what: message } };
  const own = code === 'XX000' && error.where === undefined && internal.test(message);
  return {
    code,
    lost: severity === 'FATAL',
    finding: own ? { kind: 'internal error', what: message } : undefined,
  };
};

const judgeResult = (result: pg.QueryArrayResult | pg.QueryArrayResult[]): Ending => {
  const rows = (Array.isArray(result) ? result : [result]).flatMap((each) => each.rows);
  const value = rows[0]?.[0];
  if (isUtf8(value)) return { code: 'ok', lost: false };
  return { code: 'ok', lost: false, finding: { kind: 'invalid text', what: String(value).slice(0, 200) } };
};

const runProgram = async (client: pg.Client, { create, call }: Program): Promise<Ending> => {
  try {
    if (create !== '') await client.query(create);
    return judgeResult(await client.query({ text: call, rowMode: 'array' }));
  } catch (error) {
    return judgeError(error as SqlError);
  }
};

const within = async (work: Promise<Ending>, hangMs: number): Promise<Ending> => {
  const hung: Ending = { code: 'hang', lost: true, finding: { kind: 'hang', what: `${hangMs} ms` } };
  const timer = new AbortController();
  const late = sleep(hangMs, hung, { signal: timer.signal }).catch(() => hung);
  return Promise.race([work, late]).finally(() => timer.abort());
};

const administer = async (url: string, sql: string): Promise<void> => {
  const client = await reopen(url);
  await client.query(`set statement_timeout = 0; ${sql}`).finally(() => client.end());
};

export type Target = { readonly url: string; readonly logFile: string };

/** Reads the lines of a sanitizer that the log has gained since the last time. */
const logReader = (file: string): (() => readonly string[]) => {
  const log = openSync(file, 'r');
  let at = fstatSync(log).size;
  return () => {
    const gained = Buffer.alloc(fstatSync(log).size - at);
    at += readSync(log, gained, 0, gained.length, at);
    return gained
      .toString()
      .split('\n')
      .filter((line) => /runtime error:|AddressSanitizer/.test(line));
  };
};

/** Runs the programs one by one; what they found is in the tally as soon as it is known. */
export const runOnServer = async (
  target: Target,
  programs: Iterable<Program>,
  tally: Tally,
  hangMs = longestMs,
): Promise<void> => {
  const readLog = logReader(target.logFile);
  let client = await reopen(target.url);
  let pid = await one(client, 'select pg_backend_pid()');
  const renew = async (hang: boolean): Promise<void> => {
    if (hang) await administer(target.url, `select pg_terminate_backend(${pid}, 10000)`);
    await Promise.race([client.end().catch(() => {}), sleep(1000)]);
    client = await reopen(target.url);
    pid = await one(client, 'select pg_backend_pid()');
  };
  for (const program of programs) {
    const { code, lost, finding } = await within(runProgram(client, program), hangMs);
    tally.programs += 1;
    tally.endings[code] = (tally.endings[code] ?? 0) + 1;
    const note = (kind: Finding['kind'], what: string): unknown =>
      tally.findings.push({ number: program.number, kind, what });
    if (finding) note(finding.kind, finding.what);
    for (const line of readLog()) note('report', line);
    if (lost && !finding) tally.ended += 1;
    if (lost || tally.programs % programsASession === 0) await renew(code === 'hang');
  }
  await client.end().catch(() => {});
};
