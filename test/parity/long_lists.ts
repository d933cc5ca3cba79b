// Documents with one long list, for each list that an operation takes: how its cost grows is measured with them. The items
// are a few drawn ones over and over, each with ids of its own, and counts of an arm with a source of their
// own, so that a longer list has no more types and, where every pair of sources is compared, no more sources.
import fc from 'fast-check';
import { answer, operations } from '../../src/plv8/entry.ts';
import { plausible } from '../pure/detection_arbitraries.ts';
import { frozenRecords, recordFolders } from '../support/frozen_records.ts';
import { draw, type Random, schemaOf, seeded } from './schema_documents.ts';

// biome-ignore lint/suspicious/noExplicitAny: schemas and documents are read by key
type Json = any;
type Place = readonly string[];

/** A long list of an operation, and documents that have it with so many items. */
export type LongList = {
  readonly operation: string;
  readonly list: string;
  readonly documentsOf: (items: number) => readonly unknown[];
};

/** Lists that their schema keeps short. */
const short = ['information_fractions'];

const inside = (schema: Json): Json => (schema.wrapped === undefined ? schema : inside(schema.wrapped));

/** Where lists stand in documents of the schema, but for those in the items of another list. */
const placesOf = (given: Json, at: Place = []): readonly (readonly [Place, Json])[] => {
  const schema = inside(given);
  if (schema.type === 'array') return [[at, schema.item]];
  const entries = Object.entries<Json>(schema.entries ?? {});
  return entries.flatMap(([key, own]) => (short.includes(key) ? [] : placesOf(own, [...at, key])));
};

const replaced = (document: Json, [key, ...others]: Place, value: unknown): Json =>
  key === undefined ? value : { ...document, [key]: replaced(document[key] ?? {}, others, value) };

const ownText = (key: string, value: unknown, i: number, isCounted: boolean): unknown => {
  if (isCounted && key === 'group') return ['control', 'treatment'][i % 2];
  const isOwn = /_id$/.test(key) || (isCounted && key === 'source');
  return isOwn && typeof value === 'string' ? `${value} ${i}` : value;
};

const withIds = (item: unknown, i: number): unknown =>
  typeof item !== 'object' || item === null || Array.isArray(item)
    ? item
    : Object.fromEntries(
        Object.entries(item).map(([key, value]) => [key, ownText(key, value, i, 'group' in item)]),
      );

const repeated = (items: readonly unknown[], n: number): readonly unknown[] =>
  Array.from({ length: n }, (_, i) => withIds(items[i % items.length], i));

/** Documents that no draw from a schema gives: a record that replays, a document within a document. */
const baseOf = (operation: string, random: Random): Json => {
  const drawn = draw(schemaOf(operation), random) as Json;
  const seed = Math.floor(random() * 1e6);
  if (operation === 'backtest') {
    const [document] = fc.sample(plausible, { numRuns: 1, seed }) as Json[];
    return { ...drawn, document, until: '2026-03-02T00:00:00', settings: document.settings };
  }
  const records = recordFolders.flatMap((folder) => frozenRecords(folder)).map(({ record }) => record);
  return operation === 'replay' ? records[seed % records.length] : drawn;
};

const isAccepted = (operation: string, document: unknown): boolean => {
  try {
    return 'result' in (answer(operation, JSON.parse(JSON.stringify(document))) as object);
  } catch {
    return false;
  }
};

/** Drawn documents that the operation accepts with the list, so many of them. */
const listOf = (operation: string, place: Place, item: Json, documents: number): LongList => {
  const found: ((items: number) => unknown)[] = [];
  for (let seed = 1; seed < 600 && found.length < documents; seed += 1) {
    const random = seeded(seed);
    const base = baseOf(operation, random);
    const fits = (items: readonly unknown[]): boolean => isAccepted(operation, replaced(base, place, items));
    if (!fits([])) continue;
    const items = Array.from({ length: 40 }, () => draw(item, random)).filter((one) => fits([one]));
    const documentOf = (n: number): unknown => replaced(base, place, repeated(items, n));
    if (items.length > 2 && isAccepted(operation, documentOf(100))) found.push(documentOf);
  }
  const list = place.join('.');
  if (found.length < documents) throw new Error(`too few documents of ${operation} with a long list ${list}`);
  return { operation, list, documentsOf: (n) => found.map((documentOf) => documentOf(n)) };
};

/** The lists of all operations, each in so many drawn documents. */
export const longLists = (documents: number): readonly LongList[] =>
  Object.keys(operations).flatMap((operation) =>
    placesOf(schemaOf(operation)).map(([place, item]) => listOf(operation, place, item, documents)),
  );
