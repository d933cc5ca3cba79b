// The report of what agents said, by source, agent and pattern: shares with intervals. Evaluates nothing.
import * as v from 'valibot';
import { count, parse } from '../parse.ts';
import { shareColumns } from '../statistics/wilson.ts';

const feedbackRow = v.object({
  dimension: v.string(),
  name: v.nullable(v.string()),
  feedback: count,
  correct_owner: count,
  wrong_number: count,
  business_number: count,
  disconnected: count,
  good_lead: count,
  bad_lead: count,
});
export const feedbackInput = v.object({ rows: v.array(feedbackRow) });

/** Good: the owner was reached or the lead is good. Unreachable: wrong or disconnected number. */
export const reportFeedback = (input: unknown) => ({
  rows: parse(feedbackInput, input).rows.map((row) => ({
    ...row,
    ...shareColumns('good_share', row.correct_owner + row.good_lead, row.feedback),
    ...shareColumns('unreachable_share', row.wrong_number + row.disconnected, row.feedback),
    ...shareColumns('business_share', row.business_number, row.feedback),
  })),
});
