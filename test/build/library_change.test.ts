// What a migration brings of the compiled library: what differs, in an order that works, and what is gone.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { inventoryOf } from '../../build/release/inventory.ts';
import { compiledBetween, libraryPiece } from '../../build/release/library_change.ts';
import {
  entry,
  guarded,
  javaScript,
  libraryTexts,
  requireReadable,
} from '../../build/release/library_texts.ts';

const change = suite('a change of the library');

const compiled = (name: string, head: string, body: string): string =>
  `create function lh_engine_plain.${name}(${head}) returns text language plpgsql immutable as $plain$\nbegin\n  return ${body};\nend\n$plain$;`;

type Parts = {
  readonly inner?: string;
  readonly head?: string;
  readonly body?: string;
  readonly more?: readonly string[];
  readonly symbol?: string;
  readonly js?: string;
  readonly own?: string;
};

const library = (p: Parts): string =>
  [
    'create schema lh_engine_plain;',
    'create schema lh_engine_plain_guarded;',
    'set local check_function_bodies = off;',
    `create type lh_engine_plain.fn_a as (${p.inner ?? 'tag int4'});`,
    'create type lh_engine_plain.r_b as ("f" fn_a[]);',
    'create type lh_engine_plain.r_c as ("x" float8);',
    compiled('takes', 'v_b r_b', '1'),
    compiled('says', 'v_x text', 'row(null)::r_b::text'),
    compiled('other', p.head ?? 'v_c r_c', p.body ?? '2'),
    ...(p.more ?? []),
    'create function lh_engine_plain_guarded.add(float8, float8) returns float8 language plpgsql immutable as $plain$\nbegin\nend\n$plain$;',
    `create operator lh_engine_plain_guarded.${p.symbol ?? '+'} (leftarg = float8, rightarg = float8, function = lh_engine_plain_guarded.add);`,
    'revoke all on all functions in schema lh_engine_plain, lh_engine_plain_guarded from public;',
  ].join('\n\n');

const version = (p: Parts = {}) => {
  const text = `do $install$
begin
  if true then
    execute $plv8$
create or replace function lh_engine.js(p_operation text, p_input json)
returns json
language plv8
as $$
${p.js ?? 'return 1;'}
$$
$plv8$;
  else
    execute $library$
${library(p)}

create or replace function lh_engine.js(p_operation text, p_input json)
returns json
language plpgsql
as $js$
begin
  ${p.own ?? 'return null;'}
end
$js$
$library$;
  end if;
end
$install$;
comment on function lh_engine.js(text, json) is 'x';
revoke all on function lh_engine.js(text, json) from public;
`;
  const texts = libraryTexts(entry, text);
  return { texts, inventory: inventoryOf(texts), piece: { module: 'library', text, texts } };
};

const before = version();
const between = (p: Parts): readonly string[] => {
  const { inventory, texts } = version(p);
  return compiledBetween(before.inventory, inventory, texts).map((text) => text.split('\n', 3).join(' '));
};

change('knows each function and type, the entry, the JavaScript, and the guard as a whole', () => {
  assert.equal(
    [...before.texts.keys()],
    [
      entry,
      javaScript,
      'compiled schema lh_engine_plain',
      guarded,
      'compiled type lh_engine_plain.fn_a',
      'compiled type lh_engine_plain.r_b',
      'compiled type lh_engine_plain.r_c',
      'compiled function lh_engine_plain.takes(v_b r_b) returns text',
      'compiled function lh_engine_plain.says(v_x text) returns text',
      'compiled function lh_engine_plain.other(v_c r_c) returns text',
    ],
  );
  assert.match(
    String(before.texts.get(guarded)),
    /create schema[\s\S]*create function[\s\S]*create operator/,
  );
});

change('refuses a library with a statement that it cannot read', () => {
  requireReadable(library({}));
  assert.throws(
    () => requireReadable(library({ more: ['create domain lh_engine_plain.d as text;'] })),
    /cannot read this of the library: create domain lh_engine_plain\.d/,
  );
});

