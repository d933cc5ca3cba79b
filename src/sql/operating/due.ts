// When a scheduled run is due: days end in engine.time_zone, through changes of its clock. Knows no scheduler.
import { routine, type SqlModule } from '../kit/objects.ts';
import { sql } from '../kit/sql.ts';

const endedDay = routine({
  name: 'lh_engine.ended_day',
  args: { p_now: 'timestamptz', p_time_zone: 'text' },
  returns: 'date',
  language: 'plpgsql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'The latest day of a time zone that had ended at least a minute before a moment. From 00:01 on it is yesterday, through changes of the clock too, because the end of a day is computed as a moment.',
  body: sql`
declare
  v_day date := (p_now at time zone p_time_zone)::date - 1;
begin
  while p_now < (select lh_engine.day_start(v_day + 1, p_time_zone)) + interval '1 minute' loop
    v_day := v_day - 1;
  end loop;
  -- A day that a zone left out when it crossed the date line (Apia, 2011-12-30) is no day.
  while (select lh_engine.day_start(v_day, p_time_zone) = lh_engine.day_start(v_day + 1, p_time_zone)) loop
    v_day := v_day - 1;
  end loop;
  return v_day;
end`,
});

const lastEndedDay = routine({
  name: 'lh_engine.last_ended_day',
  returns: 'date',
  language: 'plpgsql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'The latest day of engine.time_zone that ended at least a minute ago: the day a scheduled run is for.',
  body: sql`
begin
  return (select lh_engine.ended_day(lh_engine.clock(), lh_engine.time_zone()));
end`,
});

const lastDoneDay = routine({
  name: 'lh_engine.last_done_day',
  returns: 'date',
  language: 'sql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'The latest day for which a cycle has run after the end of the day, by schedule or by hand; null before the first.',
  body: sql`
  select e.as_of
  from lh_engine.events as e
  cross join (select lh_engine.time_zone() as time_zone) as z
  where e.kind = 'cycle'
    and e.happened_at >= lh_engine.day_start(e.as_of + 1, z.time_zone)
  order by e.as_of desc
  limit 1;`,
});

const dueDay = routine({
  name: 'lh_engine.due_day',
  returns: 'date',
  language: 'plpgsql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'The day for which a scheduled run is due now: the day that ended last, unless a cycle has run for it since; else null. After an outage it is still that one day: the cycle itself fills the daily metrics that are missing.',
  body: sql`
declare
  v_ended date := (select lh_engine.last_ended_day());
  v_done date := (select lh_engine.last_done_day());
begin
  return case when v_done is null or v_done < v_ended then v_ended end;
end`,
});

export const due: SqlModule = {
  name: 'operating/due',
  objects: [endedDay, lastEndedDay, lastDoneDay, dueDay],
};
