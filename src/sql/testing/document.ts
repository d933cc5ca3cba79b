// The document that is analysed: every running test with its terms, its earlier looks and its leads by arm and source.
// Knows no rule.
import type { Answer } from '../../plv8/entry.ts';
import { isWithinReach, namedRows, shortened } from '../host/readable.ts';
import { routine, type SqlModule } from '../kit/objects.ts';
import { fieldsOf } from '../kit/rows.ts';
import { type Fragment, sql } from '../kit/sql.ts';
import { planningBaseline } from '../spawning/planning_baseline.ts';

const recorded = fieldsOf<Answer<'analyze'>['tests'][number]>('e.data');

/** The first leads that are in no arm of a test, or in no test; they are only looked for where some were counted. */
const oddIds = (counted: Fragment, among: Fragment): Fragment => sql`case
      when exists (select from counted as c where ${counted}) then (
        select array_agg(i.id)
        from (
          select l.id::text as id
          from lh_engine.host_leads as l
          where ${among}
            and l.created_at <= v_moment.until
          order by l.id
          limit ${namedRows}
        ) as i
      )
    end`;

/** Unlike what an arm is called, and unlike null, whose comparison is null. */
const isNoArm = (arm: Fragment): Fragment => sql`coalesce(${arm} not in ('control', 'treatment'), true)`;

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
    from lh_engine.count_test_leads(array(select r.id::text from running as r), v_moment.as_of) as c
  ),
  arms as (
    select c.ab_test_id, json_agg(
      to_jsonb(c) - array['ab_test_id', 'arm'] || jsonb_build_object('group', c.arm)
      order by c.arm, c.source
    ) as groups
    from counted as c
    where c.ab_test_id is not null
    group by c.ab_test_id
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
          'treatment_conversions', ${recorded.json('treatment', 'conversions')}
        )
        order by e.event_id
      ) as history
    from lh_engine.events as e
    join running as r on r.id::text = e.ab_test_id
    where e.kind = 'look'
      and jsonb_typeof(${recorded.json('inputs')}) = 'object'
    group by e.ab_test_id
  )
  select json_build_object(
    'as_of', v_moment.as_of,
    'settings', lh_engine.settings_json(),
    'leads_without_test', (select coalesce(sum(c.leads), 0) from counted as c where c.ab_test_id is null),
    'stray_ids', ${oddIds(sql`c.ab_test_id is null`, sql`l.ab_test_id is null and l.ab_test_group is not null`)},
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
            'planned_leads_per_group', p.planned_leads_per_group,
            'planned_lift', p.planned_lift,
            'planned_baseline_rate', p.baseline_rate,
            'baseline', b.baseline,
            'history', coalesce(h.history, '[]'::json),
            'groups', coalesce(g.groups, '[]'::json)
          ),
          'standing', w.standing,
          'unknown_group_ids', ${oddIds(
            sql`c.ab_test_id = r.id::text and ${isNoArm(sql`c.arm`)}`,
            sql`l.ab_test_id = r.id and ${isNoArm(sql`l.ab_test_group::text`)}`,
          )}
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
