// What may be stored as a setting, whoever stores it: triggers that check, sign and record a change, and what an upgrade
// rewrites of earlier releases. Which values are allowed is decided in src/plv8/settings.
import type { Answer } from '../../plv8/entry.ts';
import { settingKeys, settingsByKey } from '../../plv8/settings/catalog.ts';
import { routine, type SqlModule, statement } from '../kit/objects.ts';
import { callJs, fieldsOf } from '../kit/rows.ts';
import { settingKey } from '../kit/settings.ts';
import { type Fragment, literal, sql } from '../kit/sql.ts';

const json = (value: unknown) => sql`${literal(JSON.stringify(value))}::jsonb`;

/** A JSON number without zeros at its end; what no double can tell from 0 is 0. */
const plainNumber = (value: Fragment): Fragment =>
  sql`to_jsonb(case
    when abs((${value} #>> '{}')::numeric) < 5e-324 then 0
    else trim_scale((${value} #>> '{}')::numeric)
  end)`;

const checkTimeZone = routine({
  name: 'lh_engine.check_time_zone',
  args: { p_name: 'text' },
  returns: 'void',
  language: 'plpgsql',
  volatility: 'stable',
  grants: ['operator'],
  comment: 'Refuses a time zone that this server does not know (LH003).',
  body: sql`
begin
  if not exists (select from pg_catalog.pg_timezone_names as z where z.name = p_name) then
    raise exception using
      errcode = 'LH003',
      message = format('engine.time_zone cannot be %s', to_json(p_name)),
      hint = 'It takes a name that select name from pg_timezone_names shows, such as America/New_York.';
  end if;
end`,
});

/**
 * Trust is in a role, not in a name: who drops a role and makes another one of that name has not been vouched for. What
 * was stored before this column is taken at its word once.
 */
const trustedIds = statement(sql`
do $$
begin
  if not exists (
    select from pg_catalog.pg_attribute as a
    where a.attrelid = 'lh_engine.setting_overrides'::pg_catalog.regclass and a.attname = 'role_ids'
  ) then
    alter table lh_engine.setting_overrides add column role_ids oid[];
    update lh_engine.setting_overrides as o
    set role_ids = array(select r.oid from pg_catalog.pg_roles as r where o.value ? r.rolname::text)
    where o.key = ${settingKey('security.trusted_roles')};
  end if;
end
$$;
comment on column lh_engine.setting_overrides.role_ids is 'The roles that security.trusted_roles named when it was set; null for other settings.';
`);

/** In a trigger, because operators write the table: a role that vouches for itself would see what it is shown. */
const guardTrust = routine({
  name: 'lh_engine.guard_trust',
  returns: 'trigger',
  language: 'plpgsql',
  comment:
    'Refuses a change or removal of security.trusted_roles (LH008) by a role that is neither a superuser, nor has BYPASSRLS, nor the rights of the owner of schema lh_engine; notes which roles have the names.',
  body: sql`
begin
  if not exists (
    select
    from pg_roles as r
    cross join pg_namespace as n
    where r.rolname = current_user
      and n.nspname = 'lh_engine'
      and (r.rolsuper or r.rolbypassrls or pg_has_role(r.oid, n.nspowner, 'usage'))
  ) then
    raise exception using
      errcode = 'LH008',
      message = format('role %I cannot change security.trusted_roles', current_user),
      hint = 'Let a DBA change it: a superuser, a role with BYPASSRLS, or the owner of schema lh_engine.';
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  new.role_ids := array(select r.oid from pg_roles as r where new.value ? r.rolname::text order by r.oid);
  return new;
end`,
});

