// The document that is analysed: every running test with its terms, its earlier looks, its leads by arm and source, and
// what is wrong with them. Knows no rule.
import type { Answer } from '../../plv8/entry.ts';
import { isWithinReach, namedRows, shortened } from '../host/readable.ts';
import { routine, type SqlModule } from '../kit/objects.ts';
import { fieldsOf } from '../kit/rows.ts';
import { settingOf } from '../kit/settings.ts';
import { type Fragment, literal, sql } from '../kit/sql.ts';
import { planningBaseline } from '../spawning/planning_baseline.ts';
import { isNoArm } from './lead_units.ts';

const recorded = fieldsOf<Answer<'analyze'>['tests'][number]>('e.data');

/** The first leads in no test; they are only looked for where some were counted. */
const strayIds: Fragment = sql`case
      when exists (select from counted as c where c.ab_test_id is null) then (
        select array_agg(i.id)
        from (
          select l.id::text as id
          from lh_engine.host_leads as l
          where l.ab_test_id is null
            and l.ab_test_group is not null
            and l.created_at <= v_moment.until
          order by l.id
          limit ${namedRows}
        ) as i
      )
    end`;

/** Those of a running test with a fault, likewise. */
const faultyIds = (fault: string, n: Fragment): Fragment =>
  sql`case when ${n} > 0 then lh_engine.faulty_leads(r.id::text, v_moment.as_of, ${literal(fault)}) end`;

/** A term of a test that is there and no finite number. */
const unreadableTerms: Fragment = sql`(
              select coalesce(json_agg(json_build_object('column', o.name, 'value', ${shortened(sql`o.value`)}) order by o.name), '[]'::json)
              from (
                values
                  ('min_sample_size', r.min_sample_size::text, lh_engine.finite_or_null(r.min_sample_size)),
                  ('confidence_level', r.confidence_level::text, lh_engine.finite_or_null(r.confidence_level)),
                  ('traffic_allocation_pct', r.traffic_allocation_pct::text, lh_engine.finite_or_null(r.traffic_allocation_pct))
              ) as o (name, value, number)
              where o.value is not null
                and o.number is null
            )`;

