// In which language the library runs, plv8 or plain PL/pgSQL: an installation chooses by what the server has, and each
// version of the one function lh_engine.js stands in a text that only the chosen language runs. Knows no operation.
import { routine, type SqlModule, statement } from '../kit/objects.ts';
import { type Fragment, join, literal, sql } from '../kit/sql.ts';

/** What `set lh_engine.language` takes, and what lh_engine.language() answers. */
export const languages = ['plv8', 'plain'] as const;
export type Language = (typeof languages)[number];

/** Older versions were not tried. */
export const oldestPlv8 = '3.2.2';

const oldestNumbers = literal(`{${oldestPlv8.replaceAll('.', ',')}}`);

/** A version as a list of numbers. */
const numbersOf = (version: Fragment): Fragment =>
  sql`pg_catalog.string_to_array(pg_catalog.substring(${version}, '^[0-9]+(?:[.][0-9]+)*'), '.')::int[]`;

/** The version of plv8 as a list of numbers, null where the language is not of that extension. */
const plv8Version = sql`(
    select ${numbersOf(sql`e.extversion`)}
    from pg_catalog.pg_extension as e
    where e.extname = 'plv8'
  )`;

/** The extension with the language plv8 that the server offers, null where there is none or an older one. */
const offered = sql`(
    select pg_catalog.min(e.name::text)
    from pg_catalog.pg_available_extensions as e
    where e.name = 'plv8' and ${numbersOf(sql`e.default_version`)} >= ${oldestNumbers}::int[] or e.name = 'plv8_libnode'
  )`;

/** Why plv8 cannot be used by the role (a SQL expression of its name), with the remedy; null where it can. */
export const plv8Lacks = (role: Fragment): Fragment => sql`case
    when not exists (select from pg_catalog.pg_language as l where l.lanname = 'plv8')
      then coalesce(
        'let a DBA run in this database: create extension ' || ${offered} || ';',
        'install plv8 ${{ sqlText: oldestPlv8 }} or newer on the server, then: create extension plv8;'
      )
    when ${plv8Version} < ${oldestNumbers}::int[]
      then pg_catalog.format(
        'plv8 %s is older than ${{ sqlText: oldestPlv8 }}, the oldest that was tried: let a DBA upgrade it',
        pg_catalog.array_to_string(${plv8Version}, '.')
      )
    when not pg_catalog.has_language_privilege(${role}, 'plv8', 'usage')
      then pg_catalog.format('let a DBA run: grant usage on language plv8 to %I;', ${role})
  end`;

/** Where the language plv8 comes from, as lh_engine.version() says it. */
export const plv8Name = sql`coalesce(
        (
          select e.extname || ' ' || e.extversion
          from pg_catalog.pg_depend as d
          join pg_catalog.pg_extension as e on e.oid = d.refobjid
          join pg_catalog.pg_language as l on l.oid = d.objid
          where d.classid = 'pg_catalog.pg_language'::pg_catalog.regclass
            and d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
            and d.deptype = 'e'
            and l.lanname = 'plv8'
        ),
        'plv8'
      )`;

export const libraryHint = literal(
  'Run dist/install.sql again: it takes plv8 where the server has it, else PL/pgSQL; nothing that is remembered changes.',
);

/** Rows of the host check: the language of the library, and plv8 where it could be used and is not, or should not be. */
export const languageCheck = (role: Fragment): Fragment => sql`
    select
      'language',
      case lh_engine.language() when 'plain' then 'plain' when 'plv8' then ${plv8Name} else 'lh_engine.js' end,
      true,
      d.damage is null,
      pg_catalog.format('the library cannot be relied on, for %s: run dist/install.sql again', d.damage)
    from (select lh_engine.library_damage() as damage) as d
    union all
    select
      'language',
      ${plv8Name},
      false,
      p.lacks is null,
      'optional, for the library is several times as fast in it: ' || p.lacks
    from (select ${plv8Lacks(role)} as lacks) as p
    where lh_engine.language() is distinct from 'plv8'`;

/** The language for which the entry to the library was made; null where there is none. */
export const entryLanguage = sql`(
    select case when l.lanname = 'plv8' then 'plv8' else 'plain' end
    from pg_catalog.pg_proc as p
    join pg_catalog.pg_language as l on l.oid = p.prolang
    where p.oid = pg_catalog.to_regprocedure('lh_engine.js(text, json)')
  )`;