const checkOverride = routine({
  name: 'lh_engine.check_override',
  returns: 'trigger',
  language: 'plpgsql',
  comment:
    'Checks a setting before it is stored, whoever stores it: the key (LH002), type and range (LH003), the time zone. Signs the row with the session user and the moment. A row keeps its key (LH008).',
  body: sql`
declare
  v_checked json;
begin
  if tg_op = 'UPDATE' and new.key is distinct from old.key then
    raise exception using
      errcode = 'LH008',
      message = format('setting %s cannot become %s', old.key, coalesce(new.key, 'null')),
      hint = 'Set the one and reset the other: lh_engine.set_setting(key, value), lh_engine.reset_setting(key).';
  end if;
  new.value := coalesce(new.value, 'null'::jsonb);
  select ${callJs('check_setting', sql`json_build_object('key', coalesce(new.key, ''), 'value', new.value, 'text', new.value::text)`)}
  into v_checked;
  -- A name of an earlier release comes back as it is called today. A number keeps the digits that were typed, without the
  -- zeros behind them: no integer is read from 7.0.
  if jsonb_typeof(new.value) = 'string' then
    new.value := (${fieldsOf<Answer<'check_setting'>>('v_checked').json('value')})::jsonb;
  elsif jsonb_typeof(new.value) = 'number' then
    new.value := ${plainNumber(sql`new.value`)};
  end if;
  if new.key = ${settingKey('engine.time_zone')} then
    perform lh_engine.check_time_zone(new.value #>> '{}');
  end if;
  new.changed_by := session_user;
  new.changed_at := (select lh_engine.clock());
  return new;
end`,
});

const recordOverride = routine({
  name: 'lh_engine.record_override',
  returns: 'trigger',
  language: 'plpgsql',
  asOwner: true,
  comment:
    'Records a change of a setting as an event, with the value that was in force before: the one of the row that was replaced, else the default.',
  body: sql`
declare
  v_key text := coalesce(new.key, old.key);
  v_default jsonb := (select s."default" from lh_engine.settings as s where s.key = v_key);
begin
  perform lh_engine.record_event(
    'setting',
    null,
    null,
    null,
    null,
    jsonb_build_object('key', v_key, 'old', coalesce(old.value, v_default), 'new', coalesce(new.value, v_default))
      || case tg_op when 'DELETE' then '{"reset": true}'::jsonb else '{}'::jsonb end
  );
  return null;
end`,
});

/** What earlier releases stored as it was typed. */
const numbersToday = statement(sql`
update lh_engine.setting_overrides as o
set value = ${plainNumber(sql`o.value`)}
where jsonb_typeof(o.value) = 'number'
  and o.value::text <> (${plainNumber(sql`o.value`)})::text`);

/** What was stored under a name of an earlier release. */
const namesToday = settingKeys.flatMap((key) => {
  const setting = settingsByKey[key];
  const former = setting.type === 'choice' ? Object.entries(setting.former ?? {}) : [];
  return former.map(([old, today]) =>
    statement(sql`
update lh_engine.setting_overrides as o
set value = ${json(today)}
where o.key = ${settingKey(key)} and o.value = ${json(old)}`),
  );
});

const trustGuard = statement(sql`
create or replace trigger guard_trust
before insert or update on lh_engine.setting_overrides
for each row
when (new.key = ${settingKey('security.trusted_roles')})
execute function lh_engine.guard_trust();
create or replace trigger guard_trust_removal
before delete on lh_engine.setting_overrides
for each row
when (old.key = ${settingKey('security.trusted_roles')})
execute function lh_engine.guard_trust()`);

/** Behind what is stored under names of an earlier release, which this version rewrites without its library. */
const overrideTriggers = statement(sql`
create or replace trigger check_override
before insert or update on lh_engine.setting_overrides
for each row execute function lh_engine.check_override();
create or replace trigger record_override
after insert or update or delete on lh_engine.setting_overrides
for each row execute function lh_engine.record_override()`);

export const settingGuards: SqlModule = {
  name: 'engine/setting_guards',
  objects: [
    checkTimeZone,
    guardTrust,
    trustedIds,
    trustGuard,
    ...namesToday,
    numbersToday,
    checkOverride,
    recordOverride,
    overrideTriggers,
  ],
};
