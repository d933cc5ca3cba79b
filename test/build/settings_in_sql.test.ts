// Every key of a setting in the rendered SQL is one of the catalog and is read as the type that the catalog gives it,
// also where a template spells a key by hand instead of asking the kit.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { sha256 } from '../../build/hash.ts';
import { settingHazards } from '../../build/setting_reads.ts';
import { type SettingKey, settingKeys, settingsByKey } from '../../src/plv8/settings/catalog.ts';
import { sqlModules } from '../../src/sql/index.ts';
import { renderObject, statement } from '../../src/sql/kit/objects.ts';
import { settingIn, settingKey, settingOf } from '../../src/sql/kit/settings.ts';
import { sql, verbatim } from '../../src/sql/kit/sql.ts';

const rendered = sqlModules({ bundle: '', bundleHash: '', engineVersion: '', sha256 })
  .flatMap((module) => module.objects)
  .map(renderObject);

/**
 * `lh_engine.setting('key') #>> '{}')::type` and `->> 'key')::type`: the key and the type, none where there is no cast.
 */
const read =
  /(?:lh_engine\.setting\('([\w.]+)'\)(?: #>> '\{\}')?|->>? '(profile|\w+\.[\w.]+)')(?:\)::(\w+))?/g;

const casts: Readonly<Record<string, readonly (string | undefined)[]>> = {
  number: ['float8'],
  integer: ['integer'],
  optional_integer: ['integer'],
  boolean: ['boolean'],
  choice: [undefined],
  text: [undefined],
  text_list: [undefined],
};

const isKey = (key: string): key is SettingKey => settingKeys.some((known) => known === key);

const settings = suite('settings in SQL');

settings('each setting that SQL reads exists and is cast to its type', () => {
  const reads = rendered.flatMap((text) => [...text.matchAll(read)]);
  assert.ok(reads.length >= 25, `${reads.length} reads`);
  for (const [text, read, member, cast] of reads) {
    const key = read ?? member ?? '';
    assert.ok(isKey(key), `no such setting: ${text}`);
    assert.ok(casts[settingsByKey[key].type]?.includes(cast), `${text} is a ${settingsByKey[key].type}`);
  }
});

settings('each text in SQL that names a setting names one that exists', () => {
  const groups = [...new Set(settingKeys.filter((key) => key.includes('.')).map((key) => key.split('.')[0]))];
  const named = new RegExp(`\\b(?:${groups.join('|')})\\.[a-z_0-9]+`, 'g');
  const names = rendered.flatMap((text) => text.match(named) ?? []);
  assert.ok(names.length >= 40, `${names.length} names`);
  assert.equal(
    names.filter((name) => !isKey(name)),
    [],
  );
});

settings('the build refuses a misspelled key, with its section and the remedy', () => {
  const hazards = (key: string) =>
    settingHazards([{ name: 'a/b', objects: [statement(verbatim(`select lh_engine.setting('${key}');`))] }]);
  assert.equal(hazards('detection.missed_examples'), []);
  assert.equal(
    hazards('detection.missed_exampels').map(({ file, text }) => [file, text]),
    [['section a/b', "lh_engine.setting('detection.missed_exampels')"]],
  );
  const [member] = settingHazards([
    { name: 'a/b', objects: [statement(verbatim("select p_settings ->> 'decisions.maturity_dayz';"))] },
  ]);
  assert.is(member?.text, "'decisions.maturity_dayz'");
  assert.match(`${member?.remedy}`, 'settingOf');
});

settings('a misspelled key does not compile in a template either', () => {
  assert.is(
    settingOf('decisions.maturity_days').sqlText,
    "(lh_engine.setting('decisions.maturity_days') #>> '{}')::integer",
  );
  // @ts-expect-error misspelled
  assert.throws(() => sql`select ${settingOf('decisions.maturity_dayz')}`);
  // @ts-expect-error misspelled
  assert.throws(() => settingIn(sql`p_settings`, 'detection.trend_dayz'));
  // @ts-expect-error misspelled
  assert.is(settingKey('security.trusted_rolez').sqlText, "'security.trusted_rolez'");
});

settings.run();
