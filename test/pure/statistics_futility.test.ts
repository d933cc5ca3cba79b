// Futility by β spending, power, expected sample and inflation against other recursions, scipy's multivariate normal
// and what gsDesign prints.
import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { normalUpperTail } from '../../src/plv8/statistics/normal.ts';
import { zTest } from '../../src/plv8/statistics/proportions.ts';
import { sequentialBoundaries } from '../../src/plv8/statistics/sequential/boundaries.ts';
import {
  characteristicsOf,
  fixedDrift,
  inflation,
  interleave,
} from '../../src/plv8/statistics/sequential/design.ts';
import {
  betaSpent,
  type FutilityLook,
  futilityLooks,
  type LookPlan,
  nextFutilityLook,
  noLooks,
} from '../../src/plv8/statistics/sequential/futility.ts';
import { seeded } from '../parity/schema_documents.ts';

type Design = {
  readonly name: string;
  readonly drift: number;
  readonly beta: number;
  readonly gamma: number;
  readonly keep_share: number;
  readonly looks: readonly LookPlan[];
  readonly futility_z: readonly (number | null)[];
  readonly kept: readonly number[];
  readonly killed: readonly number[];
  readonly characteristics: readonly {
    readonly drift: number;
    readonly kept: number;
    readonly killed: number;
    readonly expected_time: number;
    readonly kept_mvn?: number;
    readonly killed_mvn?: number;
  }[];
};
const file = new URL('../data/statistics/futility.json', import.meta.url);
const data = JSON.parse(readFileSync(file, 'utf8')) as {
  readonly designs: readonly Design[];
  readonly inflation: readonly {
    readonly power: number;
    readonly confidence: number;
    readonly beta: number;
    readonly gamma: number;
    readonly keep_share: number;
    readonly looks: readonly LookPlan[];
    readonly inflation: number;
  }[];
};

const near = (actual: number | null, expected: number | null, what: string, tolerance = 1e-7): void => {
  if (actual === null || expected === null) assert.is(actual, expected, what);
  else assert.ok(Math.abs(actual - expected) <= tolerance, `${what}: ${actual}, not ${expected}`);
};

const planOf = ({ drift, beta, gamma, keep_share: keepShare }: Design) => ({ drift, beta, gamma, keepShare });

/** A rigorous plan: weekly looks of efficacy from the second of `weeks`, daily ones of futility from the first. */
const rigorous = (weeks: number, futilityPerWeek: number): readonly LookPlan[] => {
  const times = Array.from({ length: weeks - 1 }, (_, i) => (i + 2) / weeks);
  const efficacy = sequentialBoundaries(times, 0.95).map(({ zBoundary }, i) => ({
    time: times[i] as number,
    z: zBoundary,
  }));
  const steps = weeks * futilityPerWeek;
  const futility = Array.from({ length: Math.max(0, steps - 1) }, (_, i) =>
    (i + 1) % futilityPerWeek === 0 ? (i + 1) / futilityPerWeek / weeks : (i + 1) / steps,
  );
  return interleave(
    efficacy,
    futility.filter((t) => t >= 1 / weeks),
  );
};

test('β is spent as Hwang, Shih and DeCani have it', () => {
  for (const gamma of [-4, -1, 0, 1]) {
    near(betaSpent(0.1, gamma, 0), 0, 'nothing at the start', 0);
    near(betaSpent(0.1, gamma, 1), 0.1, 'all at the end', 1e-16);
  }
  // gsDesign() prints a spend of 0.0148 and 0.0437 for β 0.1 with gamma −2.
  assert.is(betaSpent(0.1, -2, 1 / 3).toFixed(4), '0.0148');
  assert.is(betaSpent(0.1, -2, 2 / 3).toFixed(4), '0.0437');
});

test('boundaries of futility and what each look stops are those of other recursions', () => {
  assert.is(data.designs.length, 6);
  for (const design of data.designs) {
    const looks = futilityLooks(planOf(design), design.looks);
    looks.forEach((look, k) => {
      const where = `${design.name}, look ${k + 1}`;
      near(look.futilityZ, design.futility_z[k] ?? null, `z, ${where}`, 2e-7);
      near(look.kept, design.kept[k] ?? 0, `kept, ${where}`);
      near(look.killed, design.killed[k] ?? 0, `killed, ${where}`);
    });
  }
});

