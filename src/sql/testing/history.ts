// What a person asks about a test: how far is it, and how did it come about. Collects what is recorded; the sentences
// and estimates are made in src/plv8/testing.
import type { Answer } from '../../plv8/entry.ts';
import { liveOrStored } from '../host/access/readers.ts';
import { isWithinReach, shortened, withinReach } from '../host/readable.ts';
import { routine, type SqlModule, view } from '../kit/objects.ts';
import { callJs, columnsOf, fieldsOf, type RowOf, recordset } from '../kit/rows.ts';
import { settingOf } from '../kit/settings.ts';
import { sql } from '../kit/sql.ts';

const recorded = fieldsOf<Answer<'analyze'>['tests'][number]>('e.data');

const outlookColumns = columnsOf<RowOf<'outlook'>>()({
  ab_test_id: 'text',
  rule: 'text',
  control_leads: 'bigint',
  control_conversions: 'bigint',
  treatment_leads: 'bigint',
  treatment_conversions: 'bigint',
  min_sample_size: 'double precision',
  planned_leads_per_group: 'bigint',
  information: 'double precision',
  looks: 'integer',
  leads_per_day: 'double precision',
  estimated_verdict_on: 'date',
  detectable_lift_pct: 'double precision',
  note: 'text',
});

const testOutlook = routine({
  name: 'lh_engine.test_outlook',
  returns: {
    rows: outlookColumns,
  },
  language: 'plpgsql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment: 'The rows of lh_engine.running_tests: counts, progress and estimates of every running test.',
  body: sql`
#variable_conflict use_column
declare
  v_moment record;
  v_pace_days integer := (select ${settingOf('decisions.pace_days')});
  v_pace json;
  v_rows json;
begin
  perform lh_engine.require_all_rows();
  select * into v_moment from lh_engine.moment(null);
  -- The present pace: the leads of the last decisions.pace_days, or since the start of a younger test.
  select coalesce(
    json_agg(
      json_build_object(
        'ab_test_id', p.id::text,
        'days', greatest(p.days, 0),
        'control', p.control,
        'treatment', p.treatment
      )
    ),
    '[]'::json
  )
  into v_pace
  from (
    select
      t.id,
      case
        when ${isWithinReach(sql`t.started_at`)} then least(v_pace_days, extract(epoch from v_moment.until - t.started_at)::double precision / 86400)
        else v_pace_days
      end as days,
      count(*) filter (where l.ab_test_group = 'control') as control,
      count(*) filter (where l.ab_test_group = 'treatment') as treatment
    from public.lh_ab_tests as t
    left join lh_engine.host_leads as l
      on l.ab_test_id = t.id
      and l.created_at > v_moment.until - make_interval(days => v_pace_days)
      and l.created_at <= v_moment.until
    where t.status::text = 'running'
    group by t.id, t.started_at
  ) as p;
  select ${callJs('outlook', sql`(lh_engine.collect_tests(v_moment.as_of)::jsonb || jsonb_build_object('pace', v_pace))::json`)}
  into v_rows;
  return query
  select r.*
  from ${recordset(sql`v_rows`, outlookColumns)};
end`,
});

const runningTests = view({
  name: 'lh_engine.running_tests',
  grants: ['operator', 'reader'],
  comment:
    'Every running test as the leads stand now: counts and rates, progress towards the minimum and the planned sample (information: the share of the planned one that was gathered, null under a rule that follows no plan), leads per day over the last decisions.pace_days, the day on which a decision may come at this pace (under rule sequential: at the latest; null where none is in sight), the relative lift that the test could detect today with 80 % power, and what the rule would say now. A role that may not see the host gets what the last cycle stored; as_of says when that was.',
  query: sql`
select
  o.ab_test_id,
  t.skill_id::text as skill_id,
  t.test_name::text as test_name,
  t.metric_tracked::text as metric,
  t.started_at,
  o.rule,
  o.control_leads,
  o.control_conversions,
  o.control_conversions::double precision / nullif(o.control_leads, 0) as control_rate,
  o.treatment_leads,
  o.treatment_conversions,
  o.treatment_conversions::double precision / nullif(o.treatment_leads, 0) as treatment_rate,
  o.min_sample_size,
  o.planned_leads_per_group,
  o.information,
  o.looks,
  o.leads_per_day,
  o.estimated_verdict_on,
  o.detectable_lift_pct,
  o.note,
  o.as_of
from ${liveOrStored('running_tests', sql`lh_engine.test_outlook()`, outlookColumns)} as o
join lh_engine.readable_tests() as t on t.id::text = o.ab_test_id`,
});

