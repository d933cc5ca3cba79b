// Texts: cut and counted in UTF-16 units, compared by code, matched by simple patterns. And days of the calendar.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { closeDatabase, compare } from './snippets.ts';

const texts = [
  '',
  'a',
  'Zürich',
  'a😀b😀c',
  '2026-03-01T10:00:00',
  ' padded\t',
  'vivid v',
  '\v\f\r\n\u2028text\v',
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

test('texts as numbers', () => {
  const given = [
    ...['', ' ', '0x10', '0X1f', '0b11', '0o17', '-0x10', '0x', '0b2', '0o8', '0xffffffffffffffffff', '1n'],
    ...[
      '\u00a012',
      '12\ufeff',
      '\u200b12',
      '\u008512',
      '1_000',
      ' 1e3 ',
      '1 2',
      '\v7\f',
      '٣',
      '12px',
      '00012',
    ],
    ...[
      'Infinity',
      '+Infinity',
      ' Infinity ',
      '-Infinity\n',
      'infinity',
      'inf',
      'NaN',
      '-0',
      '-',
      '+',
      '.',
      '.5',
    ],
    ...['5.', '1e', 'e5', '+5', '--5', '1e+5', '1.5e-3 ', '5e-324', '123456789012345678901234567890'],
  ].map((t) => [t]);
  const whole = ['5', '-7', '+8', ' 8\u00a0', '0x10', '0b11', '', '123456789012345678901234567890'].map(
    (t) => [t],
  );
  return compare(
    `const sign = (x: number): string => (x === 0 && 1 / x < 0 ? '-0' : String(x));
     export const ofText = (t: string): string => sign(Number(t));
     export const big = (t: string): string => String(BigInt(t));`,
    { ofText: given, big: whole },
  );
});

test('what is no integer is no bigint', async () => {
  for (const [call, given] of [
    ['BigInt(Number(t))', '1.5'],
    ['BigInt(Number(t))', 'x'],
    ['BigInt(t)', '1.5'],
    ['BigInt(t)', '1e3'],
  ] as const) {
    let message = '';
    try {
      await compare(`export const f = (t: string): string => String(${call});`, { f: [[given]] });
    } catch (error) {
      message = (error as Error).message;
    }
    assert.match(message, /(Range|Syntax)Error: .* to a BigInt/);
  }
});

test('capitals and small letters of every alphabet', () => {
  const given = [
    ...[
      'abc',
      'ß',
      'straße',
      'ŉ',
      'ﬁn',
      'ǆ',
      'ǅ',
      'ẞ',
      'ᾳ',
      'Σ',
      'ΑΣ',
      'ΑΣΑ',
      'ΟΔΟΣ ΣΟΦΟΣ',
      'İ',
      'ı',
      'I',
      'i',
    ],
    ...['É', 'Zürich', 'ÿ', 'Å', 'K', '😀x', '𐐨', '𐐀', 'և', 'ЖУК', 'жук'],
  ];
  return compare(
    `export const upper = (t: string): string => t.toUpperCase();
     export const lower = (t: string): string => t.toLowerCase();`,
    { upper: given.map((t) => [t]), lower: given.map((t) => [t]) },
  );
});

test('days and moments at their edges', () =>
  compare(
    `const n = (x: string): number => Number(x);
     export const day = (y: string, m: string, d: string) => String(Date.UTC(n(y), n(m), n(d)));
     export const iso = (ms: number) => new Date(ms).toISOString();
     export const parsed = (t: string) => String(Date.parse(t));`,
    {
      day: [
        ...['0', '-0.5', '0.9', '13', '-13', '1e9', 'NaN'].map((m) => ['2026', m, '1']),
        ...['1.7', '-1.7', '-0.5', '40', '1e9', '1e20', 'Infinity'].map((d) => ['2026', '0', d]),
        ...['2026.9', '99', '99.5', '-0.5', '-1', '0', '100', '-4713', '-4714', '1e9'].map((y) => [
          y,
          '0',
          '1',
        ]),
        ...[
          ['275760', '8', '13'],
          ['275760', '8', '14'],
          ['-271821', '3', '20'],
          ['-271821', '3', '19'],
          ['99', '12', '1'],
          ['0', '-1', '1'],
        ],
      ],
      iso: [0.5, -0.5, 1.9, -1.9, 8.64e15, -8.64e15, -62167219200000, -62167219200001, -2.2e14].map((x) => [
        x,
      ]),
      parsed: [
        ...[
          '2026-03-01T10:00:00.123456Z',
          '2026-03-01T10:00:00.1Z',
          '2026-03-01T10:00:00+02:00',
          '2026-03-01T10:00Z',
        ],
        ...[
          '2026-03-01T10:00:00.5-23:59',
          '2026-03-01T10:00:00+24:00',
          '2026-03-01',
          '2026-02-31',
          '2026-00-01',
        ],
        ...['2026-03-01T24:00:00Z', '2026-03-01T24:00:01Z', '2026-03-01T24:00:00.5Z', '2026-03-01T25:00:00Z'],
        ...['0000-01-01T00:00:00Z', '12026-03-01T00:00:0Z', '', 'never'],
      ].map((t) => [t]),
    },
  ));

test('a moment in a form that is V8’s own is no moment', async () => {
  let message = '';
  try {
    await compare('export const f = (t: string) => String(Date.parse(t));', { f: [['Mar 1 2026']] });
  } catch (error) {
    message = (error as Error).message;
  }
  assert.match(message, /no moment in a form that every engine reads alike: Mar 1 2026/);
});

test('what is missing is written as what it is', () =>
  compare(
    `export const absent = (o: { a?: number; b: number | null }) => [String(o.a), \`\${o.b}\`, 'x' + o.a, o.b + 'x'];
     export const made = (n: number) => ({ list: Array.from({ length: n }, (_, i) => i), array: [...new Float64Array(n)] });
     export const digits = (x: number, n: number) => x.toFixed(n);`,
    {
      absent: [[{ b: null }], [{ a: 1, b: 2 }]],
      made: [[0], [1.5], [2.5], [3]],
      digits: [
        [1.25, 1.5],
        [1.25, 0.5],
        [-1.5, 0],
        [1.5, 20],
      ],
    },
  ));

test.after(closeDatabase);
test.run();
