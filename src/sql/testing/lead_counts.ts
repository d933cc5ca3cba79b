// Counts the leads of tests by arm and source: the one place where the analysis reads leads. Knows no rule.
import { converted, dead, inSquaredUnit, inUnit, leadFacts, timedBy } from '../host/lead_facts.ts';
import { shortened } from '../host/readable.ts';
import { routine, type SqlModule } from '../kit/objects.ts';
import { settingOf } from '../kit/settings.ts';
import { sql } from '../kit/sql.ts';

const lead = sql`f`;
const timed = timedBy(lead, sql`v_moment.until`);

const countTestLeads = routine({
  name: 'lh_engine.count_test_leads',
  args: { p_ab_test_ids: 'text[]', p_as_of: 'date' },
  returns: {
    rows: {
      ab_test_id: 'text',
      arm: 'text',
      source: 'text',
      leads: 'bigint',
      conversions: 'bigint',
      dead: 'bigint',
      response_n: 'bigint',
      response_mean_hours: 'double precision',
      response_variance: 'double precision',
    },
  },
  language: 'plpgsql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'The leads of the given tests, and those with a group but no test (ab_test_id null), as of a day (null: today) counted by test, arm and source in one pass: conversions, dead leads, and mean and variance of the hours to first contact, from whole seconds, so that they are exact. Leads younger than decisions.maturity_days are not counted.',
  body: sql`
#variable_conflict use_column
declare
  v_moment record;
  v_day_end timestamptz;
  v_matured timestamptz;
begin
  perform lh_engine.require_all_rows();
  select * into v_moment from lh_engine.moment(p_as_of);
  v_day_end := (select lh_engine.day_start(v_moment.as_of + 1, lh_engine.time_zone()));
  v_matured := v_moment.until - make_interval(days => (select ${settingOf('decisions.maturity_days')}));
  return query
  select
    l.ab_test_id::text,
    ${shortened(sql`l.ab_test_group::text`)},
    case when l.ab_test_id is not null then ${shortened(sql`l.source`)} end,
    count(*),
    count(*) filter (where ${converted(lead)}),
    count(*) filter (where ${dead(lead)}),
    count(*) filter (where ${timed}),
    ${inUnit('hours', sql`avg(f.contact_seconds) filter (where ${timed})`)},
    ${inSquaredUnit('hours', sql`var_samp(f.contact_seconds) filter (where ${timed})`)}
  from lh_engine.host_leads as l
  cross join lateral (
    select
      ${leadFacts(sql`l`)}
  ) as f
  where (
      l.ab_test_id = any (array(select t.id from public.lh_ab_tests as t where t.id::text = any (p_ab_test_ids)))
      or (l.ab_test_id is null and l.ab_test_group is not null)
    )
    and l.created_at <= v_matured
    and l.created_at < v_day_end
  group by l.ab_test_id, 2, 3;
end`,
});

export const leadCounts: SqlModule = { name: 'testing/lead_counts', objects: [countTestLeads] };
