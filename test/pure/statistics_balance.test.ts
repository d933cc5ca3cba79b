// Balance of the arms: the chi-square against scipy's, what is pooled, and how many sound tests are blocked.
import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import {
  alphaOfLook,
  balanceOfAll,
  balanceTest,
  type Level,
  poolRareLevels,
  testsBalance,
} from '../../src/plv8/statistics/balance.ts';
import { seeded } from '../parity/schema_documents.ts';

type Case = {
  readonly levels: readonly Level[];
  readonly chi_square: number;
  readonly df: number;
  readonly p: number;
};
const file = new URL('../data/statistics/balance.json', import.meta.url);
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { readonly cases: readonly Case[] };

const level = (name: string, control: number, treatment: number): Level => ({ name, control, treatment });

test('the chi-square is that of scipy', () => {
  assert.is(cases.length, 37);
  for (const { levels, chi_square, df, p } of cases) {
    const found = balanceTest(levels);
    assert.ok(found !== null);
    assert.ok(
      Math.abs(found.chiSquare - chi_square) <= 1e-10 * chi_square,
      `${found.chiSquare}, not ${chi_square}`,
    );
    assert.is(found.degreesOfFreedom, df);
    assert.ok(Math.abs(found.p - p) <= 1e-10 + 1e-9 * p, `p ${found.p}, not ${p}`);
  }
});

test('all of control from one source and all of treatment from another is named', () => {
  const found = balanceTest([level('zillow', 700, 0), level('redfin', 0, 700)]);
  assert.is(found?.chiSquare, 1400);
  assert.ok((found?.p ?? 1) < 1e-300);
  const uneven = balanceTest([level('a', 300, 310), level('b', 200, 110), level('c', 250, 260)]);
  assert.is(uneven?.level, 'b');
  assert.is(uneven?.treatmentHasMore, false);
});

test('rare levels are pooled, into the rarest of the frequent where they are few, and no lead is lost', () => {
  const frequent = [level('a', 100, 100), level('b', 50, 60)];
  const some = poolRareLevels([...frequent, level('c', 4, 3), level('d', 4, 4), level('e', 1, 0)]);
  assert.equal(some, [...frequent, level('', 9, 7)]);
  const few = poolRareLevels([...frequent, level('c', 2, 1), level('d', 0, 0)]);
  assert.equal(few, [level('a', 100, 100), level('', 52, 61)]);
  assert.equal(poolRareLevels(frequent), frequent);
});

test('what cannot be compared has no test: one level, an empty arm, no leads', () => {
  for (const levels of [
    [],
    [level('a', 100, 100)],
    [level('a', 100, 0), level('b', 50, 0)],
    [level('a', 3, 3), level('b', 2, 1)],
    [level('a', 500, 500), level('b', 1, 0)],
  ])
    assert.is(balanceTest(levels), null, JSON.stringify(levels));
});

test('Holm counts the covariates that say something', () => {
  const uneven = [level('a', 100, 60), level('b', 60, 100)];
  const [first, second, third] = balanceOfAll([uneven, [level('x', 10, 10)], uneven]);
  const p = first?.balance?.p ?? 0;
  assert.is(first?.adjustedP, 2 * p);
  assert.is(second?.adjustedP, null);
  assert.is(third?.adjustedP, 2 * p);
});

test('a thousand looks spend less than the whole error rate', () => {
  let spent = 0;
  for (let k = 1; k <= 1000; k += 1) spent += alphaOfLook(0.001, k);
  assert.ok(spent < 0.001 && spent > 0.00099, String(spent));
});

const sources = [0.31, 0.22, 0.17, 0.12, 0.08, 0.05, 0.03, 0.02];
const cumulative = sources.map((_, i) => sources.slice(0, i + 1).reduce((sum, x) => sum + x, 0));

/** Whether a test with sound assignment is blocked at one of its looks; `allLooks` tests at each of them. */
const isBlocked = (
  random: () => number,
  looks: number,
  daysPerLook: number,
  leadsPerDay: number,
  alpha: number,
  allLooks: boolean,
): boolean => {
  const counts = [sources.length, 7].map((n) =>
    Array.from({ length: n }, (_, i) => ({ name: String(i), control: 0, treatment: 0 })),
  );
  let tested = 0;
  let atLastTest = 0;
  for (let look = 1; look <= looks; look += 1) {
    for (let day = 0; day < daysPerLook; day += 1)
      for (let lead = 0; lead < leadsPerDay; lead += 1) {
        const x = random();
        let source = 0;
        while (source < sources.length - 1 && x > (cumulative[source] as number)) source += 1;
        const arm = random() < 0.5 ? 'control' : 'treatment';
        (counts[0]?.[source] as { control: number; treatment: number })[arm] += 1;
        (counts[1]?.[((look - 1) * daysPerLook + day) % 7] as { control: number; treatment: number })[arm] +=
          1;
      }
    const leads = look * daysPerLook * leadsPerDay;
    if (!allLooks && !testsBalance(atLastTest, leads)) continue;
    tested += 1;
    atLastTest = leads;
    const limit = alphaOfLook(alpha, tested);
    if (balanceOfAll(counts).some(({ adjustedP }) => adjustedP !== null && adjustedP < limit)) return true;
  }
  return false;
};

for (const [title, looks, daysPerLook, leadsPerDay, allLooks] of [
  ['26 weekly looks, each a test', 26, 7, 20, true],
  ['180 daily looks, tested at each quarter more', 180, 1, 20, false],
] as const)
  test(`${title}: at most 0.3 % of sound tests are blocked, and at 5 % about as many as are allowed`, () => {
    const random = seeded(looks);
    const runs = 3000;
    let blocked = 0;
    let loose = 0;
    for (let run = 0; run < runs; run += 1)
      if (isBlocked(random, looks, daysPerLook, leadsPerDay, 0.001, allLooks)) blocked += 1;
    for (let run = 0; run < runs / 3; run += 1)
      if (isBlocked(random, looks, daysPerLook, leadsPerDay, 0.05, allLooks)) loose += 1;
    // 0.3 % of 3,000 are 9; 5 % of 1,000 would be 50 if looks and covariates had nothing in common.
    assert.ok(blocked <= 9, `${blocked} of ${runs}`);
    assert.ok(loose >= 15 && loose <= 65, `${loose} of ${runs / 3} at 5 %`);
  });

test('an arm that gets 10 % more leads of two large sources is found within 12,000 leads', () => {
  const random = seeded(2);
  let found = 0;
  for (let run = 0; run < 40; run += 1) {
    let tested = 0;
    let atLastTest = 0;
    const levels = [level('a', 0, 0), level('b', 0, 0)].map((l) => ({ ...l }));
    for (let leads = 1; leads <= 12_000; leads += 1) {
      const at = levels[random() < 0.5 ? 0 : 1];
      if (at === undefined) continue;
      if (random() < (at.name === 'a' ? 0.55 : 0.45)) at.treatment += 1;
      else at.control += 1;
      if (leads % 100 !== 0 || !testsBalance(atLastTest, leads)) continue;
      tested += 1;
      atLastTest = leads;
      if ((balanceTest(levels)?.p ?? 1) < alphaOfLook(0.001, tested)) {
        found += 1;
        break;
      }
    }
  }
  assert.is(found, 40);
});

test.run();
