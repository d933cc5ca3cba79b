// The kinds of object that a module of SQL consists of, and what all of a kind have in common: a pinned search_path, a
// comment, nothing granted to PUBLIC. Whoever describes an object says its name, arguments and columns once.
import { type Fragment, literal, sql, verbatim } from './sql.ts';

/** Groups that dist/roles.sql grants to; an object granted to none is for its owner (and superusers) alone. */
export type Grantee = 'operator' | 'agent' | 'reader';

/** Names with their types, in order: `{ p_as_of: 'date default null' }`. */
export type Columns = Readonly<Record<string, string>>;

/** What a function returns: a type, rows of named columns, or one row of them (out parameters). */
export type Returns = string | { readonly rows: Columns } | { readonly row: Columns };

type Common = {
  readonly comment: string;
  readonly grants: readonly Grantee[];
  readonly sql: Fragment;
};

export type SqlObject =
  | ({
      readonly kind: 'function' | 'procedure';
      /** Name and argument types, as `drop function` takes them: `lh_engine.setting(text)`. */
      readonly name: string;
      /** Its arguments by name, with their defaults: `f(a, b default 0)`. */
      readonly call: string;
      /** The columns of its rows or of its one row; none of a function that returns a value. */
      readonly columns: readonly string[];
    } & Common)
  | ({ readonly kind: 'view'; readonly name: string } & Common)
  | ({
      readonly kind: 'table';
      readonly name: string;
      /** What the operator may do to it; other grantees may select. */
      readonly operatorRights: string;
      /** What no role of dist/roles.sql gets: a DBA grants it to the role that runs the loop, as check_host says. */
      readonly loopRights: string | null;
    } & Common)
  | { readonly kind: 'statement'; readonly sql: Fragment };

export type NamedObject = Exclude<SqlObject, { kind: 'statement' }>;

export type SqlModule = { readonly name: string; readonly objects: readonly SqlObject[] };

type Described = { readonly comment: string; readonly grants?: readonly Grantee[] };

type RoutineDescription = Described & {
  /** With its schema. */
  readonly name: string;
  readonly args?: Columns;
  readonly language: 'sql' | 'plpgsql' | 'plv8';
  readonly volatility?: 'stable' | 'immutable';
  readonly parallel?: 'safe' | 'restricted';
  /** SECURITY DEFINER: for triggers that write what nobody else may write. */
  readonly asOwner?: true;
  /** Server settings for the time of a call, beside the pinned path. */
  readonly set?: Readonly<Record<string, string>>;
  /** Another path than pg_catalog, or null for none: its names are qualified, and the lint test has the reason. */
  readonly searchPath?: string | null;
  readonly body: Fragment;
};

const columnList = (columns: Columns): readonly string[] =>
  Object.entries(columns).map(([name, type]) => `${name} ${type}`);

const longestLine = 110;

/** In one line, or one to a line where that would be too long. */
const parenthesised = (before: string, items: readonly string[]): string => {
  const line = `${before}(${items.join(', ')})`;
  return line.length <= longestLine ? line : `${before}(\n  ${items.join(',\n  ')}\n)`;
};

/** `a text, b integer`, as a column definition list takes it. */
export const columnDefinitions = (columns: Columns): Fragment => {
  const items = columnList(columns);
  const line = items.join(', ');
  return verbatim(line.length <= longestLine ? line : `\n    ${items.join(',\n    ')}\n  `);
};

const typeOf = (argument: string): string => argument.replace(/\s+default\s.*$/s, '');

const signatureOf = (name: string, args: Columns): string =>
  `${name}(${Object.values(args).map(typeOf).join(', ')})`;

/** `f(a, b default 0)` */
const callOf = (name: string, args: Columns): string => {
  const items = Object.entries(args).map(([arg, type]) => `${arg}${type.slice(typeOf(type).length)}`);
  return `${name}(${items.join(', ')})`;
};

const columnsOfReturns = (returns: Returns | null): readonly string[] =>
  returns === null || typeof returns === 'string'
    ? []
    : Object.keys('rows' in returns ? returns.rows : returns.row);

const returnsClause = (returns: Returns): readonly string[] => {
  if (typeof returns === 'string') return [`returns ${returns}`];
  return 'rows' in returns ? [parenthesised('returns table ', columnList(returns.rows))] : [];
};

const pinnedPath = "'pg_catalog', 'pg_temp'";

