// The reports by source, county and distress type: counts of mature leads per segment, recent and baseline. What is
// shown of them is decided in src/plv8. Reads adapter views only.

import type { Answer } from '../../plv8/entry.ts';
import { liveOrStored } from '../host/access/readers.ts';
import {
  contactedBy,
  convertedBy,
  leadFacts,
  qualifiedBy,
  sumIn,
  sumOfSquaresIn,
  timedBy,
} from '../host/lead_facts.ts';
import { shortened } from '../host/readable.ts';
import { routine, type SqlModule, view } from '../kit/objects.ts';
import { callJs, columnsOf, fieldsOf, recordset } from '../kit/rows.ts';
import { settingOf } from '../kit/settings.ts';
import { ident, join, literal, sql } from '../kit/sql.ts';

const number = 'double precision';

const rates = [
  'contact_rate',
  'qualification_rate',
  'conversion_rate',
  'response_hours',
  'wrong_number_share',
] as const;

type Rate = (typeof rates)[number];
type RateColumn = `${Rate}${'' | '_low' | '_high' | '_change'}`;

const rateColumns = Object.fromEntries(
  rates.flatMap((rate) => ['', '_low', '_high', '_change'].map((end) => [`${rate}${end}`, number])),
) as Readonly<Record<RateColumn, 'double precision'>>;

const reportColumns = columnsOf<Answer<'report_segments'>['rows'][number]>()({
  segment: 'text',
  leads: 'bigint',
  baseline_leads: 'bigint',
  ...rateColumns,
});

const lead = sql`f`;
const qualifyBy = sql`f.created_at + s.qualification_grace`;
const timed = sql`l.timed`;

const countSegments = routine({
  name: 'lh_engine.count_segments',
  args: { p_dimension: 'text', p_as_of: 'date' },
  returns: 'json',
  language: 'sql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'Counts of leads per source, county or distress type: recent are the last detection.source_window_days whose leads are old enough, baseline the detection.baseline_days before them. Both had the same time to be answered, to qualify and to convert.',
  body: sql`
  with numbers as (
    select
      lh_engine.time_zone() as time_zone,
      m.until,
      make_interval(secs => 3600 * ${settingOf('detection.contact_grace_hours')}) as contact_grace,
      make_interval(days => ${settingOf('detection.qualification_grace_days')}) as qualification_grace,
      (m.until at time zone lh_engine.time_zone())::date
        - ${settingOf('detection.qualification_grace_days')} as ends,
      ${settingOf('detection.source_window_days')} as recent_days,
      ${settingOf('detection.baseline_days')} as baseline_days
    from lh_engine.moment(p_as_of) as m
  ),
  s as materialized (
    select
      n.*,
      lh_engine.day_start(n.ends - n.recent_days - n.baseline_days, n.time_zone) as created_from,
      lh_engine.day_start(n.ends, n.time_zone) as created_before
    from numbers as n
  ),
  leads as (
    select
      case p_dimension
        when 'source' then ${shortened(sql`l.source`)}
        when 'county' then ${shortened(sql`p.county`)}
        when 'distress_type' then ${shortened(sql`p.distress_type`)}
      end as segment,
      (f.created_at at time zone s.time_zone)::date >= s.ends - s.recent_days as recent,
      ${contactedBy(lead, sql`f.created_at + s.contact_grace`)} as answered,
      ${contactedBy(lead, qualifyBy)} as reached,
      ${qualifiedBy(lead, qualifyBy)} as qualified,
      ${convertedBy(lead, qualifyBy)} as converted,
      ${timedBy(lead, sql`least(f.created_at + s.contact_grace, s.until)`)} as timed,
      f.contact_seconds,
      coalesce(w.feedback, 0) as feedback,
      coalesce(w.wrong_numbers, 0) as wrong_numbers
    from s
    join lh_engine.host_leads as l
      on l.created_at >= s.created_from
      and l.created_at < s.created_before
    left join lh_engine.host_properties as p on p.id = l.property_id and p_dimension <> 'source'
    left join (
      select
        f.lead_id,
        count(*) as feedback,
        count(*) filter (where f.feedback_type = 'wrong_number') as wrong_numbers
      from lh_engine.host_feedback as f
      where f.created_at <= (select s.until from s)
      group by f.lead_id
    ) as w on w.lead_id = l.id
    cross join lateral (
      select
        ${leadFacts(sql`l`)}
    ) as f
  ),
  counted as (
    select
      l.segment,
      l.recent,
      count(*) as leads,
      count(*) filter (where l.answered) as answered,
      count(*) filter (where l.reached) as reached,
      count(*) filter (where l.reached and l.qualified) as qualified,
      count(*) filter (where l.converted) as converted,
      count(*) filter (where ${timed}) as hours_n,
      ${sumIn('hours', sql`l.contact_seconds`, timed)} as hours_sum,
      ${sumOfSquaresIn('hours', sql`l.contact_seconds`, timed)} as hours_squares,
      sum(l.feedback) as feedback,
      sum(l.wrong_numbers) as wrong_numbers
    from leads as l
    group by l.segment, l.recent
  ),
  nothing as (
    select json_build_object(
      'leads', 0, 'answered', 0, 'reached', 0, 'qualified', 0, 'converted', 0,
      'hours_n', 0, 'hours_sum', 0, 'hours_squares', 0, 'feedback', 0, 'wrong_numbers', 0
    ) as counts
  )
  select json_build_object(
    'segments', coalesce(
      json_agg(
        json_build_object(
          'segment', g.segment,
          'recent', coalesce(g.recent, n.counts),
          'baseline', coalesce(g.baseline, n.counts)
        )
        order by g.recent_leads desc nulls last, g.segment
      ),
      '[]'::json
    )
  )
  -- One row for each segment: a join of the two by a name that may be null would compare each with each.
  from (
    select
      c.segment,
      max(c.leads) filter (where c.recent) as recent_leads,
      (jsonb_agg(to_jsonb(c)) filter (where c.recent) -> 0)::json as recent,
      (jsonb_agg(to_jsonb(c)) filter (where not c.recent) -> 0)::json as baseline
    from counted as c
    group by c.segment
  ) as g
  cross join nothing as n;`,
});

