// Whether the installed library is the one that was rendered: every function, operator and type of it, there, unchanged, and
// the entry's owner's to use. Without a piece of it PostgreSQL may go on with something of the same name.
import { routine } from '../kit/objects.ts';
import { type Fragment, join, literal, sql } from '../kit/sql.ts';
import { type Language, plainSchemas } from './language.ts';

/** SHA-256 in hexadecimal digits, which nothing but Node has. */
export type Sha256 = (text: string) => string;

const functions = /^create (?:or replace )?function (\S+?)\([\s\S]*?\bas (\$\w*\$)([\s\S]*?)\2/gm;
const others = /^create (operator|type) ([\w.]+\.(?:\w+|\S)) /gm;

/** One hash of what a rendered library makes, as `installed` computes it of what is there. */
const sealOf = (library: string, sha256: Sha256): string => {
  const pieces = [
    ...[...library.matchAll(functions)].map(([, name, , body]) => `function ${name} ${body}`),
    ...[...library.replace(functions, '').matchAll(others)].map(([, kind, name]) => `${kind} ${name}`),
  ];
  return sha256(
    pieces
      .map((piece) => sha256(piece))
      .sort()
      .join(''),
  );
};

const schemas = join(plainSchemas.map(literal), ', ');

/** The seal of what is there; null where nothing is. */
const installed = sql`(
    with entry (oid, owner) as (
      select p.oid, p.proowner
      from pg_proc as p
      where p.oid = to_regprocedure('lh_engine.js(text, json)')
    ),
    pieces (text) as (
      select format('function %s.%s %s', n.nspname, p.proname, p.prosrc)
      from entry as e
      cross join pg_namespace as n
      join pg_proc as p on p.pronamespace = n.oid
      where p.oid = e.oid
        or n.nspname in (${schemas})
          and has_schema_privilege(e.owner, n.oid, 'usage')
          and has_function_privilege(e.owner, p.oid, 'execute')
      union all
      select format('operator %s.%s', n.nspname, o.oprname)
      from pg_namespace as n
      join pg_operator as o on o.oprnamespace = n.oid
      where n.nspname in (${schemas})
      union all
      select format('type %s.%s', n.nspname, t.typname)
      from pg_namespace as n
      join pg_type as t on t.typnamespace = n.oid
      where n.nspname in (${schemas}) and t.typtype = 'c'
    ),
    hashes (hash) as (
      select encode(sha256(convert_to(p.text, 'UTF8')), 'hex')
      from pieces as p
    )
    select encode(sha256(convert_to(string_agg(h.hash, '' order by h.hash collate "C"), 'UTF8')), 'hex')
    from hashes as h
  )`;

/** `libraries` are the rendered SQL of the library in each language, its entry included. */
export const libraryDamage = (libraries: Readonly<Partial<Record<Language, Fragment>>>, sha256: Sha256) =>
  routine({
    name: 'lh_engine.library_damage',
    returns: 'text',
    language: 'sql',
    volatility: 'stable',
    grants: ['operator', 'reader'],
    comment:
      'What is wrong with the installed library, in a few words: it is gone, or is not the one of this version to the last function; null where it is sound.',
    body: sql`
  select case
    when lh_engine.language() is null then 'it is gone'
    when ${installed} is distinct from case lh_engine.language()${join(
      Object.entries(libraries).map(
        ([language, { sqlText }]) => sql`
      when ${literal(language)} then ${literal(sealOf(sqlText, sha256))}`,
      ),
      '',
    )}
    end
      then 'functions are missing, were changed, or are no longer for its owner to use'
  end;`,
  });
