// A host that takes any value: the tables of the demo without a constraint, their numbers in types that hold NaN, and in
// it forty days of leads that make one bottleneck, and one running test that is to be kept. Knows no bad input.
import type pg from 'pg';

/** The day that is evaluated; the clock stands a minute after it. */
export const targetDay = '2026-03-02';
export const clock = '2026-03-03 00:01+00';

/** To be run before the engine is installed: its views stand on the types of the columns. */
export const loosen = `
do $loosen$
declare
  v_statement text;
begin
  for v_statement in
    select format('alter table %s drop constraint %I cascade', c.conrelid::regclass, c.conname)
    from pg_constraint as c
    where c.connamespace = 'public'::regnamespace and c.contype in ('f', 'c', 'u')
    union all
    select format('alter table %s alter column %I drop not null', a.attrelid::regclass, a.attname)
    from pg_attribute as a
    join pg_class as r on r.oid = a.attrelid
    where r.relnamespace = 'public'::regnamespace and r.relkind = 'r'
      and a.attnum > 0 and a.attnotnull and a.attname <> 'id'
    union all
    select format('alter table %s alter column %I type numeric', a.attrelid::regclass, a.attname)
    from pg_attribute as a
    join pg_class as r on r.oid = a.attrelid
    where r.relnamespace = 'public'::regnamespace and r.relkind = 'r'
      and a.attnum > 0 and a.attname <> 'id' and a.atttypid in ('integer'::regtype, 'numeric'::regtype)
  loop
    execute v_statement;
  end loop;
end
$loosen$;
-- Without a unique day there is nothing for "on conflict" to go by.
create or replace function public.lh_update_daily_metrics(target_date date default current_date)
returns void
language plpgsql
as $$
begin
  update lh_daily_metrics as m
  set
    new_leads_count = l.n,
    contacted_count = l.contacted,
    qualified_count = l.qualified,
    avg_response_time_hours = l.hours
  from (
    select
      count(*) as n,
      count(contacted_at) as contacted,
      count(*) filter (where status in ('qualified', 'closed')) as qualified,
      round(avg(extract(epoch from contacted_at - created_at) / 3600), 2) as hours
    from lh_lead_status
    where created_at >= target_date::timestamptz and created_at < (target_date + 1)::timestamptz
  ) as l
  where m.metric_date = target_date;
  if not found then
    insert into lh_daily_metrics (metric_date) values (target_date);
    perform lh_update_daily_metrics(target_date);
  end if;
end
$$;`;

/** Twenty leads a day that are answered after nine hours, half of them qualified the day after. */
const leads = `
insert into lh_lead_status (status, assigned_to, source, created_at, contacted_at, qualified_at)
select
  case when n % 2 = 0 then 'qualified' else 'contacted' end,
  'agent',
  case when n % 4 < 2 then 'web' else 'phone' end,
  d + interval '8 hours',
  d + interval '17 hours',
  case when n % 2 = 0 then d + interval '20 hours' end
from generate_series('${targetDay}'::timestamptz - interval '39 days', '${targetDay}'::timestamptz, interval '1 day') as d
cross join generate_series(1, 20) as n`;

/** 30 of 100 against 45 of 100. */
const test = `
with skill as (
  insert into lh_spawned_skills (skill_type, skill_name, target_metric, status, spawned_at)
  values ('business-detection-improver', 'control', 'f1_score', 'testing', '2026-02-20')
  returning id
),
test as (
  insert into lh_ab_tests (test_name, skill_id, metric_tracked, started_at)
  select 'control', s.id, 'f1_score', '2026-02-20' from skill as s
  returning id
)
insert into lh_lead_status (status, source, created_at, contacted_at, qualified_at, ab_test_id, ab_test_group)
select
  case when n <= g.converted then 'qualified' else 'contacted' end,
  'web',
  '2026-02-25 08:00+00',
  '2026-02-25 17:00+00',
  case when n <= g.converted then timestamptz '2026-02-25 20:00+00' end,
  t.id,
  g.arm
from test as t
cross join (values ('control', 30), ('treatment', 45)) as g (arm, converted)
cross join generate_series(1, 100) as n`;

/** Two contacts whom the validator called a business; an agent has said the same of one. */
const feedback = `
insert into lh_contacts (validation_status) values ('valid'), ('valid');
insert into lh_validation_history (contact_id, pattern_type, created_at)
select c.id, 'llc', '2026-02-20' from lh_contacts as c;
insert into lh_feedback_log (contact_id, feedback_type, created_at)
select c.id, 'business_number', '2026-02-21' from lh_contacts as c order by c.id limit 1`;

export const fill = async (client: pg.Client): Promise<void> => {
  for (const statement of [leads, test, feedback]) await client.query(statement);
  await client.query(
    `select lh_update_daily_metrics(date '${targetDay}' - n) from generate_series(0, 39) as n`,
  );
};
