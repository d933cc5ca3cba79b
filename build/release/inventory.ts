// What a version consists of, object by object: what each is called, a hash of its text, the part of it that
// `create or replace` cannot change, and what it stands on. All of it is read from rendered SQL, so that a released
// file can be read in the same way. Knows no domain.
import { createHash } from 'node:crypto';
import { renderObject, type SqlModule } from '../../src/sql/kit/objects.ts';
import { libraryTexts } from './library_texts.ts';

/** What is remembered of an object. */
export type Known = {
  readonly hash: string;
  /** Arguments and result of a routine, columns of a view or table, the whole of a trigger or index. */
  readonly shape?: string;
  /** The routines and views without which it cannot be. */
  readonly uses?: readonly string[];
};

/** By id, which is what `drop` takes: `function lh_engine.setting(text)`; of a statement the hash of its text. */
export type Inventory = ReadonlyMap<string, Known>;

/** Texts of SQL by the id of what they make. */
export type Texts = ReadonlyMap<string, string>;

/** One rendered object: its text and the ids of what it makes. */
export type Piece = { readonly module: string; readonly text: string; readonly texts: Texts };

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hashOf = (text: string): string => sha256(text).slice(0, 16);

const oneLine = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replaceAll('( ', '(')
    .replaceAll(' )', ')')
    .replaceAll('timestamp with time zone', 'timestamptz')
    .trim();

export const kindOf = (id: string): string => id.slice(0, id.indexOf(' '));
/** Without kind and arguments. */
export const nameOf = (id: string): string => id.slice(id.indexOf(' ') + 1).replace(/\(.*/, '');

const triggers = /^create or replace trigger (\w+)\s[^;]*?\son (\S+)\s[^;]*/gm;
const indexes = /^create (?:unique )?index if not exists (\w+) on (\w+)\.[^;]*/gm;

/** A constraint that is no index takes no name of a relation. */
const renames =
  /\balter \w+ (?:if exists )?(\w+)\.\w+ rename (?:constraint \w+ )?to (\w+(?<!_check|_fkey));/g;

/** The triggers and indexes that statements make, and the names that they give. */
export const looseIn = (text: string): Texts =>
  new Map([
    ...[...text.matchAll(triggers)].map(([all, name, on]): [string, string] => [
      `trigger ${name} on ${on}`,
      all,
    ]),
    ...[...text.matchAll(indexes)].map(([all, name, schema]): [string, string] => [
      `index ${schema}.${name}`,
      all,
    ]),
    ...[...text.matchAll(renames)].map(([all, schema, name]): [string, string] => [
      `name ${schema}.${name}`,
      all,
    ]),
  ]);

const rendered =
  /^(?:create (?:or replace (?:function|procedure|view)|table if not exists)|do \$install\$)\s[\s\S]*?\ncomment on (\w+) (.+?) is '(?:[^']|'')*';\nrevoke all on .* from public;\n/gm;

/**
 * The functions, procedures, views and tables of a rendered file, each with its comment and privileges. The library is one
 * function, in whichever language.
 */
export const namedIn = (text: string): Texts =>
  new Map([...text.matchAll(rendered)].map(([all, kind, name]) => [oneLine(`${kind} ${name}`), all]));

/** The same, and the library function by function. */
export const objectsIn = (text: string): Texts =>
  new Map([...namedIn(text)].flatMap(([id, all]) => [...libraryTexts(id, all)]));

/** A statement by its hash, with the triggers, indexes and names that it makes. */
export const statementTexts = (text: string): Texts =>
  new Map([[`statement ${hashOf(text)}`, text], ...looseIn(text)]);

/** Every object of the modules as it is rendered, in order. */
export const piecesOf = (modules: readonly SqlModule[]): readonly Piece[] =>
  modules.flatMap(({ name: module, objects }) =>
    objects.map((object) => {
      const text = renderObject(object);
      const texts =
        object.kind === 'statement'
          ? statementTexts(text)
          : libraryTexts(oneLine(`${object.kind} ${object.name}`), text);
      return { module, text, texts };
    }),
  );

const outermost = (text: string): string => {
  const shorter = text.replace(/\([^()]*\)/g, '');
  return shorter === text ? text : outermost(shorter);
};

/** The names of the columns; a star stays one, because what it stands for is an object of its own. */
const columnNames = (view: string): string | undefined =>
  /\sas\s+select\s+([\s\S]*?)\s+from\s/
    .exec(outermost(view))?.[1]
    ?.split(',')
    .map((column) => /("[^"]+"|\w+\.\*|\w+)\s*$/.exec(column)?.[1] ?? column)
    .join(', ');

const routineHead = (text: string): string | undefined =>
  /^create or replace (?:function|procedure) [^(]+(\([\s\S]*?)\nlanguage /m.exec(text)?.[1];

const shapes: Readonly<Record<string, (text: string) => string | undefined>> = {
  function: routineHead,
  procedure: routineHead,
  view: columnNames,
  table: (text) => /^create table if not exists \S+ (\([\s\S]*?\n\));\n/.exec(text)?.[1],
  trigger: (text) => text,
  index: (text) => text,
  statement: () => '',
  name: () => '',
  plv8: () => '',
  compiled: () => '',
};

const shapeOf = (id: string, text: string): string => {
  const shape = shapes[kindOf(id)]?.(text);
  if (shape === undefined) throw new Error(`build/release/inventory.ts: cannot read the shape of ${id}`);
  return oneLine(shape);
};

export const isReplaceable = (id: string): boolean => ['function', 'procedure', 'view'].includes(kindOf(id));

/** A view or trigger stands on all it names; a routine on the types in its head, for Postgres does not read its body. */
const usesOf = (id: string, text: string, ids: readonly string[]): readonly string[] => {
  if (['statement', 'table', 'plv8', 'compiled'].includes(kindOf(id))) return [];
  const source = kindOf(id) === 'view' ? text.replace(/\ncomment on [\s\S]*/, '') : shapeOf(id, text);
  const mentioned = new Set(source.match(/\b(?:lh_engine|public)\.\w+/g));
  return ids.filter((other) => other !== id && isReplaceable(other) && mentioned.has(nameOf(other)));
};

/** What there is to know of a version, given all of its texts. */
export const inventoryOf = (texts: Texts): Inventory => {
  const ids = [...texts.keys()];
  return new Map(
    [...texts].map(([id, text]) => {
      const [shape, uses] = [shapeOf(id, text), usesOf(id, text, ids)];
      return [id, { hash: hashOf(text), ...(shape !== '' && { shape }), ...(uses.length > 0 && { uses }) }];
    }),
  );
};

export const textsOf = (pieces: readonly Piece[]): Texts =>
  new Map(pieces.flatMap(({ texts }) => [...texts]));
