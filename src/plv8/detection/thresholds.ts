// The thresholds of the metrics: strict comparisons, on enough evidence. Sources have a module of their own. Knows
// neither a particular metric nor a trend nor a severity.
import { type DetectionDocument, missingFor, type Options } from './document.ts';
import { found, notAvailable, notEnough, nothing, type Outcome, together, warned } from './findings.ts';
import { type Metric, metrics } from './metrics/list.ts';
import { isPast, isTwicePast, type Measured, pastBy } from './metrics/metric.ts';

const evaluate = (options: Options, metric: Metric, m: Measured): Outcome => {
  const needed = options.number('min_evidence');
  if (m.value === null || m.n < needed)
    return warned(
      notEnough({ rule: metric.bottleneck, metric: metric.name, trigger: 'threshold' }, m.n, needed, m.what),
    );
  const threshold = options.number(metric.threshold.setting);
  if (!isPast(metric, m.value, threshold)) return nothing;
  return found({
    type: metric.bottleneck,
    metric: metric.name,
    trigger: 'threshold',
    value: m.value,
    n: m.n,
    unit: metric.countedOn,
    from: m.from,
    to: m.to,
    segment: null,
    threshold,
    target: options.number(metric.threshold.target),
    past_by: pastBy(metric, m.value, threshold),
    twice_past: isTwicePast(metric, m.value, threshold) && m.n >= options.number('escalation_min_leads'),
    baseline: null,
    relative_change: null,
    p_value: null,
    began_on: null,
    detail: m.detail,
  });
};

const outcomeOf = (document: DetectionDocument, options: Options, metric: Metric): Outcome => {
  const { measure, needs } = metric.threshold;
  if (measure === null) return nothing;
  const missing = missingFor(document, needs);
  if (missing.length > 0)
    return warned(
      notAvailable({ rule: metric.bottleneck, metric: metric.name, trigger: 'threshold' }, missing),
    );
  const measured = measure(document, options);
  return measured === null ? nothing : evaluate(options, metric, measured);
};

/** Everything but the sources. */
export const evaluateThresholds = (document: DetectionDocument, options: Options): Outcome =>
  together(metrics.map((metric) => outcomeOf(document, options, metric)));
