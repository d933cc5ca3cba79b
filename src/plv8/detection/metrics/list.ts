// All metrics, in the order in which they lead when several of a bottleneck are worse.
import { contactRate, responseTime } from './contact.ts';
import { followUpBacklog, followUpDays } from './follow_up.ts';
import type { MetricShape } from './metric.ts';
import { qualificationRate } from './qualification.ts';
import { sourceConversion } from './source_conversion.ts';
import { f1Score } from './validation.ts';

const list = [
  responseTime,
  contactRate,
  qualificationRate,
  followUpDays,
  followUpBacklog,
  sourceConversion,
  f1Score,
] as const satisfies readonly MetricShape[];

export type MetricName = (typeof list)[number]['name'];
export type Metric = MetricShape & { readonly name: MetricName };

export const metrics: readonly Metric[] = list;

export const metricNamed = (name: MetricName): Metric =>
  metrics.find((metric) => metric.name === name) as Metric;
