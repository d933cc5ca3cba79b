// The warnings of a cycle in their one shape. Knows no rule, and of what is warned about only what the host refused.
import { routine, type SqlModule } from '../kit/objects.ts';
import { sql } from '../kit/sql.ts';

const refusedSpawns = routine({
  name: 'lh_engine.refused_spawns',
  args: { p_created: 'json' },
  returns: 'jsonb',
  language: 'sql',
  volatility: 'immutable',
  grants: ['operator'],
  comment: 'A warning for each skill whose row or test the constraints and types of the host refused.',
  body: sql`
  select coalesce(
    jsonb_agg(
      jsonb_build_object(
        'code', 'spawn_refused_by_host',
        'table', 'lh_spawned_skills',
        'n', 1,
        'message', format('no %s was spawned, for the host did not take its skill or test: %s', c.created ->> 'skill_type', c.created ->> 'refused')
      )
    ),
    '[]'::jsonb
  )
  from json_array_elements(p_created) as c (created)
  where c.created ->> 'refused' is not null;`,
});

const shapedWarnings = routine({
  name: 'lh_engine.shaped_warnings',
  args: { p_warnings: 'jsonb' },
  returns: 'jsonb',
  language: 'sql',
  volatility: 'immutable',
  grants: ['operator'],
  comment:
    'Warnings in the one shape that docs/operations.md gives: code, table, ids, days, n and message in each, null where it has none, and whatever else it says of itself.',
  body: sql`
  select coalesce(
    jsonb_agg(
      jsonb_build_object('code', null, 'table', null, 'ids', null, 'days', null, 'n', null, 'message', null)
        || case
          when w.warning ->> 'ab_test_id' is not null
            then jsonb_build_object('table', 'lh_ab_tests', 'ids', jsonb_build_array(w.warning -> 'ab_test_id'), 'n', 1)
          else '{}'
        end
        || jsonb_strip_nulls(w.warning)
      order by w.n
    ),
    '[]'::jsonb
  )
  from jsonb_array_elements(p_warnings) with ordinality as w (warning, n);`,
});

export const warnings: SqlModule = { name: 'operating/warnings', objects: [refusedSpawns, shapedWarnings] };
