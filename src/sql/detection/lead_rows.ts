// The fragments of the detection document that read leads: one scan, then counts and sums per day and source. Every
// window comes from the settings; src/plv8/detection/document.ts says what the counts mean.
import type { SettingKey } from '../../plv8/settings/catalog.ts';
import {
  contactedBy,
  convertedBy,
  leadFacts,
  qualifiedBy,
  sumIn,
  sumOfSquaresIn,
  timedBy,
  waitingAt,
} from '../host/lead_facts.ts';
import { firstMoment, isCut, shortened, withinReach } from '../host/readable.ts';
import { settingIn } from '../kit/settings.ts';
import { type Fragment, sql } from '../kit/sql.ts';

const setting = (key: SettingKey): Fragment => settingIn(sql`p_settings`, key);

const lead = sql`l`;
const dayEnd = sql`d.until`;

/** The settings that bound the windows, as one row `s`. Needs p_settings, p_from, p_to. */
export const windowSettings: Fragment = sql`
  numbers as (
    select
      lh_engine.time_zone() as time_zone,
      lh_engine.clock() as now,
      make_interval(secs => 3600 * ${setting('detection.contact_grace_hours')}) as contact_grace,
      ${setting('detection.qualification_grace_days')} as qualification_days,
      ${setting('detection.follow_up_horizon_days')} as horizon_days,
      ${setting('detection.follow_up_window_days')} as follow_up_days,
      ${setting('detection.backlog_days')} as backlog_days,
      ${setting('detection.source_window_days')} as source_days,
      ${setting('detection.max_sources')} as max_sources,
      ${setting('detection.window_days')} as window_days,
      ${setting('detection.feedback_window_days')} as feedback_days,
      ${setting('detection.trend_days')} + ${setting('detection.baseline_days')} as trend_span
  ),
  s as (
    select
      n.*,
      greatest(
        n.trend_span + n.qualification_days,
        n.trend_span + ceil(extract(epoch from n.contact_grace) / 86400)::integer,
        n.source_days + n.qualification_days,
        n.window_days + n.qualification_days
      ) + 2 as lead_span,
      greatest(n.trend_span + n.horizon_days, n.follow_up_days + n.backlog_days) + 2 as contact_span,
      greatest(n.trend_span, n.feedback_days) + 2 as feedback_span
    from numbers as n
  ),
  days as materialized (
    select
      m.as_of,
      m.day_start,
      m.until,
      (m.until - s.contact_grace) at time zone s.time_zone as contact_until,
      m.until at time zone s.time_zone as local_until,
      lh_engine.day_start(m.as_of - s.follow_up_days + 1, s.time_zone) as follow_up_since,
      lh_engine.day_start(m.as_of - s.feedback_days + 1, s.time_zone) as feedback_since
    from s
    cross join generate_series(p_from - date '2000-01-01', p_to - date '2000-01-01') as n
    cross join lateral lh_engine.moment(date '2000-01-01' + n) as m
  )`;

/** One scan of the leads that any window can touch. */
export const leadRows: Fragment = sql`
  bounds as (
    select
      min(lh_engine.day_start(d.as_of - greatest(s.lead_span, s.contact_span, s.follow_up_days), s.time_zone)) as since
    from days as d
    cross join s
  ),
  leads as materialized (
    select
      l.id,
      l.property_id,
      l.ab_test_id,
      ${shortened(sql`l.source`)} as source,
      ${isCut(sql`l.source`)} as source_is_cut,
      ${leadFacts(lead)},
      (r.created_at at time zone s.time_zone)::date as created_on,
      (r.contacted_at at time zone s.time_zone)::date as contacted_on,
      least(r.created_at + s.contact_grace, s.now) as answer_by,
      least((r.created_at at time zone s.time_zone + make_interval(days => s.qualification_days)) at time zone s.time_zone, s.now) as qualify_by,
      least(r.contacted_at + make_interval(hours => 24 * s.horizon_days), s.now) as follow_by
    from lh_engine.host_leads as l
    cross join s
    cross join bounds as b
    cross join lateral (
      select
        ${withinReach(sql`l.created_at`)} as created_at,
        ${withinReach(sql`l.contacted_at`)} as contacted_at
    ) as r
    where l.created_at is null
      or l.created_at < ${firstMoment}
      or l.created_at >= b.since
      or l.contacted_at >= b.since
      or l.qualified_at >= b.since
  ),
  large_sources as materialized (
    select l.source
    from leads as l
    where l.source is not null
    group by l.source
    order by count(*) desc, l.source
    limit (select s.max_sources from s)
  ),
  contact_quality as materialized (
    select
      l.created_on as day,
      g.source,
      sum(c.contacts) as contacts,
      sum(c.invalid) as invalid
    from leads as l
    -- Counted for each property first: all leads and all contacts may be of one.
    join (
      select
        c.property_id,
        count(*) as contacts,
        count(*) filter (where c.validation_status = 'invalid') as invalid
      from lh_engine.host_contacts as c
      where c.property_id in (select l.property_id from leads as l)
      group by c.property_id
    ) as c on c.property_id = l.property_id
    left join large_sources as g on g.source = l.source
    where l.created_at <= (select max(d.until) from days as d)
    group by l.created_on, g.source
  )`;

