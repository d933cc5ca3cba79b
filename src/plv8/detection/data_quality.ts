// Defects of the data: each is treated in a stated way where it is counted, and reported here with its number, never as
// a bottleneck. Knows the words for each defect; the counting is done by whoever reads the rows.
import { dayText } from '../calendar.ts';
import { type DetectionDocument, missingFor } from './document.ts';
import type { Warning } from './findings.ts';

/** What was found and what the engine does with it, per code. */
const treatments: Readonly<Record<string, string>> = {
  created_in_future: 'leads created after the present moment; they are not considered',
  created_missing: 'leads without created_at; they are not considered',
  contacted_in_future: 'leads contacted after the present moment; they count as not contacted',
  contacted_before_created:
    'leads contacted before they were created; they count as contacted, their hours are left out',
  contacted_without_time:
    'leads contacted by their status but without contacted_at; they count as contacted, their hours are left out',
  qualified_in_future: 'leads qualified after the present moment; they count as not qualified',
  qualified_before_contacted:
    'leads qualified before they were contacted; they count as qualified, their days are left out',
  qualified_without_time:
    'leads qualified by their status but without a time; they count as qualified since their contact, their days are left out',
  unknown_status: 'leads with a status that is null or not known; they count by their times alone',
  created_too_long_ago: 'leads created before 1900; they are not considered',
  source_cut: 'leads with a source of more than 200 characters; it is read by its first 200',
  unknown_test: 'leads in a test that does not exist; they count in no test',
  feedback_in_future: 'feedback from after the present moment; it is not considered',
  feedback_without_time: 'feedback without created_at; it is not considered',
  feedback_too_long_ago: 'feedback from before 1900; it is not considered',
  feedback_agent_cut: 'feedback with an agent_id of more than 200 characters; it is read by its first 200',
  feedback_of_unknown_type: 'feedback of a type that is null or not known; it says nothing',
  feedback_on_unknown_lead: 'feedback on a lead that does not exist; it counts for no source',
  validation_in_future: 'validations from after the present moment; they are not considered',
  validation_without_time: 'validations without created_at; they are not considered',
};

/** By its own keys alone: a code may be called like what every object has. */
const treatmentOf = (code: string): string =>
  Object.entries(treatments).find(([known]) => known === code)?.[1] ?? 'rows with this defect';

const tableOf = (code: string): string =>
  code.startsWith('feedback_')
    ? 'lh_feedback_log'
    : code.startsWith('validation_')
      ? 'lh_validation_history'
      : 'lh_lead_status';

/** A column that the host does not have is no defect of its rows. */
const isDefect = (code: string, document: DetectionDocument): boolean => {
  const needs =
    code === 'feedback_without_time'
      ? [{ view: 'host_feedback', columns: ['created_at'] }]
      : code === 'validation_without_time'
        ? [{ view: 'host_validations', columns: ['created_at'] }]
        : [];
  return missingFor(document, needs).length === 0;
};

const counted = (document: DetectionDocument): readonly Warning[] =>
  Object.keys(document.anomalies)
    .filter((code) => isDefect(code, document))
    .sort()
    .flatMap((code) => {
      const n = document.anomalies[code] as number;
      const ids = document.anomaly_ids?.[code] ?? [];
      const message = `${n} ${treatmentOf(code)}`;
      return n === 0 ? [] : [{ code, table: tableOf(code), ids, n, message }];
    });

type Daily = NonNullable<DetectionDocument['daily']>;

const dailyDefects = (row: Daily): readonly (readonly [boolean, string, string])[] => {
  const { new_leads_count: created, contacted_count: contacted, qualified_count: qualified } = row;
  const hours = row.avg_response_time_hours;
  const negative = [created, contacted, qualified].filter((x) => x !== null && x < 0);
  const nulls = [created, contacted, qualified].filter((x) => x === null);
  return [
    [nulls.length > 0, 'daily_counts_null', 'a null count is not evaluated'],
    [negative.length > 0, 'daily_counts_negative', 'a negative count counts as 0'],
    [
      created !== null && contacted !== null && contacted > created,
      'daily_more_contacted_than_new',
      `contacted_count ${contacted} exceeds new_leads_count ${created}; the contact rate is not evaluated`,
    ],
    [
      contacted !== null && qualified !== null && qualified > contacted,
      'daily_more_qualified_than_contacted',
      `qualified_count ${qualified} exceeds contacted_count ${contacted}; the qualification rate is not evaluated`,
    ],
    [
      hours !== null && hours < 0,
      'daily_hours_negative',
      `avg_response_time_hours ${hours} is not evaluated`,
    ],
    [
      hours !== null && contacted === 0,
      'daily_hours_without_contacts',
      `avg_response_time_hours ${hours} stands beside contacted_count 0; the hours are evaluated by themselves`,
    ],
  ];
};

export const dataWarnings = (document: DetectionDocument): readonly Warning[] => [
  ...counted(document),
  ...(document.daily === null ? [] : dailyDefects(document.daily))
    .filter(([found]) => found)
    .map(([, code, text]) => ({
      code,
      table: 'lh_daily_metrics',
      days: [dayText(document.as_of)],
      n: 1,
      message: `lh_daily_metrics of ${dayText(document.as_of)}: ${text}`,
    })),
  ...(document.performance !== null &&
  document.performance.f1_score !== null &&
  (document.performance.f1_score < 0 || document.performance.f1_score > 1)
    ? [
        {
          code: 'f1_score_out_of_range',
          table: 'lh_pattern_performance',
          days: [dayText(document.performance.day)],
          n: 1,
          message: `lh_pattern_performance of ${dayText(document.performance.day)}: avg_f1_score ${document.performance.f1_score} is not evaluated`,
        },
      ]
    : []),
];