test('power and expected sample are those of other recursions and of the multivariate normal', () => {
  let compared = 0;
  for (const design of data.designs)
    for (const expected of design.characteristics) {
      const found = characteristicsOf(planOf(design), design.looks, design.futility_z, expected.drift);
      const where = `${design.name}, drift ${expected.drift}`;
      near(found.kept, expected.kept, `kept, ${where}`);
      near(found.killed, expected.killed, `killed, ${where}`);
      near(found.expectedTime, expected.expected_time, `expected, ${where}`);
      if (expected.kept_mvn === undefined || expected.killed_mvn === undefined) continue;
      near(found.kept, expected.kept_mvn, `kept by mvn, ${where}`, 1e-6);
      near(found.killed, expected.killed_mvn, `killed by mvn, ${where}`, 1e-6);
      compared += 1;
    }
  assert.is(compared, 17);
});

test('the default design of gsDesign has its bounds −0.24 and 0.94 and its inflation of 1.070', () => {
  const [given] = data.inflation;
  assert.ok(given !== undefined);
  const plan = { beta: given.beta, gamma: given.gamma, keepShare: given.keep_share };
  const factor = inflation(plan, given.looks, given.power, given.confidence);
  near(factor, given.inflation, 'inflation', 1e-4);
  assert.is(factor?.toFixed(3), '1.070');
  const drift = fixedDrift(0.9, 0.95) * Math.sqrt(factor ?? 1);
  const found = futilityLooks({ ...plan, drift }, given.looks);
  assert.equal(
    found.slice(0, 2).map(({ futilityZ }) => futilityZ?.toFixed(2)),
    ['-0.24', '0.94'],
  );
});

test('look by look from where the recursion stood gives the same bits as all at once', () => {
  for (const design of data.designs) {
    const plan = planOf(design);
    let standing = noLooks;
    let spent = 0;
    const stepwise: FutilityLook[] = [];
    for (const look of design.looks) {
      const next = nextFutilityLook(plan, standing, spent, look);
      stepwise.push(next);
      standing = JSON.parse(JSON.stringify(next.standing));
      spent = next.betaSpent;
    }
    assert.equal(stepwise, futilityLooks(plan, design.looks), design.name);
  }
});

test('the inflated sample keeps 80, 90 and 95 %, with daily looks of futility and the lift of 10 %', () => {
  const looks = rigorous(10, 7);
  for (const power of [0.8, 0.9, 0.95])
    for (const [gamma, keepShare] of [
      [-4, 0.5],
      [-2, 0.5],
      [-4, 0.62],
    ] as const) {
      const plan = { beta: (1 - power) / 2, gamma, keepShare };
      const factor = inflation(plan, looks, power, 0.95) ?? 0;
      const drift = fixedDrift(power, 0.95) * Math.sqrt(factor);
      const futility = futilityLooks({ ...plan, drift }, looks);
      const z = futility.map(({ futilityZ }) => futilityZ);
      const planned = characteristicsOf({ ...plan, drift }, looks, z, drift);
      const none = characteristicsOf({ ...plan, drift }, looks, z, 0);
      const without = characteristicsOf(
        { ...plan, drift },
        looks,
        z.map(() => null),
        0,
      );
      const where = `power ${power}, gamma ${gamma}, share ${keepShare}`;
      near(planned.kept, power, where, 2e-5);
      assert.ok(factor > 1 && factor < 1.2, `${where}: inflation ${factor}`);
      assert.ok(none.kept < 0.025, `${where}: ${none.kept} of nulls kept`);
      assert.ok(none.expectedTime < 0.75 * without.expectedTime, `${where}: ${none.expectedTime}`);
    }
});

test('with β of half of the missing power the number of futility looks hardly moves the sample', () => {
  const plan = { beta: 0.05, gamma: -4, keepShare: 0.5 };
  const daily = inflation(plan, rigorous(10, 7), 0.9, 0.95) ?? 0;
  const weekly = inflation(plan, rigorous(10, 1), 0.9, 0.95) ?? 0;
  assert.ok(Math.abs(daily - weekly) < 0.003, `${daily} against ${weekly}`);
});

test('looks in one sequence: those that coincide are one, and none is lost', () => {
  const found = interleave([{ time: 0.5, z: 3 }], [0.25, 0.5, 0.75]);
  assert.equal(found, [
    { time: 0.25, efficacyZ: null, futility: true },
    { time: 0.5, efficacyZ: 3, futility: true },
    { time: 0.75, efficacyZ: null, futility: true },
  ]);
});

