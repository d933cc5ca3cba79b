// Texts: cut and counted in UTF-16 units, compared by code, matched by simple patterns. And days of the calendar.
import { test } from 'uvu';
import { closeDatabase, compare } from './snippets.ts';

const texts = [
  '',
  'a',
  'Zürich',
  'a😀b😀c',
  '2026-03-01T10:00:00',
  ' padded\t',
  'a-b-c',
  'An apple.',
  "it's",
].map((t) => [t]);

test('methods of texts', () =>
  compare(
    `export const parts = (t: string) => [t.slice(1), t.slice(0, 3), t.slice(-2), t.trim(), t.toUpperCase(), t.replaceAll('a', 'bb')];
     export const counts = (t: string) => [t.length, t.indexOf('b'), t.indexOf('T')];
     export const split = (t: string) => ({ words: t.split('-'), joined: t.split('-').join(', ') });
     export const tests = (t: string) => [/^\\d{4}-\\d\\d-\\d\\d/.test(t), /[.!?]$/.test(t), /^[aeiou]/.test(t), t.includes('-'), t.startsWith('a'), t < 'b'];
     export const written = (t: string) => \`<\${t}> has \${t.length} units, \${t === '' ? 'none' : 'some'}\`;
     export const json = (t: string) => JSON.stringify(t);`,
    {
      // A cut through a pair of units leaves half a character, which no text of Postgres can hold.
      parts: texts.filter(([t]) => !(t as string).includes('😀')),
      counts: texts,
      split: texts,
      tests: texts,
      written: texts,
      json: texts,
    },
  ));

test('days and moments', () =>
  compare(
    `export const day = (y: number, m: number, d: number) => Date.UTC(y, m, d);
     export const iso = (ms: number) => new Date(ms).toISOString();
     export const parsed = (t: string) => String(Date.parse(t));`,
    {
      day: [
        [2026, 0, 1],
        [2024, 1, 30],
        [1969, 11, 31],
        [2026, 13, 0],
        [9999, 11, 31],
      ],
      iso: [[0], [1767225600000], [-1], [1.5e12 + 123], [253402300800000]],
      parsed: [['2026-02-30T00:00:00Z'], ['2026-03-01T23:59:59Z'], ['2026-13-01T00:00:00Z'], ['x']],
    },
  ));

test.after(closeDatabase);
test.run();
