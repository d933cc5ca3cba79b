// The library in PL/pgSQL in pieces that an SQL editor takes: each piece is put into a table, and the installer that runs
// last makes the library from them, if they are what it was rendered with. Knows no operation.
import { type Fragment, literal, sql, verbatim } from '../kit/sql.ts';

/** Of one piece, in characters; the whole file has to be below what the editor takes (docs/operations.md). */
const pieceLength = 800_000;

const pieces = (text: string): readonly string[] =>
  Array.from({ length: Math.ceil(text.length / pieceLength) }, (_, i) =>
    text.slice(i * pieceLength, (i + 1) * pieceLength),
  );

const grantedToOthers = sql`
        select distinct a.object, case r.grantee when 0 then 'public' else r.grantee::pg_catalog.regrole::text end as grantee
        from (
          select 'schema lh_engine_install', n.nspacl, n.nspowner
          from pg_catalog.pg_namespace as n
          where n.nspname = 'lh_engine_install'
          union all
          select 'table lh_engine_install.parts', c.relacl, c.relowner
          from pg_catalog.pg_class as c
          where c.oid = pg_catalog.to_regclass('lh_engine_install.parts')
        ) as a (object, rights, owner)
        cross join lateral pg_catalog.aclexplode(a.rights) as r
        where r.grantee <> a.owner`;

/** By whom something could have code of theirs run by the role that writes a piece; null where by nobody. */
const foreignHands = sql`(
      select pg_catalog.string_agg(f.hand, ', ')
      from (
        select 'it belongs to another role'
        from pg_catalog.pg_namespace as n
        where n.nspname = 'lh_engine_install' and n.nspowner <> current_user::pg_catalog.regrole
        union all
        select pg_catalog.format('%s belongs to another role', c.oid::pg_catalog.regclass)
        from pg_catalog.pg_class as c
        where c.relnamespace = pg_catalog.to_regnamespace('lh_engine_install')::oid
          and c.relowner <> current_user::pg_catalog.regrole
        union all
        select pg_catalog.format('its table has trigger %I', t.tgname)
        from pg_catalog.pg_trigger as t
        where t.tgrelid = pg_catalog.to_regclass('lh_engine_install.parts')
        union all
        select pg_catalog.format('its table has rule %I', w.rulename)
        from pg_catalog.pg_rewrite as w
        where w.ev_class = pg_catalog.to_regclass('lh_engine_install.parts')
        union all
        select pg_catalog.format('%s was granted to %s', g.object, g.grantee)
        from (${grantedToOthers}
        ) as g
      ) as f (hand)
    )`;

/** Default privileges of the site may give away what is new: that is taken back before anybody sees it. */
const makeRoom = sql`
do $parts$
declare
  v_foreign text := ${foreignHands};
  v_command text;
begin
  if v_foreign is not null then
    raise exception using
      errcode = 'LH008',
      message = pg_catalog.format('nothing was done: schema lh_engine_install is not of this role alone: %s', v_foreign),
      hint = 'Go on as the role that ran the first file, or begin anew: let its owner or a DBA run: drop schema lh_engine_install cascade; then run the files of dist/editor in the order of their numbers.';
  end if;
  if pg_catalog.to_regnamespace('lh_engine_install') is null then
    create schema lh_engine_install;
  end if;
  create table if not exists lh_engine_install.parts (n integer primary key, content text not null);
  for v_command in
    select pg_catalog.format('revoke all on %s from %s', g.object, g.grantee)
    from (${grantedToOthers}
    ) as g
  loop
    execute v_command;
  end loop;
end
$parts$;`;

/** Whether pieces wait for an installer: begun, or given up. `text` says it, `hint` says what to do. */
export const unfinishedParts = {
  isThere: sql`exists (select from pg_catalog.pg_namespace as n where n.nspname = 'lh_engine_install')`,
  text: 'an installation from the files of dist/editor was begun and is not finished',
  hint: 'Run the rest of its files, or give it up: drop schema lh_engine_install cascade; then repeat this.',
} as const;

/** Stops an installer that brings all of it: what waits would stay for ever, or is somebody's who is at it. */
export const refuseUnfinishedParts = sql`
do $parts$
begin
  if ${unfinishedParts.isThere} then
    raise exception using
      errcode = 'LH008',
      message = ${literal(`nothing was installed: ${unfinishedParts.text}`)},
      hint = ${literal(unfinishedParts.hint)};
  end if;
end
$parts$;
`;

/** The files that come before the installer, in order. */
export const partFiles = (library: string): readonly Fragment[] =>
  pieces(library).map(
    (piece, i) => sql`begin isolation level read committed;
${makeRoom}
insert into lh_engine_install.parts (n, content) values (${literal(i + 1)}, $part$${verbatim(piece)}$part$)
on conflict (n) do update set content = excluded.content;
commit;
`,
  );

/**
 * Statements of the installer's block: makes the library from the pieces, or says that other files have to be run first.
 * `sha256` is that of the library, in hexadecimal digits.
 */
export const executeParts = (
  library: string,
  sha256: string,
): Fragment => sql`if pg_catalog.to_regclass('lh_engine_install.parts') is not null
      and (
        select c.relowner = current_user::pg_catalog.regrole
        from pg_catalog.pg_class as c
        where c.oid = pg_catalog.to_regclass('lh_engine_install.parts')
      )
    then
      execute 'select pg_catalog.string_agg(p.content, '''' order by p.n) from lh_engine_install.parts as p where p.n <= $1'
        into v_command using ${literal(pieces(library).length)};
    end if;
    if pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(v_command, 'UTF8')), 'hex') is distinct from ${literal(sha256)} then
      raise exception using
        errcode = 'LH004',
        message = 'the files before this one have not been run, or were those of another version; nothing was installed',
        hint = 'Run the files of dist/editor in the order of their numbers, all as the same role.';
    end if;
    execute v_command;
    drop schema lh_engine_install cascade;`;
