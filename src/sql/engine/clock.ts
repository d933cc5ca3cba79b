// What time it is for the engine, and which day a call means. Tests own the clock through a setting of their session.
import { routine, type SqlModule } from '../kit/objects.ts';
import { settingOf } from '../kit/settings.ts';
import { sql } from '../kit/sql.ts';

const clockFunction = routine({
  name: 'lh_engine.clock',
  returns: 'timestamptz',
  language: 'sql',
  volatility: 'stable',
  parallel: 'safe',
  grants: ['operator', 'reader', 'agent'],
  comment:
    'The present moment: the start of the transaction, or the session setting lh_engine.now where a test or a demo has set it. The setting counts for a session of a superuser or of the owner of schema lh_engine only: for others the event log would say when they like.',
  body: sql`
  select case
    when nullif(current_setting('lh_engine.now', true), '') is null then now()
    when (select pg_has_role(session_user, n.nspowner, 'usage') from pg_namespace as n where n.nspname = 'lh_engine')
      then current_setting('lh_engine.now')::timestamptz
    else now()
  end;`,
});

const timeZone = routine({
  name: 'lh_engine.time_zone',
  returns: 'text',
  language: 'sql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment: 'The time zone in which the days of the engine begin and end: setting engine.time_zone.',
  body: sql`
  select ${settingOf('engine.time_zone')};`,
});

const dayStart = routine({
  name: 'lh_engine.day_start',
  args: { p_day: 'date', p_time_zone: 'text' },
  returns: 'timestamptz',
  language: 'sql',
  volatility: 'stable',
  parallel: 'safe',
  grants: ['operator', 'reader'],
  comment:
    "The first moment of a day in a time zone. Where a clock goes back from one o'clock to midnight (Havana, the Azores), midnight comes twice: the day begins with the first.",
  body: sql`
  -- Postgres takes the second midnight; then the moment before it belongs to the same day already.
  select n.midnight - greatest(
    interval '0',
    (n.midnight - interval '1 second') at time zone p_time_zone + interval '1 second' - p_day::timestamp
  )
  from (select p_day::timestamp at time zone p_time_zone) as n (midnight);`,
});

const moment = routine({
  name: 'lh_engine.moment',
  args: { p_as_of: 'date' },
  returns: { row: { as_of: 'date', day_start: 'timestamptz', until: 'timestamptz' } },
  language: 'plpgsql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'The day that a call is about. as_of: the day, today in engine.time_zone where null is given; day_start: its first moment; until: its end (exclusive), or the present if that is earlier. A day in the future is refused (LH006).',
  body: sql`
declare
  v_time_zone text := (select lh_engine.time_zone());
  v_now timestamptz := (select lh_engine.clock());
begin
  as_of := coalesce(p_as_of, (v_now at time zone v_time_zone)::date);
  if not isfinite(as_of) then
    raise exception using
      errcode = 'LH001',
      message = format('as_of cannot be %s', as_of),
      hint = 'Give a calendar day, or null for today.';
  end if;
  day_start := (select lh_engine.day_start(as_of, v_time_zone));
  if day_start > v_now then
    raise exception using
      errcode = 'LH006',
      message = format('%s lies in the future: it is %s in %s', as_of, date_trunc('minute', v_now at time zone v_time_zone), v_time_zone),
      hint = 'Give today or an earlier day, or null for today.';
  end if;
  until := least((select lh_engine.day_start(as_of + 1, v_time_zone)), v_now);
end`,
});

export const clock: SqlModule = {
  name: 'engine/clock',
  objects: [clockFunction, timeZone, dayStart, moment],
};
