// What a person's switches hold back: a plan or a verdict goes in, and comes out with what may not be done now turned
// into a reason. Reads only; knows no threshold and no rule.
import { routine, type SqlModule } from '../kit/objects.ts';
import { settingOf } from '../kit/settings.ts';
import { sql } from '../kit/sql.ts';

const holdSpawns = routine({
  name: 'lh_engine.hold_spawns',
  args: { p_as_of: 'date', p_decisions: 'json' },
  returns: 'json',
  language: 'plpgsql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'The decisions of a plan, with each spawn that may not happen now turned into a skip: dry_run, awaiting_approval, or rejected (for spawning.cooling_off_days after a person rejected one of that type). would_spawn keeps what it would have been.',
  body: sql`
declare
  v_dry_run boolean := (select ${settingOf('engine.dry_run')});
  v_approval boolean := (select ${settingOf('engine.approval')});
  v_time_zone text := (select lh_engine.time_zone());
  v_until timestamptz := (select m.until from lh_engine.moment(p_as_of) as m);
  v_days interval := make_interval(days => (select ${settingOf('spawning.cooling_off_days')}));
  v_held json;
begin
  if not v_dry_run and not v_approval then
    return p_decisions;
  end if;
  select coalesce(
    json_agg(
      case
        when d.decision ->> 'action' <> 'spawn' then d.decision::jsonb
        else (d.decision::jsonb - array['skill', 'test', 'plan'])
          || jsonb_build_object(
            'action', 'skip',
            'skill_name', null,
            'would_spawn', jsonb_build_object('skill', d.decision -> 'skill', 'test', d.decision -> 'test', 'plan', d.decision -> 'plan')
          )
          || case
            when v_dry_run then jsonb_build_object(
              'reason', 'dry_run',
              'explanation', format('%s Nothing is spawned: engine.dry_run is on.', d.decision ->> 'explanation')
            )
            when r.closed_at is not null then jsonb_build_object(
              'reason', 'rejected',
              'explanation', format('%s rejected the spawning of %s on %s: %s', r.closed_by, r.subject, (r.closed_at at time zone v_time_zone)::date, r.why),
              'since', (r.closed_at at time zone v_time_zone)::date,
              'until', ((r.closed_at + v_days) at time zone v_time_zone)::date
            )
            else jsonb_build_object(
              'reason', 'awaiting_approval',
              'explanation', format('%s It waits for lh_engine.approve: engine.approval is on.', d.decision ->> 'explanation')
            )
          end
      end
      order by d.n
    ),
    '[]'::json
  )
  into v_held
  from json_array_elements(p_decisions) with ordinality as d (decision, n)
  left join lateral (
    select p.subject, p.closed_at, p.closed_by, p.why
    from lh_engine.all_proposals as p
    where p.kind = 'spawn'
      and p.status = 'rejected'
      and p.subject = d.decision ->> 'skill_type'
      and p.closed_at > v_until - v_days
    order by p.closed_at desc
    limit 1
  ) as r on true;
  return v_held;
end`,
});

const holdVerdicts = routine({
  name: 'lh_engine.hold_verdicts',
  args: { p_result: 'json' },
  returns: 'json',
  language: 'plpgsql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'The result of the operation analyze, with held on each test whose verdict may not be applied now: dry_run (nothing at all is written), paused, or awaiting_approval (a KEEP).',
  body: sql`
declare
  v_dry_run boolean := (select ${settingOf('engine.dry_run')});
  v_approval boolean := (select ${settingOf('engine.approval')});
  v_tests json;
begin
  if not v_dry_run and not v_approval and not exists (select from lh_engine.pauses) then
    return p_result;
  end if;
  select coalesce(
    json_agg(
      case
        when h.held is null then t.test
        else (jsonb_build_object('held', h.held) || t.test::jsonb)::json
      end
      order by t.n
    ),
    '[]'::json
  )
  into v_tests
  from json_array_elements(p_result -> 'tests') with ordinality as t (test, n)
  left join public.lh_spawned_skills as s on s.id::text = t.test ->> 'skill_id'
  cross join lateral (
    select case
      when v_dry_run then 'dry_run'
      when t.test ->> 'recommendation' not in ('KEEP', 'KILL') then null
      when exists (select from lh_engine.pauses as p where p.skill_type in ('*', s.skill_type::text)) then 'paused'
      when v_approval and t.test ->> 'recommendation' = 'KEEP' then 'awaiting_approval'
    end as held
  ) as h;
  return json_build_object('as_of', p_result -> 'as_of', 'tests', v_tests, 'warnings', p_result -> 'warnings');
end`,
});

export const suspensions: SqlModule = { name: 'operating/suspensions', objects: [holdSpawns, holdVerdicts] };
