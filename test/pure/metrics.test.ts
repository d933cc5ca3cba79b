// The list of metrics: one object each, and the compiler names what an object lacks.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { bottleneckKinds } from '../../src/plv8/detection/bottlenecks.ts';
import { type MetricName, metricNamed, metrics } from '../../src/plv8/detection/metrics/list.ts';
import type { MetricShape } from '../../src/plv8/detection/metrics/metric.ts';

const list = suite('detection: metrics');

list('each metric has a name of its own, and each bottleneck a metric', () => {
  assert.equal(
    metrics.map(({ name }) => metricNamed(name)),
    metrics,
  );
  for (const { type } of bottleneckKinds)
    assert.ok(
      metrics.some(({ bottleneck }) => bottleneck === type),
      type,
    );
});

list('the threshold of a metric is a maximum where more is worse, else a minimum', () => {
  for (const { name, worse, threshold } of metrics) {
    assert.match(threshold.setting, worse === 'higher' ? /_max$/ : /_min$/, name);
    assert.match(threshold.target, /_(target|max)$/, name);
  }
});

list('what is misspelled in a metric, or left out, does not compile', () => {
  const right = metricNamed('contact_rate');
  const wrong = {
    ...right,
    // @ts-expect-error no such bottleneck
    bottleneck: 'low_response_rates',
    // @ts-expect-error no such setting
    threshold: { ...right.threshold, setting: 'contact_rate_minimum' },
    // @ts-expect-error no such unit
    display: { ...right.display, unit: 'percent' },
  } satisfies MetricShape;
  const { trend, ...rest } = right;
  // @ts-expect-error whether it is compared over time must be said
  const short: MetricShape = rest;
  // @ts-expect-error no such metric
  const none: MetricName = 'contact_rates';
  assert.equal([wrong.name, short.name, trend?.kind], ['contact_rate', 'contact_rate', 'rate']);
  assert.is(metricNamed(none), undefined);
});

list.run();
