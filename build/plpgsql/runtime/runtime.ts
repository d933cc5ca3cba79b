// The functions that compiled code calls, written by hand: what JavaScript does with numbers, texts and JSON and SQL does
// not, or does otherwise. Names are looked up on the path that the entry pins.
import { days } from './days.ts';
import { jsons } from './jsons.ts';
import { maps } from './maps.ts';
import { numbers } from './numbers.ts';
import { inline } from './parts.ts';
import { refusals } from './refusals.ts';
import { texts } from './texts.ts';
import { words } from './words.ts';

/** `json` of a number; the guarded variant also reads what is too large or too small for a double. */
export const readNumber = inline('js_number', 'json', 'float8', `($1 #>> '{}')::float8`);

export const runtime: readonly string[] = [
  ...words,
  readNumber,
  ...numbers,
  ...texts,
  ...days,
  ...jsons,
  ...maps,
  ...refusals,
];
