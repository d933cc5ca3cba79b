// Counts the leads of tests by arm and source, and what is wrong with them: the one place where the analysis reads leads.
// Knows no rule.
import {
  converted,
  dead,
  inSquaredUnit,
  inUnit,
  leadFacts,
  timedBy,
  unknownStatus,
} from '../host/lead_facts.ts';
import { namedRows, shortened } from '../host/readable.ts';
import { routine, type SqlModule } from '../kit/objects.ts';
import { settingOf } from '../kit/settings.ts';
import { type Fragment, sql } from '../kit/sql.ts';
import { isBeforeStart, isInOtherArm, isNoArm } from './lead_units.ts';

const lead = sql`f`;
const timed = timedBy(lead, sql`v_moment.until`);
const among = (rows: Fragment): Fragment => sql`count(*) filter (where u.is_counted and ${rows})`;

const moments: Fragment = sql`v_moment record;
  v_day_end timestamptz;
  v_matured timestamptz;`;

const setMoments: Fragment = sql`perform lh_engine.require_all_rows();
  select * into v_moment from lh_engine.moment(p_as_of);
  v_day_end := (select lh_engine.day_start(v_moment.as_of + 1, lh_engine.time_zone()));
  v_matured := v_moment.until - make_interval(days => (select ${settingOf('decisions.maturity_days')}));`;

const isMature: Fragment = sql`l.created_at <= v_matured
    and l.created_at < v_day_end`;

/** The rows of leads that belong to the tests, or to no test but a group, by the moment that counts. */
const rowsOfTests: Fragment = sql`(
      l.ab_test_id = any (array(select t.id from public.lh_ab_tests as t where t.id::text = any (p_ab_test_ids)))
      or (l.ab_test_id is null and l.ab_test_group is not null)
    )
    and ${isMature}`;

/** Counted by test, arm and source; `copies` are the further rows of the same lead. */
const countedFrom = (leads: Fragment, copies: Fragment): Fragment => sql`select
    l.ab_test_id::text,
    ${shortened(sql`l.ab_test_group::text`)},
    case when l.ab_test_id is not null then ${shortened(sql`l.source`)} end,
    count(*) filter (where u.is_counted),
    ${among(converted(lead))},
    ${among(dead(lead))},
    ${among(timed)},
    ${inUnit('hours', sql`avg(f.contact_seconds) filter (where u.is_counted and ${timed})`)},
    ${inSquaredUnit('hours', sql`var_samp(f.contact_seconds) filter (where u.is_counted and ${timed})`)},
    (count(*) + ${copies})::bigint,
    count(*) filter (where not u.is_counted),
    ${copies}::bigint,
    ${among(sql`not ${isNoArm(sql`l.ab_test_group::text`)} and ${unknownStatus(lead)}`)},
    ${among(isInOtherArm(sql`l`, sql`t`))}
  from ${leads} as l
  left join public.lh_ab_tests as t on t.id = l.ab_test_id
  cross join lateral (
    select
      ${leadFacts(sql`l`)}
  ) as f
  cross join lateral (
    select not ${isBeforeStart(sql`l`, sql`t`)} as is_counted
  ) as u`;

/** The columns that 1.0.0 and 1.1.0 had: a function cannot get more of them. */
const columnsOfReleases = {
  ab_test_id: 'text',
  arm: 'text',
  source: 'text',
  leads: 'bigint',
  conversions: 'bigint',
  dead: 'bigint',
  response_n: 'bigint',
  response_mean_hours: 'double precision',
  response_variance: 'double precision',
} as const;

const testLeadCounts = routine({
  name: 'lh_engine.test_lead_counts',
  args: { p_ab_test_ids: 'text[]', p_as_of: 'date' },
  returns: {
    rows: {
      ...columnsOfReleases,
      all_rows: 'bigint',
      before_start: 'bigint',
      doubled: 'bigint',
      unknown_status: 'bigint',
      other_arm: 'bigint',
    },
  },
  language: 'plpgsql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'The leads of the given tests, and those with a group but no test (ab_test_id null), as of a day (null: today) counted by test, arm and source: conversions, dead leads, and mean and variance of the hours to first contact, from whole seconds, so that they are exact. Leads younger than decisions.maturity_days are not counted. Of a lead with several rows in a test the oldest counts; rows from before the start of the test are left out, all_rows has them too. unknown_status and other_arm (labelled otherwise than lh_assign_ab_test assigns) are of the counted leads in an arm.',
  body: sql`
#variable_conflict use_column
declare
  ${moments}
  v_doubled text[];
begin
  ${setMoments}
  select array_agg(distinct d.id)
  into v_doubled
  from (
    select l.id::text as id
    from lh_engine.host_leads as l
    where l.ab_test_id is not null
      and ${rowsOfTests}
    group by l.ab_test_id, l.id
    having count(*) > 1
  ) as d;
  return query
  ${countedFrom(sql`lh_engine.host_leads`, sql`0`)}
  where ${rowsOfTests}
    and (v_doubled is null or l.ab_test_id is null or l.id::text <> all (v_doubled))
  group by l.ab_test_id, 2, 3;
  if v_doubled is not null then
    return query
    ${countedFrom(
      sql`(
      select distinct on (l.ab_test_id, l.id) l.*, count(*) over (partition by l.ab_test_id, l.id) - 1 as copies
      from lh_engine.host_leads as l
      where ${rowsOfTests}
        and l.ab_test_id is not null
        and l.id::text = any (v_doubled)
      order by l.ab_test_id, l.id, l.created_at, l.ab_test_group, l.status
    )`,
      sql`sum(l.copies)`,
    )}
    group by l.ab_test_id, 2, 3;
  end if;
end`,
});

