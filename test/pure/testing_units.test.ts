// What is wrong with the units of a test, on counts: which labels are another assignment's, what arms lost over the looks,
// and where the share lies that blocks.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { analyze, firstOf, group, type Inputs, recommend, testOf } from './testing_documents.ts';

const clean = {
  leads: 200,
  before_start: 0,
  doubled: 0,
  unknown_status: 0,
  other_arm: 0,
  same_property: 0,
  property_in_both: 0,
};

const withUnits = (units: Partial<typeof clean>, inputs: Partial<Inputs> = {}, changes = {}) =>
  recommend([30, 100], [45, 100], changes, { ...inputs, units: { ...clean, ...units } });

const unitsOf = ({ gates }: ReturnType<typeof withUnits>) => gates.find(({ gate }) => gate === 'units');

test('exactly 1 % of faulty leads passes, one more blocks, and both settings have their say', () => {
  assert.is(withUnits({ unknown_status: 2 }).recommendation, 'KEEP');
  const blocked = withUnits({ unknown_status: 1, doubled: 1, before_start: 1 });
  assert.is(blocked.recommendation, 'CONTINUE');
  assert.is(blocked.needs_person, true);
  assert.match(
    blocked.reason,
    'units are not clean: 3 of 200 leads (1.5 %): 1 have a status that the engine does not know and count as not converted, 1 were created before the test started and are left out, 1 are there again',
  );
  const found = { unknown_status: 3 };
  assert.is(withUnits(found, {}, { 'decisions.unit_faults_pct': 1.5 }).recommendation, 'KEEP');
  assert.is(withUnits(found, {}, { 'decisions.gate_units': false }).recommendation, 'KEEP');
  assert.is(
    withUnits({ unknown_status: 1 }, {}, { 'decisions.unit_faults_pct': 0 }).recommendation,
    'CONTINUE',
  );
});

test('a record without counts of units has no such gate', () => {
  assert.is(unitsOf(recommend([30, 100], [45, 100])), undefined);
});

/** The numbers of 1,000 differing labels that block, the least and the largest in each direction. */
const blockingRange = (control: number, treatment: number, pct: number): readonly number[] => {
  const blocks = (other_arm: number): boolean =>
    unitsOf(
      firstOf(
        analyze([
          testOf([group('control', 0, control), group('treatment', 0, treatment)], {
            traffic_allocation_pct: pct,
            units: { ...clean, leads: 1000, other_arm },
          }),
        ]),
      ),
    )?.passed === false;
  const all = new Set(Array.from({ length: 1001 }, (_, n) => n).filter(blocks));
  return [...all].filter((n) => !all.has(n - 1) || !all.has(n + 1));
};

test('labels that differ from the hash as often as by chance are of an ingestion with means of its own', () => {
  // 500 are expected with a deviation of 15.8; 4.89 of these are one in a million.
  assert.equal(blockingRange(500, 500, 50), [11, 422, 578, 1000]);
  // 0.2 of the control and 0.8 of the treatment: 320 with a deviation of 12.6.
  assert.equal(blockingRange(800, 200, 20), [11, 258, 382, 1000]);
  // The hash gives everybody the treatment: no label differs by chance.
  assert.equal(blockingRange(10, 990, 100), [11, 1000]);
});

const past = (control: number, treatment: number, counts_alike?: boolean): Inputs['history'][number] => ({
  information: null,
  control_leads: control,
  control_conversions: 0,
  treatment_leads: treatment,
  treatment_conversions: 0,
  ...(counts_alike === undefined ? {} : { counts_alike }),
});

test('leads that an arm lost between any two looks are counted, where both looks counted alike', () => {
  const lost = (...history: Inputs['history']) =>
    Number(/(\d+) are gone from their arm/.exec(String(unitsOf(withUnits({}, { history }))?.text))?.[1] ?? 0);
  assert.is(lost(), 0);
  assert.is(lost(past(100, 100, true)), 0);
  assert.is(lost(past(110, 90, true)), 10);
  assert.is(lost(past(110, 103, true)), 13);
  assert.is(lost(past(60, 50, true), past(50, 60, true), past(70, 70, true)), 10);
  assert.is(lost(past(110, 110, false)), 0, 'another day or maturity');
  assert.is(lost(past(110, 110)), 0, 'a record before version 3');
});

test.run();
