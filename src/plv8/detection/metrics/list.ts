// All metrics, in the order in which they lead when several of a bottleneck are worse.
import type { thresholdSettings } from '../../settings/thresholds.ts';
import type { BottleneckType } from '../bottlenecks.ts';
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

type Listed = (typeof list)[number];
type Keys = Listed['threshold']['setting' | 'target'];
type None<T extends never> = T;
/** Bottlenecks that no metric of the list shows, thresholds and targets that none has: one does not compile. */
export type Missing = None<
  Exclude<BottleneckType, Listed['bottleneck']> | Exclude<keyof typeof thresholdSettings, `detection.${Keys}`>
>;

export const metrics: readonly Metric[] = list;

export const metricNamed = (name: MetricName): Metric =>
  metrics.find((metric) => metric.name === name) as Metric;
