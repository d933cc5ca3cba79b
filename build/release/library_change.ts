// What a migration brings of the library: the compiled functions and types that differ from the release before, and the
// JavaScript where it does. Knows no operation.
import { libraryChange } from '../../src/sql/engine/library.ts';
import type { Inventory, Piece, Texts } from './inventory.ts';
import { entry, guarded, javaScript, statementsIn } from './library_texts.ts';

const isType = (id: string): boolean => id.startsWith('compiled type ');
const isFunction = (id: string): boolean => id.startsWith('compiled function ');
const typeNames = (text: string): readonly string[] => text.match(/\b(?:r|map|list|fn)_\w+/g) ?? [];
const typeName = (id: string): string => id.replace(/^.*\./, '');
/** As `drop` takes it. */
const dropped = (id: string): string => id.replace(/^compiled \w+ /, '').replace(/ returns .*$/, '');

/** The types that are made: those that are new or changed, and those that hold one of them. */
const madeTypes = (before: Inventory, now: Inventory, texts: Texts): ReadonlySet<string> => {
  const types = [...texts].filter(([id]) => isType(id));
  const made = new Set(
    types.filter(([id]) => before.get(id)?.hash !== now.get(id)?.hash).map(([id]) => typeName(id)),
  );
  for (let size = -1; size !== made.size; ) {
    size = made.size;
    for (const [id, text] of types)
      if (typeNames(text).some((name) => made.has(name))) made.add(typeName(id));
  }
  return made;
};

const dropOf = (kind: string, ids: readonly string[]): readonly string[] =>
  ids.length === 0 ? [] : [`drop ${kind} if exists\n  ${ids.map(dropped).join(',\n  ')};`];

/**
 * The statements from one library to the next, which may run again. Functions go before the types in their heads, types
 * come before the functions; bodies are not checked. A function is written too when it only says a type that is made
 * anew, for a session that has run it would go on with the old one.
 */
export const compiledBetween = (before: Inventory, now: Inventory, texts: Texts): readonly string[] => {
  const made = madeTypes(before, now, texts);
  const says = (text: string): boolean => typeNames(text).some((name) => made.has(name));
  const goes = (id: string): boolean => !now.has(id) || says(isType(id) ? typeName(id) : id);
  const going = [...new Set([...before.keys(), ...now.keys()])].filter(
    (id) => (isType(id) || isFunction(id)) && goes(id),
  );
  const written = [...texts].filter(
    ([id, text]) =>
      id.startsWith('compiled ') &&
      (before.get(id)?.hash !== now.get(id)?.hash || ((isType(id) || isFunction(id)) && says(text))),
  );
  return [
    ...dropOf('function', going.filter(isFunction)),
    ...dropOf('type', going.filter(isType)),
    ...written.flatMap(([id, text]) =>
      id === guarded
        ? ['drop schema if exists lh_engine_plain_guarded cascade;', text]
        : [text.replace(/^create function/, 'create or replace function')],
    ),
  ];
};

/** The piece of a migration that has what differs of the library, where the release before has it function by function. */
export const libraryPiece = (before: Inventory, now: Inventory, piece: Piece): Piece => {
  const own = piece.texts.get(entry);
  if (own === undefined || !before.has(javaScript)) return piece;
  const at = own.indexOf(';\ncomment on function lh_engine.js(');
  const isChanged = before.get(javaScript)?.hash !== now.get(javaScript)?.hash;
  const settings = statementsIn(piece.text).flatMap(({ id, text }) => (id === null ? [text] : []));
  const [last] = settings.slice(-1);
  const change = libraryChange({
    plv8: isChanged ? (piece.texts.get(javaScript) ?? null) : null,
    plain: [...settings.slice(0, -1), ...compiledBetween(before, now, piece.texts), last].join('\n\n'),
    entry: own.slice(0, at),
  });
  return { ...piece, text: `${change.sqlText.trim()}${own.slice(at)}` };
};
