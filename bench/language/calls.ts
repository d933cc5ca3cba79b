// What a call into LANGUAGE plv8 costs, against an SQL function that does nothing and PL/pgSQL doing the same: first
// call, second function, small and large values, memory. Prints one table; every figure is the best of several
// rounds, less the same query without the call. Works on real plv8 too.
// npm run bench:language -- [--url postgresql://…]
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startLocalWithPlv8 } from '../../dev/server/local.ts';

const { values: options } = parseArgs({ options: { url: { type: 'string' }, rounds: { type: 'string' } } });
const url = options.url ?? (await startLocalWithPlv8()).url;
const rounds = Number(options.rounds ?? 7);

const schema = `
  drop schema if exists bench_language cascade;
  create schema bench_language;
  set search_path = bench_language;
  create function js_float(a float8) returns float8 language plv8 as 'return a + 1';
  create function pl_float(a float8) returns float8 language plpgsql as 'begin return a + 1; end';
  create function js_text(a text) returns text language plv8 as 'return a + "!"';
  create function pl_text(a text) returns text language plpgsql as $$ begin return a || '!'; end $$;
  create function js_json(a json) returns json language plv8 as 'a.n = 1; return a';
  create function pl_json(a json) returns json language plpgsql as $$ begin return a::jsonb || '{"n": 1}'; end $$;
  create function js_jsonb(a jsonb) returns jsonb language plv8 as 'a.n = 1; return a';
  create function pl_jsonb(a jsonb) returns jsonb language plpgsql as $$ begin return a || '{"n": 1}'; end $$;
  create function js_in(a json) returns int language plv8 as 'return a.rows.length';
  create function pl_in(a json) returns int language plpgsql as $$ begin return json_array_length(a->'rows'); end $$;
  -- with a limit, or it would be inlined and no call at all
  create function empty_plain(a float8) returns float8 language sql as 'select a limit 1';
  create table small as select i::float8 as f, 'hello ' || i as t, format('{"a":%s}', i)::json as j, format('{"a":%s}', i)::jsonb as b
    from generate_series(1, 20000) as i;
  create table large as select json_build_object('rows', json_agg(json_build_object('id', i, 'name', 'lead ' || i, 'score', i / 7.0)))
    as j from generate_series(1, 21000) as i;
  alter table large add b jsonb; update large set b = j::jsonb;
  analyze small; analyze large;`;

const elapsed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

const connect = async (): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    `set search_path = bench_language; set max_parallel_workers_per_gather = 0; set jit = off`,
  );
  return client;
};

type Line = {
  readonly what: string;
  readonly unit: 'µs' | 'ms';
  readonly query: Readonly<Record<string, string>>;
};

const perCall = (what: string, column: string, js: string, pl: string): Line => ({
  what,
  unit: 'µs',
  query: {
    none: `select count(${column}) from small`,
    js: `select count(${js}(${column})) from small`,
    pl: `select count(${pl}(${column})) from small`,
    sql: `select count(empty_plain(f)) from small`,
  },
});

const perDocument = (what: string, column: string, js: string, pl: string): Line => ({
  what,
  unit: 'ms',
  query: {
    none: `select count(${column}) from large`,
    js: `select count(${js}(${column})) from large`,
    pl: `select count(${pl}(${column})) from large`,
    sql: `select count(empty_plain(1)) from large`,
  },
});

const lines: readonly Line[] = [
  perCall('float8 in and out', 'f', 'js_float', 'pl_float'),
  perCall('short text in and out', 't', 'js_text', 'pl_text'),
  perCall('small json in and out', 'j', 'js_json', 'pl_json'),
  perCall('small jsonb in and out', 'b', 'js_jsonb', 'pl_jsonb'),
  perDocument('1 MB json in', 'j', 'js_in', 'pl_in'),
  perDocument('1 MB json in and out', 'j', 'js_json', 'pl_json'),
  perDocument('1 MB jsonb in and out', 'b', 'js_jsonb', 'pl_jsonb'),
];

