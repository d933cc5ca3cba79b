// The one copy of the JavaScript in the database and the one way to call it. Knows no operation by name.
import { routine, type SqlModule } from '../kit/objects.ts';
import { literal, sql } from '../kit/sql.ts';

type Build = { readonly bundle: string; readonly bundleHash: string; readonly engineVersion: string };

const js = (build: Build) =>
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

const callJs = routine({
  name: 'lh_engine.call_js',
  args: { p_operation: 'text', p_input: 'json' },
  returns: 'json',
  language: 'plpgsql',
  volatility: 'immutable',
  parallel: 'restricted',
  grants: ['operator', 'reader'],
  comment:
    'Runs one operation of the library and returns its result; what the library refuses becomes an error with its SQLSTATE (class LH) and hint.',
  body: sql`
declare
  v_answer json;
begin
  select lh_engine.js(p_operation, p_input) into v_answer;
  if v_answer -> 'refusal' is not null then
    raise exception using
      errcode = v_answer #>> '{refusal,sqlstate}',
      message = v_answer #>> '{refusal,message}',
      hint = v_answer #>> '{refusal,hint}';
  end if;
  return v_answer -> 'result';
end`,
});

const bundle = (build: Build) =>
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

const version = (build: Build) =>
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
    coalesce(
      (
        select e.extname || ' ' || e.extversion
        from pg_catalog.pg_depend as d
        join pg_catalog.pg_extension as e on e.oid = d.refobjid
        join pg_catalog.pg_language as l on l.oid = d.objid
        where d.classid = 'pg_catalog.pg_language'::regclass
          and d.refclassid = 'pg_catalog.pg_extension'::regclass
          and d.deptype = 'e'
          and l.lanname = 'plv8'
      ),
      'plv8'
    );`,
  });

export const library = (build: Build): SqlModule => ({
  name: 'engine/library',
  objects: [js(build), callJs, bundle(build), version(build)],
});
