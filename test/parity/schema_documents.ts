// Documents drawn from the schemas of the operations: valid ones, and ones spoilt in one place. The same seed gives the
// same documents. Reads the schemas as they are, private ones too; knows no rule of the engine.
import { join } from 'node:path';
import * as v from 'valibot';
import { type Evaluation, evaluateSources } from '../../build/plpgsql/sources/evaluate.ts';
import { checkout, plainSources } from '../../build/plpgsql/sources/program.ts';
import { defaultsOf } from '../../src/plv8/settings/catalog.ts';

// biome-ignore lint/suspicious/noExplicitAny: a schema of valibot is an object that says what it is
type Schema = any;
export type Random = () => number;

/** Mulberry32: small, seeded, good enough to draw documents. */
export const seeded = (seed: number): Random => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  };
};

const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
const upTo = (random: Random, n: number): number => Math.floor(random() * (n + 1));

const schemas: Readonly<Record<string, readonly [file: string, name: string]>> = {
  check_setting: ['settings/operations.ts', 'changeInput'],
  check_setting_key: ['settings/operations.ts', 'keyInput'],
  detect: ['detection/document.ts', 'detectionDocument'],
  report_segments: ['detection/sources/reports.ts', 'segmentsInput'],
  backtest: ['backtest.ts', 'backtestInput'],
  score_patterns: ['feedback/operations.ts', 'labelledCounts'],
  recommend_patterns: ['feedback/operations.ts', 'recommendInput'],
  report_feedback: ['feedback/report.ts', 'feedbackInput'],
  plan: ['spawning/document.ts', 'planInput'],
  two_proportion_test: ['statistics/operations.ts', 'twoProportionInput'],
  required_sample_size: ['statistics/operations.ts', 'sampleSizeInput'],
  minimum_detectable_lift: ['statistics/operations.ts', 'detectableLiftInput'],
  sample_ratio_test: ['statistics/operations.ts', 'sampleRatioInput'],
  welch_test: ['statistics/operations.ts', 'welchInput'],
  sequential_boundaries: ['statistics/operations.ts', 'boundariesInput'],
  normal_upper_tail: ['statistics/operations.ts', 'upperTailInput'],
  normal_quantile: ['statistics/operations.ts', 'quantileInput'],
  analyze: ['testing/document.ts', 'analysisSchema'],
  replay: ['testing/record.ts', 'storedSchema'],
  decide_test: ['testing/operations.ts', 'decideInput'],
  outlook: ['testing/reports/outlook.ts', 'outlookSchema'],
  explain_test: ['testing/reports/history.ts', 'historySchema'],
  test_segments: ['testing/reports/test_segments.ts', 'reportSchema'],
  suspend_spawns: ['operating/suspensions.ts', 'spawnsInput'],
  suspend_recommendations: ['operating/suspensions.ts', 'recommendationsInput'],
};

let evaluation: Evaluation | undefined;

export const schemaOf = (operation: string): Schema => {
  const place = schemas[operation];
  if (place === undefined)
    throw new Error(`no schema is known for ${operation}: name it in ${import.meta.url}`);
  evaluation ??= evaluateSources(plainSources());
  return evaluation.valueOf(join(checkout, 'src/plv8', place[0]), place[1]);
};

const settings: Readonly<Record<string, unknown>> = defaultsOf('basic');

const numberOf = (random: Random): number =>
  pick(random, [
    () => upTo(random, 400),
    () => upTo(random, 5000),
    () => random(),
    () => 0.5 + random() / 2,
    () => (random() - 0.5) * 40,
    () => upTo(random, 3),
    () =>
      pick(random, [0.95, 0.8, 0.2, 10, 100, 1e-9, 1e-7, 123456789012345680000, 1e21, 2 ** 53 - 1, 5e-324]),
  ])();