test('a power that the β already spent excludes has no sample', () => {
  assert.is(inflation({ beta: 0.2, gamma: 1, keepShare: 0 }, rigorous(10, 1), 0.9, 0.95), null);
});

test('where the plan expects no test to run any more, a look of futility says nothing', () => {
  const plan = { drift: 3.3, beta: 0.05, gamma: -2, keepShare: 0 };
  const [first, later] = futilityLooks(plan, [
    { time: 0.5, efficacyZ: 0, futility: false },
    { time: 0.6, efficacyZ: null, futility: true },
  ]);
  // 1.8 % of β may be spent by then, on the 1 % of tests that are left.
  near(first?.kept ?? 0, normalUpperTail(-3.3 * Math.sqrt(0.5)), 'kept at the first look');
  assert.is(later?.futilityZ, null);
  assert.is(later?.killed, 0);
});

test('counts of leads do what the design says of normal increments', () => {
  const perDay = 23;
  const days = 60;
  const plan = { drift: 3.4, beta: 0.05, gamma: -4, keepShare: 0.5 };
  const leads = perDay * days;
  const weekly = [14, 21, 28, 35, 42, 49, 56, 60].map((day) => day / days);
  const efficacy = sequentialBoundaries(weekly, 0.95).map(({ zBoundary }, i) => ({
    time: weekly[i] as number,
    z: zBoundary,
  }));
  const looks = interleave(
    efficacy,
    Array.from({ length: 54 }, (_, i) => (i + 6) / days),
  );
  const futility = futilityLooks(plan, looks).map(({ futilityZ }) => futilityZ);
  const random = seeded(11);
  for (const lift of [0, 0.2]) {
    const runs = 2000;
    const rates = [0.3, 0.3 * (1 + lift)] as const;
    let kept = 0;
    let time = 0;
    for (let run = 0; run < runs; run += 1) {
      const converted = [0, 0];
      let passed = 0;
      for (let day = 1; day <= days; day += 1) {
        for (let lead = 0; lead < perDay; lead += 1)
          for (const arm of [0, 1] as const)
            if (random() < rates[arm]) converted[arm] = (converted[arm] ?? 0) + 1;
        const look = looks[passed];
        if (look === undefined || Math.abs(look.time - day / days) > 1e-9) continue;
        const [x = 0, y = 0] = converted;
        const n = day * perDay;
        const control = { leads: n, conversions: x };
        const treatment = { leads: n, conversions: y };
        const z = zTest(control, treatment)?.z ?? 0;
        const isKept = look.efficacyZ !== null && z >= look.efficacyZ && y > 1.1 * x;
        if (isKept) kept += 1;
        if (isKept || z < (futility[passed] ?? -99) || day === days) {
          time += day / days;
          break;
        }
        passed += 1;
      }
    }
    const mean = (rates[0] + rates[1]) / 2;
    const drift = (rates[1] - rates[0]) / Math.sqrt((2 * mean * (1 - mean)) / leads);
    const expected = characteristicsOf(plan, looks, futility, drift);
    // Three standard errors of 2,000 runs, and half a point for what the normal approximation misses.
    const error = 3 * Math.sqrt((expected.kept * (1 - expected.kept)) / runs) + 0.005;
    near(kept / runs, expected.kept, `kept at a lift of ${lift}`, error);
    near(time / runs, expected.expectedTime, `time at a lift of ${lift}`, 0.02);
  }
});

test('a step that is tiny beside the last one is as good as none', () => {
  const plan = { drift: 3.3, beta: 0.05, gamma: -2, keepShare: 0.5 };
  const looks: readonly LookPlan[] = [
    { time: 0.5, efficacyZ: 2.96, futility: true },
    { time: 1, efficacyZ: 1.969, futility: false },
  ];
  const [first, ...rest] = looks as readonly [LookPlan, ...LookPlan[]];
  const extra = [first, { time: 0.5001, efficacyZ: null, futility: false }, ...rest];
  const sum = (list: readonly LookPlan[]): number =>
    futilityLooks(plan, list).reduce((total, { kept }) => total + kept, 0);
  near(sum(extra), sum(looks), 'kept', 1e-7);
});

test.run();
