// The event log: how a line is written and signed, and that no line is ever changed.
import { routine, type SqlModule, statement } from '../kit/objects.ts';
import { settingOf } from '../kit/settings.ts';
import { join, literal, sql } from '../kit/sql.ts';

const recordEvent = routine({
  name: 'lh_engine.record_event',
  args: {
    p_kind: 'text',
    p_cycle_id: 'bigint',
    p_as_of: 'date',
    p_skill_id: 'text',
    p_ab_test_id: 'text',
    p_data: 'jsonb',
  },
  returns: 'bigint',
  language: 'sql',
  grants: ['operator'],
  comment:
    'Appends one event, with the present moment, the session user and the hash of the library; returns its id. It has the rights of its caller.',
  body: sql`
  insert into lh_engine.events (happened_at, kind, cycle_id, as_of, skill_id, ab_test_id, bundle, data)
  values (lh_engine.clock(), p_kind, p_cycle_id, p_as_of, p_skill_id, p_ab_test_id, lh_engine.bundle(), p_data)
  returning event_id;`,
});

/** What purge_events removes; all other kinds stay for ever. */
const removable = join(
  ['cycle', 'detection', 'plan', 'skip', 'started', 'failed', 'purge'].map(literal),
  ', ',
);

/** Switches that leave no row in a table of the engine, whose trigger would record them. */
const switchesOfTheLoop = join(
  ['revert_skill', 'stop_test', 'enable_schedule', 'disable_schedule'].map(literal),
  ', ',
);

/** True for the engine's own triggers as well, for they run as it. */
const runsAsOwner = sql`pg_has_role(current_user, (select c.relowner from pg_class as c where c.oid = tg_relid), 'usage')`;

/** Events of earlier versions have neither. In a trigger that runs as the owner, the role that the session had set. */
const signature = statement(sql`
alter table lh_engine.events add column if not exists acting_role text;
alter table lh_engine.events add column if not exists application text;
alter table lh_engine.events alter column acting_role
  set default coalesce(nullif(pg_catalog.current_setting('role'), 'none'), session_user);
alter table lh_engine.events alter column application
  set default pg_catalog.current_setting('application_name');
comment on column lh_engine.events.actor is 'The session user: the role that logged in.';
comment on column lh_engine.events.acting_role is 'The role in force, which set role changes; of what triggers record, the role of the session even inside a SECURITY DEFINER function.';
comment on column lh_engine.events.application is 'The application_name of the session, which the client chooses.';
`);

const signEvent = routine({
  name: 'lh_engine.sign_event',
  returns: 'trigger',
  language: 'plpgsql',
  comment:
    'Trigger of lh_engine.events: who writes an event does not choose whose it is, when it was or what code wrote it. Refuses (LH008) what only the triggers of the engine record: settings, pauses, approvals and rejections. The owner may load a dump.',
  body: sql`
begin
  if ${runsAsOwner} then
    return new;
  end if;
  if new.kind = 'setting' or new.kind = 'switch' and coalesce(new.data ->> 'switch', '') not in (${switchesOfTheLoop}) then
    raise exception using
      errcode = 'LH008',
      message = format('role %I cannot write an event of kind %s', current_user, new.kind),
      hint = 'The engine records it itself: call set_setting, reset_setting, pause, resume, approve or reject.';
  end if;
  if new.event_id not between 1 and pg_sequence_last_value(pg_get_serial_sequence('lh_engine.events', 'event_id')::regclass) then
    raise exception using
      errcode = 'LH008',
      message = format('no event is to have the id %s', new.event_id),
      hint = 'Leave event_id to its sequence.';
  end if;
  new.happened_at := (select lh_engine.clock());
  new.actor := session_user;
  new.acting_role := current_user;
  new.application := current_setting('application_name');
  new.bundle := (select lh_engine.bundle());
  new.language := (select lh_engine.language());
  return new;
end`,
});

const keepEvents = routine({
  name: 'lh_engine.keep_events',
  returns: 'trigger',
  language: 'plpgsql',
  comment:
    'Trigger of lh_engine.events: no event is changed, and spawns, decisions, looks, settings, switches and proposals are never deleted.',
  body: sql`
begin
  if tg_op = 'DELETE' and old.kind in (${removable}) then
    return old;
  end if;
  raise exception using
    errcode = 'LH008',
    message = format('%s of lh_engine.events is not possible', lower(tg_op)),
    hint = 'The event log is append-only; lh_engine.purge_events() removes old events of the kinds that may go.';
end`,
});

const keepYoungEvents = routine({
  name: 'lh_engine.keep_young_events',
  returns: 'trigger',
  language: 'plpgsql',
  comment:
    'Trigger of lh_engine.events: only its owner deletes an event that is younger than log.retention_days.',
  body: sql`
declare
  v_before timestamptz;
begin
  if ${runsAsOwner} then
    return null;
  end if;
  v_before := (select lh_engine.clock()) - make_interval(days => (select ${settingOf('log.retention_days')}));
  if exists (select from removed as r where r.happened_at >= v_before) then
    raise exception using
      errcode = 'LH008',
      message = format('delete of events of lh_engine.events from %s on is not possible', v_before),
      hint = 'lh_engine.purge_events() removes those that are older than log.retention_days.';
  end if;
  return null;
end`,
});

const triggers = statement(sql`
create or replace trigger sign_event
before insert on lh_engine.events
for each row execute function lh_engine.sign_event();
create or replace trigger keep_events
before update or delete on lh_engine.events
for each row execute function lh_engine.keep_events();
create or replace trigger keep_all_events
before truncate on lh_engine.events
for each statement execute function lh_engine.keep_events();
create or replace trigger keep_young_events
after delete on lh_engine.events
referencing old table as removed
for each statement execute function lh_engine.keep_young_events();
`);

export const events: SqlModule = {
  name: 'engine/events',
  objects: [recordEvent, signature, signEvent, keepEvents, keepYoungEvents, triggers],
};
