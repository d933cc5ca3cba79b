// What released versions recorded is replayed and explained by the code of today, for ever.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { defaultsOf, recordedKeys } from '../../src/plv8/settings/catalog.ts';
import { firstProfile, ruleNames } from '../../src/plv8/settings/names.ts';
import { inputsSchema } from '../../src/plv8/testing/document.ts';
import { recordVersion } from '../../src/plv8/testing/record.ts';
import {
  type Frozen,
  frozenRecords,
  frozenReports,
  type Json,
  recordFolders,
} from '../support/frozen_records.ts';
import { run } from '../support/operations.ts';

for (const folder of recordFolders)
  test(`every record of ${folder} comes out the same`, () => {
    const records = frozenRecords(folder);
    assert.ok(records.length > 0, `${folder} is empty`);
    for (const { where, record } of records) {
      const replayed = run('replay', record);
      assert.equal(replayed.differences, [], where);
      assert.is(replayed.same, true, where);
      assert.is(replayed.recommendation, record.recommendation, where);
    }
  });

test('each rule is frozen in each version', () => {
  for (const folder of ['brief-1', 'sequential-1']) assert.ok(recordFolders.includes(folder), folder);
  for (const rule of ruleNames) {
    const folder = `${rule}-${recordVersion}`;
    assert.ok(
      recordFolders.includes(folder),
      `${folder} is missing: test/data/records/README.md says what to do`,
    );
  }
});

/** The names of everything that a record of today holds, but for what belongs to its test and to switches. */
const keysOfToday = (record: Json): Json => {
  const { confounded_with: _, ...inputs } = record.inputs;
  const [now] = run('analyze', {
    as_of: '2026-03-01',
    settings: { ...defaultsOf(firstProfile), ...record.settings },
    tests: [{ ab_test_id: '1', skill_id: null, test_name: null, metric: null, inputs }],
    leads_without_test: 0,
  }).tests;
  return {
    record: Object.keys(now ?? {}).sort(),
    settings: [...recordedKeys].sort(),
    inputs: Object.keys(inputsSchema.entries).sort(),
    history: Object.keys(inputsSchema.entries.history.item.entries).sort(),
    groups: Object.keys(inputsSchema.entries.groups.item.entries).sort(),
  };
};

const frozenKeys = (record: Json): Json => {
  const { held: _held, approved: _approved, ...parts } = record;
  return {
    record: Object.keys(parts).sort(),
    settings: Object.keys(record.settings).sort(),
    inputs: Object.keys(record.inputs).sort(),
    history: Object.keys(record.inputs.history[0]).sort(),
    groups: Object.keys(record.inputs.groups[0]).sort(),
  };
};

test('the present record version holds what records hold today: what is added raises it', () => {
  for (const rule of ruleNames) {
    const full = frozenRecords(`${rule}-${recordVersion}`).filter(
      ({ scenario }) => scenario === 'rule_changed_between_looks',
    );
    const withHistory = full.filter(({ record }) => record.inputs.history.length > 0);
    assert.ok(withHistory.length > 0, rule);
    for (const { where, record } of withHistory)
      assert.equal(
        frozenKeys(record),
        keysOfToday(record),
        `${where}: if the release of this record version is out, raise recordVersion; then freeze again (test/data/records/README.md)`,
      );
  }
});

test('a frozen record whose result was changed is noticed in each of its parts', () => {
  for (const folder of recordFolders)
    for (const { where, record } of frozenRecords(folder)) {
      const parts: Json = {
        recommendation: record.recommendation === 'KEEP' ? 'KILL' : 'KEEP',
        statistics: { ...record.statistics, difference: -2 },
        control: { ...record.control, conversions: record.control.conversions + 1 },
        reason: `${record.reason}.`,
      };
      for (const [part, value] of Object.entries(parts))
        assert.equal(
          run('replay', { ...record, [part]: value }).differences.map((d: Json) => d.part),
          [part],
          `${where}: ${part}`,
        );
    }
});

const codesOf = (records: readonly Frozen[]): ReadonlySet<string> =>
  new Set(
    records.flatMap(({ record }) => [
      record.outcome,
      record.recommendation,
      ...record.reasons.map((reason: Json) => reason.code),
      ...record.gates.filter((gate: Json) => gate.passed === false).map((gate: Json) => gate.gate),
      ...(record.held === undefined ? [] : [record.held]),
      ...(record.statistics.test == null ? [] : [record.statistics.test]),
      ...(record.approved === undefined ? [] : ['approved']),
      ...(record.recommended_sources === null ? [] : ['recommended_sources']),
      ...(record.inputs.history.length > 1 ? ['several looks'] : []),
      ...(record.plan === null ? ['no plan'] : [record.plan.made ? 'plan made' : 'plan kept']),
    ]),
  );

const everything = [
  ...['waiting', 'judged', 'confounded', 'skill_not_testing', 'empty_arm', 'invalid_test'],
  ...['KEEP', 'KILL', 'CONTINUE', 'no plan', 'plan made', 'plan kept', 'several looks'],
  ...['sample_ratio', 'time_to_first_contact', 'dead_leads', 'simpson', 'withheld', 'skill_missing'],
  ...['paused', 'awaiting_approval', 'approved', 'recommended_sources'],
];

const sinceVersion3 = ['units', 'boschloo', 'z'];

test('the frozen records hold every outcome, every gate and everything that suspends one', () => {
  for (const folder of recordFolders) {
    const found = codesOf(frozenRecords(folder));
    const version = Number(folder.split('-').pop());
    assert.equal(
      [...everything, ...(version < 3 ? [] : sinceVersion3)].filter((code) => !found.has(code)),
      [],
      folder,
    );
  }
});

const percents = (arm: Json): string => `${arm.conversions} of ${arm.leads}`;

test('every frozen report is explained: each look with its counts, each person with what was said', () => {
  assert.ok(frozenReports.length > 0, 'no report is frozen');
  for (const { where, report } of frozenReports) {
    const text: string = run('explain_test', report).sentences.join('\n');
    const has = (part: string): void =>
      assert.ok(text.includes(part), `${where}: ${part} is missing in:\n${text}`);
    has(report.started_on);
    const looks = report.events.filter((event: Json) => event.kind === 'look');
    for (const [i, look] of looks.entries()) {
      has(`Look ${i + 1}, ${look.as_of}`);
      has(`${percents(look.control)} `);
      has(`${look.recommendation}`);
      has(look.reason);
    }
    for (const event of report.events.filter((e: Json) => e.kind === 'switch' || e.kind === 'proposal')) {
      has(`${event.on}: ${event.actor}`);
      if (event.kind === 'switch' && event.why !== null) has(event.why);
    }
    const decisions = report.events.filter((event: Json) => event.kind === 'decision');
    for (const decision of decisions) has(`with ${decision.recommendation}.`);
    if (report.status === 'running') has('It is still running.');
    if (report.spawn !== null) has(report.spawn.explanation.slice(0, -1));
  }
});

test.run();
