// Collects what a person's switches say and has what they suspend marked in a plan or an analysis. Reads only; what a
// switch suspends is decided in src/plv8/operating/suspensions.ts.
import type { Answer } from '../../plv8/entry.ts';
import { routine, type SqlModule } from '../kit/objects.ts';
import { callJs, fieldsOf } from '../kit/rows.ts';
import { settingOf } from '../kit/settings.ts';
import { sql } from '../kit/sql.ts';

const result = fieldsOf<Answer<'analyze'>>('p_result');
const test = fieldsOf<Answer<'analyze'>['tests'][number]>('t.test');

const suspendSpawns = routine({
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
  v_time_zone text := (select lh_engine.time_zone());
  v_until timestamptz := (select m.until from lh_engine.moment(p_as_of) as m);
  v_days interval := make_interval(days => (select ${settingOf('spawning.cooling_off_days')}));
  v_rejections json;
  v_answer json;
begin
  select coalesce(json_agg(r), '[]'::json)
  into v_rejections
  from (
    select distinct on (p.subject)
      p.subject as skill_type,
      p.closed_by as rejected_by,
      p.why,
      (p.closed_at at time zone v_time_zone)::date as since,
      ((p.closed_at + v_days) at time zone v_time_zone)::date as until
    from lh_engine.all_proposals as p
    where p.kind = 'spawn'
      and p.status = 'rejected'
      and p.closed_at > v_until - v_days
    order by p.subject, p.closed_at desc
  ) as r;
  select ${callJs(
    'suspend_spawns',
    sql`json_build_object(
      'dry_run', ${settingOf('engine.dry_run')},
      'approval', ${settingOf('engine.approval')},
      'rejections', v_rejections,
      'decisions', p_decisions
    )`,
  )}
  into v_answer;
  return v_answer;
end`,
});

const suspendRecommendations = routine({
  name: 'lh_engine.hold_verdicts',
  args: { p_result: 'json' },
  returns: 'json',
  language: 'plpgsql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'The result of the operation analyze, with held on each test whose recommendation may not be applied now: dry_run (nothing at all is written), paused, or awaiting_approval (a KEEP).',
  body: sql`
declare
  v_answer json;
begin
  select ${callJs(
    'suspend_recommendations',
    sql`json_build_object(
      'dry_run', ${settingOf('engine.dry_run')},
      'approval', ${settingOf('engine.approval')},
      'paused', (select coalesce(json_agg(p.skill_type), '[]'::json) from lh_engine.pauses as p),
      'skills', (
        select coalesce(json_agg(json_build_object('skill_id', s.id::text, 'skill_type', s.skill_type::text)), '[]'::json)
        from public.lh_spawned_skills as s
        where s.id::text in (select ${test.text('skill_id')} from json_array_elements(${result.json('tests')}) as t (test))
      ),
      'result', p_result
    )`,
  )}
  into v_answer;
  return v_answer;
end`,
});

export const suspensions: SqlModule = {
  name: 'operating/suspensions',
  objects: [suspendSpawns, suspendRecommendations],
};
