// The one copy of the JavaScript in the database and the one way to call it. Knows no operation by name.
import { literal, routine, type SqlModule, sql } from '../kit/sql.ts';

type Build = { readonly bundle: string; readonly bundleHash: string; readonly engineVersion: string };

const js = (build: Build) =>
  routine({
    signature: 'lh_engine.js(text, json)',
    grants: ['operator', 'reader'],
    comment: `The library of the engine, bundle ${build.bundleHash}: operation and input in, {"result"} or {"refusal"} out. Call it through lh_engine.call_js.`,
    sql: sql`
create or replace function lh_engine.js(p_operation text, p_input json)
returns json
language plv8
immutable
parallel restricted
set search_path to 'pg_catalog', 'pg_temp'
as $lh_engine_js$
// A session keeps the library under its hash, so that new code never runs on an old copy.
var key = "lh_engine_${{ sqlText: build.bundleHash }}";
if (globalThis[key] === undefined) {
  globalThis[key] = (function () {
${{ sqlText: build.bundle }}
    return lhEngine;
  })();
}
return globalThis[key].answer(p_operation, p_input);
$lh_engine_js$`,
  });

const callJs = routine({
  signature: 'lh_engine.call_js(text, json)',
  grants: ['operator', 'reader'],
  comment:
    'Runs one operation of the library and returns its result; what the library refuses becomes an error with its SQLSTATE (class LH) and hint.',
  sql: sql`
create or replace function lh_engine.call_js(p_operation text, p_input json)
returns json
language plpgsql
immutable
parallel restricted
set search_path to 'pg_catalog', 'pg_temp'
as $$
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
end
$$`,
});

const bundle = (build: Build) =>
  routine({
    signature: 'lh_engine.bundle()',
    grants: ['operator', 'reader'],
    comment: 'The hash of the installed library; every event carries it.',
    sql: sql`
create or replace function lh_engine.bundle()
returns text
language sql
immutable
parallel safe
set search_path to 'pg_catalog', 'pg_temp'
as $$
  select ${literal(build.bundleHash)};
$$`,
  });

const version = (build: Build) =>
  routine({
    signature: 'lh_engine.version()',
    grants: ['operator', 'reader', 'agent'],
    comment: 'Version of the engine, hash of its library, and the language that runs it.',
    sql: sql`
create or replace function lh_engine.version(out engine text, out bundle text, out language text)
language sql
stable
set search_path to 'pg_catalog', 'pg_temp'
as $$
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
    );
$$`,
  });

export const library = (build: Build): SqlModule => ({
  name: 'library',
  objects: [js(build), callJs, bundle(build), version(build)],
});
