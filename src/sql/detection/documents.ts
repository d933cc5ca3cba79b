// Collects the one document that detection reads, for one day or for every day of a range, and the façade for people.
// Set-based, through the adapter views only. Knows windows by the names of their settings, and no threshold.

import type { Answer } from '../../plv8/entry.ts';
import { feedbackTypes } from '../feedback/labelled_contacts.ts';
import { firstMoment, isCut, shortened } from '../host/readable.ts';
import { columnDefinitions, routine, type SqlModule } from '../kit/objects.ts';
import { callJs, columnsOf, fieldsOf } from '../kit/rows.ts';
import { sql } from '../kit/sql.ts';
import { labelledDays, reportDays, storedPerformance, storedRow } from './day_rows.ts';
import {
  backlog,
  contactDays,
  contactQuality,
  followUp,
  leadDays,
  leadRows,
  windowSettings,
} from './lead_rows.ts';
import { oddLogRows, oddRows } from './odd_rows.ts';

const documents = routine({
  name: 'lh_engine.detection_documents',
  args: { p_from: 'date', p_to: 'date', p_settings: 'jsonb', p_reconstruct: 'boolean' },
  returns: { rows: { as_of: 'date', document: 'json' } },
  language: 'sql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'The documents that the operation detect reads, one for each day from p_from to p_to, under the given settings: counts and sums per day and source, no single lead. With p_reconstruct the rows of lh_daily_metrics and lh_pattern_performance are computed as they would have been at the end of each day.',
  body: sql`
  with ${windowSettings},
  ${leadRows},
  feedback_bounds as (
    select
      min(lh_engine.day_start(d.as_of - s.feedback_span, s.time_zone)) as since,
      max(d.until) as until
    from days as d
    cross join s
  ),
  labelled as materialized (
    select j.judged_at, j.validated_at, j.replaced_at, j.predicted, j.business
    from feedback_bounds as b
    cross join lateral lh_engine.validated_feedback(b.since, b.until) as j
    where j.validated_at is not null
      and j.business is not null
  ),
  feedback as materialized (
    select
      f.id,
      f.created_at,
      f.feedback_type = 'wrong_number' as is_wrong_number,
      f.created_at between b.since and b.until as is_recent,
      l.id is not null as has_lead,
      f.lead_id is not null and l.id is null as is_orphan,
      ${isCut(sql`f.agent_id`)} as agent_is_cut,
      coalesce(f.feedback_type not in (${feedbackTypes}), true) as has_unknown_type,
      ${shortened(sql`l.source`)} as source
    from s
    cross join feedback_bounds as b
    join lh_engine.host_feedback as f
      on f.created_at >= b.since
      or f.created_at < ${firstMoment}
      or f.created_at is null
    left join lh_engine.host_leads as l on l.id = f.lead_id
  ),
  reports as materialized (
    select
      (f.created_at at time zone s.time_zone)::date as day,
      g.source,
      count(*) as feedback,
      count(*) filter (where f.is_wrong_number) as wrong_numbers
    from s
    join feedback as f on f.is_recent and f.has_lead
    left join large_sources as g on g.source = f.source
    group by 1, g.source
  ),
${oddLogRows},
  missing as (
    select coalesce(json_agg(m), '[]'::json) as columns
    from lh_engine.missing_columns() as m
  ),
  options as (
    select json_object_agg(o.key, o.value) as settings
    from jsonb_each(p_settings) as o
    where o.key like 'detection.%'
  )
  select
    d.as_of,
    json_build_object(
      'as_of', d.as_of,
      'until', d.until,
      'settings', o.settings,
      'missing_columns', m.columns,
      'mature', json_build_object(
        'contact', d.contact_until::date - 1,
        'qualification', d.local_until::date - 1 - s.qualification_days,
        'follow_up', d.local_until::date - 1 - s.horizon_days,
        'feedback', d.local_until::date - 1
      ),
      'daily', (${storedRow}),
      'performance', (${storedPerformance}),
      'leads', (${leadDays}),
      'follow_up', (${followUp}),
      'backlog', (${backlog}),
      'contact_days', (${contactDays}),
      'labelled', (${labelledDays}),
      'reports', (${reportDays}),
      'contacts', (${contactQuality}),
      'anomalies', coalesce(r.odd -> 'counts', '{}'),
      'anomaly_ids', coalesce(r.odd -> 'ids', '{}')
    )
  from days as d
  cross join s
  cross join missing as m
  cross join options as o
  cross join lateral (
    select case when not p_reconstruct then (${oddRows}) end as odd
  ) as r
  order by d.as_of;`,
});

const collect = routine({
  name: 'lh_engine.collect_detection',
  args: { p_as_of: 'date' },
  returns: 'json',
  language: 'sql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'The document that the operation detect reads, for one day (null: today), under the settings in force.',
  body: sql`
  select d.document
  from lh_engine.moment(p_as_of) as m
  cross join lateral lh_engine.detection_documents(m.as_of, m.as_of, lh_engine.settings_json()::jsonb, false) as d;`,
});

const recount = routine({
  name: 'lh_engine.recount_detection',
  args: { p_as_of: 'date' },
  returns: 'json',
  language: 'sql',
  volatility: 'stable',
  grants: ['operator'],
  comment:
    'lh_engine.collect_detection with the row of the day counted from the leads, for a day whose data end the function of the host.',
  body: sql`
  select (lh_engine.collect_detection(m.as_of)::jsonb || jsonb_build_object('daily', d.document -> 'daily'))::json
  from lh_engine.moment(p_as_of) as m
  cross join lateral lh_engine.detection_documents(m.as_of, m.as_of, lh_engine.settings_json()::jsonb, true) as d;`,
});

const bottleneckColumns = columnsOf<Answer<'detect'>['bottlenecks'][number]>()({
  type: 'text',
  severity: 'text',
  metric: 'text',
  current_value: 'double precision',
  target_value: 'double precision',
  suggested_skill: 'text',
  segment: 'text',
  trigger: 'text',
  evidence: 'jsonb',
  explanation: 'text',
});

const facade = routine({
  name: 'public.lh_detect_bottlenecks',
  args: { p_as_of: 'date default null' },
  returns: { rows: bottleneckColumns },
  language: 'plpgsql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'The bottlenecks of the pipeline as of a day (null: today in engine.time_zone), one row per type, in a fixed order. Reads only. evidence holds n, threshold, baseline, p-value and every trigger; explanation says it in a sentence.',
  body: sql`
declare
  v_detection json;
begin
  perform lh_engine.require_all_rows();
  select ${callJs('detect', sql`lh_engine.collect_detection(p_as_of)`)} into v_detection;
  return query
  select r.*
  from json_array_elements(${fieldsOf<Answer<'detect'>>('v_detection').json('bottlenecks')}) with ordinality as b (value, n)
  cross join lateral json_to_record(b.value) as r (${columnDefinitions(bottleneckColumns)})
  order by b.n;
end`,
});

export const detectionDocuments: SqlModule = {
  name: 'detection/documents',
  objects: [documents, collect, recount, facade],
};
