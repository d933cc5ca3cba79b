// What the library consists of: its entry, the JavaScript, and the compiled functions and types one by one. Read from
// rendered SQL, of an installer or of a migration. Knows no operation.

export const entry = 'function lh_engine.js(text, json)';
export const javaScript = 'plv8 lh_engine.js(text, json)';
export const guarded = 'compiled schema lh_engine_plain_guarded';

const compiled =
  /^create (?:or replace )?function (lh_engine_plain\w*\.\w+\(.*\) returns .+?) language [\s\S]*?\$plain\$;$|^create (?:type|schema|operator) (lh_engine_plain[\w.]*).*;$|^(?:set local|revoke all on all) .*;$/gm;

type Statement = { readonly id: string | null; readonly text: string };

/** What a statement makes; all of the guarded schema is one object; null where it makes nothing. */
const idOf = (text: string, routine: string | undefined, other: string | undefined): string | null => {
  const name = routine ?? other;
  if (name === undefined) return null;
  if (name.startsWith('lh_engine_plain_guarded')) return guarded;
  return `compiled ${text.startsWith('create type') ? 'type' : routine === undefined ? 'schema' : 'function'} ${name}`;
};

export const statementsIn = (text: string): readonly Statement[] =>
  [...text.matchAll(compiled)].map(([all, routine, other]) => ({
    id: idOf(all, routine, other),
    text: all.replace(/^create or replace function/, 'create function'),
  }));

/** Throws where the library has a statement of which a migration would know nothing. */
export const requireReadable = (library: string): void => {
  const unread = library.replaceAll(compiled, '').trim();
  if (unread !== '')
    throw new Error(
      `build/release/library_texts.ts cannot read this of the library: ${unread.slice(0, 200)}`,
    );
};

/** The objects of the library in its rendered block; of any other object, itself. */
export const libraryTexts = (id: string, text: string): ReadonlyMap<string, string> => {
  if (id !== entry || !text.startsWith('do $')) return new Map([[id, text]]);
  const own = /^create or replace function lh_engine\.js\([^$]*\$js\$[\s\S]*?\$js\$/m.exec(text)?.[0];
  const plv8 = /^\s*execute \$plv8\$\n([\s\S]*?)\n\$plv8\$;$/m.exec(text)?.[1];
  const rest = text.slice(text.indexOf('\ncomment on function lh_engine.js('));
  const texts = new Map([
    [entry, `${own};${rest}`],
    ...(plv8 === undefined ? [] : [[javaScript, plv8] as const]),
  ]);
  for (const { id: made, text: one } of statementsIn(text))
    if (made !== null) texts.set(made, texts.has(made) ? `${texts.get(made)}\n${one}` : one);
  return texts;
};