change('writes nothing where nothing differs, and one function where its body does', () => {
  assert.equal(between({}), []);
  assert.equal(between({ body: '3' }), [
    'create or replace function lh_engine_plain.other(v_c r_c) returns text language plpgsql immutable as $plain$ begin   return 3;',
  ]);
});

change('drops what is gone, and a function of another head before it comes again', () => {
  const { inventory, texts } = version({ more: [compiled('gone', '', '1')] });
  assert.equal(compiledBetween(inventory, before.inventory, before.texts), [
    'drop function if exists\n  lh_engine_plain.gone();',
  ]);
  assert.is(compiledBetween(before.inventory, inventory, texts).length, 1);
  assert.equal(
    between({ head: 'v_d r_c' }).map((text) => text.slice(0, 60)),
    [
      'drop function if exists   lh_engine_plain.other(v_c r_c);',
      'create or replace function lh_engine_plain.other(v_d r_c) re',
    ],
  );
});

change('makes a changed type anew with all that holds, takes or says it', () => {
  assert.equal(
    between({ inner: 'tag int4, e1_0 text' }).map((text) => text.replace(/( returns| as) .*/, '')),
    [
      'drop function if exists   lh_engine_plain.takes(v_b r_b);',
      'drop type if exists   lh_engine_plain.fn_a,   lh_engine_plain.r_b;',
      'create type lh_engine_plain.fn_a',
      'create type lh_engine_plain.r_b',
      'create or replace function lh_engine_plain.takes(v_b r_b)',
      'create or replace function lh_engine_plain.says(v_x text)',
    ],
  );
});

change('drops what it is about to make where it is there already, for it may run again', () => {
  const more = ['create type lh_engine_plain.r_new as ("y" text);', compiled('takes_new', 'v_n r_new', '1')];
  assert.equal(
    between({ more }).map((text) => text.replace(/( returns| as) .*/, '')),
    [
      'drop function if exists   lh_engine_plain.takes_new(v_n r_new);',
      'drop type if exists   lh_engine_plain.r_new;',
      'create type lh_engine_plain.r_new',
      'create or replace function lh_engine_plain.takes_new(v_n r_new)',
    ],
  );
});

change('makes the guard anew as a whole', () => {
  assert.equal(
    between({ symbol: '-' }).map((text) => text.slice(0, 55)),
    [
      'drop schema if exists lh_engine_plain_guarded cascade;',
      'create schema lh_engine_plain_guarded; create function ',
    ],
  );
});

change('has the JavaScript where it differs, and everything over a release that has one object', () => {
  const now = version({ js: 'return 2;' });
  const text = (p: Parts): string => {
    const next = version(p);
    return libraryPiece(before.inventory, next.inventory, next.piece).text;
  };
  assert.match(text({ js: 'return 2;' }), 'return 2;');
  assert.not.match(text({ body: '3' }), 'return 1;');
  assert.match(text({ body: '3' }), 'return 3;');
  assert.not.match(text({ body: '3' }), 'create schema');
  assert.match(text({ own: 'return p_input;' }), /return p_input;[\s\S]*comment on function lh_engine\.js/);
  const old = new Map([[entry, { hash: '' }]]);
  assert.is(libraryPiece(old, now.inventory, now.piece), now.piece);
});

change('is read from the migration that it makes as from an installer', () => {
  const next = version({ body: '3', own: 'return p_input;', js: 'return 2;' });
  const { text } = libraryPiece(before.inventory, next.inventory, next.piece);
  const read = inventoryOf(libraryTexts(entry, text));
  assert.equal(
    [...read].map(([id, { hash }]) => [id, hash === next.inventory.get(id)?.hash]),
    [
      [entry, true],
      [javaScript, true],
      ['compiled function lh_engine_plain.other(v_c r_c) returns text', true],
    ],
  );
});

change.run();
