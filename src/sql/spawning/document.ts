// Collects what the spawning policy is asked: the document of the operation plan. Knows no rule; why something is
// spawned or skipped is decided in src/plv8/spawning.

import { isWithinReach, namedRows, shortened } from '../host/readable.ts';
import { routine, type SqlModule } from '../kit/objects.ts';
import { sql } from '../kit/sql.ts';
import { planningBaseline } from './planning_baseline.ts';

const localTime = routine({
  name: 'lh_engine.local_time',
  args: { p_moment: 'timestamptz', p_time_zone: 'text' },
  returns: 'text',
  language: 'sql',
  volatility: 'stable',
  parallel: 'safe',
  grants: ['operator', 'reader'],
  comment:
    'A moment as local time of a time zone, in ISO 8601 without an offset: how times travel to the policy. Null for an infinite one, and for one before 1900 or after 9000.',
  body: sql`
  select case
    when ${isWithinReach(sql`p_moment`)} then to_json(p_moment at time zone p_time_zone) #>> '{}'
  end;`,
});

const skillWarnings = routine({
  name: 'lh_engine.skill_warnings',
  returns: 'jsonb',
  language: 'sql',
  volatility: 'stable',
  grants: ['operator'],
  comment:
    'A warning for the skills, and one for the running tests, whose times are none that the policy can count with, with the first of their ids.',
  body: sql`
  select coalesce(jsonb_agg(w.warning order by w.code), '[]'::jsonb)
  from (
    select
      o.code,
      jsonb_build_object(
        'code', o.code,
        'table', o.table_name,
        'ids', (array_agg(o.id order by o.id))[1:${namedRows}],
        'n', count(*),
        'message', format('%s %s', count(*), o.treatment)
      ) as warning
    from (
      select
        'skill_time_impossible' as code,
        'lh_spawned_skills' as table_name,
        s.id::text as id,
        'skills with a time that is infinite, before 1900 or after 9000; nothing is decided on them' as treatment
      from public.lh_spawned_skills as s
      where (${isWithinReach(sql`s.spawned_at`)}) is false
        or (${isWithinReach(sql`s.decision_made_at`)}) is false
      union all
      select
        'test_started_impossible',
        'lh_ab_tests',
        t.id::text,
        'running tests with a started_at that is infinite, before 1900 or after 9000; it counts as not known'
      from public.lh_ab_tests as t
      where t.status::text = 'running'
        and (${isWithinReach(sql`t.started_at`)}) is false
      union all
      select
        'test_number_impossible',
        'lh_ab_tests',
        t.id::text,
        'running tests with a sample, level or share that is no number; nothing is decided on them'
      from public.lh_ab_tests as t
      where t.status::text = 'running'
        and (
          (t.min_sample_size is not null and lh_engine.finite_or_null(t.min_sample_size) is null)
          or (t.confidence_level is not null and lh_engine.finite_or_null(t.confidence_level) is null)
          or (t.traffic_allocation_pct is not null and lh_engine.finite_or_null(t.traffic_allocation_pct) is null)
        )
    ) as o
    group by o.code, o.table_name, o.treatment
  ) as w;`,
});

const collectPolicy = routine({
  name: 'lh_engine.collect_policy',
  args: { p_as_of: 'date', p_bottlenecks: 'json' },
  returns: 'json',
  language: 'plpgsql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'The document of the operation plan: the bottlenecks given, the history of each skill type, running tests, pauses, settings, and the conversions of the spawning.baseline_days that ended spawning.baseline_lag_days before the day.',
  body: sql`
declare
  v_time_zone text := (select lh_engine.time_zone());
  v_moment record;
  v_document json;
begin
  select * into v_moment from lh_engine.moment(p_as_of);
  select json_build_object(
    'until', lh_engine.local_time(v_moment.until, v_time_zone),
    'settings', lh_engine.settings_json(),
    'bottlenecks', coalesce(p_bottlenecks, '[]'::json),
    'skills', (
      select coalesce(json_agg(h order by h.skill_type), '[]'::json)
      from (
        select
          ${shortened(sql`s.skill_type::text`)} as skill_type,
          count(*) as spawned_count,
          (array_agg(s.id::text order by s.spawned_at desc nulls last) filter (where s.status::text = 'testing'))[1] as testing_skill_id,
          (array_agg(t.id::text order by s.spawned_at desc nulls last) filter (where s.status::text = 'testing'))[1] as testing_test_id,
          lh_engine.local_time(max(s.spawned_at) filter (where s.status::text = 'testing' and ${isWithinReach(sql`s.spawned_at`)}), v_time_zone) as testing_since,
          lh_engine.local_time(max(e.ended_at) filter (where s.status::text = 'killed'), v_time_zone) as last_killed_at,
          lh_engine.local_time(max(e.ended_at) filter (where s.status::text = 'active'), v_time_zone) as last_kept_at
        from public.lh_spawned_skills as s
        cross join lateral (
          select coalesce(
            case when ${isWithinReach(sql`s.decision_made_at`)} then s.decision_made_at end,
            case when ${isWithinReach(sql`s.spawned_at`)} then s.spawned_at end
          ) as ended_at
        ) as e
        left join lateral (
          select r.id
          from public.lh_ab_tests as r
          where r.skill_id = s.id and r.status::text = 'running'
          order by r.started_at desc nulls last
          limit 1
        ) as t on s.status::text = 'testing'
        where s.skill_type is not null
        group by ${shortened(sql`s.skill_type::text`)}
      ) as h
    ),
    'running_tests', (
      select coalesce(
        json_agg(
          json_build_object(
            'ab_test_id', t.id::text,
            'skill_id', t.skill_id::text,
            'metric', ${shortened(sql`t.metric_tracked::text`)},
            'started_at', lh_engine.local_time(t.started_at, v_time_zone)
          )
          order by t.started_at, t.id::text
        ),
        '[]'::json
      )
      from public.lh_ab_tests as t
      where t.status::text = 'running'
    ),
    'pauses', (
      select coalesce(
        json_agg(
          json_build_object(
            'skill_type', p.skill_type,
            'paused_at', lh_engine.local_time(p.paused_at, v_time_zone),
            'paused_by', p.paused_by,
            'why', p.why
          )
          order by p.skill_type
        ),
        '[]'::json
      )
      from lh_engine.pauses as p
    ),
    'baseline', (${planningBaseline(sql`v_moment.as_of`)}
    ),
    'taken_names', (
      select coalesce(json_agg(distinct lower(n.name)), '[]'::json)
      from (
        select s.skill_name::text from public.lh_spawned_skills as s
        union all
        select t.test_name::text from public.lh_ab_tests as t
      ) as n (name)
      -- No name of the engine is longer.
      where octet_length(n.name) <= 400
    ),
    'name_limits', json_build_object(
      'skill_name', lh_engine.text_limit('public.lh_spawned_skills', 'skill_name'),
      'test_name', lh_engine.text_limit('public.lh_ab_tests', 'test_name')
    )
  )
  into v_document;
  return v_document;
end`,
});

export const spawningDocument: SqlModule = {
  name: 'spawning/document',
  objects: [localTime, skillWarnings, collectPolicy],
};