const explainTest = routine({
  name: 'lh_engine.explain_test',
  args: { ab_test_id: 'text' },
  returns: 'text',
  language: 'plpgsql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'The history of a test in sentences, one a line: why it was spawned, what each look saw, who switched, approved or rejected what, how far it is, the decision and its reasons, what the interval of its lift means. No such test: LH007.',
  body: sql`
#variable_conflict use_column
declare
  v_time_zone text := (select lh_engine.time_zone());
  v_document json;
  v_report json;
begin
  select json_build_object(
    'ab_test_id', t.id::text,
    'test_name', ${shortened(sql`t.test_name::text`)},
    'metric', ${shortened(sql`t.metric_tracked::text`)},
    'status', t.status::text,
    'started_on', (${withinReach(sql`t.started_at`)} at time zone v_time_zone)::date,
    'ended_on', (${withinReach(sql`t.ended_at`)} at time zone v_time_zone)::date,
    'min_sample_size', lh_engine.finite_or_null(t.min_sample_size),
    'traffic_allocation_pct', lh_engine.finite_or_null(t.traffic_allocation_pct),
    'skill', case
      when k.id is not null then json_build_object('skill_name', ${shortened(sql`k.skill_name::text`)}, 'status', k.status::text)
    end,
    'spawn', (
      select json_build_object('as_of', e.as_of, 'explanation', e.data -> 'explanation')
      from lh_engine.events as e
      where e.kind = 'spawn' and e.ab_test_id = t.id::text
      order by e.event_id
      limit 1
    ),
    'plan', (
      select json_build_object(
        'planned_leads_per_group', p.planned_leads_per_group,
        'planned_lift', p.planned_lift,
        'baseline_rate', p.baseline_rate
      )
      from lh_engine.test_plans as p
      where p.ab_test_id = t.id::text
    ),
    -- What was seen and decided of this test, and what persons did about it or its skill, pauses while it ran included.
    'events', (
      select coalesce(
        json_agg(
          e.data || jsonb_build_object(
            'kind', e.kind,
            'as_of', e.as_of,
            'on', (e.happened_at at time zone v_time_zone)::date,
            'actor', e.actor,
            'ab_test_id', e.ab_test_id,
            'why', coalesce(nullif(e.data -> 'why', 'null'), e.data #> '{record,reason}'),
            'confidence_level', coalesce(
              nullif(${recorded.json('inputs', 'confidence_level')}, 'null'),
              ${recorded.json('settings', 'spawning.confidence_level')}
            )
          )
          order by e.event_id
        ),
        '[]'::json
      )
      from lh_engine.events as e
      where e.kind in ('look', 'decision') and e.ab_test_id = t.id::text
        or e.kind in ('switch', 'proposal') and (
          e.ab_test_id = t.id::text
          or e.skill_id = t.skill_id::text
          or e.data ->> 'switch' in ('pause', 'resume')
            and e.data ->> 'skill_type' in ('*', k.skill_type::text)
            and e.happened_at between t.started_at and coalesce(t.ended_at, 'infinity')
        )
    )
  )
  into v_document
  from lh_engine.readable_tests() as t
  left join lh_engine.readable_skills() as k on k.id = t.skill_id
  where t.id::text = explain_test.ab_test_id;
  if v_document is null then
    raise exception using
      errcode = 'LH007',
      message = format('no test %s', coalesce(quote_literal(explain_test.ab_test_id), 'null')),
      hint = 'Take an id from: select id, test_name from public.lh_ab_tests;';
  end if;
  select ${callJs('explain_test', sql`v_document`)} into v_report;
  return (
    select string_agg(s.sentence, E'\n' order by s.n)
    from json_array_elements_text(${fieldsOf<Answer<'explain_test'>>('v_report').json('sentences')}) with ordinality as s (sentence, n)
  );
end`,
});

export const testHistory: SqlModule = {
  name: 'testing/history',
  objects: [testOutlook, runningTests, explainTest],
};
