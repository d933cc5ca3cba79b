// What lh_analyze_ab_tests answers, with a warning for each value that its column of the host cannot hold. Writes
// nothing and knows no rule.
import type { Answer } from '../../plv8/entry.ts';
import { routine, type SqlModule } from '../kit/objects.ts';
import { fieldsOf } from '../kit/rows.ts';
import { sql } from '../kit/sql.ts';

const result = fieldsOf<Answer<'analyze'>>('p_result');
const entry = fieldsOf<Answer<'analyze'>['tests'][number]>('e.record');
const suspended = fieldsOf<Answer<'suspend_recommendations'>['tests'][number]>('e.record');

const unfitWarnings = routine({
  name: 'lh_engine.unfit_warnings',
  args: { p_result: 'json', p_written: 'text[]' },
  returns: 'jsonb',
  language: 'sql',
  volatility: 'stable',
  grants: ['operator'],
  comment:
    'A warning for each value of the written tests that does not fit its column of the host: null there, whole in the event.',
  body: sql`
  select coalesce(
    jsonb_agg(
      jsonb_build_object(
        'code', 'value_does_not_fit',
        'ab_test_id', ${entry.text('ab_test_id')},
        'message', format(
          'test %s: %s does not fit the type of %s.%s and is null there; the event has it',
          ${entry.text('ab_test_id')}, f.value, f.table_name, f.column_name
        ),
        'n', null
      )
    ),
    '[]'::jsonb
  )
  from json_array_elements(${result.json('tests')}) as e (record)
  cross join lateral (
    select
      ${entry.text('outcome')} = 'judged' as is_analysed,
      ${entry.text('recommendation')} in ('KEEP', 'KILL') and ${suspended.text('held')} is null as is_final
  ) as v
  cross join lateral (
    values
      ('public.lh_ab_tests', 'control_sample_size', ${entry.text('control', 'leads')}, true),
      ('public.lh_ab_tests', 'treatment_sample_size', ${entry.text('treatment', 'leads')}, true),
      ('public.lh_ab_tests', 'control_conversion_rate', ${entry.text('control', 'rate')}, v.is_analysed),
      ('public.lh_ab_tests', 'treatment_conversion_rate', ${entry.text('treatment', 'rate')}, v.is_analysed),
      ('public.lh_ab_tests', 'lift_pct', ${entry.text('statistics', 'lift_pct')}, v.is_analysed),
      ('public.lh_ab_tests', 'p_value', ${entry.text('statistics', 'p_value')}, v.is_analysed),
      ('public.lh_spawned_skills', 'actual_lift_pct', ${entry.text('statistics', 'lift_pct')}, v.is_final)
  ) as f (table_name, column_name, value, is_written)
  where ${entry.text('ab_test_id')} = any (p_written)
    and f.is_written
    and f.value is not null
    and lh_engine.fit_numeric(f.value::double precision, f.table_name::regclass, f.column_name) is null;`,
});

const analysisAnswer = routine({
  name: 'lh_engine.analysis_answer',
  args: { p_as_of: 'date', p_result: 'json', p_written: 'text[]' },
  returns: 'json',
  language: 'sql',
  volatility: 'stable',
  grants: ['operator'],
  comment:
    'What lh_analyze_ab_tests returns: the tests that were written (in a dry run: all), in the order in which they were analysed, and the warnings.',
  body: sql`
  select json_build_object(
    'success', true,
    'as_of', p_as_of,
    'tests', coalesce(
      json_agg(
        json_build_object(
          'ab_test_id', ${entry.json('ab_test_id')},
          'skill_id', ${entry.json('skill_id')},
          'test_name', ${entry.json('test_name')},
          'control', ${entry.json('control')},
          'treatment', ${entry.json('treatment')},
          'lift_pct', ${entry.json('statistics', 'lift_pct')},
          'z', ${entry.json('statistics', 'z')},
          'p_value', ${entry.json('statistics', 'p_value')},
          'recommendation', ${entry.json('recommendation')},
          'winner', ${entry.json('winner')},
          'reason', ${entry.json('reason')}
        )::jsonb || case when ${suspended.text('held')} is null then '{}' else jsonb_build_object('held', ${suspended.json('held')}) end
        order by e.n
      ) filter (where ${entry.text('ab_test_id')} = any (p_written) or ${suspended.text('held')} = 'dry_run'),
      '[]'::json
    ),
    'warnings', coalesce((${result.json('warnings')})::jsonb, '[]'::jsonb) || lh_engine.unfit_warnings(p_result, p_written)
  )
  from json_array_elements(${result.json('tests')}) with ordinality as e (record, n);`,
});

export const analysisAnswers: SqlModule = {
  name: 'testing/answer',
  objects: [unfitWarnings, analysisAnswer],
};
