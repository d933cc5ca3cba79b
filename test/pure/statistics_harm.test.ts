// The boundary of harm: its error rate over all looks, what it costs in power and how early it finds harm.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { normalQuantile } from '../../src/plv8/statistics/normal.ts';
import { sequentialBoundaries } from '../../src/plv8/statistics/sequential/boundaries.ts';
import { characteristicsOf, interleave } from '../../src/plv8/statistics/sequential/design.ts';
import { futilityLooks } from '../../src/plv8/statistics/sequential/futility.ts';
import { harmLooks, nextHarmLook, noHarmLooks } from '../../src/plv8/statistics/sequential/harm.ts';
import { seeded } from '../parity/schema_documents.ts';

/** Daily looks from about 100 leads per arm of a plan of 1,500 on. */
const daysOf = (days: number): readonly number[] =>
  Array.from({ length: days }, (_, i) => (i + 1) / days).filter((t) => t >= 0.066);

/** z of a planned lift of 20 % at the end of a plan for 90 % power, with the sample that futility takes. */
const planned = 3.4;
const plan = { drift: planned, beta: 0.05, gamma: -4, keepShare: 0.5 };

const designOf = (days: readonly number[]) => {
  const weekly = days.filter((_, i) => i % 7 === 6 || i === days.length - 1);
  const efficacy = sequentialBoundaries(weekly, 0.95).map(({ zBoundary }, i) => ({
    time: weekly[i] as number,
    z: zBoundary,
  }));
  return interleave(efficacy, days).map((look) => (look.time < 1 ? look : { ...look, futility: false }));
};

test('over 60 and over 180 daily looks 1 % of treatments without effect are called harmful', () => {
  for (const days of [daysOf(60), daysOf(180)]) {
    const harm = harmLooks(0.01, days).map(({ harmZ }) => harmZ);
    const looks = days.map((time) => ({ time, efficacyZ: null, futility: true }));
    const { killed } = characteristicsOf({ ...plan, keepShare: 0 }, looks, harm, 0);
    assert.ok(Math.abs(killed - 0.01) < 1e-6, `${days.length} looks: ${killed}`);
  }
});

test('in 20,000 simulated paths as many', () => {
  const random = seeded(4);
  const days = daysOf(60);
  const harm = harmLooks(0.05, days).map(({ harmZ }) => harmZ);
  let called = 0;
  for (let run = 0; run < 20_000; run += 1) {
    let s = 0;
    let time = 0;
    for (let k = 0; k < days.length; k += 1) {
      const at = days[k] as number;
      s += Math.sqrt(at - time) * normalQuantile(random() || 0.5);
      time = at;
      if (s < (harm[k] ?? -99) * Math.sqrt(at)) {
        called += 1;
        break;
      }
    }
  }
  // Three standard errors are 92 of 1,000.
  assert.ok(Math.abs(called - 1000) < 95, `${called} of 20,000 at 5 %`);
});

test('harm costs less than a hundredth of a point of power, beside weekly looks of efficacy', () => {
  const days = daysOf(60);
  const looks = designOf(days);
  const harm = harmLooks(0.01, days).map(({ harmZ }) => harmZ);
  const without = characteristicsOf(
    plan,
    looks,
    looks.map(() => null),
    planned,
  );
  const withHarm = characteristicsOf(plan, looks, harm, planned);
  assert.ok(without.kept - withHarm.kept < 1e-4, `${without.kept} falls to ${withHarm.kept}`);
  assert.ok(without.kept > withHarm.kept);
});

test('with futility beside it −20 % ends by a quarter of the plan on average, −40 % by 0.15, at 1.5 points of power', () => {
  const days = daysOf(60);
  const looks = designOf(days);
  const harm = harmLooks(0.01, days).map(({ harmZ }) => harmZ ?? -Infinity);
  const futility = futilityLooks(plan, looks).map(({ futilityZ }) => futilityZ ?? -Infinity);
  const both = looks.map((_, k) => Math.max(harm[k] as number, futility[k] as number));
  const open = looks.map(() => null);
  const cost =
    characteristicsOf(plan, looks, open, planned).kept - characteristicsOf(plan, looks, both, planned).kept;
  assert.ok(cost > 0 && cost < 0.015, `cost ${cost}`);
  const worse = characteristicsOf(plan, looks, both, -planned);
  assert.ok(worse.killed > 0.995 && worse.expectedTime < 0.25, JSON.stringify(worse));
  const muchWorse = characteristicsOf(plan, looks, both, -2 * planned);
  assert.ok(muchWorse.killed > 0.9999 && muchWorse.expectedTime < 0.15, JSON.stringify(muchWorse));
});

test('a look goes on from where the looks before it stood, stored as JSON', () => {
  const days = daysOf(60).slice(0, 12);
  const all = harmLooks(0.01, days);
  let last = noHarmLooks;
  for (const time of days) last = JSON.parse(JSON.stringify(nextHarmLook(0.01, last, time)));
  assert.equal(last, all[all.length - 1]);
});

test.run();
