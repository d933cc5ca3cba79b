// What a record of a look is over the releases: its version, and what an older one means where it lacks what came
// later. Knows neither rules nor statistics.
import * as v from 'valibot';
import { refuse } from '../errors.ts';
import { count, parse } from '../parse.ts';
import { absentValues } from '../settings/catalog.ts';
import { formerRules, nameToday, type RuleName } from '../settings/names.ts';
import { type Inputs, inputsSchema, type Settings, settingsSchema } from './document.ts';

/**
 * Rises with each release whose records hold another input, setting, part or wording, or mean something else by it.
 * Version 1 is that of 1.0.0, whose records do not say so.
 */
export const recordVersion = 3;

/**
 * The version of a rule in the records of a version: it changes with every change of what a rule recommends. Since
 * version 3 both rules test small counts exactly.
 */
export const ruleVersionIn = (rule: RuleName, version: number): string => `${rule}-${version < 3 ? 1 : 2}`;

/** The parts that every version has; what later versions add may be missing in an older record. */
const storedSchema = v.looseObject({
  record_version: v.optional(v.pipe(count, v.minValue(1, 'expected a version from 1'))),
  inputs: inputsSchema,
  settings: v.record(v.string(), v.unknown()),
  outcome: v.string(),
  recommendation: v.string(),
  winner: v.nullable(v.string()),
  needs_person: v.boolean(),
  reason: v.string(),
  rule: v.string(),
  rule_version: v.string(),
  statistics: v.looseObject({}),
  control: v.looseObject({}),
  treatment: v.looseObject({}),
  reasons: v.array(v.unknown()),
  gates: v.array(v.unknown()),
  other_rule: v.nullable(v.looseObject({ rule: v.string() })),
  segments: v.array(v.unknown()),
});

export type Stored = {
  readonly version: number;
  readonly inputs: Inputs;
  readonly settings: Settings;
  /** The rest of the record as it is in the log, but for the names of rules, which are those of today. */
  readonly parts: Readonly<Record<string, unknown>>;
};

/** The name that a rule has now. */
export const ruleNameToday = (name: string): string => nameToday(formerRules, name);

/** `brief-1` is of the rule that is `brief` before the last hyphen. */
const ruleVersionToday = (version: string): string => {
  const parts = version.split('-');
  const number = parts[parts.length - 1] ?? '';
  const isNumbered = parts.length > 1 && /^\d+$/.test(number);
  return isNumbered ? `${ruleNameToday(parts.slice(0, -1).join('-'))}-${number}` : version;
};

const namesOfToday = (record: v.InferOutput<typeof storedSchema>): Readonly<Record<string, unknown>> => ({
  rule: ruleNameToday(record.rule),
  rule_version: ruleVersionToday(record.rule_version),
  other_rule:
    record.other_rule === null ? null : { ...record.other_rule, rule: ruleNameToday(record.other_rule.rule) },
});

const settingsOf = (recorded: Readonly<Record<string, unknown>>): Settings =>
  parse(settingsSchema, { ...absentValues, ...recorded });

const versionSchema = v.object({ record_version: storedSchema.entries.record_version });

const versionOf = (stored: unknown): number => {
  const { record_version: version } = parse(versionSchema, stored);
  return version ?? 1;
};

/**
 * A record of any version up to the present one. A setting that it lacks has its `absent` value. A setting or an input
 * that is unknown here is left out: the result is compared with the recorded one, so it shows where that mattered.
 */
export const readRecord = (stored: unknown): Stored => {
  const version = versionOf(stored);
  if (version > recordVersion)
    refuse(
      'not_possible_now',
      `the record has version ${version}, the library installed now reads records up to version ${recordVersion}`,
      'Install the release that wrote the record, or a later one; lh_engine.version() says which is installed.',
    );
  const record = parse(storedSchema, stored);
  const { inputs, settings, ...parts } = record;
  return { version, inputs, settings: settingsOf(settings), parts: { ...parts, ...namesOfToday(record) } };
};
