// The event log: how a line is written, and that no line is ever changed.
import { routine, type SqlModule, statement } from '../kit/objects.ts';
import { sql } from '../kit/sql.ts';

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
    'Appends one event, with the present moment, the session user and the hash of the library; returns its id.',
  body: sql`
  insert into lh_engine.events (happened_at, kind, cycle_id, as_of, skill_id, ab_test_id, bundle, data)
  values (lh_engine.clock(), p_kind, p_cycle_id, p_as_of, p_skill_id, p_ab_test_id, lh_engine.bundle(), p_data)
  returning event_id;`,
});

const keepEvents = routine({
  name: 'lh_engine.keep_events',
  returns: 'trigger',
  language: 'plpgsql',
  comment:
    'Trigger of lh_engine.events: no event is changed, and spawns, decisions, looks, settings, switches and proposals are never deleted.',
  body: sql`
begin
  if tg_op = 'DELETE' and old.kind in ('cycle', 'detection', 'plan', 'skip', 'started', 'failed', 'purge') then
    return old;
  end if;
  raise exception using
    errcode = 'LH008',
    message = format('%s of lh_engine.events is not possible', lower(tg_op)),
    hint = 'The event log is append-only; lh_engine.purge_events() removes old events of the kinds that may go.';
end`,
});

const triggers = statement(sql`
create or replace trigger keep_events
before update or delete on lh_engine.events
for each row execute function lh_engine.keep_events();
create or replace trigger keep_all_events
before truncate on lh_engine.events
for each statement execute function lh_engine.keep_events();
`);

export const events: SqlModule = { name: 'engine/events', objects: [recordEvent, keepEvents, triggers] };