/** The schemas of the library in PL/pgSQL; nobody but their owner may do anything in them. */
export const plainSchemas = ['lh_engine_plain', 'lh_engine_plain_guarded'] as const;

const plainSchemasThere = sql`
      select pg_catalog.count(*)
      from pg_catalog.pg_namespace as n
      where n.nspname in (${join(plainSchemas.map(literal), ', ')})
    `;

/**
 * The language of the installed library; null where there is none, also behind an entry that is still there. By the catalog,
 * for to_regprocedure refuses a schema that the role may not use.
 */
export const installedLanguage = sql`(
    select case when l.lanname = 'plv8' then 'plv8' else 'plain' end
    from pg_catalog.pg_proc as p
    join pg_catalog.pg_language as l on l.oid = p.prolang
    where p.oid = pg_catalog.to_regprocedure('lh_engine.js(text, json)')
      and (l.lanname = 'plv8' or (${plainSchemasThere}) = ${literal(plainSchemas.length)})
  )`;

const takeOnly = (language: string): Fragment => sql`
  if v_wanted <> ${literal(language)} then
    raise exception using
      errcode = 'LH001',
      message = pg_catalog.format('lh_engine.language is %L, and this file has the library in another language; nothing was installed', v_wanted),
      hint = 'Run dist/install.sql, which has both, or leave lh_engine.language unset.';
  end if;
  v_chosen := ${literal(language)};`;

const refuseLacking = sql`
  if v_chosen = 'plv8' and v_lacks is not null then
    raise exception using
      errcode = 'LH004',
      message = pg_catalog.format('this role cannot use plv8 here; nothing was installed. Missing: %s', v_lacks),
      hint = 'Provide it, or install dist/install.sql with lh_engine.language unset or set to plain: the engine decides the same in PL/pgSQL.';
  end if;
  -- The schemas are made anew each time.
  if v_chosen = 'plain' and not pg_catalog.has_database_privilege(pg_catalog.current_database(), 'create') then
    raise exception using
      errcode = 'LH004',
      message = 'the library in PL/pgSQL is made in schemas of its own, and this role may create none; nothing was installed',
      hint = pg_catalog.format(
        'Let a DBA run: grant create on database %I to %I; then install again.', pg_catalog.current_database(), current_user
      );
  end if;`;

const choice = (possible: readonly Language[]): Fragment => sql`
do $language$
declare
  v_wanted text := nullif(pg_catalog.current_setting('lh_engine.language', true), '');
  v_lacks text := ${plv8Lacks(sql`current_user`)};
  v_present text := ${entryLanguage};
  v_chosen text;
begin
  if v_wanted not in (${literal('plv8')}, ${literal('plain')}) then
    raise exception using
      errcode = 'LH001',
      message = pg_catalog.format('lh_engine.language is %L: nothing was installed', v_wanted),
      hint = 'Set it to plv8 or to plain, or leave it unset: then plv8 is taken where the server has it.';
  end if;
  -- Without a word the language stays as it is: an upgrade is no reason to change it.
  v_chosen := coalesce(
    v_wanted,
    case when v_present = 'plain' then 'plain' when v_lacks is null then 'plv8' else 'plain' end
  );${possible.length > 1 ? sql`` : takeOnly(String(possible[0]))}${refuseLacking}
  if v_wanted is null and v_present is distinct from 'plain' and v_chosen = 'plain' and v_lacks is not null
    and (exists (select from pg_catalog.pg_language as l where l.lanname = 'plv8') or ${offered} is not null)
  then
    raise warning using
      message = pg_catalog.format('the library is installed in PL/pgSQL, for this role cannot use plv8 here: %s', v_lacks),
      hint = 'Decisions are the same; a cycle takes about 1.7 times as long. For plv8, mend that, then set lh_engine.language to ''plv8'' and run dist/install.sql.';
  elsif v_wanted is null and v_present = 'plv8' and v_chosen = 'plain' then
    raise warning using
      message = 'the library was in plv8 and is now in PL/pgSQL, the one language of this file',
      hint = 'Decisions are the same; a cycle takes about 1.7 times as long. To go back: set lh_engine.language to ''plv8'' and run dist/install.sql.';
  end if;
  perform pg_catalog.set_config('lh_engine.chosen_language', v_chosen, true);
end
$language$;
`;

