\echo Use "create extension plv8_libnode" to load this file. \quit

create function pg_catalog.plv8_libnode_call_handler()
returns language_handler
language c
as 'MODULE_PATHNAME';

create function pg_catalog.plv8_libnode_inline_handler(internal)
returns void
language c
strict
as 'MODULE_PATHNAME';

create function pg_catalog.plv8_libnode_validator(oid)
returns void
language c
strict
as 'MODULE_PATHNAME';

create trusted language plv8
handler pg_catalog.plv8_libnode_call_handler
inline pg_catalog.plv8_libnode_inline_handler
validator pg_catalog.plv8_libnode_validator;

comment on language plv8 is
'JavaScript functions of plain values on the V8 of Debian''s libnode (plv8_libnode; this is not the extension plv8)';
