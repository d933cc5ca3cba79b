// What a person should know although nothing is wrong yet: switches that are on, and who holds the turn of the cycle.
// Knows no threshold of its own.
import { routine, type SqlModule } from '../../kit/objects.ts';
import { settingKey, settingOf } from '../../kit/settings.ts';
import { literal, sql } from '../../kit/sql.ts';

export const heldTurnSentence =
  '%s has had the turn of the cycle since %s%s; every other cycle answers already_running. To end it: %s';

const heldTurns = routine({
  name: 'lh_engine.held_turns',
  args: { p_is_late: 'boolean' },
  returns: { rows: { sentence: 'text', is_too_long: 'boolean' } },
  language: 'sql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'A sentence for each other session that holds the turn of the cycle, with the statement that ends it, and whether that is too long: because a run is late, because its role may not run a cycle and has no business with it, or for longer than engine.late_after_minutes.',
  body: sql`
  select
    format(
      ${literal(heldTurnSentence)},
      t.who,
      coalesce(t.since::text, 'a time that this role may not see'),
      ', and waits for ' || lh_engine.blockers(t.pid),
      t.end_it
    ),
    p_is_late
      -- Anybody can take an advisory lock.
      or not coalesce(has_table_privilege(a.usesysid, 'lh_engine.cycle_fence', 'update'), true)
      or coalesce(
        t.since < (select lh_engine.clock()) - make_interval(mins => (select ${settingOf('engine.late_after_minutes')})),
        false
      )
  from lh_engine.turn_locks() as t
  left join pg_stat_activity as a on a.pid = t.pid
  where t.is_held and t.pid is distinct from pg_backend_pid()
  order by t.pid;`,
});

const switchNotices = routine({
  name: 'lh_engine.switch_notices',
  returns: 'text[]',
  language: 'sql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment: 'A sentence for each pause and for dry run: since when, by whom, and what ends it.',
  body: sql`
  select coalesce(array_agg(n.sentence order by n.since, n.sentence), '{}'::text[])
  from (
    select
      p.paused_at as since,
      format(
        '%s paused since %s by %s (%s): select lh_engine.resume(%L);',
        case p.skill_type when '*' then 'everything is' else p.skill_type || ' is' end,
        p.paused_at,
        p.paused_by,
        p.why,
        p.skill_type
      )
    from lh_engine.pauses as p
    union all
    select
      o.changed_at,
      format(
        'dry run since %s by %s, nothing is spawned or decided: select lh_engine.reset_setting(%L);',
        o.changed_at,
        o.changed_by,
        o.key
      )
    from lh_engine.setting_overrides as o
    where o.key = ${settingKey('engine.dry_run')} and o.value = 'true'
  ) as n (since, sentence);`,
});

const ownerNotices = routine({
  name: 'lh_engine.owner_notices',
  returns: 'text[]',
  language: 'sql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'A sentence for each object in the name of the engine that belongs to another role, with what to do.',
  body: sql`
  select coalesce(
    array_agg(
      format('%s belongs to %I, who can change what the loop runs: find out why, then %s', f.object, f.owner, f.remedy)
      order by f.object
    ),
    '{}'::text[]
  )
  from lh_engine.foreign_objects() as f;`,
});

export const notices: SqlModule = {
  name: 'operating/notices',
  objects: [heldTurns, switchNotices, ownerNotices],
};