const collectTests = routine({
  name: 'lh_engine.collect_tests',
  args: { p_as_of: 'date' },
  returns: 'json',
  language: 'plpgsql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'The document of the operation analyze for a day (null: today): every running test with its terms, its earlier looks and its leads counted by arm and source, in one pass over the leads of running tests.',
  body: sql`
declare
  v_moment record;
  v_now timestamptz := (select lh_engine.clock());
  v_maturity_days integer := (select ${settingOf('decisions.maturity_days')});
  v_document json;
begin
  select * into v_moment from lh_engine.moment(p_as_of);

  with running as (
    select t.*
    from public.lh_ab_tests as t
    where t.status::text = 'running'
  ),
  counted as materialized (
    select c.*
    from lh_engine.test_lead_counts(array(select r.id::text from running as r), v_moment.as_of) as c
  ),
  arms as (
    select c.ab_test_id, json_agg(
      to_jsonb(c) - array['ab_test_id', 'arm'] || jsonb_build_object('group', c.arm)
      order by c.arm, c.source, c.leads desc, c.doubled
    ) as groups,
      sum(c.all_rows) as leads,
      sum(c.before_start) as before_start,
      sum(c.doubled) as doubled,
      sum(c.unknown_status) as unknown_status,
      sum(c.other_arm) as other_arm,
      sum(c.leads) filter (where ${isNoArm(sql`c.arm`)}) as unknown_group
    from counted as c
    where c.ab_test_id is not null
    group by c.ab_test_id
  ),
  properties as (
    select p.*
    from lh_engine.count_shared_properties(array(select r.id::text from running as r), v_moment.as_of) as p
  ),
  past_looks as (
    select
      e.*,
      -- Counted like now, up to no later day, and so was every look before: no arm may have lost a lead since.
      coalesce((${recorded.text('record_version')})::integer, 1) >= 3
        and (${recorded.text('settings', 'decisions.maturity_days')})::integer = v_maturity_days
        and e.as_of <= v_moment.as_of
        and e.as_of >= max(e.as_of) over (partition by e.ab_test_id order by e.event_id) as counts_alike
    from lh_engine.events as e
    join running as r on r.id::text = e.ab_test_id
    where e.kind = 'look'
      and jsonb_typeof(${recorded.json('inputs')}) = 'object'
  ),
  looks as (
    select
      e.ab_test_id,
      json_agg(
        json_build_object(
          'information', ${recorded.json('statistics', 'information')},
          'planned_leads_per_group', ${recorded.json('plan', 'planned_leads_per_group')},
          'control_leads', ${recorded.json('control', 'leads')},
          'control_conversions', ${recorded.json('control', 'conversions')},
          'treatment_leads', ${recorded.json('treatment', 'leads')},
          'treatment_conversions', ${recorded.json('treatment', 'conversions')},
          'counts_alike', coalesce(e.counts_alike, false)
        )
        order by e.event_id
      ) as history
    from past_looks as e
    group by e.ab_test_id
  )
  select json_build_object(
    'as_of', v_moment.as_of,
    'settings', lh_engine.settings_json(),
    'leads_without_test', (select coalesce(sum(c.leads), 0) from counted as c where c.ab_test_id is null),
    'stray_ids', ${strayIds},
    'tests', coalesce(
      json_agg(
        json_build_object(
          'ab_test_id', r.id::text,
          'skill_id', r.skill_id::text,
          'test_name', ${shortened(sql`r.test_name::text`)},
          'metric', ${shortened(sql`r.metric_tracked::text`)},
          'inputs', json_build_object(
            'min_sample_size', lh_engine.finite_or_null(r.min_sample_size),
            'confidence_level', lh_engine.finite_or_null(r.confidence_level),
            'traffic_allocation_pct', lh_engine.finite_or_null(r.traffic_allocation_pct),
            'skill_status', ${shortened(sql`s.status::text`)},
            'skill_exists', s.id is not null,
            'running_days', case
              when ${isWithinReach(sql`r.started_at`)} then extract(epoch from v_moment.until - r.started_at)::double precision / 86400
            end,
            'started_at', case
              when isfinite(r.started_at) then replace(to_json(date_trunc('second', r.started_at at time zone lh_engine.time_zone())) #>> '{}', 'T', ' ')
              else r.started_at::text
            end,
            'has_started', coalesce(${isWithinReach(sql`r.started_at`)} and r.started_at <= v_now, false),
            'unreadable', ${unreadableTerms},
            'units', json_build_object(
              'leads', coalesce(g.leads, 0),
              'before_start', coalesce(g.before_start, 0),
              'doubled', coalesce(g.doubled, 0),
              'unknown_status', coalesce(g.unknown_status, 0),
              'other_arm', coalesce(g.other_arm, 0),
              'same_property', coalesce(q.same_property, 0),
              'property_in_both', coalesce(q.property_in_both, 0)
            ),
            'planned_leads_per_group', p.planned_leads_per_group,
            'planned_lift', p.planned_lift,
            'planned_baseline_rate', p.baseline_rate,
            'baseline', b.baseline,
            'history', coalesce(h.history, '[]'::json),
            'groups', coalesce(g.groups, '[]'::json)
          ),
          'standing', w.standing,
          'fault_ids', json_build_object(
            'unknown_status_in_test', ${faultyIds('unknown_status_in_test', sql`g.unknown_status`)},
            'unknown_group', ${faultyIds('unknown_group', sql`g.unknown_group`)},
            'before_start', ${faultyIds('before_start', sql`g.before_start`)},
            'doubled_leads', ${faultyIds('doubled_leads', sql`g.doubled`)},
            'other_arm', ${faultyIds('other_arm', sql`g.other_arm`)}
          )
        )
        order by r.started_at nulls last, r.id
      ),
      '[]'::json
    )
  )
  into v_document
  from running as r
  left join public.lh_spawned_skills as s on s.id = r.skill_id
  left join lh_engine.test_plans as p on p.ab_test_id = r.id::text
  left join lh_engine.test_standings as w on w.ab_test_id = r.id::text
  left join looks as h on h.ab_test_id = r.id::text
  left join arms as g on g.ab_test_id = r.id::text
  left join properties as q on q.ab_test_id = r.id::text
  cross join lateral (
    select case
      when ${isWithinReach(sql`r.started_at`)} then (r.started_at at time zone lh_engine.time_zone())::date
      else v_moment.as_of
    end as started_on
  ) as d
  -- For tests that came without a plan.
  cross join lateral (${planningBaseline(sql`d.started_on`, sql`p.baseline_rate is null`)}
  ) as b;
  return v_document;
end`,
});

export const testDocument: SqlModule = { name: 'testing/document', objects: [collectTests] };
