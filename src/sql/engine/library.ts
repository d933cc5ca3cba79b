// The one copy of the JavaScript in the database and the one way to call it. Knows no operation by name.
import { routine, type SqlModule, type SqlObject } from '../kit/objects.ts';
import { type Fragment, join, literal, sql, verbatim } from '../kit/sql.ts';
import {
  dropPlain,
  inChosenLanguage,
  inPresentLanguage,
  type Language,
  languages,
  libraryHint,
  plv8Name,
} from './language.ts';
import { executeParts } from './parts.ts';
import { libraryDamage, type Sha256 } from './soundness.ts';

export type LibraryBuild = {
  readonly bundle: string;
  readonly bundleHash: string;
  readonly engineVersion: string;
  readonly sha256: Sha256;
  /** The library in PL/pgSQL, for servers without plv8; without it an installation needs plv8. */
  readonly plain?: string;
  /** The one language of an installer; in PL/pgSQL alone the library comes from files that are run before (parts.ts). */
  readonly only?: Language;
};

/** In which languages an installation of this build can have its library. */
export const languagesOf = ({ plain, only }: LibraryBuild): readonly Language[] => {
  if (only !== undefined) return [only];
  return plain === undefined ? ['plv8'] : languages;
};

const inPlv8 = (build: LibraryBuild) =>
  routine({
    name: 'lh_engine.js',
    args: { p_operation: 'text', p_input: 'json' },
    returns: 'json',
    language: 'plv8',
    volatility: 'immutable',
    parallel: 'restricted',
    grants: ['operator', 'reader'],
    comment:
      'The library of the engine: operation and input in, {"result"} or {"refusal"} out. Call it through lh_engine.call_js.',
    body: sql`
// A session keeps the library under its hash, so that new code never runs on an old copy.
var key = "lh_engine_${{ sqlText: build.bundleHash }}";
if (globalThis[key] === undefined) {
  globalThis[key] = (function () {
${{ sqlText: build.bundle }}
    return lhEngine;
  })();
}
return globalThis[key].answer(p_operation, p_input);`,
  });

/**
 * The same function in front of the library in PL/pgSQL. It runs with the rights of its owner: whoever may call it needs no
 * right on any of the functions behind it, so that the rights are the same in both languages. It starts a
 * subtransaction, which PostgreSQL 15 and 16 refuse in a parallel plan.
 */
const inPlain = sql`
create or replace function lh_engine.js(p_operation text, p_input json)
returns json
language plpgsql
immutable
parallel unsafe
security definer
set search_path to 'pg_catalog', 'pg_temp'
as $js$
begin
  return lh_engine_plain.js(p_operation, p_input);
end
$js$`;

const execute = (tag: string, text: Fragment): Fragment =>
  join([verbatim(`execute $${tag}$`), text, verbatim(`$${tag}$;`)], '\n');

/** What a migration brings of the library: the JavaScript where it differs, statements of the compiled one, its entry. */
type LibraryChange = { readonly plv8: string | null; readonly plain: string; readonly entry: string };

/** A block that changes the library in the language in which it is. */
export const libraryChange = ({ plv8, plain, entry }: LibraryChange): Fragment =>
  inPresentLanguage({
    plv8: plv8 === null ? sql`null;` : execute('plv8', verbatim(plv8)),
    plain: execute('library', join([plain, entry].map(verbatim), '\n\n')),
  });

const js = (build: LibraryBuild): SqlObject => {
  const plv8 = inPlv8(build);
  if (build.plain === undefined || build.only === 'plv8')
    return { ...plv8, sql: join([dropPlain, plv8.sql], '\n') };
  const entry = execute('library', inPlain);
  return {
    ...plv8,
    sql: inChosenLanguage(
      build.only === 'plain'
        ? {
            plv8: sql`null;`,
            plain: join([executeParts(build.plain, build.sha256(build.plain)), entry], '\n    '),
          }
        : {
            plv8: execute('plv8', plv8.sql),
            plain: execute('library', join([verbatim(build.plain), inPlain], '\n')),
          },
    ),
  };
};

const damage = (build: LibraryBuild) =>
  libraryDamage(
    {
      plv8: inPlv8(build).sql,
      ...(build.plain !== undefined && { plain: join([verbatim(build.plain), inPlain], '\n') }),
    },
    build.sha256,
  );

const callJs = routine({
  name: 'lh_engine.call_js',
  args: { p_operation: 'text', p_input: 'json' },
  returns: 'json',
  language: 'plpgsql',
  volatility: 'immutable',
  grants: ['operator', 'reader'],
  comment:
    'Runs one operation of the library and returns its result; what the library refuses becomes an error with its SQLSTATE (class LH) and hint, and so do texts that PostgreSQL cannot hold (LH001). Where the library is gone, because a server without plv8 took the database over or a restore left the compiled functions out, it is LH012.',
  body: sql`
declare
  v_answer json;
  v_detail text;
begin
  -- JavaScript has texts that PostgreSQL has not: they are refused here, in whichever language the library runs.
  if strpos(p_input::text, chr(92) || 'u') > 0 then
    begin
      -- It reads every text and, unlike a cast to jsonb, no number: one beyond numeric is JSON all the same.
      perform json_strip_nulls(p_input);
    exception
      when untranslatable_character or invalid_text_representation then
        get stacked diagnostics v_detail = pg_exception_detail;
        raise exception using
          errcode = 'LH001',
          message = format('input: expected texts that PostgreSQL can hold: %s', v_detail),
          hint = 'Leave out U+0000 and halves of surrogate pairs.';
    end;
  end if;
  begin
    select lh_engine.js(p_operation, p_input) into v_answer;
  exception
    -- The function went with its language, the language has lost its library, or compiled functions or types are gone,
    -- which use nothing but each other.
    when undefined_function or undefined_object or undefined_file or invalid_schema_name then
      raise exception using
        errcode = 'LH012',
        message = format('the library of the engine cannot run: %s', sqlerrm),
        hint = ${libraryHint};
  end;
  if v_answer -> 'refusal' is not null then
    raise exception using
      errcode = v_answer #>> '{refusal,sqlstate}',
      message = v_answer #>> '{refusal,message}',
      hint = v_answer #>> '{refusal,hint}';
  end if;
  return v_answer -> 'result';
end`,
});

const bundle = (build: LibraryBuild) =>
  routine({
    name: 'lh_engine.bundle',
    returns: 'text',
    language: 'sql',
    volatility: 'immutable',
    parallel: 'safe',
    grants: ['operator', 'reader'],
    comment: 'The hash of the installed library; every event carries it.',
    body: sql`
  select ${literal(build.bundleHash)};`,
  });

const version = (build: LibraryBuild) =>
  routine({
    name: 'lh_engine.version',
    returns: { row: { engine: 'text', bundle: 'text', language: 'text' } },
    language: 'sql',
    volatility: 'stable',
    grants: ['operator', 'reader', 'agent'],
    comment: 'Version of the engine, hash of its library, and the language that runs it.',
    body: sql`
  select
    ${literal(build.engineVersion)},
    ${literal(build.bundleHash)},
    case lh_engine.language() when 'plain' then 'plain' when 'plv8' then ${plv8Name} end;`,
  });

export const library = (build: LibraryBuild): SqlModule => ({
  name: 'engine/library',
  objects: [js(build), damage(build), callJs, bundle(build), version(build)],
});