const contactSeconds = sql`l.contact_seconds`;
const followUpSeconds = sql`l.follow_up_seconds`;
const qualifyBy = sql`least(d.until, l.qualify_by)`;

/** json: rows per day of creation and source, as of d.until. */
export const leadDays: Fragment = sql`
      select coalesce(json_agg(r order by r.day, r.source), '[]'::json)
      from (
        select
          l.created_on as day,
          g.source,
          count(*) as leads,
          count(*) filter (where f.contacted) as contacted,
          count(*) filter (where f.timed) as hours_n,
          ${sumIn('hours', contactSeconds, sql`f.timed`)} as hours_sum,
          count(*) filter (where f.answered) as answered,
          count(*) filter (where f.timed and f.answered) as answer_n,
          ${sumIn('hours', contactSeconds, sql`f.timed and f.answered`)} as answer_sum,
          ${sumOfSquaresIn('hours', contactSeconds, sql`f.timed and f.answered`)} as answer_squares,
          count(*) filter (where f.reached) as reached,
          count(*) filter (where f.reached and f.qualified_in_time) as reached_qualified,
          count(*) filter (where f.contacted and f.qualified) as qualified,
          count(*) filter (where ${convertedBy(lead, dayEnd)}) as converted,
          count(*) filter (where ${convertedBy(lead, qualifyBy)}) as converted_in_time
        from leads as l
        left join large_sources as g on g.source = l.source
        cross join lateral (
          select
            ${contactedBy(lead, dayEnd)} as contacted,
            ${timedBy(lead, dayEnd)} as timed,
            ${contactedBy(lead, sql`least(d.until, l.answer_by)`)} as answered,
            ${contactedBy(lead, qualifyBy)} as reached,
            ${qualifiedBy(lead, dayEnd)} as qualified,
            ${qualifiedBy(lead, qualifyBy)} as qualified_in_time
        ) as f
        where l.created_on between d.as_of - s.lead_span and d.as_of
          and l.created_at < d.until
        group by l.created_on, g.source
      ) as r`;

/** json: leads by the day of their first contact, with the days to qualification within the horizon. */
export const contactDays: Fragment = sql`
      select coalesce(json_agg(r order by r.day), '[]'::json)
      from (
        select
          l.contacted_on as day,
          count(*) as contacted,
          count(*) filter (where f.followed) as n,
          ${sumIn('days', followUpSeconds, sql`f.followed`)} as sum,
          ${sumOfSquaresIn('days', followUpSeconds, sql`f.followed`)} as squares
        from leads as l
        cross join lateral (
          select coalesce(l.qualified_at between l.contacted_at and least(d.until, l.follow_by), false) as followed
        ) as f
        where l.contacted_on between d.as_of - s.contact_span and d.as_of
          and l.contacted_at <= d.until
        group by l.contacted_on
      ) as r`;

/** json: the mean over the leads qualified in the window that ends with the day. */
export const followUp: Fragment = sql`
      select json_build_object('n', count(*), 'sum', ${sumIn('days', followUpSeconds, sql`true`)})
      from leads as l
      where l.qualified_at >= d.follow_up_since
        and l.qualified_at <= d.until
        and l.qualified_at >= l.contacted_at`;

/** json: leads contacted longer ago than backlog_days, and those of them still waiting. */
export const backlog: Fragment = sql`
      select json_build_object(
        'contacted', count(*),
        'waiting', count(*) filter (where ${waitingAt(lead, dayEnd)})
      )
      from leads as l
      where l.contacted_at < d.until - make_interval(hours => 24 * s.backlog_days)
        and l.contacted_at >= d.until - make_interval(hours => 24 * (s.backlog_days + s.follow_up_days))`;

/** json: contacts of the leads per day of creation and source, and the invalid ones. */
export const contactQuality: Fragment = sql`
      select coalesce(json_agg(c order by c.day, c.source), '[]'::json)
      from contact_quality as c
      where c.day between d.as_of - s.trend_span - 1 and d.as_of`;
