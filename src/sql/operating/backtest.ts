// What the engine would have found and spawned on the days of a site's own history. Reads only: the daily rows are
// computed from the leads as of the end of each day, and the host's function is never called. Knows no rule.
import type { Answer } from '../../plv8/entry.ts';
import { formerProfiles, profileNames } from '../../plv8/settings/names.ts';
import { defaultUnder } from '../engine/settings.ts';
import { columnDefinitions, routine, type SqlModule } from '../kit/objects.ts';
import { callJs, columnsOf, fieldsOf } from '../kit/rows.ts';
import { settingKey } from '../kit/settings.ts';
import { join, literal, sql, verbatim } from '../kit/sql.ts';

const formerCases = Object.entries(formerProfiles).map(
  ([old, today]) => sql`when ${literal(old)} then ${literal(today)}`,
);

const profileSettings = routine({
  name: 'lh_engine.profile_settings',
  args: { p_profile: 'text' },
  returns: 'jsonb',
  language: 'plpgsql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'All settings as one JSON object, as they would be under the given profile; a setting that was changed by itself keeps its value. Null: the profile in force.',
  body: sql`
declare
  v_profile text := case p_profile ${join(formerCases, ' ')} else p_profile end;
begin
  if p_profile is null then
    return (select lh_engine.settings_json())::jsonb;
  end if;
  if v_profile not in (${join(profileNames.map(literal), ', ')}) then
    raise exception using
      errcode = 'LH001',
      message = format('p_profile: expected ${verbatim(profileNames.join(' or '))}, got %s', p_profile),
      hint = 'Name one of the profiles, or null for the one in force.';
  end if;
  return (
    select jsonb_object_agg(
      c.key,
      case
        when c.key = ${settingKey('profile')} then to_jsonb(v_profile)
        else coalesce(o.value, ${defaultUnder(sql`v_profile`)})
      end
    )
    from lh_engine.setting_catalog() as c
    left join lh_engine.setting_overrides as o on o.key = c.key
  );
end`,
});

const day = fieldsOf<Answer<'backtest'>>('v_result');

const dayColumns = columnsOf<Answer<'backtest'>['rows'][number]>()({
  type: 'text',
  severity: 'text',
  metric: 'text',
  current_value: 'double precision',
  target_value: 'double precision',
  segment: 'text',
  trigger: 'text',
  action: 'text',
  reason: 'text',
  skill_type: 'text',
  skill_name: 'text',
  explanation: 'text',
});

const backtest = routine({
  name: 'lh_engine.backtest',
  args: { p_from: 'date', p_to: 'date', p_profile: 'text default null' },
  returns: { rows: { as_of: 'date', ...dayColumns } },
  language: 'plpgsql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'What the engine would have found and spawned at the end of each day from p_from to p_to, one row per day and bottleneck, under a profile (null: the one in force). Reads only. It starts without skills, and a skill it would have spawned stays in test to the end. The day a lead died is not recorded, so dead leads count as dead all along.',
  body: sql`
declare
  v_settings jsonb := (select lh_engine.profile_settings(p_profile));
  v_time_zone text := (select lh_engine.time_zone());
  -- Every day of a chunk scans the leads of the whole chunk once more: two weeks are between few leads and few chunks.
  v_chunk constant integer := 14;
  v_day record;
  v_result json;
  v_spawned json := '[]'::json;
begin
  if p_from is null or p_to is null or p_from > p_to then
    raise exception using
      errcode = 'LH001',
      message = format('a backtest from %s to %s has no days', coalesce(p_from::text, 'nothing'), coalesce(p_to::text, 'nothing')),
      hint = 'Give the first day and the last day, in this order.';
  end if;
  perform lh_engine.require_all_rows();
  for v_day in
    select d.as_of, d.document, m.until
    from generate_series(0, p_to - p_from, v_chunk) as c (n)
    cross join lateral lh_engine.detection_documents(
      p_from + c.n,
      least(p_from + c.n + v_chunk - 1, p_to),
      v_settings,
      true
    ) as d
    cross join lateral lh_engine.moment(d.as_of) as m
    order by c.n, d.as_of
  loop
    select ${callJs(
      'backtest',
      sql`json_build_object(
      'document', v_day.document,
      'until', lh_engine.local_time(v_day.until, v_time_zone),
      'settings', v_settings,
      'spawned', v_spawned
    )`,
    )}
    into v_result;
    v_spawned := ${day.json('spawned')};
    return query
    select v_day.as_of, r.*
    from json_array_elements(${day.json('rows')}) with ordinality as e (value, n)
    cross join lateral json_to_record(e.value) as r (${columnDefinitions(dayColumns)})
    order by e.n;
  end loop;
end`,
});

export const backtests: SqlModule = { name: 'operating/backtest', objects: [profileSettings, backtest] };
