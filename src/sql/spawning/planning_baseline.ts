// The leads and conversions from which the sample of a test is planned: the days that ended long enough before it that
// most of their leads have had time to convert. For the spawning of a test, and for tests that came without a plan.
import type { SettingKey } from '../../plv8/settings/catalog.ts';
import { settingOf } from '../kit/settings.ts';
import { type Fragment, sql } from '../kit/sql.ts';

/** In a select of its own, so that it is read once and not for each row. */
const days = (key: SettingKey): Fragment => sql`(select ${settingOf(key)})`;

/** json: both counts before a day, as the daily metrics have them; zeros where the condition does not hold. */
export const planningBaseline = (day: Fragment, condition: Fragment = sql`true`): Fragment => sql`
    select json_build_object(
      'leads', coalesce(sum(greatest(m.new_leads_count, 0)), 0)::bigint,
      'conversions', coalesce(sum(least(greatest(m.qualified_count, 0), greatest(m.new_leads_count, 0))), 0)::bigint
    ) as baseline
    from lh_engine.daily_rows(
      ${day} - ${days('spawning.baseline_lag_days')} - ${days('spawning.baseline_days')} + 1,
      ${day} - ${days('spawning.baseline_lag_days')}
    ) as m
    where ${condition}
      and not m.is_odd`;
