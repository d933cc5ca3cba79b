// How SQL is written in this project: a tagged template that keeps backslashes and lets only checked fragments in, and
// the few kinds of object a module consists of. Knows no table and no rule.

export type Fragment = { readonly sqlText: string };

/** A template of raw SQL. Only `ident()`, `literal()` and other fragments may be interpolated. */
export const sql = (strings: TemplateStringsArray, ...parts: readonly Fragment[]): Fragment => ({
  sqlText: strings.raw
    .map((text, i) => {
      const part = parts[i];
      if (i < parts.length && typeof part?.sqlText !== 'string')
        throw new Error(
          `sql: only ident(), literal() and fragments can be interpolated, got ${String(part)}`,
        );
      return text + (part?.sqlText ?? '');
    })
    .join(''),
});

/** An identifier, quoted unless it is plain lower case. */
export const ident = (name: string): Fragment => ({
  sqlText: /^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`,
});

/** A constant: text is quoted, numbers and booleans are written out, null is null. */
export const literal = (value: string | number | boolean | null): Fragment => ({
  sqlText: typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value),
});

/** Fragments in a row. */
export const join = (parts: readonly Fragment[], separator: string): Fragment => ({
  sqlText: parts.map((part) => part.sqlText).join(separator),
});

/** Groups that dist/roles.sql grants to; an object granted to none is for its owner (and superusers) alone. */
export type Grantee = 'operator' | 'agent' | 'reader';

export type SqlObject =
  | {
      readonly kind: 'function' | 'procedure';
      /** Name and argument types, as `drop function` takes them: `lh_engine.setting(text)`. */
      readonly name: string;
      readonly comment: string;
      readonly grants: readonly Grantee[];
      readonly sql: Fragment;
    }
  | {
      readonly kind: 'view' | 'table';
      readonly name: string;
      readonly comment: string;
      readonly grants: readonly Grantee[];
      readonly sql: Fragment;
    }
  | { readonly kind: 'statement'; readonly sql: Fragment };

type Described = {
  readonly comment: string;
  readonly grants?: readonly Grantee[];
  readonly sql: Fragment;
};

/** A function: one template with one complete `create or replace function`. */
export const routine = (o: Described & { readonly signature: string }): SqlObject => ({
  kind: 'function',
  name: o.signature,
  comment: o.comment,
  grants: o.grants ?? [],
  sql: o.sql,
});

/** A procedure: one template with one complete `create or replace procedure`. */
export const procedure = (o: Described & { readonly signature: string }): SqlObject => ({
  kind: 'procedure',
  name: o.signature,
  comment: o.comment,
  grants: o.grants ?? [],
  sql: o.sql,
});

/** A view: one template with one complete `create or replace view`. */
export const view = (o: Described & { readonly name: string }): SqlObject => ({
  kind: 'view',
  name: o.name,
  comment: o.comment,
  grants: o.grants ?? [],
  sql: o.sql,
});

/** A table of the engine: idempotent `create table if not exists`; later columns come as statements behind it. */
export const table = (o: Described & { readonly name: string }): SqlObject => ({
  kind: 'table',
  name: o.name,
  comment: o.comment,
  grants: o.grants ?? [],
  sql: o.sql,
});

/** Any other idempotent statement: an index, a trigger, a call that sets something up. */
export const statement = (fragment: Fragment): SqlObject => ({ kind: 'statement', sql: fragment });

export type SqlModule = { readonly name: string; readonly objects: readonly SqlObject[] };

const publicGrantable = {
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
  const revoke = `revoke all on ${publicGrantable[object.kind]} ${object.name} from public;`;
  return `${text}\n${comment}\n${revoke}\n`;
};
