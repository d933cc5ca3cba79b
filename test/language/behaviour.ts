// Runs the cases of behaviour.json against any server that has LANGUAGE plv8 and says how each answered. A case is a
// list of SQL statements in one session; its answer is the last one's result, or its error, as one line of text. A
// server that crashes is waited for. Knows neither which server it talks to nor how to start one.
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

export type Case = {
  readonly id: string;
  readonly sql: readonly string[];
  /** What real plv8 3.2.2 answers. */
  readonly real: string;
  /** What plv8_libnode answers where it deviates, and why. */
  readonly ours?: string;
  readonly why?: string;
};

export type Outcome = 'as real' | 'as documented' | 'different';
export type Result = { readonly case: Case; readonly answer: string; readonly outcome: Outcome };

export const readCases = (): readonly Case[] =>
  JSON.parse(readFileSync(new URL('./behaviour.json', import.meta.url), 'utf8')).cases;

const frame = `
  create schema probe;
  create type probe.ct as (a int, b text);
  create domain probe.dom as int check (value > 0);
  create domain probe.domj as jsonb;
  create type probe.en as enum ('x', 'y');`;

const textOnly = { getTypeParser: () => (value: string) => value } as unknown as pg.CustomTypesConfig;

const describeResult = (results: pg.QueryArrayResult | pg.QueryArrayResult[]): string => {
  const last = Array.isArray(results) ? results.at(-1) : results;
  if (!last) return '()';
  const rows = last.rows.map((row) => row.map((value: unknown) => value ?? 'NULL').join(','));
  if (rows.length > 0) return rows.join(' | ');
  return `(${last.command}${last.command === 'SELECT' ? ' 0' : ''})`;
};

type Report = {
  readonly [key in 'severity' | 'code' | 'message' | 'detail' | 'hint' | 'where']?: string | undefined;
};

const describeReport = (kind: string, report: Report): string =>
  [
    `${kind} ${report.code}: ${report.message}`,
    report.detail === undefined ? '' : ` ~D: ${report.detail}`,
    report.hint === undefined ? '' : ` ~H: ${report.hint}`,
    report.where === undefined ? '' : ` ~W: ${report.where}`,
  ].join('');

/** Runs a statement; an error is an answer, a lost connection is not. */
const ask = async (client: pg.Client, sql: string): Promise<{ failed: boolean; text: string }> => {
  try {
    return {
      failed: false,
      text: describeResult(await client.query({ text: sql, rowMode: 'array', types: textOnly })),
    };
  } catch (error) {
    const report = error as Report;
    if (report.code === undefined || report.severity === 'FATAL') throw error;
    return { failed: true, text: describeReport('ERROR', report) };
  }
};

const answerOf = async (client: pg.Client, statements: readonly string[]): Promise<string> => {
  const notices: string[] = [];
  let text = '';
  for (const [index, sql] of statements.entries()) {
    const last = index === statements.length - 1;
    client.removeAllListeners('notice');
    if (last) client.on('notice', (notice) => notices.push(describeReport(notice.severity ?? '', notice)));
    const answer = await ask(client, sql);
    text = answer.text;
    if (answer.failed && !last) return `[setup] ${text}`;
  }
  return notices.length === 0 ? text : `${text}  {notices: ${notices.join('; ')}}`;
};

/** What a server says, or does not say, while it recovers from a crash. */
const isRecovering = (error: unknown): boolean => {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return ['57P03', 'ECONNREFUSED', 'ECONNRESET'].includes(code) || /terminated unexpectedly/.test(message);
};

const recoveryMs = 60_000;

const openSession = async (url: string, until = Date.now() + recoveryMs): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {}); /* a lost connection is reported by the query that meets it */
  try {
    await client.connect();
    await client.query(
      `set timezone = 'UTC'; set datestyle = 'ISO'; set search_path = probe, public; set lc_messages = 'C'`,
    );
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    if (!isRecovering(error) || Date.now() > until) throw error;
    await sleep(100);
    return openSession(url, until);
  }
};

/** In a session of its own: one that stays open does not outlive a crash. */
const administer = async (url: string, sql: string): Promise<void> => {
  const client = await openSession(url);
  await client.query(sql).finally(() => client.end());
};

/** Cases about values leave nothing in the session that the next one could see. */
const leavesNothing = (one: Case): boolean => /^(arg|argpoly|ret|rt|json|jsonb) /.test(one.id);

const runCase = async (client: pg.Client, one: Case): Promise<string> => {
  try {
    return await answerOf(client, one.sql);
  } catch (error) {
    return `CRASH ${(error as Error).message}`;
  }
};

/** plv8_libnode adds JavaScript frames after the first line of CONTEXT. */
const withoutFrames = (answer: string): string => answer.replace(/(\n {4}at [^\n]*)+/g, '');

/** The words after it depend on who noticed. */
export const isCrash = (answer: string): boolean => answer.startsWith('CRASH');

export const outcomeOf = (one: Case, answer: string): Outcome => {
  const shown = withoutFrames(answer);
  if (shown === one.real || (isCrash(answer) && isCrash(one.real))) return 'as real';
  return shown === one.ours ? 'as documented' : 'different';
};

/**
 * Runs the cases in the database of the URL, which gets and loses the schema "probe". Each has a session of its own,
 * but cases about values share one until it is lost. Reports each result as it comes.
 */
export const runCases = async (
  url: string,
  cases: readonly Case[],
  report: (result: Result) => void = () => {},
): Promise<readonly Result[]> => {
  const results: Result[] = [];
  let shared: pg.Client | undefined;
  await administer(url, frame);
  try {
    for (const one of cases) {
      const client = (leavesNothing(one) ? shared : undefined) ?? (await openSession(url));
      const answer = await runCase(client, one);
      const result = { case: one, answer, outcome: outcomeOf(one, answer) };
      results.push(result);
      report(result);
      if (leavesNothing(one)) shared = isCrash(answer) ? undefined : client;
      if (client !== shared) await client.end().catch(() => {});
      if (isCrash(answer)) await (await openSession(url)).end(); // when this is open, the server is there again
    }
  } finally {
    await shared?.end().catch(() => {});
    await administer(url, 'drop schema if exists probe cascade');
  }
  return results;
};