const formerCounts = routine({
  name: 'lh_engine.count_test_leads',
  args: { p_ab_test_ids: 'text[]', p_as_of: 'date' },
  returns: { rows: columnsOfReleases },
  language: 'sql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'The first columns of lh_engine.test_lead_counts(ids, day), where a lead counts: use that. It goes with version 1.3.0.',
  body: sql`
  select
    c.ab_test_id,
    c.arm,
    c.source,
    c.leads,
    c.conversions,
    c.dead,
    c.response_n,
    c.response_mean_hours,
    c.response_variance
  from lh_engine.test_lead_counts(p_ab_test_ids, p_as_of) as c
  where c.leads > 0;`,
});

const countSharedProperties = routine({
  name: 'lh_engine.count_shared_properties',
  args: { p_ab_test_ids: 'text[]', p_as_of: 'date' },
  returns: { rows: { ab_test_id: 'text', same_property: 'bigint', property_in_both: 'bigint' } },
  language: 'plpgsql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'Of the counted leads in an arm of the given tests: how many share their property with another lead of the test (same_property), and how many have a property with leads in both arms (property_in_both). Leads without a property share none.',
  body: sql`
#variable_conflict use_column
declare
  ${moments}
begin
  ${setMoments}
  return query
  select
    p.ab_test_id,
    (coalesce(sum(p.leads) filter (where p.leads > 1), 0))::bigint,
    (coalesce(sum(p.leads) filter (where p.first_arm <> p.last_arm), 0))::bigint
  from (
    select r.ab_test_id, count(*) as leads, min(r.arm) as first_arm, max(r.arm) as last_arm
    from (
      -- One row a lead, whatever copies of it there are.
      select l.ab_test_id::text as ab_test_id, l.property_id, min(l.ab_test_group::text) as arm
      from lh_engine.host_leads as l
      join public.lh_ab_tests as t on t.id = l.ab_test_id
      where t.id::text = any (p_ab_test_ids)
        and ${isMature}
        and l.property_id is not null
        and not ${isNoArm(sql`l.ab_test_group::text`)}
        and not ${isBeforeStart(sql`l`, sql`t`)}
      group by l.ab_test_id, l.property_id, l.id
    ) as r
    group by r.ab_test_id, r.property_id
  ) as p
  group by p.ab_test_id;
end`,
});

const faultyLeads = routine({
  name: 'lh_engine.faulty_leads',
  args: { p_ab_test_id: 'text', p_as_of: 'date', p_fault: 'text' },
  returns: 'text[]',
  language: 'plpgsql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'The ids of the first leads of a test that have a fault: unknown_status_in_test, unknown_group, before_start, doubled_leads or other_arm.',
  body: sql`
declare
  ${moments}
begin
  ${setMoments}
  if p_fault = 'doubled_leads' then
    return array(
      select l.id::text
      from lh_engine.host_leads as l
      join public.lh_ab_tests as t on t.id = l.ab_test_id
      where t.id::text = p_ab_test_id
        and ${isMature}
      group by l.id
      having count(*) > 1
      order by l.id
      limit ${namedRows}
    );
  end if;
  return array(
    select l.id::text
    from lh_engine.host_leads as l
    join public.lh_ab_tests as t on t.id = l.ab_test_id
    where t.id::text = p_ab_test_id
      and ${isMature}
      and case p_fault
        when 'unknown_status_in_test' then not ${isNoArm(sql`l.ab_test_group::text`)} and ${unknownStatus(sql`l`)}
        when 'unknown_group' then ${isNoArm(sql`l.ab_test_group::text`)}
        when 'before_start' then ${isBeforeStart(sql`l`, sql`t`)}
        when 'other_arm' then ${isInOtherArm(sql`l`, sql`t`)}
      end
    order by l.id
    limit ${namedRows}
  );
end`,
});

export const leadCounts: SqlModule = {
  name: 'testing/lead_counts',
  objects: [testLeadCounts, formerCounts, countSharedProperties, faultyLeads],
};
