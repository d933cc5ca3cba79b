// The document that detection reads: counts and sums per day and source, never single leads. Knows how the document
// looks and what each number means; knows neither where it comes from nor any threshold.
import * as v from 'valibot';
import { dayNumber, dayText } from '../calendar.ts';
import { count, finite, parse, day as writtenDay } from '../parse.ts';
import { defaultsOf, type SettingKey, type SettingKeyOf } from '../settings/catalog.ts';
import { firstProfile } from '../settings/names.ts';

const isCalendarDay = (text: string): boolean =>
  /^[1-9]\d{3}-\d\d-\d\d$/.test(text) && dayText(dayNumber(text)) === text;
const day = v.pipe(
  writtenDay,
  v.check(isCalendarDay, 'expected a day of the calendar as YYYY-MM-DD'),
  v.transform(dayNumber),
);
const source = v.nullable(v.string());

/** Leads created on one day from one source; "in time" numbers give old and young leads the same time to happen. */
const leadDay = v.object({
  day,
  source,
  leads: count,
  /** contacted before `until`, however late; the hours of those whose moment of contact is known and plausible */
  contacted: count,
  hours_n: count,
  hours_sum: finite,
  /** contacted within the contact grace, with the sums and squares of their hours */
  answered: count,
  answer_n: count,
  answer_sum: finite,
  answer_squares: finite,
  /** contacted (reached) and qualified within the qualification grace */
  reached: count,
  reached_qualified: count,
  /** qualified, converted before `until`, however late; converted within the qualification grace */
  qualified: count,
  converted: count,
  converted_in_time: count,
});

/** Leads first contacted on one day: those qualified within the follow-up horizon, sums of their days. */
const contactDay = v.object({ day, contacted: count, n: count, sum: finite, squares: finite });

/** Contacts validated on one day and labelled by feedback since, against what the validator had predicted. */
const labelledDay = v.object({
  day,
  true_positives: count,
  false_positives: count,
  true_negatives: count,
  false_negatives: count,
});

/** Agents feedback of one day, and contacts of the leads created on one day, per source. */
const reportDay = v.object({ day, source, feedback: count, wrong_numbers: count });
const contactQuality = v.object({ day, source, contacts: count, invalid: count });

const nullableNumber = v.nullable(finite);

export const detectionDocument = v.object({
  as_of: day,
  until: v.string(),
  settings: v.record(v.string(), v.unknown()),
  missing_columns: v.array(v.object({ view_name: v.string(), column_name: v.string() })),
  /** the last day whose leads are all old enough, per kind of judgement */
  mature: v.object({ contact: day, qualification: day, follow_up: day, feedback: day }),
  daily: v.nullable(
    v.object({
      new_leads_count: nullableNumber,
      contacted_count: nullableNumber,
      qualified_count: nullableNumber,
      avg_response_time_hours: nullableNumber,
    }),
  ),
  performance: v.nullable(
    v.object({ day, f1_score: nullableNumber, labelled: v.nullable(count), age_days: count }),
  ),
  leads: v.array(leadDay),
  follow_up: v.object({ n: count, sum: finite }),
  backlog: v.object({ contacted: count, waiting: count }),
  contact_days: v.array(contactDay),
  labelled: v.array(labelledDay),
  reports: v.array(reportDay),
  contacts: v.array(contactQuality),
  /** how many rows had a stated defect, by its code */
  anomalies: v.record(v.string(), count),
  /** the first of those rows by id */
  anomaly_ids: v.optional(v.record(v.string(), v.nullable(v.array(v.string())))),
});

export type DetectionDocument = v.InferOutput<typeof detectionDocument>;
export type LeadDay = DetectionDocument['leads'][number];
export type LabelledDay = DetectionDocument['labelled'][number];

/** The settings of detection that are numbers, without their group: "min_evidence". */
export type OptionName =
  SettingKeyOf<number> extends infer K ? (K extends `detection.${infer Name}` ? Name : never) : never;
export type Options = { readonly number: (name: OptionName) => number; readonly matureCohorts: boolean };

/** The settings that the document carries; one that is left out has the default of the first profile. */
export const optionsOf = (settings: Readonly<Record<string, unknown>>): Options => {
  const defaults = defaultsOf(firstProfile);
  const value = (key: SettingKey): unknown => settings[key] ?? defaults[key];
  return {
    number: (name) => {
      const key = `detection.${name}` as const;
      return parse(finite, value(key), `settings.${key}`);
    },
    matureCohorts: value('detection.threshold_inputs') === 'mature_cohorts',
  };
};

export const parseDocument = (input: unknown): DetectionDocument => parse(detectionDocument, input);

/** Columns of an adapter view that something cannot be evaluated without. */
export type Need = { readonly view: string; readonly columns: readonly string[] };

/** What the host lacks of it. */
export const missingFor = (document: DetectionDocument, needs: readonly Need[]): readonly string[] =>
  needs.flatMap(({ view, columns }) =>
    document.missing_columns
      .filter((c) => c.view_name === view && columns.includes(c.column_name))
      .map((c) => `${view}.${c.column_name}`),
  );
