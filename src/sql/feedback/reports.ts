// What people read about feedback: recommendations for each pattern, and what agents said by source, agent and pattern.
// Reads through adapter views; intervals and advice come from src/plv8.
import type { Answer } from '../../plv8/entry.ts';
import { liveOrStored } from '../host/access/readers.ts';
import { shortened } from '../host/readable.ts';
import { routine, type SqlModule, view } from '../kit/objects.ts';
import { callJs, columnsOf, fieldsOf, recordset } from '../kit/rows.ts';
import { settingOf } from '../kit/settings.ts';
import { sql } from '../kit/sql.ts';

const recommendationColumns = columnsOf<Answer<'recommend_patterns'>['recommendations'][number]>()({
  recommendation: 'text',
  pattern_type: 'text',
  judged: 'bigint',
  correct: 'bigint',
  share: 'double precision',
  share_low: 'double precision',
  share_high: 'double precision',
  evidence: 'json',
  explanation: 'text',
});

const recommend = routine({
  name: 'lh_engine.recommend_patterns',
  args: { p_as_of: 'date default null' },
  returns: { rows: recommendationColumns },
  language: 'plpgsql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'What to do with each pattern as of a day (null: today): retire, tighten, keep, or add one for the businesses that none caught; share is the precision (for add: the share of businesses missed) with its Wilson 95 % interval. Wilson 1927.',
  body: sql`
declare
  v_result json;
begin
  perform lh_engine.require_all_rows();
  select ${callJs('recommend_patterns', sql`lh_engine.count_judged(p_as_of)`)} into v_result;
  return query
  select r.*
  from ${recordset(fieldsOf<Answer<'recommend_patterns'>>('v_result').json('recommendations'), recommendationColumns)};
end`,
});

const recommendations = view({
  name: 'lh_engine.pattern_recommendations',
  grants: ['operator', 'reader'],
  comment:
    'What to do with each pattern of the validator today: retire, tighten, keep, add; with evidence, share and its Wilson interval. For another day: lh_engine.recommend_patterns(day). as_of: when that was, for a role that may not see the host the last cycle.',
  query: sql`
select r.*
from ${liveOrStored('pattern_recommendations', sql`lh_engine.recommend_patterns(null)`, recommendationColumns)} as r`,
});

const feedbackColumns = columnsOf<Answer<'report_feedback'>['rows'][number]>()({
  dimension: 'text',
  name: 'text',
  feedback: 'bigint',
  correct_owner: 'bigint',
  wrong_number: 'bigint',
  business_number: 'bigint',
  disconnected: 'bigint',
  good_lead: 'bigint',
  bad_lead: 'bigint',
  good_share: 'double precision',
  good_share_low: 'double precision',
  good_share_high: 'double precision',
  unreachable_share: 'double precision',
  unreachable_share_low: 'double precision',
  unreachable_share_high: 'double precision',
  business_share: 'double precision',
  business_share_low: 'double precision',
  business_share_high: 'double precision',
});

const reportFeedback = routine({
  name: 'lh_engine.report_feedback',
  args: { p_as_of: 'date default null' },
  returns: { rows: feedbackColumns },
  language: 'plpgsql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'What agents said, over detection.feedback_window_days ending with a day (null: today): every feedback counted, by source of the lead, by agent, by pattern (what the validator had matched; null: nothing). Shares with Wilson 95 % intervals.',
  body: sql`
declare
  v_counts json;
  v_report json;
begin
  perform lh_engine.require_all_rows();
  select json_build_object('rows', coalesce(json_agg(c), '[]'::json))
  into v_counts
  from (
    select
      case when grouping(g.source) = 0 then 'source' when grouping(j.agent_id) = 0 then 'agent' else 'pattern' end as dimension,
      case when grouping(g.source) = 0 then g.source when grouping(j.agent_id) = 0 then j.agent_id else j.pattern_type end as name,
      count(*) as feedback,
      count(*) filter (where j.feedback_type = 'correct_owner') as correct_owner,
      count(*) filter (where j.feedback_type = 'wrong_number') as wrong_number,
      count(*) filter (where j.feedback_type = 'business_number') as business_number,
      count(*) filter (where j.feedback_type = 'disconnected') as disconnected,
      count(*) filter (where j.feedback_type = 'good_lead') as good_lead,
      count(*) filter (where j.feedback_type = 'bad_lead') as bad_lead
    from lh_engine.moment(p_as_of) as m
    cross join lateral lh_engine.validated_feedback(
      lh_engine.day_start(m.as_of - ${settingOf('detection.feedback_window_days')} + 1, lh_engine.time_zone()),
      m.until
    ) as j
    left join lh_engine.host_leads as l on l.id::text = j.lead_id
    cross join lateral (select ${shortened(sql`l.source`)} as source) as g
    group by grouping sets ((g.source), (j.agent_id), (j.pattern_type))
    order by 1 desc, 3 desc, 2
  ) as c;
  select ${callJs('report_feedback', sql`v_counts`)} into v_report;
  return query
  select r.*
  from ${recordset(fieldsOf<Answer<'report_feedback'>>('v_report').json('rows'), feedbackColumns)};
end`,
});

const feedbackReport = view({
  name: 'lh_engine.feedback_report',
  grants: ['operator', 'reader'],
  comment:
    'What agents said in the last detection.feedback_window_days, by source, agent and pattern, with Wilson 95 % intervals. For another day: lh_engine.report_feedback(day). as_of: when that was, for a role that may not see the host the last cycle.',
  query: sql`
select r.*
from ${liveOrStored('feedback_report', sql`lh_engine.report_feedback(null)`, feedbackColumns)} as r`,
});

export const feedbackReports: SqlModule = {
  name: 'feedback/reports',
  objects: [recommend, recommendations, reportFeedback, feedbackReport],
};