/**
 * Postgres compiles a statement to machine code where its planner expects it to be long (`jit`, on by default). Statements
 * over counts are planned far above what they take: compiling made a cycle over 3,158 leads take 4 s in place of 0.5.
 * Below `extra_float_digits` 1 a double is written with fewer digits than it has: at -15 a mean of 6.19 hours is 6.
 */
const pinnedSettings = ['set jit to off', 'set extra_float_digits to 1'];

const bodyQuote = (body: string): string => (body.includes('$$') ? '$routine$' : '$$');

const definition = (
  kind: 'function' | 'procedure',
  r: RoutineDescription,
  returns: Returns | null,
): Fragment => {
  const outputs =
    returns !== null && typeof returns === 'object' && 'row' in returns ? columnList(returns.row) : [];
  const args = [...columnList(r.args ?? {}), ...outputs.map((column) => `out ${column}`)];
  const path = r.searchPath === undefined ? pinnedPath : r.searchPath;
  const body = r.body.sqlText.replace(/^\n/, '').trimEnd();
  const quote = bodyQuote(body);
  return verbatim(
    [
      parenthesised(`create or replace ${kind} ${r.name}`, args),
      ...(returns === null ? [] : returnsClause(returns)),
      `language ${r.language}`,
      ...(r.volatility === undefined ? [] : [r.volatility]),
      ...(r.parallel === undefined ? [] : [`parallel ${r.parallel}`]),
      ...(r.asOwner === true ? ['security definer'] : []),
      ...(path === null ? [] : [`set search_path to ${path}`]),
      ...(path === null || r.volatility === 'immutable' ? [] : pinnedSettings),
      ...Object.entries(r.set ?? {}).map(([setting, value]) => `set ${setting} to ${value}`),
      `as ${quote}`,
      body,
      quote,
    ].join('\n'),
  );
};

const routineObject = (
  kind: 'function' | 'procedure',
  r: RoutineDescription,
  returns: Returns | null,
): SqlObject => ({
  kind,
  name: signatureOf(r.name, r.args ?? {}),
  call: callOf(r.name, r.args ?? {}),
  columns: columnsOfReturns(returns),
  comment: r.comment,
  grants: r.grants ?? [],
  sql: definition(kind, r, returns),
});

/** A function; SECURITY INVOKER unless it is a trigger `asOwner`, its search_path pinned. */
export const routine = (r: RoutineDescription & { readonly returns: Returns }): SqlObject =>
  routineObject('function', r, r.returns);

/** A procedure. */
export const procedure = (r: RoutineDescription): SqlObject => routineObject('procedure', r, null);

/** A view that reads with the rights of the caller; `asOwner` where it must read with those of its owner. */
export const view = (
  v: Described & { readonly name: string; readonly asOwner?: true; readonly query: Fragment },
): SqlObject => ({
  kind: 'view',
  name: v.name,
  comment: v.comment,
  grants: v.grants ?? [],
  sql: sql`create or replace view ${verbatim(v.name)}${verbatim(v.asOwner === true ? '' : ' with (security_invoker = true)')} as${v.query}`,
});

/** A table of the engine, as it was first released; later columns come as statements behind it. */
export const table = (
  t: Described & {
    readonly name: string;
    readonly operatorRights: string;
    readonly loopRights?: string;
    readonly columns: Fragment;
  },
): SqlObject => ({
  kind: 'table',
  name: t.name,
  comment: t.comment,
  grants: t.grants ?? [],
  operatorRights: t.operatorRights,
  loopRights: t.loopRights ?? null,
  sql: sql`create table if not exists ${verbatim(t.name)} (${t.columns})`,
});

/** Any other idempotent statement: an index, a trigger, a call that sets something up. */
export const statement = (fragment: Fragment): SqlObject => ({ kind: 'statement', sql: fragment });

const privilegeKind = {
  function: 'function',
  procedure: 'procedure',
  view: 'table',
  table: 'table',
} as const;

/** The SQL text of an object: its definition, its comment, and nothing granted to PUBLIC. */
export const renderObject = (object: SqlObject): string => {
  const text = object.sql.sqlText.trim().replace(/;?$/, ';');
  if (object.kind === 'statement') return `${text}\n`;
  const comment = `comment on ${object.kind} ${object.name} is ${literal(object.comment).sqlText};`;
  const revoke = `revoke all on ${privilegeKind[object.kind]} ${object.name} from public;`;
  return `${text}\n${comment}\n${revoke}\n`;
};
