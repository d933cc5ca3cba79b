// A record outlives the release that wrote it: what it lacks means what it meant then, and what a later release adds to
// it is no difference.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { refusalOf } from '../../src/plv8/errors.ts';
import { absentValues, recordedKeys } from '../../src/plv8/settings/catalog.ts';
import { recordVersion } from '../../src/plv8/testing/record.ts';
import { differencesOf } from '../../src/plv8/testing/replay.ts';
import { frozenRecords, frozenReports, type Json, recordFolders } from '../support/frozen_records.ts';
import { run } from '../support/operations.ts';
import { analyze, group, recommend, sequential, settings, testOf } from './testing_documents.ts';

const copy = (value: Json): Json => JSON.parse(JSON.stringify(value));
const all = recordFolders.flatMap(frozenRecords);

const refusal = (work: () => unknown): { sqlstate: string; message: string; hint: string } => {
  try {
    work();
  } catch (error) {
    const found = refusalOf(error);
    if (found !== null) return found;
    throw error;
  }
  throw new Error('expected a refusal, got none');
};

test('a new record says its version', () => {
  assert.is(recommend([30, 100], [45, 100]).record_version, recordVersion);
});

test('a record of a later version is refused with both versions and what to do', () => {
  const later = { ...recommend([30, 100], [45, 100]), record_version: recordVersion + 1 };
  const { sqlstate, message, hint } = refusal(() => run('replay', later));
  assert.is(sqlstate, 'LH008');
  assert.match(message, `version ${recordVersion + 1}`);
  assert.match(message, `up to version ${recordVersion}`);
  assert.match(hint, 'Install the release that wrote the record');
  for (const version of [0, -1, 1.5, '1', null])
    assert.is(refusal(() => run('replay', { ...later, record_version: version })).sqlstate, 'LH001');
});

test('a setting that a record lacks has the value that the catalog says for its absence', () => {
  const asAbsent = analyze([testOf([group('control', 30, 100), group('treatment', 45, 100)])], absentValues);
  for (const key of recordedKeys) {
    const record = copy(asAbsent.tests[0]);
    delete record.settings[key];
    assert.equal(run('replay', record).differences, [], key);
  }
  // One of a kind is enough: the other tests replay them all.
  for (const { where, record } of all.filter((_, i) => i % 10 === 0)) {
    for (const key of recordedKeys) {
      const older = copy(record);
      older.settings[key] = absentValues[key];
      const wanted = run('replay', older);
      delete older.settings[key];
      assert.equal(run('replay', older), wanted, `${where}: ${key}`);
    }
  }
});

test('settings, inputs and parts that are unknown here change nothing', () => {
  const record = copy(recommend([30, 100], [45, 100]));
  record.settings['decisions.from_the_future'] = 1;
  record.inputs.from_the_future = [1];
  record.inputs.groups[0].from_the_future = 2;
  record.from_the_future = 3;
  assert.is(run('replay', record).same, true);
});

test('a part that a later version adds is no difference in an older record, and one in a record of today', () => {
  const again = { a: 1, deep: { b: 2, later: 3 }, list: [{ c: 4, later: 5 }], later: 6 };
  const older = { a: 1, deep: { b: 2 }, list: [{ c: 4 }] };
  assert.equal(differencesOf(older, again, recordVersion - 1), []);
  assert.equal(
    differencesOf(older, again, recordVersion).map(({ part }) => part),
    ['deep', 'list', 'later'],
  );
});

test('what a record has and the replay has not, or has otherwise, is a difference in every version', () => {
  const recorded = { a: { b: 1, gone: 2 }, list: [1, 2], text: 'x', nothing: null };
  for (const version of [1, recordVersion])
    assert.equal(
      differencesOf(recorded, { a: { b: 1 }, list: [1], text: 'y', nothing: {} }, version).map((d) => d.part),
      ['a', 'list', 'text', 'nothing'],
    );
  assert.equal(differencesOf({ a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } }, recordVersion), []);
});