/** Sets lh_engine.chosen_language for the transaction of an installation, or refuses. */
export const chooseLanguage = (possible: readonly Language[]) => statement(choice(possible));

export const dropPlain = sql`drop schema if exists lh_engine_plain, lh_engine_plain_guarded cascade;`;

const plain = join(plainSchemas.map(literal), ', ');

const inLanguage = (before: Fragment, texts: Readonly<Record<Language, Fragment>>): Fragment => sql`
do $install$
declare
  v_path text := pg_catalog.current_setting('search_path');
  v_checks text := pg_catalog.current_setting('check_function_bodies');
  v_command text;
begin
  ${before}
  if pg_catalog.current_setting('lh_engine.chosen_language') = 'plv8' then
    ${texts.plv8}
  else
    ${texts.plain}
    perform pg_catalog.set_config('search_path', v_path, true);
    perform pg_catalog.set_config('check_function_bodies', v_checks, true);
    -- Default privileges of the site may have given all of it away.
    for v_command in
      select distinct pg_catalog.format(
        'revoke all on %s from %s',
        o.object,
        case a.grantee when 0 then 'public' else a.grantee::pg_catalog.regrole::text end
      )
      from (
        select pg_catalog.format('schema %I', n.nspname), n.nspacl, n.nspowner
        from pg_catalog.pg_namespace as n
        where n.nspname in (${plain})
        union all
        select pg_catalog.format('routine %s', p.oid::pg_catalog.regprocedure), p.proacl, p.proowner
        from pg_catalog.pg_proc as p
        join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
        where n.nspname in (${plain})
        union all
        select pg_catalog.format('type %s', t.oid::pg_catalog.regtype), t.typacl, t.typowner
        from pg_catalog.pg_type as t
        join pg_catalog.pg_namespace as n on n.oid = t.typnamespace
        where n.nspname in (${plain})
      ) as o (object, rights, owner)
      cross join lateral pg_catalog.aclexplode(o.rights) as a
      where a.grantee <> o.owner
    loop
      execute v_command;
    end loop;
  end if;
end
$install$`;

/**
 * Statements for each language, of which an installation runs one. The library in PL/pgSQL is made anew each time, and goes
 * when plv8 is chosen: exactly the functions of this version are there.
 */
export const inChosenLanguage = (texts: Readonly<Record<Language, Fragment>>): Fragment =>
  inLanguage(dropPlain, texts);

/** The same for a migration that only has what differs: where the library is, and in the language in which it is. */
export const inPresentLanguage = (texts: Readonly<Record<Language, Fragment>>): Fragment =>
  inLanguage(
    sql`if ${installedLanguage} is distinct from pg_catalog.current_setting('lh_engine.chosen_language') then
    raise exception using
      errcode = 'LH004',
      message = pg_catalog.format(
        'nothing was changed: a migration has the difference to the library that is installed, which is in %s, and here it would be in %s',
        coalesce(${installedLanguage}, 'no language'),
        pg_catalog.current_setting('lh_engine.chosen_language')
      ),
      hint = 'Run dist/install.sql, which upgrades too and has the whole library in both languages, or leave lh_engine.language unset.';
  end if;`,
    texts,
  );

const presentLanguage = routine({
  name: 'lh_engine.language',
  returns: 'text',
  language: 'sql',
  volatility: 'stable',
  parallel: 'safe',
  grants: ['operator', 'reader', 'agent'],
  comment:
    'plv8 or plain (PL/pgSQL): the language in which the library is installed; null where the library is gone. Every event carries it.',
  body: sql`
  select ${installedLanguage};`,
});

/** Events of 1.0.0, which knew plv8 only, have none. */
const eventLanguage = statement(sql`
alter table lh_engine.events add column if not exists language text;
alter table lh_engine.events alter column language set default lh_engine.language();
`);

export const language = (possible: readonly Language[]): SqlModule => ({
  name: 'engine/language',
  objects: [chooseLanguage(possible), presentLanguage, eventLanguage],
});