/** Best times of the queries in turn, in milliseconds: a disturbance hits all of them or only one round. */
const best = async (
  client: pg.Client,
  queries: Readonly<Record<string, string>>,
): Promise<Record<string, number>> => {
  const times: Record<string, number> = {};
  for (let round = 0; round < rounds; round++)
    for (const [name, sql] of Object.entries(queries))
      times[name] = Math.min(times[name] ?? Number.POSITIVE_INFINITY, await elapsed(() => client.query(sql)));
  return times;
};

const number = (value: number): string => (value < 0 ? '~0' : value.toPrecision(3));

const printLine = async (client: pg.Client, { what, unit, query }: Line): Promise<void> => {
  const times = await best(client, query);
  const cost = (name: string): number => {
    const net = (times[name] ?? 0) - (times.none ?? 0);
    return unit === 'µs' ? (net * 1000) / 20_000 : net;
  };
  const [js, pl, sql] = [cost('js'), cost('pl'), cost('sql')];
  const ratio = (to: number): string => (to > 0.02 ? `${number(js / to)} ×` : '-');
  console.log(
    `${what.padEnd(24)}${`${number(js)} ${unit}`.padStart(12)}${`${number(sql)} ${unit}`.padStart(14)}` +
      `${(unit === 'µs' ? ratio(sql) : '-').padStart(9)}${`${number(pl)} ${unit}`.padStart(14)}${ratio(pl).padStart(9)}`,
  );
};

/** Resident memory of the session's process; reading its own status needs a superuser, as the local server gives. */
const residentMb = async (client: pg.Client): Promise<number> => {
  const { rows } = await client.query(
    `select substring(pg_read_file('/proc/self/status') from 'VmRSS:\\s+(\\d+)') as kb`,
  );
  return Number(rows[0].kb) / 1024;
};

const median = (list: readonly number[]): number =>
  [...list].sort((a, b) => a - b)[list.length >> 1] ?? Number.NaN;

/** A new session: its first call, its second function, and by how much its process grew. */
const startOne = async (first: string, second: string): Promise<readonly [number, number, number]> => {
  const client = await connect();
  const before = await residentMb(client);
  const times = [
    await elapsed(() => client.query(first)),
    await elapsed(() => client.query(second)),
  ] as const;
  const grown = (await residentMb(client)) - before;
  await client.end();
  return [...times, grown];
};

const printStart = async (): Promise<void> => {
  for (const [language, first, second] of [
    ['JavaScript', 'js_float(1)', `js_text('x')`],
    ['PL/pgSQL', 'pl_float(1)', `pl_text('x')`],
    ['SQL', 'empty_plain(1)', 'empty_plain(2)'],
  ] as const) {
    const starts: (readonly number[])[] = [];
    for (let round = 0; round < 2 * rounds + 1; round++)
      starts.push(await startOne(`select ${first}`, `select ${second}`));
    const [one, two, grown] = [0, 1, 2].map((part) =>
      median(starts.map((start) => start[part] ?? Number.NaN)),
    );
    console.log(
      `${language.padEnd(24)}first call ${number(one ?? 0)} ms, second function ${number(two ?? 0)} ms, memory +${number(grown ?? 0)} MB`,
    );
  }
};

const client = await connect();
try {
  await client.query(schema);
  const { rows } = await client.query('select version(), current_setting($1) as preloaded', [
    'shared_preload_libraries',
  ]);
  console.log(
    `${rows[0].version.split(' on ')[0]}, preloaded: ${rows[0].preloaded || 'nothing'}, best of ${rounds} rounds\n`,
  );
  await printStart();
  console.log(
    `\n${'per call'.padEnd(24)}${'JavaScript'.padStart(12)}${'empty SQL'.padStart(14)}${'ratio'.padStart(9)}${'PL/pgSQL'.padStart(14)}${'ratio'.padStart(9)}`,
  );
  for (const line of lines) await printLine(client, line);
} finally {
  await client.query('drop schema if exists bench_language cascade');
  await client.end();
}