const texts = [
  ...['zillow', 'mail', 'control', 'treatment', '7', '8', 'contact_rate', 'f1_score', 'qualification_rate'],
  ...[
    '',
    'a "quoted" text',
    'über 😀 alles',
    ...['！shop', '😀shop', '\u{10ffff}', '\u{10ffff}\ue000', '\u{10ffff}😀', '\uffff'],
    'running',
    'testing',
    'killed',
    'spawn',
    'stop_test',
    'approve',
    '*',
  ],
  ...[
    'low_response_rate',
    'instant-responder',
    'lead-scorer',
    'trend',
    'threshold',
    'paused',
    'KEEP',
    'CONTINUE',
  ],
  ...['decisions.rule', 'decisions.keep_lift', 'engine.dry_run', 'spawning.max_running_tests', 'keep'],
];
const textOf = (random: Random): string =>
  pick(random, [
    () => pick(random, texts),
    () => `2026-0${1 + upTo(random, 2)}-1${upTo(random, 9)}`,
    () => `2026-0${1 + upTo(random, 2)}-1${upTo(random, 9)}T0${upTo(random, 9)}:00:00`,
  ])();

const anything = (random: Random): unknown =>
  pick(random, [
    () => numberOf(random),
    () => textOf(random),
    () => null,
    () => random() < 0.5,
    () => [textOf(random), numberOf(random)],
    () => ({ [textOf(random)]: numberOf(random), n: upTo(random, 60) }),
  ])();

/** A scalar that passes the checks of its schema: drawn until one does. */
const passing = (schema: Schema, draw: () => unknown): unknown => {
  for (let round = 0; round < 200; round += 1) {
    const value = draw();
    if (v.safeParse(schema, value).success) return value;
  }
  return draw();
};

/** Conversions among their leads, parts of their wholes: most documents make sense. */
const settle = (object: Record<string, unknown>, random: Random): void => {
  for (const [key, value] of Object.entries(object)) {
    const whole = /conversions$/.test(key) ? object[key.replace(/conversions$/, 'leads')] : object.leads;
    const isPart = /conversions$|^(dead|response_n|contacted|answered|reached|qualified|converted)/.test(key);
    if (isPart && typeof value === 'number' && typeof whole === 'number' && random() < 0.9)
      object[key] = Math.min(value, Math.floor(whole * random()));
  }
};

const objectOf = (schema: Schema, random: Random): Record<string, unknown> => {
  const result: Record<string, unknown> = {};
  for (const [key, own] of Object.entries<Schema>(schema.entries)) {
    const isOptional = own.type === 'optional' || own.type === 'nullish';
    if (isOptional && random() < 0.4) continue;
    result[key] = key in settings && random() < 0.7 ? settings[key] : draw(own, random, key);
  }
  settle(result, random);
  return result;
};

const increasing = (random: Random): readonly number[] => {
  let last = 0;
  return Array.from({ length: 1 + upTo(random, 3) }, () => {
    last += random() * (1 - last) * 0.7 + 1e-6;
    return last;
  });
};

const arrayOf = (schema: Schema, random: Random, key: string): unknown =>
  key === 'information_fractions'
    ? increasing(random)
    : Array.from({ length: upTo(random, key === 'leads' ? 40 : 5) }, () => draw(schema.item, random, key));

const compound: Readonly<Record<string, (schema: Schema, random: Random, key: string) => unknown>> = {
  object: objectOf,
  loose_object: (schema, random) => ({ ...objectOf(schema, random), more: anything(random) }),
  array: arrayOf,
  nullable: (schema, random, key) => (random() < 0.2 ? null : draw(schema.wrapped, random, key)),
  optional: (schema, random, key) => draw(schema.wrapped, random, key),
  nullish: (schema, random, key) => (random() < 0.2 ? null : draw(schema.wrapped, random, key)),
  variant: (schema, random, key) => draw(pick(random, schema.options), random, key),
  picklist: (schema, random) => pick(random, schema.options),
  literal: (schema) => schema.literal,
  unknown: (_schema, random) => anything(random),
  boolean: (_schema, random) => random() < 0.5,
  record: (schema, random, key) =>
    key === 'settings'
      ? {
          ...settings,
          ...(random() < 0.3 ? { [pick(random, Object.keys(settings))]: anything(random) } : {}),
        }
      : Object.fromEntries(
          Array.from({ length: upTo(random, 3) }, () => [textOf(random), draw(schema.value, random, key)]),
        ),
};