const reportSegments = routine({
  name: 'lh_engine.report_segments',
  args: { p_dimension: 'text', p_as_of: 'date default null' },
  returns: { rows: reportColumns },
  language: 'plpgsql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'Rates per segment as of a day (null: today); p_dimension is source, county or distress_type. Shares have Wilson 95 % intervals, hours t intervals; _change is relative to the baseline (0.1: a tenth higher).',
  body: sql`
declare
  v_report json;
begin
  if p_dimension is null or p_dimension not in ('source', 'county', 'distress_type') then
    raise exception using
      errcode = 'LH001',
      message = format('p_dimension: expected source, county or distress_type, got %s', coalesce(p_dimension, 'nothing')),
      hint = 'Name one of the three dimensions.';
  end if;
  perform lh_engine.require_all_rows();
  select ${callJs('report_segments', sql`lh_engine.count_segments(p_dimension, p_as_of)`)} into v_report;
  return query
  select r.*
  from ${recordset(fieldsOf<Answer<'report_segments'>>('v_report').json('rows'), reportColumns)};
end`,
});

const reportView = (name: string, dimension: string) =>
  view({
    name: `lh_engine.${name}`,
    grants: ['operator', 'reader'],
    comment: `Leads, contact, qualification and conversion rates, response hours and wrong-number share per ${dimension} of mature leads, with 95 % intervals and the change against the baseline. For another day: lh_engine.report_segments('${dimension}', day). as_of: when that was, for a role that may not see the host the last cycle.`,
    query: sql`
select
  r.segment as ${ident(dimension)},
  ${join(
    Object.keys(reportColumns)
      .slice(1)
      .map((column) => sql`r.${ident(column)}`),
    ',\n  ',
  )},
  r.as_of
from ${liveOrStored(name, sql`lh_engine.report_segments(${literal(dimension)}, null)`, reportColumns)} as r`,
  });

export const sources: SqlModule = {
  name: 'detection/sources',
  objects: [
    countSegments,
    reportSegments,
    reportView('source_report', 'source'),
    reportView('county_report', 'county'),
    reportView('distress_type_report', 'distress_type'),
  ],
};
