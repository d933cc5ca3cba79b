// Reads and writes the settings. The catalog comes from src/plv8/settings; what is stored is checked by the triggers of
// setting_guards.ts.
import { defaultsByProfile, settingKeys, settingsByKey } from '../../plv8/settings/catalog.ts';
import { firstProfile } from '../../plv8/settings/names.ts';
import { routine, type SqlModule, view } from '../kit/objects.ts';
import { callJs } from '../kit/rows.ts';
import { settingKey } from '../kit/settings.ts';
import { type Fragment, join, literal, sql } from '../kit/sql.ts';

/** A row for each setting; the comma stands in front and no semicolon behind, so that a new setting is one new line. */
const catalogRows = join(
  settingKeys.map((key) => {
    const { unit, meaning, audience } = settingsByKey[key];
    const texts = [unit, meaning, audience].map(literal);
    return sql`(${settingKey(key)}, ${literal(JSON.stringify(defaultsByProfile(key)))}::jsonb, ${join(texts, ', ')})`;
  }),
  '\n  , ',
);

const catalog = routine({
  name: 'lh_engine.setting_catalog',
  returns: { rows: { key: 'text', defaults: 'jsonb', unit: 'text', meaning: 'text', audience: 'text' } },
  language: 'sql',
  volatility: 'immutable',
  parallel: 'safe',
  grants: ['operator', 'reader', 'agent'],
  comment:
    'Every setting in the order of the catalog: its defaults by profile (a profile that is not named has that of the first), its unit, its meaning, and who changes it (everyday or expert).',
  body: sql`
  values
    ${catalogRows}`,
});

/** The default under a profile, which is a text; the row `c` of the catalog has it. */
export const defaultUnder = (profile: Fragment): Fragment =>
  sql`coalesce(c.defaults -> ${profile}, c.defaults -> ${literal(firstProfile)})`;

const formerCatalog = routine({
  name: 'lh_engine.setting_definitions',
  returns: {
    rows: {
      '"position"': 'integer',
      key: 'text',
      default_brief: 'jsonb',
      default_rigorous: 'jsonb',
      unit: 'text',
      meaning: 'text',
    },
  },
  language: 'sql',
  volatility: 'immutable',
  parallel: 'safe',
  grants: ['operator', 'reader', 'agent'],
  comment: 'The old name of lh_engine.setting_catalog(): use that. It goes with version 1.2.0.',
  body: sql`
  select
    c.ordinality::integer,
    c.key,
    ${defaultUnder(literal('basic'))},
    ${defaultUnder(literal('rigorous'))},
    c.unit,
    c.meaning
  from lh_engine.setting_catalog() with ordinality as c;`,
});

const settingsView = view({
  name: 'lh_engine.settings',
  grants: ['operator', 'reader'],
  comment:
    'Every setting: its value now, its default under the present profile, unit, meaning, and who changes it: everyday or expert. Change with lh_engine.set_setting(key, value), undo with lh_engine.reset_setting(key).',
  query: sql`
select
  d.key,
  coalesce(o.value, d.profile_default) as value,
  d.profile_default as "default",
  d.unit,
  d.meaning,
  d.audience
from (
  select
    c.*,
    ${defaultUnder(sql`(profile.value #>> '{}')`)} as profile_default
  from lh_engine.setting_catalog() with ordinality as c
  left join lh_engine.setting_overrides as profile on profile.key = ${settingKey('profile')}
) as d
left join lh_engine.setting_overrides as o on o.key = d.key
order by d.ordinality`,
});

const setting = routine({
  name: 'lh_engine.setting',
  args: { p_key: 'text' },
  returns: 'jsonb',
  language: 'sql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'The value of one setting that is in force now; null for a key that does not exist, which lh_engine.set_setting would refuse.',
  body: sql`
  select s.value from lh_engine.settings as s where s.key = p_key;`,
});

const settingsJson = routine({
  name: 'lh_engine.settings_json',
  returns: 'json',
  language: 'sql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment: 'All settings in force now as one JSON object, key to value.',
  body: sql`
  select json_object_agg(s.key, s.value) from lh_engine.settings as s;`,
});

const setSetting = routine({
  name: 'lh_engine.set_setting',
  args: { key: 'text', value: 'jsonb' },
  returns: 'jsonb',
  language: 'plpgsql',
  grants: ['operator'],
  comment:
    'Changes a setting and records who, when and the old value as an event; returns the value now in force. Unknown key: LH002 with the nearest keys; wrong type or range: LH003 with the range. security.trusted_roles is for a DBA (LH008).',
  body: sql`
#variable_conflict use_column
declare
  v_value jsonb;
begin
  -- The triggers of the table check the value, sign the row and record the event.
  insert into lh_engine.setting_overrides as o (key, value, changed_at)
  values (set_setting.key, set_setting.value, lh_engine.clock())
  on conflict (key) do update
    set value = excluded.value
  returning o.value into v_value;
  return v_value;
end`,
});

const resetSetting = routine({
  name: 'lh_engine.reset_setting',
  args: { key: 'text' },
  returns: 'jsonb',
  language: 'plpgsql',
  grants: ['operator'],
  comment: 'Takes a setting back to the default of the profile, as an event; returns the value now in force.',
  body: sql`
#variable_conflict use_column
declare
  v_key text := reset_setting.key;
begin
  perform ${callJs('check_setting_key', sql`json_build_object('key', coalesce(v_key, ''))`)};
  delete from lh_engine.setting_overrides as o where o.key = v_key;
  return (select lh_engine.setting(v_key));
end`,
});

export const settings: SqlModule = {
  name: 'engine/settings',
  objects: [catalog, formerCatalog, settingsView, setting, settingsJson, setSetting, resetSetting],
};