/** A value that fits the schema. */
export const draw = (schema: Schema, random: Random, key = ''): unknown => {
  const type = schema.type as string;
  if (type === 'string') return passing(schema, () => textOf(random));
  if (type === 'number') return passing(schema, () => numberOf(random));
  const make = compound[type];
  if (make === undefined) throw new Error(`no documents of schema ${type}`);
  return make(schema, random, key);
};

/** Numbers that JSON.stringify cannot write; they stand as texts until the document is text. */
const unwritable = [
  ...['@1e400@', '@-1e400@', '@1e-400@', '@-0@', '@1.50@', '@9007199254740993@', '@1E2@'],
  ...['@123456789012345678901234567890@', '@0.1000000000000000055511151231257827@', '@-0.0e-7@'],
];
const scalarText = (value: unknown): string => JSON.stringify(value).replace(/^"@([^"@]*)@"$/, '$1');

/** The document as JSON, with its keys in the order in which it has them. */
export const textOfDocument = (document: unknown): string =>
  JSON.stringify(document).replace(/"@([^"@]*)@"/g, '$1');

const shuffled = <T>(list: readonly T[], random: Random): readonly T[] =>
  list
    .map((item) => ({ item, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);

/** Keys that mean something to JavaScript, to SQL or to a path, and to no operation. */
const oddKeys = ['__proto__', 'constructor', 'prototype', 'toString', 'length'];
const strangeKeys = [
  '',
  '7',
  '10',
  '01',
  '-1',
  'a.b',
  'a "b"',
  "it's",
  '[0]',
  '…',
  'über 😀',
  '\u0001',
  ' x ',
];

/** The same as a text that a stranger may write: keys in any order, some of them twice, some that nobody asked for. */
export const strangeTextOf = (value: unknown, random: Random): string => {
  if (typeof value !== 'object' || value === null) return scalarText(value);
  if (Array.isArray(value)) return `[${value.map((item) => strangeTextOf(item, random)).join(', ')}]`;
  const member = (key: string, item: unknown): string =>
    `${JSON.stringify(key)}: ${strangeTextOf(item, random)}`;
  const members = shuffled(Object.entries(value), random).flatMap(([key, item]) => [
    // Of two members with one key JSON.parse takes the place of the first and the value of the last.
    ...(random() < 0.04 ? [member(key, spoiltValue(random))] : []),
    member(key, item),
  ]);
  const odd =
    random() < 0.15 ? [member(pick(random, [...oddKeys, ...strangeKeys]), spoiltValue(random))] : [];
  return `{${(random() < 0.5 ? [...odd, ...members] : [...members, ...odd]).join(', ')}}`;
};

const nested = (random: Random): unknown =>
  Array.from({ length: 1 + upTo(random, 30) }).reduce<unknown>(
    (inner) => (random() < 0.5 ? [inner] : { [pick(random, strangeKeys)]: inner }),
    pick(random, unwritable),
  );

const spoiltValue = (random: Random): unknown =>
  pick<() => unknown>(random, [
    () => pick(random, [null, 'x', -1, 1.5, [], {}, true, 0, 'x'.repeat(80), { a: [1] }]),
    () => pick(random, unwritable),
    () =>
      pick(random, [
        '12',
        '',
        'null',
        '\u0001\n',
        [[]],
        [[1]],
        [{}],
        [null],
        { 0: 'x' },
        ['x', { b: 1, a: 2 }],
      ]),
    () => Object.fromEntries(shuffled([...oddKeys, ...strangeKeys], random).map((key, i) => [key, i])),
    () => nested(random),
  ])();

/** The document with one value replaced or left out. */
export const spoilt = (document: unknown, random: Random): unknown => {
  const isLeaf = typeof document !== 'object' || document === null;
  const entries = isLeaf ? [] : Object.entries(document);
  if (entries.length === 0 || random() < 0.15)
    // A list where an object is expected, and an object where a list is.
    return random() < 0.2 ? (Array.isArray(document) ? { ...document } : [document]) : spoiltValue(random);
  const [key, value] = pick(random, entries);
  if (Array.isArray(document))
    return document.map((item, i) => (String(i) === key ? spoilt(value, random) : item));
  const { [key]: _, ...others } = document as Record<string, unknown>;
  return random() < 0.15 ? others : { ...(document as object), [key]: spoilt(value, random) };
};