test('a number that JSON cannot carry was recorded as null, and comes out the same', () => {
  assert.equal(differencesOf({ a: { p: null } }, { a: { p: Number.NaN } }, recordVersion), []);
  assert.equal(
    differencesOf({ a: { p: null } }, { a: { p: 0 } }, recordVersion).map((d) => d.part),
    ['a'],
  );
});

test('a record without a part that every version has is refused', () => {
  for (const part of ['recommendation', 'statistics', 'outcome', 'reason', 'rule', 'gates', 'inputs']) {
    const record = copy(recommend([30, 100], [45, 100]));
    delete record[part];
    delete record.record_version;
    const { sqlstate, message } = refusal(() => run('replay', record));
    assert.equal([sqlstate, message.startsWith(`${part}: expected`)], ['LH001', true], message);
  }
});

const progress = ['look', 'information', 'alpha_spent', 'z_boundary'] as const;

test('only a rule that follows a plan records where its looks stand in it', () => {
  const counts = [
    [30, 100],
    [45, 100],
  ] as const;
  const fixed = recommend([...counts[0]], [...counts[1]]);
  assert.equal(
    progress.map((key) => fixed.statistics[key]),
    [null, null, null, null],
  );
  const planned = recommend([...counts[0]], [...counts[1]], sequential);
  assert.ok(progress.every((key) => planned.statistics[key] !== null));
});

test('a record of version 1 carries boundaries under every rule, and a forged one is noticed', () => {
  const record = all.find(
    (row) => row.scenario === 'kept' && row.record.record_version === undefined,
  )?.record;
  assert.type(record.statistics.z_boundary, 'number');
  const forged = { ...record, statistics: { ...record.statistics, z_boundary: 2 } };
  assert.equal(
    run('replay', forged).differences.map((d: Json) => d.part),
    ['statistics'],
  );
});

test('looks of a rule without boundaries count in the sequence of a rule that has them', () => {
  const looks = [
    [100, 30, 100, 38],
    [250, 75, 251, 90],
  ] as const;
  const sequence = (known: boolean): Json =>
    recommend([150, 500], [190, 500], sequential, {
      history: looks.map(([control_leads, control_conversions, treatment_leads, treatment_conversions]) => ({
        information: known
          ? (2 * control_leads * treatment_leads) / ((control_leads + treatment_leads) * 2000)
          : null,
        planned_leads_per_group: 2000,
        control_leads,
        control_conversions,
        treatment_leads,
        treatment_conversions,
      })),
    });
  assert.is(sequence(false).statistics.look, 3);
  assert.equal(sequence(false).statistics, sequence(true).statistics);
  assert.equal(sequence(false).recommendation, sequence(true).recommendation);
});

test('a look before which nothing was planned counts in no sequence', () => {
  const history = [
    {
      information: null,
      planned_leads_per_group: null,
      control_leads: 100,
      control_conversions: 30,
      treatment_leads: 100,
      treatment_conversions: 38,
    },
  ];
  assert.is(recommend([150, 500], [190, 500], sequential, { history }).statistics.look, 1);
});

test('a report explains what it knows and ignores what it does not', () => {
  for (const { where, report } of frozenReports) {
    const later = copy(report);
    later.from_the_future = { x: 1 };
    for (const event of later.events) {
      event.from_the_future = 'x';
      if (event.kind === 'look') {
        event.record_version = recordVersion + 1;
        event.statistics.from_the_future = 1;
        event.settings['decisions.from_the_future'] = 1;
      }
    }
    assert.equal(run('explain_test', later), run('explain_test', report), where);
  }
});

test('the settings of a record are those that the catalog marks as recorded', () => {
  const record = recommend([30, 100], [45, 100]);
  assert.equal(Object.keys(record.settings).sort(), [...recordedKeys].sort());
  assert.ok(Object.keys(settings).length > recordedKeys.length);
});

test.run();
